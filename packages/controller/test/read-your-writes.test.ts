import { ConfigMap, Namespace, Pod, type Client } from '@rxkube/client'
import { ignoreOwnWritesPredicate, type ReadYourWrites, type ReconcileContext } from '@rxkube/controller'
import { describe, expect, it } from 'vitest'
import { configMap, ControllerWorld } from './support/controller-world.ts'

const a = { name: 'a', namespace: 'default' }
const child = { metadata: { generateName: 'child-', namespace: 'default', labels: { child: 'true' } } }

/** Makes one child when the cache shows none. */
async function oneChild({ name }: { name: string }, context: ReconcileContext<ConfigMap>): Promise<void> {
  if (name !== 'a') return
  if (context.lister(ConfigMap).list('child').length === 0) await context.client.create(ConfigMap, child)
}

const children = async (client: Client) =>
  (await client.list(ConfigMap, { labelSelector: 'child' })).items.length

function owning(readYourWrites: ReadYourWrites, reconcile = oneChild): ControllerWorld {
  return new ControllerWorld((manager) => {
    manager
      .controller('owning', ConfigMap)
      .options({ readYourWrites })
      .reconcile((request, context) => reconcile(request, context))
  })
}

describe('a controller whose cache is behind what it wrote', () => {
  it.each(['wait', 'overlay', 'requeue'] as const)(
    'FAULT-G7 makes no child twice with %s, though its watch lags by 5 s and it is woken meanwhile',
    async (mode) => {
      await using world = owning(mode)
      await world.advance('1s')
      await world.client.create(ConfigMap, configMap('a'))
      await world.advance(1)
      world.env.faults.lag({ view: 'controller' }, '5s')
      for (let second = 0; second < 8; second += 1) {
        world.manager.controllers.get('owning')?.enqueue(a)
        // oxlint-disable-next-line no-await-in-loop -- second by second
        await world.advance('1s')
      }
      await world.advance('1m')
      expect(await children(world.client)).toBe(1)
      expect(world.errors).toEqual([])
      expect(world.manager.controllers.get('owning')?.status.waitingForCaches).toBe(0)
    },
  )

  it('FAULT-G7 makes it twice when that is off', async () => {
    await using world = owning('off')
    await world.advance('1s')
    world.env.faults.lag({ view: 'controller' }, '5s')
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('5100ms')
    world.manager.controllers.get('owning')?.enqueue(a)
    await world.advance('1m')
    expect(await children(world.client)).toBe(2)
  })

  it.each(['wait', 'overlay', 'requeue'] as const)(
    'FAULT-E7 finds out with %s what became of a create whose answer was lost, and makes no other',
    async (mode) => {
      await using world = owning(mode)
      await world.advance('1s')
      world.env.faults.lag({ view: 'controller' }, '3s')
      world.env.faults.drop({ view: 'controller', verb: 'create', count: 1 }, 'after')
      await world.client.create(ConfigMap, configMap('a'))
      await world.advance('3m')
      expect(await children(world.client)).toBe(1)
      expect(world.outcomes.map(({ result }) => result)).toContain('error')
    },
  )

  it('is looked at as soon as the cache shows what it wrote, and not before, and no worker waits', async () => {
    const looks: string[] = []
    await using world = owning('wait', async ({ name }, context) => {
      if (name.startsWith('child')) return
      const { length } = context.lister(ConfigMap).list('child')
      looks.push(`${name} ${length} ${context.clock.monotonic()}`)
      if (name === 'a' && length === 0) await context.client.create(ConfigMap, child)
    })
    await world.advance('1s')
    world.env.faults.lag({ view: 'controller' }, '400ms')
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('401ms')
    expect(looks).toContain('a 0 1400')
    looks.length = 0
    world.manager.controllers.get('owning')?.enqueue(a)
    world.manager.controllers.get('owning')?.enqueue({ name: 'b', namespace: 'default' })
    await world.advance('5s')
    expect(looks).toEqual(['b 0 1401', 'a 1 1800'])
  })

  it('waits for a delete to be seen, and for a pod that is evicted to be on its way out', async () => {
    const counts: number[] = []
    await using world = new ControllerWorld((manager) => {
      manager
        .controller('deleting')
        .watches(Pod, () => [a])
        .options({ readYourWrites: 'wait' })
        .reconcile(async (_request, { lister, client }) => {
          const pods = lister(Pod)
            .list()
            .filter(({ metadata }) => metadata.deletionTimestamp === undefined)
          counts.push(pods.length)
          const [first, second] = pods.length === 2 ? pods : []
          if (first) await client.evict({ namespace: 'default', name: first.metadata.name ?? '' })
          if (second) {
            const address = { namespace: 'default', name: second.metadata.name ?? '' }
            await client.delete(Pod, address, { gracePeriodSeconds: 0 })
          }
        })
    })
    await world.advance('1s')
    for (const name of ['p1', 'p2']) {
      const spec = { containers: [{ name: 'c', image: 'i' }] }
      // oxlint-disable-next-line no-await-in-loop -- in order
      await world.client.create(Pod, { metadata: { name, namespace: 'default' }, spec })
    }
    world.env.faults.lag({ view: 'controller' }, '3s')
    for (let second = 0; second < 20; second += 1) {
      world.manager.controllers.get('deleting')?.enqueue(a)
      // oxlint-disable-next-line no-await-in-loop -- second by second
      await world.advance('1s')
    }
    expect(world.writes.filter((write) => write.startsWith('DELETE'))).toHaveLength(1)
    expect(world.writes.filter((write) => write.endsWith('/eviction'))).toHaveLength(1)
    expect(counts.at(-1)).toBe(0)
  })

  it('is not held back for ever by what its cache never shows, and says so', async () => {
    await using world = new ControllerWorld(
      (manager) => {
        manager
          .controller('outside', ConfigMap)
          .options({ readYourWrites: 'wait', readYourWritesTimeout: '30s' })
          .reconcile(async ({ name }, { client, attempt, causes }) => {
            if (name !== 'a' || attempt > 0 || causes.some(({ type }) => type === 'caughtUp')) return
            await client.create(ConfigMap, { metadata: { generateName: 'x-', namespace: 'other' } })
          })
      },
      { manager: { cache: { namespace: 'default' } } },
    )
    await world.client.create(Namespace, { metadata: { name: 'other' } })
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('1s')
    world.manager.controllers.get('outside')?.enqueue(a)
    await world.advance('40s')
    expect(world.errors.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /for 30 s the caches of configmaps have not shown what outside wrote for "default\/a"/,
      ),
    ])
    expect(world.outcomes.filter(({ request }) => request.name === 'a')).toHaveLength(2)
  })

  it('overlay: a reader sees creates, changes and deletes by key, list, selector and index before the cache does', async () => {
    const seen: string[][] = []
    await using world = new ControllerWorld((manager) => {
      manager
        .controller('overlaid', ConfigMap, { indexers: { x: ({ data }) => [data?.['x'] ?? 'none'] } })
        .options({ readYourWrites: 'overlay' })
        .reconcile(async ({ name }, { client, lister }) => {
          if (name !== 'a' || seen.length > 0) return
          const reader = lister(ConfigMap)
          const look = () =>
            seen.push([
              reader
                .namespace('default')
                .list('mine')
                .map(({ metadata }) => metadata.name)
                .join(),
              reader
                .byIndex('x', '2')
                .map(({ metadata }) => metadata.name)
                .join(),
              reader.getByKey('default/b')?.data?.['x'] ?? 'gone',
            ])
          look()
          await client.create(ConfigMap, configMap('b', { x: '1' }, { labels: { mine: 'true' } }))
          look()
          await client.patch(ConfigMap, { name: 'b', namespace: 'default' }, { data: { x: '2' } })
          look()
          await client.delete(ConfigMap, { name: 'b', namespace: 'default' })
          look()
        })
    })
    await world.advance('1s')
    world.env.faults.lag({ view: 'controller' }, '5s')
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('20s')
    expect(seen).toEqual([
      ['', '', 'gone'],
      ['b', '', '1'],
      ['b', 'b', '2'],
      ['', '', 'gone'],
    ])
  })

  it('FAULT-G8 hears of a foreign change that lies between its own writes, and not of its own alone', async () => {
    const updates: string[] = []
    await using world = new ControllerWorld((manager) => {
      manager
        .controller('own', ConfigMap, { predicates: [ignoreOwnWritesPredicate()] })
        .options({ readYourWrites: 'off' })
        .reconcile(async ({ name }, { object, client, causes }) => {
          if (name !== 'a' || !object) return
          updates.push(causes.map(({ type, resourceVersion }) => `${type} ${resourceVersion ?? ''}`).join())
          if (object.data?.['count'] !== undefined) return
          const { resourceVersion } = object.metadata
          await client.update(ConfigMap, configMap('a', { count: '1' }, { resourceVersion }))
        })
    })
    await world.advance('1s')
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('10s')
    expect(updates).toHaveLength(1)
    const held = world.env.faults.pauseEvents({ view: 'controller' })
    await world.client.patch(ConfigMap, a, { data: { foreign: 'x' } })
    held.remove()
    await world.advance('10s')
    expect(updates).toHaveLength(2)
  })
})
