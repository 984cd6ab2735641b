import type { Clock } from '@rxkube/clock'
import type { DeepReadonly } from '@rxkube/meta'
import { EventQueue } from './event-queue.ts'
import { within } from './within.ts'

/** A listener of a broadcaster. */
export interface EventWatcher extends AsyncDisposable {
  /** Events that it missed because too many waited for it. */
  readonly dropped: number
  /**
   * Takes it off: nothing is handed to it any more, what waits is thrown away, and its signal aborts. Resolves when
   * the handler that runs has ended, or after a second.
   */
  stop(): Promise<void>
}

/** What a watcher's handler is given besides the event. */
export interface EventHandlerOptions {
  /** Aborted when the watcher is stopped, or its broadcaster, and nobody waits for it any more. */
  readonly signal: AbortSignal
}

/** Is called with each event, one after another; others are given the same. client-go: that of `StartEventWatcher`. */
export type EventHandler<T> = (event: DeepReadonly<T>, options: EventHandlerOptions) => Promise<void> | void

/** How a watcher works. */
export interface WatchOptions<T> {
  readonly clock: Clock
  readonly limit: number
  handle(event: T, watch: Watch<T>): Promise<void> | undefined
  failed(error: unknown): void
  /** Told how many events were thrown away unseen. */
  thrown(count: number): void
  /** Is not to be given events any more. */
  stopped(watch: Watch<T>): void
  /** Does nothing any more. */
  ended(watch: Watch<T>): void
}

/** How long those are waited for that do not listen to their signal, in milliseconds. */
export const grace = 1000

/** One listener and the events that wait for it. */
export class Watch<T> implements EventWatcher {
  readonly #options: WatchOptions<T>
  readonly #queue: EventQueue<T>
  readonly #closing = new AbortController()
  readonly #cut = new AbortController()
  #dropped = 0

  constructor(options: WatchOptions<T>) {
    this.#options = options
    this.#queue = new EventQueue({
      clock: options.clock,
      limit: options.limit,
      workers: 1,
      handle: (event) => options.handle(event, this),
      failed: (error) => options.failed(error),
    })
  }

  get dropped(): number {
    return this.#dropped
  }

  get pending(): number {
    return this.#queue.pending
  }

  get hasRoom(): boolean {
    return this.#queue.hasRoom
  }

  /** Aborted when no more events come. */
  get closing(): AbortSignal {
    return this.#closing.signal
  }

  /** Aborted when nothing is waited for any more. */
  get signal(): AbortSignal {
    return this.#cut.signal
  }

  /** Whether there was room. */
  offer(event: T): boolean {
    const taken = this.#queue.offer(event)
    if (!taken) this.#dropped++
    return taken
  }

  missed(): void {
    this.#dropped++
  }

  close(): void {
    this.#queue.close()
    this.#closing.abort()
  }

  drained(): Promise<void> {
    return this.#queue.drained()
  }

  cut(): void {
    this.close()
    const { length } = this.#queue.clear()
    if (length > 0) this.#options.thrown(length)
    this.#cut.abort()
  }

  async stop(): Promise<void> {
    this.#options.stopped(this)
    this.cut()
    await within(this.#options.clock, grace, this.drained())
    this.#options.ended(this)
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop()
  }
}
