import { parseDuration, type Duration } from './duration.ts'
import { systemRandom, type Random } from './random.ts'

/** How delays grow. Upstream: wait.Backoff. */
export interface BackoffOptions {
  /** The first delay. */
  readonly duration: Duration
  /** What each delay is multiplied with for the next one; 0, which it is unless told: all are the same. */
  readonly factor?: number | undefined
  /** A delay d is drawn evenly from [d, d·(1+jitter)); 0 unless told. Growth does not see it. */
  readonly jitter?: number | undefined
  /** How often delays grow, and how often `exponentialBackoff` tries; without a limit unless told. */
  readonly steps?: number | undefined
  /** The largest delay, before jitter. A delay that would grow above it becomes it, and no steps are left. */
  readonly cap?: Duration | undefined
}

/** Delays that grow from one to the next. Upstream: wait.Backoff. */
export class Backoff {
  readonly #factor: number
  readonly #jitter: number
  readonly #cap: number
  readonly #random: Random
  #delay: number
  #steps: number

  constructor(options: BackoffOptions, random: Random = systemRandom) {
    this.#delay = parseDuration(options.duration)
    this.#factor = options.factor ?? 0
    this.#jitter = options.jitter ?? 0
    this.#steps = options.steps ?? Infinity
    this.#cap = parseDuration(options.cap ?? Infinity)
    this.#random = random
  }

  /** How many steps are left. */
  get steps(): number {
    return this.#steps
  }

  /** The next delay in milliseconds. With no steps left, delays are those of the last step, or the cap. */
  step(): number {
    const delay = this.#delay
    if (this.#steps >= 1) {
      this.#steps--
      this.#grow()
    }
    return delay * (1 + this.#jitter * this.#random.next())
  }

  #grow(): void {
    if (this.#factor !== 0) this.#delay *= this.#factor
    if (this.#cap > 0 && this.#delay > this.#cap) {
      this.#delay = this.#cap
      this.#steps = 0
    }
  }
}
