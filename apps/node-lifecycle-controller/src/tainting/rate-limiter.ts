import { TokenBucket, type Clock } from '@rxkube/clock'

/** One node at once, then so many a second; none at all for a rate of 0. */
export class RateLimiter {
  /** Nodes per second. */
  readonly rate: number
  readonly #bucket: TokenBucket | undefined

  /** `isEmpty`: the first one has to wait as well. */
  constructor(rate: number, clock: Clock, isEmpty = false) {
    this.rate = Math.max(0, rate)
    if (this.rate === 0) return
    this.#bucket = new TokenBucket({ qps: this.rate, burst: 1, clock })
    if (isEmpty) this.#bucket.tryAccept()
  }

  /** Takes a token, if there is one. */
  tryAccept(): boolean {
    return this.#bucket?.tryAccept() ?? false
  }

  /** A limiter with another rate; this one when it is the same. Whoever had to wait still has to. */
  withRate(rate: number, clock: Clock): RateLimiter {
    if (this.rate === Math.max(0, rate)) return this
    return new RateLimiter(rate, clock, !this.tryAccept())
  }
}
