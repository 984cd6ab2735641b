import type { Cached, Deployment, ReplicaSet } from '@rxkube/meta'
import { maxReplicasAnnotation, replicasFrom } from './annotations.ts'
import { maxSurge } from './fenceposts.ts'
import type { Scale } from './scale.ts'
import { desiredReplicas, sizeOf } from './sizes.ts'

/**
 * How much larger a ReplicaSet would be had it kept its share: of what the Deployment could have at most when the set was
 * last scaled, to what it can have now. Negative for smaller. Upstream: getReplicaSetFraction.
 */
export function replicaSetFraction(deployment: Cached<Deployment>, replicaSet: Cached<ReplicaSet>): number {
  const [desired, size] = [desiredReplicas(deployment), sizeOf(replicaSet)]
  if (desired === 0) return -size
  const before = replicasFrom(replicaSet, maxReplicasAnnotation) || (deployment.status?.replicas ?? 0)
  if (before === 0) return 0
  // Rounded as a size, which is never negative: Math.round would round a half of a negative number up.
  return Math.round((size * (desired + maxSurge(deployment))) / before) - size
}

/**
 * Hands `missing` pods (or takes them, when negative) to ReplicaSets in the order given, to each by its share, and what is
 * left over to the first. Upstream: the rolling part of `scale`.
 */
export function scaleProportionally(
  deployment: Cached<Deployment>,
  sets: readonly Cached<ReplicaSet>[],
  missing: number,
): readonly Scale[] {
  let left = missing
  const scales = sets.map((replicaSet): Scale => {
    const size = sizeOf(replicaSet)
    if (size === 0 || left === 0) return { replicaSet, size }
    const fraction = replicaSetFraction(deployment, replicaSet)
    const share = missing > 0 ? Math.min(fraction, left) : Math.max(fraction, left)
    left -= share
    return { replicaSet, size: size + share }
  })
  const [first, ...others] = scales
  if (!first) return []
  return [{ ...first, size: Math.max(0, first.size + left) }, ...others]
}
