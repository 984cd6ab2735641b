import { step, type ReflectorHappening } from '@rxkube/reflector'
import { nextGood } from './actions.ts'
import { keys, label, sameCollection, stateAt, versionOf, type Collection } from './api-model.ts'
import type { Violation } from './violation.ts'
import type { World } from './world.ts'

/** How many steps of a world without faults lead to quiet, at most. */
const mostHealing = 60

/** What does not hold in this world as it stands. */
export function violationIn(world: World): Violation | undefined {
  return (
    invented(world) ?? noState(world) ?? (world.reflector.phase === 'stopped' ? afterStop(world) : undefined)
  )
}

function invented({ api, cache }: World): Violation | undefined {
  const key = cache.store.findIndex(
    (held, at) =>
      held !== undefined &&
      !api.log.some((write) => write.key === at && write.uid === held.uid && write.version === held.version),
  )
  const held = cache.store[key]
  return held && { id: 'I1', what: `the cache holds ${label(key, held)}, which the server never had` }
}

// Stronger than "some state of the server": the very state of the version that the reflector would resume from.
function noState({ api, cache, reflector }: World): Violation | undefined {
  const { synced, resourceVersion } = reflector.memory
  const should = synced ? stateAt(api, Number(resourceVersion)) : []
  if (sameCollection(cache.store, should)) return undefined
  const what = `at version ${resourceVersion || 'none'} the cache lists [${shown(cache.store)}], the server had [${shown(should)}]`
  return { id: 'I8', what }
}

/** One input of each kind that could still come. */
const late: readonly ReflectorHappening[] = [
  { type: 'start' },
  { type: 'listItems', items: [] },
  { type: 'listEnd', metadata: { resourceVersion: '9' }, paginated: false },
  { type: 'watchOpened' },
  { type: 'events', events: [] },
  { type: 'streamEnded' },
  { type: 'deliveryFailed', error: new Error('late') },
  { type: 'backoffElapsed' },
  { type: 'watchListTimedOut' },
  { type: 'stop' },
]

function afterStop({ reflector, request, backoff, watchListTimer }: World): Violation | undefined {
  if (request !== undefined) return { id: 'I11', what: `a ${request.kind} is under way after the stop` }
  if (backoff || watchListTimer) return { id: 'I11', what: 'a timer runs after the stop' }
  for (const happening of late) {
    const [next, effects] = step(reflector, { ...happening, at: 0, random: 0 })
    if (next.phase !== 'stopped' || effects.length > 0) {
      return {
        id: 'I11',
        what: `${happening.type} after the stop leads to ${next.phase} and ${effects.length} effects`,
      }
    }
  }
  return undefined
}

/** Nothing is under way that could still change anything. */
function isQuiet({ api, request, reflector }: World): boolean {
  if (reflector.phase !== 'watching' || request?.kind !== 'watch') return false
  return request.open && !request.initial && request.position === versionOf(api)
}

/**
 * What does not hold once faults end: the world goes on with what a good server does until nothing is left to do. Worlds
 * for which `known` holds need no second look; `learn` is told of those that turned out well.
 */
export function violationAfterHealing(
  world: World,
  known: (world: World) => boolean,
  learn: (world: World) => void,
): Violation | undefined {
  if (world.reflector.phase === 'stopped') return undefined
  const passed: World[] = []
  let now = world
  while (!known(now) && !isQuiet(now)) {
    if (passed.length >= mostHealing)
      return { id: 'I12', what: `no quiet after ${mostHealing} steps without a fault` }
    passed.push(now)
    const next = nextGood(now)
    if (next === undefined) return { id: 'I12', what: `nothing happens any more, in ${now.reflector.phase}` }
    const [then, violation] = next.run()
    const wrong = violation ?? violationIn(then)
    if (wrong) return wrong
    now = then
  }
  if (!known(now)) {
    const { api, cache } = now
    const should = stateAt(api, versionOf(api))
    if (!sameCollection(cache.store, should)) {
      return { id: 'I12', what: `the cache lists [${shown(cache.store)}], the server has [${shown(should)}]` }
    }
    const key = keys.findIndex((_, at) => should[at] === undefined && cache.told[at] !== undefined)
    if (key >= 0) return { id: 'I4', what: `the handler was never told that ${keys[key]} was deleted` }
    passed.push(now)
  }
  for (const each of passed) learn(each)
  return undefined
}

function shown(state: Collection): string {
  return state.flatMap((held, key) => (held ? [label(key, held)] : [])).join(' ')
}
