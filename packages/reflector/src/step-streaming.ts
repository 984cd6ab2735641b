import type { KubernetesObject } from '@rxkube/meta'
import type { ReflectorEffect } from './effect.ts'
import {
  StaleListError,
  VeryShortWatchError,
  WatchFailedError,
  WatchListBrokenError,
  WatchListTimeoutError,
} from './errors.ts'
import type { ReflectorEvent } from './event.ts'
import type { Failure } from './failure.ts'
import { readInitial } from './initial-reading.ts'
import type { Moment, ReflectorInput } from './input.ts'
import { openedStream } from './reading.ts'
import type { OpeningWatchList, Streaming } from './state.ts'
import { resyncTimer } from './step-listing.ts'
import { takeEvents } from './step-watching.ts'
import { bookmarkTick, emitting, list, listVersion, openWatchList, wait, type Step } from './transitions.ts'
import { isOlder } from './version-order.ts'

/** Streams that end before their initial events do, until the collection is listed instead. */
const mostBroken = 3
const veryShort = 1000

/** While a stream that begins with the state was asked for. */
export function stepOpeningWatchList<T extends KubernetesObject>(
  state: OpeningWatchList,
  input: ReflectorInput<T>,
): Step<T> {
  const { settings, memory, broken, resourceVersion, requestedAt } = state
  if (input.type === 'watchOpened') {
    const stream = openedStream(resourceVersion, requestedAt)
    return [{ phase: 'streaming', settings, memory, stream, lastEventAt: undefined, broken }, []]
  }
  if (input.type === 'watchFailed') return fail(state, resourceVersion, input, input.failure, [])
  if (input.type === 'watchListTimedOut') return timedOut(state, input, input.at - requestedAt)
  if (input.type === 'bookmarkOverdue') return [state, overdue(input.at - requestedAt, true)]
  return [state, []]
}

/** While the initial events come. */
export function stepStreaming<T extends KubernetesObject>(
  state: Streaming,
  input: ReflectorInput<T>,
): Step<T> {
  const { stream, lastEventAt } = state
  if (input.type === 'events') return takeInitial(state, input)
  if (input.type === 'streamEnded') return ended(state, input)
  if (input.type === 'streamFailed') return fail(state, stream.from, input, input.failure, [])
  const silentFor = input.at - (lastEventAt ?? stream.requestedAt)
  if (input.type === 'watchListTimedOut') return timedOut(state, input, silentFor)
  if (input.type === 'bookmarkOverdue') {
    const silent = silentFor >= bookmarkTick
    return [state, silent ? overdue(silentFor, lastEventAt === undefined) : [nextTick]]
  }
  return [state, []]
}

function takeInitial<T extends KubernetesObject>(
  state: Streaming,
  input: Extract<ReflectorInput<T>, { readonly type: 'events' }>,
): Step<T> {
  const { settings, stream } = state
  const read = readInitial(input.events, settings)
  const reports: ReflectorEffect<T>[] =
    read.skipped.length > 0 ? [{ type: 'report', report: { type: 'skipped', errors: read.skipped } }] : []
  const seen = { ...state, stream: { ...stream, events: stream.events + read.count } }

  if (read.failure) {
    const [next, effects] = fail(seen, stream.from, input, read.failure, read.emit)
    return [next, [...effects, ...reports]]
  }
  if (read.snapshot === undefined) {
    const progress: ReflectorEffect<T>[] =
      read.count > 0
        ? [{ type: 'setTimer', timer: 'watchListTimedOut', delay: settings.watchListTimeout }]
        : []
    const lastEventAt = read.count > 0 ? input.at : state.lastEventAt
    return [{ ...seen, lastEventAt }, [...emitting(read.emit), ...reports, ...progress]]
  }
  if (isOlder(read.snapshot, stream.from)) {
    const error = new StaleListError(stream.from, read.snapshot)
    return fail(seen, stream.from, input, { kind: 'tooLargeResourceVersion', error, retryAfter: 0 }, [])
  }
  const resourceVersion = read.snapshot
  const memory = { ...state.memory, resourceVersion, synced: true, unavailable: false }
  const [next, effects] = takeEvents<T>(
    {
      phase: 'watching',
      settings,
      memory,
      // The same stream goes on as the watch, past its events without order.
      stream: { ...seen.stream, from: resourceVersion, publishes: true },
      internalErrors: undefined,
    },
    input,
    read.next,
    [...read.emit, { type: 'initDone', resourceVersion }],
    resyncTimer(settings.resyncPeriod),
  )
  return [
    next,
    [
      ...effects,
      ...cancelTimers,
      { type: 'report', report: { type: 'synced', resourceVersion, by: 'watchList' } },
      ...reports,
    ],
  ]
}

function ended<T extends KubernetesObject>(state: Streaming, moment: Moment): Step<T> {
  const { stream } = state
  const lasted = moment.at - stream.requestedAt
  if (lasted < veryShort && stream.events === 0) return fallBack(state, new VeryShortWatchError(lasted))
  const broken = state.broken + 1
  if (broken >= mostBroken) return fallBack(state, new WatchListBrokenError(broken))
  const [next, effects] = openWatchList<T>(state, moment, broken)
  return [next, effects]
}

function fail<T extends KubernetesObject>(
  state: OpeningWatchList | Streaming,
  asked: string,
  moment: Moment,
  { kind, error: cause, retryAfter }: Failure,
  before: readonly ReflectorEvent<T>[],
): Step<T> {
  const error = new WatchFailedError(asked, cause)
  if (kind === 'tooManyRequests' || kind === 'connectionRefused') {
    const [waiting, retryIn, timer] = wait<T>(state, moment, 'watchList', {
      retryAfter,
      broken: state.broken,
    })
    return [
      waiting,
      [
        { type: 'emit', events: [...before, { type: 'error', error, retryIn }] },
        { type: 'closeWatch' },
        ...cancelTimers,
        { type: 'report', report: { type: 'failed', error, retryIn } },
        timer,
      ],
    ]
  }
  // A server that refuses even the newest state knows no WatchList.
  if ((kind === 'expired' || kind === 'tooLargeResourceVersion') && asked !== '') {
    const memory = { ...state.memory, unavailable: true }
    const [next, [emit, ...effects]] = openWatchList<T>({ ...state, memory }, moment, state.broken, [
      ...before,
      { type: 'error', error, retryIn: 0 },
    ])
    const report = { type: 'report', report: { type: 'failed', error, retryIn: 0 } } as const
    return [next, [...(emit ? [emit] : []), { type: 'closeWatch' }, ...effects, report]]
  }
  return fallBack(state, error, before)
}

function timedOut<T extends KubernetesObject>(
  state: OpeningWatchList | Streaming,
  moment: Moment,
  silentFor: number,
): Step<T> {
  const error = new WatchListTimeoutError(silentFor)
  const [next, effects] = fallBack<T>(state, error, [{ type: 'error', error, retryIn: 0 }])
  return [next, [...effects, { type: 'report', report: { type: 'failed', error, retryIn: 0 } }]]
}

/** Lists in the same session. The next asks for a WatchList again, unless that fails time after time. */
function fallBack<T extends KubernetesObject>(
  state: OpeningWatchList | Streaming,
  error: Error,
  before: readonly ReflectorEvent<T>[] = [],
): Step<T> {
  const { settings } = state
  const memory = { ...state.memory, watchListsGivenUp: state.memory.watchListsGivenUp + 1 }
  const [next, [emit, ...effects]] = list({ settings, memory }, listVersion(memory), before)
  return [
    next,
    [
      ...(emit ? [emit] : []),
      { type: 'closeWatch' },
      ...cancelTimers,
      { type: 'report', report: { type: 'watchListFellBack', error } },
      ...effects,
    ],
  ]
}

const nextTick = { type: 'setTimer', timer: 'bookmarkOverdue', delay: bookmarkTick } as const

const cancelTimers = [
  { type: 'cancelTimer', timer: 'watchListTimedOut' },
  { type: 'cancelTimer', timer: 'bookmarkOverdue' },
] as const

function overdue(silentFor: number, sinceStart: boolean): readonly ReflectorEffect<never>[] {
  return [{ type: 'report', report: { type: 'bookmarkOverdue', silentFor, sinceStart } }, nextTick]
}
