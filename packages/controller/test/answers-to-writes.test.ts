import { ConfigMap, Namespace, Pod, Secret } from '@rxkube/client'
import { describe, expect, it } from 'vitest'
import { configMap, ControllerWorld } from './support/controller-world.ts'

const a = { name: 'a', namespace: 'default' }
const p = { name: 'p', namespace: 'default' }
const pod = { metadata: p, spec: { containers: [{ name: 'c', image: 'i' }] } }

describe('what the answers to writes say', () => {
  it('overlay: an object that was deleted at once is gone, though the answer shows it', async () => {
    const counts: number[] = []
    await using world = new ControllerWorld((manager) => {
      manager
        .controller('deleting')
        .watches(Pod, () => [a])
        .options({ readYourWrites: 'overlay' })
        .reconcile(async (_, { client, lister }) => {
          if (counts.length > 0) return
          await client.delete(Pod, p, { gracePeriodSeconds: 0 })
          counts.push(lister(Pod).list().length)
        })
    })
    await world.advance('1s')
    world.env.faults.lag({ view: 'controller' }, '5s')
    await world.client.create(Pod, pod)
    await world.advance('1m')
    expect(counts).toEqual([0])
  })

  it('wait: a namesake that follows an evicted pod at once is not waited for', async () => {
    const seen = new Set<string | undefined>()
    await using world = new ControllerWorld((manager) => {
      manager
        .controller('evicting')
        .watches(Pod, () => [a])
        .reconcile(async (_, { client, lister }) => {
          const [first] = lister(Pod).list()
          seen.add(first?.metadata.uid)
          if (!first || seen.size > 1) return
          const held = world.env.faults.pauseEvents({ view: 'controller' })
          await client.evict(p)
          await world.client.delete(Pod, p, { gracePeriodSeconds: 0 }).catch(() => undefined)
          await world.client.create(Pod, pod)
          held.remove()
        })
    })
    await world.advance('1s')
    await world.client.create(Pod, pod)
    await world.advance('10s')
    expect(seen.size).toBe(2)
    expect(world.manager.controllers.get('evicting')?.status.waitingForCaches).toBe(0)
  })

  it('overlay: what a cache never shows is shown for readYourWritesTimeout, and told of then', async () => {
    const shown: number[] = []
    await using world = new ControllerWorld(
      (manager) => {
        manager
          .controller('outside', ConfigMap)
          .options({ readYourWrites: 'overlay', readYourWritesTimeout: '30s' })
          .reconcile(async ({ name }, { client, lister }) => {
            if (name !== 'a') return
            if (shown.length === 0)
              await client.create(ConfigMap, { metadata: { name: 'x', namespace: 'other' } })
            shown.push(lister(ConfigMap).namespace('other').list().length)
          })
      },
      { manager: { cache: { namespace: 'default' } } },
    )
    await world.client.create(Namespace, { metadata: { name: 'other' } })
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('1s')
    await world.client.delete(ConfigMap, { name: 'x', namespace: 'other' })
    await world.advance('30s')
    world.manager.controllers.get('outside')?.enqueue(a)
    await world.advance('1s')
    expect(shown).toEqual([1, 0])
    expect(world.errors.map(({ name }) => name)).toEqual(['ReadYourWritesTimeoutError'])
  })

  it.each(['wait', 'overlay', 'requeue'] as const)(
    'FAULT-E7 %s: a lost answer that nobody can find out about holds a request back for a while, not for ever',
    async (readYourWrites) => {
      let looks = 0
      await using world = new ControllerWorld((manager) => {
        manager
          .controller('forbidden', ConfigMap)
          .reads(Secret)
          .options({ readYourWrites, readYourWritesTimeout: '30s' })
          .reconcile(async ({ name }, { client }) => {
            if (name !== 'a') return
            looks += 1
            if (looks === 1) await client.create(Secret, { metadata: { name: 's', namespace: 'default' } })
          })
      })
      await world.advance('1s')
      world.env.faults.drop({ view: 'controller', verb: 'create', count: 1 }, 'after')
      world.env.faults.respond({ view: 'controller', resource: 'secrets', verb: 'list' }, 403)
      await world.client.create(ConfigMap, configMap('a'))
      await world.advance('20s')
      expect(looks).toBe(1)
      await world.advance('2m')
      expect(looks).toBe(2)
      expect(world.errors.at(-1)).toMatchObject({ name: 'ReadYourWritesTimeoutError' })
    },
  )

  it('off: a lost answer is of no interest to the next run', async () => {
    let looks = 0
    await using world = new ControllerWorld((manager) => {
      manager
        .controller('careless', ConfigMap)
        .reads(Secret)
        .options({ readYourWrites: 'off' })
        .reconcile(async ({ name }, { client, caughtUp }) => {
          if (name !== 'a') return
          looks += 1
          if (looks === 1)
            await client.create(Secret, { metadata: { generateName: 's-', namespace: 'default' } })
          else await caughtUp()
        })
    })
    await world.advance('1s')
    world.env.faults.drop({ view: 'controller', verb: 'create', count: 1 }, 'after')
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('1s')
    expect(looks).toBe(2)
    const lists = world.env.audit.filter(
      ({ method, path }) => method === 'GET' && path.includes('/secrets') && !path.includes('watch='),
    )
    expect(lists).toEqual([])
  })
})
