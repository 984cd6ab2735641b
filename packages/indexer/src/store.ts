import type { Cached, DeletedFinalStateUnknown } from '@rxkube/meta'
import type { Selector } from './selector.ts'

/** The objects of a list by key (taken over, not copied), or as they come; keys are then taken from them. */
export type Replacement<T> = Map<string, T> | Iterable<T>

/**
 * Objects by key. What is read is shared with every other reader: never mutate it, `deepCopy` first.
 * Upstream: `cache.Store`.
 */
export interface Store<T> {
  /** Puts `object` where its key says, whether or not something is there. Throws `KeyError`. */
  add(object: T): void
  /** As `add`. */
  update(object: T): void
  /** Removes the object with the key of `object`; harmless when there is none. */
  delete(object: T | DeletedFinalStateUnknown<T>): void
  /** The stored object with the key of `object`. */
  get(object: T): Cached<T> | undefined
  getByKey(key: string): Cached<T> | undefined
  /** All objects that `selector` selects, in no order that one may count on. */
  list(selector?: Selector): Cached<T>[]
  listKeys(): string[]
  /** Makes `objects` the whole content. When one of them has no key, or its transform fails, nothing is written. */
  replace(objects: Replacement<T>, resourceVersion: string): void
  /** Does nothing; queues do. */
  resync(): void
}
