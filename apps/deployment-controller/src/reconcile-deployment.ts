import { claimReplicaSets, TerminalError, type Request, type Result } from '@rxkube/controller'
import { Deployment, labelSelectorFrom, ReplicaSet, type Cached, type LabelSelector } from '@rxkube/meta'
import { UnsupportedStrategyError } from './decide/new-replica-set.ts'
import { withPausedCondition } from './decide/pause.ts'
import { orphansOf, replicaSetOwnerIndex } from './decide/replica-set-owner.ts'
import { rollbackTo } from './decide/rollback.ts'
import { isScalingEvent } from './decide/scaling.ts'
import { Pass, type Context } from './writes/pass.ts'
import { recreate } from './writes/recreate.ts'
import { syncRevision } from './writes/revision.ts'
import { rollBack } from './writes/rollback.ts'
import { rollOut } from './writes/rolling-update.ts'
import { scale } from './writes/scaling.ts'
import { syncStatus } from './writes/status.ts'

/** After so many failures in a row a Deployment is left alone until something changes. */
const maxRetries = 15

// With less than a second left to a deadline. As often as the queue's bucket lets keys through.
const soon = 100

/** One pass over one Deployment; one that fails for the 16th time in a row is given up. */
export async function reconcileDeployment(request: Request, context: Context): Promise<Result | undefined> {
  try {
    const delay = await syncDeployment(request, context)
    return delay === undefined ? undefined : { requeueAfter: delay || soon }
  } catch (cause) {
    if (context.attempt < maxRetries) throw cause
    const name = `${request.namespace}/${request.name}`
    throw new TerminalError(
      `Deployment ${name} failed ${maxRetries + 1} times in a row: it waits for a change`,
      {
        cause,
      },
    )
  }
}

/** Resolves with when to look again, in milliseconds; 0 is soon. */
async function syncDeployment(request: Request, context: Context): Promise<number | undefined> {
  const deployment = context.object
  if (!deployment) return undefined
  const selector = labelSelectorFrom(deployment.spec.selector)
  if (selector.isEmpty) {
    await refuse(deployment, context)
    return undefined
  }
  const pass = new Pass(context, deployment, await claim(request, deployment, selector, context))
  if (deployment.metadata.deletionTimestamp !== undefined) {
    await syncStatus(pass, await syncRevision(pass))
    return undefined
  }
  const paused = withPausedCondition(deployment, pass.now)
  if (paused) await pass.updateStatus(paused)
  if (deployment.spec.paused) {
    await scale(pass)
    return undefined
  }
  const revision = rollbackTo(deployment)
  if (revision !== undefined) {
    await rollBack(pass, revision)
    return undefined
  }
  if (isScalingEvent(pass.deployment, await syncRevision(pass))) {
    await scale(pass)
    return undefined
  }
  const strategy = deployment.spec.strategy?.type ?? 'RollingUpdate'
  if (strategy === 'Recreate') return recreate(pass)
  if (strategy === 'RollingUpdate') return rollOut(pass)
  throw new UnsupportedStrategyError(strategy)
}

/** A selector that is empty would take every ReplicaSet there is. */
async function refuse(deployment: Cached<Deployment>, context: Context): Promise<void> {
  const message = 'This deployment is selecting all pods. A non-empty selector is required.'
  context.event('Warning', 'SelectingAll', message)
  const { metadata, status } = deployment
  const observedGeneration = metadata.generation ?? 0
  if ((status?.observedGeneration ?? 0) >= observedGeneration) return
  await new Pass(context, deployment, []).tryUpdateStatus({
    ...deployment,
    status: { ...status, observedGeneration },
  })
}

/**
 * The ReplicaSets that are the Deployment's, after adopting and releasing: of its own, selected or not, and of those that are
 * nobody's.
 */
function claim(
  { namespace }: Request,
  owner: Cached<Deployment>,
  selector: LabelSelector,
  context: Context,
): Promise<Cached<ReplicaSet>[]> {
  const { client, signal } = context
  const cache = context.lister(ReplicaSet)
  const uids = [owner.metadata.uid ?? '', orphansOf(namespace)]
  const candidates = uids.flatMap((uid) => cache.byIndex(replicaSetOwnerIndex, uid))
  return claimReplicaSets(candidates, { client, owner, ownerResource: Deployment, selector, signal })
}
