// src/barrier.ts
export interface BarrierOptions {
    readonly timeout?: Duration | undefined;
    readonly signal?: AbortSignal | undefined;
}
export interface BarrierContext {
    readonly clock: Clock;
    readonly what: string;
    readonly onLong?: ((error: HandlersBusyError) => void) | undefined;
}
export declare function callsEnded(callers: Iterable<Caller>, { clock, what, onLong }: BarrierContext, { timeout, signal }?: BarrierOptions, also?: Promise<unknown>): Promise<void>;

// src/cache-sync-error.ts
export declare class InformerNotSyncedError extends Error {
    readonly name = "InformerNotSyncedError";
    readonly informer: string;
    readonly reason: string;
    readonly code: number | undefined;
    readonly attempts: number;
    readonly status: InformerStatus;
    constructor(status: InformerStatus);
}
export declare class CacheSyncError extends AggregateError {
    readonly name = "CacheSyncError";
    readonly errors: InformerNotSyncedError[];
    constructor(errors: readonly InformerNotSyncedError[], options?: ErrorOptions);
}

// src/cache-sync.ts
export interface SyncingInformer {
    hasSynced(): boolean;
    readonly synced: Promise<void>;
    readonly status: InformerStatus;
}
export declare function waitForInformers(informers: readonly SyncingInformer[], { timeout, signal }?: CacheSyncOptions, clock?: Clock): Promise<void>;
export declare function isStarted(informer: SyncingInformer): boolean;

// src/change-iterator.ts
export type OpenFeed<T> = (consumer: Consumer<T>, onEnd: (error?: Error) => void) => () => void;
type Result<T> = IteratorResult<Change<T>, undefined>;
export declare class ChangeIterator<T> implements AsyncIterator<Change<T>, undefined>, Consumer<T> {
    #private;
    constructor(open: OpenFeed<T>, resourceVersion: () => string, signal: AbortSignal | undefined);
    next(): Promise<Result<T>>;
    return(): Promise<Result<T>>;
    deliver(notification: Notification<T>): Promise<void>;
    synced(): Promise<void>;
}

// src/change.ts
export type Change<T> = Exclude<Notification<Cached<T>>, {
    readonly type: 'deleted';
}> | {
    readonly type: 'deleted';
    readonly key: string;
    readonly object: Cached<T>;
    readonly finalStateUnknown: boolean;
}
 | {
    readonly type: 'synced';
    readonly resourceVersion: string;
};

// src/coalesce.ts
export declare function coalesce<T>(pending: Notification<T>, incoming: Notification<T>): Notification<T> | undefined;

// src/controller.ts
export interface ControllerOptions<T extends KubernetesObject> extends QueueSinkOptions<T> {
    readonly reflector: Pick<Reflector<T>, 'run' | 'lastSyncResourceVersion'>;
    readonly process: PopProcess<T>;
    readonly processBatch?: PopProcess<T> | undefined;
    readonly onProcessError?: ((error: unknown) => void) | undefined;
    readonly clock?: Clock | undefined;
}
export declare class ControllerAlreadyRunError extends Error {
    readonly name = "ControllerAlreadyRunError";
    constructor();
}
export declare class Controller<T extends KubernetesObject = KubernetesObject> {
    #private;
    constructor(options: ControllerOptions<T>);
    run({ signal }: {
        readonly signal: AbortSignal;
    }): Promise<void>;
    hasSynced(): boolean;
    get synced(): Promise<void>;
    get lastSyncResourceVersion(): string;
    get skipped(): number;
}

// src/errors.ts
export declare class InformerStoppedError extends Error {
    readonly name = "InformerStoppedError";
    readonly informer: string;
    constructor(informer: string, refused: string, options?: ErrorOptions);
}
export declare class InformerStartedError extends Error {
    readonly name = "InformerStartedError";
    readonly informer: string;
    constructor(informer: string, refused: string);
}
export declare class InformerAlreadyRunError extends Error {
    readonly name = "InformerAlreadyRunError";
    readonly informer: string;
    constructor(informer: string, stopped: boolean);
}
export declare class ResyncIgnoredError extends Error {
    readonly name = "ResyncIgnoredError";
    readonly informer: string;
    readonly handler: string;
    readonly requested: number;
    readonly granted: number;
    constructor(facts: Pick<ResyncIgnoredError, 'informer' | 'handler' | 'requested' | 'granted'>);
}
export declare class NotARegistrationError extends TypeError {
    readonly name = "NotARegistrationError";
    constructor();
}
export declare class InformerOptionsConflictError extends Error {
    readonly name = "InformerOptionsConflictError";
    readonly informer: string;
    readonly option: string;
    constructor(informer: string, option: string);
}
export declare class FactoryShutDownError extends Error {
    readonly name = "FactoryShutDownError";
    constructor();
}

// src/event-buffer.ts
export declare class EventBuffer<T> {
    #private;
    constructor(highWaterMark: number);
    push(value: T, bounded: boolean): Promise<void> | undefined;
    take(): Promise<readonly T[]>;
    end(): void;
}

// src/event-handler-options.ts
export interface EventHandlerOptions<T> {
    readonly name?: string | undefined;
    readonly resyncPeriod?: Duration | undefined;
    readonly mailbox?: MailboxOptions | undefined;
    readonly filter?: EventFilter<Cached<T>> | undefined;
    readonly onError?: ((error: HandlerError) => void) | undefined;
    readonly pauseAfterError?: Duration | undefined;
    readonly failFast?: boolean | undefined;
}
export interface ResourceEventHandlerRegistration extends AsyncDisposable {
    readonly name: string;
    readonly backlog: number;
    readonly dropped: number;
    hasSynced(): boolean;
    readonly synced: Promise<void>;
    readonly done: Promise<void>;
    remove(options?: BarrierOptions): Promise<void>;
}

// src/filtered.ts
export type EventFilter<T> = (object: T) => boolean;
export declare function filtered<T>(filter: EventFilter<T>): (notification: Notification<T>) => Notification<T> | undefined;

// src/filtering-handler.ts
export interface Filtering<T> {
    readonly filter: EventFilter<Cached<T>>;
    readonly handler: ResourceEventHandler<T>;
}
export declare function filteringHandler<T>(filter: (object: Cached<T>) => boolean, handler: ResourceEventHandler<T>): ResourceEventHandler<T>;
export declare function filteringOf<T>(handler: ResourceEventHandler<T>): Filtering<T> | undefined;
export declare function unfiltered<T>(handler: ResourceEventHandler<T>): ResourceEventHandler<T>;

// src/graveyard.ts
export declare class Graveyard {
    #private;
    bury(key: string, { metadata }: KubernetesObject): void;
    holds(key: string, { metadata }: KubernetesObject): boolean;
    clear(): void;
}

// src/guarded.ts
export declare function guarded(call: () => unknown, failed: (thrown: unknown) => void): void;

// src/handler-consumer.ts
export declare function handlerConsumer<T>(handler: ResourceEventHandler<T>, filter: EventFilter<Cached<T>> | undefined): Consumer<T>;

// src/handler-error.ts
export declare class HandlerError extends Error {
    readonly name = "HandlerError";
    readonly informer: string;
    readonly handler: string;
    readonly notification: Notification<unknown>['type'] | 'synced' | 'overflow';
    readonly key: string;
    constructor(facts: Pick<HandlerError, 'informer' | 'handler' | 'notification' | 'key'>, options: {
        readonly cause: unknown;
    });
}

// src/handler-registration.ts
export interface Registered {
    readonly name: string;
    readonly backlog: number;
    readonly dropped: number;
    readonly synced: Promise<void>;
    readonly done: Promise<void>;
    hasSynced(): boolean;
    end(): void;
    idle(options?: BarrierOptions): Promise<void>;
}
export declare class EventHandlerRegistration implements ResourceEventHandlerRegistration {
    #private;
    constructor(registered: Registered);
    get name(): string;
    get backlog(): number;
    get dropped(): number;
    get synced(): Promise<void>;
    get done(): Promise<void>;
    hasSynced(): boolean;
    remove(options?: BarrierOptions): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}

// src/handlers-busy-error.ts
export declare class HandlersBusyError extends Error {
    readonly name = "HandlersBusyError";
    readonly calls: readonly HandlerCall[];
    readonly waited: number;
    constructor(what: string, waited: number, calls: readonly HandlerCall[]);
}
export declare function busyTogether(what: string, failures: readonly unknown[]): unknown;

// src/handlers.ts
export interface CallInfo {
    readonly signal: AbortSignal;
}
export interface AddedInfo extends CallInfo {
    readonly initial: boolean;
}
export interface UpdatedInfo extends CallInfo {
    readonly sync: boolean;
    readonly replaced: boolean;
}
export interface DeletedInfo extends CallInfo {
    readonly key: string;
    readonly finalStateUnknown: boolean;
}
export interface ResourceEventHandler<T> {
    added?(object: Cached<T>, info: AddedInfo): unknown;
    updated?(before: Cached<T>, object: Cached<T>, info: UpdatedInfo): unknown;
    deleted?(object: Cached<T>, info: DeletedInfo): unknown;
}
export declare function callHandler<T>(handler: ResourceEventHandler<T>, notification: Notification<T>, signal?: AbortSignal): unknown;
export declare function nameForHandler(handler: ResourceEventHandler<never>): string;
export declare class DeletedObject<T extends KubernetesObject> {
    readonly object: T | undefined;
    readonly key: string;
    readonly finalStateUnknown: boolean;
    constructor(item: T | DeletedFinalStateUnknown<T> | undefined);
    get objectName(): ObjectName;
    get name(): string;
    get namespace(): string;
}
export declare function keyIn(item: unknown): string;

// src/index.ts
export type { BarrierOptions } from './barrier.ts';
export { CacheSyncError, InformerNotSyncedError } from './cache-sync-error.ts';
export type { Change } from './change.ts';
export { Controller, ControllerAlreadyRunError, type ControllerOptions } from './controller.ts';
export { FactoryShutDownError, InformerAlreadyRunError, InformerOptionsConflictError, InformerStartedError, InformerStoppedError, NotARegistrationError, ResyncIgnoredError, } from './errors.ts';
export type { EventHandlerOptions, ResourceEventHandlerRegistration } from './event-handler-options.ts';
export type { EventFilter } from './filtered.ts';
export { filteringHandler } from './filtering-handler.ts';
export { HandlerError } from './handler-error.ts';
export { HandlersBusyError } from './handlers-busy-error.ts';
export { callHandler, DeletedObject, nameForHandler, type AddedInfo, type CallInfo, type DeletedInfo, type ResourceEventHandler, type UpdatedInfo, } from './handlers.ts';
export { DuplicateInformerError, InformerName, informerMetrics, InformerNameError, MetricsProviderError, setInformerMetricsProvider, unnamedInformer, type GroupVersionResource, type InformerIdentity, type InformerMetrics, type InformerMetricsProvider, } from './informer-name.ts';
export type { InformerPhase } from './informer-phase.ts';
export type { InformerReport } from './informer-reports.ts';
export type { InformerSource, PartialObjectMetadata } from './informer-source.ts';
export type { HandlerStatus, InformerStatus } from './informer-status.ts';
export type { InformerView } from './informer-view.ts';
export { MailboxOverflowError, type CoalesceMailboxOptions, type EveryMailboxOptions, type MailboxOptions, type OnOverflow, } from './mailbox-options.ts';
export { Informer, type InformerOptions } from './informer.ts';
export { informerWatcher } from './informer-watcher-stream.ts';
export { InformerWatcher, type InformerWatcherOptions } from './informer-watcher.ts';
export { Lazy } from './lazy.ts';
export { Mailbox } from './mailbox.ts';
export { CacheMutationDetector, CacheMutationError, mutationDetectionWanted, type CacheMutationDetectorOptions, } from './mutation-detector.ts';
export type { Notification } from './notification.ts';
export type { HandlerCall } from './own-call.ts';
export { processDeltas, processDeltasInBatch, type DeltaStore, type Distributor, type DroppedDelta, type ProcessDeltasOptions, } from './process-deltas.ts';
export { QueueSink, SkippedObjectError, type QueueSinkOptions } from './queue-sink.ts';
export { HandlerRemovedError } from './registration-errors.ts';
export { type FactoryClient, SharedInformerFactory } from './shared-informer-factory.ts';
export type { InformerForOptions, SharedInformerFactoryOptions } from './shared-informer-factory-options.ts';
export type { CacheSyncOptions, ChangesOptions, InformerReflectorOptions, SharedInformerOptions, } from './shared-informer-options.ts';
export { SharedInformer } from './shared-informer.ts';
export { AsyncTracker, SingleFileTracker, SyncTrackerError } from './sync-tracker.ts';
export { identity, stripManagedFields, TransformFailedError, type Transform } from './transform.ts';
export { untilWithSync, UntilSyncError, type UntilWithSyncOptions } from './until-with-sync.ts';
export { NotSyncedError, SyncResult, waitFor, waitForCacheSync, type SyncChecker, type WaitForCacheSyncOptions, type WaitForOptions, } from './wait.ts';

// src/informer-indexers.ts
export type NamespaceIndex = typeof namespaceIndex;
export declare function withNamespaceIndex<T extends KubernetesObject, IndexName extends string>(indexers: Indexers<T, IndexName> | undefined): Indexers<T, IndexName | NamespaceIndex>;

// src/informer-life.ts
export interface Session {
    run(signal: AbortSignal): Promise<void>;
}
export interface InformerLifeOptions<T extends KubernetesObject, S extends Session> {
    readonly description: string;
    readonly clock: Clock;
    readonly linger: Duration;
    readonly registrations: Registrations<T>;
    readonly session: (synced: () => void) => S;
    readonly isHeld: () => boolean;
    readonly release: () => void;
    readonly onChange: () => void;
    readonly onBusy: (error: HandlersBusyError) => void;
    readonly onOver: (failure: Error | undefined) => void;
}
export declare class InformerLife<T extends KubernetesObject, S extends Session> {
    #private;
    readonly leases: Leases;
    constructor(options: InformerLifeOptions<T, S>);
    get state(): 'new' | 'started' | 'stopped';
    get session(): S | undefined;
    get failure(): Error | undefined;
    get isRunning(): boolean;
    get hasSynced(): boolean;
    get synced(): Promise<void>;
    until(signal: AbortSignal | undefined): Promise<void>;
    start(): void;
    stop({ failure, ...limits }?: BarrierOptions & {
        readonly failure?: Error;
    }): Promise<void>;
    onStop(stopped: () => void): () => void;
    assertAlive(refused: string): void;
    handlerLeft(): void;
}

// src/informer-name.ts
export interface GroupVersionResource {
    readonly group: string;
    readonly version: string;
    readonly resource: string;
}
export declare class InformerNameError extends Error {
    readonly name = "InformerNameError";
    readonly informerName: string;
    constructor(informerName: string);
}
export declare class DuplicateInformerError extends Error {
    readonly name = "DuplicateInformerError";
    readonly informerName: string;
    readonly resource: string;
    constructor(informerName: string, resource: string);
}
export interface InformerIdentity {
    readonly name: string;
    readonly resource: GroupVersionResource;
    isReserved(): boolean;
}
export declare class InformerName implements Disposable {
    #private;
    readonly name: string;
    constructor(name: string);
    withResource(resource: GroupVersionResource): InformerIdentity;
    release(): void;
    [Symbol.dispose](): void;
}
export declare function unnamedInformer(resource: GroupVersionResource): InformerIdentity;
export interface InformerMetricsProvider {
    queuedDeltas(identity: InformerIdentity, count: number): void;
    processingLatency(identity: InformerIdentity, seconds: number): void;
    storeResourceVersion(identity: InformerIdentity, version: number): void;
}
export declare class MetricsProviderError extends Error {
    readonly name = "MetricsProviderError";
    constructor();
}
export declare function setInformerMetricsProvider(provider: InformerMetricsProvider): void;
export interface InformerMetrics extends QueueMetrics {
    storeResourceVersion(resourceVersion: string): void;
}
export declare function informerMetrics(identity: InformerIdentity, own?: InformerMetricsProvider): InformerMetrics;

// src/informer-phase.ts
export type InformerPhase = 'new' | 'listing' | 'watching' | 'retrying' | 'stopped';

// src/informer-reports.ts
export interface InformerReport {
    readonly informer: string;
    readonly error: Error;
}
export declare class InformerReports {
    #private;
    readonly error$: Observable<Error>;
    constructor(informer: string, onHandlerError: ((error: HandlerError) => void) | undefined);
    report(error: Error, heard?: boolean): void;
    end(): void;
}

// src/informer-session.ts
export interface InformerSessionOptions<T extends KubernetesObject> {
    readonly name: string;
    readonly listerWatcher: ListerWatcher<T>;
    readonly indexer: Indexer<T>;
    readonly registrations: Registrations<T>;
    readonly queue: 'RealFIFO' | 'DeltaFIFO';
    readonly transform: Transform<T>;
    readonly watchErrorHandler: ((error: Error) => void) | undefined;
    readonly reflector: InformerReflectorOptions;
    readonly metrics: InformerMetrics | undefined;
    readonly detectsMutations: boolean;
    readonly clock: Clock;
    readonly random: Random;
    readonly synced: () => void;
    readonly report: (error: Error) => void;
    readonly onChange: () => void;
}
export declare function checkReflectorOptions<T extends KubernetesObject>(listerWatcher: ListerWatcher<T>, options: InformerReflectorOptions | undefined): void;
export declare class InformerSession<T extends KubernetesObject> implements Session {
    #private;
    constructor(options: InformerSessionOptions<T>);
    get resourceVersion(): string;
    get reflectorStatus(): ReflectorStatus;
    get queued(): number;
    get dropped(): number;
    get quarantined(): number;
    run(signal: AbortSignal): Promise<void>;
}

// src/informer-source.ts
export interface PartialObjectMetadata extends KubernetesObject {
    metadata: ObjectMeta;
}
export type InformerSource = <T extends KubernetesObject>(resource: Resource<T>, options: ListWatchOptions) => ListerWatcher<T>;
export declare function clientSource(client: Pick<Client, 'listParts' | 'watch'>): InformerSource;
export declare function informerKey(resource: Resource, projection: 'full' | 'metadata'): string;

// src/informer-status-source.ts
export declare class StatusSource {
    #private;
    readonly status$: Observable<InformerStatus>;
    constructor(read: () => InformerStatus, clock: Clock);
    changed(): void;
    end(): void;
}

// src/informer-status.ts
export interface HandlerStatus {
    readonly name: string;
    readonly backlog: number;
    readonly dropped: number;
    readonly synced: boolean;
}
export interface InformerStatus {
    readonly name: string;
    readonly description: string;
    readonly phase: InformerPhase;
    readonly synced: boolean;
    readonly lastError: Error | undefined;
    readonly attempts: number;
    readonly watchListError: Error | undefined;
    readonly resourceVersion: {
        readonly store: string;
        readonly reflector: string;
    };
    readonly queued: number;
    readonly objects: number;
    readonly bytes: number;
    readonly handlers: readonly HandlerStatus[];
    readonly dropped: number;
    readonly quarantined: number;
    readonly lastEventAt: number | undefined;
}
export declare function readStatus<T extends KubernetesObject>(informer: {
    readonly name: string;
    readonly description: string;
    readonly indexer: Indexer<T>;
}, life: InformerLife<T, InformerSession<T>>, registrations: Registrations<T>): InformerStatus;

// src/informer-streams.ts
export interface StreamSource<T extends KubernetesObject> {
    readonly indexer: Indexer<T>;
    readonly registrations: Registrations<T>;
    readonly leases: Leases;
    readonly assertAlive: () => void;
    readonly synced: () => Promise<void>;
    readonly onStop: (stopped: () => void) => () => void;
}
export declare function changes$<T extends KubernetesObject>(source: StreamSource<T>, options: ChangesOptions): Observable<Change<T>>;
export declare function iterateChanges<T extends KubernetesObject>(source: StreamSource<T>, options: ChangesOptions & {
    readonly signal?: AbortSignal;
}): AsyncIterable<Change<T>, undefined>;
export declare function live$<T extends KubernetesObject, Answer>(source: StreamSource<T>, query: Observable<Answer>): Observable<Answer>;

// src/informer-view.ts
export interface InformerView<T extends KubernetesObject = KubernetesObject> {
    readonly name: string;
    readonly description: string;
    readonly lister: Lister<T>;
    readonly status: InformerStatus;
    readonly status$: Observable<InformerStatus>;
    readonly error$: Observable<Error>;
    readonly lastSyncResourceVersion: string;
    readonly synced: Promise<void>;
    hasSynced(): boolean;
    isStopped(): boolean;
    waitForCacheSync(options?: CacheSyncOptions): Promise<void>;
    addEventHandler(handler: ResourceEventHandler<T>, options?: EventHandlerOptions<T>): ResourceEventHandlerRegistration;
    changes(options?: ChangesOptions): Observable<Change<T>>;
    events(options?: ChangesOptions & {
        readonly signal?: AbortSignal;
    }): AsyncIterable<Change<T>, undefined>;
    observe$(key: string | {
        readonly namespace?: string;
        readonly name: string;
    }): Observable<Cached<T> | undefined>;
}

// src/informer-watcher-stream.ts
export declare function informerWatcher<T extends KubernetesObject>(listerWatcher: ListerWatcher<T>, options?: InformerWatcherOptions<T>): Observable<readonly WatchEvent<T>[]>;

// src/informer-watcher.ts
export interface InformerWatcherOptions<T extends KubernetesObject, Name extends string = string> {
    readonly signal?: AbortSignal | undefined;
    readonly clock?: Clock | undefined;
    readonly indexers?: Indexers<T, Name> | undefined;
    readonly reflector?: Omit<ReflectorOptions, 'resyncPeriod' | 'shouldResync'> | undefined;
    readonly transform?: ((object: T) => T) | undefined;
    readonly highWaterMark?: number | undefined;
}
export declare class InformerWatcher<T extends KubernetesObject = KubernetesObject, Name extends string = string> implements WatchStream<T> {
    #private;
    readonly store: Indexer<T, Name>;
    readonly done: Promise<void>;
    constructor(listerWatcher: ListerWatcher<T>, options?: InformerWatcherOptions<T, Name>);
    hasSynced(): boolean;
    get synced(): Promise<void>;
    stop(): void;
    [Symbol.asyncIterator](): AsyncGenerator<readonly WatchEvent<T>[], void, undefined>;
}

// src/informer.ts
export interface InformerOptions<T extends KubernetesObject, Name extends string = string> extends Omit<QueueSinkOptions<T>, 'queue'> {
    readonly listerWatcher: ListerWatcher<T>;
    readonly handler: ResourceEventHandler<T>;
    readonly indexers?: Indexers<T, Name> | undefined;
    readonly reflector?: ReflectorOptions | undefined;
    readonly queue?: 'RealFIFO' | 'DeltaFIFO' | undefined;
    readonly identity?: InformerIdentity | undefined;
    readonly metricsProvider?: InformerMetricsProvider | undefined;
    readonly dropped?: ((why: DroppedDelta) => void) | undefined;
    readonly onStoreError?: ((error: unknown) => void) | undefined;
    readonly clock?: Clock | undefined;
}
export declare class Informer<T extends KubernetesObject = KubernetesObject, Name extends string = string> {
    #private;
    readonly store: Indexer<T, Name>;
    constructor(options: InformerOptions<T, Name>);
    run(options: {
        readonly signal: AbortSignal;
    }): Promise<void>;
    hasSynced(): boolean;
    get synced(): Promise<void>;
    get lastSyncResourceVersion(): string;
    get skipped(): number;
}

// src/is-thenable.ts
export declare function isThenable(value: unknown): value is PromiseLike<unknown>;

// src/latest-later.ts
export declare function latestLater<T>(): OperatorFunction<T, T>;

// src/lazy.ts
export declare class Lazy<T> {
    #private;
    constructor(evaluate: () => T | Promise<T>);
    notify(): void;
    get(): Promise<T>;
}

// src/lease.ts
export interface LeasesOptions {
    readonly clock: Clock;
    readonly linger: number;
    readonly onFirst: () => void;
    readonly onUnused: () => void;
}
export declare class Leases {
    #private;
    constructor(options: LeasesOptions);
    get held(): number;
    acquire(): () => void;
    linger(): void;
    cancel(): void;
    end(): void;
}

// src/mailbox-options.ts
export type OnOverflow = 
'pause'
 | 'error'
 | 'dropOldest';
export interface CoalesceMailboxOptions {
    readonly mode?: 'coalesce';
    readonly annihilate?: boolean | undefined;
}
export interface EveryMailboxOptions {
    readonly mode: 'every';
    readonly highWaterMark?: number | undefined;
    readonly onOverflow?: OnOverflow | undefined;
}
export type MailboxOptions = CoalesceMailboxOptions | EveryMailboxOptions;
export declare class MailboxOverflowError extends Error {
    readonly name = "MailboxOverflowError";
    readonly backlog: number;
    readonly highWaterMark: number;
    constructor(backlog: number, highWaterMark: number);
}

// src/mailbox.ts
export declare class Mailbox<T> {
    #private;
    constructor(options?: MailboxOptions);
    get size(): number;
    get initial(): number;
    get dropped(): number;
    push(notification: Notification<T>): Notification<T> | undefined;
    take(): Notification<T> | undefined;
    ready(): Promise<void> | undefined;
    clear(): void;
}

// src/mutation-detector.ts
export declare class CacheMutationError extends Error {
    readonly name = "CacheMutationError";
    readonly key: string;
    readonly path: string;
    constructor(key: string, path: string);
}
export interface CacheMutationDetectorOptions {
    readonly onMutation: (error: CacheMutationError) => void;
    readonly clock?: Clock | undefined;
}
export declare class CacheMutationDetector {
    #private;
    constructor({ onMutation, clock }: CacheMutationDetectorOptions);
    add(key: string, object: KubernetesObject): void;
    check(): void;
    run({ signal }: {
        readonly signal: AbortSignal;
    }): Promise<void>;
}
export declare function mutationDetectionWanted(environment?: NodeJS.ProcessEnv): boolean;

// src/notification.ts
export type Notification<T> = {
    readonly type: 'added';
    readonly key: string;
    readonly object: T;
    readonly initial: boolean;
} | {
    readonly type: 'updated';
    readonly key: string;
    readonly before: T;
    readonly object: T;
    readonly sync: boolean;
    readonly replaced: boolean;
} | {
    readonly type: 'deleted';
    readonly key: string;
    readonly object: T | undefined;
    readonly finalStateUnknown: boolean;
};
export declare function notificationOfWrite<T extends KubernetesObject>(key: string, before: T | undefined, object: T, initial: boolean): Notification<T>;

// src/own-call.ts
export interface HandlerCall {
    readonly informer: string;
    readonly handler: string;
    readonly notification: Notification<unknown>['type'] | 'synced';
    readonly key: string;
}
export interface Caller {
    readonly informer: string;
    readonly name: string;
    readonly call: OwnCall | undefined;
    readonly loop: Promise<void> | undefined;
}
export declare class OwnCall {
    #private;
    constructor(notification: Notification<unknown> | undefined);
    static get current(): OwnCall | undefined;
    static outside<R>(act: () => R): R;
    run<R>(call: () => R): R;
    describe({ informer, name }: Pick<Caller, 'informer' | 'name'>): HandlerCall;
    waitsFor(other: OwnCall): boolean;
    beginWait(others: ReadonlySet<OwnCall>): () => void;
}

// src/process-deltas.ts
export interface Distributor<T> {
    distribute(notifications: Iterable<Notification<T>>): void | Promise<void>;
    audience?(): Distributor<T>;
    resyncAudience?(): Distributor<T>;
}
export type DroppedDelta = 'stale' | 'unknownDelete';
export type DeltaStore<T extends KubernetesObject> = Pick<Indexer<T>, 'getByKey' | 'add' | 'delete' | 'transaction' | 'bookmark' | 'prepareReplace' | 'replace' | 'keys' | 'size'>;
export interface ProcessDeltasOptions<T extends KubernetesObject> {
    readonly indexer: DeltaStore<T>;
    readonly distributor: Distributor<T>;
    readonly keyFunc: KeyFunc<T>;
    readonly clock: Clock;
    readonly dropped?: ((why: DroppedDelta) => void) | undefined;
    readonly graveyard?: Graveyard | undefined;
    readonly signal?: AbortSignal | undefined;
}
export declare function processDeltas<T extends KubernetesObject>(deltas: Deltas<T>, isInInitialList: boolean, options: ProcessDeltasOptions<T>): void | Promise<void>;
export declare function processDeltasInBatch<T extends KubernetesObject>(deltas: Deltas<T>, isInInitialList: boolean, options: ProcessDeltasOptions<T>): void | Promise<void>;

// src/process-replaced-all.ts
export type ReplacedAll<T> = Extract<Delta<T>, {
    readonly type: 'ReplacedAll';
}>;
export declare function processReplacedAll<T extends KubernetesObject>({ objects, resourceVersion }: ReplacedAll<T>, isInInitialList: boolean, options: ProcessDeltasOptions<T>): void | Promise<void>;
export declare function processSyncAll<T extends KubernetesObject>(options: ProcessDeltasOptions<T>): void | Promise<void>;

// src/processor.ts
export declare class Processor<T> implements Distributor<T> {
    #private;
    get size(): number;
    [Symbol.iterator](): Iterator<Registration<T>>;
    get isOver(): boolean;
    add(registration: Registration<T>): void;
    get leaving(): Iterable<Registration<T>>;
    delete(registration: Registration<T>): void;
    distribute(notifications: Iterable<Notification<T>>): void | Promise<void>;
    audience(): Distributor<T>;
    resyncAudience(): Distributor<T>;
    resynced(): void;
    tick(now: number): boolean;
    checkPeriodChanged(checkPeriod: number): void;
    upstreamHasSynced(): void;
    end(): void;
}

// src/queue-sink.ts
export declare class SkippedObjectError extends Error {
    readonly name = "SkippedObjectError";
    constructor(options: {
        readonly cause: unknown;
    });
}
export interface QueueSinkOptions<T extends KubernetesObject> {
    readonly queue: Queue<T>;
    readonly keyFunc?: KeyFunc<T> | undefined;
    readonly transform?: ((object: T) => T) | undefined;
    readonly known?: ((key: string) => T | undefined) | undefined;
    readonly shouldResync?: (() => boolean) | undefined;
    readonly skipped?: ((error: SkippedObjectError) => void) | undefined;
    readonly transformFailed?: ((error: TransformFailedError) => void) | undefined;
}
export declare class QueueSink<T extends KubernetesObject> {
    #private;
    constructor(options: QueueSinkOptions<T>);
    get skipped(): number;
    readonly deliver: (events: readonly ReflectorEvent<T>[], call?: {
        readonly signal: AbortSignal;
    }) => Promise<void> | undefined;
}

// src/registration-errors.ts
export declare class HandlerRemovedError extends Error {
    readonly name = "HandlerRemovedError";
    readonly handler: string;
    constructor(handler: string, options?: ErrorOptions);
}

// src/registration.ts
export interface Consumer<T> {
    deliver(notification: Notification<T>, signal: AbortSignal): unknown;
    synced?(): unknown;
}
export interface RegistrationOptions<T> {
    readonly name: string;
    readonly informer: string;
    readonly consumer: Consumer<T>;
    readonly clock: Clock;
    readonly resync: ResyncSchedule;
    readonly mailbox?: MailboxOptions | undefined;
    readonly pauseAfterError: number;
    readonly onError: (error: HandlerError) => void;
    readonly onIdle: () => void;
    readonly onBusy: (error: HandlersBusyError) => void;
    readonly onEnd: (overflow?: HandlerError) => void;
}
export declare class Registration<T> implements Caller {
    #private;
    readonly name: string;
    readonly informer: string;
    readonly resync: ResyncSchedule;
    readonly synced: Promise<void>;
    readonly done: Promise<void>;
    constructor(options: RegistrationOptions<T>);
    get backlog(): number;
    get dropped(): number;
    get ended(): boolean;
    get call(): OwnCall | undefined;
    get loop(): Promise<void> | undefined;
    hasSynced(): boolean;
    push(notification: Notification<T>): void;
    upstreamHasSynced(): void;
    ready(): Promise<void> | undefined;
    end(): void;
    settled(): Promise<void>;
    idle(options?: BarrierOptions): Promise<void>;
}

// src/registrations.ts
export interface RegistrationsOptions<T extends KubernetesObject> {
    readonly informer: string;
    readonly clock: Clock;
    readonly indexer: Indexer<T>;
    readonly resyncPeriod: number;
    readonly pauseAfterError: number;
    readonly report: (error: Error, heard?: boolean) => void;
    readonly fail: (error: HandlerError) => void;
    readonly onChange: () => void;
}
export interface JoinOptions<T> extends Omit<EventHandlerOptions<T>, 'filter'> {
    readonly consumer: Consumer<T>;
    readonly name: string;
    readonly onEnd?: (overflow?: unknown) => void;
    readonly takesErrors?: boolean;
}
export declare class Registrations<T extends KubernetesObject> {
    #private;
    readonly processor: Processor<T>;
    constructor(options: RegistrationsOptions<T>);
    get resyncCheckPeriod(): number;
    start(): void;
    setWriting(isWriting: boolean): void;
    upstreamHasSynced(): void;
    reset(): void;
    join(options: JoinOptions<T>): Registration<T>;
}

// src/resync-schedule.ts
export declare function requestedResyncPeriod(period: number): number;
export declare function grantedResyncPeriod(requested: number, checkPeriod: number): number;
export declare class ResyncSchedule {
    #private;
    constructor(requested: number, checkPeriod: number, now: number);
    get period(): number;
    get due(): boolean;
    checkPeriodChanged(checkPeriod: number): void;
    tick(now: number): boolean;
    served(): void;
}

// src/shared-informer-factory-options.ts
type Common = Pick<SharedInformerOptions, 'clock' | 'random' | 'freeze' | 'queue' | 'watchErrorHandler' | 'onHandlerError' | 'linger' | 'reflector'>;
export interface SharedInformerFactoryOptions extends Common {
    readonly namespace?: string | undefined;
    readonly tweakListOptions?: ((options: ListOptions) => ListOptions) | undefined;
    readonly defaultResync?: Duration | undefined;
    readonly customResync?: Iterable<readonly [Resource, Duration]> | undefined;
    readonly transform?: Transform<KubernetesObject> | undefined;
    readonly name?: InformerName | undefined;
    readonly metricsProvider?: InformerMetricsProvider | undefined;
    readonly source?: InformerSource | undefined;
}
export interface InformerForOptions<T extends KubernetesObject, IndexName extends string> extends Pick<SharedInformerOptions<T, IndexName>, 'indexers' | 'transform' | 'resyncPeriod'> {
    readonly projection?: 'full' | 'metadata' | undefined;
}

// src/shared-informer-factory.ts
export type FactoryClient = Pick<Client, 'listParts' | 'watch'> & Partial<Pick<Client, 'clock' | 'random'>>;
export declare class SharedInformerFactory implements AsyncDisposable {
    #private;
    constructor(client: FactoryClient, options?: SharedInformerFactoryOptions);
    informerFor<T extends KubernetesObject, IndexName extends string = never>(resource: Resource<T>, options: InformerForOptions<PartialObjectMetadata, IndexName> & {
        readonly projection: 'metadata';
    }): SharedInformer<PartialObjectMetadata, IndexName>;
    informerFor<T extends KubernetesObject, IndexName extends string = never>(resource: Resource<T>, options?: InformerForOptions<T, IndexName>): SharedInformer<T, IndexName>;
    forResource<IndexName extends string = never>(gvr: GroupVersionResource & Partial<Pick<Resource, 'kind' | 'namespaced'>>, options?: InformerForOptions<KubernetesObject, IndexName>): SharedInformer<KubernetesObject, IndexName>;
    get informers(): readonly SharedInformer[];
    start(options?: {
        readonly signal?: AbortSignal;
    }): void;
    waitForCacheSync(options?: CacheSyncOptions): Promise<void>;
    shutdown(options?: BarrierOptions): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}

// src/shared-informer-options.ts
export interface SharedInformerOptions<T extends KubernetesObject = KubernetesObject, IndexName extends string = string> {
    readonly name?: string | undefined;
    readonly resource?: Pick<Resource, 'group' | 'resource'> | undefined;
    readonly indexers?: Indexers<T, IndexName> | undefined;
    readonly resyncPeriod?: Duration | undefined;
    readonly transform?: Transform<T> | undefined;
    readonly queue?: 'RealFIFO' | 'DeltaFIFO' | undefined;
    readonly freeze?: FreezePolicy | undefined;
    readonly detectMutations?: boolean | undefined;
    readonly watchErrorHandler?: ((error: Error) => void) | undefined;
    readonly onHandlerError?: ((error: HandlerError) => void) | undefined;
    readonly pauseAfterHandlerError?: Duration | undefined;
    readonly linger?: Duration | undefined;
    readonly reflector?: InformerReflectorOptions | undefined;
    readonly metrics?: InformerMetrics | undefined;
    readonly clock?: Clock | undefined;
    readonly random?: Random | undefined;
}
export type InformerReflectorOptions = Pick<ReflectorOptions, 'pageSize' | 'minWatchTimeout' | 'maxInternalErrorRetryDuration' | 'backoff' | 'expectedType' | 'useWatchList' | 'watchListTimeout' | 'consistencyCheck'>;
export interface CacheSyncOptions {
    readonly timeout?: Duration | undefined;
    readonly signal?: AbortSignal | undefined;
}
export interface ChangesOptions {
    readonly name?: string | undefined;
    readonly mailbox?: MailboxOptions | undefined;
    readonly resyncPeriod?: Duration | undefined;
}

// src/shared-informer.ts
export declare class SharedInformer<T extends KubernetesObject = KubernetesObject, IndexName extends string = never> implements AsyncDisposable {
    #private;
    readonly name: string;
    readonly description: string;
    readonly indexer: Indexer<T, IndexName | NamespaceIndex>;
    readonly lister: Lister<T>;
    readonly error$: Observable<Error>;
    readonly status$: Observable<InformerStatus>;
    constructor(listerWatcher: ListerWatcher<T>, options?: SharedInformerOptions<T, IndexName>);
    run({ signal }?: {
        readonly signal?: AbortSignal;
    }): Promise<void>;
    start({ signal }?: {
        readonly signal?: AbortSignal;
    }): void;
    stop(options?: BarrierOptions): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
    isStopped(): boolean;
    hasSynced(): boolean;
    get synced(): Promise<void>;
    waitForCacheSync(options?: CacheSyncOptions): Promise<void>;
    get lastSyncResourceVersion(): string;
    addEventHandler(handler: ResourceEventHandler<T>, options?: EventHandlerOptions<T>): ResourceEventHandlerRegistration;
    removeEventHandler(registration: ResourceEventHandlerRegistration): void;
    addIndexers<More extends string>(indexers: Indexers<T, More>): SharedInformer<T, IndexName | More>;
    setTransform(transform: Transform<T>): void;
    setWatchErrorHandler(handler: (error: Error) => void): void;
    get status(): InformerStatus;
    changes(options?: ChangesOptions): Observable<Change<T>>;
    events(options?: ChangesOptions & {
        readonly signal?: AbortSignal;
    }): AsyncIterable<Change<T>, undefined>;
    observe$(key: string | {
        readonly namespace?: string;
        readonly name: string;
    }): Observable<Cached<T> | undefined>;
    select$(selection: Selection<IndexName | NamespaceIndex>): Observable<readonly Cached<T>[]>;
}

// src/sync-tracker.ts
export declare class SyncTrackerError extends Error {
    readonly name = "SyncTrackerError";
    constructor();
}
export declare class AsyncTracker<K = string> {
    #private;
    start(key: K): void;
    finished(key: K): void;
    upstreamHasSynced(): void;
    hasSynced(): boolean;
    get synced(): Promise<void>;
}
export declare class SingleFileTracker {
    #private;
    start(): void;
    finished(): void;
    upstreamHasSynced(): void;
    hasSynced(): boolean;
    get synced(): Promise<void>;
}

// src/transform.ts
export type Transform<T> = (object: T) => T;
export declare function stripManagedFields<T extends KubernetesObject>(object: T): T;
export declare function identity<T>(object: T): T;
export declare class TransformFailedError extends Error {
    readonly name = "TransformFailedError";
    readonly key: string;
    constructor(key: string, options: {
        readonly cause: unknown;
    });
}

// src/turns.ts
export declare class Turns {
    #private;
    private constructor();
    static of(clock: Clock): Turns;
    isOver(): boolean;
    next(): Promise<void>;
}

// src/until-with-sync.ts
export interface UntilWithSyncOptions<T extends KubernetesObject> extends Omit<InformerWatcherOptions<T>, 'signal' | 'clock' | 'highWaterMark'>, UntilOptions {
    readonly precondition?: ((store: Indexer<T>) => boolean) | undefined;
}
export declare class UntilSyncError extends Error {
    readonly name = "UntilSyncError";
    readonly informer: string;
    readonly lastError: Error | undefined;
    constructor(informer: string, lastError: Error | undefined, options: {
        readonly cause: unknown;
    });
}
export declare function untilWithSync<T extends KubernetesObject>(listerWatcher: ListerWatcher<T>, conditions: WatchCondition<T> | readonly WatchCondition<T>[], { precondition, signal, timeout, clock, reflector, ...rest }?: UntilWithSyncOptions<T>): Promise<WatchEvent<T> | undefined>;

// src/wait.ts
export interface SyncChecker {
    readonly name: string;
    hasSynced(): boolean;
    readonly synced: Promise<void>;
}
export interface WaitForOptions {
    readonly signal?: AbortSignal | undefined;
    readonly log?: ((line: string) => void) | undefined;
}
export interface WaitForCacheSyncOptions {
    readonly signal?: AbortSignal | undefined;
    readonly clock?: Clock | undefined;
}
export declare class NotSyncedError extends Error {
    readonly name = "NotSyncedError";
    readonly unsynced: readonly string[];
    constructor(unsynced: readonly string[], options: {
        readonly cause: unknown;
    });
}
export declare function waitFor(what: string, checkers: Iterable<SyncChecker>, { signal, log }?: WaitForOptions): Promise<boolean>;
export declare function waitForCacheSync(synced: readonly (() => boolean)[], { signal, clock }?: WaitForCacheSyncOptions): Promise<boolean>;
export declare class SyncResult {
    readonly synced: ReadonlyMap<string, boolean>;
    readonly cause: unknown;
    constructor(synced: ReadonlyMap<string, boolean>, cause?: unknown);
    asError(): NotSyncedError | undefined;
}

// src/waiters.ts
export type Waiter = (failure?: {
    readonly error: unknown;
}) => void;
export declare class Waiters {
    #private;
    private constructor();
    static of(promise: Promise<unknown>): Waiters;
    get size(): number;
    add(waiter: Waiter): () => void;
}

// src/watched-store.ts
export declare function watchedStore<T extends KubernetesObject>(indexer: Indexer<T>, writing: (isWriting: boolean) => void): DeltaStore<T>;
