import { deepCopy, type Cached, type Deployment, type ReplicaSet } from '@rxkube/meta'
import { replicasAnnotations, replicasAnnotationsNeedUpdate } from './annotations.ts'
import { sizeOf } from './sizes.ts'

/** A ReplicaSet and the size that it is to have. */
export interface Scale {
  readonly replicaSet: Cached<ReplicaSet>
  readonly size: number
}

/**
 * The ReplicaSet as it is to be written: with its size, and with what says of how many that is. Undefined when it is so
 * already.
 */
export function scaledReplicaSet(
  deployment: Cached<Deployment>,
  { replicaSet, size }: Scale,
): ReplicaSet | undefined {
  if (sizeOf(replicaSet) === size && !replicasAnnotationsNeedUpdate(deployment, replicaSet)) return undefined
  const copy = deepCopy(replicaSet)
  copy.spec.replicas = size
  copy.metadata.annotations = { ...copy.metadata.annotations, ...replicasAnnotations(deployment) }
  return copy
}

/** What the event about it says; undefined when its size stays. */
export function scaleMessage({ replicaSet, size }: Scale): string | undefined {
  const before = sizeOf(replicaSet)
  if (before === size) return undefined
  return `Scaled ${size > before ? 'up' : 'down'} replica set ${replicaSet.metadata.name} from ${before} to ${size}`
}
