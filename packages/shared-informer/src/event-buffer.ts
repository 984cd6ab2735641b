/** What waits to be read, in order; who adds to it can be held back. */
export class EventBuffer<T> {
  readonly #highWaterMark: number
  #waiting: T[] = []
  #reader: PromiseWithResolvers<readonly T[]> | undefined
  /** Resolves when there is room again. */
  #room: PromiseWithResolvers<void> | undefined
  #ended = false

  constructor(highWaterMark: number) {
    this.#highWaterMark = highWaterMark
  }

  /** Adds `value`. With `bounded`, and as much waiting as may, a promise to wait for before the next one. */
  push(value: T, bounded: boolean): Promise<void> | undefined {
    if (this.#ended) return undefined
    this.#waiting.push(value)
    if (this.#reader) this.#give(this.#reader)
    if (!bounded || this.#waiting.length < this.#highWaterMark) return undefined
    this.#room ??= Promise.withResolvers()
    return this.#room.promise
  }

  /** All that waits, or, when nothing does, what comes next; nothing at all after the end. For one reader at a time. */
  take(): Promise<readonly T[]> {
    const reader = Promise.withResolvers<readonly T[]>()
    if (this.#ended || this.#waiting.length > 0) this.#give(reader)
    else this.#reader = reader
    return reader.promise
  }

  /** Throws away what waits, and lets go of all who wait. */
  end(): void {
    this.#ended = true
    this.#waiting = []
    this.#room?.resolve()
    this.#room = undefined
    if (this.#reader) this.#give(this.#reader)
  }

  #give(reader: PromiseWithResolvers<readonly T[]>): void {
    this.#reader = undefined
    reader.resolve(this.#waiting)
    this.#waiting = []
    this.#room?.resolve()
    this.#room = undefined
  }
}
