import type { Clock } from '@rxkube/clock'

/**
 * The number of the last write, and how far back states can still be read.
 *
 * As kube-apiserver has etcd do it, all but the last five to ten minutes is compacted every five. No timer does it: it is
 * worked out when somebody reads or writes.
 */
export class Revisions {
  readonly #clock: Clock
  readonly #interval: number
  #current = 1
  #next: number
  /** The revision at the last compaction: the next one goes up to it. */
  #mark = 0
  #compacted = 0

  /** An `interval` of 0, in milliseconds, never compacts. */
  constructor(clock: Clock, interval: number) {
    this.#clock = clock
    this.#interval = interval > 0 ? interval : Infinity
    this.#next = clock.monotonic() + this.#interval
  }

  get current(): number {
    return this.#current
  }

  /** Counts a write. */
  next(): number {
    this.#compact()
    return ++this.#current
  }

  /** Goes on from a revision of an earlier life; of states before it nothing is known. */
  resume(revision: number): void {
    this.#current = revision
    this.#mark = revision
    this.#compacted = revision
  }

  /** States older than this revision are gone. */
  compacted(): number {
    this.#compact()
    return this.#compacted
  }

  #compact(): void {
    const now = this.#clock.monotonic()
    if (now < this.#next) return
    const missed = Math.floor((now - this.#next) / this.#interval)
    // Nothing was written in the intervals that were missed: they all ended at the current revision.
    this.#compacted = missed > 0 ? this.#current : this.#mark
    this.#mark = this.#current
    this.#next += (missed + 1) * this.#interval
  }
}
