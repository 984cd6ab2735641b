// src/applied-objects.ts
export declare function appliedObjects<T extends KubernetesObject>(): OperatorFunction<readonly ReflectorEvent<T>[], T>;

// src/backoff.ts
export interface BackoffParameters {
    readonly duration: number;
    readonly factor: number;
    readonly jitter: number;
    readonly cap: number;
    readonly resetAfter: number;
    readonly resetRule: 'sinceReset' | 'sinceStep';
}
export interface BackoffState {
    readonly delay: number;
    readonly since: number;
}
export declare const defaultBackoff: BackoffParameters;
export declare function newBackoff(parameters: BackoffParameters, now: number): BackoffState;
export declare function nextDelay(parameters: BackoffParameters, state: BackoffState, now: number, random: number): readonly [number, BackoffState];

// src/changed-objects.ts
export declare function changedObjects<T extends KubernetesObject>(predicate: Predicate<NoInfer<T>>): OperatorFunction<readonly ReflectorEvent<T>[], T>;

// src/consistency-check.ts
export interface ConsistencyDifference {
    readonly missing: readonly string[];
    readonly extra: readonly string[];
    readonly different: readonly {
        readonly key: string;
        readonly path: string;
    }[];
}
export declare class ConsistencyError extends Error {
    readonly name = "ConsistencyError";
    readonly resourceVersion: string;
    readonly difference: ConsistencyDifference;
    constructor(description: string, resourceVersion: string, difference: ConsistencyDifference);
}
export declare function consistencyListOptions(resourceVersion: string, options: ListOptions, retrieved: number): ListOptions | undefined;
export declare function checkingConsistency<T extends KubernetesObject>(deliver: Deliver<T>, listerWatcher: ListerWatcher<T>, clock: Clock, isStreaming: () => boolean): Deliver<T>;

// src/diagnostics.ts
export type ReflectorDiagnostic = {
    readonly name: string;
} & (ReflectorReport | {
    readonly type: 'list';
    readonly resourceVersion: string;
    readonly duration: number;
    readonly items: number;
    readonly error: Error | undefined;
} | {
    readonly type: 'watch';
    readonly resourceVersion: string;
    readonly duration: number;
    readonly events: number;
    readonly bytes: number;
    readonly error: Error | undefined;
});
export declare function publish(make: () => ReflectorDiagnostic): void;

// src/difference.ts
export declare function differenceAt(left: unknown, right: unknown): string | undefined;

// src/effect.ts
export type TimerName = 'backoffElapsed' | 'resyncDue' | 'watchListTimedOut' | 'bookmarkOverdue';
export type ReflectorReport = {
    readonly type: 'failed';
    readonly error: Error;
    readonly retryIn: number;
} | {
    readonly type: 'watchListFellBack';
    readonly error: Error;
} | {
    readonly type: 'skipped';
    readonly errors: readonly Error[];
} | {
    readonly type: 'replayed';
    readonly events: number;
} | {
    readonly type: 'violated';
    readonly error: Error;
}
 | {
    readonly type: 'bookmarkOverdue';
    readonly silentFor: number;
    readonly sinceStart: boolean;
} | {
    readonly type: 'synced';
    readonly resourceVersion: string;
    readonly by: 'list' | 'watchList';
};
export type ReflectorEffect<T extends KubernetesObject = KubernetesObject> = {
    readonly type: 'emit';
    readonly events: readonly ReflectorEvent<T>[];
} | {
    readonly type: 'list';
    readonly options: ListOptions;
} | {
    readonly type: 'abortList';
} | {
    readonly type: 'openWatch';
    readonly options: ListOptions;
}
 | {
    readonly type: 'closeWatch';
} | {
    readonly type: 'setTimer';
    readonly timer: TimerName;
    readonly delay: number;
} | {
    readonly type: 'cancelTimer';
    readonly timer: TimerName;
}
 | {
    readonly type: 'handleError';
    readonly error: Error;
} | {
    readonly type: 'report';
    readonly report: ReflectorReport;
};

// src/errors.ts
export declare class ListFailedError extends Error {
    readonly name = "ListFailedError";
    readonly resourceVersion: string;
    constructor(resourceVersion: string, cause: Error);
}
export declare class WatchFailedError extends Error {
    readonly name = "WatchFailedError";
    readonly resourceVersion: string;
    constructor(resourceVersion: string, cause: Error);
}
export declare class VeryShortWatchError extends Error {
    readonly name = "VeryShortWatchError";
    readonly lasted: number;
    constructor(lasted: number);
}
export declare class WatchListTimeoutError extends Error {
    readonly name = "WatchListTimeoutError";
    readonly silentFor: number;
    constructor(silentFor: number);
}
export declare class WatchListBrokenError extends Error {
    readonly name = "WatchListBrokenError";
    readonly attempts: number;
    constructor(attempts: number);
}
export declare class UnusableListError extends Error {
    readonly name = "UnusableListError";
    constructor(why: string);
}
export declare class StaleListError extends Error {
    readonly name = "StaleListError";
    readonly asked: string;
    readonly answered: string;
    constructor(asked: string, answered: string);
}
export declare class BookmarkViolationError extends Error {
    readonly name = "BookmarkViolationError";
    readonly resourceVersion: string;
    readonly after: string;
    constructor(what: 'bookmark' | 'event', resourceVersion: string, after: string);
}
export declare class SkippedError extends Error {
    readonly name = "SkippedError";
    readonly eventType: string;
    constructor(eventType: string, why: string, cause?: unknown);
}
export declare class DeliveryError extends Error {
    readonly name = "DeliveryError";
    constructor(cause: unknown);
}
export declare class AlreadyRunningError extends Error {
    readonly name = "AlreadyRunningError";
    constructor(description: string);
}

// src/event.ts
export type InitReason = 'start' | 'relist';
export type ReflectorEvent<T extends KubernetesObject = KubernetesObject> = {
    readonly type: 'init';
    readonly reason: InitReason;
} | {
    readonly type: 'initApply';
    readonly objects: readonly T[];
}
 | {
    readonly type: 'initDelete';
    readonly object: T;
} | {
    readonly type: 'initDone';
    readonly resourceVersion: string;
} | {
    readonly type: 'added' | 'modified' | 'deleted';
    readonly object: T;
} | {
    readonly type: 'bookmark';
    readonly resourceVersion: string;
}
 | {
    readonly type: 'resync';
}
 | {
    readonly type: 'error';
    readonly error: Error;
    readonly retryIn: number;
};

// src/expected-type.ts
export interface ExpectedType {
    readonly apiVersion?: string | undefined;
    readonly kind?: string | undefined;
}
export declare function isTable({ apiVersion, kind }: ExpectedType): boolean;
export declare function expectedTypeOf(example: KubernetesObject | undefined): ExpectedType | undefined;
export declare function expectedTypeOfResource(resource: Resource, projection?: 'full' | 'metadata'): ExpectedType;
export declare function typeDescription(expected: ExpectedType | undefined): string;
export declare function misfit(object: unknown, expected: ExpectedType | undefined): string | undefined;
export declare function otherType(object: unknown, expected: ExpectedType | undefined): string | undefined;

// src/failure.ts
export type FailureKind = 'expired' | 'tooLargeResourceVersion' | 'tooManyRequests' | 'connectionRefused' | 'internalError'
 | 'undecodable' | 'other';
export interface Failure {
    readonly kind: FailureKind;
    readonly error: Error;
    readonly retryAfter: number;
}
export declare function failureOf(thrown: unknown): Failure;
export declare function failureOfStatus(status: Status): Failure;

// src/index.ts
export { appliedObjects } from './applied-objects.ts';
export { defaultBackoff, newBackoff, nextDelay, type BackoffParameters, type BackoffState, } from './backoff.ts';
export { changedObjects } from './changed-objects.ts';
export { consistencyListOptions, ConsistencyError, type ConsistencyDifference } from './consistency-check.ts';
export type { ReflectorDiagnostic } from './diagnostics.ts';
export { differenceAt } from './difference.ts';
export type { ReflectorEffect, ReflectorReport, TimerName } from './effect.ts';
export { AlreadyRunningError, BookmarkViolationError, DeliveryError, ListFailedError, SkippedError, StaleListError, UnusableListError, VeryShortWatchError, WatchFailedError, WatchListBrokenError, WatchListTimeoutError, } from './errors.ts';
export type { InitReason, ReflectorEvent } from './event.ts';
export { expectedTypeOf, expectedTypeOfResource, isTable, typeDescription, type ExpectedType, } from './expected-type.ts';
export { failureOf, failureOfStatus, type Failure, type FailureKind } from './failure.ts';
export type { Moment, ReflectorHappening, ReflectorInput } from './input.ts';
export { modify } from './modify.ts';
export { onError } from './on-error.ts';
export type { ReflectorBackoffOptions, ReflectorOptions } from './options.ts';
export { predicateFilter, type PredicateFilterOptions } from './predicate-filter.ts';
export { annotations, combine, fallback, finalizers, generation, labels, resourceVersion, type Predicate, } from './predicates.ts';
export { reflect, StoreInUseError, type ReflectorStore } from './reflect.ts';
export { reflector, type ReflectorClient } from './reflector-stream.ts';
export { Reflector } from './reflector.ts';
export { retryWatcher } from './retry-watcher-stream.ts';
export { InitialResourceVersionError, RetryWatcher, WatchReadTwiceError, type RetryWatcherOptions, } from './retry-watcher.ts';
export { recordError, shouldRetry, type RetryWindow } from './retry-with-deadline.ts';
export type { Deliver } from './run.ts';
export { emptyMemory, idle, type ReflectorMemory, type ReflectorSettings, type ReflectorState, } from './state.ts';
export type { ReflectorPhase, ReflectorStatus } from './status.ts';
export { step } from './step.ts';
export { stripManagedFields } from './strip-managed-fields.ts';
export { touchedObjects } from './touched-objects.ts';
export { watchTimeout, type Step } from './transitions.ts';
export { ConditionError, UntilTimeoutError, WatchClosedError } from './until-errors.ts';
export { until, untilWithoutRetry, type UntilOptions, type WatchCondition } from './until.ts';
export { prepareWatchListOptions } from './watch-list-options.ts';
export { watchObject } from './watch-object.ts';

// src/initial-reading.ts
export interface InitialReading<T extends KubernetesObject> {
    readonly emit: ReflectorEvent<T>[];
    readonly count: number;
    readonly skipped: readonly SkippedError[];
    readonly failure: Failure | undefined;
    readonly snapshot: string | undefined;
    readonly next: number;
}
export declare function readInitial<T extends KubernetesObject>(events: readonly WatchEvent<T>[], settings: ReflectorSettings): InitialReading<T>;

// src/input.ts
export type ReflectorHappening<T extends KubernetesObject = KubernetesObject> = {
    readonly type: 'start';
} | {
    readonly type: 'listItems';
    readonly items: readonly T[];
}
 | {
    readonly type: 'listRestarted';
} | {
    readonly type: 'listEnd';
    readonly apiVersion?: string | undefined;
    readonly kind?: string | undefined;
    readonly metadata: ListMeta;
    readonly paginated: boolean;
} | {
    readonly type: 'listFailed';
    readonly failure: Failure;
} | {
    readonly type: 'watchOpened';
} | {
    readonly type: 'watchFailed';
    readonly failure: Failure;
} | {
    readonly type: 'events';
    readonly events: readonly WatchEvent<T>[];
}
 | {
    readonly type: 'streamEnded';
}
 | {
    readonly type: 'streamFailed';
    readonly failure: Failure;
}
 | {
    readonly type: 'deliveryFailed';
    readonly error: Error;
} | {
    readonly type: 'backoffElapsed';
}
 | {
    readonly type: 'resyncDue';
    readonly wanted: boolean;
} | {
    readonly type: 'watchListTimedOut';
} | {
    readonly type: 'bookmarkOverdue';
} | {
    readonly type: 'stop';
};
export interface Moment {
    readonly at: number;
    readonly random: number;
}
export type ReflectorInput<T extends KubernetesObject = KubernetesObject> = ReflectorHappening<T> & Moment;

// src/modify.ts
export declare function modify<T extends KubernetesObject>(change: (object: T) => T | void): MonoTypeOperatorFunction<readonly ReflectorEvent<T>[]>;

// src/on-error.ts
export declare function onError<T extends KubernetesObject>(handle: (error: Error, retryIn: number) => void): MonoTypeOperatorFunction<readonly ReflectorEvent<T>[]>;

// src/operation.ts
export interface OperationContext<T extends KubernetesObject> {
    readonly listerWatcher: ListerWatcher<T>;
    readonly clock: Clock;
    readonly status: StatusBoard;
    happened(happening: ReflectorHappening<T>, operation: Operation): Promise<void>;
}
export interface Operation {
    stop(): void;
    readonly done: Promise<void>;
}
export declare function listOperation<T extends KubernetesObject>(context: OperationContext<T>, options: ListOptions): Operation;
export declare function watchOperation<T extends KubernetesObject>(context: OperationContext<T>, options: ListOptions): Operation;

// src/options.ts
export interface ReflectorBackoffOptions {
    readonly duration?: Duration | undefined;
    readonly factor?: number | undefined;
    readonly jitter?: number | undefined;
    readonly cap?: Duration | undefined;
    readonly resetAfter?: Duration | undefined;
    readonly resetRule?: BackoffParameters['resetRule'] | undefined;
}
export interface ReflectorOptions {
    readonly name?: string | undefined;
    readonly clock?: Clock | undefined;
    readonly random?: Random | undefined;
    readonly resyncPeriod?: Duration | undefined;
    readonly shouldResync?: (() => boolean) | undefined;
    readonly pageSize?: number | undefined;
    readonly minWatchTimeout?: Duration | undefined;
    readonly maxInternalErrorRetryDuration?: Duration | undefined;
    readonly backoff?: ReflectorBackoffOptions | undefined;
    readonly watchErrorHandler?: ((error: Error) => void) | undefined;
    readonly expectedType?: ExpectedType | undefined;
    readonly useWatchList?: boolean | undefined;
    readonly watchListTimeout?: Duration | undefined;
    readonly consistencyCheck?: boolean | undefined;
}
export declare function sourcesOf({ clock, random }: ReflectorOptions): {
    readonly clock: Clock;
    readonly random: Random;
};
export declare function settingsOf(options: ReflectorOptions, watchListUnsupported: boolean): ReflectorSettings;

// src/predicate-filter.ts
export interface PredicateFilterOptions {
    readonly ttl?: Duration | undefined;
    readonly clock?: Clock | undefined;
}
export declare function predicateFilter<T extends KubernetesObject>(predicate: Predicate<NoInfer<T>>, { ttl, clock }?: PredicateFilterOptions): MonoTypeOperatorFunction<T>;
export declare function keyOf({ metadata }: KubernetesObject): string;

// src/predicates.ts
export type Predicate<T extends KubernetesObject = KubernetesObject> = (object: T) => string | number | undefined;
export declare const generation: Predicate;
export declare const resourceVersion: Predicate;
export declare const labels: Predicate;
export declare const annotations: Predicate;
export declare const finalizers: Predicate;
export declare function combine<T extends KubernetesObject>(...predicates: readonly Predicate<T>[]): Predicate<T>;
export declare function fallback<T extends KubernetesObject>(...predicates: readonly Predicate<T>[]): Predicate<T>;

// src/reading.ts
export interface Reading<T extends KubernetesObject> {
    readonly emit: ReflectorEvent<T>[];
    readonly stream: StreamProgress;
    readonly resourceVersion: string;
    readonly skipped: readonly SkippedError[];
    readonly replayed: number;
    readonly failure: Failure | undefined;
    readonly violation: BookmarkViolationError | undefined;
}
export declare function openedStream(from: string, requestedAt: number): StreamProgress;
export declare function skipReason(event: WatchEvent<KubernetesObject>, settings: ReflectorSettings): string | undefined;
export declare function nameless(object: KubernetesObject): string | undefined;
export declare function endsInitialEvents(event: WatchEvent<KubernetesObject>): boolean;
export declare function readWatch<T extends KubernetesObject>(events: readonly WatchEvent<T>[], first: number, opened: StreamProgress, known: string, settings: ReflectorSettings): Reading<T>;
export declare function statusOf(object: Status | null | undefined): Status;

// src/reflect.ts
export interface ReflectorStore<T extends KubernetesObject> {
    replace(objects: ReadonlyMap<string, T>, resourceVersion: string): void;
    add(object: T): void;
    update(object: T): void;
    delete(object: T): void;
    bookmark?(resourceVersion: string): void;
}
export declare class StoreInUseError extends Error {
    readonly name = "StoreInUseError";
    constructor();
}
export declare function reflect<T extends KubernetesObject>(store: ReflectorStore<T>): MonoTypeOperatorFunction<readonly ReflectorEvent<T>[]>;

// src/reflector-stream.ts
export type ReflectorClient = Pick<Client, 'listParts' | 'watch'> & Partial<Pick<Client, 'clock' | 'random'>>;
export declare function reflector<T extends KubernetesObject>(listerWatcher: ListerWatcher<T>, options?: ReflectorOptions): Observable<readonly ReflectorEvent<T>[]>;
export declare function reflector<T extends KubernetesObject>(client: ReflectorClient, resource: Resource<T>, options?: ReflectorOptions & ListWatchOptions): Observable<readonly ReflectorEvent<T>[]>;

// src/reflector.ts
export declare class Reflector<T extends KubernetesObject = KubernetesObject> {
    #private;
    constructor(listerWatcher: ListerWatcher<T>, options?: ReflectorOptions);
    get lastSyncResourceVersion(): string;
    get status(): ReflectorStatus;
    get status$(): Observable<ReflectorStatus>;
    run(deliver: Deliver<T>, { signal }: {
        readonly signal: AbortSignal;
    }): Promise<void>;
}

// src/retry-watcher-reading.ts
export interface RetryReading<T extends KubernetesObject> {
    readonly events: readonly WatchEvent<T>[];
    readonly resourceVersion: string;
    readonly next: 'read' | 'reopen' | 'end';
    readonly error?: Error;
}
export declare function readBatch<T extends KubernetesObject>(batch: readonly WatchEvent<T>[], resourceVersion: string): RetryReading<T>;
export declare function lastStatus(error: Error): Status | undefined;

// src/retry-watcher-stream.ts
export declare function retryWatcher<T extends KubernetesObject>(watcher: Pick<ListerWatcher<T>, 'watch'>, resourceVersion: string, options?: RetryWatcherOptions): Observable<readonly WatchEvent<T>[]>;

// src/retry-watcher.ts
export interface RetryWatcherOptions {
    readonly signal?: AbortSignal | undefined;
    readonly clock?: Clock | undefined;
    readonly minRestartDelay?: Duration | undefined;
    readonly watchErrorHandler?: ((error: Error) => void) | undefined;
}
export declare class InitialResourceVersionError extends Error {
    readonly name = "InitialResourceVersionError";
    readonly resourceVersion: string;
    constructor(resourceVersion: string);
}
export declare class WatchReadTwiceError extends Error {
    readonly name = "WatchReadTwiceError";
    constructor();
}
export declare class RetryWatcher<T extends KubernetesObject = KubernetesObject> implements WatchStream<T> {
    #private;
    readonly done: Promise<void>;
    constructor(watcher: Pick<ListerWatcher<T>, 'watch'>, resourceVersion: string, options?: RetryWatcherOptions);
    get resourceVersion(): string;
    stop(): void;
    [Symbol.asyncIterator](): AsyncGenerator<readonly WatchEvent<T>[], void, undefined>;
}

// src/retry-with-deadline.ts
export interface RetryWindow {
    readonly first: number;
    readonly last: number;
}
export declare function recordError(window: RetryWindow | undefined, now: number): RetryWindow;
export declare function shouldRetry(window: RetryWindow | undefined, now: number, maxDuration: number): readonly [boolean, RetryWindow | undefined];

// src/run.ts
export type Deliver<T extends KubernetesObject = KubernetesObject> = (events: readonly ReflectorEvent<T>[], call: {
    readonly signal: AbortSignal;
}) => void | Promise<void>;
export interface RunOptions<T extends KubernetesObject> {
    readonly listerWatcher: ListerWatcher<T>;
    readonly deliver: Deliver<T>;
    readonly clock: Clock;
    readonly random: Random;
    readonly status: StatusBoard;
    readonly state: ReflectorState;
    readonly signal: AbortSignal;
    readonly shouldResync: () => boolean;
    readonly watchErrorHandler: (error: Error) => void;
    readonly isFatal: (error: unknown) => boolean;
}
export declare class ReflectorRun<T extends KubernetesObject> implements OperationContext<T> {
    #private;
    readonly listerWatcher: ListerWatcher<T>;
    readonly clock: Clock;
    readonly status: StatusBoard;
    constructor(options: RunOptions<T>);
    get state(): ReflectorState;
    run(): Promise<void>;
    happened(happening: ReflectorHappening<T>, operation: Operation): Promise<void>;
}

// src/state.ts
export interface ReflectorSettings {
    readonly pageSize: number;
    readonly minWatchTimeout: number;
    readonly useWatchList: boolean;
    readonly watchListTimeout: number;
    readonly resyncPeriod: number;
    readonly maxInternalErrorRetryDuration: number;
    readonly backoff: BackoffParameters;
    readonly expectedType: ExpectedType | undefined;
}
export interface ReflectorMemory {
    readonly resourceVersion: string;
    readonly synced: boolean;
    readonly unavailable: boolean;
    readonly paginated: boolean;
    readonly backoff: BackoffState;
    readonly watchListsGivenUp: number;
    readonly shortLived: number;
}
interface Base {
    readonly settings: ReflectorSettings;
    readonly memory: ReflectorMemory;
}
export interface StreamProgress {
    readonly from: string;
    readonly requestedAt: number;
    readonly events: number;
    readonly publishes: boolean;
    readonly bookmark: string;
}
export interface Idle extends Base {
    readonly phase: 'idle';
}
export interface Listing extends Base {
    readonly phase: 'listing';
    readonly resourceVersion: string;
    readonly limit: number;
    readonly retried: boolean;
}
export interface OpeningWatchList extends Base {
    readonly phase: 'openingWatchList';
    readonly resourceVersion: string;
    readonly requestedAt: number;
    readonly broken: number;
}
export interface Streaming extends Base {
    readonly phase: 'streaming';
    readonly stream: StreamProgress;
    readonly lastEventAt: number | undefined;
    readonly broken: number;
}
export interface OpeningWatch extends Base {
    readonly phase: 'openingWatch';
    readonly requestedAt: number;
    readonly internalErrors: RetryWindow | undefined;
}
export interface Watching extends Base {
    readonly phase: 'watching';
    readonly stream: StreamProgress;
    readonly internalErrors: RetryWindow | undefined;
}
export interface Waiting extends Base {
    readonly phase: 'waiting';
    readonly next: 'session' | 'list' | 'watch' | 'watchList';
    readonly internalErrors: RetryWindow | undefined;
    readonly broken: number;
}
interface Stopped extends Base {
    readonly phase: 'stopped';
}
export type ReflectorState = Idle | Listing | OpeningWatchList | Streaming | OpeningWatch | Watching | Waiting | Stopped;
export declare function idle(settings: ReflectorSettings, memory: ReflectorMemory): Idle;
export declare function emptyMemory(backoff: BackoffState): ReflectorMemory;

// src/status.ts
export type ReflectorPhase = 'idle' | 'listing' | 'streaming' | 'watching' | 'backoff' | 'stopped';
export interface ReflectorStatus {
    readonly name: string;
    readonly phase: ReflectorPhase;
    readonly synced: boolean;
    readonly resourceVersion: string;
    readonly lastError: Error | undefined;
    readonly attempts: number;
    readonly retryAt: number | undefined;
    readonly watchListError: Error | undefined;
    readonly silentFor: number | undefined;
    readonly lists: number;
    readonly watches: number;
    readonly shortWatches: number;
    readonly events: number;
    readonly items: number;
    readonly lastEventAt: number | undefined;
    readonly bytes: number;
    readonly skipped: number;
    readonly replayed: number;
    readonly violations: number;
    readonly consumerErrors: number;
}
export declare class StatusBoard {
    #private;
    constructor(name: string);
    get current(): ReflectorStatus;
    get changes$(): Observable<ReflectorStatus>;
    update(change: Partial<ReflectorStatus>): void;
    count(of: CountName, by?: number): void;
    recovered(): void;
    moved(state: ReflectorState): void;
}
type CountName = {
    [K in keyof ReflectorStatus]: ReflectorStatus[K] extends number ? K : never;
}[keyof ReflectorStatus];

// src/step-listing.ts
export declare function stepListing<T extends KubernetesObject>(state: Listing, input: ReflectorInput<T>): Step<T>;
export declare function resyncTimer(resyncPeriod: number): readonly ReflectorEffect<never>[];

// src/step-streaming.ts
export declare function stepOpeningWatchList<T extends KubernetesObject>(state: OpeningWatchList, input: ReflectorInput<T>): Step<T>;
export declare function stepStreaming<T extends KubernetesObject>(state: Streaming, input: ReflectorInput<T>): Step<T>;

// src/step-watching.ts
export declare function stepOpeningWatch<T extends KubernetesObject>(state: OpeningWatch, input: ReflectorInput<T>): Step<T>;
export declare function stepWatching<T extends KubernetesObject>(state: Watching, input: ReflectorInput<T>): Step<T>;
export declare function resync<T extends KubernetesObject>(state: ReflectorState, wanted: boolean): Step<T>;
export declare function takeEvents<T extends KubernetesObject>(state: Watching, input: Extract<ReflectorInput<T>, {
    readonly type: 'events';
}>, first: number, before: readonly ReflectorEvent<T>[], opening: readonly ReflectorEffect<T>[]): Step<T>;
export declare const closeSession: readonly [{
    readonly type: 'closeWatch';
}, {
    readonly type: 'cancelTimer';
    readonly timer: 'resyncDue';
}];

// src/step.ts
export declare function step<T extends KubernetesObject = KubernetesObject>(state: ReflectorState, input: ReflectorInput<T>): Step<T>;

// src/strip-managed-fields.ts
export declare function stripManagedFields<T extends KubernetesObject>(): MonoTypeOperatorFunction<readonly ReflectorEvent<T>[]>;

// src/touched-objects.ts
export declare function touchedObjects<T extends KubernetesObject>(): OperatorFunction<readonly ReflectorEvent<T>[], T>;

// src/transitions.ts
export type Step<T extends KubernetesObject = KubernetesObject> = readonly [
    ReflectorState,
    readonly ReflectorEffect<T>[]
];
export interface Ground {
    readonly settings: ReflectorSettings;
    readonly memory: ReflectorMemory;
}
export declare const bookmarkTick = 10000;
export declare function emitting<T extends KubernetesObject>(events: readonly ReflectorEvent<T>[]): readonly ReflectorEffect<T>[];
export declare function beginSession<T extends KubernetesObject>(ground: Ground, moment: Moment, before?: readonly ReflectorEvent<T>[]): Step<T>;
export declare function listVersion({ unavailable, resourceVersion }: ReflectorMemory): string;
export declare function list<T extends KubernetesObject>(ground: Ground, resourceVersion: string, before?: readonly ReflectorEvent<T>[], retriedLimit?: number): Step<T>;
export declare function openWatchList<T extends KubernetesObject>({ settings, memory }: Ground, { at, random }: Moment, broken: number, before?: readonly ReflectorEvent<T>[]): Step<T>;
export declare function openWatch<T extends KubernetesObject>({ settings, memory }: Ground, { at, random }: Moment, internalErrors: RetryWindow | undefined): Step<T>;
export declare function watchTimeout(minWatchTimeout: number, random: number): number;
export declare function wait<T extends KubernetesObject>({ settings, memory }: Ground, { at, random }: Moment, next: Waiting['next'], { retryAfter, internalErrors, broken }?: Partial<Waiting> & {
    readonly retryAfter?: number;
}): readonly [Waiting, number, ReflectorEffect<T>];
export declare function relist<T extends KubernetesObject>(ground: Ground, moment: Moment, error: Error, how: {
    readonly before?: readonly ReflectorEvent<T>[];
    readonly cleanUp?: readonly ReflectorEffect<T>[];
    readonly retryAfter?: number;
    readonly handled?: boolean;
}): Step<T>;
export declare function init({ synced }: ReflectorMemory): {
    readonly type: 'init';
    readonly reason: 'start' | 'relist';
};

// src/until-errors.ts
export declare class WatchClosedError<T extends KubernetesObject = KubernetesObject> extends Error {
    readonly name = "WatchClosedError";
    readonly lastEvent: WatchEvent<T> | undefined;
    constructor(lastEvent: WatchEvent<T> | undefined, broken?: {
        readonly error: unknown;
    });
}
export declare class UntilTimeoutError<T extends KubernetesObject = KubernetesObject> extends Error {
    readonly name = "UntilTimeoutError";
    readonly lastEvent: WatchEvent<T> | undefined;
    readonly timeout: Duration;
    constructor(timeout: Duration, lastEvent: WatchEvent<T> | undefined);
}
export declare class ConditionError<T extends KubernetesObject = KubernetesObject> extends Error {
    readonly name = "ConditionError";
    readonly lastEvent: WatchEvent<T>;
    constructor(lastEvent: WatchEvent<T>, cause: unknown);
}

// src/until.ts
export type WatchCondition<T extends KubernetesObject> = (event: WatchEvent<T>) => boolean;
export interface UntilOptions {
    readonly signal?: AbortSignal | undefined;
    readonly timeout?: Duration | undefined;
    readonly clock?: Clock | undefined;
}
export declare function untilWithoutRetry<T extends KubernetesObject>(watch: WatchStream<T>, conditions: WatchCondition<T> | readonly WatchCondition<T>[], { signal, timeout, clock }?: UntilOptions): Promise<WatchEvent<T> | undefined>;
export declare function until<T extends KubernetesObject>(watcher: Pick<ListerWatcher<T>, 'watch'>, resourceVersion: string, conditions: WatchCondition<T> | readonly WatchCondition<T>[], options?: UntilOptions & Omit<RetryWatcherOptions, 'signal'>): Promise<WatchEvent<T> | undefined>;

// src/version-order.ts
export declare function isOlder(a: string, b: string): boolean;
export declare function isUnset(resourceVersion: string): boolean;

// src/watch-list-options.ts
export declare function prepareWatchListOptions(options: ListOptions, { useWatchList }?: {
    readonly useWatchList?: boolean;
}): ListOptions | undefined;

// src/watch-object.ts
export declare function watchObject<T extends KubernetesObject>(client: ReflectorClient, resource: Resource<T>, address: string | ObjectAddress, options?: ReflectorOptions & Pick<ListWatchOptions, 'projection' | 'watchListUnsupported'>): Observable<T | undefined>;
