/** An item that waits in a queue, as its storage sees it. */
export interface Queued<T> {
  readonly item: T
  /** Higher is sooner; 0 unless told. May rise while the item waits: the storage is then told by `touch`. */
  readonly priority: number
  /** When it was added, in ms of the queue's monotonic clock. */
  readonly addedAt: number
}

/**
 * Where items wait, and in what order they leave. Called by one queue, which never pushes what is in; must not throw.
 * Upstream: `workqueue.Queue`.
 */
export interface QueueStorage<T> {
  /** How many items are in. */
  readonly size: number
  push(queued: Queued<T>): void
  /** Called when an item that is in was added again. */
  touch(queued: Queued<T>): void
  /** Takes out the next one; undefined when there is none. */
  pop(): Queued<T> | undefined
}
