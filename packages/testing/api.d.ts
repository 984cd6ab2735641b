// src/cache-monitor.ts
export declare class CacheMonitor {
    #private;
    constructor(log: ViolationLog, states: ServerStates);
    snapshot(objects: ReadonlyMap<string, KubernetesObject>): void;
    epoch(): void;
    index(name: string, answered: readonly KubernetesObject[], filtered: readonly KubernetesObject[]): void;
    synced(hasSynced: boolean, objects: ReadonlyMap<string, KubernetesObject>): void;
    seal(object: KubernetesObject): void;
    transformed(received: number, calls: number): void;
    quiet(objects: ReadonlyMap<string, KubernetesObject>, expected: ReadonlyMap<string, KubernetesObject>): void;
}

// src/contracts/contract-object.ts
export interface ContractObject extends KubernetesObject {
    metadata: {
        name: string;
        namespace: string;
        resourceVersion: string;
        labels?: Record<string, string>;
    };
    spec?: {
        readonly node: string;
    };
}
export declare function contractObject(name: string, version: number, rest?: Partial<ContractObject>): ContractObject;
export declare const keyOf: (object: ContractObject | DeletedFinalStateUnknown<ContractObject>) => string;
export declare const labelOf: ({ metadata }: ContractObject) => string;

// src/contracts/contract-queue.ts
export type ContractDelta = {
    readonly type: 'Added' | 'Updated' | 'Replaced' | 'Sync';
    readonly object: ContractObject;
} | {
    readonly type: 'Deleted';
    readonly object: ContractObject | DeletedFinalStateUnknown<ContractObject>;
} | {
    readonly type: 'ReplacedAll';
    readonly resourceVersion: string;
    readonly objects: ReadonlyMap<string, ContractObject>;
} | {
    readonly type: 'SyncAll';
} | {
    readonly type: 'Bookmark';
    readonly resourceVersion: string;
};
export type ContractProcess = (deltas: readonly ContractDelta[], isInInitialList: boolean) => void | Promise<void>;
export interface ContractQueue {
    add(object: ContractObject): void;
    update(object: ContractObject): void;
    delete(object: ContractObject | DeletedFinalStateUnknown<ContractObject>): void;
    replace(objects: ReadonlyMap<string, ContractObject> | Iterable<ContractObject>, resourceVersion: string): void;
    resync(): void;
    pop(process: ContractProcess, options?: {
        readonly signal?: AbortSignal;
    }): Promise<void>;
    popBatch(batch: ContractProcess, single: ContractProcess, options?: {
        readonly signal?: AbortSignal;
    }): Promise<void>;
    hasSynced(): boolean;
    readonly synced: Promise<void>;
    close(): void;
    readonly size: number;
    ready(): Promise<void> | undefined;
}
export declare class ContractCache {
    #private;
    listKeys(): string[];
    getByKey(key: string): ContractObject | undefined;
    get labels(): string[];
    apply(deltas: readonly ContractDelta[]): void;
}

// src/contracts/passes-lister-watcher.ts
export interface ContractCollection {
    readonly source: ListerWatcher;
    readonly create: (name: string) => unknown;
    readonly update: (name: string) => unknown;
    readonly remove: (name: string) => unknown;
    readonly close?: () => unknown;
}
export declare function passesListerWatcher(test: TestRegistrar, name: string, make: () => ContractCollection | Promise<ContractCollection>): void;

// src/contracts/passes-queue.ts
export declare function passesQueue(test: TestRegistrar, name: string, make: (cache: ContractCache) => ContractQueue): void;

// src/contracts/passes-store.ts
export interface ContractStore {
    add(object: ContractObject): unknown;
    update(object: ContractObject): unknown;
    delete(object: ContractObject | DeletedFinalStateUnknown<ContractObject>): unknown;
    get(object: ContractObject): Cached<ContractObject> | undefined;
    getByKey(key: string): Cached<ContractObject> | undefined;
    list(selector?: string): readonly Cached<ContractObject>[];
    listKeys(): readonly string[];
    replace(objects: Map<string, ContractObject> | Iterable<ContractObject>, resourceVersion: string): void;
    resync(): void;
}
export declare function passesStore(test: TestRegistrar, name: string, make: () => ContractStore): void;

// src/contracts/passes-transport.ts
export interface ContractServer {
    readonly transport: Transport;
    readonly list: string;
    readonly watch: string;
    readonly missing: string;
    readonly close?: () => unknown;
}
export declare function passesTransport(test: TestRegistrar, name: string, make: () => ContractServer | Promise<ContractServer>): void;

// src/contracts/test-registrar.ts
export type TestRegistrar = (name: string, body: () => Promise<void>) => unknown;

// src/env/effect.ts
export interface ProcessEffect {
    readonly process: string;
    readonly number: number;
    readonly at: number;
    readonly method: string;
    readonly path: string;
    readonly watch: boolean;
    status?: number;
}
export type KillPoint = 'before' | 'after';

// src/env/informer-journal.ts
export interface JournaledInformer<T> {
    addEventHandler(handler: {
        added(object: Cached<T>): void;
        updated(before: Cached<T>, object: Cached<T>): void;
        deleted(object: Cached<T>): void;
    }): unknown;
}
export declare class JournalError extends Error {
    readonly name = "JournalError";
    readonly key: string;
    constructor(key: string, what: string);
}
export declare class InformerJournal<T extends KubernetesObject> {
    #private;
    constructor(informer: JournaledInformer<T>);
    get told(): number;
    verify(): void;
    verifyHolds(objects: Iterable<KubernetesObject>): void;
}

// src/env/process-clock.ts
export interface ClockErrors {
    readonly skew?: number | undefined;
    readonly rate?: number | undefined;
}
export declare class ProcessClock implements Clock {
    #private;
    constructor(base: Clock, { skew, rate }?: ClockErrors);
    now(): number;
    monotonic(): number;
    setTimer(delay: number, fire: () => void): Timer;
    yield(): Promise<void>;
    jump(milliseconds: number): void;
    freeze(): void;
    thaw(): void;
    die(): void;
    awake(): Promise<void>;
}

// src/env/process-transport.ts
export interface ProcessWorld {
    readonly clock: Clock;
    readonly random: Random;
    readonly latency: number;
    awake(): Promise<void>;
    leaving(request: TransportRequest): ProcessEffect;
    answered(effect: ProcessEffect, status: number): boolean;
    readonly dead: AbortSignal;
}
export declare class ProcessTransport implements Transport {
    #private;
    constructor(inner: Transport, world: ProcessWorld);
    request(request: TransportRequest): Promise<TransportResponse>;
    close(): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}

// src/env/test-env.ts
export interface TestEnvOptions {
    readonly seed?: number | undefined;
    readonly start?: Date | string | number | undefined;
    readonly server?: Omit<ApiServerOptions, 'clock' | 'random'> | undefined;
}
export declare class ProcessFailedError extends AggregateError {
    readonly name = "ProcessFailedError";
    constructor(failures: ReadonlyMap<string, unknown>);
}
export declare class TestEnv implements AsyncDisposable {
    #private;
    readonly seed: number;
    readonly clock: TestClock;
    readonly random: Random;
    readonly server: ApiServer;
    readonly client: Client;
    readonly audit: ProcessEffect[];
    constructor({ seed, start, server }?: TestEnvOptions);
    get faults(): Faults;
    get processes(): ReadonlyMap<string, TestProcess>;
    start(name: string, main: ProcessMain, options?: ProcessOptions): TestProcess;
    advance(duration: Duration): Promise<void>;
    settle(): Promise<void>;
    runUntilIdle(options?: RunUntilIdleOptions): Promise<void>;
    verify(): void;
    stop(): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}

// src/env/test-process.ts
export interface ProcessContext {
    readonly name: string;
    readonly client: Client;
    readonly transport: Transport;
    readonly clock: Clock;
    readonly random: Random;
    readonly signal: AbortSignal;
}
export type ProcessMain = (context: ProcessContext) => void | Promise<void>;
export interface ProcessOptions extends ClockErrors {
    readonly latency?: number | undefined;
    readonly qps?: number | undefined;
}
export interface ProcessParts {
    readonly name: string;
    readonly main: ProcessMain;
    readonly options: ProcessOptions;
    readonly clock: Clock;
    readonly seed: number;
    readonly transport: Transport;
    readonly onEffect: (effect: ProcessEffect) => void;
    readonly onFailure: (error: unknown) => void;
}
export declare class TestProcess {
    #private;
    readonly name: string;
    readonly effects: ProcessEffect[];
    readonly clock: ProcessClock;
    constructor(parts: ProcessParts);
    get running(): boolean;
    kill(): void;
    killAt(effect: number, point: KillPoint): void;
    loseAnswerAt(effect: number): void;
    stop(): Promise<void>;
    freeze(): void;
    thaw(): void;
}

// src/exchange.ts
export interface RecordedRequest {
    readonly method: string;
    readonly path: string;
    readonly query: ReadonlyMap<string, string>;
    readonly headerNames: readonly string[];
    readonly watch: boolean;
    readonly socket: number;
    readonly hasHeader: (name: string, value: string) => boolean;
}
export interface WriteOptions {
    readonly chunk?: number | undefined;
}
export declare class Exchange {
    #private;
    readonly request: RecordedRequest;
    constructor(request: RecordedRequest, message: IncomingMessage, response: ServerResponse, chunk?: number);
    get closed(): Promise<void>;
    get isOpen(): boolean;
    head(status: number, headers?: Readonly<Record<string, string>>): void;
    write(data: string | Uint8Array, { chunk }?: WriteOptions): Promise<void>;
    end(): void;
    cut(): void;
    reset(): void;
    answer(status: number, body: unknown, { headers, gzip }?: {
        headers?: Readonly<Record<string, string>>;
        gzip?: boolean;
    }): Promise<void>;
}
export type Reply = (exchange: Exchange) => void | Promise<void>;

// src/handler-monitor.ts
export type HandlerEvent = {
    readonly type: 'added';
    readonly key: string;
    readonly object: KubernetesObject;
    readonly initial: boolean;
} | {
    readonly type: 'updated';
    readonly key: string;
    readonly before: KubernetesObject;
    readonly object: KubernetesObject;
    readonly sync: boolean;
    readonly replaced: boolean;
} | {
    readonly type: 'deleted';
    readonly key: string;
    readonly object: KubernetesObject | undefined;
    readonly finalStateUnknown: boolean;
};
export interface HandlerView {
    readonly get: (key: string) => KubernetesObject | undefined;
    readonly selects?: (object: KubernetesObject) => boolean;
    readonly seesAll?: boolean;
}
export declare class HandlerMonitor {
    #private;
    constructor(name: string, log: ViolationLog, states: ServerStates, view: HandlerView);
    get known(): ReadonlyMap<string, KubernetesObject>;
    stop(): void;
    observe(event: HandlerEvent): void;
    duringInitial(hasSynced: boolean): void;
    quiet(): void;
}

// src/index.ts
export { Exchange, type RecordedRequest, type Reply, type WriteOptions } from './exchange.ts';
export { script, type ScriptKind, scriptObject, scriptStatus, type ScriptStep, ScriptSyntaxError, type WatchEnd, type WatchStep, } from './notation.ts';
export { type RawReply, RawServer } from './raw-server.ts';
export { replies } from './replies.ts';
export { type RequestMatch, ScriptedServer, type ScriptedServerOptions, ScriptNotFollowedError, } from './scripted-server.ts';
export { CacheMonitor } from './cache-monitor.ts';
export { type HandlerEvent, HandlerMonitor, type HandlerView } from './handler-monitor.ts';
export { InvariantMonitor } from './invariant-monitor.ts';
export { type InvariantId, invariants, InvariantViolation } from './invariant-violation.ts';
export { type ObservedRequest, type RequestBudget, RequestMonitor } from './request-monitor.ts';
export type { ServerWrite } from './server-states.ts';
export { ObservedSource, type SourceObserver } from './observed-source.ts';
export { NeverTrueError, until } from './until.ts';
export { seededRandom, TestClock, type TestClockOptions } from '@rxkube/clock';
export { FakeControllerSource, type FakeControllerSourceOptions, faults, statuses, } from '@rxkube/client/testing';
export { type ContractObject } from './contracts/contract-object.ts';
export { ContractCache, type ContractDelta, type ContractProcess, type ContractQueue, } from './contracts/contract-queue.ts';
export { type ContractCollection, passesListerWatcher } from './contracts/passes-lister-watcher.ts';
export { passesQueue } from './contracts/passes-queue.ts';
export { type ContractStore, passesStore } from './contracts/passes-store.ts';
export { type ContractServer, passesTransport } from './contracts/passes-transport.ts';
export type { TestRegistrar } from './contracts/test-registrar.ts';
export { assertConverged, assertHolds, assertSynced, type Listing, type Syncing, } from './matchers/assertions.ts';
export { type Matcher, matcherOf, matchers } from './matchers/matchers.ts';
export { recordWatch, type RecordingSink, type RecordWatchOptions } from './recording/record-watch.ts';
export { RecordingSyntaxError } from './recording/recorded-line.ts';
export { replay, type Replay, ReplayMismatchError, type ReplayOptions } from './recording/replay.ts';
export { sieve, type SieveController, type SieveFinding, type SieveOptions, type SieveReport, type SieveWorld, } from './sieve/sieve.ts';
export { clusterOutcome } from './sieve/cluster-outcome.ts';
export type { ClusterPlan } from './sieve/cluster-plan.ts';
export { sieveCluster, type ClusterFinding, type SieveClusterOptions, type SieveClusterReport, } from './sieve/sieve-cluster.ts';
export type { SievePlan } from './sieve/sieve-plan.ts';
export { SieveCrashError, type SieveWriter } from './sieve/sieve-writer.ts';
export type { KillPoint, ProcessEffect } from './env/effect.ts';
export { InformerJournal, type JournaledInformer, JournalError } from './env/informer-journal.ts';
export { type ClockErrors, ProcessClock } from './env/process-clock.ts';
export { ProcessFailedError, TestEnv, type TestEnvOptions } from './env/test-env.ts';
export { type ProcessContext, type ProcessMain, type ProcessOptions, TestProcess, } from './env/test-process.ts';
export { faultNames } from './simulate/fault-vocabulary.ts';
export { UnknownMoveError } from './simulate/run-steps.ts';
export type { Scenario, ScenarioProcess } from './simulate/scenario.ts';
export { replaySteps, simulate, type SimulateOptions, type SimulationReport } from './simulate/simulate.ts';
export { SimulationFailedError } from './simulate/simulation-failed-error.ts';
export type { FaultName, SimulationStep } from './simulate/step.ts';
export { accessText, type Access, type PathAccess, type ResourceAccess } from './observed-rbac/access.ts';
export { accessesOf, type AnsweredRequest } from './observed-rbac/accesses-of.ts';
export { compareRbac, type RbacComparison, rbacReport, type TooWide } from './observed-rbac/compare-rbac.ts';
export { type ObservableServer, observeAccess, type ObserveAccessOptions, ObservedAccess, } from './observed-rbac/observed-access.ts';
export type { PolicyRule } from './observed-rbac/policy-rules.ts';
export { type RbacManifests, rbacManifests, type RbacManifestsOptions, } from './observed-rbac/rbac-manifests.ts';

// src/invariant-monitor.ts
export declare class InvariantMonitor {
    #private;
    readonly cache: CacheMonitor;
    readonly requests: RequestMonitor;
    constructor({ budget }?: {
        readonly budget?: RequestBudget;
    });
    get violations(): readonly InvariantViolation[];
    get checked(): ReadonlyMap<InvariantId, number>;
    get server(): ReadonlyMap<string, KubernetesObject>;
    wrote(write: ServerWrite): void;
    handler(name: string, view: HandlerView): HandlerMonitor;
    quiet(objects: ReadonlyMap<string, KubernetesObject>): void;
    stop(): void;
    verify(): void;
}

// src/invariant-violation.ts
export declare const invariants: {
    readonly I1: 'what the cache holds of a key is some state that the server had';
    readonly I2: 'per key and uid the cached version never decreases, unless a consistent list came between';
    readonly I3: 'a handler is told (added updated* deleted)* of each key, and each `before` is the last `object`';
    readonly I4: 'a handler that was told of a key that is gone was told of its deletion, once';
    readonly I5: 'no handler is told of an object that is not selected';
    readonly I6: 'the cache is at least as new as what a handler is told';
    readonly I7: 'an index answers what a filter over the store answers';
    readonly I8: 'a list of the cache is one state of the collection';
    readonly I9: 'synced once, and only after the first complete list was applied';
    readonly I10: 'a request carries the last applied version or "", and "0" before there is one';
    readonly I11: 'nothing happens after a stop';
    readonly I12: 'after heal and quiet the cache is what the server has';
    readonly I13: 'a single fault is followed by progress within its time';
    readonly I14: 'no list without a reason while the version is inside the history';
    readonly I15: 'requests are bounded in every failure mode';
    readonly I16: 'buffered bytes and backlogs are bounded';
    readonly I17: 'a resync tells only of keys that are in the store';
    readonly I18: 'the transform is called once for each object received, and identity stays';
    readonly I19: 'an object is the same at its end as when it was handed out';
};
export type InvariantId = keyof typeof invariants;
export declare class InvariantViolation extends Error {
    readonly name = "InvariantViolation";
    readonly id: InvariantId;
    readonly key: string;
    readonly history: readonly string[];
    constructor(id: InvariantId, key: string, what: string, history?: readonly string[]);
}

// src/matchers/assertions.ts
export interface Syncing {
    hasSynced(): boolean;
    readonly status?: {
        readonly lastError?: Error | undefined;
    };
}
export interface Listing {
    list(): readonly (KubernetesObject | Cached<KubernetesObject>)[];
}
export declare function assertSynced(syncing: Syncing): void;
export declare function assertHolds(cache: Listing, expected: readonly string[]): void;
export declare function assertConverged(cache: Listing, server: Listing): void;

// src/matchers/matchers.ts
export type Matcher<Received, Expected extends readonly unknown[]> = (received: Received, ...expected: Expected) => {
    readonly pass: boolean;
    readonly message: () => string;
};
export declare function matcherOf<Received, Expected extends readonly unknown[]>(assertion: (received: Received, ...expected: Expected) => void): Matcher<Received, Expected>;
export declare const matchers: {
    readonly toSatisfySynced: Matcher<import("./assertions.ts").Syncing, []>;
    readonly toSatisfyHolds: Matcher<import("./assertions.ts").Listing, [expected: readonly string[]]>;
    readonly toSatisfyConverged: Matcher<import("./assertions.ts").Listing, [server: import("./assertions.ts").Listing]>;
};

// src/notation.ts
export type WatchStep = {
    readonly type: 'event';
    readonly event: {
        readonly type: string;
        readonly object: unknown;
    };
}
 | {
    readonly type: 'raw';
    readonly text: string;
};
export type WatchEnd = 'hang' | 'eof' | 'rst' | 'cut';
interface Refusal {
    readonly code: number;
    readonly retryAfter?: number;
}
export type ScriptStep = {
    readonly verb: 'list';
    readonly asked?: string;
    readonly refusal?: Refusal;
    readonly resourceVersion: string;
    readonly items: readonly KubernetesObject[];
    readonly continue?: string;
} | {
    readonly verb: 'watch' | 'watchlist';
    readonly asked?: string;
    readonly refusal?: Refusal;
    readonly steps: readonly WatchStep[];
    readonly end: WatchEnd;
};
export declare class ScriptSyntaxError extends Error {
    readonly name = "ScriptSyntaxError";
    readonly token: string;
    constructor(token: string, text: string);
}
export interface ScriptKind {
    readonly apiVersion: string;
    readonly kind: string;
    readonly namespace?: string;
}
export declare const scriptKind: ScriptKind;
export declare function scriptObject(text: string, kind?: ScriptKind): KubernetesObject;
export declare function scriptStatus(code: number, retryAfter?: number): Status;
export declare function script(text: string, kind?: ScriptKind): ScriptStep[];
export declare function watchEvent(token: string, text?: string, kind?: ScriptKind): WatchStep;

// src/observed-rbac/access.ts
export interface ResourceAccess {
    readonly type: 'resource';
    readonly verb: string;
    readonly apiGroup: string;
    readonly resource: string;
    readonly namespace: string;
    readonly name: string;
}
export interface PathAccess {
    readonly type: 'path';
    readonly verb: string;
    readonly path: string;
}
export type Access = ResourceAccess | PathAccess;
export declare function accessText(access: Access): string;
export declare function accessKey(access: Access): string;

// src/observed-rbac/accesses-of.ts
export interface AnsweredRequest {
    readonly method: string;
    readonly path: string;
    readonly status?: number | undefined;
}
export declare function accessesOf({ method, path: target, status }: AnsweredRequest): readonly Access[];

// src/observed-rbac/compare-rbac.ts
export interface TooWide {
    readonly role: string;
    readonly rule: number;
    readonly what: string;
    readonly instead: readonly string[];
}
export interface RbacComparison {
    readonly missing: readonly Access[];
    readonly tooWide: readonly TooWide[];
}
export declare function compareRbac(roles: readonly {
    readonly metadata: object;
    readonly rules?: unknown;
}[], observed: Iterable<Access>): RbacComparison;
export declare function rbacReport({ missing, tooWide }: RbacComparison): string;

// src/observed-rbac/observed-access.ts
export declare class ObservedAccess implements Iterable<Access> {
    #private;
    static from(requests: Iterable<AnsweredRequest>): ObservedAccess;
    add(request: AnsweredRequest): void;
    get size(): number;
    [Symbol.iterator](): Iterator<Access>;
}
export interface ObserveAccessOptions {
    readonly user?: string | undefined;
    readonly where?: ((request: RequestRecord) => boolean) | undefined;
}
export interface ObservableServer {
    requests(listener: (request: RequestRecord) => void): () => void;
}
export declare function observeAccess(server: ObservableServer, { user, where }?: ObserveAccessOptions): ObservedAccess & Disposable;

// src/observed-rbac/policy-rules.ts
export interface PolicyRule {
    readonly apiGroups?: string[];
    readonly resources?: string[];
    readonly verbs: string[];
    readonly resourceNames?: string[];
    readonly nonResourceURLs?: string[];
}
export declare function policyRules(accesses: readonly ResourceAccess[], names: boolean): readonly PolicyRule[];
export declare function pathRules(accesses: readonly PathAccess[]): readonly PolicyRule[];

// src/observed-rbac/rbac-manifests.ts
export interface RbacManifestsOptions {
    readonly name: string;
    readonly serviceAccount?: {
        readonly name: string;
        readonly namespace: string;
    } | undefined;
    readonly namespaces?: 'roles' | 'cluster' | undefined;
    readonly resourceNames?: boolean | undefined;
    readonly fallback?: boolean | undefined;
}
export interface RbacManifests {
    readonly clusterRole: ClusterRole | undefined;
    readonly roles: readonly Role[];
    readonly bindings: readonly (ClusterRoleBinding | RoleBinding)[];
    readonly all: readonly (ClusterRole | Role | ClusterRoleBinding | RoleBinding)[];
}
export declare function rbacManifests(observed: Iterable<Access>, options: RbacManifestsOptions): RbacManifests;

// src/observed-rbac/with-fallback.ts
export declare function withFallback(accesses: readonly ResourceAccess[]): readonly ResourceAccess[];

// src/observed-source.ts
export interface SourceObserver<T> {
    readonly requested: (verb: 'list' | 'watch', options: ListOptions) => void;
    readonly received: (object: T) => void;
    readonly disturbed: (what: string) => void;
}
export declare class ObservedSource<T extends KubernetesObject> implements ListerWatcher<T> {
    #private;
    readonly description: string;
    readonly watchListUnsupported: boolean;
    constructor(source: ListerWatcher<T>, observer: SourceObserver<T>, labelSelector?: string);
    list(options: ListOptions, call: {
        readonly signal: AbortSignal;
    }): AsyncGenerator<ListPart<T>>;
    watch(options: ListOptions, call: {
        readonly signal: AbortSignal;
    }): Promise<WatchStream<T>>;
}

// src/raw-server.ts
export type RawReply = (socket: Socket, head: string) => void | Promise<void>;
export declare class RawServer implements AsyncDisposable {
    #private;
    readonly requestLines: string[];
    constructor(replies: readonly RawReply[]);
    static start(...replies: RawReply[]): Promise<RawServer>;
    get url(): string;
    get sockets(): number;
    stop(): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}

// src/recording/record-watch.ts
export interface RecordingSink {
    write(text: string): unknown;
}
export interface RecordWatchOptions {
    readonly clock?: Clock;
    readonly secrets?: boolean;
}
export declare function recordWatch(transport: Transport, sink: RecordingSink, options?: RecordWatchOptions): Transport;

// src/recording/recorded-exchange.ts
export interface RecordedExchange {
    readonly path: string;
    readonly answeredAfter: number;
    readonly status: number | undefined;
    readonly headers: Readonly<Record<string, string>>;
    readonly chunks: readonly {
        readonly after: number;
        readonly bytes: Uint8Array;
    }[];
    readonly over: Extract<RecordedLine, {
        readonly over: unknown;
    }>['over'] | undefined;
    readonly overAfter: number;
}
export declare function exchangesOf(lines: readonly RecordedLine[]): RecordedExchange[];

// src/recording/recorded-line.ts
export type RecordedLine = {
    readonly at: number;
    readonly id: number;
    readonly path: string;
    readonly watch: boolean;
} | {
    readonly at: number;
    readonly id: number;
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
}
 | {
    readonly at: number;
    readonly id: number;
    readonly bytes: string;
}
 | {
    readonly at: number;
    readonly id: number;
    readonly over: 'end' | 'left' | TransportErrorKind;
};
export declare class RecordingSyntaxError extends Error {
    readonly name = "RecordingSyntaxError";
    readonly line: number;
    constructor(line: number, why: string, options?: ErrorOptions);
}
export declare function parseRecording(text: string): RecordedLine[];

// src/recording/replay.ts
export interface ReplayOptions {
    readonly clock?: Clock;
    readonly chunk?: number;
}
export declare class ReplayMismatchError extends Error {
    readonly name = "ReplayMismatchError";
    readonly differences: readonly string[];
    constructor(differences: readonly string[]);
}
export interface Replay extends Transport {
    readonly waiting: number;
    verify(): void;
}
export declare function replay(recording: string, options?: ReplayOptions): Replay;

// src/replies.ts
export declare const replies: {
    readonly json: (body: unknown, status?: number) => Reply;
    readonly html: (status?: number) => Reply;
    readonly gzip: (body: unknown) => Reply;
    readonly status: (code: number, retryAfter?: number) => Reply;
    readonly hang: () => Reply;
    readonly held: (opened: Promise<unknown>, reply: Reply) => Reply;
    readonly reset: () => Reply;
    readonly silence: (text?: string) => Reply;
    readonly truncated: (text: string) => Reply;
    readonly endlessLine: (start?: string) => Reply;
    readonly step: (step: ScriptStep, kind: ScriptKind) => Reply;
};

// src/request-monitor.ts
export interface ObservedRequest {
    readonly verb: 'list' | 'watch';
    readonly resourceVersion?: string | undefined;
    readonly continue?: string | undefined;
    readonly at: number;
    readonly applied: string;
    readonly newest?: string | undefined;
}
export interface RequestBudget {
    readonly firstMinute: number;
    readonly perMinute: number;
}
export declare class RequestMonitor {
    #private;
    constructor(log: ViolationLog, budget?: RequestBudget);
    stop(): void;
    reasonToList(): void;
    trouble(at: number): void;
    calm(): void;
    fault(fault: string, at: number, within: number): void;
    progress(at: number): void;
    buffered(what: string, amount: number, most: number): void;
    observe(request: ObservedRequest): void;
}

// src/scripted-server.ts
export type RequestMatch = 'list' | 'watch' | 'watchlist' | ((request: RecordedRequest) => boolean);
export interface ScriptedServerOptions {
    readonly chunk?: number;
    readonly kind?: ScriptKind;
}
export declare class ScriptNotFollowedError extends Error {
    readonly name = "ScriptNotFollowedError";
    readonly problems: readonly string[];
    constructor(problems: readonly string[]);
}
export declare class ScriptedServer implements AsyncDisposable {
    #private;
    readonly requests: RecordedRequest[];
    chunk: number | undefined;
    constructor({ chunk, kind }?: ScriptedServerOptions);
    static start(options?: ScriptedServerOptions): Promise<ScriptedServer>;
    get url(): string;
    get sockets(): number;
    get connections(): number;
    get streams(): number;
    get watches(): readonly Exchange[];
    of(verb: 'list' | 'watch' | 'watchlist'): readonly RecordedRequest[];
    play(steps: string | readonly ScriptStep[]): this;
    answer(match: RequestMatch, reply: Reply, times?: number): this;
    otherwise(reply: Reply): this;
    push(events: string): Promise<void>;
    until(condition: (server: ScriptedServer) => boolean): Promise<void>;
    verify(): void;
    listen(): Promise<void>;
    refuse(): Promise<void>;
    stop(): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}

// src/server-states.ts
export interface ServerWrite {
    readonly type: string;
    readonly key: string;
    readonly object: KubernetesObject;
}
export declare class ServerStates {
    #private;
    constructor();
    get now(): ReadonlyMap<string, KubernetesObject>;
    add({ type, key, object }: ServerWrite): void;
    has(key: string, object: KubernetesObject): boolean;
    hadExactly(objects: ReadonlyMap<string, KubernetesObject>): boolean;
}

// src/sieve/cluster-outcome.ts
export declare function clusterOutcome(env: TestEnv): readonly string[];

// src/sieve/cluster-plan.ts
export interface ClusterPlan {
    readonly kind: 'none' | 'crashBefore' | 'crashAfter' | 'loseAnswer' | 'stale' | 'unobserved' | 'slow';
    readonly process: string;
    readonly at: number;
    readonly resource?: string;
}
export interface LearnedProcess {
    readonly name: string;
    readonly writes: readonly number[];
    readonly resources: readonly string[];
}
export declare function clusterPlans(steps: number, processes: readonly LearnedProcess[]): ClusterPlan[];

// src/sieve/sieve-cluster.ts
export interface SieveClusterOptions {
    readonly env?: TestEnvOptions | undefined;
    readonly setUp?: ((env: TestEnv) => unknown) | undefined;
    readonly processes: Readonly<Record<string, ScenarioProcess>>;
    readonly steps: readonly ((env: TestEnv) => unknown)[];
    readonly settle?: Duration | undefined;
    readonly outcome?: ((env: TestEnv) => unknown) | undefined;
    readonly always?: ((env: TestEnv) => unknown) | undefined;
    readonly only?: ((plan: ClusterPlan) => boolean) | undefined;
}
export interface ClusterFinding {
    readonly plan: ClusterPlan;
    readonly difference: string;
}
export interface SieveClusterReport {
    readonly plans: ReadonlyMap<ClusterPlan['kind'], number>;
    readonly writes: number;
    readonly outcome: unknown;
    readonly findings: readonly ClusterFinding[];
}
export declare function sieveCluster(options: SieveClusterOptions): Promise<SieveClusterReport>;

// src/sieve/sieve-plan.ts
export interface SievePlan {
    readonly kind: 'none' | 'crashBefore' | 'crashAfter' | 'stale' | 'unobserved';
    readonly at: number;
}
export declare function plansFor(steps: number, writes: number): SievePlan[];

// src/sieve/sieve-writer.ts
export interface SieveWriter<T extends KubernetesObject = KubernetesObject> {
    add(object: T): Promise<T>;
    modify(object: T): Promise<T>;
    delete(object: T): Promise<T>;
}
export declare class SieveCrashError extends Error {
    readonly name = "SieveCrashError";
    constructor();
}
export declare class WriteLog<T extends KubernetesObject> {
    #private;
    constructor(source: FakeControllerSource<T>, plan: SievePlan);
    get count(): number;
    process(): {
        readonly writer: SieveWriter<T>;
        readonly crashed: () => boolean;
    };
}

// src/sieve/sieve.ts
export interface SieveWorld<T extends KubernetesObject = KubernetesObject> {
    readonly source: ListerWatcher<T>;
    readonly writer: SieveWriter<T>;
    readonly clock: TestClock;
}
export interface SieveController {
    stop(): unknown;
}
export interface SieveOptions<T extends KubernetesObject = KubernetesObject> {
    readonly start: (world: SieveWorld<T>) => SieveController | Promise<SieveController>;
    readonly steps: readonly ((server: FakeControllerSource<T>) => unknown)[];
    readonly settle?: Duration;
    readonly outcome?: (object: T) => unknown;
}
export interface SieveFinding {
    readonly plan: SievePlan;
    readonly difference: string;
}
export interface SieveReport {
    readonly plans: number;
    readonly writes: number;
    readonly findings: readonly SieveFinding[];
}
export declare function sieve<T extends KubernetesObject>(options: SieveOptions<T>): Promise<SieveReport>;

// src/simulate/draw-steps.ts
export interface DrawOptions {
    readonly seed: number;
    readonly steps: number;
    readonly moves: readonly string[];
    readonly faults: readonly FaultName[];
}
export declare function drawSteps({ seed, steps, moves, faults }: DrawOptions): SimulationStep[];

// src/simulate/fault-vocabulary.ts
interface FaultCall {
    readonly env: TestEnv;
    readonly random: Random;
    readonly target: string;
    readonly restart: (name: string) => void;
}
type Strike = (call: FaultCall) => void;
export declare const faultVocabulary: Readonly<Record<FaultName, Strike>>;
export declare const faultNames: readonly FaultName[];

// src/simulate/run-steps.ts
export interface RunOptions {
    readonly seed: number;
    readonly healFor?: Duration | undefined;
}
export interface RunOutcome {
    readonly requests: number;
    readonly failure?: {
        readonly error: unknown;
        readonly at: number | 'heal';
    } | undefined;
    readonly log: readonly string[];
}
export declare function runSteps(scenario: Scenario, steps: readonly SimulationStep[], { seed, healFor }: RunOptions): Promise<RunOutcome>;
export declare class UnknownMoveError extends Error {
    readonly name = "UnknownMoveError";
    readonly move: string;
    constructor(move: string, known: readonly string[]);
}

// src/simulate/scenario.ts
export interface ScenarioProcess extends ProcessOptions {
    readonly main: ProcessMain;
}
export interface Scenario {
    readonly env?: Omit<TestEnvOptions, 'seed'> | undefined;
    readonly setUp?: ((env: TestEnv) => void | Promise<void>) | undefined;
    readonly processes: Readonly<Record<string, ScenarioProcess>>;
    readonly moves: Readonly<Record<string, (env: TestEnv, random: Random) => unknown>>;
    readonly always?: ((env: TestEnv) => void | Promise<void>) | undefined;
    readonly finally: (env: TestEnv) => void | Promise<void>;
}

// src/simulate/shrink.ts
export declare function shrink<T>(items: readonly T[], fails: (items: readonly T[]) => Promise<boolean>, budget: number): Promise<readonly T[]>;

// src/simulate/simulate.ts
export interface SimulateOptions {
    readonly scenario: Scenario;
    readonly seeds?: number | Iterable<number> | undefined;
    readonly faults?: readonly FaultName[] | undefined;
    readonly steps?: number | undefined;
    readonly healFor?: Duration | undefined;
    readonly shrinkRuns?: number | undefined;
}
export interface SimulationReport {
    readonly seeds: number;
    readonly steps: number;
    readonly requests: number;
    readonly faults: ReadonlyMap<FaultName, number>;
}
export declare function simulate(options: SimulateOptions): Promise<SimulationReport>;
export declare function replaySteps(scenario: Scenario, seed: number, steps: readonly SimulationStep[], healFor?: Duration): Promise<void>;

// src/simulate/simulation-failed-error.ts
export declare class SimulationFailedError extends Error {
    readonly name = "SimulationFailedError";
    readonly seed: number;
    readonly steps: readonly SimulationStep[];
    readonly stepsBefore: number;
    constructor(seed: number, steps: readonly SimulationStep[], stepsBefore: number, cause: unknown);
}

// src/simulate/step.ts
export type SimulationStep = 
{
    readonly do: 'move';
    readonly move: string;
    readonly seed: number;
}
 | {
    readonly do: 'advance';
    readonly ms: number;
}
 | {
    readonly do: 'fault';
    readonly fault: FaultName;
    readonly seed: number;
};
export type FaultName = 'close watches' | 'reset watches' | 'cut watches' | 'expire history' | 'expired event' | 'internal error event' | 'refuse connections' | 'answer 500' | 'answer 503' | 'too many requests' | 'reject tokens' | 'hang requests' | 'silent watches' | 'lose requests' | 'lose answers' | 'cut lists' | 'slow answers' | 'split watches' | 'no bookmarks' | 'hold events' | 'freeze view' | 'lag view' | 'conflict' | 'restart server' | 'kill process' | 'kill at effect' | 'freeze process' | 'jump clock';

// src/until.ts
export declare class NeverTrueError extends Error {
    readonly name = "NeverTrueError";
    readonly condition: string;
    constructor(condition: string);
}
export declare function until(condition: () => boolean): Promise<void>;

// src/violation-log.ts
export declare class ViolationLog {
    #private;
    readonly violations: InvariantViolation[];
    readonly checked: Map<"I1" | "I10" | "I11" | "I12" | "I13" | "I14" | "I15" | "I16" | "I17" | "I18" | "I19" | "I2" | "I3" | "I4" | "I5" | "I6" | "I7" | "I8" | "I9", number>;
    note(key: string, what: string): void;
    check(id: InvariantId, holds: boolean, key: string, what: () => string): void;
}
