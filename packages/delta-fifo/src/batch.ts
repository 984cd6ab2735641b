import type { KeyFunc } from '@rxkube/meta'
import { isObjectDelta, keyOf } from './key-of.ts'
import type { Delta } from './queue.ts'

/** How far a batch may reach. */
export interface BatchLimits<T> {
  readonly keyFunc: KeyFunc<T>
  /** Deltas at most. */
  readonly size: number
  /** Deltas of the first population that are left; a batch does not cross its end. */
  readonly initial: number
}

/**
 * The length of the longest head of `deltas` that may be worked off together: no key twice, nothing that is about all
 * objects. A delta without a key ends the batch, so that its failure takes no other with it.
 */
export function batchLength<T>(
  deltas: Iterable<Delta<T>>,
  { keyFunc, size, initial }: BatchLimits<T>,
): number {
  const limit = initial > 0 ? Math.min(size, initial) : size
  const keys = new Set<string>()
  for (const delta of deltas) {
    if (keys.size >= limit) break
    if (!isObjectDelta(delta)) return Math.max(1, keys.size)
    let key
    try {
      key = keyOf(keyFunc, delta.object)
    } catch {
      return keys.size + 1
    }
    if (keys.has(key)) break
    keys.add(key)
  }
  return keys.size
}
