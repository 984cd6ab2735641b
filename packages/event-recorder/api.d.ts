// src/answer-within.ts
export declare function answerWithin<T>(clock: Clock, time: number, outer: AbortSignal, run: (signal: AbortSignal) => Promise<T>): Promise<T>;

// src/bounded-map.ts
export declare class BoundedMap<V extends object> {
    #private;
    constructor(max: number, onEvict?: (value: V, key: string) => void);
    get size(): number;
    get(key: string): V | undefined;
    set(key: string, value: V): void;
    delete(key: string): void;
    entries(): readonly (readonly [key: string, value: V])[];
}

// src/broadcaster-options.ts
export interface BroadcasterOptions {
    readonly clock?: Clock | undefined;
    readonly random?: Random | undefined;
    readonly signal?: AbortSignal | undefined;
    readonly queueSize?: number | undefined;
    readonly sleepDuration?: Duration | undefined;
    readonly requestTimeout?: Duration | undefined;
    readonly drainTimeout?: Duration | undefined;
    readonly messageLimit?: number | undefined;
    readonly onError?: ((error: Error) => void) | undefined;
}
export interface ShutdownOptions {
    readonly timeout?: Duration | undefined;
    readonly signal?: AbortSignal | undefined;
}
export type StructuredLog = (message: string, fields: Readonly<Record<string, string>>) => void;

// src/broadcaster.ts
export declare abstract class Broadcaster<T> implements AsyncDisposable {
    #private;
    readonly error$: Observable<Error>;
    readonly stats$: Observable<EventStats>;
    protected readonly clock: Clock;
    protected readonly random: Random;
    protected readonly names: EventNames;
    protected readonly tally: Tally;
    protected readonly reports: EventReports;
    protected readonly messageLimit: number;
    protected readonly sleepDuration: number;
    constructor(options?: BroadcasterOptions);
    get stats(): EventStats;
    protected get closing(): AbortSignal;
    protected get signal(): AbortSignal;
    startEventWatcher(handler: EventHandler<T>): EventWatcher;
    startStructuredLogging(log: StructuredLog): EventWatcher;
    shutdown({ timeout, signal }?: ShutdownOptions): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
    protected abstract fieldsOf(event: T): Readonly<Record<string, string>>;
    protected abstract drain(): Promise<void>;
    protected abstract cut(): void;
    protected queued(): number;
    protected watchEach(handle: (event: T, signal: AbortSignal) => Promise<void> | void): EventWatcher;
    protected watchForSink(handle: (event: T, watch: Watch<T>) => Promise<void> | undefined): Watch<T>;
    protected record(make: () => T): void;
    protected request<R>(outer: AbortSignal, run: (signal: AbortSignal) => Promise<R>): Promise<R>;
    protected drop(reason: DropReason, count?: number, cause?: unknown): void;
}

// src/client-event-recorder.ts
export interface ClientEventRecorderOptions extends EventSource, EventBroadcasterOptions {
}
export declare class ClientEventRecorder implements EventRecorder, AsyncDisposable {
    #private;
    readonly broadcaster: EventBroadcaster;
    constructor(client: Pick<Client, 'create' | 'patch' | 'clock' | 'random'>, options: ClientEventRecorderOptions);
    get stats(): EventStats;
    get stats$(): Observable<EventStats>;
    get error$(): Observable<Error>;
    event(object: Referencable, type: EventType, reason: string, message: string): void;
    annotatedEvent(object: Referencable, annotations: EventAnnotations, type: EventType, reason: string, message: string): void;
    shutdown(options?: ShutdownOptions): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}

// src/correlator-options.ts
export interface EventCorrelatorOptions {
    readonly lruCacheSize?: number | undefined;
    readonly burstSize?: number | undefined;
    readonly qps?: number | undefined;
    readonly keyFunc?: ((event: Event) => AggregateKey) | undefined;
    readonly messageFunc?: ((event: Event) => string) | undefined;
    readonly maxEvents?: number | undefined;
    readonly maxInterval?: Duration | undefined;
    readonly spamKeyFunc?: ((event: Event) => string) | undefined;
    readonly clock?: Clock | undefined;
    readonly random?: Random | undefined;
}

// src/cut-text.ts
export declare function cutText(text: string, limit: number): string;

// src/deliver.ts
export interface Delivery<T> {
    readonly clock: Clock;
    write(): Promise<T>;
    judge(error: unknown): Verdict;
    pause(tries: number): number;
    retrying(): void;
    readonly closing: AbortSignal;
    readonly signal: AbortSignal;
}
export type Delivered<T> = {
    readonly type: 'sent';
    readonly stored: T;
} | {
    readonly type: 'refused';
    readonly error: unknown;
    readonly quietly: boolean;
    readonly tries: number;
} | {
    readonly type: 'gave-up';
    readonly error: unknown;
    readonly tries: number;
} | {
    readonly type: 'shut-down';
};
export declare function deliver<T>(delivery: Delivery<T>): Promise<Delivered<T>>;

// src/errors.ts
export interface EventFacts {
    readonly object: string;
    readonly reason: string;
}
export declare class EventsDroppedError extends Error {
    readonly name = "EventsDroppedError";
    readonly reason: DropReason;
    readonly count: number;
    constructor(reason: DropReason, count: number, cause?: unknown);
}
export declare class EventNotSentError extends Error {
    readonly name = "EventNotSentError";
    readonly object: string;
    readonly reason: string;
    readonly tries: number;
    constructor({ object, reason }: EventFacts, tries: number, cause: unknown);
}
export declare class InvalidEventTypeError extends Error {
    readonly name = "InvalidEventTypeError";
    constructor();
}
export declare class EventHandlerError extends Error {
    readonly name = "EventHandlerError";
    constructor(what: string, cause?: unknown);
}
export declare class BroadcasterShutDownError extends Error {
    readonly name = "BroadcasterShutDownError";
    constructor(refused: string);
}
export declare class AlreadyRecordingError extends Error {
    readonly name = "AlreadyRecordingError";
    constructor();
}

// src/event-aggregator.ts
export interface AggregatorOptions {
    readonly lruCacheSize: number;
    readonly keyFunc: (event: Event) => AggregateKey;
    readonly messageFunc: (event: Event) => string;
    readonly maxEvents: number;
    readonly maxInterval: number;
}
export interface Moment {
    readonly wall: number;
    readonly elapsed: number;
}
export declare class EventAggregator {
    #private;
    constructor(options: AggregatorOptions, nameFor: (objectName: string) => string);
    aggregate(event: Event, { wall, elapsed }: Moment): {
        readonly event: Event;
        readonly key: string;
    } | undefined;
}

// src/event-broadcaster-adapter.ts
export interface EventBroadcasterAdapterOptions extends EventBroadcasterOptions, EventsV1BroadcasterOptions {
}
type AdapterClient = Pick<Client, 'create' | 'patch' | 'request' | 'clock' | 'random'>;
export declare class EventBroadcasterAdapter implements AsyncDisposable {
    #private;
    readonly eventsV1: EventsV1Broadcaster | undefined;
    readonly coreV1: EventBroadcaster;
    readonly error$: Observable<Error>;
    readonly discoveryError: unknown;
    constructor(client: AdapterClient, found: {
        readonly hasEventsV1: boolean;
        readonly discoveryError?: unknown;
    }, options?: EventBroadcasterAdapterOptions);
    static fromClient(client: AdapterClient, options?: EventBroadcasterAdapterOptions): Promise<EventBroadcasterAdapter>;
    startRecordingToSink(): void;
    newRecorder(name: string): EventsV1Recorder;
    newLegacyRecorder(name: string): EventRecorder;
    shutdown(options?: ShutdownOptions): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}

// src/event-broadcaster.ts
export interface EventBroadcasterOptions extends BroadcasterOptions {
    readonly correlator?: Omit<EventCorrelatorOptions, 'clock' | 'random'> | undefined;
}
export declare class EventBroadcaster extends Broadcaster<Event> {
    #private;
    constructor(options?: EventBroadcasterOptions);
    newRecorder(source: EventSource): EventRecorder;
    startRecordingToSink(sink: EventSink<Event>): EventWatcher;
    startLogging(log: (line: string) => void): EventWatcher;
    protected fieldsOf({ involvedObject, type, reason, message }: Event): Record<string, string>;
    protected drain(): Promise<void>;
    protected cut(): void;
}

// src/event-correlator.ts
export type EventCorrelateResult = {
    readonly skip: true;
} | {
    readonly skip: false;
    readonly event: Event;
    readonly patch: EventPatch | undefined;
    readonly key: string;
};
export declare class EventCorrelator {
    #private;
    constructor(options?: EventCorrelatorOptions);
    correlate(event: Event): EventCorrelateResult;
    updateState(stored: Event, key: string): void;
}

// src/event-keys.ts
export interface AggregateKey {
    readonly aggregateKey: string;
    readonly localKey: string;
}
export declare function eventKey({ source, involvedObject: object, type, reason, message }: Event): string;
export declare function aggregateByReason(event: Event): AggregateKey;
export declare function aggregateMessage({ message }: Event): string;
export declare function spamKey({ source, involvedObject: object, type }: Event): string;
export declare function spamKeyByReason(event: Event): string;

// src/event-log.ts
export interface EventPatch {
    readonly count: number;
    readonly lastTimestamp?: string;
    readonly message?: string;
}
export declare class EventLog {
    #private;
    constructor(lruCacheSize: number);
    observe(event: Event, key: string): {
        readonly event: Event;
        readonly patch: EventPatch | undefined;
    };
    update({ metadata, count, firstTimestamp }: Event, key: string): void;
}

// src/event-names.ts
export declare class EventNames {
    #private;
    constructor(clock: Clock, random: Random);
    next(objectName: string): string;
}

// src/event-queue.ts
export interface EventQueueOptions<T> {
    readonly clock: Clock;
    readonly limit: number;
    readonly workers: number;
    readonly handle: (item: T) => Promise<void> | undefined;
    readonly failed: (error: unknown) => void;
}
export declare class EventQueue<T> {
    #private;
    constructor(options: EventQueueOptions<T>);
    get pending(): number;
    get hasRoom(): boolean;
    offer(item: T): boolean;
    close(): void;
    clear(): readonly T[];
    drained(): Promise<void>;
}

// src/event-recorder-adapter.ts
export declare function eventRecorderAdapter(recorder: EventRecorder): EventsV1Recorder;

// src/event-recorder.ts
export type EventType = 'Normal' | 'Warning';
export type EventAnnotations = Readonly<Record<string, string>>;
export interface EventRecorder {
    event(object: Referencable, type: EventType, reason: string, message: string): void;
    annotatedEvent(object: Referencable, annotations: EventAnnotations, type: EventType, reason: string, message: string): void;
}
export interface EventsV1Recorder {
    eventf(regarding: Referencable, related: Referencable | undefined, type: EventType, reason: string, action: string, note: string): void;
    annotatedEventf(regarding: Referencable, related: Referencable | undefined, annotations: EventAnnotations, type: EventType, reason: string, action: string, note: string): void;
}

// src/event-reports.ts
export declare class EventReports {
    #private;
    readonly error$: Observable<Error>;
    constructor(clock: Clock, onError: ((error: Error) => void) | undefined);
    report(error: Error): void;
    dropped(reason: DropReason, count: number, cause?: unknown): void;
    end(): void;
}

// src/event-sink.ts
export interface EventSinkOptions {
    readonly signal: AbortSignal;
}
export interface EventSink<T extends KubernetesObject> {
    create(event: T, options: EventSinkOptions): Promise<T>;
    patch(event: T, patch: object, options: EventSinkOptions): Promise<T>;
}
type EventClient = Pick<Client, 'create' | 'patch'>;
export declare function clientEventSink(client: EventClient): EventSink<Event>;
export declare function clientEventsV1Sink(client: EventClient): EventSink<EventsV1Event>;

// src/event-stats.ts
export type DropReason = 
'invalid'
 | 'noSink'
 | 'queueFull'
 | 'spam'
 | 'rejected'
 | 'retriesExhausted'
 | 'shutDown';
export interface EventStats {
    readonly offered: number;
    readonly queued: number;
    readonly sent: number;
    readonly combined: number;
    readonly dropped: number;
    readonly drops: Readonly<Record<DropReason, number>>;
    readonly retries: number;
}

// src/event-watcher.ts
export interface EventWatcher extends AsyncDisposable {
    readonly dropped: number;
    stop(): Promise<void>;
}
export interface EventHandlerOptions {
    readonly signal: AbortSignal;
}
export type EventHandler<T> = (event: DeepReadonly<T>, options: EventHandlerOptions) => Promise<void> | void;
export interface WatchOptions<T> {
    readonly clock: Clock;
    readonly limit: number;
    handle(event: T, watch: Watch<T>): Promise<void> | undefined;
    failed(error: unknown): void;
    thrown(count: number): void;
    stopped(watch: Watch<T>): void;
    ended(watch: Watch<T>): void;
}
export declare const grace = 1000;
export declare class Watch<T> implements EventWatcher {
    #private;
    constructor(options: WatchOptions<T>);
    get dropped(): number;
    get pending(): number;
    get hasRoom(): boolean;
    get closing(): AbortSignal;
    get signal(): AbortSignal;
    offer(event: T): boolean;
    missed(): void;
    close(): void;
    drained(): Promise<void>;
    cut(): void;
    stop(): Promise<void>;
    [Symbol.asyncDispose](): Promise<void>;
}

// src/events-v1-broadcaster.ts
export interface EventsV1BroadcasterOptions extends BroadcasterOptions {
    readonly maxSeries?: number | undefined;
    readonly hostname?: string | undefined;
}
export declare class EventsV1Broadcaster extends Broadcaster<EventsV1Event> {
    #private;
    constructor(options?: EventsV1BroadcasterOptions);
    newRecorder(reportingController: string): EventsV1Recorder;
    startRecordingToSink(sink: EventSink<EventsV1Event>): void;
    protected fieldsOf({ regarding, type, reason, action, note, }: EventsV1Event): Record<string, string>;
    protected queued(): number;
    protected drain(): Promise<void>;
    protected cut(): void;
}

// src/get-field-selector.ts
export declare class UnknownEventsVersionError extends Error {
    readonly name = "UnknownEventsVersionError";
    readonly apiVersion: string;
    constructor(apiVersion: string);
}
export interface Regarding {
    readonly apiVersion?: string | undefined;
    readonly kind?: string | undefined;
    readonly name?: string | undefined;
    readonly uid?: string | undefined;
}
export declare function getFieldSelector(events: Pick<Resource, 'group' | 'version'>, { name, kind, apiVersion, uid }: Regarding): FieldSelector;

// src/index.ts
export type { BroadcasterOptions, ShutdownOptions, StructuredLog } from './broadcaster-options.ts';
export { Broadcaster } from './broadcaster.ts';
export { ClientEventRecorder, type ClientEventRecorderOptions } from './client-event-recorder.ts';
export type { EventCorrelatorOptions } from './correlator-options.ts';
export { AlreadyRecordingError, BroadcasterShutDownError, EventHandlerError, EventNotSentError, EventsDroppedError, InvalidEventTypeError, type EventFacts, } from './errors.ts';
export { EventBroadcasterAdapter, type EventBroadcasterAdapterOptions } from './event-broadcaster-adapter.ts';
export { EventBroadcaster, type EventBroadcasterOptions } from './event-broadcaster.ts';
export { EventCorrelator, type EventCorrelateResult } from './event-correlator.ts';
export { aggregateByReason, aggregateMessage, spamKey, spamKeyByReason, type AggregateKey, } from './event-keys.ts';
export type { EventPatch } from './event-log.ts';
export { EventNames } from './event-names.ts';
export { eventRecorderAdapter } from './event-recorder-adapter.ts';
export type { EventAnnotations, EventRecorder, EventsV1Recorder, EventType } from './event-recorder.ts';
export { clientEventSink, clientEventsV1Sink, type EventSink, type EventSinkOptions } from './event-sink.ts';
export type { DropReason, EventStats } from './event-stats.ts';
export type { EventHandler, EventHandlerOptions, EventWatcher } from './event-watcher.ts';
export { EventsV1Broadcaster, type EventsV1BroadcasterOptions } from './events-v1-broadcaster.ts';
export { getFieldSelector, UnknownEventsVersionError, type Regarding } from './get-field-selector.ts';
export type { EventSource } from './new-event.ts';
export { getPartialReference, getReference, UnreferencableObjectError, type ObjectReference, type Referencable, } from './object-reference.ts';
export { SeriesCache, type SeriesCacheOptions, type SeriesSnapshot } from './series-cache.ts';
export { tupleKey } from './tuple-key.ts';

// src/log-line.ts
export declare function logLine({ involvedObject, type, reason, message }: Event): string;

// src/new-event.ts
export interface EventMaker {
    readonly clock: Clock;
    readonly names: EventNames;
    readonly messageLimit: number;
}
export interface EventSource {
    readonly component: string;
    readonly host?: string | undefined;
}
export interface EventReporter {
    readonly reportingController: string;
    readonly reportingInstance: string;
}
export interface Happening {
    readonly object: Referencable;
    readonly annotations: EventAnnotations | undefined;
    readonly type: EventType;
    readonly reason: string;
    readonly message: string;
}
export interface Doing {
    readonly regarding: Referencable;
    readonly related: Referencable | undefined;
    readonly annotations: EventAnnotations | undefined;
    readonly type: EventType;
    readonly reason: string;
    readonly action: string;
    readonly note: string;
}
export declare function newEvent(maker: EventMaker, { component, host }: EventSource, happening: Happening): Event;
export declare function newEventsV1Event(maker: EventMaker, reporter: EventReporter, doing: Doing): EventsV1Event;

// src/object-reference.ts
type InvolvedObject = Event['involvedObject'];
export interface ObjectReference extends InvolvedObject {
}
export type Referencable = Readonly<ObjectReference> | (NamedObject & {
    readonly apiVersion?: string;
    readonly kind?: string;
    readonly metadata?: {
        readonly uid?: string;
        readonly resourceVersion?: string;
    };
});
export declare class UnreferencableObjectError extends Error {
    readonly name = "UnreferencableObjectError";
    constructor(what: string);
}
export declare function getReference(object: Referencable, resource?: Pick<Resource, 'group' | 'version' | 'kind'>): ObjectReference;
export declare function getPartialReference(object: Referencable, fieldPath: string, resource?: Pick<Resource, 'group' | 'version' | 'kind'>): ObjectReference;
export declare function factsOf({ namespace, name }: ObjectReference, reason: string | undefined): {
    readonly object: string;
    readonly reason: string;
};

// src/series-cache.ts
export interface SeriesSnapshot {
    readonly key: string;
    readonly event: EventsV1Event;
}
export interface SeriesCacheOptions {
    readonly clock: Clock;
    readonly maxSeries: number;
    readonly evicted: (event: EventsV1Event) => void;
}
export declare const finishTime: number;
export declare class SeriesCache {
    #private;
    constructor({ clock, maxSeries, evicted }: SeriesCacheOptions);
    get size(): number;
    observe(event: EventsV1Event): EventsV1Event | undefined;
    toRefresh(): readonly SeriesSnapshot[];
    toFinish(): readonly SeriesSnapshot[];
    untold(): readonly SeriesSnapshot[];
    adopt(snapshot: SeriesSnapshot, stored: EventsV1Event): void;
    forget(snapshot: SeriesSnapshot): void;
}

// src/spam-filter.ts
export interface SpamFilterOptions {
    readonly lruCacheSize: number;
    readonly burstSize: number;
    readonly qps: number;
    readonly spamKeyFunc: (event: Event) => string;
}
export declare class SpamFilter {
    #private;
    constructor(options: SpamFilterOptions);
    isSpam(event: Event, elapsed: number): boolean;
}

// src/tally.ts
export declare class Tally {
    #private;
    readonly stats$: Observable<EventStats>;
    constructor(clock: Clock, queued: () => number);
    get stats(): EventStats;
    offered(): void;
    sent(): void;
    combined(): void;
    retried(): void;
    dropped(reason: DropReason, count?: number): void;
    end(): void;
}

// src/tuple-key.ts
export declare function tupleKey(...parts: readonly (string | undefined)[]): string;

// src/uuid.ts
export declare function uuid(random: Random): string;

// src/verdict.ts
export type Verdict = 'retry' | 'drop' | 'drop-quietly';
export declare function verdictOn(error: unknown): Verdict;

// src/within.ts
export declare function within(clock: Clock, time: number, ended: Promise<void>): Promise<boolean>;

// src/write-event.ts
export declare function writeEvent<T extends KubernetesObject>(sink: EventSink<T>, event: T, patch: object | undefined, signal: AbortSignal): Promise<T>;
