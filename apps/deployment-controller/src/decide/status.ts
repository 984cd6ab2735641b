import { findCondition, type Cached, type Deployment } from '@rxkube/meta'
import { newCondition, withCondition, type DeploymentCondition, type DeploymentStatus } from './conditions.ts'
import { maxUnavailable } from './fenceposts.ts'
import { allSets, type Revisions } from './replica-sets.ts'
import { desiredReplicas, totalReported, totalSize } from './sizes.ts'

/**
 * What the Deployment reports, by what its ReplicaSets report: counts, and whether enough pods are available. All other
 * conditions are kept. Upstream: calculateStatus.
 */
export function calculateStatus(
  deployment: Cached<Deployment>,
  revisions: Revisions,
  now: number,
): DeploymentStatus {
  const all = allSets(revisions)
  const available = totalReported(all, 'availableReplicas')
  const { collisionCount, conditions } = deployment.status ?? {}
  const counts = {
    observedGeneration: deployment.metadata.generation ?? 0,
    replicas: totalReported(all, 'replicas'),
    updatedReplicas: revisions.newSet?.status?.replicas ?? 0,
    readyReplicas: totalReported(all, 'readyReplicas'),
    availableReplicas: available,
    unavailableReplicas: Math.max(0, totalSize(all) - available),
  }
  const status: DeploymentStatus = {
    ...Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0)),
    ...(collisionCount !== undefined && { collisionCount }),
    ...(conditions && { conditions }),
  }
  return withCondition(status, availability(deployment, available, now))
}

function availability(deployment: Cached<Deployment>, available: number, now: number): DeploymentCondition {
  return available >= desiredReplicas(deployment) - maxUnavailable(deployment)
    ? newCondition(
        'Available',
        'True',
        'MinimumReplicasAvailable',
        'Deployment has minimum availability.',
        now,
      )
    : newCondition(
        'Available',
        'False',
        'MinimumReplicasUnavailable',
        'Deployment does not have minimum availability.',
        now,
      )
}

/** The first failure that ReplicaSets report to create or delete pods, that of the new one before all others. */
export function replicaFailure({ newSet, oldSets }: Revisions): DeploymentCondition | undefined {
  for (const set of newSet ? [newSet, ...oldSets] : oldSets) {
    const failure = findCondition(set.status?.conditions, 'ReplicaFailure')
    if (!failure) continue
    const { lastTransitionTime } = failure
    return { ...failure, ...(lastTransitionTime && { lastUpdateTime: lastTransitionTime }) }
  }
  return undefined
}
