import { controllerOf, type Cached, type ReplicaSet } from '@rxkube/meta'

/** The index of ReplicaSets by who they may belong to. */
export const replicaSetOwnerIndex = 'ownerOrOrphan'

/** What that index has a ReplicaSet under: the uid of its controller, or all orphans of its namespace. */
export function replicaSetOwner(replicaSet: Cached<ReplicaSet>): string[] {
  return [controllerOf(replicaSet)?.uid ?? orphansOf(replicaSet.metadata.namespace)]
}

/** What the index has the ReplicaSets of a namespace under that have no controller. */
export function orphansOf(namespace = ''): string {
  return `orphans of ${namespace}`
}
