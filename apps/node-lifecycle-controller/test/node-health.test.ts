import type { Lease, Node } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import {
  healthPlan,
  type HealthPlan,
  type NodeCondition,
  type NodeHealth,
} from '../src/decide/node-health.ts'

const grace = { nodeMonitorGracePeriod: 50_000, nodeStartupGracePeriod: 60_000 }
const created = '2025-01-01T12:00:00Z'
const start = Date.parse('2025-01-01T13:00:00Z')
const hour = 3_600_000

const ready = (status: string, lastHeartbeatTime = '2025-01-01T13:00:00Z'): NodeCondition => ({
  type: 'Ready',
  status,
  reason: 'KubeletReady',
  message: 'kubelet is posting ready status',
  lastHeartbeatTime,
  lastTransitionTime: '2025-01-01T12:00:00Z',
})

const nodeWith = (...conditions: NodeCondition[]): Node => ({
  metadata: { name: 'n', creationTimestamp: created },
  status: { conditions: [...conditions] },
})

const leaseAt = (renewTime: string): Lease => ({
  metadata: { name: 'n' },
  spec: { holderIdentity: 'n', renewTime },
})

function look(node: Node, now: number, before?: NodeHealth, lease?: Lease): HealthPlan {
  return healthPlan({ node, lease, before, now, grace })
}

const freshLease = leaseAt('2025-01-01T13:59:59.000000Z')
const oldLease = leaseAt('2025-01-01T13:00:00.000000Z')

describe('a node an hour later', () => {
  const oldNode = nodeWith(ready('True'))
  const before = look(oldNode, start, undefined, oldLease).health

  it('N-2: lives by its lease alone', () => {
    const plan = look(oldNode, start + hour, before, freshLease)
    expect(plan).toMatchObject({ observed: 'True', current: { status: 'True' }, write: undefined })
    expect(plan.health).toMatchObject({ probeTime: start + hour, renewTime: freshLease.spec?.renewTime })
  })

  it('N-2: lives by its status alone', () => {
    const node = nodeWith(ready('True', '2025-01-01T13:59:59Z'))
    const plan = look(node, start + hour, before, oldLease)
    expect(plan).toMatchObject({ observed: 'True', current: { status: 'True' }, write: undefined })
    expect(plan.health).toMatchObject({ probeTime: start + hour, readyTransitionTime: start })
  })

  it('N-2: is doubted when neither was renewed, in everything but its network', () => {
    const network: NodeCondition = { type: 'NetworkUnavailable', status: 'False' }
    const disk: NodeCondition = { ...ready('False'), type: 'DiskPressure' }
    const node = nodeWith(ready('True'), network, disk)
    const plan = look(node, start + hour, before, oldLease)
    const stopped = {
      status: 'Unknown',
      reason: 'NodeStatusUnknown',
      message: 'Kubelet stopped posting node status.',
      lastHeartbeatTime: '2025-01-01T13:00:00Z',
      lastTransitionTime: '2025-01-01T14:00:00Z',
    }
    const never = {
      status: 'Unknown',
      reason: 'NodeStatusNeverUpdated',
      message: 'Kubelet never posted node status.',
      lastHeartbeatTime: created,
      lastTransitionTime: '2025-01-01T14:00:00Z',
    }
    expect(plan.write?.conditions).toEqual([
      { type: 'Ready', ...stopped },
      network,
      { type: 'DiskPressure', ...stopped },
      { type: 'MemoryPressure', ...never },
      { type: 'PIDPressure', ...never },
    ])
    expect(plan).toMatchObject({ observed: 'True', current: { type: 'Ready', ...stopped } })
    expect(plan.write?.health).toMatchObject({
      ready: stopped,
      probeTime: start,
      readyTransitionTime: start + hour,
    })
  })

  it('N-2: that never said anything is left alone while its lease is renewed', () => {
    const silent = nodeWith()
    const first = look(silent, start, undefined, oldLease).health
    expect(look(silent, start + hour, first, freshLease)).toMatchObject({
      observed: 'Unknown',
      current: undefined,
      write: undefined,
      health: { probeTime: start + hour },
    })
  })

  it('N-2: that never said anything is doubted when its lease is old', () => {
    const silent = nodeWith()
    const first = look(silent, start, undefined, oldLease).health
    const plan = look(silent, start + hour, first, oldLease)
    expect(plan.current).toMatchObject({ status: 'Unknown', reason: 'NodeStatusNeverUpdated' })
    expect(plan.write?.conditions).toHaveLength(4)
  })

  it('N-2: that is Unknown already is not written again, whatever its other conditions are', () => {
    const plan = look(nodeWith(ready('Unknown')), start + hour, before, oldLease)
    expect(plan).toMatchObject({ observed: 'Unknown', write: undefined })
  })

  it('N-2: is not changed where it is', () => {
    const node = nodeWith(ready('True'))
    const copy = structuredClone(node)
    look(node, start + hour, before, oldLease)
    expect(node).toEqual(copy)
  })
})

describe('what is remembered', () => {
  it.each(['True', 'False', 'Unknown', undefined])('N-5: is what comes out, for %s', (status) => {
    const node = status === undefined ? nodeWith() : nodeWith(ready(status))
    const before = look(node, start).health
    for (const now of [start, start + 40_000, start + hour]) {
      const { current, health, write } = look(node, now, before)
      expect((write?.health ?? health).ready).toEqual(current)
    }
  })

  it.each<[string, NodeCondition | undefined, NodeCondition | undefined, number, number]>([
    ['the same heartbeat', ready('True'), ready('True'), 0, 0],
    ['a later heartbeat', ready('True'), ready('True', '2025-01-01T13:00:10Z'), 10, 0],
    ['an earlier heartbeat', ready('True'), ready('True', '2025-01-01T12:59:50Z'), 10, 0],
    [
      'a heartbeat with another state',
      ready('True'),
      { ...ready('False', '2025-01-01T13:00:10Z'), lastTransitionTime: '2025-01-01T13:00:10Z' },
      10,
      10,
    ],
    ['another state without a heartbeat', ready('True'), ready('False'), 0, 0],
    ['a status that came', undefined, ready('True'), 10, 10],
    ['a status that went', ready('True'), undefined, 10, 10],
  ])('N-5: follows %s', (_, first, second, probe, transition) => {
    const creationTimestamp = '2025-01-01T13:00:00Z'
    const node = (condition?: NodeCondition): Node => ({
      metadata: { name: 'n', creationTimestamp },
      status: { conditions: condition ? [condition] : [] },
    })
    const before = look(node(first), start).health
    const { probeTime, readyTransitionTime } = look(node(second), start + 10_000, before).health
    expect({
      probe: (probeTime - start) / 1000,
      transition: (readyTransitionTime - start) / 1000,
    }).toEqual({ probe, transition })
  })

  it('N-5: a node that never said anything is as old as itself', () => {
    expect(look(nodeWith(), start).health).toMatchObject({
      probeTime: Date.parse(created),
      readyTransitionTime: Date.parse(created),
    })
  })

  it.each([
    ['2025-01-01T13:00:00.000001Z', true],
    ['2025-01-01T13:00:00.000000Z', false],
    ['2025-01-01T12:59:59.999999Z', false],
  ])('N-5: a lease renewed at %s counts: %s', (renewTime, counts) => {
    const node = nodeWith(ready('True'))
    const before = look(node, start, undefined, oldLease).health
    const { health } = look(node, start + 1000, before, leaseAt(renewTime))
    expect(health.probeTime).toBe(counts ? start + 1000 : start)
  })
})

describe('grace', () => {
  it.each([
    ['a node that reported', nodeWith(ready('True')), 50],
    [
      'a node that never reported',
      { ...nodeWith(), metadata: { creationTimestamp: '2025-01-01T13:00:00Z' } },
      60,
    ],
  ])('N-17: of %s is over after %i s', (_, node, seconds) => {
    const before = look(node, start).health
    expect(look(node, start + seconds * 1000 - 1, before).write).toBeUndefined()
    expect(look(node, start + seconds * 1000, before).write).toBeDefined()
  })
})
