import { honouredDelay, neverFires, type Clock, type Timer } from './clock.ts'
import { InvalidDurationError, parseDuration, type Duration } from './duration.ts'
import type { Random } from './random.ts'
import { seededRandom } from './seeded-random.ts'
import { TimerHeap, type HeapTimer } from './timer-heap.ts'

/** How a TestClock begins. */
export interface TestClockOptions {
  /** The wall-clock time it starts at: a Date, a text that Date reads, or milliseconds; 2025-01-01T00:00:00Z unless told. */
  readonly start?: Date | string | number | undefined
  /** What `random` is; seeded with 1 unless told. */
  readonly random?: Random | undefined
}

/** How far `runUntilIdle` goes. */
export interface RunUntilIdleOptions {
  /** The virtual time after which it stops although timers are left; one hour unless told. */
  readonly max?: Duration | undefined
}

/** Thrown when code under a TestClock sets timers of no delay, or yields, again and again without an end. */
export class ClockStuckError extends Error {
  override readonly name = 'ClockStuckError'
  /** The monotonic time at which it went round, in milliseconds. */
  readonly at: number
  /** How many turns it took. */
  readonly turns: number

  constructor(at: number, turns: number) {
    super(
      `time stood still at ${at} ms for ${turns} turns: something sets timers of no delay, or yields, in an endless loop`,
    )
    this.at = at
    this.turns = turns
  }
}

// Stream plumbing inside Node may take a hop of its own between two steps of a promise chain.
const quietHops = 3
const mostTurns = 100_000

const hop = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/**
 * Time that stands still until a test moves it: `advance`, `runUntilIdle`, `jump`.
 *
 * Timers fire one by one in the order of due time, then in the order in which they were set; after each, everything
 * that can go on without more time does (see `settle`). An error thrown by a timer's function rejects the call that
 * moved time. Calls that overlap run one after another.
 */
export class TestClock implements Clock {
  /** Randomness to go with this time. */
  readonly random: Random
  readonly #timers = new TimerHeap()
  #wall: number
  #elapsed = 0
  #order = 0
  #yielding = 0
  #activity = 0
  #last: Promise<void> = Promise.resolve()

  constructor({ start = '2025-01-01T00:00:00Z', random = seededRandom(1) }: TestClockOptions = {}) {
    this.#wall = new Date(start).getTime()
    if (Number.isNaN(this.#wall)) throw new RangeError(`"${String(start)}" is not a date`)
    this.random = random
  }

  /** The number of timers that are set and will fire. */
  get pending(): number {
    return this.#timers.size
  }

  now(): number {
    return Math.floor(this.#wall + this.#elapsed)
  }

  monotonic(): number {
    return this.#elapsed
  }

  setTimer(delay: number, fire: () => void): Timer {
    const due = this.#elapsed + honouredDelay(delay)
    if (due === Infinity) return neverFires
    const timer: HeapTimer = { due, order: this.#order++, fire, at: -1 }
    this.#timers.add(timer)
    this.#activity++
    return {
      cancel: () => {
        if (this.#timers.delete(timer)) this.#activity++
      },
    }
  }

  /** A real turn of the event loop: needs no `advance`. */
  async yield(): Promise<void> {
    this.#yielding++
    this.#activity++
    await hop()
    this.#yielding--
  }

  /** Moves wall-clock time alone, either way, as an administrator or NTP would. Timers do not notice. */
  jump(milliseconds: number): void {
    this.#wall += milliseconds
  }

  /**
   * Moves time on, firing the timers that come due. Rejects with InvalidDurationError for what is no finite duration,
   * and with ClockStuckError when time cannot get on.
   */
  advance(duration: Duration): Promise<void> {
    return this.#inTurn(() => {
      const target = this.#elapsed + finite(duration)
      return this.#runTo(target, true)
    })
  }

  /**
   * Fires timer after timer until none is left, which leaves time at the last one, or until `max` has passed.
   * Rejects as `advance` does.
   */
  runUntilIdle({ max = '1h' }: RunUntilIdleOptions = {}): Promise<void> {
    return this.#inTurn(() => this.#runTo(this.#elapsed + finite(max), false))
  }

  /**
   * Lets everything go on that needs no time: promise chains, and loops that yield. What waits for sockets, files or
   * threads is not waited for. Rejects with ClockStuckError when a loop yields without an end.
   */
  async settle(): Promise<void> {
    let quiet = 0
    let turns = 0
    let seen = this.#activity
    while (quiet < quietHops) {
      if (++turns > mostTurns) throw new ClockStuckError(this.#elapsed, mostTurns)
      await hop()
      quiet = seen === this.#activity && this.#yielding === 0 ? quiet + 1 : 0
      seen = this.#activity
    }
  }

  async #runTo(target: number, toTheEnd: boolean): Promise<void> {
    await this.settle()
    let turns = 0
    for (let timer = this.#timers.peek(); timer; timer = this.#timers.peek()) {
      if (timer.due > target) {
        this.#elapsed = target
        return
      }
      turns = timer.due > this.#elapsed ? 0 : turns + 1
      if (turns > mostTurns) throw new ClockStuckError(this.#elapsed, mostTurns)
      this.#elapsed = timer.due
      this.#timers.delete(timer)
      timer.fire()
      await this.settle()
    }
    if (toTheEnd) this.#elapsed = target
  }

  async #inTurn(run: () => Promise<void>): Promise<void> {
    const before = this.#last
    const done = Promise.withResolvers<void>()
    this.#last = done.promise
    await before
    try {
      await run()
    } finally {
      done.resolve()
    }
  }
}

function finite(duration: Duration): number {
  const milliseconds = parseDuration(duration)
  if (milliseconds === Infinity) throw new InvalidDurationError(duration)
  return milliseconds
}
