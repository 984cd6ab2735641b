import { ConfigMap } from '@rxkube/client'
import { sleep } from '@rxkube/clock'
import { Manager, type Runnable } from '@rxkube/controller'
import { TestEnv } from '@rxkube/testing'
import { setTimeout as nodeSleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { configMap, ControllerWorld } from './support/controller-world.ts'

const forever = (): Promise<never> => new Promise(() => undefined)

/** Ends by throwing what it was told, as most that takes a signal does. */
function ticking(manager: Manager, options: Partial<Runnable>): Runnable {
  return {
    ...options,
    start: async (signal) => {
      for (;;) {
        // oxlint-disable-next-line no-await-in-loop -- tick by tick
        await sleep(manager.client.clock, '1s', { signal })
      }
    },
  }
}

const options: readonly [string, Partial<Runnable>][] = [
  ['of the leader', {}],
  ['of everybody', { needLeaderElection: false }],
  ['that begins before the caches', { beforeCaches: true }],
]

describe('the end of a manager', () => {
  it.each(options)('is no failure when a runnable %s throws the reason of its signal', async (_, option) => {
    await using world = new ControllerWorld((manager) => {
      manager.add(ticking(manager, option))
    })
    await world.advance('5s')
    void world.manager.stop()
    await world.advance('1s')
    expect(world.ended).toBe(true)
    expect(world.failure).toBeUndefined()
  })

  it("is no failure when a runnable throws an AbortError whose cause is its signal's reason", async () => {
    await using world = new ControllerWorld((manager) => {
      manager.add({ start: (signal) => nodeSleep(2 ** 30, undefined, { signal }) })
    })
    await world.advance('5s')
    void world.manager.stop()
    await world.advance('1s')
    expect(world.ended).toBe(true)
    expect(world.failure).toBeUndefined()
  })

  it('says why it could not begin, whatever a runnable that began before throws at its end', async () => {
    await using world = new ControllerWorld(
      (manager) => {
        manager.controller('one', ConfigMap).reconcile(() => undefined)
        manager.add(ticking(manager, { beforeCaches: true }))
      },
      { manager: { cacheSyncTimeout: '5s' } },
    )
    world.env.faults.respond({ view: 'controller', resource: 'configmaps' }, 403)
    await world.advance('10s')
    expect(world.failure).toMatchObject({ name: 'CacheSyncError' })
  })

  it('names a runnable that does not end, and leaves it behind', async () => {
    await using world = new ControllerWorld((manager) => {
      manager.controller('one', ConfigMap).reconcile(() => undefined)
      manager.add({ name: 'stuck', start: forever })
    })
    await world.advance('1s')
    void world.manager.stop()
    await world.advance('39s')
    expect(world.ended).toBe(false)
    await world.advance('2s')
    expect(world.failure).toMatchObject({ name: 'WorkNotStoppedError', members: ['stuck'] })
    expect(world.manager.phase).toBe('stopped')
  })

  it('leaves a map function behind that never ends, also while the manager begins', async () => {
    await using world = new ControllerWorld((manager) => {
      manager
        .controller('stuck')
        .watches(ConfigMap, forever)
        .reconcile(() => undefined)
    })
    await world.advance('5s')
    expect(world.manager.phase).toBe('syncing')
    void world.manager.stop()
    await world.advance('11s')
    expect(world.ended).toBe(true)
    expect(world.failure).toBeUndefined()
    expect(world.errors.map(({ name }) => name)).toContain('HandlersBusyError')
  })

  it('does not wait for map functions that are tried again', async () => {
    await using world = new ControllerWorld(
      (manager) => {
        manager
          .controller('failing')
          .watches(ConfigMap, () => Promise.reject(new Error('not yet')))
          .reconcile(() => undefined)
      },
      { later: true },
    )
    for (let count = 0; count < 20; count += 1) {
      // oxlint-disable-next-line no-await-in-loop -- in order
      await world.client.create(ConfigMap, configMap(`c-${count}`))
    }
    world.begin()
    await world.advance('5s')
    void world.manager.stop()
    await world.advance('1s')
    expect(world.ended).toBe(true)
    expect(world.failure).toBeUndefined()
  })

  it('comes before its begin: it sends nothing, and cannot begin any more', async () => {
    await using env = new TestEnv()
    const phases: string[] = []
    env.start('silent', async (process) => {
      const aborted = new Manager({ client: process.client, recorder: false })
      aborted.controller('one', ConfigMap).reconcile(() => undefined)
      await aborted.start({ signal: AbortSignal.abort(new Error('over')) })
      phases.push(aborted.phase)
      const stopped = new Manager({ client: process.client, recorder: false })
      stopped.controller('one', ConfigMap).reconcile(() => undefined)
      await stopped.stop()
      await stopped.start().catch(({ message }: Error) => phases.push(stopped.phase, message))
    })
    await env.advance('1m')
    expect(phases).toEqual([
      'stopped',
      'stopped',
      'a manager starts once, and not after its end: make another one',
    ])
    expect(env.audit).toEqual([])
  })

  it('may be asked for within a reconcile, which is left behind then, as may the end of its controller', async () => {
    await using world = new ControllerWorld((manager) => {
      const removed = manager.controller('removed', ConfigMap).reconcile(async ({ name }) => {
        if (name === 'a') await manager.remove(removed)
      })
      manager.controller('stopping', ConfigMap).reconcile(async ({ name }) => {
        if (name === 'b') await manager.stop()
      })
    })
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('10s')
    expect([...world.manager.controllers.keys()]).toEqual(['stopping'])
    await world.client.create(ConfigMap, configMap('b'))
    await world.advance('40s')
    expect(world.ended).toBe(true)
    expect(world.failure).toBeUndefined()
  })

  it('waits for a controller that is being removed', async () => {
    await using world = new ControllerWorld((manager) => {
      manager.controller('one', ConfigMap).reconcile(({ name }) => (name === 'a' ? forever() : undefined))
    })
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('1s')
    const one = world.manager.controllers.get('one')
    if (one) void world.manager.remove(one)
    void world.manager.stop()
    await world.advance('4s')
    expect(world.ended).toBe(false)
    expect(() => world.manager.controller('one', ConfigMap).reconcile(() => undefined)).toThrow(
      /there is a controller "one" already/,
    )
    await world.advance('2s')
    expect(world.ended).toBe(true)
  })
})
