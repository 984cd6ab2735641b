/** Chunks of a watch for whom it may concern: what it was before, then what is pushed, until it ends. */
export class WatchStream implements AsyncIterableIterator<Uint8Array> {
  readonly #initial: Iterator<Uint8Array>
  readonly #limit: number
  #initialDone = false
  #frames: Uint8Array[] = []
  #ended = false
  #wake: (() => void) | undefined
  readonly #onEnd: (() => void)[] = []

  /** `limit` frames may wait for a slow reader; then the stream ends, as a real server drops such a watcher. */
  constructor(initial: Iterable<Uint8Array>, limit: number) {
    this.#initial = initial[Symbol.iterator]()
    this.#limit = limit
  }

  get ended(): boolean {
    return this.#ended
  }

  /** Calls `listener` once, when the stream ends for whatever reason. */
  onEnd(listener: () => void): void {
    if (this.#ended) listener()
    else this.#onEnd.push(listener)
  }

  push(frame: Uint8Array): void {
    if (this.#ended) return
    this.#frames.push(frame)
    if (this.#frames.length > this.#limit) {
      this.#frames = []
      this.end()
    } else this.#wake?.()
  }

  /** No more frames; those that wait are still delivered. */
  end(): void {
    if (this.#ended) return
    this.#ended = true
    for (const listener of this.#onEnd.splice(0)) listener()
    this.#wake?.()
  }

  async next(): Promise<IteratorResult<Uint8Array, undefined>> {
    const initial = this.#nextInitial()
    if (initial !== undefined) return { done: false, value: initial }
    while (this.#frames.length === 0) {
      if (this.#ended) return { done: true, value: undefined }
      const { promise, resolve } = Promise.withResolvers<undefined>()
      this.#wake = () => resolve(undefined)
      // Each turn of the loop is a wait for the next frame.
      // oxlint-disable-next-line no-await-in-loop
      await promise
      this.#wake = undefined
    }
    const frames = this.#frames
    this.#frames = []
    const [first] = frames
    return { done: false, value: frames.length === 1 && first !== undefined ? first : Buffer.concat(frames) }
  }

  async return(): Promise<IteratorResult<Uint8Array, undefined>> {
    this.#frames = []
    this.#initialDone = true
    this.end()
    return { done: true, value: undefined }
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  /** The next slice of what was there at the start, about 64 KiB. */
  #nextInitial(): Uint8Array | undefined {
    const slice: Uint8Array[] = []
    for (let size = 0; !this.#initialDone && size < 64 * 1024;) {
      const { done = false, value } = this.#initial.next() as IteratorResult<Uint8Array, undefined>
      if (done || value === undefined) this.#initialDone = true
      else {
        slice.push(value)
        size += value.length
      }
    }
    return slice.length === 0 ? undefined : Buffer.concat(slice)
  }
}
