import type { Cached, Pod } from '@rxkube/meta'
import { isPodActive } from './pod-filters.ts'
import { sortActivePodsWithRanks } from './pod-ranking.ts'

/**
 * The `count` of `pods` that will be missed least. Of pods alike, one goes first that has more active pods of `related`
 * (itself among them) beside it on its node. Nothing is sorted where all of them go. `now` as for
 * `sortActivePodsWithRanks`. Upstream: `getPodsToDelete`.
 */
export function getPodsToDelete<P extends Cached<Pod>>(
  pods: readonly P[],
  related: Iterable<Cached<Pod>>,
  count: number,
  now?: number,
): P[] {
  if (count >= pods.length) return [...pods]
  const onNode = new Map<string, number>()
  for (const pod of related) {
    if (!isPodActive(pod)) continue
    const node = pod.spec.nodeName ?? ''
    onNode.set(node, (onNode.get(node) ?? 0) + 1)
  }
  const ranks = pods.map(({ spec }) => onNode.get(spec.nodeName ?? '') ?? 0)
  return sortActivePodsWithRanks(pods, ranks, now).slice(0, Math.max(0, count))
}
