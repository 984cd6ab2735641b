import { findCondition, type Cached, type Pod } from '@rxkube/meta'

/** A condition of a pod. */
export type PodCondition = NonNullable<NonNullable<Pod['status']>['conditions']>[number]

type ReadPod = Cached<Pod>

/** The condition of a type, such as `Ready` or `PodScheduled`. Upstream: `GetPodCondition`. */
export function podCondition(pod: ReadPod, type: string): Cached<PodCondition> | undefined {
  return findCondition(pod.status?.conditions, type)
}

/** Whether the condition `Ready` is `True`. Upstream: `IsPodReady`. */
export function isPodReady(pod: ReadPod): boolean {
  return podCondition(pod, 'Ready')?.status === 'True'
}

/** Since when the pod is ready, in milliseconds since 1970; undefined when it is not, or does not say. */
export function podReadyTime(pod: ReadPod): number | undefined {
  const ready = podCondition(pod, 'Ready')
  return ready?.status === 'True' ? timeOf(ready.lastTransitionTime) : undefined
}

/**
 * Whether the pod has been ready for more than `minReadySeconds`; with 0 whether it is ready. `now` is milliseconds since
 * 1970. Upstream: `IsPodAvailable`.
 */
export function isPodAvailable(pod: ReadPod, minReadySeconds: number, now: number): boolean {
  if (!isPodReady(pod)) return false
  if (minReadySeconds <= 0) return true
  const since = podReadyTime(pod)
  return since !== undefined && since + minReadySeconds * 1000 < now
}

/** A time of an object in milliseconds since 1970; undefined where there is none, or none that can be read. */
export function timeOf(timestamp: string | null | undefined): number | undefined {
  const time = Date.parse(timestamp ?? '')
  return Number.isNaN(time) ? undefined : time
}
