import { Pod } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { taint, TaintCluster, tolerates } from './support/taint-cluster.ts'

async function started(): Promise<TaintCluster> {
  const cluster = new TaintCluster()
  await cluster.start()
  return cluster
}

describe('a pod that is created', () => {
  it('T-2: is left alone without a node, and on a node without taints', async () => {
    await using cluster = await started()
    await cluster.node('n')
    await cluster.pod('unscheduled')
    await cluster.pod('untainted', 'n')
    await cluster.pod('nowhere', 'missing')
    await cluster.env.advance('1h')
    expect(cluster.writes()).toEqual([])
  })

  it('T-2 T-1: goes from a node with a NoExecute taint, and only from such a one', async () => {
    await using cluster = await started()
    await cluster.node('n', [taint('a')])
    await cluster.node('other', [taint('a', 'NoSchedule'), taint('b', 'PreferNoSchedule')])
    await cluster.pod('goes', 'n')
    await cluster.pod('other', 'n', [tolerates('another')])
    await cluster.pod('stays', 'other')
    await cluster.env.advance('1h')
    expect(cluster.writes()).toEqual([
      'PATCH goes/status@0',
      'DELETE goes@0',
      'PATCH other/status@0',
      'DELETE other@0',
    ])
  })

  it('T-2 T-13: goes when its time is over, and not before; or never', async () => {
    await using cluster = await started()
    await cluster.node('n', [taint('a')])
    await cluster.pod('later', 'n', [tolerates('a', 100)])
    await cluster.pod('never', 'n', [tolerates('a')])
    await cluster.env.advance('99s')
    expect(cluster.writes()).toEqual([])
    await cluster.env.advance('1h')
    expect(cluster.evicted()).toEqual(['later@100'])
  })
})

describe('a pod that is updated', () => {
  it('T-4: goes when it is bound to a tainted node that it does not tolerate', async () => {
    await using cluster = await started()
    await cluster.node('n', [taint('a')])
    await cluster.pod('goes')
    await cluster.pod('stays')
    await cluster.tolerations('stays', [tolerates('a')])
    for (const name of ['goes', 'stays']) await cluster.env.client.bind({ namespace: 'default', name }, 'n')
    await cluster.env.advance('1h')
    expect(cluster.evicted()).toEqual(['goes@0'])
  })

  it('T-4: goes after its first time, though it has got a longer one', async () => {
    await using cluster = await started()
    await cluster.node('n', [taint('a')])
    await cluster.pod('p', 'n', [tolerates('a', 1)])
    await cluster.env.advance('500ms')
    await cluster.tolerations('p', [tolerates('a', 1), tolerates('a', 100)])
    await cluster.tolerations('p', [tolerates('a', 1), tolerates('b', 100)])
    await cluster.env.advance('1h')
    expect(cluster.evicted()).toEqual(['p@1'])
  })

  it('T-3: may be deleted by others', async () => {
    await using cluster = await started()
    await cluster.pod('p')
    await cluster.env.client.patch(
      Pod,
      { namespace: 'default', name: 'p' },
      { metadata: { finalizers: null } },
    )
    await cluster.env.client.delete(Pod, { namespace: 'default', name: 'p' }, { gracePeriodSeconds: 0 })
    await cluster.env.advance('1h')
    expect(cluster.writes()).toEqual([])
    cluster.env.verify()
  })
})

describe('a node', () => {
  it('T-5: that is tainted from the beginning loses its pods, but for those that tolerate it', async () => {
    await using cluster = new TaintCluster()
    await cluster.node('n', [taint('a')])
    await cluster.pod('goes', 'n')
    await cluster.pod('stays', 'n', [tolerates('a')])
    await cluster.start()
    await cluster.env.advance('1h')
    expect(cluster.evicted()).toEqual(['goes@0'])
  })

  it('T-6: that is tainted loses the pods that do not tolerate all of its taints', async () => {
    await using cluster = await started()
    await cluster.node('n')
    await cluster.pod('none', 'n')
    await cluster.pod('one', 'n', [tolerates('a')])
    await cluster.pod('both', 'n', [tolerates('a'), tolerates('b')])
    await cluster.pod('shortest', 'n', [tolerates('a', 1), tolerates('b', 100)])
    await cluster.node('n', [taint('a'), taint('b')])
    await cluster.env.advance('1h')
    expect(cluster.evicted()).toEqual(['none@0', 'one@0', 'shortest@1'])
  })

  it('T-6 T-13: whose taint goes in time keeps its pods', async () => {
    await using cluster = await started()
    await cluster.node('n', [taint('a')])
    await cluster.pod('p', 'n', [tolerates('a', 1)])
    await cluster.env.advance('500ms')
    await cluster.node('n')
    await cluster.env.advance('1h')
    expect(cluster.writes()).toEqual([])
  })

  it('T-8 T-13: loses its pods one after another, each in its time', async () => {
    await using cluster = await started()
    await cluster.node('n')
    await cluster.pod('1', 'n', [tolerates('a', 5)])
    await cluster.pod('2', 'n', [tolerates('a', 25)])
    await cluster.pod('3', 'n')
    await cluster.pod('4', 'n', [tolerates('a')])
    await cluster.node('n', [taint('a')])
    await cluster.env.advance('1h')
    expect(cluster.evicted()).toEqual(['3@0', '1@5', '2@25'])
  })

  it('T-13: a pod that tolerates 70 s lives after 65 s and is gone later', async () => {
    await using cluster = await started()
    await cluster.node('n', [taint('a')])
    await cluster.pod('p', 'n', [tolerates('a', 70)])
    await cluster.env.advance('65s')
    expect(cluster.evicted()).toEqual([])
    await cluster.env.advance('5s')
    expect(cluster.evicted()).toEqual(['p@70'])
  })

  it('T-15: whose not-ready becomes unreachable loses its pods no later', async () => {
    await using cluster = await started()
    const tolerations = ['not-ready', 'unreachable'].map((key) => tolerates(`node.kubernetes.io/${key}`, 300))
    await cluster.node('n', [taint('node.kubernetes.io/not-ready')])
    await cluster.pod('p', 'n', tolerations)
    await cluster.env.advance('100s')
    await cluster.node('n', [taint('node.kubernetes.io/unreachable')])
    await cluster.env.advance('1h')
    expect(cluster.evicted()).toEqual(['p@300'])
  })
})

it('T-12: a controller that comes back has nothing to say about pods that it has evicted', async () => {
  await using cluster = await started()
  await cluster.node('n', [taint('a')])
  await cluster.pod('p', 'n')
  await cluster.env.advance('1s')
  expect(cluster.writes()).toEqual(['PATCH p/status@0', 'DELETE p@0'])
  await cluster.start()
  await cluster.node('n', [taint('a'), taint('b')])
  await cluster.env.advance('1h')
  expect(cluster.writes()).toHaveLength(2)
  expect(await cluster.events()).toHaveLength(1)
})

describe('events', () => {
  const source = { component: 'taint-eviction-controller' }

  it('T-11: say which pod goes', async () => {
    await using cluster = await started()
    await cluster.node('n', [taint('a')])
    await cluster.pod('p', 'n')
    expect(await cluster.events()).toMatchObject([
      {
        type: 'Normal',
        reason: 'TaintManagerEviction',
        message: 'Marking for deletion Pod default/p',
        involvedObject: { apiVersion: 'v1', kind: 'Pod', namespace: 'default', name: 'p' },
        source,
      },
    ])
    expect((await cluster.events())[0]?.involvedObject.uid).toBeUndefined()
  })

  it('T-11 X-2: say which pod stays after all', async () => {
    await using cluster = await started()
    await cluster.node('n', [taint('a')])
    await cluster.pod('p', 'n', [tolerates('a', 300)])
    await cluster.env.advance('200s')
    await cluster.node('n')
    expect((await cluster.events()).map(({ message }) => message)).toEqual([
      'Cancelling deletion of Pod default/p',
    ])
  })
})

describe('trouble', () => {
  it('T-2: what a server refuses is counted and timed only once it went through', async () => {
    const counted: unknown[] = []
    await using cluster = new TaintCluster({
      metrics: {
        podDeleted: () => counted.push('deleted'),
        podDeletionDuration: (seconds) => counted.push(seconds),
      },
      onError: () => counted.push('error'),
    })
    await cluster.start()
    await cluster.node('n', [taint('a')])
    const fault = cluster.env.faults.respond({ verb: 'delete', resource: 'pods', count: 5 }, 500)
    await cluster.pod('p', 'n')
    await cluster.env.advance('1s')
    expect({ counted, strikes: fault.strikes }).toEqual({ counted: ['error'], strikes: 5 })
    await cluster.env.advance('9100ms')
    expect(counted).toEqual(['error', 'deleted', 0])
  })

  it('T-12: a controller that stops leaves nothing behind, and the next one counts anew', async () => {
    await using cluster = await started()
    await cluster.node('n', [taint('a')])
    await cluster.pod('p', 'n', [tolerates('a', 100)])
    await cluster.env.advance('60s')
    await cluster.env.processes.get('taint')?.stop()
    await cluster.env.advance('1h')
    expect(cluster.writes()).toEqual([])
    await cluster.start()
    await cluster.env.advance('99s')
    expect(cluster.writes()).toEqual([])
    await cluster.env.advance('2s')
    expect(cluster.evicted()).toHaveLength(1)
  })
})
