import type { KubernetesObject } from '@rxkube/meta'
import type { ReflectorEffect } from './effect.ts'
import { VeryShortWatchError, WatchFailedError } from './errors.ts'
import type { ReflectorEvent } from './event.ts'
import type { Failure } from './failure.ts'
import type { Moment, ReflectorInput } from './input.ts'
import { openedStream, readWatch, type Reading } from './reading.ts'
import { recordError, shouldRetry } from './retry-with-deadline.ts'
import type { OpeningWatch, ReflectorState, Watching } from './state.ts'
import { emitting, openWatch, relist, wait, type Step } from './transitions.ts'

const veryShort = 1000
/** Streams in a row that may end within a second although they had events; then each next one costs a step. */
const mostShortLived = 3

/** While a watch was asked for. */
export function stepOpeningWatch<T extends KubernetesObject>(
  state: OpeningWatch,
  input: ReflectorInput<T>,
): Step<T> {
  const { settings, memory, internalErrors, requestedAt } = state
  if (input.type === 'watchOpened') {
    const stream = openedStream(memory.resourceVersion, requestedAt)
    return [{ phase: 'watching', settings, memory, stream, internalErrors }, []]
  }
  if (input.type === 'watchFailed') {
    const { kind, error: cause, retryAfter } = input.failure
    const error = new WatchFailedError(memory.resourceVersion, cause)
    if (kind === 'tooManyRequests' || kind === 'connectionRefused') {
      return reopenLater(state, input, error, retryAfter, [], [])
    }
    return relist(state, input, error, { cleanUp: endSession, retryAfter, handled: true })
  }
  return input.type === 'resyncDue' ? resync(state, input.wanted) : [state, []]
}

/** While changes come. */
export function stepWatching<T extends KubernetesObject>(state: Watching, input: ReflectorInput<T>): Step<T> {
  if (input.type === 'events') return takeEvents(state, input, 0, [], [])
  if (input.type === 'streamEnded') return ended(lasting(state, input), input)
  if (input.type === 'streamFailed') return fail(lasting(state, input), input, input.failure, [], [])
  return input.type === 'resyncDue' ? resync(state, input.wanted) : [state, []]
}

/** A watch that lasted, or brought something, shows that the server can stream: the next session may ask for more. */
function lasting(state: Watching, { at }: Moment): Watching {
  const { memory, stream } = state
  if (memory.watchListsGivenUp === 0) return state
  if (stream.events === 0 && at - stream.requestedAt < veryShort) return state
  return { ...state, memory: { ...memory, watchListsGivenUp: 0 } }
}

/** The next resync, and what it tells. */
export function resync<T extends KubernetesObject>(state: ReflectorState, wanted: boolean): Step<T> {
  const delay = state.settings.resyncPeriod
  return [
    state,
    [...emitting<T>(wanted ? [{ type: 'resync' }] : []), { type: 'setTimer', timer: 'resyncDue', delay }],
  ]
}

/** Takes the events from number `first` on; `before` is emitted ahead of them, `opening` done after that. */
export function takeEvents<T extends KubernetesObject>(
  state: Watching,
  input: Extract<ReflectorInput<T>, { readonly type: 'events' }>,
  first: number,
  before: readonly ReflectorEvent<T>[],
  opening: readonly ReflectorEffect<T>[],
): Step<T> {
  const { settings, stream } = state
  const read = readWatch(input.events, first, stream, state.memory.resourceVersion, settings)
  const memory = { ...state.memory, resourceVersion: read.resourceVersion }
  const emit = before.length > 0 ? [...before, ...read.emit] : read.emit
  const effects = [...opening, ...reports<T>(read)]
  const next = lasting({ ...state, memory, stream: read.stream }, input)
  if (read.violation) {
    return relist({ settings, memory: { ...next.memory, unavailable: true } }, input, read.violation, {
      before: emit,
      cleanUp: [...effects, ...closeSession],
    })
  }
  if (read.failure) return fail(next, input, read.failure, emit, effects)
  return [next, [...emitting(emit), ...effects]]
}

function reports<T extends KubernetesObject>({
  skipped,
  replayed,
  violation,
}: Reading<T>): ReflectorEffect<T>[] {
  const effects: ReflectorEffect<T>[] = []
  if (skipped.length > 0) effects.push({ type: 'report', report: { type: 'skipped', errors: skipped } })
  if (replayed > 0) effects.push({ type: 'report', report: { type: 'replayed', events: replayed } })
  if (violation) effects.push({ type: 'report', report: { type: 'violated', error: violation } })
  return effects
}

function ended<T extends KubernetesObject>(state: Watching, moment: Moment): Step<T> {
  const { stream, memory } = state
  const lasted = moment.at - stream.requestedAt
  if (lasted >= veryShort) {
    return openWatch({ ...state, memory: { ...memory, shortLived: 0 } }, moment, state.internalErrors)
  }
  const error = new VeryShortWatchError(lasted)
  if (stream.events === 0) return relist(state, moment, error, { cleanUp: endSession })
  const shortLived = memory.shortLived + 1
  const ground = { ...state, memory: { ...memory, shortLived } }
  if (shortLived <= mostShortLived) return openWatch(ground, moment, state.internalErrors)
  // A server that sends one event a stream would otherwise be asked as fast as it answers.
  const [waiting, , timer] = wait<T>(ground, moment, 'watch', { internalErrors: state.internalErrors })
  return [waiting, [timer]]
}

function fail<T extends KubernetesObject>(
  state: Watching,
  moment: Moment,
  { kind, error: cause, retryAfter }: Failure,
  before: readonly ReflectorEvent<T>[],
  effects: readonly ReflectorEffect<T>[],
): Step<T> {
  const error = new WatchFailedError(state.stream.from, cause)
  if (kind === 'tooManyRequests') {
    return reopenLater(state, moment, error, retryAfter, before, [...effects, { type: 'closeWatch' }])
  }
  if (kind === 'internalError') {
    const recorded = recordError(state.internalErrors, moment.at)
    const [again, window] = shouldRetry(recorded, moment.at, state.settings.maxInternalErrorRetryDuration)
    if (again) {
      const [next, opening] = openWatch<T>(state, moment, window)
      return [
        next,
        [
          ...emitting([...before, { type: 'error', error, retryIn: 0 }]),
          ...effects,
          { type: 'closeWatch' },
          { type: 'report', report: { type: 'failed', error, retryIn: 0 } },
          ...opening,
        ],
      ]
    }
  }
  return relist(state, moment, error, { before, cleanUp: [...effects, ...closeSession], retryAfter })
}

function reopenLater<T extends KubernetesObject>(
  state: OpeningWatch | Watching,
  moment: Moment,
  error: Error,
  retryAfter: number,
  before: readonly ReflectorEvent<T>[],
  effects: readonly ReflectorEffect<T>[],
): Step<T> {
  const { internalErrors } = state
  const [waiting, retryIn, timer] = wait<T>(state, moment, 'watch', { retryAfter, internalErrors })
  return [
    waiting,
    [
      { type: 'emit', events: [...before, { type: 'error', error, retryIn }] },
      ...effects,
      { type: 'report', report: { type: 'failed', error, retryIn } },
      timer,
    ],
  ]
}

/** Ends what lasts as long as a session. */
const endSession = [{ type: 'cancelTimer', timer: 'resyncDue' }] as const
/** The same, while a stream is open. */
export const closeSession = [{ type: 'closeWatch' }, ...endSession] as const
