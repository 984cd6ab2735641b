/** Thrown when an item is reported finished more often than items were started. */
export class SyncTrackerError extends Error {
  override readonly name = 'SyncTrackerError'

  constructor() {
    super(
      'finished() was called more often than start(): call each once for each item of the first population',
    )
  }
}

/** Turns true once, for good, when upstream has synced and nothing of the first population waits. */
class Latch {
  readonly #synced = Promise.withResolvers<void>()
  #upstream = false
  #hasSynced = false

  get synced(): Promise<void> {
    return this.#synced.promise
  }

  get hasSynced(): boolean {
    return this.#hasSynced
  }

  upstream(): void {
    this.#upstream = true
  }

  check(waiting: number): void {
    if (this.#hasSynced || !this.#upstream || waiting > 0) return
    this.#hasSynced = true
    this.#synced.resolve()
  }
}

/**
 * Whether the first population was worked off by somebody who takes its keys in any order, such as the workers of a
 * controller: `start` each key before it is handed on, tell when upstream has synced, `finished` when it was worked
 * off. Upstream: `synctrack.AsyncTracker`.
 */
export class AsyncTracker<K = string> {
  readonly #latch = new Latch()
  readonly #waiting = new Set<K>()

  /** A key of the first population is handed on. */
  start(key: K): void {
    this.#waiting.add(key)
  }

  /** It was worked off; harmless for a key that was not started. */
  finished(key: K): void {
    this.#waiting.delete(key)
    this.#latch.check(this.#waiting.size)
  }

  /** All keys of the first population were started. */
  upstreamHasSynced(): void {
    this.#latch.upstream()
    this.#latch.check(this.#waiting.size)
  }

  hasSynced(): boolean {
    return this.#latch.hasSynced
  }

  /** Resolves when `hasSynced()` turns true. */
  get synced(): Promise<void> {
    return this.#latch.synced
  }
}

/**
 * As AsyncTracker, for somebody who takes the items in their order, so that counting is enough. Upstream:
 * `synctrack.SingleFileTracker`.
 */
export class SingleFileTracker {
  readonly #latch = new Latch()
  #waiting = 0

  start(): void {
    this.#waiting++
  }

  /** Throws SyncTrackerError when nothing is under way; what has synced stays so. */
  finished(): void {
    if (this.#waiting === 0) throw new SyncTrackerError()
    this.#waiting--
    this.#latch.check(this.#waiting)
  }

  upstreamHasSynced(): void {
    this.#latch.upstream()
    this.#latch.check(this.#waiting)
  }

  hasSynced(): boolean {
    return this.#latch.hasSynced
  }

  /** Resolves when `hasSynced()` turns true. */
  get synced(): Promise<void> {
    return this.#latch.synced
  }
}
