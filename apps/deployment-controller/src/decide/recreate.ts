import type { Cached, Pod, ReplicaSet } from '@rxkube/meta'
import { controllerOf } from '@rxkube/meta'
import type { Revisions } from './replica-sets.ts'
import type { Scale } from './scale.ts'
import { sizeOf, totalReported } from './sizes.ts'

/** Pods by the uid of the ReplicaSet that controls them; each ReplicaSet has an entry. */
export type PodMap = ReadonlyMap<string, readonly Cached<Pod>[]>

/** The pods of each of the ReplicaSets, those that ended too. Pods of others are left out. Upstream: getPodMapForReplicaSets. */
export function podMapOf(sets: readonly Cached<ReplicaSet>[], pods: Iterable<Cached<Pod>>): PodMap {
  const map = new Map<string, Cached<Pod>[]>(sets.map(({ metadata }) => [metadata.uid ?? '', []]))
  for (const pod of pods) map.get(controllerOf(pod)?.uid ?? '')?.push(pod)
  return map
}

/** All old ReplicaSets to nothing. */
export function scaleDownForRecreate(oldSets: readonly Cached<ReplicaSet>[]): readonly Scale[] {
  return oldSets.filter((set) => sizeOf(set) > 0).map((replicaSet) => ({ replicaSet, size: 0 }))
}

/**
 * Whether a pod of an old ReplicaSet may still run, by what the sets report or by what pods do: new pods have to wait for it.
 * Pods that are being deleted run, pods of which nothing is known too. Upstream: oldPodsRunning.
 */
export function areOldPodsRunning({ newSet, oldSets }: Revisions, pods: PodMap): boolean {
  if (totalReported(oldSets, 'replicas') > 0) return true
  for (const [uid, ofSet] of pods) {
    if (uid === newSet?.metadata.uid) continue
    if (ofSet.some(({ status }) => status?.phase !== 'Failed' && status?.phase !== 'Succeeded')) return true
  }
  return false
}
