import { script } from '@rxkube/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { actionsOf } from './actions.ts'
import { nothing } from './api-model.ts'
import { take } from './cache-model.ts'
import { Counterexample } from './counterexample.ts'
import { explore, type Exploration } from './explore.ts'
import { violationAfterHealing, violationIn } from './invariants.ts'
import { newWorld, type World } from './world.ts'

// `npm run model` goes to 12.
const depth = 8

beforeAll(() => {
  // Errors are made by the ten thousand here, and nobody reads where.
  const before = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  return () => (Error.stackTraceLimit = before)
})

/** What vitest shows of an exploration that found something. */
function foundIn({ counterexample }: Exploration): string {
  return counterexample === undefined ? 'nothing' : String(counterexample)
}

/** The place of the action of that name. */
function placeOf(world: World, name: string): number {
  const place = actionsOf(world).findIndex((action) => action.name === name)
  if (place < 0)
    throw new Error(
      `${name} cannot happen; ${actionsOf(world)
        .map((action) => action.name)
        .join(', ')} can`,
    )
  return place
}

describe('every history of a reflector', { timeout: 120_000 }, () => {
  it.each([
    ['that asks for WatchList', true, 15_000],
    ['that lists and watches', false, 12_000],
  ])(
    `MODEL-R1 INV-I1 INV-I2 INV-I3 INV-I4 INV-I8 INV-I10 INV-I11 INV-I12 INV-I14 %s keeps the invariants`,
    (_, useWatchList, fewest) => {
      const found = explore(newWorld(useWatchList), depth)
      expect(foundIn(found)).toBe('nothing')
      expect(found.states).toBeGreaterThan(fewest)
    },
  )
})

/** The world after these actions, and the place of each. */
function after(
  root: World,
  names: readonly string[],
): { readonly world: World; readonly via: readonly number[] } {
  const via: number[] = []
  let world = root
  for (const name of names) {
    const place = placeOf(world, name)
    via.push(place)
    ;[world] = actionsOf(world)[place]?.run() ?? [world]
  }
  return { world, via }
}

describe('each invariant of the model', () => {
  const names = ['the reflector starts', 'create a at 2', 'the list at 2 brings a2', 'the list at 2 ends']
  const { world } = after(newWorld(false), [...names, 'the watch opens'])
  const held = { uid: 1, version: 2 }
  const object = { metadata: { name: 'a', namespace: 'default', uid: 'a1', resourceVersion: '3' } }
  const healed = (each: World) =>
    violationAfterHealing(
      each,
      () => false,
      () => undefined,
    )

  it('holds in a good world', () => {
    expect(violationIn(world)).toBeUndefined()
    expect(healed(world)).toBeUndefined()
  })

  it('I1 can fail: the cache holds what the server never had', () => {
    const store = [{ uid: 1, version: 9 }, undefined]
    expect(violationIn({ ...world, cache: { ...world.cache, store } })?.id).toBe('I1')
  })

  it('I2 can fail: a list takes the cache back, unless it was asked for the latest', () => {
    const done = [{ type: 'initDone', resourceVersion: '1' }] as const
    expect(take(world.cache, done, false)[1]?.id).toBe('I2')
    expect(take(world.cache, done, true)[1]).toBeUndefined()
  })

  it.each(['added', 'deleted'] as const)('I3 can fail: %s does not fit what was told before', (type) => {
    const cache = type === 'added' ? world.cache : { ...world.cache, store: nothing, told: nothing }
    expect(take(cache, [{ type, object }], false)[1]?.id).toBe('I3')
  })

  it('I4 can fail: the handler was not told of a deletion', () => {
    const told = [held, held]
    expect(healed({ ...world, cache: { ...world.cache, told } })?.id).toBe('I4')
  })

  it('I8 can fail: the cache is not what the server had at the version of the reflector', () => {
    expect(violationIn({ ...world, cache: { ...world.cache, store: nothing } })?.id).toBe('I8')
  })

  it('I11 can fail: something is under way after the stop', () => {
    const stopped = after(world, ['stop']).world
    expect(violationIn(stopped)).toBeUndefined()
    expect(violationIn({ ...stopped, backoff: true })?.id).toBe('I11')
    expect(violationIn({ ...stopped, request: world.request })?.id).toBe('I11')
  })

  it('I12 can fail: nothing happens any more, and the cache is behind', () => {
    const behind = after(world, ['update a at 3']).world
    expect(healed({ ...behind, request: undefined })?.id).toBe('I12')
  })
})

describe('a counterexample', () => {
  const names = [
    'the reflector starts',
    'create a at 2',
    'the list at 2 brings a2',
    'the list at 2 ends',
    'the watch opens',
    'update a at 3',
    'the watch brings ~a3',
    'the watch ends at once',
  ]
  const root = newWorld(false)
  const { via } = after(root, names)
  const counterexample = new Counterexample(root, via, { id: 'I8', what: 'an example' })

  it('says what happened and which invariant does not hold', () => {
    expect(counterexample.steps).toEqual(names)
    expect(String(counterexample)).toMatch(
      /^I8 \(a list of the cache is one state of the collection\) does not hold/,
    )
  })

  it('goes on without faults where that is when it was found', () => {
    const healing = new Counterexample(root, via, { id: 'I12', what: 'an example' }, true)
    expect(healing.steps[names.length]).toBe('the watch opens (without faults from here)')
    expect(healing.script).toMatch(/^L\(0\)2\[a2\] W2: ~a3 eof W3:/)
  })

  it('is a script that a scripted server plays', () => {
    expect(counterexample.script).toBe('L(0)2[a2] W2: ~a3 eof')
    expect(script(counterexample.script).map(({ verb }) => verb)).toEqual(['list', 'watch'])
  })
})
