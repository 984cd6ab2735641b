import { Node } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { NodeCluster } from './support/node-cluster.ts'

const lost = ['unreachable:NoSchedule', 'unreachable:NoExecute']
const sick = ['not-ready:NoSchedule', 'not-ready:NoExecute']
const sickness = { 'node-not-ready.stage.kwok.x-k8s.io': 'true' }

/** A label of a fake node that makes it say that it is not ready. */
async function sicken(cluster: NodeCluster, name: string, isSick = true): Promise<void> {
  const labels = isSick ? sickness : { 'node-not-ready.stage.kwok.x-k8s.io': null }
  await cluster.env.client.patch(Node, { name }, { metadata: { labels } })
}

describe('NoExecute taints in a cluster', () => {
  it('N-6: a silent node is unreachable, a sick one not ready, and a healthy one neither; both recover', async () => {
    await using cluster = new NodeCluster(8)
    await cluster.start()
    cluster.silence('node-0')
    await sicken(cluster, 'node-1')
    await cluster.env.advance('90s')
    expect(await cluster.taints('node-0')).toEqual(lost)
    expect(await cluster.taints('node-1')).toEqual(sick)
    expect(await cluster.taints('node-2')).toEqual([])
    cluster.wake('node-0')
    await sicken(cluster, 'node-1', false)
    await cluster.env.advance('10s')
    expect([await cluster.taints('node-0'), await cluster.taints('node-1')]).toEqual([[], []])
  })

  it('N-6: taints say when they came', async () => {
    await using cluster = new NodeCluster(3)
    await cluster.start()
    cluster.silence('node-0')
    await cluster.env.advance('90s')
    const { spec } = await cluster.node('node-0')
    for (const { timeAdded } of spec?.taints ?? []) expect(timeAdded).toMatch(/^2025-01-01T00:0[01]:\d\dZ$/)
    expect(spec?.taints).toHaveLength(2)
  })

  it('N-7: a node that recovers before its turn does not hold up the next ones', async () => {
    await using cluster = new NodeCluster(8)
    await cluster.start()
    await sicken(cluster, 'node-0')
    await sicken(cluster, 'node-1')
    await cluster.env.advance('6s')
    await sicken(cluster, 'node-1', false)
    await cluster.env.advance('6s')
    await sicken(cluster, 'node-1')
    await sicken(cluster, 'node-2')
    await sicken(cluster, 'node-1', false)
    await cluster.env.advance('30s')
    expect(await cluster.taints('node-1')).toEqual([])
    expect(await cluster.taints('node-2')).toEqual(sick)
    await sicken(cluster, 'node-1')
    await cluster.env.advance('20s')
    expect(await cluster.taints('node-1')).toEqual(sick)
  })

  it('N-8: a node that was silent and says that it is sick gets the other taint at once', async () => {
    await using cluster = new NodeCluster(8)
    await cluster.start()
    cluster.silence('node-0')
    await cluster.env.advance('70s')
    expect(await cluster.taints('node-0')).toEqual(lost)
    for (const name of ['node-1', 'node-2']) await sicken(cluster, name)
    await sicken(cluster, 'node-0')
    cluster.wake('node-0')
    await cluster.env.advance('6s')
    expect(await cluster.taints('node-0')).toEqual(expect.arrayContaining(sick))
    expect(await cluster.taints('node-0')).toHaveLength(2)
  })

  it('N-6: a controller that starts again takes taints off, puts them on anew, and leaves it at that', async () => {
    await using cluster = new NodeCluster(3)
    await cluster.start()
    cluster.silence('node-0')
    await cluster.env.advance('90s')
    cluster.forgetWrites()
    await cluster.start()
    expect(await cluster.taints('node-0')).toEqual(['unreachable:NoSchedule'])
    await cluster.env.advance('200ms')
    expect(await cluster.taints('node-0')).toEqual(lost)
    expect(cluster.writes()).toHaveLength(2)
    await cluster.env.advance('10m')
    expect(cluster.writes()).toHaveLength(2)
  })

  it('N-15: somebody else who taints the node at the same time loses nothing', async () => {
    await using cluster = new NodeCluster(3)
    await cluster.start()
    const mine = { key: 'mine', effect: 'NoSchedule' }
    let isFirst = true
    cluster.env.faults.delay(
      {
        view: 'lifecycle',
        verb: 'patch',
        resource: 'nodes',
        where: () => {
          const struck = isFirst
          isFirst = false
          return struck
        },
      },
      '50ms',
    )
    await sicken(cluster, 'node-0')
    await cluster.env.advance('1ms')
    await cluster.env.client.patch(Node, { name: 'node-0' }, { spec: { taints: [mine] } })
    await cluster.env.advance('20s')
    expect(await cluster.taints('node-0')).toEqual(['mine:NoSchedule', ...sick])
  })
})

describe('NoSchedule taints and labels in a cluster', () => {
  it('N-9: follow conditions and being unschedulable', async () => {
    await using cluster = new NodeCluster(3)
    await cluster.start()
    await cluster.plainNode('n', { Ready: 'True', NetworkUnavailable: 'True', DiskPressure: 'True' })
    await cluster.env.client.patch(Node, { name: 'n' }, { spec: { unschedulable: true } })
    await cluster.env.advance('1s')
    expect((await cluster.taints('n')).toSorted()).toEqual([
      'disk-pressure:NoSchedule',
      'network-unavailable:NoSchedule',
      'unschedulable:NoSchedule',
    ])
    await cluster.conditions('n', { NetworkUnavailable: 'False', DiskPressure: 'Unknown' })
    await cluster.env.client.patch(Node, { name: 'n' }, { spec: { unschedulable: null } })
    await cluster.env.advance('1s')
    expect(await cluster.taints('n')).toEqual([])
  })

  it('N-11: old labels say what the stable ones do', async () => {
    await using cluster = new NodeCluster()
    const labels = {
      'kubernetes.io/os': 'plan9',
      'kubernetes.io/arch': 'mips',
      'beta.kubernetes.io/arch': 'vax',
    }
    await cluster.plainNode('n', { Ready: 'True' }, labels)
    await cluster.plainNode('none', { Ready: 'True' }, { 'beta.kubernetes.io/os': 'mine' })
    await cluster.start()
    expect((await cluster.node('n')).metadata.labels).toEqual({
      ...labels,
      'beta.kubernetes.io/os': 'plan9',
      'beta.kubernetes.io/arch': 'mips',
    })
    expect((await cluster.node('none')).metadata.labels).toEqual({ 'beta.kubernetes.io/os': 'mine' })
  })

  it('N-9 N-11: a second controller finds nothing to do', async () => {
    await using cluster = new NodeCluster(3)
    await cluster.plainNode('n', { Ready: 'True', PIDPressure: 'True' }, { 'kubernetes.io/os': 'plan9' })
    await cluster.start()
    expect(cluster.writes()).not.toEqual([])
    await cluster.env.advance('10s')
    cluster.forgetWrites()
    await cluster.start()
    await cluster.env.advance('10s')
    expect(cluster.writes()).toEqual([])
  })
})
