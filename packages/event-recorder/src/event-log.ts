import type { Event } from '@rxkube/meta'
import { BoundedMap } from './bounded-map.ts'

/** What changes of an event that is counted: a strategic merge patch. */
export interface EventPatch {
  readonly count: number
  readonly lastTimestamp?: string
  readonly message?: string
}

interface Observation {
  readonly count: number
  readonly firstTimestamp: string | undefined
  readonly name: string | undefined
  readonly resourceVersion: string | undefined
}

/** Counts events by their keys. client-go: `eventLogger`. */
export class EventLog {
  readonly #observations: BoundedMap<Observation>

  constructor(lruCacheSize: number) {
    this.#observations = new BoundedMap(lruCacheSize)
  }

  /** The event as it is; or, when its key was seen before, the one that was, counted up, and what changes of it. */
  observe(event: Event, key: string): { readonly event: Event; readonly patch: EventPatch | undefined } {
    const last = this.#observations.get(key)
    if (!last || last.count <= 0) {
      this.update(event, key)
      return { event, patch: undefined }
    }
    const { name, resourceVersion, firstTimestamp } = last
    const counted: Event = {
      ...event,
      metadata: { ...event.metadata, ...(name && { name }), ...(resourceVersion && { resourceVersion }) },
      count: last.count + 1,
      ...(firstTimestamp && { firstTimestamp }),
    }
    this.update(counted, key)
    const { lastTimestamp, message } = counted
    const patch = {
      count: last.count + 1,
      ...(lastTimestamp && { lastTimestamp }),
      ...(message && { message }),
    }
    return { event: counted, patch }
  }

  /** What is now known of the event of that key. */
  update({ metadata, count = 0, firstTimestamp }: Event, key: string): void {
    const { name, resourceVersion } = metadata
    this.#observations.set(key, { count, firstTimestamp, name, resourceVersion })
  }
}
