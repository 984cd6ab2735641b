import { compareReplicaSetsByCreation } from '@rxkube/controller'
import type { Cached, Deployment, ReplicaSet } from '@rxkube/meta'
import { revisionOf } from './revisions.ts'
import { revisionHistoryLimit, sizeOf } from './sizes.ts'

/**
 * The old ReplicaSets that go because there are more than the Deployment keeps, lowest revision first. One that still has
 * pods, or has not looked at its spec, stays; no other goes in its place. Upstream: cleanupDeployment.
 */
export function replicaSetsToCleanUp(
  deployment: Cached<Deployment>,
  oldSets: readonly Cached<ReplicaSet>[],
): readonly Cached<ReplicaSet>[] {
  const limit = revisionHistoryLimit(deployment)
  if (limit === undefined) return []
  const alive = oldSets.filter(({ metadata }) => !metadata.deletionTimestamp)
  return alive
    .toSorted(compareByRevision)
    .slice(0, Math.max(0, alive.length - limit))
    .filter(isIdle)
}

function isIdle(replicaSet: Cached<ReplicaSet>): boolean {
  const { metadata, status } = replicaSet
  const hasSeenSpec = (metadata.generation ?? 0) <= (status?.observedGeneration ?? 0)
  return (status?.replicas ?? 0) === 0 && sizeOf(replicaSet) === 0 && hasSeenSpec
}

function compareByRevision(a: Cached<ReplicaSet>, b: Cached<ReplicaSet>): number {
  const [first, second] = [revisionOf(a), revisionOf(b)]
  if (first === undefined || second === undefined || first === second) {
    return compareReplicaSetsByCreation(a, b)
  }
  return first - second
}
