import { deepEqual, findCondition, timestamp, type Cached, type Pod } from '@rxkube/meta'

type PodCondition = NonNullable<NonNullable<Pod['status']>['conditions']>[number]

/**
 * The condition that says why a pod is deleted, or undefined when it is there already. A pod that was disrupted before
 * keeps the time at which that began. `now`: milliseconds since 1970.
 */
export function disruptionCondition(pod: Cached<Pod>, now: number): PodCondition | undefined {
  const before = findCondition(pod.status?.conditions, 'DisruptionTarget')
  const condition: PodCondition = {
    ...before,
    type: 'DisruptionTarget',
    status: 'True',
    reason: 'DeletionByTaintManager',
    message: 'Taint manager: deleting due to NoExecute taint',
    lastTransitionTime: (before?.status === 'True' ? before.lastTransitionTime : undefined) ?? timestamp(now),
  }
  return deepEqual(before, condition) ? undefined : condition
}

/** Whether a pod is on its way out, and says that a taint is why: nothing is left to do about it. */
export function isEvicted(pod: Cached<Pod>): boolean {
  return pod.metadata.deletionTimestamp !== undefined && disruptionCondition(pod, 0) === undefined
}
