import type { ApiObject } from '../codec/json.ts'
import type { StoreEvent } from './history.ts'
import { lowerBound, type FrozenObjects } from './ordered-objects.ts'

/** Objects of one resource at some revision. Later writes do not show in it. */
export interface Snapshot {
  readonly revision: number
  /** In ascending order; gathered when they are asked for. */
  readonly keys: readonly string[]
  readonly get: (key: string) => ApiObject | undefined
  /** Keys above `after` with their objects, in ascending order. */
  entries(after?: string): Iterable<readonly [string, ApiObject]>
  /** How many keys are above `key`. */
  countAfter(key: string): number
}

/** What was under keys with one prefix. */
export class PrefixSnapshot implements Snapshot {
  readonly revision: number
  readonly get: (key: string) => ApiObject | undefined
  readonly #objects: FrozenObjects
  readonly #prefix: string
  readonly #end: string

  constructor(objects: FrozenObjects, revision: number, prefix: string) {
    this.#objects = objects
    this.revision = revision
    this.#prefix = prefix
    // No key goes on with the highest code unit, so this is just behind the last one that begins so.
    this.#end = `${prefix}\uffff`
    this.get = (key) => (key.startsWith(prefix) ? objects.get(key) : undefined)
  }

  get keys(): readonly string[] {
    return Array.from(this.entries(), ([key]) => key)
  }

  entries(after = ''): Iterable<readonly [string, ApiObject]> {
    const from = after === '' ? this.#prefix : justAbove(after)
    return { [Symbol.iterator]: () => this.#objects.entries(from, this.#end) }
  }

  countAfter(key: string): number {
    return Math.max(0, this.#objects.rank(this.#end) - this.#objects.rank(justAbove(key)))
  }
}

/** Few objects that were found by a key or in an index. `entries` are in ascending order. */
export class FewSnapshot implements Snapshot {
  readonly revision: number
  readonly get: (key: string) => ApiObject | undefined
  readonly #entries: readonly (readonly [string, ApiObject])[]

  constructor(entries: readonly (readonly [string, ApiObject])[], revision: number) {
    const objects = new Map(entries)
    this.#entries = entries
    this.revision = revision
    this.get = (key) => objects.get(key)
  }

  get keys(): readonly string[] {
    return this.#entries.map(([key]) => key)
  }

  entries(after = ''): Iterable<readonly [string, ApiObject]> {
    return after === '' ? this.#entries : this.#entries.filter(([key]) => key > after)
  }

  countAfter(key: string): number {
    return this.#entries.filter(([each]) => each > key).length
  }
}

/** An older state: the newest with the writes since then undone. */
export class PastSnapshot implements Snapshot {
  readonly revision: number
  readonly get: (key: string) => ApiObject | undefined
  readonly #newest: PrefixSnapshot
  /** What was there before, of keys that were written since. */
  readonly #before = new Map<string, ApiObject | undefined>()
  /** Keys of what was there before, and of what was not but is now; both sorted. */
  readonly #restored: readonly string[]
  readonly #touched: readonly string[]

  /** `events` are those after `revision`, oldest first. */
  constructor(newest: PrefixSnapshot, revision: number, events: readonly StoreEvent[], prefix: string) {
    this.#newest = newest
    this.revision = revision
    for (const { key, previous } of events) {
      if (key.startsWith(prefix) && !this.#before.has(key)) this.#before.set(key, previous)
    }
    const keys = [...this.#before.keys()].toSorted(byCode)
    this.#restored = keys.filter((key) => this.#before.get(key) !== undefined)
    this.#touched = keys.filter((key) => newest.get(key) !== undefined)
    this.get = (key) => (this.#before.has(key) ? this.#before.get(key) : newest.get(key))
  }

  get keys(): readonly string[] {
    return Array.from(this.entries(), ([key]) => key)
  }

  entries(after = ''): Iterable<readonly [string, ApiObject]> {
    return { [Symbol.iterator]: () => this.#merge(after) }
  }

  countAfter(key: string): number {
    const above = (keys: readonly string[]) => keys.length - lowerBound(keys, justAbove(key))
    return this.#newest.countAfter(key) - above(this.#touched) + above(this.#restored)
  }

  *#merge(after: string): Generator<readonly [string, ApiObject]> {
    let at = after === '' ? 0 : lowerBound(this.#restored, justAbove(after))
    for (const entry of this.#newest.entries(after)) {
      const [key] = entry
      for (; at < this.#restored.length && (this.#restored[at] ?? '') <= key; at++) yield* this.#restore(at)
      if (!this.#before.has(key)) yield entry
    }
    for (; at < this.#restored.length; at++) yield* this.#restore(at)
  }

  *#restore(at: number): Generator<readonly [string, ApiObject]> {
    const key = this.#restored[at] ?? ''
    const object = this.#before.get(key)
    if (object !== undefined) yield [key, object]
  }
}

/** The least key that is above `key`. */
function justAbove(key: string): string {
  return `${key}\u0000`
}

export function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
