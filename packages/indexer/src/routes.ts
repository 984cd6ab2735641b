import type { LiveQuery } from './live-query.ts'
import type { World } from './world.ts'

/** Where a query hears of writes: of certain keys, one value of one index, one namespace, or of every write. */
export type Route =
  | { readonly by: 'keys'; readonly keys: ReadonlySet<string> }
  | { readonly by: 'index'; readonly index: string; readonly value: string }
  | { readonly by: 'namespace'; readonly namespace: string }
  | { readonly by: 'all' }

type Listeners<T> = Map<string, Set<LiveQuery<T>>>

/** Leads from a key to the queries that a write of it may concern. */
export class Routes<T> {
  readonly #byKey: Listeners<T> = new Map()
  readonly #byIndex = new Map<string, Listeners<T>>()
  readonly #byNamespace: Listeners<T> = new Map()
  readonly #all = new Set<LiveQuery<T>>()
  readonly #queries = new Set<LiveQuery<T>>()

  /** Queries there are. */
  get size(): number {
    return this.#queries.size
  }

  queries(): Iterable<LiveQuery<T>> {
    return this.#queries
  }

  add(query: LiveQuery<T>, route: Route): void {
    this.#queries.add(query)
    if (route.by === 'all') this.#all.add(query)
    for (const [listeners, word] of this.#places(route)) {
      const queries = listeners.get(word)
      if (queries === undefined) listeners.set(word, new Set([query]))
      else queries.add(query)
    }
  }

  remove(query: LiveQuery<T>, route: Route): void {
    this.#queries.delete(query)
    this.#all.delete(query)
    for (const [listeners, word] of this.#places(route)) {
      const queries = listeners.get(word)
      if (queries?.delete(query) === true && queries.size === 0) listeners.delete(word)
    }
    if (route.by === 'index' && this.#byIndex.get(route.index)?.size === 0) this.#byIndex.delete(route.index)
  }

  /** The queries that `key` concerns as it is in `world` right now; one may come twice. */
  *concerned(key: string, world: World<T>): Generator<LiveQuery<T>> {
    yield* this.#byKey.get(key) ?? []
    yield* this.#all
    for (const [index, listeners] of this.#byIndex) {
      for (const value of world.table(index).valuesOf(key)) yield* listeners.get(value) ?? []
    }
    if (this.#byNamespace.size > 0) yield* this.#byNamespace.get(namespaceOf(world.items.get(key))) ?? []
  }

  *#places(route: Route): Generator<[Listeners<T>, string]> {
    if (route.by === 'keys') for (const key of route.keys) yield [this.#byKey, key]
    if (route.by === 'namespace') yield [this.#byNamespace, route.namespace]
    if (route.by !== 'index') return
    const listeners = this.#byIndex.get(route.index) ?? new Map<string, Set<LiveQuery<T>>>()
    this.#byIndex.set(route.index, listeners)
    yield [listeners, route.value]
  }
}

/** The namespace that an object is in, `''` for cluster scope. */
export function namespaceOf(object: unknown): string {
  return (object as { metadata?: { namespace?: string } } | null | undefined)?.metadata?.namespace ?? ''
}
