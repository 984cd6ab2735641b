import { TestClock } from '@rxkube/clock'
import { Node, timestamp, type Taint } from '@rxkube/meta'
import { TestEnv } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { swapTaints } from '../src/writes/swap-taints.ts'
import { FollowUp } from '../src/monitor/follow-up.ts'
import type { HealthPlan } from '../src/decide/node-health.ts'
import type { Surroundings } from '../src/surroundings.ts'
import { TaintingPass } from '../src/tainting/tainting-pass.ts'
import { Zones } from '../src/tainting/zones.ts'

const noExecute = (key: string): Taint => ({ key: `node.kubernetes.io/${key}`, effect: 'NoExecute' })

/** A pass and its zones on a table of nodes; `fails` makes writes fail. */
function world(rate = 0.1) {
  const clock = new TestClock()
  const nodes = new Map<string, Node>()
  const written: string[] = []
  const state = { fails: false, podsFail: false }
  const around: Surroundings = {
    clock,
    client: {
      get: (_, { name }) => Promise.resolve(structuredClone(nodes.get(name)) as never),
      updateStatus: () => Promise.reject(new Error('not here')),
      patch: (_, { name }, patch) => {
        if (state.fails) return Promise.reject(new Error('no'))
        const { spec } = patch as { spec: { taints: Taint[] | null } }
        const keys = spec.taints?.map(({ key }) => key.replace('node.kubernetes.io/', '')) ?? []
        written.push(`${name}: ${keys.join(' ')}`)
        const node = { ...nodes.get(name), metadata: { name }, spec: { taints: spec.taints ?? [] } }
        nodes.set(name, node)
        return Promise.resolve(node as never)
      },
    },
    view: {
      nodes: () => [...nodes.values()],
      node: (name) => nodes.get(name),
      pod: () => undefined,
      podsOn: () => {
        if (state.podsFail) throw new Error('no pods')
        return []
      },
      lease: () => undefined,
    },
    tell: () => undefined,
    metrics: {
      zone: () => undefined,
      evictions: () => undefined,
      updateNodeHealth: () => undefined,
      updateAllNodesHealth: () => undefined,
    },
    report: () => undefined,
    signal: new AbortController().signal,
  }
  const zones = new Zones(clock, rate)
  const node = (name: string, status?: string, taints: Taint[] = []): Node => {
    const conditions = status === undefined ? [] : [{ type: 'Ready', status }]
    const made: Node = {
      metadata: { name, uid: name },
      spec: { taints: [...taints] },
      status: { conditions },
    }
    nodes.set(name, made)
    return made
  }
  const pass = new TaintingPass(zones, around)
  const followUp = new FollowUp(zones, around)
  const follow = (name: string, observed: string): Promise<void> => {
    const current = { type: 'Ready', status: observed }
    const health = { ready: current, renewTime: undefined, probeTime: 0, readyTransitionTime: 0 }
    const plan: HealthPlan = { observed, current, health, write: undefined }
    return followUp.follow(nodes.get(name) ?? { metadata: { name } }, plan, false)
  }
  return { clock, nodes, written, state, zones, node, pass, follow }
}

describe('tainting', () => {
  it('N-6: goes by what the node says when its turn has come', async () => {
    const { node, written, zones, pass } = world(Infinity)
    node('unknown', 'Unknown')
    node('false', 'False')
    node('true', 'True')
    node('vanished')
    for (const name of ['gone', 'unknown', 'false', 'true', 'vanished']) zones.queue('').add(name, '')
    await pass.run()
    expect(written).toEqual(['unknown: unreachable', 'false: not-ready'])
    expect(zones.queue('').waiting, 'the one that says nothing').toBe(1)
  })

  it('N-7: a node that was queued twice and is well in between does not hold up the others', async () => {
    const { clock, node, written, pass, follow } = world(0.1)
    const turn = async (): Promise<void> => {
      await clock.advance('10s')
      await pass.run()
    }
    for (const name of ['0', '1', '2']) node(name, 'Unknown')
    await follow('0', 'Unknown')
    await pass.run()
    await follow('1', 'Unknown')
    node('1', 'True')
    await follow('1', 'True')
    node('1', 'Unknown')
    await follow('1', 'Unknown')
    node('1', 'True')
    await turn()
    await follow('2', 'Unknown')
    await turn()
    node('1', 'Unknown')
    await follow('1', 'Unknown')
    await turn()
    expect(written).toEqual(['0: unreachable', '2: unreachable', '1: unreachable'])
  })

  it('N-8: a swap needs no turn', async () => {
    const { node, written, follow } = world(0)
    node('n', 'False', [noExecute('unreachable')])
    await follow('n', 'False')
    expect(written).toEqual(['n: unreachable not-ready', 'n: not-ready'])
  })

  it('N-14: what could not be written is tried again, at the cost of a token', async () => {
    const { clock, node, written, state, zones, pass } = world(0.1)
    node('n', 'Unknown')
    zones.queue('').add('n', '')
    state.fails = true
    await pass.run()
    state.fails = false
    await clock.advance('9s')
    await pass.run()
    expect(written).toEqual([])
    await clock.advance('1s')
    await pass.run()
    expect(written).toEqual(['n: unreachable'])
  })

  it('N-6: a node that has its taint is left alone', async () => {
    const { node, written, zones, pass } = world(Infinity)
    node('n', 'Unknown', [noExecute('unreachable')])
    zones.queue('').add('n', '')
    await pass.run()
    expect({ written, waiting: zones.queue('').waiting }).toEqual({ written: [], waiting: 0 })
  })
})

describe('taints', () => {
  const address = { name: 'n' }

  async function requests(change: Parameters<typeof swapTaints>[1], taints: Taint[]): Promise<string[]> {
    await using env = new TestEnv({ server: { controllers: [] } })
    await env.client.create(Node, { metadata: address })
    const node = await env.client.patch(Node, address, { spec: { taints } })
    const process = env.start('taints', (context) => swapTaints(node, change, context))
    await env.advance('1s')
    env.verify()
    return process.effects.map(({ method }) => method)
  }

  it('N-15: cost no request when there is nothing to take off, and a GET and a PATCH otherwise', async () => {
    const [a, b] = [noExecute('not-ready'), noExecute('unreachable')]
    expect(await requests({ add: [], remove: [a, b] }, [])).toEqual([])
    expect(await requests({ add: [], remove: [a] }, [b])).toEqual([])
    expect(await requests({ add: [], remove: [a] }, [a, b])).toEqual(['GET', 'PATCH'])
    expect(await requests({ add: [], remove: [a, b] }, [a, b])).toEqual(['GET', 'PATCH'])
    expect(await requests({ add: [a], remove: [b] }, [])).toEqual(['GET', 'PATCH'])
    expect(await requests({ add: [a], remove: [b] }, [b])).toEqual(['GET', 'PATCH', 'GET', 'PATCH'])
  })

  it('N-15: are written again after a conflict, and say when they came', async () => {
    await using env = new TestEnv({ server: { controllers: [] } })
    const node = await env.client.create(Node, { metadata: address })
    const fault = env.faults.conflict({ view: 'taints', verb: 'patch', count: 2 })
    env.start('taints', (context) => swapTaints(node, { add: [noExecute('not-ready')], remove: [] }, context))
    await env.advance('1s')
    env.verify()
    const { spec } = await env.client.get(Node, address)
    expect(fault.strikes).toBe(2)
    expect(spec?.taints).toContainEqual({
      ...noExecute('not-ready'),
      timeAdded: timestamp(env.clock.now() - 1000),
    })
  })
})

describe('pods that cannot be listed', () => {
  it('N-4: keep the node for the next pass', async () => {
    const { node, written, state, zones, follow } = world(Infinity)
    node('n', 'Unknown')
    state.podsFail = true
    await follow('n', 'Unknown')
    expect({ written, queues: zones.queues.size }).toEqual({ written: [], queues: 0 })
    state.podsFail = false
    await follow('n', 'Unknown')
    expect(zones.queue('').waiting).toBe(1)
  })
})
