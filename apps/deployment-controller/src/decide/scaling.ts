import {
  compareReplicaSetsBySizeNewer,
  compareReplicaSetsBySizeOlder,
  filterActiveReplicaSets,
} from '@rxkube/controller'
import type { Cached, Deployment, ReplicaSet } from '@rxkube/meta'
import { desiredReplicasAnnotation, replicasFrom } from './annotations.ts'
import { scaleProportionally } from './proportional-scaling.ts'
import { allSets, type Revisions } from './replica-sets.ts'
import type { Scale } from './scale.ts'
import { desiredReplicas, isRollingUpdate, sizeOf, totalSize } from './sizes.ts'
import { maxSurge } from './fenceposts.ts'

/**
 * Whether the number of pods that the Deployment wants was changed since it last scaled: a ReplicaSet says that it was made
 * to fit another number. Then this pass scales and does not roll. Upstream: isScalingEvent.
 */
export function isScalingEvent(deployment: Cached<Deployment>, revisions: Revisions): boolean {
  return filterActiveReplicaSets(allSets(revisions)).some((set) => {
    const desired = replicasFrom(set, desiredReplicasAnnotation)
    return desired !== undefined && desired !== desiredReplicas(deployment)
  })
}

/** Whether the new ReplicaSet has all pods that are wanted, and they are available. Upstream: IsSaturated. */
export function isSaturated(deployment: Cached<Deployment>, newSet: Cached<ReplicaSet> | undefined): boolean {
  const desired = desiredReplicas(deployment)
  return (
    newSet !== undefined &&
    sizeOf(newSet) === desired &&
    replicasFrom(newSet, desiredReplicasAnnotation) === desired &&
    (newSet.status?.availableReplicas ?? 0) === desired
  )
}

/**
 * The sizes that ReplicaSets are to have, in the order in which they are to be written. One that keeps its size is among them
 * where only its annotations are to be written anew.
 */
export function planScaling(deployment: Cached<Deployment>, revisions: Revisions): readonly Scale[] {
  const { newSet, oldSets } = revisions
  const desired = desiredReplicas(deployment)
  const active = filterActiveReplicaSets(allSets(revisions))
  if (active.length <= 1) {
    const only = active[0] ?? newSet ?? oldSets.at(-1)
    return only && sizeOf(only) !== desired ? [{ replicaSet: only, size: desired }] : []
  }
  if (isSaturated(deployment, newSet)) {
    return filterActiveReplicaSets(oldSets).map((replicaSet) => ({ replicaSet, size: 0 }))
  }
  if (!isRollingUpdate(deployment)) return []
  const allowed = desired > 0 ? desired + maxSurge(deployment) : 0
  const missing = allowed - totalSize(active)
  if (missing > 0) active.sort(compareReplicaSetsBySizeNewer)
  if (missing < 0) active.sort(compareReplicaSetsBySizeOlder)
  return scaleProportionally(deployment, active, missing)
}
