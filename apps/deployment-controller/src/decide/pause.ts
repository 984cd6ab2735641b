import type { Cached, Deployment } from '@rxkube/meta'
import { newCondition, progressing, withCondition } from './conditions.ts'
import { progressDeadlineSeconds } from './sizes.ts'

/**
 * The Deployment with what is to be said of its being paused or resumed, so that the deadline of its rollout does not count
 * the time in between; undefined when that is said. Upstream: checkPausedConditions.
 */
export function withPausedCondition(
  deployment: Cached<Deployment>,
  now: number,
): Cached<Deployment> | undefined {
  const reason = progressing(deployment.status)?.reason
  // That a rollout timed out is not hidden by a pause.
  if (progressDeadlineSeconds(deployment) === undefined || reason === 'ProgressDeadlineExceeded') {
    return undefined
  }
  const isPaused = deployment.spec.paused ?? false
  if (isPaused === (reason === 'DeploymentPaused')) return undefined
  const condition = isPaused
    ? newCondition('Progressing', 'Unknown', 'DeploymentPaused', 'Deployment is paused', now)
    : newCondition('Progressing', 'Unknown', 'DeploymentResumed', 'Deployment is resumed', now)
  return { ...deployment, status: withCondition(deployment.status ?? {}, condition) }
}
