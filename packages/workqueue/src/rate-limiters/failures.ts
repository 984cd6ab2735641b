import { parseDuration, systemClock, type Clock, type Duration } from '@rxkube/clock'
import { itemKey, type ItemKey } from '../item-key.ts'

/** How failures of items are told apart, and how long they are remembered. */
export interface KeyedOptions<T> {
  /** What makes two items the same; by value unless told. */
  readonly keyOf?: ((item: T) => ItemKey) | undefined
  /**
   * An item that did not fail for this long is forgotten, at the latest after twice as long; one hour unless told, and
   * never less than twice the longest wait. In client-go what is not forgotten stays for ever.
   */
  readonly ttl?: Duration | undefined
  readonly clock?: Clock | undefined
}

/** Counts failures of items. */
export class Failures<T> {
  readonly #keyOf: (item: T) => ItemKey
  readonly #ttl: number
  readonly #clock: Clock
  // Two generations instead of a time for each item: forgetting costs nothing.
  #recent = new Map<ItemKey, number>()
  #older = new Map<ItemKey, number>()
  #since: number

  /** `longest`: the longest wait between two failures of an item, in ms. */
  constructor(longest: number, { keyOf = itemKey, ttl = '1h', clock = systemClock }: KeyedOptions<T> = {}) {
    this.#keyOf = keyOf
    this.#ttl = Math.max(parseDuration(ttl), 2 * longest)
    this.#clock = clock
    this.#since = clock.monotonic()
  }

  /** One more; the count before. */
  count(item: T): number {
    const before = this.of(item)
    this.#recent.set(this.#keyOf(item), before + 1)
    return before
  }

  forget(item: T): void {
    this.#age()
    const key = this.#keyOf(item)
    this.#recent.delete(key)
    this.#older.delete(key)
  }

  of(item: T): number {
    this.#age()
    const key = this.#keyOf(item)
    return this.#recent.get(key) ?? this.#older.get(key) ?? 0
  }

  #age(): void {
    const elapsed = this.#clock.monotonic() - this.#since
    if (elapsed < this.#ttl) return
    this.#older = elapsed < 2 * this.#ttl ? this.#recent : new Map()
    this.#recent = new Map()
    this.#since = this.#clock.monotonic()
  }
}
