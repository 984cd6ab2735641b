export type { FreezePolicy } from './admission.ts'
export {
  IndexerConflictError,
  IndexFuncError,
  MissingIndexerError,
  NotFoundError,
  type OperationError,
  TransactionError,
  TransformError,
  UnknownIndexError,
} from './errors.ts'
export {
  ExpirationCache,
  type ExpirationCacheOptions,
  type ExpirationPolicy,
  ttlPolicy,
  ttlStore,
} from './expiration-cache.ts'
export { HeapClosedError, HeapKeyNotFoundError } from './heap-errors.ts'
export { Heap, type HeapOptions } from './heap.ts'
export { type Indexers, type IndexFunc, metaNamespaceIndexFunc, namespaceIndex } from './index-func.ts'
export type { IndexerOptions } from './indexer-options.ts'
export { Indexer } from './indexer.ts'
export {
  type FullScan,
  listAll,
  listAllByNamespace,
  lister,
  type Lister,
  type ListerSource,
  type NamespaceLister,
} from './lister.ts'
export { MutationCache, type MutationCacheBacking, type MutationCacheOptions } from './mutation-cache.ts'
export type { Operation } from './operation.ts'
export type { Selection } from './selection.ts'
export type { LabelMatcher, Selector } from './selector.ts'
export type { Snapshot } from './snapshot.ts'
export { type Stage, StageError } from './stage.ts'
export type { Replacement, Store } from './store.ts'
export { UndeltaStore } from './undelta-store.ts'
export type { Write } from './write.ts'
