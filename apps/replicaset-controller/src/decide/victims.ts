import { getPodsToDelete, isPodReady, podReadyTime } from '@rxkube/controller'
import type { Cached, Pod } from '@rxkube/meta'

type Pods = readonly Cached<Pod>[]

/**
 * Which of its pods a ReplicaSet does without. Of pods that are otherwise alike, one goes first that shares its node with
 * more pods of `related`: those of all ReplicaSets of one owner, so that a rollout spreads over nodes.
 */
export function victims(pods: Pods, related: Pods, count: number, now: number): Pods {
  // By name first: what a cache lists is in no order, and pods that are alike in everything shall not change places.
  return getPodsToDelete(pods.toSorted(byName), related, count, now)
}

function byName({ metadata: a }: Cached<Pod>, { metadata: b }: Cached<Pod>): number {
  const [x, y] = [a.name ?? '', b.name ?? '']
  return x < y ? -1 : Number(x > y)
}

/**
 * For each victim that is ready, how often longer than the youngest ready pod it has been so, in whole numbers. For the
 * histogram `replicaset_controller_sorting_deletion_age_ratio`.
 */
export function deletionAgeRatios(pods: Pods, chosen: Pods, now: number): readonly number[] {
  const since = (pod: Cached<Pod>) =>
    pod.status?.phase === 'Running' && isPodReady(pod) ? podReadyTime(pod) : undefined
  const youngest = pods.reduce((latest, pod) => Math.max(latest, since(pod) ?? -Infinity), -Infinity)
  const age = now - youngest
  if (!(age > 0 && age < Infinity)) return []
  return chosen.flatMap((pod) => {
    const time = since(pod)
    return time === undefined ? [] : [Math.trunc((now - time) / age)]
  })
}
