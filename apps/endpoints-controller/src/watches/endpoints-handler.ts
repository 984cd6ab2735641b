import { requestKey, type EventHandler } from '@rxkube/controller'
import type { Endpoints } from '@rxkube/meta'

import type { StaleEndpointsTracker } from '../memory/stale-endpoints.ts'
import { leaderAnnotation } from '../well-known.ts'
import { requestOf } from './request-of.ts'

/**
 * Endpoints that are deleted wake their Service, which has them made again. Those that are there at the start do too: their
 * Service may have gone while nobody looked. A Service that waits for the cache is woken when it has caught up. Locks of leader elections have no Service and are let be.
 */
export function endpointsHandler(stale: StaleEndpointsTracker): EventHandler<Endpoints> {
  return {
    added: ({ object, initial }, queue) => {
      if (initial && object.metadata.annotations?.[leaderAnnotation] === undefined)
        queue.add(requestOf(object))
    },
    updated: ({ replaced, object }, queue) => {
      const request = requestOf(object)
      // Failures in a row may have made the next attempt a long time off, or the last.
      if (stale.caughtUp(requestKey(request), object) || replaced) queue.add(request)
    },
    deleted: ({ object }, queue) => queue.add(requestOf(object)),
  }
}
