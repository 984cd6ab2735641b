import type { Clock } from '@rxkube/clock'
import { RateLimiter } from './rate-limiter.ts'
import { ValueHeap, type TimedValue } from './value-heap.ts'

/** What an action came to: done, or to be tried again after so many milliseconds. */
export type Attempt = { readonly done: true } | { readonly done: false; readonly retryIn: number }

/** How a queue begins. */
export interface RateLimitedQueueOptions {
  readonly clock: Clock
  /** Values per second; the first one goes at once. */
  readonly rate: number
  /** Told when a value came in. */
  readonly added?: (() => void) | undefined
}

/**
 * The nodes of a zone that wait for their taint, which they get one after another, no faster than the rate allows. A node
 * whose turn has come stays known, and is not taken in again, until it is removed.
 * kube-controller-manager: `RateLimitedTimedQueue`.
 */
export class RateLimitedQueue {
  readonly #clock: Clock
  readonly #heap = new ValueHeap()
  readonly #known = new Set<string>()
  readonly #added: (() => void) | undefined
  #limiter: RateLimiter

  constructor({ clock, rate, added }: RateLimitedQueueOptions) {
    this.#clock = clock
    this.#added = added
    this.#limiter = new RateLimiter(rate, clock)
  }

  /** Values per second; 0: none. */
  get rate(): number {
    return this.#limiter.rate
  }

  /** How many values wait. */
  get waiting(): number {
    return this.#heap.size
  }

  /** Takes a value in, due now; false when it is known. */
  add(value: string, uid: string): boolean {
    if (this.#known.has(value)) return false
    this.#known.add(value)
    const now = this.#clock.now()
    this.#heap.push({ value, uid, addedAt: now, processAt: now })
    this.#added?.()
    return true
  }

  /** Whether a value had its turn, and was not removed since. */
  isHandled(value: string): boolean {
    return this.#known.has(value) && !this.#heap.has(value)
  }

  /** Forgets a value, waiting or not; false when it was not known. */
  remove(value: string): boolean {
    this.#heap.delete(value)
    return this.#known.delete(value)
  }

  /** Forgets all. */
  clear(): void {
    this.#heap.clear()
    this.#known.clear()
  }

  /** Sets the rate; what was waited for so far is waited for still. */
  swapLimiter(rate: number): void {
    this.#limiter = this.#limiter.withRate(rate, this.#clock)
  }

  /**
   * Handles what is due, as far as the rate allows, each a token. Looking at a value that is not due yet costs one as well,
   * as in upstream. What throws stays where it is, and the error is thrown.
   */
  async try(action: (value: TimedValue) => Promise<Attempt>): Promise<void> {
    for (let head = this.#heap.head(); head && this.#limiter.tryAccept(); head = this.#heap.head()) {
      const now = this.#clock.now()
      if (now < head.processAt) return
      // oxlint-disable-next-line no-await-in-loop -- one after another is the point
      const attempt = await action(head)
      const isStillWaiting = this.#heap.delete(head.value)
      if (!attempt.done && isStillWaiting) {
        // Never within the same instant: a millisecond is the least that a clock can tell.
        this.#heap.push({ ...head, processAt: now + attempt.retryIn + 1 })
      }
    }
  }
}
