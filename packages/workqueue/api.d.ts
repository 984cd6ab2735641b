// src/causes.ts
export declare class Causes {
    #private;
    constructor(limit: number);
    get all(): readonly unknown[];
    get dropped(): number;
    add(cause: unknown): void;
    addAll(others: Causes): void;
}

// src/delaying-queue.ts
export declare class DelayingQueue<T> extends WorkQueue<T> {
    #private;
    get stats(): QueueStats;
    addAfter(item: T, delay: Duration, options?: AddOptions): void;
    forgetDelayed(item: T): boolean;
    protected stopped(): void;
}

// src/entry.ts
export interface Entry<T> extends Queued<T> {
    readonly key: ItemKey;
    readonly causes: Causes;
    priority: number;
}

// src/fifo-storage.ts
export declare class FifoStorage<T> implements QueueStorage<T> {
    #private;
    get size(): number;
    push(queued: Queued<T>): void;
    touch(): void;
    pop(): Queued<T> | undefined;
}

// src/index.ts
export { DelayingQueue } from './delaying-queue.ts';
export { FifoStorage } from './fifo-storage.ts';
export { itemKey, ItemKeyError, type ItemKey } from './item-key.ts';
export type { CounterMetric, GaugeMetric, HistogramMetric, MetricsProvider, SettableGaugeMetric, } from './metrics.ts';
export { parallelizeUntil, type ParallelizeOptions } from './parallelize-until.ts';
export { PriorityStorage, type PriorityStorageOptions } from './priority-storage.ts';
export type { QueueStats } from './queue-stats.ts';
export type { Queued, QueueStorage } from './queued.ts';
export { BucketRateLimiter } from './rate-limiters/bucket-rate-limiter.ts';
export { defaultControllerRateLimiter, defaultItemBasedRateLimiter, } from './rate-limiters/default-rate-limiters.ts';
export type { KeyedOptions } from './rate-limiters/failures.ts';
export { ItemExponentialFailureRateLimiter } from './rate-limiters/item-exponential-failure-rate-limiter.ts';
export { ItemFastSlowRateLimiter } from './rate-limiters/item-fast-slow-rate-limiter.ts';
export { MaxOfRateLimiter } from './rate-limiters/max-of-rate-limiter.ts';
export type { RateLimiter } from './rate-limiters/rate-limiter.ts';
export { WithMaxWaitRateLimiter } from './rate-limiters/with-max-wait-rate-limiter.ts';
export { RateLimitingQueue, type RateLimitingQueueOptions } from './rate-limiting-queue.ts';
export type { WorkItem } from './work-item.ts';
export type { AddOptions, GetOptions, WorkQueueOptions } from './work-queue-options.ts';
export { WorkQueue } from './work-queue.ts';

// src/indexed-heap.ts
export interface HeapNode {
    at: number;
}
export declare class IndexedHeap<T extends HeapNode> {
    #private;
    constructor(comesBefore: (a: T, b: T) => boolean);
    get size(): number;
    peek(): T | undefined;
    push(value: T): void;
    update(value: T): void;
    pop(): T | undefined;
    remove(value: T): void;
    clear(): void;
}

// src/item-key.ts
export type ItemKey = unknown;
export declare class ItemKeyError extends TypeError {
    readonly name = "ItemKeyError";
    constructor(what: string);
}
export declare function itemKey(item: unknown): ItemKey;

// src/metrics-guard.ts
export declare class MetricsGuard {
    #private;
    constructor(name: string);
    run(tell: () => void): void;
}

// src/metrics.ts
export interface GaugeMetric {
    inc(): void;
    dec(): void;
}
export interface SettableGaugeMetric {
    set(value: number): void;
}
export interface CounterMetric {
    inc(): void;
}
export interface HistogramMetric {
    observe(seconds: number): void;
}
export interface MetricsProvider {
    newDepthMetric(name: string): GaugeMetric;
    newAddsMetric(name: string): CounterMetric;
    newLatencyMetric(name: string): HistogramMetric;
    newWorkDurationMetric(name: string): HistogramMetric;
    newUnfinishedWorkSecondsMetric(name: string): SettableGaugeMetric;
    newLongestRunningProcessorSecondsMetric(name: string): SettableGaugeMetric;
    newRetriesMetric(name: string): CounterMetric;
}

// src/parallelize-until.ts
export interface ParallelizeOptions {
    readonly chunkSize?: number | undefined;
    readonly signal?: AbortSignal | undefined;
}
export declare function parallelizeUntil(workers: number, pieces: number, doWorkPiece: (piece: number) => void | Promise<void>, { chunkSize, signal }?: ParallelizeOptions): Promise<void>;

// src/priority-storage.ts
export interface PriorityStorageOptions {
    readonly ageing?: Duration | undefined;
}
export declare class PriorityStorage<T> implements QueueStorage<T> {
    #private;
    constructor({ ageing }?: PriorityStorageOptions);
    get size(): number;
    push(queued: Queued<T>): void;
    touch(queued: Queued<T>): void;
    pop(): Queued<T> | undefined;
}

// src/queue-metrics.ts
export declare class QueueMetrics {
    #private;
    constructor(name: string, provider: MetricsProvider, clock: Clock);
    add(key: ItemKey): void;
    get(key: ItemKey): void;
    done(key: ItemKey): void;
    retry(): void;
    stop(): void;
}

// src/queue-stats.ts
export interface QueueStats {
    readonly depth: number;
    readonly processing: number;
    readonly delayed: number;
    readonly adds: number;
    readonly retries: number;
    readonly shuttingDown: boolean;
}

// src/queued.ts
export interface Queued<T> {
    readonly item: T;
    readonly priority: number;
    readonly addedAt: number;
}
export interface QueueStorage<T> {
    readonly size: number;
    push(queued: Queued<T>): void;
    touch(queued: Queued<T>): void;
    pop(): Queued<T> | undefined;
}

// src/rate-limiters/bucket-rate-limiter.ts
export declare class BucketRateLimiter implements RateLimiter<unknown> {
    #private;
    constructor(bucket: TokenBucket);
    when(): number;
    forget(): void;
    numRequeues(): number;
}

// src/rate-limiters/default-rate-limiters.ts
export declare function defaultControllerRateLimiter<T>(options?: KeyedOptions<T>): RateLimiter<T>;
export declare function defaultItemBasedRateLimiter<T>(options?: KeyedOptions<T>): RateLimiter<T>;

// src/rate-limiters/failures.ts
export interface KeyedOptions<T> {
    readonly keyOf?: ((item: T) => ItemKey) | undefined;
    readonly ttl?: Duration | undefined;
    readonly clock?: Clock | undefined;
}
export declare class Failures<T> {
    #private;
    constructor(longest: number, { keyOf, ttl, clock }?: KeyedOptions<T>);
    count(item: T): number;
    forget(item: T): void;
    of(item: T): number;
}

// src/rate-limiters/item-exponential-failure-rate-limiter.ts
export declare class ItemExponentialFailureRateLimiter<T> implements RateLimiter<T> {
    #private;
    constructor(base: Duration, max: Duration, options?: KeyedOptions<T>);
    when(item: T): number;
    forget(item: T): void;
    numRequeues(item: T): number;
}

// src/rate-limiters/item-fast-slow-rate-limiter.ts
export declare class ItemFastSlowRateLimiter<T> implements RateLimiter<T> {
    #private;
    constructor(fast: Duration, slow: Duration, maxFastAttempts: number, options?: KeyedOptions<T>);
    when(item: T): number;
    forget(item: T): void;
    numRequeues(item: T): number;
}

// src/rate-limiters/max-of-rate-limiter.ts
export declare class MaxOfRateLimiter<T> implements RateLimiter<T> {
    #private;
    constructor(...limiters: readonly RateLimiter<T>[]);
    when(item: T): number;
    forget(item: T): void;
    numRequeues(item: T): number;
}

// src/rate-limiters/rate-limiter.ts
export interface RateLimiter<T> {
    when(item: T): number;
    forget(item: T): void;
    numRequeues(item: T): number;
}

// src/rate-limiters/with-max-wait-rate-limiter.ts
export declare class WithMaxWaitRateLimiter<T> implements RateLimiter<T> {
    #private;
    constructor(limiter: RateLimiter<T>, max: Duration);
    when(item: T): number;
    forget(item: T): void;
    numRequeues(item: T): number;
}

// src/rate-limiting-queue.ts
export interface RateLimitingQueueOptions<T> extends WorkQueueOptions<T> {
    readonly rateLimiter?: RateLimiter<T> | undefined;
}
export declare class RateLimitingQueue<T> extends DelayingQueue<T> {
    #private;
    constructor(options?: RateLimitingQueueOptions<T>);
    addRateLimited(item: T, options?: AddOptions): void;
    forget(item: T): void;
    numRequeues(item: T): number;
}

// src/waiters.ts
export declare class Waiters<R> {
    #private;
    get waiting(): boolean;
    wait(signal: AbortSignal | undefined): Promise<R>;
    resolveFirst(value: R): void;
    resolveAll(value: R): void;
}

// src/work-item.ts
export interface WorkItem<T> extends Disposable {
    readonly item: T;
    readonly priority: number;
    readonly causes: readonly unknown[];
    readonly droppedCauses: number;
    readonly waited: number;
    done(): void;
}

// src/work-queue-options.ts
export interface WorkQueueOptions<T> {
    readonly name?: string | undefined;
    readonly metricsProvider?: MetricsProvider | undefined;
    readonly clock?: Clock | undefined;
    readonly keyOf?: ((item: T) => ItemKey) | undefined;
    readonly storage?: QueueStorage<T> | undefined;
    readonly causesLimit?: number | undefined;
}
export interface AddOptions {
    readonly priority?: number | undefined;
    readonly cause?: unknown;
    readonly causes?: readonly unknown[] | undefined;
}
export interface GetOptions {
    readonly signal?: AbortSignal | undefined;
}
export declare function priorityOf({ priority }: AddOptions): number;

// src/work-queue.ts
export declare class WorkQueue<T> {
    #private;
    protected readonly clock: Clock;
    protected readonly metrics: QueueMetrics | undefined;
    constructor(options?: WorkQueueOptions<T>);
    get size(): number;
    get shuttingDown(): boolean;
    get stats(): QueueStats;
    get stats$(): Observable<QueueStats>;
    add(item: T, options?: AddOptions): void;
    get({ signal }?: GetOptions): Promise<WorkItem<T> | undefined>;
    done(item: T): void;
    shutDown(): void;
    shutDownWithDrain({ signal }?: GetOptions): Promise<void>;
    protected keyOf(item: T): ItemKey;
    protected causesOf({ cause, causes }: AddOptions): Causes;
    protected put(item: T, priority: number, causes: Causes): void;
    protected changed(): void;
    protected stopped(): void;
}
