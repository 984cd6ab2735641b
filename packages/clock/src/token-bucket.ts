import type { Clock } from './clock.ts'
import { parseDuration, type Duration } from './duration.ts'
import { sleep, type WaitOptions } from './sleep.ts'
import { systemClock } from './system-clock.ts'

/** How much a TokenBucket lets through. */
export interface TokenBucketOptions {
  /** Tokens that come back each second; 0: none ever. */
  readonly qps: number
  /** The most tokens it holds, which it has at the start. */
  readonly burst: number
  readonly clock?: Clock | undefined
}

/** How long `TokenBucket.wait` may take. */
export interface TokenWaitOptions extends WaitOptions {
  /** The longest wait that is worth it. */
  readonly timeout?: Duration | undefined
}

/** Thrown at once when the wait for a token would be longer than the caller has. */
export class ThrottledError extends Error {
  override readonly name = 'ThrottledError'
  /** How long the wait would have been, in milliseconds. */
  readonly delay: number
  /** How long the caller had, in milliseconds. */
  readonly timeout: number

  constructor(delay: number, timeout: number) {
    super(`throttled: the next token comes in ${Math.ceil(delay)} ms, later than the ${timeout} ms there are`)
    this.delay = delay
    this.timeout = timeout
  }
}

// A token that is there but for rounding is there.
const rounding = 1e-9

/**
 * Lets a burst through at once and then so many a second; who comes while it is empty queues up behind those who came
 * before. Upstream: flowcontrol.RateLimiter over x/time/rate.
 */
export class TokenBucket {
  readonly #perMillisecond: number
  readonly #burst: number
  readonly #clock: Clock
  /** Below 0: tokens promised to those who wait. */
  #tokens: number
  #updated: number
  /** When the last token that was promised is there. */
  #lastPromise = -Infinity

  /** Throws RangeError when `qps` is negative or no number, or `burst` is less than 1. */
  constructor({ qps, burst, clock = systemClock }: TokenBucketOptions) {
    if (!(qps >= 0)) throw new RangeError(`qps is ${qps}: expected 0 or more tokens a second`)
    if (!(burst >= 1)) throw new RangeError(`burst is ${burst}: expected at least 1 token`)
    this.#perMillisecond = qps / 1000
    this.#burst = burst
    this.#clock = clock
    this.#tokens = burst
    this.#updated = clock.monotonic()
  }

  /** Takes a token if there is one. */
  tryAccept(): boolean {
    this.#refill()
    if (this.#tokens < 1 - rounding) return false
    this.#tokens--
    return true
  }

  /** Takes the next token, be it only promised, and tells after how many milliseconds it is there. */
  reserve(): number {
    this.#refill()
    const delay = this.#delay()
    this.#tokens--
    this.#lastPromise = this.#updated + delay
    return delay
  }

  /** Takes a token when there is one. */
  accept(): Promise<void> {
    return this.wait()
  }

  /**
   * Takes a token when there is one. Rejects with ThrottledError at once when that is later than `timeout`, and with
   * `signal.reason` when the signal aborts first; either way no token is used up that others do not wait behind.
   */
  async wait({ signal, timeout = Infinity }: TokenWaitOptions = {}): Promise<void> {
    signal?.throwIfAborted()
    this.#refill()
    const longest = parseDuration(timeout)
    const expected = this.#delay()
    if (expected > longest) throw new ThrottledError(expected, longest)
    const delay = this.reserve()
    if (delay === 0) return
    const due = this.#lastPromise
    try {
      await sleep(this.#clock, delay, { signal })
    } catch (error) {
      this.#giveBack(due)
      throw error
    }
  }

  #delay(): number {
    const missing = 1 - this.#tokens
    return missing <= rounding ? 0 : missing / this.#perMillisecond
  }

  #refill(): void {
    const now = this.#clock.monotonic()
    this.#tokens = Math.min(this.#burst, this.#tokens + (now - this.#updated) * this.#perMillisecond)
    this.#updated = now
  }

  /** Those who queued up later keep their places, so what they wait for cannot be given again. */
  #giveBack(due: number): void {
    if (due === Infinity) {
      this.#tokens++
      return
    }
    this.#refill()
    const behind = (this.#lastPromise - due) * this.#perMillisecond
    if (behind >= 1 - rounding) return
    this.#tokens = Math.min(this.#burst, this.#tokens + 1 - behind)
    if (this.#lastPromise === due) this.#lastPromise = due - 1 / this.#perMillisecond
  }
}
