import type {
  ElectorEffect,
  ElectorState,
  LockRequest,
  Moment,
  ObservedLock,
  Stepped,
} from './elector-state.ts'
import { pause } from './pause.ts'
import { get, isForeign, isHeldBy, validUntil, write } from './requests.ts'
import type { LockSnapshot } from './resource-lock.ts'
import { lost } from './term.ts'

/** Tries to get the lease, or to renew it: with a get first, unless it is ours as far as we know. */
export function attempted(state: ElectorState, moment: Moment): Stepped {
  const { renewing, observed, settings } = state
  if (state.phase !== 'contending' && !renewing) return [state, []]
  const isFast = renewing && !settings.coordinated && isHeldBy(observed, settings.identity)
  return isFast ? write(state, 'update', moment, { fast: true }) : get(state, moment)
}

/** There is no lease. Who has seen another leader waits as long as if there was, for it may not know yet. */
export function absent(state: ElectorState, moment: Moment): Stepped {
  const { settings, observed, renewing } = state
  if (settings.coordinated) return failed(state, moment)
  const isHeld = isForeign(observed, settings.identity) && moment.at < validUntil(observed, state)
  return isHeld && !renewing ? failed(state, moment) : write(state, 'create', moment)
}

/** The lease was read. Whether it was held for long enough is a matter of when it was last seen to change. */
export function judged(before: ElectorState, snapshot: LockSnapshot, moment: Moment): Stepped {
  const { settings, renewing } = before
  const { observed: last } = before
  const observed = { ...snapshot, at: last?.raw === snapshot.raw ? last.at : moment.at }
  const state = { ...before, observed }
  if (isForeign(observed, settings.identity)) {
    if (renewing) return observed.garbled ? failed(state, moment) : lost(state, 'taken')
    const isTakeable = !settings.coordinated && moment.at >= validUntil(observed, state)
    return isTakeable ? write(state, 'update', moment) : failed(state, moment)
  }
  const isOurs = isHeldBy(observed, settings.identity)
  if (settings.coordinated) {
    if (!isOurs || moment.at > validUntil(observed, state)) return failed(state, moment)
    if (snapshot.record.preferredHolder !== '') {
      return renewing ? lost(state, 'endOfTerm') : failed(state, moment)
    }
  }
  const [next, effects] = write(state, 'update', moment)
  return [next, isOurs ? [{ type: 'slowpath' }, ...effects] : effects]
}

/** Our record was written: it counts from when it was sent. */
export function written(
  state: ElectorState,
  request: LockRequest,
  snapshot: LockSnapshot,
  moment: Moment,
): Stepped {
  const { settings, renewing } = state
  const observed: ObservedLock = { ...snapshot, at: request.sentAt }
  const next = { ...state, observed, doubtful: false }
  const left = request.sentAt + settings.renewDeadline - moment.at
  // An answer that took as long as a term may is none to begin one with.
  if (!isHeldBy(observed, settings.identity) || left <= 0) return failed(next, moment)
  const timers: readonly ElectorEffect[] = [
    { type: 'setTimer', timer: 'deadline', delay: left },
    { type: 'setTimer', timer: 'attempt', delay: settings.retryPeriod },
  ]
  const renewed = { ...next, renewedAt: request.sentAt }
  if (renewing) return [renewed, timers]
  const { leaderTransitions } = snapshot.record
  return [
    { ...renewed, phase: 'leading', renewing: true, inTerm: true, workSettled: false, told: true },
    [
      ...timers,
      { type: 'leader', on: true },
      { type: 'event', event: 'became leader' },
      { type: 'startWork', leaderTransitions },
    ],
  ]
}

/** Nothing came of an attempt: there will be another. */
export function failed(state: ElectorState, moment: Moment): Stepped {
  const delay = state.renewing ? state.settings.retryPeriod : pause(state, moment)
  return [state, [{ type: 'setTimer', timer: 'attempt', delay }]]
}
