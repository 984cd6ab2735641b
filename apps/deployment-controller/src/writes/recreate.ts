import { filterActiveReplicaSets } from '@rxkube/controller'
import { labelSelectorFrom, Pod } from '@rxkube/meta'
import { isComplete } from '../decide/progress.ts'
import { areOldPodsRunning, podMapOf, scaleDownForRecreate } from '../decide/recreate.ts'
import { desiredReplicas, sizeOf } from '../decide/sizes.ts'
import { cleanUpHistory } from './history-cleanup.ts'
import type { Pass } from './pass.ts'
import { ensureRevision, syncRevision } from './revision.ts'
import { syncRolloutStatus } from './status.ts'

/** One step of recreating: old pods go, and when the last is gone all new ones come. Upstream: rolloutRecreate. */
export async function recreate(pass: Pass): Promise<number | undefined> {
  const before = await syncRevision(pass)
  const scales = scaleDownForRecreate(filterActiveReplicaSets(before.oldSets))
  await pass.scaleAll(scales)
  if (scales.length > 0) return syncRolloutStatus(pass, before)
  const { metadata, spec } = pass.deployment
  const pods = pass.context.lister(Pod).namespace(metadata.namespace ?? '')
  const selected = pods.list(labelSelectorFrom(spec.selector))
  if (areOldPodsRunning(before, podMapOf(pass.sets, selected))) return syncRolloutStatus(pass, before)
  const revisions = before.newSet ? { ...before, newSet: before.newSet } : await ensureRevision(pass)
  const size = desiredReplicas(pass.deployment)
  if (sizeOf(revisions.newSet) !== size) await pass.scale({ replicaSet: revisions.newSet, size })
  const { deployment } = pass
  if (isComplete(deployment, deployment.status)) await cleanUpHistory(pass, revisions.oldSets)
  return syncRolloutStatus(pass, revisions)
}
