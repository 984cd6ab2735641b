import type { Cached, Deployment, ReplicaSet } from '@rxkube/meta'
import { maxSurge } from './fenceposts.ts'
import { desiredReplicas } from './sizes.ts'

/** Which revision of its Deployment a ReplicaSet is. */
export const revisionAnnotation = 'deployment.kubernetes.io/revision'
/** Which revisions a ReplicaSet was before, oldest first, with commas between them. */
export const revisionHistoryAnnotation = 'deployment.kubernetes.io/revision-history'
/** How many pods the Deployment wanted when it last scaled the ReplicaSet. */
export const desiredReplicasAnnotation = 'deployment.kubernetes.io/desired-replicas'
/** How many pods there could be at most, with surge, when the ReplicaSet was last scaled. */
export const maxReplicasAnnotation = 'deployment.kubernetes.io/max-replicas'
/** The revision that a Deployment is to go back to; 0 for the last one. */
export const rollbackToAnnotation = 'deprecated.deployment.rollback.to'

// What belongs to one object, and would be wrong on the other.
const notCopied = new Set([
  'kubectl.kubernetes.io/last-applied-configuration',
  revisionAnnotation,
  revisionHistoryAnnotation,
  desiredReplicasAnnotation,
  maxReplicasAnnotation,
  rollbackToAnnotation,
])

/** Whether an annotation stays where it is when the others are copied. Upstream: skipCopyAnnotation. */
export function isNotCopied(annotation: string): boolean {
  return notCopied.has(annotation)
}

type Annotations = Readonly<Record<string, string>>

/** Annotations of an object, or none. */
export function annotationsOf({ metadata }: Cached<Deployment> | Cached<ReplicaSet>): Annotations {
  return metadata.annotations ?? {}
}

/** Annotations of a ReplicaSet with those of its Deployment added; none is ever removed. */
export function withAnnotationsOf(deployment: Cached<Deployment>, annotations: Annotations): Annotations {
  const copied = Object.entries(annotationsOf(deployment)).filter(([name]) => !notCopied.has(name))
  return { ...annotations, ...Object.fromEntries(copied) }
}

/** The two annotations that tell a later pass how large a ReplicaSet was to be, and of how many. */
export function replicasAnnotations(deployment: Cached<Deployment>): Annotations {
  const desired = desiredReplicas(deployment)
  return {
    [desiredReplicasAnnotation]: String(desired),
    [maxReplicasAnnotation]: String(desired + maxSurge(deployment)),
  }
}

/** Whether a ReplicaSet does not carry them as they are now. Upstream: ReplicasAnnotationsNeedUpdate. */
export function replicasAnnotationsNeedUpdate(
  deployment: Cached<Deployment>,
  replicaSet: Cached<ReplicaSet>,
): boolean {
  const annotations = annotationsOf(replicaSet)
  return Object.entries(replicasAnnotations(deployment)).some(([name, value]) => annotations[name] !== value)
}

/** A number of pods from an annotation; undefined for anything that is none. Upstream: getNonNegativeInt32FromAnnotation. */
export function replicasFrom(replicaSet: Cached<ReplicaSet>, annotation: string): number | undefined {
  const text = annotationsOf(replicaSet)[annotation] ?? ''
  if (!/^\d+$/.test(text)) return undefined
  const value = Number(text)
  return value <= 2_147_483_647 ? value : undefined
}
