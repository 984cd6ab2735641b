import { rollbackTo } from '../decide/rollback.ts'
import { planScaling } from '../decide/scaling.ts'
import { cleanUpHistory } from './history-cleanup.ts'
import type { Pass } from './pass.ts'
import { syncRevision } from './revision.ts'
import { syncStatus } from './status.ts'

/** A pass that changes sizes and rolls nothing out: of a Deployment that is paused, or wants another number of pods. */
export async function scale(pass: Pass): Promise<void> {
  const revisions = await syncRevision(pass)
  await pass.scaleAll(planScaling(pass.deployment, revisions))
  const { deployment } = pass
  if (deployment.spec.paused && rollbackTo(deployment) === undefined) {
    await cleanUpHistory(pass, revisions.oldSets)
  }
  await syncStatus(pass, revisions)
}
