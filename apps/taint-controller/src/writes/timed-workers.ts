import type { Clock, Timer } from '@rxkube/clock'

/** A piece of work that waits for its time, is under way, or was done. Times are milliseconds since 1970. */
export interface TimedWork<T> {
  readonly item: T
  readonly createdAt: number
  readonly fireAt: number
}

interface Entry<T> extends TimedWork<T> {
  timer: Timer | undefined
  running: boolean
}

/**
 * At most one piece of work for each key, done at its time. A key whose work was done stays taken until `cancel`, so
 * that the same thing is not done twice; a key whose work failed is free again. kube-controller-manager: `TimedWorkerQueue`.
 */
export class TimedWorkers<T> {
  readonly #clock: Clock
  readonly #work: (work: TimedWork<T>) => Promise<boolean>
  readonly #failed: (key: string, work: TimedWork<T>) => void
  readonly #entries = new Map<string, Entry<T>>()
  readonly #running = new Set<Promise<void>>()

  /**
   * `work` resolves with whether it was done, and does not reject. `failed` is told of work that was not, when its key is
   * free, unless it was called off.
   */
  constructor(
    clock: Clock,
    work: (work: TimedWork<T>) => Promise<boolean>,
    failed: (key: string, work: TimedWork<T>) => void = () => undefined,
  ) {
    this.#clock = clock
    this.#work = work
    this.#failed = failed
  }

  /** How many keys are taken. */
  get size(): number {
    return this.#entries.size
  }

  /**
   * Does the work `fireAt − createdAt` ms from now, at once when that is not above 0. Ignored, with false, while the key
   * is taken.
   */
  add(key: string, item: T, createdAt: number, fireAt: number): boolean {
    if (this.#entries.has(key)) return false
    const entry: Entry<T> = { item, createdAt, fireAt, timer: undefined, running: false }
    this.#entries.set(key, entry)
    const delay = fireAt - createdAt
    if (delay > 0) entry.timer = this.#clock.setTimer(delay, () => this.#begin(key, entry))
    else this.#begin(key, entry)
    return true
  }

  /** The work of a key that still waits for its time. */
  get(key: string): TimedWork<T> | undefined {
    const entry = this.#entries.get(key)
    return entry?.timer && entry
  }

  /** Whether the work that holds a key is under way. */
  isRunning(key: string): boolean {
    return this.#entries.get(key)?.running ?? false
  }

  /** Whatever holds the key: what waits, is under way, or was done. */
  holder(key: string): TimedWork<T> | undefined {
    return this.#entries.get(key)
  }

  /** Frees the key, and calls its work off: true when it was still waiting. What is under way goes on. */
  cancel(key: string): boolean {
    const entry = this.#entries.get(key)
    if (entry === undefined) return false
    this.#entries.delete(key)
    const { timer } = entry
    timer?.cancel()
    return timer !== undefined
  }

  /** Calls off all that waits, and resolves when nothing is under way any more. */
  async stop(): Promise<void> {
    for (const { timer } of this.#entries.values()) timer?.cancel()
    this.#entries.clear()
    await Promise.all(this.#running)
  }

  #begin(key: string, entry: Entry<T>): void {
    entry.timer = undefined
    entry.running = true
    const running = this.#run(key, entry)
    this.#running.add(running)
    void running.finally(() => this.#running.delete(running))
  }

  async #run(key: string, entry: Entry<T>): Promise<void> {
    const done = await this.#work(entry)
    entry.running = false
    // The key may have been freed and taken again meanwhile: what holds it now is none of this work's business.
    if (done || this.#entries.get(key) !== entry) return
    this.#entries.delete(key)
    this.#failed(key, entry)
  }
}
