import { Deployment } from '@rxkube/meta'
import { allSets } from '../decide/replica-sets.ts'
import { planRollback } from '../decide/rollback.ts'
import type { Pass } from './pass.ts'
import { ensureRevision } from './revision.ts'

/** Goes back to a revision: one write of the Deployment, which takes the request away as well. The next pass rolls it out. */
export async function rollBack(pass: Pass, revision: number): Promise<void> {
  const revisions = await ensureRevision(pass)
  const { deployment, type, reason, message } = planRollback(pass.deployment, allSets(revisions), revision)
  const { context } = pass
  if (type === 'Warning') context.event(type, reason, message)
  await context.client.update(Deployment, deployment)
  if (type === 'Normal') context.event(type, reason, message)
}
