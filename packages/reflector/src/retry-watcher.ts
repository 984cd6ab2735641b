import {
  retryAfterSeconds,
  type ListerWatcher,
  type ListOptions,
  type WatchEvent,
  type WatchStream,
} from '@rxkube/client'
import { parseDuration, sleep, systemClock, type Clock, type Duration } from '@rxkube/clock'
import type { KubernetesObject } from '@rxkube/meta'
import { lastStatus, readBatch } from './retry-watcher-reading.ts'

/** How a RetryWatcher works. */
export interface RetryWatcherOptions {
  /** Aborting it ends the watch: reading rejects with `signal.reason`. */
  readonly signal?: AbortSignal | undefined
  readonly clock?: Clock | undefined
  /** The least time from one opening to the next; 1 s unless told. */
  readonly minRestartDelay?: Duration | undefined
  /** Hears of whatever the watch is opened anew for, other than its ordinary end. Must be quick and not throw. */
  readonly watchErrorHandler?: ((error: Error) => void) | undefined
}

/** Thrown for a version from which no watch without a gap can begin: `''` and `'0'` begin with events of the server's choice. */
export class InitialResourceVersionError extends Error {
  override readonly name = 'InitialResourceVersionError'
  readonly resourceVersion: string

  constructor(resourceVersion: string) {
    super(
      `a watch cannot be continued from resourceVersion "${resourceVersion}": give the version of a list or of an object`,
    )
    this.resourceVersion = resourceVersion
  }
}

/** Thrown when a watch is read a second time. */
export class WatchReadTwiceError extends Error {
  override readonly name = 'WatchReadTwiceError'

  constructor() {
    super('this watch is read already, and each event of it is told once; make another')
  }
}

/**
 * One watch without a gap and without an end: every event after a version, as the server sends it, across as many
 * requests as that takes. Bookmarks are kept back.
 *
 * It ends where it cannot be continued, and its last event is then an ERROR: the history is gone (410), 401 and 403 on
 * opening, an object without a version, an event of a type that nobody knows. Everything else is tried again for as
 * long as it is read. Nothing is asked for before it is read, and no more than is read. Upstream: `RetryWatcher`.
 */
export class RetryWatcher<T extends KubernetesObject = KubernetesObject> implements WatchStream<T> {
  /** Resolves when nothing of it is left: after its end was read, or after `stop()`. Never rejects. */
  readonly done: Promise<void>
  readonly #watcher: Pick<ListerWatcher<T>, 'watch'>
  readonly #options: RetryWatcherOptions
  readonly #clock: Clock
  readonly #minRestartDelay: number
  readonly #stopping = new AbortController()
  readonly #over = Promise.withResolvers<void>()
  #resourceVersion: string
  #stream: WatchStream<T> | undefined
  readonly #abort = (): void => this.stop()
  #isRead = false
  /** Nothing is under way: it waits for its reader. */
  #isIdle = true

  /** Throws InitialResourceVersionError for `''` and `'0'`. */
  constructor(
    watcher: Pick<ListerWatcher<T>, 'watch'>,
    resourceVersion: string,
    options: RetryWatcherOptions = {},
  ) {
    if (resourceVersion === '' || resourceVersion === '0')
      throw new InitialResourceVersionError(resourceVersion)
    this.#watcher = watcher
    this.#resourceVersion = resourceVersion
    this.#options = options
    this.#clock = options.clock ?? systemClock
    this.#minRestartDelay = parseDuration(options.minRestartDelay ?? '1s')
    this.done = this.#over.promise
  }

  /** The version of the last batch that the reader was done with: where another watch goes on without a gap. */
  get resourceVersion(): string {
    return this.#resourceVersion
  }

  /** Ends it at once; what was not read yet is not told any more. Harmless when repeated. */
  stop(): void {
    if (this.#stopping.signal.aborted) return
    this.#options.signal?.removeEventListener('abort', this.#abort)
    this.#stopping.abort(new DOMException('the watch was stopped', 'AbortError'))
    this.#stream?.stop()
    // Whoever has stopped it may never read on.
    if (this.#isIdle) this.#over.resolve()
  }

  /** Throws WatchReadTwiceError the second time. */
  [Symbol.asyncIterator](): AsyncGenerator<readonly WatchEvent<T>[], void, undefined> {
    if (this.#isRead) throw new WatchReadTwiceError()
    this.#isRead = true
    return this.#read()
  }

  async *#read(): AsyncGenerator<readonly WatchEvent<T>[], void, undefined> {
    this.#isIdle = false
    const { signal } = this.#options
    signal?.addEventListener('abort', this.#abort, { once: true })
    if (signal?.aborted === true) this.stop()
    try {
      while (!this.#isStopped()) {
        const openedAt = this.#clock.monotonic()
        const pause = yield* this.#session()
        if (pause === undefined) break
        // A watch that lived for longer is opened anew at once.
        const rest = openedAt + this.#minRestartDelay - this.#clock.monotonic()
        await this.#rest(Math.max(rest, pause))
      }
    } finally {
      this.stop()
      this.#over.resolve()
    }
    signal?.throwIfAborted()
  }

  /** One request; the pause that is asked for after it in ms, undefined when it was the last. */
  async *#session(): AsyncGenerator<readonly WatchEvent<T>[], number | undefined, undefined> {
    const options: ListOptions = { resourceVersion: this.#resourceVersion, allowWatchBookmarks: true }
    const { signal } = this.#stopping
    let stream: WatchStream<T> | undefined
    let failure: Error | undefined
    try {
      stream = await this.#watcher.watch(options, { signal })
      this.#stream = stream
      if (signal.aborted) return undefined
      for await (const batch of stream) {
        if (this.#isStopped()) return undefined
        const { events, resourceVersion, next, error } = readBatch(batch, this.#resourceVersion)
        if (events.length > 0) {
          this.#isIdle = true
          yield events
          this.#isIdle = false
        }
        if (this.#isStopped()) return undefined
        this.#resourceVersion = resourceVersion
        if (next === 'end') return undefined
        failure = error
        if (next === 'reopen') break
      }
    } catch (thrown) {
      failure = thrown instanceof Error ? thrown : new Error(String(thrown))
    } finally {
      stream?.stop()
      this.#stream = undefined
    }
    if (failure === undefined || this.#isStopped()) return 0
    const status = stream === undefined ? lastStatus(failure) : undefined
    if (status !== undefined) {
      this.#isIdle = true
      yield [{ type: 'ERROR', object: status }]
      return undefined
    }
    this.#options.watchErrorHandler?.(failure)
    return (retryAfterSeconds(failure) ?? 0) * 1000
  }

  async #rest(delay: number): Promise<void> {
    if (delay <= 0 || this.#isStopped()) return
    try {
      await sleep(this.#clock, delay, { signal: this.#stopping.signal })
    } catch (error) {
      if (!this.#isStopped()) throw error
    }
  }

  #isStopped(): boolean {
    return this.#stopping.signal.aborted
  }
}
