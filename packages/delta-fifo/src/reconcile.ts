import { DeletedFinalStateUnknown, type KeyFunc } from '@rxkube/meta'
import { isObjectDelta, keyOf, lastKnown, type ObjectDelta } from './key-of.ts'
import { knownObject, type KnownObjects } from './known-objects.ts'
import type { Delta } from './queue.ts'

/**
 * Tombstones for what a new list (its `keys`) no longer has: first what is queued, with its newest queued state, then
 * what only the cache knows.
 */
export function reconcile<T>(
  keys: ReadonlySet<string>,
  queued: Iterable<Delta<T>>,
  known: KnownObjects<T>,
  keyFunc: KeyFunc<T>,
): DeletedFinalStateUnknown<T>[] {
  const newest = new Map<string, ObjectDelta<T>>()
  for (const delta of queued) if (isObjectDelta(delta)) newest.set(keyOf(keyFunc, delta.object), delta)
  const tombstones: DeletedFinalStateUnknown<T>[] = []
  for (const [key, delta] of newest) {
    if (keys.has(key) || delta.type === 'Deleted') continue
    tombstones.push(new DeletedFinalStateUnknown(key, lastKnown(delta.object)))
  }
  for (const key of known.listKeys()) {
    if (keys.has(key) || newest.has(key)) continue
    tombstones.push(new DeletedFinalStateUnknown(key, knownObject(known, key)))
  }
  return tombstones
}
