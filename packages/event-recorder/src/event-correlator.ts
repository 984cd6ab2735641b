import { parseDuration, systemClock, systemRandom, type Clock } from '@rxkube/clock'
import type { Event } from '@rxkube/meta'
import type { EventCorrelatorOptions } from './correlator-options.ts'
import { EventAggregator } from './event-aggregator.ts'
import { aggregateByReason, aggregateMessage, eventKey, spamKey } from './event-keys.ts'
import { EventLog, type EventPatch } from './event-log.ts'
import { EventNames } from './event-names.ts'
import { SpamFilter } from './spam-filter.ts'

/** What is to be done about an event. */
export type EventCorrelateResult =
  | { readonly skip: true }
  | {
      readonly skip: false
      /** To be created, or, when it was counted up, to be patched. */
      readonly event: Event
      readonly patch: EventPatch | undefined
      /** Under which `updateState` takes what the server stored. */
      readonly key: string
    }

/**
 * Decides what becomes of each event of a source: similar ones are aggregated, equal ones counted, and what comes too
 * often of one object is skipped, in this order, so that a skipped event shows in a later count. It does no I/O; memory
 * is bounded by `lruCacheSize`. client-go: `EventCorrelator`.
 */
export class EventCorrelator {
  readonly #clock: Clock
  readonly #aggregator: EventAggregator
  readonly #log: EventLog
  readonly #filter: SpamFilter

  constructor(options: EventCorrelatorOptions = {}) {
    const { clock = systemClock, random = systemRandom, maxInterval = '10m' } = options
    const { keyFunc = aggregateByReason, messageFunc = aggregateMessage, spamKeyFunc = spamKey } = options
    const lruCacheSize = options.lruCacheSize || 4096
    const burstSize = options.burstSize || 25
    const qps = options.qps || 1 / 300
    const maxEvents = options.maxEvents || 10
    const names = new EventNames(clock, random)
    this.#clock = clock
    this.#aggregator = new EventAggregator(
      {
        lruCacheSize,
        keyFunc,
        messageFunc,
        maxEvents,
        maxInterval: parseDuration(maxInterval) || parseDuration('10m'),
      },
      (objectName) => names.next(objectName),
    )
    this.#log = new EventLog(lruCacheSize)
    this.#filter = new SpamFilter({ lruCacheSize, burstSize, qps, spamKeyFunc })
  }

  /** client-go: `EventCorrelate`. */
  correlate(event: Event): EventCorrelateResult {
    const elapsed = this.#clock.monotonic()
    const aggregate = this.#aggregator.aggregate(event, { wall: this.#clock.now(), elapsed })
    // Two kinds of keys in one cache: a mark keeps them apart.
    const key = aggregate ? `a${aggregate.key}` : `e${eventKey(event)}`
    const { event: observed, patch } = this.#log.observe(aggregate?.event ?? event, key)
    if (this.#filter.isSpam(observed, elapsed)) return { skip: true }
    return { skip: false, event: observed, patch, key }
  }

  /** Takes over what the server stored: the event's name, version and count. */
  updateState(stored: Event, key: string): void {
    // Whatever else answers for an API server: without a name there is nothing to learn from it.
    const { metadata } = stored as Partial<Event>
    if (metadata?.name) this.#log.update(stored, key)
  }
}
