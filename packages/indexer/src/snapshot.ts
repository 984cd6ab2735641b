import type { Cached } from '@rxkube/meta'
import type { Admission } from './admission.ts'
import { UnknownIndexError } from './errors.ts'
import { matcher, type Selector } from './selector.ts'
import type { Recorder, World } from './world.ts'

/** What a key was when it was first written after a snapshot. */
interface Before<T> {
  readonly object: T | undefined
  readonly values: ReadonlyMap<string, readonly string[]>
}

/**
 * An indexer as it was at one instant, whatever is written later.
 *
 * Taking one costs nothing: writes note what they overwrite while somebody holds it, once a key. So it costs memory by
 * the keys written since, and reads by the snapshots taken since that are still needed to answer; let go of it.
 */
export class Snapshot<T, Name extends string = string> implements Recorder<T> {
  readonly #world: World<T>
  readonly #admission: Admission<T>
  readonly #before = new Map<string, Before<T>>()
  readonly #names: ReadonlySet<string>
  #next: Snapshot<T, Name> | undefined
  /** Version of the store at that instant. */
  readonly resourceVersion: string
  readonly size: number

  /** Made by `indexer.snapshot()`. */
  constructor(world: World<T>, admission: Admission<T>, resourceVersion: string) {
    this.#world = world
    this.#admission = admission
    this.#names = new Set(world.tables.keys())
    this.resourceVersion = resourceVersion
    this.size = world.items.size
  }

  getByKey(key: string): Cached<T> | undefined {
    const object = this.#object(key)
    return object === undefined ? undefined : this.#admission.read(object)
  }

  /** Keys and objects, in no order that one may count on. */
  *entries(): Generator<[string, Cached<T>]> {
    const overwritten = this.#overwritten()
    // Collected first, so that writes made while iterating change nothing.
    const keys = [...this.#world.items.keys()].filter((key) => !overwritten.has(key))
    for (const [key, { object }] of overwritten) if (object !== undefined) keys.push(key)
    for (const key of keys) {
      const object = this.getByKey(key)
      if (object !== undefined) yield [key, object]
    }
  }

  listKeys(): string[] {
    return Array.from(this.entries(), ([key]) => key)
  }

  list(selector?: Selector): Cached<T>[] {
    const matches = matcher(selector)
    const found: Cached<T>[] = []
    for (const [, object] of this.entries()) if (matches(object)) found.push(object)
    return found
  }

  /** Objects that were filed under `value`. Throws `UnknownIndexError`, also for an index that was added later. */
  byIndex(name: Name, value: string): Cached<T>[] {
    const found: Cached<T>[] = []
    for (const key of this.indexKeys(name, value)) {
      const object = this.getByKey(key)
      if (object !== undefined) found.push(object)
    }
    return found
  }

  /** Keys that were filed under `value`, sorted. Throws `UnknownIndexError`. */
  indexKeys(name: Name, value: string): string[] {
    if (!this.#names.has(name)) throw new UnknownIndexError(name, this.#names)
    const overwritten = this.#overwritten()
    const keys = [...this.#world.table(name).bucket(value)].filter((key) => !overwritten.has(key))
    for (const [key, { values }] of overwritten)
      if (values.get(name)?.includes(value) === true) keys.push(key)
    return keys.toSorted()
  }

  /** Called by the store before each write of `key`. */
  record(key: string, world: World<T>): void {
    if (this.#before.has(key)) return
    const values = new Map<string, readonly string[]>()
    for (const [name, table] of world.tables) values.set(name, table.valuesOf(key))
    this.#before.set(key, { object: world.items.get(key), values })
  }

  /** The snapshot of now: this one while nothing was written, else a new one, which takes over recording. */
  successor(resourceVersion: string): Snapshot<T, Name> {
    const current =
      this.#before.size === 0 &&
      resourceVersion === this.resourceVersion &&
      this.#names.size === this.#world.tables.size
    if (current) return this
    this.#next = new Snapshot(this.#world, this.#admission, resourceVersion)
    return this.#next
  }

  #object(key: string): T | undefined {
    for (const snapshot of this.#sinceThen()) {
      const before = snapshot.#before.get(key)
      if (before !== undefined) return before.object
    }
    return this.#world.items.get(key)
  }

  /** What was written since this instant, as it was at this instant. */
  #overwritten(): ReadonlyMap<string, Before<T>> {
    if (this.#next === undefined) return this.#before
    const merged = new Map<string, Before<T>>()
    for (const snapshot of this.#sinceThen()) {
      for (const [key, before] of snapshot.#before) if (!merged.has(key)) merged.set(key, before)
    }
    return merged
  }

  /** This one, and those that recorded after it, in order. */
  *#sinceThen(): Generator<Snapshot<T, Name>> {
    yield this
    for (let next = this.#next; next !== undefined; next = next.#next) yield next
  }
}
