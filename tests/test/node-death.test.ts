import { findCondition, Node } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { WholeCluster } from '../support/whole-cluster.ts'

async function started(nodes: number, pods: number): Promise<WholeCluster> {
  const cluster = new WholeCluster(nodes)
  await cluster.start()
  await cluster.web(pods)
  return cluster
}

describe('a node', () => {
  it('X-1: that dies costs its pod its endpoint within 55 s, and its life after 300 s more; then it is replaced', async () => {
    await using cluster = await started(4, 3)
    const victim = await cluster.podOn('node-0')
    const address = victim.status?.podIP ?? ''
    expect((await cluster.endpoints()).ready).toHaveLength(3)

    cluster.silence('node-0')
    await cluster.env.advance('55s')
    expect(await cluster.readiness('node-0')).toBe('Unknown')
    expect(findCondition((await cluster.podOn('node-0')).status?.conditions, 'Ready')?.status).toBe('False')
    const { ready, notReady } = await cluster.endpoints()
    expect({ ready: ready.length, notReady }).toEqual({ ready: 2, notReady: [address] })
    expect(await cluster.sliceConditions(address)).toMatchObject({ ready: false, serving: false })

    await cluster.env.advance('6s')
    expect(await cluster.taints('node-0')).toEqual([
      'node.kubernetes.io/unreachable:NoSchedule',
      'node.kubernetes.io/unreachable:NoExecute',
    ])
    await cluster.env.advance('285s')
    expect((await cluster.pods()).size, 'the pod is active still').toBe(3)

    await cluster.env.advance('16s')
    const pods = await cluster.pods()
    const gone = pods.get(victim.metadata.name ?? '')
    expect(gone?.metadata.deletionTimestamp).toBeDefined()
    expect(findCondition(gone?.status?.conditions, 'DisruptionTarget')).toMatchObject({
      status: 'True',
      reason: 'DeletionByTaintManager',
    })
    expect(pods.size, 'one replacement, at once').toBe(4)
    await cluster.env.advance('10s')
    expect((await cluster.endpoints()).ready).toHaveLength(3)
    expect((await cluster.pods()).size).toBe(4)
    cluster.env.verify()
  })

  it('X-2: that returns in time keeps its pod', async () => {
    await using cluster = await started(4, 3)
    const before = [...(await cluster.pods()).keys()].toSorted()
    cluster.silence('node-0')
    await cluster.env.advance('200s')
    expect((await cluster.endpoints()).ready).toHaveLength(2)
    cluster.wake('node-0')
    await cluster.env.advance('10s')
    expect(await cluster.readiness('node-0')).toBe('True')
    expect(await cluster.taints('node-0')).toEqual([])
    expect((await cluster.endpoints()).ready, 'its kubelet says that the pod is ready').toHaveLength(3)
    const { namespace, name } = (await cluster.podOn('node-0')).metadata
    expect(await cluster.messages('TaintManagerEviction')).toEqual([
      `Cancelling deletion of Pod ${namespace}/${name}`,
    ])
    await cluster.env.advance('8m')
    expect([...(await cluster.pods()).keys()].toSorted()).toEqual(before)
  })

  it('X-7: that somebody taints loses all its pods at once, and they come up elsewhere', async () => {
    await using cluster = await started(6, 3)
    const victim = await cluster.podOn('node-0')
    const taint = { key: 'mine', effect: 'NoExecute' }
    await cluster.env.client.patch(Node, { name: 'node-0' }, { spec: { taints: [taint] } })
    await cluster.env.advance('10s')
    const pods = await cluster.pods()
    expect(pods.has(victim.metadata.name ?? '')).toBe(false)
    expect([...pods.values()].map(({ spec }) => spec.nodeName)).not.toContain('node-0')
    expect((await cluster.endpoints()).ready).toHaveLength(3)
    expect(await cluster.taints('node-0')).toEqual(['mine:NoExecute'])
  })
})

it('X-3: when all nodes fall silent nothing is evicted, and all is well when they return', async () => {
  await using cluster = await started(3, 3)
  const all = ['node-0', 'node-1', 'node-2']
  const before = [...(await cluster.pods()).keys()].toSorted()
  cluster.silence(...all)
  await cluster.env.advance('8m')
  for (const node of all) {
    expect(await cluster.readiness(node)).toBe('Unknown')
    expect(await cluster.taints(node)).toEqual(['node.kubernetes.io/unreachable:NoSchedule'])
  }
  cluster.wake(...all)
  await cluster.env.advance('1m')
  for (const node of all) expect(await cluster.taints(node)).toEqual([])
  expect([...(await cluster.pods()).keys()].toSorted()).toEqual(before)
  expect(await cluster.messages('TaintManagerEviction')).toEqual([])
})
