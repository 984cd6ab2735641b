import type { Clock } from '@rxkube/clock'

const budget = 4
const most = 500

/**
 * Tells a long loop when to let others have a turn: after 4 ms of work, or after 500 objects whatever the time.
 *
 * Many chunks may come within one turn of the event loop, so their work adds up; only the time between `pause` and
 * `resume`, in which the loop waits for more, does not count.
 */
export class TimeSlice {
  readonly #clock: Clock
  #began: number
  #spent = 0
  #count = 0

  constructor(clock: Clock) {
    this.#clock = clock
    this.#began = clock.monotonic()
  }

  /** Counts one object; true when the slice is over. */
  isOver(): boolean {
    return ++this.#count >= most || this.#work() >= budget
  }

  /** Gives the event loop a turn and begins the next slice. */
  async yield(): Promise<void> {
    await this.#clock.yield()
    this.#count = 0
    this.#spent = 0
    this.resume()
  }

  /** Goes on after a pause. */
  resume(): void {
    this.#began = this.#clock.monotonic()
  }

  /** Stops counting time until `resume`; what was spent stays spent. */
  pause(): void {
    this.#spent = this.#work()
  }

  #work(): number {
    return this.#spent + this.#clock.monotonic() - this.#began
  }
}
