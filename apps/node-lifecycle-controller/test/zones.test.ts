import { describe, expect, it } from 'vitest'
import { disruptionPlan } from '../src/decide/disruption-plan.ts'
import { zoneCount, type ZoneCount, type ZoneState } from '../src/decide/zone-state.ts'

const rates = { nodeEvictionRate: 0.1, secondaryNodeEvictionRate: 0.01, largeClusterSizeThreshold: 50 }

/** `ready` nodes that are, and others that are Unknown, False, or without a status. */
function zone(ready: number, unknown = 0, notReady = 0, silent = 0): ZoneCount {
  const statuses = [
    ...Array.from({ length: ready }, () => 'True'),
    ...Array.from({ length: unknown }, () => 'Unknown'),
    ...Array.from({ length: notReady }, () => 'False'),
    ...Array.from({ length: silent }, () => undefined),
  ]
  return zoneCount(statuses, 0.55)
}

const states = (counts: Record<string, ZoneState>) => new Map(Object.entries(counts))
const plan = (before: Record<string, ZoneState>, now: Record<string, ZoneCount>) =>
  disruptionPlan(states(before), new Map(Object.entries(now)), rates)

describe('the state of a zone', () => {
  it.each<[string, ZoneCount, ZoneState]>([
    ['one healthy node', zone(1), 'Normal'],
    ['one node that is down', zone(0, 1), 'FullDisruption'],
    ['four without conditions', zone(0, 0, 0, 4), 'FullDisruption'],
    ['3 Unknown and 1 ready', zone(1, 3), 'PartialDisruption'],
    ['2 of 5 down', zone(3, 1, 1), 'Normal'],
    ['3 of 5 down', zone(2, 3), 'PartialDisruption'],
    ['2 of 3 down', zone(1, 2), 'Normal'],
    ['11 of 20 down, 0.55', zone(9, 11), 'PartialDisruption'],
    ['10 of 20 down', zone(10, 10), 'Normal'],
    ['no nodes', zone(0), 'Normal'],
  ])('N-1: with %s', (_, { state }, expected) => {
    expect(state).toBe(expected)
  })

  it('N-1: comes with how many nodes there are, and how many of them fail', () => {
    expect(zone(3, 1, 1, 1)).toEqual({ size: 6, unhealthy: 3, state: 'Normal' })
  })
})

describe('what becomes of zones', () => {
  it('N-1: two zones down, one returns', () => {
    const down = plan({ a: 'Initial', b: 'Initial' }, { a: zone(0, 1), b: zone(0, 1) })
    expect(down.states).toEqual(states({ a: 'FullDisruption', b: 'FullDisruption' }))
    const back = plan({ a: 'FullDisruption', b: 'FullDisruption' }, { a: zone(1), b: zone(0, 1) })
    expect(back).toMatchObject({
      mode: 'exit',
      states: states({ a: 'Normal', b: 'FullDisruption' }),
    })
  })

  it.each<[string, ZoneCount, number]>([
    ['a partial one of 10 nodes waits', zone(4, 6), 0],
    ['one of 50 nodes is not large', zone(20, 30), 0],
    ['a partial one of 51 nodes is slow', zone(20, 31), 0.01],
    ['a full one among others goes on', zone(0, 10), 0.1],
    ['one that is well again goes on', zone(10), 0.1],
  ])('N-16: %s', (_, count, rate) => {
    const { mode, rates: set } = plan({ a: 'Initial', other: 'Normal' }, { a: count, other: zone(5) })
    expect({ mode, set }).toEqual({ mode: 'same', set: new Map([['a', rate]]) })
  })

  it('N-16: all of them full is master disruption: nothing is tainted any more', () => {
    const { mode, rates: set } = plan({ a: 'Normal', b: 'FullDisruption' }, { a: zone(0, 3), b: zone(0, 2) })
    expect({ mode, set }).toEqual({
      mode: 'enter',
      set: new Map([
        ['a', 0],
        ['b', 0],
      ]),
    })
  })

  it('N-16: a cluster that is down from the beginning enters it in the first pass', () => {
    expect(plan({ a: 'Initial' }, { a: zone(0, 3) }).mode).toBe('enter')
  })

  it('N-16: leaving it sets the rate of every zone', () => {
    const { mode, rates: set } = plan(
      { a: 'FullDisruption', b: 'FullDisruption', c: 'FullDisruption' },
      { a: zone(0, 3), b: zone(1, 3), c: zone(3) },
    )
    expect({ mode, set }).toEqual({
      mode: 'exit',
      set: new Map([
        ['a', 0.1],
        ['b', 0],
        ['c', 0.1],
      ]),
    })
  })

  it('N-16: while it lasts, and while nothing changes, nothing is set', () => {
    const down = plan({ a: 'FullDisruption' }, { a: zone(0, 3) })
    expect(down).toMatchObject({ mode: 'same', rates: new Map(), dropped: [] })
    const well = plan({ a: 'Normal', b: 'PartialDisruption' }, { a: zone(2), b: zone(2, 3) })
    expect(well).toMatchObject({ mode: 'same', rates: new Map() })
  })

  it('N-1: zones without nodes are dropped, all of them', () => {
    const { dropped, states: left } = plan(
      { a: 'Normal', b: 'Normal', c: 'FullDisruption' },
      { c: zone(0, 1) },
    )
    expect({ dropped, left }).toEqual({ dropped: ['a', 'b'], left: states({ c: 'FullDisruption' }) })
    expect(plan({ a: 'Normal' }, {})).toMatchObject({ mode: 'same', dropped: ['a'] })
  })
})
