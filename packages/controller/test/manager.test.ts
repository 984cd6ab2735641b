import { ConfigMap, Lease, Secret } from '@rxkube/client'
import { Manager, type ReconcileContext } from '@rxkube/controller'
import { CacheSyncError } from '@rxkube/shared-informer'
import { TestEnv } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { configMap, ControllerWorld, gate } from './support/controller-world.ts'

const leaderElection = { leaseName: 'controller', leaseNamespace: 'kube-system' }

describe('a manager', () => {
  it('ends when its signal aborts: runs are awaited, and nothing of it runs after', async () => {
    const { promise, resolve } = gate()
    const told: string[] = []
    await using world = new ControllerWorld((manager) => {
      manager.controller('slow', ConfigMap).reconcile(async ({ name }, { signal }) => {
        if (name !== 'a') return
        signal.addEventListener('abort', () => told.push('aborted'))
        await promise
        told.push('done')
      })
    })
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('1s')
    const stopped = world.manager.stop()
    await world.advance('10s')
    expect(world.ended).toBe(false)
    resolve()
    await world.advance(0)
    await stopped
    expect(told).toEqual(['done', 'aborted'])
    expect(world.ended).toBe(true)
    expect(world.failure).toBeUndefined()
    const requests = world.env.audit.length
    await world.client.create(ConfigMap, configMap('b'))
    await world.advance('1h')
    expect(world.env.audit).toHaveLength(requests)
    expect(world.manager.phase).toBe('stopped')
  })

  it('aborts runs that go on for longer than gracefulShutdownTimeout, and leaves behind those that do not end', async () => {
    await using world = new ControllerWorld(
      (manager) => {
        manager.controller('endless', ConfigMap).reconcile(({ name }) => {
          if (name === 'a') return new Promise<void>(() => undefined)
          return undefined
        })
      },
      { manager: { gracefulShutdownTimeout: '10s' } },
    )
    await world.client.create(ConfigMap, configMap('a'))
    await world.advance('1s')
    void world.manager.stop()
    await world.advance('14s')
    expect(world.ended).toBe(false)
    await world.advance('2s')
    expect(world.ended).toBe(true)
    expect(world.outcomes.at(-1)).toMatchObject({ result: 'aborted' })
  })

  it('says which cache did not fill, and why, when it cannot begin', async () => {
    await using world = new ControllerWorld(
      (manager) => {
        manager
          .controller('forbidden', ConfigMap)
          .reads(Secret)
          .reconcile(() => undefined)
      },
      { manager: { cacheSyncTimeout: '30s' } },
    )
    world.env.faults.respond({ view: 'controller', resource: 'secrets' }, 403)
    await world.advance('31s')
    expect(world.failure).toBeInstanceOf(CacheSyncError)
    expect(String(world.failure)).toMatch(/secrets.*403|secrets.*[Ff]orbidden/s)
    expect(world.ended).toBe(true)
    const requests = world.env.audit.length
    await world.advance('1h')
    expect(world.env.audit).toHaveLength(requests)
  })

  it('starts controllers that are made while it runs, and ends single ones', async () => {
    const seen: string[] = []
    await using world = new ControllerWorld((manager) => {
      manager.controller('first', ConfigMap).reconcile(({ name }) => void seen.push(`first ${name}`))
    })
    await world.client.create(ConfigMap, configMap('a'))
    await world.client.create(Secret, { metadata: { name: 's', namespace: 'default' } })
    await world.advance('1s')
    const late = world.manager
      .controller('late', Secret)
      .reconcile(({ name }) => void seen.push(`late ${name}`))
    await world.advance('1s')
    expect(seen).toContain('late s')
    const removed = world.manager.remove(late)
    await world.advance('1s')
    await removed
    await world.client.create(Secret, { metadata: { name: 't', namespace: 'default' } })
    await world.advance('1m')
    expect(seen).not.toContain('late t')
    expect(world.manager.informers.informers.map(({ resource }) => resource.resource)).toEqual(['configmaps'])
    expect(world.manager.controllers.has('late')).toBe(false)
  })

  it('runs other things beside its controllers, and ends with what they threw', async () => {
    const told: string[] = []
    await using world = new ControllerWorld((manager) => {
      manager.controller('one', ConfigMap).reconcile(() => undefined)
      manager.add({
        name: 'server',
        needLeaderElection: false,
        start: (signal) =>
          new Promise((resolve) => {
            told.push('started')
            signal.addEventListener('abort', () => {
              told.push('stopped')
              resolve()
            })
          }),
      })
      manager.add({
        start: async (signal) => {
          await new Promise<void>((resolve) => world.env.clock.setTimer(5000, resolve))
          if (!signal.aborted) throw new Error('the disk is full')
        },
      })
    })
    await world.advance('1s')
    expect(told).toEqual(['started'])
    await world.advance('10s')
    expect(told).toEqual(['started', 'stopped'])
    expect(world.failure).toMatchObject({ message: 'the disk is full' })
  })

  it('works on what was there when it began after what changes now', async () => {
    const order: string[] = []
    await using world = new ControllerWorld(
      (manager) => {
        manager.controller('busy', ConfigMap).reconcile(async ({ name }, { clock }) => {
          order.push(name)
          await new Promise<void>((resolve) => clock.setTimer(1000, resolve))
        })
      },
      { later: true },
    )
    for (let count = 0; count < 20; count += 1) {
      // oxlint-disable-next-line no-await-in-loop -- in order
      await world.client.create(ConfigMap, configMap(`old-${count}`))
    }
    world.begin()
    await world.advance('3s')
    await world.client.create(ConfigMap, configMap('new'))
    await world.advance('2s')
    expect(order).toContain('new')
    expect(order.length).toBeLessThan(10)
    await world.advance('1m')
    expect(new Set(order).size).toBeGreaterThanOrEqual(21)
  })

  it('INV-Q1 never works on one request twice at once, and on as many as it may at once', async () => {
    const active = new Set<string>()
    let most = 0
    await using world = new ControllerWorld((manager) => {
      manager
        .controller('parallel', ConfigMap)
        .options({ maxConcurrentReconciles: 4 })
        .reconcile(async ({ name }, { clock }) => {
          expect(active.has(name)).toBe(false)
          active.add(name)
          most = Math.max(most, active.size)
          await new Promise<void>((resolve) => clock.setTimer(500, resolve))
          active.delete(name)
        })
    })
    for (let count = 0; count < 10; count += 1) {
      // oxlint-disable-next-line no-await-in-loop -- in order
      await world.client.create(ConfigMap, configMap(`c-${count}`))
    }
    for (let change = 0; change < 50; change += 1) {
      const address = { name: `c-${change % 10}`, namespace: 'default' }
      // oxlint-disable-next-line no-await-in-loop -- in order
      await world.client.patch(ConfigMap, address, { data: { change: String(change) } })
      // oxlint-disable-next-line no-await-in-loop -- in order
      await world.advance(130)
    }
    expect(most).toBe(4)
    expect(world.outcomes.every(({ result }) => result === 'success')).toBe(true)
  })
})

describe('managers of which one leads', () => {
  const counting = (
    env: TestEnv,
    name: string,
    work: (who: string, context: ReconcileContext<ConfigMap>) => unknown,
  ) =>
    env.start(name, async ({ client, signal }) => {
      const manager = new Manager({
        client,
        recorder: false,
        leaderElection: { ...leaderElection, identity: name },
      })
      manager.controller('counting', ConfigMap).reconcile(async (request, context) => {
        if (request.name === 'a') await work(name, context)
      })
      await manager.start({ signal })
    })

  it('works in one process alone, and takes over at once, with full caches, when that one is told to end', async () => {
    await using env = new TestEnv()
    const worked: string[] = []
    const work = (who: string) => worked.push(who)
    await env.client.create(ConfigMap, configMap('a'))
    const first = counting(env, 'first', work)
    await env.advance('5s')
    counting(env, 'second', work)
    await env.advance('1m')
    expect(worked).toEqual(['first'])
    const lists = env.audit.filter(({ path }) => path.includes('configmaps')).length
    const stopped = first.stop()
    await env.advance('6s')
    await stopped
    expect(worked).toEqual(['first', 'second'])
    expect(env.audit.filter(({ path }) => path.includes('configmaps'))).toHaveLength(lists)
  })

  it('takes over within leaseDuration and 2.2 retry periods when the leader is killed, and never both work', async () => {
    await using env = new TestEnv()
    const worked: string[] = []
    const work = (who: string) => worked.push(who)
    const first = counting(env, 'first', work)
    await env.advance('5s')
    counting(env, 'second', work)
    await env.client.create(ConfigMap, configMap('a'))
    await env.advance('10s')
    first.kill()
    await env.advance('12s')
    expect(worked).toEqual(['first'])
    await env.advance('9s')
    expect(worked).toEqual(['first', 'second'])
  })

  it('FAULT-H4 writes nothing more from a process that was frozen past its deadline, and the manager ends', async () => {
    await using env = new TestEnv()
    const results: unknown[] = []
    const failed: unknown[] = []
    await env.client.create(ConfigMap, configMap('a'))
    const frozen = env.start('frozen', async ({ client, signal }) => {
      const manager = new Manager({
        client,
        recorder: false,
        leaderElection: { ...leaderElection, identity: 'frozen' },
      })
      manager.controller('writing', ConfigMap).reconcile(async ({ name }, { client: own, clock }) => {
        if (name !== 'a') return
        await new Promise<void>((resolve) => clock.setTimer(20_000, resolve))
        await own.patch(ConfigMap, { name: 'a', namespace: 'default' }, { data: { by: 'frozen' } }).then(
          () => results.push('written'),
          (error: unknown) => results.push((error as Error).name),
        )
      })
      await manager.start({ signal }).catch((error: unknown) => failed.push((error as Error).name))
    })
    await env.advance('5s')
    frozen.freeze()
    await env.advance('30s')
    frozen.thaw()
    await env.advance('1m')
    expect(results).toEqual(['LeadershipLostError'])
    expect(failed).toEqual(['LeadershipLostError'])
    const object = await env.client.get(ConfigMap, { name: 'a', namespace: 'default' })
    expect(object.data?.['by']).toBeUndefined()
  })

  it('keeps the lease until the runs of the leader have ended', async () => {
    await using env = new TestEnv()
    const { promise, resolve } = gate()
    await env.client.create(ConfigMap, configMap('a'))
    const process = counting(env, 'first', () => promise)
    await env.advance('5s')
    const holder = async () =>
      (await env.client.get(Lease, { name: 'controller', namespace: 'kube-system' })).spec?.holderIdentity
    const stopped = process.stop()
    await env.advance('15s')
    expect(await holder()).toBe('first')
    resolve()
    await env.advance('1s')
    await stopped
    expect(await holder()).toBe('')
  })
})
