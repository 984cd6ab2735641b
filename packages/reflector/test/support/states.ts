import {
  defaultBackoff,
  failureOf,
  failureOfStatus,
  emptyMemory,
  idle,
  step,
  type ReflectorHappening,
  type ReflectorSettings,
  type ReflectorState,
} from '@rxkube/reflector'
import { statuses } from './failures.ts'
import { added, initialEventsEnd, pod, type Pod } from './objects.ts'

const settings: ReflectorSettings = {
  pageSize: 0,
  minWatchTimeout: 300_000,
  useWatchList: true,
  watchListTimeout: 30_000,
  resyncPeriod: 60_000,
  backoff: defaultBackoff,
  maxInternalErrorRetryDuration: 0,
  expectedType: undefined,
}

/** Goes through `happenings`, one every 2 seconds, and ends in the last state. */
function after(from: ReflectorState, ...happenings: ReflectorHappening<Pod>[]): ReflectorState {
  let [state, at] = [from, 0]
  for (const happening of happenings) {
    at += 2000
    ;[state] = step(state, { ...happening, at, random: 0 })
  }
  return state
}

const fresh = idle(settings, emptyMemory({ delay: 800, since: 0 }))
const opening = after(fresh, { type: 'start' })
const listing = after(opening, { type: 'watchFailed', failure: failureOf(new Error('no WatchList')) })
const watching = after(opening, { type: 'watchOpened' }, { type: 'events', events: [initialEventsEnd('10')] })

/** One state of each phase. */
export const states: Readonly<Record<ReflectorState['phase'], ReflectorState>> = {
  idle: fresh,
  openingWatchList: opening,
  streaming: after(opening, { type: 'watchOpened' }),
  listing,
  openingWatch: after(watching, { type: 'streamEnded' }),
  watching,
  waiting: after(listing, { type: 'listFailed', failure: failureOf(new Error('down')) }),
  stopped: after(fresh, { type: 'stop' }),
}

/** One input of each type. */
export const happenings: {
  readonly [K in ReflectorHappening['type']]: Extract<ReflectorHappening<Pod>, { readonly type: K }>
} = {
  start: { type: 'start' },
  listItems: { type: 'listItems', items: [pod('a@5')] },
  listRestarted: { type: 'listRestarted' },
  listEnd: { type: 'listEnd', metadata: { resourceVersion: '10' }, paginated: false },
  listFailed: { type: 'listFailed', failure: failureOfStatus(statuses.forbidden) },
  watchOpened: { type: 'watchOpened' },
  watchFailed: { type: 'watchFailed', failure: failureOfStatus(statuses.forbidden) },
  events: { type: 'events', events: [added('b@11')] },
  streamEnded: { type: 'streamEnded' },
  streamFailed: { type: 'streamFailed', failure: failureOf(new Error('frame too large')) },
  deliveryFailed: { type: 'deliveryFailed', error: new Error('full') },
  backoffElapsed: { type: 'backoffElapsed' },
  resyncDue: { type: 'resyncDue', wanted: true },
  watchListTimedOut: { type: 'watchListTimedOut' },
  bookmarkOverdue: { type: 'bookmarkOverdue' },
  stop: { type: 'stop' },
}
