import { TokenBucket } from '@rxkube/clock'
import { BucketRateLimiter } from './bucket-rate-limiter.ts'
import type { KeyedOptions } from './failures.ts'
import { ItemExponentialFailureRateLimiter } from './item-exponential-failure-rate-limiter.ts'
import { MaxOfRateLimiter } from './max-of-rate-limiter.ts'
import type { RateLimiter } from './rate-limiter.ts'

/**
 * 5 ms doubling to 1000 s for each item, and not more than 10 items a second, 100 at once, for all of them. client-go:
 * `DefaultTypedControllerRateLimiter`.
 */
export function defaultControllerRateLimiter<T>(options: KeyedOptions<T> = {}): RateLimiter<T> {
  return new MaxOfRateLimiter<T>(
    new ItemExponentialFailureRateLimiter('5ms', '1000s', options),
    new BucketRateLimiter(new TokenBucket({ qps: 10, burst: 100, clock: options.clock })),
  )
}

/** 1 ms doubling to 1000 s for each item. client-go: `DefaultTypedItemBasedRateLimiter`. */
export function defaultItemBasedRateLimiter<T>(options: KeyedOptions<T> = {}): RateLimiter<T> {
  return new ItemExponentialFailureRateLimiter('1ms', '1000s', options)
}
