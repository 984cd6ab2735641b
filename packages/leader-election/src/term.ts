import type { LeadershipLostReason } from './errors.ts'
import type { ElectorEffect, ElectorState, Moment, Stepped } from './elector-state.ts'
import { pause } from './pause.ts'
import { get, isForeign, followedBy } from './requests.ts'

/** The lease is not ours any more, or may not be: no more renewals, no more writes, and the work has to end. */
export function lost(state: ElectorState, reason: LeadershipLostReason): Stepped {
  const { ending, settings, failure } = state
  const isEnd = ending || settings.onLost === 'end'
  const next = {
    ...state,
    ending: isEnd,
    failure: isEnd && !ending ? { type: 'lost' as const, reason } : failure,
  }
  return followedBy(givenUp(next), (after) =>
    after.phase === 'leading' ? stopping(after, reason) : [after, []],
  )
}

/** The run is to end. What leads goes on renewing until its work has stopped. */
export function stopped(state: ElectorState, moment: Moment): Stepped {
  const next = { ...state, ending: true }
  if (state.phase === 'leading') return stopping(next, undefined)
  if (state.phase !== 'idle' && state.phase !== 'contending') return [next, []]
  return followedBy(givenUp(next), (given) => (given.told ? over(given, moment) : told(given)))
}

/** The work has ended. Who leads without work leads on, unless the work threw. */
export function settled(state: ElectorState, failure: { readonly error: unknown } | undefined): Stepped {
  if (state.workSettled) return [state, []]
  const next = {
    ...state,
    workSettled: true,
    ...(failure && {
      ending: true,
      failure: state.failure ?? { type: 'threw' as const, error: failure.error },
    }),
  }
  if (state.phase === 'stopping') return told(next)
  return state.phase === 'leading' && failure ? stopping(next, undefined) : [next, []]
}

/** A callback has not ended in time. Others must not lead before the lease is over by itself. */
export function late(state: ElectorState, moment: Moment): Stepped {
  const callback = state.phase === 'stopping' ? 'onStartedLeading' : 'onStoppedLeading'
  const next: ElectorState = {
    ...state,
    ending: true,
    stuck: true,
    failure: state.stuck ? state.failure : { type: 'stuck', callback },
  }
  if (state.phase === 'stopping') return followedBy(givenUp(next), told)
  return state.phase === 'stopped' ? over(next, moment) : [state, []]
}

/** `onStoppedLeading` has settled: now, and not before, others may lead. */
export function over(state: ElectorState, moment: Moment): Stepped {
  const { settings, ending, inTerm, doubtful, stuck, observed } = state
  const mayHold = (inTerm || doubtful) && !isForeign(observed, settings.identity)
  const events: readonly ElectorEffect[] = [
    { type: 'cancelTimer', timer: 'stop' },
    ...(inTerm ? [{ type: 'event', event: 'stopped leading' } as const] : []),
  ]
  return followedBy(givenUp(state), (given) => {
    const next = { ...given, inTerm: false }
    if (!ending) {
      const delay = pause(next, moment)
      return [{ ...next, phase: 'contending' }, [...events, { type: 'setTimer', timer: 'attempt', delay }]]
    }
    if (!settings.releaseOnCancel || stuck || !mayHold) {
      return [{ ...next, phase: 'ended' }, [...events, { type: 'end' }]]
    }
    const [after, effects] = get({ ...next, phase: 'releasing' }, moment)
    const timer = { type: 'setTimer', timer: 'release', delay: settings.renewDeadline } as const
    return [after, [...events, timer, ...effects]]
  })
}

function stopping(state: ElectorState, reason: LeadershipLostReason | undefined): Stepped {
  const next: Stepped = [
    { ...state, phase: 'stopping' },
    [
      { type: 'stopWork', lost: reason },
      { type: 'setTimer', timer: 'stop', delay: state.settings.stopTimeout },
    ],
  ]
  return state.workSettled ? followedBy(next, told) : next
}

/** The work has ended, or never began. */
function told(state: ElectorState): Stepped {
  const timer = { type: 'setTimer', timer: 'stop', delay: state.settings.stopTimeout } as const
  return [{ ...state, phase: 'stopped', told: true }, [timer, { type: 'stoppedLeading' }]]
}

/** Nothing is renewed or tried any more. */
function givenUp(state: ElectorState): Stepped {
  const { request, renewing } = state
  const isWrite = request !== undefined && request.type !== 'get'
  const effects: ElectorEffect[] = []
  if (request) effects.push({ type: 'abandon' })
  effects.push({ type: 'cancelTimer', timer: 'attempt' })
  if (renewing) effects.push({ type: 'cancelTimer', timer: 'deadline' }, { type: 'leader', on: false })
  return [{ ...state, request: undefined, renewing: false, doubtful: state.doubtful || isWrite }, effects]
}
