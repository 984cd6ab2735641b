import type { DeletedFinalStateUnknown, KubernetesObject } from '@rxkube/meta'

/** One thing that happened, on its way from the watch to the cache. */
export type Delta<T> =
  | { readonly type: 'Added' | 'Updated' | 'Replaced' | 'Sync'; readonly object: T }
  | { readonly type: 'Deleted'; readonly object: T | DeletedFinalStateUnknown<T> }
  | {
      readonly type: 'ReplacedAll'
      readonly resourceVersion: string
      readonly objects: ReadonlyMap<string, T>
    }
  | { readonly type: 'SyncAll' }
  | { readonly type: 'Bookmark'; readonly resourceVersion: string }

/** What was popped together: everything pending of one key (DeltaFIFO), or one delta (RealFIFO). Oldest first. */
export type Deltas<T> = readonly Delta<T>[]

/** Works off what was popped. `isInInitialList`: popped before the queue had synced. */
export type PopProcess<T> = (deltas: Deltas<T>, isInInitialList: boolean) => void | Promise<void>

/** The objects of a list by key, or as they come; keys are then taken from them. */
export type Replacement<T> = ReadonlyMap<string, T> | Iterable<T>

/** The queue between one reflector and one drain loop. Upstream: `cache.Queue`. */
export interface Queue<T extends KubernetesObject = KubernetesObject> {
  add(object: T): void
  update(object: T): void
  delete(object: T | DeletedFinalStateUnknown<T>): void
  /** The state of the world as of `resourceVersion`. A map is taken over, not copied. */
  replace(objects: Replacement<T>, resourceVersion: string): void
  resync(): void
  bookmark(resourceVersion: string): void
  /**
   * Waits for something to be queued and gives it to `process`; resolves when that has finished.
   * Rejects with what `process` threw (the item is not queued again), with `QueueClosedError` once closed and empty,
   * and with `signal.reason`.
   */
  pop(process: PopProcess<T>, options?: { readonly signal?: AbortSignal }): Promise<void>
  /** As `pop`, for as many deltas as may be worked off together; what cannot be batched goes to `single`. */
  popBatch(
    batch: (deltas: Deltas<T>, isInInitialList: boolean) => void | Promise<void>,
    single: PopProcess<T>,
    options?: { readonly signal?: AbortSignal },
  ): Promise<void>
  /** True for good once the first population was worked off. */
  hasSynced(): boolean
  /** Resolves when `hasSynced()` turns true; never rejects. */
  readonly synced: Promise<void>
  /** Pops drain what is left, then reject. */
  close(): void
  readonly isClosed: boolean
  /** Deltas that wait. */
  readonly size: number
  /** Undefined while producers may go on; above the high-water mark, a promise of when they may. */
  ready(): Promise<void> | undefined
}
