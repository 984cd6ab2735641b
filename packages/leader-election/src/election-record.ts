import { microTimestamp, type Lease } from '@rxkube/meta'

/** Who leads, as a Lease says it. Absent fields are 0 or empty. client-go: `resourcelock.LeaderElectionRecord`. */
export interface LeaderElectionRecord {
  /** Empty when nobody leads. */
  readonly holderIdentity: string
  /** How long others have to wait after they last saw this record change, in whole seconds. */
  readonly leaseDurationSeconds: number
  /** As it is on the wire, with all its digits: records are compared as text. */
  readonly acquireTime: string
  readonly renewTime: string
  /** How often the holder has changed: larger for a later leader, so that it can fence writes. */
  readonly leaderTransitions: number
  /** Of coordinated election. */
  readonly strategy: string
  /** Of coordinated election: who is to lead next. */
  readonly preferredHolder: string
}

export type LeaseSpec = NonNullable<Lease['spec']>

/** The record in the spec of a Lease. client-go: `LeaseSpecToLeaderElectionRecord`. */
export function recordFromLeaseSpec(spec: LeaseSpec = {}): LeaderElectionRecord {
  return {
    holderIdentity: text(spec.holderIdentity),
    leaseDurationSeconds: whole(spec.leaseDurationSeconds),
    acquireTime: text(spec.acquireTime),
    renewTime: text(spec.renewTime),
    leaderTransitions: whole(spec.leaseTransitions),
    strategy: text(spec.strategy),
    preferredHolder: text(spec.preferredHolder),
  }
}

/**
 * The spec of a Lease that says this. Times, `strategy` and `preferredHolder` are left out when empty.
 * client-go: `LeaderElectionRecordToLeaseSpec`.
 */
export function leaseSpecFromRecord(record: LeaderElectionRecord): LeaseSpec {
  const { acquireTime, renewTime, strategy, preferredHolder } = record
  return {
    holderIdentity: record.holderIdentity,
    leaseDurationSeconds: record.leaseDurationSeconds,
    leaseTransitions: record.leaderTransitions,
    ...(acquireTime !== '' && { acquireTime }),
    ...(renewTime !== '' && { renewTime }),
    ...(strategy !== '' && { strategy }),
    ...(preferredHolder !== '' && { preferredHolder }),
  }
}

/** Whether a spec says nothing that can be trusted: fields of other types than a Lease has. */
export function isGarbled(spec: unknown): boolean {
  if (spec === undefined || spec === null) return false
  if (typeof spec !== 'object' || Array.isArray(spec)) return true
  const { holderIdentity, leaseDurationSeconds, leaseTransitions } = spec as Record<string, unknown>
  return (
    typeof (holderIdentity ?? '') !== 'string' ||
    !Number.isSafeInteger(leaseDurationSeconds ?? 0) ||
    !Number.isSafeInteger(leaseTransitions ?? 0)
  )
}

/**
 * A time for a record. The digits below a millisecond, which clocks do not have, count writes: so a renewal changes the
 * record on a wall clock that stands still or is set back, and others see that its writer is alive.
 */
export function leaseTime(now: number, writes: number): string {
  return microTimestamp(now).replace('000Z', `${String(writes % 1000).padStart(3, '0')}Z`)
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function whole(value: unknown): number {
  return Number.isSafeInteger(value) ? (value as number) : 0
}
