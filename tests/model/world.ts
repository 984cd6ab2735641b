import type { ListOptions } from '@rxkube/client'
import {
  defaultBackoff,
  emptyMemory,
  idle,
  newBackoff,
  step,
  type ReflectorHappening,
  type ReflectorState,
} from '@rxkube/reflector'
import { emptyServer, type ApiModel } from './api-model.ts'
import { emptyCache, take, type CacheModel } from './cache-model.ts'
import type { Violation } from './violation.ts'

/** A LIST under way: the version it is a list of, once its first page was made, and how many objects were sent. */
export interface ListRequest {
  readonly kind: 'list'
  readonly asked: string
  readonly snapshot: number
  readonly sent: number
}

/** A WATCH under way. `position` is the version up to which it brought everything. */
export interface WatchRequest {
  readonly kind: 'watch'
  readonly asked: string
  readonly open: boolean
  /** Its initial events are not over. */
  readonly initial: boolean
  /** Objects of the initial state that were sent. */
  readonly sent: number
  /** The version of the initial state; its objects are sent first, then the changes after it. */
  readonly snapshot: number
  readonly position: number
}

/** Everything there is: the shipped reflector, a server, one request between them, timers, and a cache. */
export interface World {
  readonly reflector: ReflectorState
  readonly api: ApiModel
  readonly request: ListRequest | WatchRequest | undefined
  readonly backoff: boolean
  readonly watchListTimer: boolean
  /** Something happened since the last whole snapshot that only another one can mend. */
  readonly excused: boolean
  readonly cache: CacheModel
}

/** A world that something happened in, and what was wrong with that. */
export type Happened = readonly [World, Violation | undefined]

/** A version that is not chosen yet. */
export const none = -1

const anyBackoff = newBackoff(defaultBackoff, 0)

/** The world before anything happened. */
export function newWorld(useWatchList: boolean): World {
  const settings = {
    pageSize: 0,
    minWatchTimeout: 300_000,
    useWatchList,
    watchListTimeout: 30_000,
    resyncPeriod: 0,
    maxInternalErrorRetryDuration: 0,
    backoff: defaultBackoff,
    expectedType: undefined,
  }
  return {
    reflector: idle(settings, emptyMemory(anyBackoff)),
    api: emptyServer,
    request: undefined,
    backoff: false,
    watchListTimer: false,
    excused: true,
    cache: emptyCache,
  }
}

/** How something happens: two seconds after the request, so that a stream was no short one; and whether the consumer throws. */
export interface How {
  readonly late?: boolean
  readonly throws?: boolean
}

/** Gives the reflector one input and does what it asks for. `over`: the request ended with it. */
export function happen(
  world: World,
  happening: ReflectorHappening,
  over: boolean,
  { late = false, throws = false }: How = {},
): Happened {
  const moment = { at: late ? 2000 : 0, random: 0 }
  const consistent = world.request?.asked === ''
  let [reflector, effects] = step(world.reflector, { ...happening, ...moment })
  let { cache } = world
  let excused = world.excused || throws || mendedByList(world, happening, late)
  let violation: Violation | undefined
  const [first] = effects
  if (first?.type === 'emit' && throws) {
    const error = new Error('the consumer threw')
    ;[reflector, effects] = step(world.reflector, { type: 'deliveryFailed', error, ...moment })
  } else if (first?.type === 'emit') {
    ;[cache, violation] = take(cache, first.events, consistent)
    if (first.events.some(({ type }) => type === 'initDone')) excused = mendedByList(world, happening, late)
  }
  let next: World = {
    ...world,
    reflector: timeless(reflector),
    cache,
    excused,
    ...(over && { request: undefined }),
  }
  for (const effect of effects) {
    if (effect.type === 'list' || effect.type === 'openWatch') violation ??= askedWrongly(next, effect)
    next = applied(next, effect)
  }
  return [next, violation]
}

/** Whether the state has to be read anew after this: the end of a watch is no reason for that, nor is a busy server. */
function mendedByList({ reflector }: World, happening: ReflectorHappening, late: boolean): boolean {
  if (happening.type === 'listFailed') return true
  if (happening.type === 'watchFailed') return happening.failure.kind !== 'tooManyRequests'
  if (happening.type === 'events') {
    return happening.events.some(({ type, object }) => type === 'ERROR' && object.code !== 429)
  }
  if (happening.type !== 'streamEnded') return false
  return 'stream' in reflector && reflector.stream.events === 0 && !late
}

type Effect = ReturnType<typeof step>[1][number]

function applied(world: World, effect: Effect): World {
  switch (effect.type) {
    case 'list':
      return { ...world, request: { kind: 'list', asked: asked(effect.options), snapshot: none, sent: 0 } }
    case 'openWatch': {
      const initial = effect.options.sendInitialEvents === true
      const version = asked(effect.options)
      const rest = { open: false, sent: 0, snapshot: none, position: none }
      return { ...world, request: { kind: 'watch', asked: version, initial, ...rest } }
    }
    case 'abortList':
    case 'closeWatch':
      return { ...world, request: undefined }
    case 'setTimer':
    case 'cancelTimer': {
      const runs = effect.type === 'setTimer'
      if (effect.timer === 'backoffElapsed') return { ...world, backoff: runs }
      return effect.timer === 'watchListTimedOut' ? { ...world, watchListTimer: runs } : world
    }
    case 'emit':
    case 'handleError':
    case 'report':
  }
  return world
}

function asked({ resourceVersion = '' }: ListOptions): string {
  return resourceVersion
}

function askedWrongly(
  { reflector, excused }: World,
  { type, options }: Extract<Effect, { readonly type: 'list' | 'openWatch' }>,
): Violation | undefined {
  const known = reflector.memory.resourceVersion
  const version = asked(options)
  if (version !== '' && version !== known && (version !== '0' || known !== '')) {
    return { id: 'I10', what: `${version} was asked for while ${known || 'nothing'} is known` }
  }
  const readsAll = type === 'list' || options.sendInitialEvents === true
  return readsAll && !excused
    ? {
        id: 'I14',
        what: `everything is read again at ${version || 'the latest'} after nothing but ends of watches`,
      }
    : undefined
}

/**
 * The state with its times at zero. What time decides is an input here (a stream that ends late or at once, a timer
 * that fires or not), and counters stop where `step` stops to tell them apart, so that there are finitely many states.
 */
function timeless(state: ReflectorState): ReflectorState {
  const { memory } = state
  const still = {
    ...state,
    memory: { ...memory, backoff: anyBackoff, shortLived: Math.min(memory.shortLived, 4) },
  } as Record<string, unknown>
  if ('requestedAt' in still) still['requestedAt'] = 0
  if (still['lastEventAt'] !== undefined) still['lastEventAt'] = 0
  if ('internalErrors' in still) still['internalErrors'] = undefined
  if ('stream' in state) {
    still['stream'] = { ...state.stream, requestedAt: 0, events: Math.min(state.stream.events, 1) }
  }
  return still as unknown as ReflectorState
}
