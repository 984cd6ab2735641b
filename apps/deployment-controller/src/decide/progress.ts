import type { Cached, Deployment } from '@rxkube/meta'
import {
  newCondition,
  progressing,
  sameStatus,
  withCondition,
  withoutCondition,
  type DeploymentStatus,
} from './conditions.ts'
import type { Revisions } from './replica-sets.ts'
import { desiredReplicas, progressDeadlineSeconds } from './sizes.ts'
import { calculateStatus, replicaFailure } from './status.ts'

/** Whether the rollout is over: all pods are new, there are as many as wanted, and all are available. Upstream: DeploymentComplete. */
export function isComplete(deployment: Cached<Deployment>, status: DeploymentStatus | undefined): boolean {
  const desired = desiredReplicas(deployment)
  return (
    (status?.updatedReplicas ?? 0) === desired &&
    (status?.replicas ?? 0) === desired &&
    (status?.availableReplicas ?? 0) === desired &&
    (status?.observedGeneration ?? 0) >= (deployment.metadata.generation ?? 0)
  )
}

/** Whether something moved between two statuses: new pods came, old ones went, or more are ready or available. */
export function isProgressing(before: DeploymentStatus | undefined, after: DeploymentStatus): boolean {
  const [was, is] = [countsOf(before), countsOf(after)]
  return (
    is.updated > was.updated ||
    is.replicas - is.updated < was.replicas - was.updated ||
    is.ready > was.ready ||
    is.available > was.available
  )
}

function countsOf(status: DeploymentStatus = {}) {
  const { replicas = 0, updatedReplicas = 0, readyReplicas = 0, availableReplicas = 0 } = status
  return { replicas, updated: updatedReplicas, ready: readyReplicas, available: availableReplicas }
}

/** Whether nothing moved for longer than the deadline, or that was found out before. Upstream: DeploymentTimedOut. */
export function isTimedOut(
  deployment: Cached<Deployment>,
  status: DeploymentStatus | undefined,
  now: number,
): boolean {
  const condition = progressing(status)
  const deadline = deadlineOf(deployment, condition?.lastUpdateTime)
  if (!condition || deadline === undefined || condition.reason === 'NewReplicaSetAvailable') return false
  return condition.reason === 'ProgressDeadlineExceeded' || deadline < now
}

/** Milliseconds since 1970; undefined without a deadline. */
function deadlineOf(deployment: Cached<Deployment>, since: string | undefined): number | undefined {
  const seconds = progressDeadlineSeconds(deployment)
  return seconds === undefined ? undefined : (Date.parse(since ?? '') || 0) + seconds * 1000
}

/** What a pass that rolls reports in the end. */
export interface RolloutStatus {
  readonly status: DeploymentStatus
  /** Whether that is to be written. */
  readonly changed: boolean
  /** When to look again, in milliseconds from now, lest a rollout that does not move is never found out; 0 is soon. */
  readonly requeueAfter: number | undefined
}

/** The status of a rollout: the counts, how it goes, and what keeps ReplicaSets from making pods. Upstream: syncRolloutStatus. */
export function rolloutStatus(
  deployment: Cached<Deployment>,
  revisions: Revisions,
  now: number,
): RolloutStatus {
  let status = withProgress(deployment, revisions, calculateStatus(deployment, revisions, now), now)
  const failure = replicaFailure(revisions)
  status = failure ? withCondition(status, failure) : withoutCondition(status, 'ReplicaFailure')
  const changed = !sameStatus(deployment.status, status)
  return { status, changed, requeueAfter: changed ? undefined : requeueAfter(deployment, status, now) }
}

function withProgress(
  deployment: Cached<Deployment>,
  { newSet }: Revisions,
  status: DeploymentStatus,
  now: number,
): DeploymentStatus {
  if (progressDeadlineSeconds(deployment) === undefined) return withoutCondition(status, 'Progressing')
  const current = progressing(deployment.status)
  const isAllNew = (status.replicas ?? 0) === (status.updatedReplicas ?? 0)
  if (isAllNew && current?.reason === 'NewReplicaSetAvailable') return status
  const what = newSet ? `ReplicaSet "${newSet.metadata.name}"` : `Deployment "${deployment.metadata.name}"`
  if (isComplete(deployment, status)) {
    const message = `${what} has successfully progressed.`
    return withCondition(status, newCondition('Progressing', 'True', 'NewReplicaSetAvailable', message, now))
  }
  if (isProgressing(deployment.status, status)) {
    const condition = newCondition('Progressing', 'True', 'ReplicaSetUpdated', `${what} is progressing.`, now)
    const since = current?.status === 'True' && current.lastTransitionTime
    // Taken out first: the time of the update is what the deadline counts from, so it has to move.
    const others = withoutCondition(status, 'Progressing')
    return withCondition(others, { ...condition, ...(since && { lastTransitionTime: since }) })
  }
  if (!isTimedOut(deployment, status, now)) return status
  const message = `${what} has timed out progressing.`
  return withCondition(status, newCondition('Progressing', 'False', 'ProgressDeadlineExceeded', message, now))
}

/**
 * When to look again at a rollout that does not move: a second after its deadline, or soon (0) with less than a second left;
 * undefined when there is nothing to find out. Upstream: requeueStuckDeployment.
 */
export function requeueAfter(
  deployment: Cached<Deployment>,
  status: DeploymentStatus,
  now: number,
): number | undefined {
  const current = progressing(deployment.status)
  const deadline = deadlineOf(deployment, current?.lastUpdateTime)
  if (!current || deadline === undefined) return undefined
  if (isComplete(deployment, status) || current.reason === 'ProgressDeadlineExceeded') return undefined
  const left = deadline - now
  // Times have whole seconds: one more, so that it is really over then.
  return left < 1000 ? 0 : left + 1000
}
