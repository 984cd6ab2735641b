import { findCondition, timestamp, type Cached, type Lease, type Node } from '@rxkube/meta'

/** A condition of a node. */
export type NodeCondition = NonNullable<NonNullable<Node['status']>['conditions']>[number]

/** What is remembered of a node. Times are this controller's own, in ms since 1970: kubelets' clocks may be wrong. */
export interface NodeHealth {
  /** The Ready condition as it was seen, or written, last. */
  readonly ready: Cached<NodeCondition> | undefined
  /** When the lease was renewed that was seen last, by the kubelet's clock; `''` for a lease that does not say. */
  readonly renewTime: string | undefined
  /** When the node was last found to be alive. */
  readonly probeTime: number
  /** When its readiness last changed. */
  readonly readyTransitionTime: number
}

/** How long nodes may be silent, in milliseconds. */
export interface GracePeriods {
  readonly nodeMonitorGracePeriod: number
  /** For a node that never said whether it is ready. */
  readonly nodeStartupGracePeriod: number
}

/** What is decided by. */
export interface HealthQuestion {
  readonly node: Cached<Node>
  readonly lease: Cached<Lease> | undefined
  readonly before: NodeHealth | undefined
  /** Milliseconds since 1970. */
  readonly now: number
  readonly grace: GracePeriods
}

/** What came out about a node. */
export interface HealthPlan {
  /** The Ready status as it was found; `Unknown` without one. */
  readonly observed: string
  /** The Ready condition as it is when the plan is done. */
  readonly current: Cached<NodeCondition> | undefined
  /** What is remembered, whether or not a write follows. */
  readonly health: NodeHealth
  /** What has to be written, and is remembered once it is. */
  readonly write:
    | { readonly conditions: readonly Cached<NodeCondition>[]; readonly health: NodeHealth }
    | undefined
}

/** A kubelet that is silent leaves these in the dark; the network is the business of others. */
const doubtful = ['Ready', 'MemoryPressure', 'DiskPressure', 'PIDPressure']

/** Decides whether a node is alive: a fresh status or a fresh lease, either will do. Upstream: `tryUpdateNodeHealth`. */
export function healthPlan({ node, lease, before, now, grace }: HealthQuestion): HealthPlan {
  const conditions = node.status?.conditions ?? []
  const ready = findCondition(conditions, 'Ready')
  const health = renewed(refreshed(node, ready, before, now), lease, before, now)
  const observed = ready?.status ?? 'Unknown'
  const period = ready ? grace.nodeMonitorGracePeriod : grace.nodeStartupGracePeriod
  // At the very end of the grace it is over: passes may be as far apart as whole parts of it.
  // An Unknown that is there already is all there is to say, whatever other conditions are.
  if (now < health.probeTime + period || ready?.status === 'Unknown') {
    return { observed, current: ready, health, write: undefined }
  }
  const doubted = withUnknown(conditions, node, now)
  const current = findCondition(doubted, 'Ready')
  return {
    observed,
    current,
    health,
    write: { conditions: doubted, health: { ...health, ready: current, readyTransitionTime: now } },
  }
}

function refreshed(
  node: Cached<Node>,
  ready: Cached<NodeCondition> | undefined,
  before: NodeHealth | undefined,
  now: number,
): NodeHealth {
  if (before === undefined) {
    // A node that never posted a status is as old as its silence.
    const since = ready ? now : timeOf(node.metadata.creationTimestamp, now)
    return { ready, renewTime: undefined, probeTime: since, readyTransitionTime: since }
  }
  if ((before.ready === undefined) !== (ready === undefined)) {
    return { ...before, ready, probeTime: now, readyTransitionTime: now }
  }
  if (before.ready?.lastHeartbeatTime === ready?.lastHeartbeatTime) return before
  const turned = before.ready?.lastTransitionTime !== ready?.lastTransitionTime
  const readyTransitionTime = turned ? now : before.readyTransitionTime
  return { ...before, ready, probeTime: now, readyTransitionTime }
}

function renewed(
  health: NodeHealth,
  lease: Cached<Lease> | undefined,
  before: NodeHealth | undefined,
  now: number,
): NodeHealth {
  if (lease === undefined) return health
  const renewTime = lease.spec?.renewTime ?? ''
  if (before?.renewTime !== undefined && !isEarlier(before.renewTime, renewTime)) return health
  return { ...health, renewTime, probeTime: now }
}

function withUnknown(
  conditions: readonly Cached<NodeCondition>[],
  { metadata }: Cached<Node>,
  now: number,
): readonly Cached<NodeCondition>[] {
  const lastTransitionTime = timestamp(now)
  const known = conditions.map((condition): Cached<NodeCondition> => {
    if (!doubtful.includes(condition.type) || condition.status === 'Unknown') return condition
    return {
      ...condition,
      status: 'Unknown',
      reason: 'NodeStatusUnknown',
      message: 'Kubelet stopped posting node status.',
      lastTransitionTime,
    }
  })
  const missing = doubtful.filter((type) => findCondition(conditions, type) === undefined)
  const lastHeartbeatTime = metadata.creationTimestamp
  const never = missing.map((type) => {
    const condition = {
      type,
      status: 'Unknown',
      reason: 'NodeStatusNeverUpdated',
      message: 'Kubelet never posted node status.',
      lastTransitionTime,
    }
    return lastHeartbeatTime === undefined ? condition : Object.assign(condition, { lastHeartbeatTime })
  })
  return [...known, ...never]
}

function isEarlier(a: string, b: string): boolean {
  const [first, second] = [timeOf(a, -Infinity), timeOf(b, -Infinity)]
  // Times of leases are finer than milliseconds, all with as many digits.
  return first < second || (first === second && a < b)
}

function timeOf(text: string | undefined, otherwise: number): number {
  const time = Date.parse(text ?? '')
  return Number.isNaN(time) ? otherwise : time
}
