import {
  labelSelectorFrom,
  type Cached,
  type Deployment,
  type LabelSelector,
  type ReplicaSet,
} from '@rxkube/meta'

/**
 * The Deployments that may adopt a ReplicaSet without a controller. One without labels belongs to none, a selector that is
 * empty selects none. Upstream: getDeploymentsForReplicaSet.
 */
export function deploymentsFor(
  { metadata }: Cached<ReplicaSet>,
  deployments: Iterable<Cached<Deployment>>,
): readonly Cached<Deployment>[] {
  if (Object.keys(metadata.labels ?? {}).length === 0) return []
  return [...deployments].filter((deployment) => {
    const selector = selectorOf(deployment)
    return selector !== undefined && !selector.isEmpty && selector.matches(metadata.labels)
  })
}

/** Undefined for one that cannot be read: its own pass says so. */
function selectorOf({ spec }: Cached<Deployment>): LabelSelector | undefined {
  try {
    return labelSelectorFrom(spec.selector)
  } catch {
    return undefined
  }
}
