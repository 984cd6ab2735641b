import { parseDuration, systemClock, type Clock, type Duration } from '@rxkube/clock'

/** What a controller still waits to see of one owner's children. Below 0 more was seen than was asked for. */
export interface Expectations {
  readonly creations: number
  readonly deletions: number
}

/** Where expectations take time from, and how long they count. */
export interface ControllerExpectationsOptions {
  readonly clock?: Clock | undefined
  /** After more than this, what was expected is not waited for any more; 5 minutes unless told. */
  readonly timeout?: Duration | undefined
}

interface Entry {
  creations: number
  deletions: number
  /** By the clock's `monotonic()`, so that a clock that is set does not end a wait. */
  readonly since: number
}

/**
 * Keeps a controller from acting on a cache that does not show yet what the controller itself has done: after n creations
 * or deletions were asked for, there is nothing more to be created or deleted until the cache has shown n, or until five
 * minutes have passed. Keys are those of owners, `namespace/name`.
 *
 * Whoever creates or deletes says so first (`expectCreations`), and takes back what failed (`creationObserved`). An entry
 * stays until `deleteExpectations`. Nobody is woken when one expires. Upstream: `ControllerExpectations`.
 */
export class ControllerExpectations {
  readonly #clock: Clock
  readonly #timeout: number
  readonly #entries = new Map<string, Entry>()

  constructor({ clock = systemClock, timeout = '5m' }: ControllerExpectationsOptions = {}) {
    this.#clock = clock
    this.#timeout = parseDuration(timeout)
  }

  /** The number of owners for which something was ever expected and that were not deleted since. */
  get size(): number {
    return this.#entries.size
  }

  /** What is still expected of an owner; undefined where nothing ever was. */
  getExpectations(key: string): Expectations | undefined {
    const entry = this.#entries.get(key)
    return entry && { creations: entry.creations, deletions: entry.deletions }
  }

  /** Whether the cache has caught up, or was waited for long enough. Ask before listing children. */
  satisfiedExpectations(key: string): boolean {
    const entry = this.#entries.get(key)
    if (entry === undefined) return true
    if (entry.creations <= 0 && entry.deletions <= 0) return true
    return this.#clock.monotonic() - entry.since > this.#timeout
  }

  /** Begins to wait, from now, for so many of both, in place of what was waited for. */
  setExpectations(key: string, creations: number, deletions: number): void {
    this.#entries.set(key, { creations, deletions, since: this.#clock.monotonic() })
  }

  /** Begins to wait for so many creations and for no deletion: call it before the first of them. */
  expectCreations(key: string, count: number): void {
    this.setExpectations(key, count, 0)
  }

  /** Begins to wait for so many deletions and for no creation: call it before the first of them. */
  expectDeletions(key: string, count: number): void {
    this.setExpectations(key, 0, count)
  }

  /** Waits for more than before, no longer than before. Nothing for an owner of which nothing is expected. */
  raiseExpectations(key: string, creations: number, deletions: number): void {
    const entry = this.#entries.get(key)
    if (entry === undefined) return
    entry.creations += creations
    entry.deletions += deletions
  }

  /** Waits for less than before. */
  lowerExpectations(key: string, creations: number, deletions: number): void {
    this.raiseExpectations(key, -creations, -deletions)
  }

  /** One creation was seen, or failed, or was never tried. */
  creationObserved(key: string): void {
    this.lowerExpectations(key, 1, 0)
  }

  /** One deletion was seen, or failed, or was never tried. */
  deletionObserved(key: string): void {
    this.lowerExpectations(key, 0, 1)
  }

  /** Forgets an owner that is gone: one that comes back under its name must not wait for the old one's children. */
  deleteExpectations(key: string): void {
    this.#entries.delete(key)
  }
}
