// src/admission.ts
export type FreezePolicy = 'eager' | 'lazy' | 'off';
export declare function defaultFreezePolicy(): FreezePolicy;
export declare class Admission<T> {
    #private;
    constructor(transform: ((object: T) => T) | undefined, freeze: FreezePolicy);
    get transforms(): boolean;
    admit(key: string, object: T): T;
    settle(object: T): T;
    read(object: T): Cached<T>;
}

// src/content.ts
export declare class Content<T> {
    #private;
    readonly live: LiveQueries<T>;
    constructor(keyFunc: KeyFunc<T>, funcs: IndexFuncs<T>, admission: Admission<T>);
    get world(): World<T>;
    get resourceVersion(): string;
    put(object: T): Cached<T> | undefined;
    remove(key: string, object?: T | DeletedFinalStateUnknown<T>): Cached<T> | undefined;
    transact(operations: Iterable<Operation<T>>): void;
    replace(objects: Replacement<T> | Stage<T>, resourceVersion: string): ReadonlyMap<string, T>;
    bookmark(resourceVersion: string): void;
    advance(object: T | DeletedFinalStateUnknown<T>): void;
}

// src/errors.ts
export declare class UnknownIndexError extends Error {
    readonly name = "UnknownIndexError";
    readonly index: string;
    readonly known: readonly string[];
    constructor(index: string, known: Iterable<string>);
}
export declare class IndexerConflictError extends Error {
    readonly name = "IndexerConflictError";
    readonly conflicts: readonly string[];
    constructor(conflicts: readonly string[]);
}
export declare class IndexFuncError extends Error {
    readonly name = "IndexFuncError";
    readonly index: string;
    readonly key: string;
    constructor(index: string, key: string, options?: ErrorOptions);
}
export declare class TransformError extends Error {
    readonly name = "TransformError";
    readonly key: string;
    constructor(key: string, options: ErrorOptions);
}
export interface OperationError {
    readonly index: number;
    readonly error: unknown;
}
export declare class TransactionError extends AggregateError {
    readonly name = "TransactionError";
    readonly successfulIndices: readonly number[];
    readonly total: number;
    readonly failures: readonly OperationError[];
    constructor(successfulIndices: readonly number[], failures: readonly OperationError[]);
}
export declare class NotFoundError extends Error {
    readonly name = "NotFoundError";
    readonly reason = "NotFound";
    readonly code = 404;
    readonly groupResource: string;
    readonly objectName: string;
    readonly namespace: string;
    constructor(groupResource: string, namespace: string, objectName: string);
}
export declare class MissingIndexerError extends Error {
    readonly name = "MissingIndexerError";
    readonly index: string;
    constructor(index: string);
}

// src/expiration-cache.ts
export type ExpirationPolicy<T> = (object: Cached<T>, age: number) => boolean;
export interface ExpirationCacheOptions<T> {
    readonly policy: ExpirationPolicy<T>;
    readonly keyFunc?: KeyFunc<T>;
    readonly clock?: Clock;
}
export declare class ExpirationCache<T extends KubernetesObject = KubernetesObject> implements Store<T> {
    #private;
    constructor(options: ExpirationCacheOptions<T>);
    add(object: T): void;
    update(object: T): void;
    delete(object: T | DeletedFinalStateUnknown<T>): void;
    get(object: T): Cached<T> | undefined;
    getByKey(key: string): Cached<T> | undefined;
    list(selector?: Selector): Cached<T>[];
    listKeys(): string[];
    replace(objects: Replacement<T>): void;
    resync(): void;
}
export declare function ttlPolicy(ttl: Duration): (object: unknown, age: number) => boolean;
export declare function ttlStore<T extends KubernetesObject = KubernetesObject>(options: Omit<ExpirationCacheOptions<T>, 'policy'> & {
    readonly ttl: Duration;
}): ExpirationCache<T>;

// src/heap-errors.ts
export declare class HeapClosedError extends Error {
    readonly name = "HeapClosedError";
    constructor();
}
export declare class HeapKeyNotFoundError extends Error {
    readonly name = "HeapKeyNotFoundError";
    readonly key: string;
    constructor(key: string);
}

// src/heap.ts
export interface HeapOptions<T> {
    readonly keyFunc: (object: T) => string;
    readonly compare: (a: T, b: T) => number;
}
export declare class Heap<T> {
    #private;
    constructor({ keyFunc, compare }: HeapOptions<T>);
    get isClosed(): boolean;
    get size(): number;
    add(object: T): void;
    update(object: T): void;
    bulkAdd(objects: Iterable<T>): void;
    addIfNotPresent(object: T): void;
    delete(object: T): void;
    pop({ signal }?: {
        readonly signal?: AbortSignal;
    }): Promise<T>;
    close(): void;
    get(object: T): T | undefined;
    getByKey(key: string): T | undefined;
    list(): T[];
    listKeys(): string[];
}

// src/index-func.ts
export type IndexFunc<T> = (object: Cached<T>) => readonly string[];
export type Indexers<T, Name extends string = string> = Readonly<Record<Name, IndexFunc<T>>>;
export declare const namespaceIndex = "namespace";
export declare function metaNamespaceIndexFunc(object: Cached<KubernetesObject>): readonly string[];

// src/index-funcs.ts
export declare class IndexFuncs<T> {
    #private;
    get failures(): number;
    get all(): ReadonlyMap<string, IndexFunc<T>>;
    observe(observer: Observer<IndexFuncError>['next']): void;
    add(indexers: Indexers<T>): string[];
    require(name: string): IndexFunc<T>;
    evaluate(name: string, key: string, object: T): readonly string[];
    file(name: string, key: string, object: T): readonly string[];
}

// src/index-table.ts
export declare const noValues: readonly string[];
export declare class IndexTable {
    #private;
    bucket(value: string): ReadonlySet<string>;
    valuesOf(key: string): readonly string[];
    values(): string[];
    file(key: string, after: readonly string[]): void;
}

// src/index.ts
export type { FreezePolicy } from './admission.ts';
export { IndexerConflictError, IndexFuncError, MissingIndexerError, NotFoundError, type OperationError, TransactionError, TransformError, UnknownIndexError, } from './errors.ts';
export { ExpirationCache, type ExpirationCacheOptions, type ExpirationPolicy, ttlPolicy, ttlStore, } from './expiration-cache.ts';
export { HeapClosedError, HeapKeyNotFoundError } from './heap-errors.ts';
export { Heap, type HeapOptions } from './heap.ts';
export { type Indexers, type IndexFunc, metaNamespaceIndexFunc, namespaceIndex } from './index-func.ts';
export type { IndexerOptions } from './indexer-options.ts';
export { Indexer } from './indexer.ts';
export { type FullScan, listAll, listAllByNamespace, lister, type Lister, type ListerSource, type NamespaceLister, } from './lister.ts';
export { MutationCache, type MutationCacheBacking, type MutationCacheOptions } from './mutation-cache.ts';
export type { Operation } from './operation.ts';
export type { Selection } from './selection.ts';
export type { LabelMatcher, Selector } from './selector.ts';
export type { Snapshot } from './snapshot.ts';
export { type Stage, StageError } from './stage.ts';
export type { Replacement, Store } from './store.ts';
export { UndeltaStore } from './undelta-store.ts';
export type { Write } from './write.ts';

// src/indexer-options.ts
export interface IndexerOptions<T, Name extends string = string> {
    readonly keyFunc?: KeyFunc<T>;
    readonly indexers?: Indexers<T, Name>;
    readonly transform?: (object: T) => T;
    readonly freeze?: FreezePolicy;
    readonly onIndexError?: (error: IndexFuncError) => void;
}

// src/indexer.ts
export declare class Indexer<T extends KubernetesObject = KubernetesObject, Name extends string = string> implements Store<T> {
    #private;
    constructor(options?: IndexerOptions<T, Name>);
    get size(): number;
    get indexErrors(): number;
    add(object: T): Cached<T> | undefined;
    update(object: T): Cached<T> | undefined;
    delete(object: T | DeletedFinalStateUnknown<T>): Cached<T> | undefined;
    deleteWithObject(key: string, object: T | DeletedFinalStateUnknown<T>): Cached<T> | undefined;
    deleteByKey(key: string): Cached<T> | undefined;
    get(object: T): Cached<T> | undefined;
    getByKey(key: string): Cached<T> | undefined;
    list(selector?: Selector): Cached<T>[];
    listKeys(): string[];
    keys(): IterableIterator<string>;
    values(): Generator<Cached<T>>;
    prepareReplace(): Stage<T>;
    replace(objects: Replacement<T> | Stage<T>, resourceVersion: string): ReadonlyMap<string, T>;
    transaction(operations: Iterable<Operation<T>>): void;
    index(name: Name, object: T): Cached<T>[];
    byIndex(name: Name, value: string): Cached<T>[];
    indexKeys(name: Name, value: string): string[];
    listIndexFuncValues(name: string): string[];
    addIndexers<More extends string>(indexers: Indexers<T, More>): Indexer<T, Name | More>;
    getIndexers(): ReadonlyMap<string, IndexFunc<T>>;
    bookmark(resourceVersion: string): void;
    lastStoreSyncResourceVersion(): string;
    resync(): void;
    snapshot(): Snapshot<T, Name>;
    observe$(key: string | {
        readonly namespace?: string;
        readonly name: string;
    }): Observable<Cached<T> | undefined>;
    select$(selection: Selection<Name>): Observable<readonly Cached<T>[]>;
    get writes$(): Observable<readonly Write<T>[]>;
}

// src/key-query.ts
export declare class KeyQuery<T> implements LiveQuery<T> {
    #private;
    constructor(key: string, admission: Admission<T>, subscriber: Subscriber<Cached<T> | undefined>);
    touch(): void;
    rebase(): void;
    emit(world: World<T>): void;
    fail(error: unknown): void;
}

// src/keys.ts
export declare function keyOf<T>(keyFunc: KeyFunc<T>, object: T | DeletedFinalStateUnknown<T>): string;
export declare function nameIn(object: unknown): string;

// src/lister.ts
export interface ListerSource<T> {
    list(selector?: Selector): Cached<T>[];
    getByKey(key: string): Cached<T> | undefined;
    index(name: string, object: T): Cached<T>[];
}
export interface NamespaceLister<T> {
    list(selector?: Selector): Cached<T>[];
    get(name: string): Cached<T>;
}
export interface Lister<T> {
    list(selector?: Selector): Cached<T>[];
    get(name: string | {
        readonly namespace?: string;
        readonly name: string;
    }): Cached<T>;
    namespace(namespace: string): NamespaceLister<T>;
}
export interface FullScan {
    readonly namespace: string;
    readonly error: unknown;
}
export declare function lister<T extends KubernetesObject>(source: ListerSource<T>, resource: Pick<Resource<T>, 'group' | 'resource'>): Lister<T>;
export declare function listAll<T>(source: Pick<ListerSource<T>, 'list'>, selector?: Selector): Cached<T>[];
export declare function listAllByNamespace<T>(source: Pick<ListerSource<T>, 'list' | 'index'>, namespace: string, selector?: Selector): Cached<T>[];

// src/live-queries.ts
export declare class LiveQueries<T> {
    #private;
    constructor(world: () => World<T>, admission: Admission<T>);
    readonly writes$: Observable<readonly Write<T>[]>;
    observe$(key: string): Observable<Cached<T> | undefined>;
    select$(selection: Selection): Observable<readonly Cached<T>[]>;
    touch(key: string): void;
    rebase(): void;
    record(key: string, before: T | undefined, object: T | undefined): void;
    recordReplace(before: ReadonlyMap<string, T>, resourceVersion: string): void;
    flush(): void;
}

// src/live-query.ts
export interface LiveQuery<T> {
    touch(key: string): void;
    rebase(): void;
    emit(world: World<T>): void;
    fail(error: unknown): void;
}
export declare function sameState(before: unknown, after: unknown): boolean;

// src/mutation-cache.ts
export interface MutationCacheBacking<T> {
    getByKey(key: string): Cached<T> | undefined;
    indexKeys?(name: string, value: string): string[];
    getIndexers?(): ReadonlyMap<string, IndexFunc<T>>;
}
export interface MutationCacheOptions<T> {
    readonly backing: MutationCacheBacking<T>;
    readonly includeAdds?: boolean;
    readonly ttl?: Duration;
    readonly capacity?: number;
    readonly keyFunc?: KeyFunc<T>;
    readonly clock?: Clock;
}
export declare class MutationCache<T extends KubernetesObject = KubernetesObject> {
    #private;
    constructor(options: MutationCacheOptions<T>);
    mutation(object: T | Cached<T>): void;
    getByKey(key: string): Cached<T> | undefined;
    byIndex(name: string, value: string): Cached<T>[];
    onAddOrUpdate(object: T | Cached<T>): void;
    onDelete(deleted: T | Cached<T> | DeletedFinalStateUnknown<T>): void;
}

// src/operation.ts
export type Operation<T> = {
    readonly type: 'add' | 'update';
    readonly object: T;
} | {
    readonly type: 'delete';
    readonly object: T | DeletedFinalStateUnknown<T>;
};

// src/question.ts
export declare function questionOf<T>(selection: Selection): {
    question: Question<T>;
    route: Route;
};

// src/routes.ts
export type Route = {
    readonly by: 'keys';
    readonly keys: ReadonlySet<string>;
} | {
    readonly by: 'index';
    readonly index: string;
    readonly value: string;
} | {
    readonly by: 'namespace';
    readonly namespace: string;
} | {
    readonly by: 'all';
};
export declare class Routes<T> {
    #private;
    get size(): number;
    queries(): Iterable<LiveQuery<T>>;
    add(query: LiveQuery<T>, route: Route): void;
    remove(query: LiveQuery<T>, route: Route): void;
    concerned(key: string, world: World<T>): Generator<LiveQuery<T>>;
}
export declare function namespaceOf(object: unknown): string;

// src/selection.ts
export type Selection<Name extends string = string> = Filed<Name> & {
    readonly selector?: Selector;
    readonly namespace?: string;
    readonly keys?: Iterable<string>;
};
type Filed<Name> = {
    readonly index: Name;
    readonly value: string;
} | {
    readonly index?: never;
    readonly value?: never;
};

// src/selector.ts
export interface LabelMatcher {
    matches(labels: Readonly<Record<string, string>>): boolean;
    readonly isEmpty?: boolean;
    readonly isNothing?: boolean;
}
export type Selector = string | LabelMatcher;
export declare function parsed(selector: Selector | undefined): LabelMatcher | undefined;
export declare function matcher(selector: Selector | undefined): (object: unknown) => boolean;

// src/set-query.ts
export interface Question<T> {
    candidates(world: World<T>): Iterable<string>;
    belongs(key: string, object: T, world: World<T>): boolean;
}
export declare class SetQuery<T> implements LiveQuery<T> {
    #private;
    constructor(question: Question<T>, admission: Admission<T>, subscriber: Subscriber<readonly Cached<T>[]>);
    touch(key: string): void;
    rebase(): void;
    emit(world: World<T>): void;
    fail(error: unknown): void;
}

// src/snapshot.ts
export declare class Snapshot<T, Name extends string = string> implements Recorder<T> {
    #private;
    readonly resourceVersion: string;
    readonly size: number;
    constructor(world: World<T>, admission: Admission<T>, resourceVersion: string);
    getByKey(key: string): Cached<T> | undefined;
    entries(): Generator<[string, Cached<T>]>;
    listKeys(): string[];
    list(selector?: Selector): Cached<T>[];
    byIndex(name: Name, value: string): Cached<T>[];
    indexKeys(name: Name, value: string): string[];
    record(key: string, world: World<T>): void;
    successor(resourceVersion: string): Snapshot<T, Name>;
}

// src/sorted-keys.ts
export declare function merge(sorted: readonly string[], came: readonly string[], isThere: (key: string) => boolean): readonly string[];

// src/stage.ts
export interface Stage<T> {
    readonly size: number;
    add(key: string, object: T): void;
}
export declare class StageError extends Error {
    readonly name = "StageError";
}
export declare class StagedWorld<T> implements Stage<T> {
    #private;
    constructor(funcs: IndexFuncs<T>, admission: Admission<T>);
    get size(): number;
    add(key: string, object: T): void;
    take(funcs: IndexFuncs<T>): World<T>;
}

// src/store.ts
export type Replacement<T> = Map<string, T> | Iterable<T>;
export interface Store<T> {
    add(object: T): void;
    update(object: T): void;
    delete(object: T | DeletedFinalStateUnknown<T>): void;
    get(object: T): Cached<T> | undefined;
    getByKey(key: string): Cached<T> | undefined;
    list(selector?: Selector): Cached<T>[];
    listKeys(): string[];
    replace(objects: Replacement<T>, resourceVersion: string): void;
    resync(): void;
}

// src/undelta-store.ts
export declare class UndeltaStore<T extends KubernetesObject = KubernetesObject> implements Store<T> {
    #private;
    constructor(push: (objects: readonly Cached<T>[]) => void, options?: {
        readonly keyFunc?: KeyFunc<T>;
    });
    add(object: T): void;
    update(object: T): void;
    delete(object: T | DeletedFinalStateUnknown<T>): void;
    replace(objects: Replacement<T>, resourceVersion: string): void;
    get(object: T): Cached<T> | undefined;
    getByKey(key: string): Cached<T> | undefined;
    list(selector?: Selector): Cached<T>[];
    listKeys(): string[];
    resync(): void;
}

// src/world.ts
export interface Recorder<T> {
    record(key: string, world: World<T>): void;
}
export declare class World<T> {
    #private;
    readonly items: Map<string, T>;
    constructor(funcs: IndexFuncs<T>, items?: Map<string, T>);
    table(name: string): IndexTable;
    get tables(): ReadonlyMap<string, IndexTable>;
    get isFiledByNamespace(): boolean;
    index(names: Iterable<string>): void;
    set(key: string, object: T): void;
    delete(key: string): void;
    recorder(): Recorder<T> | undefined;
    setRecorder(recorder: Recorder<T>): void;
}

// src/write.ts
export type Write<T> = {
    readonly type: 'added';
    readonly key: string;
    readonly object: Cached<T>;
} | {
    readonly type: 'updated';
    readonly key: string;
    readonly before: Cached<T>;
    readonly object: Cached<T>;
} | {
    readonly type: 'deleted';
    readonly key: string;
    readonly before: Cached<T>;
}
 | {
    readonly type: 'replaced';
    readonly before: ReadonlyMap<string, T>;
    readonly resourceVersion: string;
};
