import type { KubernetesObject } from '@rxkube/meta'
import { nextDelay } from './backoff.ts'
import type { ReflectorEffect } from './effect.ts'
import type { ReflectorEvent } from './event.ts'
import type { Moment } from './input.ts'
import type { RetryWindow } from './retry-with-deadline.ts'
import type { ReflectorMemory, ReflectorSettings, ReflectorState, Waiting } from './state.ts'
import { isUnset } from './version-order.ts'

/** A state, and what is to be done to be there. */
export type Step<T extends KubernetesObject = KubernetesObject> = readonly [
  ReflectorState,
  readonly ReflectorEffect<T>[],
]

/** What a transition starts from. */
export interface Ground {
  readonly settings: ReflectorSettings
  readonly memory: ReflectorMemory
}

/** How often the lack of an end of the initial events is told, in milliseconds. */
export const bookmarkTick = 10_000

const defaultPageSize = 500

// A server that neither streams a collection nor lets it be watched would see a third request in each session.
const mostGivenUp = 2

/** What is to be given to the consumer, as the first effect, if it is anything. */
export function emitting<T extends KubernetesObject>(
  events: readonly ReflectorEvent<T>[],
): readonly ReflectorEffect<T>[] {
  return events.length > 0 ? [{ type: 'emit', events }] : []
}

/** Takes a snapshot; `before` was to be emitted anyway. Every attempt begins with `init`. */
export function beginSession<T extends KubernetesObject>(
  ground: Ground,
  moment: Moment,
  before: readonly ReflectorEvent<T>[] = [],
): Step<T> {
  const { settings, memory } = ground
  return settings.useWatchList && memory.watchListsGivenUp < mostGivenUp
    ? openWatchList(ground, moment, 0, before)
    : list(ground, listVersion(ground.memory), before)
}

/** Where the snapshot of a session may be taken: as cached as may be at first, then not older than what is known. */
export function listVersion({ unavailable, resourceVersion }: ReflectorMemory): string {
  if (unavailable) return ''
  return resourceVersion === '' ? '0' : resourceVersion
}

/** Reads the collection with LIST; `retried` with the page size of the list before. */
export function list<T extends KubernetesObject>(
  ground: Ground,
  resourceVersion: string,
  before: readonly ReflectorEvent<T>[] = [],
  retriedLimit?: number,
): Step<T> {
  const { settings, memory } = ground
  const limit = retriedLimit ?? pageSize(ground, resourceVersion)
  return [
    { phase: 'listing', settings, memory, resourceVersion, limit, retried: retriedLimit !== undefined },
    [
      ...emitting([...before, init(memory)]),
      { type: 'list', options: { resourceVersion, ...(limit > 0 && { limit }) } },
    ],
  ]
}

// A page of a list that names a version is not served from the watch cache: after an outage every client would read
// from the database at once.
function pageSize({ settings, memory }: Ground, resourceVersion: string): number {
  if (settings.pageSize > 0) return settings.pageSize
  if (memory.paginated || isUnset(resourceVersion)) return defaultPageSize
  return 0
}

/** Asks for a stream that begins with the state. */
export function openWatchList<T extends KubernetesObject>(
  { settings, memory }: Ground,
  { at, random }: Moment,
  broken: number,
  before: readonly ReflectorEvent<T>[] = [],
): Step<T> {
  const resourceVersion = memory.unavailable ? '' : memory.resourceVersion
  return [
    { phase: 'openingWatchList', settings, memory, resourceVersion, requestedAt: at, broken },
    [
      ...emitting([...before, init(memory)]),
      {
        type: 'openWatch',
        options: {
          resourceVersion,
          resourceVersionMatch: 'NotOlderThan',
          sendInitialEvents: true,
          allowWatchBookmarks: true,
          timeoutSeconds: watchTimeout(settings.minWatchTimeout, random),
        },
      },
      { type: 'setTimer', timer: 'watchListTimedOut', delay: settings.watchListTimeout },
      { type: 'setTimer', timer: 'bookmarkOverdue', delay: bookmarkTick },
    ],
  ]
}

/** Watches from the last version that was applied. */
export function openWatch<T extends KubernetesObject>(
  { settings, memory }: Ground,
  { at, random }: Moment,
  internalErrors: RetryWindow | undefined,
): Step<T> {
  const options = {
    resourceVersion: memory.resourceVersion,
    allowWatchBookmarks: true,
    timeoutSeconds: watchTimeout(settings.minWatchTimeout, random),
  }
  return [
    { phase: 'openingWatch', settings, memory, requestedAt: at, internalErrors },
    [{ type: 'openWatch', options }],
  ]
}

/** Seconds after which the server is to end a watch: uniform between the minimum and twice that. */
export function watchTimeout(minWatchTimeout: number, random: number): number {
  const seconds = minWatchTimeout / 1000
  return Math.floor(seconds + random * seconds)
}

/** Waits one step of the back-off, or longer when the server asked for it, and then goes on with `next`. */
export function wait<T extends KubernetesObject>(
  { settings, memory }: Ground,
  { at, random }: Moment,
  next: Waiting['next'],
  { retryAfter = 0, internalErrors, broken = 0 }: Partial<Waiting> & { readonly retryAfter?: number } = {},
): readonly [Waiting, number, ReflectorEffect<T>] {
  const [delay, backoff] = nextDelay(settings.backoff, memory.backoff, at, random)
  const pause = Math.max(delay, retryAfter)
  return [
    { phase: 'waiting', settings, memory: { ...memory, backoff }, next, internalErrors, broken },
    pause,
    { type: 'setTimer', timer: 'backoffElapsed', delay: pause },
  ]
}

/** Ends the session for `error`, and begins another after a step. `cleanUp` lets go of what is open. */
export function relist<T extends KubernetesObject>(
  ground: Ground,
  moment: Moment,
  error: Error,
  how: {
    readonly before?: readonly ReflectorEvent<T>[]
    readonly cleanUp?: readonly ReflectorEffect<T>[]
    readonly retryAfter?: number
    /** Whether the watch error handler hears of it. */
    readonly handled?: boolean
  },
): Step<T> {
  const [state, retryIn, timer] = wait<T>(ground, moment, 'session', { retryAfter: how.retryAfter ?? 0 })
  return [
    state,
    [
      { type: 'emit', events: [...(how.before ?? []), { type: 'error', error, retryIn }] },
      ...(how.cleanUp ?? []),
      ...(how.handled ? [{ type: 'handleError', error } as const] : []),
      { type: 'report', report: { type: 'failed', error, retryIn } },
      timer,
    ],
  ]
}

/** What begins a snapshot. */
export function init({ synced }: ReflectorMemory): {
  readonly type: 'init'
  readonly reason: 'start' | 'relist'
} {
  return { type: 'init', reason: synced ? 'relist' : 'start' }
}
