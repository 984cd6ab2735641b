import type { Clock, Timer } from '@rxkube/clock'

/** What a lease counter needs. */
export interface LeasesOptions {
  readonly clock: Clock
  /** Milliseconds that the shared thing outlives its last lease. */
  readonly linger: number
  readonly onFirst: () => void
  /** No lease was held for `linger`. */
  readonly onUnused: () => void
}

/** Counts who needs a shared thing: the first lease starts it, and some time after the last one it is let go. */
export class Leases {
  readonly #options: LeasesOptions
  #held = 0
  #lingering: Timer | undefined
  #ended = false

  constructor(options: LeasesOptions) {
    this.#options = options
  }

  get held(): number {
    return this.#held
  }

  /** Takes a lease; the function given back releases it, once. */
  acquire(): () => void {
    this.#lingering?.cancel()
    this.#lingering = undefined
    this.#held++
    if (this.#held === 1) this.#options.onFirst()
    let released = false
    return () => {
      if (released) return
      released = true
      if (--this.#held === 0) this.linger()
    }
  }

  /** Begins to wait for the end of being unused, if nobody holds a lease. */
  linger(): void {
    if (this.#held > 0 || this.#ended) return
    this.#lingering?.cancel()
    this.#lingering = this.#options.clock.setTimer(this.#options.linger, () => {
      this.#lingering = undefined
      this.#options.onUnused()
    })
  }

  /** Stops waiting. */
  cancel(): void {
    this.#lingering?.cancel()
    this.#lingering = undefined
  }

  /** Stops waiting for good: leases that are released later start no timer. */
  end(): void {
    this.#ended = true
    this.cancel()
  }
}
