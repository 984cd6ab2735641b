/** Says how long an item has to wait. client-go: `workqueue.TypedRateLimiter`. */
export interface RateLimiter<T> {
  /** How many ms until the item may be worked on again; counts as a failure of it. */
  when(item: T): number
  /** The item is over, well or given up: nothing is remembered of it. */
  forget(item: T): void
  /** How often `when` was called since `forget`. */
  numRequeues(item: T): number
}
