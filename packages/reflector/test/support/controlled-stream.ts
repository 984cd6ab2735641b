import type { WatchEvent, WatchStream } from '@rxkube/client'
import type { Pod } from './objects.ts'

/** A watch that does what a test tells it; everything sent between two reads is one batch. */
export class ControlledStream implements WatchStream<Pod> {
  /** How often it was stopped, and read from the beginning. */
  stops = 0
  iterations = 0
  bytes = 0
  #batches: WatchEvent<Pod>[][] = []
  #over = false
  #failure: Error | undefined
  #wake: (() => void) | undefined

  get isOpen(): boolean {
    return !this.#over && this.stops === 0
  }

  /** One batch. */
  send(...events: WatchEvent<Pod>[]): this {
    this.#batches.push(events)
    this.bytes += events.length * 100
    this.#wake?.()
    return this
  }

  end(): this {
    this.#over = true
    this.#wake?.()
    return this
  }

  /** Ends it by an error of the connection, after what was sent. */
  fail(error: Error): this {
    this.#failure = error
    return this.end()
  }

  stop(): void {
    this.stops += 1
    this.#batches = []
    this.#failure = undefined
    this.end()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<readonly WatchEvent<Pod>[], void, undefined> {
    this.iterations += 1
    for (;;) {
      const batch = this.#batches[0]
      if (batch) {
        this.#batches = this.#batches.slice(1)
        yield batch
      } else if (this.#failure !== undefined) {
        throw this.#failure
      } else if (this.#over) {
        return
      } else {
        const { promise, resolve } = Promise.withResolvers<void>()
        this.#wake = resolve
        await promise
      }
    }
  }
}
