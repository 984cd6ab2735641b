import { ConfigMap, Secret, Pod } from '@rxkube/client'
import { describe, expect, it } from 'vitest'
import { configMap, ControllerWorld } from './support/controller-world.ts'
const a = { name: 'a', namespace: 'default' }
describe('scratch', () => {
  it.each(['wait', 'requeue'] as const)('6a %s loop guard with a lagging secret', async (mode) => {
    await using world = new ControllerWorld((manager) => {
      manager.controller('x', ConfigMap).watches(Secret, () => [a]).options({ readYourWrites: mode })
        .reconcile(async ({ name }, { client, object, clock }) => {
          if (name !== 'a' || !object) return
          await client.patch(ConfigMap, a, { data: { t: String(clock.monotonic()) } })
          await client.patch(Secret, { name: 's', namespace: 'default' }, { stringData: { t: String(clock.monotonic()) } })
        })
    })
    await world.advance('1s')
    world.env.faults.lag({ view: 'controller', resource: 'secrets' }, '50ms')
    await world.client.create(Secret, { metadata: { name: 's', namespace: 'default' } })
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('1m')
    console.log('6a', world.outcomes.length, world.outcomes.at(-5)?.causes)
    expect(world.outcomes.length).toBeLessThan(60)
  })
  it('6b foreign change sets free', async () => {
    const seen: string[] = []
    await using world = new ControllerWorld((manager) => {
      manager.controller('x', ConfigMap).reconcile(async ({ name }, { client, object, clock }) => {
          if (name !== 'a' || !object) return
          seen.push(object.data?.['foreign'] ?? '')
          if (object.data?.['foreign'] === '2') return
          await client.patch(ConfigMap, a, { data: { t: String(clock.monotonic() + Math.random()) } })
        })
    })
    await world.advance('1s')
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('10m')
    await world.client.patch(ConfigMap, a, { data: { foreign: '2' } })
    await world.advance('1s')
    expect(seen.at(-1)).toBe('2')
  })
  it('7a deleted pod with answer object in overlay', async () => {
    const seen: unknown[] = []
    await using world = new ControllerWorld((manager) => {
      manager.controller('x').watches(Pod, () => [a]).options({ readYourWrites: 'overlay' })
        .reconcile(async (_, { client, lister }) => {
          const [pod] = lister(Pod).list()
          if (!pod || seen.length > 0) return
          await client.delete(Pod, { name: 'p', namespace: 'default' }, { gracePeriodSeconds: 0 })
          seen.push(lister(Pod).list().length)
        })
    })
    await world.advance('1s')
    world.env.faults.lag({ view: 'controller' }, '5s')
    await world.client.create(Pod, { metadata: { name: 'p', namespace: 'default' }, spec: { containers: [{ name: 'c', image: 'i' }] } })
    await world.advance('1m')
    expect(seen).toEqual([0])
  })
  it('7b evicted pod that is made again at once', async () => {
    let evicted = 0
    await using world = new ControllerWorld((manager) => {
      manager.controller('x').watches(Pod, () => [a])
        .reconcile(async (_, { client, lister }) => {
          const [pod] = lister(Pod).list()
          if (!pod || evicted > 0) return
          evicted += 1
          await client.evict({ name: 'p', namespace: 'default' })
        })
    })
    await world.advance('1s')
    const pod = { metadata: { name: 'p', namespace: 'default' }, spec: { containers: [{ name: 'c', image: 'i' }] } }
    await world.client.create(Pod, pod)
    const held = world.env.faults.pauseEvents({ view: 'controller' })
    await world.advance('1s')
    held.remove()
    console.log(evicted)
    await world.advance('1s')
    expect(evicted).toBe(1)
  })
})
