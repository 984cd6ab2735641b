import type { Cached, Deployment, ReplicaSet } from '@rxkube/meta'

/** A whole number that stands for "no limit" where the API has one. */
const infinite = 2_147_483_647

/** How many pods a Deployment wants. A server fills in 1 where nothing is said. */
export function desiredReplicas({ spec }: Cached<Deployment>): number {
  return spec.replicas ?? 1
}

/** How many pods a ReplicaSet is told to keep. */
export function sizeOf({ spec }: Cached<ReplicaSet>): number {
  return spec.replicas ?? 1
}

/** What ReplicaSets are told to keep, together. Upstream: GetReplicaCountForReplicaSets. */
export function totalSize(sets: readonly Cached<ReplicaSet>[]): number {
  return sets.reduce((total, set) => total + sizeOf(set), 0)
}

/** What ReplicaSets report in a field of their status, together. */
export function totalReported(
  sets: readonly Cached<ReplicaSet>[],
  field: 'replicas' | 'readyReplicas' | 'availableReplicas',
): number {
  return sets.reduce((total, { status }) => total + (status?.[field] ?? 0), 0)
}

/** Whether the rollout has a deadline. Upstream: HasProgressDeadline. */
export function progressDeadlineSeconds({ spec }: Cached<Deployment>): number | undefined {
  const seconds = spec.progressDeadlineSeconds
  return seconds === infinite ? undefined : seconds
}

/** How many old ReplicaSets are kept; undefined for all. Upstream: HasRevisionHistoryLimit. */
export function revisionHistoryLimit({ spec }: Cached<Deployment>): number | undefined {
  const limit = spec.revisionHistoryLimit
  return limit === infinite ? undefined : limit
}

/** Whether pods are replaced few by few. A server fills in `RollingUpdate` where nothing is said. */
export function isRollingUpdate({ spec }: Cached<Deployment>): boolean {
  return (spec.strategy?.type ?? 'RollingUpdate') === 'RollingUpdate'
}
