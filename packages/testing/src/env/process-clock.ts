import type { Clock, Timer } from '@rxkube/clock'

/** How the clock of a process differs from the true time. */
export interface ClockErrors {
  /** Milliseconds by which its wall clock is ahead; negative: behind. */
  readonly skew?: number | undefined
  /** How fast its clocks run: 1.1 gains six seconds a minute. */
  readonly rate?: number | undefined
}

/** Time as one process has it: its wall clock may be wrong, and it ends, or stands still, with the process. */
export class ProcessClock implements Clock {
  readonly #base: Clock
  readonly #rate: number
  readonly #bornAt: number
  readonly #bornOn: number
  readonly #timers = new Set<Timer>()
  #skew: number
  #dead = false
  #frozen: (() => void)[] | undefined

  constructor(base: Clock, { skew = 0, rate = 1 }: ClockErrors = {}) {
    if (!(rate > 0)) throw new RangeError(`the rate of a clock is ${rate}: expected more than 0`)
    this.#base = base
    this.#rate = rate
    this.#skew = skew
    this.#bornAt = base.monotonic()
    this.#bornOn = base.now()
  }

  now(): number {
    return Math.floor(this.#bornOn + this.monotonic() + this.#skew)
  }

  monotonic(): number {
    return (this.#base.monotonic() - this.#bornAt) * this.#rate
  }

  setTimer(delay: number, fire: () => void): Timer {
    if (this.#dead) return { cancel: () => undefined }
    let cancelled = false
    const timer = this.#base.setTimer(delay / this.#rate, () => {
      this.#timers.delete(timer)
      this.#whenAwake(() => {
        if (!cancelled) fire()
      })
    })
    this.#timers.add(timer)
    return {
      cancel: () => {
        cancelled = true
        timer.cancel()
        this.#timers.delete(timer)
      },
    }
  }

  async yield(): Promise<void> {
    await this.#base.yield()
    await this.awake()
  }

  /** Moves the wall clock alone, either way. */
  jump(milliseconds: number): void {
    this.#skew += milliseconds
  }

  /** Holds everything that time sets off, as when the machine of the process is suspended; its clocks go on. */
  freeze(): void {
    this.#frozen ??= []
  }

  /** Lets what was held go on. */
  thaw(): void {
    const held = this.#frozen ?? []
    this.#frozen = undefined
    for (const goOn of held) this.#whenAwake(goOn)
  }

  /** Nothing of the process happens any more. */
  die(): void {
    this.#dead = true
    this.#frozen = undefined
    for (const timer of this.#timers) timer.cancel()
    this.#timers.clear()
  }

  /** Resolves when the process can go on: at once, after `thaw`, or, when it is dead, never. */
  awake(): Promise<void> {
    return new Promise((resolve) => this.#whenAwake(resolve))
  }

  #whenAwake(goOn: () => void): void {
    if (this.#dead) return
    if (this.#frozen) this.#frozen.push(goOn)
    else goOn()
  }
}
