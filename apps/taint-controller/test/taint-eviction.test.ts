import { TestClock } from '@rxkube/clock'
import type { Node, Pod, Taint, Toleration } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { TaintEviction } from '../src/taint-eviction.ts'

const taint = (key: string): Taint => ({ key, effect: 'NoExecute' })
const tolerates = (key: string, tolerationSeconds?: number): Toleration => ({
  key,
  operator: 'Exists',
  effect: 'NoExecute',
  ...(tolerationSeconds !== undefined && { tolerationSeconds }),
})

/** A cluster in tables, and what the controller does about it; `fails` makes evictions fail. */
class World {
  readonly clock = new TestClock()
  readonly evicted: string[] = []
  readonly cancelled: string[] = []
  readonly pods = new Map<string, Pod>()
  readonly nodes = new Map<string, Node>()
  /** Pods that the index of nodes does not know yet. */
  readonly unlisted = new Set<string>()
  fails = false
  readonly eviction: TaintEviction
  readonly #begin = this.clock.now()

  constructor() {
    this.eviction = new TaintEviction({
      clock: this.clock,
      evict: ({ name }) => {
        this.evicted.push(`${name}@${(this.clock.now() - this.#begin) / 1000}`)
        return Promise.resolve(!this.fails)
      },
      cancelled: ({ name }) => this.cancelled.push(name),
    })
  }

  node(name: string, taints?: Taint[]): void {
    if (taints) this.nodes.set(name, { metadata: { name }, spec: { taints: [...taints] } })
    else this.nodes.delete(name)
    this.eviction.nodeChanged(name, this.nodes.get(name), () =>
      [...this.pods.values()].filter(
        ({ metadata, spec }) => spec.nodeName === name && !this.unlisted.has(metadata.name ?? ''),
      ),
    )
  }

  pod(name: string, nodeName: string, tolerations: Toleration[] = [], uid = `${name}-1`): void {
    const metadata = { name, namespace: 'default', uid }
    this.pods.set(name, { metadata, spec: { nodeName, containers: [], tolerations: [...tolerations] } })
    this.tellPod(name)
  }

  tellPod(name: string): void {
    this.eviction.podChanged({ namespace: 'default', name }, this.pods.get(name))
  }

  counting(name: string): boolean {
    return this.eviction.dueAt({ namespace: 'default', name }) !== undefined
  }
}

describe('taint eviction', () => {
  it('T-3: a pod that nobody knew may go', () => {
    const world = new World()
    world.tellPod('gone')
    expect(world.cancelled).toEqual([])
  })

  it('T-5: a node that is gone is forgotten, and countdowns on it go on', async () => {
    const world = new World()
    world.node('n', [taint('a')])
    world.pod('p', 'n', [tolerates('a', 10)])
    world.node('n')
    expect(world.eviction.taintedNodes.size).toBe(0)
    await world.clock.advance('10s')
    expect(world.evicted).toEqual(['p@10'])
  })

  it('T-7: countdowns come and go with taints', async () => {
    const world = new World()
    const counting: boolean[] = []
    world.node('n', [])
    world.pod('p', 'n', [tolerates('a'), tolerates('b', 60)])
    for (const taints of [[], [taint('a')], [taint('a'), taint('b')], [taint('a')], []]) {
      world.node('n', taints)
      counting.push(world.counting('p'))
    }
    await world.clock.advance('10m')
    expect({ counting, evicted: world.evicted, cancelled: world.cancelled }).toEqual({
      counting: [false, false, true, false, false],
      evicted: [],
      cancelled: ['p'],
    })
  })

  it('T-8: each pod of a node goes in its time, and all at once for a taint that none of them tolerates', async () => {
    const pods = (world: World): void => {
      world.node('n', [])
      world.pod('1', 'n')
      world.pod('2', 'n', [tolerates('a', 1)])
      world.pod('3', 'n', [tolerates('a')])
    }
    const one = new World()
    pods(one)
    one.node('n', [taint('a')])
    await one.clock.advance('1h')
    expect(one.evicted).toEqual(['1@0', '2@1'])
    const two = new World()
    pods(two)
    two.node('n', [taint('a'), taint('b')])
    expect(two.evicted).toEqual(['1@0', '2@0', '3@0'])
  })

  it('T-10: a pod that the index of nodes did not know yet goes by its own event', () => {
    const world = new World()
    world.unlisted.add('late')
    world.pod('late', 'n')
    world.node('n', [taint('a')])
    expect(world.evicted).toEqual([])
    world.tellPod('late')
    expect(world.evicted).toEqual(['late@0'])
  })

  it('T-10: and so does one that was bound before the node was known to be tainted', () => {
    const world = new World()
    world.pod('early', 'n')
    expect(world.evicted).toEqual([])
    world.node('n', [taint('a')])
    expect(world.evicted).toEqual(['early@0'])
  })

  it('T-15: exchanging one taint for another does not begin the countdown again', async () => {
    const world = new World()
    const tolerations = ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'].map((key) =>
      tolerates(key, 300),
    )
    world.pod('p', 'n', tolerations)
    world.node('n', [taint('node.kubernetes.io/not-ready')])
    await world.clock.advance('100s')
    world.node('n', [taint('node.kubernetes.io/unreachable')])
    await world.clock.advance('1h')
    expect(world.evicted).toEqual(['p@300'])
  })

  it('T-4: shortening a countdown does not help either', async () => {
    const world = new World()
    world.node('n', [taint('a')])
    world.pod('p', 'n', [tolerates('a', 100)])
    await world.clock.advance('10s')
    world.pod('p', 'n', [tolerates('a', 1)])
    await world.clock.advance('89s')
    expect(world.evicted).toEqual([])
    await world.clock.advance('1s')
    expect(world.evicted).toEqual(['p@100'])
  })

  it('T-12: a pod that was evicted once is evicted again only when something calls for it', async () => {
    const world = new World()
    world.pod('p', 'n', [tolerates('a', 1)])
    world.node('n', [taint('a')])
    await world.clock.advance('1s')
    world.tellPod('p')
    world.node('n', [taint('a')])
    await world.clock.advance('1h')
    expect(world.evicted).toEqual(['p@1'])
    world.pod('p', 'n', [])
    expect(world.evicted).toEqual(['p@1', 'p@3601'])
  })

  it('T-12: a failed eviction is tried again, with the next event or after a while', async () => {
    const world = new World()
    world.fails = true
    world.pod('p', 'n', [tolerates('a', 1)])
    world.node('n', [taint('a')])
    await world.clock.advance('12s')
    expect(world.evicted).toEqual(['p@1', 'p@11'])
    world.fails = false
    world.pod('p', 'n', [])
    await world.clock.advance('1h')
    expect(world.evicted).toEqual(['p@1', 'p@11', 'p@12'])
  })

  it('T-12: a failed eviction is not tried again when the taint is gone', async () => {
    const world = new World()
    world.fails = true
    world.pod('p', 'n')
    world.node('n', [taint('a')])
    await world.clock.advance('1s')
    world.node('n', [])
    await world.clock.advance('1h')
    expect(world.evicted).toEqual(['p@0'])
  })

  it('T-4: another pod of the same name does not inherit the countdown', async () => {
    const world = new World()
    world.node('n', [taint('a')])
    world.pod('p', 'n', [tolerates('a', 10)])
    await world.clock.advance('5s')
    world.pod('p', 'elsewhere', [], 'p-2')
    await world.clock.advance('1h')
    expect({ evicted: world.evicted, cancelled: world.cancelled }).toEqual({ evicted: [], cancelled: ['p'] })
  })

  it('T-7: nothing is left after a stop', async () => {
    const world = new World()
    world.node('n', [taint('a')])
    world.pod('p', 'n', [tolerates('a', 10)])
    await world.eviction.stop()
    expect(world.clock.pending).toBe(0)
  })
})
