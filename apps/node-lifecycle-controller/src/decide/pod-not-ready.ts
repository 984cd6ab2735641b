import { deepCopy, findCondition, timestamp, type Cached, type Pod } from '@rxkube/meta'

/** The pod as it should be when its node does not answer; undefined when it says so already, or never was asked. */
export function podNotReady(pod: Cached<Pod>, now: number): Pod | undefined {
  const ready = findCondition(pod.status?.conditions, 'Ready')
  if (ready === undefined || ready.status === 'False') return undefined
  const copy = deepCopy(pod)
  for (const condition of copy.status?.conditions ?? []) {
    if (condition.type !== 'Ready') continue
    condition.status = 'False'
    condition.lastTransitionTime = timestamp(now)
    break
  }
  return copy
}
