import type { Node, Taint } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { betaLabelChange } from '../src/decide/beta-labels.ts'
import { conditionTaintChange } from '../src/decide/condition-taints.ts'
import { membershipChange } from '../src/decide/membership.ts'
import { noExecutePlan } from '../src/decide/no-execute-plan.ts'
import { podNotReady } from '../src/decide/pod-not-ready.ts'
import { isExcludedFromDisruption, zoneKey } from '../src/decide/zone-key.ts'

const prefix = 'node.kubernetes.io/'
const taint = (name: string, effect = 'NoSchedule'): Taint => ({ key: prefix + name, effect })

function node(
  conditions: Record<string, string>,
  taints: readonly Taint[] = [],
  unschedulable = false,
): Node {
  return {
    metadata: { name: 'n' },
    spec: { taints: [...taints], ...(unschedulable && { unschedulable }) },
    status: { conditions: Object.entries(conditions).map(([type, status]) => ({ type, status })) },
  }
}

const labelled = (labels: Record<string, string> | undefined, name = 'n'): Node => ({
  metadata: { name, uid: `uid of ${name}`, ...(labels && { labels }) },
})

describe('NoSchedule taints', () => {
  it.each<[string, Record<string, string>, string[]]>([
    ['a ready node', { Ready: 'True', MemoryPressure: 'False', NetworkUnavailable: 'False' }, []],
    ['no network', { Ready: 'True', NetworkUnavailable: 'True' }, ['network-unavailable']],
    ['not ready', { Ready: 'False' }, ['not-ready']],
    ['silent', { Ready: 'Unknown', MemoryPressure: 'Unknown', DiskPressure: 'Unknown' }, ['unreachable']],
    ['no memory left', { MemoryPressure: 'True' }, ['memory-pressure']],
    ['no disk left', { DiskPressure: 'True' }, ['disk-pressure']],
    ['no processes left', { PIDPressure: 'True' }, ['pid-pressure']],
    ['a condition of somebody else', { KernelDeadlock: 'True' }, []],
    ['nothing known', {}, []],
  ])('N-9: follow from conditions: %s', (_, conditions, expected) => {
    const wanted = expected.map((name) => taint(name))
    expect(conditionTaintChange(node(conditions))).toEqual({ add: wanted, remove: [] })
    expect(conditionTaintChange(node(conditions, wanted))).toEqual({ add: [], remove: [] })
  })

  it('N-9: follow from being unschedulable, too', () => {
    expect(conditionTaintChange(node({ Ready: 'True' }, [], true)).add).toEqual([taint('unschedulable')])
  })

  it('N-9: go when the condition does, and those of others stay', () => {
    const foreign = [taint('not-ready', 'NoExecute'), { key: 'mine', effect: 'NoSchedule' }]
    const taints = [taint('not-ready'), taint('unschedulable'), ...foreign]
    expect(conditionTaintChange(node({ Ready: 'Unknown' }, taints))).toEqual({
      add: [taint('unreachable')],
      remove: [taint('not-ready'), taint('unschedulable')],
    })
  })
})

describe('labels', () => {
  it.each<[string, Record<string, string> | undefined, Record<string, string>]>([
    ['none', undefined, {}],
    ['unrelated ones', { os: 'linux' }, {}],
    [
      'stable ones alone',
      { 'kubernetes.io/os': 'linux', 'kubernetes.io/arch': 'arm64' },
      { os: 'linux', arch: 'arm64' },
    ],
    ['another old one', { 'kubernetes.io/os': 'linux', 'beta.kubernetes.io/os': 'plan9' }, { os: 'linux' }],
    ['the same old one', { 'kubernetes.io/os': 'linux', 'beta.kubernetes.io/os': 'linux' }, {}],
    ['an old one alone', { 'beta.kubernetes.io/os': 'plan9' }, {}],
  ])('N-11: old labels say what the stable ones do: %s', (_, labels, expected) => {
    const change = Object.fromEntries(
      Object.entries(expected).map(([name, value]) => [`beta.kubernetes.io/${name}`, value]),
    )
    expect(betaLabelChange(labelled(labels))).toEqual(change)
  })

  it.each<[Record<string, string> | undefined, boolean]>([
    [undefined, false],
    [{}, false],
    [{ 'node.kubernetes.io/exclude-disruption': '' }, true],
    [{ 'node.kubernetes.io/exclude-disruption': 'true' }, true],
    [{ 'node.kubernetes.io/exclude-disruption': 'false' }, true],
    [{ 'node.kubernetes.io/exclude-from-external-load-balancers': '' }, false],
  ])('N-12: %o excludes a node from disruption: %s', (labels, excluded) => {
    expect(isExcludedFromDisruption(labelled(labels))).toBe(excluded)
  })

  it.each<[Record<string, string> | undefined, string]>([
    [undefined, ''],
    [{ 'topology.kubernetes.io/region': 'r', 'topology.kubernetes.io/zone': 'z' }, 'r:\0:z'],
    [{ 'topology.kubernetes.io/zone': 'z' }, ':\0:z'],
    [{ 'topology.kubernetes.io/region': 'r' }, 'r:\0:'],
    [{ 'failure-domain.beta.kubernetes.io/zone': 'old', 'topology.kubernetes.io/zone': 'new' }, ':\0:old'],
  ])('N-1: the zone of %o', (labels, zone) => {
    expect(zoneKey(labelled(labels))).toBe(zone)
  })
})

it('N-10: nodes are told apart by name, and their zones by whether they were counted', () => {
  const nodes = [
    labelled(undefined, 'a'),
    labelled({ 'topology.kubernetes.io/zone': 'z' }, 'b'),
    labelled({}, 'c'),
  ]
  const known = new Map([
    ['a', '1'],
    ['b', '2'],
    ['gone', '3'],
  ])
  const change = membershipChange(nodes, known, new Set(['']))
  expect(change.added.map(({ metadata }) => metadata.name)).toEqual(['c'])
  expect(change.deleted).toEqual(new Map([['gone', '3']]))
  expect(change.newZones).toEqual(new Set([':\0:z']))
})

describe('NoExecute taints', () => {
  const [unreachable, notReady] = [taint('unreachable', 'NoExecute'), taint('not-ready', 'NoExecute')]

  it.each<[string, Taint[], string, object]>([
    ['ready', [unreachable], 'True', { type: 'clear' }],
    ['silent', [], 'Unknown', { type: 'queue', fresh: true }],
    ['silent and tainted', [unreachable], 'Unknown', { type: 'queue', fresh: false }],
    ['not ready', [], 'False', { type: 'queue', fresh: true }],
    ['not ready and tainted', [notReady], 'False', { type: 'queue', fresh: false }],
  ])('N-6: a node that is %s', (_, taints, observed, plan) => {
    expect(noExecutePlan(node({}, taints), observed)).toEqual(plan)
  })

  it('N-8: one takes the place of the other at once', () => {
    expect(noExecutePlan(node({}, [unreachable]), 'False')).toEqual({
      type: 'swap',
      change: { add: [notReady], remove: [unreachable] },
    })
    expect(noExecutePlan(node({}, [notReady]), 'Unknown')).toEqual({
      type: 'swap',
      change: { add: [unreachable], remove: [notReady] },
    })
  })
})

describe('a pod of a node that does not answer', () => {
  const now = Date.parse('2025-01-01T00:00:00Z')
  const pod = (status: string) => ({
    metadata: { name: 'p' },
    spec: { containers: [] },
    status: {
      conditions: [
        { type: 'Initialized', status: 'True' },
        { type: 'Ready', status, reason: 'r', message: 'm', lastTransitionTime: '2024-01-01T00:00:00Z' },
      ],
    },
  })

  it('N-4: is not ready, for the reason that it gave', () => {
    const before = pod('True')
    expect(podNotReady(before, now)?.status?.conditions).toEqual([
      { type: 'Initialized', status: 'True' },
      {
        type: 'Ready',
        status: 'False',
        reason: 'r',
        message: 'm',
        lastTransitionTime: '2025-01-01T00:00:00Z',
      },
    ])
    expect(before).toEqual(pod('True'))
  })

  it('N-4: is left alone when it is not ready already, or has no such condition', () => {
    expect(podNotReady(pod('False'), now)).toBeUndefined()
    expect(podNotReady({ metadata: {}, spec: { containers: [] } }, now)).toBeUndefined()
  })
})
