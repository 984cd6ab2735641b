import type { Clock } from '@rxkube/clock'
import { microTimestamp, type EventsV1Event } from '@rxkube/meta'
import { BoundedMap } from './bounded-map.ts'
import type { ObjectReference } from './object-reference.ts'
import { tupleKey } from './tuple-key.ts'

/** A series, or the first event of what may become one, as it was when it was looked at. */
export interface SeriesSnapshot {
  readonly key: string
  readonly event: EventsV1Event
}

interface Entry {
  event: EventsV1Event
  /** Monotonic milliseconds. */
  observed: number
  /** The count that the server was last told of. */
  told: number
}

/** How many series are remembered, and what is to be done about those that had to go. */
export interface SeriesCacheOptions {
  readonly clock: Clock
  readonly maxSeries: number
  /** Given a series of which the server does not know the last count. */
  readonly evicted: (event: EventsV1Event) => void
}

/** Without a further event for so long, a series is over; in milliseconds. */
export const finishTime = 6 * 60_000

/**
 * Which events of events.k8s.io/v1 are told: the first, and the second as the beginning of a series. Later ones are
 * counted, and told when the series is refreshed or over. No I/O, and memory for `maxSeries` series.
 */
export class SeriesCache {
  readonly #clock: Clock
  readonly #entries: BoundedMap<Entry>

  constructor({ clock, maxSeries, evicted }: SeriesCacheOptions) {
    this.#clock = clock
    this.#entries = new BoundedMap<Entry>(maxSeries, (entry) => {
      if (isUntold(entry)) evicted(entry.event)
    })
  }

  get size(): number {
    return this.#entries.size
  }

  /** What is to be sent; undefined when the event is only counted. */
  observe(event: EventsV1Event): EventsV1Event | undefined {
    const key = seriesKey(event)
    const observed = this.#clock.monotonic()
    const entry = this.#entries.get(key)
    if (!entry) {
      this.#entries.set(key, { event, observed, told: 1 })
      return event
    }
    const { series } = entry.event
    const lastObservedTime = microTimestamp(this.#clock.now())
    entry.observed = observed
    entry.event = { ...entry.event, series: { count: series ? series.count + 1 : 2, lastObservedTime } }
    if (series) return undefined
    entry.told = 2
    return entry.event
  }

  /** All series, to be sent again so that the server does not forget them. */
  toRefresh(): readonly SeriesSnapshot[] {
    return this.#snapshots(({ event }) => event.series !== undefined)
  }

  /** What was not seen for six minutes: series to be sent for the last time, and single events. */
  toFinish(): readonly SeriesSnapshot[] {
    const since = this.#clock.monotonic() - finishTime
    return this.#snapshots(({ observed }) => observed < since)
  }

  /** Series of which the server does not know the last count. */
  untold(): readonly SeriesSnapshot[] {
    return this.#snapshots(isUntold)
  }

  /** Takes over what the server stored, unless the series went on meanwhile. */
  adopt(snapshot: SeriesSnapshot, stored: EventsV1Event): void {
    const entry = this.#unchanged(snapshot)
    if (!entry) return
    entry.told = countOf(entry.event)
    const { metadata } = stored as Partial<EventsV1Event>
    if (metadata?.name && stored.series) entry.event = stored
  }

  /** Forgets the series, unless it went on meanwhile. */
  forget(snapshot: SeriesSnapshot): void {
    if (this.#unchanged(snapshot)) this.#entries.delete(snapshot.key)
  }

  #snapshots(matches: (entry: Entry) => boolean): readonly SeriesSnapshot[] {
    return this.#entries
      .entries()
      .filter(([, entry]) => matches(entry))
      .map(([key, { event }]) => ({ key, event }))
  }

  #unchanged({ key, event }: SeriesSnapshot): Entry | undefined {
    const entry = this.#entries.get(key)
    return entry?.event === event ? entry : undefined
  }
}

function isUntold({ event, told }: Entry): boolean {
  return countOf(event) > told
}

function countOf({ series }: EventsV1Event): number {
  return series?.count ?? 1
}

/** Everything but note and time. An object is the same one in each of its versions. */
function seriesKey(event: EventsV1Event): string {
  const { type, action, reason, reportingController, reportingInstance, regarding, related } = event
  return tupleKey(
    type,
    action,
    reason,
    reportingController,
    reportingInstance,
    ...partsOf(regarding),
    ...partsOf(related),
  )
}

function partsOf({ kind, namespace, name, uid, apiVersion, fieldPath }: ObjectReference = {}): readonly (
  | string
  | undefined
)[] {
  return [kind, namespace, name, uid, apiVersion, fieldPath]
}
