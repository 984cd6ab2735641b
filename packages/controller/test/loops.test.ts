import { ConfigMap } from '@rxkube/client'
import type { EventRecorderLike } from '@rxkube/controller'
import { describe, expect, it } from 'vitest'
import { configMap, ControllerWorld } from './support/controller-world.ts'

const a = { name: 'a', namespace: 'default' }

function restless(recorder: EventRecorderLike | false = false): ControllerWorld {
  return new ControllerWorld(
    (manager) => {
      manager.controller('restless', ConfigMap).reconcile(async ({ name }, { client, object, clock }) => {
        if (name !== 'a' || !object) return
        if (object.data?.['quiet'] === 'true') return
        await client.patch(ConfigMap, a, { data: { seen: String(clock.monotonic()), random: `${Math.PI}` } })
        await client.patch(ConfigMap, a, { data: { count: String(Number(object.data?.['count'] ?? 0) + 1) } })
      })
    },
    { manager: { recorder } },
  )
}

describe('a reconcile that wakes itself', () => {
  it('FAULT-E8 is noticed, told of once, and slowed down further and further', async () => {
    const events: string[] = []
    await using world = restless({
      recordEvent: (object, type, reason) => events.push(`${object.metadata?.name ?? ''} ${type} ${reason}`),
    })
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('10s')
    const soon = world.outcomes.length
    expect(soon).toBeLessThan(30)
    await world.advance('1h')
    expect(world.outcomes.length).toBeLessThan(soon + 25)
    expect(world.errors.map(({ name }) => name)).toEqual(['ReconcileLoopError'])
    expect(events).toEqual(['a Warning ReconcileLoop'])
  })

  it('is left alone again when it comes to rest', async () => {
    await using world = restless()
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('10m')
    await world.client.patch(ConfigMap, a, { data: { quiet: 'true' } })
    await world.advance('10m')
    const before = world.outcomes.length
    for (let change = 0; change < 50; change += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one change after another
      await world.client.patch(ConfigMap, a, { data: { change: String(change) } })
      // oxlint-disable-next-line no-await-in-loop -- one change after another
      await world.advance(10)
    }
    expect(world.outcomes.length).toBe(before + 50)
  })

  it('does not slow down who is woken by others, however often it writes then', async () => {
    await using world = new ControllerWorld((manager) => {
      manager.controller('busy', ConfigMap).reconcile(async ({ name }, { client, object }) => {
        if (name !== 'a' || object?.data?.['in'] === object?.data?.['out']) return
        await client.patch(ConfigMap, a, { data: { out: object?.data?.['in'] ?? '' } })
      })
    })
    await world.client.create(ConfigMap, configMap('a', { in: '0' }))
    for (let change = 1; change <= 100; change += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one change after another
      await world.client.patch(ConfigMap, a, { data: { in: String(change) } })
      // oxlint-disable-next-line no-await-in-loop -- one change after another
      await world.advance(50)
    }
    const object = await world.client.get(ConfigMap, a)
    expect(object.data?.['out']).toBe('100')
    expect(world.errors).toEqual([])
  })

  it('INV-C1 writes nothing when the world is as it should be, twice in a row', async () => {
    await using world = new ControllerWorld((manager) => {
      manager.controller('calm', ConfigMap).reconcile(async ({ name }, { client, object }) => {
        if (name !== 'a' || object?.data?.['out'] === 'done') return
        await client.patch(ConfigMap, a, { data: { out: 'done' } })
      })
    })
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('1m')
    expect(world.writes).toHaveLength(1)
    for (let pass = 0; pass < 2; pass += 1) {
      world.manager.controllers.get('calm')?.enqueue(a)
      // oxlint-disable-next-line no-await-in-loop -- one pass after another
      await world.advance('1m')
    }
    expect(world.writes).toHaveLength(1)
    expect(world.outcomes.filter(({ request }) => request.name === 'a').length).toBeGreaterThanOrEqual(4)
  })

  it('counts writes that changed nothing', async () => {
    await using world = new ControllerWorld((manager) => {
      manager.controller('noop', ConfigMap).reconcile(async ({ name }, { client }) => {
        if (name === 'a') await client.patch(ConfigMap, a, { data: { x: '1' } })
      })
    })
    await world.client.create(ConfigMap, configMap('a', { x: '1' }))
    await world.advance('1m')
    const outcomes = world.outcomes.filter(({ request }) => request.name === 'a')
    expect(outcomes).toMatchObject([{ writes: 1, noopWrites: 1 }])
  })
})
