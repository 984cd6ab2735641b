import {
  Deployment,
  deepCopy,
  newControllerRef,
  podTemplateHash,
  type Cached,
  type ReplicaSet,
} from '@rxkube/meta'
import { replicasAnnotations } from './annotations.ts'
import { resolveFenceposts } from './fenceposts.ts'
import { podTemplateHashLabel } from './replica-sets.ts'
import { maxRevision, newReplicaSetAnnotations } from './revisions.ts'
import { desiredReplicas, totalSize } from './sizes.ts'

/** Thrown for a Deployment whose strategy is neither `RollingUpdate` nor `Recreate`. */
export class UnsupportedStrategyError extends Error {
  override readonly name = 'UnsupportedStrategyError'
  readonly strategy: string

  constructor(strategy: string) {
    super(`deployment type ${strategy} isn't supported: expected RollingUpdate or Recreate`)
    this.strategy = strategy
  }
}

/**
 * How large the new ReplicaSet is to be: in a rolling update as much larger as surge allows, where all sets together have
 * `total` and it has `size`; when pods are recreated, all that is wanted. Upstream: NewRSNewReplicas.
 */
export function newReplicaSetSize(deployment: Cached<Deployment>, total: number, size: number): number {
  const desired = desiredReplicas(deployment)
  const strategy = deployment.spec.strategy?.type ?? 'RollingUpdate'
  if (strategy === 'Recreate') return desired
  if (strategy !== 'RollingUpdate') throw new UnsupportedStrategyError(strategy)
  const { surge } = resolveFenceposts(deployment.spec.strategy?.rollingUpdate?.maxSurge, 0, desired)
  const room = desired + surge - total
  return room <= 0 ? size : size + Math.min(room, desired - size)
}

/**
 * The ReplicaSet that makes pods of the Deployment's template, as it is to be created next to the old ones. Its name is that
 * of the template: creating it twice is refused, so a cache that lags behind cannot make two of it.
 */
export function newReplicaSet(
  deployment: Cached<Deployment>,
  oldSets: readonly Cached<ReplicaSet>[],
): ReplicaSet {
  const { metadata, spec, status } = deployment
  const hash = podTemplateHash(spec.template, status?.collisionCount)
  const { template, selector } = deepCopy(deployment).spec
  const labels = { ...template.metadata?.labels, [podTemplateHashLabel]: hash }
  const replicaSet: ReplicaSet = {
    metadata: {
      name: `${metadata.name}-${hash}`,
      ...(metadata.namespace !== undefined && { namespace: metadata.namespace }),
      labels,
      ownerReferences: [newControllerRef(deployment, Deployment)],
    },
    spec: {
      replicas: newReplicaSetSize(deployment, totalSize(oldSets), 0),
      ...(spec.minReadySeconds !== undefined && { minReadySeconds: spec.minReadySeconds }),
      selector: { ...selector, matchLabels: { ...selector.matchLabels, [podTemplateHashLabel]: hash } },
      template: { ...template, metadata: { ...template.metadata, labels } },
    },
  }
  const { annotations } = newReplicaSetAnnotations(deployment, replicaSet, maxRevision(oldSets) + 1)
  replicaSet.metadata.annotations = { ...annotations, ...replicasAnnotations(deployment) }
  return replicaSet
}
