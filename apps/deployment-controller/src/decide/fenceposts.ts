import { getScaledValueFromIntOrPercent, type Cached, type Deployment, type IntOrPercent } from '@rxkube/meta'
import { desiredReplicas, isRollingUpdate } from './sizes.ts'

/** How far a rolling update may go over and under the wanted number of pods. */
export interface Fenceposts {
  readonly surge: number
  readonly unavailable: number
}

/**
 * The two bounds in pods: percentages of `desired`, surge rounded up and unavailable down. Were both 0, nothing could ever
 * move, so unavailable is 1 then. Throws InvalidIntOrPercentError. Upstream: ResolveFenceposts.
 */
export function resolveFenceposts(
  surgeLimit: IntOrPercent | undefined,
  unavailableLimit: IntOrPercent | undefined,
  desired: number,
): Fenceposts {
  const surge = getScaledValueFromIntOrPercent(surgeLimit ?? 0, desired, true)
  const unavailable = getScaledValueFromIntOrPercent(unavailableLimit ?? 0, desired, false)
  return { surge, unavailable: surge === 0 && unavailable === 0 ? 1 : unavailable }
}

function fencepostsOf(deployment: Cached<Deployment>): Fenceposts {
  const limits = deployment.spec.strategy?.rollingUpdate
  return resolveFenceposts(limits?.maxSurge, limits?.maxUnavailable, desiredReplicas(deployment))
}

/** How many pods there may be more than wanted; 0 when pods are recreated. */
export function maxSurge(deployment: Cached<Deployment>): number {
  return isRollingUpdate(deployment) ? fencepostsOf(deployment).surge : 0
}

/** How many of the wanted pods may be missing; 0 when pods are recreated, and never more than are wanted. */
export function maxUnavailable(deployment: Cached<Deployment>): number {
  const desired = desiredReplicas(deployment)
  if (!isRollingUpdate(deployment) || desired === 0) return 0
  return Math.min(fencepostsOf(deployment).unavailable, desired)
}

/** How many pods have to be available while a rolling update goes on; 0 when pods are recreated. */
export function minAvailable(deployment: Cached<Deployment>): number {
  return isRollingUpdate(deployment) ? desiredReplicas(deployment) - maxUnavailable(deployment) : 0
}
