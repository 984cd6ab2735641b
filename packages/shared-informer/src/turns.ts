import type { Clock } from '@rxkube/clock'

// In milliseconds. What handlers take of one turn of the event loop delays lease renewals and watch reads.
const shareOfTurn = 10

const turns = new WeakMap<Clock, Turns>()

/**
 * Shares the turns of the event loop out among all handlers that go by one clock: together they get 10 ms of a turn,
 * however many they are, and who has to wait for a later one is served first come, first served.
 */
export class Turns {
  readonly #clock: Clock
  /** When the first call of this turn began. */
  #began: number | undefined
  #waiting: (() => void)[] = []

  private constructor(clock: Clock) {
    this.#clock = clock
  }

  static of(clock: Clock): Turns {
    const known = turns.get(clock) ?? new Turns(clock)
    turns.set(clock, known)
    return known
  }

  /** Whether handlers had their share of this turn. */
  isOver(): boolean {
    return this.#clock.monotonic() - this.#begin() >= shareOfTurn
  }

  /** Resolves in a later turn of the event loop. */
  next(): Promise<void> {
    this.#begin()
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  #begin(): number {
    if (this.#began === undefined) {
      this.#began = this.#clock.monotonic()
      void this.#serve()
    }
    return this.#began
  }

  async #serve(): Promise<void> {
    await this.#clock.yield()
    this.#began = undefined
    const waiting = this.#waiting
    this.#waiting = []
    for (const [place, resume] of waiting.entries()) {
      if (this.isOver()) {
        this.#waiting = [...waiting.slice(place), ...this.#waiting]
        return
      }
      resume()
      // It makes its calls before this goes on.
      await Promise.resolve()
    }
  }
}
