import { Client, isConflict, isNotFound } from '@rxkube/client'
import { addOrUpdateLabelsOnNode, addOrUpdateTaintOnNode, removeTaintOffNode } from '@rxkube/controller'
import { Node, podTemplateHash, type Taint } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { cluster, type Cluster } from './support/cluster.ts'
import { webTemplate } from './support/pods.ts'

const a: Taint = { key: 'a', value: '1', effect: 'NoSchedule' }
const b: Taint = { key: 'b', effect: 'NoExecute' }
const name = 'node-1'

async function node(env: Cluster, taints: readonly Taint[] = []): Promise<Node> {
  // A new node is tainted by the server until it is ready.
  await env.client.create(Node, { metadata: { name, labels: { zone: 'x' } } })
  const created = await env.client.patch(
    Node,
    { name },
    { spec: { taints: taints.length > 0 ? taints : null } },
  )
  env.forget()
  return created
}

const patches = (env: Cluster): number => env.requests.filter((request) => request.startsWith('patch')).length

describe('addOrUpdateTaintOnNode', () => {
  it.each<[string, readonly Taint[], Taint | readonly Taint[], readonly Taint[]]>([
    ['the first', [], a, [a]],
    ['one more', [a], b, [a, b]],
    ['another value', [a, b], { ...a, value: '2' }, [{ ...a, value: '2' }, b]],
    [
      'the same key with another effect',
      [a],
      { ...a, effect: 'NoExecute' },
      [a, { ...a, effect: 'NoExecute' }],
    ],
    ['several', [a], [{ ...a, value: '2' }, b], [{ ...a, value: '2' }, b]],
  ])('CH-5 adds %s with one patch', async (_, before, taints, after) => {
    await using env = cluster()
    await node(env, before)
    const patched = await addOrUpdateTaintOnNode(env.client, name, taints)
    expect([patched.spec?.taints, patches(env)]).toEqual([after, 1])
    expect((await env.client.get(Node, { name })).spec?.taints).toEqual(after)
  })

  it('CH-5 sends nothing when the taint is there as it is', async () => {
    await using env = cluster()
    await node(env, [a, b])
    await addOrUpdateTaintOnNode(env.client, name, [b, a])
    expect(patches(env)).toBe(0)
  })

  it('CH-5 tries a conflict five times in all, 100 to 200 ms apart, until it succeeds', async () => {
    await using env = cluster()
    await node(env)
    const at: number[] = []
    const conflicts = env.server.faults.conflict({ resource: 'nodes', count: 4 })
    const stop = env.server.requests(({ verb }) => {
      if (verb === 'patch') at.push(env.clock.monotonic())
    })
    const done = addOrUpdateTaintOnNode(env.client, name, a)
    await env.clock.advance('10s')
    stop()
    expect([(await done).spec?.taints, conflicts.strikes]).toEqual([[a], 4])
    const pauses = at.slice(1).map((time, index) => time - (at[index] ?? 0))
    expect(pauses).toHaveLength(4)
    expect(pauses.every((pause) => pause >= 100 && pause < 200)).toBe(true)
  })

  it('CH-5 gives up with the last conflict, and at once when there is no such node', async () => {
    await using env = cluster()
    await node(env)
    env.server.faults.conflict({ resource: 'nodes', count: 99 })
    const failed = addOrUpdateTaintOnNode(env.client, name, a).catch((error: unknown) => error)
    await env.clock.advance('10s')
    expect([isConflict(await failed), patches(env)]).toEqual([true, 5])
    const missing: unknown = await addOrUpdateTaintOnNode(env.client, 'other', a).catch(
      (error: unknown) => error,
    )
    expect(isNotFound(missing)).toBe(true)
  })

  it('CH-5 overwrites nothing that a lagging cache of the server did not show', async () => {
    await using env = cluster()
    const view = env.server.view('lagging')
    const client = new Client({
      transport: view.transport(),
      clock: env.clock,
      random: env.clock.random,
      qps: -1,
    })
    await node(env)
    await client.list(Node)
    using frozen = env.server.faults.freeze({ view: 'lagging' })
    await addOrUpdateTaintOnNode(env.client, name, b)
    const done = addOrUpdateTaintOnNode(client, name, a)
    await env.clock.advance('1s')
    expect([(await done).spec?.taints, frozen.active]).toEqual([[b, a], true])
  })
})

describe('removeTaintOffNode', () => {
  it.each<[string, readonly Taint[], Taint | readonly Taint[], readonly Taint[] | undefined, number]>([
    ['the only one', [a], a, undefined, 1],
    ['one of two', [a, b], a, [b], 1],
    ['one whose value is another', [a], { ...a, value: '9' }, undefined, 1],
    ['all', [a, b], [b, a], undefined, 1],
    ['none of another effect', [a], { ...a, effect: 'NoExecute' }, [a], 0],
    ['none where there are none', [], a, undefined, 0],
  ])('CH-5 takes off %s', async (_, before, taints, after, sent) => {
    await using env = cluster()
    await node(env, before)
    await removeTaintOffNode(env.client, name, taints)
    expect([(await env.client.get(Node, { name })).spec?.taints, patches(env)]).toEqual([after, sent])
  })

  it('CH-5 does not even read when the node of the cache has no such taint', async () => {
    await using env = cluster()
    const cached = await node(env, [a])
    expect(await removeTaintOffNode(env.client, name, b, { node: cached })).toBe(cached)
    expect(env.requests).toEqual([])
    await removeTaintOffNode(env.client, name, a, { node: cached })
    expect(patches(env)).toBe(1)
  })
})

describe('addOrUpdateLabelsOnNode', () => {
  it('CH-5 sets labels, keeps the others, and sends nothing when they are set', async () => {
    await using env = cluster()
    await node(env)
    const labels = { tier: 'front', constructor: 'odd' }
    const { metadata } = await addOrUpdateLabelsOnNode(env.client, name, labels)
    expect(metadata.labels).toEqual({ zone: 'x', ...labels })
    await addOrUpdateLabelsOnNode(env.client, name, labels)
    expect(patches(env)).toBe(1)
  })
})

describe('podTemplateHash', () => {
  it('CH-5 FEAT-K6 is stable, and another one for each collision count and each template', () => {
    const hashes = [undefined, 0, 1].map((count) => podTemplateHash(webTemplate, count))
    expect(hashes).toEqual(
      [undefined, 0, 1].map((count) => podTemplateHash(structuredClone(webTemplate), count)),
    )
    hashes.push(podTemplateHash({ ...webTemplate, spec: { containers: [] } }))
    expect(new Set(hashes).size).toBe(4)
    expect(hashes.every((hash) => /^[bcdfghjklmnpqrstvwxz2456789]{1,10}$/.test(hash))).toBe(true)
  })
})
