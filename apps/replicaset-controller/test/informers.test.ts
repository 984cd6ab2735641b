import { Pod, ReplicaSet } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { pod, replicaSet } from './support/objects.ts'
import { World } from './support/world.ts'

const at = (name: string) => ({ namespace: 'default', name })

async function create(world: World, name: string, replicas: number): Promise<void> {
  const { spec } = replicaSet(name, replicas)
  await world.client.create(ReplicaSet, { metadata: at(name), spec })
}

/** Whose passes a change led to. */
async function woken(world: World, change: () => Promise<unknown>): Promise<readonly string[]> {
  const before = world.outcomes.length
  await change()
  await world.env.settle()
  return [...new Set(world.outcomes.slice(before).map(({ request }) => request.name))]
}

describe('through an informer', () => {
  it('RS-2 a pod that went while nobody looked is replaced when that is found out', async () => {
    await using world = new World()
    await create(world, 'web', 2)
    await world.env.settle()
    const refused = world.env.faults.refuseConnections('controller')
    world.env.faults.endWatches({ view: 'controller' })
    const [gone] = await world.pods()
    await world.client.delete(Pod, at(gone?.metadata.name ?? ''))
    world.env.faults.expireHistory('pods')
    refused.remove()
    await world.env.advance('2m')
    const names = (await world.pods()).map(({ metadata }) => metadata.name)
    expect(names).toHaveLength(2)
    expect(names).not.toContain(gone?.metadata.name)
  })

  it('RS-6 RS-12 a pod of nobody wakes all that select it, one with a controller that one alone', async () => {
    await using world = new World()
    const sets = Array.from({ length: 9 }, (_, index) => `set-${index}`)
    for (const name of sets) await create(world, name, 1)
    await world.env.settle()
    const owned = (await world.pods()).find(({ metadata }) => metadata.ownerReferences?.[0]?.name === 'set-3')
    const touch = () =>
      world.client.patch(Pod, at(owned?.metadata.name ?? ''), { metadata: { annotations: { a: 'b' } } })
    expect(await woken(world, touch)).toEqual(['set-3'])
    const orphan = { metadata: { ...at('orphan'), labels: { app: 'web' } }, spec: pod('orphan').spec }
    expect(await woken(world, () => world.client.create(Pod, orphan))).toHaveLength(9)
    const stranger = { metadata: { ...at('stranger'), labels: { app: 'db' } }, spec: pod('x').spec }
    expect(await woken(world, () => world.client.create(Pod, stranger))).toEqual([])
    // One of them took it, and had one too many.
    expect((await world.pods()).filter(({ metadata }) => metadata.labels?.['app'] === 'web')).toHaveLength(9)
  })

  it('RS-7 a pod that is labelled away wakes its owner, and then those that it fits', async () => {
    await using world = new World()
    await create(world, 'web', 1)
    const { spec } = replicaSet('db', 0, {
      spec: { selector: { matchLabels: { app: 'db' } }, template: { metadata: { labels: { app: 'db' } } } },
    })
    spec.template = { ...spec.template, spec: pod('x').spec }
    await world.client.create(ReplicaSet, { metadata: at('db'), spec })
    await world.env.settle()
    const [first] = await world.pods()
    const relabel = () =>
      world.client.patch(Pod, at(first?.metadata.name ?? ''), { metadata: { labels: { app: 'db' } } })
    expect(new Set(await woken(world, relabel))).toEqual(new Set(['web', 'db']))
    // The other one wants none.
    expect((await world.pods()).map(({ metadata }) => metadata.labels?.['app'])).toEqual(['web'])
  })

  it('RS-13 a pod counts as gone as soon as it is being deleted, and once', async () => {
    await using world = new World()
    await create(world, 'web', 3)
    await world.env.settle()
    for (const { metadata } of await world.pods()) {
      const finalizers = ['example.com/stays']
      await world.client.patch(Pod, at(metadata.name ?? ''), { metadata: { finalizers } })
    }
    await world.scale('web', 1)
    await world.env.settle()
    const active = async () =>
      (await world.pods()).filter(({ metadata }) => metadata.deletionTimestamp === undefined)
    expect(await active()).toHaveLength(1)
    // It waits for nothing any more, though both are still there, and their end is no news.
    await world.scale('web', 2)
    await world.env.settle()
    expect([(await active()).length, (await world.pods()).length]).toEqual([2, 4])
    for (const { metadata } of await world.pods()) {
      await world.client.patch(Pod, at(metadata.name ?? ''), { metadata: { finalizers: null } })
    }
    await world.env.advance('1m')
    expect(await world.pods()).toHaveLength(2)
  })

  it('RS-22 what is never seen is waited for for five minutes', async () => {
    await using world = new World()
    await world.env.settle()
    world.env.faults.pauseEvents({ view: 'controller', resource: 'pods' })
    await create(world, 'web', 1)
    await world.env.advance('1s')
    await world.scale('web', 2)
    await world.env.advance('4m')
    expect(await world.pods()).toHaveLength(1)
    await world.env.advance('1m')
    const relabel = { metadata: { labels: { look: 'again' } } }
    await world.client.patch(ReplicaSet, at('web'), relabel)
    await world.env.advance('1s')
    // It acts on what its cache shows, however little that is.
    expect((await world.pods()).length).toBeGreaterThan(1)
  })
})
