import { findCondition, Node } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { NodeCluster } from './support/node-cluster.ts'

describe('a node', () => {
  it('N-17: is Unknown 50 to 55 s after its last sign of life, tainted NoSchedule at once and NoExecute a pass later', async () => {
    await using cluster = new NodeCluster(5)
    await cluster.start()
    await cluster.env.advance('57s')
    cluster.silence('node-0', 'node-1')
    const { spec } = await cluster.lease('node-0')
    const lastSign = (Date.parse(spec?.renewTime ?? '') - Date.parse('2025-01-01T00:00:00Z')) / 1000
    await cluster.env.advance('2m')
    const times = new Map(cluster.writes().map((write) => [write.split('@')[0], Number(write.split('@')[1])]))
    const unknown = times.get('PUT nodes/node-0/status') ?? NaN
    expect(unknown - lastSign).toBeGreaterThan(50)
    expect(unknown - lastSign).toBeLessThanOrEqual(55)
    const patches = (name: string) =>
      cluster
        .writes()
        .filter((write) => write.startsWith(`PATCH nodes/${name}@`))
        .map((write) => Number(write.split('@')[1]) - unknown)
    const [noSchedule, noExecute] = patches('node-0')
    expect(noSchedule).toBe(0)
    expect(noExecute, 'not in the pass that found it lost').toBeGreaterThanOrEqual(5)
    expect(noExecute).toBeLessThanOrEqual(5.2)
    const second = patches('node-1')[1] ?? NaN
    expect(second - (noExecute ?? NaN)).toBeGreaterThanOrEqual(10)
    expect(second - (noExecute ?? NaN)).toBeLessThan(10.2)
    expect(await cluster.taints('node-0')).toEqual(['unreachable:NoSchedule', 'unreachable:NoExecute'])
  })

  it('N-2 N-3: that renews its lease alone is left alone, and costs no request', async () => {
    await using cluster = new NodeCluster()
    await cluster.plainNode('n', { Ready: 'True' })
    await cluster.renew('n')
    await cluster.start()
    cluster.forgetWrites()
    for (let minute = 0; minute < 10; minute++) {
      for (let time = 0; time < 2; time++) {
        await cluster.env.advance('30s')
        await cluster.renew('n')
      }
    }
    const requests = cluster.env.audit.filter(({ path, watch }) => !watch && !path.includes('/events'))
    expect(requests).toEqual([])
  })

  it('N-2: that posts its status alone is left alone', async () => {
    await using cluster = new NodeCluster()
    await cluster.plainNode('n', { Ready: 'True' })
    await cluster.renew('n')
    await cluster.start()
    cluster.forgetWrites()
    for (let time = 0; time < 20; time++) {
      await cluster.env.advance('30s')
      await cluster.conditions('n', { Ready: 'True' })
    }
    expect(cluster.writes()).toEqual([])
  })

  it('N-2 N-3: that does neither is written once, whatever the time after that', async () => {
    await using cluster = new NodeCluster()
    await cluster.plainNode('n', { Ready: 'True' })
    await cluster.plainNode('other', { Ready: 'True' })
    await cluster.renew('n')
    await cluster.start()
    for (let time = 0; time < 20; time++) {
      await cluster.env.advance('30s')
      await cluster.renew('other')
    }
    expect(cluster.writes().filter((write) => write.includes('/status'))).toHaveLength(1)
    const { status } = await cluster.node('n')
    expect(
      status?.conditions?.map(({ type, status: value, reason }) => `${type} ${value} ${reason}`),
    ).toEqual([
      'Ready Unknown NodeStatusUnknown',
      'MemoryPressure Unknown NodeStatusNeverUpdated',
      'DiskPressure Unknown NodeStatusNeverUpdated',
      'PIDPressure Unknown NodeStatusNeverUpdated',
    ])
  })

  it('N-2: that never said anything is Unknown after a minute', async () => {
    await using cluster = new NodeCluster(1)
    await cluster.env.client.create(Node, { metadata: { name: 'silent' } })
    await cluster.start()
    await cluster.env.advance('50s')
    expect(findCondition((await cluster.node('silent')).status?.conditions, 'Ready')).toBeUndefined()
    await cluster.env.advance('15s')
    expect(findCondition((await cluster.node('silent')).status?.conditions, 'Ready')).toMatchObject({
      status: 'Unknown',
      reason: 'NodeStatusNeverUpdated',
      message: 'Kubelet never posted node status.',
    })
  })

  it('N-5: whose kubelet writes at the same time wins over the controller', async () => {
    await using cluster = new NodeCluster()
    await cluster.plainNode('n', { Ready: 'True' })
    await cluster.plainNode('other', { Ready: 'True' })
    await cluster.start()
    cluster.env.faults.conflict({ verb: 'update', resource: 'nodes', subresource: 'status', count: 2 })
    await cluster.env.advance('70s')
    expect(findCondition((await cluster.node('n')).status?.conditions, 'Ready')?.status).toBe('Unknown')
    expect(cluster.writes().filter((write) => write.startsWith('PUT nodes/n/status'))).not.toHaveLength(0)
  })

  it('N-10: that came is told of once, and so is one that went', async () => {
    await using cluster = new NodeCluster(1)
    await cluster.start()
    await cluster.env.advance('10s')
    const uid = (await cluster.node('node-0')).metadata.uid
    expect(await cluster.events('RegisteredNode')).toMatchObject([
      {
        type: 'Normal',
        message: 'Node node-0 event: Registered Node node-0 in Controller',
        involvedObject: { kind: 'Node', name: 'node-0', uid },
        source: { component: 'node-controller' },
        count: 1,
      },
    ])
    cluster.env.server.nodes.get('node-0')?.remove()
    await cluster.env.advance('10s')
    expect(await cluster.events('RemovingNode')).toMatchObject([
      {
        message: 'Node node-0 event: Removing Node node-0 from Controller',
        involvedObject: { uid },
        count: 1,
      },
    ])
  })
})

describe('pods of a node', () => {
  it('N-4: are not ready from the moment on at which the node is Unknown, and are told of once', async () => {
    await using cluster = new NodeCluster(3)
    await cluster.start()
    await cluster.pod('p', 'node-0')
    await cluster.pod('other', 'node-1')
    expect(await cluster.ready('p')).toBe('True')
    cluster.silence('node-0')
    await cluster.env.advance('5m')
    const writes = cluster.writes()
    const status = writes.find((write) => write.startsWith('PUT nodes/node-0/status'))
    expect(writes.filter((write) => write.includes('pods'))).toEqual([
      `PUT pods/p/status@${status?.split('@')[1]}`,
    ])
    expect([await cluster.ready('p'), await cluster.ready('other')]).toEqual(['False', 'True'])
    expect(await cluster.events('NodeNotReady')).toMatchObject([
      { type: 'Normal', message: 'Node node-0 status is now: NodeNotReady', count: 1 },
      {
        type: 'Warning',
        message: 'Node is not ready',
        involvedObject: { kind: 'Pod', namespace: 'default', name: 'p' },
        count: 1,
      },
    ])
  })

  it('N-4: are marked in a later pass when the server would not have it', async () => {
    await using cluster = new NodeCluster(3)
    await cluster.start()
    await cluster.pod('p', 'node-0')
    cluster.env.faults.respond({ view: 'lifecycle', verb: 'update', resource: 'pods', count: 2 }, 500)
    cluster.silence('node-0')
    await cluster.env.advance('75s')
    expect(cluster.writes().filter((write) => write.startsWith('PUT pods'))).toHaveLength(3)
    expect(await cluster.ready('p')).toBe('False')
  })

  it('N-4: are marked by the next controller when this one dies right after it has told of the node', async () => {
    await using cluster = new NodeCluster(3)
    await cluster.start()
    await cluster.pod('p', 'node-0')
    cluster.silence('node-0')
    cluster.env.faults.respond({ view: 'lifecycle', resource: 'pods', verb: 'update' }, 500)
    await cluster.env.advance('57s')
    expect(findCondition((await cluster.node('node-0')).status?.conditions, 'Ready')?.status).toBe('Unknown')
    cluster.env.processes.get('lifecycle')?.kill()
    cluster.env.faults.clear()
    await cluster.start()
    await cluster.env.advance('10s')
    expect(await cluster.ready('p')).toBe('False')
  })

  it('N-13: that come to a silent node are marked, those of a ready one and of one that is not known are not', async () => {
    await using cluster = new NodeCluster()
    await cluster.plainNode('silent', { Ready: 'Unknown' })
    await cluster.plainNode('ready', { Ready: 'True' })
    await cluster.start()
    for (const name of ['silent', 'ready', 'unknown']) await cluster.pod(name, name)
    await cluster.env.advance('5s')
    const all = [await cluster.ready('silent'), await cluster.ready('ready'), await cluster.ready('unknown')]
    expect(all).toEqual(['False', 'True', 'True'])
  })
})
