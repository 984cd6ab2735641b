import { ApiError, isAlreadyExists } from '@rxkube/client'
import { isNamespaceTerminating } from '@rxkube/controller'
import { isControlledBy, ReplicaSet, type Cached } from '@rxkube/meta'
import { annotationsOf, revisionAnnotation } from '../decide/annotations.ts'
import { newReplicaSet } from '../decide/new-replica-set.ts'
import { equalIgnoreHash, revisionsOf, type Revisions } from '../decide/replica-sets.ts'
import {
  syncedReplicaSet,
  withCollision,
  withCreatedReplicaSet,
  withCreateError,
  withFoundReplicaSet,
} from '../decide/revision-sync.ts'
import { sizeOf } from '../decide/sizes.ts'
import type { Pass } from './pass.ts'

/** Revisions of which the new one is there. */
export interface CurrentRevisions extends Revisions {
  readonly newSet: Cached<ReplicaSet>
}

/**
 * Which ReplicaSet is the new one and which are old, after what they say of their revisions was brought up to date. Upstream:
 * getAllReplicaSetsAndSyncRevision.
 */
export async function syncRevision(pass: Pass): Promise<Revisions> {
  const revisions = revisionsOf(pass.deployment, pass.sets)
  const { newSet, oldSets } = revisions
  return newSet ? syncNewReplicaSet(pass, newSet, oldSets) : revisions
}

/** As `syncRevision`; a new ReplicaSet is created where there is none. */
export async function ensureRevision(pass: Pass): Promise<CurrentRevisions> {
  const { newSet, oldSets } = revisionsOf(pass.deployment, pass.sets)
  if (newSet) return syncNewReplicaSet(pass, newSet, oldSets)
  return { newSet: await createReplicaSet(pass, oldSets), oldSets }
}

async function syncNewReplicaSet(
  pass: Pass,
  newSet: Cached<ReplicaSet>,
  oldSets: readonly Cached<ReplicaSet>[],
): Promise<CurrentRevisions> {
  const { deployment, now } = pass
  const synced = syncedReplicaSet(deployment, newSet, oldSets)
  // What the Deployment says of its revision follows in a later pass.
  if (synced) return { newSet: await pass.context.client.update(ReplicaSet, synced), oldSets }
  const found = withFoundReplicaSet(deployment, newSet, now)
  if (found !== deployment) await pass.updateStatus(found)
  return { newSet, oldSets }
}

async function createReplicaSet(
  pass: Pass,
  oldSets: readonly Cached<ReplicaSet>[],
): Promise<Cached<ReplicaSet>> {
  const { context } = pass
  const wanted = newReplicaSet(pass.deployment, oldSets)
  const name = wanted.metadata.name ?? ''
  let created: Cached<ReplicaSet>
  let existed = false
  try {
    created = await context.client.create(ReplicaSet, wanted)
  } catch (error) {
    if (!isAlreadyExists(error)) throw await createFailed(pass, name, error)
    created = await existing(pass, name, error)
    existed = true
  }
  if (!existed && sizeOf(wanted) > 0) {
    context.event(
      'Normal',
      'ScalingReplicaSet',
      `Scaled up replica set ${created.metadata.name} from 0 to ${sizeOf(wanted)}`,
    )
  }
  const revision = annotationsOf(wanted)[revisionAnnotation] ?? ''
  const after = withCreatedReplicaSet(pass.deployment, created, revision, existed, pass.now)
  if (after !== pass.deployment) await pass.updateStatus(after)
  return created
}

/**
 * The ReplicaSet that has the name already. It is our own when an earlier pass created it and the cache did not show it yet.
 * Any other one means that two templates have one hash: the next pass takes another name.
 */
async function existing(pass: Pass, name: string, error: unknown): Promise<Cached<ReplicaSet>> {
  const { deployment, context } = pass
  const { namespace = '' } = deployment.metadata
  const found = context.lister(ReplicaSet).namespace(namespace).get(name)
  if (isControlledBy(found, deployment) && equalIgnoreHash(deployment.spec.template, found.spec.template)) {
    return found
  }
  await pass.tryUpdateStatus(withCollision(deployment))
  throw error
}

/** Says that it could not be created, and gives back the error. In a namespace that goes away there is nobody to tell. */
async function createFailed(pass: Pass, name: string, error: unknown): Promise<unknown> {
  if (isNamespaceTerminating(error)) return error
  pass.context.signal.throwIfAborted()
  const why = error instanceof ApiError ? error.statusMessage : String(error)
  const message = `Failed to create new replica set "${name}": ${why}`
  const after = withCreateError(pass.deployment, message, pass.now)
  if (after !== pass.deployment) await pass.tryUpdateStatus(after)
  pass.context.event('Warning', 'ReplicaSetCreateError', message)
  return error
}
