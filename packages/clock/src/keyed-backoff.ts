import type { Clock } from './clock.ts'
import { parseDuration, type Duration } from './duration.ts'
import { systemRandom, type Random } from './random.ts'
import { systemClock } from './system-clock.ts'

/** How a KeyedBackoff's delays grow and when an id is forgotten. */
export interface KeyedBackoffOptions {
  /** The delay after the first failure. */
  readonly initial: Duration
  /** The largest delay; a first delay with jitter may be longer. */
  readonly max: Duration
  /** Adds up to this part of the delay before; 0 unless told. */
  readonly jitter?: number | undefined
  /**
   * Whether an id last failed so long ago that it begins anew. Unless told: when more than twice `max` lies between.
   * Times are `clock.monotonic()`'s.
   */
  readonly hasExpired?: ((eventTime: number, lastUpdate: number, max: number) => boolean) | undefined
  readonly clock?: Clock | undefined
  readonly random?: Random | undefined
}

interface Entry {
  readonly delay: number
  readonly lastUpdate: number
}

/**
 * A delay for each id, doubled with every failure. Times are milliseconds of `clock.monotonic()`.
 *
 * Ids are kept until `reset`, or until `gc` finds them expired: whoever owns it calls `gc` now and then.
 * Upstream: flowcontrol.Backoff.
 */
export class KeyedBackoff {
  readonly #initial: number
  readonly #max: number
  readonly #jitter: number
  readonly #hasExpired: (eventTime: number, lastUpdate: number, max: number) => boolean
  readonly #clock: Clock
  readonly #random: Random
  readonly #entries = new Map<string, Entry>()

  constructor(options: KeyedBackoffOptions) {
    this.#initial = parseDuration(options.initial)
    this.#max = parseDuration(options.max)
    this.#jitter = options.jitter ?? 0
    this.#hasExpired =
      options.hasExpired ?? ((eventTime, lastUpdate, max) => eventTime - lastUpdate > 2 * max)
    this.#clock = options.clock ?? systemClock
    this.#random = options.random ?? systemRandom
  }

  /** The number of ids that are kept. */
  get size(): number {
    return this.#entries.size
  }

  /** The delay of an id in milliseconds; 0 for one that is not known. */
  get(id: string): number {
    return this.#entries.get(id)?.delay ?? 0
  }

  /** Moves an id to its next delay because of a failure at `eventTime`. */
  next(id: string, eventTime = this.#clock.monotonic()): void {
    const entry = this.#live(id, eventTime)
    const delay = entry
      ? Math.min(2 * entry.delay + this.#drawn(entry.delay), this.#max)
      : this.#initial + this.#drawn(this.#initial)
    this.#entries.set(id, { delay, lastUpdate: this.#clock.monotonic() })
  }

  /** Whether less than the id's delay has passed since `eventTime`. */
  isInBackOffSince(id: string, eventTime: number): boolean {
    const entry = this.#live(id, eventTime)
    return entry !== undefined && this.#clock.monotonic() - eventTime < entry.delay
  }

  /** Whether less than the id's delay lies between its last failure and `eventTime`. */
  isInBackOffSinceUpdate(id: string, eventTime: number): boolean {
    const entry = this.#live(id, eventTime)
    return entry !== undefined && eventTime - entry.lastUpdate < entry.delay
  }

  /** Forgets an id. */
  reset(id: string): void {
    this.#entries.delete(id)
  }

  /** Forgets the ids that have expired by now. */
  gc(): void {
    const now = this.#clock.monotonic()
    for (const [id, { lastUpdate }] of this.#entries) {
      if (this.#hasExpired(now, lastUpdate, this.#max)) this.#entries.delete(id)
    }
  }

  #live(id: string, eventTime: number): Entry | undefined {
    const entry = this.#entries.get(id)
    return entry && !this.#hasExpired(eventTime, entry.lastUpdate, this.#max) ? entry : undefined
  }

  #drawn(delay: number): number {
    return this.#jitter > 0 ? this.#jitter * delay * this.#random.next() : 0
  }
}
