import type { Clock } from '@rxkube/clock'

/** Keys of one turn, unless told. */
const turnSize = 200

/** Keys that wait for a controller: each is worked on once however often it was added, a turn after it was. */
export class Turns {
  readonly #clock: Clock
  readonly #work: (key: string) => void
  readonly #failed: (error: unknown) => void
  readonly #size: number
  readonly #waiting = new Set<string>()
  #running = false
  #stopped = false

  constructor(clock: Clock, work: (key: string) => void, failed: (error: unknown) => void, size = turnSize) {
    this.#size = size
    this.#clock = clock
    this.#work = work
    this.#failed = failed
  }

  add(key: string): void {
    if (this.#stopped) return
    this.#waiting.add(key)
    if (this.#running) return
    this.#running = true
    void this.#run()
  }

  stop(): void {
    this.#stopped = true
    this.#waiting.clear()
  }

  async #run(): Promise<void> {
    while (this.#waiting.size > 0) {
      // Requests get their turn between two of ours.
      // oxlint-disable-next-line no-await-in-loop
      await this.#clock.yield()
      this.#turn(this.#waiting.values().take(this.#size).toArray())
    }
    this.#running = false
  }

  #turn(keys: readonly string[]): void {
    for (const key of keys) {
      if (!this.#waiting.delete(key)) continue
      try {
        this.#work(key)
      } catch (error) {
        this.#failed(error)
      }
    }
  }
}
