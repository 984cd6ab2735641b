// src/answer.ts
export interface Admitted {
    readonly backend: Backend;
    readonly request: ApiRequest;
    readonly info: RequestInfo;
    readonly user: User;
    readonly version: string;
    readonly authorize: Authorizer | undefined;
    readonly tokens: Tokens;
}
export declare function answer(admitted: Admitted): Promise<ApiResponse>;

// src/api-server-options.ts
export interface ApiServerOptions {
    readonly clock?: Clock;
    readonly random?: Random;
    readonly version?: string;
    readonly historySize?: number;
    readonly watchBufferSize?: number;
    readonly watchBufferBytes?: number;
    readonly compactionInterval?: number;
    readonly snapshot?: ServerSnapshot;
    readonly data?: string;
    readonly tokens?: ReadonlyMap<string, User>;
    readonly authorize?: Authorizer | 'rbac';
    readonly controllers?: readonly ControllerName[];
    readonly nodes?: number | readonly NodeSpec[] | FakeNodesOptions;
    readonly serviceAccounts?: boolean | ServiceAccountOptions;
    readonly serviceAddressRange?: string;
    readonly watchList?: boolean;
    readonly admit?: Admit;
    readonly logs?: Logs;
}
export interface RestartOptions {
    readonly data?: 'kept' | 'lost' | 'older';
    readonly snapshot?: ServerSnapshot;
    readonly downtime?: Duration;
}
export interface RequestRecord {
    readonly method: string;
    readonly path: string;
    readonly verb: string;
    readonly user: string;
    readonly userAgent: string;
    readonly status: number;
    readonly error?: unknown;
}

// src/api-server.ts
export interface ServerView {
    readonly name: string;
    transport(): Transport;
    listen(options?: ListenOptions): Promise<Listening>;
}
export declare class ApiServer implements AsyncDisposable {
    #private;
    readonly tokens: Tokens;
    readonly faults: Faults;
    constructor(options?: ApiServerOptions);
    get clock(): Clock;
    get nodes(): FakeNodes;
    get resourceVersion(): string;
    transport(): Transport;
    listen(options?: ListenOptions): Promise<Listening>;
    view(name: string): ServerView;
    kubeconfig(options: KubeconfigOptions): Kubeconfig;
    requests(listener: (record: RequestRecord) => void): () => void;
    compact(resource?: string): void;
    closeWatches(): void;
    snapshot(options?: SnapshotOptions): ServerSnapshot;
    restore(snapshot: ServerSnapshot): Promise<void>;
    restart({ data, snapshot, downtime }?: RestartOptions): Promise<void>;
    handle(request: ApiRequest): Promise<ApiResponse>;
    close(): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}

// src/apply/apply-handler.ts
export declare function applyObject(call: Call, part: Part): ApiResponse;

// src/apply/apply-request.ts
export interface ApplyRequest {
    readonly config: JsonObject;
    readonly manager: string;
    readonly force: boolean;
    readonly subresource: string;
}
export declare function readConfig(resource: ServedResource, body: Uint8Array): JsonObject;
export declare function applied(backend: Backend, resource: ServedResource, before: ApiObject | undefined, request: ApplyRequest): {
    readonly object: JsonObject;
    readonly managedFields: ManagedFieldsEntry[];
};
export declare function applyTo(owners: Owners, live: JsonObject, lens: Lens, apiVersion: string, { config, manager, force, subresource }: ApplyRequest, time: string | undefined): {
    readonly object: JsonObject;
    readonly owners: Owners;
};

// src/apply/compare.ts
export interface Comparison {
    readonly added: FieldSet;
    readonly modified: FieldSet;
    readonly removed: FieldSet;
}
export declare function compare(open: Shape, before: unknown, after: unknown): Comparison;
export declare function ignoring({ added, modified, removed }: Comparison, ignored: FieldSet): Comparison;

// src/apply/conflict.ts
export type Conflicts = ReadonlyMap<string, {
    readonly owner: Ownership;
    readonly fields: FieldSet;
}>;
export declare function conflictError(conflicts: Conflicts): StatusError;

// src/apply/field-set.ts
export declare class FieldSet {
    #private;
    readonly member: boolean;
    readonly children: ReadonlyMap<PathElement, FieldSet>;
    constructor(member: boolean, children?: ReadonlyMap<PathElement, FieldSet>);
    static get empty(): FieldSet;
    static get leaf(): FieldSet;
    static of(...paths: readonly (readonly PathElement[])[]): FieldSet;
    get isEmpty(): boolean;
    has(path: readonly PathElement[]): boolean;
    at(element: PathElement): FieldSet;
    union(other: FieldSet): FieldSet;
    difference(other: FieldSet): FieldSet;
    without(other: FieldSet): FieldSet;
    intersection(other: FieldSet): FieldSet;
    equals(other: FieldSet): boolean;
    paths(prefix?: readonly PathElement[]): Generator<readonly PathElement[]>;
    toFieldsV1(): JsonObject;
}
export declare function fromFieldsV1(value: unknown): FieldSet | undefined;

// src/apply/last-applied.ts
export declare function afterLastApplied(conflicts: Conflicts, live: JsonObject, shape: Shape, apiVersion: string): Conflicts;
export declare function withLastApplied(object: JsonObject, config: JsonObject): JsonObject;

// src/apply/managed-fields.ts
export interface Ownership {
    readonly manager: string;
    readonly operation: 'Apply' | 'Update';
    readonly apiVersion: string;
    readonly subresource: string;
    readonly time: string | undefined;
    readonly fields: FieldSet;
}
export type Owners = ReadonlyMap<string, Ownership>;
export declare function ownerKey(of: Omit<Ownership, 'time' | 'fields'>): string;
export declare function readOwners(entries: readonly ManagedFieldsEntry[] | undefined): Owners | undefined;
export declare function writeOwners(owners: Owners): ManagedFieldsEntry[];
export declare function sameOwners(a: Owners, b: Owners): boolean;
export declare function capped(owners: Owners): Owners;

// src/apply/merge.ts
export declare function merge(open: Shape, live: unknown, applied: unknown): unknown;
export declare function withoutPaths(open: Shape, value: unknown, paths: FieldSet): unknown;

// src/apply/ownership.ts
export interface Writer {
    readonly manager: string;
    readonly apiVersion: string;
    readonly subresource: string;
    readonly time: string | undefined;
}
export interface Lens {
    readonly shape: Shape;
    readonly ignored: FieldSet;
}
export declare function updated(owners: Owners, before: unknown, after: unknown, lens: Lens, writer: Writer): Owners;
export type Applied = {
    readonly type: 'applied';
    readonly object: unknown;
    readonly owners: Owners;
} | {
    readonly type: 'conflicts';
    readonly conflicts: Conflicts;
};
export declare function apply(owners: Owners, live: unknown, config: unknown, lens: Lens, writer: Writer, force: boolean): Applied;

// src/apply/path-element.ts
export type PathElement = string;
export declare function fieldElement(name: string): PathElement;
export declare function keyElement(keys: readonly (readonly [string, unknown])[]): PathElement;
export declare function valueElement(value: unknown): PathElement;
export declare function canonicalElement(text: string): PathElement | undefined;
export declare function displayPath(path: readonly PathElement[]): string;
export declare function compareElements(a: PathElement, b: PathElement): number;

// src/apply/recent.ts
export declare class Recent<K extends object, V> {
    #private;
    constructor(capacity: number);
    get(key: K): V | undefined;
    set(key: K, value: V): void;
}

// src/apply/scale-fields.ts
export declare function applyScale(owners: Owners, parentVersion: string, live: JsonObject, lens: Lens, request: ApplyRequest, path?: readonly string[]): {
    readonly replicas: unknown;
    readonly managedFields: ManagedFieldsEntry[];
};
export declare function ownsReplicas(owners: Owners, path: readonly string[], apiVersion: string): boolean;
export declare function withoutReplicas(owners: Owners): ManagedFieldsEntry[];

// src/apply/shape.ts
export type Shape = {
    readonly at: 'leaf';
    readonly expect: Expectation;
} | {
    readonly at: 'struct';
    readonly message: Message;
}
 | {
    readonly at: 'object';
    readonly fields: ReadonlyMap<string, Shape>;
    readonly others: Shape | undefined;
} | {
    readonly at: 'map';
    readonly of: Shape;
}
 | {
    readonly at: 'list';
    readonly keys: readonly string[];
    readonly defaults?: ReadonlyMap<string, unknown>;
    readonly of: Shape;
}
 | {
    readonly at: 'any';
};
export type Expectation = 'string' | 'number' | 'boolean' | 'scalar' | {
    readonly items: Shape;
} | {
    readonly fields: Shape;
};
export declare function shapeOf(apiVersion: string, kind: string): Shape;
export declare function declares(shape: Shape, key: string): boolean;
export declare function childShape(shape: Shape, key: string): Shape | undefined;
export declare function deduced(shape: Shape, ...values: readonly unknown[]): Shape;
export type ListShape = Pick<Shape & {
    at: 'list';
}, 'keys' | 'defaults'>;
export declare function itemElement({ keys, defaults }: ListShape, item: unknown): PathElement | undefined;
export declare function itemsOf(shape: ListShape, list: unknown): ReadonlyMap<PathElement, readonly unknown[]>;

// src/apply/to-field-set.ts
export declare function toFieldSet(open: Shape, value: unknown): FieldSet;

// src/apply/tracking.ts
export declare function managerOf(query: URLSearchParams, userAgent?: string): string;
export declare function lensOf({ apiVersion, kind, strategy, custom }: ServedResource, subresource: string): Lens;
export declare function versioned({ conversion, kind, apiVersion }: ServedResource, object: ApiObject): JsonObject;
export declare function zeroObject({ kind, apiVersion }: ServedResource): JsonObject;
export declare function managedOnCreate(resource: ServedResource, given: ApiObject, writer: Writer): ManagedFieldsEntry[];
export declare function managedOnUpdate(resource: ServedResource, before: ApiObject, after: ApiObject, given: readonly ManagedFieldsEntry[] | undefined, writer: Writer): ManagedFieldsEntry[];
export declare function ownersOf({ metadata: { managedFields } }: ApiObject): Owners;
export declare function withManagers(before: ApiObject, after: ApiObject, managedFields: ManagedFieldsEntry[]): ApiObject;

// src/apply/validate.ts
export declare function problemsOf(shape: Shape, value: unknown): string | undefined;

// src/auth.ts
export interface RequestAttributes extends Pick<RequestInfo, 'verb' | 'path' | 'isResource' | 'group' | 'version' | 'resource' | 'namespace' | 'name' | 'subresource'> {
    readonly user: User;
}
export type Authorizer = (attributes: RequestAttributes) => boolean;
export declare function authenticate({ headers, client }: ApiRequest, tokens: Tokens, backend: Backend): User;
export declare function identified(token: string, tokens: Tokens, { serviceAccounts, clock }: Backend): User | undefined;
export declare function isAlwaysAllowed({ isResource, path }: RequestInfo): boolean;
export declare function nameAskedFor({ verb, name, query }: RequestInfo): string;
export declare function denied({ user, isResource, ...info }: RequestAttributes): StatusError;

// src/backend.ts
export interface Backend {
    readonly store: Store;
    readonly registry: Registry;
    readonly clock: Clock;
    readonly random: Random;
    readonly watchBufferSize: number;
    readonly watchBufferBytes: number;
    readonly watchList: boolean;
    readonly controllers: ReadonlySet<ControllerName>;
    readonly serviceAllocator: ServiceAllocator;
    readonly cache?: ViewCache;
    readonly authorize: Authorizer | undefined;
    readonly rbac: RbacAuthorizer | undefined;
    readonly serviceAccounts: ServiceAccounts;
    readonly admit: Admit | undefined;
    readonly logs: Logs | undefined;
}
export interface CacheOf extends Pick<Collection, 'one' | 'withValue' | 'since' | 'subscribe' | 'get'> {
    list(prefix?: string): Snapshot;
}
export declare function cacheOf({ cache, store }: Backend, { storage }: ServedResource): CacheOf;
export declare function cachedRevision({ cache, store }: Backend, { storage }: ServedResource, of: 'reads' | 'watches'): number;
export declare function collectionOf({ store }: Backend, { storage }: ServedResource): Collection;
export declare function nowOf({ clock }: Backend): string;
export declare function newUid({ random }: Backend): string;
export declare function newName({ random }: Backend, prefix: string): string;

// src/bin.ts
#!/usr/bin/env node

// src/bootstrap.ts
export declare function bootstrap(backend: Backend): void;

// src/codec/decode.ts
export declare class DecodeError extends Error {
    readonly name = "DecodeError";
    readonly conversion: string;
    constructor(message: string, conversion?: string);
}
export declare function decode(message: Message, value: unknown, hollow?: boolean): {
    object: JsonObject;
    unknown: readonly string[];
};

// src/codec/json.ts
export type JsonObject = Record<string, unknown>;
export interface ApiObject extends JsonObject {
    metadata: ObjectMeta;
}
export declare function isObject(value: unknown): value is JsonObject;
export declare function asObject(value: unknown): JsonObject;
export declare function asArray(value: unknown): readonly unknown[];
export declare function asString(value: unknown): string;
export declare function asNumber(value: unknown): number;
export declare function setOwn(target: JsonObject, key: string, value: unknown): void;
export declare function getOwn(target: JsonObject, key: string): unknown;
export declare function equalJson(left: unknown, right: unknown): boolean;

// src/codec/meta-messages.ts
export declare function answerMessage(apiVersion: string, kind: string): Message | undefined;

// src/codec/metadata.ts
export declare function arrange(metadata: {
    readonly [Key in keyof ObjectMeta]: ObjectMeta[Key] | undefined;
}): ObjectMeta;

// src/codec/protobuf.ts
export declare class ProtobufError extends Error {
    readonly name = "ProtobufError";
}
export interface ProtobufBody {
    readonly apiVersion: string;
    readonly kind: string;
    readonly raw: Buffer;
}
export declare function readEnvelope(bytes: Uint8Array): ProtobufBody;
export declare function readMessage(message: Message, bytes: Buffer, depth?: number): JsonObject;

// src/codec/scan-json.ts
export declare function parseJson(text: string): unknown;
export declare function duplicateFields(text: string): readonly string[];

// src/codec/schema.ts
export type FieldType = {
    readonly at: 'string' | 'bool' | 'int32' | 'int64' | 'float64' | 'bytes';
} | {
    readonly at: 'time' | 'micro-time' | 'quantity' | 'int-or-string' | 'duration' | 'raw' | 'strings';
} | {
    readonly at: 'pointer' | 'list' | 'map';
    readonly of: FieldType;
} | {
    readonly at: 'message';
    readonly index: number;
};
export interface Field {
    readonly name: string;
    readonly type: FieldType;
    readonly number: number;
    readonly omitEmpty: boolean;
    readonly inline: boolean;
    readonly merge: MergeFacts;
}
export interface MergeFacts {
    readonly patchKey: string | undefined;
    readonly listKeys: readonly string[] | undefined;
    readonly atomic: boolean | undefined;
}
export interface Message {
    readonly name: string;
    readonly atomic: boolean;
    readonly fields: ReadonlyMap<string, Field>;
    readonly byNumber: ReadonlyMap<number, Field>;
}
declare class Schema {
    #private;
    constructor(facts: string);
    root(apiVersion: string, kind: string): Message | undefined;
    has(apiVersion: string, kind: string): boolean;
    adopt(message: Message): FieldType;
    message(index: number): Message;
}
export declare const schema: Schema;

// src/codec/time.ts
export declare function timestamp(ms: number): string;
export declare function microTime(ms: number, text?: string): string;

// src/codec/write-protobuf.ts
export declare function writeEnvelope(message: Message, object: JsonObject): Buffer;

// src/codec/write-yaml.ts
export declare function writeYaml(value: unknown): string;

// src/codec/yaml.ts
export declare function parseYaml(text: string): unknown;

// src/command-flags.ts
export interface CommandFlags {
    readonly port: number;
    readonly kubeconfig: string;
    readonly tls: boolean;
    readonly data: string | undefined;
    readonly nodes: number | undefined;
    readonly controllers: readonly ControllerName[] | undefined;
    readonly version: boolean;
    readonly help: boolean;
}
export declare const usage = "Usage: rxkube-api-server [--port PORT] [--tls] [--data DIR] [--kubeconfig FILE] \u2026\n\nRuns a Kubernetes API server on 127.0.0.1 until it is interrupted.\n\n  --port PORT         listen on this port (default 8080, with --tls 6443; 0 takes a free one)\n  --kubeconfig FILE   where to write the kubeconfig (default ./rxkube.kubeconfig)\n  --tls               serve HTTPS, to whoever has the token in the kubeconfig\n  --data DIR          keep what the server holds in this directory (default: nothing is kept)\n  --nodes N           run N fake nodes, and a scheduler\n  --controllers LIST  names, comma-separated; '*' is those that are on by default, '-name' switches one\n                      off, as in '*,-disruption' (default '*'; nothing is none)\n  --version           print the version\n  --help              print this";
export declare function parseFlags(args: readonly string[]): CommandFlags;

// src/command-line.ts
export interface CommandLineOptions {
    readonly arguments: readonly string[];
    readonly version: string;
    readonly print: (line: string) => void;
    readonly printError: (line: string) => void;
    readonly signal: AbortSignal;
}
export declare function commandLine(options: CommandLineOptions): Promise<number>;

// src/controllers/controller-name.ts
export type ControllerName = 'clusterrole-aggregation' | 'disruption' | 'garbage-collector' | 'namespace' | 'pod-garbage-collector' | 'root-ca-certificate-publisher' | 'scheduler' | 'serviceaccount';
interface Wishes {
    readonly controllers?: readonly ControllerName[];
    readonly nodes?: unknown;
    readonly serviceAccounts?: unknown;
    readonly authorize?: unknown;
}
export declare function controllersOf(wishes: Wishes): ReadonlySet<ControllerName>;

// src/controllers/controllers.ts
export interface Controllers {
    stop(): void;
}
export declare function startControllers(backend: Backend, failed: (error: unknown) => void): Controllers;

// src/controllers/dependency-graph.ts
export interface Place {
    readonly collection: string;
    readonly key: string;
}
export declare const placeText: ({ collection, key }: Place) => string;
export declare function placeOf(text: string): Place;
export declare class DependencyGraph {
    #private;
    apply(collection: string, { type, key, object, previous }: StoreEvent): void;
    dependents(uid: string): readonly Place[];
}
export declare function owners(object: ApiObject | undefined): readonly OwnerReference[];

// src/controllers/disruption-controller.ts
export declare class DisruptionController {
    #private;
    constructor(backend: Backend, failed: (error: unknown) => void);
    stop(): void;
}

// src/controllers/event-expiry.ts
export declare class EventExpiry {
    #private;
    constructor(backend: Backend, failed: (error: unknown) => void);
    stop(): void;
}

// src/controllers/garbage-collector.ts
export declare class GarbageCollector {
    #private;
    constructor(backend: Backend, failed: (error: unknown) => void);
    stop(): void;
}

// src/controllers/namespace-controller.ts
export declare class NamespaceController {
    #private;
    constructor(backend: Backend, failed: (error: unknown) => void);
    stop(): void;
}

// src/controllers/pod-garbage-collector.ts
export declare class PodGarbageCollector {
    #private;
    constructor(backend: Backend, failed: (error: unknown) => void);
    stop(): void;
}

// src/controllers/record-event.ts
export interface Happening {
    readonly type: 'Normal' | 'Warning';
    readonly reason: string;
    readonly message: string;
    readonly action?: string;
    readonly reportingController: string;
    readonly reportingInstance: string;
}
export declare function recordEvent(backend: Backend, resource: ServedResource, object: ApiObject, happening: Happening): ApiObject | undefined;

// src/controllers/resource-index.ts
export declare class ResourceIndex {
    #private;
    constructor(registry: Registry);
    ofKind(apiVersion: string, kind: string): ServedResource | undefined;
    ofCollection(name: string): ServedResource | undefined;
}

// src/controllers/termination-conditions.ts
export interface Remaining {
    readonly resources: ReadonlyMap<string, number>;
    readonly finalizers: ReadonlyMap<string, number>;
}
interface Condition {
    readonly type: string;
    readonly status: 'True' | 'False';
    readonly lastTransitionTime: string;
    readonly reason: string;
    readonly message: string;
}
export declare function terminationConditions({ resources, finalizers }: Remaining, lastTransitionTime: string): readonly Condition[];

// src/controllers/turns.ts
export declare class Turns {
    #private;
    constructor(clock: Clock, work: (key: string) => void, failed: (error: unknown) => void, size?: number);
    add(key: string): void;
    stop(): void;
}

// src/custom-resources/accepted-names.ts
export interface Naming {
    readonly accepted: DefinitionNames;
    readonly condition: JsonObject;
}
export declare function granted(definition: Definition, others: readonly Definition[]): Naming;
export declare function shownNames(names: DefinitionNames): JsonObject;

// src/custom-resources/cel/evaluate.ts
export declare class CostError extends Error {
    readonly name = "CostError";
}
type Variables = ReadonlyMap<string, unknown>;
export declare function evaluate(expression: Expression, variables: Variables, budget: Budget): unknown;

// src/custom-resources/cel/expression.ts
export type Expression = {
    readonly at: 'value';
    readonly value: string | number | boolean | null;
} | {
    readonly at: 'name';
    readonly name: string;
} | {
    readonly at: 'select' | 'has';
    readonly of: Expression;
    readonly key: string;
} | {
    readonly at: 'index';
    readonly of: Expression;
    readonly key: Expression;
} | {
    readonly at: 'list';
    readonly items: readonly Expression[];
} | {
    readonly at: 'unary';
    readonly operator: '!' | '-';
    readonly of: Expression;
} | {
    readonly at: 'binary';
    readonly operator: string;
    readonly left: Expression;
    readonly right: Expression;
} | {
    readonly at: 'choice';
    readonly test: Expression;
    readonly yes: Expression;
    readonly no: Expression;
} | {
    readonly at: 'call';
    readonly name: string;
    readonly of: Expression | undefined;
    readonly given: readonly Expression[];
}
 | {
    readonly at: 'macro';
    readonly name: string;
    readonly of: Expression;
    readonly variable: string;
    readonly body: Expression;
};
export declare function parseExpression(text: string): Expression;

// src/custom-resources/cel/functions.ts
export declare class EvaluationError extends Error {
    readonly name = "EvaluationError";
}
export declare const noOverload: () => EvaluationError;
export interface Budget {
    left: number;
}
type Function = (value: unknown, given: readonly unknown[], budget: Budget) => unknown;
export declare function functionOf(name: string, method: boolean): Function;

// src/custom-resources/cel/rules.ts
export declare function evaluatesAllRules(root: Schema): boolean;
export declare function ruleErrors(value: unknown, schema: Schema, before: unknown): readonly FieldError[];

// src/custom-resources/cel/tokens.ts
export type Token = {
    readonly at: 'name' | 'sign';
    readonly text: string;
} | {
    readonly at: 'value';
    readonly value: string | number | boolean | null;
};
export declare class UnsupportedExpressionError extends Error {
    readonly name = "UnsupportedExpressionError";
}
export declare function tokensOf(expression: string): readonly Token[];

// src/custom-resources/correlated.ts
export declare function correlated(schema: Schema, before: unknown): (item: unknown) => unknown;

// src/custom-resources/custom-kind.ts
export declare class CustomKind {
    #private;
    readonly apiVersion: string;
    readonly kind: string;
    readonly listKind: string;
    readonly json: unknown;
    readonly schema: Schema;
    readonly shape: Shape;
    readonly columns: readonly PrinterColumn[];
    readonly hasStatus: boolean;
    readonly scale: ScalePaths | undefined;
    readonly deprecation: string;
    readonly id: string;
    constructor(definition: Definition, version: DefinitionVersion, id: string);
    read(object: ApiObject): ApiObject;
    decodeBody(request: ApiRequest, resource: ServedResource, options: WriteOptions): Decoded;
    decode(resource: ServedResource, value: JsonObject, options: WriteOptions, duplicates: readonly string[]): Decoded;
    arranged(object: ApiObject): ApiObject;
    encode(object: ApiObject): string;
    get listHead(): string;
    listTail({ continue: token, ...metadata }: ListMeta): string;
    cells(object: ApiObject, now: number): readonly unknown[];
    errors(object: ApiObject, before?: ApiObject): readonly FieldError[];
    follow(watch: WatchStream): void;
    end(): void;
}

// src/custom-resources/custom-requests.ts
export declare function requireVerb(resource: ServedResource, verb: string): void;
export declare function withDeprecation(response: ApiResponse, resource: ServedResource | undefined): ApiResponse;
export declare function finalizerWarnings({ custom }: ServedResource, { metadata }: ApiObject, before?: ApiObject): readonly string[];

// src/custom-resources/custom-resources.ts
export declare class CustomResources {
    #private;
    constructor(backend: Backend, failed: (error: unknown) => void);
    resync(): void;
    settle(): void;
    stop(): void;
}

// src/custom-resources/custom-scale.ts
export declare function customScale(call: Call, verb: string, paths: ScalePaths): ApiResponse;

// src/custom-resources/decode-custom.ts
export declare function decodeCustomBody(request: ApiRequest, resource: ServedResource, custom: CustomKind, options: WriteOptions): Decoded;
export declare function checkCustomType(resource: ServedResource, value: JsonObject, text: string): void;
export declare function decodeCustom(resource: ServedResource, custom: CustomKind, value: JsonObject, { fieldValidation }: WriteOptions, duplicates: readonly string[]): Decoded;

// src/custom-resources/default-errors.ts
export declare function defaultErrors(schema: Schema, path: string): readonly FieldError[];

// src/custom-resources/definition-conditions.ts
export declare function withCondition(status: JsonObject, condition: JsonObject, now: string): JsonObject;
export declare function nextStatus(object: ApiObject, others: readonly Definition[], now: string): JsonObject | undefined;
export declare function isProtected(group: string): boolean;
export declare const approvalAnnotation = "api-approved.kubernetes.io";
export declare function approvalOf(annotation: string | undefined): 'approved' | 'unapproved' | 'missing' | 'invalid';
export declare function conformsTo(approval: 'missing' | 'invalid'): string;

// src/custom-resources/definition-deletion.ts
export declare function terminateDefinition(backend: Backend, resource: ServedResource, object: ApiObject, dryRun: boolean): ApiObject;

// src/custom-resources/definition-errors.ts
export declare function definitionErrors(object: ApiObject, before?: ApiObject): readonly FieldError[];

// src/custom-resources/definition-finalizer.ts
interface Hooks {
    readonly write: (object: ApiObject, status: JsonObject) => ApiObject;
    readonly resourceOf: (name: string) => ServedResource | undefined;
    readonly failed: (error: unknown) => void;
}
export declare class DefinitionFinalizer {
    #private;
    constructor(backend: Backend, definitions: ServedResource, hooks: Hooks);
    start(name: string): void;
    removedFrom(collection: string): void;
    stop(): void;
}

// src/custom-resources/definition-strategy.ts
export declare const definitionStrategy: Pick<Strategy, 'versionRequired' | 'unknownFields' | 'freeFinalizers' | 'defaults' | 'prepare' | 'prepareUpdate' | 'validate' | 'warnings'>;

// src/custom-resources/definition-warnings.ts
export declare function uncheckedRules(definition: JsonObject): readonly string[];
export declare function uncalledWebhooks(definition: JsonObject): readonly string[];

// src/custom-resources/definition.ts
export interface DefinitionNames {
    readonly plural: string;
    readonly singular: string;
    readonly kind: string;
    readonly listKind: string;
    readonly shortNames: readonly string[];
    readonly categories: readonly string[];
}
export interface DefinitionVersion {
    readonly name: string;
    readonly served: boolean;
    readonly storage: boolean;
    readonly schema: unknown;
    readonly subresources: JsonObject;
    readonly selectableFields: readonly string[];
    readonly deprecation: string;
    readonly json: JsonObject;
}
export interface Definition {
    readonly name: string;
    readonly group: string;
    readonly namespaced: boolean;
    readonly names: DefinitionNames;
    readonly accepted: DefinitionNames;
    readonly versions: readonly DefinitionVersion[];
    readonly terminating: boolean;
    readonly established: boolean;
}
export declare const definitionStorage = "customresourcedefinitions.apiextensions.k8s.io";
export declare const cleanupFinalizer = "customresourcecleanup.apiextensions.k8s.io";
export declare function readDefinition(object: ApiObject): Definition;
export declare function conditionOf(object: ApiObject, type: string): JsonObject;
export declare function readNames(json: unknown): DefinitionNames;

// src/custom-resources/embedded-resources.ts
export declare function metadataMessage(): Message;
export declare function withEmbeddedMetadata(value: unknown, schema: Schema | undefined, unknown: string[], path?: string): unknown;
export declare function embeddedErrors(value: unknown, schema: Schema, path?: string): readonly FieldError[];

// src/custom-resources/field-errors.ts
export declare const fieldError: {
    required(field: string, why?: string): FieldError;
    invalid(field: string, value: unknown, why: string): FieldError;
    invalidAs(field: string, shown: string, why: string): FieldError;
    type(field: string, value: unknown, why: string): FieldError;
    forbidden(field: string, why: string): FieldError;
    duplicate(field: string, value: unknown): FieldError;
    unsupported(field: string, value: unknown, values: readonly string[]): FieldError;
    tooLong(field: string, most: number): FieldError;
    tooMany(field: string, count: number, most: number): FieldError;
};

// src/custom-resources/go-value.ts
export declare function shownValue(value: unknown): string;
export declare function goStrings(list: readonly string[] | undefined): string;

// src/custom-resources/json-path.ts
export declare class JsonPath {
    #private;
    constructor(text: string);
    first(root: unknown): unknown;
    all(root: unknown): readonly unknown[];
}
export declare function simplePath(text: string): readonly string[];

// src/custom-resources/list-uniqueness.ts
export declare function duplicateErrors(value: unknown, schema: Schema, path?: string): readonly FieldError[];

// src/custom-resources/nested-schemas.ts
export declare function readNestedSchemas(definition: JsonObject): void;
export declare function unknownSchemaFields(definition: JsonObject): readonly string[];

// src/custom-resources/openapi-documents.ts
export declare class CustomDocuments implements DocumentSource {
    #private;
    constructor(served: () => readonly ServedResource[]);
    paths(): Iterable<string>;
    document(path: string, schemasFor: SchemasFor): OpenApiDocument | undefined;
}

// src/custom-resources/pattern-classes.ts
export type CharacterTest = (code: number) => boolean;
interface Read {
    readonly test: CharacterTest;
    readonly end: number;
}
export declare const isWord: CharacterTest;
export declare function namedClass(text: string, at: number): Read | undefined;
export declare function escapedClass(text: string, at: number): {
    readonly code: number;
    readonly end: number;
};
export declare function characterClass(text: string, start: number, ignoreCase: boolean): Read;

// src/custom-resources/pattern-syntax-error.ts
export declare class PatternSyntaxError extends Error {
    readonly name = "PatternSyntaxError";
    constructor(why: string);
}

// src/custom-resources/pattern-syntax.ts
export type PatternNode = {
    readonly at: 'empty';
} | {
    readonly at: 'character';
    readonly test: CharacterTest;
} | {
    readonly at: 'assertion';
    readonly kind: Assertion;
} | {
    readonly at: 'sequence' | 'choice';
    readonly parts: readonly PatternNode[];
} | {
    readonly at: 'repeat';
    readonly of: PatternNode;
    readonly least: number;
    readonly most: number;
};
export type Assertion = 'text-start' | 'text-end' | 'line-start' | 'line-end' | 'word-boundary' | 'no-word-boundary';
export declare function parsePattern(text: string): PatternNode;

// src/custom-resources/pattern.ts
export declare class Pattern {
    #private;
    constructor(text: string);
    get size(): number;
    test(text: string): boolean;
}

// src/custom-resources/printer-columns.ts
export interface PrinterColumn extends Column {
    readonly cell: (object: ApiObject, now: number) => unknown;
}
export declare function printerColumns(version: unknown): readonly PrinterColumn[];

// src/custom-resources/prune.ts
export declare function pruned(resource: JsonObject, schema: Schema, unknown?: string[]): JsonObject;
export declare function mapItems(list: readonly unknown[], change: (item: unknown, at: number) => unknown): readonly unknown[];
export declare function mapFields(object: JsonObject, change: (key: string, item: unknown) => unknown): JsonObject;

// src/custom-resources/scale-paths.ts
export interface ScalePaths {
    readonly spec: string;
    readonly status: string;
    readonly selector: string;
}
export declare function scalePaths(json: unknown): ScalePaths | undefined;
export declare function valueAt(object: JsonObject, path: string): unknown;
export declare function withValueAt(object: JsonObject, path: readonly string[], value: unknown): JsonObject;
export declare function scaleErrors(object: ApiObject, { spec, status, selector }: ScalePaths): readonly FieldError[];

// src/custom-resources/schema-definition-errors.ts
export declare function schemaDefinitionErrors(schema: JsonObject, path: string): readonly FieldError[];

// src/custom-resources/schema-shape.ts
export declare function resourceShape(schema: Schema): Shape;

// src/custom-resources/schema-validator.ts
export declare function schemaErrors(value: unknown, schema: Schema, before?: unknown, under?: string): readonly FieldError[];

// src/custom-resources/schema.ts
export interface ValueRules {
    readonly format: string;
    readonly maximum: number | undefined;
    readonly exclusiveMaximum: boolean;
    readonly minimum: number | undefined;
    readonly exclusiveMinimum: boolean;
    readonly maxLength: number | undefined;
    readonly minLength: number | undefined;
    readonly pattern: string;
    readonly maxItems: number | undefined;
    readonly minItems: number | undefined;
    readonly multipleOf: number | undefined;
    readonly enum: readonly unknown[] | undefined;
    readonly maxProperties: number | undefined;
    readonly minProperties: number | undefined;
    readonly required: readonly string[];
    readonly allOf: readonly Schema[];
    readonly anyOf: readonly Schema[];
    readonly oneOf: readonly Schema[];
    readonly not: Schema | undefined;
}
export interface CelRule {
    readonly rule: string;
    readonly message: string;
    readonly messageExpression: string;
    readonly reason: string;
    readonly fieldPath: string;
    readonly optional: boolean;
}
export interface Schema {
    readonly type: string;
    readonly properties: ReadonlyMap<string, Schema>;
    readonly additional: Schema | boolean | undefined;
    readonly items: Schema | undefined;
    readonly nullable: boolean;
    readonly default: unknown;
    readonly preserve: boolean;
    readonly embedded: boolean;
    readonly intOrString: boolean;
    readonly listType: string;
    readonly listKeys: readonly string[];
    readonly mapType: string;
    readonly rules: ValueRules;
    readonly cel: readonly CelRule[];
}
export declare function readSchema(json: unknown): Schema;
export declare function schemaAt(schema: Schema, key: string): Schema | undefined;
export declare function anySchema(root: Schema, test: (schema: Schema) => boolean): boolean;

// src/custom-resources/served-resource.ts
export declare function servedResource(definition: Definition, version: DefinitionVersion, custom: CustomKind): ServedResource;

// src/custom-resources/set-defaults.ts
export declare function withDefaults(value: unknown, schema: Schema | undefined): unknown;

// src/custom-resources/sorted-json.ts
export declare function sortedJson(value: unknown): string;
export declare function sorted(value: unknown): unknown;

// src/custom-resources/string-formats.ts
export declare function hasFormat(text: string, format: string): boolean;

// src/custom-resources/structural-errors.ts
export declare function structuralErrors(schema: JsonObject, path: string): readonly FieldError[];

// src/custom-resources/value-type.ts
export declare function typeErrors(value: unknown, { type, intOrString, nullable, rules }: Schema, field: string, path: string): readonly FieldError[];

// src/custom-resources/version-errors.ts
export declare function versionErrors(versions: readonly JsonObject[], between: () => readonly FieldError[]): readonly FieldError[];

// src/custom-resources/version-order.ts
export declare function compareVersions(a: string, b: string): number;

// src/facts/columns.ts
export declare const columnsFacts = "\nv1/componentstatuses Name|string|name|0;Status|string||0;Message|string||0;Error|string||0\nv1/configmaps Name|string|name|0;Data|string||0;Age|string||0\nv1/endpoints Name|string|name|0;Endpoints|string||0;Age|string||0\nv1/events Last Seen|string||0;Type|string||0;Reason|string||0;Object|string||0;Subobject|string||1;Source|string||1;Message|string||0;First Seen|string||1;Count|string||1;Name|string|name|1\nv1/limitranges Name|string|name|0;Created At|date||0\nv1/namespaces Name|string|name|0;Status|string||0;Age|string||0\nv1/nodes Name|string|name|0;Status|string||0;Roles|string||0;Age|string||0;Version|string||0;Internal-IP|string||1;External-IP|string||1;OS-Image|string||1;Kernel-Version|string||1;Container-Runtime|string||1\nv1/persistentvolumeclaims Name|string|name|0;Status|string||0;Volume|string||0;Capacity|string||0;Access Modes|string||0;StorageClass|string||0;VolumeAttributesClass|string||0;Age|string||0;VolumeMode|string||1\nv1/persistentvolumes Name|string|name|0;Capacity|string||0;Access Modes|string||0;Reclaim Policy|string||0;Status|string||0;Claim|string||0;StorageClass|string||0;VolumeAttributesClass|string||0;Reason|string||0;Age|string||0;VolumeMode|string||1\nv1/pods Name|string|name|0;Ready|string||0;Status|string||0;Restarts|string||0;Age|string||0;IP|string||1;Node|string||1;Nominated Node|string||1;Readiness Gates|string||1\nv1/podtemplates Name|string|name|0;Containers|string||0;Images|string||0;Pod Labels|string||0\nv1/replicationcontrollers Name|string|name|0;Desired|integer||0;Current|integer||0;Ready|integer||0;Age|string||0;Containers|string||1;Images|string||1;Selector|string||1\nv1/resourcequotas Name|string|name|0;Age|string||0;Request|string||0;Limit|string||0\nv1/secrets Name|string|name|0;Type|string||0;Data|string||0;Age|string||0\nv1/serviceaccounts Name|string|name|0;Secrets|string||0;Age|string||0\nv1/services Name|string|name|0;Type|string||0;Cluster-IP|string||0;External-IP|string||0;Port(s)|string||0;Age|string||0;Selector|string||1\napiregistration.k8s.io/v1/apiservices Name|string|name|0;Service|string||0;Available|string||0;Age|string||0\napps/v1/controllerrevisions Name|string|name|0;Controller|string||0;Revision|string||0;Age|string||0\napps/v1/daemonsets Name|string|name|0;Desired|integer||0;Current|integer||0;Ready|integer||0;Up-to-date|integer||0;Available|integer||0;Node Selector|string||0;Age|string||0;Containers|string||1;Images|string||1;Selector|string||1\napps/v1/deployments Name|string|name|0;Ready|string||0;Up-to-date|string||0;Available|string||0;Age|string||0;Containers|string||1;Images|string||1;Selector|string||1\napps/v1/replicasets Name|string|name|0;Desired|integer||0;Current|integer||0;Ready|integer||0;Age|string||0;Containers|string||1;Images|string||1;Selector|string||1\napps/v1/statefulsets Name|string|name|0;Ready|string||0;Age|string||0;Containers|string||1;Images|string||1\nevents.k8s.io/v1/events Last Seen|string||0;Type|string||0;Reason|string||0;Object|string||0;Subobject|string||1;Source|string||1;Message|string||0;First Seen|string||1;Count|string||1;Name|string|name|1\nautoscaling/v2/horizontalpodautoscalers Name|string|name|0;Reference|string||0;Targets|string||0;MinPods|string||0;MaxPods|string||0;Replicas|string||0;Age|string||0\nautoscaling/v1/horizontalpodautoscalers Name|string|name|0;Reference|string||0;Targets|string||0;MinPods|string||0;MaxPods|string||0;Replicas|string||0;Age|string||0\nbatch/v1/cronjobs Name|string|name|0;Schedule|string||0;Timezone|string||0;Suspend|boolean||0;Active|integer||0;Last Schedule|string||0;Age|string||0;Containers|string||1;Images|string||1;Selector|string||1\nbatch/v1/jobs Name|string|name|0;Status|string||0;Completions|string||0;Duration|string||0;Age|string||0;Containers|string||1;Images|string||1;Selector|string||1\ncertificates.k8s.io/v1/certificatesigningrequests Name|string|name|0;Age|string||0;SignerName|string||0;Requestor|string||0;RequestedDuration|string||0;Condition|string||0\nnetworking.k8s.io/v1/ingressclasses Name|string|name|0;Controller|string||0;Parameters|string||0;Age|string||0\nnetworking.k8s.io/v1/ingresses Name|string|name|0;Class|string||0;Hosts|string||0;Address|string||0;Ports|string||0;Age|string||0\nnetworking.k8s.io/v1/networkpolicies Name|string|name|0;Pod-Selector|string||0;Age|string||0\npolicy/v1/poddisruptionbudgets Name|string|name|0;Min Available|string||0;Max Unavailable|string||0;Allowed Disruptions|integer||0;Age|string||0\nrbac.authorization.k8s.io/v1/clusterrolebindings Name|string|name|0;Role|string||0;Age|string||0;Users|string||1;Groups|string||1;ServiceAccounts|string||1\nrbac.authorization.k8s.io/v1/clusterroles Name|string|name|0;Created At|date||0\nrbac.authorization.k8s.io/v1/rolebindings Name|string|name|0;Role|string||0;Age|string||0;Users|string||1;Groups|string||1;ServiceAccounts|string||1\nrbac.authorization.k8s.io/v1/roles Name|string|name|0;Created At|date||0\nstorage.k8s.io/v1/csidrivers Name|string|name|0;AttachRequired|boolean||0;PodInfoOnMount|boolean||0;StorageCapacity|boolean||0;TokenRequests|string||0;RequiresRepublish|boolean||0;Modes|string||0;Age|string||0\nstorage.k8s.io/v1/csinodes Name|string|name|0;Drivers|integer||0;Age|string||0\nstorage.k8s.io/v1/csistoragecapacities Name|string|name|0;Created At|date||0\nstorage.k8s.io/v1/storageclasses Name|string|name|0;Provisioner|string||0;ReclaimPolicy|string||0;VolumeBindingMode|string||0;AllowVolumeExpansion|string||0;Age|string||0\nstorage.k8s.io/v1/volumeattachments Name|string|name|0;Attacher|string|name|0;PV|string||0;Node|string||0;Attached|boolean||0;Age|string||0\nadmissionregistration.k8s.io/v1/mutatingwebhookconfigurations Name|string|name|0;Webhooks|integer||0;Age|string||0\nadmissionregistration.k8s.io/v1/validatingadmissionpolicies Name|string|name|0;Validations|integer||0;ParamKind|string||0;Age|string||0\nadmissionregistration.k8s.io/v1/validatingadmissionpolicybindings Name|string|name|0;PolicyName|string||0;ParamRef|string||0;Age|string||0\nadmissionregistration.k8s.io/v1/validatingwebhookconfigurations Name|string|name|0;Webhooks|integer||0;Age|string||0\napiextensions.k8s.io/v1/customresourcedefinitions Name|string|name|0;Created At|date||0\nscheduling.k8s.io/v1/priorityclasses Name|string|name|0;Value|integer||0;Global-Default|boolean||0;Age|string||0;PreemptionPolicy|string||0\ncoordination.k8s.io/v1/leases Name|string|name|0;Holder|string||0;Age|string||0\nnode.k8s.io/v1/runtimeclasses Name|string|name|0;Handler|string||0;Age|string||0\ndiscovery.k8s.io/v1/endpointslices Name|string|name|0;AddressType|string||0;Ports|string||0;Endpoints|string||0;Age|string||0\nflowcontrol.apiserver.k8s.io/v1/flowschemas Name|string|name|0;PriorityLevel|string||0;MatchingPrecedence|string||0;DistinguisherMethod|string||0;Age|string||0;MissingPL|string||0\nflowcontrol.apiserver.k8s.io/v1/prioritylevelconfigurations Name|string|name|0;Type|string||0;NominalConcurrencyShares|string||0;Queues|string||0;HandSize|string||0;QueueLengthLimit|string||0;Age|string||0\n";

// src/facts/openapi.ts
export declare const openapiFacts = "\napi.admissionregistration.v1.AuditAnnotation {\"t\":\"object\",\"r\":[\"key\",\"valueExpression\"],\"p\":{\"key\":\"S\",\"valueExpression\":\"S\"}}\napi.admissionregistration.v1.ExpressionWarning {\"t\":\"object\",\"r\":[\"fieldRef\",\"warning\"],\"p\":{\"fieldRef\":\"S\",\"warning\":\"S\"}}\napi.admissionregistration.v1.MatchCondition {\"t\":\"object\",\"r\":[\"name\",\"expression\"],\"p\":{\"expression\":\"S\",\"name\":\"S\"}}\napi.admissionregistration.v1.MatchResources {\"t\":\"object\",\"p\":{\"excludeResourceRules\":{\"t\":\"array\",\"i\":\"!api.admissionregistration.v1.NamedRuleWithOperations\",\"lt\":\"atomic\"},\"matchPolicy\":{\"t\":\"string\",\"e\":[\"Equivalent\",\"Exact\"]},\"namespaceSelector\":\"@apimachinery.pkg.apis.meta.v1.LabelSelector\",\"objectSelector\":\"@apimachinery.pkg.apis.meta.v1.LabelSelector\",\"resourceRules\":{\"t\":\"array\",\"i\":\"!api.admissionregistration.v1.NamedRuleWithOperations\",\"lt\":\"atomic\"}},\"mt\":\"atomic\"}\napi.admissionregistration.v1.MutatingWebhook {\"t\":\"object\",\"r\":[\"name\",\"clientConfig\",\"sideEffects\",\"admissionReviewVersions\"],\"p\":{\"admissionReviewVersions\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"clientConfig\":\"!api.admissionregistration.v1.WebhookClientConfig\",\"failurePolicy\":{\"t\":\"string\",\"e\":[\"Fail\",\"Ignore\"]},\"matchConditions\":{\"t\":\"array\",\"i\":\"!api.admissionregistration.v1.MatchCondition\",\"lk\":[\"name\"],\"lt\":\"map\",\"mk\":\"name\",\"ps\":\"merge\"},\"matchPolicy\":{\"t\":\"string\",\"e\":[\"Equivalent\",\"Exact\"]},\"name\":\"S\",\"namespaceSelector\":\"@apimachinery.pkg.apis.meta.v1.LabelSelector\",\"objectSelector\":\"@apimachinery.pkg.apis.meta.v1.LabelSelector\",\"reinvocationPolicy\":{\"t\":\"string\",\"e\":[\"IfNeeded\",\"Never\"]},\"rules\":{\"t\":\"array\",\"i\":\"!api.admissionregistration.v1.RuleWithOperations\",\"lt\":\"atomic\"},\"sideEffects\":{\"t\":\"string\",\"e\":[\"None\",\"NoneOnDryRun\",\"Some\",\"Unknown\"]},\"timeoutSeconds\":\"i\"}}\napi.admissionregistration.v1.MutatingWebhookConfiguration {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"webhooks\":{\"t\":\"array\",\"i\":\"!api.admissionregistration.v1.MutatingWebhook\",\"lk\":[\"name\"],\"lt\":\"map\",\"mk\":\"name\",\"ps\":\"merge\"}},\"gvk\":[{\"group\":\"admissionregistration.k8s.io\",\"kind\":\"MutatingWebhookConfiguration\",\"version\":\"v1\"}]}\napi.admissionregistration.v1.MutatingWebhookConfigurationList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.admissionregistration.v1.MutatingWebhookConfiguration\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"admissionregistration.k8s.io\",\"kind\":\"MutatingWebhookConfigurationList\",\"version\":\"v1\"}]}\napi.admissionregistration.v1.NamedRuleWithOperations {\"t\":\"object\",\"p\":{\"apiGroups\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"apiVersions\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"operations\":{\"t\":\"array\",\"i\":{\"t\":\"string\",\"d\":\"\",\"e\":[\"*\",\"CONNECT\",\"CREATE\",\"DELETE\",\"UPDATE\"]},\"lt\":\"atomic\"},\"resourceNames\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"resources\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"scope\":\"s\"},\"mt\":\"atomic\"}\napi.admissionregistration.v1.ParamKind {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\"},\"mt\":\"atomic\"}\napi.admissionregistration.v1.ParamRef {\"t\":\"object\",\"p\":{\"name\":\"s\",\"namespace\":\"s\",\"parameterNotFoundAction\":\"s\",\"selector\":\"@apimachinery.pkg.apis.meta.v1.LabelSelector\"},\"mt\":\"atomic\"}\napi.admissionregistration.v1.RuleWithOperations {\"t\":\"object\",\"p\":{\"apiGroups\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"apiVersions\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"operations\":{\"t\":\"array\",\"i\":{\"t\":\"string\",\"d\":\"\",\"e\":[\"*\",\"CONNECT\",\"CREATE\",\"DELETE\",\"UPDATE\"]},\"lt\":\"atomic\"},\"resources\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"scope\":\"s\"}}\napi.admissionregistration.v1.ServiceReference {\"t\":\"object\",\"r\":[\"namespace\",\"name\"],\"p\":{\"name\":\"S\",\"namespace\":\"S\",\"path\":\"s\",\"port\":\"i\"}}\napi.admissionregistration.v1.TypeChecking {\"t\":\"object\",\"p\":{\"expressionWarnings\":{\"t\":\"array\",\"i\":\"!api.admissionregistration.v1.ExpressionWarning\",\"lt\":\"atomic\"}}}\napi.admissionregistration.v1.ValidatingAdmissionPolicy {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.admissionregistration.v1.ValidatingAdmissionPolicySpec\",\"status\":\"!api.admissionregistration.v1.ValidatingAdmissionPolicyStatus\"},\"gvk\":[{\"group\":\"admissionregistration.k8s.io\",\"kind\":\"ValidatingAdmissionPolicy\",\"version\":\"v1\"}]}\napi.admissionregistration.v1.ValidatingAdmissionPolicyBinding {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.admissionregistration.v1.ValidatingAdmissionPolicyBindingSpec\"},\"gvk\":[{\"group\":\"admissionregistration.k8s.io\",\"kind\":\"ValidatingAdmissionPolicyBinding\",\"version\":\"v1\"}]}\napi.admissionregistration.v1.ValidatingAdmissionPolicyBindingList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.admissionregistration.v1.ValidatingAdmissionPolicyBinding\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"admissionregistration.k8s.io\",\"kind\":\"ValidatingAdmissionPolicyBindingList\",\"version\":\"v1\"}]}\napi.admissionregistration.v1.ValidatingAdmissionPolicyBindingSpec {\"t\":\"object\",\"p\":{\"matchResources\":\"@api.admissionregistration.v1.MatchResources\",\"paramRef\":\"@api.admissionregistration.v1.ParamRef\",\"policyName\":\"s\",\"validationActions\":{\"t\":\"array\",\"i\":{\"t\":\"string\",\"d\":\"\",\"e\":[\"Audit\",\"Deny\",\"Warn\"]},\"lt\":\"set\"}}}\napi.admissionregistration.v1.ValidatingAdmissionPolicyList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.admissionregistration.v1.ValidatingAdmissionPolicy\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"admissionregistration.k8s.io\",\"kind\":\"ValidatingAdmissionPolicyList\",\"version\":\"v1\"}]}\napi.admissionregistration.v1.ValidatingAdmissionPolicySpec {\"t\":\"object\",\"p\":{\"auditAnnotations\":{\"t\":\"array\",\"i\":\"!api.admissionregistration.v1.AuditAnnotation\",\"lt\":\"atomic\"},\"failurePolicy\":{\"t\":\"string\",\"e\":[\"Fail\",\"Ignore\"]},\"matchConditions\":{\"t\":\"array\",\"i\":\"!api.admissionregistration.v1.MatchCondition\",\"lk\":[\"name\"],\"lt\":\"map\",\"mk\":\"name\",\"ps\":\"merge\"},\"matchConstraints\":\"@api.admissionregistration.v1.MatchResources\",\"paramKind\":\"@api.admissionregistration.v1.ParamKind\",\"validations\":{\"t\":\"array\",\"i\":\"!api.admissionregistration.v1.Validation\",\"lt\":\"atomic\"},\"variables\":{\"t\":\"array\",\"i\":\"!api.admissionregistration.v1.Variable\",\"lk\":[\"name\"],\"lt\":\"map\",\"mk\":\"name\",\"ps\":\"merge\"}}}\napi.admissionregistration.v1.ValidatingAdmissionPolicyStatus {\"t\":\"object\",\"p\":{\"conditions\":{\"t\":\"array\",\"i\":\"!apimachinery.pkg.apis.meta.v1.Condition\",\"lk\":[\"type\"],\"lt\":\"map\"},\"observedGeneration\":\"l\",\"typeChecking\":\"@api.admissionregistration.v1.TypeChecking\"}}\napi.admissionregistration.v1.ValidatingWebhook {\"t\":\"object\",\"r\":[\"name\",\"clientConfig\",\"sideEffects\",\"admissionReviewVersions\"],\"p\":{\"admissionReviewVersions\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"clientConfig\":\"!api.admissionregistration.v1.WebhookClientConfig\",\"failurePolicy\":{\"t\":\"string\",\"e\":[\"Fail\",\"Ignore\"]},\"matchConditions\":{\"t\":\"array\",\"i\":\"!api.admissionregistration.v1.MatchCondition\",\"lk\":[\"name\"],\"lt\":\"map\",\"mk\":\"name\",\"ps\":\"merge\"},\"matchPolicy\":{\"t\":\"string\",\"e\":[\"Equivalent\",\"Exact\"]},\"name\":\"S\",\"namespaceSelector\":\"@apimachinery.pkg.apis.meta.v1.LabelSelector\",\"objectSelector\":\"@apimachinery.pkg.apis.meta.v1.LabelSelector\",\"rules\":{\"t\":\"array\",\"i\":\"!api.admissionregistration.v1.RuleWithOperations\",\"lt\":\"atomic\"},\"sideEffects\":{\"t\":\"string\",\"e\":[\"None\",\"NoneOnDryRun\",\"Some\",\"Unknown\"]},\"timeoutSeconds\":\"i\"}}\napi.admissionregistration.v1.ValidatingWebhookConfiguration {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"webhooks\":{\"t\":\"array\",\"i\":\"!api.admissionregistration.v1.ValidatingWebhook\",\"lk\":[\"name\"],\"lt\":\"map\",\"mk\":\"name\",\"ps\":\"merge\"}},\"gvk\":[{\"group\":\"admissionregistration.k8s.io\",\"kind\":\"ValidatingWebhookConfiguration\",\"version\":\"v1\"}]}\napi.admissionregistration.v1.ValidatingWebhookConfigurationList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.admissionregistration.v1.ValidatingWebhookConfiguration\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"admissionregistration.k8s.io\",\"kind\":\"ValidatingWebhookConfigurationList\",\"version\":\"v1\"}]}\napi.admissionregistration.v1.Validation {\"t\":\"object\",\"r\":[\"expression\"],\"p\":{\"expression\":\"S\",\"message\":\"s\",\"messageExpression\":\"s\",\"reason\":\"s\"}}\napi.admissionregistration.v1.Variable {\"t\":\"object\",\"r\":[\"name\",\"expression\"],\"p\":{\"expression\":\"S\",\"name\":\"S\"},\"mt\":\"atomic\"}\napi.admissionregistration.v1.WebhookClientConfig {\"t\":\"object\",\"p\":{\"caBundle\":{\"t\":\"string\",\"f\":\"byte\"},\"service\":\"@api.admissionregistration.v1.ServiceReference\",\"url\":\"s\"}}\napi.apps.v1.ControllerRevision {\"t\":\"object\",\"r\":[\"revision\"],\"p\":{\"apiVersion\":\"s\",\"data\":\"@apimachinery.pkg.runtime.RawExtension\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"revision\":{\"t\":\"integer\",\"f\":\"int64\",\"d\":0}},\"gvk\":[{\"group\":\"apps\",\"kind\":\"ControllerRevision\",\"version\":\"v1\"}]}\napi.apps.v1.ControllerRevisionList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.apps.v1.ControllerRevision\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"apps\",\"kind\":\"ControllerRevisionList\",\"version\":\"v1\"}]}\napi.apps.v1.DaemonSet {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.apps.v1.DaemonSetSpec\",\"status\":\"!api.apps.v1.DaemonSetStatus\"},\"gvk\":[{\"group\":\"apps\",\"kind\":\"DaemonSet\",\"version\":\"v1\"}]}\napi.apps.v1.DaemonSetCondition {\"t\":\"object\",\"r\":[\"type\",\"status\"],\"p\":{\"lastTransitionTime\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"message\":\"s\",\"reason\":\"s\",\"status\":\"S\",\"type\":\"S\"}}\napi.apps.v1.DaemonSetList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.apps.v1.DaemonSet\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"apps\",\"kind\":\"DaemonSetList\",\"version\":\"v1\"}]}\napi.apps.v1.DaemonSetSpec {\"t\":\"object\",\"r\":[\"selector\",\"template\"],\"p\":{\"minReadySeconds\":\"i\",\"revisionHistoryLimit\":\"i\",\"selector\":\"@apimachinery.pkg.apis.meta.v1.LabelSelector\",\"template\":\"!api.core.v1.PodTemplateSpec\",\"updateStrategy\":\"!api.apps.v1.DaemonSetUpdateStrategy\"}}\napi.apps.v1.DaemonSetStatus {\"t\":\"object\",\"r\":[\"currentNumberScheduled\",\"numberMisscheduled\",\"desiredNumberScheduled\",\"numberReady\"],\"p\":{\"collisionCount\":\"i\",\"conditions\":{\"t\":\"array\",\"i\":\"!api.apps.v1.DaemonSetCondition\",\"lk\":[\"type\"],\"lt\":\"map\",\"mk\":\"type\",\"ps\":\"merge\"},\"currentNumberScheduled\":\"I\",\"desiredNumberScheduled\":\"I\",\"numberAvailable\":\"i\",\"numberMisscheduled\":\"I\",\"numberReady\":\"I\",\"numberUnavailable\":\"i\",\"observedGeneration\":\"l\",\"updatedNumberScheduled\":\"i\"}}\napi.apps.v1.DaemonSetUpdateStrategy {\"t\":\"object\",\"p\":{\"rollingUpdate\":\"@api.apps.v1.RollingUpdateDaemonSet\",\"type\":{\"t\":\"string\",\"e\":[\"OnDelete\",\"RollingUpdate\"]}}}\napi.apps.v1.Deployment {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.apps.v1.DeploymentSpec\",\"status\":\"!api.apps.v1.DeploymentStatus\"},\"gvk\":[{\"group\":\"apps\",\"kind\":\"Deployment\",\"version\":\"v1\"}]}\napi.apps.v1.DeploymentCondition {\"t\":\"object\",\"r\":[\"type\",\"status\"],\"p\":{\"lastTransitionTime\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"lastUpdateTime\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"message\":\"s\",\"reason\":\"s\",\"status\":\"S\",\"type\":\"S\"}}\napi.apps.v1.DeploymentList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.apps.v1.Deployment\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"apps\",\"kind\":\"DeploymentList\",\"version\":\"v1\"}]}\napi.apps.v1.DeploymentSpec {\"t\":\"object\",\"r\":[\"selector\",\"template\"],\"p\":{\"minReadySeconds\":\"i\",\"paused\":\"b\",\"progressDeadlineSeconds\":\"i\",\"replicas\":\"i\",\"revisionHistoryLimit\":\"i\",\"selector\":\"@apimachinery.pkg.apis.meta.v1.LabelSelector\",\"strategy\":{\"d\":{},\"allOf\":[\"$api.apps.v1.DeploymentStrategy\"],\"ps\":\"retainKeys\"},\"template\":\"!api.core.v1.PodTemplateSpec\"}}\napi.apps.v1.DeploymentStatus {\"t\":\"object\",\"p\":{\"availableReplicas\":\"i\",\"collisionCount\":\"i\",\"conditions\":{\"t\":\"array\",\"i\":\"!api.apps.v1.DeploymentCondition\",\"lk\":[\"type\"],\"lt\":\"map\",\"mk\":\"type\",\"ps\":\"merge\"},\"observedGeneration\":\"l\",\"readyReplicas\":\"i\",\"replicas\":\"i\",\"unavailableReplicas\":\"i\",\"updatedReplicas\":\"i\"}}\napi.apps.v1.DeploymentStrategy {\"t\":\"object\",\"p\":{\"rollingUpdate\":\"@api.apps.v1.RollingUpdateDeployment\",\"type\":{\"t\":\"string\",\"e\":[\"Recreate\",\"RollingUpdate\"]}}}\napi.apps.v1.ReplicaSet {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.apps.v1.ReplicaSetSpec\",\"status\":\"!api.apps.v1.ReplicaSetStatus\"},\"gvk\":[{\"group\":\"apps\",\"kind\":\"ReplicaSet\",\"version\":\"v1\"}]}\napi.apps.v1.ReplicaSetCondition {\"t\":\"object\",\"r\":[\"type\",\"status\"],\"p\":{\"lastTransitionTime\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"message\":\"s\",\"reason\":\"s\",\"status\":\"S\",\"type\":\"S\"}}\napi.apps.v1.ReplicaSetList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.apps.v1.ReplicaSet\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"apps\",\"kind\":\"ReplicaSetList\",\"version\":\"v1\"}]}\napi.apps.v1.ReplicaSetSpec {\"t\":\"object\",\"r\":[\"selector\"],\"p\":{\"minReadySeconds\":\"i\",\"replicas\":\"i\",\"selector\":\"@apimachinery.pkg.apis.meta.v1.LabelSelector\",\"template\":\"!api.core.v1.PodTemplateSpec\"}}\napi.apps.v1.ReplicaSetStatus {\"t\":\"object\",\"r\":[\"replicas\"],\"p\":{\"availableReplicas\":\"i\",\"conditions\":{\"t\":\"array\",\"i\":\"!api.apps.v1.ReplicaSetCondition\",\"lk\":[\"type\"],\"lt\":\"map\",\"mk\":\"type\",\"ps\":\"merge\"},\"fullyLabeledReplicas\":\"i\",\"observedGeneration\":\"l\",\"readyReplicas\":\"i\",\"replicas\":\"I\"}}\napi.apps.v1.RollingUpdateDaemonSet {\"t\":\"object\",\"p\":{\"maxSurge\":\"@apimachinery.pkg.util.intstr.IntOrString\",\"maxUnavailable\":\"@apimachinery.pkg.util.intstr.IntOrString\"}}\napi.apps.v1.RollingUpdateDeployment {\"t\":\"object\",\"p\":{\"maxSurge\":\"@apimachinery.pkg.util.intstr.IntOrString\",\"maxUnavailable\":\"@apimachinery.pkg.util.intstr.IntOrString\"}}\napi.apps.v1.RollingUpdateStatefulSetStrategy {\"t\":\"object\",\"p\":{\"maxUnavailable\":\"@apimachinery.pkg.util.intstr.IntOrString\",\"partition\":\"i\"}}\napi.apps.v1.StatefulSet {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.apps.v1.StatefulSetSpec\",\"status\":\"!api.apps.v1.StatefulSetStatus\"},\"gvk\":[{\"group\":\"apps\",\"kind\":\"StatefulSet\",\"version\":\"v1\"}]}\napi.apps.v1.StatefulSetCondition {\"t\":\"object\",\"r\":[\"type\",\"status\"],\"p\":{\"lastTransitionTime\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"message\":\"s\",\"reason\":\"s\",\"status\":\"S\",\"type\":\"S\"}}\napi.apps.v1.StatefulSetList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.apps.v1.StatefulSet\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"apps\",\"kind\":\"StatefulSetList\",\"version\":\"v1\"}]}\napi.apps.v1.StatefulSetOrdinals {\"t\":\"object\",\"p\":{\"start\":\"I\"}}\napi.apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy {\"t\":\"object\",\"p\":{\"whenDeleted\":\"s\",\"whenScaled\":\"s\"}}\napi.apps.v1.StatefulSetSpec {\"t\":\"object\",\"r\":[\"selector\",\"template\",\"serviceName\"],\"p\":{\"minReadySeconds\":\"i\",\"ordinals\":\"@api.apps.v1.StatefulSetOrdinals\",\"persistentVolumeClaimRetentionPolicy\":\"@api.apps.v1.StatefulSetPersistentVolumeClaimRetentionPolicy\",\"podManagementPolicy\":{\"t\":\"string\",\"e\":[\"OrderedReady\",\"Parallel\"]},\"replicas\":\"i\",\"revisionHistoryLimit\":\"i\",\"selector\":\"@apimachinery.pkg.apis.meta.v1.LabelSelector\",\"serviceName\":\"S\",\"template\":\"!api.core.v1.PodTemplateSpec\",\"updateStrategy\":\"!api.apps.v1.StatefulSetUpdateStrategy\",\"volumeClaimTemplates\":{\"t\":\"array\",\"i\":\"!api.core.v1.PersistentVolumeClaim\",\"lt\":\"atomic\"}}}\napi.apps.v1.StatefulSetStatus {\"t\":\"object\",\"r\":[\"replicas\"],\"p\":{\"availableReplicas\":\"I\",\"collisionCount\":\"i\",\"conditions\":{\"t\":\"array\",\"i\":\"!api.apps.v1.StatefulSetCondition\",\"lk\":[\"type\"],\"lt\":\"map\",\"mk\":\"type\",\"ps\":\"merge\"},\"currentReplicas\":\"i\",\"currentRevision\":\"s\",\"observedGeneration\":\"l\",\"readyReplicas\":\"i\",\"replicas\":\"I\",\"updateRevision\":\"s\",\"updatedReplicas\":\"i\"}}\napi.apps.v1.StatefulSetUpdateStrategy {\"t\":\"object\",\"p\":{\"rollingUpdate\":\"@api.apps.v1.RollingUpdateStatefulSetStrategy\",\"type\":{\"t\":\"string\",\"e\":[\"OnDelete\",\"RollingUpdate\"]}}}\napi.authentication.v1.BoundObjectReference {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"name\":\"s\",\"uid\":\"s\"}}\napi.authentication.v1.SelfSubjectReview {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"status\":\"!api.authentication.v1.SelfSubjectReviewStatus\"},\"gvk\":[{\"group\":\"authentication.k8s.io\",\"kind\":\"SelfSubjectReview\",\"version\":\"v1\"}]}\napi.authentication.v1.SelfSubjectReviewStatus {\"t\":\"object\",\"p\":{\"userInfo\":\"!api.authentication.v1.UserInfo\"}}\napi.authentication.v1.TokenRequest {\"t\":\"object\",\"r\":[\"spec\"],\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.authentication.v1.TokenRequestSpec\",\"status\":\"!api.authentication.v1.TokenRequestStatus\"},\"gvk\":[{\"group\":\"authentication.k8s.io\",\"kind\":\"TokenRequest\",\"version\":\"v1\"}]}\napi.authentication.v1.TokenRequestSpec {\"t\":\"object\",\"r\":[\"audiences\"],\"p\":{\"audiences\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"boundObjectRef\":\"@api.authentication.v1.BoundObjectReference\",\"expirationSeconds\":\"l\"}}\napi.authentication.v1.TokenRequestStatus {\"t\":\"object\",\"r\":[\"token\",\"expirationTimestamp\"],\"p\":{\"expirationTimestamp\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"token\":\"S\"}}\napi.authentication.v1.TokenReview {\"t\":\"object\",\"r\":[\"spec\"],\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.authentication.v1.TokenReviewSpec\",\"status\":\"!api.authentication.v1.TokenReviewStatus\"},\"gvk\":[{\"group\":\"authentication.k8s.io\",\"kind\":\"TokenReview\",\"version\":\"v1\"}]}\napi.authentication.v1.TokenReviewSpec {\"t\":\"object\",\"p\":{\"audiences\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"token\":\"s\"}}\napi.authentication.v1.TokenReviewStatus {\"t\":\"object\",\"p\":{\"audiences\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"authenticated\":\"b\",\"error\":\"s\",\"user\":\"!api.authentication.v1.UserInfo\"}}\napi.authentication.v1.UserInfo {\"t\":\"object\",\"p\":{\"extra\":{\"t\":\"object\",\"a\":{\"t\":\"array\",\"i\":\"S\"}},\"groups\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"uid\":\"s\",\"username\":\"s\"}}\napi.authorization.v1.FieldSelectorAttributes {\"t\":\"object\",\"p\":{\"rawSelector\":\"s\",\"requirements\":{\"t\":\"array\",\"i\":\"!apimachinery.pkg.apis.meta.v1.FieldSelectorRequirement\",\"lt\":\"atomic\"}}}\napi.authorization.v1.LabelSelectorAttributes {\"t\":\"object\",\"p\":{\"rawSelector\":\"s\",\"requirements\":{\"t\":\"array\",\"i\":\"!apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement\",\"lt\":\"atomic\"}}}\napi.authorization.v1.LocalSubjectAccessReview {\"t\":\"object\",\"r\":[\"spec\"],\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.authorization.v1.SubjectAccessReviewSpec\",\"status\":\"!api.authorization.v1.SubjectAccessReviewStatus\"},\"gvk\":[{\"group\":\"authorization.k8s.io\",\"kind\":\"LocalSubjectAccessReview\",\"version\":\"v1\"}]}\napi.authorization.v1.NonResourceAttributes {\"t\":\"object\",\"p\":{\"path\":\"s\",\"verb\":\"s\"}}\napi.authorization.v1.NonResourceRule {\"t\":\"object\",\"r\":[\"verbs\"],\"p\":{\"nonResourceURLs\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"verbs\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"}}}\napi.authorization.v1.ResourceAttributes {\"t\":\"object\",\"p\":{\"fieldSelector\":\"@api.authorization.v1.FieldSelectorAttributes\",\"group\":\"s\",\"labelSelector\":\"@api.authorization.v1.LabelSelectorAttributes\",\"name\":\"s\",\"namespace\":\"s\",\"resource\":\"s\",\"subresource\":\"s\",\"verb\":\"s\",\"version\":\"s\"}}\napi.authorization.v1.ResourceRule {\"t\":\"object\",\"r\":[\"verbs\"],\"p\":{\"apiGroups\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"resourceNames\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"resources\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"verbs\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"}}}\napi.authorization.v1.SelfSubjectAccessReview {\"t\":\"object\",\"r\":[\"spec\"],\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.authorization.v1.SelfSubjectAccessReviewSpec\",\"status\":\"!api.authorization.v1.SubjectAccessReviewStatus\"},\"gvk\":[{\"group\":\"authorization.k8s.io\",\"kind\":\"SelfSubjectAccessReview\",\"version\":\"v1\"}]}\napi.authorization.v1.SelfSubjectAccessReviewSpec {\"t\":\"object\",\"p\":{\"nonResourceAttributes\":\"@api.authorization.v1.NonResourceAttributes\",\"resourceAttributes\":\"@api.authorization.v1.ResourceAttributes\"}}\napi.authorization.v1.SelfSubjectRulesReview {\"t\":\"object\",\"r\":[\"spec\"],\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.authorization.v1.SelfSubjectRulesReviewSpec\",\"status\":\"!api.authorization.v1.SubjectRulesReviewStatus\"},\"gvk\":[{\"group\":\"authorization.k8s.io\",\"kind\":\"SelfSubjectRulesReview\",\"version\":\"v1\"}]}\napi.authorization.v1.SelfSubjectRulesReviewSpec {\"t\":\"object\",\"p\":{\"namespace\":\"s\"}}\napi.authorization.v1.SubjectAccessReview {\"t\":\"object\",\"r\":[\"spec\"],\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.authorization.v1.SubjectAccessReviewSpec\",\"status\":\"!api.authorization.v1.SubjectAccessReviewStatus\"},\"gvk\":[{\"group\":\"authorization.k8s.io\",\"kind\":\"SubjectAccessReview\",\"version\":\"v1\"}]}\napi.authorization.v1.SubjectAccessReviewSpec {\"t\":\"object\",\"p\":{\"extra\":{\"t\":\"object\",\"a\":{\"t\":\"array\",\"i\":\"S\"}},\"groups\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"nonResourceAttributes\":\"@api.authorization.v1.NonResourceAttributes\",\"resourceAttributes\":\"@api.authorization.v1.ResourceAttributes\",\"uid\":\"s\",\"user\":\"s\"}}\napi.authorization.v1.SubjectAccessReviewStatus {\"t\":\"object\",\"r\":[\"allowed\"],\"p\":{\"allowed\":{\"t\":\"boolean\",\"d\":false},\"denied\":\"b\",\"evaluationError\":\"s\",\"reason\":\"s\"}}\napi.authorization.v1.SubjectRulesReviewStatus {\"t\":\"object\",\"r\":[\"resourceRules\",\"nonResourceRules\",\"incomplete\"],\"p\":{\"evaluationError\":\"s\",\"incomplete\":{\"t\":\"boolean\",\"d\":false},\"nonResourceRules\":{\"t\":\"array\",\"i\":\"!api.authorization.v1.NonResourceRule\",\"lt\":\"atomic\"},\"resourceRules\":{\"t\":\"array\",\"i\":\"!api.authorization.v1.ResourceRule\",\"lt\":\"atomic\"}}}\napi.autoscaling.v1.CrossVersionObjectReference {\"t\":\"object\",\"r\":[\"kind\",\"name\"],\"p\":{\"apiVersion\":\"s\",\"kind\":\"S\",\"name\":\"S\"},\"mt\":\"atomic\"}\napi.autoscaling.v1.HorizontalPodAutoscaler {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.autoscaling.v1.HorizontalPodAutoscalerSpec\",\"status\":\"!api.autoscaling.v1.HorizontalPodAutoscalerStatus\"},\"gvk\":[{\"group\":\"autoscaling\",\"kind\":\"HorizontalPodAutoscaler\",\"version\":\"v1\"}]}\napi.autoscaling.v1.HorizontalPodAutoscalerList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.autoscaling.v1.HorizontalPodAutoscaler\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"autoscaling\",\"kind\":\"HorizontalPodAutoscalerList\",\"version\":\"v1\"}]}\napi.autoscaling.v1.HorizontalPodAutoscalerSpec {\"t\":\"object\",\"r\":[\"scaleTargetRef\",\"maxReplicas\"],\"p\":{\"maxReplicas\":\"I\",\"minReplicas\":\"i\",\"scaleTargetRef\":\"!api.autoscaling.v1.CrossVersionObjectReference\",\"targetCPUUtilizationPercentage\":\"i\"}}\napi.autoscaling.v1.HorizontalPodAutoscalerStatus {\"t\":\"object\",\"r\":[\"currentReplicas\",\"desiredReplicas\"],\"p\":{\"currentCPUUtilizationPercentage\":\"i\",\"currentReplicas\":\"I\",\"desiredReplicas\":\"I\",\"lastScaleTime\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"observedGeneration\":\"l\"}}\napi.autoscaling.v1.Scale {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.autoscaling.v1.ScaleSpec\",\"status\":\"!api.autoscaling.v1.ScaleStatus\"},\"gvk\":[{\"group\":\"autoscaling\",\"kind\":\"Scale\",\"version\":\"v1\"}]}\napi.autoscaling.v1.ScaleSpec {\"t\":\"object\",\"p\":{\"replicas\":\"i\"}}\napi.autoscaling.v1.ScaleStatus {\"t\":\"object\",\"r\":[\"replicas\"],\"p\":{\"replicas\":\"I\",\"selector\":\"s\"}}\napi.autoscaling.v2.ContainerResourceMetricSource {\"t\":\"object\",\"r\":[\"name\",\"target\",\"container\"],\"p\":{\"container\":\"S\",\"name\":\"S\",\"target\":\"!api.autoscaling.v2.MetricTarget\"}}\napi.autoscaling.v2.ContainerResourceMetricStatus {\"t\":\"object\",\"r\":[\"name\",\"current\",\"container\"],\"p\":{\"container\":\"S\",\"current\":\"!api.autoscaling.v2.MetricValueStatus\",\"name\":\"S\"}}\napi.autoscaling.v2.CrossVersionObjectReference {\"t\":\"object\",\"r\":[\"kind\",\"name\"],\"p\":{\"apiVersion\":\"s\",\"kind\":\"S\",\"name\":\"S\"}}\napi.autoscaling.v2.ExternalMetricSource {\"t\":\"object\",\"r\":[\"metric\",\"target\"],\"p\":{\"metric\":\"!api.autoscaling.v2.MetricIdentifier\",\"target\":\"!api.autoscaling.v2.MetricTarget\"}}\napi.autoscaling.v2.ExternalMetricStatus {\"t\":\"object\",\"r\":[\"metric\",\"current\"],\"p\":{\"current\":\"!api.autoscaling.v2.MetricValueStatus\",\"metric\":\"!api.autoscaling.v2.MetricIdentifier\"}}\napi.autoscaling.v2.HPAScalingPolicy {\"t\":\"object\",\"r\":[\"type\",\"value\",\"periodSeconds\"],\"p\":{\"periodSeconds\":\"I\",\"type\":\"S\",\"value\":\"I\"}}\napi.autoscaling.v2.HPAScalingRules {\"t\":\"object\",\"p\":{\"policies\":{\"t\":\"array\",\"i\":\"!api.autoscaling.v2.HPAScalingPolicy\",\"lt\":\"atomic\"},\"selectPolicy\":\"s\",\"stabilizationWindowSeconds\":\"i\"}}\napi.autoscaling.v2.HorizontalPodAutoscaler {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.autoscaling.v2.HorizontalPodAutoscalerSpec\",\"status\":\"!api.autoscaling.v2.HorizontalPodAutoscalerStatus\"},\"gvk\":[{\"group\":\"autoscaling\",\"kind\":\"HorizontalPodAutoscaler\",\"version\":\"v2\"}]}\napi.autoscaling.v2.HorizontalPodAutoscalerBehavior {\"t\":\"object\",\"p\":{\"scaleDown\":\"@api.autoscaling.v2.HPAScalingRules\",\"scaleUp\":\"@api.autoscaling.v2.HPAScalingRules\"}}\napi.autoscaling.v2.HorizontalPodAutoscalerCondition {\"t\":\"object\",\"r\":[\"type\",\"status\"],\"p\":{\"lastTransitionTime\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"message\":\"s\",\"reason\":\"s\",\"status\":\"S\",\"type\":\"S\"}}\napi.autoscaling.v2.HorizontalPodAutoscalerList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.autoscaling.v2.HorizontalPodAutoscaler\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"autoscaling\",\"kind\":\"HorizontalPodAutoscalerList\",\"version\":\"v2\"}]}\napi.autoscaling.v2.HorizontalPodAutoscalerSpec {\"t\":\"object\",\"r\":[\"scaleTargetRef\",\"maxReplicas\"],\"p\":{\"behavior\":\"@api.autoscaling.v2.HorizontalPodAutoscalerBehavior\",\"maxReplicas\":\"I\",\"metrics\":{\"t\":\"array\",\"i\":\"!api.autoscaling.v2.MetricSpec\",\"lt\":\"atomic\"},\"minReplicas\":\"i\",\"scaleTargetRef\":\"!api.autoscaling.v2.CrossVersionObjectReference\"}}\napi.autoscaling.v2.HorizontalPodAutoscalerStatus {\"t\":\"object\",\"r\":[\"desiredReplicas\"],\"p\":{\"conditions\":{\"t\":\"array\",\"i\":\"!api.autoscaling.v2.HorizontalPodAutoscalerCondition\",\"lk\":[\"type\"],\"lt\":\"map\",\"mk\":\"type\",\"ps\":\"merge\"},\"currentMetrics\":{\"t\":\"array\",\"i\":\"!api.autoscaling.v2.MetricStatus\",\"lt\":\"atomic\"},\"currentReplicas\":\"i\",\"desiredReplicas\":\"I\",\"lastScaleTime\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"observedGeneration\":\"l\"}}\napi.autoscaling.v2.MetricIdentifier {\"t\":\"object\",\"r\":[\"name\"],\"p\":{\"name\":\"S\",\"selector\":\"@apimachinery.pkg.apis.meta.v1.LabelSelector\"}}\napi.autoscaling.v2.MetricSpec {\"t\":\"object\",\"r\":[\"type\"],\"p\":{\"containerResource\":\"@api.autoscaling.v2.ContainerResourceMetricSource\",\"external\":\"@api.autoscaling.v2.ExternalMetricSource\",\"object\":\"@api.autoscaling.v2.ObjectMetricSource\",\"pods\":\"@api.autoscaling.v2.PodsMetricSource\",\"resource\":\"@api.autoscaling.v2.ResourceMetricSource\",\"type\":\"S\"}}\napi.autoscaling.v2.MetricStatus {\"t\":\"object\",\"r\":[\"type\"],\"p\":{\"containerResource\":\"@api.autoscaling.v2.ContainerResourceMetricStatus\",\"external\":\"@api.autoscaling.v2.ExternalMetricStatus\",\"object\":\"@api.autoscaling.v2.ObjectMetricStatus\",\"pods\":\"@api.autoscaling.v2.PodsMetricStatus\",\"resource\":\"@api.autoscaling.v2.ResourceMetricStatus\",\"type\":\"S\"}}\napi.autoscaling.v2.MetricTarget {\"t\":\"object\",\"r\":[\"type\"],\"p\":{\"averageUtilization\":\"i\",\"averageValue\":\"@apimachinery.pkg.api.resource.Quantity\",\"type\":\"S\",\"value\":\"@apimachinery.pkg.api.resource.Quantity\"}}\napi.autoscaling.v2.MetricValueStatus {\"t\":\"object\",\"p\":{\"averageUtilization\":\"i\",\"averageValue\":\"@apimachinery.pkg.api.resource.Quantity\",\"value\":\"@apimachinery.pkg.api.resource.Quantity\"}}\napi.autoscaling.v2.ObjectMetricSource {\"t\":\"object\",\"r\":[\"describedObject\",\"target\",\"metric\"],\"p\":{\"describedObject\":\"!api.autoscaling.v2.CrossVersionObjectReference\",\"metric\":\"!api.autoscaling.v2.MetricIdentifier\",\"target\":\"!api.autoscaling.v2.MetricTarget\"}}\napi.autoscaling.v2.ObjectMetricStatus {\"t\":\"object\",\"r\":[\"metric\",\"current\",\"describedObject\"],\"p\":{\"current\":\"!api.autoscaling.v2.MetricValueStatus\",\"describedObject\":\"!api.autoscaling.v2.CrossVersionObjectReference\",\"metric\":\"!api.autoscaling.v2.MetricIdentifier\"}}\napi.autoscaling.v2.PodsMetricSource {\"t\":\"object\",\"r\":[\"metric\",\"target\"],\"p\":{\"metric\":\"!api.autoscaling.v2.MetricIdentifier\",\"target\":\"!api.autoscaling.v2.MetricTarget\"}}\napi.autoscaling.v2.PodsMetricStatus {\"t\":\"object\",\"r\":[\"metric\",\"current\"],\"p\":{\"current\":\"!api.autoscaling.v2.MetricValueStatus\",\"metric\":\"!api.autoscaling.v2.MetricIdentifier\"}}\napi.autoscaling.v2.ResourceMetricSource {\"t\":\"object\",\"r\":[\"name\",\"target\"],\"p\":{\"name\":\"S\",\"target\":\"!api.autoscaling.v2.MetricTarget\"}}\napi.autoscaling.v2.ResourceMetricStatus {\"t\":\"object\",\"r\":[\"name\",\"current\"],\"p\":{\"current\":\"!api.autoscaling.v2.MetricValueStatus\",\"name\":\"S\"}}\napi.batch.v1.CronJob {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.batch.v1.CronJobSpec\",\"status\":\"!api.batch.v1.CronJobStatus\"},\"gvk\":[{\"group\":\"batch\",\"kind\":\"CronJob\",\"version\":\"v1\"}]}\napi.batch.v1.CronJobList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.batch.v1.CronJob\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"batch\",\"kind\":\"CronJobList\",\"version\":\"v1\"}]}\napi.batch.v1.CronJobSpec {\"t\":\"object\",\"r\":[\"schedule\",\"jobTemplate\"],\"p\":{\"concurrencyPolicy\":{\"t\":\"string\",\"e\":[\"Allow\",\"Forbid\",\"Replace\"]},\"failedJobsHistoryLimit\":\"i\",\"jobTemplate\":\"!api.batch.v1.JobTemplateSpec\",\"schedule\":\"S\",\"startingDeadlineSeconds\":\"l\",\"successfulJobsHistoryLimit\":\"i\",\"suspend\":\"b\",\"timeZone\":\"s\"}}\napi.batch.v1.CronJobStatus {\"t\":\"object\",\"p\":{\"active\":{\"t\":\"array\",\"i\":\"!api.core.v1.ObjectReference\",\"lt\":\"atomic\"},\"lastScheduleTime\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"lastSuccessfulTime\":\"@apimachinery.pkg.apis.meta.v1.Time\"}}\napi.batch.v1.Job {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.batch.v1.JobSpec\",\"status\":\"!api.batch.v1.JobStatus\"},\"gvk\":[{\"group\":\"batch\",\"kind\":\"Job\",\"version\":\"v1\"}]}\napi.batch.v1.JobCondition {\"t\":\"object\",\"r\":[\"type\",\"status\"],\"p\":{\"lastProbeTime\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"lastTransitionTime\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"message\":\"s\",\"reason\":\"s\",\"status\":\"S\",\"type\":\"S\"}}\napi.batch.v1.JobList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.batch.v1.Job\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"batch\",\"kind\":\"JobList\",\"version\":\"v1\"}]}\napi.batch.v1.JobSpec {\"t\":\"object\",\"r\":[\"template\"],\"p\":{\"activeDeadlineSeconds\":\"l\",\"backoffLimit\":\"i\",\"backoffLimitPerIndex\":\"i\",\"completionMode\":{\"t\":\"string\",\"e\":[\"Indexed\",\"NonIndexed\"]},\"completions\":\"i\",\"managedBy\":\"s\",\"manualSelector\":\"b\",\"maxFailedIndexes\":\"i\",\"parallelism\":\"i\",\"podFailurePolicy\":\"@api.batch.v1.PodFailurePolicy\",\"podReplacementPolicy\":{\"t\":\"string\",\"e\":[\"Failed\",\"TerminatingOrFailed\"]},\"selector\":\"@apimachinery.pkg.apis.meta.v1.LabelSelector\",\"successPolicy\":\"@api.batch.v1.SuccessPolicy\",\"suspend\":\"b\",\"template\":\"!api.core.v1.PodTemplateSpec\",\"ttlSecondsAfterFinished\":\"i\"}}\napi.batch.v1.JobStatus {\"t\":\"object\",\"p\":{\"active\":\"i\",\"completedIndexes\":\"s\",\"completionTime\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"conditions\":{\"t\":\"array\",\"i\":\"!api.batch.v1.JobCondition\",\"lt\":\"atomic\",\"mk\":\"type\",\"ps\":\"merge\"},\"failed\":\"i\",\"failedIndexes\":\"s\",\"ready\":\"i\",\"startTime\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"succeeded\":\"i\",\"terminating\":\"i\",\"uncountedTerminatedPods\":\"@api.batch.v1.UncountedTerminatedPods\"}}\napi.batch.v1.JobTemplateSpec {\"t\":\"object\",\"p\":{\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.batch.v1.JobSpec\"}}\napi.batch.v1.PodFailurePolicy {\"t\":\"object\",\"r\":[\"rules\"],\"p\":{\"rules\":{\"t\":\"array\",\"i\":\"!api.batch.v1.PodFailurePolicyRule\",\"lt\":\"atomic\"}}}\napi.batch.v1.PodFailurePolicyOnExitCodesRequirement {\"t\":\"object\",\"r\":[\"operator\",\"values\"],\"p\":{\"containerName\":\"s\",\"operator\":{\"t\":\"string\",\"d\":\"\",\"e\":[\"In\",\"NotIn\"]},\"values\":{\"t\":\"array\",\"i\":\"I\",\"lt\":\"set\"}}}\napi.batch.v1.PodFailurePolicyOnPodConditionsPattern {\"t\":\"object\",\"r\":[\"type\",\"status\"],\"p\":{\"status\":\"S\",\"type\":\"S\"}}\napi.batch.v1.PodFailurePolicyRule {\"t\":\"object\",\"r\":[\"action\"],\"p\":{\"action\":{\"t\":\"string\",\"d\":\"\",\"e\":[\"Count\",\"FailIndex\",\"FailJob\",\"Ignore\"]},\"onExitCodes\":\"@api.batch.v1.PodFailurePolicyOnExitCodesRequirement\",\"onPodConditions\":{\"t\":\"array\",\"i\":\"!api.batch.v1.PodFailurePolicyOnPodConditionsPattern\",\"lt\":\"atomic\"}}}\napi.batch.v1.SuccessPolicy {\"t\":\"object\",\"r\":[\"rules\"],\"p\":{\"rules\":{\"t\":\"array\",\"i\":\"!api.batch.v1.SuccessPolicyRule\",\"lt\":\"atomic\"}}}\napi.batch.v1.SuccessPolicyRule {\"t\":\"object\",\"p\":{\"succeededCount\":\"i\",\"succeededIndexes\":\"s\"}}\napi.batch.v1.UncountedTerminatedPods {\"t\":\"object\",\"p\":{\"failed\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"set\"},\"succeeded\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"set\"}}}\napi.certificates.v1.CertificateSigningRequest {\"t\":\"object\",\"r\":[\"spec\"],\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.certificates.v1.CertificateSigningRequestSpec\",\"status\":\"!api.certificates.v1.CertificateSigningRequestStatus\"},\"gvk\":[{\"group\":\"certificates.k8s.io\",\"kind\":\"CertificateSigningRequest\",\"version\":\"v1\"}]}\napi.certificates.v1.CertificateSigningRequestCondition {\"t\":\"object\",\"r\":[\"type\",\"status\"],\"p\":{\"lastTransitionTime\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"lastUpdateTime\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"message\":\"s\",\"reason\":\"s\",\"status\":\"S\",\"type\":\"S\"}}\napi.certificates.v1.CertificateSigningRequestList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.certificates.v1.CertificateSigningRequest\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"certificates.k8s.io\",\"kind\":\"CertificateSigningRequestList\",\"version\":\"v1\"}]}\napi.certificates.v1.CertificateSigningRequestSpec {\"t\":\"object\",\"r\":[\"request\",\"signerName\"],\"p\":{\"expirationSeconds\":\"i\",\"extra\":{\"t\":\"object\",\"a\":{\"t\":\"array\",\"i\":\"S\"}},\"groups\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"request\":{\"t\":\"string\",\"f\":\"byte\",\"lt\":\"atomic\"},\"signerName\":\"S\",\"uid\":\"s\",\"usages\":{\"t\":\"array\",\"i\":{\"t\":\"string\",\"d\":\"\",\"e\":[\"any\",\"cert sign\",\"client auth\",\"code signing\",\"content commitment\",\"crl sign\",\"data encipherment\",\"decipher only\",\"digital signature\",\"email protection\",\"encipher only\",\"ipsec end system\",\"ipsec tunnel\",\"ipsec user\",\"key agreement\",\"key encipherment\",\"microsoft sgc\",\"netscape sgc\",\"ocsp signing\",\"s/mime\",\"server auth\",\"signing\",\"timestamping\"]},\"lt\":\"atomic\"},\"username\":\"s\"}}\napi.certificates.v1.CertificateSigningRequestStatus {\"t\":\"object\",\"p\":{\"certificate\":{\"t\":\"string\",\"f\":\"byte\",\"lt\":\"atomic\"},\"conditions\":{\"t\":\"array\",\"i\":\"!api.certificates.v1.CertificateSigningRequestCondition\",\"lk\":[\"type\"],\"lt\":\"map\"}}}\napi.coordination.v1.Lease {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.coordination.v1.LeaseSpec\"},\"gvk\":[{\"group\":\"coordination.k8s.io\",\"kind\":\"Lease\",\"version\":\"v1\"}]}\napi.coordination.v1.LeaseList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.coordination.v1.Lease\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"coordination.k8s.io\",\"kind\":\"LeaseList\",\"version\":\"v1\"}]}\napi.coordination.v1.LeaseSpec {\"t\":\"object\",\"p\":{\"acquireTime\":\"@apimachinery.pkg.apis.meta.v1.MicroTime\",\"holderIdentity\":\"s\",\"leaseDurationSeconds\":\"i\",\"leaseTransitions\":\"i\",\"preferredHolder\":\"s\",\"renewTime\":\"@apimachinery.pkg.apis.meta.v1.MicroTime\",\"strategy\":\"s\"}}\napi.core.v1.AWSElasticBlockStoreVolumeSource {\"t\":\"object\",\"r\":[\"volumeID\"],\"p\":{\"fsType\":\"s\",\"partition\":\"i\",\"readOnly\":\"b\",\"volumeID\":\"S\"}}\napi.core.v1.Affinity {\"t\":\"object\",\"p\":{\"nodeAffinity\":\"@api.core.v1.NodeAffinity\",\"podAffinity\":\"@api.core.v1.PodAffinity\",\"podAntiAffinity\":\"@api.core.v1.PodAntiAffinity\"}}\napi.core.v1.AppArmorProfile {\"t\":\"object\",\"r\":[\"type\"],\"p\":{\"localhostProfile\":\"s\",\"type\":{\"t\":\"string\",\"d\":\"\",\"e\":[\"Localhost\",\"RuntimeDefault\",\"Unconfined\"]}},\"u\":[{\"discriminator\":\"type\",\"fields-to-discriminateBy\":{\"localhostProfile\":\"LocalhostProfile\"}}]}\napi.core.v1.AttachedVolume {\"t\":\"object\",\"r\":[\"name\",\"devicePath\"],\"p\":{\"devicePath\":\"S\",\"name\":\"S\"}}\napi.core.v1.AzureDiskVolumeSource {\"t\":\"object\",\"r\":[\"diskName\",\"diskURI\"],\"p\":{\"cachingMode\":{\"t\":\"string\",\"d\":\"ReadWrite\",\"e\":[\"None\",\"ReadOnly\",\"ReadWrite\"]},\"diskName\":\"S\",\"diskURI\":\"S\",\"fsType\":{\"t\":\"string\",\"d\":\"ext4\"},\"kind\":{\"t\":\"string\",\"d\":\"Shared\",\"e\":[\"Dedicated\",\"Managed\",\"Shared\"]},\"readOnly\":{\"t\":\"boolean\",\"d\":false}}}\napi.core.v1.AzureFilePersistentVolumeSource {\"t\":\"object\",\"r\":[\"secretName\",\"shareName\"],\"p\":{\"readOnly\":\"b\",\"secretName\":\"S\",\"secretNamespace\":\"s\",\"shareName\":\"S\"}}\napi.core.v1.AzureFileVolumeSource {\"t\":\"object\",\"r\":[\"secretName\",\"shareName\"],\"p\":{\"readOnly\":\"b\",\"secretName\":\"S\",\"shareName\":\"S\"}}\napi.core.v1.Binding {\"t\":\"object\",\"r\":[\"target\"],\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"target\":\"!api.core.v1.ObjectReference\"},\"gvk\":[{\"group\":\"\",\"kind\":\"Binding\",\"version\":\"v1\"}]}\napi.core.v1.CSIPersistentVolumeSource {\"t\":\"object\",\"r\":[\"driver\",\"volumeHandle\"],\"p\":{\"controllerExpandSecretRef\":\"@api.core.v1.SecretReference\",\"controllerPublishSecretRef\":\"@api.core.v1.SecretReference\",\"driver\":\"S\",\"fsType\":\"s\",\"nodeExpandSecretRef\":\"@api.core.v1.SecretReference\",\"nodePublishSecretRef\":\"@api.core.v1.SecretReference\",\"nodeStageSecretRef\":\"@api.core.v1.SecretReference\",\"readOnly\":\"b\",\"volumeAttributes\":{\"t\":\"object\",\"a\":\"S\"},\"volumeHandle\":\"S\"}}\napi.core.v1.CSIVolumeSource {\"t\":\"object\",\"r\":[\"driver\"],\"p\":{\"driver\":\"S\",\"fsType\":\"s\",\"nodePublishSecretRef\":\"@api.core.v1.LocalObjectReference\",\"readOnly\":\"b\",\"volumeAttributes\":{\"t\":\"object\",\"a\":\"S\"}}}\napi.core.v1.Capabilities {\"t\":\"object\",\"p\":{\"add\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"drop\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"}}}\napi.core.v1.CephFSPersistentVolumeSource {\"t\":\"object\",\"r\":[\"monitors\"],\"p\":{\"monitors\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"path\":\"s\",\"readOnly\":\"b\",\"secretFile\":\"s\",\"secretRef\":\"@api.core.v1.SecretReference\",\"user\":\"s\"}}\napi.core.v1.CephFSVolumeSource {\"t\":\"object\",\"r\":[\"monitors\"],\"p\":{\"monitors\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"path\":\"s\",\"readOnly\":\"b\",\"secretFile\":\"s\",\"secretRef\":\"@api.core.v1.LocalObjectReference\",\"user\":\"s\"}}\napi.core.v1.CinderPersistentVolumeSource {\"t\":\"object\",\"r\":[\"volumeID\"],\"p\":{\"fsType\":\"s\",\"readOnly\":\"b\",\"secretRef\":\"@api.core.v1.SecretReference\",\"volumeID\":\"S\"}}\napi.core.v1.CinderVolumeSource {\"t\":\"object\",\"r\":[\"volumeID\"],\"p\":{\"fsType\":\"s\",\"readOnly\":\"b\",\"secretRef\":\"@api.core.v1.LocalObjectReference\",\"volumeID\":\"S\"}}\napi.core.v1.ClientIPConfig {\"t\":\"object\",\"p\":{\"timeoutSeconds\":\"i\"}}\napi.core.v1.ClusterTrustBundleProjection {\"t\":\"object\",\"r\":[\"path\"],\"p\":{\"labelSelector\":\"@apimachinery.pkg.apis.meta.v1.LabelSelector\",\"name\":\"s\",\"optional\":\"b\",\"path\":\"S\",\"signerName\":\"s\"}}\napi.core.v1.ComponentCondition {\"t\":\"object\",\"r\":[\"type\",\"status\"],\"p\":{\"error\":\"s\",\"message\":\"s\",\"status\":\"S\",\"type\":\"S\"}}\napi.core.v1.ComponentStatus {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"conditions\":{\"t\":\"array\",\"i\":\"!api.core.v1.ComponentCondition\",\"lk\":[\"type\"],\"lt\":\"map\",\"mk\":\"type\",\"ps\":\"merge\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\"},\"gvk\":[{\"group\":\"\",\"kind\":\"ComponentStatus\",\"version\":\"v1\"}]}\napi.core.v1.ComponentStatusList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.core.v1.ComponentStatus\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"\",\"kind\":\"ComponentStatusList\",\"version\":\"v1\"}]}\napi.core.v1.ConfigMap {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"binaryData\":{\"t\":\"object\",\"a\":{\"t\":\"string\",\"f\":\"byte\"}},\"data\":{\"t\":\"object\",\"a\":\"S\"},\"immutable\":\"b\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\"},\"gvk\":[{\"group\":\"\",\"kind\":\"ConfigMap\",\"version\":\"v1\"}]}\napi.core.v1.ConfigMapEnvSource {\"t\":\"object\",\"p\":{\"name\":\"S\",\"optional\":\"b\"}}\napi.core.v1.ConfigMapKeySelector {\"t\":\"object\",\"r\":[\"key\"],\"p\":{\"key\":\"S\",\"name\":\"S\",\"optional\":\"b\"},\"mt\":\"atomic\"}\napi.core.v1.ConfigMapList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.core.v1.ConfigMap\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"\",\"kind\":\"ConfigMapList\",\"version\":\"v1\"}]}\napi.core.v1.ConfigMapNodeConfigSource {\"t\":\"object\",\"r\":[\"namespace\",\"name\",\"kubeletConfigKey\"],\"p\":{\"kubeletConfigKey\":\"S\",\"name\":\"S\",\"namespace\":\"S\",\"resourceVersion\":\"s\",\"uid\":\"s\"}}\napi.core.v1.ConfigMapProjection {\"t\":\"object\",\"p\":{\"items\":{\"t\":\"array\",\"i\":\"!api.core.v1.KeyToPath\",\"lt\":\"atomic\"},\"name\":\"S\",\"optional\":\"b\"}}\napi.core.v1.ConfigMapVolumeSource {\"t\":\"object\",\"p\":{\"defaultMode\":\"i\",\"items\":{\"t\":\"array\",\"i\":\"!api.core.v1.KeyToPath\",\"lt\":\"atomic\"},\"name\":\"S\",\"optional\":\"b\"}}\napi.core.v1.Container {\"t\":\"object\",\"r\":[\"name\"],\"p\":{\"args\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"command\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"env\":{\"t\":\"array\",\"i\":\"!api.core.v1.EnvVar\",\"lk\":[\"name\"],\"lt\":\"map\",\"mk\":\"name\",\"ps\":\"merge\"},\"envFrom\":{\"t\":\"array\",\"i\":\"!api.core.v1.EnvFromSource\",\"lt\":\"atomic\"},\"image\":\"s\",\"imagePullPolicy\":{\"t\":\"string\",\"e\":[\"Always\",\"IfNotPresent\",\"Never\"]},\"lifecycle\":\"@api.core.v1.Lifecycle\",\"livenessProbe\":\"@api.core.v1.Probe\",\"name\":\"S\",\"ports\":{\"t\":\"array\",\"i\":\"!api.core.v1.ContainerPort\",\"lk\":[\"containerPort\",\"protocol\"],\"lt\":\"map\",\"mk\":\"containerPort\",\"ps\":\"merge\"},\"readinessProbe\":\"@api.core.v1.Probe\",\"resizePolicy\":{\"t\":\"array\",\"i\":\"!api.core.v1.ContainerResizePolicy\",\"lt\":\"atomic\"},\"resources\":\"!api.core.v1.ResourceRequirements\",\"restartPolicy\":\"s\",\"securityContext\":\"@api.core.v1.SecurityContext\",\"startupProbe\":\"@api.core.v1.Probe\",\"stdin\":\"b\",\"stdinOnce\":\"b\",\"terminationMessagePath\":\"s\",\"terminationMessagePolicy\":{\"t\":\"string\",\"e\":[\"FallbackToLogsOnError\",\"File\"]},\"tty\":\"b\",\"volumeDevices\":{\"t\":\"array\",\"i\":\"!api.core.v1.VolumeDevice\",\"lk\":[\"devicePath\"],\"lt\":\"map\",\"mk\":\"devicePath\",\"ps\":\"merge\"},\"volumeMounts\":{\"t\":\"array\",\"i\":\"!api.core.v1.VolumeMount\",\"lk\":[\"mountPath\"],\"lt\":\"map\",\"mk\":\"mountPath\",\"ps\":\"merge\"},\"workingDir\":\"s\"}}\napi.core.v1.ContainerImage {\"t\":\"object\",\"p\":{\"names\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"sizeBytes\":\"l\"}}\napi.core.v1.ContainerPort {\"t\":\"object\",\"r\":[\"containerPort\"],\"p\":{\"containerPort\":\"I\",\"hostIP\":\"s\",\"hostPort\":\"i\",\"name\":\"s\",\"protocol\":{\"t\":\"string\",\"d\":\"TCP\",\"e\":[\"SCTP\",\"TCP\",\"UDP\"]}}}\napi.core.v1.ContainerResizePolicy {\"t\":\"object\",\"r\":[\"resourceName\",\"restartPolicy\"],\"p\":{\"resourceName\":\"S\",\"restartPolicy\":\"S\"}}\napi.core.v1.ContainerState {\"t\":\"object\",\"p\":{\"running\":\"@api.core.v1.ContainerStateRunning\",\"terminated\":\"@api.core.v1.ContainerStateTerminated\",\"waiting\":\"@api.core.v1.ContainerStateWaiting\"}}\napi.core.v1.ContainerStateRunning {\"t\":\"object\",\"p\":{\"startedAt\":\"@apimachinery.pkg.apis.meta.v1.Time\"}}\napi.core.v1.ContainerStateTerminated {\"t\":\"object\",\"r\":[\"exitCode\"],\"p\":{\"containerID\":\"s\",\"exitCode\":\"I\",\"finishedAt\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"message\":\"s\",\"reason\":\"s\",\"signal\":\"i\",\"startedAt\":\"@apimachinery.pkg.apis.meta.v1.Time\"}}\napi.core.v1.ContainerStateWaiting {\"t\":\"object\",\"p\":{\"message\":\"s\",\"reason\":\"s\"}}\napi.core.v1.ContainerStatus {\"t\":\"object\",\"r\":[\"name\",\"ready\",\"restartCount\",\"image\",\"imageID\"],\"p\":{\"allocatedResources\":{\"t\":\"object\",\"a\":\"$apimachinery.pkg.api.resource.Quantity\"},\"allocatedResourcesStatus\":{\"t\":\"array\",\"i\":\"!api.core.v1.ResourceStatus\",\"lk\":[\"name\"],\"lt\":\"map\",\"mk\":\"name\",\"ps\":\"merge\"},\"containerID\":\"s\",\"image\":\"S\",\"imageID\":\"S\",\"lastState\":\"!api.core.v1.ContainerState\",\"name\":\"S\",\"ready\":{\"t\":\"boolean\",\"d\":false},\"resources\":\"@api.core.v1.ResourceRequirements\",\"restartCount\":\"I\",\"started\":\"b\",\"state\":\"!api.core.v1.ContainerState\",\"user\":\"@api.core.v1.ContainerUser\",\"volumeMounts\":{\"t\":\"array\",\"i\":\"!api.core.v1.VolumeMountStatus\",\"lk\":[\"mountPath\"],\"lt\":\"map\",\"mk\":\"mountPath\",\"ps\":\"merge\"}}}\napi.core.v1.ContainerUser {\"t\":\"object\",\"p\":{\"linux\":\"@api.core.v1.LinuxContainerUser\"}}\napi.core.v1.DaemonEndpoint {\"t\":\"object\",\"r\":[\"Port\"],\"p\":{\"Port\":\"I\"}}\napi.core.v1.DownwardAPIProjection {\"t\":\"object\",\"p\":{\"items\":{\"t\":\"array\",\"i\":\"!api.core.v1.DownwardAPIVolumeFile\",\"lt\":\"atomic\"}}}\napi.core.v1.DownwardAPIVolumeFile {\"t\":\"object\",\"r\":[\"path\"],\"p\":{\"fieldRef\":\"@api.core.v1.ObjectFieldSelector\",\"mode\":\"i\",\"path\":\"S\",\"resourceFieldRef\":\"@api.core.v1.ResourceFieldSelector\"}}\napi.core.v1.DownwardAPIVolumeSource {\"t\":\"object\",\"p\":{\"defaultMode\":\"i\",\"items\":{\"t\":\"array\",\"i\":\"!api.core.v1.DownwardAPIVolumeFile\",\"lt\":\"atomic\"}}}\napi.core.v1.EmptyDirVolumeSource {\"t\":\"object\",\"p\":{\"medium\":\"s\",\"sizeLimit\":\"@apimachinery.pkg.api.resource.Quantity\"}}\napi.core.v1.EndpointAddress {\"t\":\"object\",\"r\":[\"ip\"],\"p\":{\"hostname\":\"s\",\"ip\":\"S\",\"nodeName\":\"s\",\"targetRef\":\"@api.core.v1.ObjectReference\"},\"mt\":\"atomic\"}\napi.core.v1.EndpointPort {\"t\":\"object\",\"r\":[\"port\"],\"p\":{\"appProtocol\":\"s\",\"name\":\"s\",\"port\":\"I\",\"protocol\":{\"t\":\"string\",\"e\":[\"SCTP\",\"TCP\",\"UDP\"]}},\"mt\":\"atomic\"}\napi.core.v1.EndpointSubset {\"t\":\"object\",\"p\":{\"addresses\":{\"t\":\"array\",\"i\":\"!api.core.v1.EndpointAddress\",\"lt\":\"atomic\"},\"notReadyAddresses\":{\"t\":\"array\",\"i\":\"!api.core.v1.EndpointAddress\",\"lt\":\"atomic\"},\"ports\":{\"t\":\"array\",\"i\":\"!api.core.v1.EndpointPort\",\"lt\":\"atomic\"}}}\napi.core.v1.Endpoints {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"subsets\":{\"t\":\"array\",\"i\":\"!api.core.v1.EndpointSubset\",\"lt\":\"atomic\"}},\"gvk\":[{\"group\":\"\",\"kind\":\"Endpoints\",\"version\":\"v1\"}]}\napi.core.v1.EndpointsList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.core.v1.Endpoints\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"\",\"kind\":\"EndpointsList\",\"version\":\"v1\"}]}\napi.core.v1.EnvFromSource {\"t\":\"object\",\"p\":{\"configMapRef\":\"@api.core.v1.ConfigMapEnvSource\",\"prefix\":\"s\",\"secretRef\":\"@api.core.v1.SecretEnvSource\"}}\napi.core.v1.EnvVar {\"t\":\"object\",\"r\":[\"name\"],\"p\":{\"name\":\"S\",\"value\":\"s\",\"valueFrom\":\"@api.core.v1.EnvVarSource\"}}\napi.core.v1.EnvVarSource {\"t\":\"object\",\"p\":{\"configMapKeyRef\":\"@api.core.v1.ConfigMapKeySelector\",\"fieldRef\":\"@api.core.v1.ObjectFieldSelector\",\"resourceFieldRef\":\"@api.core.v1.ResourceFieldSelector\",\"secretKeyRef\":\"@api.core.v1.SecretKeySelector\"}}\napi.core.v1.EphemeralContainer {\"t\":\"object\",\"r\":[\"name\"],\"p\":{\"args\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"command\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"env\":{\"t\":\"array\",\"i\":\"!api.core.v1.EnvVar\",\"lk\":[\"name\"],\"lt\":\"map\",\"mk\":\"name\",\"ps\":\"merge\"},\"envFrom\":{\"t\":\"array\",\"i\":\"!api.core.v1.EnvFromSource\",\"lt\":\"atomic\"},\"image\":\"s\",\"imagePullPolicy\":{\"t\":\"string\",\"e\":[\"Always\",\"IfNotPresent\",\"Never\"]},\"lifecycle\":\"@api.core.v1.Lifecycle\",\"livenessProbe\":\"@api.core.v1.Probe\",\"name\":\"S\",\"ports\":{\"t\":\"array\",\"i\":\"!api.core.v1.ContainerPort\",\"lk\":[\"containerPort\",\"protocol\"],\"lt\":\"map\",\"mk\":\"containerPort\",\"ps\":\"merge\"},\"readinessProbe\":\"@api.core.v1.Probe\",\"resizePolicy\":{\"t\":\"array\",\"i\":\"!api.core.v1.ContainerResizePolicy\",\"lt\":\"atomic\"},\"resources\":\"!api.core.v1.ResourceRequirements\",\"restartPolicy\":\"s\",\"securityContext\":\"@api.core.v1.SecurityContext\",\"startupProbe\":\"@api.core.v1.Probe\",\"stdin\":\"b\",\"stdinOnce\":\"b\",\"targetContainerName\":\"s\",\"terminationMessagePath\":\"s\",\"terminationMessagePolicy\":{\"t\":\"string\",\"e\":[\"FallbackToLogsOnError\",\"File\"]},\"tty\":\"b\",\"volumeDevices\":{\"t\":\"array\",\"i\":\"!api.core.v1.VolumeDevice\",\"lk\":[\"devicePath\"],\"lt\":\"map\",\"mk\":\"devicePath\",\"ps\":\"merge\"},\"volumeMounts\":{\"t\":\"array\",\"i\":\"!api.core.v1.VolumeMount\",\"lk\":[\"mountPath\"],\"lt\":\"map\",\"mk\":\"mountPath\",\"ps\":\"merge\"},\"workingDir\":\"s\"}}\napi.core.v1.EphemeralVolumeSource {\"t\":\"object\",\"p\":{\"volumeClaimTemplate\":\"@api.core.v1.PersistentVolumeClaimTemplate\"}}\napi.core.v1.Event {\"t\":\"object\",\"r\":[\"metadata\",\"involvedObject\"],\"p\":{\"action\":\"s\",\"apiVersion\":\"s\",\"count\":\"i\",\"eventTime\":\"@apimachinery.pkg.apis.meta.v1.MicroTime\",\"firstTimestamp\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"involvedObject\":\"!api.core.v1.ObjectReference\",\"kind\":\"s\",\"lastTimestamp\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"message\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"reason\":\"s\",\"related\":\"@api.core.v1.ObjectReference\",\"reportingComponent\":\"S\",\"reportingInstance\":\"S\",\"series\":\"@api.core.v1.EventSeries\",\"source\":\"!api.core.v1.EventSource\",\"type\":\"s\"},\"gvk\":[{\"group\":\"\",\"kind\":\"Event\",\"version\":\"v1\"}]}\napi.core.v1.EventList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.core.v1.Event\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"\",\"kind\":\"EventList\",\"version\":\"v1\"}]}\napi.core.v1.EventSeries {\"t\":\"object\",\"p\":{\"count\":\"i\",\"lastObservedTime\":\"@apimachinery.pkg.apis.meta.v1.MicroTime\"}}\napi.core.v1.EventSource {\"t\":\"object\",\"p\":{\"component\":\"s\",\"host\":\"s\"}}\napi.core.v1.ExecAction {\"t\":\"object\",\"p\":{\"command\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"}}}\napi.core.v1.FCVolumeSource {\"t\":\"object\",\"p\":{\"fsType\":\"s\",\"lun\":\"i\",\"readOnly\":\"b\",\"targetWWNs\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"wwids\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"}}}\napi.core.v1.FlexPersistentVolumeSource {\"t\":\"object\",\"r\":[\"driver\"],\"p\":{\"driver\":\"S\",\"fsType\":\"s\",\"options\":{\"t\":\"object\",\"a\":\"S\"},\"readOnly\":\"b\",\"secretRef\":\"@api.core.v1.SecretReference\"}}\napi.core.v1.FlexVolumeSource {\"t\":\"object\",\"r\":[\"driver\"],\"p\":{\"driver\":\"S\",\"fsType\":\"s\",\"options\":{\"t\":\"object\",\"a\":\"S\"},\"readOnly\":\"b\",\"secretRef\":\"@api.core.v1.LocalObjectReference\"}}\napi.core.v1.FlockerVolumeSource {\"t\":\"object\",\"p\":{\"datasetName\":\"s\",\"datasetUUID\":\"s\"}}\napi.core.v1.GCEPersistentDiskVolumeSource {\"t\":\"object\",\"r\":[\"pdName\"],\"p\":{\"fsType\":\"s\",\"partition\":\"i\",\"pdName\":\"S\",\"readOnly\":\"b\"}}\napi.core.v1.GRPCAction {\"t\":\"object\",\"r\":[\"port\"],\"p\":{\"port\":\"I\",\"service\":\"S\"}}\napi.core.v1.GitRepoVolumeSource {\"t\":\"object\",\"r\":[\"repository\"],\"p\":{\"directory\":\"s\",\"repository\":\"S\",\"revision\":\"s\"}}\napi.core.v1.GlusterfsPersistentVolumeSource {\"t\":\"object\",\"r\":[\"endpoints\",\"path\"],\"p\":{\"endpoints\":\"S\",\"endpointsNamespace\":\"s\",\"path\":\"S\",\"readOnly\":\"b\"}}\napi.core.v1.GlusterfsVolumeSource {\"t\":\"object\",\"r\":[\"endpoints\",\"path\"],\"p\":{\"endpoints\":\"S\",\"path\":\"S\",\"readOnly\":\"b\"}}\napi.core.v1.HTTPGetAction {\"t\":\"object\",\"r\":[\"port\"],\"p\":{\"host\":\"s\",\"httpHeaders\":{\"t\":\"array\",\"i\":\"!api.core.v1.HTTPHeader\",\"lt\":\"atomic\"},\"path\":\"s\",\"port\":\"@apimachinery.pkg.util.intstr.IntOrString\",\"scheme\":{\"t\":\"string\",\"e\":[\"HTTP\",\"HTTPS\"]}}}\napi.core.v1.HTTPHeader {\"t\":\"object\",\"r\":[\"name\",\"value\"],\"p\":{\"name\":\"S\",\"value\":\"S\"}}\napi.core.v1.HostAlias {\"t\":\"object\",\"r\":[\"ip\"],\"p\":{\"hostnames\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"ip\":\"S\"}}\napi.core.v1.HostIP {\"t\":\"object\",\"r\":[\"ip\"],\"p\":{\"ip\":\"S\"}}\napi.core.v1.HostPathVolumeSource {\"t\":\"object\",\"r\":[\"path\"],\"p\":{\"path\":\"S\",\"type\":{\"t\":\"string\",\"e\":[\"\",\"BlockDevice\",\"CharDevice\",\"Directory\",\"DirectoryOrCreate\",\"File\",\"FileOrCreate\",\"Socket\"]}}}\napi.core.v1.ISCSIPersistentVolumeSource {\"t\":\"object\",\"r\":[\"targetPortal\",\"iqn\",\"lun\"],\"p\":{\"chapAuthDiscovery\":\"b\",\"chapAuthSession\":\"b\",\"fsType\":\"s\",\"initiatorName\":\"s\",\"iqn\":\"S\",\"iscsiInterface\":{\"t\":\"string\",\"d\":\"default\"},\"lun\":\"I\",\"portals\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"readOnly\":\"b\",\"secretRef\":\"@api.core.v1.SecretReference\",\"targetPortal\":\"S\"}}\napi.core.v1.ISCSIVolumeSource {\"t\":\"object\",\"r\":[\"targetPortal\",\"iqn\",\"lun\"],\"p\":{\"chapAuthDiscovery\":\"b\",\"chapAuthSession\":\"b\",\"fsType\":\"s\",\"initiatorName\":\"s\",\"iqn\":\"S\",\"iscsiInterface\":{\"t\":\"string\",\"d\":\"default\"},\"lun\":\"I\",\"portals\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"readOnly\":\"b\",\"secretRef\":\"@api.core.v1.LocalObjectReference\",\"targetPortal\":\"S\"}}\napi.core.v1.ImageVolumeSource {\"t\":\"object\",\"p\":{\"pullPolicy\":{\"t\":\"string\",\"e\":[\"Always\",\"IfNotPresent\",\"Never\"]},\"reference\":\"s\"}}\napi.core.v1.KeyToPath {\"t\":\"object\",\"r\":[\"key\",\"path\"],\"p\":{\"key\":\"S\",\"mode\":\"i\",\"path\":\"S\"}}\napi.core.v1.Lifecycle {\"t\":\"object\",\"p\":{\"postStart\":\"@api.core.v1.LifecycleHandler\",\"preStop\":\"@api.core.v1.LifecycleHandler\"}}\napi.core.v1.LifecycleHandler {\"t\":\"object\",\"p\":{\"exec\":\"@api.core.v1.ExecAction\",\"httpGet\":\"@api.core.v1.HTTPGetAction\",\"sleep\":\"@api.core.v1.SleepAction\",\"tcpSocket\":\"@api.core.v1.TCPSocketAction\"}}\napi.core.v1.LimitRange {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.core.v1.LimitRangeSpec\"},\"gvk\":[{\"group\":\"\",\"kind\":\"LimitRange\",\"version\":\"v1\"}]}\napi.core.v1.LimitRangeItem {\"t\":\"object\",\"r\":[\"type\"],\"p\":{\"default\":{\"t\":\"object\",\"a\":\"$apimachinery.pkg.api.resource.Quantity\"},\"defaultRequest\":{\"t\":\"object\",\"a\":\"$apimachinery.pkg.api.resource.Quantity\"},\"max\":{\"t\":\"object\",\"a\":\"$apimachinery.pkg.api.resource.Quantity\"},\"maxLimitRequestRatio\":{\"t\":\"object\",\"a\":\"$apimachinery.pkg.api.resource.Quantity\"},\"min\":{\"t\":\"object\",\"a\":\"$apimachinery.pkg.api.resource.Quantity\"},\"type\":\"S\"}}\napi.core.v1.LimitRangeList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.core.v1.LimitRange\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"\",\"kind\":\"LimitRangeList\",\"version\":\"v1\"}]}\napi.core.v1.LimitRangeSpec {\"t\":\"object\",\"r\":[\"limits\"],\"p\":{\"limits\":{\"t\":\"array\",\"i\":\"!api.core.v1.LimitRangeItem\",\"lt\":\"atomic\"}}}\napi.core.v1.LinuxContainerUser {\"t\":\"object\",\"r\":[\"uid\",\"gid\"],\"p\":{\"gid\":{\"t\":\"integer\",\"f\":\"int64\",\"d\":0},\"supplementalGroups\":{\"t\":\"array\",\"i\":{\"t\":\"integer\",\"f\":\"int64\",\"d\":0},\"lt\":\"atomic\"},\"uid\":{\"t\":\"integer\",\"f\":\"int64\",\"d\":0}}}\napi.core.v1.LoadBalancerIngress {\"t\":\"object\",\"p\":{\"hostname\":\"s\",\"ip\":\"s\",\"ipMode\":\"s\",\"ports\":{\"t\":\"array\",\"i\":\"!api.core.v1.PortStatus\",\"lt\":\"atomic\"}}}\napi.core.v1.LoadBalancerStatus {\"t\":\"object\",\"p\":{\"ingress\":{\"t\":\"array\",\"i\":\"!api.core.v1.LoadBalancerIngress\",\"lt\":\"atomic\"}}}\napi.core.v1.LocalObjectReference {\"t\":\"object\",\"p\":{\"name\":\"S\"},\"mt\":\"atomic\"}\napi.core.v1.LocalVolumeSource {\"t\":\"object\",\"r\":[\"path\"],\"p\":{\"fsType\":\"s\",\"path\":\"S\"}}\napi.core.v1.ModifyVolumeStatus {\"t\":\"object\",\"r\":[\"status\"],\"p\":{\"status\":{\"t\":\"string\",\"d\":\"\",\"e\":[\"InProgress\",\"Infeasible\",\"Pending\"]},\"targetVolumeAttributesClassName\":\"s\"}}\napi.core.v1.NFSVolumeSource {\"t\":\"object\",\"r\":[\"server\",\"path\"],\"p\":{\"path\":\"S\",\"readOnly\":\"b\",\"server\":\"S\"}}\napi.core.v1.Namespace {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.core.v1.NamespaceSpec\",\"status\":\"!api.core.v1.NamespaceStatus\"},\"gvk\":[{\"group\":\"\",\"kind\":\"Namespace\",\"version\":\"v1\"}]}\napi.core.v1.NamespaceCondition {\"t\":\"object\",\"r\":[\"type\",\"status\"],\"p\":{\"lastTransitionTime\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"message\":\"s\",\"reason\":\"s\",\"status\":\"S\",\"type\":\"S\"}}\napi.core.v1.NamespaceList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.core.v1.Namespace\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"\",\"kind\":\"NamespaceList\",\"version\":\"v1\"}]}\napi.core.v1.NamespaceSpec {\"t\":\"object\",\"p\":{\"finalizers\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"}}}\napi.core.v1.NamespaceStatus {\"t\":\"object\",\"p\":{\"conditions\":{\"t\":\"array\",\"i\":\"!api.core.v1.NamespaceCondition\",\"lk\":[\"type\"],\"lt\":\"map\",\"mk\":\"type\",\"ps\":\"merge\"},\"phase\":{\"t\":\"string\",\"e\":[\"Active\",\"Terminating\"]}}}\napi.core.v1.Node {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.core.v1.NodeSpec\",\"status\":\"!api.core.v1.NodeStatus\"},\"gvk\":[{\"group\":\"\",\"kind\":\"Node\",\"version\":\"v1\"}]}\napi.core.v1.NodeAddress {\"t\":\"object\",\"r\":[\"type\",\"address\"],\"p\":{\"address\":\"S\",\"type\":\"S\"}}\napi.core.v1.NodeAffinity {\"t\":\"object\",\"p\":{\"preferredDuringSchedulingIgnoredDuringExecution\":{\"t\":\"array\",\"i\":\"!api.core.v1.PreferredSchedulingTerm\",\"lt\":\"atomic\"},\"requiredDuringSchedulingIgnoredDuringExecution\":\"@api.core.v1.NodeSelector\"}}\napi.core.v1.NodeCondition {\"t\":\"object\",\"r\":[\"type\",\"status\"],\"p\":{\"lastHeartbeatTime\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"lastTransitionTime\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"message\":\"s\",\"reason\":\"s\",\"status\":\"S\",\"type\":\"S\"}}\napi.core.v1.NodeConfigSource {\"t\":\"object\",\"p\":{\"configMap\":\"@api.core.v1.ConfigMapNodeConfigSource\"}}\napi.core.v1.NodeConfigStatus {\"t\":\"object\",\"p\":{\"active\":\"@api.core.v1.NodeConfigSource\",\"assigned\":\"@api.core.v1.NodeConfigSource\",\"error\":\"s\",\"lastKnownGood\":\"@api.core.v1.NodeConfigSource\"}}\napi.core.v1.NodeDaemonEndpoints {\"t\":\"object\",\"p\":{\"kubeletEndpoint\":\"!api.core.v1.DaemonEndpoint\"}}\napi.core.v1.NodeFeatures {\"t\":\"object\",\"p\":{\"supplementalGroupsPolicy\":\"b\"}}\napi.core.v1.NodeList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.core.v1.Node\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"\",\"kind\":\"NodeList\",\"version\":\"v1\"}]}\napi.core.v1.NodeRuntimeHandler {\"t\":\"object\",\"p\":{\"features\":\"@api.core.v1.NodeRuntimeHandlerFeatures\",\"name\":\"S\"}}\napi.core.v1.NodeRuntimeHandlerFeatures {\"t\":\"object\",\"p\":{\"recursiveReadOnlyMounts\":\"b\",\"userNamespaces\":\"b\"}}\napi.core.v1.NodeSelector {\"t\":\"object\",\"r\":[\"nodeSelectorTerms\"],\"p\":{\"nodeSelectorTerms\":{\"t\":\"array\",\"i\":\"!api.core.v1.NodeSelectorTerm\",\"lt\":\"atomic\"}},\"mt\":\"atomic\"}\napi.core.v1.NodeSelectorRequirement {\"t\":\"object\",\"r\":[\"key\",\"operator\"],\"p\":{\"key\":\"S\",\"operator\":{\"t\":\"string\",\"d\":\"\",\"e\":[\"DoesNotExist\",\"Exists\",\"Gt\",\"In\",\"Lt\",\"NotIn\"]},\"values\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"}}}\napi.core.v1.NodeSelectorTerm {\"t\":\"object\",\"p\":{\"matchExpressions\":{\"t\":\"array\",\"i\":\"!api.core.v1.NodeSelectorRequirement\",\"lt\":\"atomic\"},\"matchFields\":{\"t\":\"array\",\"i\":\"!api.core.v1.NodeSelectorRequirement\",\"lt\":\"atomic\"}},\"mt\":\"atomic\"}\napi.core.v1.NodeSpec {\"t\":\"object\",\"p\":{\"configSource\":\"@api.core.v1.NodeConfigSource\",\"externalID\":\"s\",\"podCIDR\":\"s\",\"podCIDRs\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"set\",\"ps\":\"merge\"},\"providerID\":\"s\",\"taints\":{\"t\":\"array\",\"i\":\"!api.core.v1.Taint\",\"lt\":\"atomic\"},\"unschedulable\":\"b\"}}\napi.core.v1.NodeStatus {\"t\":\"object\",\"p\":{\"addresses\":{\"t\":\"array\",\"i\":\"!api.core.v1.NodeAddress\",\"lk\":[\"type\"],\"lt\":\"map\",\"mk\":\"type\",\"ps\":\"merge\"},\"allocatable\":{\"t\":\"object\",\"a\":\"$apimachinery.pkg.api.resource.Quantity\"},\"capacity\":{\"t\":\"object\",\"a\":\"$apimachinery.pkg.api.resource.Quantity\"},\"conditions\":{\"t\":\"array\",\"i\":\"!api.core.v1.NodeCondition\",\"lk\":[\"type\"],\"lt\":\"map\",\"mk\":\"type\",\"ps\":\"merge\"},\"config\":\"@api.core.v1.NodeConfigStatus\",\"daemonEndpoints\":\"!api.core.v1.NodeDaemonEndpoints\",\"features\":\"@api.core.v1.NodeFeatures\",\"images\":{\"t\":\"array\",\"i\":\"!api.core.v1.ContainerImage\",\"lt\":\"atomic\"},\"nodeInfo\":\"!api.core.v1.NodeSystemInfo\",\"phase\":{\"t\":\"string\",\"e\":[\"Pending\",\"Running\",\"Terminated\"]},\"runtimeHandlers\":{\"t\":\"array\",\"i\":\"!api.core.v1.NodeRuntimeHandler\",\"lt\":\"atomic\"},\"volumesAttached\":{\"t\":\"array\",\"i\":\"!api.core.v1.AttachedVolume\",\"lt\":\"atomic\"},\"volumesInUse\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"}}}\napi.core.v1.NodeSystemInfo {\"t\":\"object\",\"r\":[\"machineID\",\"systemUUID\",\"bootID\",\"kernelVersion\",\"osImage\",\"containerRuntimeVersion\",\"kubeletVersion\",\"kubeProxyVersion\",\"operatingSystem\",\"architecture\"],\"p\":{\"architecture\":\"S\",\"bootID\":\"S\",\"containerRuntimeVersion\":\"S\",\"kernelVersion\":\"S\",\"kubeProxyVersion\":\"S\",\"kubeletVersion\":\"S\",\"machineID\":\"S\",\"operatingSystem\":\"S\",\"osImage\":\"S\",\"systemUUID\":\"S\"}}\napi.core.v1.ObjectFieldSelector {\"t\":\"object\",\"r\":[\"fieldPath\"],\"p\":{\"apiVersion\":\"s\",\"fieldPath\":\"S\"},\"mt\":\"atomic\"}\napi.core.v1.ObjectReference {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"fieldPath\":\"s\",\"kind\":\"s\",\"name\":\"s\",\"namespace\":\"s\",\"resourceVersion\":\"s\",\"uid\":\"s\"},\"mt\":\"atomic\"}\napi.core.v1.PersistentVolume {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.core.v1.PersistentVolumeSpec\",\"status\":\"!api.core.v1.PersistentVolumeStatus\"},\"gvk\":[{\"group\":\"\",\"kind\":\"PersistentVolume\",\"version\":\"v1\"}]}\napi.core.v1.PersistentVolumeClaim {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.core.v1.PersistentVolumeClaimSpec\",\"status\":\"!api.core.v1.PersistentVolumeClaimStatus\"},\"gvk\":[{\"group\":\"\",\"kind\":\"PersistentVolumeClaim\",\"version\":\"v1\"}]}\napi.core.v1.PersistentVolumeClaimCondition {\"t\":\"object\",\"r\":[\"type\",\"status\"],\"p\":{\"lastProbeTime\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"lastTransitionTime\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"message\":\"s\",\"reason\":\"s\",\"status\":\"S\",\"type\":\"S\"}}\napi.core.v1.PersistentVolumeClaimList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.core.v1.PersistentVolumeClaim\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"\",\"kind\":\"PersistentVolumeClaimList\",\"version\":\"v1\"}]}\napi.core.v1.PersistentVolumeClaimSpec {\"t\":\"object\",\"p\":{\"accessModes\":{\"t\":\"array\",\"i\":{\"t\":\"string\",\"d\":\"\",\"e\":[\"ReadOnlyMany\",\"ReadWriteMany\",\"ReadWriteOnce\",\"ReadWriteOncePod\"]},\"lt\":\"atomic\"},\"dataSource\":\"@api.core.v1.TypedLocalObjectReference\",\"dataSourceRef\":\"@api.core.v1.TypedObjectReference\",\"resources\":\"!api.core.v1.VolumeResourceRequirements\",\"selector\":\"@apimachinery.pkg.apis.meta.v1.LabelSelector\",\"storageClassName\":\"s\",\"volumeAttributesClassName\":\"s\",\"volumeMode\":{\"t\":\"string\",\"e\":[\"Block\",\"Filesystem\"]},\"volumeName\":\"s\"}}\napi.core.v1.PersistentVolumeClaimStatus {\"t\":\"object\",\"p\":{\"accessModes\":{\"t\":\"array\",\"i\":{\"t\":\"string\",\"d\":\"\",\"e\":[\"ReadOnlyMany\",\"ReadWriteMany\",\"ReadWriteOnce\",\"ReadWriteOncePod\"]},\"lt\":\"atomic\"},\"allocatedResourceStatuses\":{\"t\":\"object\",\"a\":{\"t\":\"string\",\"d\":\"\",\"e\":[\"ControllerResizeInProgress\",\"ControllerResizeInfeasible\",\"NodeResizeInProgress\",\"NodeResizeInfeasible\",\"NodeResizePending\"]},\"mt\":\"granular\"},\"allocatedResources\":{\"t\":\"object\",\"a\":\"$apimachinery.pkg.api.resource.Quantity\"},\"capacity\":{\"t\":\"object\",\"a\":\"$apimachinery.pkg.api.resource.Quantity\"},\"conditions\":{\"t\":\"array\",\"i\":\"!api.core.v1.PersistentVolumeClaimCondition\",\"lk\":[\"type\"],\"lt\":\"map\",\"mk\":\"type\",\"ps\":\"merge\"},\"currentVolumeAttributesClassName\":\"s\",\"modifyVolumeStatus\":\"@api.core.v1.ModifyVolumeStatus\",\"phase\":{\"t\":\"string\",\"e\":[\"Bound\",\"Lost\",\"Pending\"]}}}\napi.core.v1.PersistentVolumeClaimTemplate {\"t\":\"object\",\"r\":[\"spec\"],\"p\":{\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.core.v1.PersistentVolumeClaimSpec\"}}\napi.core.v1.PersistentVolumeClaimVolumeSource {\"t\":\"object\",\"r\":[\"claimName\"],\"p\":{\"claimName\":\"S\",\"readOnly\":\"b\"}}\napi.core.v1.PersistentVolumeList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.core.v1.PersistentVolume\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"\",\"kind\":\"PersistentVolumeList\",\"version\":\"v1\"}]}\napi.core.v1.PersistentVolumeSpec {\"t\":\"object\",\"p\":{\"accessModes\":{\"t\":\"array\",\"i\":{\"t\":\"string\",\"d\":\"\",\"e\":[\"ReadOnlyMany\",\"ReadWriteMany\",\"ReadWriteOnce\",\"ReadWriteOncePod\"]},\"lt\":\"atomic\"},\"awsElasticBlockStore\":\"@api.core.v1.AWSElasticBlockStoreVolumeSource\",\"azureDisk\":\"@api.core.v1.AzureDiskVolumeSource\",\"azureFile\":\"@api.core.v1.AzureFilePersistentVolumeSource\",\"capacity\":{\"t\":\"object\",\"a\":\"$apimachinery.pkg.api.resource.Quantity\"},\"cephfs\":\"@api.core.v1.CephFSPersistentVolumeSource\",\"cinder\":\"@api.core.v1.CinderPersistentVolumeSource\",\"claimRef\":{\"allOf\":[\"$api.core.v1.ObjectReference\"],\"mt\":\"granular\"},\"csi\":\"@api.core.v1.CSIPersistentVolumeSource\",\"fc\":\"@api.core.v1.FCVolumeSource\",\"flexVolume\":\"@api.core.v1.FlexPersistentVolumeSource\",\"flocker\":\"@api.core.v1.FlockerVolumeSource\",\"gcePersistentDisk\":\"@api.core.v1.GCEPersistentDiskVolumeSource\",\"glusterfs\":\"@api.core.v1.GlusterfsPersistentVolumeSource\",\"hostPath\":\"@api.core.v1.HostPathVolumeSource\",\"iscsi\":\"@api.core.v1.ISCSIPersistentVolumeSource\",\"local\":\"@api.core.v1.LocalVolumeSource\",\"mountOptions\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"nfs\":\"@api.core.v1.NFSVolumeSource\",\"nodeAffinity\":\"@api.core.v1.VolumeNodeAffinity\",\"persistentVolumeReclaimPolicy\":{\"t\":\"string\",\"e\":[\"Delete\",\"Recycle\",\"Retain\"]},\"photonPersistentDisk\":\"@api.core.v1.PhotonPersistentDiskVolumeSource\",\"portworxVolume\":\"@api.core.v1.PortworxVolumeSource\",\"quobyte\":\"@api.core.v1.QuobyteVolumeSource\",\"rbd\":\"@api.core.v1.RBDPersistentVolumeSource\",\"scaleIO\":\"@api.core.v1.ScaleIOPersistentVolumeSource\",\"storageClassName\":\"s\",\"storageos\":\"@api.core.v1.StorageOSPersistentVolumeSource\",\"volumeAttributesClassName\":\"s\",\"volumeMode\":{\"t\":\"string\",\"e\":[\"Block\",\"Filesystem\"]},\"vsphereVolume\":\"@api.core.v1.VsphereVirtualDiskVolumeSource\"}}\napi.core.v1.PersistentVolumeStatus {\"t\":\"object\",\"p\":{\"lastPhaseTransitionTime\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"message\":\"s\",\"phase\":{\"t\":\"string\",\"e\":[\"Available\",\"Bound\",\"Failed\",\"Pending\",\"Released\"]},\"reason\":\"s\"}}\napi.core.v1.PhotonPersistentDiskVolumeSource {\"t\":\"object\",\"r\":[\"pdID\"],\"p\":{\"fsType\":\"s\",\"pdID\":\"S\"}}\napi.core.v1.Pod {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.core.v1.PodSpec\",\"status\":\"!api.core.v1.PodStatus\"},\"gvk\":[{\"group\":\"\",\"kind\":\"Pod\",\"version\":\"v1\"}]}\napi.core.v1.PodAffinity {\"t\":\"object\",\"p\":{\"preferredDuringSchedulingIgnoredDuringExecution\":{\"t\":\"array\",\"i\":\"!api.core.v1.WeightedPodAffinityTerm\",\"lt\":\"atomic\"},\"requiredDuringSchedulingIgnoredDuringExecution\":{\"t\":\"array\",\"i\":\"!api.core.v1.PodAffinityTerm\",\"lt\":\"atomic\"}}}\napi.core.v1.PodAffinityTerm {\"t\":\"object\",\"r\":[\"topologyKey\"],\"p\":{\"labelSelector\":\"@apimachinery.pkg.apis.meta.v1.LabelSelector\",\"matchLabelKeys\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"mismatchLabelKeys\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"namespaceSelector\":\"@apimachinery.pkg.apis.meta.v1.LabelSelector\",\"namespaces\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"topologyKey\":\"S\"}}\napi.core.v1.PodAntiAffinity {\"t\":\"object\",\"p\":{\"preferredDuringSchedulingIgnoredDuringExecution\":{\"t\":\"array\",\"i\":\"!api.core.v1.WeightedPodAffinityTerm\",\"lt\":\"atomic\"},\"requiredDuringSchedulingIgnoredDuringExecution\":{\"t\":\"array\",\"i\":\"!api.core.v1.PodAffinityTerm\",\"lt\":\"atomic\"}}}\napi.core.v1.PodCondition {\"t\":\"object\",\"r\":[\"type\",\"status\"],\"p\":{\"lastProbeTime\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"lastTransitionTime\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"message\":\"s\",\"reason\":\"s\",\"status\":\"S\",\"type\":\"S\"}}\napi.core.v1.PodDNSConfig {\"t\":\"object\",\"p\":{\"nameservers\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"options\":{\"t\":\"array\",\"i\":\"!api.core.v1.PodDNSConfigOption\",\"lt\":\"atomic\"},\"searches\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"}}}\napi.core.v1.PodDNSConfigOption {\"t\":\"object\",\"p\":{\"name\":\"s\",\"value\":\"s\"}}\napi.core.v1.PodIP {\"t\":\"object\",\"r\":[\"ip\"],\"p\":{\"ip\":\"S\"}}\napi.core.v1.PodList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.core.v1.Pod\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"\",\"kind\":\"PodList\",\"version\":\"v1\"}]}\napi.core.v1.PodOS {\"t\":\"object\",\"r\":[\"name\"],\"p\":{\"name\":\"S\"}}\napi.core.v1.PodReadinessGate {\"t\":\"object\",\"r\":[\"conditionType\"],\"p\":{\"conditionType\":\"S\"}}\napi.core.v1.PodResourceClaim {\"t\":\"object\",\"r\":[\"name\"],\"p\":{\"name\":\"S\",\"resourceClaimName\":\"s\",\"resourceClaimTemplateName\":\"s\"}}\napi.core.v1.PodResourceClaimStatus {\"t\":\"object\",\"r\":[\"name\"],\"p\":{\"name\":\"S\",\"resourceClaimName\":\"s\"}}\napi.core.v1.PodSchedulingGate {\"t\":\"object\",\"r\":[\"name\"],\"p\":{\"name\":\"S\"}}\napi.core.v1.PodSecurityContext {\"t\":\"object\",\"p\":{\"appArmorProfile\":\"@api.core.v1.AppArmorProfile\",\"fsGroup\":\"l\",\"fsGroupChangePolicy\":{\"t\":\"string\",\"e\":[\"Always\",\"OnRootMismatch\"]},\"runAsGroup\":\"l\",\"runAsNonRoot\":\"b\",\"runAsUser\":\"l\",\"seLinuxChangePolicy\":\"s\",\"seLinuxOptions\":\"@api.core.v1.SELinuxOptions\",\"seccompProfile\":\"@api.core.v1.SeccompProfile\",\"supplementalGroups\":{\"t\":\"array\",\"i\":{\"t\":\"integer\",\"f\":\"int64\",\"d\":0},\"lt\":\"atomic\"},\"supplementalGroupsPolicy\":{\"t\":\"string\",\"e\":[\"Merge\",\"Strict\"]},\"sysctls\":{\"t\":\"array\",\"i\":\"!api.core.v1.Sysctl\",\"lt\":\"atomic\"},\"windowsOptions\":\"@api.core.v1.WindowsSecurityContextOptions\"}}\napi.core.v1.PodSpec {\"t\":\"object\",\"r\":[\"containers\"],\"p\":{\"activeDeadlineSeconds\":\"l\",\"affinity\":\"@api.core.v1.Affinity\",\"automountServiceAccountToken\":\"b\",\"containers\":{\"t\":\"array\",\"i\":\"!api.core.v1.Container\",\"lk\":[\"name\"],\"lt\":\"map\",\"mk\":\"name\",\"ps\":\"merge\"},\"dnsConfig\":\"@api.core.v1.PodDNSConfig\",\"dnsPolicy\":{\"t\":\"string\",\"e\":[\"ClusterFirst\",\"ClusterFirstWithHostNet\",\"Default\",\"None\"]},\"enableServiceLinks\":\"b\",\"ephemeralContainers\":{\"t\":\"array\",\"i\":\"!api.core.v1.EphemeralContainer\",\"lk\":[\"name\"],\"lt\":\"map\",\"mk\":\"name\",\"ps\":\"merge\"},\"hostAliases\":{\"t\":\"array\",\"i\":\"!api.core.v1.HostAlias\",\"lk\":[\"ip\"],\"lt\":\"map\",\"mk\":\"ip\",\"ps\":\"merge\"},\"hostIPC\":\"b\",\"hostNetwork\":\"b\",\"hostPID\":\"b\",\"hostUsers\":\"b\",\"hostname\":\"s\",\"imagePullSecrets\":{\"t\":\"array\",\"i\":\"!api.core.v1.LocalObjectReference\",\"lk\":[\"name\"],\"lt\":\"map\",\"mk\":\"name\",\"ps\":\"merge\"},\"initContainers\":{\"t\":\"array\",\"i\":\"!api.core.v1.Container\",\"lk\":[\"name\"],\"lt\":\"map\",\"mk\":\"name\",\"ps\":\"merge\"},\"nodeName\":\"s\",\"nodeSelector\":{\"t\":\"object\",\"a\":\"S\",\"mt\":\"atomic\"},\"os\":\"@api.core.v1.PodOS\",\"overhead\":{\"t\":\"object\",\"a\":\"$apimachinery.pkg.api.resource.Quantity\"},\"preemptionPolicy\":{\"t\":\"string\",\"e\":[\"Never\",\"PreemptLowerPriority\"]},\"priority\":\"i\",\"priorityClassName\":\"s\",\"readinessGates\":{\"t\":\"array\",\"i\":\"!api.core.v1.PodReadinessGate\",\"lt\":\"atomic\"},\"resourceClaims\":{\"t\":\"array\",\"i\":\"!api.core.v1.PodResourceClaim\",\"lk\":[\"name\"],\"lt\":\"map\",\"mk\":\"name\",\"ps\":\"merge,retainKeys\"},\"resources\":\"@api.core.v1.ResourceRequirements\",\"restartPolicy\":{\"t\":\"string\",\"e\":[\"Always\",\"Never\",\"OnFailure\"]},\"runtimeClassName\":\"s\",\"schedulerName\":\"s\",\"schedulingGates\":{\"t\":\"array\",\"i\":\"!api.core.v1.PodSchedulingGate\",\"lk\":[\"name\"],\"lt\":\"map\",\"mk\":\"name\",\"ps\":\"merge\"},\"securityContext\":\"@api.core.v1.PodSecurityContext\",\"serviceAccount\":\"s\",\"serviceAccountName\":\"s\",\"setHostnameAsFQDN\":\"b\",\"shareProcessNamespace\":\"b\",\"subdomain\":\"s\",\"terminationGracePeriodSeconds\":\"l\",\"tolerations\":{\"t\":\"array\",\"i\":\"!api.core.v1.Toleration\",\"lt\":\"atomic\"},\"topologySpreadConstraints\":{\"t\":\"array\",\"i\":\"!api.core.v1.TopologySpreadConstraint\",\"lk\":[\"topologyKey\",\"whenUnsatisfiable\"],\"lt\":\"map\",\"mk\":\"topologyKey\",\"ps\":\"merge\"},\"volumes\":{\"t\":\"array\",\"i\":\"!api.core.v1.Volume\",\"lk\":[\"name\"],\"lt\":\"map\",\"mk\":\"name\",\"ps\":\"merge,retainKeys\"}}}\napi.core.v1.PodStatus {\"t\":\"object\",\"p\":{\"conditions\":{\"t\":\"array\",\"i\":\"!api.core.v1.PodCondition\",\"lk\":[\"type\"],\"lt\":\"map\",\"mk\":\"type\",\"ps\":\"merge\"},\"containerStatuses\":{\"t\":\"array\",\"i\":\"!api.core.v1.ContainerStatus\",\"lt\":\"atomic\"},\"ephemeralContainerStatuses\":{\"t\":\"array\",\"i\":\"!api.core.v1.ContainerStatus\",\"lt\":\"atomic\"},\"hostIP\":\"s\",\"hostIPs\":{\"t\":\"array\",\"i\":\"!api.core.v1.HostIP\",\"lt\":\"atomic\",\"mk\":\"ip\",\"ps\":\"merge\"},\"initContainerStatuses\":{\"t\":\"array\",\"i\":\"!api.core.v1.ContainerStatus\",\"lt\":\"atomic\"},\"message\":\"s\",\"nominatedNodeName\":\"s\",\"phase\":{\"t\":\"string\",\"e\":[\"Failed\",\"Pending\",\"Running\",\"Succeeded\",\"Unknown\"]},\"podIP\":\"s\",\"podIPs\":{\"t\":\"array\",\"i\":\"!api.core.v1.PodIP\",\"lk\":[\"ip\"],\"lt\":\"map\",\"mk\":\"ip\",\"ps\":\"merge\"},\"qosClass\":{\"t\":\"string\",\"e\":[\"BestEffort\",\"Burstable\",\"Guaranteed\"]},\"reason\":\"s\",\"resize\":\"s\",\"resourceClaimStatuses\":{\"t\":\"array\",\"i\":\"!api.core.v1.PodResourceClaimStatus\",\"lk\":[\"name\"],\"lt\":\"map\",\"mk\":\"name\",\"ps\":\"merge,retainKeys\"},\"startTime\":\"@apimachinery.pkg.apis.meta.v1.Time\"}}\napi.core.v1.PodTemplate {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"template\":\"!api.core.v1.PodTemplateSpec\"},\"gvk\":[{\"group\":\"\",\"kind\":\"PodTemplate\",\"version\":\"v1\"}]}\napi.core.v1.PodTemplateList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.core.v1.PodTemplate\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"\",\"kind\":\"PodTemplateList\",\"version\":\"v1\"}]}\napi.core.v1.PodTemplateSpec {\"t\":\"object\",\"p\":{\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.core.v1.PodSpec\"}}\napi.core.v1.PortStatus {\"t\":\"object\",\"r\":[\"port\",\"protocol\"],\"p\":{\"error\":\"s\",\"port\":\"I\",\"protocol\":{\"t\":\"string\",\"d\":\"\",\"e\":[\"SCTP\",\"TCP\",\"UDP\"]}}}\napi.core.v1.PortworxVolumeSource {\"t\":\"object\",\"r\":[\"volumeID\"],\"p\":{\"fsType\":\"s\",\"readOnly\":\"b\",\"volumeID\":\"S\"}}\napi.core.v1.PreferredSchedulingTerm {\"t\":\"object\",\"r\":[\"weight\",\"preference\"],\"p\":{\"preference\":\"!api.core.v1.NodeSelectorTerm\",\"weight\":\"I\"}}\napi.core.v1.Probe {\"t\":\"object\",\"p\":{\"exec\":\"@api.core.v1.ExecAction\",\"failureThreshold\":\"i\",\"grpc\":\"@api.core.v1.GRPCAction\",\"httpGet\":\"@api.core.v1.HTTPGetAction\",\"initialDelaySeconds\":\"i\",\"periodSeconds\":\"i\",\"successThreshold\":\"i\",\"tcpSocket\":\"@api.core.v1.TCPSocketAction\",\"terminationGracePeriodSeconds\":\"l\",\"timeoutSeconds\":\"i\"}}\napi.core.v1.ProjectedVolumeSource {\"t\":\"object\",\"p\":{\"defaultMode\":\"i\",\"sources\":{\"t\":\"array\",\"i\":\"!api.core.v1.VolumeProjection\",\"lt\":\"atomic\"}}}\napi.core.v1.QuobyteVolumeSource {\"t\":\"object\",\"r\":[\"registry\",\"volume\"],\"p\":{\"group\":\"s\",\"readOnly\":\"b\",\"registry\":\"S\",\"tenant\":\"s\",\"user\":\"s\",\"volume\":\"S\"}}\napi.core.v1.RBDPersistentVolumeSource {\"t\":\"object\",\"r\":[\"monitors\",\"image\"],\"p\":{\"fsType\":\"s\",\"image\":\"S\",\"keyring\":{\"t\":\"string\",\"d\":\"/etc/ceph/keyring\"},\"monitors\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"pool\":{\"t\":\"string\",\"d\":\"rbd\"},\"readOnly\":\"b\",\"secretRef\":\"@api.core.v1.SecretReference\",\"user\":{\"t\":\"string\",\"d\":\"admin\"}}}\napi.core.v1.RBDVolumeSource {\"t\":\"object\",\"r\":[\"monitors\",\"image\"],\"p\":{\"fsType\":\"s\",\"image\":\"S\",\"keyring\":{\"t\":\"string\",\"d\":\"/etc/ceph/keyring\"},\"monitors\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"pool\":{\"t\":\"string\",\"d\":\"rbd\"},\"readOnly\":\"b\",\"secretRef\":\"@api.core.v1.LocalObjectReference\",\"user\":{\"t\":\"string\",\"d\":\"admin\"}}}\napi.core.v1.ReplicationController {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.core.v1.ReplicationControllerSpec\",\"status\":\"!api.core.v1.ReplicationControllerStatus\"},\"gvk\":[{\"group\":\"\",\"kind\":\"ReplicationController\",\"version\":\"v1\"}]}\napi.core.v1.ReplicationControllerCondition {\"t\":\"object\",\"r\":[\"type\",\"status\"],\"p\":{\"lastTransitionTime\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"message\":\"s\",\"reason\":\"s\",\"status\":\"S\",\"type\":\"S\"}}\napi.core.v1.ReplicationControllerList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.core.v1.ReplicationController\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"\",\"kind\":\"ReplicationControllerList\",\"version\":\"v1\"}]}\napi.core.v1.ReplicationControllerSpec {\"t\":\"object\",\"p\":{\"minReadySeconds\":\"i\",\"replicas\":\"i\",\"selector\":{\"t\":\"object\",\"a\":\"S\",\"mt\":\"atomic\"},\"template\":\"@api.core.v1.PodTemplateSpec\"}}\napi.core.v1.ReplicationControllerStatus {\"t\":\"object\",\"r\":[\"replicas\"],\"p\":{\"availableReplicas\":\"i\",\"conditions\":{\"t\":\"array\",\"i\":\"!api.core.v1.ReplicationControllerCondition\",\"lk\":[\"type\"],\"lt\":\"map\",\"mk\":\"type\",\"ps\":\"merge\"},\"fullyLabeledReplicas\":\"i\",\"observedGeneration\":\"l\",\"readyReplicas\":\"i\",\"replicas\":\"I\"}}\napi.core.v1.ResourceClaim {\"t\":\"object\",\"r\":[\"name\"],\"p\":{\"name\":\"S\",\"request\":\"s\"}}\napi.core.v1.ResourceFieldSelector {\"t\":\"object\",\"r\":[\"resource\"],\"p\":{\"containerName\":\"s\",\"divisor\":\"@apimachinery.pkg.api.resource.Quantity\",\"resource\":\"S\"},\"mt\":\"atomic\"}\napi.core.v1.ResourceHealth {\"t\":\"object\",\"r\":[\"resourceID\"],\"p\":{\"health\":\"s\",\"resourceID\":\"S\"}}\napi.core.v1.ResourceQuota {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.core.v1.ResourceQuotaSpec\",\"status\":\"!api.core.v1.ResourceQuotaStatus\"},\"gvk\":[{\"group\":\"\",\"kind\":\"ResourceQuota\",\"version\":\"v1\"}]}\napi.core.v1.ResourceQuotaList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.core.v1.ResourceQuota\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"\",\"kind\":\"ResourceQuotaList\",\"version\":\"v1\"}]}\napi.core.v1.ResourceQuotaSpec {\"t\":\"object\",\"p\":{\"hard\":{\"t\":\"object\",\"a\":\"$apimachinery.pkg.api.resource.Quantity\"},\"scopeSelector\":\"@api.core.v1.ScopeSelector\",\"scopes\":{\"t\":\"array\",\"i\":{\"t\":\"string\",\"d\":\"\",\"e\":[\"BestEffort\",\"CrossNamespacePodAffinity\",\"NotBestEffort\",\"NotTerminating\",\"PriorityClass\",\"Terminating\"]},\"lt\":\"atomic\"}}}\napi.core.v1.ResourceQuotaStatus {\"t\":\"object\",\"p\":{\"hard\":{\"t\":\"object\",\"a\":\"$apimachinery.pkg.api.resource.Quantity\"},\"used\":{\"t\":\"object\",\"a\":\"$apimachinery.pkg.api.resource.Quantity\"}}}\napi.core.v1.ResourceRequirements {\"t\":\"object\",\"p\":{\"claims\":{\"t\":\"array\",\"i\":\"!api.core.v1.ResourceClaim\",\"lk\":[\"name\"],\"lt\":\"map\"},\"limits\":{\"t\":\"object\",\"a\":\"$apimachinery.pkg.api.resource.Quantity\"},\"requests\":{\"t\":\"object\",\"a\":\"$apimachinery.pkg.api.resource.Quantity\"}}}\napi.core.v1.ResourceStatus {\"t\":\"object\",\"r\":[\"name\"],\"p\":{\"name\":\"S\",\"resources\":{\"t\":\"array\",\"i\":\"!api.core.v1.ResourceHealth\",\"lk\":[\"resourceID\"],\"lt\":\"map\"}}}\napi.core.v1.SELinuxOptions {\"t\":\"object\",\"p\":{\"level\":\"s\",\"role\":\"s\",\"type\":\"s\",\"user\":\"s\"}}\napi.core.v1.ScaleIOPersistentVolumeSource {\"t\":\"object\",\"r\":[\"gateway\",\"system\",\"secretRef\"],\"p\":{\"fsType\":{\"t\":\"string\",\"d\":\"xfs\"},\"gateway\":\"S\",\"protectionDomain\":\"s\",\"readOnly\":\"b\",\"secretRef\":\"@api.core.v1.SecretReference\",\"sslEnabled\":\"b\",\"storageMode\":{\"t\":\"string\",\"d\":\"ThinProvisioned\"},\"storagePool\":\"s\",\"system\":\"S\",\"volumeName\":\"s\"}}\napi.core.v1.ScaleIOVolumeSource {\"t\":\"object\",\"r\":[\"gateway\",\"system\",\"secretRef\"],\"p\":{\"fsType\":{\"t\":\"string\",\"d\":\"xfs\"},\"gateway\":\"S\",\"protectionDomain\":\"s\",\"readOnly\":\"b\",\"secretRef\":\"@api.core.v1.LocalObjectReference\",\"sslEnabled\":\"b\",\"storageMode\":{\"t\":\"string\",\"d\":\"ThinProvisioned\"},\"storagePool\":\"s\",\"system\":\"S\",\"volumeName\":\"s\"}}\napi.core.v1.ScopeSelector {\"t\":\"object\",\"p\":{\"matchExpressions\":{\"t\":\"array\",\"i\":\"!api.core.v1.ScopedResourceSelectorRequirement\",\"lt\":\"atomic\"}},\"mt\":\"atomic\"}\napi.core.v1.ScopedResourceSelectorRequirement {\"t\":\"object\",\"r\":[\"scopeName\",\"operator\"],\"p\":{\"operator\":{\"t\":\"string\",\"d\":\"\",\"e\":[\"DoesNotExist\",\"Exists\",\"In\",\"NotIn\"]},\"scopeName\":{\"t\":\"string\",\"d\":\"\",\"e\":[\"BestEffort\",\"CrossNamespacePodAffinity\",\"NotBestEffort\",\"NotTerminating\",\"PriorityClass\",\"Terminating\"]},\"values\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"}}}\napi.core.v1.SeccompProfile {\"t\":\"object\",\"r\":[\"type\"],\"p\":{\"localhostProfile\":\"s\",\"type\":{\"t\":\"string\",\"d\":\"\",\"e\":[\"Localhost\",\"RuntimeDefault\",\"Unconfined\"]}},\"u\":[{\"discriminator\":\"type\",\"fields-to-discriminateBy\":{\"localhostProfile\":\"LocalhostProfile\"}}]}\napi.core.v1.Secret {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"data\":{\"t\":\"object\",\"a\":{\"t\":\"string\",\"f\":\"byte\"}},\"immutable\":\"b\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"stringData\":{\"t\":\"object\",\"a\":\"S\"},\"type\":\"s\"},\"gvk\":[{\"group\":\"\",\"kind\":\"Secret\",\"version\":\"v1\"}]}\napi.core.v1.SecretEnvSource {\"t\":\"object\",\"p\":{\"name\":\"S\",\"optional\":\"b\"}}\napi.core.v1.SecretKeySelector {\"t\":\"object\",\"r\":[\"key\"],\"p\":{\"key\":\"S\",\"name\":\"S\",\"optional\":\"b\"},\"mt\":\"atomic\"}\napi.core.v1.SecretList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.core.v1.Secret\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"\",\"kind\":\"SecretList\",\"version\":\"v1\"}]}\napi.core.v1.SecretProjection {\"t\":\"object\",\"p\":{\"items\":{\"t\":\"array\",\"i\":\"!api.core.v1.KeyToPath\",\"lt\":\"atomic\"},\"name\":\"S\",\"optional\":\"b\"}}\napi.core.v1.SecretReference {\"t\":\"object\",\"p\":{\"name\":\"s\",\"namespace\":\"s\"},\"mt\":\"atomic\"}\napi.core.v1.SecretVolumeSource {\"t\":\"object\",\"p\":{\"defaultMode\":\"i\",\"items\":{\"t\":\"array\",\"i\":\"!api.core.v1.KeyToPath\",\"lt\":\"atomic\"},\"optional\":\"b\",\"secretName\":\"s\"}}\napi.core.v1.SecurityContext {\"t\":\"object\",\"p\":{\"allowPrivilegeEscalation\":\"b\",\"appArmorProfile\":\"@api.core.v1.AppArmorProfile\",\"capabilities\":\"@api.core.v1.Capabilities\",\"privileged\":\"b\",\"procMount\":{\"t\":\"string\",\"e\":[\"Default\",\"Unmasked\"]},\"readOnlyRootFilesystem\":\"b\",\"runAsGroup\":\"l\",\"runAsNonRoot\":\"b\",\"runAsUser\":\"l\",\"seLinuxOptions\":\"@api.core.v1.SELinuxOptions\",\"seccompProfile\":\"@api.core.v1.SeccompProfile\",\"windowsOptions\":\"@api.core.v1.WindowsSecurityContextOptions\"}}\napi.core.v1.Service {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.core.v1.ServiceSpec\",\"status\":\"!api.core.v1.ServiceStatus\"},\"gvk\":[{\"group\":\"\",\"kind\":\"Service\",\"version\":\"v1\"}]}\napi.core.v1.ServiceAccount {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"automountServiceAccountToken\":\"b\",\"imagePullSecrets\":{\"t\":\"array\",\"i\":\"!api.core.v1.LocalObjectReference\",\"lt\":\"atomic\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"secrets\":{\"t\":\"array\",\"i\":\"!api.core.v1.ObjectReference\",\"lk\":[\"name\"],\"lt\":\"map\",\"mk\":\"name\",\"ps\":\"merge\"}},\"gvk\":[{\"group\":\"\",\"kind\":\"ServiceAccount\",\"version\":\"v1\"}]}\napi.core.v1.ServiceAccountList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.core.v1.ServiceAccount\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"\",\"kind\":\"ServiceAccountList\",\"version\":\"v1\"}]}\napi.core.v1.ServiceAccountTokenProjection {\"t\":\"object\",\"r\":[\"path\"],\"p\":{\"audience\":\"s\",\"expirationSeconds\":\"l\",\"path\":\"S\"}}\napi.core.v1.ServiceList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.core.v1.Service\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"\",\"kind\":\"ServiceList\",\"version\":\"v1\"}]}\napi.core.v1.ServicePort {\"t\":\"object\",\"r\":[\"port\"],\"p\":{\"appProtocol\":\"s\",\"name\":\"s\",\"nodePort\":\"i\",\"port\":\"I\",\"protocol\":{\"t\":\"string\",\"d\":\"TCP\",\"e\":[\"SCTP\",\"TCP\",\"UDP\"]},\"targetPort\":\"@apimachinery.pkg.util.intstr.IntOrString\"}}\napi.core.v1.ServiceSpec {\"t\":\"object\",\"p\":{\"allocateLoadBalancerNodePorts\":\"b\",\"clusterIP\":\"s\",\"clusterIPs\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"externalIPs\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"externalName\":\"s\",\"externalTrafficPolicy\":{\"t\":\"string\",\"e\":[\"Cluster\",\"Local\"]},\"healthCheckNodePort\":\"i\",\"internalTrafficPolicy\":{\"t\":\"string\",\"e\":[\"Cluster\",\"Local\"]},\"ipFamilies\":{\"t\":\"array\",\"i\":{\"t\":\"string\",\"d\":\"\",\"e\":[\"\",\"IPv4\",\"IPv6\"]},\"lt\":\"atomic\"},\"ipFamilyPolicy\":{\"t\":\"string\",\"e\":[\"PreferDualStack\",\"RequireDualStack\",\"SingleStack\"]},\"loadBalancerClass\":\"s\",\"loadBalancerIP\":\"s\",\"loadBalancerSourceRanges\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"ports\":{\"t\":\"array\",\"i\":\"!api.core.v1.ServicePort\",\"lk\":[\"port\",\"protocol\"],\"lt\":\"map\",\"mk\":\"port\",\"ps\":\"merge\"},\"publishNotReadyAddresses\":\"b\",\"selector\":{\"t\":\"object\",\"a\":\"S\",\"mt\":\"atomic\"},\"sessionAffinity\":{\"t\":\"string\",\"e\":[\"ClientIP\",\"None\"]},\"sessionAffinityConfig\":\"@api.core.v1.SessionAffinityConfig\",\"trafficDistribution\":\"s\",\"type\":{\"t\":\"string\",\"e\":[\"ClusterIP\",\"ExternalName\",\"LoadBalancer\",\"NodePort\"]}}}\napi.core.v1.ServiceStatus {\"t\":\"object\",\"p\":{\"conditions\":{\"t\":\"array\",\"i\":\"!apimachinery.pkg.apis.meta.v1.Condition\",\"lk\":[\"type\"],\"lt\":\"map\",\"mk\":\"type\",\"ps\":\"merge\"},\"loadBalancer\":\"!api.core.v1.LoadBalancerStatus\"}}\napi.core.v1.SessionAffinityConfig {\"t\":\"object\",\"p\":{\"clientIP\":\"@api.core.v1.ClientIPConfig\"}}\napi.core.v1.SleepAction {\"t\":\"object\",\"r\":[\"seconds\"],\"p\":{\"seconds\":{\"t\":\"integer\",\"f\":\"int64\",\"d\":0}}}\napi.core.v1.StorageOSPersistentVolumeSource {\"t\":\"object\",\"p\":{\"fsType\":\"s\",\"readOnly\":\"b\",\"secretRef\":\"@api.core.v1.ObjectReference\",\"volumeName\":\"s\",\"volumeNamespace\":\"s\"}}\napi.core.v1.StorageOSVolumeSource {\"t\":\"object\",\"p\":{\"fsType\":\"s\",\"readOnly\":\"b\",\"secretRef\":\"@api.core.v1.LocalObjectReference\",\"volumeName\":\"s\",\"volumeNamespace\":\"s\"}}\napi.core.v1.Sysctl {\"t\":\"object\",\"r\":[\"name\",\"value\"],\"p\":{\"name\":\"S\",\"value\":\"S\"}}\napi.core.v1.TCPSocketAction {\"t\":\"object\",\"r\":[\"port\"],\"p\":{\"host\":\"s\",\"port\":\"@apimachinery.pkg.util.intstr.IntOrString\"}}\napi.core.v1.Taint {\"t\":\"object\",\"r\":[\"key\",\"effect\"],\"p\":{\"effect\":{\"t\":\"string\",\"d\":\"\",\"e\":[\"NoExecute\",\"NoSchedule\",\"PreferNoSchedule\"]},\"key\":\"S\",\"timeAdded\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"value\":\"s\"}}\napi.core.v1.Toleration {\"t\":\"object\",\"p\":{\"effect\":{\"t\":\"string\",\"e\":[\"NoExecute\",\"NoSchedule\",\"PreferNoSchedule\"]},\"key\":\"s\",\"operator\":{\"t\":\"string\",\"e\":[\"Equal\",\"Exists\"]},\"tolerationSeconds\":\"l\",\"value\":\"s\"}}\napi.core.v1.TopologySelectorLabelRequirement {\"t\":\"object\",\"r\":[\"key\",\"values\"],\"p\":{\"key\":\"S\",\"values\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"}}}\napi.core.v1.TopologySelectorTerm {\"t\":\"object\",\"p\":{\"matchLabelExpressions\":{\"t\":\"array\",\"i\":\"!api.core.v1.TopologySelectorLabelRequirement\",\"lt\":\"atomic\"}},\"mt\":\"atomic\"}\napi.core.v1.TopologySpreadConstraint {\"t\":\"object\",\"r\":[\"maxSkew\",\"topologyKey\",\"whenUnsatisfiable\"],\"p\":{\"labelSelector\":\"@apimachinery.pkg.apis.meta.v1.LabelSelector\",\"matchLabelKeys\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"maxSkew\":\"I\",\"minDomains\":\"i\",\"nodeAffinityPolicy\":{\"t\":\"string\",\"e\":[\"Honor\",\"Ignore\"]},\"nodeTaintsPolicy\":{\"t\":\"string\",\"e\":[\"Honor\",\"Ignore\"]},\"topologyKey\":\"S\",\"whenUnsatisfiable\":{\"t\":\"string\",\"d\":\"\",\"e\":[\"DoNotSchedule\",\"ScheduleAnyway\"]}}}\napi.core.v1.TypedLocalObjectReference {\"t\":\"object\",\"r\":[\"kind\",\"name\"],\"p\":{\"apiGroup\":\"s\",\"kind\":\"S\",\"name\":\"S\"},\"mt\":\"atomic\"}\napi.core.v1.TypedObjectReference {\"t\":\"object\",\"r\":[\"kind\",\"name\"],\"p\":{\"apiGroup\":\"s\",\"kind\":\"S\",\"name\":\"S\",\"namespace\":\"s\"}}\napi.core.v1.Volume {\"t\":\"object\",\"r\":[\"name\"],\"p\":{\"awsElasticBlockStore\":\"@api.core.v1.AWSElasticBlockStoreVolumeSource\",\"azureDisk\":\"@api.core.v1.AzureDiskVolumeSource\",\"azureFile\":\"@api.core.v1.AzureFileVolumeSource\",\"cephfs\":\"@api.core.v1.CephFSVolumeSource\",\"cinder\":\"@api.core.v1.CinderVolumeSource\",\"configMap\":\"@api.core.v1.ConfigMapVolumeSource\",\"csi\":\"@api.core.v1.CSIVolumeSource\",\"downwardAPI\":\"@api.core.v1.DownwardAPIVolumeSource\",\"emptyDir\":\"@api.core.v1.EmptyDirVolumeSource\",\"ephemeral\":\"@api.core.v1.EphemeralVolumeSource\",\"fc\":\"@api.core.v1.FCVolumeSource\",\"flexVolume\":\"@api.core.v1.FlexVolumeSource\",\"flocker\":\"@api.core.v1.FlockerVolumeSource\",\"gcePersistentDisk\":\"@api.core.v1.GCEPersistentDiskVolumeSource\",\"gitRepo\":\"@api.core.v1.GitRepoVolumeSource\",\"glusterfs\":\"@api.core.v1.GlusterfsVolumeSource\",\"hostPath\":\"@api.core.v1.HostPathVolumeSource\",\"image\":\"@api.core.v1.ImageVolumeSource\",\"iscsi\":\"@api.core.v1.ISCSIVolumeSource\",\"name\":\"S\",\"nfs\":\"@api.core.v1.NFSVolumeSource\",\"persistentVolumeClaim\":\"@api.core.v1.PersistentVolumeClaimVolumeSource\",\"photonPersistentDisk\":\"@api.core.v1.PhotonPersistentDiskVolumeSource\",\"portworxVolume\":\"@api.core.v1.PortworxVolumeSource\",\"projected\":\"@api.core.v1.ProjectedVolumeSource\",\"quobyte\":\"@api.core.v1.QuobyteVolumeSource\",\"rbd\":\"@api.core.v1.RBDVolumeSource\",\"scaleIO\":\"@api.core.v1.ScaleIOVolumeSource\",\"secret\":\"@api.core.v1.SecretVolumeSource\",\"storageos\":\"@api.core.v1.StorageOSVolumeSource\",\"vsphereVolume\":\"@api.core.v1.VsphereVirtualDiskVolumeSource\"}}\napi.core.v1.VolumeDevice {\"t\":\"object\",\"r\":[\"name\",\"devicePath\"],\"p\":{\"devicePath\":\"S\",\"name\":\"S\"}}\napi.core.v1.VolumeMount {\"t\":\"object\",\"r\":[\"name\",\"mountPath\"],\"p\":{\"mountPath\":\"S\",\"mountPropagation\":{\"t\":\"string\",\"e\":[\"Bidirectional\",\"HostToContainer\",\"None\"]},\"name\":\"S\",\"readOnly\":\"b\",\"recursiveReadOnly\":\"s\",\"subPath\":\"s\",\"subPathExpr\":\"s\"}}\napi.core.v1.VolumeMountStatus {\"t\":\"object\",\"r\":[\"name\",\"mountPath\"],\"p\":{\"mountPath\":\"S\",\"name\":\"S\",\"readOnly\":\"b\",\"recursiveReadOnly\":\"s\"}}\napi.core.v1.VolumeNodeAffinity {\"t\":\"object\",\"p\":{\"required\":\"@api.core.v1.NodeSelector\"}}\napi.core.v1.VolumeProjection {\"t\":\"object\",\"p\":{\"clusterTrustBundle\":\"@api.core.v1.ClusterTrustBundleProjection\",\"configMap\":\"@api.core.v1.ConfigMapProjection\",\"downwardAPI\":\"@api.core.v1.DownwardAPIProjection\",\"secret\":\"@api.core.v1.SecretProjection\",\"serviceAccountToken\":\"@api.core.v1.ServiceAccountTokenProjection\"}}\napi.core.v1.VolumeResourceRequirements {\"t\":\"object\",\"p\":{\"limits\":{\"t\":\"object\",\"a\":\"$apimachinery.pkg.api.resource.Quantity\"},\"requests\":{\"t\":\"object\",\"a\":\"$apimachinery.pkg.api.resource.Quantity\"}}}\napi.core.v1.VsphereVirtualDiskVolumeSource {\"t\":\"object\",\"r\":[\"volumePath\"],\"p\":{\"fsType\":\"s\",\"storagePolicyID\":\"s\",\"storagePolicyName\":\"s\",\"volumePath\":\"S\"}}\napi.core.v1.WeightedPodAffinityTerm {\"t\":\"object\",\"r\":[\"weight\",\"podAffinityTerm\"],\"p\":{\"podAffinityTerm\":\"!api.core.v1.PodAffinityTerm\",\"weight\":\"I\"}}\napi.core.v1.WindowsSecurityContextOptions {\"t\":\"object\",\"p\":{\"gmsaCredentialSpec\":\"s\",\"gmsaCredentialSpecName\":\"s\",\"hostProcess\":\"b\",\"runAsUserName\":\"s\"}}\napi.discovery.v1.Endpoint {\"t\":\"object\",\"r\":[\"addresses\"],\"p\":{\"addresses\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"set\"},\"conditions\":\"!api.discovery.v1.EndpointConditions\",\"deprecatedTopology\":{\"t\":\"object\",\"a\":\"S\"},\"hints\":\"@api.discovery.v1.EndpointHints\",\"hostname\":\"s\",\"nodeName\":\"s\",\"targetRef\":\"@api.core.v1.ObjectReference\",\"zone\":\"s\"}}\napi.discovery.v1.EndpointConditions {\"t\":\"object\",\"p\":{\"ready\":\"b\",\"serving\":\"b\",\"terminating\":\"b\"}}\napi.discovery.v1.EndpointHints {\"t\":\"object\",\"p\":{\"forZones\":{\"t\":\"array\",\"i\":\"!api.discovery.v1.ForZone\",\"lt\":\"atomic\"}}}\napi.discovery.v1.EndpointPort {\"t\":\"object\",\"p\":{\"appProtocol\":\"s\",\"name\":\"s\",\"port\":\"i\",\"protocol\":{\"t\":\"string\",\"e\":[\"SCTP\",\"TCP\",\"UDP\"]}},\"mt\":\"atomic\"}\napi.discovery.v1.EndpointSlice {\"t\":\"object\",\"r\":[\"addressType\",\"endpoints\"],\"p\":{\"addressType\":{\"t\":\"string\",\"d\":\"\",\"e\":[\"FQDN\",\"IPv4\",\"IPv6\"]},\"apiVersion\":\"s\",\"endpoints\":{\"t\":\"array\",\"i\":\"!api.discovery.v1.Endpoint\",\"lt\":\"atomic\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"ports\":{\"t\":\"array\",\"i\":\"!api.discovery.v1.EndpointPort\",\"lt\":\"atomic\"}},\"gvk\":[{\"group\":\"discovery.k8s.io\",\"kind\":\"EndpointSlice\",\"version\":\"v1\"}]}\napi.discovery.v1.EndpointSliceList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.discovery.v1.EndpointSlice\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"discovery.k8s.io\",\"kind\":\"EndpointSliceList\",\"version\":\"v1\"}]}\napi.discovery.v1.ForZone {\"t\":\"object\",\"r\":[\"name\"],\"p\":{\"name\":\"S\"}}\napi.events.v1.Event {\"t\":\"object\",\"r\":[\"eventTime\"],\"p\":{\"action\":\"s\",\"apiVersion\":\"s\",\"deprecatedCount\":\"i\",\"deprecatedFirstTimestamp\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"deprecatedLastTimestamp\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"deprecatedSource\":\"!api.core.v1.EventSource\",\"eventTime\":\"@apimachinery.pkg.apis.meta.v1.MicroTime\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"note\":\"s\",\"reason\":\"s\",\"regarding\":\"!api.core.v1.ObjectReference\",\"related\":\"@api.core.v1.ObjectReference\",\"reportingController\":\"s\",\"reportingInstance\":\"s\",\"series\":\"@api.events.v1.EventSeries\",\"type\":\"s\"},\"gvk\":[{\"group\":\"events.k8s.io\",\"kind\":\"Event\",\"version\":\"v1\"}]}\napi.events.v1.EventList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.events.v1.Event\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"events.k8s.io\",\"kind\":\"EventList\",\"version\":\"v1\"}]}\napi.events.v1.EventSeries {\"t\":\"object\",\"r\":[\"count\",\"lastObservedTime\"],\"p\":{\"count\":\"I\",\"lastObservedTime\":\"@apimachinery.pkg.apis.meta.v1.MicroTime\"}}\napi.flowcontrol.v1.ExemptPriorityLevelConfiguration {\"t\":\"object\",\"p\":{\"lendablePercent\":\"i\",\"nominalConcurrencyShares\":\"i\"}}\napi.flowcontrol.v1.FlowDistinguisherMethod {\"t\":\"object\",\"r\":[\"type\"],\"p\":{\"type\":\"S\"}}\napi.flowcontrol.v1.FlowSchema {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.flowcontrol.v1.FlowSchemaSpec\",\"status\":\"!api.flowcontrol.v1.FlowSchemaStatus\"},\"gvk\":[{\"group\":\"flowcontrol.apiserver.k8s.io\",\"kind\":\"FlowSchema\",\"version\":\"v1\"}]}\napi.flowcontrol.v1.FlowSchemaCondition {\"t\":\"object\",\"p\":{\"lastTransitionTime\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"message\":\"s\",\"reason\":\"s\",\"status\":\"s\",\"type\":\"s\"}}\napi.flowcontrol.v1.FlowSchemaList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.flowcontrol.v1.FlowSchema\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"flowcontrol.apiserver.k8s.io\",\"kind\":\"FlowSchemaList\",\"version\":\"v1\"}]}\napi.flowcontrol.v1.FlowSchemaSpec {\"t\":\"object\",\"r\":[\"priorityLevelConfiguration\"],\"p\":{\"distinguisherMethod\":\"@api.flowcontrol.v1.FlowDistinguisherMethod\",\"matchingPrecedence\":\"I\",\"priorityLevelConfiguration\":\"!api.flowcontrol.v1.PriorityLevelConfigurationReference\",\"rules\":{\"t\":\"array\",\"i\":\"!api.flowcontrol.v1.PolicyRulesWithSubjects\",\"lt\":\"atomic\"}}}\napi.flowcontrol.v1.FlowSchemaStatus {\"t\":\"object\",\"p\":{\"conditions\":{\"t\":\"array\",\"i\":\"!api.flowcontrol.v1.FlowSchemaCondition\",\"lk\":[\"type\"],\"lt\":\"map\",\"mk\":\"type\",\"ps\":\"merge\"}}}\napi.flowcontrol.v1.GroupSubject {\"t\":\"object\",\"r\":[\"name\"],\"p\":{\"name\":\"S\"}}\napi.flowcontrol.v1.LimitResponse {\"t\":\"object\",\"r\":[\"type\"],\"p\":{\"queuing\":\"@api.flowcontrol.v1.QueuingConfiguration\",\"type\":\"S\"},\"u\":[{\"discriminator\":\"type\",\"fields-to-discriminateBy\":{\"queuing\":\"Queuing\"}}]}\napi.flowcontrol.v1.LimitedPriorityLevelConfiguration {\"t\":\"object\",\"p\":{\"borrowingLimitPercent\":\"i\",\"lendablePercent\":\"i\",\"limitResponse\":\"!api.flowcontrol.v1.LimitResponse\",\"nominalConcurrencyShares\":\"i\"}}\napi.flowcontrol.v1.NonResourcePolicyRule {\"t\":\"object\",\"r\":[\"verbs\",\"nonResourceURLs\"],\"p\":{\"nonResourceURLs\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"set\"},\"verbs\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"set\"}}}\napi.flowcontrol.v1.PolicyRulesWithSubjects {\"t\":\"object\",\"r\":[\"subjects\"],\"p\":{\"nonResourceRules\":{\"t\":\"array\",\"i\":\"!api.flowcontrol.v1.NonResourcePolicyRule\",\"lt\":\"atomic\"},\"resourceRules\":{\"t\":\"array\",\"i\":\"!api.flowcontrol.v1.ResourcePolicyRule\",\"lt\":\"atomic\"},\"subjects\":{\"t\":\"array\",\"i\":\"!api.flowcontrol.v1.Subject\",\"lt\":\"atomic\"}}}\napi.flowcontrol.v1.PriorityLevelConfiguration {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.flowcontrol.v1.PriorityLevelConfigurationSpec\",\"status\":\"!api.flowcontrol.v1.PriorityLevelConfigurationStatus\"},\"gvk\":[{\"group\":\"flowcontrol.apiserver.k8s.io\",\"kind\":\"PriorityLevelConfiguration\",\"version\":\"v1\"}]}\napi.flowcontrol.v1.PriorityLevelConfigurationCondition {\"t\":\"object\",\"p\":{\"lastTransitionTime\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"message\":\"s\",\"reason\":\"s\",\"status\":\"s\",\"type\":\"s\"}}\napi.flowcontrol.v1.PriorityLevelConfigurationList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.flowcontrol.v1.PriorityLevelConfiguration\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"flowcontrol.apiserver.k8s.io\",\"kind\":\"PriorityLevelConfigurationList\",\"version\":\"v1\"}]}\napi.flowcontrol.v1.PriorityLevelConfigurationReference {\"t\":\"object\",\"r\":[\"name\"],\"p\":{\"name\":\"S\"}}\napi.flowcontrol.v1.PriorityLevelConfigurationSpec {\"t\":\"object\",\"r\":[\"type\"],\"p\":{\"exempt\":\"@api.flowcontrol.v1.ExemptPriorityLevelConfiguration\",\"limited\":\"@api.flowcontrol.v1.LimitedPriorityLevelConfiguration\",\"type\":\"S\"},\"u\":[{\"discriminator\":\"type\",\"fields-to-discriminateBy\":{\"exempt\":\"Exempt\",\"limited\":\"Limited\"}}]}\napi.flowcontrol.v1.PriorityLevelConfigurationStatus {\"t\":\"object\",\"p\":{\"conditions\":{\"t\":\"array\",\"i\":\"!api.flowcontrol.v1.PriorityLevelConfigurationCondition\",\"lk\":[\"type\"],\"lt\":\"map\",\"mk\":\"type\",\"ps\":\"merge\"}}}\napi.flowcontrol.v1.QueuingConfiguration {\"t\":\"object\",\"p\":{\"handSize\":\"I\",\"queueLengthLimit\":\"I\",\"queues\":\"I\"}}\napi.flowcontrol.v1.ResourcePolicyRule {\"t\":\"object\",\"r\":[\"verbs\",\"apiGroups\",\"resources\"],\"p\":{\"apiGroups\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"set\"},\"clusterScope\":\"b\",\"namespaces\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"set\"},\"resources\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"set\"},\"verbs\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"set\"}}}\napi.flowcontrol.v1.ServiceAccountSubject {\"t\":\"object\",\"r\":[\"namespace\",\"name\"],\"p\":{\"name\":\"S\",\"namespace\":\"S\"}}\napi.flowcontrol.v1.Subject {\"t\":\"object\",\"r\":[\"kind\"],\"p\":{\"group\":\"@api.flowcontrol.v1.GroupSubject\",\"kind\":\"S\",\"serviceAccount\":\"@api.flowcontrol.v1.ServiceAccountSubject\",\"user\":\"@api.flowcontrol.v1.UserSubject\"},\"u\":[{\"discriminator\":\"kind\",\"fields-to-discriminateBy\":{\"group\":\"Group\",\"serviceAccount\":\"ServiceAccount\",\"user\":\"User\"}}]}\napi.flowcontrol.v1.UserSubject {\"t\":\"object\",\"r\":[\"name\"],\"p\":{\"name\":\"S\"}}\napi.networking.v1.HTTPIngressPath {\"t\":\"object\",\"r\":[\"pathType\",\"backend\"],\"p\":{\"backend\":\"!api.networking.v1.IngressBackend\",\"path\":\"s\",\"pathType\":{\"t\":\"string\",\"e\":[\"Exact\",\"ImplementationSpecific\",\"Prefix\"]}}}\napi.networking.v1.HTTPIngressRuleValue {\"t\":\"object\",\"r\":[\"paths\"],\"p\":{\"paths\":{\"t\":\"array\",\"i\":\"!api.networking.v1.HTTPIngressPath\",\"lt\":\"atomic\"}}}\napi.networking.v1.IPBlock {\"t\":\"object\",\"r\":[\"cidr\"],\"p\":{\"cidr\":\"S\",\"except\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"}}}\napi.networking.v1.Ingress {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.networking.v1.IngressSpec\",\"status\":\"!api.networking.v1.IngressStatus\"},\"gvk\":[{\"group\":\"networking.k8s.io\",\"kind\":\"Ingress\",\"version\":\"v1\"}]}\napi.networking.v1.IngressBackend {\"t\":\"object\",\"p\":{\"resource\":\"@api.core.v1.TypedLocalObjectReference\",\"service\":\"@api.networking.v1.IngressServiceBackend\"}}\napi.networking.v1.IngressClass {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.networking.v1.IngressClassSpec\"},\"gvk\":[{\"group\":\"networking.k8s.io\",\"kind\":\"IngressClass\",\"version\":\"v1\"}]}\napi.networking.v1.IngressClassList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.networking.v1.IngressClass\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"networking.k8s.io\",\"kind\":\"IngressClassList\",\"version\":\"v1\"}]}\napi.networking.v1.IngressClassParametersReference {\"t\":\"object\",\"r\":[\"kind\",\"name\"],\"p\":{\"apiGroup\":\"s\",\"kind\":\"S\",\"name\":\"S\",\"namespace\":\"s\",\"scope\":\"s\"}}\napi.networking.v1.IngressClassSpec {\"t\":\"object\",\"p\":{\"controller\":\"s\",\"parameters\":\"@api.networking.v1.IngressClassParametersReference\"}}\napi.networking.v1.IngressList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.networking.v1.Ingress\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"networking.k8s.io\",\"kind\":\"IngressList\",\"version\":\"v1\"}]}\napi.networking.v1.IngressLoadBalancerIngress {\"t\":\"object\",\"p\":{\"hostname\":\"s\",\"ip\":\"s\",\"ports\":{\"t\":\"array\",\"i\":\"!api.networking.v1.IngressPortStatus\",\"lt\":\"atomic\"}}}\napi.networking.v1.IngressLoadBalancerStatus {\"t\":\"object\",\"p\":{\"ingress\":{\"t\":\"array\",\"i\":\"!api.networking.v1.IngressLoadBalancerIngress\",\"lt\":\"atomic\"}}}\napi.networking.v1.IngressPortStatus {\"t\":\"object\",\"r\":[\"port\",\"protocol\"],\"p\":{\"error\":\"s\",\"port\":\"I\",\"protocol\":{\"t\":\"string\",\"d\":\"\",\"e\":[\"SCTP\",\"TCP\",\"UDP\"]}}}\napi.networking.v1.IngressRule {\"t\":\"object\",\"p\":{\"host\":\"s\",\"http\":\"$api.networking.v1.HTTPIngressRuleValue\"}}\napi.networking.v1.IngressServiceBackend {\"t\":\"object\",\"r\":[\"name\"],\"p\":{\"name\":\"S\",\"port\":\"!api.networking.v1.ServiceBackendPort\"}}\napi.networking.v1.IngressSpec {\"t\":\"object\",\"p\":{\"defaultBackend\":\"@api.networking.v1.IngressBackend\",\"ingressClassName\":\"s\",\"rules\":{\"t\":\"array\",\"i\":\"!api.networking.v1.IngressRule\",\"lt\":\"atomic\"},\"tls\":{\"t\":\"array\",\"i\":\"!api.networking.v1.IngressTLS\",\"lt\":\"atomic\"}}}\napi.networking.v1.IngressStatus {\"t\":\"object\",\"p\":{\"loadBalancer\":\"!api.networking.v1.IngressLoadBalancerStatus\"}}\napi.networking.v1.IngressTLS {\"t\":\"object\",\"p\":{\"hosts\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"secretName\":\"s\"}}\napi.networking.v1.NetworkPolicy {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.networking.v1.NetworkPolicySpec\"},\"gvk\":[{\"group\":\"networking.k8s.io\",\"kind\":\"NetworkPolicy\",\"version\":\"v1\"}]}\napi.networking.v1.NetworkPolicyEgressRule {\"t\":\"object\",\"p\":{\"ports\":{\"t\":\"array\",\"i\":\"!api.networking.v1.NetworkPolicyPort\",\"lt\":\"atomic\"},\"to\":{\"t\":\"array\",\"i\":\"!api.networking.v1.NetworkPolicyPeer\",\"lt\":\"atomic\"}}}\napi.networking.v1.NetworkPolicyIngressRule {\"t\":\"object\",\"p\":{\"from\":{\"t\":\"array\",\"i\":\"!api.networking.v1.NetworkPolicyPeer\",\"lt\":\"atomic\"},\"ports\":{\"t\":\"array\",\"i\":\"!api.networking.v1.NetworkPolicyPort\",\"lt\":\"atomic\"}}}\napi.networking.v1.NetworkPolicyList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.networking.v1.NetworkPolicy\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"networking.k8s.io\",\"kind\":\"NetworkPolicyList\",\"version\":\"v1\"}]}\napi.networking.v1.NetworkPolicyPeer {\"t\":\"object\",\"p\":{\"ipBlock\":\"@api.networking.v1.IPBlock\",\"namespaceSelector\":\"@apimachinery.pkg.apis.meta.v1.LabelSelector\",\"podSelector\":\"@apimachinery.pkg.apis.meta.v1.LabelSelector\"}}\napi.networking.v1.NetworkPolicyPort {\"t\":\"object\",\"p\":{\"endPort\":\"i\",\"port\":\"@apimachinery.pkg.util.intstr.IntOrString\",\"protocol\":{\"t\":\"string\",\"e\":[\"SCTP\",\"TCP\",\"UDP\"]}}}\napi.networking.v1.NetworkPolicySpec {\"t\":\"object\",\"r\":[\"podSelector\"],\"p\":{\"egress\":{\"t\":\"array\",\"i\":\"!api.networking.v1.NetworkPolicyEgressRule\",\"lt\":\"atomic\"},\"ingress\":{\"t\":\"array\",\"i\":\"!api.networking.v1.NetworkPolicyIngressRule\",\"lt\":\"atomic\"},\"podSelector\":\"!apimachinery.pkg.apis.meta.v1.LabelSelector\",\"policyTypes\":{\"t\":\"array\",\"i\":{\"t\":\"string\",\"d\":\"\",\"e\":[\"Egress\",\"Ingress\"]},\"lt\":\"atomic\"}}}\napi.networking.v1.ServiceBackendPort {\"t\":\"object\",\"p\":{\"name\":\"s\",\"number\":\"i\"},\"mt\":\"atomic\"}\napi.node.v1.Overhead {\"t\":\"object\",\"p\":{\"podFixed\":{\"t\":\"object\",\"a\":\"$apimachinery.pkg.api.resource.Quantity\"}}}\napi.node.v1.RuntimeClass {\"t\":\"object\",\"r\":[\"handler\"],\"p\":{\"apiVersion\":\"s\",\"handler\":\"S\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"overhead\":\"@api.node.v1.Overhead\",\"scheduling\":\"@api.node.v1.Scheduling\"},\"gvk\":[{\"group\":\"node.k8s.io\",\"kind\":\"RuntimeClass\",\"version\":\"v1\"}]}\napi.node.v1.RuntimeClassList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.node.v1.RuntimeClass\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"node.k8s.io\",\"kind\":\"RuntimeClassList\",\"version\":\"v1\"}]}\napi.node.v1.Scheduling {\"t\":\"object\",\"p\":{\"nodeSelector\":{\"t\":\"object\",\"a\":\"S\",\"mt\":\"atomic\"},\"tolerations\":{\"t\":\"array\",\"i\":\"!api.core.v1.Toleration\",\"lt\":\"atomic\"}}}\napi.policy.v1.Eviction {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"deleteOptions\":\"@apimachinery.pkg.apis.meta.v1.DeleteOptions\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\"},\"gvk\":[{\"group\":\"policy\",\"kind\":\"Eviction\",\"version\":\"v1\"}]}\napi.policy.v1.PodDisruptionBudget {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.policy.v1.PodDisruptionBudgetSpec\",\"status\":\"!api.policy.v1.PodDisruptionBudgetStatus\"},\"gvk\":[{\"group\":\"policy\",\"kind\":\"PodDisruptionBudget\",\"version\":\"v1\"}]}\napi.policy.v1.PodDisruptionBudgetList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.policy.v1.PodDisruptionBudget\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"policy\",\"kind\":\"PodDisruptionBudgetList\",\"version\":\"v1\"}]}\napi.policy.v1.PodDisruptionBudgetSpec {\"t\":\"object\",\"p\":{\"maxUnavailable\":\"@apimachinery.pkg.util.intstr.IntOrString\",\"minAvailable\":\"@apimachinery.pkg.util.intstr.IntOrString\",\"selector\":{\"allOf\":[\"$apimachinery.pkg.apis.meta.v1.LabelSelector\"],\"ps\":\"replace\"},\"unhealthyPodEvictionPolicy\":{\"t\":\"string\",\"e\":[\"AlwaysAllow\",\"IfHealthyBudget\"]}}}\napi.policy.v1.PodDisruptionBudgetStatus {\"t\":\"object\",\"r\":[\"disruptionsAllowed\",\"currentHealthy\",\"desiredHealthy\",\"expectedPods\"],\"p\":{\"conditions\":{\"t\":\"array\",\"i\":\"!apimachinery.pkg.apis.meta.v1.Condition\",\"lk\":[\"type\"],\"lt\":\"map\",\"mk\":\"type\",\"ps\":\"merge\"},\"currentHealthy\":\"I\",\"desiredHealthy\":\"I\",\"disruptedPods\":{\"t\":\"object\",\"a\":\"$apimachinery.pkg.apis.meta.v1.Time\"},\"disruptionsAllowed\":\"I\",\"expectedPods\":\"I\",\"observedGeneration\":\"l\"}}\napi.rbac.v1.AggregationRule {\"t\":\"object\",\"p\":{\"clusterRoleSelectors\":{\"t\":\"array\",\"i\":\"!apimachinery.pkg.apis.meta.v1.LabelSelector\",\"lt\":\"atomic\"}}}\napi.rbac.v1.ClusterRole {\"t\":\"object\",\"p\":{\"aggregationRule\":\"@api.rbac.v1.AggregationRule\",\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"rules\":{\"t\":\"array\",\"i\":\"!api.rbac.v1.PolicyRule\",\"lt\":\"atomic\"}},\"gvk\":[{\"group\":\"rbac.authorization.k8s.io\",\"kind\":\"ClusterRole\",\"version\":\"v1\"}]}\napi.rbac.v1.ClusterRoleBinding {\"t\":\"object\",\"r\":[\"roleRef\"],\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"roleRef\":\"!api.rbac.v1.RoleRef\",\"subjects\":{\"t\":\"array\",\"i\":\"!api.rbac.v1.Subject\",\"lt\":\"atomic\"}},\"gvk\":[{\"group\":\"rbac.authorization.k8s.io\",\"kind\":\"ClusterRoleBinding\",\"version\":\"v1\"}]}\napi.rbac.v1.ClusterRoleBindingList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.rbac.v1.ClusterRoleBinding\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"rbac.authorization.k8s.io\",\"kind\":\"ClusterRoleBindingList\",\"version\":\"v1\"}]}\napi.rbac.v1.ClusterRoleList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.rbac.v1.ClusterRole\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"rbac.authorization.k8s.io\",\"kind\":\"ClusterRoleList\",\"version\":\"v1\"}]}\napi.rbac.v1.PolicyRule {\"t\":\"object\",\"r\":[\"verbs\"],\"p\":{\"apiGroups\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"nonResourceURLs\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"resourceNames\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"resources\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"verbs\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"}}}\napi.rbac.v1.Role {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"rules\":{\"t\":\"array\",\"i\":\"!api.rbac.v1.PolicyRule\",\"lt\":\"atomic\"}},\"gvk\":[{\"group\":\"rbac.authorization.k8s.io\",\"kind\":\"Role\",\"version\":\"v1\"}]}\napi.rbac.v1.RoleBinding {\"t\":\"object\",\"r\":[\"roleRef\"],\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"roleRef\":\"!api.rbac.v1.RoleRef\",\"subjects\":{\"t\":\"array\",\"i\":\"!api.rbac.v1.Subject\",\"lt\":\"atomic\"}},\"gvk\":[{\"group\":\"rbac.authorization.k8s.io\",\"kind\":\"RoleBinding\",\"version\":\"v1\"}]}\napi.rbac.v1.RoleBindingList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.rbac.v1.RoleBinding\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"rbac.authorization.k8s.io\",\"kind\":\"RoleBindingList\",\"version\":\"v1\"}]}\napi.rbac.v1.RoleList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.rbac.v1.Role\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"rbac.authorization.k8s.io\",\"kind\":\"RoleList\",\"version\":\"v1\"}]}\napi.rbac.v1.RoleRef {\"t\":\"object\",\"r\":[\"apiGroup\",\"kind\",\"name\"],\"p\":{\"apiGroup\":\"S\",\"kind\":\"S\",\"name\":\"S\"},\"mt\":\"atomic\"}\napi.rbac.v1.Subject {\"t\":\"object\",\"r\":[\"kind\",\"name\"],\"p\":{\"apiGroup\":\"s\",\"kind\":\"S\",\"name\":\"S\",\"namespace\":\"s\"},\"mt\":\"atomic\"}\napi.scheduling.v1.PriorityClass {\"t\":\"object\",\"r\":[\"value\"],\"p\":{\"apiVersion\":\"s\",\"description\":\"s\",\"globalDefault\":\"b\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"preemptionPolicy\":{\"t\":\"string\",\"e\":[\"Never\",\"PreemptLowerPriority\"]},\"value\":\"I\"},\"gvk\":[{\"group\":\"scheduling.k8s.io\",\"kind\":\"PriorityClass\",\"version\":\"v1\"}]}\napi.scheduling.v1.PriorityClassList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.scheduling.v1.PriorityClass\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"scheduling.k8s.io\",\"kind\":\"PriorityClassList\",\"version\":\"v1\"}]}\napi.storage.v1.CSIDriver {\"t\":\"object\",\"r\":[\"spec\"],\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.storage.v1.CSIDriverSpec\"},\"gvk\":[{\"group\":\"storage.k8s.io\",\"kind\":\"CSIDriver\",\"version\":\"v1\"}]}\napi.storage.v1.CSIDriverList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.storage.v1.CSIDriver\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"storage.k8s.io\",\"kind\":\"CSIDriverList\",\"version\":\"v1\"}]}\napi.storage.v1.CSIDriverSpec {\"t\":\"object\",\"p\":{\"attachRequired\":\"b\",\"fsGroupPolicy\":\"s\",\"podInfoOnMount\":\"b\",\"requiresRepublish\":\"b\",\"seLinuxMount\":\"b\",\"storageCapacity\":\"b\",\"tokenRequests\":{\"t\":\"array\",\"i\":\"!api.storage.v1.TokenRequest\",\"lt\":\"atomic\"},\"volumeLifecycleModes\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"set\"}}}\napi.storage.v1.CSINode {\"t\":\"object\",\"r\":[\"spec\"],\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.storage.v1.CSINodeSpec\"},\"gvk\":[{\"group\":\"storage.k8s.io\",\"kind\":\"CSINode\",\"version\":\"v1\"}]}\napi.storage.v1.CSINodeDriver {\"t\":\"object\",\"r\":[\"name\",\"nodeID\"],\"p\":{\"allocatable\":\"@api.storage.v1.VolumeNodeResources\",\"name\":\"S\",\"nodeID\":\"S\",\"topologyKeys\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"}}}\napi.storage.v1.CSINodeList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.storage.v1.CSINode\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"storage.k8s.io\",\"kind\":\"CSINodeList\",\"version\":\"v1\"}]}\napi.storage.v1.CSINodeSpec {\"t\":\"object\",\"r\":[\"drivers\"],\"p\":{\"drivers\":{\"t\":\"array\",\"i\":\"!api.storage.v1.CSINodeDriver\",\"lk\":[\"name\"],\"lt\":\"map\",\"mk\":\"name\",\"ps\":\"merge\"}}}\napi.storage.v1.CSIStorageCapacity {\"t\":\"object\",\"r\":[\"storageClassName\"],\"p\":{\"apiVersion\":\"s\",\"capacity\":\"@apimachinery.pkg.api.resource.Quantity\",\"kind\":\"s\",\"maximumVolumeSize\":\"@apimachinery.pkg.api.resource.Quantity\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"nodeTopology\":\"@apimachinery.pkg.apis.meta.v1.LabelSelector\",\"storageClassName\":\"S\"},\"gvk\":[{\"group\":\"storage.k8s.io\",\"kind\":\"CSIStorageCapacity\",\"version\":\"v1\"}]}\napi.storage.v1.CSIStorageCapacityList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.storage.v1.CSIStorageCapacity\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"storage.k8s.io\",\"kind\":\"CSIStorageCapacityList\",\"version\":\"v1\"}]}\napi.storage.v1.StorageClass {\"t\":\"object\",\"r\":[\"provisioner\"],\"p\":{\"allowVolumeExpansion\":\"b\",\"allowedTopologies\":{\"t\":\"array\",\"i\":\"!api.core.v1.TopologySelectorTerm\",\"lt\":\"atomic\"},\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"mountOptions\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"parameters\":{\"t\":\"object\",\"a\":\"S\"},\"provisioner\":\"S\",\"reclaimPolicy\":{\"t\":\"string\",\"e\":[\"Delete\",\"Recycle\",\"Retain\"]},\"volumeBindingMode\":{\"t\":\"string\",\"e\":[\"Immediate\",\"WaitForFirstConsumer\"]}},\"gvk\":[{\"group\":\"storage.k8s.io\",\"kind\":\"StorageClass\",\"version\":\"v1\"}]}\napi.storage.v1.StorageClassList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.storage.v1.StorageClass\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"storage.k8s.io\",\"kind\":\"StorageClassList\",\"version\":\"v1\"}]}\napi.storage.v1.TokenRequest {\"t\":\"object\",\"r\":[\"audience\"],\"p\":{\"audience\":\"S\",\"expirationSeconds\":\"l\"}}\napi.storage.v1.VolumeAttachment {\"t\":\"object\",\"r\":[\"spec\"],\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!api.storage.v1.VolumeAttachmentSpec\",\"status\":\"!api.storage.v1.VolumeAttachmentStatus\"},\"gvk\":[{\"group\":\"storage.k8s.io\",\"kind\":\"VolumeAttachment\",\"version\":\"v1\"}]}\napi.storage.v1.VolumeAttachmentList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!api.storage.v1.VolumeAttachment\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"storage.k8s.io\",\"kind\":\"VolumeAttachmentList\",\"version\":\"v1\"}]}\napi.storage.v1.VolumeAttachmentSource {\"t\":\"object\",\"p\":{\"inlineVolumeSpec\":\"@api.core.v1.PersistentVolumeSpec\",\"persistentVolumeName\":\"s\"}}\napi.storage.v1.VolumeAttachmentSpec {\"t\":\"object\",\"r\":[\"attacher\",\"source\",\"nodeName\"],\"p\":{\"attacher\":\"S\",\"nodeName\":\"S\",\"source\":\"!api.storage.v1.VolumeAttachmentSource\"}}\napi.storage.v1.VolumeAttachmentStatus {\"t\":\"object\",\"r\":[\"attached\"],\"p\":{\"attachError\":\"@api.storage.v1.VolumeError\",\"attached\":{\"t\":\"boolean\",\"d\":false},\"attachmentMetadata\":{\"t\":\"object\",\"a\":\"S\"},\"detachError\":\"@api.storage.v1.VolumeError\"}}\napi.storage.v1.VolumeError {\"t\":\"object\",\"p\":{\"message\":\"s\",\"time\":\"@apimachinery.pkg.apis.meta.v1.Time\"}}\napi.storage.v1.VolumeNodeResources {\"t\":\"object\",\"p\":{\"count\":\"i\"}}\napiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceColumnDefinition {\"t\":\"object\",\"r\":[\"name\",\"type\",\"jsonPath\"],\"p\":{\"description\":\"s\",\"format\":\"s\",\"jsonPath\":\"S\",\"name\":\"S\",\"priority\":\"i\",\"type\":\"S\"}}\napiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceConversion {\"t\":\"object\",\"r\":[\"strategy\"],\"p\":{\"strategy\":\"S\",\"webhook\":\"@apiextensions-apiserver.pkg.apis.apiextensions.v1.WebhookConversion\"}}\napiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinition {\"t\":\"object\",\"r\":[\"spec\"],\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionSpec\",\"status\":\"!apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionStatus\"},\"gvk\":[{\"group\":\"apiextensions.k8s.io\",\"kind\":\"CustomResourceDefinition\",\"version\":\"v1\"}]}\napiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionCondition {\"t\":\"object\",\"r\":[\"type\",\"status\"],\"p\":{\"lastTransitionTime\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"message\":\"s\",\"reason\":\"s\",\"status\":\"S\",\"type\":\"S\"}}\napiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinition\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"apiextensions.k8s.io\",\"kind\":\"CustomResourceDefinitionList\",\"version\":\"v1\"}]}\napiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionNames {\"t\":\"object\",\"r\":[\"plural\",\"kind\"],\"p\":{\"categories\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"kind\":\"S\",\"listKind\":\"s\",\"plural\":\"S\",\"shortNames\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"singular\":\"s\"}}\napiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionSpec {\"t\":\"object\",\"r\":[\"group\",\"names\",\"scope\",\"versions\"],\"p\":{\"conversion\":\"@apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceConversion\",\"group\":\"S\",\"names\":\"!apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionNames\",\"preserveUnknownFields\":\"b\",\"scope\":\"S\",\"versions\":{\"t\":\"array\",\"i\":\"!apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionVersion\",\"lt\":\"atomic\"}}}\napiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionStatus {\"t\":\"object\",\"p\":{\"acceptedNames\":\"!apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionNames\",\"conditions\":{\"t\":\"array\",\"i\":\"!apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionCondition\",\"lk\":[\"type\"],\"lt\":\"map\"},\"storedVersions\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"}}}\napiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceDefinitionVersion {\"t\":\"object\",\"r\":[\"name\",\"served\",\"storage\"],\"p\":{\"additionalPrinterColumns\":{\"t\":\"array\",\"i\":\"!apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceColumnDefinition\",\"lt\":\"atomic\"},\"deprecated\":\"b\",\"deprecationWarning\":\"s\",\"name\":\"S\",\"schema\":\"@apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceValidation\",\"selectableFields\":{\"t\":\"array\",\"i\":\"!apiextensions-apiserver.pkg.apis.apiextensions.v1.SelectableField\",\"lt\":\"atomic\"},\"served\":{\"t\":\"boolean\",\"d\":false},\"storage\":{\"t\":\"boolean\",\"d\":false},\"subresources\":\"@apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresources\"}}\napiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresourceScale {\"t\":\"object\",\"r\":[\"specReplicasPath\",\"statusReplicasPath\"],\"p\":{\"labelSelectorPath\":\"s\",\"specReplicasPath\":\"S\",\"statusReplicasPath\":\"S\"}}\napiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresourceStatus \"o\"\napiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresources {\"t\":\"object\",\"p\":{\"scale\":\"@apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresourceScale\",\"status\":\"@apiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceSubresourceStatus\"}}\napiextensions-apiserver.pkg.apis.apiextensions.v1.CustomResourceValidation {\"t\":\"object\",\"p\":{\"openAPIV3Schema\":\"@apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps\"}}\napiextensions-apiserver.pkg.apis.apiextensions.v1.ExternalDocumentation {\"t\":\"object\",\"p\":{\"description\":\"s\",\"url\":\"s\"}}\napiextensions-apiserver.pkg.apis.apiextensions.v1.JSON {}\napiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps {\"t\":\"object\",\"p\":{\"$ref\":\"s\",\"$schema\":\"s\",\"additionalItems\":\"$apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrBool\",\"additionalProperties\":\"$apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrBool\",\"allOf\":{\"t\":\"array\",\"i\":\"!apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps\",\"lt\":\"atomic\"},\"anyOf\":{\"t\":\"array\",\"i\":\"!apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps\",\"lt\":\"atomic\"},\"default\":\"@apiextensions-apiserver.pkg.apis.apiextensions.v1.JSON\",\"definitions\":{\"t\":\"object\",\"a\":\"!apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps\"},\"dependencies\":{\"t\":\"object\",\"a\":\"$apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrStringArray\"},\"description\":\"s\",\"enum\":{\"t\":\"array\",\"i\":\"$apiextensions-apiserver.pkg.apis.apiextensions.v1.JSON\",\"lt\":\"atomic\"},\"example\":\"$apiextensions-apiserver.pkg.apis.apiextensions.v1.JSON\",\"exclusiveMaximum\":\"b\",\"exclusiveMinimum\":\"b\",\"externalDocs\":\"$apiextensions-apiserver.pkg.apis.apiextensions.v1.ExternalDocumentation\",\"format\":\"s\",\"id\":\"s\",\"items\":\"$apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrArray\",\"maxItems\":\"l\",\"maxLength\":\"l\",\"maxProperties\":\"l\",\"maximum\":{\"t\":\"number\",\"f\":\"double\"},\"minItems\":\"l\",\"minLength\":\"l\",\"minProperties\":\"l\",\"minimum\":{\"t\":\"number\",\"f\":\"double\"},\"multipleOf\":{\"t\":\"number\",\"f\":\"double\"},\"not\":\"$apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps\",\"nullable\":\"b\",\"oneOf\":{\"t\":\"array\",\"i\":\"!apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps\",\"lt\":\"atomic\"},\"pattern\":\"s\",\"patternProperties\":{\"t\":\"object\",\"a\":\"!apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps\"},\"properties\":{\"t\":\"object\",\"a\":\"!apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps\"},\"required\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"title\":\"s\",\"type\":\"s\",\"uniqueItems\":\"b\",\"x-kubernetes-embedded-resource\":\"b\",\"x-kubernetes-int-or-string\":\"b\",\"x-kubernetes-list-map-keys\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"x-kubernetes-list-type\":\"s\",\"x-kubernetes-map-type\":\"s\",\"x-kubernetes-preserve-unknown-fields\":\"b\",\"x-kubernetes-validations\":{\"t\":\"array\",\"i\":\"!apiextensions-apiserver.pkg.apis.apiextensions.v1.ValidationRule\",\"lk\":[\"rule\"],\"lt\":\"map\",\"mk\":\"rule\",\"ps\":\"merge\"}}}\napiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrArray {}\napiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrBool {}\napiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrStringArray {}\napiextensions-apiserver.pkg.apis.apiextensions.v1.SelectableField {\"t\":\"object\",\"r\":[\"jsonPath\"],\"p\":{\"jsonPath\":\"S\"}}\napiextensions-apiserver.pkg.apis.apiextensions.v1.ServiceReference {\"t\":\"object\",\"r\":[\"namespace\",\"name\"],\"p\":{\"name\":\"S\",\"namespace\":\"S\",\"path\":\"s\",\"port\":\"i\"}}\napiextensions-apiserver.pkg.apis.apiextensions.v1.ValidationRule {\"t\":\"object\",\"r\":[\"rule\"],\"p\":{\"fieldPath\":\"s\",\"message\":\"s\",\"messageExpression\":\"s\",\"optionalOldSelf\":\"b\",\"reason\":{\"t\":\"string\",\"e\":[\"FieldValueDuplicate\",\"FieldValueForbidden\",\"FieldValueInvalid\",\"FieldValueRequired\"]},\"rule\":\"S\"}}\napiextensions-apiserver.pkg.apis.apiextensions.v1.WebhookClientConfig {\"t\":\"object\",\"p\":{\"caBundle\":{\"t\":\"string\",\"f\":\"byte\"},\"service\":\"@apiextensions-apiserver.pkg.apis.apiextensions.v1.ServiceReference\",\"url\":\"s\"}}\napiextensions-apiserver.pkg.apis.apiextensions.v1.WebhookConversion {\"t\":\"object\",\"r\":[\"conversionReviewVersions\"],\"p\":{\"clientConfig\":\"@apiextensions-apiserver.pkg.apis.apiextensions.v1.WebhookClientConfig\",\"conversionReviewVersions\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"}}}\napimachinery.pkg.api.resource.Quantity {\"oneOf\":[\"s\",{\"t\":\"number\"}]}\napimachinery.pkg.apis.meta.v1.APIGroup {\"t\":\"object\",\"r\":[\"name\",\"versions\"],\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"name\":\"S\",\"preferredVersion\":\"!apimachinery.pkg.apis.meta.v1.GroupVersionForDiscovery\",\"serverAddressByClientCIDRs\":{\"t\":\"array\",\"i\":\"!apimachinery.pkg.apis.meta.v1.ServerAddressByClientCIDR\",\"lt\":\"atomic\"},\"versions\":{\"t\":\"array\",\"i\":\"!apimachinery.pkg.apis.meta.v1.GroupVersionForDiscovery\",\"lt\":\"atomic\"}},\"gvk\":[{\"group\":\"\",\"kind\":\"APIGroup\",\"version\":\"v1\"}]}\napimachinery.pkg.apis.meta.v1.APIGroupList {\"t\":\"object\",\"r\":[\"groups\"],\"p\":{\"apiVersion\":\"s\",\"groups\":{\"t\":\"array\",\"i\":\"!apimachinery.pkg.apis.meta.v1.APIGroup\",\"lt\":\"atomic\"},\"kind\":\"s\"},\"gvk\":[{\"group\":\"\",\"kind\":\"APIGroupList\",\"version\":\"v1\"}]}\napimachinery.pkg.apis.meta.v1.APIResource {\"t\":\"object\",\"r\":[\"name\",\"singularName\",\"namespaced\",\"kind\",\"verbs\"],\"p\":{\"categories\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"group\":\"s\",\"kind\":\"S\",\"name\":\"S\",\"namespaced\":{\"t\":\"boolean\",\"d\":false},\"shortNames\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"singularName\":\"S\",\"storageVersionHash\":\"s\",\"verbs\":{\"t\":\"array\",\"i\":\"S\"},\"version\":\"s\"}}\napimachinery.pkg.apis.meta.v1.APIResourceList {\"t\":\"object\",\"r\":[\"groupVersion\",\"resources\"],\"p\":{\"apiVersion\":\"s\",\"groupVersion\":\"S\",\"kind\":\"s\",\"resources\":{\"t\":\"array\",\"i\":\"!apimachinery.pkg.apis.meta.v1.APIResource\",\"lt\":\"atomic\"}},\"gvk\":[{\"group\":\"\",\"kind\":\"APIResourceList\",\"version\":\"v1\"}]}\napimachinery.pkg.apis.meta.v1.APIVersions {\"t\":\"object\",\"r\":[\"versions\",\"serverAddressByClientCIDRs\"],\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"serverAddressByClientCIDRs\":{\"t\":\"array\",\"i\":\"!apimachinery.pkg.apis.meta.v1.ServerAddressByClientCIDR\",\"lt\":\"atomic\"},\"versions\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"}},\"gvk\":[{\"group\":\"\",\"kind\":\"APIVersions\",\"version\":\"v1\"}]}\napimachinery.pkg.apis.meta.v1.Condition {\"t\":\"object\",\"r\":[\"type\",\"status\",\"lastTransitionTime\",\"reason\",\"message\"],\"p\":{\"lastTransitionTime\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"message\":\"S\",\"observedGeneration\":\"l\",\"reason\":\"S\",\"status\":\"S\",\"type\":\"S\"}}\napimachinery.pkg.apis.meta.v1.DeleteOptions {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"dryRun\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"},\"gracePeriodSeconds\":\"l\",\"ignoreStoreReadErrorWithClusterBreakingPotential\":\"b\",\"kind\":\"s\",\"orphanDependents\":\"b\",\"preconditions\":\"@apimachinery.pkg.apis.meta.v1.Preconditions\",\"propagationPolicy\":\"s\"},\"gvk\":[{\"group\":\"\",\"kind\":\"DeleteOptions\",\"version\":\"v1\"},{\"group\":\"admission.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1\"},{\"group\":\"admission.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1beta1\"},{\"group\":\"admissionregistration.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1\"},{\"group\":\"admissionregistration.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1alpha1\"},{\"group\":\"admissionregistration.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1beta1\"},{\"group\":\"apiextensions.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1\"},{\"group\":\"apiextensions.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1beta1\"},{\"group\":\"apiregistration.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1\"},{\"group\":\"apiregistration.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1beta1\"},{\"group\":\"apps\",\"kind\":\"DeleteOptions\",\"version\":\"v1\"},{\"group\":\"apps\",\"kind\":\"DeleteOptions\",\"version\":\"v1beta1\"},{\"group\":\"apps\",\"kind\":\"DeleteOptions\",\"version\":\"v1beta2\"},{\"group\":\"authentication.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1\"},{\"group\":\"authentication.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1alpha1\"},{\"group\":\"authentication.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1beta1\"},{\"group\":\"authorization.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1\"},{\"group\":\"authorization.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1beta1\"},{\"group\":\"autoscaling\",\"kind\":\"DeleteOptions\",\"version\":\"v1\"},{\"group\":\"autoscaling\",\"kind\":\"DeleteOptions\",\"version\":\"v2\"},{\"group\":\"autoscaling\",\"kind\":\"DeleteOptions\",\"version\":\"v2beta1\"},{\"group\":\"autoscaling\",\"kind\":\"DeleteOptions\",\"version\":\"v2beta2\"},{\"group\":\"batch\",\"kind\":\"DeleteOptions\",\"version\":\"v1\"},{\"group\":\"batch\",\"kind\":\"DeleteOptions\",\"version\":\"v1beta1\"},{\"group\":\"certificates.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1\"},{\"group\":\"certificates.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1alpha1\"},{\"group\":\"certificates.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1beta1\"},{\"group\":\"coordination.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1\"},{\"group\":\"coordination.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1alpha2\"},{\"group\":\"coordination.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1beta1\"},{\"group\":\"discovery.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1\"},{\"group\":\"discovery.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1beta1\"},{\"group\":\"events.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1\"},{\"group\":\"events.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1beta1\"},{\"group\":\"extensions\",\"kind\":\"DeleteOptions\",\"version\":\"v1beta1\"},{\"group\":\"flowcontrol.apiserver.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1\"},{\"group\":\"flowcontrol.apiserver.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1beta1\"},{\"group\":\"flowcontrol.apiserver.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1beta2\"},{\"group\":\"flowcontrol.apiserver.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1beta3\"},{\"group\":\"imagepolicy.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1alpha1\"},{\"group\":\"internal.apiserver.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1alpha1\"},{\"group\":\"networking.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1\"},{\"group\":\"networking.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1alpha1\"},{\"group\":\"networking.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1beta1\"},{\"group\":\"node.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1\"},{\"group\":\"node.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1alpha1\"},{\"group\":\"node.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1beta1\"},{\"group\":\"policy\",\"kind\":\"DeleteOptions\",\"version\":\"v1\"},{\"group\":\"policy\",\"kind\":\"DeleteOptions\",\"version\":\"v1beta1\"},{\"group\":\"rbac.authorization.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1\"},{\"group\":\"rbac.authorization.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1alpha1\"},{\"group\":\"rbac.authorization.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1beta1\"},{\"group\":\"resource.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1alpha3\"},{\"group\":\"resource.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1beta1\"},{\"group\":\"scheduling.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1\"},{\"group\":\"scheduling.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1alpha1\"},{\"group\":\"scheduling.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1beta1\"},{\"group\":\"storage.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1\"},{\"group\":\"storage.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1alpha1\"},{\"group\":\"storage.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1beta1\"},{\"group\":\"storagemigration.k8s.io\",\"kind\":\"DeleteOptions\",\"version\":\"v1alpha1\"}]}\napimachinery.pkg.apis.meta.v1.FieldSelectorRequirement {\"t\":\"object\",\"r\":[\"key\",\"operator\"],\"p\":{\"key\":\"S\",\"operator\":\"S\",\"values\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"}}}\napimachinery.pkg.apis.meta.v1.FieldsV1 \"o\"\napimachinery.pkg.apis.meta.v1.GroupVersionForDiscovery {\"t\":\"object\",\"r\":[\"groupVersion\",\"version\"],\"p\":{\"groupVersion\":\"S\",\"version\":\"S\"}}\napimachinery.pkg.apis.meta.v1.LabelSelector {\"t\":\"object\",\"p\":{\"matchExpressions\":{\"t\":\"array\",\"i\":\"!apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement\",\"lt\":\"atomic\"},\"matchLabels\":{\"t\":\"object\",\"a\":\"S\"}},\"mt\":\"atomic\"}\napimachinery.pkg.apis.meta.v1.LabelSelectorRequirement {\"t\":\"object\",\"r\":[\"key\",\"operator\"],\"p\":{\"key\":\"S\",\"operator\":\"S\",\"values\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"atomic\"}}}\napimachinery.pkg.apis.meta.v1.ListMeta {\"t\":\"object\",\"p\":{\"continue\":\"s\",\"remainingItemCount\":\"l\",\"resourceVersion\":\"s\",\"selfLink\":\"s\"}}\napimachinery.pkg.apis.meta.v1.ManagedFieldsEntry {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"fieldsType\":\"s\",\"fieldsV1\":\"@apimachinery.pkg.apis.meta.v1.FieldsV1\",\"manager\":\"s\",\"operation\":\"s\",\"subresource\":\"s\",\"time\":\"@apimachinery.pkg.apis.meta.v1.Time\"}}\napimachinery.pkg.apis.meta.v1.MicroTime {\"t\":\"string\",\"f\":\"date-time\"}\napimachinery.pkg.apis.meta.v1.ObjectMeta {\"t\":\"object\",\"p\":{\"annotations\":{\"t\":\"object\",\"a\":\"S\"},\"creationTimestamp\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"deletionGracePeriodSeconds\":\"l\",\"deletionTimestamp\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"finalizers\":{\"t\":\"array\",\"i\":\"S\",\"lt\":\"set\",\"ps\":\"merge\"},\"generateName\":\"s\",\"generation\":\"l\",\"labels\":{\"t\":\"object\",\"a\":\"S\"},\"managedFields\":{\"t\":\"array\",\"i\":\"!apimachinery.pkg.apis.meta.v1.ManagedFieldsEntry\",\"lt\":\"atomic\"},\"name\":\"s\",\"namespace\":\"s\",\"ownerReferences\":{\"t\":\"array\",\"i\":\"!apimachinery.pkg.apis.meta.v1.OwnerReference\",\"lk\":[\"uid\"],\"lt\":\"map\",\"mk\":\"uid\",\"ps\":\"merge\"},\"resourceVersion\":\"s\",\"selfLink\":\"s\",\"uid\":\"s\"}}\napimachinery.pkg.apis.meta.v1.OwnerReference {\"t\":\"object\",\"r\":[\"apiVersion\",\"kind\",\"name\",\"uid\"],\"p\":{\"apiVersion\":\"S\",\"blockOwnerDeletion\":\"b\",\"controller\":\"b\",\"kind\":\"S\",\"name\":\"S\",\"uid\":\"S\"},\"mt\":\"atomic\"}\napimachinery.pkg.apis.meta.v1.Patch \"o\"\napimachinery.pkg.apis.meta.v1.Preconditions {\"t\":\"object\",\"p\":{\"resourceVersion\":\"s\",\"uid\":\"s\"}}\napimachinery.pkg.apis.meta.v1.ServerAddressByClientCIDR {\"t\":\"object\",\"r\":[\"clientCIDR\",\"serverAddress\"],\"p\":{\"clientCIDR\":\"S\",\"serverAddress\":\"S\"}}\napimachinery.pkg.apis.meta.v1.Status {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"code\":\"i\",\"details\":{\"allOf\":[\"$apimachinery.pkg.apis.meta.v1.StatusDetails\"],\"lt\":\"atomic\"},\"kind\":\"s\",\"message\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\",\"reason\":\"s\",\"status\":\"s\"},\"gvk\":[{\"group\":\"\",\"kind\":\"Status\",\"version\":\"v1\"}]}\napimachinery.pkg.apis.meta.v1.StatusCause {\"t\":\"object\",\"p\":{\"field\":\"s\",\"message\":\"s\",\"reason\":\"s\"}}\napimachinery.pkg.apis.meta.v1.StatusDetails {\"t\":\"object\",\"p\":{\"causes\":{\"t\":\"array\",\"i\":\"!apimachinery.pkg.apis.meta.v1.StatusCause\",\"lt\":\"atomic\"},\"group\":\"s\",\"kind\":\"s\",\"name\":\"s\",\"retryAfterSeconds\":\"i\",\"uid\":\"s\"}}\napimachinery.pkg.apis.meta.v1.Time {\"t\":\"string\",\"f\":\"date-time\"}\napimachinery.pkg.apis.meta.v1.WatchEvent {\"t\":\"object\",\"r\":[\"type\",\"object\"],\"p\":{\"object\":\"@apimachinery.pkg.runtime.RawExtension\",\"type\":\"S\"},\"gvk\":[{\"group\":\"\",\"kind\":\"WatchEvent\",\"version\":\"v1\"},{\"group\":\"admission.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1\"},{\"group\":\"admission.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1beta1\"},{\"group\":\"admissionregistration.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1\"},{\"group\":\"admissionregistration.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1alpha1\"},{\"group\":\"admissionregistration.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1beta1\"},{\"group\":\"apiextensions.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1\"},{\"group\":\"apiextensions.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1beta1\"},{\"group\":\"apiregistration.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1\"},{\"group\":\"apiregistration.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1beta1\"},{\"group\":\"apps\",\"kind\":\"WatchEvent\",\"version\":\"v1\"},{\"group\":\"apps\",\"kind\":\"WatchEvent\",\"version\":\"v1beta1\"},{\"group\":\"apps\",\"kind\":\"WatchEvent\",\"version\":\"v1beta2\"},{\"group\":\"authentication.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1\"},{\"group\":\"authentication.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1alpha1\"},{\"group\":\"authentication.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1beta1\"},{\"group\":\"authorization.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1\"},{\"group\":\"authorization.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1beta1\"},{\"group\":\"autoscaling\",\"kind\":\"WatchEvent\",\"version\":\"v1\"},{\"group\":\"autoscaling\",\"kind\":\"WatchEvent\",\"version\":\"v2\"},{\"group\":\"autoscaling\",\"kind\":\"WatchEvent\",\"version\":\"v2beta1\"},{\"group\":\"autoscaling\",\"kind\":\"WatchEvent\",\"version\":\"v2beta2\"},{\"group\":\"batch\",\"kind\":\"WatchEvent\",\"version\":\"v1\"},{\"group\":\"batch\",\"kind\":\"WatchEvent\",\"version\":\"v1beta1\"},{\"group\":\"certificates.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1\"},{\"group\":\"certificates.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1alpha1\"},{\"group\":\"certificates.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1beta1\"},{\"group\":\"coordination.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1\"},{\"group\":\"coordination.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1alpha2\"},{\"group\":\"coordination.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1beta1\"},{\"group\":\"discovery.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1\"},{\"group\":\"discovery.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1beta1\"},{\"group\":\"events.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1\"},{\"group\":\"events.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1beta1\"},{\"group\":\"extensions\",\"kind\":\"WatchEvent\",\"version\":\"v1beta1\"},{\"group\":\"flowcontrol.apiserver.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1\"},{\"group\":\"flowcontrol.apiserver.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1beta1\"},{\"group\":\"flowcontrol.apiserver.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1beta2\"},{\"group\":\"flowcontrol.apiserver.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1beta3\"},{\"group\":\"imagepolicy.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1alpha1\"},{\"group\":\"internal.apiserver.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1alpha1\"},{\"group\":\"networking.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1\"},{\"group\":\"networking.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1alpha1\"},{\"group\":\"networking.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1beta1\"},{\"group\":\"node.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1\"},{\"group\":\"node.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1alpha1\"},{\"group\":\"node.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1beta1\"},{\"group\":\"policy\",\"kind\":\"WatchEvent\",\"version\":\"v1\"},{\"group\":\"policy\",\"kind\":\"WatchEvent\",\"version\":\"v1beta1\"},{\"group\":\"rbac.authorization.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1\"},{\"group\":\"rbac.authorization.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1alpha1\"},{\"group\":\"rbac.authorization.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1beta1\"},{\"group\":\"resource.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1alpha3\"},{\"group\":\"resource.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1beta1\"},{\"group\":\"scheduling.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1\"},{\"group\":\"scheduling.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1alpha1\"},{\"group\":\"scheduling.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1beta1\"},{\"group\":\"storage.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1\"},{\"group\":\"storage.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1alpha1\"},{\"group\":\"storage.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1beta1\"},{\"group\":\"storagemigration.k8s.io\",\"kind\":\"WatchEvent\",\"version\":\"v1alpha1\"}]}\napimachinery.pkg.runtime.RawExtension \"o\"\napimachinery.pkg.util.intstr.IntOrString {\"f\":\"int-or-string\",\"oneOf\":[{\"t\":\"integer\"},\"s\"]}\napimachinery.pkg.version.Info {\"t\":\"object\",\"r\":[\"major\",\"minor\",\"gitVersion\",\"gitCommit\",\"gitTreeState\",\"buildDate\",\"goVersion\",\"compiler\",\"platform\"],\"p\":{\"buildDate\":\"S\",\"compiler\":\"S\",\"gitCommit\":\"S\",\"gitTreeState\":\"S\",\"gitVersion\":\"S\",\"goVersion\":\"S\",\"major\":\"S\",\"minor\":\"S\",\"platform\":\"S\"}}\nkube-aggregator.pkg.apis.apiregistration.v1.APIService {\"t\":\"object\",\"p\":{\"apiVersion\":\"s\",\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ObjectMeta\",\"spec\":\"!kube-aggregator.pkg.apis.apiregistration.v1.APIServiceSpec\",\"status\":\"!kube-aggregator.pkg.apis.apiregistration.v1.APIServiceStatus\"},\"gvk\":[{\"group\":\"apiregistration.k8s.io\",\"kind\":\"APIService\",\"version\":\"v1\"}]}\nkube-aggregator.pkg.apis.apiregistration.v1.APIServiceCondition {\"t\":\"object\",\"r\":[\"type\",\"status\"],\"p\":{\"lastTransitionTime\":\"@apimachinery.pkg.apis.meta.v1.Time\",\"message\":\"s\",\"reason\":\"s\",\"status\":\"S\",\"type\":\"S\"}}\nkube-aggregator.pkg.apis.apiregistration.v1.APIServiceList {\"t\":\"object\",\"r\":[\"items\"],\"p\":{\"apiVersion\":\"s\",\"items\":{\"t\":\"array\",\"i\":\"!kube-aggregator.pkg.apis.apiregistration.v1.APIService\"},\"kind\":\"s\",\"metadata\":\"!apimachinery.pkg.apis.meta.v1.ListMeta\"},\"gvk\":[{\"group\":\"apiregistration.k8s.io\",\"kind\":\"APIServiceList\",\"version\":\"v1\"}]}\nkube-aggregator.pkg.apis.apiregistration.v1.APIServiceSpec {\"t\":\"object\",\"r\":[\"groupPriorityMinimum\",\"versionPriority\"],\"p\":{\"caBundle\":{\"t\":\"string\",\"f\":\"byte\",\"lt\":\"atomic\"},\"group\":\"s\",\"groupPriorityMinimum\":\"I\",\"insecureSkipTLSVerify\":\"b\",\"service\":\"@kube-aggregator.pkg.apis.apiregistration.v1.ServiceReference\",\"version\":\"s\",\"versionPriority\":\"I\"}}\nkube-aggregator.pkg.apis.apiregistration.v1.APIServiceStatus {\"t\":\"object\",\"p\":{\"conditions\":{\"t\":\"array\",\"i\":\"!kube-aggregator.pkg.apis.apiregistration.v1.APIServiceCondition\",\"lk\":[\"type\"],\"lt\":\"map\",\"mk\":\"type\",\"ps\":\"merge\"}}}\nkube-aggregator.pkg.apis.apiregistration.v1.ServiceReference {\"t\":\"object\",\"p\":{\"name\":\"s\",\"namespace\":\"s\",\"port\":\"i\"}}\n";

// src/facts/resources.ts
export declare const resourcesFacts = "\ncore v1 bindings binding Binding N create - - -\ncore v1 componentstatuses componentstatus ComponentStatus C get,list cs - -\ncore v1 configmaps configmap ConfigMap N create,delete,deletecollection,get,list,patch,update,watch cm - qFsyl6wFWjQ=\ncore v1 endpoints endpoints Endpoints N create,delete,deletecollection,get,list,patch,update,watch ep - fWeeMqaN/OA=\ncore v1 events event Event N create,delete,deletecollection,get,list,patch,update,watch ev - r2yiGXH7wu8=\ncore v1 limitranges limitrange LimitRange N create,delete,deletecollection,get,list,patch,update,watch limits - EBKMFVe6cwo=\ncore v1 namespaces namespace Namespace C create,delete,get,list,patch,update,watch ns - Q3oi5N2YM8M=\n/finalize - - Namespace update\n/status - - Namespace get,patch,update\ncore v1 nodes node Node C create,delete,deletecollection,get,list,patch,update,watch no - XwShjMxG9Fs=\n/proxy - - NodeProxyOptions create,delete,get,patch,update\n/status - - Node get,patch,update\ncore v1 persistentvolumeclaims persistentvolumeclaim PersistentVolumeClaim N create,delete,deletecollection,get,list,patch,update,watch pvc - QWTyNDq0dC4=\n/status - - PersistentVolumeClaim get,patch,update\ncore v1 persistentvolumes persistentvolume PersistentVolume C create,delete,deletecollection,get,list,patch,update,watch pv - HN/zwEC+JgM=\n/status - - PersistentVolume get,patch,update\ncore v1 pods pod Pod N create,delete,deletecollection,get,list,patch,update,watch po all xPOwRZ+Yhw8=\n/attach - - PodAttachOptions create,get\n/binding - - Binding create\n/ephemeralcontainers - - Pod get,patch,update\n/eviction policy v1 Eviction create\n/exec - - PodExecOptions create,get\n/log - - Pod get\n/portforward - - PodPortForwardOptions create,get\n/proxy - - PodProxyOptions create,delete,get,patch,update\n/status - - Pod get,patch,update\ncore v1 podtemplates podtemplate PodTemplate N create,delete,deletecollection,get,list,patch,update,watch - - LIXB2x4IFpk=\ncore v1 replicationcontrollers replicationcontroller ReplicationController N create,delete,deletecollection,get,list,patch,update,watch rc all Jond2If31h0=\n/scale autoscaling v1 Scale get,patch,update\n/status - - ReplicationController get,patch,update\ncore v1 resourcequotas resourcequota ResourceQuota N create,delete,deletecollection,get,list,patch,update,watch quota - 8uhSgffRX6w=\n/status - - ResourceQuota get,patch,update\ncore v1 secrets secret Secret N create,delete,deletecollection,get,list,patch,update,watch - - S6u1pOWzb84=\ncore v1 serviceaccounts serviceaccount ServiceAccount N create,delete,deletecollection,get,list,patch,update,watch sa - pbx9ZvyFpBE=\n/token authentication.k8s.io v1 TokenRequest create\ncore v1 services service Service N create,delete,deletecollection,get,list,patch,update,watch svc all 0/CO1lhkEBI=\n/proxy - - ServiceProxyOptions create,delete,get,patch,update\n/status - - Service get,patch,update\napiregistration.k8s.io v1 apiservices apiservice APIService C create,delete,deletecollection,get,list,patch,update,watch - api-extensions InPBPD7+PqM=\n/status - - APIService get,patch,update\napps v1 controllerrevisions controllerrevision ControllerRevision N create,delete,deletecollection,get,list,patch,update,watch - - 85nkx63pcBU=\napps v1 daemonsets daemonset DaemonSet N create,delete,deletecollection,get,list,patch,update,watch ds all dd7pWHUlMKQ=\n/status - - DaemonSet get,patch,update\napps v1 deployments deployment Deployment N create,delete,deletecollection,get,list,patch,update,watch deploy all 8aSe+NMegvE=\n/scale autoscaling v1 Scale get,patch,update\n/status - - Deployment get,patch,update\napps v1 replicasets replicaset ReplicaSet N create,delete,deletecollection,get,list,patch,update,watch rs all P1RzHs8/mWQ=\n/scale autoscaling v1 Scale get,patch,update\n/status - - ReplicaSet get,patch,update\napps v1 statefulsets statefulset StatefulSet N create,delete,deletecollection,get,list,patch,update,watch sts all H+vl74LkKdo=\n/scale autoscaling v1 Scale get,patch,update\n/status - - StatefulSet get,patch,update\nevents.k8s.io v1 events event Event N create,delete,deletecollection,get,list,patch,update,watch ev - r2yiGXH7wu8=\nauthentication.k8s.io v1 selfsubjectreviews selfsubjectreview SelfSubjectReview C create - - -\nauthentication.k8s.io v1 tokenreviews tokenreview TokenReview C create - - -\nauthorization.k8s.io v1 localsubjectaccessreviews localsubjectaccessreview LocalSubjectAccessReview N create - - -\nauthorization.k8s.io v1 selfsubjectaccessreviews selfsubjectaccessreview SelfSubjectAccessReview C create - - -\nauthorization.k8s.io v1 selfsubjectrulesreviews selfsubjectrulesreview SelfSubjectRulesReview C create - - -\nauthorization.k8s.io v1 subjectaccessreviews subjectaccessreview SubjectAccessReview C create - - -\nautoscaling v2 horizontalpodautoscalers horizontalpodautoscaler HorizontalPodAutoscaler N create,delete,deletecollection,get,list,patch,update,watch hpa all qwQve8ut294=\n/status - - HorizontalPodAutoscaler get,patch,update\nautoscaling v1 horizontalpodautoscalers horizontalpodautoscaler HorizontalPodAutoscaler N create,delete,deletecollection,get,list,patch,update,watch hpa all qwQve8ut294=\n/status - - HorizontalPodAutoscaler get,patch,update\nbatch v1 cronjobs cronjob CronJob N create,delete,deletecollection,get,list,patch,update,watch cj all sd5LIXh4Fjs=\n/status - - CronJob get,patch,update\nbatch v1 jobs job Job N create,delete,deletecollection,get,list,patch,update,watch - all mudhfqk/qZY=\n/status - - Job get,patch,update\ncertificates.k8s.io v1 certificatesigningrequests certificatesigningrequest CertificateSigningRequest C create,delete,deletecollection,get,list,patch,update,watch csr - 95fRKMXA+00=\n/approval - - CertificateSigningRequest get,patch,update\n/status - - CertificateSigningRequest get,patch,update\nnetworking.k8s.io v1 ingressclasses ingressclass IngressClass C create,delete,deletecollection,get,list,patch,update,watch - - l/iqIbDgFyQ=\nnetworking.k8s.io v1 ingresses ingress Ingress N create,delete,deletecollection,get,list,patch,update,watch ing - 39NQlfNR+bo=\n/status - - Ingress get,patch,update\nnetworking.k8s.io v1 networkpolicies networkpolicy NetworkPolicy N create,delete,deletecollection,get,list,patch,update,watch netpol - YpfwF18m1G8=\npolicy v1 poddisruptionbudgets poddisruptionbudget PodDisruptionBudget N create,delete,deletecollection,get,list,patch,update,watch pdb - EVWiDmWqyJw=\n/status - - PodDisruptionBudget get,patch,update\nrbac.authorization.k8s.io v1 clusterrolebindings clusterrolebinding ClusterRoleBinding C create,delete,deletecollection,get,list,patch,update,watch - - 48tpQ8gZHFc=\nrbac.authorization.k8s.io v1 clusterroles clusterrole ClusterRole C create,delete,deletecollection,get,list,patch,update,watch - - bYE5ZWDrJ44=\nrbac.authorization.k8s.io v1 rolebindings rolebinding RoleBinding N create,delete,deletecollection,get,list,patch,update,watch - - eGsCzGH6b1g=\nrbac.authorization.k8s.io v1 roles role Role N create,delete,deletecollection,get,list,patch,update,watch - - 7FuwZcIIItM=\nstorage.k8s.io v1 csidrivers csidriver CSIDriver C create,delete,deletecollection,get,list,patch,update,watch - - hL6j/rwBV5w=\nstorage.k8s.io v1 csinodes csinode CSINode C create,delete,deletecollection,get,list,patch,update,watch - - Pe62DkZtjuo=\nstorage.k8s.io v1 csistoragecapacities csistoragecapacity CSIStorageCapacity N create,delete,deletecollection,get,list,patch,update,watch - - xeVl+2Ly1kE=\nstorage.k8s.io v1 storageclasses storageclass StorageClass C create,delete,deletecollection,get,list,patch,update,watch sc - K+m6uJwbjGY=\nstorage.k8s.io v1 volumeattachments volumeattachment VolumeAttachment C create,delete,deletecollection,get,list,patch,update,watch - - tJx/ezt6UDU=\n/status - - VolumeAttachment get,patch,update\nadmissionregistration.k8s.io v1 mutatingwebhookconfigurations mutatingwebhookconfiguration MutatingWebhookConfiguration C create,delete,deletecollection,get,list,patch,update,watch - api-extensions Sqi0GUgDaX0=\nadmissionregistration.k8s.io v1 validatingadmissionpolicies validatingadmissionpolicy ValidatingAdmissionPolicy C create,delete,deletecollection,get,list,patch,update,watch - api-extensions 6OxvlMmQ6is=\n/status - - ValidatingAdmissionPolicy get,patch,update\nadmissionregistration.k8s.io v1 validatingadmissionpolicybindings validatingadmissionpolicybinding ValidatingAdmissionPolicyBinding C create,delete,deletecollection,get,list,patch,update,watch - api-extensions v9715VZqakg=\nadmissionregistration.k8s.io v1 validatingwebhookconfigurations validatingwebhookconfiguration ValidatingWebhookConfiguration C create,delete,deletecollection,get,list,patch,update,watch - api-extensions B0wHjQmsGNk=\napiextensions.k8s.io v1 customresourcedefinitions customresourcedefinition CustomResourceDefinition C create,delete,deletecollection,get,list,patch,update,watch crd,crds api-extensions jfWCUB31mvA=\n/status - - CustomResourceDefinition get,patch,update\nscheduling.k8s.io v1 priorityclasses priorityclass PriorityClass C create,delete,deletecollection,get,list,patch,update,watch pc - 1QwjyaZjj3Y=\ncoordination.k8s.io v1 leases lease Lease N create,delete,deletecollection,get,list,patch,update,watch - - gqkMMb/YqFM=\nnode.k8s.io v1 runtimeclasses runtimeclass RuntimeClass C create,delete,deletecollection,get,list,patch,update,watch - - WQTu1GL3T2Q=\ndiscovery.k8s.io v1 endpointslices endpointslice EndpointSlice N create,delete,deletecollection,get,list,patch,update,watch - - qgS0xkrxYAI=\nflowcontrol.apiserver.k8s.io v1 flowschemas flowschema FlowSchema C create,delete,deletecollection,get,list,patch,update,watch - - GJVAJZSZBIw=\n/status - - FlowSchema get,patch,update\nflowcontrol.apiserver.k8s.io v1 prioritylevelconfigurations prioritylevelconfiguration PriorityLevelConfiguration C create,delete,deletecollection,get,list,patch,update,watch - - Kir5PVfvNeI=\n/status - - PriorityLevelConfiguration get,patch,update\n";

// src/facts/schema.ts
export declare const schemaFacts = "\n=v1/Binding 0\n=v1/ComponentStatus 1\n=v1/ConfigMap 2\n=v1/Endpoints 3\n=v1/Event 4\n=v1/LimitRange 5\n=v1/Namespace 6\n=v1/Node 7\n=v1/PersistentVolumeClaim 8\n=v1/PersistentVolume 9\n=v1/Pod a\n=policy/v1/Eviction b\n=v1/PodTemplate c\n=v1/ReplicationController d\n=autoscaling/v1/Scale e\n=v1/ResourceQuota f\n=v1/Secret g\n=v1/ServiceAccount h\n=authentication.k8s.io/v1/TokenRequest i\n=v1/Service j\n=apiregistration.k8s.io/v1/APIService k\n=apps/v1/ControllerRevision l\n=apps/v1/DaemonSet m\n=apps/v1/Deployment n\n=apps/v1/ReplicaSet o\n=apps/v1/StatefulSet p\n=events.k8s.io/v1/Event q\n=authentication.k8s.io/v1/SelfSubjectReview r\n=authentication.k8s.io/v1/TokenReview s\n=authorization.k8s.io/v1/LocalSubjectAccessReview t\n=authorization.k8s.io/v1/SelfSubjectAccessReview u\n=authorization.k8s.io/v1/SelfSubjectRulesReview v\n=authorization.k8s.io/v1/SubjectAccessReview w\n=autoscaling/v2/HorizontalPodAutoscaler x\n=autoscaling/v1/HorizontalPodAutoscaler y\n=batch/v1/CronJob z\n=batch/v1/Job 10\n=certificates.k8s.io/v1/CertificateSigningRequest 11\n=networking.k8s.io/v1/IngressClass 12\n=networking.k8s.io/v1/Ingress 13\n=networking.k8s.io/v1/NetworkPolicy 14\n=policy/v1/PodDisruptionBudget 15\n=rbac.authorization.k8s.io/v1/ClusterRoleBinding 16\n=rbac.authorization.k8s.io/v1/ClusterRole 17\n=rbac.authorization.k8s.io/v1/RoleBinding 18\n=rbac.authorization.k8s.io/v1/Role 19\n=storage.k8s.io/v1/CSIDriver 1a\n=storage.k8s.io/v1/CSINode 1b\n=storage.k8s.io/v1/CSIStorageCapacity 1c\n=storage.k8s.io/v1/StorageClass 1d\n=storage.k8s.io/v1/VolumeAttachment 1e\n=admissionregistration.k8s.io/v1/MutatingWebhookConfiguration 1f\n=admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy 1g\n=admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding 1h\n=admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration 1i\n=apiextensions.k8s.io/v1/CustomResourceDefinition 1j\n=scheduling.k8s.io/v1/PriorityClass 1k\n=coordination.k8s.io/v1/Lease 1l\n=node.k8s.io/v1/RuntimeClass 1m\n=discovery.k8s.io/v1/EndpointSlice 1n\n=flowcontrol.apiserver.k8s.io/v1/FlowSchema 1o\n=flowcontrol.apiserver.k8s.io/v1/PriorityLevelConfiguration 1p\n=meta.k8s.io/v1/DeleteOptions 1q\nBinding kind:s::o apiVersion:s::o metadata:#1r:1:o target:#1s:2\nComponentStatus kind:s::o apiVersion:s::o metadata:#1r:1:o conditions:[#1t:2:o:m=type;k=type\nConfigMap kind:s::o apiVersion:s::o metadata:#1r:1:o immutable:*b:4:o data:{s:2:o binaryData:{y:3:o\nEndpoints kind:s::o apiVersion:s::o metadata:#1r:1:o subsets:[#1u:2:o\nEvent kind:s::o apiVersion:s::o metadata:#1r:1 involvedObject:#1s:2 reason:s:3:o message:s:4:o source:#1v:5:o firstTimestamp:T:6:o lastTimestamp:T:7:o count:i:8:o type:s:9:o eventTime:M:10:o series:*#1w:11:o action:s:12:o related:*#1s:13:o reportingComponent:s:14 reportingInstance:s:15\nLimitRange kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#1x:2:o\nNamespace kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#1y:2:o status:#1z:3:o\nNode kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#20:2:o status:#21:3:o\nPersistentVolumeClaim kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#22:2:o status:#23:3:o\nPersistentVolume kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#24:2:o status:#25:3:o\nPod kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#26:2:o status:#27:3:o\nEviction kind:s::o apiVersion:s::o metadata:#1r:1:o deleteOptions:*#1q:2:o\nPodTemplate kind:s::o apiVersion:s::o metadata:#1r:1:o template:#28:2:o\nReplicationController kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#29:2:o status:#2a:3:o\nScale kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2b:2:o status:#2c:3:o\nResourceQuota kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2d:2:o status:#2e:3:o\nSecret kind:s::o apiVersion:s::o metadata:#1r:1:o immutable:*b:5:o data:{y:2:o stringData:{s:4:o type:s:3:o\nServiceAccount kind:s::o apiVersion:s::o metadata:#1r:1:o secrets:[#1s:2:o:m=name;k=name imagePullSecrets:[#2f:3:o automountServiceAccountToken:*b:4:o\nTokenRequest kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2g:2 status:#2h:3:o\nService kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2i:2:o status:#2j:3:o\nAPIService kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2k:2:o status:#2l:3:o\nControllerRevision kind:s::o apiVersion:s::o metadata:#1r:1:o data:R:2:o revision:l:3\nDaemonSet kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2m:2:o status:#2n:3:o\nDeployment kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2o:2:o status:#2p:3:o\nReplicaSet kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2q:2:o status:#2r:3:o\nStatefulSet kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2s:2:o status:#2t:3:o\nEvent kind:s::o apiVersion:s::o metadata:#1r:1 eventTime:M:2 series:*#2u:3:o reportingController:s:4:o reportingInstance:s:5:o action:s:6:o reason:s:7:o regarding:#1s:8:o related:*#1s:9:o note:s:10:o type:s:11:o deprecatedSource:#1v:12:o deprecatedFirstTimestamp:T:13:o deprecatedLastTimestamp:T:14:o deprecatedCount:i:15:o\nSelfSubjectReview kind:s::o apiVersion:s::o metadata:#1r:1:o status:#2v:2:o\nTokenReview kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2w:2 status:#2x:3:o\nLocalSubjectAccessReview kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2y:2 status:#2z:3:o\nSelfSubjectAccessReview kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#30:2 status:#2z:3:o\nSelfSubjectRulesReview kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#31:2 status:#32:3:o\nSubjectAccessReview kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#2y:2 status:#2z:3:o\nHorizontalPodAutoscaler kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#33:2:o status:#34:3:o\nHorizontalPodAutoscaler kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#35:2:o status:#36:3:o\nCronJob kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#37:2:o status:#38:3:o\nJob kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#39:2:o status:#3a:3:o\nCertificateSigningRequest kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3b:2 status:#3c:3:o\nIngressClass kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3d:2:o\nIngress kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3e:2:o status:#3f:3:o\nNetworkPolicy kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3g:2:o\nPodDisruptionBudget kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3h:2:o status:#3i:3:o\nClusterRoleBinding kind:s::o apiVersion:s::o metadata:#1r:1:o subjects:[#3j:2:o roleRef:#3k:3\nClusterRole kind:s::o apiVersion:s::o metadata:#1r:1:o rules:[#3l:2 aggregationRule:*#3m:3:o\nRoleBinding kind:s::o apiVersion:s::o metadata:#1r:1:o subjects:[#3j:2:o roleRef:#3k:3\nRole kind:s::o apiVersion:s::o metadata:#1r:1:o rules:[#3l:2\nCSIDriver kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3n:2\nCSINode kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3o:2\nCSIStorageCapacity kind:s::o apiVersion:s::o metadata:#1r:1:o nodeTopology:*#3p:2:o storageClassName:s:3 capacity:*Q:4:o maximumVolumeSize:*Q:5:o\nStorageClass kind:s::o apiVersion:s::o metadata:#1r:1:o provisioner:s:2 parameters:{s:3:o reclaimPolicy:*s:4:o mountOptions:[s:5:o allowVolumeExpansion:*b:6:o volumeBindingMode:*s:7:o allowedTopologies:[#3q:8:o\nVolumeAttachment kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3r:2 status:#3s:3:o\nMutatingWebhookConfiguration kind:s::o apiVersion:s::o metadata:#1r:1:o webhooks:[#3t:2:o:m=name;k=name\nValidatingAdmissionPolicy kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3u:2:o status:#3v:3:o\nValidatingAdmissionPolicyBinding kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3w:2:o\nValidatingWebhookConfiguration kind:s::o apiVersion:s::o metadata:#1r:1:o webhooks:[#3x:2:o:m=name;k=name\nCustomResourceDefinition kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#3y:2 status:#3z:3:o\nPriorityClass kind:s::o apiVersion:s::o metadata:#1r:1:o value:i:2 globalDefault:b:3:o description:s:4:o preemptionPolicy:*s:5:o\nLease kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#40:2:o\nRuntimeClass kind:s::o apiVersion:s::o metadata:#1r:1:o handler:s:2 overhead:*#41:3:o scheduling:*#42:4:o\nEndpointSlice kind:s::o apiVersion:s::o metadata:#1r:1:o addressType:s:4 endpoints:[#43:2 ports:[#44:3\nFlowSchema kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#45:2:o status:#46:3:o\nPriorityLevelConfiguration kind:s::o apiVersion:s::o metadata:#1r:1:o spec:#47:2:o status:#48:3:o\nDeleteOptions kind:s::o apiVersion:s::o gracePeriodSeconds:*l:1:o preconditions:*#49:2:o orphanDependents:*b:3:o propagationPolicy:*s:4:o dryRun:[s:5:o ignoreStoreReadErrorWithClusterBreakingPotential:*b:6:o\nObjectMeta name:s:1:o generateName:s:2:o namespace:s:3:o selfLink:s:4:o uid:s:5:o resourceVersion:s:6:o generation:l:7:o creationTimestamp:T:8:o deletionTimestamp:*T:9:o deletionGracePeriodSeconds:*l:10:o labels:{s:11:o annotations:{s:12:o ownerReferences:[#4a:13:o:m=uid;k=uid finalizers:[s:14:o:m;s managedFields:[#4b:17:o\nObjectReference! kind:s:1:o namespace:s:2:o name:s:3:o uid:s:4:o apiVersion:s:5:o resourceVersion:s:6:o fieldPath:s:7:o\nComponentCondition type:s:1 status:s:2 message:s:3:o error:s:4:o\nEndpointSubset addresses:[#4c:1:o notReadyAddresses:[#4c:2:o ports:[#4d:3:o\nEventSource component:s:1:o host:s:2:o\nEventSeries count:i:1:o lastObservedTime:M:2:o\nLimitRangeSpec limits:[#4e:1\nNamespaceSpec finalizers:[s:1:o\nNamespaceStatus phase:s:1:o conditions:[#4f:2:o:m=type;k=type\nNodeSpec podCIDR:s:1:o podCIDRs:[s:7:o:m;s providerID:s:3:o unschedulable:b:4:o taints:[#4g:5:o configSource:*#4h:6:o externalID:s:2:o\nNodeStatus capacity:{Q:1:o allocatable:{Q:2:o phase:s:3:o conditions:[#4i:4:o:m=type;k=type addresses:[#4j:5:o:m=type;k=type daemonEndpoints:#4k:6:o nodeInfo:#4l:7:o images:[#4m:8:o volumesInUse:[s:9:o volumesAttached:[#4n:10:o config:*#4o:11:o runtimeHandlers:[#4p:12:o features:*#4q:13:o\nPersistentVolumeClaimSpec accessModes:[s:1:o selector:*#3p:4:o resources:#4r:2:o volumeName:s:3:o storageClassName:*s:5:o volumeMode:*s:6:o dataSource:*#4s:7:o dataSourceRef:*#4t:8:o volumeAttributesClassName:*s:9:o\nPersistentVolumeClaimStatus phase:s:1:o accessModes:[s:2:o capacity:{Q:3:o conditions:[#4u:4:o:m=type;k=type allocatedResources:{Q:5:o allocatedResourceStatuses:{s:7:o:g currentVolumeAttributesClassName:*s:8:o modifyVolumeStatus:*#4v:9:o\nPersistentVolumeSpec capacity:{Q:1:o :#4w:2:> accessModes:[s:3:o claimRef:*#1s:4:o:g persistentVolumeReclaimPolicy:s:5:o storageClassName:s:6:o mountOptions:[s:7:o volumeMode:*s:8:o nodeAffinity:*#4x:9:o volumeAttributesClassName:*s:10:o\nPersistentVolumeStatus phase:s:1:o message:s:2:o reason:s:3:o lastPhaseTransitionTime:*T:4:o\nPodSpec volumes:[#4y:1:o:m=name;k=name initContainers:[#4z:20:o:m=name;k=name containers:[#4z:2::m=name;k=name ephemeralContainers:[#50:34:o:m=name;k=name restartPolicy:s:3:o terminationGracePeriodSeconds:*l:4:o activeDeadlineSeconds:*l:5:o dnsPolicy:s:6:o nodeSelector:{s:7:o:a serviceAccountName:s:8:o serviceAccount:s:9:o automountServiceAccountToken:*b:21:o nodeName:s:10:o hostNetwork:b:11:o hostPID:b:12:o hostIPC:b:13:o shareProcessNamespace:*b:27:o securityContext:*#51:14:o imagePullSecrets:[#2f:15:o:m=name;k=name hostname:s:16:o subdomain:s:17:o affinity:*#52:18:o schedulerName:s:19:o tolerations:[#53:22:o hostAliases:[#54:23:o:m=ip;k=ip priorityClassName:s:24:o priority:*i:25:o dnsConfig:*#55:26:o readinessGates:[#56:28:o runtimeClassName:*s:29:o enableServiceLinks:*b:30:o preemptionPolicy:*s:31:o overhead:{Q:32:o topologySpreadConstraints:[#57:33:o:m=topologyKey;k=topologyKey,whenUnsatisfiable setHostnameAsFQDN:*b:35:o os:*#58:36:o hostUsers:*b:37:o schedulingGates:[#59:38:o:m=name;k=name resourceClaims:[#5a:39:o:m=name;k=name resources:*#5b:40:o\nPodStatus phase:s:1:o conditions:[#5c:2:o:m=type;k=type message:s:3:o reason:s:4:o nominatedNodeName:s:11:o hostIP:s:5:o hostIPs:[#5d:16:o:m=ip podIP:s:6:o podIPs:[#5e:12:o:m=ip;k=ip startTime:*T:7:o initContainerStatuses:[#5f:10:o containerStatuses:[#5f:8:o qosClass:s:9:o ephemeralContainerStatuses:[#5f:13:o resize:s:14:o resourceClaimStatuses:[#5g:15:o:m=name;k=name\nPodTemplateSpec metadata:#1r:1:o spec:#26:2:o\nReplicationControllerSpec replicas:*i:1:o minReadySeconds:i:4:o selector:{s:2:o:a template:*#28:3:o\nReplicationControllerStatus replicas:i:1 fullyLabeledReplicas:i:2:o readyReplicas:i:4:o availableReplicas:i:5:o observedGeneration:l:3:o conditions:[#5h:6:o:m=type;k=type\nScaleSpec replicas:i:1:o\nScaleStatus replicas:i:1 selector:s:2:o\nResourceQuotaSpec hard:{Q:1:o scopes:[s:2:o scopeSelector:*#5i:3:o\nResourceQuotaStatus hard:{Q:1:o used:{Q:2:o\nLocalObjectReference! name:s:1:o\nTokenRequestSpec audiences:[s:1 expirationSeconds:*l:4 boundObjectRef:*#5j:3\nTokenRequestStatus token:s:1 expirationTimestamp:T:2\nServiceSpec ports:[#5k:1:o:m=port;k=port,protocol selector:{s:2:o:a clusterIP:s:3:o clusterIPs:[s:18:o type:s:4:o externalIPs:[s:5:o sessionAffinity:s:7:o loadBalancerIP:s:8:o loadBalancerSourceRanges:[s:9:o externalName:s:10:o externalTrafficPolicy:s:11:o healthCheckNodePort:i:12:o publishNotReadyAddresses:b:13:o sessionAffinityConfig:*#5l:14:o ipFamilies:[s:19:o ipFamilyPolicy:*s:17:o allocateLoadBalancerNodePorts:*b:20:o loadBalancerClass:*s:21:o internalTrafficPolicy:*s:22:o trafficDistribution:*s:23:o\nServiceStatus loadBalancer:#5m:1:o conditions:[#5n:2:o:m=type;k=type\nAPIServiceSpec service:*#5o:1:o group:s:2:o version:s:3:o insecureSkipTLSVerify:b:4:o caBundle:y:5:o groupPriorityMinimum:i:7 versionPriority:i:8\nAPIServiceStatus conditions:[#5p:1:o:m=type;k=type\nDaemonSetSpec selector:*#3p:1 template:#28:2 updateStrategy:#5q:3:o minReadySeconds:i:4:o revisionHistoryLimit:*i:6:o\nDaemonSetStatus currentNumberScheduled:i:1 numberMisscheduled:i:2 desiredNumberScheduled:i:3 numberReady:i:4 observedGeneration:l:5:o updatedNumberScheduled:i:6:o numberAvailable:i:7:o numberUnavailable:i:8:o collisionCount:*i:9:o conditions:[#5r:10:o:m=type;k=type\nDeploymentSpec replicas:*i:1:o selector:*#3p:2 template:#28:3 strategy:#5s:4:o minReadySeconds:i:5:o revisionHistoryLimit:*i:6:o paused:b:7:o progressDeadlineSeconds:*i:9:o\nDeploymentStatus observedGeneration:l:1:o replicas:i:2:o updatedReplicas:i:3:o readyReplicas:i:7:o availableReplicas:i:4:o unavailableReplicas:i:5:o conditions:[#5t:6:o:m=type;k=type collisionCount:*i:8:o\nReplicaSetSpec replicas:*i:1:o minReadySeconds:i:4:o selector:*#3p:2 template:#28:3:o\nReplicaSetStatus replicas:i:1 fullyLabeledReplicas:i:2:o readyReplicas:i:4:o availableReplicas:i:5:o observedGeneration:l:3:o conditions:[#5u:6:o:m=type;k=type\nStatefulSetSpec replicas:*i:1:o selector:*#3p:2 template:#28:3 volumeClaimTemplates:[#8:4:o serviceName:s:5 podManagementPolicy:s:6:o updateStrategy:#5v:7:o revisionHistoryLimit:*i:8:o minReadySeconds:i:9:o persistentVolumeClaimRetentionPolicy:*#5w:10:o ordinals:*#5x:11:o\nStatefulSetStatus observedGeneration:l:1:o replicas:i:2 readyReplicas:i:3:o currentReplicas:i:4:o updatedReplicas:i:5:o currentRevision:s:6:o updateRevision:s:7:o collisionCount:*i:9:o conditions:[#5y:10:o:m=type;k=type availableReplicas:i:11\nEventSeries count:i:1 lastObservedTime:M:2\nSelfSubjectReviewStatus userInfo:#5z:1:o\nTokenReviewSpec token:s:1:o audiences:[s:2:o\nTokenReviewStatus authenticated:b:1:o user:#5z:2:o audiences:[s:4:o error:s:3:o\nSubjectAccessReviewSpec resourceAttributes:*#60:1:o nonResourceAttributes:*#61:2:o user:s:3:o groups:[s:4:o extra:{W:5:o uid:s:6:o\nSubjectAccessReviewStatus allowed:b:1 denied:b:4:o reason:s:2:o evaluationError:s:3:o\nSelfSubjectAccessReviewSpec resourceAttributes:*#60:1:o nonResourceAttributes:*#61:2:o\nSelfSubjectRulesReviewSpec namespace:s:1:o\nSubjectRulesReviewStatus resourceRules:[#62:1 nonResourceRules:[#63:2 incomplete:b:3 evaluationError:s:4:o\nHorizontalPodAutoscalerSpec scaleTargetRef:#64:1 minReplicas:*i:2:o maxReplicas:i:3 metrics:[#65:4:o behavior:*#66:5:o\nHorizontalPodAutoscalerStatus observedGeneration:*l:1:o lastScaleTime:*T:2:o currentReplicas:i:3:o desiredReplicas:i:4 currentMetrics:[#67:5 conditions:[#68:6:o:m=type;k=type\nHorizontalPodAutoscalerSpec scaleTargetRef:#69:1 minReplicas:*i:2:o maxReplicas:i:3 targetCPUUtilizationPercentage:*i:4:o\nHorizontalPodAutoscalerStatus observedGeneration:*l:1:o lastScaleTime:*T:2:o currentReplicas:i:3 desiredReplicas:i:4 currentCPUUtilizationPercentage:*i:5:o\nCronJobSpec schedule:s:1 timeZone:*s:8:o startingDeadlineSeconds:*l:2:o concurrencyPolicy:s:3:o suspend:*b:4:o jobTemplate:#6a:5 successfulJobsHistoryLimit:*i:6:o failedJobsHistoryLimit:*i:7:o\nCronJobStatus active:[#1s:1:o lastScheduleTime:*T:4:o lastSuccessfulTime:*T:5:o\nJobSpec parallelism:*i:1:o completions:*i:2:o activeDeadlineSeconds:*l:3:o podFailurePolicy:*#6b:11:o successPolicy:*#6c:16:o backoffLimit:*i:7:o backoffLimitPerIndex:*i:12:o maxFailedIndexes:*i:13:o selector:*#3p:4:o manualSelector:*b:5:o template:#28:6 ttlSecondsAfterFinished:*i:8:o completionMode:*s:9:o suspend:*b:10:o podReplacementPolicy:*s:14:o managedBy:*s:15:o\nJobStatus conditions:[#6d:1:o:m=type startTime:*T:2:o completionTime:*T:3:o active:i:4:o succeeded:i:5:o failed:i:6:o terminating:*i:11:o completedIndexes:s:7:o failedIndexes:*s:10:o uncountedTerminatedPods:*#6e:8:o ready:*i:9:o\nCertificateSigningRequestSpec request:y:1 signerName:s:7 expirationSeconds:*i:8:o usages:[s:5:o username:s:2:o uid:s:3:o groups:[s:4:o extra:{W:6:o\nCertificateSigningRequestStatus conditions:[#6f:1:o:k=type certificate:y:2:o\nIngressClassSpec controller:s:1:o parameters:*#6g:2:o\nIngressSpec ingressClassName:*s:4:o defaultBackend:*#6h:1:o tls:[#6i:2:o rules:[#6j:3:o\nIngressStatus loadBalancer:#6k:1:o\nNetworkPolicySpec podSelector:#3p:1 ingress:[#6l:2:o egress:[#6m:3:o policyTypes:[s:4:o\nPodDisruptionBudgetSpec minAvailable:*I:1:o selector:*#3p:2:o maxUnavailable:*I:3:o unhealthyPodEvictionPolicy:*s:4:o\nPodDisruptionBudgetStatus observedGeneration:l:1:o disruptedPods:{T:2:o disruptionsAllowed:i:3 currentHealthy:i:4 desiredHealthy:i:5 expectedPods:i:6 conditions:[#5n:7:o:m=type;k=type\nSubject! kind:s:1 apiGroup:s:2:o name:s:3 namespace:s:4:o\nRoleRef! apiGroup:s:1 kind:s:2 name:s:3\nPolicyRule verbs:[s:1 apiGroups:[s:2:o resources:[s:3:o resourceNames:[s:4:o nonResourceURLs:[s:5:o\nAggregationRule clusterRoleSelectors:[#3p:1:o\nCSIDriverSpec attachRequired:*b:1:o podInfoOnMount:*b:2:o volumeLifecycleModes:[s:3:o:s storageCapacity:*b:4:o fsGroupPolicy:*s:5:o tokenRequests:[#6n:6:o requiresRepublish:*b:7:o seLinuxMount:*b:8:o\nCSINodeSpec drivers:[#6o:1::m=name;k=name\nLabelSelector! matchLabels:{s:1:o matchExpressions:[#6p:2:o\nTopologySelectorTerm! matchLabelExpressions:[#6q:1:o\nVolumeAttachmentSpec attacher:s:1 source:#6r:2 nodeName:s:3\nVolumeAttachmentStatus attached:b:1 attachmentMetadata:{s:2:o attachError:*#6s:3:o detachError:*#6s:4:o\nMutatingWebhook name:s:1 clientConfig:#6t:2 rules:[#6u:3:o failurePolicy:*s:4:o matchPolicy:*s:9:o namespaceSelector:*#3p:5:o objectSelector:*#3p:11:o sideEffects:*s:6 timeoutSeconds:*i:7:o admissionReviewVersions:[s:8 reinvocationPolicy:*s:10:o matchConditions:[#6v:12:o:m=name;k=name\nValidatingAdmissionPolicySpec paramKind:*#6w:1:o matchConstraints:*#6x:2:o validations:[#6y:3:o failurePolicy:*s:4:o auditAnnotations:[#6z:5:o matchConditions:[#6v:6:o:m=name;k=name variables:[#70:7:o:m=name;k=name\nValidatingAdmissionPolicyStatus observedGeneration:l:1:o typeChecking:*#71:2:o conditions:[#5n:3:o:k=type\nValidatingAdmissionPolicyBindingSpec policyName:s:1:o paramRef:*#72:2:o matchResources:*#6x:3:o validationActions:[s:4:o:s\nValidatingWebhook name:s:1 clientConfig:#6t:2 rules:[#6u:3:o failurePolicy:*s:4:o matchPolicy:*s:9:o namespaceSelector:*#3p:5:o objectSelector:*#3p:10:o sideEffects:*s:6 timeoutSeconds:*i:7:o admissionReviewVersions:[s:8 matchConditions:[#6v:11:o:m=name;k=name\nCustomResourceDefinitionSpec group:s:1 names:#73:3 scope:s:4 versions:[#74:7 conversion:*#75:9:o preserveUnknownFields:b:10:o\nCustomResourceDefinitionStatus conditions:[#76:1::k=type acceptedNames:#73:2 storedVersions:[s:3\nLeaseSpec holderIdentity:*s:1:o leaseDurationSeconds:*i:2:o acquireTime:*M:3:o renewTime:*M:4:o leaseTransitions:*i:5:o strategy:*s:6:o preferredHolder:*s:7:o\nOverhead podFixed:{Q:1:o\nScheduling nodeSelector:{s:1:o:a tolerations:[#53:2:o\nEndpoint addresses:[s:1::s conditions:#77:2:o hostname:*s:3:o targetRef:*#1s:4:o deprecatedTopology:{s:5:o nodeName:*s:6:o zone:*s:7:o hints:*#78:8:o\nEndpointPort! name:*s:1:o protocol:*s:2:o port:*i:3:o appProtocol:*s:4:o\nFlowSchemaSpec priorityLevelConfiguration:#79:1 matchingPrecedence:i:2 distinguisherMethod:*#7a:3:o rules:[#7b:4:o\nFlowSchemaStatus conditions:[#7c:1:o:m=type;k=type\nPriorityLevelConfigurationSpec type:s:1 limited:*#7d:2:o exempt:*#7e:3:o\nPriorityLevelConfigurationStatus conditions:[#7f:1:o:m=type;k=type\nPreconditions uid:*s:1:o resourceVersion:*s:2:o\nOwnerReference! apiVersion:s:5 kind:s:1 name:s:3 uid:s:4 controller:*b:6:o blockOwnerDeletion:*b:7:o\nManagedFieldsEntry manager:s:1:o operation:s:2:o apiVersion:s:3:o time:*T:4:o fieldsType:s:6:o fieldsV1:*R:7:o subresource:s:8:o\nEndpointAddress! ip:s:1 hostname:s:3:o nodeName:*s:4:o targetRef:*#1s:2:o\nEndpointPort! name:s:1:o port:i:2 protocol:s:3:o appProtocol:*s:4:o\nLimitRangeItem type:s:1 max:{Q:2:o min:{Q:3:o default:{Q:4:o defaultRequest:{Q:5:o maxLimitRequestRatio:{Q:6:o\nNamespaceCondition type:s:1 status:s:2 lastTransitionTime:T:4:o reason:s:5:o message:s:6:o\nTaint key:s:1 value:s:2:o effect:s:3 timeAdded:*T:4:o\nNodeConfigSource configMap:*#7g:2:o\nNodeCondition type:s:1 status:s:2 lastHeartbeatTime:T:3:o lastTransitionTime:T:4:o reason:s:5:o message:s:6:o\nNodeAddress type:s:1 address:s:2\nNodeDaemonEndpoints kubeletEndpoint:#7h:1:o\nNodeSystemInfo machineID:s:1 systemUUID:s:2 bootID:s:3 kernelVersion:s:4 osImage:s:5 containerRuntimeVersion:s:6 kubeletVersion:s:7 kubeProxyVersion:s:8 operatingSystem:s:9 architecture:s:10\nContainerImage names:[s:1 sizeBytes:l:2:o\nAttachedVolume name:s:1 devicePath:s:2\nNodeConfigStatus assigned:*#4h:1:o active:*#4h:2:o lastKnownGood:*#4h:3:o error:s:4:o\nNodeRuntimeHandler name:s:1 features:*#7i:2:o\nNodeFeatures supplementalGroupsPolicy:*b:1:o\nVolumeResourceRequirements limits:{Q:1:o requests:{Q:2:o\nTypedLocalObjectReference! apiGroup:*s:1 kind:s:2 name:s:3\nTypedObjectReference apiGroup:*s:1 kind:s:2 name:s:3 namespace:*s:4:o\nPersistentVolumeClaimCondition type:s:1 status:s:2 lastProbeTime:T:3:o lastTransitionTime:T:4:o reason:s:5:o message:s:6:o\nModifyVolumeStatus targetVolumeAttributesClassName:s:1:o status:s:2\nPersistentVolumeSource gcePersistentDisk:*#7j:1:o awsElasticBlockStore:*#7k:2:o hostPath:*#7l:3:o glusterfs:*#7m:4:o nfs:*#7n:5:o rbd:*#7o:6:o iscsi:*#7p:7:o cinder:*#7q:8:o cephfs:*#7r:9:o fc:*#7s:10:o flocker:*#7t:11:o flexVolume:*#7u:12:o azureFile:*#7v:13:o vsphereVolume:*#7w:14:o quobyte:*#7x:15:o azureDisk:*#7y:16:o photonPersistentDisk:*#7z:17:o portworxVolume:*#80:18:o scaleIO:*#81:19:o local:*#82:20:o storageos:*#83:21:o csi:*#84:22:o\nVolumeNodeAffinity required:*#85:1:o\nVolume name:s:1 :#86:2:>\nContainer name:s:1 image:s:2:o command:[s:3:o args:[s:4:o workingDir:s:5:o ports:[#87:6:o:m=containerPort;k=containerPort,protocol envFrom:[#88:19:o env:[#89:7:o:m=name;k=name resources:#5b:8:o resizePolicy:[#8a:23:o restartPolicy:*s:24:o volumeMounts:[#8b:9:o:m=mountPath;k=mountPath volumeDevices:[#8c:21:o:m=devicePath;k=devicePath livenessProbe:*#8d:10:o readinessProbe:*#8d:11:o startupProbe:*#8d:22:o lifecycle:*#8e:12:o terminationMessagePath:s:13:o terminationMessagePolicy:s:20:o imagePullPolicy:s:14:o securityContext:*#8f:15:o stdin:b:16:o stdinOnce:b:17:o tty:b:18:o\nEphemeralContainer :#8g:1:> targetContainerName:s:2:o\nPodSecurityContext seLinuxOptions:*#8h:1:o windowsOptions:*#8i:8:o runAsUser:*l:2:o runAsGroup:*l:6:o runAsNonRoot:*b:3:o supplementalGroups:[l:4:o supplementalGroupsPolicy:*s:12:o fsGroup:*l:5:o sysctls:[#8j:7:o fsGroupChangePolicy:*s:9:o seccompProfile:*#8k:10:o appArmorProfile:*#8l:11:o seLinuxChangePolicy:*s:13:o\nAffinity nodeAffinity:*#8m:1:o podAffinity:*#8n:2:o podAntiAffinity:*#8o:3:o\nToleration key:s:1:o operator:s:2:o value:s:3:o effect:s:4:o tolerationSeconds:*l:5:o\nHostAlias ip:s:1 hostnames:[s:2:o\nPodDNSConfig nameservers:[s:1:o searches:[s:2:o options:[#8p:3:o\nPodReadinessGate conditionType:s:1\nTopologySpreadConstraint maxSkew:i:1 topologyKey:s:2 whenUnsatisfiable:s:3 labelSelector:*#3p:4:o minDomains:*i:5:o nodeAffinityPolicy:*s:6:o nodeTaintsPolicy:*s:7:o matchLabelKeys:[s:8:o\nPodOS name:s:1\nPodSchedulingGate name:s:1\nPodResourceClaim name:s:1 resourceClaimName:*s:3:o resourceClaimTemplateName:*s:4:o\nResourceRequirements limits:{Q:1:o requests:{Q:2:o claims:[#8q:3:o:k=name\nPodCondition type:s:1 status:s:2 lastProbeTime:T:3:o lastTransitionTime:T:4:o reason:s:5:o message:s:6:o\nHostIP ip:s:1\nPodIP ip:s:1\nContainerStatus name:s:1 state:#8r:2:o lastState:#8r:3:o ready:b:4 restartCount:i:5 image:s:6 imageID:s:7 containerID:s:8:o started:*b:9:o allocatedResources:{Q:10:o resources:*#5b:11:o volumeMounts:[#8s:12:o:m=mountPath;k=mountPath user:*#8t:13:o allocatedResourcesStatus:[#8u:14:o:m=name;k=name\nPodResourceClaimStatus name:s:1 resourceClaimName:*s:2:o\nReplicationControllerCondition type:s:1 status:s:2 lastTransitionTime:T:3:o reason:s:4:o message:s:5:o\nScopeSelector! matchExpressions:[#8v:1:o\nBoundObjectReference kind:s:1:o apiVersion:s:2:o name:s:3:o uid:s:4:o\nServicePort name:s:1:o protocol:s:2:o appProtocol:*s:6:o port:i:3 targetPort:I:4:o nodePort:i:5:o\nSessionAffinityConfig clientIP:*#8w:1:o\nLoadBalancerStatus ingress:[#8x:1:o\nCondition type:s:1 status:s:2 observedGeneration:l:3:o lastTransitionTime:T:4 reason:s:5 message:s:6\nServiceReference namespace:s:1:o name:s:2:o port:*i:3:o\nAPIServiceCondition type:s:1 status:s:2 lastTransitionTime:T:3:o reason:s:4:o message:s:5:o\nDaemonSetUpdateStrategy type:s:1:o rollingUpdate:*#8y:2:o\nDaemonSetCondition type:s:1 status:s:2 lastTransitionTime:T:3:o reason:s:4:o message:s:5:o\nDeploymentStrategy type:s:1:o rollingUpdate:*#8z:2:o\nDeploymentCondition type:s:1 status:s:2 lastUpdateTime:T:6:o lastTransitionTime:T:7:o reason:s:4:o message:s:5:o\nReplicaSetCondition type:s:1 status:s:2 lastTransitionTime:T:3:o reason:s:4:o message:s:5:o\nStatefulSetUpdateStrategy type:s:1:o rollingUpdate:*#90:2:o\nStatefulSetPersistentVolumeClaimRetentionPolicy whenDeleted:s:1:o whenScaled:s:2:o\nStatefulSetOrdinals start:i:1\nStatefulSetCondition type:s:1 status:s:2 lastTransitionTime:T:3:o reason:s:4:o message:s:5:o\nUserInfo username:s:1:o uid:s:2:o groups:[s:3:o extra:{W:4:o\nResourceAttributes namespace:s:1:o verb:s:2:o group:s:3:o version:s:4:o resource:s:5:o subresource:s:6:o name:s:7:o fieldSelector:*#91:8:o labelSelector:*#92:9:o\nNonResourceAttributes path:s:1:o verb:s:2:o\nResourceRule verbs:[s:1 apiGroups:[s:2:o resources:[s:3:o resourceNames:[s:4:o\nNonResourceRule verbs:[s:1 nonResourceURLs:[s:2:o\nCrossVersionObjectReference kind:s:1 name:s:2 apiVersion:s:3:o\nMetricSpec type:s:1 object:*#93:2:o pods:*#94:3:o resource:*#95:4:o containerResource:*#96:7:o external:*#97:5:o\nHorizontalPodAutoscalerBehavior scaleUp:*#98:1:o scaleDown:*#98:2:o\nMetricStatus type:s:1 object:*#99:2:o pods:*#9a:3:o resource:*#9b:4:o containerResource:*#9c:7:o external:*#9d:5:o\nHorizontalPodAutoscalerCondition type:s:1 status:s:2 lastTransitionTime:T:3:o reason:s:4:o message:s:5:o\nCrossVersionObjectReference! kind:s:1 name:s:2 apiVersion:s:3:o\nJobTemplateSpec metadata:#1r:1:o spec:#39:2:o\nPodFailurePolicy rules:[#9e:1\nSuccessPolicy rules:[#9f:1\nJobCondition type:s:1 status:s:2 lastProbeTime:T:3:o lastTransitionTime:T:4:o reason:s:5:o message:s:6:o\nUncountedTerminatedPods succeeded:[s:1:o:s failed:[s:2:o:s\nCertificateSigningRequestCondition type:s:1 status:s:6 reason:s:2:o message:s:3:o lastUpdateTime:T:4:o lastTransitionTime:T:5:o\nIngressClassParametersReference apiGroup:*s:1:o kind:s:2 name:s:3 scope:*s:4 namespace:*s:5:o\nIngressBackend service:*#9g:4:o resource:*#4s:3:o\nIngressTLS hosts:[s:1:o secretName:s:2:o\nIngressRule host:s:1:o :#9h:2:>\nIngressLoadBalancerStatus ingress:[#9i:1:o\nNetworkPolicyIngressRule ports:[#9j:1:o from:[#9k:2:o\nNetworkPolicyEgressRule ports:[#9j:1:o to:[#9k:2:o\nTokenRequest audience:s:1 expirationSeconds:*l:2:o\nCSINodeDriver name:s:1 nodeID:s:2 topologyKeys:[s:3 allocatable:*#9l:4:o\nLabelSelectorRequirement key:s:1 operator:s:2 values:[s:3:o\nTopologySelectorLabelRequirement key:s:1 values:[s:2\nVolumeAttachmentSource persistentVolumeName:*s:1:o inlineVolumeSpec:*#24:2:o\nVolumeError time:T:1:o message:s:2:o\nWebhookClientConfig url:*s:3:o service:*#9m:1:o caBundle:y:2:o\nRuleWithOperations operations:[s:1:o :#9n:2:>\nMatchCondition name:s:1 expression:s:2\nParamKind! apiVersion:s:1:o kind:s:2:o\nMatchResources! namespaceSelector:*#3p:1:o objectSelector:*#3p:2:o resourceRules:[#9o:3:o excludeResourceRules:[#9o:4:o matchPolicy:*s:7:o\nValidation expression:s:1 message:s:2:o reason:*s:3:o messageExpression:s:4:o\nAuditAnnotation key:s:1 valueExpression:s:2\nVariable! name:s:1 expression:s:2\nTypeChecking expressionWarnings:[#9p:1:o\nParamRef! name:s:1:o namespace:s:2:o selector:*#3p:3:o parameterNotFoundAction:*s:4:o\nCustomResourceDefinitionNames plural:s:1 singular:s:2:o shortNames:[s:3:o kind:s:4 listKind:s:5:o categories:[s:6:o\nCustomResourceDefinitionVersion name:s:1 served:b:2 storage:b:3 deprecated:b:7:o deprecationWarning:*s:8:o schema:*#9q:4:o subresources:*#9r:5:o additionalPrinterColumns:[#9s:6:o selectableFields:[#9t:9:o\nCustomResourceConversion strategy:s:1 webhook:*#9u:2:o\nCustomResourceDefinitionCondition type:s:1 status:s:2 lastTransitionTime:T:3:o reason:s:4:o message:s:5:o\nEndpointConditions ready:*b:1:o serving:*b:2:o terminating:*b:3:o\nEndpointHints forZones:[#9v:1:o\nPriorityLevelConfigurationReference name:s:1\nFlowDistinguisherMethod type:s:1\nPolicyRulesWithSubjects subjects:[#9w:1 resourceRules:[#9x:2:o nonResourceRules:[#9y:3:o\nFlowSchemaCondition type:s:1:o status:s:2:o lastTransitionTime:T:3:o reason:s:4:o message:s:5:o\nLimitedPriorityLevelConfiguration nominalConcurrencyShares:*i:1 limitResponse:#9z:2:o lendablePercent:*i:3:o borrowingLimitPercent:*i:4:o\nExemptPriorityLevelConfiguration nominalConcurrencyShares:*i:1:o lendablePercent:*i:2:o\nPriorityLevelConfigurationCondition type:s:1:o status:s:2:o lastTransitionTime:T:3:o reason:s:4:o message:s:5:o\nConfigMapNodeConfigSource namespace:s:1 name:s:2 uid:s:3:o resourceVersion:s:4:o kubeletConfigKey:s:5\nDaemonEndpoint Port:i:1\nNodeRuntimeHandlerFeatures recursiveReadOnlyMounts:*b:1:o userNamespaces:*b:2:o\nGCEPersistentDiskVolumeSource pdName:s:1 fsType:s:2:o partition:i:3:o readOnly:b:4:o\nAWSElasticBlockStoreVolumeSource volumeID:s:1 fsType:s:2:o partition:i:3:o readOnly:b:4:o\nHostPathVolumeSource path:s:1 type:*s:2:o\nGlusterfsPersistentVolumeSource endpoints:s:1 path:s:2 readOnly:b:3:o endpointsNamespace:*s:4:o\nNFSVolumeSource server:s:1 path:s:2 readOnly:b:3:o\nRBDPersistentVolumeSource monitors:[s:1 image:s:2 fsType:s:3:o pool:s:4:o user:s:5:o keyring:s:6:o secretRef:*#a0:7:o readOnly:b:8:o\nISCSIPersistentVolumeSource targetPortal:s:1 iqn:s:2 lun:i:3 iscsiInterface:s:4:o fsType:s:5:o readOnly:b:6:o portals:[s:7:o chapAuthDiscovery:b:8:o chapAuthSession:b:11:o secretRef:*#a0:10:o initiatorName:*s:12:o\nCinderPersistentVolumeSource volumeID:s:1 fsType:s:2:o readOnly:b:3:o secretRef:*#a0:4:o\nCephFSPersistentVolumeSource monitors:[s:1 path:s:2:o user:s:3:o secretFile:s:4:o secretRef:*#a0:5:o readOnly:b:6:o\nFCVolumeSource targetWWNs:[s:1:o lun:*i:2:o fsType:s:3:o readOnly:b:4:o wwids:[s:5:o\nFlockerVolumeSource datasetName:s:1:o datasetUUID:s:2:o\nFlexPersistentVolumeSource driver:s:1 fsType:s:2:o secretRef:*#a0:3:o readOnly:b:4:o options:{s:5:o\nAzureFilePersistentVolumeSource secretName:s:1 shareName:s:2 readOnly:b:3:o secretNamespace:*s:4\nVsphereVirtualDiskVolumeSource volumePath:s:1 fsType:s:2:o storagePolicyName:s:3:o storagePolicyID:s:4:o\nQuobyteVolumeSource registry:s:1 volume:s:2 readOnly:b:3:o user:s:4:o group:s:5:o tenant:s:6:o\nAzureDiskVolumeSource diskName:s:1 diskURI:s:2 cachingMode:*s:3:o fsType:*s:4:o readOnly:*b:5:o kind:*s:6:o\nPhotonPersistentDiskVolumeSource pdID:s:1 fsType:s:2:o\nPortworxVolumeSource volumeID:s:1 fsType:s:2:o readOnly:b:3:o\nScaleIOPersistentVolumeSource gateway:s:1 system:s:2 secretRef:*#a0:3 sslEnabled:b:4:o protectionDomain:s:5:o storagePool:s:6:o storageMode:s:7:o volumeName:s:8:o fsType:s:9:o readOnly:b:10:o\nLocalVolumeSource path:s:1 fsType:*s:2:o\nStorageOSPersistentVolumeSource volumeName:s:1:o volumeNamespace:s:2:o fsType:s:3:o readOnly:b:4:o secretRef:*#1s:5:o\nCSIPersistentVolumeSource driver:s:1 volumeHandle:s:2 readOnly:b:3:o fsType:s:4:o volumeAttributes:{s:5:o controllerPublishSecretRef:*#a0:6:o nodeStageSecretRef:*#a0:7:o nodePublishSecretRef:*#a0:8:o controllerExpandSecretRef:*#a0:9:o nodeExpandSecretRef:*#a0:10:o\nNodeSelector! nodeSelectorTerms:[#a1:1\nVolumeSource hostPath:*#7l:1:o emptyDir:*#a2:2:o gcePersistentDisk:*#7j:3:o awsElasticBlockStore:*#7k:4:o gitRepo:*#a3:5:o secret:*#a4:6:o nfs:*#7n:7:o iscsi:*#a5:8:o glusterfs:*#a6:9:o persistentVolumeClaim:*#a7:10:o rbd:*#a8:11:o flexVolume:*#a9:12:o cinder:*#aa:13:o cephfs:*#ab:14:o flocker:*#7t:15:o downwardAPI:*#ac:16:o fc:*#7s:17:o azureFile:*#ad:18:o configMap:*#ae:19:o vsphereVolume:*#7w:20:o quobyte:*#7x:21:o azureDisk:*#7y:22:o photonPersistentDisk:*#7z:23:o projected:*#af:26:o portworxVolume:*#80:24:o scaleIO:*#ag:25:o storageos:*#ah:27:o csi:*#ai:28:o ephemeral:*#aj:29:o image:*#ak:30:o\nContainerPort name:s:1:o hostPort:i:2:o containerPort:i:3 protocol:s:4:o hostIP:s:5:o\nEnvFromSource prefix:s:1:o configMapRef:*#al:2:o secretRef:*#am:3:o\nEnvVar name:s:1 value:s:2:o valueFrom:*#an:3:o\nContainerResizePolicy resourceName:s:1 restartPolicy:s:2\nVolumeMount name:s:1 readOnly:b:2:o recursiveReadOnly:*s:7:o mountPath:s:3 subPath:s:4:o mountPropagation:*s:5:o subPathExpr:s:6:o\nVolumeDevice name:s:1 devicePath:s:2\nProbe :#ao:1:> initialDelaySeconds:i:2:o timeoutSeconds:i:3:o periodSeconds:i:4:o successThreshold:i:5:o failureThreshold:i:6:o terminationGracePeriodSeconds:*l:7:o\nLifecycle postStart:*#ap:1:o preStop:*#ap:2:o\nSecurityContext capabilities:*#aq:1:o privileged:*b:2:o seLinuxOptions:*#8h:3:o windowsOptions:*#8i:10:o runAsUser:*l:4:o runAsGroup:*l:8:o runAsNonRoot:*b:5:o readOnlyRootFilesystem:*b:6:o allowPrivilegeEscalation:*b:7:o procMount:*s:9:o seccompProfile:*#8k:11:o appArmorProfile:*#8l:12:o\nEphemeralContainerCommon name:s:1 image:s:2:o command:[s:3:o args:[s:4:o workingDir:s:5:o ports:[#87:6:o:m=containerPort;k=containerPort,protocol envFrom:[#88:19:o env:[#89:7:o:m=name;k=name resources:#5b:8:o resizePolicy:[#8a:23:o restartPolicy:*s:24:o volumeMounts:[#8b:9:o:m=mountPath;k=mountPath volumeDevices:[#8c:21:o:m=devicePath;k=devicePath livenessProbe:*#8d:10:o readinessProbe:*#8d:11:o startupProbe:*#8d:22:o lifecycle:*#8e:12:o terminationMessagePath:s:13:o terminationMessagePolicy:s:20:o imagePullPolicy:s:14:o securityContext:*#8f:15:o stdin:b:16:o stdinOnce:b:17:o tty:b:18:o\nSELinuxOptions user:s:1:o role:s:2:o type:s:3:o level:s:4:o\nWindowsSecurityContextOptions gmsaCredentialSpecName:*s:1:o gmsaCredentialSpec:*s:2:o runAsUserName:*s:3:o hostProcess:*b:4:o\nSysctl name:s:1 value:s:2\nSeccompProfile type:s:1 localhostProfile:*s:2:o\nAppArmorProfile type:s:1 localhostProfile:*s:2:o\nNodeAffinity requiredDuringSchedulingIgnoredDuringExecution:*#85:1:o preferredDuringSchedulingIgnoredDuringExecution:[#ar:2:o\nPodAffinity requiredDuringSchedulingIgnoredDuringExecution:[#as:1:o preferredDuringSchedulingIgnoredDuringExecution:[#at:2:o\nPodAntiAffinity requiredDuringSchedulingIgnoredDuringExecution:[#as:1:o preferredDuringSchedulingIgnoredDuringExecution:[#at:2:o\nPodDNSConfigOption name:s:1:o value:*s:2:o\nResourceClaim name:s:1 request:s:2:o\nContainerState waiting:*#au:1:o running:*#av:2:o terminated:*#aw:3:o\nVolumeMountStatus name:s:1 mountPath:s:2 readOnly:b:3:o recursiveReadOnly:*s:4:o\nContainerUser linux:*#ax:1:o\nResourceStatus name:s:1 resources:[#ay:2:o:k=resourceID\nScopedResourceSelectorRequirement scopeName:s:1 operator:s:2 values:[s:3:o\nClientIPConfig timeoutSeconds:*i:1:o\nLoadBalancerIngress ip:s:1:o hostname:s:2:o ipMode:*s:3:o ports:[#az:4:o\nRollingUpdateDaemonSet maxUnavailable:*I:1:o maxSurge:*I:2:o\nRollingUpdateDeployment maxUnavailable:*I:1:o maxSurge:*I:2:o\nRollingUpdateStatefulSetStrategy partition:*i:1:o maxUnavailable:*I:2:o\nFieldSelectorAttributes rawSelector:s:1:o requirements:[#b0:2:o\nLabelSelectorAttributes rawSelector:s:1:o requirements:[#6p:2:o\nObjectMetricSource describedObject:#64:1 target:#b1:2 metric:#b2:3\nPodsMetricSource metric:#b2:1 target:#b1:2\nResourceMetricSource name:s:1 target:#b1:2\nContainerResourceMetricSource name:s:1 target:#b1:2 container:s:3\nExternalMetricSource metric:#b2:1 target:#b1:2\nHPAScalingRules stabilizationWindowSeconds:*i:3:o selectPolicy:*s:1:o policies:[#b3:2:o\nObjectMetricStatus metric:#b2:1 current:#b4:2 describedObject:#64:3\nPodsMetricStatus metric:#b2:1 current:#b4:2\nResourceMetricStatus name:s:1 current:#b4:2\nContainerResourceMetricStatus name:s:1 current:#b4:2 container:s:3\nExternalMetricStatus metric:#b2:1 current:#b4:2\nPodFailurePolicyRule action:s:1 onExitCodes:*#b5:2:o onPodConditions:[#b6:3:o\nSuccessPolicyRule succeededIndexes:*s:1:o succeededCount:*i:2:o\nIngressServiceBackend name:s:1 port:#b7:2:o\nIngressRuleValue http:*#b8:1:o\nIngressLoadBalancerIngress ip:s:1:o hostname:s:2:o ports:[#b9:4:o\nNetworkPolicyPort protocol:*s:1:o port:*I:2:o endPort:*i:3:o\nNetworkPolicyPeer podSelector:*#3p:1:o namespaceSelector:*#3p:2:o ipBlock:*#ba:3:o\nVolumeNodeResources count:*i:1:o\nServiceReference namespace:s:1 name:s:2 path:*s:3:o port:*i:4:o\nRule apiGroups:[s:1:o apiVersions:[s:2:o resources:[s:3:o scope:*s:4:o\nNamedRuleWithOperations! resourceNames:[s:1:o :#6u:2:>:a\nExpressionWarning fieldRef:s:2 warning:s:3\nCustomResourceValidation openAPIV3Schema:*#bb:1:o\nCustomResourceSubresources status:*R:1:o scale:*#bc:2:o\nCustomResourceColumnDefinition name:s:1 type:s:2 format:s:3:o description:s:4:o priority:i:5:o jsonPath:s:6\nSelectableField jsonPath:s:1\nWebhookConversion clientConfig:*#bd:2:o conversionReviewVersions:[s:3\nForZone name:s:1\nSubject kind:s:1 user:*#be:2:o group:*#bf:3:o serviceAccount:*#bg:4:o\nResourcePolicyRule verbs:[s:1::s apiGroups:[s:2::s resources:[s:3::s clusterScope:b:4:o namespaces:[s:5::s\nNonResourcePolicyRule verbs:[s:1::s nonResourceURLs:[s:6::s\nLimitResponse type:s:1 queuing:*#bh:2:o\nSecretReference! name:s:1:o namespace:s:2:o\nNodeSelectorTerm! matchExpressions:[#bi:1:o matchFields:[#bi:2:o\nEmptyDirVolumeSource medium:s:1:o sizeLimit:*Q:2:o\nGitRepoVolumeSource repository:s:1 revision:s:2:o directory:s:3:o\nSecretVolumeSource secretName:s:1:o items:[#bj:2:o defaultMode:*i:3:o optional:*b:4:o\nISCSIVolumeSource targetPortal:s:1 iqn:s:2 lun:i:3 iscsiInterface:s:4:o fsType:s:5:o readOnly:b:6:o portals:[s:7:o chapAuthDiscovery:b:8:o chapAuthSession:b:11:o secretRef:*#2f:10:o initiatorName:*s:12:o\nGlusterfsVolumeSource endpoints:s:1 path:s:2 readOnly:b:3:o\nPersistentVolumeClaimVolumeSource claimName:s:1 readOnly:b:2:o\nRBDVolumeSource monitors:[s:1 image:s:2 fsType:s:3:o pool:s:4:o user:s:5:o keyring:s:6:o secretRef:*#2f:7:o readOnly:b:8:o\nFlexVolumeSource driver:s:1 fsType:s:2:o secretRef:*#2f:3:o readOnly:b:4:o options:{s:5:o\nCinderVolumeSource volumeID:s:1 fsType:s:2:o readOnly:b:3:o secretRef:*#2f:4:o\nCephFSVolumeSource monitors:[s:1 path:s:2:o user:s:3:o secretFile:s:4:o secretRef:*#2f:5:o readOnly:b:6:o\nDownwardAPIVolumeSource items:[#bk:1:o defaultMode:*i:2:o\nAzureFileVolumeSource secretName:s:1 shareName:s:2 readOnly:b:3:o\nConfigMapVolumeSource :#2f:1:> items:[#bj:2:o defaultMode:*i:3:o optional:*b:4:o\nProjectedVolumeSource sources:[#bl:1 defaultMode:*i:2:o\nScaleIOVolumeSource gateway:s:1 system:s:2 secretRef:*#2f:3 sslEnabled:b:4:o protectionDomain:s:5:o storagePool:s:6:o storageMode:s:7:o volumeName:s:8:o fsType:s:9:o readOnly:b:10:o\nStorageOSVolumeSource volumeName:s:1:o volumeNamespace:s:2:o fsType:s:3:o readOnly:b:4:o secretRef:*#2f:5:o\nCSIVolumeSource driver:s:1 readOnly:*b:2:o fsType:*s:3:o volumeAttributes:{s:4:o nodePublishSecretRef:*#2f:5:o\nEphemeralVolumeSource volumeClaimTemplate:*#bm:1:o\nImageVolumeSource reference:s:1:o pullPolicy:s:2:o\nConfigMapEnvSource :#2f:1:> optional:*b:2:o\nSecretEnvSource :#2f:1:> optional:*b:2:o\nEnvVarSource fieldRef:*#bn:1:o resourceFieldRef:*#bo:2:o configMapKeyRef:*#bp:3:o secretKeyRef:*#bq:4:o\nProbeHandler exec:*#br:1:o httpGet:*#bs:2:o tcpSocket:*#bt:3:o grpc:*#bu:4:o\nLifecycleHandler exec:*#br:1:o httpGet:*#bs:2:o tcpSocket:*#bt:3:o sleep:*#bv:4:o\nCapabilities add:[s:1:o drop:[s:2:o\nPreferredSchedulingTerm weight:i:1 preference:#a1:2\nPodAffinityTerm labelSelector:*#3p:1:o namespaces:[s:2:o topologyKey:s:3 namespaceSelector:*#3p:4:o matchLabelKeys:[s:5:o mismatchLabelKeys:[s:6:o\nWeightedPodAffinityTerm weight:i:1 podAffinityTerm:#as:2\nContainerStateWaiting reason:s:1:o message:s:2:o\nContainerStateRunning startedAt:T:1:o\nContainerStateTerminated exitCode:i:1 signal:i:2:o reason:s:3:o message:s:4:o startedAt:T:5:o finishedAt:T:6:o containerID:s:7:o\nLinuxContainerUser uid:l:1 gid:l:2 supplementalGroups:[l:3:o\nResourceHealth resourceID:s:1 health:s:2:o\nPortStatus port:i:1 protocol:s:2 error:*s:3:o\nFieldSelectorRequirement key:s:1 operator:s:2 values:[s:3:o\nMetricTarget type:s:1 value:*Q:2:o averageValue:*Q:3:o averageUtilization:*i:4:o\nMetricIdentifier name:s:1 selector:*#3p:2:o\nHPAScalingPolicy type:s:1 value:i:2 periodSeconds:i:3\nMetricValueStatus value:*Q:1:o averageValue:*Q:2:o averageUtilization:*i:3:o\nPodFailurePolicyOnExitCodesRequirement containerName:*s:1:o operator:s:2 values:[i:3::s\nPodFailurePolicyOnPodConditionsPattern type:s:1 status:s:2\nServiceBackendPort! name:s:1:o number:i:2:o\nHTTPIngressRuleValue paths:[#bw:1\nIngressPortStatus port:i:1 protocol:s:2 error:*s:3:o\nIPBlock cidr:s:1 except:[s:2:o\nJSONSchemaProps id:s:1:o $schema:s:2:o $ref:*s:3:o description:s:4:o type:s:5:o format:s:6:o title:s:7:o default:*R:8:o maximum:*f:9:o exclusiveMaximum:b:10:o minimum:*f:11:o exclusiveMinimum:b:12:o maxLength:*l:13:o minLength:*l:14:o pattern:s:15:o maxItems:*l:16:o minItems:*l:17:o uniqueItems:b:18:o multipleOf:*f:19:o enum:[R:20:o maxProperties:*l:21:o minProperties:*l:22:o required:[s:23:o items:*R:24:o allOf:[#bb:25:o oneOf:[#bb:26:o anyOf:[#bb:27:o not:*#bb:28:o properties:{#bb:29:o additionalProperties:*R:30:o patternProperties:{#bb:31:o dependencies:{R:32:o additionalItems:*R:33:o definitions:{#bb:34:o externalDocs:*#bx:35:o example:*R:36:o nullable:b:37:o x-kubernetes-preserve-unknown-fields:*b:38:o x-kubernetes-embedded-resource:b:39:o x-kubernetes-int-or-string:b:40:o x-kubernetes-list-map-keys:[s:41:o x-kubernetes-list-type:*s:42:o x-kubernetes-map-type:*s:43:o x-kubernetes-validations:[#by:44:o:m=rule;k=rule\nCustomResourceSubresourceScale specReplicasPath:s:1 statusReplicasPath:s:2 labelSelectorPath:*s:3:o\nWebhookClientConfig url:*s:3:o service:*#bz:1:o caBundle:y:2:o\nUserSubject name:s:1\nGroupSubject name:s:1\nServiceAccountSubject namespace:s:1 name:s:2\nQueuingConfiguration queues:i:1 handSize:i:2 queueLengthLimit:i:3\nNodeSelectorRequirement key:s:1 operator:s:2 values:[s:3:o\nKeyToPath key:s:1 path:s:2 mode:*i:3:o\nDownwardAPIVolumeFile path:s:1 fieldRef:*#bn:2:o resourceFieldRef:*#bo:3:o mode:*i:4:o\nVolumeProjection secret:*#c0:1:o downwardAPI:*#c1:2:o configMap:*#c2:3:o serviceAccountToken:*#c3:4:o clusterTrustBundle:*#c4:5:o\nPersistentVolumeClaimTemplate metadata:#1r:1:o spec:#22:2\nObjectFieldSelector! apiVersion:s:1:o fieldPath:s:2\nResourceFieldSelector! containerName:s:1:o resource:s:2 divisor:Q:3:o\nConfigMapKeySelector! :#2f:1:>:a key:s:2 optional:*b:3:o\nSecretKeySelector! :#2f:1:>:a key:s:2 optional:*b:3:o\nExecAction command:[s:1:o\nHTTPGetAction path:s:1:o port:I:2 host:s:3:o scheme:s:4:o httpHeaders:[#c5:5:o\nTCPSocketAction port:I:1 host:s:2:o\nGRPCAction port:i:1 service:*s:2\nSleepAction seconds:l:1\nHTTPIngressPath path:s:1:o pathType:*s:3 backend:#6h:2\nExternalDocumentation description:s:1:o url:s:2:o\nValidationRule rule:s:1 message:s:2:o messageExpression:s:3:o reason:*s:4:o fieldPath:s:5:o optionalOldSelf:*b:6:o\nServiceReference namespace:s:1 name:s:2 path:*s:3:o port:*i:4:o\nSecretProjection :#2f:1:> items:[#bj:2:o optional:*b:4:o\nDownwardAPIProjection items:[#bk:1:o\nConfigMapProjection :#2f:1:> items:[#bj:2:o optional:*b:4:o\nServiceAccountTokenProjection audience:s:1:o expirationSeconds:*l:2:o path:s:3\nClusterTrustBundleProjection name:*s:1:o signerName:*s:2:o labelSelector:*#3p:3:o optional:*b:5:o path:s:4\nHTTPHeader name:s:1 value:s:2\n";

// src/faults/cached-collection.ts
interface Context {
    readonly revision: () => number;
    readonly lags: () => readonly LagFault[];
    readonly began: (lag: LagFault) => number;
}
export declare class CachedCollection {
    #private;
    constructor(collection: Collection, clock: Clock, context: Context);
    get delivered(): number;
    get revision(): number;
    subscribe(scope: Scope, listener: Listener): () => void;
    since(revision: number): readonly StoreEvent[];
    list(prefix?: string): Snapshot;
    one(key: string): Snapshot;
    get(key: string): ReturnType<Collection['get']>;
    withValue(prefix: string, value: NonNullable<Scope['value']>): Snapshot | undefined;
    receive(event: StoreEvent): void;
    release(): void;
    stop(): void;
}

// src/faults/connection-error.ts
export type ConnectionFailure = 'refused' | 'reset' | 'cut';
export declare class ConnectionError extends Error {
    readonly name = "ConnectionError";
    readonly failure: ConnectionFailure;
    constructor(failure: ConnectionFailure);
}

// src/faults/effect.ts
export type FaultPoint = 'before' | 'after';
export type BodyEnd = 'close' | 'reset' | 'cut' | FaultAnswer;
export interface WatchBehaviour {
    readonly chunk?: number;
    readonly pace?: Duration;
    readonly rewrite?: (frame: string) => string | readonly string[];
    readonly skipBookmarks?: boolean;
    readonly after?: number;
    readonly end?: BodyEnd | 'hang';
}
export type Effect = {
    readonly type: 'respond';
    readonly answer: FaultAnswer;
} | {
    readonly type: 'conflict';
} | {
    readonly type: 'delay';
    readonly duration: Duration;
    readonly point: FaultPoint;
} | {
    readonly type: 'drop';
    readonly point: FaultPoint;
} | {
    readonly type: 'hang';
    readonly point: FaultPoint;
} | {
    readonly type: 'truncate';
    readonly bytes: number;
} | {
    readonly type: 'rewrite';
    readonly rewrite: (body: string) => string;
} | {
    readonly type: 'watch';
    readonly behaviour: WatchBehaviour;
};
export declare function isFinal({ type }: Effect): boolean;

// src/faults/fault-answer.ts
export interface FaultAnswer {
    readonly status: number;
    readonly retryAfter?: number;
    readonly reason?: string;
    readonly message?: string;
    readonly details?: StatusDetails;
    readonly text?: string;
    readonly contentType?: string;
}
export declare function statusOf({ status, reason, message, details, retryAfter }: FaultAnswer): Status;
export declare function respondWith(answer: FaultAnswer): ApiResponse;
export declare function tooManyRequestsText(retryAfter?: number): FaultAnswer;

// src/faults/fault-rules.ts
export declare class FaultRule implements Fault {
    #private;
    readonly effect: Effect;
    constructor(match: FaultMatch, effect: Effect, rules: Set<FaultRule>, spent: Set<FaultRule>);
    get strikes(): number;
    get active(): boolean;
    get removed(): AbortSignal;
    remove(): void;
    [Symbol.dispose](): void;
    hits(subject: FaultSubject, random: Random): boolean;
    hold(): () => void;
}
export declare class FaultRules {
    #private;
    constructor(random: Random);
    add(match: FaultMatch, effect: Effect): Fault;
    strike(subject: FaultSubject): readonly FaultRule[];
    clear(): void;
}

// src/faults/fault.ts
export interface FaultMatch {
    readonly verb?: string | readonly string[];
    readonly resource?: string | readonly string[];
    readonly subresource?: string;
    readonly namespace?: string;
    readonly name?: string;
    readonly user?: string;
    readonly view?: string;
    readonly path?: string | RegExp;
    readonly where?: (attributes: RequestAttributes) => boolean;
    readonly probability?: number;
    readonly skip?: number;
    readonly count?: number;
}
export interface Fault extends Disposable {
    readonly strikes: number;
    readonly active: boolean;
    remove(): void;
}
export interface FaultSubject extends RequestAttributes {
    readonly view: string;
}
export declare function fits(match: FaultMatch, subject: FaultSubject): boolean;

// src/faults/faults.ts
export interface FaultTarget {
    readonly rules: FaultRules;
    readonly lags: Set<LagFault>;
    readonly tokens: Tokens;
    lagsChanged(): void;
    endWatches(match: FaultMatch, end: BodyEnd): number;
    refuse(view: string | undefined): Refusal;
    report(error: unknown): void;
    compact(resource: string | undefined): void;
}
export declare class Faults {
    #private;
    constructor(target: FaultTarget);
    respond(match: FaultMatch, answer: FaultAnswer | number): Fault;
    tooManyRequests(match: FaultMatch, retryAfter?: number): Fault;
    conflict(match: FaultMatch): Fault;
    delay(match: FaultMatch, duration: Duration, point?: FaultPoint): Fault;
    drop(match: FaultMatch, point?: FaultPoint): Fault;
    hang(match: FaultMatch, point?: FaultPoint): Fault;
    truncate(match: FaultMatch, bytes: number): Fault;
    rewrite(match: FaultMatch, rewrite: (body: string) => string): Fault;
    watch(match: FaultMatch, behaviour: WatchBehaviour): Fault;
    endWatches(match?: FaultMatch, end?: BodyEnd): number;
    watchError(match?: FaultMatch, answer?: FaultAnswer): Fault;
    pauseEvents(scope?: LagScope): Fault;
    freeze(scope?: LagScope): Fault;
    lag(scope: LagScope, by: Duration): Fault;
    refuseConnections(view?: string): Fault;
    rejectTokens(which?: (token: string) => boolean): Fault;
    expireHistory(resource?: string): void;
    clear(): void;
}

// src/faults/faulty-body.ts
export type Pause = (delay: number) => Promise<void>;
export declare class FaultyBody implements AsyncIterableIterator<Uint8Array> {
    #private;
    constructor(source: AsyncIterable<Uint8Array>, behaviour: WatchBehaviour, pause: Pause);
    next(): Promise<IteratorResult<Uint8Array, undefined>>;
    return(): Promise<IteratorResult<Uint8Array, undefined>>;
    [Symbol.asyncIterator](): this;
}
export declare function rewritten(body: ApiResponse['body'], rewrite: (body: string) => string): Promise<ApiResponse['body']>;
export declare function errorFrame(answer: FaultAnswer): Uint8Array;
export declare function truncated(body: string | AsyncIterable<Uint8Array>, bytes: number): AsyncGenerator<Uint8Array>;

// src/faults/lag-fault.ts
export interface LagScope {
    readonly view?: string;
    readonly resource?: string;
}
export declare class LagFault implements Fault {
    #private;
    readonly by: number;
    readonly reads: boolean;
    constructor(scope: LagScope, by: number, reads: boolean, changed: () => void);
    get strikes(): number;
    get active(): boolean;
    remove(): void;
    [Symbol.dispose](): void;
    get view(): string | undefined;
    covers(view: string, resource: string): boolean;
    count(): void;
}

// src/faults/struck-request.ts
export declare class StruckRequest {
    #private;
    constructor(rules: readonly FaultRule[], clock: Clock, gone: AbortSignal, closing: AbortSignal);
    before(info: RequestInfo): Promise<ApiResponse | undefined>;
    after(response: ApiResponse): Promise<ApiResponse>;
}

// src/faults/switch.ts
export declare class Switch implements Fault {
    #private;
    constructor(count: () => number, release: () => void);
    get strikes(): number;
    get active(): boolean;
    remove(): void;
    [Symbol.dispose](): void;
}

// src/faults/view-cache.ts
export declare class ViewCache {
    #private;
    constructor(name: string, store: Store, clock: Clock, lags: ReadonlySet<LagFault>);
    collection(name: string): CachedCollection;
    changed(): void;
    stop(): void;
}

// src/impersonation.ts
export declare function impersonated(request: ApiRequest, sender: User, authorize: Authorizer | undefined): User;

// src/index.ts
export { ApiServer, type ServerView } from './api-server.ts';
export type { ApiServerOptions, RequestRecord, RestartOptions } from './api-server-options.ts';
export type { Authorizer, RequestAttributes } from './auth.ts';
export type { ControllerName } from './controllers/controller-name.ts';
export type { BodyEnd, FaultPoint, WatchBehaviour } from './faults/effect.ts';
export type { FaultAnswer } from './faults/fault-answer.ts';
export type { Fault, FaultMatch } from './faults/fault.ts';
export type { Faults } from './faults/faults.ts';
export type { LagScope } from './faults/lag-fault.ts';
export type { Kubeconfig, KubeconfigCluster, KubeconfigCredentials, KubeconfigOptions, KubeconfigUser, } from './kubeconfig.ts';
export type { Listening, ListenOptions } from './listening.ts';
export { AddressesExhaustedError } from './nodes/address-pool.ts';
export type { FakeNode } from './nodes/fake-node.ts';
export { defaultStages, type FakeNodes } from './nodes/fake-nodes.ts';
export type { FakeNodesOptions } from './nodes/fake-nodes-options.ts';
export type { NodeSpec } from './nodes/node-spec.ts';
export { InvalidStageError, type Stage, type StageContext, type StageDelay, type StageExpressionFrom, type StageMatchExpression, type StageNext, type StagePatch, type StageTemplate, } from './nodes/stage.ts';
export { DataDirectoryError, type DataDirectoryProblem } from './persistence/data-directory-error.ts';
export type { Certificate } from './rims/certificate-authority.ts';
export type { TlsOptions } from './rims/tls.ts';
export { InvalidSnapshotError, type CollectionSnapshot, type ServerSnapshot, type SnapshotEvent, } from './snapshot/snapshot.ts';
export type { ServiceAccountOptions } from './service-accounts/service-account-options.ts';
export type { SnapshotOptions } from './snapshot/take-snapshot.ts';
export type { Tokens } from './tokens.ts';
export type { Admit, AdmissionRequest, AdmissionResponse } from './verbs/admit.ts';
export type { LogRequest, Logs } from './verbs/log-request.ts';
export type { User } from './verbs/request.ts';

// src/instance.ts
export interface Instance {
    readonly backend: Backend;
    readonly views: Views;
    nodes(): FakeNodes;
    stop(): void;
}
export declare function startInstance(options: ApiServerOptions, failed: (error: unknown) => void, lags?: ReadonlySet<LagFault>, snapshot?: ServerSnapshot): Instance;

// src/kubeconfig-file.ts
export declare class ForeignFileError extends Error {
    readonly name = "ForeignFileError";
    readonly file: string;
    constructor(file: string);
}
export declare function writeKubeconfig(file: string, yaml: string): Promise<void>;

// src/kubeconfig.ts
export interface KubeconfigUser {
    readonly token?: string;
    readonly clientCertificate?: Certificate;
}
export interface KubeconfigOptions extends KubeconfigUser {
    readonly url: string;
    readonly certificateAuthority?: string | undefined;
}
export type KubeconfigCluster = {
    readonly server: string;
    readonly 'insecure-skip-tls-verify': true;
} | {
    readonly server: string;
    readonly 'certificate-authority-data': string;
};
export interface KubeconfigCredentials {
    readonly token?: string;
    readonly 'client-certificate-data'?: string;
    readonly 'client-key-data'?: string;
}
export interface Kubeconfig {
    readonly config: {
        readonly apiVersion: 'v1';
        readonly kind: 'Config';
        readonly clusters: readonly {
            readonly name: string;
            readonly cluster: KubeconfigCluster;
        }[];
        readonly users: readonly {
            readonly name: string;
            readonly user: KubeconfigCredentials;
        }[];
        readonly contexts: readonly {
            readonly name: string;
            readonly context: {
                readonly cluster: string;
                readonly user: string;
            };
        }[];
        readonly 'current-context': string;
    };
    readonly yaml: string;
}
export declare function kubeconfig({ url, token, clientCertificate, certificateAuthority, }: KubeconfigOptions): Kubeconfig;

// src/listening.ts
export interface ListenOptions {
    readonly port?: number;
    readonly tls?: boolean | TlsOptions;
}
export interface Listening {
    readonly url: string;
    readonly port: number;
    readonly certificateAuthority: string | undefined;
    clientCertificate(user: Pick<User, 'name' | 'groups'>): Promise<Certificate>;
    kubeconfig(user?: KubeconfigUser): Kubeconfig;
    close(): Promise<void>;
}

// src/nodes/address-pool.ts
export declare class AddressesExhaustedError extends Error {
    readonly name = "AddressesExhaustedError";
    readonly range: string;
    constructor(range: string);
}
export interface AddressRange {
    readonly first: number;
    readonly size: number;
}
export declare function addressRange(cidr: string): AddressRange | undefined;
export declare function cidrOf({ first, size }: AddressRange): string;
export declare class RangePool {
    #private;
    constructor(range: AddressRange);
    take(size: number): AddressRange;
    reserve(part: AddressRange): void;
    give(part: AddressRange): void;
}
export declare class AddressPool {
    #private;
    constructor(range: AddressRange);
    take(): string;
    reserve(address: string): void;
    give(address: string): void;
}

// src/nodes/compiled-stage.ts
export interface CompiledStage {
    readonly name: string;
    readonly next: StageNext;
    readonly immediateNextStage: boolean;
    matches(object: ApiObject): boolean;
    weight(object: ApiObject): number;
    delay(object: ApiObject, now: number, random: Random): number;
}
export declare function compileStage(stage: Stage): CompiledStage;

// src/nodes/conditions.ts
export interface NextCondition {
    readonly type: string;
    readonly status: 'True' | 'False' | 'Unknown';
    readonly reason?: string;
    readonly message?: string;
}
export declare function withConditions(status: JsonObject, next: readonly NextCondition[], now: string, more?: JsonObject): readonly JsonObject[];

// src/nodes/deadlines.ts
export declare class Deadlines {
    #private;
    constructor(clock: Clock, due: (key: string) => void);
    get size(): number;
    has(key: string): boolean;
    set(key: string, delay: number): void;
    delete(key: string): void;
    clear(): void;
}

// src/nodes/fake-node.ts
export interface FakeNodeControl {
    isRunning(name: string): boolean;
    start(name: string): void;
    stop(name: string): void;
    remove(name: string): void;
}
export declare class FakeNode {
    #private;
    readonly name: string;
    constructor(name: string, control: FakeNodeControl);
    get running(): boolean;
    start(): void;
    stop(): void;
    remove(): void;
}

// src/nodes/fake-nodes-options.ts
export interface FakeNodesOptions {
    readonly nodes?: number | readonly NodeSpec[] | undefined;
    readonly stages?: readonly Stage[] | undefined;
    readonly podRange?: string | undefined;
    readonly nodeRange?: string | undefined;
}
export declare function fakeNodesOptions(given?: number | readonly NodeSpec[] | FakeNodesOptions): FakeNodesOptions;
export declare function nodeSpecs(nodes?: number | readonly NodeSpec[]): readonly NodeSpec[];

// src/nodes/fake-nodes.ts
export declare const defaultStages: readonly Stage[];
export declare class FakeNodes {
    #private;
    constructor(backend: Backend, options: FakeNodesOptions, failed: (error: unknown) => void);
    get size(): number;
    add(spec: NodeSpec): FakeNode;
    get(name: string): FakeNode | undefined;
    [Symbol.iterator](): Generator<FakeNode>;
    stop(): void;
}

// src/nodes/heap.ts
export declare class Heap<T> {
    #private;
    constructor(before: (a: T, b: T) => boolean);
    get size(): number;
    peek(): T | undefined;
    push(item: T): void;
    pop(): T | undefined;
    keep(items: Iterable<T>): void;
}

// src/nodes/lifecycle.ts
export interface LifecycleWorld {
    isKept(resource: ServedResource, object: ApiObject): boolean;
    contextOf(object: ApiObject): StageContext;
}
export declare class Lifecycle {
    #private;
    constructor(backend: Backend, stages: readonly Stage[], world: LifecycleWorld, failed: (error: unknown) => void);
    stop(): void;
    has({ apiVersion, kind }: ServedResource): boolean;
    follow(resource: ServedResource, key: string, object: ApiObject | undefined): void;
}

// src/nodes/node-addresses.ts
export declare class NodeAddresses {
    #private;
    constructor({ podRange, nodeRange }: FakeNodesOptions);
    podCIDR(size: number, wanted?: string): string;
    know(name: string, node: ApiObject): void;
    forget(name: string): void;
    nodeIP(name: string): string;
    podsOf(name: string): AddressPool | undefined;
}

// src/nodes/node-lease.ts
export declare const renewInterval = 10000;
export declare function renewLease(backend: Backend, node: ApiObject): void;

// src/nodes/node-spec.ts
export interface NodeSpec {
    readonly name: string;
    readonly labels?: Readonly<Record<string, string>> | undefined;
    readonly annotations?: Readonly<Record<string, string>> | undefined;
    readonly taints?: readonly Taint[] | undefined;
    readonly capacity?: Readonly<Record<string, string>> | undefined;
    readonly allocatable?: Readonly<Record<string, string>> | undefined;
    readonly podCIDR?: string | undefined;
    readonly unschedulable?: boolean | undefined;
    readonly zone?: string | undefined;
    readonly providerID?: string | undefined;
}
export declare const fakeNodeAnnotation = "kwok.x-k8s.io/node";
export declare function nodeObject(spec: NodeSpec, podCIDR: string): JsonObject;
export declare function podRangeSize(pods: string | undefined): number;

// src/nodes/node-stages.ts
export declare const nodeStages: readonly Stage[];

// src/nodes/play-stage.ts
export declare function playStage(backend: Backend, resource: ServedResource, object: ApiObject, next: StageNext, contextOf: (object: ApiObject) => StageContext): void;

// src/nodes/pod-stages.ts
export declare const podStages: readonly Stage[];

// src/nodes/pod-status.ts
export interface ContainerNow {
    readonly container: JsonObject;
    readonly name: string;
    readonly was: JsonObject;
}
type Containers = 'containers' | 'initContainers';
export declare function containersOf({ object }: StageContext, list?: Containers): readonly ContainerNow[];
export declare function containerStatus({ container, name, was }: ContainerNow, next: {
    readonly state: JsonObject;
    readonly ready: boolean;
    readonly started?: boolean;
    readonly restarts?: number;
    readonly lastState?: JsonObject;
}): JsonObject;
export declare const waiting: (reason: string, message?: string) => JsonObject;
export declare const running: (startedAt: string) => JsonObject;
export declare function terminated(was: JsonObject, now: string, exitCode: number, reason: string, message?: string): JsonObject;
export declare const isSidecar: ({ container }: ContainerNow) => boolean;
export declare function podConditions({ object, now }: StageContext, { initialized, ready, sandbox, completed, }: {
    readonly initialized: boolean;
    readonly ready: boolean;
    readonly sandbox?: boolean;
    readonly completed?: boolean;
}): readonly JsonObject[];
export declare function placed(context: StageContext): JsonObject;

// src/nodes/pod-transitions.ts
export declare function created(context: StageContext): JsonObject;
export declare function initContainerMoved(context: StageContext): JsonObject;
export declare function becameReady(context: StageContext): JsonObject;
export declare function ended(context: StageContext, last: 'Succeeded' | 'Failed', exitCode: number, reason: string, message?: string): JsonObject;
export declare function crashed(context: StageContext): JsonObject;
export declare function restarted(context: StageContext): JsonObject;
export declare function timeToEnd({ metadata }: KubernetesObject): number;
export declare function restartDelay(pod: KubernetesObject): number;
export declare function failed(context: StageContext): JsonObject;

// src/nodes/pods-by-node.ts
export declare class PodsByNode {
    #private;
    set(key: string, pod: ApiObject, addresses: NodeAddresses): void;
    delete(key: string, pod: ApiObject | undefined, addresses: NodeAddresses): void;
    of(node: string): readonly string[];
    address(key: string, node: string, addresses: NodeAddresses): string;
}

// src/nodes/stage-path.ts
export type StagePath = (object: unknown) => readonly unknown[];
export declare function stagePath(text: string): StagePath;

// src/nodes/stage-template.ts
export declare function filled(template: StageTemplate, context: StageContext): unknown;

// src/nodes/stage.ts
export interface StageContext {
    readonly object: KubernetesObject & Readonly<Record<string, unknown>>;
    readonly now: string;
    readonly nodeIP: string;
    podIP(): string;
}
export type StageTemplate = Readonly<Record<string, unknown>> | readonly unknown[] | ((context: StageContext) => Readonly<Record<string, unknown>> | readonly unknown[]);
export interface StageMatchExpression {
    readonly key: string;
    readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
    readonly values?: readonly string[] | undefined;
}
export interface StageExpressionFrom {
    readonly expressionFrom: string;
}
export interface StageDelay {
    readonly durationMilliseconds?: number | undefined;
    readonly durationFrom?: StageExpressionFrom | ((object: KubernetesObject) => number | undefined) | undefined;
    readonly jitterDurationMilliseconds?: number | undefined;
    readonly jitterDurationFrom?: StageExpressionFrom | undefined;
}
export interface StagePatch {
    readonly subresource?: 'status' | '' | undefined;
    readonly root?: string | undefined;
    readonly template: StageTemplate;
    readonly type?: 'json' | 'merge' | 'strategic' | undefined;
}
export interface StageNext {
    readonly event?: {
        readonly type?: string;
        readonly reason?: string;
        readonly message?: string;
    } | undefined;
    readonly finalizers?: {
        readonly add?: readonly {
            readonly value: string;
        }[];
        readonly remove?: readonly {
            readonly value: string;
        }[];
        readonly empty?: boolean;
    } | undefined;
    readonly delete?: boolean | undefined;
    readonly statusTemplate?: StageTemplate | undefined;
    readonly patches?: readonly StagePatch[] | undefined;
}
export interface Stage {
    readonly apiVersion?: string | undefined;
    readonly kind?: 'Stage' | undefined;
    readonly metadata: {
        readonly name: string;
    };
    readonly spec: {
        readonly resourceRef: {
            readonly apiGroup?: string | undefined;
            readonly kind: string;
        };
        readonly selector?: {
            readonly matchLabels?: Readonly<Record<string, string>> | undefined;
            readonly matchAnnotations?: Readonly<Record<string, string>> | undefined;
            readonly matchExpressions?: readonly StageMatchExpression[] | undefined;
        } | undefined;
        readonly weight?: number | undefined;
        readonly weightFrom?: StageExpressionFrom | undefined;
        readonly delay?: StageDelay | undefined;
        readonly next: StageNext;
        readonly immediateNextStage?: boolean | undefined;
    };
}
export declare class InvalidStageError extends Error {
    readonly name = "InvalidStageError";
    readonly stage: string;
    constructor(stage: string, why: string);
}

// src/open-watches.ts
export declare class OpenWatches {
    #private;
    add(watch: WatchStream, subject: FaultSubject): void;
    end(match?: FaultMatch, end?: BodyEnd): number;
}

// src/openapi/document-source.ts
export interface OpenApiDocument {
    readonly openapi: string;
    readonly info: {
        readonly title: string;
        readonly version: string;
    };
    readonly paths: JsonObject;
    readonly components?: {
        readonly schemas: JsonObject;
    };
}
export type SchemasFor = (names: Iterable<string>) => JsonObject;
export interface DocumentSource {
    paths(): Iterable<string>;
    document(path: string, schemasFor: SchemasFor): OpenApiDocument | undefined;
}

// src/openapi/document.ts
export declare function versionDocument(registry: Registry, group: string, version: string): OpenApiDocument;
export declare function discoveryDocument(path: string): OpenApiDocument;

// src/openapi/documents.ts
export interface HashedDocument {
    readonly hash: string;
    readonly text: () => string;
}
export declare function documents(registry: Registry): ReadonlyMap<string, HashedDocument>;

// src/openapi/schemas.ts
export type Schema = JsonObject;
export declare const schemaNames: ReadonlyMap<string, string>;
export declare function schemasFor(names: Iterable<string>): Record<string, Schema>;
export declare function reference(name: string): Schema;

// src/persistence/data-directory-error.ts
export type DataDirectoryProblem = 'locked' | 'foreign' | 'damaged' | 'newer' | 'unusable' | 'full';
export declare class DataDirectoryError extends Error {
    readonly name = "DataDirectoryError";
    readonly directory: string;
    readonly problem: DataDirectoryProblem;
    constructor(directory: string, problem: DataDirectoryProblem, cause?: unknown);
    static from(error: unknown, directory: string): DataDirectoryError;
}

// src/persistence/database.ts
export declare function openDatabase(directory: string): DatabaseSync;

// src/persistence/durable.ts
export declare function durable(response: ApiResponse, persistence: Pick<Persistence, 'flushed'>): Promise<ApiResponse>;

// src/persistence/persistence.ts
export declare class Persistence {
    #private;
    constructor(directory: string, clock: Clock);
    load(): ServerSnapshot | undefined;
    attach(store: Store, holds: boolean): void;
    flushed(): Promise<void> | undefined;
    close(): void;
}

// src/rbac/binding-index.ts
export interface Binding {
    readonly name: string;
    readonly namespace: string;
    readonly roleKind: 'Role' | 'ClusterRole';
    readonly roleName: string;
}
export declare class BindingIndex {
    #private;
    set(key: string, object: ApiObject | undefined): void;
    of(user: User, namespace: string): Generator<readonly [Binding, subject: string]>;
}

// src/rbac/bootstrap-roles.ts
export declare function bootstrapRoles(backend: Backend): void;

// src/rbac/rbac-authorizer.ts
export interface RbacDecision {
    readonly allowed: boolean;
    readonly reason: string;
}
export declare class RbacAuthorizer {
    #private;
    constructor(store: Store);
    allows(attributes: RequestAttributes): boolean;
    decide(attributes: RequestAttributes): RbacDecision;
    rulesOf(user: User, namespace: string): readonly RbacRule[];
}

// src/rbac/rbac-rule.ts
export type Wanted = Pick<RequestAttributes, 'verb' | 'path' | 'isResource' | 'group' | 'resource' | 'subresource' | 'name'>;
export declare class RbacRule {
    #private;
    readonly verbs: readonly string[];
    readonly apiGroups: readonly string[];
    readonly resources: readonly string[];
    readonly resourceNames: readonly string[];
    readonly nonResourceURLs: readonly string[];
    constructor(rule: JsonObject);
    allows(wanted: Wanted): boolean;
}
export declare function rulesOf(role: JsonObject): readonly RbacRule[];

// src/rbac/role-aggregation.ts
export declare class RoleAggregation {
    #private;
    constructor(backend: Backend, failed: (error: unknown) => void);
    stop(): void;
}

// src/rbac/rules-review.ts
export declare function isRulesReview({ verb, group, resource, subresource }: RequestInfo): boolean;
export declare function reviewRules(backend: Backend, request: ApiRequest, info: RequestInfo, user: User): ApiResponse;

// src/registry/address-range.ts
export declare class AddressRange {
    #private;
    readonly text: string;
    readonly size: number;
    constructor(text: string);
    at(index: number): string;
    has(address: string): boolean;
}

// src/registry/age.ts
export declare function humanDuration(ms: number): string;
export declare function age(timestamp: unknown, now: number): string;

// src/registry/autoscaler-conversion.ts
export declare const autoscalerConversion: Conversion;

// src/registry/autoscaler-printer.ts
export declare function autoscalerCells(object: ApiObject, now: number): readonly unknown[];

// src/registry/budgets.ts
export declare function budgetsOf({ registry }: Backend): ServedResource;
export declare function budgetsFor(backend: Backend, pod: ApiObject): readonly ApiObject[];
export declare function selects(budget: ApiObject, { metadata }: ApiObject): boolean;
export declare function isReady(pod: ApiObject): boolean;
export declare function disruptionConditions(budget: ApiObject, allowed: number, now: string): readonly Record<string, unknown>[];

// src/registry/columns.ts
export interface Column {
    readonly name: string;
    readonly type: string;
    readonly format: string;
    readonly description: string;
    readonly priority: number;
}
export declare function columnsOf({ apiVersion, resource, storage }: ServedResource): readonly Column[];

// src/registry/defaults.ts
type Defaults = (object: JsonObject) => void;
export declare function defaultsOf(resource: string): Defaults | undefined;

// src/registry/event-conversion.ts
export declare const eventConversion: Conversion;

// src/registry/event-validation.ts
export declare function eventErrors({ metadata, involvedObject }: ApiObject): readonly FieldError[];
export declare function newEventErrors(event: ApiObject, before?: ApiObject): readonly FieldError[];

// src/registry/field-labels.ts
type FieldLabels = ReadonlyMap<string, (object: ApiObject) => string>;
export declare const fieldLabels: ReadonlyMap<string, FieldLabels>;
export declare const indexedFields: ReadonlyMap<string, FieldLabels>;

// src/registry/fill.ts
export declare function fill(target: JsonObject, values: JsonObject): void;
export declare function inside(target: JsonObject, key: string): JsonObject;

// src/registry/go-diff.ts
export declare function goDiff(type: string, before: unknown, after: unknown): string;

// src/registry/go-structs.ts
export interface GoField {
    readonly name: string;
    readonly json: string;
    readonly type: string;
}
export declare function goFields(type: string, value: Readonly<Record<string, unknown>>): readonly GoField[];

// src/registry/go-syntax.ts
export declare function goSyntax(type: string, value: unknown): string;
export declare function goMap(map: Readonly<Record<string, unknown>>): string;

// src/registry/immutability.ts
export declare function immutabilityErrors(resource: string, object: ApiObject, before: ApiObject | undefined): readonly FieldError[];

// src/registry/metadata-validation.ts
export declare function metadataErrors(metadata: ObjectMeta, strategy: Pick<Strategy, 'names' | 'freeFinalizers'>, before?: ObjectMeta): readonly FieldError[];
export declare function labels(field: string, map?: Readonly<Record<string, string>>): readonly FieldError[];

// src/registry/names.ts
export declare function invalidValue(field: string, value: unknown, why: string): FieldError;
export declare function required(field: string, why?: string): FieldError;
export declare function nameErrors(style: Strategy['names'], name: string, field?: string): readonly FieldError[];

// src/registry/network-printers.ts
export declare const networkPrinters: Printers;

// src/registry/pod-defaults.ts
export declare function podSpecDefaults(spec: JsonObject): void;
export declare function podTemplateDefaults(template: JsonObject): void;
export declare function copyLimitsToRequests(spec: JsonObject): void;
export declare function claimDefaults(claim: JsonObject): void;

// src/registry/pod-printer.ts
export declare function podCells(pod: ApiObject, now: number): readonly unknown[];
export declare function podConditions(pod: ApiObject): readonly JsonObject[] | undefined;

// src/registry/policy-printers.ts
export declare const policyPrinters: Printers;

// src/registry/prepare.ts
type Prepare = (object: ApiObject) => void;
export declare function prepareOf(resource: string): Prepare;

// src/registry/printer.ts
export type Printer = (object: ApiObject, now: number) => readonly unknown[];
export type Printers = readonly (readonly [storage: string, printer: Printer])[];
export declare function created(object: ApiObject, now: number): string;
export declare function objects(value: unknown): readonly JsonObject[];
export declare function strings(value: unknown): readonly string[];
export declare function optional(value: unknown, absent: string): string;
export declare function conditionStatus(object: JsonObject, wanted: string): string | undefined;
export declare function containerCells(podSpec: unknown): readonly [names: string, images: string];
export declare function shortened(all: readonly string[], absent: string): string;

// src/registry/printers.ts
export declare function hasPrinter(storage: string): boolean;
export declare function cellsOf({ storage }: {
    readonly storage: string;
}, object: ApiObject, now: number): readonly unknown[];

// src/registry/registry.ts
export declare class Registry {
    #private;
    readonly documentSources: Set<DocumentSource>;
    catchUp: () => void;
    constructor(resources?: Iterable<ServedResource>);
    add(resource: ServedResource): void;
    isBuiltIn(group: string, version: string): boolean;
    setCustom(resources: readonly ServedResource[]): void;
    get(group: string, version: string, resource: string): ServedResource | undefined;
    groups(): ReadonlyMap<string, readonly string[]>;
    all(): Iterable<ServedResource>;
    of(group: string, version: string): readonly ServedResource[];
}

// src/registry/resource.ts
export interface Subresource {
    readonly name: string;
    readonly group: string;
    readonly version: string;
    readonly kind: string;
    readonly verbs: readonly string[];
}
export interface Conversion {
    toStorage(object: ApiObject): ApiObject;
    fromStorage(object: ApiObject): ApiObject;
}
export interface ServedResource extends Named {
    readonly version: string;
    readonly apiVersion: string;
    readonly singular: string;
    readonly namespaced: boolean;
    readonly verbs: readonly string[];
    readonly shortNames: readonly string[];
    readonly categories: readonly string[];
    readonly storageVersionHash: string;
    readonly subresources: ReadonlyMap<string, Subresource>;
    readonly storage: string;
    readonly strategy: Strategy;
    readonly conversion: Conversion | undefined;
    readonly custom?: CustomKind | undefined;
}
export declare function keyOf({ namespaced }: ServedResource, namespace: string, name: string): string;

// src/registry/selector-text.ts
export declare function mapText(map: unknown): string;
export declare function selectorText(selector: unknown): string;

// src/registry/service-addresses.ts
export declare function addressed(allocator: ServiceAllocator, { storage }: ServedResource, service: ApiObject, before?: ApiObject): {
    readonly object: ApiObject;
    readonly errors: readonly FieldError[];
};

// src/registry/service-allocator.ts
export declare class ServiceAllocator {
    #private;
    readonly range: AddressRange;
    constructor(store: Store, random: Random, range?: string);
    isTaken(address: string): boolean;
    isPortTaken(port: number): boolean;
    address(): string | undefined;
    port(others: ReadonlySet<number>): number | undefined;
}

// src/registry/storage-printers.ts
export declare const storagePrinters: Printers;

// src/registry/strategies.ts
export declare function strategyOf(group: string, resource: string): Strategy;

// src/registry/strategy.ts
export interface Strategy {
    readonly generation: 'none' | 'spec' | 'spec-or-annotations' | 'content' | 'once';
    readonly status: 'none' | 'split' | 'kept-on-create';
    readonly createOnUpdate: boolean;
    readonly versionRequired: boolean;
    readonly returnsDeleted: boolean;
    readonly names: 'subdomain' | 'label' | 'label-1035' | 'path';
    readonly freeFinalizers?: boolean;
    readonly selectable: ReadonlyMap<string, (object: ApiObject) => string>;
    readonly unselectable: (field: string) => string;
    readonly defaults: ((object: JsonObject) => void) | undefined;
    readonly prepare: (object: ApiObject) => void;
    readonly prepareUpdate?: (object: ApiObject, before: ApiObject) => void;
    readonly unknownFields?: (value: JsonObject) => readonly string[];
    readonly warnings?: (object: JsonObject) => readonly string[];
    readonly validate: (object: ApiObject, before?: ApiObject) => readonly FieldError[];
}

// src/registry/validation.ts
type Validate = Strategy['validate'];
export declare function validationOf(resource: string): Validate;

// src/registry/workload-printers.ts
export declare const workloadPrinters: Printers;

// src/request-handler.ts
export declare const bodyLimit: number;
export interface HandlerContext {
    readonly instance: () => Instance;
    readonly version: string;
    readonly tokens: Tokens;
    readonly faults: FaultRules;
    readonly watches: OpenWatches;
    readonly closing: AbortSignal;
    readonly durable: (response: ApiResponse) => Promise<ApiResponse> | ApiResponse;
    readonly record: () => ((record: RequestRecord) => void) | undefined;
}
export declare class RequestHandler {
    #private;
    constructor(context: HandlerContext);
    handle(request: ApiRequest, view: string): Promise<ApiResponse>;
}

// src/rims/certificate-authority.ts
export interface Certificate {
    readonly certificate: string;
    readonly key: string;
}
export declare class CertificateAuthority {
    #private;
    constructor(own: Certificate);
    static create(name: string): Promise<CertificateAuthority>;
    get certificate(): string;
    forLoopback(): Promise<Certificate>;
    forUser({ name, groups }: Pick<User, 'name' | 'groups'>): Promise<Certificate>;
}

// src/rims/cut-slow-reader.ts
export declare function cutSlowReader(response: ServerResponse, body: Exclude<ApiResponse['body'], string>): void;

// src/rims/fair-turns.ts
export declare class FairTurns {
    #private;
    constructor(clock: Clock);
    next(): Promise<void> | undefined;
}

// src/rims/first-request.ts
export declare function expectFirstRequest(server: Server, secure: boolean, clock: Clock): void;

// src/rims/http-exchange.ts
export type Handler = (request: ApiRequest) => Promise<ApiResponse>;
export declare function exchange(request: IncomingMessage, response: ServerResponse, handle: Handler, bodyLimit: number, clock: Clock): Promise<void>;

// src/rims/http-server.ts
type Report = (error: unknown, request?: IncomingMessage) => void;
export interface HttpServerOptions {
    readonly handle: Handler;
    readonly bodyLimit: number;
    readonly clock: Clock;
    readonly report: Report;
    readonly tls?: Tls | undefined;
}
export declare class HttpServer {
    #private;
    constructor(options: HttpServerOptions);
    get port(): number;
    get url(): string;
    listen(port: number): Promise<void>;
    disconnect(): void;
    suspend(): void;
    resume(): Promise<void>;
    close(): Promise<void>;
}

// src/rims/in-process-transport.ts
type Handler = (request: ApiRequest) => Promise<ApiResponse>;
export declare class InProcessTransport implements Transport {
    #private;
    constructor(handle: Handler, connection: () => AbortSignal);
    request(request: TransportRequest): Promise<TransportResponse>;
    close(): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}

// src/rims/read-body.ts
export declare function readBody(request: IncomingMessage, limit: number, clock: Clock): Promise<Uint8Array>;

// src/rims/rims.ts
export interface RimsContext {
    readonly handle: (request: ApiRequest, view: string) => Promise<ApiResponse>;
    readonly bodyLimit: number;
    readonly clock: Clock;
    readonly closing: AbortSignal;
    readonly report: (error: unknown, request?: IncomingMessage) => void;
}
export interface Refusal {
    count(): number;
    release(): Promise<void>;
}
export declare class Rims {
    #private;
    constructor(context: RimsContext);
    transport(view: string): Transport;
    listen(view: string, { port, tls: asked }: ListenOptions): Promise<Listening>;
    disconnect(): void;
    refuse(view: string | undefined): Refusal;
    close(): Promise<void>;
}

// src/rims/tls.ts
export interface TlsOptions {
    readonly certificate?: Certificate & {
        readonly certificateAuthority: string;
    };
    readonly clientCertificates?: boolean | string;
}
export interface Tls {
    readonly options: ServerOptions;
    readonly certificateAuthority: string;
    readonly clients: CertificateAuthority | undefined;
}
export declare function prepareTls(given: true | TlsOptions): Promise<Tls>;
export declare function identityOf(socket: TLSSocket): ClientIdentity | undefined;

// src/scheduler/cluster-state.ts
export declare class ClusterState {
    #private;
    get nodes(): readonly NodeInfo[];
    hasBelow(priority: number): boolean;
    setNode(name: string, node: ApiObject | undefined): boolean;
    setPod(key: string, pod: ApiObject | undefined): boolean;
}

// src/scheduler/fit-error.ts
export declare class FitError {
    #private;
    add({ reasons, resolvable }: Misfit): void;
    get resolvable(): boolean;
    text(preemption?: string): string;
    noVictims(): string;
}

// src/scheduler/node-info.ts
export interface PlacedPod {
    readonly key: string;
    readonly priority: number;
    readonly requests: PodRequests;
}
export interface Misfit {
    readonly reasons: readonly string[];
    readonly resolvable: boolean;
}
export declare class NodeInfo {
    #private;
    readonly name: string;
    readonly pods: Map<string, PlacedPod>;
    constructor(name: string);
    get exists(): boolean;
    get labels(): Readonly<Record<string, string>>;
    set(node: ApiObject | undefined): boolean;
    place(pod: PlacedPod): void;
    remove(key: string): void;
    misfit({ requests, fits, tolerations }: PodWish, without?: readonly PlacedPod[]): Misfit | undefined;
    score({ requests, liking, tolerations }: PodWish): number;
}

// src/scheduler/node-selection.ts
export type NodeTest = (node: {
    readonly name: string;
    readonly labels: Readonly<Record<string, string>>;
}) => boolean;
export declare function requiredNodes(spec: JsonObject): NodeTest | undefined;
export declare function preferredNodes(spec: JsonObject): (node: Parameters<NodeTest>[0]) => number;

// src/scheduler/pod-wish.ts
export interface PodWish {
    readonly signature: string;
    readonly requests: PodRequests;
    readonly fits: NodeTest | undefined;
    readonly liking: ((node: Parameters<NodeTest>[0]) => number) | undefined;
    readonly tolerations: readonly Toleration[];
}
export declare function podWish(pod: ApiObject): PodWish;
export declare function isWaiting(pod: ApiObject): boolean;
export declare function priorityOf(pod: ApiObject): number;

// src/scheduler/pod-writes.ts
export declare class PodWrites {
    #private;
    constructor(backend: Backend, pods: ServedResource);
    bind(pod: ApiObject, node: string): void;
    unschedulable(pod: ApiObject, message: string, nominated: string | undefined): void;
    forget(key: string): void;
    preempt(victimKey: string, preemptor: ApiObject, node: string): void;
}

// src/scheduler/preemption.ts
export interface Candidate {
    readonly node: NodeInfo;
    readonly victims: readonly PlacedPod[];
}
export declare function findCandidate(wish: PodWish, priority: number, nodes: Iterable<NodeInfo>): Candidate | undefined;

// src/scheduler/quantity.ts
export declare function milliValue(quantity: unknown): number;

// src/scheduler/resources.ts
export type Amounts = ReadonlyMap<string, number>;
export interface PodRequests {
    readonly amounts: Amounts;
    readonly cpu: number;
    readonly memory: number;
}
export declare function amountsOf(list: unknown): Amounts;
export declare function podRequests(spec: JsonObject): PodRequests;
export declare function add(total: Map<string, number>, amounts: Amounts, sign?: number): void;

// src/scheduler/scheduler.ts
export declare class Scheduler {
    #private;
    constructor(backend: Backend, failed: (error: unknown) => void);
    stop(): void;
}

// src/scheduler/scheduling-queue.ts
export interface QueuedPod {
    readonly key: string;
    readonly uid: string;
    readonly priority: number;
}
export declare class SchedulingQueue {
    #private;
    constructor(clock: Clock, ready: () => void);
    get generation(): number;
    get size(): number;
    has(key: string): boolean;
    add(pod: QueuedPod): void;
    pop(): QueuedPod | undefined;
    park(pod: QueuedPod, generation: number): void;
    delete(key: string): void;
    moved(): void;
    stop(): void;
}

// src/service-accounts/account-admission.ts
export declare function admitAccount(backend: Backend, pods: ServedResource, pod: ApiObject, namespace: string): void;

// src/service-accounts/issuer-discovery.ts
export declare function issuerDiscovery(accounts: ServiceAccounts, path: string, headers: Readonly<Record<string, string>>): ApiResponse | undefined;

// src/service-accounts/service-account-controller.ts
interface Wanted {
    readonly resource: 'serviceaccounts' | 'configmaps';
    readonly name: string;
    readonly value: () => JsonObject;
    readonly mended: (object: ApiObject) => ApiObject | undefined;
}
export declare function defaultAccounts(backend: Backend, failed: (error: unknown) => void): NamespaceContent;
export declare function rootCaPublisher(backend: Backend, failed: (error: unknown) => void): NamespaceContent;
export declare class NamespaceContent {
    #private;
    constructor(backend: Backend, wanted: Wanted, failed: (error: unknown) => void);
    stop(): void;
}

// src/service-accounts/service-account-options.ts
export interface ServiceAccountOptions {
    readonly issuer?: string | undefined;
    readonly audience?: string | undefined;
    readonly algorithm?: 'HS256' | 'RS256' | 'ES256' | undefined;
    readonly key?: KeyObject | undefined;
    readonly rootCa?: string | undefined;
}

// src/service-accounts/service-accounts.ts
export interface BoundObject {
    readonly kind: 'Pod' | 'Node' | 'Secret';
    readonly name: string;
    readonly uid: string;
}
export interface KnownToken {
    readonly user: User;
    readonly audiences: readonly string[];
}
export declare function serviceAccountsOf(options: {
    readonly serviceAccounts?: boolean | ServiceAccountOptions;
}, store: Store): ServiceAccounts;
export declare class ServiceAccounts {
    #private;
    readonly admits: boolean;
    readonly issuer: string;
    readonly audience: string;
    readonly rootCa: string;
    readonly algorithm: NonNullable<ServiceAccountOptions['algorithm']>;
    constructor(store: Store, { issuer, audience, rootCa, algorithm }: ServiceAccountOptions, key: () => SigningKey, admits: boolean);
    publicKeys(): readonly JsonWebKey[];
    token(account: ApiObject, { audiences, now, expires, id, bound, }: {
        readonly audiences: readonly string[];
        readonly now: number;
        readonly expires: number;
        readonly id: string;
        readonly bound?: BoundObject | undefined;
    }): string;
    claims(token: string): boolean;
    know(token: string, now: number, audiences?: readonly string[]): KnownToken | undefined;
}

// src/service-accounts/signing-key.ts
type Algorithm = NonNullable<ServiceAccountOptions['algorithm']>;
export declare class SigningKey {
    #private;
    readonly algorithm: Algorithm;
    constructor(algorithm: Algorithm, key: KeyObject | undefined);
    sign(text: string): Buffer;
    publicKeys(): readonly JsonWebKey[];
    verifies(text: string, signature: Buffer): boolean;
}

// src/service-accounts/token-request.ts
export declare function requestToken(call: Call): ApiResponse;

// src/service-accounts/token-review.ts
export declare function isTokenReview({ verb, group, resource, subresource }: RequestInfo): boolean;
export declare function reviewToken(backend: Backend, tokens: Tokens, request: ApiRequest, info: RequestInfo): ApiResponse;

// src/snapshot/load-snapshot.ts
export declare function loadSnapshot(store: Store, snapshot: ServerSnapshot): void;
export declare function checkSnapshot(given: unknown): asserts given is ServerSnapshot;

// src/snapshot/snapshot.ts
export interface SnapshotEvent {
    readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
    readonly revision: number;
    readonly key: string;
    readonly object: ApiObject;
}
export interface CollectionSnapshot {
    readonly name: string;
    readonly objects: readonly (readonly [key: string, object: ApiObject])[];
    readonly history?: {
        readonly floor: number;
        readonly events: readonly SnapshotEvent[];
    };
}
export interface ServerSnapshot {
    readonly format: 'rxkube-api-server/1';
    readonly revision: number;
    readonly collections: readonly CollectionSnapshot[];
}
export declare class InvalidSnapshotError extends Error {
    readonly name = "InvalidSnapshotError";
    constructor(why: string);
}

// src/snapshot/take-snapshot.ts
export interface SnapshotOptions {
    readonly history?: boolean;
}
export declare function takeSnapshot(store: Store, { history }?: SnapshotOptions): ServerSnapshot;

// src/status.ts
export interface FieldError {
    readonly field: string;
    readonly reason: 'FieldValueRequired' | 'FieldValueInvalid' | 'FieldValueNotSupported' | 'FieldValueDuplicate' | 'FieldValueForbidden' | 'FieldValueTooLong' | 'FieldValueTooMany' | 'FieldValueTypeInvalid';
    readonly message: string;
}
export interface Named {
    readonly group: string;
    readonly resource: string;
    readonly kind: string;
}
export declare class StatusError extends Error {
    readonly name = "StatusError";
    readonly status: Status;
    readonly code: number;
    readonly headers: Readonly<Record<string, string>>;
    constructor(code: number, reason: string, message: string, details?: StatusDetails, continueToken?: string);
}
export declare function badRequest(message: string): StatusError;
export declare function unauthorized(): StatusError;
export declare function forbidden(of: Named, name: string, why: string, causes?: StatusDetails['causes']): StatusError;
export declare function notFound(of: Named, name: string, subresource?: string): StatusError;
export declare function resourceNotFound(): StatusError;
export declare function methodNotAllowed(): StatusError;
export declare const servedTypes = "application/json, application/yaml, application/vnd.kubernetes.protobuf";
export declare function notAcceptable(message?: string): StatusError;
export declare function noRepresentation(types: string): StatusError;
export declare function unsupportedMediaType(message: string, details?: StatusDetails): StatusError;
export declare function alreadyExists(of: Named, name: string, before?: string, after?: string): StatusError;
export declare function conflict(of: Named, name: string, why?: string, as?: string): StatusError;
export declare function expired(message: string, continueToken?: string): StatusError;
export declare function tooLarge(limit: number): StatusError;
export declare function tooManyRequests(message: string, causes: StatusDetails['causes'], retryAfterSeconds?: number): StatusError;
export declare function invalid(of: Pick<Named, 'group' | 'kind'>, name: string, errors: readonly FieldError[]): StatusError;
export declare function invalidOptions(kind: string, errors: readonly FieldError[]): StatusError;
export declare function tooLargeResourceVersion(asked: string, current: number): StatusError;
export declare function notImplemented(what: string): StatusError;
export declare function internalError(error: unknown): StatusError;
export declare function rawError(message: string): StatusError;

// src/store/collection.ts
export declare class CompactedError extends Error {
    readonly name = "CompactedError";
    readonly asked: number;
    readonly floor: number;
    constructor(asked: number, floor: number);
}
export interface SharedByCollections {
    readonly revisions: Revisions;
    readonly interner: Interner;
    readonly historySize: number;
}
export declare class Collection {
    #private;
    constructor(shared: SharedByCollections, floor: number);
    get size(): number;
    get floor(): number;
    get(key: string): ApiObject | undefined;
    set(key: string, object: ApiObject): ApiObject;
    delete(key: string): ApiObject | undefined;
    load(key: string, loaded: ApiObject): void;
    replay(write: Pick<StoreEvent, 'type' | 'revision' | 'key' | 'object'>): void;
    list(prefix?: string): PrefixSnapshot;
    one(key: string): Snapshot;
    withValue(prefix: string, { field, is }: NonNullable<Scope['value']>): Snapshot | undefined;
    listAt(revision: number, prefix?: string): Snapshot;
    since(revision: number): readonly StoreEvent[];
    compact(revision?: number): void;
    subscribe(scope: Scope, listener: Listener): () => void;
    addIndex(field: string, read: (object: ApiObject) => string): void;
}

// src/store/field-index.ts
export declare class FieldIndex {
    #private;
    constructor(read: (object: ApiObject) => string);
    apply(key: string, before: ApiObject | undefined, after: ApiObject | undefined): void;
    keys(value: string): ReadonlySet<string>;
}

// src/store/history.ts
export interface StoreEvent {
    readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
    readonly revision: number;
    readonly key: string;
    readonly object: ApiObject;
    readonly previous: ApiObject | undefined;
    readonly frames: Map<string, Uint8Array>;
}
export declare class History {
    #private;
    constructor(capacity: number, floor: number);
    get floor(): number;
    add(event: StoreEvent): void;
    compact(revision: number): void;
    after(revision: number): readonly StoreEvent[];
}

// src/store/interner.ts
export declare class Interner {
    #private;
    constructor(capacity?: number);
    intern(object: ApiObject): ApiObject;
}

// src/store/listeners.ts
export type Listener = (event: StoreEvent) => void;
export interface Scope {
    readonly prefix: string;
    readonly value?: {
        readonly field: string;
        readonly read: (object: ApiObject) => string;
        readonly is: string;
    };
}
export declare class Listeners {
    #private;
    add({ prefix, value }: Scope, listener: Listener): () => void;
    tell(event: StoreEvent): void;
}

// src/store/ordered-objects.ts
interface Chunk {
    readonly keys: string[];
    readonly objects: ApiObject[];
    readonly epoch: number;
}
export declare class OrderedObjects {
    #private;
    get size(): number;
    set(key: string, object: ApiObject): void;
    delete(key: string): void;
    snapshot(): FrozenObjects;
}
export declare class FrozenObjects {
    #private;
    constructor(chunks: readonly Chunk[]);
    get(key: string): ApiObject | undefined;
    entries(from: string, to: string): Generator<readonly [string, ApiObject]>;
    rank(key: string): number;
}
export declare function lowerBound(keys: readonly string[], key: string): number;

// src/store/revisions.ts
export declare class Revisions {
    #private;
    constructor(clock: Clock, interval: number);
    get current(): number;
    next(): number;
    resume(revision: number): void;
    compacted(): number;
}

// src/store/snapshot.ts
export interface Snapshot {
    readonly revision: number;
    readonly keys: readonly string[];
    readonly get: (key: string) => ApiObject | undefined;
    entries(after?: string): Iterable<readonly [string, ApiObject]>;
    countAfter(key: string): number;
}
export declare class PrefixSnapshot implements Snapshot {
    #private;
    readonly revision: number;
    readonly get: (key: string) => ApiObject | undefined;
    constructor(objects: FrozenObjects, revision: number, prefix: string);
    get keys(): readonly string[];
    entries(after?: string): Iterable<readonly [string, ApiObject]>;
    countAfter(key: string): number;
}
export declare class FewSnapshot implements Snapshot {
    #private;
    readonly revision: number;
    readonly get: (key: string) => ApiObject | undefined;
    constructor(entries: readonly (readonly [string, ApiObject])[], revision: number);
    get keys(): readonly string[];
    entries(after?: string): Iterable<readonly [string, ApiObject]>;
    countAfter(key: string): number;
}
export declare class PastSnapshot implements Snapshot {
    #private;
    readonly revision: number;
    readonly get: (key: string) => ApiObject | undefined;
    constructor(newest: PrefixSnapshot, revision: number, events: readonly StoreEvent[], prefix: string);
    get keys(): readonly string[];
    entries(after?: string): Iterable<readonly [string, ApiObject]>;
    countAfter(key: string): number;
}
export declare function byCode(a: string, b: string): number;

// src/store/store.ts
type StoreListener = (collection: string, event: StoreEvent) => void;
export interface StoreOptions {
    readonly historySize: number;
    readonly clock?: Clock;
    readonly compactionInterval?: number;
    readonly indices?: ReadonlyMap<string, ReadonlyMap<string, (object: ApiObject) => string>>;
}
export declare class Store {
    #private;
    constructor({ historySize, clock, compactionInterval, indices }: StoreOptions);
    get revision(): number;
    collection(name: string): Collection;
    collections(): ReadonlyMap<string, Collection>;
    resume(revision: number, floors?: ReadonlyMap<string, number>): void;
    subscribe(listener: StoreListener): () => void;
    compact(name?: string): void;
}

// src/tokens.ts
export declare class Tokens {
    #private;
    constructor(users?: ReadonlyMap<string, User>);
    get checked(): boolean;
    get(token: string): User | undefined;
    rejects(token: string): boolean;
    set(token: string, user: User): this;
    delete(token: string): boolean;
    clear(): void;
    reject(which: (token: string) => boolean): () => void;
}

// src/verbs/access-reviews.ts
export declare function isAccessReview({ verb, group, resource, subresource }: RequestInfo): boolean;
export declare function reviewAccess(backend: Backend, resource: ServedResource, request: ApiRequest, info: RequestInfo, user: User, authorize: Authorizer | undefined): ApiResponse;

// src/verbs/admission-hook.ts
export declare function hookOnCreate(call: Call, dryRun: boolean): ((object: ApiObject) => ApiObject) | undefined;
export declare function hookOnUpdate(call: Call, before: ApiObject, after: ApiObject, part: Part, dryRun: boolean): ApiObject;
export declare function hookOnDelete(call: Call, object: ApiObject, dryRun: boolean): void;
export declare function hookOnSubresource(call: Call, resource: ServedResource, object: ApiObject, dryRun: boolean): void;
export declare function hookOnConnect(call: Call): void;

// src/verbs/admission.ts
export declare function admitCreate(backend: Backend, resource: ServedResource, object: ApiObject): void;
export declare function admitUpdate(resource: ServedResource, object: ApiObject, before: ApiObject): void;

// src/verbs/admit.ts
export interface AdmissionRequest {
    readonly operation: 'CREATE' | 'UPDATE' | 'DELETE' | 'CONNECT';
    readonly user: User;
    readonly group: string;
    readonly version: string;
    readonly resource: string;
    readonly kind: string;
    readonly subresource: string;
    readonly namespace: string;
    readonly name: string;
    readonly dryRun: boolean;
    readonly object: KubernetesObject | undefined;
    readonly oldObject: KubernetesObject | undefined;
}
export interface AdmissionResponse {
    readonly allowed?: boolean | undefined;
    readonly status?: {
        readonly code?: number | undefined;
        readonly reason?: string | undefined;
        readonly message?: string | undefined;
    } | undefined;
    readonly object?: KubernetesObject | undefined;
    readonly warnings?: readonly string[] | undefined;
}
export type Admit = (request: AdmissionRequest) => AdmissionResponse | undefined;

// src/verbs/authorize-creation.ts
export declare function authorizeCreation(backend: Backend, resource: ServedResource, request: ApiRequest, info: RequestInfo, user: User): void;

// src/verbs/binding.ts
export declare function bindPod(call: Call): ApiResponse;
export declare function assigned(pod: ApiObject, nodeName: string, annotations: Readonly<Record<string, string>> | undefined, lastTransitionTime: string): ApiObject;

// src/verbs/body.ts
export interface Decoded {
    readonly object: ApiObject;
    readonly warnings: readonly string[];
}
export declare function mediaType(request: ApiRequest): string;
export declare function decodeBody(request: ApiRequest, resource: ServedResource, options: WriteOptions): Decoded;
export declare function fromProtobuf(body: Uint8Array, apiVersion: string, kind: string): {
    readonly apiVersion: string;
    readonly kind: string;
    readonly value: JsonObject;
};
export declare function jsonObject(text: string, kind: string): JsonObject;
export declare function decodeObject(resource: ServedResource, value: JsonObject, options: WriteOptions, duplicates: readonly string[]): Decoded;
export declare function settled(resource: ServedResource, object: ApiObject): ApiObject;

// src/verbs/call.ts
export interface Call {
    readonly backend: Backend;
    readonly request: ApiRequest;
    readonly info: RequestInfo;
    readonly resource: ServedResource;
    readonly user: User;
    readonly warnings: string[];
}
export declare function read({ backend, resource, info }: Call): ApiObject | undefined;
export declare function existing(call: Call): ApiObject;
export declare function show(call: Call, object: ApiObject, status?: number, warnings?: readonly string[]): ApiResponse;
export declare function createFor(call: Call, object: ApiObject, dryRun: boolean): ApiObject;
export declare function commit(call: Call, before: ApiObject, given: ApiObject, part: Part, dryRun: boolean, managedFields?: ManagedFieldsEntry[]): ApiObject;
export declare function checkName(url: string, name: string): void;
export declare function checkNamespace({ info, resource }: Call, { metadata }: ApiObject): void;
export declare function uidMismatch(resource: ServedResource, { metadata }: ApiObject, asked: string): string;
export declare function checkVersion({ resource, info }: Call, before: ApiObject, version: string, put: boolean): void;

// src/verbs/component-statuses.ts
export declare function componentStatuses(call: Call): ApiResponse;

// src/verbs/connect.ts
export declare function connect(call: Call): ApiResponse;
export declare function nodeOf({ backend, resource }: Call, pod: ApiObject): string;
export declare function containerNames(pod: ApiObject): readonly string[];

// src/verbs/continue-token.ts
export interface Continuation {
    readonly revision: number;
    readonly after: string;
}
export declare function continueToken({ revision, after }: Continuation): string;
export declare function parseContinueToken(text: string): Continuation;

// src/verbs/delete-options.ts
export interface DeleteOptions {
    readonly gracePeriodSeconds: number | undefined;
    readonly propagationPolicy: 'Foreground' | 'Background' | 'Orphan' | undefined;
    readonly dryRun: boolean;
    readonly preconditions: {
        readonly uid?: string;
        readonly resourceVersion?: string;
    };
    readonly asynchronous: boolean;
}
export declare function deleteOptions(request: ApiRequest, query: URLSearchParams): DeleteOptions;
export declare function readDeleteOptions(body: JsonObject, query: URLSearchParams): DeleteOptions;

// src/verbs/deleter.ts
export declare const plain: DeleteOptions;
export interface Deletion {
    readonly object: ApiObject;
    readonly gone: boolean;
}
export declare function deleteObject(backend: Backend, resource: ServedResource, object: ApiObject, options?: DeleteOptions): Deletion;

// src/verbs/discovery.ts
export declare function discovery(registry: Registry, path: string, headers: Readonly<Record<string, string>>): ApiResponse | undefined;

// src/verbs/disruption-budget.ts
export declare function allowDisruption(backend: Backend, pod: ApiObject, dryRun: boolean): void;

// src/verbs/encode.ts
export declare function encodeObject(resource: ServedResource, object: ApiObject): string;
export declare function encodeItem({ conversion, custom }: ServedResource, object: ApiObject): string;
export declare function encodeMetadata({ metadata }: ApiObject, version?: string): string;
export declare function utf8(text: string): Uint8Array;

// src/verbs/ephemeral-containers.ts
export declare function ephemeralContainers(call: Call, verb: string): ApiResponse;

// src/verbs/eviction.ts
export declare function evict(call: Call): ApiResponse;

// src/verbs/field-selector.ts
export interface FieldSelector {
    readonly matches: (object: ApiObject) => boolean;
    readonly name: string | undefined;
    readonly value: Scope['value'] | undefined;
    readonly namespace: string | undefined;
}
export declare function fieldSelector(text: string, resource: ServedResource): FieldSelector;

// src/verbs/frame-queue.ts
export declare class FrameQueue {
    #private;
    get length(): number;
    get bytes(): number;
    push(frame: Uint8Array): void;
    take(size: number): Uint8Array;
    clear(): void;
}

// src/verbs/grace.ts
export declare function graceOf(pod: ApiObject, asked: number | undefined): number;
export declare function shortened({ metadata }: ApiObject, grace: number | undefined): number | undefined;

// src/verbs/json-patch.ts
export declare class JsonPatchError extends Error {
    readonly name = "JsonPatchError";
}
export declare function applyJsonPatch(target: unknown, operations: readonly unknown[]): unknown;

// src/verbs/label-selector.ts
type Labels = Readonly<Record<string, string>>;
type LabelMatch = (labels: Labels) => boolean;
export interface LabelSelector {
    readonly matches: LabelMatch;
    readonly equal: {
        readonly key: string;
        readonly value: string;
    } | undefined;
}
export declare function labelSelector(text: string): LabelSelector;

// src/verbs/list.ts
export interface Page {
    readonly metadata: ListMeta;
    readonly objects: Iterable<ApiObject | undefined>;
}
export declare function listPage(backend: Backend, resource: ServedResource, options: ListOptions, selection: Selection, signal: AbortSignal): Promise<Page>;

// src/verbs/log-request.ts
export interface LogRequest {
    readonly namespace: string;
    readonly pod: string;
    readonly container: string;
    readonly object: KubernetesObject;
    readonly follow: boolean;
    readonly previous: boolean;
    readonly timestamps: boolean;
    readonly sinceSeconds: number | undefined;
    readonly sinceTime: string | undefined;
    readonly tailLines: number | undefined;
    readonly limitBytes: number | undefined;
    readonly signal: AbortSignal;
}
export type Logs = (request: LogRequest) => string | Iterable<string> | AsyncIterable<string | Uint8Array>;

// src/verbs/merge-patch.ts
export declare function applyMergePatch(target: unknown, patch: unknown): unknown;

// src/verbs/metrics.ts
export declare function metrics({ store }: Backend, path: string): ApiResponse | undefined;

// src/verbs/namespaces.ts
export declare const systemNamespaces: readonly ['default', 'kube-system', 'kube-public', 'kube-node-lease'];
export declare function namespacesOf({ registry }: Backend): ServedResource;
export declare function requireNamespace(backend: Backend, resource: ServedResource, namespace: string, name: string): void;
export declare function requireMortal(backend: Backend, name: string): void;
export declare function terminating(backend: Backend, namespace: ApiObject): ApiObject;

// src/verbs/negotiate.ts
export interface View {
    readonly as: 'object' | 'table' | 'metadata';
    readonly version: 'v1' | 'v1beta1';
}
interface Clause {
    readonly type: string;
    readonly parameters: ReadonlyMap<string, string>;
    readonly quality: number;
}
export declare function acceptClauses(accept: string | undefined): readonly Clause[];
export declare function mediaOf(accept: string | undefined): 'json' | 'yaml' | 'protobuf';
export declare function requireServed(accept: string | undefined): void;
export declare function negotiate(accept: string | undefined, shape: 'object' | 'list' | 'watch', kind: string): View;
export declare function requirePlain(accept: string | undefined): void;
export declare function wantsPretty(query: URLSearchParams, agent?: string): boolean;

// src/verbs/non-resource.ts
export declare function handleNonResource(backend: Backend, version: string, { method, path, query, headers, }: {
    readonly method: string;
    readonly path: string;
    readonly query: URLSearchParams;
    readonly headers: Readonly<Record<string, string>>;
}): Promise<ApiResponse>;

// src/verbs/openapi-v2.ts
export declare function openapiV2(path: string, accept: string | undefined): ApiResponse | undefined;

// src/verbs/openapi.ts
export declare function openapi({ registry, clock }: Backend, path: string, query: URLSearchParams, headers: Readonly<Record<string, string>>): Promise<ApiResponse | undefined>;

// src/verbs/options.ts
export declare function integer(query: URLSearchParams, name: string): number | undefined;
export declare function revisionOf(text: string | null | undefined, prefix?: boolean): number | undefined;
export interface ListOptions {
    readonly limit: number;
    readonly continueToken: string;
    readonly revision: number | undefined;
    readonly resourceVersion: string;
    readonly match: string;
    readonly labelSelector: string;
    readonly fieldSelector: string;
    readonly timeoutSeconds: number | undefined;
    readonly allowWatchBookmarks: boolean;
    readonly sendInitialEvents: boolean | undefined;
}
export declare function listOptions(query: URLSearchParams, watch: boolean): ListOptions;
export interface WriteOptions {
    readonly dryRun: boolean;
    readonly fieldValidation: 'Strict' | 'Warn' | 'Ignore';
}
export declare function writeOptions(query: URLSearchParams, kind: string): WriteOptions;

// src/verbs/patch.ts
export declare function patched(request: ApiRequest, resource: ServedResource, before: ApiObject, options: WriteOptions): Decoded;

// src/verbs/path-segments.ts
export declare function checkSegments({ path, name, subresource }: RequestInfo): void;

// src/verbs/pod-log.ts
export declare function podLog(call: Call): ApiResponse;

// src/verbs/preconditions.ts
export declare function checkPreconditions(resource: ServedResource, { metadata }: ApiObject, { preconditions }: DeleteOptions): void;

// src/verbs/propagation.ts
export declare const foregroundDeletion = "foregroundDeletion";
export declare const orphanDependents = "orphan";
export declare function finalizersFor({ storage }: ServedResource, finalizers: readonly string[], { propagationPolicy }: DeleteOptions): readonly string[];
export declare function deletionWarnings({ storage }: ServedResource, { propagationPolicy }: DeleteOptions): readonly string[];

// src/verbs/represent.ts
type Headers = Readonly<Record<string, string>>;
export declare function represented(response: ApiResponse, headers: Headers): ApiResponse;
export declare function compressed(response: ApiResponse, headers: Headers): ApiResponse;

// src/verbs/request.ts
export interface ApiRequest {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly repeated?: ReadonlyMap<string, readonly string[]>;
    readonly client?: ClientIdentity;
    readonly body: Uint8Array;
    readonly signal: AbortSignal;
}
export interface ApiResponse {
    readonly status: number;
    readonly headers: Readonly<Record<string, string | readonly string[]>>;
    readonly body: string | AsyncIterable<Uint8Array>;
}
export interface User {
    readonly name: string;
    readonly groups: readonly string[];
    readonly uid?: string;
    readonly extra?: ReadonlyMap<string, readonly string[]>;
}
export type ClientIdentity = User | 'untrusted';
export interface RequestInfo {
    readonly verb: string;
    readonly path: string;
    readonly query: URLSearchParams;
    readonly isResource: boolean;
    readonly group: string;
    readonly version: string;
    readonly resource: string;
    readonly namespace: string;
    readonly name: string;
    readonly subresource: string;
}
export declare function flag(query: URLSearchParams, name: string): boolean;
export declare function requestInfo(method: string, target: string): RequestInfo;

// src/verbs/resource-handler.ts
export declare function handleResource(backend: Backend, request: ApiRequest, info: RequestInfo, user: User): Promise<ApiResponse>;

// src/verbs/respond.ts
export declare function jsonResponse(body: string, status?: number, headers?: ApiResponse['headers']): ApiResponse;
export declare function textResponse(body: string, status?: number): ApiResponse;
export declare function statusResponse(error: StatusError): ApiResponse;
export declare function warningHeaders(warnings: readonly string[]): ApiResponse['headers'];
export declare function prettified(response: ApiResponse): ApiResponse;
export declare function listBody<T>(clock: Clock, head: string, items: Iterable<T | undefined>, encode: (item: T) => string, tail: string): Promise<string | AsyncIterable<Uint8Array>>;

// src/verbs/scale.ts
export declare function scale(call: Call, verb: string): ApiResponse;

// src/verbs/selection.ts
export interface Selection {
    readonly prefix: string;
    readonly single: boolean;
    readonly value: Scope['value'] | undefined;
    readonly matches: (object: ApiObject) => boolean;
    readonly selective: boolean;
}
export declare function selectionOf(resource: ServedResource, namespace: string, selectors: {
    readonly labelSelector: string;
    readonly fieldSelector: string;
}, legacyName?: string): Selection;
export declare function newest(collection: CacheOf, { prefix, single, value }: Selection): Snapshot;
export declare function selectedOf(snapshot: Snapshot, { matches }: Selection, after?: string): Generator<ApiObject | undefined>;

// src/verbs/strategic-merge-errors.ts
export declare function goText(value: unknown): string;
export declare function noMergeKey(item: JsonObject, key: string): StatusError;
export declare function unknownDirective(directive: unknown, map: JsonObject): StatusError;
export declare function badDirective(of: 'retainKeys' | 'setElementOrder list' | 'primitive list'): StatusError;
export declare function notAList(value: unknown): StatusError;
export declare function mixedList(...lists: readonly (readonly unknown[])[]): StatusError;
export declare function orderMismatch(patch: readonly unknown[], order: readonly unknown[]): StatusError;

// src/verbs/strategic-merge-lists.ts
type Merge = (item: JsonObject, change: JsonObject) => JsonObject;
export declare function mergeLists(original: readonly unknown[], patch: readonly unknown[], key: string, merge: Merge): readonly unknown[];
export declare function deleteFromList(list: readonly unknown[], gone: readonly unknown[]): readonly unknown[];
export declare function orderBy(items: readonly unknown[], order: readonly unknown[], live: readonly unknown[], key: string): readonly unknown[];
export declare function requireOrder(patch: readonly unknown[], order: readonly unknown[], key: string): void;

// src/verbs/strategic-merge.ts
export declare function applyStrategicMerge(target: JsonObject, patch: JsonObject, message: Message): JsonObject;

// src/verbs/table.ts
export declare class TableView {
    #private;
    constructor(resource: ServedResource, query: URLSearchParams, view: View, now: () => number);
    get form(): string;
    head(metadata: unknown, columns?: boolean): string;
    row(object: ApiObject): string;
    single(object: ApiObject, columns?: boolean): string;
}

// src/verbs/wait-for-revision.ts
export declare function waitForRevision({ store, clock }: {
    readonly store: {
        readonly revision: number;
    };
    readonly clock: Clock;
}, revision: number, asked: string, signal: AbortSignal): Promise<void>;
export declare function waitForCache(backend: Backend, resource: ServedResource, revision: number, asked: string, signal: AbortSignal): Promise<void>;

// src/verbs/watch-frames.ts
export declare class WatchFrames {
    #private;
    constructor(resource: ServedResource, view: View, table: TableView | undefined);
    event(event: StoreEvent, matches: (object: ApiObject) => boolean): Uint8Array | undefined;
    added(object: ApiObject): Uint8Array;
    bookmark(revision: number, initialEventsEnd?: boolean): Uint8Array;
}

// src/verbs/watch-stream.ts
export type Initial = Iterable<Uint8Array | undefined>;
export interface WatchLimits {
    readonly clock: Clock;
    readonly watchBufferSize: number;
    readonly watchBufferBytes: number;
}
export declare class WatchStream implements AsyncIterableIterator<Uint8Array> {
    #private;
    constructor(initial: Initial, limits: WatchLimits);
    get ended(): boolean;
    get overflowed(): boolean;
    onEnd(listener: () => void): void;
    push(frame: Uint8Array): void;
    fail(error: Error): void;
    end(): void;
    next(): Promise<IteratorResult<Uint8Array, undefined>>;
    return(): Promise<IteratorResult<Uint8Array, undefined>>;
    [Symbol.asyncIterator](): this;
}

// src/verbs/watch.ts
export declare function openWatch(backend: Backend, resource: ServedResource, options: ListOptions, selection: Selection, frames: WatchFrames, signal: AbortSignal): Promise<WatchStream>;

// src/verbs/writer.ts
export declare function createObject(backend: Backend, resource: ServedResource, namespace: string, given: ApiObject, dryRun?: boolean, managers?: (given: ApiObject) => ManagedFieldsEntry[], hook?: (object: ApiObject) => ApiObject): ApiObject;
export type Part = 'main' | 'status' | 'finalize';
export declare function merged(resource: ServedResource, before: ApiObject, given: ApiObject, part: Part): ApiObject;
export declare function commitUpdate(backend: Backend, resource: ServedResource, before: ApiObject, given: ApiObject, dryRun: boolean): ApiObject;
export declare function isFinished(object: ApiObject): boolean;

// src/views.ts
export declare const defaultView = "default";
export declare class Views {
    #private;
    constructor(backend: Backend, lags: ReadonlySet<LagFault>);
    backend(name: string): Backend;
    open(name: string): {
        readonly backend: Backend;
        readonly cache: ViewCache;
    };
    names(): readonly string[];
    restart(): void;
    changed(): void;
    stop(): void;
}
