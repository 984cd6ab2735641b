import { absent, attempted, failed, judged, written } from './attempt.ts'
import type { ElectorInput, ElectorState, ElectorTimer, LockReply, Moment, Stepped } from './elector-state.ts'
import { released } from './release.ts'
import { get, followedBy } from './requests.ts'
import { late, lost, over, settled, stopped } from './term.ts'

/**
 * What an elector does about something that happens to it: the whole of leader election, without a clock or a request
 * of its own. Who leads past its deadline steps down first, whatever it is that happens.
 */
export function step(state: ElectorState, input: ElectorInput): Stepped {
  const { renewing, renewedAt, settings } = state
  if (renewing && input.at >= renewedAt + settings.renewDeadline) {
    return followedBy(lost(state, 'renewDeadline'), (next) => happened(next, input))
  }
  return happened(state, input)
}

function happened(state: ElectorState, input: ElectorInput): Stepped {
  if (input.type === 'start') return started(state, input)
  if (input.type === 'stop') return stopped(state, input)
  if (input.type === 'timer') return timed(state, input.timer, input)
  if (input.type === 'reply') return replied(state, input.reply, input)
  if (input.type === 'workSettled') return settled(state, input.failure)
  return state.phase === 'stopped' ? over(thrown(state, input.failure), input) : [state, []]
}

function timed(state: ElectorState, timer: ElectorTimer, moment: Moment): Stepped {
  if (timer === 'stop') return late(state, moment)
  if (timer === 'release') return released(state, undefined, moment)
  if (timer === 'attempt') return state.request ? [state, []] : attempted(state, moment)
  // Node's timers fire up to a millisecond early, and this one must not be for nothing.
  const delay = state.renewedAt + state.settings.renewDeadline - moment.at
  return [state, state.renewing ? [{ type: 'setTimer', timer, delay }] : []]
}

function started(state: ElectorState, moment: Moment): Stepped {
  return state.phase === 'idle' ? attempted({ ...state, phase: 'contending' }, moment) : [state, []]
}

function replied(state: ElectorState, reply: LockReply, moment: Moment): Stepped {
  const { request } = state
  if (request === undefined) return [state, []]
  const isWrite = request.type !== 'get'
  const unknown = isWrite && reply.type === 'failed' && reply.failure === 'other'
  const next = { ...state, request: undefined, doubtful: state.doubtful || unknown }
  if (state.phase === 'releasing') return released(next, { request, reply }, moment)
  if (reply.type === 'succeeded') {
    const { snapshot } = reply
    return reported(isWrite ? written(next, request, snapshot, moment) : judged(next, snapshot, moment))
  }
  if (!isWrite && reply.failure === 'notFound') return absent(next, moment)
  return request.fast ? get(next, moment) : failed(next, moment)
}

/** With who is seen to lead told, when it is another than before. */
function reported([state, effects]: Stepped): Stepped {
  const identity = state.observed?.record.holderIdentity ?? ''
  if (identity === state.reported) return [state, effects]
  return [{ ...state, reported: identity }, [...effects, { type: 'newLeader', identity }]]
}

function thrown(state: ElectorState, failure: { readonly error: unknown } | undefined): ElectorState {
  if (failure === undefined) return state
  return { ...state, ending: true, failure: state.failure ?? { type: 'threw', error: failure.error } }
}
