import {
  controllerOf,
  labelSelectorFrom,
  type Cached,
  type LabelSelector,
  type Pod,
  type ReplicaSet,
} from '@rxkube/meta'

/** The index of ReplicaSets by the uid of their controller. */
export const controllerUidIndex = 'controllerUID'

/** What that index has a ReplicaSet under; nothing for one without an owner. */
export function controllerUid(replicaSet: Cached<ReplicaSet>): string[] {
  const uid = controllerOf(replicaSet)?.uid
  return uid === undefined ? [] : [uid]
}

/** The index of pods by who they may belong to. */
export const podOwnerIndex = 'ownerOrOrphan'

/** What that index has a pod under: the uid of its controller, or all orphans of its namespace. */
export function podOwner(pod: Cached<Pod>): string[] {
  return [controllerOf(pod)?.uid ?? orphansOf(pod.metadata.namespace)]
}

/** What the index has the pods of a namespace under that have no controller. */
export function orphansOf(namespace = ''): string {
  return `orphans of ${namespace}`
}

/** The ReplicaSets of the same owner, itself among them. One without an owner has none. */
export function relatedReplicaSets(
  replicaSet: Cached<ReplicaSet>,
  byController: (uid: string) => readonly Cached<ReplicaSet>[],
): readonly Cached<ReplicaSet>[] {
  const uid = controllerOf(replicaSet)?.uid
  return uid === undefined ? [] : byController(uid)
}

/** The pods of a namespace that any of the ReplicaSets selects, each of them once. */
export function relatedPods(
  sets: readonly Cached<ReplicaSet>[],
  pods: readonly Cached<Pod>[],
): readonly Cached<Pod>[] {
  const selectors = sets.map(({ spec }) => labelSelectorFrom(spec.selector))
  return pods.filter(({ metadata }) => selectors.some((selector) => selector.matches(metadata.labels)))
}

/**
 * The ReplicaSets that may adopt a pod without a controller. A pod without labels belongs to none, a selector that is empty
 * selects none.
 */
export function replicaSetsFor(
  { metadata }: Cached<Pod>,
  sets: Iterable<Cached<ReplicaSet>>,
): readonly Cached<ReplicaSet>[] {
  if (Object.keys(metadata.labels ?? {}).length === 0) return []
  return [...sets].filter((set) => {
    const selector = selectorOf(set)
    return selector !== undefined && !selector.isEmpty && selector.matches(metadata.labels)
  })
}

/** Undefined for one that cannot be read: its own pass says so. */
function selectorOf({ spec }: Cached<ReplicaSet>): LabelSelector | undefined {
  try {
    return labelSelectorFrom(spec.selector)
  } catch {
    return undefined
  }
}
