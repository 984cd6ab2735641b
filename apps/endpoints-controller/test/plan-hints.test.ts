import type { EndpointSlice, Node, Pod, Service } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'

import { cpuRatios } from '../src/decide/hints/cpu-ratios.ts'
import { node, pod, service } from './support/objects.ts'
import { actions, slicesPlan, written } from './support/slices.ts'

const nodes = [node('node-a', 'a'), node('node-b', 'b'), node('node-c', 'c')]
const nothing = { create: 0, update: 0, delete: 0 }
const auto = service({}, { annotations: { 'service.kubernetes.io/topology-mode': 'Auto' } })

/** Pods on the node of each letter. */
function on(zones: string, ready = true): Pod[] {
  return zones.split('').map((zone, n) => pod(n, { node: `node-${zone}`, ready }))
}

interface Facts {
  readonly existing?: EndpointSlice[]
  readonly populated?: boolean
  readonly nodes?: Node[]
}

function plan(svc: Service, pods: readonly Pod[], facts: Facts = {}) {
  const ratios = cpuRatios(facts.nodes ?? nodes)
  return slicesPlan(svc, pods, { nodes, ...facts, ...(ratios ? { ratios } : {}) })
}

const hints = (slices: readonly EndpointSlice[]) =>
  slices
    .flatMap(({ endpoints }) => endpoints ?? [])
    .map((each) => each.hints?.forZones?.map(({ name }) => name).join() ?? '-')
const messages = (planned: ReturnType<typeof plan>) =>
  planned.types.flatMap(({ events }) => events).map(({ reason, message }) => `${reason} ${message}`)

describe('hints by zone', () => {
  it('are each endpoint’s own zone where pods are spread as the CPUs are, and told of once', () => {
    const first = plan(auto, on('abcabc'))
    const existing = written([], first)
    expect(hints(existing)).toEqual(['a', 'b', 'c', 'a', 'b', 'c'])
    expect(messages(first)).toEqual([
      'TopologyAwareHintsEnabled Topology Aware Hints has been enabled, addressType: IPv4',
    ])
    expect(first.types[0]?.hints).toEqual(
      new Map([
        ['a', 2],
        ['b', 2],
        ['c', 2],
      ]),
    )
    const second = plan(auto, on('abcabc'), { existing, populated: true })
    expect([actions(second), messages(second)]).toEqual([nothing, []])
  })

  it('move single endpoints to zones that have too few', () => {
    const made = written([], plan(auto, on('aaaabc')))
    expect(hints(made).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['a', 'a', 'b', 'b', 'c', 'c'])
  })

  it('are on ready endpoints only', () => {
    const all = [...on('abc'), pod(3, { node: 'node-a', ready: false })]
    expect(hints(written([], plan(auto, all)))).toEqual(['a', 'b', 'c', '-'])
  })

  it('are taken away when there are too few endpoints, with a warning', () => {
    const existing = written([], plan(auto, on('abcabc')))
    const fewer = plan(auto, on('ab'), { existing, populated: true })
    expect(hints(written(existing, fewer))).toEqual(['-', '-'])
    expect(messages(fewer)).toEqual([
      'TopologyAwareHintsDisabled Insufficient number of endpoints (2 endpoints, 3 zones), addressType: IPv4',
    ])
  })

  it('are taken away when an endpoint has no zone, and slices without hints are not written again', () => {
    const bare = [...nodes.slice(0, 2), node('node-c')]
    const all = on('abcabc')
    const existing = written([], slicesPlan(service(), all, { nodes: bare }))
    const ratios = cpuRatios(nodes)
    const planned = slicesPlan(auto, all, { existing, nodes: bare, ...(ratios ? { ratios } : {}) })
    expect([actions(planned), messages(planned)]).toEqual([
      nothing,
      ['TopologyAwareHintsDisabled One or more endpoints do not have a zone specified, addressType: IPv4'],
    ])
  })

  it('are taken away with the annotation', () => {
    const existing = written([], plan(auto, on('abc')))
    const planned = plan(service(), on('abc'), { existing, populated: true })
    expect([actions(planned), hints(written(existing, planned))]).toEqual([
      { ...nothing, update: 1 },
      ['-', '-', '-'],
    ])
    expect(messages(planned)).toEqual([
      'TopologyAwareHintsDisabled Topology Aware Hints has been disabled, addressType: IPv4',
    ])
  })

  it('follow the old annotation where both are there', () => {
    const annotations = {
      'service.kubernetes.io/topology-mode': 'Auto',
      'service.kubernetes.io/topology-aware-hints': 'Disabled',
    }
    expect(hints(written([], plan(service({}, { annotations }), on('abc'))))).toEqual(['-', '-', '-'])
  })

  it('need nodes in two zones', () => {
    const one = [node('node-a', 'a')]
    expect(messages(plan(auto, on('aaa'), { nodes: one }))).toEqual([
      'TopologyAwareHintsDisabled Insufficient Node information: allocatable CPU or zone not specified on one or more nodes, addressType: IPv4',
    ])
  })
})

describe('trafficDistribution PreferClose', () => {
  const close = service({ trafficDistribution: 'PreferClose' })

  it('hints at each ready endpoint’s own zone, empty where it is unknown', () => {
    const all = [...on('ab'), pod(2, { node: 'node-x' }), pod(3, { node: 'node-a', ready: false })]
    const planned = slicesPlan(close, all, { nodes: [...nodes, node('node-x')] })
    expect(hints(written([], planned))).toEqual(['a', 'b', '', '-'])
  })

  it('updates slices that have no hints or wrong ones, and no others', () => {
    const existing = written([], plan(service(), on('ab')))
    const planned = plan(close, on('ab'), { existing })
    expect([actions(planned), hints(written(existing, planned))]).toEqual([
      { ...nothing, update: 1 },
      ['a', 'b'],
    ])
    expect(actions(plan(close, on('ab'), { existing: written(existing, planned) }))).toEqual(nothing)
  })

  it('gives way to the annotation, and hints go when it goes', () => {
    const existing = written([], plan(close, on('ab')))
    expect(actions(plan(service(), on('ab'), { existing }))).toEqual({ ...nothing, update: 1 })
    const both = { ...close, metadata: auto.metadata }
    expect(messages(plan(both, on('ab')))[0]).toContain('Insufficient number of endpoints')
  })
})
