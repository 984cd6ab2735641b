import type { NodeInfo, PlacedPod } from './node-info.ts'
import type { PodWish } from './pod-wish.ts'

/** A node on which there is room once these pods are gone. */
export interface Candidate {
  readonly node: NodeInfo
  readonly victims: readonly PlacedPod[]
}

/**
 * Where a pod could be if pods of a lower priority made room: on the node whose most important victim matters least, of
 * these on the one with the fewest. Upstream: DefaultPreemption, which looks at disruption budgets too.
 */
export function findCandidate(
  wish: PodWish,
  priority: number,
  nodes: Iterable<NodeInfo>,
): Candidate | undefined {
  let best: Candidate | undefined
  for (const node of nodes) {
    const victims = victimsOn(node, wish, priority)
    if (victims !== undefined && (best === undefined || isBetter(victims, best.victims)))
      best = { node, victims }
  }
  return best
}

/** The fewest pods of a lower priority, the least important first, without which a pod fits. */
function victimsOn(node: NodeInfo, wish: PodWish, priority: number): readonly PlacedPod[] | undefined {
  const lower = [...node.pods.values()]
    .filter((pod) => pod.priority < priority)
    .toSorted((a, b) => b.priority - a.priority)
  if (lower.length === 0 || node.misfit(wish, lower) !== undefined) return undefined
  // Those that may stay, stay: the most important ones are asked first.
  let gone: readonly PlacedPod[] = lower
  for (const pod of lower) {
    const fewer = gone.filter((each) => each !== pod)
    if (node.misfit(wish, fewer) === undefined) gone = fewer
  }
  return gone
}

function isBetter(one: readonly PlacedPod[], other: readonly PlacedPod[]): boolean {
  const highest = (pods: readonly PlacedPod[]) =>
    pods.reduce((most, pod) => Math.max(most, pod.priority), -Infinity)
  const [a, b] = [highest(one), highest(other)]
  return a === b ? one.length < other.length : a < b
}
