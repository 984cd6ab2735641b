import type { Node, Taint, Toleration } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { evictionPlan } from '../src/decide/eviction-plan.ts'
import { laneOf } from '../src/decide/lane.ts'
import { noExecuteTaints } from '../src/decide/no-execute-taints.ts'
import { minTolerationTime } from '../src/decide/toleration-time.ts'

const taint = (key: string, effect = 'NoExecute', value?: string): Taint => ({
  key,
  effect,
  ...(value !== undefined && { value }),
})
const tolerates = (key: string, tolerationSeconds?: number): Toleration => ({
  key,
  operator: 'Exists',
  effect: 'NoExecute',
  ...(tolerationSeconds !== undefined && { tolerationSeconds }),
})

const now = Date.parse('2025-01-01T00:01:40Z')

describe('the taints that count', () => {
  it.each<[string, Taint[] | undefined, string[]]>([
    ['none', undefined, []],
    ['an empty list', [], []],
    ['one of each effect', [taint('a'), taint('b', 'NoSchedule'), taint('c', 'PreferNoSchedule')], ['a']],
    ['two', [taint('a'), taint('b', 'NoSchedule'), taint('c')], ['a', 'c']],
  ])('T-1: are those with the effect NoExecute: %s', (_, taints, expected) => {
    const node: Node = { metadata: { name: 'n' }, spec: { ...(taints && { taints: [...taints] }) } }
    expect(noExecuteTaints(node).map(({ key }) => key)).toEqual(expected)
  })
})

describe('the shortest toleration', () => {
  it.each<[string, (number | undefined)[], number]>([
    ['none', [], 0],
    ['one without a time', [undefined], Infinity],
    ['1 s and 2 s', [1, 2], 1000],
    ['1 s and one without a time', [1, undefined], 1000],
    ['one without a time and 1 s', [undefined, 1], 1000],
    ['0 s and 5 s', [0, 5], 0],
    ['less than none', [5, -1], 0],
    ['more than a timer of 32 bits holds', [10_000_000], 10_000_000_000],
  ])('T-9: of %s', (_, seconds, expected) => {
    const used = seconds.map((each) => tolerates('a', each))
    expect(minTolerationTime(used)).toBe(expected)
  })
})

describe('what becomes of a pod', () => {
  const plan = (taints: Taint[], tolerations: Toleration[] | undefined, countingSince?: number) =>
    evictionPlan({ taints, tolerations, now, countingSince })

  it('T-2: it goes at once when a taint is not tolerated', () => {
    const atOnce = { type: 'evict', createdAt: now, fireAt: now }
    expect(plan([taint('a')], undefined)).toEqual(atOnce)
    expect(plan([taint('a')], [tolerates('b')])).toEqual(atOnce)
    expect(plan([taint('a', 'NoExecute', 'x')], [{ key: 'a', value: 'y' }])).toEqual(atOnce)
  })

  it('T-6: it goes at once when one of two taints is not tolerated', () => {
    expect(plan([taint('a'), taint('b')], [tolerates('a', 100)])).toMatchObject({ fireAt: now })
  })

  it('T-2: it stays where everything is tolerated without a time', () => {
    expect(plan([taint('a')], [tolerates('a')])).toEqual({ type: 'stay' })
    expect(plan([taint('a', 'NoExecute', 'x')], [{ key: 'a', value: 'x' }])).toEqual({ type: 'stay' })
    expect(plan([], undefined)).toEqual({ type: 'stay' })
  })

  it('T-6: it goes after the shortest of its times', () => {
    expect(plan([taint('a'), taint('b')], [tolerates('a', 1), tolerates('b', 100)])).toEqual({
      type: 'evictUnlessDone',
      createdAt: now,
      fireAt: now + 1000,
    })
  })

  it('T-14: the first toleration that matches counts, not the shortest and not the best', () => {
    const any: Toleration = { operator: 'Exists', tolerationSeconds: 300 }
    const exact = tolerates('a', 10)
    expect(plan([taint('a')], [any, exact])).toMatchObject({ fireAt: now + 300_000 })
    expect(plan([taint('a')], [exact, any])).toMatchObject({ fireAt: now + 10_000 })
  })

  it.each([1, 100, 1000])('T-4 T-15: a countdown that runs is left as it is: %i s', (seconds) => {
    expect(plan([taint('a')], [tolerates('a', seconds)], now - 5000)).toEqual({ type: 'keepCountdown' })
    expect(plan([taint('a')], [tolerates('a', seconds)], now - 1)).toEqual({ type: 'keepCountdown' })
  })

  it('T-4: a countdown of this very instant is made anew', () => {
    expect(plan([taint('a')], [tolerates('a', 2)], now)).toEqual({
      type: 'evict',
      createdAt: now,
      fireAt: now + 2000,
    })
  })

  it('T-4: a countdown ends at once when the pod tolerates no more, and for good when it tolerates for ever', () => {
    expect(plan([taint('a')], [], now - 5000)).toEqual({ type: 'evict', createdAt: now, fireAt: now })
    expect(plan([taint('a')], [tolerates('a')], now - 5000)).toEqual({ type: 'stay' })
  })

  it('T-14: an operator that does not exist tolerates nothing', () => {
    expect(plan([taint('a')], [{ key: 'a', operator: 'Roughly' }])).toMatchObject({ type: 'evict' })
  })
})

it.each([
  ['node1', 4],
  ['node2', 5],
  ['node3', 2],
])('ROW-89 the work of %s is done in lane %i', (name, lane) => {
  expect(laneOf(name)).toBe(lane)
})
