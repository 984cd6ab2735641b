// src/client-options.ts
export interface ClientOptions {
    readonly transport: Transport;
    readonly clock?: Clock | undefined;
    readonly random?: Random | undefined;
    readonly userAgent?: string | undefined;
    readonly qps?: number | undefined;
    readonly burst?: number | undefined;
    readonly fieldManager?: string | undefined;
    readonly impersonate?: Impersonation | undefined;
    readonly onWarning?: ((text: string) => void) | undefined;
    readonly maxFrameBytes?: number | undefined;
    readonly decoder?: Decoder<KubernetesObject> | undefined;
}
export type FromKubeConfigOptions = Omit<ClientOptions, 'transport'> & KubeConfigTransportOptions & {
    readonly wrapTransport?: ((transport: Transport) => Transport) | undefined;
};
export interface RawRequest extends CallOptions {
    readonly method?: TransportRequest['method'];
    readonly path: string;
    readonly query?: Query;
    readonly body?: unknown;
    readonly contentType?: string;
    readonly accept?: string;
}

// src/client.ts
export declare class Client implements AsyncDisposable {
    #private;
    readonly transport: Transport;
    readonly clock: Clock;
    readonly random: Random;
    constructor(options: ClientOptions);
    static fromKubeConfig(kubeConfig: KubeConfigSource, options?: FromKubeConfigOptions): Client;
    get<T extends KubernetesObject>(resource: Resource<T>, address: ObjectAddress, { signal, resourceVersion, projection }?: GetOptions): Promise<T>;
    list<T extends KubernetesObject>(resource: Resource<T>, options?: PageOptions): Promise<ListResult<T>>;
    listParts<T extends KubernetesObject>(resource: Resource<T>, options?: CollectionOptions): AsyncIterable<ListPart<T>>;
    listPages<T extends KubernetesObject>(resource: Resource<T>, options?: PageOptions): AsyncIterable<ListResult<T>>;
    watch<T extends KubernetesObject>(resource: Resource<T>, options?: CollectionOptions): Promise<WatchStream<T>>;
    create<T extends KubernetesObject>(resource: Resource<T>, object: NoInfer<T>, options?: WriteOptions & {
        readonly namespace?: string;
    }): Promise<T>;
    update<T extends KubernetesObject>(resource: Resource<T>, object: NoInfer<T>, options?: WriteOptions): Promise<T>;
    patch<T extends KubernetesObject>(resource: Resource<T>, address: ObjectAddress, patch: unknown, { type, ...options }?: PatchOptions): Promise<T>;
    apply<T extends KubernetesObject>(resource: Resource<T>, object: NoInfer<T>, options?: ApplyOptions): Promise<T>;
    delete<T extends KubernetesObject>(resource: Resource<T>, address: ObjectAddress, options?: DeleteOptions): Promise<T | Status>;
    deleteCollection<T extends KubernetesObject>(resource: Resource<T>, options?: DeleteOptions & Pick<CollectionOptions, 'namespace' | 'labelSelector' | 'fieldSelector'>): Promise<KubernetesObject>;
    updateStatus<T extends KubernetesObject>(resource: Resource<T>, object: NoInfer<T>, options?: WriteOptions): Promise<T>;
    patchStatus<T extends KubernetesObject>(resource: Resource<T>, address: ObjectAddress, patch: unknown, { type, ...options }?: PatchOptions): Promise<T>;
    getScale(resource: Resource, address: ObjectAddress, { signal }?: CallOptions): Promise<Scale>;
    updateScale(resource: Resource, scale: Scale, options?: WriteOptions): Promise<Scale>;
    patchScale(resource: Resource, address: ObjectAddress, patch: unknown, { type, ...options }?: PatchOptions): Promise<Scale>;
    evict(pod: ObjectAddress, { dryRun, signal, guard, ...rest }?: DeleteOptions): Promise<Status>;
    bind(pod: ObjectAddress & {
        readonly uid?: string;
    }, node: string, options?: WriteOptions): Promise<Status>;
    request({ method, body, ...rest }: RawRequest): Promise<unknown>;
    close(): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}

// src/collections.ts
export interface PageOptions extends CollectionOptions {
    readonly pageSize?: number | undefined;
}
export interface CollectionsOptions {
    readonly clock: Clock;
    readonly random: Random;
    readonly maxFrameBytes: number | undefined;
    readonly decoder: Decoder<KubernetesObject> | undefined;
}
export declare class Collections {
    #private;
    constructor(requester: Requester, options: CollectionsOptions);
    listParts<T extends KubernetesObject>(resource: Resource<T>, options: CollectionOptions, decode?: Decoder<T>): AsyncGenerator<ListPart<T>, undefined>;
    list<T extends KubernetesObject>(resource: Resource<T>, options: PageOptions): Promise<ListResult<T>>;
    listPages<T extends KubernetesObject>(resource: Resource<T>, options: PageOptions): AsyncGenerator<ListResult<T>, undefined>;
    watch<T extends KubernetesObject>(resource: Resource<T>, options: CollectionOptions, decode?: Decoder<T>): Promise<WatchStream<T>>;
}

// src/credentials/credentials.ts
export interface Credentials {
    readonly insecure?: boolean;
    headers(): Promise<Readonly<Record<string, string>>>;
    tls(): Promise<TlsMaterial>;
    refresh(): Promise<boolean>;
}
export declare const anonymous: Credentials;

// src/credentials/exec-credentials.ts
export interface ExecResult {
    readonly token: string | undefined;
    readonly cert: string | undefined;
    readonly key: string | undefined;
}
export declare class ExecCredentials {
    #private;
    constructor(config: ExecConfig, options: {
        readonly clock: Clock;
        readonly timeout: number;
    });
    get(): Promise<ExecResult>;
    refresh(): Promise<boolean>;
}

// src/credentials/exec-plugin.ts
export interface ExecConfig {
    readonly command: string;
    readonly args?: readonly string[] | null | undefined;
    readonly env?: readonly {
        readonly name: string;
        readonly value: string;
    }[] | null | undefined;
    readonly apiVersion?: string | undefined;
}
interface ExecCredential {
    readonly kind?: string;
    readonly status?: {
        readonly token?: string;
        readonly clientCertificateData?: string;
        readonly clientKeyData?: string;
        readonly expirationTimestamp?: string;
    };
}
export declare function runExecPlugin({ command, args, env, apiVersion }: ExecConfig, { clock, timeout }: {
    readonly clock: Clock;
    readonly timeout: number;
}): Promise<NonNullable<ExecCredential['status']>>;

// src/credentials/kube-config-credentials.ts
export type KubeConfigSource = Pick<KubeConfig, 'getCurrentCluster' | 'getCurrentUser' | 'applyToHTTPSOptions'>;
export interface KubeConfigCredentialsOptions {
    readonly clock: Clock;
    readonly allowExec: boolean;
    readonly execTimeout: number;
}
export declare class KubeConfigCredentials implements Credentials {
    #private;
    readonly insecure: boolean;
    constructor(kubeConfig: KubeConfigSource, options: KubeConfigCredentialsOptions);
    headers(): Promise<Record<string, string>>;
    tls(): Promise<TlsMaterial>;
    refresh(): Promise<boolean>;
}

// src/credentials/tls-files.ts
export interface TlsSources {
    readonly ca?: string | Buffer | undefined;
    readonly cert?: string | Buffer | undefined;
    readonly key?: string | Buffer | undefined;
    readonly caFile?: string | undefined;
    readonly certFile?: string | undefined;
    readonly keyFile?: string | undefined;
    readonly servername?: string | undefined;
    readonly insecureSkipVerify?: boolean | undefined;
}
export declare class TlsFiles {
    #private;
    constructor(sources: TlsSources, clock: Clock);
    get(): Promise<TlsMaterial>;
    refresh(): Promise<boolean>;
}

// src/credentials/token-file.ts
export declare class TokenFile {
    #private;
    constructor(path: string, clock: Clock);
    get(): Promise<string>;
    refresh(): Promise<boolean>;
}

// src/discovery/aggregated.ts
export interface GroupDiscoveryList {
    readonly kind: 'APIGroupDiscoveryList';
    readonly items?: readonly {
        readonly metadata?: {
            readonly name?: string;
        };
        readonly versions?: readonly VersionDiscovery[] | null;
    }[];
}
interface VersionDiscovery {
    readonly version: string;
    readonly freshness?: string;
    readonly resources?: readonly ResourceDiscovery[] | null;
}
interface ResourceDiscovery {
    readonly resource: string;
    readonly responseKind?: {
        readonly kind?: string;
    } | null;
    readonly scope?: string;
    readonly singularResource?: string;
    readonly shortNames?: readonly string[] | null;
    readonly categories?: readonly string[] | null;
    readonly verbs?: readonly string[] | null;
    readonly subresources?: readonly {
        readonly subresource: string;
    }[] | null;
}
export declare function isAggregated(body: object): body is GroupDiscoveryList;
export declare function readAggregated(list: GroupDiscoveryList): {
    resources: ApiResource[];
    stale: string[];
};

// src/discovery/api-resource.ts
export interface ApiResource extends Resource {
    readonly singular: string;
    readonly shortNames: readonly string[];
    readonly categories: readonly string[];
    readonly verbs: readonly string[];
    readonly subresources: readonly string[];
}
export interface ApiResources {
    readonly resources: readonly ApiResource[];
    readonly unavailable: ReadonlyMap<string, Error>;
}

// src/discovery/discover.ts
export declare function discover(client: Pick<Client, 'request'>, { signal }?: CallOptions): Promise<ApiResources>;

// src/discovery/legacy.ts
export interface ApiGroup {
    readonly name: string;
    readonly versions?: readonly {
        readonly version: string;
    }[] | null;
    readonly preferredVersion?: {
        readonly version: string;
    } | null;
}
export interface ApiResourceList {
    readonly resources?: readonly {
        readonly name: string;
        readonly singularName?: string;
        readonly namespaced?: boolean;
        readonly kind: string;
        readonly verbs?: readonly string[] | null;
        readonly shortNames?: readonly string[] | null;
        readonly categories?: readonly string[] | null;
    }[] | null;
}
export declare function versionsOf({ versions, preferredVersion }: ApiGroup): string[];
export declare function readLegacy(group: string, version: string, list: ApiResourceList): ApiResource[];

// src/discovery/rest-mapper.ts
export interface ResourceQuery extends CallOptions {
    readonly group?: string | undefined;
    readonly version?: string | undefined;
}
export declare class RESTMapper {
    #private;
    constructor(client: Pick<Client, 'request'>);
    resourceFor<T extends KubernetesObject = KubernetesObject>(name: string, { group, version, signal }?: ResourceQuery): Promise<Resource<T>>;
    resources(options?: CallOptions): Promise<ApiResources>;
    refresh({ signal }?: CallOptions): Promise<ApiResources>;
}

// src/errors/api-error.ts
export interface ApiErrorFacts {
    readonly method?: string;
    readonly path?: string;
    readonly code?: number;
    readonly retryAfterSeconds?: number;
    readonly cause?: unknown;
}
export declare class ApiError extends Error {
    readonly name = "ApiError";
    readonly code: number;
    readonly reason: string;
    readonly statusMessage: string;
    readonly details: StatusDetails;
    readonly causes: NonNullable<StatusDetails['causes']>;
    readonly retryAfterSeconds: number | undefined;
    readonly method: string | undefined;
    readonly path: string | undefined;
    readonly status: Status;
    constructor(status: Status, facts?: ApiErrorFacts);
}

// src/errors/classification.ts
export declare function isNotFound(error: unknown): boolean;
export declare function isAlreadyExists(error: unknown): boolean;
export declare function isConflict(error: unknown): boolean;
export declare function isForbidden(error: unknown): boolean;
export declare function isUnauthorized(error: unknown): boolean;
export declare function isInvalid(error: unknown): boolean;
export declare function isBadRequest(error: unknown): boolean;
export declare function isMethodNotAllowed(error: unknown): boolean;
export declare function isNotAcceptable(error: unknown): boolean;
export declare function isServiceUnavailable(error: unknown): boolean;
export declare function isTimeout(error: unknown): boolean;
export declare function isServerTimeout(error: unknown): boolean;
export declare function isExpired(error: unknown): boolean;
export declare function isTooManyRequests(error: unknown): boolean;
export declare function isInternalError(error: unknown): boolean;
export declare function isTooLargeResourceVersion(error: unknown): boolean;
export declare function isConnectionRefused(error: unknown): boolean;
export declare function isConnectionLost(error: unknown): boolean;
export declare function retryAfterSeconds(error: unknown): number | undefined;

// src/errors/error-chain.ts
export declare function errorChain(error: unknown): Generator;

// src/errors/errors.ts
export type InvalidListProblem = 'html' | 'not-json' | 'not-an-object' | 'status' | 'kind' | 'items' | 'resource-version' | 'truncated' | 'malformed' | 'continue';
export declare class InvalidListError extends Error {
    readonly name = "InvalidListError";
    readonly problem: InvalidListProblem;
    readonly bytes: number;
    constructor(problem: InvalidListProblem, what: string, bytes: number, cause?: unknown);
}
export declare class FrameTooLargeError extends Error {
    readonly name = "FrameTooLargeError";
    readonly size: number;
    readonly limit: number;
    constructor(size: number, limit: number);
}
export declare class WatchInterruptedError extends Error {
    readonly name = "WatchInterruptedError";
    readonly path: string;
    readonly silence: number | undefined;
    constructor(path: string, options: {
        readonly silence?: number;
        readonly cause?: unknown;
    });
}
export declare class InvalidPathSegmentError extends Error {
    readonly name = "InvalidPathSegmentError";
    readonly what: string;
    readonly value: string;
    constructor(what: string, value: string, why: string);
}
export declare class InvalidRequestValueError extends Error {
    readonly name = "InvalidRequestValueError";
    readonly what: string;
    constructor(what: string, why: string);
}
export declare class NamespaceScopeError extends Error {
    readonly name = "NamespaceScopeError";
    readonly resource: string;
    constructor(resource: string, what: string);
}
export declare class KubeConfigError extends Error {
    readonly name = "KubeConfigError";
    constructor(message: string, cause?: unknown);
}
export declare class NoKindMatchError extends Error {
    readonly name = "NoKindMatchError";
    readonly query: string;
    readonly group: string | undefined;
    readonly unavailable: readonly string[];
    constructor(query: string, group: string | undefined, unavailable: readonly string[]);
}

// src/errors/transport-error.ts
export type TransportErrorKind = 'refused' | 'dns' | 'unreachable' | 'reset' | 'timeout' | 'tls' | 'proxy' | 'redirect' | 'protocol' | 'closed' | 'other';
export declare class TransportError extends Error {
    readonly name = "TransportError";
    readonly kind: TransportErrorKind;
    readonly target: string;
    constructor(kind: TransportErrorKind, target: string, what: string, cause?: unknown);
    static from(error: unknown, target: string): TransportError;
}

// src/frames/byte-buffer.ts
export declare class ByteBuffer {
    #private;
    constructor(limit: number);
    get length(): number;
    checkRoom(more: number): void;
    append(piece: Uint8Array): void;
    take(): Buffer;
}
export declare function asBuffer(bytes: Uint8Array): Buffer;

// src/frames/cut.ts
export declare function textWithout(json: Uint8Array, path: readonly Buffer[]): string;

// src/frames/decoder.ts
export interface TypeMeta {
    readonly apiVersion: string;
    readonly kind: string;
}
export type Decoder<T> = (bytes: Uint8Array, type?: TypeMeta) => T;
export declare function textOf(bytes: Uint8Array): string;
export declare function jsonDecoder(bytes: Uint8Array, type?: TypeMeta): KubernetesObject;
export declare function objectOf(text: string, type?: TypeMeta): KubernetesObject;

// src/frames/lean-json-decoder.ts
export declare function leanJsonDecoder(bytes: Uint8Array, type?: TypeMeta): KubernetesObject;
export declare function leanEventText(frame: Uint8Array): string;

// src/frames/line-splitter.ts
export declare const defaultMaxFrameBytes: number;
export declare class LineSplitter {
    #private;
    constructor(limit?: number);
    push(chunk: Uint8Array): Generator<Buffer, undefined>;
    rest(): Buffer;
}

// src/frames/list-body.ts
export interface ListBodyOptions<T> {
    readonly decode: Decoder<T>;
    readonly clock: Clock;
    readonly path: string;
    readonly type?: TypeMeta | undefined;
    readonly maxFrameBytes?: number | undefined;
}
export declare function listBody<T>(body: AsyncIterable<Uint8Array>, { decode, clock, path, type, maxFrameBytes }: ListBodyOptions<T>): AsyncGenerator<ListPart<T>, undefined>;

// src/frames/list-splitter.ts
export interface ListEnvelope {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: ListMeta;
    readonly status?: Status;
}
export declare class ListSplitter {
    #private;
    constructor(maxItemBytes?: number);
    get bytes(): number;
    get kind(): string | undefined;
    push(chunk: Uint8Array): Generator<Buffer, undefined>;
    end(): ListEnvelope;
}
export declare function shown(value: unknown): string;

// src/frames/time-slice.ts
export declare class TimeSlice {
    #private;
    constructor(clock: Clock);
    isOver(): boolean;
    yield(): Promise<void>;
    resume(): void;
    pause(): void;
}

// src/frames/value-scanner.ts
export declare function isWhitespace(byte: number): boolean;
export declare class ValueScanner {
    #private;
    reset(): void;
    scan(bytes: Uint8Array, from: number): number;
}

// src/frames/watch-body.ts
export interface WatchBodyOptions<T> {
    readonly decode: Decoder<T>;
    readonly clock: Clock;
    readonly maxFrameBytes?: number | undefined;
}
export declare function watchBody<T>(body: AsyncIterable<Uint8Array>, { decode, clock, maxFrameBytes }: WatchBodyOptions<T>): AsyncGenerator<readonly WatchEvent<T>[], undefined>;

// src/http/connections.ts
export interface ConnectionsOptions extends ConnectorOptions, Http1Options {
    readonly http2: boolean | 'auto';
}
export declare class Connections {
    #private;
    constructor(options: ConnectionsOptions);
    get idle(): boolean;
    send(request: TransportRequest): Promise<TransportResponse>;
    retire(): void;
    close(): void;
}

// src/http/connector.ts
export interface ConnectorOptions {
    readonly endpoint: Endpoint;
    readonly tls: TlsMaterial;
    readonly proxy: string | undefined;
    readonly clock: Clock;
    readonly timeout: number;
}
export declare class Connector {
    #private;
    readonly endpoint: Endpoint;
    constructor(options: ConnectorOptions);
    connect(protocols?: string[]): Socket | Promise<Socket>;
    open(protocols: string[]): Promise<Socket>;
    get closed(): boolean;
    close(): void;
    closedError(): TransportError;
}

// src/http/endpoint.ts
export interface TlsMaterial {
    readonly ca?: Buffer | string;
    readonly cert?: Buffer | string;
    readonly key?: Buffer | string;
    readonly servername?: string;
    readonly insecureSkipVerify?: boolean;
}
export interface Endpoint {
    readonly host: string;
    readonly port: number;
    readonly secure: boolean;
    readonly basePath: string;
    readonly authority: string;
}
export declare function endpointOf(server: string): Endpoint;
export declare function isLoopback(host: string): boolean;

// src/http/http-transport.ts
export interface HttpTransportOptions {
    readonly server: string;
    readonly credentials?: Credentials | undefined;
    readonly http2?: boolean | 'auto' | undefined;
    readonly compression?: boolean | undefined;
    readonly proxy?: string | false | undefined;
    readonly environment?: ProxyEnvironment | undefined;
    readonly connectTimeout?: number | undefined;
    readonly headersTimeout?: number | undefined;
    readonly maxSockets?: number | undefined;
    readonly clock?: Clock | undefined;
}
export declare class HttpTransport implements Transport {
    #private;
    readonly insecure: boolean;
    constructor(options: HttpTransportOptions);
    request(request: TransportRequest): Promise<TransportResponse>;
    close(): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}

// src/http/http1.ts
export interface Http1Options {
    readonly clock: Clock;
    readonly headersTimeout: number;
    readonly maxSockets: number;
}
export declare class Http1 {
    #private;
    constructor(connector: Connector, options: Http1Options);
    adopt(socket: Socket): Promise<void>;
    send(request: TransportRequest): Promise<TransportResponse>;
    retire(): void;
    get idle(): boolean;
    close(): void;
}

// src/http/http2-session.ts
export declare class Http2Session {
    #private;
    readonly ready: Promise<void>;
    constructor(socket: Socket, target: string, clock: Clock, onEnd: (session: Http2Session) => void);
    get closed(): boolean;
    get hasRoom(): boolean;
    get allowsNone(): boolean;
    request(headers: Record<string, string | string[]>, endStream: boolean): ClientHttp2Stream;
    retire(): void;
    destroy(reason: TransportError): void;
}

// src/http/http2.ts
export interface Http2Options {
    readonly clock: Clock;
    readonly headersTimeout: number;
}
export declare class Http2 {
    #private;
    constructor(connector: Connector, options: Http2Options);
    adopt(socket: Socket): Promise<void>;
    send(request: TransportRequest): Promise<TransportResponse>;
    get idle(): boolean;
    retire(): void;
    close(): void;
}

// src/http/proxy.ts
export type ProxyEnvironment = Readonly<Record<string, string | undefined>>;
export declare function proxyFromEnvironment(endpoint: Endpoint, environment: ProxyEnvironment): string | undefined;
export declare function tunnel(proxy: string, { authority }: Endpoint, signal: AbortSignal): Promise<Socket>;

// src/http/response-body.ts
export interface ResponseBodyOptions {
    readonly target: string;
    readonly encoding: string | undefined;
    readonly signal: AbortSignal | undefined;
    readonly cutOff?: () => boolean;
}
export declare class ResponseBody implements AsyncIterableIterator<Uint8Array> {
    #private;
    constructor(source: Readable, options: ResponseBodyOptions);
    next(): Promise<IteratorResult<Uint8Array>>;
    return(): Promise<IteratorResult<Uint8Array>>;
    [Symbol.asyncIterator](): this;
}

// src/http/until-aborted.ts
export declare function untilAborted<R>(waiting: Promise<R>, signal: AbortSignal | undefined): Promise<R>;

// src/index.ts
export { Client } from './client.ts';
export type { ClientOptions, FromKubeConfigOptions, RawRequest } from './client-options.ts';
export type { PageOptions } from './collections.ts';
export { anonymous, type Credentials } from './credentials/credentials.ts';
export { KubeConfigCredentials, type KubeConfigCredentialsOptions, type KubeConfigSource, } from './credentials/kube-config-credentials.ts';
export type { ApiResource, ApiResources } from './discovery/api-resource.ts';
export { discover } from './discovery/discover.ts';
export { RESTMapper, type ResourceQuery } from './discovery/rest-mapper.ts';
export { ApiError, type ApiErrorFacts } from './errors/api-error.ts';
export { isAlreadyExists, isBadRequest, isConflict, isConnectionLost, isConnectionRefused, isExpired, isForbidden, isInternalError, isInvalid, isMethodNotAllowed, isNotAcceptable, isNotFound, isServerTimeout, isServiceUnavailable, isTimeout, isTooLargeResourceVersion, isTooManyRequests, isUnauthorized, retryAfterSeconds, } from './errors/classification.ts';
export { errorChain } from './errors/error-chain.ts';
export { FrameTooLargeError, InvalidListError, InvalidPathSegmentError, InvalidRequestValueError, KubeConfigError, NamespaceScopeError, NoKindMatchError, WatchInterruptedError, type InvalidListProblem, } from './errors/errors.ts';
export { TransportError, type TransportErrorKind } from './errors/transport-error.ts';
export { jsonDecoder, type Decoder, type TypeMeta } from './frames/decoder.ts';
export { LineSplitter } from './frames/line-splitter.ts';
export { listBody, type ListBodyOptions } from './frames/list-body.ts';
export { ListSplitter, type ListEnvelope } from './frames/list-splitter.ts';
export { watchBody, type WatchBodyOptions } from './frames/watch-body.ts';
export type { TlsMaterial } from './http/endpoint.ts';
export { HttpTransport, type HttpTransportOptions } from './http/http-transport.ts';
export { proxyFromEnvironment, type ProxyEnvironment } from './http/proxy.ts';
export { loadKubeConfig, type LoadKubeConfigOptions } from './kube-config/load-kube-config.ts';
export { transportFromKubeConfig, type KubeConfigTransportOptions, } from './kube-config/transport-from-kube-config.ts';
export type { ListResult } from './list-result.ts';
export { listerWatcherFrom, listWatch, type ListerWatcherFunctions, type ListWatchOptions, } from './list-watch.ts';
export type { ListerWatcher, ListOptions, ListPart, WatchEvent, WatchStream } from './lister-watcher.ts';
export type { ApplyOptions, CallOptions, CollectionOptions, DeleteOptions, GetOptions, PatchOptions, Preconditions, WriteOptions, } from './options.ts';
export { Pager, type PagedList, type PagePart, type PagerCall, type PagerOptions } from './pager.ts';
export type { Impersonation } from './request/impersonation.ts';
export type { ObjectAddress, Query } from './request/path.ts';
export * from './resources.ts';
export { defaultBackoff, defaultRetry, retryOnConflict, retryOnError, type Backoff, type RetryOptions, } from './retry.ts';
export type { Transport, TransportRequest, TransportResponse } from './transport.ts';

// src/kube-config/client-node.ts
export declare function clientNodeModule(): Promise<typeof clientNode>;

// src/kube-config/load-kube-config.ts
export interface LoadKubeConfigOptions {
    readonly from?: 'default' | 'cluster' | undefined;
    readonly file?: string | undefined;
    readonly context?: string | undefined;
}
export declare function loadKubeConfig({ from, file, context, }?: LoadKubeConfigOptions): Promise<clientNode.KubeConfig>;

// src/kube-config/transport-from-kube-config.ts
export interface KubeConfigTransportOptions extends Omit<HttpTransportOptions, 'server' | 'credentials'> {
    readonly allowExec?: boolean | undefined;
    readonly execTimeout?: number | undefined;
}
export declare function transportFromKubeConfig(kubeConfig: KubeConfigSource, { allowExec, execTimeout, ...options }?: KubeConfigTransportOptions): HttpTransport;

// src/kube-config/user-entries.ts
type User = ReturnType<clientNode.KubeConfig['getCurrentUser']>;
export declare function impersonationOf(user: User): Impersonation | undefined;
export declare function loadUsers(kubeConfig: clientNode.KubeConfig, text: string, directory: string, { loadYaml, dumpYaml }: Pick<typeof clientNode, 'loadYaml' | 'dumpYaml'>): void;

// src/list-result.ts
export interface ListResult<T> {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata: ListMeta;
    readonly items: T[];
}
export declare function gatherList<T>(parts: AsyncIterable<ListPart<T>>): Promise<ListResult<T>>;

// src/list-watch.ts
export interface ListWatchOptions {
    readonly namespace?: string | undefined;
    readonly labelSelector?: string | undefined;
    readonly fieldSelector?: string | undefined;
    readonly tweakListOptions?: ((options: ListOptions) => ListOptions) | undefined;
    readonly projection?: 'full' | 'metadata' | undefined;
    readonly managedFields?: 'keep' | 'drop' | undefined;
    readonly decoder?: Decoder<KubernetesObject> | undefined;
    readonly watchListUnsupported?: boolean | undefined;
}
export declare function listWatch<T extends KubernetesObject>(client: Pick<Client, 'listParts' | 'watch'>, resource: Resource<T>, options?: ListWatchOptions): ListerWatcher<T>;
export interface ListerWatcherFunctions<T extends KubernetesObject> {
    readonly description?: string | undefined;
    readonly watchListUnsupported?: boolean | undefined;
    readonly list: (options: ListOptions, call: {
        readonly signal: AbortSignal;
    }) => AsyncIterable<ListPart<T>>;
    readonly watch: (options: ListOptions, call: {
        readonly signal: AbortSignal;
    }) => Promise<WatchStream<T>>;
}
export declare function listerWatcherFrom<T extends KubernetesObject>({ description, watchListUnsupported, list, watch, }: ListerWatcherFunctions<T>): ListerWatcher<T>;

// src/lister-watcher.ts
export interface ListOptions {
    readonly resourceVersion?: string;
    readonly resourceVersionMatch?: 'NotOlderThan' | 'Exact';
    readonly limit?: number;
    readonly continue?: string;
    readonly labelSelector?: string;
    readonly fieldSelector?: string;
    readonly shardSelector?: string;
    readonly timeoutSeconds?: number;
    readonly allowWatchBookmarks?: boolean;
    readonly sendInitialEvents?: boolean;
}
export type ListPart<T> = {
    readonly type: 'items';
    readonly items: readonly T[];
}
 | {
    readonly type: 'end';
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata: ListMeta;
};
export type WatchEvent<T> = {
    readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
    readonly object: T;
}
 | {
    readonly type: 'BOOKMARK';
    readonly object: KubernetesObject;
} | {
    readonly type: 'ERROR';
    readonly object: Status;
};
export interface WatchStream<T> extends AsyncIterable<readonly WatchEvent<T>[]> {
    stop(): void;
    readonly bytes?: number;
}
export interface ListerWatcher<T extends KubernetesObject = KubernetesObject> {
    readonly description: string;
    readonly watchListUnsupported?: boolean;
    list(options: ListOptions, call: {
        readonly signal: AbortSignal;
    }): AsyncIterable<ListPart<T>>;
    watch(options: ListOptions, call: {
        readonly signal: AbortSignal;
    }): Promise<WatchStream<T>>;
}

// src/options.ts
export interface CallOptions {
    readonly signal?: AbortSignal | undefined;
    readonly guard?: (() => void) | undefined;
}
export interface WriteOptions extends CallOptions {
    readonly dryRun?: boolean | undefined;
    readonly fieldManager?: string | undefined;
    readonly fieldValidation?: 'Ignore' | 'Warn' | 'Strict' | undefined;
}
export interface PatchOptions extends WriteOptions {
    readonly type?: 'merge' | 'json' | 'strategic' | undefined;
}
export interface ApplyOptions extends WriteOptions {
    readonly force?: boolean | undefined;
}
export interface Preconditions {
    readonly uid?: string;
    readonly resourceVersion?: string;
}
export interface DeleteOptions extends CallOptions {
    readonly propagationPolicy?: 'Orphan' | 'Background' | 'Foreground' | undefined;
    readonly gracePeriodSeconds?: number | undefined;
    readonly preconditions?: Preconditions | undefined;
    readonly dryRun?: boolean | undefined;
}
export interface CollectionOptions extends ListOptions, CallOptions {
    readonly namespace?: string | undefined;
    readonly projection?: 'full' | 'metadata' | undefined;
    readonly managedFields?: 'keep' | 'drop' | undefined;
    readonly decoder?: Decoder<KubernetesObject> | undefined;
}
export interface GetOptions extends CallOptions {
    readonly resourceVersion?: string | undefined;
    readonly projection?: 'full' | 'metadata' | undefined;
}

// src/page-buffer.ts
export declare class PageBuffer<P> {
    #private;
    constructor(size: number);
    put(page: P): Promise<void>;
    end(): void;
    fail(error: unknown): void;
    take(): Promise<P | undefined>;
}

// src/pager.ts
export interface PagerOptions {
    readonly pageSize?: number | undefined;
    readonly fullListIfExpired?: boolean | undefined;
    readonly pageBufferSize?: number | undefined;
}
export interface PagedList<T> extends ListResult<T> {
    readonly paginated: boolean;
}
export type PagePart<T> = {
    readonly type: 'items';
    readonly items: readonly T[];
} | {
    readonly type: 'restarted';
} | (ListEnd<T> & {
    readonly paginated: boolean;
});
type ListEnd<T> = Extract<ListPart<T>, {
    readonly type: 'end';
}>;
export interface PagerCall {
    readonly signal: AbortSignal;
    readonly onPaginated?: () => void;
}
export declare class Pager<T extends KubernetesObject> {
    #private;
    constructor(source: Pick<ListerWatcher<T>, 'list'>, options?: PagerOptions);
    list(options: ListOptions, call: PagerCall): Promise<PagedList<T>>;
    parts(options: ListOptions, { signal, onPaginated }: PagerCall): AsyncGenerator<PagePart<T>, void, undefined>;
    eachListItem(options: ListOptions, visit: (object: T) => void | Promise<void>, { signal }: {
        readonly signal: AbortSignal;
    }): Promise<void>;
    pages(options: ListOptions, { signal }: {
        readonly signal: AbortSignal;
    }): AsyncGenerator<ListResult<T>, undefined>;
}

// src/request/accept.ts
export declare function acceptFor(what: 'object' | 'list', projection: 'full' | 'metadata' | undefined): string | undefined;

// src/request/error-response.ts
export declare function errorResponse(response: TransportResponse, body: AsyncIterable<Uint8Array>, request: {
    readonly method: string;
    readonly path: string;
    readonly clock: Clock;
}): Promise<ApiError>;
export declare function retryAfter({ headers }: TransportResponse, clock: Clock): number | undefined;

// src/request/header-value.ts
export declare function singleLine(what: string, text: string): string;
export declare function headersOnTheWire(headers: Readonly<Record<string, string | readonly string[]>>): Record<string, string | string[]>;

// src/request/idle-deadline.ts
export interface IdleDeadlineOptions {
    readonly clock: Clock;
    readonly after: number;
    readonly onSilence: () => Error;
}
export declare function idleDeadline(body: AsyncIterable<Uint8Array>, { clock, after, onSilence }: IdleDeadlineOptions): AsyncGenerator<Uint8Array, undefined>;

// src/request/impersonation.ts
export interface Impersonation {
    readonly userName: string;
    readonly uid?: string;
    readonly groups?: readonly string[];
    readonly extra?: ReadonlyMap<string, readonly string[]>;
}
export declare function impersonationHeaders(as: Impersonation | undefined): Record<string, string | readonly string[]>;

// src/request/json-body.ts
export declare function bodyOf({ headers, body }: Answer, request: {
    method: string;
    path: string;
}): Promise<unknown>;
export declare function objectOf(answer: Answer, request: {
    method: string;
    path: string;
}): Promise<object>;

// src/request/linked-abort.ts
export interface LinkedAbort {
    readonly signal: AbortSignal;
    abort(reason: unknown): void;
    release(): void;
}
export declare function linkedAbort(outer: AbortSignal | undefined): LinkedAbort;

// src/request/open-watch.ts
export declare class OpenWatch<T extends KubernetesObject> implements WatchStream<T> {
    #private;
    constructor(answer: Answer, options: WatchBodyOptions<T> & {
        readonly path: string;
        readonly signal: AbortSignal | undefined;
    });
    get bytes(): number;
    stop(): void;
    [Symbol.asyncIterator](): AsyncIterator<readonly WatchEvent<T>[]>;
}
export declare const closedWatch: WatchStream<never>;

// src/request/path.ts
export interface ObjectAddress {
    readonly name: string;
    readonly namespace?: string | undefined;
}
export type Query = Readonly<Record<string, string | number | boolean | undefined>>;
export declare function resourceName({ resource, group }: Pick<Resource, 'resource' | 'group'>): string;
export declare function collectionPath(resource: Resource, namespace?: string): string;
export declare function objectPath(resource: Resource, { name, namespace }: ObjectAddress, subresource?: string): string;
export declare function scoped(resource: Resource, namespace: string | undefined): string | undefined;
export declare function withQuery(path: string, query?: Query): string;
export declare function checkedPath(path: string): string;

// src/request/read-whole.ts
export declare function readWhole(body: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer>;
export declare function readAtMost(body: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer>;

// src/request/requester.ts
export interface RequesterOptions {
    readonly transport: Transport;
    readonly clock: Clock;
    readonly userAgent: string;
    readonly qps: number;
    readonly burst: number;
    readonly impersonate?: Impersonation | undefined;
    readonly onWarning?: ((text: string) => void) | undefined;
}
export interface RequestOptions {
    readonly method: TransportRequest['method'];
    readonly path: string;
    readonly query?: Query | undefined;
    readonly accept?: string | undefined;
    readonly contentType?: string | undefined;
    readonly body?: string | undefined;
    readonly signal?: AbortSignal | undefined;
    readonly guard?: (() => void) | undefined;
    readonly watch?: boolean | undefined;
    readonly idleAfter?: number | undefined;
}
export interface Answer {
    readonly headers: TransportResponse['headers'];
    readonly body: AsyncIterable<Uint8Array>;
    abort(reason: unknown): void;
}
export declare class Requester {
    #private;
    constructor(options: RequesterOptions);
    send(request: RequestOptions): Promise<Answer>;
    close(): void;
}
export declare class SilenceError extends TransportError {
    readonly silence: number;
    constructor(path: string, silence: number);
}

// src/request/warnings.ts
export declare class Warnings {
    #private;
    constructor(tell: ((text: string) => void) | undefined);
    read(header: string | readonly string[] | undefined): void;
}

// src/request/writer.ts
export interface Write extends WriteOptions {
    readonly contentType?: string | undefined;
    readonly force?: boolean | undefined;
}
export declare class Writer {
    #private;
    constructor(requester: Requester, fieldManager: string | undefined);
    call<T>(request: RequestOptions): Promise<T>;
    write<T>(method: RequestOptions['method'], path: string, body: unknown, options: Write): Promise<T>;
    delete<T>(path: string, options: DeleteOptions, query?: Query): Promise<T>;
}
export declare function addressOf({ metadata }: KubernetesObject): ObjectAddress;
export declare function ofItsKind<T extends KubernetesObject>(resource: Resource<T>, object: T): T;

// src/resources.ts
export { apiVersionOf, builtInResources, defineResource, type Resource } from '@rxkube/meta';
export type { KubernetesObject, ListMeta, ObjectMeta, OwnerReference, Raw, Status, StatusDetails, } from '@rxkube/meta';
export { MutatingWebhookConfiguration, ValidatingAdmissionPolicy, ValidatingAdmissionPolicyBinding, ValidatingWebhookConfiguration, CustomResourceDefinition, APIService, ControllerRevision, DaemonSet, Deployment, ReplicaSet, StatefulSet, SelfSubjectReview, TokenReview, type TokenRequest, LocalSubjectAccessReview, SelfSubjectAccessReview, SelfSubjectRulesReview, SubjectAccessReview, HorizontalPodAutoscaler, HorizontalPodAutoscalerV1, type Scale, CronJob, Job, CertificateSigningRequest, Lease, Binding, ComponentStatus, ConfigMap, Endpoints, Event, LimitRange, Namespace, Node, PersistentVolumeClaim, PersistentVolume, Pod, PodTemplate, ReplicationController, ResourceQuota, Secret, ServiceAccount, Service, EndpointSlice, EventsV1Event, FlowSchema, PriorityLevelConfiguration, IngressClass, Ingress, NetworkPolicy, RuntimeClass, PodDisruptionBudget, type Eviction, ClusterRoleBinding, ClusterRole, RoleBinding, Role, PriorityClass, CSIDriver, CSINode, CSIStorageCapacity, StorageClass, VolumeAttachment, } from '@rxkube/meta';

// src/retry.ts
export interface Backoff {
    readonly steps: number;
    readonly duration: number;
    readonly factor: number;
    readonly jitter: number;
    readonly cap?: number;
}
export declare const defaultRetry: Backoff;
export declare const defaultBackoff: Backoff;
export interface RetryOptions {
    readonly backoff?: Backoff;
    readonly clock?: Clock;
    readonly random?: Random;
    readonly signal?: AbortSignal | undefined;
}
export declare function retryOnError<R>(isRetriable: (error: unknown) => boolean, attempt: () => Promise<R>, { backoff, clock, random, signal }?: RetryOptions): Promise<R>;
export declare function retryOnConflict<R>(attempt: () => Promise<R>, options?: RetryOptions): Promise<R>;

// src/testing/fake-controller-source.ts
export declare class FakeControllerSource<T extends KubernetesObject = KubernetesObject> implements ListerWatcher<T> {
    #private;
    readonly description: string;
    readonly watchListUnsupported: boolean;
    constructor(options?: FakeControllerSourceOptions<T>);
    get requests(): readonly FakeRequest[];
    get latency(): number | ((request: FakeRequest) => number);
    set latency(milliseconds: number | ((request: FakeRequest) => number));
    get resourceVersion(): string;
    get objects(): ReadonlyMap<string, T>;
    get writes(): readonly FakeWrite<T>[];
    get streams(): number;
    add(object: T): T;
    modify(object: T): T;
    delete(object: T): T;
    addDropWatch(object: T): T;
    modifyDropWatch(object: T): T;
    deleteDropWatch(object: T): T;
    failNext(verb: 'list' | 'watch', fault: FakeFault<NoInfer<T>>, times?: number): void;
    heal(): void;
    view(index: number): FakeView<T>;
    useView(index: number): void;
    compact(revision?: number): void;
    resetWatch(): void;
    restore(revision: number): void;
    sendBookmark(resourceVersion?: string): void;
    send(event: WatchEvent<T> | {
        readonly type: string;
        readonly object: unknown;
    }): void;
    sendError(status: Status): void;
    closeStreams(): void;
    interruptStreams(): void;
    silenceStreams(): void;
    list(options: ListOptions, call: {
        readonly signal: AbortSignal;
    }): AsyncGenerator<ListPart<T>>;
    watch(options: ListOptions, call: {
        readonly signal: AbortSignal;
    }): Promise<WatchStream<T>>;
}

// src/testing/fake-errors.ts
export declare function apiError(status: Status, retryAfterSeconds?: number): ApiError;
export declare function refused(what: string): TransportError;
export declare function reset(what: string): TransportError;
export declare function loginPage(): InvalidListError;
export declare function truncated(bytes: number): InvalidListError;
export declare function interrupted(what: string): WatchInterruptedError;

// src/testing/fake-fault.ts
export type StreamFault<T> = {
    readonly type: 'close' | 'interrupt' | 'silence' | 'noInitialEventsEnd';
} | {
    readonly type: 'repeat';
    readonly count: number;
} | {
    readonly type: 'replay';
} | {
    readonly type: 'events';
    readonly events: readonly WatchEvent<T>[];
    readonly close: boolean;
};
export type FakeFault<T = KubernetesObject> = {
    readonly type: 'status';
    readonly status: Status;
    readonly retryAfter?: number;
} | {
    readonly type: 'refused' | 'reset' | 'hang' | 'html' | 'noResourceVersion' | 'table';
}
 | {
    readonly type: 'truncated';
    readonly items: number;
} | {
    readonly type: 'stream';
    readonly after: number;
    readonly fault: StreamFault<T>;
};
declare function status(body: Status, retryAfter?: number): FakeFault<never>;
export declare const faults: {
    readonly status: typeof status;
    readonly expired: (reason?: 'Expired' | 'Gone') => FakeFault<never>;
    readonly tooLarge: (encoding?: TooLargeEncoding) => FakeFault<never>;
    readonly tooManyRequests: (retryAfter?: number) => FakeFault<never>;
    readonly forbidden: (what?: string) => FakeFault<never>;
    readonly notFound: () => FakeFault<never>;
    readonly internalError: () => FakeFault<never>;
    readonly refused: () => FakeFault<never>;
    readonly reset: () => FakeFault<never>;
    readonly hang: () => FakeFault<never>;
    readonly html: () => FakeFault<never>;
    readonly noResourceVersion: () => FakeFault<never>;
    readonly tableList: () => FakeFault<never>;
    readonly truncated: (items?: number) => FakeFault<never>;
    readonly close: (after?: number) => FakeFault<never>;
    readonly interrupt: (after?: number) => FakeFault<never>;
    readonly silence: (after?: number) => FakeFault<never>;
    readonly noInitialEventsEnd: () => FakeFault<never>;
    readonly repeat: (count?: number, after?: number) => FakeFault<never>;
    readonly replay: (after?: number) => FakeFault<never>;
    readonly error: (body: Status, after?: number) => FakeFault<never>;
    readonly undecodable: (after?: number) => FakeFault<never>;
    readonly unknownType: (after?: number) => FakeFault<never>;
    readonly wrongType: (after?: number) => FakeFault<never>;
    readonly table: (after?: number) => FakeFault<never>;
};

// src/testing/fake-history.ts
export interface FakeWrite<T> {
    readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
    readonly revision: number;
    readonly key: string;
    readonly object: T;
    readonly before: T | undefined;
    readonly broadcast: boolean;
}
export declare function fakeKey(object: KubernetesObject): string;
export declare class FakeHistory<T extends KubernetesObject> {
    #private;
    constructor(revision: number);
    get revision(): number;
    get compacted(): number;
    get state(): ReadonlyMap<string, T>;
    write(type: FakeWrite<T>['type'], given: T, broadcast: boolean): FakeWrite<T>;
    between(revision: number, to: number): FakeWrite<T>[];
    at(revision: number): readonly T[];
    compact(revision: number): void;
    restore(revision: number): void;
}

// src/testing/fake-listing.ts
export interface FakeListing<T> {
    readonly items: readonly T[];
    readonly metadata: ListMeta;
}
export declare function listing<T extends KubernetesObject>(history: FakeHistory<T>, options: ListOptions, { seen, filter, watchCache }: {
    seen: number;
    filter: FakeFilter<T>;
    watchCache: boolean;
}): FakeListing<T>;

// src/testing/fake-options.ts
export interface FakeControllerSourceOptions<T> {
    readonly description?: string;
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly clock?: Clock;
    readonly resourceVersion?: number;
    readonly watchCache?: boolean;
    readonly watchList?: boolean;
    readonly watchListUnsupported?: boolean;
    readonly expiredWatch?: 'status' | 'event';
    readonly honoursTimeout?: boolean;
    readonly matches?: (object: T, options: ListOptions) => boolean;
}

// src/testing/fake-request.ts
export interface FakeRequest {
    readonly verb: 'list' | 'watch';
    readonly options: ListOptions;
    readonly at: number;
    readonly view: number;
    readonly fault?: FakeFault;
}
export declare function hang(signal: AbortSignal): Promise<never>;

// src/testing/fake-server.ts
export declare class FakeServer<T extends KubernetesObject> {
    #private;
    readonly description: string;
    readonly history: FakeHistory<T>;
    readonly views: FakeView<T>[];
    readonly requests: FakeRequest[];
    readonly faults: {
        list: FakeFault<T>[];
        watch: FakeFault<T>[];
    };
    latency: number | ((request: FakeRequest) => number);
    current: number;
    constructor(options: FakeControllerSourceOptions<T>);
    view(index: number): FakeView<T>;
    list(options: ListOptions, { signal }: {
        readonly signal: AbortSignal;
    }): AsyncGenerator<ListPart<T>>;
    watch(options: ListOptions, { signal }: {
        readonly signal: AbortSignal;
    }): Promise<WatchStream<T>>;
}

// src/testing/fake-statuses.ts
export type TooLargeEncoding = 'cause' | 'causeMessage' | 'message';
export declare const statuses: {
    readonly expired: (reason?: 'Expired' | 'Gone') => Status;
    readonly tooLarge: (encoding?: TooLargeEncoding) => Status;
    readonly tooManyRequests: () => Status;
    readonly forbidden: (what?: string) => Status;
    readonly unauthorized: () => Status;
    readonly notFound: () => Status;
    readonly invalid: (message?: string) => Status;
    readonly badRequest: (message: string) => Status;
    readonly internalError: (message?: string) => Status;
    readonly unavailable: () => Status;
    readonly storageReadError: () => Status;
    readonly undecodable: () => Status;
};

// src/testing/fake-view.ts
export type FakeFilter<T> = (object: T) => boolean;
interface Subscription<T extends KubernetesObject> {
    readonly stream: FakeWatchStream<T>;
    readonly from: number;
    readonly filter: FakeFilter<T>;
    readonly bookmarks: boolean;
}
export declare function eventOf<T extends KubernetesObject>(write: FakeWrite<T>, filter: FakeFilter<T>): WatchEvent<T> | undefined;
export declare class FakeView<T extends KubernetesObject> {
    #private;
    constructor(history: FakeHistory<T>);
    get seen(): number;
    get lag(): number;
    set lag(revisions: number);
    get streams(): number;
    catchUp(): void;
    goBack(): void;
    follow(subscription: Subscription<T>): () => void;
    bookmark(resourceVersion?: string): void;
    forEachStream(act: (stream: FakeWatchStream<T>) => void): void;
}

// src/testing/fake-watch-stream.ts
export interface FakeWatchHooks<T> {
    readonly replay: () => readonly WatchEvent<T>[];
    readonly ended: () => void;
    readonly broken: () => Error;
}
export declare class FakeWatchStream<T extends KubernetesObject> implements WatchStream<T> {
    #private;
    constructor(hooks: FakeWatchHooks<T>, faults: readonly {
        readonly after: number;
        readonly fault: StreamFault<T>;
    }[]);
    get isOpen(): boolean;
    push(event: WatchEvent<T>): void;
    end(): void;
    fail(error: Error): void;
    silence(): void;
    stop(): void;
    [Symbol.asyncIterator](): AsyncGenerator<readonly WatchEvent<T>[], void, undefined>;
}

// src/testing/index.ts
export { FakeControllerSource } from './fake-controller-source.ts';
export { faults, type FakeFault, type StreamFault } from './fake-fault.ts';
export type { FakeWrite } from './fake-history.ts';
export type { FakeControllerSourceOptions } from './fake-options.ts';
export type { FakeRequest } from './fake-request.ts';
export { statuses, type TooLargeEncoding } from './fake-statuses.ts';
export type { FakeView } from './fake-view.ts';

// src/transport.ts
export interface TransportRequest {
    readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
    readonly path: string;
    readonly headers: Readonly<Record<string, string | readonly string[]>>;
    readonly body?: Uint8Array | string;
    readonly signal?: AbortSignal;
    readonly watch?: boolean;
}
export interface TransportResponse {
    readonly status: number;
    readonly headers: Readonly<Record<string, string | readonly string[]>>;
    readonly body: AsyncIterable<Uint8Array>;
}
export interface Transport extends AsyncDisposable {
    request(request: TransportRequest): Promise<TransportResponse>;
    close(): Promise<void>;
}
