import { parseDuration, type Duration } from '@rxkube/clock'
import { Failures, type KeyedOptions } from './failures.ts'
import type { RateLimiter } from './rate-limiter.ts'

/** `fast` for the first failures of an item, then `slow`. client-go: `ItemFastSlowRateLimiter`. */
export class ItemFastSlowRateLimiter<T> implements RateLimiter<T> {
  readonly #fast: number
  readonly #slow: number
  readonly #maxFastAttempts: number
  readonly #failures: Failures<T>

  constructor(fast: Duration, slow: Duration, maxFastAttempts: number, options?: KeyedOptions<T>) {
    this.#fast = parseDuration(fast)
    this.#slow = parseDuration(slow)
    this.#maxFastAttempts = maxFastAttempts
    this.#failures = new Failures(Math.max(this.#fast, this.#slow), options)
  }

  when(item: T): number {
    return this.#failures.count(item) < this.#maxFastAttempts ? this.#fast : this.#slow
  }

  forget(item: T): void {
    this.#failures.forget(item)
  }

  numRequeues(item: T): number {
    return this.#failures.of(item)
  }
}
