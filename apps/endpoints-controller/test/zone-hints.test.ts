import { describe, expect, it } from 'vitest'

import { allocate, isOverloaded, type Allocation } from '../src/decide/hints/allocations.ts'
import { cpuRatios } from '../src/decide/hints/cpu-ratios.ts'
import { exchange, redistribute } from '../src/decide/hints/redistribute.ts'
import { hintsOf } from '../src/decide/hints/zone-hints.ts'
import type { Slice } from '../src/decide/slices/slice.ts'
import { TopologyCache } from '../src/memory/topology-cache.ts'
import { node } from './support/objects.ts'

const counts = (zones: Record<string, number>) => new Map(Object.entries(zones))
const desired = (zones: Record<string, number>) =>
  new Map(
    Object.entries(zones).map(([zone, each]): [string, Allocation] => [
      zone,
      { minimum: 0, maximum: 0, desired: each },
    ]),
  )
const slice = (...endpoints: readonly [zone: string, ready?: boolean, hint?: string][]): Slice => ({
  addressType: 'IPv4',
  metadata: {},
  endpoints: endpoints.map(endpoint),
})
const endpoint = ([zone, ready = true, hint]: readonly [string, boolean?, string?]) => {
  const plain = { addresses: ['1.1.1.1'], zone, conditions: { ready } }
  return hint === undefined ? plain : { ...plain, hints: { forZones: hint ? [{ name: hint }] : [] } }
}

describe('CPUs of zones', () => {
  it.each<[string, string, number]>([
    ['4', '12', 0.25],
    ['3900m', '1300m', 0.75],
    ['1.5', '4.5', 0.25],
    ['100u', '3m', 0.25],
    ['2e1', '60', 0.25],
  ])('%s in one zone and %s in another', (one, other, ratio) => {
    expect(cpuRatios([node('1', 'a', one), node('2', 'b', other)])?.get('a')).toBe(ratio)
  })

  it('are shared among ready nodes that are no control plane', () => {
    const control = node('c', 'a', '64')
    control.metadata.labels = { ...control.metadata.labels, 'node-role.kubernetes.io/control-plane': '' }
    const nodes = [
      node('1', 'b', '1'),
      node('2', 'a', '2'),
      node('3', 'a', '1000m'),
      node('4', 'c', '9', false),
      control,
    ]
    expect([...(cpuRatios(nodes) ?? [])]).toEqual([
      ['a', 0.75],
      ['b', 0.25],
    ])
  })

  it.each([
    ['one zone', [node('1', 'a'), node('2', 'a')]],
    ['a node without a zone', [node('1', 'a'), node('2', 'b'), node('3')]],
    ['a node without CPUs', [node('1', 'a'), node('2', 'b', '0')]],
    ['a node with CPUs that cannot be read', [node('1', 'a'), node('2', 'b', 'lots')]],
    ['no node', []],
  ])('%s is not enough for hints', (_name, nodes) => {
    expect(cpuRatios(nodes)).toBeUndefined()
  })
})

describe('allocations', () => {
  const even = counts({ a: 1 / 3, b: 1 / 3, c: 1 / 3 })

  it.each<[string, Map<string, number> | undefined, number, string]>([
    [
      'no ratios',
      undefined,
      9,
      'Insufficient Node information: allocatable CPU or zone not specified on one or more nodes',
    ],
    ['fewer endpoints than zones', even, 2, 'Insufficient number of endpoints (2 endpoints, 3 zones)'],
    [
      'no fair share',
      counts({ a: 0.5, b: 0.45, c: 0.05 }),
      3,
      'Unable to allocate minimum required endpoints to each zone without exceeding overload threshold (3 endpoints, 3 zones)',
    ],
  ])('are refused for %s', (_name, ratios, endpoints, message) => {
    expect(allocate(ratios, endpoints)).toBe(message)
  })

  it('are the share of each zone, a sixth less at least', () => {
    const allocations = allocate(counts({ a: 0.5, b: 0.3, c: 0.2 }), 20)
    expect(allocations).toEqual(
      new Map([
        ['a', { minimum: 9, maximum: 11, desired: 10 }],
        ['b', { minimum: 5, maximum: 7, desired: 6 }],
        ['c', { minimum: 4, maximum: 6, desired: 4 }],
      ]),
    )
  })
})

describe('moving endpoints between zones', () => {
  it.each<
    [string, Record<string, number>, Record<string, number>, Record<string, number>, Record<string, number>]
  >([
    ['nothing', {}, {}, {}, {}],
    ['no need', { a: 1.2, b: 1.1, c: 1 }, { a: 1, b: 1, c: 1 }, {}, {}],
    ['less than a half', { a: 5.1, b: 5.1, c: 5.8 }, { a: 16 }, { a: 10 }, { b: 5, c: 5 }],
    ['to where most is needed', { a: 5, b: 5.6, c: 5.4 }, { a: 16 }, { a: 11 }, { b: 6, c: 5 }],
    ['from where most is', { a: 5, b: 5.6, c: 5.4 }, { b: 8, c: 8 }, { b: 2, c: 3 }, { a: 5 }],
    ['more than is wanted', { a: 5, b: 5, c: 5 }, { a: 6, b: 6, c: 6 }, {}, {}],
    ['negative shares', { a: -5, b: -5, c: -5 }, { a: 6, b: 6, c: 6 }, {}, {}],
    ['negative counts', { a: 5, b: 5, c: 5 }, { a: -4, b: -3, c: -2 }, {}, {}],
    ['one negative count', { a: 5, b: 5, c: 5 }, { a: -40, b: 20, c: 20 }, { b: 15, c: 15 }, { a: 30 }],
  ])('%s', (_name, shares, hints, giving, receiving) => {
    expect(exchange(desired(shares), counts(hints))).toEqual({
      giving: counts(giving),
      receiving: counts(receiving),
    })
  })

  it.each<[string, Slice[], Record<string, number>, Record<string, number>, Record<string, number>]>([
    ['nothing', [], {}, {}, {}],
    ['one endpoint', [slice(['a'])], { a: 1 }, { b: 1 }, { a: -1, b: 1 }],
    ['to two zones', [slice(['a'], ['a'], ['a'])], { a: 2 }, { b: 1, c: 1 }, { a: -2, b: 1, c: 1 }],
    ['not one that is not ready', [slice(['a', false])], { a: 1 }, { b: 1 }, {}],
  ])('redistributes %s', (_name, slices, giving, receiving, moved) => {
    expect(redistribute(slices, { giving: counts(giving), receiving: counts(receiving) }).moved).toEqual(
      counts(moved),
    )
  })
})

describe('hints that may stay', () => {
  const atMost = (maximum: Record<string, number>) =>
    new Map(Object.entries(maximum).map(([zone, each]) => [zone, { maximum: each }]))

  it.each<
    [string, Slice, Record<string, number>, Record<string, number>, Record<string, number> | undefined]
  >([
    ['none', slice(), {}, {}, {}],
    ['one', slice(['a', true, 'a']), { a: 1 }, { a: 3 }, { a: 1 }],
    ['one, and one not ready', slice(['a', true, 'a'], ['a', false, 'a']), { a: 1 }, { a: 3 }, { a: 1 }],
    [
      'several zones',
      slice(['a', true, 'a'], ['a', true, 'b'], ['b', true, 'b']),
      { a: 1, b: 1, c: 1 },
      { a: 3, b: 3, c: 3 },
      { a: 1, b: 2 },
    ],
    ['a zone that is no more', slice(['a', true, 'gone']), { a: 1 }, { a: 3 }, undefined],
    ['an endpoint without hints', slice(['a', true]), {}, { a: 3 }, undefined],
    ['an endpoint with empty hints', slice(['a', true, '']), {}, { a: 3 }, undefined],
    ['too many for the others', slice(['a', true, 'a'], ['a', true, 'a']), { a: 1 }, { a: 2 }, undefined],
  ])('%s', (_name, given, others, maximum, expected) => {
    expect(hintsOf(given, counts(others), atMost(maximum))).toEqual(expected && counts(expected))
  })
})

describe('nodes that come and go', () => {
  it.each<[string, Record<string, number>, Record<string, number> | undefined, boolean]>([
    ['no hints', {}, { a: 0.5, b: 0.5 }, false],
    ['no ratios any more', { a: 1 }, undefined, true],
    ['a new zone', { a: 2, b: 2 }, { a: 0.4, b: 0.3, c: 0.3 }, true],
    ['fair', { a: 2, b: 2 }, { a: 0.5, b: 0.5 }, false],
    ['one zone grew', { a: 2, b: 2 }, { a: 0.9, b: 0.1 }, true],
  ])('%s', (_name, hints, ratios, overloaded) => {
    expect(isOverloaded(counts(hints), ratios && counts(ratios))).toBe(overloaded)
  })

  it('wake the Services whose hints are not fair any more', () => {
    let nodes = [node('1', 'a'), node('2', 'b')]
    const cache = new TopologyCache(() => nodes)
    expect(cache.nodesChanged()).toEqual([])
    cache.remember('ns/foo', 'IPv4', counts({ a: 2, b: 2 }))
    cache.remember('ns/bar', 'IPv4', counts({ a: 2, b: 2, c: 2 }))
    expect(cache.nodesChanged()).toEqual(['ns/bar'])
    nodes = [...nodes, node('3', 'c')]
    expect(cache.nodesChanged()).toEqual(['ns/foo'])
    expect(cache.topologyFor('ns/foo').populated).toBe(true)
    cache.remember('ns/foo', 'IPv4', undefined)
    cache.deleteService('ns/bar')
    expect([cache.size, cache.topologyFor('ns/foo').populated]).toEqual([0, false])
  })
})
