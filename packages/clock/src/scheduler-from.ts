import { Subscription, type SchedulerAction, type SchedulerLike } from 'rxjs'

import type { Clock, Timer } from './clock.ts'

type Work<T> = (this: SchedulerAction<T>, state?: T) => void

/**
 * An RxJS scheduler that takes its time from `clock`: give it to `timer`, `interval`, `debounceTime`, `delay`, ….
 *
 * Its `now()` starts as the clock's wall time and then counts what really passed, so a jump of the wall clock makes
 * no operator late.
 */
export function schedulerFrom(clock: Clock): SchedulerLike {
  const start = clock.now() - clock.monotonic()
  return {
    now: () => start + clock.monotonic(),
    schedule<T>(work: Work<T>, delay = 0, state?: T): Subscription {
      return new ClockAction(clock, work).schedule(state, delay)
    },
  }
}

class ClockAction<T> extends Subscription implements SchedulerAction<T> {
  readonly #clock: Clock
  readonly #work: Work<T>
  #timer: Timer | undefined

  constructor(clock: Clock, work: Work<T>) {
    super(() => this.#timer?.cancel())
    this.#clock = clock
    this.#work = work
  }

  schedule(state?: T, delay = 0): Subscription {
    if (this.closed) return this
    this.#timer?.cancel()
    this.#timer = this.#clock.setTimer(delay, () => this.#run(state))
    return this
  }

  #run(state: T | undefined): void {
    this.#timer = undefined
    try {
      this.#work(state)
    } catch (error) {
      this.unsubscribe()
      throw error
    }
    if (!this.#scheduled()) this.unsubscribe()
  }

  #scheduled(): boolean {
    return this.#timer !== undefined
  }
}
