import { sameStatus } from '../decide/conditions.ts'
import { rolloutStatus } from '../decide/progress.ts'
import type { Revisions } from '../decide/replica-sets.ts'
import { calculateStatus } from '../decide/status.ts'
import type { Pass } from './pass.ts'

/** Writes what a Deployment reports that is not rolled out in this pass, where that is new. Upstream: syncDeploymentStatus. */
export async function syncStatus(pass: Pass, revisions: Revisions): Promise<void> {
  const { deployment, now } = pass
  const status = calculateStatus(deployment, revisions, now)
  if (!sameStatus(deployment.status, status)) await pass.updateStatus({ ...deployment, status })
}

/**
 * Writes how the rollout goes, where that is new. Resolves with when to look again, in milliseconds, at one that does not
 * move. Upstream: syncRolloutStatus.
 */
export async function syncRolloutStatus(pass: Pass, revisions: Revisions): Promise<number | undefined> {
  const { deployment, now } = pass
  const { status, changed, requeueAfter } = rolloutStatus(deployment, revisions, now)
  if (changed) await pass.updateStatus({ ...deployment, status })
  return requeueAfter
}
