import type { EventHandler } from '@rxkube/controller'
import type { Endpoints } from '@rxkube/meta'

import { leaderAnnotation } from '../well-known.ts'
import { requestOf } from './request-of.ts'

/**
 * Endpoints that are deleted wake their Service, which has them made again. Those that are there at the start do too: their
 * Service may have gone while nobody looked. Locks of leader elections have no Service and are let be.
 */
export const endpointsHandler: EventHandler<Endpoints> = {
  added: ({ object, initial }, queue) => {
    if (initial && object.metadata.annotations?.[leaderAnnotation] === undefined) queue.add(requestOf(object))
  },
  updated: ({ replaced, object }, queue) => {
    if (replaced) queue.add(requestOf(object))
  },
  deleted: ({ object }, queue) => queue.add(requestOf(object)),
}
