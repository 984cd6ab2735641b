import { ConfigMap, Deployment, Secret } from '@rxkube/client'
import { describe, expect, it } from 'vitest'
import { configMap, ControllerWorld } from './support/controller-world.ts'

const a = { name: 'a', namespace: 'default' }
const s = { name: 's', namespace: 'default' }

describe('a reconcile that wakes itself', () => {
  it.each(['wait', 'requeue'] as const)(
    'FAULT-E8 is noticed with %s, though it has to wait for a cache each time',
    async (readYourWrites) => {
      let runs = 0
      await using world = new ControllerWorld((manager) => {
        manager
          .controller('restless', ConfigMap)
          .watches(Secret, () => [a])
          .options({ readYourWrites })
          .reconcile(async ({ name }, { client, object }) => {
            if (name !== 'a' || !object) return
            const count = String((runs += 1))
            await client.patch(ConfigMap, a, { data: { count } })
            await client.patch(Secret, s, { stringData: { count } })
          })
      })
      await world.advance('1s')
      world.env.faults.lag({ view: 'controller', resource: 'secrets' }, '50ms')
      await world.client.create(Secret, { metadata: s })
      await world.client.create(ConfigMap, configMap('a'))
      await world.advance('1m')
      expect(new Set(world.errors.map(({ name }) => name))).toEqual(new Set(['ReconcileLoopError']))
      expect(world.outcomes.length).toBeLessThan(60)
    },
  )

  it('FAULT-E8 is noticed when it changes the generation of its own object each time', async () => {
    await using world = new ControllerWorld(
      (manager) => {
        manager.controller('turning', Deployment).reconcile(async ({ name, namespace }, context) => {
          const { client, object } = context
          if (!object) return
          const replicas = (Number(object.spec.replicas) % 2) + 1
          await client.patch(Deployment, { name, namespace }, { spec: { replicas } })
        })
      },
      { server: { controllers: [] } },
    )
    await world.advance('1s')
    const labels = { app: 'a' }
    await world.client.create(Deployment, {
      metadata: a,
      spec: {
        replicas: 1,
        selector: { matchLabels: labels },
        template: { metadata: { labels }, spec: { containers: [{ name: 'c', image: 'i' }] } },
      },
    })
    await world.advance('10s')
    expect(world.errors.map(({ name }) => name)).toEqual(['ReconcileLoopError'])
    expect(world.outcomes.length).toBeLessThan(40)
  })

  it('is set free at once by any change of somebody else', async () => {
    const seen: string[] = []
    await using world = new ControllerWorld((manager) => {
      manager.controller('restless', ConfigMap).reconcile(async ({ name }, { client, object }) => {
        if (name !== 'a' || !object) return
        const { foreign = '', count = '0' } = object.data ?? {}
        seen.push(foreign)
        if (foreign === '') await client.patch(ConfigMap, a, { data: { count: String(Number(count) + 1) } })
      })
    })
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('10m')
    expect(world.errors.map(({ name }) => name)).toEqual(['ReconcileLoopError'])
    await world.client.patch(ConfigMap, a, { data: { foreign: 'change' } })
    await world.advance(1)
    expect(seen.at(-1)).toBe('change')
  })
})
