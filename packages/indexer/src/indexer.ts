import type { Observable } from 'rxjs'
import {
  type Cached,
  type DeletedFinalStateUnknown,
  type KeyFunc,
  type KubernetesObject,
  metaNamespaceKey,
  objectNameToString,
} from '@rxkube/meta'
import { Admission, defaultFreezePolicy } from './admission.ts'
import { Content } from './content.ts'
import type { IndexFunc, Indexers } from './index-func.ts'
import { IndexFuncs } from './index-funcs.ts'
import type { IndexerOptions } from './indexer-options.ts'
import { keyOf, nameIn } from './keys.ts'
import type { Operation } from './operation.ts'
import type { Selection } from './selection.ts'
import { matcher, parsed, type Selector } from './selector.ts'
import { Snapshot } from './snapshot.ts'
import { type Stage, StagedWorld } from './stage.ts'
import type { Replacement, Store } from './store.ts'
import type { Write } from './write.ts'

/**
 * Objects by key and by the values of any number of indices, which are right whenever anybody can look.
 *
 * What is read is shared: never mutate it. An index function that fails takes its object out of that one index and
 * is reported; the object is stored, and all other indices are right. Upstream: `cache.Indexer`.
 */
export class Indexer<
  T extends KubernetesObject = KubernetesObject,
  Name extends string = string,
> implements Store<T> {
  readonly #keyFunc: KeyFunc<T>
  readonly #funcs = new IndexFuncs<T>()
  readonly #admission: Admission<T>
  readonly #content: Content<T>

  constructor(options: IndexerOptions<T, Name> = {}) {
    this.#keyFunc = options.keyFunc ?? metaNamespaceKey
    this.#admission = new Admission(options.transform, options.freeze ?? defaultFreezePolicy())
    if (options.onIndexError !== undefined) this.#funcs.observe(options.onIndexError)
    if (options.indexers !== undefined) this.#funcs.add(options.indexers)
    this.#content = new Content(this.#keyFunc, this.#funcs, this.#admission)
  }

  /** Objects there are. */
  get size(): number {
    return this.#content.world.items.size
  }

  /** Times an index function has failed. */
  get indexErrors(): number {
    return this.#funcs.failures
  }

  /** Writes of `object` where its key says; gives what was there. Throws `KeyError`, `TransformError`. */
  add(object: T): Cached<T> | undefined {
    return this.#content.put(object)
  }

  /** As `add`. */
  update(object: T): Cached<T> | undefined {
    return this.#content.put(object)
  }

  /** Removes the object with the key of `object`, or of a tombstone; gives what was there. */
  delete(object: T | DeletedFinalStateUnknown<T>): Cached<T> | undefined {
    return this.#content.remove(keyOf(this.#keyFunc, object), object)
  }

  /** Removes `key`, and takes over the version of `object`, its last state, whether or not `key` was there. */
  deleteWithObject(key: string, object: T | DeletedFinalStateUnknown<T>): Cached<T> | undefined {
    return this.#content.remove(key, object)
  }

  /** Removes `key` and leaves the version as it is; gives what was there. */
  deleteByKey(key: string): Cached<T> | undefined {
    return this.#content.remove(key)
  }

  get(object: T): Cached<T> | undefined {
    return this.getByKey(keyOf(this.#keyFunc, object))
  }

  getByKey(key: string): Cached<T> | undefined {
    const object = this.#content.world.items.get(key)
    return object === undefined ? undefined : this.#admission.read(object)
  }

  /** All objects that `selector` selects, in no order that one may count on. */
  list(selector?: Selector): Cached<T>[] {
    if (parsed(selector)?.isNothing === true) return []
    const matches = matcher(selector)
    const found: Cached<T>[] = []
    for (const object of this.#content.world.items.values())
      if (matches(object)) found.push(this.#admission.read(object))
    return found
  }

  listKeys(): string[] {
    return [...this.#content.world.items.keys()]
  }

  /** The keys, live: do not write while iterating. */
  keys(): IterableIterator<string> {
    return this.#content.world.items.keys()
  }

  /** The objects, live: do not write while iterating. */
  *values(): Generator<Cached<T>> {
    for (const object of this.#content.world.items.values()) yield this.#admission.read(object)
  }

  /** An empty stage, for a list that is too long to be indexed in one turn. */
  prepareReplace(): Stage<T> {
    return new StagedWorld(this.#funcs, this.#admission)
  }

  /**
   * Makes `objects` the whole content and gives the content before, for the caller to compare and let go.
   *
   * A stage of `prepareReplace` is put in place at once; a map is taken over and indexed within the call; objects of
   * anything else are filed under their keys. When one has no key, or its transform fails, nothing is written.
   */
  replace(objects: Replacement<T> | Stage<T>, resourceVersion: string): ReadonlyMap<string, T> {
    return this.#content.replace(objects, resourceVersion)
  }

  /**
   * Applies all operations in order, in one turn. Those whose key cannot be told are left out, and a
   * `TransactionError` thrown when all others are applied.
   */
  transaction(operations: Iterable<Operation<T>>): void {
    this.#content.transact(operations)
  }

  /** Objects that share a value of `object` in an index, each once. Throws `UnknownIndexError`, `IndexFuncError`. */
  index(name: Name, object: T): Cached<T>[] {
    const table = this.#content.world.table(name)
    const keys = new Set<string>()
    for (const value of this.#funcs.evaluate(name, nameIn(object), object)) {
      for (const key of table.bucket(value)) keys.add(key)
    }
    return this.#readAll(keys)
  }

  /** Objects filed under `value`. Throws `UnknownIndexError`. */
  byIndex(name: Name, value: string): Cached<T>[] {
    return this.#readAll(this.#content.world.table(name).bucket(value))
  }

  /** Keys filed under `value`, sorted. Throws `UnknownIndexError`. */
  indexKeys(name: Name, value: string): string[] {
    return [...this.#content.world.table(name).bucket(value)].toSorted()
  }

  /** Values that something is filed under; none for an index that does not exist. */
  listIndexFuncValues(name: string): string[] {
    return this.#content.world.tables.get(name)?.values() ?? []
  }

  /** Adds indices and files all there is under them. Throws `IndexerConflictError`, having added none. */
  addIndexers<More extends string>(indexers: Indexers<T, More>): Indexer<T, Name | More> {
    this.#content.world.index(this.#funcs.add(indexers))
    return this
  }

  getIndexers(): ReadonlyMap<string, IndexFunc<T>> {
    return this.#funcs.all
  }

  /** Takes over a version that a bookmark brought. */
  bookmark(resourceVersion: string): void {
    this.#content.bookmark(resourceVersion)
  }

  /** Version of the last write: an object's, a list's or a bookmark's; `''` before the first. Never compared. */
  lastStoreSyncResourceVersion(): string {
    return this.#content.resourceVersion
  }

  /** Does nothing; queues do. */
  resync(): void {
    // A store has nothing to send again.
  }

  /** The content of now, whatever is written later. Costs nothing now; see `Snapshot` for what it costs then. */
  snapshot(): Snapshot<T, Name> {
    const { world, resourceVersion } = this.#content
    const last = world.recorder() as Snapshot<T, Name> | undefined
    const snapshot =
      last?.successor(resourceVersion) ?? new Snapshot<T, Name>(world, this.#admission, resourceVersion)
    if (snapshot !== last) world.setRecorder(snapshot)
    return snapshot
  }

  /** The object of a key, now and after each change; undefined while there is none. */
  observe$(
    key: string | { readonly namespace?: string; readonly name: string },
  ): Observable<Cached<T> | undefined> {
    if (typeof key === 'string') return this.#content.live.observe$(key)
    return this.#content.live.observe$(objectNameToString({ namespace: '', ...key }))
  }

  /**
   * What a selection selects, sorted by key: now, and after each turn of writes that changed it. Fails with
   * `UnknownIndexError`. A write costs only the queries whose key, index value or namespace it touches; a query by
   * selector alone is asked about each object that is written.
   */
  select$(selection: Selection<Name>): Observable<readonly Cached<T>[]> {
    return this.#content.live.select$(selection)
  }

  /** Everything that is written, from now on, in order; the indexer is in its new state when it is told. */
  get writes$(): Observable<readonly Write<T>[]> {
    return this.#content.live.writes$
  }

  #readAll(keys: Iterable<string>): Cached<T>[] {
    const found: Cached<T>[] = []
    for (const key of keys) {
      const object = this.getByKey(key)
      if (object !== undefined) found.push(object)
    }
    return found
  }
}
