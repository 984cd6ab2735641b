import { parseDuration, type Duration } from '@rxkube/clock'
import { Failures, type KeyedOptions } from './failures.ts'
import type { RateLimiter } from './rate-limiter.ts'

/** `base` · 2^failures of the item, `max` at the most. client-go: `ItemExponentialFailureRateLimiter`. */
export class ItemExponentialFailureRateLimiter<T> implements RateLimiter<T> {
  readonly #base: number
  readonly #max: number
  readonly #failures: Failures<T>

  constructor(base: Duration, max: Duration, options?: KeyedOptions<T>) {
    this.#base = parseDuration(base)
    this.#max = parseDuration(max)
    this.#failures = new Failures(this.#max, options)
  }

  when(item: T): number {
    // Infinity, where the power has no number any more, is more than any maximum; 0 · Infinity is no number.
    const delay = this.#base * 2 ** Math.min(this.#failures.count(item), 1023)
    return Math.min(delay, this.#max)
  }

  forget(item: T): void {
    this.#failures.forget(item)
  }

  numRequeues(item: T): number {
    return this.#failures.of(item)
  }
}
