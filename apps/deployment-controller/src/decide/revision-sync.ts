import { deepCopy, type Cached, type Deployment, type ReplicaSet } from '@rxkube/meta'
import { annotationsOf, revisionAnnotation } from './annotations.ts'
import { newCondition, progressing, withCondition } from './conditions.ts'
import { maxRevision, newReplicaSetAnnotations } from './revisions.ts'
import { progressDeadlineSeconds } from './sizes.ts'

/**
 * The new ReplicaSet as it is to be written, when its revision, its annotations or its minReadySeconds are not those of the
 * Deployment; undefined when they are.
 */
export function syncedReplicaSet(
  deployment: Cached<Deployment>,
  newSet: Cached<ReplicaSet>,
  oldSets: readonly Cached<ReplicaSet>[],
): ReplicaSet | undefined {
  const { annotations, changed } = newReplicaSetAnnotations(deployment, newSet, maxRevision(oldSets) + 1)
  const minReadySeconds = deployment.spec.minReadySeconds ?? 0
  if (!changed && (newSet.spec.minReadySeconds ?? 0) === minReadySeconds) return undefined
  const copy = deepCopy(newSet)
  copy.metadata.annotations = { ...annotations }
  // What is 0 is left out on the wire.
  if (minReadySeconds > 0 || copy.spec.minReadySeconds) copy.spec.minReadySeconds = minReadySeconds
  return copy
}

/** The Deployment with the revision of its new ReplicaSet; the same object when it has it. Upstream: SetDeploymentRevision. */
function withRevision(deployment: Cached<Deployment>, revision: string): Cached<Deployment> {
  const annotations = annotationsOf(deployment)
  if ((annotations[revisionAnnotation] ?? '') === revision) return deployment
  const { metadata } = deployment
  return {
    ...deployment,
    metadata: { ...metadata, annotations: { ...annotations, [revisionAnnotation]: revision } },
  }
}

/**
 * The Deployment with what is known of the new ReplicaSet: its revision, and that it was found where nothing was said of the
 * rollout before. The same object when it says so already.
 */
export function withFoundReplicaSet(
  deployment: Cached<Deployment>,
  newSet: Cached<ReplicaSet>,
  now: number,
): Cached<Deployment> {
  const revised = withRevision(deployment, annotationsOf(newSet)[revisionAnnotation] ?? '')
  if (progressDeadlineSeconds(deployment) === undefined || progressing(deployment.status)) return revised
  const message = `Found new replica set "${newSet.metadata.name}"`
  return withProgressing(revised, 'True', 'FoundNewReplicaSet', message, now)
}

/** The Deployment after it created a ReplicaSet, or found out that it had done so before. */
export function withCreatedReplicaSet(
  deployment: Cached<Deployment>,
  created: Cached<ReplicaSet>,
  revision: string,
  existed: boolean,
  now: number,
): Cached<Deployment> {
  const revised = withRevision(deployment, revision)
  if (existed || progressDeadlineSeconds(deployment) === undefined) return revised
  const message = `Created new replica set "${created.metadata.name}"`
  return withProgressing(revised, 'True', 'NewReplicaSetCreated', message, now)
}

/** The Deployment after its ReplicaSet could not be created; the same object when it has no deadline. */
export function withCreateError(
  deployment: Cached<Deployment>,
  message: string,
  now: number,
): Cached<Deployment> {
  if (progressDeadlineSeconds(deployment) === undefined) return deployment
  return withProgressing(deployment, 'False', 'ReplicaSetCreateError', message, now)
}

/** The Deployment after the name of its new ReplicaSet was found taken: the next name is another one. */
export function withCollision(deployment: Cached<Deployment>): Cached<Deployment> {
  const collisionCount = (deployment.status?.collisionCount ?? 0) + 1
  return { ...deployment, status: { ...deployment.status, collisionCount } }
}

function withProgressing(
  deployment: Cached<Deployment>,
  status: 'True' | 'False',
  reason: string,
  message: string,
  now: number,
): Cached<Deployment> {
  const condition = newCondition('Progressing', status, reason, message, now)
  return { ...deployment, status: withCondition(deployment.status ?? {}, condition) }
}
