import {
  requestKey,
  type EventHandler,
  type RequestQueue,
  type UIDTrackingControllerExpectations,
} from '@rxkube/controller'
import type { Cached, ReplicaSet } from '@rxkube/meta'

/**
 * What is heard of ReplicaSets, beside that each change wakes them: one that comes back under the same name must not wait for
 * pods that the old one asked for.
 */
export function replicaSetEvents(expectations: UIDTrackingControllerExpectations): EventHandler<ReplicaSet> {
  const forget = (replicaSet: Cached<ReplicaSet>, queue: RequestQueue): void => {
    const { namespace = '', name = '' } = replicaSet.metadata
    const request = { namespace, name }
    expectations.deleteExpectations(requestKey(request))
    queue.add(request)
  }
  return {
    updated: ({ before, replaced }, queue) => {
      if (replaced) forget(before, queue)
    },
    deleted: ({ object }, queue) => forget(object, queue),
  }
}
