import { Collection } from './collection.ts'
import type { StoreEvent } from './history.ts'

type StoreListener = (collection: string, event: StoreEvent) => void

/** The state of the server: a collection for each resource, all counted by one revision. */
export class Store {
  readonly #collections = new Map<string, Collection>()
  readonly #revisions = { current: 1 }
  readonly #historySize: number
  readonly #listeners = new Set<StoreListener>()
  #floor = 0

  constructor({ historySize }: { readonly historySize: number }) {
    this.#historySize = historySize
  }

  /** The revision of the last write, whatever it wrote. */
  get revision(): number {
    return this.#revisions.current
  }

  /** The collection of a resource, such as `deployments.apps`; made when it is first asked for. */
  collection(name: string): Collection {
    let collection = this.#collections.get(name)
    if (collection === undefined) {
      collection = new Collection(this.#revisions, this.#historySize, this.#floor)
      this.#collections.set(name, collection)
      collection.subscribe({ prefix: '' }, (event) => {
        for (const listener of this.#listeners) listener(name, event)
      })
    }
    return collection
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
