import type { Clock, Timer } from '@rxkube/clock'
import type { Collection } from '../store/collection.ts'
import type { StoreEvent } from '../store/history.ts'
import { Listeners, type Listener, type Scope } from '../store/listeners.ts'
import { FewSnapshot, PastSnapshot, type Snapshot } from '../store/snapshot.ts'
import type { LagFault } from './lag-fault.ts'

/** What a cached collection asks of the view that it belongs to. */
interface Context {
  /** The revision of the store. */
  readonly revision: () => number
  /** The faults that hold it back. */
  readonly lags: () => readonly LagFault[]
  /** The revision at which a fault began. */
  readonly began: (lag: LagFault) => number
}

/** One resource as a view has it: what it has not seen yet waits here, in order. */
export class CachedCollection {
  readonly #collection: Collection
  readonly #clock: Clock
  readonly #context: Context
  readonly #listeners = new Listeners()
  // Not bounded: what is held back is one reference for each write, for as long as a test wants it.
  #held: { readonly event: StoreEvent; readonly due: number }[] = []
  #first = 0
  #timer: Timer | undefined

  constructor(collection: Collection, clock: Clock, context: Context) {
    this.#collection = collection
    this.#clock = clock
    this.#context = context
  }

  /** Up to which revision events have reached watches. */
  get delivered(): number {
    let revision = this.#context.revision()
    const next = this.#held[this.#first]
    if (next !== undefined) revision = next.event.revision - 1
    for (const lag of this.#context.lags()) {
      if (lag.by === Infinity) revision = Math.min(revision, this.#context.began(lag))
    }
    return revision
  }

  /** The revision of reads that may be stale. */
  get revision(): number {
    return this.#stale() ? this.delivered : this.#context.revision()
  }

  subscribe(scope: Scope, listener: Listener): () => void {
    return this.#listeners.add(scope, listener)
  }

  /** The events after `revision` that have been delivered. Throws a CompactedError when some of them are forgotten. */
  since(revision: number): readonly StoreEvent[] {
    const events = this.#collection.since(revision)
    const { delivered } = this
    const last = events.at(-1)
    return last === undefined || last.revision <= delivered
      ? events
      : events.filter((event) => event.revision <= delivered)
  }

  list(prefix = ''): Snapshot {
    if (!this.#stale()) return this.#collection.list(prefix)
    return new PastSnapshot(this.#collection.list(prefix), this.revision, this.#waiting(), prefix)
  }

  one(key: string): Snapshot {
    if (!this.#stale()) return this.#collection.one(key)
    const object = this.get(key)
    return new FewSnapshot(object === undefined ? [] : [[key, object]], this.revision)
  }

  get(key: string): ReturnType<Collection['get']> {
    const waiting = this.#stale() ? this.#waiting().find((event) => event.key === key) : undefined
    return waiting === undefined ? this.#collection.get(key) : waiting.previous
  }

  withValue(prefix: string, value: NonNullable<Scope['value']>): Snapshot | undefined {
    return this.#stale() ? undefined : this.#collection.withValue(prefix, value)
  }

  /** Takes an event of the store: tells it, or holds it back. */
  receive(event: StoreEvent): void {
    const lags = this.#context.lags()
    if (lags.length === 0 && this.#held.length === this.#first) {
      this.#listeners.tell(event)
      return
    }
    this.#held.push({ event, due: this.#clock.monotonic() })
    for (const lag of lags) lag.count()
    this.release()
  }

  /** Tells what need not wait any longer. */
  release(): void {
    this.#timer?.cancel()
    this.#timer = undefined
    const by = Math.max(0, ...this.#context.lags().map((lag) => lag.by))
    for (let next = this.#held[this.#first]; next !== undefined; next = this.#held[this.#first]) {
      const wait = next.due + by - this.#clock.monotonic()
      if (wait > 0) {
        if (wait !== Infinity) this.#timer = this.#clock.setTimer(wait, () => this.release())
        break
      }
      this.#first++
      this.#listeners.tell(next.event)
    }
    if (this.#first * 2 > this.#held.length) {
      this.#held = this.#held.slice(this.#first)
      this.#first = 0
    }
  }

  stop(): void {
    this.#timer?.cancel()
    this.#held = []
    this.#first = 0
  }

  #stale(): boolean {
    return this.#context.lags().some((lag) => lag.reads)
  }

  #waiting(): readonly StoreEvent[] {
    return this.#held.slice(this.#first).map(({ event }) => event)
  }
}
