import { isPodAvailable, isPodReady } from '@rxkube/controller'
import { deepEqual, findCondition, timestamp, type Cached, type Pod, type ReplicaSet } from '@rxkube/meta'
import { desiredReplicas } from './plan.ts'

/** What a ReplicaSet reports. */
export type ReplicaSetStatus = NonNullable<Cached<ReplicaSet>['status']>
/** One thing that is so with a ReplicaSet. */
export type ReplicaSetCondition = NonNullable<ReplicaSetStatus['conditions']>[number]

/**
 * What the ReplicaSet reports of its pods, and of what kept it from creating or deleting some (`failure`). The first failure
 * stays until there is none. Upstream: calculateStatus.
 */
export function calculateStatus(
  replicaSet: Cached<ReplicaSet>,
  pods: readonly Cached<Pod>[],
  failure: string | undefined,
  now: number,
): ReplicaSetStatus {
  const labels = Object.entries(replicaSet.spec.template?.metadata?.labels ?? {})
  const minReadySeconds = replicaSet.spec.minReadySeconds ?? 0
  const count = (test: (pod: Cached<Pod>) => boolean) =>
    pods.reduce((total, pod) => total + Number(test(pod)), 0)
  const counts = {
    fullyLabeledReplicas: count(({ metadata }) =>
      labels.every(([label, value]) => metadata.labels?.[label] === value),
    ),
    readyReplicas: count(isPodReady),
    availableReplicas: count((pod) => isPodAvailable(pod, minReadySeconds, now)),
    observedGeneration: replicaSet.metadata.generation ?? 0,
  }
  const conditions = conditionsOf(replicaSet, pods.length, failure, now)
  return {
    // Unlike the others it is sent when it is 0.
    replicas: pods.length,
    ...Object.fromEntries(Object.entries(counts).filter(([, value]) => value !== 0)),
    ...(conditions.length > 0 && { conditions }),
  }
}

function conditionsOf(
  replicaSet: Cached<ReplicaSet>,
  pods: number,
  failure: string | undefined,
  now: number,
): readonly ReplicaSetCondition[] {
  const before = replicaSet.status?.conditions ?? []
  const current = findCondition(before, 'ReplicaFailure')
  if (failure === undefined) return withoutCondition(before, 'ReplicaFailure')
  if (current) return before
  const missing = desiredReplicas(replicaSet) - pods
  const reason = missing > 0 ? 'FailedCreate' : missing < 0 ? 'FailedDelete' : undefined
  return withCondition(before, {
    type: 'ReplicaFailure',
    status: 'True',
    ...(reason && { reason }),
    message: failure,
    lastTransitionTime: timestamp(now),
  })
}

/** Conditions with one in them, last. One that says the same (status and reason) stays as it is. Upstream: SetCondition. */
export function withCondition(
  conditions: readonly ReplicaSetCondition[],
  condition: ReplicaSetCondition,
): readonly ReplicaSetCondition[] {
  const current = findCondition(conditions, condition.type)
  if (current?.status === condition.status && current.reason === condition.reason) return conditions
  return [...withoutCondition(conditions, condition.type), condition]
}

/** Conditions without the one of a type; the same when there is none. Upstream: RemoveCondition. */
export function withoutCondition(
  conditions: readonly ReplicaSetCondition[],
  type: string,
): readonly ReplicaSetCondition[] {
  return findCondition(conditions, type) ? conditions.filter((each) => each.type !== type) : conditions
}

/** Whether two statuses report the same. A count that is 0 and a list that is empty are left out on the wire. */
export function sameStatus(a: ReplicaSetStatus | undefined, b: ReplicaSetStatus | undefined): boolean {
  return deepEqual(said(a), said(b))
}

function said(status: Partial<ReplicaSetStatus> = {}): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(status).filter(
      ([, value]) => !(value === 0 || (Array.isArray(value) && value.length === 0)),
    ),
  )
}

/**
 * In how many milliseconds to look again, because all pods are ready and not yet available: no event tells when they become
 * so. Undefined when there is nothing to wait for.
 */
export function requeueAfter({ spec, status }: Cached<ReplicaSet>): number | undefined {
  const { minReadySeconds = 0, replicas = 1 } = spec
  const isWaiting = (status?.readyReplicas ?? 0) === replicas && (status?.availableReplicas ?? 0) !== replicas
  return minReadySeconds > 0 && isWaiting ? minReadySeconds * 1000 : undefined
}
