import type { KubernetesObject } from '@rxkube/meta'
import type { ReflectorEffect, TimerName } from './effect.ts'
import { DeliveryError, ListFailedError } from './errors.ts'
import type { ReflectorInput } from './input.ts'
import type { ReflectorState, Waiting } from './state.ts'
import { stepListing } from './step-listing.ts'
import { stepOpeningWatchList, stepStreaming } from './step-streaming.ts'
import { closeSession, resync, stepOpeningWatch, stepWatching } from './step-watching.ts'
import { beginSession, list, listVersion, openWatch, openWatchList, wait, type Step } from './transitions.ts'

/**
 * The reflector's law: where it is and what happens, to where it is then and what is to be done. Pure: time and
 * chance come in with the input. What cannot happen in a state, or comes too late, changes nothing.
 */
export function step<T extends KubernetesObject = KubernetesObject>(
  state: ReflectorState,
  input: ReflectorInput<T>,
): Step<T> {
  if (input.type === 'stop') return stop(state)
  if (input.type === 'deliveryFailed') return deliveryFailed(state, input)
  switch (state.phase) {
    case 'idle':
      return input.type === 'start' ? beginSession(state, input) : [state, []]
    case 'listing':
      return stepListing(state, input)
    case 'openingWatchList':
      return stepOpeningWatchList(state, input)
    case 'streaming':
      return stepStreaming(state, input)
    case 'openingWatch':
      return stepOpeningWatch(state, input)
    case 'watching':
      return stepWatching(state, input)
    case 'waiting':
      return stepWaiting(state, input)
    case 'stopped':
  }
  return [state, []]
}

function stepWaiting<T extends KubernetesObject>(state: Waiting, input: ReflectorInput<T>): Step<T> {
  if (input.type === 'resyncDue') return state.next === 'watch' ? resync(state, input.wanted) : [state, []]
  if (input.type !== 'backoffElapsed') return [state, []]
  switch (state.next) {
    case 'list':
      return list(state, listVersion(state.memory))
    case 'watchList':
      return openWatchList(state, input, state.broken)
    case 'watch':
      return openWatch(state, input, state.internalErrors)
    case 'session':
  }
  return beginSession(state, input)
}

// What the consumer could not take is not retried: the whole state is read again, which heals whatever it missed.
// Nothing is emitted here: a consumer that fails always would be asked again at once.
function deliveryFailed<T extends KubernetesObject>(
  state: ReflectorState,
  input: Extract<ReflectorInput<T>, { readonly type: 'deliveryFailed' }>,
): Step<T> {
  if (state.phase === 'stopped') return [state, []]
  const listing = state.phase === 'listing'
  const delivery = new DeliveryError(input.error)
  const error = listing ? new ListFailedError(state.resourceVersion, delivery) : delivery
  const next = state.phase === 'streaming' ? 'list' : 'session'
  const [waiting, retryIn, timer] = wait<T>(state, input, next)
  return [
    waiting,
    [
      ...held[state.phase],
      ...(listing ? [{ type: 'handleError', error } as const] : []),
      { type: 'report', report: { type: 'failed', error, retryIn } },
      timer,
    ],
  ]
}

function stop<T extends KubernetesObject>(state: ReflectorState): Step<T> {
  const { settings, memory } = state
  return [{ phase: 'stopped', settings, memory }, held[state.phase]]
}

function cancel(timer: TimerName): ReflectorEffect<never> {
  return { type: 'cancelTimer', timer }
}

const initialEvents = [
  { type: 'closeWatch' },
  cancel('watchListTimedOut'),
  cancel('bookmarkOverdue'),
] as const

/** What lets go of all that a state holds. */
const held: Readonly<Record<ReflectorState['phase'], readonly ReflectorEffect<never>[]>> = {
  idle: [],
  listing: [{ type: 'abortList' }],
  openingWatchList: initialEvents,
  streaming: initialEvents,
  openingWatch: closeSession,
  watching: closeSession,
  waiting: [cancel('backoffElapsed'), cancel('resyncDue')],
  stopped: [],
}
