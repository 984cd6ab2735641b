import { deepEqual, findCondition, timestamp, type Cached, type Deployment } from '@rxkube/meta'

/** What a Deployment reports. */
export type DeploymentStatus = NonNullable<Cached<Deployment>['status']>
/** One thing that is so, or is not, with a Deployment. */
export type DeploymentCondition = NonNullable<DeploymentStatus['conditions']>[number]

/** A condition that begins now. Upstream: NewDeploymentCondition. */
export function newCondition(
  type: 'Available' | 'Progressing',
  status: 'True' | 'False' | 'Unknown',
  reason: string,
  message: string,
  now: number,
): DeploymentCondition {
  const time = timestamp(now)
  return { type, status, reason, message, lastUpdateTime: time, lastTransitionTime: time }
}

/** The condition that says how the rollout goes. */
export function progressing(status: DeploymentStatus | undefined): DeploymentCondition | undefined {
  return findCondition(status?.conditions, 'Progressing')
}

/**
 * A status with a condition in it, last. One that says the same (status and reason) stays as it is, with its old message and
 * times; the time of its last transition stays while its status does. Upstream: SetDeploymentCondition.
 */
export function withCondition(status: DeploymentStatus, condition: DeploymentCondition): DeploymentStatus {
  const current = findCondition(status.conditions, condition.type)
  const isStatusSame = current?.status === condition.status
  if (isStatusSame && current.reason === condition.reason) return status
  const { lastTransitionTime } = isStatusSame ? current : condition
  const others = withoutCondition(status, condition.type).conditions ?? []
  return {
    ...status,
    conditions: [...others, { ...condition, ...(lastTransitionTime && { lastTransitionTime }) }],
  }
}

/** A status without the condition of a type. */
export function withoutCondition(status: DeploymentStatus, type: string): DeploymentStatus {
  if (!findCondition(status.conditions, type)) return status
  return { ...status, conditions: (status.conditions ?? []).filter((condition) => condition.type !== type) }
}

/** Whether two statuses report the same. A number that is 0 and a list that is empty are left out on the wire. */
export function sameStatus(a: DeploymentStatus | undefined, b: DeploymentStatus | undefined): boolean {
  return deepEqual(said(a), said(b))
}

function said(status: DeploymentStatus = {}): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(status).filter(
      ([, value]) => !(value === 0 || (Array.isArray(value) && value.length === 0)),
    ),
  )
}
