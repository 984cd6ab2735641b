export { DelayingQueue } from './delaying-queue.ts'
export { FifoStorage } from './fifo-storage.ts'
export { itemKey, ItemKeyError, type ItemKey } from './item-key.ts'
export type {
  CounterMetric,
  GaugeMetric,
  HistogramMetric,
  MetricsProvider,
  SettableGaugeMetric,
} from './metrics.ts'
export { parallelizeUntil, type ParallelizeOptions } from './parallelize-until.ts'
export { PriorityStorage, type PriorityStorageOptions } from './priority-storage.ts'
export type { QueueStats } from './queue-stats.ts'
export type { Queued, QueueStorage } from './queued.ts'
export { BucketRateLimiter } from './rate-limiters/bucket-rate-limiter.ts'
export {
  defaultControllerRateLimiter,
  defaultItemBasedRateLimiter,
} from './rate-limiters/default-rate-limiters.ts'
export type { KeyedOptions } from './rate-limiters/failures.ts'
export { ItemExponentialFailureRateLimiter } from './rate-limiters/item-exponential-failure-rate-limiter.ts'
export { ItemFastSlowRateLimiter } from './rate-limiters/item-fast-slow-rate-limiter.ts'
export { MaxOfRateLimiter } from './rate-limiters/max-of-rate-limiter.ts'
export type { RateLimiter } from './rate-limiters/rate-limiter.ts'
export { WithMaxWaitRateLimiter } from './rate-limiters/with-max-wait-rate-limiter.ts'
export { RateLimitingQueue, type RateLimitingQueueOptions } from './rate-limiting-queue.ts'
export type { WorkItem } from './work-item.ts'
export type { AddOptions, GetOptions, WorkQueueOptions } from './work-queue-options.ts'
export { WorkQueue } from './work-queue.ts'
