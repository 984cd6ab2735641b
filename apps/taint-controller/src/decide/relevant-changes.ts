import { deepEqual, type Cached, type Node, type Pod } from '@rxkube/meta'
import { noExecuteTaints } from './no-execute-taints.ts'

/** Whether an update of a pod can change what becomes of it: other tolerations, another node. */
export function podChanged(before: Cached<Pod>, pod: Cached<Pod>): boolean {
  return (
    before.spec.nodeName !== pod.spec.nodeName ||
    !deepEqual(before.spec.tolerations ?? [], pod.spec.tolerations ?? [])
  )
}

/** Whether an update of a node can change what becomes of its pods: other NoExecute taints; when they came counts. */
export function nodeChanged(before: Cached<Node>, node: Cached<Node>): boolean {
  return !deepEqual(noExecuteTaints(before), noExecuteTaints(node))
}
