export { BackoffManager, type BackoffManagerOptions } from './backoff-manager.ts'
export { Backoff, type BackoffOptions } from './backoff.ts'
export type { Clock, Timer } from './clock.ts'
export { InvalidDurationError, parseDuration, type Duration } from './duration.ts'
export { exponentialBackoff, type ExponentialBackoffOptions } from './exponential-backoff.ts'
export { jitterUntil, type JitterUntilOptions } from './jitter-until.ts'
export { KeyedBackoff, type KeyedBackoffOptions } from './keyed-backoff.ts'
export { pollUntil, type PollUntilOptions } from './poll-until.ts'
export { systemRandom, type Random } from './random.ts'
export { schedulerFrom } from './scheduler-from.ts'
export { seededRandom } from './seeded-random.ts'
export { sleep, type WaitOptions } from './sleep.ts'
export { systemClock } from './system-clock.ts'
export { ClockStuckError, TestClock, type RunUntilIdleOptions, type TestClockOptions } from './test-clock.ts'
export {
  ThrottledError,
  TokenBucket,
  type TokenBucketOptions,
  type TokenWaitOptions,
} from './token-bucket.ts'
export { WaitTimeoutError } from './wait-timeout-error.ts'
