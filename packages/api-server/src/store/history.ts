import type { ApiObject } from '../codec/json.ts'

/** A committed write. A deletion's `object` is the last state with the revision of the deletion. */
export interface StoreEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED'
  readonly revision: number
  readonly key: string
  readonly object: ApiObject
  readonly previous: ApiObject | undefined
  /** What watchers made of the event, so that it is encoded once for all of them. */
  readonly frames: Map<string, Uint8Array>
}

/** Events behind the newest that keep what watchers made of them; the rest is encoded again when it is asked for. */
const encodedEvents = 256

/** The last writes of one resource: a ring that forgets its oldest when it is full. */
export class History {
  readonly #capacity: number
  readonly #ring: StoreEvent[] = []
  #first = 0
  #floor: number

  constructor(capacity: number, floor: number) {
    this.#capacity = Math.max(1, capacity)
    this.#floor = floor
  }

  /** Everything after this revision is here; of what came before, nothing is certain. */
  get floor(): number {
    return this.#floor
  }

  add(event: StoreEvent): void {
    if (this.#ring.length < this.#capacity) this.#ring.push(event)
    else {
      this.#floor = this.#ring[this.#first]?.revision ?? this.#floor
      this.#ring[this.#first] = event
      this.#first = (this.#first + 1) % this.#capacity
    }
    const size = this.#ring.length
    if (size > encodedEvents) this.#at(size - 1 - encodedEvents)?.frames.clear()
  }

  /** Forgets everything up to `revision`. */
  compact(revision: number): void {
    if (revision <= this.#floor) return
    const kept = this.after(revision)
    this.#ring.length = 0
    this.#first = 0
    for (const event of kept) this.#ring.push(event)
    this.#floor = revision
  }

  /** The events after `revision`, oldest first; `revision` must not be below the floor. */
  after(revision: number): readonly StoreEvent[] {
    const size = this.#ring.length
    let low = 0
    let high = size
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#at(middle)?.revision ?? 0) <= revision) low = middle + 1
      else high = middle
    }
    const events: StoreEvent[] = []
    for (let index = low; index < size; index++) {
      const event = this.#at(index)
      if (event !== undefined) events.push(event)
    }
    return events
  }

  #at(index: number): StoreEvent | undefined {
    return this.#ring[(this.#first + index) % this.#ring.length]
  }
}
