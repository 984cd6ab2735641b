import type { Event } from '@rxkube/meta'
import { BoundedMap } from './bounded-map.ts'

/** How many events a source may tell of an object. */
export interface SpamFilterOptions {
  readonly lruCacheSize: number
  readonly burstSize: number
  /** Events a second. */
  readonly qps: number
  readonly spamKeyFunc: (event: Event) => string
}

interface Budget {
  tokens: number
  updated: number
}

// What is there but for rounding is there.
const rounding = 1e-9

/** Holds back events that a source tells too often of one object. client-go: `EventSourceObjectSpamFilter`. */
export class SpamFilter {
  readonly #options: SpamFilterOptions
  readonly #budgets: BoundedMap<Budget>

  constructor(options: SpamFilterOptions) {
    this.#options = options
    this.#budgets = new BoundedMap(options.lruCacheSize)
  }

  /** Whether the event is over budget at that time, in monotonic milliseconds. One that is not uses up a part of it. */
  isSpam(event: Event, elapsed: number): boolean {
    const { burstSize, qps, spamKeyFunc } = this.#options
    const key = spamKeyFunc(event)
    let budget = this.#budgets.get(key)
    if (!budget) {
      budget = { tokens: burstSize, updated: elapsed }
      this.#budgets.set(key, budget)
    }
    budget.tokens = Math.min(burstSize, budget.tokens + ((elapsed - budget.updated) / 1000) * qps)
    budget.updated = elapsed
    if (budget.tokens < 1 - rounding) return true
    budget.tokens--
    return false
  }
}
