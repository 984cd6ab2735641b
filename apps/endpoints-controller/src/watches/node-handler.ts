import type { EventHandler, RequestQueue } from '@rxkube/controller'
import { isConditionTrue, type Cached, type Node } from '@rxkube/meta'

import type { TopologyCache } from '../memory/topology-cache.ts'
import { zoneLabel } from '../well-known.ts'

/** Nodes that come, go, or change their zone or readiness wake the Services whose hints are not fair any more. */
export function nodeHandler(topology: TopologyCache): EventHandler<Node> {
  const changed = (queue: RequestQueue): void => {
    for (const key of topology.nodesChanged()) {
      const slash = key.indexOf('/')
      queue.add({ namespace: key.slice(0, slash), name: key.slice(slash + 1) })
    }
  }
  return {
    added: (_event, queue) => changed(queue),
    updated: ({ before, object }, queue) => {
      if (isReady(before) !== isReady(object) || zoneOf(before) !== zoneOf(object)) changed(queue)
    },
    deleted: (_event, queue) => changed(queue),
  }
}

function isReady({ status }: Cached<Node>): boolean {
  return isConditionTrue(status?.conditions, 'Ready')
}

function zoneOf({ metadata }: Cached<Node>): string | undefined {
  return metadata.labels?.[zoneLabel]
}
