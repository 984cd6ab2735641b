import type { Cached, DeletedFinalStateUnknown, KeyFunc } from '@rxkube/meta'
import type { Admission } from './admission.ts'
import { type OperationError, TransactionError } from './errors.ts'
import type { IndexFuncs } from './index-funcs.ts'
import { keyOf } from './keys.ts'
import { LiveQueries } from './live-queries.ts'
import type { Operation } from './operation.ts'
import { type Stage, StagedWorld } from './stage.ts'
import type { Replacement } from './store.ts'
import { World } from './world.ts'

/** The content of an indexer as it is written: each write reaches the indices, the version and those who follow. */
export class Content<T> {
  readonly live: LiveQueries<T>
  readonly #keyFunc: KeyFunc<T>
  readonly #funcs: IndexFuncs<T>
  readonly #admission: Admission<T>
  #world: World<T>
  #resourceVersion = ''

  constructor(keyFunc: KeyFunc<T>, funcs: IndexFuncs<T>, admission: Admission<T>) {
    this.#keyFunc = keyFunc
    this.#funcs = funcs
    this.#admission = admission
    this.#world = new World(funcs)
    this.live = new LiveQueries(() => this.#world, admission)
  }

  get world(): World<T> {
    return this.#world
  }

  get resourceVersion(): string {
    return this.#resourceVersion
  }

  put(object: T): Cached<T> | undefined {
    const key = keyOf(this.#keyFunc, object)
    const stored = this.#admission.admit(key, object)
    const before = this.#put(key, stored)
    this.advance(stored)
    this.live.flush()
    return before
  }

  /** Takes over the version of `object` when there is one, whether or not `key` was there. */
  remove(key: string, object?: T | DeletedFinalStateUnknown<T>): Cached<T> | undefined {
    const before = this.#remove(key)
    if (object !== undefined) this.advance(object)
    this.live.flush()
    return before
  }

  transact(operations: Iterable<Operation<T>>): void {
    const successful: number[] = []
    const failures: OperationError[] = []
    let index = 0
    try {
      for (const { type, object } of operations) {
        try {
          const key = keyOf(this.#keyFunc, object)
          if (type === 'delete') this.#remove(key)
          else this.#put(key, this.#admission.settle(object))
          this.advance(object)
          successful.push(index)
        } catch (error) {
          failures.push({ index, error })
        }
        index++
      }
    } finally {
      this.live.flush()
    }
    if (failures.length > 0) throw new TransactionError(successful, failures)
  }

  replace(objects: Replacement<T> | Stage<T>, resourceVersion: string): ReadonlyMap<string, T> {
    const world =
      objects instanceof StagedWorld ? objects.take(this.#funcs) : this.#worldOf(objects as Replacement<T>)
    const before = this.#world.items
    this.#world = world
    this.#resourceVersion = resourceVersion
    this.live.rebase()
    this.live.recordReplace(before, resourceVersion)
    this.live.flush()
    return before
  }

  bookmark(resourceVersion: string): void {
    this.#resourceVersion = resourceVersion
  }

  /** Takes over the version of an object; a tombstone has none. */
  advance(object: T | DeletedFinalStateUnknown<T>): void {
    const { metadata } = object as { metadata?: { resourceVersion?: string } | null }
    if (metadata !== undefined && metadata !== null) this.#resourceVersion = metadata.resourceVersion ?? ''
  }

  #put(key: string, object: T): Cached<T> | undefined {
    this.live.touch(key)
    const before = this.#world.items.get(key)
    this.#world.set(key, object)
    this.live.touch(key)
    this.live.record(key, before, object)
    return before === undefined ? undefined : this.#admission.read(before)
  }

  #remove(key: string): Cached<T> | undefined {
    const before = this.#world.items.get(key)
    if (before === undefined) return undefined
    this.live.touch(key)
    this.#world.delete(key)
    this.live.record(key, before, undefined)
    return this.#admission.read(before)
  }

  #worldOf(objects: Replacement<T>): World<T> {
    if (objects instanceof Map && !this.#admission.transforms) {
      for (const object of objects.values()) this.#admission.settle(object)
      return new World(this.#funcs, objects)
    }
    const items = new Map<string, T>()
    for (const [key, object] of objects instanceof Map ? objects : this.#keyed(objects)) {
      items.set(key, this.#admission.admit(key, object))
    }
    return new World(this.#funcs, items)
  }

  *#keyed(objects: Iterable<T>): Generator<[string, T]> {
    for (const object of objects) yield [keyOf(this.#keyFunc, object), object]
  }
}
