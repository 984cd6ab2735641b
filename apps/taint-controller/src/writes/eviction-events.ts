import type { EventRecorderLike } from '@rxkube/controller'
import type { EvictedPod } from './evict-pod.ts'

/** Says that a pod is about to go. */
export function tellMarking(recorder: EventRecorderLike | undefined, pod: EvictedPod): void {
  tell(recorder, pod, `Marking for deletion Pod ${pod.namespace}/${pod.name}`)
}

/** Says that a pod may stay after all. */
export function tellCancelling(recorder: EventRecorderLike | undefined, pod: EvictedPod): void {
  tell(recorder, pod, `Cancelling deletion of Pod ${pod.namespace}/${pod.name}`)
}

function tell(
  recorder: EventRecorderLike | undefined,
  { namespace, name }: EvictedPod,
  message: string,
): void {
  // As in kube-controller-manager, without the uid.
  const reference = { apiVersion: 'v1', kind: 'Pod', metadata: { namespace, name } }
  recorder?.recordEvent(reference, 'Normal', 'TaintManagerEviction', message)
}
