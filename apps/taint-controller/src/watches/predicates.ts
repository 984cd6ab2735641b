import type { Predicate } from '@rxkube/controller'
import type { Node, Pod } from '@rxkube/meta'
import { nodeChanged, podChanged } from '../decide/relevant-changes.ts'

/** Nodes whose NoExecute taints changed; new ones and those that are gone. */
export const taintsChanged: Predicate<Node> = {
  updated: ({ before, object, replaced }) => replaced || nodeChanged(before, object),
}

/** Pods with other tolerations or on another node; new ones and those that are gone. */
export const tolerationsChanged: Predicate<Pod> = {
  updated: ({ before, object, replaced }) => replaced || podChanged(before, object),
}
