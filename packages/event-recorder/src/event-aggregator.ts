import { timestamp, type Event } from '@rxkube/meta'
import { BoundedMap } from './bounded-map.ts'
import type { AggregateKey } from './event-keys.ts'

/** When an aggregate takes the place of similar events. Times in milliseconds. */
export interface AggregatorOptions {
  readonly lruCacheSize: number
  readonly keyFunc: (event: Event) => AggregateKey
  readonly messageFunc: (event: Event) => string
  readonly maxEvents: number
  readonly maxInterval: number
}

/** The time of an aggregation. */
export interface Moment {
  /** Wall-clock milliseconds, for what is written down. */
  readonly wall: number
  /** Monotonic milliseconds, for what is measured. */
  readonly elapsed: number
}

interface AggregateRecord {
  readonly localKeys: Set<string>
  lastSeen: number
}

/** Puts one event in the place of many that are similar. client-go: `EventAggregator`. */
export class EventAggregator {
  readonly #options: AggregatorOptions
  readonly #nameFor: (objectName: string) => string
  readonly #records: BoundedMap<AggregateRecord>

  constructor(options: AggregatorOptions, nameFor: (objectName: string) => string) {
    this.#options = options
    this.#nameFor = nameFor
    this.#records = new BoundedMap(options.lruCacheSize)
  }

  /** The aggregate and its key, once there are too many; undefined before. */
  aggregate(
    event: Event,
    { wall, elapsed }: Moment,
  ): { readonly event: Event; readonly key: string } | undefined {
    const { keyFunc, messageFunc, maxEvents, maxInterval } = this.#options
    const { aggregateKey, localKey } = keyFunc(event)
    const record = this.#recordOf(aggregateKey, elapsed - maxInterval)
    record.localKeys.add(localKey)
    record.lastSeen = elapsed
    if (record.localKeys.size < maxEvents) return undefined
    for (const oldest of record.localKeys) {
      record.localKeys.delete(oldest)
      break
    }
    const now = timestamp(wall)
    const name = this.#nameFor(event.involvedObject.name ?? '')
    const { annotations: _own, ...metadata } = event.metadata
    const aggregate: Event = {
      ...event,
      metadata: { ...metadata, name },
      message: messageFunc(event),
      count: 1,
      firstTimestamp: now,
      lastTimestamp: now,
    }
    return { event: aggregate, key: aggregateKey }
  }

  #recordOf(key: string, since: number): AggregateRecord {
    const known = this.#records.get(key)
    if (known && known.lastSeen >= since) return known
    const record: AggregateRecord = { localKeys: new Set(), lastSeen: since }
    this.#records.set(key, record)
    return record
  }
}
