import { describe, expect, it } from 'vitest'
import type { NodeLifecycleMetrics } from '../src/index.ts'
import { NodeCluster } from './support/node-cluster.ts'

const zones = (count: Record<string, number>, labels: Record<string, string> = {}) =>
  Object.entries(count).flatMap(([zone, nodes]) =>
    Array.from({ length: nodes }, (_, index) => ({ name: `${zone}-${index}`, zone, labels })),
  )

/** Remembers the last word on each zone: `2/3` for two of three nodes healthy. */
class Counted implements NodeLifecycleMetrics {
  readonly zones = new Map<string, string>()
  readonly tainted = new Map<string, number>()
  looks = 0
  passes = 0

  zone(zone: string, size: number, unhealthy: number, percent: number): void {
    this.zones.set(short(zone), `${size - unhealthy}/${size} ${percent}%`)
  }

  evictions(zone: string, nodes: number): void {
    this.tainted.set(short(zone), (this.tainted.get(short(zone)) ?? 0) + nodes)
  }

  updateNodeHealth(): void {
    this.looks++
  }

  updateAllNodesHealth(): void {
    this.passes++
  }
}

const short = (zone: string): string => zone.split('\0:')[1] ?? zone

async function tainted(cluster: NodeCluster, names: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const name of names) {
    if ((await cluster.taints(name)).some((taint) => taint.endsWith('NoExecute'))) found.push(name)
  }
  return found
}

describe('a zone', () => {
  it('N-16: a small one that is partly disrupted loses no node', async () => {
    await using cluster = new NodeCluster(zones({ a: 5, b: 1 }))
    await cluster.start()
    cluster.silence('a-0', 'a-1', 'a-2')
    await cluster.env.advance('5m')
    expect(await tainted(cluster, ['a-0', 'a-1', 'a-2'])).toEqual([])
    cluster.wake('a-2')
    await cluster.env.advance('1m')
    expect(await tainted(cluster, ['a-0', 'a-1', 'a-2'])).toEqual(['a-0', 'a-1'])
  })

  it('N-16: a large one that is partly disrupted loses one node in 100 s', async () => {
    await using cluster = new NodeCluster(zones({ a: 51, b: 1 }))
    await cluster.start()
    const names = Array.from({ length: 31 }, (_, index) => `a-${index}`)
    cluster.silence(...names)
    await cluster.env.advance('70s')
    const first = (await tainted(cluster, names)).length
    await cluster.env.advance('200s')
    expect((await tainted(cluster, names)).length - first).toBe(2)
  })

  it('N-16: one of several that is down altogether goes on losing nodes at the usual rate', async () => {
    await using cluster = new NodeCluster(zones({ a: 4, b: 1 }))
    await cluster.start()
    cluster.silence('a-0', 'a-1', 'a-2', 'a-3')
    await cluster.env.advance('2m')
    expect(await tainted(cluster, ['a-0', 'a-1', 'a-2', 'a-3'])).toHaveLength(4)
  })

  it('N-1 N-12: is counted with those of its nodes that are not excluded', async () => {
    const metrics = new Counted()
    const excluded = zones({ b: 1 }, { 'node.kubernetes.io/exclude-disruption': '' })
    await using cluster = new NodeCluster([...zones({ a: 3 }), { ...excluded[0], name: 'x', zone: 'a' }], {
      metrics,
    })
    await cluster.start()
    cluster.silence('a-0', 'x')
    await cluster.env.advance('2m')
    expect(metrics.zones.get('a')).toMatch(/^2\/3 66\.6/)
    expect(metrics.tainted.get('a')).toBe(2)
    expect(metrics.looks).toBe(metrics.passes * 4)
  })

  it('N-1: is dropped when its last node is', async () => {
    const metrics = new Counted()
    await using cluster = new NodeCluster(zones({ a: 1, b: 1 }), { metrics })
    await cluster.start()
    await cluster.env.advance('10s')
    expect(metrics.zones.get('b')).toBe('1/1 100%')
    cluster.env.server.nodes.get('b-0')?.remove()
    await cluster.env.advance('10s')
    expect(metrics.zones.get('b')).toBe('0/0 100%')
  })
})

describe('a cluster', () => {
  it('N-16 X-3: in which every node falls silent loses none, and what was tainted is no more', async () => {
    await using cluster = new NodeCluster(zones({ a: 3, b: 2 }))
    await cluster.start()
    const all = ['a-0', 'a-1', 'a-2', 'b-0', 'b-1']
    cluster.silence('a-0')
    await cluster.env.advance('90s')
    expect(await tainted(cluster, all)).toEqual(['a-0'])
    cluster.silence(...all)
    await cluster.env.advance('60s')
    expect(await tainted(cluster, all)).toEqual([])
    await cluster.env.advance('20m')
    expect(await tainted(cluster, all)).toEqual([])
  })

  it('N-16 X-3: gives every node fresh grace when the first one is back', async () => {
    await using cluster = new NodeCluster(zones({ a: 3 }))
    await cluster.start()
    cluster.silence('a-0', 'a-1', 'a-2')
    await cluster.env.advance('2m')
    await cluster.plainNode('new', { Ready: 'True' })
    await cluster.renew('new')
    cluster.wake('a-0')
    await cluster.env.advance('10s')
    cluster.silence('a-0')
    cluster.forgetWrites()
    await cluster.env.advance('40s')
    expect(cluster.writes().filter((write) => write.startsWith('PUT'))).toEqual([])
    await cluster.env.advance('20s')
    expect(cluster.writes().filter((write) => write.startsWith('PUT')).length).toBeGreaterThan(0)
  })

  it('N-1: that is down from the beginning loses none', async () => {
    await using cluster = new NodeCluster()
    for (const name of ['1', '2', '3']) await cluster.plainNode(name, { Ready: 'Unknown' })
    await cluster.start()
    await cluster.env.advance('10m')
    expect(await tainted(cluster, ['1', '2', '3'])).toEqual([])
  })
})
