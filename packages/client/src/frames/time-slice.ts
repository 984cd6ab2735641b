import type { Clock } from '@rxkube/clock'

// Looking at the clock costs as much as decoding a small object.
const looksEvery = 16
const budget = 4
const most = 500

/** Tells a long loop when to let others have a turn: after 4 ms, or after 500 objects whatever the time. */
export class TimeSlice {
  readonly #clock: Clock
  #began: number
  #count = 0

  constructor(clock: Clock) {
    this.#clock = clock
    this.#began = clock.monotonic()
  }

  /** Counts one object; true when the slice is over. */
  isOver(): boolean {
    this.#count++
    if (this.#count >= most) return true
    return this.#count % looksEvery === 0 && this.#clock.monotonic() - this.#began >= budget
  }

  /** Gives the event loop a turn and begins the next slice. */
  async yield(): Promise<void> {
    await this.#clock.yield()
    this.restart()
  }

  restart(): void {
    this.#count = 0
    this.#began = this.#clock.monotonic()
  }
}
