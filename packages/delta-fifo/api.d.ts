// src/batch.ts
export interface BatchLimits<T> {
    readonly keyFunc: KeyFunc<T>;
    readonly size: number;
    readonly initial: number;
}
export declare function batchLength<T>(deltas: Iterable<Delta<T>>, { keyFunc, size, initial }: BatchLimits<T>): number;

// src/by-key.ts
export declare function entries<T>(objects: Replacement<T>, keyFunc: KeyFunc<T>): Generator<readonly [string, T]>;
export declare function byKey<T>(objects: Replacement<T>, keyFunc: KeyFunc<T>, transformer: Transformer<T> | undefined): ReadonlyMap<string, T>;

// src/compress.ts
export declare function compress<T>(pending: Delta<T>[], delta: Delta<T>): 0 | 1;

// src/delta-fifo.ts
export interface DeltaFIFOOptions<T> extends QueueOptions<T> {
    readonly knownObjects?: KnownObjects<T> | undefined;
    readonly emitReplaced?: boolean | undefined;
}
export declare class DeltaFIFO<T extends KubernetesObject = KubernetesObject> implements Queue<T> {
    #private;
    constructor(options?: DeltaFIFOOptions<T>);
    get size(): number;
    get isClosed(): boolean;
    get synced(): Promise<void>;
    hasSynced(): boolean;
    add(object: T): void;
    update(object: T): void;
    delete(object: T | DeletedFinalStateUnknown<T>): void;
    replace(objects: Replacement<T>, _resourceVersion: string): void;
    resync(): void;
    bookmark(_resourceVersion: string): void;
    pop(process: PopProcess<T>, options?: {
        readonly signal?: AbortSignal;
    }): Promise<void>;
    popBatch(batch: PopProcess<T>, single: PopProcess<T>, options?: {
        readonly signal?: AbortSignal;
    }): Promise<void>;
    close(): void;
    ready(): Promise<void> | undefined;
}

// src/errors.ts
export declare class QueueClosedError extends Error {
    readonly name = "QueueClosedError";
    constructor();
}
export declare class QueueOptionsError extends Error {
    readonly name = "QueueOptionsError";
}

// src/fifo.ts
export declare class FIFO<T extends KubernetesObject = KubernetesObject> implements Queue<T> {
    #private;
    constructor(options?: QueueOptions<T>);
    get size(): number;
    get isClosed(): boolean;
    get synced(): Promise<void>;
    hasSynced(): boolean;
    add(object: T): void;
    update(object: T): void;
    delete(object: T | DeletedFinalStateUnknown<T>): void;
    replace(objects: Replacement<T>, _resourceVersion: string): void;
    resync(): void;
    bookmark(_resourceVersion: string): void;
    pop(process: PopProcess<T>, options?: {
        readonly signal?: AbortSignal;
    }): Promise<void>;
    popBatch(_batch: PopProcess<T>, single: PopProcess<T>, options?: {
        readonly signal?: AbortSignal;
    }): Promise<void>;
    close(): void;
    ready(): Promise<void> | undefined;
}

// src/head-queue.ts
export declare class HeadQueue<E extends object | string> {
    #private;
    get length(): number;
    push(element: E): void;
    at(index: number): E | undefined;
    shift(): E | undefined;
    clear(): void;
    [Symbol.iterator](): Generator<E>;
}

// src/index.ts
export { DeltaFIFO, type DeltaFIFOOptions } from './delta-fifo.ts';
export { QueueClosedError, QueueOptionsError } from './errors.ts';
export { FIFO } from './fifo.ts';
export { isObjectDelta, keyOf, type ObjectDelta } from './key-of.ts';
export type { KnownObjects } from './known-objects.ts';
export type { QueueMetrics } from './metrics.ts';
export { MetricsGuard } from './metrics-guard.ts';
export type { Delta, Deltas, PopProcess, Queue, Replacement } from './queue.ts';
export type { QueueOptions, Transformer } from './queue-options.ts';
export { RealFIFO } from './real-fifo.ts';
export type { RealFIFOOptions } from './real-fifo-options.ts';

// src/key-of.ts
export type ObjectDelta<T> = Extract<Delta<T>, {
    readonly object: unknown;
}>;
export declare function keyOf<T>(keyFunc: KeyFunc<T>, item: T | DeletedFinalStateUnknown<T>): string;
export declare function isObjectDelta<T>(delta: Delta<T>): delta is ObjectDelta<T>;
export declare function lastKnown<T>(item: T | DeletedFinalStateUnknown<T>): T | undefined;

// src/known-objects.ts
export interface KnownObjects<T> {
    listKeys(): Iterable<string>;
    getByKey(key: string): T | Cached<T> | undefined;
}
export declare function isKnown<T>(known: KnownObjects<T>, key: string): boolean;
export declare function knownObject<T>(known: KnownObjects<T>, key: string): T | undefined;

// src/metrics-guard.ts
export declare class MetricsGuard {
    #private;
    run(tell: () => void): void;
}

// src/metrics.ts
export interface QueueMetrics {
    queuedDeltas(count: number): void;
    processingLatency(seconds: number): void;
}

// src/outlet.ts
export interface Taken {
    readonly count: number;
    readonly run: () => void | Promise<void>;
    readonly settled?: () => void;
}
export interface OutletOptions {
    readonly size: () => number;
    readonly clock: Clock;
    readonly metrics?: QueueMetrics | undefined;
    readonly highWaterMark: number;
    readonly holdWhileProcessing?: boolean;
}
export declare class Outlet {
    #private;
    readonly population: Population;
    constructor(options: OutletOptions);
    get isClosed(): boolean;
    queued(): void;
    close(): void;
    ready(): Promise<void> | undefined;
    take(pick: (isInInitialList: boolean) => Taken, signal: AbortSignal | undefined): Promise<void>;
}

// src/population.ts
export declare class Population {
    #private;
    get hasSynced(): boolean;
    get synced(): Promise<void>;
    get remaining(): number;
    changed(): void;
    replaced(count: number): void;
    restarted(count: number): void;
    taken(count: number): void;
    finished(): void;
    spared(count: number): void;
}

// src/queue-options.ts
export type Transformer<T> = (object: T) => T;
export interface QueueOptions<T> {
    readonly keyFunc?: KeyFunc<T> | undefined;
    readonly transformer?: Transformer<T> | undefined;
    readonly clock?: Clock | undefined;
    readonly metrics?: QueueMetrics | undefined;
    readonly batchSize?: number | undefined;
}

// src/queue.ts
export type Delta<T> = {
    readonly type: 'Added' | 'Updated' | 'Replaced' | 'Sync';
    readonly object: T;
} | {
    readonly type: 'Deleted';
    readonly object: T | DeletedFinalStateUnknown<T>;
} | {
    readonly type: 'ReplacedAll';
    readonly resourceVersion: string;
    readonly objects: ReadonlyMap<string, T>;
} | {
    readonly type: 'SyncAll';
} | {
    readonly type: 'Bookmark';
    readonly resourceVersion: string;
};
export type Deltas<T> = readonly Delta<T>[];
export type PopProcess<T> = (deltas: Deltas<T>, isInInitialList: boolean) => void | Promise<void>;
export type Replacement<T> = ReadonlyMap<string, T> | Iterable<T>;
export interface Queue<T extends KubernetesObject = KubernetesObject> {
    add(object: T): void;
    update(object: T): void;
    delete(object: T | DeletedFinalStateUnknown<T>): void;
    replace(objects: Replacement<T>, resourceVersion: string): void;
    resync(): void;
    bookmark(resourceVersion: string): void;
    pop(process: PopProcess<T>, options?: {
        readonly signal?: AbortSignal;
    }): Promise<void>;
    popBatch(batch: (deltas: Deltas<T>, isInInitialList: boolean) => void | Promise<void>, single: PopProcess<T>, options?: {
        readonly signal?: AbortSignal;
    }): Promise<void>;
    hasSynced(): boolean;
    readonly synced: Promise<void>;
    close(): void;
    readonly isClosed: boolean;
    readonly size: number;
    ready(): Promise<void> | undefined;
}

// src/real-fifo-options.ts
export interface RealFIFOOptions<T> extends QueueOptions<T> {
    readonly atomicEvents?: boolean | undefined;
    readonly unlockWhileProcessing?: boolean | undefined;
    readonly emitBookmark?: boolean | undefined;
    readonly knownObjects?: KnownObjects<T> | undefined;
}
export declare function realFIFOMode<T>(options: RealFIFOOptions<T>): {
    readonly knownObjects: KnownObjects<T> | undefined;
    readonly unlockWhileProcessing: boolean;
    readonly emitBookmark: boolean;
};

// src/real-fifo.ts
export declare class RealFIFO<T extends KubernetesObject = KubernetesObject> implements Queue<T> {
    #private;
    constructor(options?: RealFIFOOptions<T>);
    get size(): number;
    get isClosed(): boolean;
    get synced(): Promise<void>;
    hasSynced(): boolean;
    add(object: T): void;
    update(object: T): void;
    delete(object: T | DeletedFinalStateUnknown<T>): void;
    replace(objects: Replacement<T>, resourceVersion: string): void;
    resync(): void;
    bookmark(resourceVersion: string): void;
    pop(process: PopProcess<T>, options?: {
        readonly signal?: AbortSignal;
    }): Promise<void>;
    popBatch(batch: PopProcess<T>, single: PopProcess<T>, options?: {
        readonly signal?: AbortSignal;
    }): Promise<void>;
    close(): void;
    ready(): Promise<void> | undefined;
}

// src/reconcile.ts
export declare function reconcile<T>(keys: ReadonlySet<string>, queued: Iterable<Delta<T>>, known: KnownObjects<T>, keyFunc: KeyFunc<T>): DeletedFinalStateUnknown<T>[];

// src/wakeup.ts
export declare class Wakeup {
    #private;
    wait(signal?: AbortSignal): Promise<void>;
    wake(): void;
}
