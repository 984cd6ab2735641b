import type { ElectorPhase, ElectorState } from './elector-state.ts'

/** How an elector is doing; what `leader$` emits. */
export interface LeaderStatus {
  /** Of this process. */
  readonly identity: string
  /** Who was last seen to hold the lease; empty when nobody. For people: it may be out of date. */
  readonly leader: string
  /** Whether this process holds the lease and renews it. */
  readonly isLeader: boolean
  readonly phase: ElectorPhase
  /** How often the holder has changed, as last seen. */
  readonly leaderTransitions: number
  /** Why the last request about the lease failed; undefined when it did not. */
  readonly lastError: unknown
}

export function statusOf(state: ElectorState, lastError: unknown): LeaderStatus {
  const { settings, observed, renewing, phase } = state
  return {
    identity: settings.identity,
    leader: observed?.record.holderIdentity ?? '',
    isLeader: renewing,
    phase,
    leaderTransitions: observed?.record.leaderTransitions ?? 0,
    lastError,
  }
}

export function sameStatus(left: LeaderStatus, right: LeaderStatus): boolean {
  return (Object.keys(left) as (keyof LeaderStatus)[]).every((field) => Object.is(left[field], right[field]))
}
