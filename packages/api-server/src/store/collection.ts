import type { ApiObject } from '../codec/json.ts'
import { FieldIndex } from './field-index.ts'
import { History, type StoreEvent } from './history.ts'
import type { Interner } from './interner.ts'
import { Listeners, type Listener, type Scope } from './listeners.ts'
import { OrderedObjects } from './ordered-objects.ts'
import type { Revisions } from './revisions.ts'
import { byCode, FewSnapshot, PastSnapshot, PrefixSnapshot, type Snapshot } from './snapshot.ts'

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

/** What the collections of a store have in common. */
export interface SharedByCollections {
  readonly revisions: Revisions
  readonly interner: Interner
  readonly historySize: number
}

/**
 * The objects of one resource by key (`namespace/name` or `name`), with the history of their writes.
 *
 * A write stamps a new revision into the object's resourceVersion, and tells those who subscribed before it returns.
 */
export class Collection {
  readonly #objects = new Map<string, ApiObject>()
  readonly #ordered = new OrderedObjects()
  readonly #indices = new Map<string, FieldIndex>()
  readonly #interner: Interner
  readonly #history: History
  readonly #listeners = new Listeners()
  readonly #revisions: Revisions

  /** What all collections of a store share, and the revision after which the history begins. */
  constructor(shared: SharedByCollections, floor: number) {
    this.#revisions = shared.revisions
    this.#interner = shared.interner
    this.#history = new History(shared.historySize, floor)
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
    const revision = this.#revisions.next()
    const stored = this.#interner.intern(stamp(object, revision))
    this.#objects.set(key, stored)
    this.#ordered.set(key, stored)
    this.#commit(previous === undefined ? 'ADDED' : 'MODIFIED', revision, key, stored, previous)
    return stored
  }

  /** Removes an object and returns its last state, stamped with the revision of the deletion. */
  delete(key: string): ApiObject | undefined {
    const previous = this.#objects.get(key)
    if (previous === undefined) return undefined
    const revision = this.#revisions.next()
    const last = stamp(previous, revision)
    this.#objects.delete(key)
    this.#ordered.delete(key)
    this.#commit('DELETED', revision, key, last, previous)
    return last
  }

  /** Puts in an object of an earlier life as it was: those who listen are told, but it is no part of the history. */
  load(key: string, loaded: ApiObject): void {
    const previous = this.#objects.get(key)
    const object = this.#interner.intern(loaded)
    this.#objects.set(key, object)
    this.#ordered.set(key, object)
    const revision = Number(object.metadata.resourceVersion ?? 0)
    const type = previous === undefined ? 'ADDED' : 'MODIFIED'
    this.#tell({ type, revision, key, object, previous, frames: new Map() })
  }

  /** Does a write of an earlier life once more, as it was: it becomes part of the history. */
  replay(write: Pick<StoreEvent, 'type' | 'revision' | 'key' | 'object'>): void {
    const { type, revision, key } = write
    const previous = this.#objects.get(key)
    const object = this.#interner.intern(write.object)
    if (type === 'DELETED') {
      this.#objects.delete(key)
      this.#ordered.delete(key)
    } else {
      this.#objects.set(key, object)
      this.#ordered.set(key, object)
    }
    this.#commit(type, revision, key, object, previous)
  }

  /** What is stored now under keys that begin with `prefix`. */
  list(prefix = ''): PrefixSnapshot {
    return new PrefixSnapshot(this.#ordered.snapshot(), this.#revisions.current, prefix)
  }

  /** What is stored now under one key. */
  one(key: string): Snapshot {
    const object = this.#objects.get(key)
    return new FewSnapshot(object === undefined ? [] : [[key, object]], this.#revisions.current)
  }

  /** What is stored now under keys that begin with `prefix` and has this value; undefined when the field has no index. */
  withValue(prefix: string, { field, is }: NonNullable<Scope['value']>): Snapshot | undefined {
    const index = this.#indices.get(field)
    if (index === undefined) return undefined
    const keys = [...index.keys(is)].filter((key) => key.startsWith(prefix)).toSorted(byCode)
    const entries = keys.flatMap((key) => {
      const object = this.#objects.get(key)
      return object === undefined ? [] : [[key, object] as const]
    })
    return new FewSnapshot(entries, this.#revisions.current)
  }

  /** What was stored at an older revision. Throws a CompactedError when that is forgotten. */
  listAt(revision: number, prefix = ''): Snapshot {
    const newest = new PrefixSnapshot(this.#ordered.snapshot(), revision, prefix)
    if (revision >= this.#revisions.current) return newest
    const compacted = this.#revisions.compacted()
    if (revision < compacted) throw new CompactedError(revision, compacted)
    return new PastSnapshot(newest, revision, this.since(revision), prefix)
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

  /** Keeps an index of what `read` says of each object, for {@link withValue}. */
  addIndex(field: string, read: (object: ApiObject) => string): void {
    const index = new FieldIndex(read)
    for (const [key, object] of this.#objects) index.apply(key, undefined, object)
    this.#indices.set(field, index)
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
    this.#tell(event)
  }

  #tell(event: StoreEvent): void {
    const { type, key, object, previous } = event
    for (const index of this.#indices.values()) {
      index.apply(key, previous, type === 'DELETED' ? undefined : object)
    }
    this.#listeners.tell(event)
  }
}

function stamp(object: ApiObject, revision: number): ApiObject {
  return { ...object, metadata: { ...object.metadata, resourceVersion: String(revision) } }
}
