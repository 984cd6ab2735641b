import type { Cached } from '@rxkube/meta'

/** What a queue that compares with the cache reads of it; a Store fits. Upstream: `KeyListerGetter`. */
export interface KnownObjects<T> {
  listKeys(): Iterable<string>
  /** Undefined when there is no such object. A throw counts as "there is one, unknown how it looks". */
  getByKey(key: string): T | Cached<T> | undefined
}

/** Whether the cache knows `key`; when in doubt it does. */
export function isKnown<T>(known: KnownObjects<T>, key: string): boolean {
  try {
    return known.getByKey(key) !== undefined
  } catch {
    return true
  }
}

/** The object that the cache knows by `key`, if it can say. */
export function knownObject<T>(known: KnownObjects<T>, key: string): T | undefined {
  try {
    return known.getByKey(key) as T | undefined
  } catch {
    return undefined
  }
}
