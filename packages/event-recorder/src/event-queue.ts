import type { Clock } from '@rxkube/clock'

/** How a queue works off what is in it. */
export interface EventQueueOptions<T> {
  readonly clock: Clock
  /** Items that may wait. */
  readonly limit: number
  /** Items that are handled at once. */
  readonly workers: number
  /** Without a promise, the item is done when it returns. */
  readonly handle: (item: T) => Promise<void> | undefined
  /** Told of what `handle` throws or rejects with. */
  readonly failed: (error: unknown) => void
}

// Items between two turns of the event loop: half a millisecond of correlating.
const slice = 128

/**
 * Items that wait for a handler, so many at most, first in, first out. Offering never waits, and never runs the handler
 * itself. No timer, and no promise while nothing waits.
 */
export class EventQueue<T> {
  readonly #options: EventQueueOptions<T>
  // Live items begin at #head: taking one moves the mark instead of the array.
  #items: T[] = []
  #head = 0
  #working = 0
  #handling = 0
  #closed = false
  #drained: PromiseWithResolvers<void> | undefined

  constructor(options: EventQueueOptions<T>) {
    this.#options = options
  }

  /** Items that wait or are being handled. */
  get pending(): number {
    return this.#waiting + this.#handling
  }

  get hasRoom(): boolean {
    return !this.#closed && this.#waiting < this.#options.limit
  }

  get #waiting(): number {
    return this.#items.length - this.#head
  }

  /** Puts an item in line, unless the line is full or closed. */
  offer(item: T): boolean {
    if (!this.hasRoom) return false
    this.#items.push(item)
    if (this.#working < this.#options.workers) {
      this.#working++
      void this.#work()
    }
    return true
  }

  /** Takes no more; what waits is still handled. */
  close(): void {
    this.#closed = true
  }

  /** Throws away what waits, and tells what that was. */
  clear(): readonly T[] {
    const thrown = this.#items.slice(this.#head)
    this.#items = []
    this.#head = 0
    return thrown
  }

  /** Resolves when nothing waits and nothing is handled. */
  drained(): Promise<void> {
    if (this.#working === 0) return Promise.resolve()
    this.#drained ??= Promise.withResolvers()
    return this.#drained.promise
  }

  async #work(): Promise<void> {
    // Whoever offers goes on first.
    await Promise.resolve()
    for (let handled = 1; this.#waiting > 0; handled++) {
      await this.#handleNext()
      if (handled % slice === 0) await this.#options.clock.yield()
    }
    this.#working--
    if (this.#working > 0) return
    this.#drained?.resolve()
    this.#drained = undefined
  }

  async #handleNext(): Promise<void> {
    const item = this.#items[this.#head++] as T
    if (this.#head * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#head)
      this.#head = 0
    }
    this.#handling++
    try {
      await this.#options.handle(item)
    } catch (error) {
      this.#options.failed(error)
    } finally {
      this.#handling--
    }
  }
}
