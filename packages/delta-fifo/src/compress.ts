import { DeletedFinalStateUnknown } from '@rxkube/meta'
import type { Delta } from './queue.ts'

/**
 * Adds `delta` to what is pending of its key. Two deletions in a row become one: the older, unless it is a tombstone.
 * Says how many more deltas wait now. Upstream: `dedupDeltas`.
 */
export function compress<T>(pending: Delta<T>[], delta: Delta<T>): 0 | 1 {
  const last = pending.at(-1)
  if (last?.type !== 'Deleted' || delta.type !== 'Deleted') {
    pending.push(delta)
    return 1
  }
  if (last.object instanceof DeletedFinalStateUnknown) pending[pending.length - 1] = delta
  return 0
}
