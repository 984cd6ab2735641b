import { parseDuration, type Duration } from '@rxkube/clock'
import type { EventHandler, RequestQueue } from '@rxkube/controller'
import type { EndpointSlice } from '@rxkube/meta'

import type { Slice } from '../decide/slices/slice.ts'
import type { SliceTracker } from '../memory/slice-tracker.ts'
import { managedBy, managedByLabel, serviceNameLabel } from '../well-known.ts'

/** Whether this controller writes the slice. */
export function isMine({ metadata }: Slice): boolean {
  return metadata.labels?.[managedByLabel] === managedBy
}

/**
 * Slices wake their Service when somebody else made, changed or deleted them; the echo of a write of one's own does not.
 * They wait for a second at least, in which more may happen. A Service that waits for the cache is woken when it moves: after
 * failures in a row the next attempt may be a long time off.
 */
export function sliceHandler(tracker: SliceTracker, batchPeriod: Duration): EventHandler<EndpointSlice> {
  const delay = Math.max(1000, parseDuration(batchPeriod))
  const wake = (slice: Slice, queue: RequestQueue): void => {
    const { namespace = '', labels } = slice.metadata
    const name = labels?.[serviceNameLabel]
    if (name) queue.addAfter({ namespace, name }, delay)
  }
  const added = (slice: Slice, queue: RequestQueue): void => {
    if (isMine(slice) && (tracker.isAwaited(slice) || tracker.shouldSync(slice))) wake(slice, queue)
  }
  const deleted = (slice: Slice, queue: RequestQueue): void => {
    const awaited = tracker.isAwaited(slice)
    const unexpected = isMine(slice) && tracker.has(slice) && !tracker.handleDeletion(slice)
    if (awaited || unexpected) wake(slice, queue)
  }
  return {
    added: ({ object }, queue) => added(object, queue),
    updated: ({ before, object, replaced }, queue) => {
      if (replaced) {
        deleted(before, queue)
        added(object, queue)
        return
      }
      const moved = before.metadata.labels?.[serviceNameLabel] !== object.metadata.labels?.[serviceNameLabel]
      // Somebody took it away: it would be missed for ever, if it were still expected.
      if (isMine(before) && (moved || !isMine(object))) tracker.handleDeletion(before)
      if (moved) {
        wake(object, queue)
        wake(before, queue)
      } else if (isMine(before) !== isMine(object)) wake(object, queue)
      else added(object, queue)
    },
    deleted: ({ object }, queue) => deleted(object, queue),
  }
}
