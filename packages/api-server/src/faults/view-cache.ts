import type { Clock } from '@rxkube/clock'
import type { StoreEvent } from '../store/history.ts'
import type { Store } from '../store/store.ts'
import { CachedCollection } from './cached-collection.ts'
import type { LagFault } from './lag-fault.ts'

const none: readonly LagFault[] = []

/**
 * What one view of the store has seen of it: the watch cache of one of several API servers.
 *
 * Without faults it is level with the store. Reads that must be fresh and writes go past it.
 */
export class ViewCache {
  readonly #name: string
  readonly #store: Store
  readonly #clock: Clock
  readonly #lags: ReadonlySet<LagFault>
  readonly #collections = new Map<string, CachedCollection>()
  /** The revision at which each fault began. */
  readonly #began = new Map<LagFault, number>()
  readonly #unsubscribe: () => void

  constructor(name: string, store: Store, clock: Clock, lags: ReadonlySet<LagFault>) {
    this.#name = name
    this.#store = store
    this.#clock = clock
    this.#lags = lags
    this.#unsubscribe = store.subscribe((collection, event) => this.#receive(collection, event))
    this.changed()
  }

  collection(name: string): CachedCollection {
    let cached = this.#collections.get(name)
    if (cached === undefined) {
      const real = this.#store.collection(name)
      cached = new CachedCollection(real, this.#clock, {
        revision: () => this.#store.revision,
        lags: () => this.#lagsOf(name),
        began: (lag) => this.#began.get(lag) ?? this.#store.revision,
      })
      this.#collections.set(name, cached)
    }
    return cached
  }

  /** Looks again at which faults there are. */
  changed(): void {
    for (const lag of this.#began.keys()) if (!this.#lags.has(lag)) this.#began.delete(lag)
    for (const lag of this.#lags) if (!this.#began.has(lag)) this.#began.set(lag, this.#store.revision)
    for (const collection of this.#collections.values()) collection.release()
  }

  stop(): void {
    this.#unsubscribe()
    for (const collection of this.#collections.values()) collection.stop()
  }

  #lagsOf(collection: string): readonly LagFault[] {
    // Asked for each event: without faults it is to cost nothing.
    return this.#lags.size === 0 ? none : [...this.#lags].filter((lag) => lag.covers(this.#name, collection))
  }

  #receive(name: string, event: StoreEvent): void {
    // Who never asked for a collection has no watch of it; what it missed matters only while something lags.
    const cached = this.#collections.get(name) ?? (this.#lags.size > 0 ? this.collection(name) : undefined)
    cached?.receive(event)
  }
}
