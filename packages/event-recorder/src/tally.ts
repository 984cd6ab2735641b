import type { Clock } from '@rxkube/clock'
import { Observable, type Subscriber } from 'rxjs'
import type { DropReason, EventStats } from './event-stats.ts'

/** Counts what becomes of events, and tells it. */
export class Tally {
  readonly stats$: Observable<EventStats>
  readonly #clock: Clock
  readonly #queued: () => number
  readonly #subscribers = new Set<Subscriber<EventStats>>()
  readonly #drops: Record<DropReason, number> = {
    invalid: 0,
    noSink: 0,
    queueFull: 0,
    spam: 0,
    rejected: 0,
    retriesExhausted: 0,
    shutDown: 0,
  }
  #offered = 0
  #sent = 0
  #combined = 0
  #dropped = 0
  #retries = 0
  #telling = false
  #ended = false

  constructor(clock: Clock, queued: () => number) {
    this.#clock = clock
    this.#queued = queued
    this.stats$ = new Observable((subscriber) => {
      subscriber.next(this.stats)
      if (this.#ended) {
        subscriber.complete()
        return
      }
      this.#subscribers.add(subscriber)
      subscriber.add(() => this.#subscribers.delete(subscriber))
    })
  }

  get stats(): EventStats {
    return {
      offered: this.#offered,
      queued: this.#queued(),
      sent: this.#sent,
      combined: this.#combined,
      dropped: this.#dropped,
      drops: { ...this.#drops },
      retries: this.#retries,
    }
  }

  offered(): void {
    this.#offered++
    this.#changed()
  }

  sent(): void {
    this.#sent++
    this.#changed()
  }

  combined(): void {
    this.#combined++
    this.#changed()
  }

  retried(): void {
    this.#retries++
    this.#changed()
  }

  dropped(reason: DropReason, count = 1): void {
    this.#drops[reason] += count
    this.#dropped += count
    this.#changed()
  }

  /** The last stats, and the end. */
  end(): void {
    this.#ended = true
    const { stats } = this
    for (const subscriber of this.#subscribers) {
      subscriber.next(stats)
      subscriber.complete()
    }
  }

  #changed(): void {
    if (this.#subscribers.size === 0 || this.#telling) return
    this.#telling = true
    void this.#tell()
  }

  async #tell(): Promise<void> {
    await this.#clock.yield()
    this.#telling = false
    if (this.#ended) return
    const { stats } = this
    for (const subscriber of this.#subscribers) subscriber.next(stats)
  }
}
