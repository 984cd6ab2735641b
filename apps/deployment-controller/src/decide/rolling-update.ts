import type { Cached, Deployment, ReplicaSet } from '@rxkube/meta'
import { minAvailable } from './fenceposts.ts'
import { newReplicaSetSize } from './new-replica-set.ts'
import type { Scale } from './scale.ts'
import { desiredReplicas, sizeOf, totalReported, totalSize } from './sizes.ts'

/** The size that the new ReplicaSet is to have next; undefined when that is what it has. */
export function reconcileNewReplicaSet(
  deployment: Cached<Deployment>,
  all: readonly Cached<ReplicaSet>[],
  newSet: Cached<ReplicaSet>,
): Scale | undefined {
  const [desired, size] = [desiredReplicas(deployment), sizeOf(newSet)]
  const next = size >= desired ? desired : newReplicaSetSize(deployment, totalSize(all), size)
  return next === size ? undefined : { replicaSet: newSet, size: next }
}

/**
 * How many pods may go without falling below what has to be available, were every new pod that is not yet available one
 * that never will be. None at 0 or below.
 */
export function maxScaledDown(
  deployment: Cached<Deployment>,
  all: readonly Cached<ReplicaSet>[],
  newSet: Cached<ReplicaSet>,
): number {
  // By spec, not by status: a cache that lags behind can only slow this down.
  const newUnavailable = sizeOf(newSet) - (newSet.status?.availableReplicas ?? 0)
  return totalSize(all) - minAvailable(deployment) - newUnavailable
}

/** Old ReplicaSets that are to become smaller. */
export interface ScaleDowns {
  readonly scales: readonly Scale[]
  /** One reports more available pods than it is to keep: what it says is old, so the pass ends when `scales` are done. */
  readonly stale: Cached<ReplicaSet> | undefined
}

/**
 * Takes from old ReplicaSets, the oldest first, what they have of pods that are not available, `budget` at most. It only counts:
 * which pod goes is for the ReplicaSet's controller, which lets those go first that are not ready. Upstream:
 * cleanupUnhealthyReplicas.
 */
export function cleanupUnhealthyReplicas(oldSets: readonly Cached<ReplicaSet>[], budget: number): ScaleDowns {
  const scales: Scale[] = []
  let left = budget
  for (const replicaSet of oldSets) {
    if (left <= 0) break
    const size = sizeOf(replicaSet)
    const unavailable = size - (replicaSet.status?.availableReplicas ?? 0)
    if (size === 0 || unavailable === 0) continue
    if (unavailable < 0) return { scales, stale: replicaSet }
    const less = Math.min(left, unavailable)
    scales.push({ replicaSet, size: size - less })
    left -= less
  }
  return { scales, stale: undefined }
}

/**
 * Takes from old ReplicaSets, the oldest first, as many pods as are available beyond what has to be. Upstream:
 * scaleDownOldReplicaSetsForRollingUpdate.
 */
export function scaleDownOldReplicaSets(
  deployment: Cached<Deployment>,
  all: readonly Cached<ReplicaSet>[],
  oldSets: readonly Cached<ReplicaSet>[],
): readonly Scale[] {
  const scales: Scale[] = []
  let left = totalReported(all, 'availableReplicas') - minAvailable(deployment)
  for (const replicaSet of oldSets) {
    if (left <= 0) break
    const size = sizeOf(replicaSet)
    if (size === 0) continue
    const less = Math.min(size, left)
    scales.push({ replicaSet, size: size - less })
    left -= less
  }
  return scales
}
