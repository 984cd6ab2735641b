import type { Predicate } from '@rxkube/controller'
import type { Pod } from '@rxkube/meta'

/** Pods that came to a node. */
export const podsThatCame: Predicate<Pod> = {
  added: ({ object }) => isOnNode(object.spec.nodeName),
  updated: ({ before, object, replaced }) =>
    isOnNode(object.spec.nodeName) && (replaced || before.spec.nodeName !== object.spec.nodeName),
  deleted: () => false,
}

function isOnNode(nodeName: string | undefined): boolean {
  return nodeName !== undefined && nodeName !== ''
}
