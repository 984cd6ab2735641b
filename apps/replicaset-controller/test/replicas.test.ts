import { Namespace, Pod, ReplicaSet } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { controlledBy, pod, replicaSet } from './support/objects.ts'
import { World } from './support/world.ts'

/** As a user writes it. */
function wanted(name: string, replicas: number, spec: Partial<ReplicaSet['spec']> = {}): ReplicaSet {
  const { metadata, ...rest } = replicaSet(name, replicas, { spec })
  return { ...rest, metadata: { name: metadata.name ?? '', namespace: 'default' } }
}

describe('the number of pods', () => {
  it('RS-1 a ReplicaSet that has its pods makes no requests', async () => {
    await using world = new World()
    await world.client.create(ReplicaSet, wanted('web', 2))
    await world.env.settle()
    await world.allReady()
    await world.env.advance('1m')
    world.writes()
    await world.client.patch(
      ReplicaSet,
      { namespace: 'default', name: 'web' },
      { metadata: { labels: { a: 'b' } } },
    )
    await world.env.advance('10m')
    expect(world.writes()).toEqual([])
    expect(world.outcomes.at(-1)).toMatchObject({ result: 'success', writes: 0 })
    expect(world.errors).toEqual([])
  })

  it('RS-3 RS-17 of 100 pods 10 can be created: that takes no more than 15 tries', async () => {
    await using world = new World()
    world.env.faults.respond({ verb: 'create', resource: 'pods', skip: 10 }, 500)
    await world.client.create(ReplicaSet, wanted('web', 100))
    await world.env.settle()
    expect(await world.pods()).toHaveLength(10)
    const tries = world.writes().filter((write) => write === 'POST pods')
    expect(tries.length).toBeLessThanOrEqual(15)
    expect(tries.length).toBeGreaterThan(10)
  })

  it('RS-4 creates nothing while it waits to see what it created, and says how things are all the same', async () => {
    await using world = new World({ idle: true })
    const { metadata } = await world.client.create(ReplicaSet, wanted('web', 2))
    const ownerReferences = [{ ...controlledBy('ReplicaSet', 'web'), uid: metadata.uid ?? '' }]
    const { uid: _, ...rest } = pod('web-0').metadata
    await world.client.create(Pod, { ...pod('web-0'), metadata: { ...rest, ownerReferences } })
    const paused = world.env.faults.pauseEvents({ view: 'controller', resource: 'pods' })
    world.start()
    await world.env.advance('1s')
    expect(world.writes()).toEqual(['POST pods', 'PUT replicasets/status', 'PUT replicasets/status'])
    await world.scale('web', 3)
    await world.env.advance('1s')
    expect(world.writes()).toEqual(['PUT replicasets/status'])
    paused.remove()
    const failing = world.env.faults.respond({ verb: 'create', resource: 'pods', count: 1 }, 403)
    await world.env.advance('1s')
    expect(failing.strikes).toBe(1)
    expect(world.writes().filter((write) => write === 'POST pods')).toHaveLength(2)
    expect(await world.pods()).toHaveLength(3)
  })

  it.each([
    [5, 30],
    [5, 12],
    [3, 2],
  ])(
    'RS-9 with a burst of %i, %i pods come and go burst by burst, each when the last one was seen',
    async (burst, replicas) => {
      await using world = new World({ controller: { burstReplicas: burst } })
      // Each burst is seen ten seconds after it was written.
      world.env.faults.lag({ view: 'controller', resource: 'pods' }, '10s')
      const count = async () => (await world.pods()).length
      const touch = () =>
        world.client.patch(
          ReplicaSet,
          { namespace: 'default', name: 'web' },
          { metadata: { labels: { at: String(world.env.clock.now()) } } },
        )
      await world.client.create(ReplicaSet, wanted('web', replicas))
      for (let there = Math.min(burst, replicas); ; there = Math.min(there + burst, replicas)) {
        await world.env.advance('5s')
        expect(await count()).toBe(there)
        await touch()
        await world.env.advance('4s')
        expect(await count()).toBe(there)
        await world.env.advance('1s')
        if (there === replicas) break
      }
      await world.scale('web', 0)
      for (let left = replicas - Math.min(burst, replicas); ; left = Math.max(left - burst, 0)) {
        await world.env.advance('5s')
        expect(await count()).toBe(left)
        await touch()
        await world.env.advance('4s')
        expect(await count()).toBe(left)
        await world.env.advance('1s')
        if (left === 0) break
      }
    },
  )

  it('RS-26 goes to 3, 0 and 2 pods; another template is seen and changes no pod', async () => {
    await using world = new World()
    await world.client.create(ReplicaSet, wanted('web', 3))
    for (const replicas of [3, 0, 2]) {
      await world.scale('web', replicas)
      await world.env.advance('1s')
      expect(await world.pods()).toHaveLength(replicas)
      expect((await world.set('web')).status?.replicas).toBe(replicas)
    }
    const before = await world.pods()
    await world.client.patch(
      ReplicaSet,
      { namespace: 'default', name: 'web' },
      { spec: { template: { metadata: { annotations: { test: 'x' } } } } },
    )
    await world.env.advance('1s')
    const { metadata, status } = await world.set('web')
    expect(status?.observedGeneration).toBe(metadata.generation)
    expect(metadata.generation).toBeGreaterThan(3)
    expect(await world.pods()).toEqual(before)
  })

  it('RS-24 RS-27 pods that failed or are on their way out are replaced, and left alone', async () => {
    await using world = new World()
    await world.client.create(ReplicaSet, wanted('web', 2))
    await world.env.settle()
    const [first, second] = (await world.pods()).map(({ metadata }) => metadata.name ?? '')
    await world.client.patch(
      Pod,
      { namespace: 'default', name: first ?? '' },
      { metadata: { finalizers: ['example.com/stays'] } },
    )
    await world.client.delete(Pod, { namespace: 'default', name: first ?? '' })
    await world.report(second ?? '', { phase: 'Failed' })
    await world.env.advance('1s')
    const after = await world.pods()
    expect(after).toHaveLength(4)
    expect(after.map(({ metadata }) => metadata.name)).toEqual(expect.arrayContaining([first, second]))
    expect((await world.set('web')).status?.replicas).toBe(2)
  })

  it('RS-28 two ReplicaSets with one selector keep to their own pods', async () => {
    await using world = new World()
    await world.client.create(ReplicaSet, wanted('one', 1))
    await world.client.create(ReplicaSet, wanted('two', 2))
    await world.env.advance('1m')
    expect(await world.pods()).toHaveLength(3)
    expect((await world.set('one')).status?.replicas).toBe(1)
    expect((await world.set('two')).status?.replicas).toBe(2)
  })

  it('RS-32 follows its scale subresource, and its selector cannot be changed', async () => {
    await using world = new World()
    await world.client.create(ReplicaSet, wanted('web', 1))
    await world.env.settle()
    for (const replicas of [3, 0]) {
      await world.scale('web', replicas)
      await world.env.settle()
      const scale = await world.client.getScale(ReplicaSet, { namespace: 'default', name: 'web' })
      expect([scale.spec?.replicas ?? 0, scale.status?.replicas]).toEqual([replicas, replicas])
    }
    await expect(
      world.client.patch(
        ReplicaSet,
        { namespace: 'default', name: 'web' },
        { spec: { selector: { matchLabels: { other: 'x' } } } },
      ),
    ).rejects.toThrow('field is immutable')
  })

  it('RS-34 in a namespace that is being deleted it tries once, and says nothing', async () => {
    // Nobody empties the namespace, or the ReplicaSet itself would be on its way out.
    await using world = new World({ server: { controllers: [] } })
    await world.client.create(Namespace, { metadata: { name: 'ending' } })
    const web = { namespace: 'ending', name: 'web' }
    await world.client.create(ReplicaSet, { ...wanted('web', 1), metadata: web })
    await world.env.settle()
    await world.client.delete(Namespace, { name: 'ending' })
    await world.env.settle()
    world.events.length = 0
    world.writes()
    await world.client.patchScale(ReplicaSet, web, { spec: { replicas: 2 } })
    await world.env.advance('1m')
    const tries = world.writes().filter((write) => write === 'POST pods')
    expect(tries).toHaveLength(1)
    expect(world.events).toEqual([])
    expect(world.outcomes.filter(({ error }) => error)).toEqual([])
    const { status } = await world.client.get(ReplicaSet, web)
    expect([status?.replicas, status?.conditions]).toEqual([1, undefined])
  })
})
