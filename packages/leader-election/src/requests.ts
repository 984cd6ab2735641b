import type { LeaderElectionRecord } from './election-record.ts'
import { leaseTime } from './election-record.ts'
import type { ElectorState, LockRequest, Moment, ObservedLock, Stepped } from './elector-state.ts'

/** One step after another. */
export function followedBy([state, effects]: Stepped, next: (state: ElectorState) => Stepped): Stepped {
  const [after, more] = next(state)
  return [after, [...effects, ...more]]
}

export function get(state: ElectorState, { at }: Moment): Stepped {
  return [{ ...state, request: { type: 'get', sentAt: at, fast: false } }, [{ type: 'get' }]]
}

/** Writes our record, over the version that was observed or, where there is none, anew. */
export function write(
  state: ElectorState,
  type: 'create' | 'update',
  moment: Moment,
  { fast = false }: Partial<LockRequest> = {},
): Stepped {
  return sent(state, type, ownRecord(state, moment), moment, fast)
}

/** Writes that nobody holds the lease. */
export function writeReleased(state: ElectorState, moment: Moment): Stepped {
  const time = leaseTime(moment.now, state.writes)
  const record: LeaderElectionRecord = {
    holderIdentity: '',
    // Whatever counts from it is to end soon.
    leaseDurationSeconds: 1,
    acquireTime: time,
    renewTime: time,
    leaderTransitions: state.observed?.record.leaderTransitions ?? 0,
    strategy: '',
    preferredHolder: '',
  }
  return sent(state, 'update', record, moment, false)
}

function sent(
  state: ElectorState,
  type: 'create' | 'update',
  record: LeaderElectionRecord,
  { at }: Moment,
  fast: boolean,
): Stepped {
  const next = { ...state, writes: (state.writes + 1) % 1000, request: { type, sentAt: at, fast } }
  if (type === 'create') return [next, [{ type, record }]]
  return [next, [{ type, record, version: state.observed?.version ?? '' }]]
}

function ownRecord({ settings, observed, writes }: ElectorState, { now }: Moment): LeaderElectionRecord {
  const { identity, leaseDurationSeconds, coordinated } = settings
  const time = leaseTime(now, writes)
  const before = observed?.record
  const isOurs = isHeldBy(observed, identity)
  const transitions = before?.leaderTransitions ?? 0
  return {
    holderIdentity: identity,
    leaseDurationSeconds,
    acquireTime: isOurs && before ? before.acquireTime : time,
    renewTime: time,
    leaderTransitions: isOurs || !before ? transitions : transitions + 1,
    strategy: coordinated ? (before?.strategy ?? '') : '',
    preferredHolder: '',
  }
}

export function isHeldBy(observed: ObservedLock | undefined, identity: string): boolean {
  return observed !== undefined && !observed.garbled && observed.record.holderIdentity === identity
}

/** Somebody else has it, or it cannot be told who. */
export function isForeign(observed: ObservedLock | undefined, identity: string): observed is ObservedLock {
  if (observed === undefined) return false
  const { garbled, record } = observed
  return garbled || (record.holderIdentity !== '' && record.holderIdentity !== identity)
}

/** When what was observed has lasted its time. The record's own duration counts; ours only where it has none. */
export function validUntil({ at, garbled, record }: ObservedLock, { settings }: ElectorState): number {
  const isTold = !garbled && record.leaseDurationSeconds > 0
  return at + (isTold ? record.leaseDurationSeconds : settings.leaseDurationSeconds) * 1000
}
