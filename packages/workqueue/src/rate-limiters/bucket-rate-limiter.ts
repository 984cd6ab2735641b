import type { TokenBucket } from '@rxkube/clock'
import type { RateLimiter } from './rate-limiter.ts'

/**
 * The time until a token of a bucket that all items share. The token is used up also when the item is never added.
 * client-go: `BucketRateLimiter`.
 */
export class BucketRateLimiter implements RateLimiter<unknown> {
  readonly #bucket: TokenBucket

  constructor(bucket: TokenBucket) {
    this.#bucket = bucket
  }

  when(): number {
    return this.#bucket.reserve()
  }

  /** It remembers no items. */
  forget(): void {
    return
  }

  numRequeues(): number {
    return 0
  }
}
