import { systemClock, type Clock } from '@rxkube/clock'
import type { ApiObject } from '../codec/json.ts'
import { Collection, type SharedByCollections } from './collection.ts'
import type { StoreEvent } from './history.ts'
import { Interner } from './interner.ts'
import { Revisions } from './revisions.ts'

type StoreListener = (collection: string, event: StoreEvent) => void

/** How much a store remembers. */
export interface StoreOptions {
  /** Writes of each collection that can be watched again. */
  readonly historySize: number
  /** Where compaction takes its time from. Default: the system's. */
  readonly clock?: Clock
  /** Milliseconds between two compactions; 0 for none. Default: five minutes. */
  readonly compactionInterval?: number
  /** Fields that collections are read by, with what reads them. */
  readonly indices?: ReadonlyMap<string, ReadonlyMap<string, (object: ApiObject) => string>>
}

/** The state of the server: a collection for each resource, all counted by one revision. */
export class Store {
  readonly #collections = new Map<string, Collection>()
  readonly #revisions: Revisions
  readonly #shared: SharedByCollections
  readonly #indices: NonNullable<StoreOptions['indices']>
  readonly #listeners = new Set<StoreListener>()
  #floor = 0

  constructor({ historySize, clock = systemClock, compactionInterval = 300_000, indices }: StoreOptions) {
    this.#revisions = new Revisions(clock, compactionInterval)
    this.#shared = { revisions: this.#revisions, interner: new Interner(), historySize }
    this.#indices = indices ?? new Map()
  }

  /** The revision of the last write, whatever it wrote. */
  get revision(): number {
    return this.#revisions.current
  }

  /** The collection of a resource, such as `deployments.apps`; made when it is first asked for. */
  collection(name: string): Collection {
    let collection = this.#collections.get(name)
    if (collection === undefined) {
      collection = new Collection(this.#shared, this.#floor)
      this.#collections.set(name, collection)
      for (const [field, read] of this.#indices.get(name) ?? []) collection.addIndex(field, read)
      collection.subscribe({ prefix: '' }, (event) => {
        for (const listener of this.#listeners) listener(name, event)
      })
    }
    return collection
  }

  /** Every collection that there is, by name. */
  collections(): ReadonlyMap<string, Collection> {
    return this.#collections
  }

  /** Goes on from a revision of an earlier life: the history of each collection begins after it, or after its floor. */
  resume(revision: number, floors: ReadonlyMap<string, number> = new Map()): void {
    this.#revisions.resume(revision)
    for (const name of floors.keys()) this.collection(name)
    this.#floor = revision
    for (const [name, collection] of this.#collections) collection.compact(floors.get(name) ?? revision)
  }

  /** Calls `listener` on each write of any collection until the result is called. */
  subscribe(listener: StoreListener): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Forgets the history of one collection or, by default, of every one. */
  compact(name?: string): void {
    if (name !== undefined) {
      this.collection(name).compact()
      return
    }
    this.#floor = this.#revisions.current
    for (const collection of this.#collections.values()) collection.compact()
  }
}
