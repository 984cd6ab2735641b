import type { Clock } from '@rxkube/clock'
import type { ItemKey } from './item-key.ts'
import type { MetricsProvider } from './metrics.ts'
import type { QueueStorage } from './queued.ts'

/** How a queue works; all of it is optional. */
export interface WorkQueueOptions<T> {
  /** The queue in metrics; without it there are none. */
  readonly name?: string | undefined
  readonly metricsProvider?: MetricsProvider | undefined
  readonly clock?: Clock | undefined
  /**
   * What makes two items the same; by value unless told: objects with the same JSON are one item. Of those that are the
   * same, the one that was added first is handed out.
   */
  readonly keyOf?: ((item: T) => ItemKey) | undefined
  /** Where items wait; first in, first out unless told. `PriorityStorage` knows priorities. */
  readonly storage?: QueueStorage<T> | undefined
  /** How many causes an item keeps; 10 unless told. */
  readonly causesLimit?: number | undefined
}

/** How an item is added. */
export interface AddOptions {
  /** Higher is sooner where the storage knows priorities; 0 unless told. An item has the highest it was added with. */
  readonly priority?: number | undefined
  /** Why it is added: for logs and traces, never for decisions. The same cause counts once. */
  readonly cause?: unknown
  /** More of them. */
  readonly causes?: readonly unknown[] | undefined
}

/** How an item is waited for. */
export interface GetOptions {
  readonly signal?: AbortSignal | undefined
}

/** The priority that is asked for. Throws RangeError for NaN, which is neither higher nor lower than others. */
export function priorityOf({ priority = 0 }: AddOptions): number {
  if (Number.isNaN(priority)) throw new RangeError('the priority of an item is NaN: expected a number')
  return priority
}
