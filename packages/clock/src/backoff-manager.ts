import { Backoff, type BackoffOptions } from './backoff.ts'
import type { Clock } from './clock.ts'
import { parseDuration, type Duration } from './duration.ts'
import { systemRandom, type Random } from './random.ts'
import { sleep, type WaitOptions } from './sleep.ts'
import { systemClock } from './system-clock.ts'

/** How a BackoffManager's delays grow and when they begin anew. */
export interface BackoffManagerOptions {
  /** 800 ms, doubling to 30 s, each up to twice as long by jitter, unless told: the reflector's. */
  readonly backoff?: BackoffOptions | undefined
  /** How long until delays begin anew; two minutes unless told. */
  readonly resetAfter?: Duration | undefined
  /**
   * What that time is counted from: the last beginning, as client-go has it since 1.36, or the last step, as before.
   * With `'sinceReset'`, which it is unless told, a long outage sees the short delays again every two minutes: about
   * 0.053 attempts a second instead of 0.022.
   */
  readonly resetRule?: 'sinceReset' | 'sinceStep' | undefined
  readonly clock?: Clock | undefined
  readonly random?: Random | undefined
}

const reflectorBackoff: BackoffOptions = {
  duration: 800,
  factor: 2,
  jitter: 1,
  cap: 30_000,
  steps: Math.ceil(30 / 0.8),
}

/** Delays that grow and, after a while, begin anew. Upstream: wait.BackoffManager, Backoff.DelayWithReset. */
export class BackoffManager {
  readonly #options: BackoffOptions
  readonly #resetAfter: number
  readonly #resetRule: 'sinceReset' | 'sinceStep'
  readonly #clock: Clock
  readonly #random: Random
  #backoff: Backoff
  #since: number

  constructor(options: BackoffManagerOptions = {}) {
    this.#options = options.backoff ?? reflectorBackoff
    this.#resetAfter = parseDuration(options.resetAfter ?? '2m')
    this.#resetRule = options.resetRule ?? 'sinceReset'
    this.#clock = options.clock ?? systemClock
    this.#random = options.random ?? systemRandom
    this.#backoff = new Backoff(this.#options, this.#random)
    this.#since = this.#clock.monotonic()
  }

  /** The next delay in milliseconds. */
  step(): number {
    const now = this.#clock.monotonic()
    // Delays that do not grow have no beginning to go back to.
    const grows = (this.#options.factor ?? 0) > 0
    if (grows && now - this.#since > this.#resetAfter) this.reset()
    if (this.#resetRule === 'sinceStep') this.#since = now
    return this.#backoff.step()
  }

  /** Begins anew with the first delay. */
  reset(): void {
    this.#backoff = new Backoff(this.#options, this.#random)
    this.#since = this.#clock.monotonic()
  }

  /** Sleeps for the next delay. Rejects with `signal.reason`. */
  wait(options: WaitOptions = {}): Promise<void> {
    return sleep(this.#clock, this.step(), options)
  }
}
