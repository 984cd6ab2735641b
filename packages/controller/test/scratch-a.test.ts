import { ConfigMap, Secret, Pod } from '@rxkube/client'
import { Manager, type Outcome } from '@rxkube/controller'
import { sleep } from '@rxkube/clock'
import { TestEnv } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { configMap, ControllerWorld, gate } from './support/controller-world.ts'
import { setTimeout as nodeSleep } from 'node:timers/promises'
const a = { name: 'a', namespace: 'default' }

describe('scratch', () => {
  it('1a limiter that throws', async () => {
    await using world = new ControllerWorld((manager) => {
      manager.controller('x', ConfigMap).options({ maxConcurrentReconciles: 2, rateLimiter: { when: () => { throw new Error('limiter') }, forget: () => undefined, numRequeues: () => 0 } })
        .reconcile(({ name }) => { if (name === 'a') throw new Error('no') })
    })
    await world.advance('1s')
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('1m')
    console.log('1a', world.failure, world.ended, world.manager.phase, world.manager.informers.informers.length, world.outcomes.length)
    expect(world.ended).toBe(false)
  })
  it('1b bad priority', async () => {
    await using world = new ControllerWorld((manager) => {
      manager.controller('x', ConfigMap).reconcile(({ name }) => name === 'a' ? ({ requeueAfter: '1s', priority: Number.NaN }) : undefined)
    })
    await world.advance('1s')
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('1m')
    console.log('1b', world.failure, world.ended, world.manager.phase)
    expect(world.ended).toBe(false)
  })
  it('3a beforeCaches runnable rejecting with its reason', async () => {
    await using world = new ControllerWorld((manager) => {
      manager.controller('x', ConfigMap).reconcile(() => undefined)
      manager.add({ beforeCaches: true, start: async (signal) => { for (;;) await sleep(manager.client.clock, '1s', { signal }) } })
    })
    await world.advance('5s')
    void world.manager.stop()
    await world.advance('1m')
    console.log('3a', world.failure, world.ended)
    expect(world.failure).toBeUndefined()
  })
  it('3b node timers', async () => {
    await using world = new ControllerWorld((manager) => {
      manager.controller('x', ConfigMap).reconcile(() => undefined)
      manager.add({ start: async (signal) => { await nodeSleep(1e6, undefined, { signal }) } })
    })
    await world.advance('5s')
    void world.manager.stop()
    await world.advance('1m')
    console.log('3b', world.failure, world.ended)
    expect(world.failure).toBeUndefined()
  })
  it('3c beforeCaches masks', async () => {
    await using world = new ControllerWorld((manager) => {
      manager.controller('x', ConfigMap).reconcile(() => undefined)
      manager.add({ beforeCaches: true, start: async (signal) => { for (;;) await sleep(manager.client.clock, '1s', { signal }) } })
    }, { manager: { cacheSyncTimeout: '5s' } })
    world.env.faults.respond({ view: 'controller', resource: 'configmaps' }, 403)
    await world.advance('1m')
    console.log('3c', (world.failure as Error)?.name, world.ended)
    expect((world.failure as Error).name).toBe('CacheSyncError')
  })
  it('4a map never ends', async () => {
    await using world = new ControllerWorld((manager) => {
      manager.controller('x').watches(ConfigMap, () => new Promise<never>(() => undefined)).reconcile(() => undefined)
    })
    await world.advance('1s')
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('1s')
    void world.manager.stop()
    await world.advance('10m')
    console.log('4a', world.failure, world.ended, world.manager.phase)
    expect(world.ended).toBe(true)
  })
  it('4b runnable never ends', async () => {
    await using world = new ControllerWorld((manager) => {
      manager.controller('x', ConfigMap).reconcile(() => undefined)
      manager.add({ start: () => new Promise<never>(() => undefined) })
    })
    await world.advance('1s')
    void world.manager.stop()
    await world.advance('10m')
    console.log('4b', world.failure, world.ended, world.manager.phase)
    expect(world.ended).toBe(true)
  })
  it('4c stop in warm up with failing maps', async () => {
    await using world = new ControllerWorld((manager) => {
      manager.controller('x').watches(ConfigMap, async () => { throw new Error('no') }).reconcile(() => undefined)
    }, { later: true })
    for (let i = 0; i < 50; i += 1) await world.client.create(ConfigMap, configMap(`c-${i}`))
    world.begin()
    await world.advance('5s')
    console.log('4c phase', world.manager.phase)
    void world.manager.stop()
    await world.advance('1m')
    console.log('4c', world.failure, world.ended, world.manager.phase)
    expect(world.ended).toBe(true)
  })
  it('5a removed before start', async () => {
    await using world = new ControllerWorld((manager) => {
      manager.controller('x', ConfigMap).reconcile(() => undefined)
      const c = manager.controller('y', Secret).reconcile(() => undefined)
      void manager.remove(c)
    })
    await world.advance('5m')
    console.log('5a', world.manager.informers.informers.map((i) => [i.resource.resource, i.held]))
    expect(world.manager.informers.informers.length).toBe(1)
  })
  it('5b made again with new index function', async () => {
    await using world = new ControllerWorld((manager) => {
      manager.controller('x', ConfigMap).reconcile(() => undefined)
    })
    await world.advance('1s')
    const make = () => world.manager.controller('y', Secret, { indexers: { x: () => ['1'] } }).reconcile(() => undefined)
    const c = make()
    await world.advance('1s')
    const r = world.manager.remove(c)
    await world.advance('1s')
    await r
    expect(make).not.toThrow()
  })
  it('2 late controller, lease lost in warm up', async () => {
    await using env = new TestEnv()
    const looks: string[] = []
    let manager: Manager | undefined
    env.start('m', async ({ client, signal }) => {
      manager = new Manager({ client, recorder: false, leaderElection: { leaseName: 'l', leaseNamespace: 'kube-system', identity: 'm', onLost: 'contend' } })
      manager.controller('x', ConfigMap).reconcile(() => undefined)
      await manager.start({ signal })
    })
    await env.advance('5s')
    console.log('2', manager?.phase)
    const fault = env.faults.respond({ view: 'm', resource: 'secrets' }, 503)
    await env.client.create(Secret, { metadata: { name: 's', namespace: 'default' } })
    manager?.controller('late', Secret).reconcile(({ name }) => void looks.push(name))
    await env.advance('1s')
    const l = env.faults.respond({ view: 'm', resource: 'leases' }, 503)
    await env.advance('20s')
    console.log('2', manager?.phase, manager?.controllers.get('late')?.status.phase)
    l.remove(); fault.remove()
    await env.advance('2m')
    console.log('2', manager?.phase, manager?.controllers.get('late')?.status.phase, looks)
    expect(looks).toContain('s')
  })
})
