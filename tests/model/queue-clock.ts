import type { Clock, Timer } from '@rxkube/clock'

interface ModelTimer {
  readonly due: number
  readonly fire: () => void
}

/** Time of a model: it moves when told, and what is due happens at once. */
export class QueueClock implements Clock {
  #now = 0
  #timers: ModelTimer[] = []

  /** In how many ms each timer that is set is due, the first one first. */
  get timers(): readonly number[] {
    return this.#timers.map(({ due }) => due - this.#now).toSorted((a, b) => a - b)
  }

  now(): number {
    return this.#now
  }

  monotonic(): number {
    return this.#now
  }

  setTimer(delay: number, fire: () => void): Timer {
    const timer = { due: this.#now + Math.max(0, delay), fire }
    if (timer.due < Infinity) this.#timers.push(timer)
    return { cancel: () => void (this.#timers = this.#timers.filter((other) => other !== timer)) }
  }

  yield(): Promise<void> {
    return Promise.resolve()
  }

  advance(by: number): void {
    this.#now += by
    for (let due = this.#next(); due; due = this.#next()) {
      const { fire } = due
      this.#timers = this.#timers.filter((other) => other !== due)
      fire()
    }
  }

  #next(): ModelTimer | undefined {
    return this.#timers.filter(({ due }) => due <= this.#now).toSorted((a, b) => a.due - b.due)[0]
  }
}
