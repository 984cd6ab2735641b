import type { ApiObject } from '../codec/json.ts'
import { History, type StoreEvent } from './history.ts'
import { KeyOrder, lowerBound } from './key-order.ts'

/** Objects of one resource in key order at some revision. */
export interface Snapshot {
  readonly revision: number
  readonly entries: readonly (readonly [key: string, object: ApiObject])[]
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

type Listener = (event: StoreEvent) => void

/**
 * The objects of one resource by key (`namespace/name` or `name`), with the history of their writes.
 *
 * A write stamps a new revision into the object's resourceVersion, and tells those who subscribed to a key, to its
 * namespace or to all, before it returns.
 */
export class Collection {
  readonly #objects = new Map<string, ApiObject>()
  readonly #order = new KeyOrder()
  readonly #history: History
  readonly #listeners = new Map<string, Set<Listener>>()
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
    const keys = this.#order.keys()
    const entries: [string, ApiObject][] = []
    for (let at = prefix === '' ? 0 : lowerBound(keys, prefix); at < keys.length; at++) {
      const key = keys[at] ?? ''
      if (!key.startsWith(prefix)) break
      const object = this.#objects.get(key)
      if (object !== undefined) entries.push([key, object])
    }
    return { revision: this.#revisions.current, entries }
  }

  /** What was stored at an older revision: today's state with the events since then undone. */
  listAt(revision: number, prefix = ''): Snapshot {
    if (revision >= this.#revisions.current) return { ...this.list(prefix), revision }
    const before = new Map<string, ApiObject | undefined>()
    for (const event of this.since(revision)) {
      if (!before.has(event.key)) before.set(event.key, event.previous)
    }
    const entries: (readonly [string, ApiObject])[] = []
    const restored = [...before].filter(([key, object]) => object !== undefined && key.startsWith(prefix))
    for (const entry of this.list(prefix).entries) if (!before.has(entry[0])) entries.push(entry)
    for (const [key, object] of restored) if (object !== undefined) entries.push([key, object])
    if (restored.length > 0) entries.sort(([a], [b]) => (a < b ? -1 : 1))
    return { revision, entries }
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

  /** Calls `listener` on each write of a key, of a namespace (`ns/`) or of all (``), until the result is called. */
  subscribe(scope: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(scope) ?? new Set()
    this.#listeners.set(scope, listeners)
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0 && this.#listeners.get(scope) === listeners) this.#listeners.delete(scope)
    }
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
    const slash = key.indexOf('/')
    const scopes = slash === -1 ? ['', key] : ['', key.slice(0, slash + 1), key]
    for (const scope of scopes) {
      for (const listener of this.#listeners.get(scope) ?? []) listener(event)
    }
  }
}

function stamp(object: ApiObject, revision: number): ApiObject {
  return { ...object, metadata: { ...object.metadata, resourceVersion: String(revision) } }
}
