import { sleep, type Clock } from '@rxkube/clock'

/**
 * Lets `burst` callers through at once and then `qps` a second, first come, first served. client-go: `flowcontrol`.
 */
export class TokenBucket {
  readonly #clock: Clock
  readonly #qps: number
  readonly #burst: number
  #tokens: number
  #filledAt: number

  constructor(options: { readonly qps: number; readonly burst: number; readonly clock: Clock }) {
    this.#clock = options.clock
    this.#qps = options.qps
    this.#burst = Math.max(1, options.burst)
    this.#tokens = this.#burst
    this.#filledAt = options.clock.monotonic()
  }

  /** Resolves when it is the caller's turn. Rejects with `signal.reason`; its turn is then given back. */
  async take(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted()
    if (!(this.#qps > 0 && this.#qps < Infinity)) return
    const now = this.#clock.monotonic()
    this.#tokens = Math.min(this.#burst, this.#tokens + ((now - this.#filledAt) / 1000) * this.#qps)
    this.#filledAt = now
    // Below zero are those who wait: the n-th of them waits n / qps.
    this.#tokens--
    if (this.#tokens >= 0) return
    try {
      await sleep(this.#clock, (-this.#tokens / this.#qps) * 1000, { signal })
    } catch (error) {
      this.#tokens++
      throw error
    }
  }
}
