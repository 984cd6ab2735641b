import type { Cached, ReplicaSet } from '@rxkube/meta'

/** How many pods are created or deleted in one pass at most. Upstream: BurstReplicas. */
export const burstReplicas = 500

/** How many pods a ReplicaSet wants. A server fills in 1 where nothing is said. */
export function desiredReplicas({ spec }: Cached<ReplicaSet>): number {
  return spec.replicas ?? 1
}

/** What is to be done about the number of pods. */
export interface ReplicasPlan {
  readonly verb: 'create' | 'delete' | 'nothing'
  /** How many at once; the rest is for later passes. */
  readonly count: number
}

/** Compares the pods that there are with those that are wanted. */
export function planReplicas(
  replicaSet: Cached<ReplicaSet>,
  pods: number,
  burst = burstReplicas,
): ReplicasPlan {
  const missing = desiredReplicas(replicaSet) - pods
  if (missing === 0) return { verb: 'nothing', count: 0 }
  return { verb: missing > 0 ? 'create' : 'delete', count: Math.min(Math.abs(missing), burst) }
}
