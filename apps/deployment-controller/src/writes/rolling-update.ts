import { filterActiveReplicaSets } from '@rxkube/controller'
import { isComplete } from '../decide/progress.ts'
import { allSets } from '../decide/replica-sets.ts'
import {
  cleanupUnhealthyReplicas,
  maxScaledDown,
  reconcileNewReplicaSet,
  scaleDownOldReplicaSets,
} from '../decide/rolling-update.ts'
import { cleanUpHistory } from './history-cleanup.ts'
import type { Pass } from './pass.ts'
import { ensureRevision, type CurrentRevisions } from './revision.ts'
import { syncRolloutStatus } from './status.ts'

/**
 * One step of a rolling update: the new ReplicaSet grows, or old ones shrink, never both. Resolves with when to look again.
 * Upstream: rolloutRolling.
 */
export async function rollOut(pass: Pass): Promise<number | undefined> {
  const revisions = await ensureRevision(pass)
  const growth = reconcileNewReplicaSet(pass.deployment, allSets(revisions), revisions.newSet)
  if (growth) {
    await pass.scale(growth)
  } else if (!(await reconcileOldReplicaSets(pass, revisions))) {
    const { deployment } = pass
    if (isComplete(deployment, deployment.status)) await cleanUpHistory(pass, revisions.oldSets)
  }
  return syncRolloutStatus(pass, revisions)
}

/** Whether an old ReplicaSet was made smaller. Failures count as no: the next event has it tried again, as upstream. */
async function reconcileOldReplicaSets(pass: Pass, revisions: CurrentRevisions): Promise<boolean> {
  const { newSet, oldSets } = revisions
  const active = filterActiveReplicaSets(oldSets)
  const budget = maxScaledDown(pass.deployment, allSets(revisions), newSet)
  if (active.length === 0 || budget <= 0) return false
  const { scales, stale } = cleanupUnhealthyReplicas(active, budget)
  try {
    const cleaned = await pass.scaleAll(scales)
    if (stale) return false
    const left = active.map((set) => cleaned.get(set.metadata.uid ?? '') ?? set)
    const healthy = scaleDownOldReplicaSets(pass.deployment, [...left, newSet], left)
    await pass.scaleAll(healthy)
    return scales.length + healthy.length > 0
  } catch {
    pass.context.signal.throwIfAborted()
    return false
  }
}
