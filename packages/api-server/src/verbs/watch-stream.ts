import type { Clock } from '@rxkube/clock'
import { FrameQueue } from './frame-queue.ts'

/** What a watch begins with, made as it is read; undefined in place of what its reader does not see. */
export type Initial = Iterable<Uint8Array | undefined>

/** What a stream needs of a backend. */
export interface WatchLimits {
  readonly clock: Clock
  /** Events that may wait for a slow reader. */
  readonly watchBufferSize: number
  /** Bytes that may wait for a slow reader. */
  readonly watchBufferBytes: number
}

const sliceSize = 64 * 1024
/** Objects or events that are looked at before other work has its turn. */
const turn = 2000

/** Chunks of a watch for whom it may concern: what it was before, then what is pushed, until it ends. */
export class WatchStream implements AsyncIterableIterator<Uint8Array> {
  readonly #limits: WatchLimits
  readonly #frames = new FrameQueue()
  readonly #onEnd: (() => void)[] = []
  #initial: Iterator<Uint8Array | undefined> | undefined
  #ended = false
  #overflowed = false
  #error: Error | undefined
  #wake: (() => void) | undefined

  /** Past its limits the stream ends, as a real server drops such a watcher. */
  constructor(initial: Initial, limits: WatchLimits) {
    this.#initial = initial[Symbol.iterator]()
    this.#limits = limits
  }

  get ended(): boolean {
    return this.#ended
  }

  /** Whether it ended because its reader was too slow. */
  get overflowed(): boolean {
    return this.#overflowed
  }

  /** Calls `listener` once, when the stream ends for whatever reason. */
  onEnd(listener: () => void): void {
    if (this.#ended) listener()
    else this.#onEnd.push(listener)
  }

  push(frame: Uint8Array): void {
    if (this.#ended) return
    this.#frames.push(frame)
    const { watchBufferSize, watchBufferBytes } = this.#limits
    if (this.#frames.length > watchBufferSize || this.#frames.bytes > watchBufferBytes) {
      this.#overflowed = true
      this.#drop()
      this.end()
    } else this.#wake?.()
  }

  /** Breaks off: those that wait are still delivered, then the reader gets `error`. */
  fail(error: Error): void {
    if (this.#ended) return
    this.#error = error
    this.end()
  }

  /** No more frames; those that wait are still delivered. */
  end(): void {
    if (this.#ended) return
    this.#ended = true
    for (const listener of this.#onEnd.splice(0)) listener()
    this.#wake?.()
  }

  async next(): Promise<IteratorResult<Uint8Array, undefined>> {
    while (this.#initial !== undefined) {
      const { slice, last } = nextSlice(this.#initial)
      if (last) this.#initial = undefined
      // Readers that are always ready would keep everyone else waiting.
      // oxlint-disable-next-line no-await-in-loop
      else await this.#limits.clock.yield()
      if (slice !== undefined) return { done: false, value: slice }
    }
    while (this.#frames.length === 0) {
      if (this.#error !== undefined) throw this.#error
      if (this.#ended) return { done: true, value: undefined }
      const { promise, resolve } = Promise.withResolvers<undefined>()
      this.#wake = () => resolve(undefined)
      // Each turn of the loop is a wait for the next frame.
      // oxlint-disable-next-line no-await-in-loop
      await promise
      this.#wake = undefined
    }
    return { done: false, value: this.#frames.take(sliceSize) }
  }

  async return(): Promise<IteratorResult<Uint8Array, undefined>> {
    this.#drop()
    this.end()
    return { done: true, value: undefined }
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  /** Lets go of everything that was not read. */
  #drop(): void {
    this.#frames.clear()
    this.#initial = undefined
  }
}

/** The next slice of what was there at the start, if anything in a turn's work is to be seen, and whether it is the last. */
function nextSlice(initial: Iterator<Uint8Array | undefined>): {
  slice: Uint8Array | undefined
  last: boolean
} {
  const slice: Uint8Array[] = []
  let last = false
  for (let size = 0, looked = 0; size < sliceSize && looked < turn; looked++) {
    const { done = false, value } = initial.next() as IteratorResult<Uint8Array | undefined, undefined>
    last = done
    if (done) break
    if (value === undefined) continue
    slice.push(value)
    size += value.length
  }
  return { slice: slice.length === 0 ? undefined : Buffer.concat(slice), last }
}
