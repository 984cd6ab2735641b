import type { ElectorState } from '@rxkube/leader-election'
import type { ProcessModel } from './elector-world.ts'

// Further back than any duration: what is older is as old.
const longAgo = -5000

/** The state as time has moved on: its clock is at 0 again. */
function shifted(state: ElectorState, by: number): ElectorState {
  const { observed, request } = state
  return timeless({
    ...state,
    renewedAt: state.renewedAt - by,
    observed: observed && { ...observed, at: observed.at - by },
    request: request && { ...request, sentAt: request.sentAt - by },
  })
}

/** Without what is only ever written, and with times no longer ago than matters: so there are finitely many states. */
export function timeless(state: ElectorState): ElectorState {
  const { observed, request, renewing } = state
  return {
    ...state,
    writes: 0,
    renewedAt: renewing ? Math.max(longAgo, state.renewedAt) : 0,
    observed: observed && { ...observed, at: Math.max(longAgo, observed.at) },
    request: request && { ...request, sentAt: Math.max(longAgo, request.sentAt) },
  }
}

/** A process after so many milliseconds of true time. */
export function older(process: ProcessModel, milliseconds: number): ProcessModel {
  const by = milliseconds * process.rate
  const timers = Object.fromEntries(
    Object.entries(process.timers).map(([name, left]) => [name, Math.max(0, left - by)]),
  )
  const aged = (age: number): number => Math.min(-longAgo, age + by)
  return {
    ...process,
    timers,
    acknowledged: aged(process.acknowledged),
    request: process.request && { ...process.request, age: aged(process.request.age) },
    elector: shifted(process.elector, by),
  }
}
