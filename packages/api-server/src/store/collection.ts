import type { ApiObject } from '../codec/json.ts'
import { History, type StoreEvent } from './history.ts'
import { byCode, KeyOrder, lowerBound, mergeSorted } from './key-order.ts'
import { Listeners, type Listener, type Scope } from './listeners.ts'

/** The objects of one resource at some revision. What `get` finds is right until the next write. */
export interface Snapshot {
  readonly revision: number
  /** In ascending order. */
  readonly keys: readonly string[]
  readonly get: (key: string) => ApiObject | undefined
}

/** Thrown when a read asks for a revision that the history no longer reaches. */
export class CompactedError extends Error {
  override readonly name = 'CompactedError'
  readonly asked: number
  readonly floor: number

  constructor(asked: number, floor: number) {
    super(`revision ${asked} has been compacted; the history begins after ${floor}`)
    this.asked = asked
    this.floor = floor
  }
}

/**
 * The objects of one resource by key (`namespace/name` or `name`), with the history of their writes.
 *
 * A write stamps a new revision into the object's resourceVersion, and tells those who subscribed before it returns.
 */
export class Collection {
  readonly #objects = new Map<string, ApiObject>()
  readonly #order = new KeyOrder()
  readonly #history: History
  readonly #listeners = new Listeners()
  readonly #revisions: { current: number }

  /** `revisions` is shared by all collections of a store; the history begins after `floor`. */
  constructor(revisions: { current: number }, historySize: number, floor: number) {
    this.#revisions = revisions
    this.#history = new History(historySize, floor)
  }

  get size(): number {
    return this.#objects.size
  }

  /** Everything after this revision can be watched. */
  get floor(): number {
    return this.#history.floor
  }

  get(key: string): ApiObject | undefined {
    return this.#objects.get(key)
  }

  /** Stores `object` and returns it with its new resourceVersion. */
  set(key: string, object: ApiObject): ApiObject {
    const previous = this.#objects.get(key)
    const revision = this.#next()
    const stored = stamp(object, revision)
    this.#objects.set(key, stored)
    if (previous === undefined) this.#order.add(key)
    this.#commit(previous === undefined ? 'ADDED' : 'MODIFIED', revision, key, stored, previous)
    return stored
  }

  /** Removes an object and returns its last state, stamped with the revision of the deletion. */
  delete(key: string): ApiObject | undefined {
    const previous = this.#objects.get(key)
    if (previous === undefined) return undefined
    const revision = this.#next()
    const last = stamp(previous, revision)
    this.#objects.delete(key)
    this.#order.delete(key)
    this.#commit('DELETED', revision, key, last, previous)
    return last
  }

  /** What is stored now under keys that begin with `prefix`. */
  list(prefix = ''): Snapshot {
    const get = (key: string) => this.#objects.get(key)
    return { revision: this.#revisions.current, keys: this.#keys(prefix), get }
  }

  /** What is stored now under one key. */
  one(key: string): Snapshot {
    const object = this.#objects.get(key)
    const keys = object === undefined ? [] : [key]
    return { revision: this.#revisions.current, keys, get: () => object }
  }

  /** What was stored at an older revision: today's state with the events since then undone. */
  listAt(revision: number, prefix = ''): Snapshot {
    if (revision >= this.#revisions.current) return { ...this.list(prefix), revision }
    const before = new Map<string, ApiObject | undefined>()
    for (const event of this.since(revision)) {
      if (!before.has(event.key) && event.key.startsWith(prefix)) before.set(event.key, event.previous)
    }
    const restored = [...before.keys()].filter((key) => before.get(key) !== undefined)
    const untouched = this.#keys(prefix).filter((key) => !before.has(key))
    const keys = restored.length === 0 ? untouched : mergeSorted(untouched, restored.toSorted(byCode))
    const get = (key: string) => (before.has(key) ? before.get(key) : this.#objects.get(key))
    return { revision, keys, get }
  }

  /** The events after `revision`, oldest first. Throws a CompactedError when some of them are forgotten. */
  since(revision: number): readonly StoreEvent[] {
    if (revision < this.#history.floor) throw new CompactedError(revision, this.#history.floor)
    return this.#history.after(revision)
  }

  /** Forgets the history up to `revision`, or all of it. */
  compact(revision = this.#revisions.current): void {
    this.#history.compact(Math.min(revision, this.#revisions.current))
  }

  /** Calls `listener` on each write in its scope until the result is called. */
  subscribe(scope: Scope, listener: Listener): () => void {
    return this.#listeners.add(scope, listener)
  }

  #keys(prefix: string): readonly string[] {
    const keys = this.#order.keys()
    if (prefix === '') return keys
    // No key goes on with the highest code unit, so this is just behind the last one that begins so.
    return keys.slice(lowerBound(keys, prefix), lowerBound(keys, `${prefix}\uffff`))
  }

  #next(): number {
    return ++this.#revisions.current
  }

  #commit(
    type: StoreEvent['type'],
    revision: number,
    key: string,
    object: ApiObject,
    previous: ApiObject | undefined,
  ): void {
    const event: StoreEvent = { type, revision, key, object, previous, frames: new Map() }
    this.#history.add(event)
    this.#listeners.tell(event)
  }
}

function stamp(object: ApiObject, revision: number): ApiObject {
  return { ...object, metadata: { ...object.metadata, resourceVersion: String(revision) } }
}
