import { step, type ReflectorHappening, type ReflectorState } from '@rxkube/reflector'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { happenings, states } from './support/states.ts'

type Phase = ReflectorState['phase']
type Type = ReflectorHappening['type']

/** Where an input leads, and what is to be done; undefined: nothing happens. */
type Expected = `${Phase}${string}` | undefined

const none = undefined
const stopWith = (effects: string) => `stopped: ${effects}` as const
const waitWith = (effects: string) => `waiting: ${effects} setTimer` as const

/** What falls back from a stream to a list. */
const toList = 'listing: emit closeWatch cancelTimer cancelTimer report list'
const relisting = waitWith('emit closeWatch cancelTimer report')

const table: Record<Phase, Record<Type, Expected>> = {
  idle: {
    start: 'openingWatchList: emit openWatch setTimer setTimer',
    listItems: none,
    listRestarted: none,
    listEnd: none,
    listFailed: none,
    watchOpened: none,
    watchFailed: none,
    events: none,
    streamEnded: none,
    streamFailed: none,
    deliveryFailed: 'waiting: report setTimer',
    backoffElapsed: none,
    resyncDue: none,
    watchListTimedOut: none,
    bookmarkOverdue: none,
    stop: stopWith(''),
  },
  listing: {
    start: none,
    listItems: 'listing: emit',
    listRestarted: 'listing: emit',
    listEnd: 'openingWatch: emit report openWatch setTimer',
    listFailed: waitWith('emit handleError report'),
    watchOpened: none,
    watchFailed: none,
    events: none,
    streamEnded: none,
    streamFailed: none,
    deliveryFailed: waitWith('abortList handleError report'),
    backoffElapsed: none,
    resyncDue: none,
    watchListTimedOut: none,
    bookmarkOverdue: none,
    stop: stopWith('abortList'),
  },
  openingWatchList: {
    start: none,
    listItems: none,
    listRestarted: none,
    listEnd: none,
    listFailed: none,
    watchOpened: 'streaming: ',
    watchFailed: toList,
    events: none,
    streamEnded: none,
    streamFailed: none,
    deliveryFailed: waitWith('closeWatch cancelTimer cancelTimer report'),
    backoffElapsed: none,
    resyncDue: none,
    watchListTimedOut: `${toList} report`,
    bookmarkOverdue: 'openingWatchList: report setTimer',
    stop: stopWith('closeWatch cancelTimer cancelTimer'),
  },
  streaming: {
    start: none,
    listItems: none,
    listRestarted: none,
    listEnd: none,
    listFailed: none,
    watchOpened: none,
    watchFailed: none,
    events: 'streaming: emit setTimer',
    streamEnded: 'openingWatchList: emit openWatch setTimer setTimer',
    streamFailed: toList,
    deliveryFailed: waitWith('closeWatch cancelTimer cancelTimer report'),
    backoffElapsed: none,
    resyncDue: none,
    watchListTimedOut: `${toList} report`,
    bookmarkOverdue: 'streaming: report setTimer',
    stop: stopWith('closeWatch cancelTimer cancelTimer'),
  },
  openingWatch: {
    start: none,
    listItems: none,
    listRestarted: none,
    listEnd: none,
    listFailed: none,
    watchOpened: 'watching: ',
    watchFailed: waitWith('emit cancelTimer handleError report'),
    events: none,
    streamEnded: none,
    streamFailed: none,
    deliveryFailed: waitWith('closeWatch cancelTimer report'),
    backoffElapsed: none,
    resyncDue: 'openingWatch: emit setTimer',
    watchListTimedOut: none,
    bookmarkOverdue: none,
    stop: stopWith('closeWatch cancelTimer'),
  },
  watching: {
    start: none,
    listItems: none,
    listRestarted: none,
    listEnd: none,
    listFailed: none,
    watchOpened: none,
    watchFailed: none,
    events: 'watching: emit',
    streamEnded: 'openingWatch: openWatch',
    streamFailed: relisting,
    deliveryFailed: waitWith('closeWatch cancelTimer report'),
    backoffElapsed: none,
    resyncDue: 'watching: emit setTimer',
    watchListTimedOut: none,
    bookmarkOverdue: none,
    stop: stopWith('closeWatch cancelTimer'),
  },
  waiting: {
    start: none,
    listItems: none,
    listRestarted: none,
    listEnd: none,
    listFailed: none,
    watchOpened: none,
    watchFailed: none,
    events: none,
    streamEnded: none,
    streamFailed: none,
    deliveryFailed: waitWith('cancelTimer cancelTimer report'),
    backoffElapsed: 'openingWatchList: emit openWatch setTimer setTimer',
    resyncDue: none,
    watchListTimedOut: none,
    bookmarkOverdue: none,
    stop: stopWith('cancelTimer cancelTimer'),
  },
  stopped: {
    start: none,
    listItems: none,
    listRestarted: none,
    listEnd: none,
    listFailed: none,
    watchOpened: none,
    watchFailed: none,
    events: none,
    streamEnded: none,
    streamFailed: none,
    deliveryFailed: none,
    backoffElapsed: none,
    resyncDue: none,
    watchListTimedOut: none,
    bookmarkOverdue: none,
    stop: stopWith(''),
  },
}

const cells = (Object.keys(table) as Phase[]).flatMap((phase) =>
  (Object.keys(happenings) as Type[]).map((type) => [phase, type, table[phase][type]] as const),
)

describe('every state with every input', () => {
  it.each(cells)('%s, %s', (phase, type, expected) => {
    const state = states[phase]
    const [next, effects] = step(state, { ...happenings[type], at: 60_000, random: 0 })
    const unchanged = next === state && effects.length === 0
    const led = `${next.phase}: ${effects.map((effect) => effect.type).join(' ')}`
    expect(unchanged ? undefined : led).toBe(expected)
  })

  it('begins each state where the table says', () => {
    for (const phase of Object.keys(states) as Phase[]) expect(states[phase].phase).toBe(phase)
  })
})

describe('any history', () => {
  const history = fc.array(
    fc.record({
      type: fc.constantFrom(...(Object.keys(happenings) as Type[])),
      pause: fc.nat(5000),
      random: fc.double({ min: 0, max: 0.999, noNaN: true }),
    }),
    { maxLength: 200 },
  )

  it('RF3 FAULT-C11 emits first, holds one request at most, and only waits with a timer set', () => {
    fc.assert(
      fc.property(history, (inputs) => {
        let [state, at, open, timers] = [states.idle, 0, 0, new Set<string>()]
        for (const { type, pause, random } of inputs) {
          at += pause
          const [next, effects] = step(state, { ...happenings[type], at, random })
          if (ends.has(type) && next !== state) open = 0
          if (next !== state) timers.delete(type)
          for (const effect of effects) {
            if (effect.type === 'list' || effect.type === 'openWatch') open++
            if (effect.type === 'abortList' || effect.type === 'closeWatch') open = 0
            if (effect.type === 'setTimer') timers = new Set([...timers, effect.timer])
            if (effect.type === 'cancelTimer') timers.delete(effect.timer)
            expect(open).toBeLessThanOrEqual(1)
          }
          state = next
          expect(effects.slice(1).some((effect) => effect.type === 'emit')).toBe(false)
          expect(timers.has('backoffElapsed')).toBe(state.phase === 'waiting')
          expect(state.phase === 'stopped' ? open + timers.size : 0).toBe(0)
        }
      }),
    )
  })

  it('INV-I2 never takes the version back but by a list of the newest state', () => {
    fc.assert(
      fc.property(history, (inputs) => {
        let [state, at] = [states.idle, 0]
        for (const { type, pause, random } of inputs) {
          at += pause
          const known = state.memory.resourceVersion
          const newest = state.phase === 'listing' && state.resourceVersion === ''
          ;[state] = step(state, { ...happenings[type], at, random })
          expect(newest || BigInt(state.memory.resourceVersion) >= BigInt(known)).toBe(true)
        }
      }),
    )
  })
})

/** Inputs after which a request is over, wherever they count. */
const ends = new Set<Type>(['listEnd', 'listFailed', 'watchFailed', 'streamEnded', 'streamFailed'])
