import { parseDuration, type Duration } from '@rxkube/clock'
import type { RateLimiter } from './rate-limiter.ts'

/** What another limiter says, `max` at the most. client-go: `WithMaxWaitRateLimiter`. */
export class WithMaxWaitRateLimiter<T> implements RateLimiter<T> {
  readonly #limiter: RateLimiter<T>
  readonly #max: number

  constructor(limiter: RateLimiter<T>, max: Duration) {
    this.#limiter = limiter
    this.#max = parseDuration(max)
  }

  when(item: T): number {
    return Math.min(this.#limiter.when(item), this.#max)
  }

  forget(item: T): void {
    this.#limiter.forget(item)
  }

  numRequeues(item: T): number {
    return this.#limiter.numRequeues(item)
  }
}
