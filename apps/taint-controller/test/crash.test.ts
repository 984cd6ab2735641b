import { Pod } from '@rxkube/meta'
import type { KillPoint } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { taint, TaintCluster, tolerates } from './support/taint-cluster.ts'

/** What goes wrong: the controller dies at one of its requests, or the answer to it gets lost. */
interface Plan {
  readonly effect: number
  readonly point: KillPoint | 'lost'
}

interface Story {
  readonly end: string[]
  /** The numbers of requests that write. */
  readonly writes: number[]
}

/** A tainted node and its pods; then one taint goes, and another comes. Tells what became of the pods. */
async function story(plan?: Plan): Promise<Story> {
  await using cluster = new TaintCluster()
  await cluster.node('n', [taint('a')])
  await cluster.node('calm')
  await cluster.pod('at-once', 'n')
  await cluster.pod('later', 'n', [tolerates('a', 60), tolerates('b')])
  await cluster.pod('never', 'n', [tolerates('a'), tolerates('b')])
  await cluster.pod('by-the-second', 'n', [tolerates('a')])
  await cluster.pod('elsewhere', 'calm')
  const starting = cluster.start()
  const process = cluster.env.processes.get('taint')
  if (plan && plan.point !== 'lost') process?.killAt(plan.effect, plan.point)
  if (plan?.point === 'lost') {
    const isIt = (): boolean => process?.effects.length === plan.effect
    cluster.env.faults.drop({ view: 'taint', where: isIt, count: 1 }, 'after')
  }
  await starting
  for (let second = 0; second < 30; second++) {
    await cluster.env.advance('1s')
    if (process?.running === false && cluster.env.processes.get('taint') === process) await cluster.start()
    if (second === 5) await cluster.node('n', [taint('b')])
  }
  await cluster.env.advance('1h')
  const { items } = await cluster.env.client.list(Pod, { namespace: 'default' })
  const end = items.map(({ metadata, status }) => {
    const reasons = status?.conditions?.map(({ type, status: value, reason }) => `${type} ${value} ${reason}`)
    return [metadata.name, metadata.deletionTimestamp ? 'goes' : 'stays', ...(reasons ?? [])].join(' ')
  })
  const writes = process?.effects.filter(({ method }) => method !== 'GET').map(({ number }) => number)
  return { end, writes: writes ?? [] }
}

describe('a controller that dies', () => {
  it(
    'T-12 X-9: at any of its writes, before or after it, or does not hear of one, comes to the same end',
    { timeout: 60_000 },
    async () => {
      const undisturbed = await story()
      expect(undisturbed.end).toEqual([
        'at-once goes DisruptionTarget True DeletionByTaintManager',
        'by-the-second goes DisruptionTarget True DeletionByTaintManager',
        'elsewhere stays',
        'later stays',
        'never stays',
      ])
      expect(undisturbed.writes.length).toBeGreaterThanOrEqual(6)
      for (const effect of undisturbed.writes) {
        for (const point of ['before', 'after', 'lost'] as const) {
          const { end } = await story({ effect, point })
          expect({ effect, point, end }).toEqual({ effect, point, end: undisturbed.end })
        }
      }
    },
  )

  it('T-4 X-9: does not take a new pod for the old one, however far behind its cache is', async () => {
    await using cluster = new TaintCluster()
    await cluster.node('n', [taint('a')])
    await cluster.pod('p', 'n', [tolerates('a', 10)])
    await cluster.start()
    cluster.env.faults.watch({ view: 'taint', resource: 'pods' }, { after: 0, end: 'hang' })
    cluster.env.faults.endWatches({ view: 'taint' }, 'close')
    await cluster.env.advance('5s')
    const address = { namespace: 'default', name: 'p' }
    await cluster.env.client.patch(Pod, address, { metadata: { finalizers: null } })
    await cluster.env.client.delete(Pod, address, { gracePeriodSeconds: 0 })
    await cluster.pod('p', 'n', [tolerates('a')])
    await cluster.env.advance('1m')
    expect((await cluster.env.client.get(Pod, address)).metadata.deletionTimestamp).toBeUndefined()
  })

  it('T-13 X-9: evicts nothing for a taint that is there only in a cache that lags behind', async () => {
    await using cluster = new TaintCluster()
    await cluster.node('n', [taint('a')])
    await cluster.pod('p', 'n', [tolerates('a', 60)])
    await cluster.start()
    await cluster.env.advance('30s')
    const frozen = cluster.env.faults.freeze({ view: 'taint' })
    await cluster.node('n')
    await cluster.start()
    await cluster.env.advance('10m')
    expect(cluster.writes()).toEqual([])
    frozen.remove()
    await cluster.env.advance('1m')
    expect(cluster.writes()).toEqual([])
    await cluster.node('n', [taint('b')])
    await cluster.env.advance('1m')
    expect(cluster.evicted()).toHaveLength(1)
  })
})
