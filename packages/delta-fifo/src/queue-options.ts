import type { Clock } from '@rxkube/clock'
import type { KeyFunc } from '@rxkube/meta'
import type { QueueMetrics } from './metrics.ts'

/** Changes an object before it is queued; once per object that comes in. Upstream: `TransformFunc`. */
export type Transformer<T> = (object: T) => T

/** What all queues take. */
export interface QueueOptions<T> {
  /** `namespace/name` unless told. */
  readonly keyFunc?: KeyFunc<T> | undefined
  /** Never sees a tombstone, nor an object a second time. What it throws, the verb throws; nothing is queued then. */
  readonly transformer?: Transformer<T> | undefined
  readonly clock?: Clock | undefined
  readonly metrics?: QueueMetrics | undefined
  /** Deltas in one batch at most; 1000 unless told. Producers are held back at twice as many. */
  readonly batchSize?: number | undefined
}
