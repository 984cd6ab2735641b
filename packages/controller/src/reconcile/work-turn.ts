import type { Clock } from '@rxkube/clock'

const mostRuns = 100
const longest = 10

/** A worker's part of the event loop: reconciles that wait for nothing must not keep leases from being renewed. */
export class WorkTurn {
  readonly #clock: Clock
  #began: number
  #runs = 0

  constructor(clock: Clock) {
    this.#clock = clock
    this.#began = clock.monotonic()
  }

  /** Called before each run: lets others have their turn when this one was long. */
  async shared(): Promise<void> {
    this.#runs += 1
    if (this.#runs <= mostRuns && this.#clock.monotonic() - this.#began < longest) return
    await this.#clock.yield()
    this.#began = this.#clock.monotonic()
    this.#runs = 1
  }
}
