import { DeletedFinalStateUnknown, KeyError, type KeyFunc } from '@rxkube/meta'
import type { Delta } from './queue.ts'

/** A delta that is about one object; the others are about all of them. */
export type ObjectDelta<T> = Extract<Delta<T>, { readonly object: unknown }>

/**
 * The key of an object, or the one that a tombstone carries: `keyFunc` never sees a tombstone. Throws KeyError with
 * what `keyFunc` threw as its cause. Upstream: `KeyOf`.
 */
export function keyOf<T>(keyFunc: KeyFunc<T>, item: T | DeletedFinalStateUnknown<T>): string {
  if (item instanceof DeletedFinalStateUnknown) return item.key
  try {
    return keyFunc(item)
  } catch (cause) {
    throw new KeyError(item, cause)
  }
}

/** Whether `delta` is about one object, so that it may share a batch with deltas of other keys. */
export function isObjectDelta<T>(delta: Delta<T>): delta is ObjectDelta<T> {
  return 'object' in delta
}

/** What a tombstone for what was queued last carries: never a tombstone in a tombstone. */
export function lastKnown<T>(item: T | DeletedFinalStateUnknown<T>): T | undefined {
  return item instanceof DeletedFinalStateUnknown ? item.object : item
}
