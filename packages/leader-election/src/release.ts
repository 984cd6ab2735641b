import type { ElectorState, LockReply, LockRequest, Moment, Stepped } from './elector-state.ts'
import { get, isHeldBy, followedBy, writeReleased } from './requests.ts'

/** One more thing about giving the lease up: an answer, or, without one, that it takes too long. */
export function released(
  state: ElectorState,
  answer: { readonly request: LockRequest; readonly reply: LockReply } | undefined,
  moment: Moment,
): Stepped {
  if (state.phase !== 'releasing') return [state, []]
  if (answer === undefined) {
    return followedBy([{ ...state, request: undefined }, [{ type: 'abandon' }]], ended)
  }
  const { request, reply } = answer
  if (reply.type === 'failed') {
    // A renewal given up before may have arrived after the get.
    return request.type === 'update' && reply.failure === 'conflict' ? get(state, moment) : ended(state)
  }
  const observed = { ...reply.snapshot, at: moment.at }
  const next = { ...state, observed }
  if (request.type === 'update') return ended(next)
  // What is read counts, not what was believed: another's lease is never cleared.
  return isHeldBy(observed, state.settings.identity) ? writeReleased(next, moment) : ended(next)
}

function ended(state: ElectorState): Stepped {
  return [{ ...state, phase: 'ended' }, [{ type: 'cancelTimer', timer: 'release' }, { type: 'end' }]]
}
