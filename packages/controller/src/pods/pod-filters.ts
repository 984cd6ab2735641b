import type { Cached, Pod } from '@rxkube/meta'

/** `namespace/name` of a pod. Upstream: `PodKey`. */
export function podKey({ metadata }: { readonly metadata: Cached<Pod>['metadata'] }): string {
  return `${metadata.namespace ?? ''}/${metadata.name ?? ''}`
}

/** Whether a pod runs, or will: not succeeded, not failed, not being deleted. Upstream: `IsPodActive`. */
export function isPodActive(pod: Cached<Pod>): boolean {
  return !hasEnded(pod) && !isBeingDeleted(pod)
}

/** Whether a pod is being deleted and may still run. Upstream: `IsPodTerminating`. */
export function isPodTerminating(pod: Cached<Pod>): boolean {
  return !hasEnded(pod) && isBeingDeleted(pod)
}

/** Upstream: `FilterActivePods`. */
export function filterActivePods<P extends Cached<Pod>>(pods: Iterable<P>): P[] {
  return [...pods].filter(isPodActive)
}

/** Upstream: `FilterTerminatingPods`. */
export function filterTerminatingPods<P extends Cached<Pod>>(pods: Iterable<P>): P[] {
  return [...pods].filter(isPodTerminating)
}

/** Upstream: `CountTerminatingPods`. */
export function countTerminatingPods(pods: Iterable<Cached<Pod>>): number {
  let count = 0
  for (const pod of pods) if (isPodTerminating(pod)) count++
  return count
}

function hasEnded({ status }: Cached<Pod>): boolean {
  return status?.phase === 'Succeeded' || status?.phase === 'Failed'
}

function isBeingDeleted({ metadata }: Cached<Pod>): boolean {
  return metadata.deletionTimestamp !== undefined
}
