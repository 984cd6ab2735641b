import type { Backend } from '../backend.ts'
import { Heap } from '../nodes/heap.ts'
import { Turns } from './turns.ts'

/** How long an event is kept after it was last written, in milliseconds. Upstream: `--event-ttl`. */
const lifetime = 3_600_000

interface Entry {
  readonly key: string
  readonly revision: number
  readonly due: number
}

/**
 * Forgets events an hour after they were last written. It looks when others are written, so a server that is left alone
 * sets no timer for it, and what it holds stays bounded all the same.
 */
export class EventExpiry {
  readonly #backend: Backend
  readonly #entries = new Heap<Entry>((a, b) => a.due < b.due)
  readonly #turns: Turns
  readonly #unsubscribe: () => void

  constructor(backend: Backend, failed: (error: unknown) => void) {
    this.#backend = backend
    // Not within the write: those who follow it are to hear of it first.
    this.#turns = new Turns(backend.clock, () => this.#expire(), failed)
    this.#unsubscribe = backend.store.subscribe((collection, { type, key, revision }) => {
      if (collection !== 'events' || type === 'DELETED') return
      const now = backend.clock.monotonic()
      this.#entries.push({ key, revision, due: now + lifetime })
      if ((this.#entries.peek()?.due ?? Infinity) <= now) this.#turns.add('events')
    })
  }

  stop(): void {
    this.#unsubscribe()
    this.#turns.stop()
  }

  #expire(): void {
    const events = this.#backend.store.collection('events')
    const now = this.#backend.clock.monotonic()
    for (
      let first = this.#entries.peek();
      first !== undefined && first.due <= now;
      first = this.#entries.peek()
    ) {
      this.#entries.pop()
      const { key, revision } = first
      // One that was written again has an entry of its own for that.
      if (events.get(key)?.metadata.resourceVersion === String(revision)) events.delete(key)
    }
  }
}
