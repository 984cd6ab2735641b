import type { Clock } from '@rxkube/clock'

/** How long requests may follow each other without the event loop having its turn, in milliseconds. */
const slice = 10

/**
 * Gives the event loop its turn among requests of this process: none of them waits for I/O, so that a loop of them would
 * hold up every timer and socket.
 */
export class FairTurns {
  readonly #clock: Clock
  #began: number | undefined

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** A promise when it is the event loop's turn. */
  next(): Promise<void> | undefined {
    const now = this.#clock.monotonic()
    if (this.#began === undefined) {
      this.#began = now
      // Whenever the loop has had its turn, a new slice begins.
      void this.#turn()
      return undefined
    }
    return now - this.#began < slice ? undefined : this.#clock.yield()
  }

  async #turn(): Promise<void> {
    await this.#clock.yield()
    this.#began = undefined
  }
}
