import { TestClock } from '@rxkube/clock'
import { ConfigMap, Secret } from '@rxkube/client'
import {
  HealthCheckExistsError,
  HealthChecks,
  healthText,
  managerHealth,
  UnhealthyError,
  type Manager,
  type ManagerHealthOptions,
} from '@rxkube/controller'
import { describe, expect, it } from 'vitest'
import { configMap, ControllerWorld, gate } from '../support/controller-world.ts'

describe('health checks', () => {
  it('answer as the components of Kubernetes do', async () => {
    const health = new HealthChecks({ clock: new TestClock() })
      .addReadyzCheck('database', () => {
        throw new UnhealthyError('no connection\nfor 10 s')
      })
      .addReadyzCheck('queue', () => Promise.reject(new Error('password=canary')))
    expect(healthText('livez', await health.livez())).toBe('ok')
    expect(healthText('livez', await health.livez(), true)).toBe('[+]ping ok\nlivez check passed\n')
    expect(healthText('readyz', await health.readyz())).toBe(
      '[-]database failed: no connection for 10 s\n[+]ping ok\n[-]queue failed: Error\nreadyz check failed\n',
    )
    const excluded = await health.readyz({ exclude: ['database', 'queue', 'nobody'] })
    expect(healthText('readyz', excluded)).toBe('ok')
    expect(healthText('readyz', excluded, true)).toBe(
      '[+]database excluded: ok\n[+]ping ok\n[+]queue excluded: ok\n' +
        'warn: some health checks cannot be excluded: no matches for "nobody"\nreadyz check passed\n',
    )
  })

  it('give up a check that does not answer, and tell it so', async () => {
    const clock = new TestClock()
    const told: AbortSignal[] = []
    const health = new HealthChecks({ clock, timeout: '2s' }).addHealthzCheck('hanging', async (signal) => {
      told.push(signal)
      await gate().promise
    })
    const asked = health.livez()
    await clock.advance('2s')
    const hanging = (await asked).checks.find(({ name }) => name === 'hanging')
    expect(hanging?.reason).toBe('no answer within 2 s')
    expect(told.map(({ aborted }) => aborted)).toEqual([true])
  })

  it('refuse two checks of one name', () => {
    const health = new HealthChecks()
    expect(() => health.addHealthzCheck('ping', () => undefined)).toThrow(HealthCheckExistsError)
  })
})

const worldOf = (
  setUp: (manager: Manager) => void,
  options: ConstructorParameters<typeof ControllerWorld>[1] = {},
): ControllerWorld => new ControllerWorld(setUp, options)

/** What `readyz` says, line by line; `ok` when all is well. */
async function readyz(of: ControllerWorld, health = managerHealth(of.manager)): Promise<string[]> {
  return healthText('readyz', await health.readyz())
    .split('\n')
    .filter(Boolean)
}

const nothing = (manager: Manager): void => {
  manager
    .controller('quiet', ConfigMap)
    .owns(Secret)
    .reconcile(() => undefined)
}

describe('the health of a manager', () => {
  it('names the cache that lags, how often it was tried, and why', async () => {
    await using world = worldOf(nothing)
    world.env.faults.respond(
      { view: 'controller', path: /secrets/ },
      { status: 403, reason: 'Forbidden', message: 'User "canary" cannot list secrets' },
    )
    await world.advance('3s')
    const lines = await readyz(world)
    expect(lines).toEqual([
      '[-]controller quiet failed: syncing: its caches are not full',
      '[+]informer configmaps ok',
      expect.stringMatching(
        /^\[-\]informer secrets \(metadata\) failed: not synced, retrying after \d+ failed attempts, last: ListFailedError: Forbidden \(403\)$/,
      ),
      '[+]manager ok',
      '[+]ping ok',
      'readyz check failed',
    ])
    world.env.faults.clear()
    await world.advance('1m')
    expect(await readyz(world)).toEqual(['ok'])
  })

  it('is ready before the manager leads, and not ready before it starts and after it has ended', async () => {
    await using world = worldOf(nothing, {
      manager: { leaderElection: { leaseName: 'l', leaseNamespace: 'default', identity: 'second' } },
    })
    const before = managerHealth(world.manager)
    world.env.faults.respond({ view: 'controller', path: /leases/ }, 500)
    await world.advance('5s')
    expect(world.manager.phase).toBe('standby')
    expect(await readyz(world, before)).toEqual(['ok'])
    await world.manager.stop()
    expect(await readyz(world, before)).toContain('[-]manager failed: it is stopped')
  })

  it('ends being ready when a cache has been out of touch for too long, and begins again', async () => {
    await using world = worldOf(nothing)
    await world.advance('1s')
    const health = managerHealth(world.manager, { maxStaleness: '2m' })
    const down = world.env.faults.refuseConnections('controller')
    world.env.faults.endWatches({ view: 'controller' }, 'close')
    await world.advance('1m')
    expect(await readyz(world, health)).toEqual(['ok'])
    await world.advance('2m')
    expect(await readyz(world, health)).toContainEqual(
      expect.stringMatching(
        /^\[-\]informer configmaps failed: stale for \d+ s, retrying after \d+ failed attempts, last: WatchFailedError: refused$/,
      ),
    )
    down.remove()
    await world.advance('2m')
    expect(await readyz(world, health)).toEqual(['ok'])
  })

  it('names the controller that ends none of its work', async () => {
    const never = gate()
    const options: ManagerHealthOptions = { stuckAfter: '1m' }
    await using world = worldOf((manager) => {
      manager
        .controller('stuck', ConfigMap)
        .options({ reconcileTimeout: Infinity })
        .reconcile(({ namespace }) => (namespace === 'default' ? never.promise : undefined))
    })
    await world.advance('1s')
    const health = managerHealth(world.manager, options)
    for (const name of ['a', 'b', 'c']) {
      // oxlint-disable-next-line no-await-in-loop -- one after another
      await world.client.create(ConfigMap, configMap(name))
    }
    await world.advance('1s')
    expect(await readyz(world, health)).toEqual(['ok'])
    await world.advance('61s')
    expect(await readyz(world, health)).toContain(
      '[-]controller stuck failed: stuck: no run has ended for 61 s, 1 under way, 2 waiting',
    )
    never.resolve()
    await world.advance('1s')
    expect(await readyz(world, health)).toEqual(['ok'])
  })

  it('does not live while work goes on without a lease', async () => {
    await using world = worldOf(
      (manager) => {
        manager.controller('working', ConfigMap).reconcile(() => undefined)
      },
      { manager: { leaderElection: { leaseName: 'l', leaseNamespace: 'default' } } },
    )
    await world.advance('5s')
    const health = managerHealth(world.manager)
    expect(healthText('livez', await health.livez(), true)).toBe(
      '[+]leaderElection ok\n[+]ping ok\nlivez check passed\n',
    )
    const process = world.env.processes.get('controller')
    process?.freeze()
    await world.advance('2m')
    const said = health.livez()
    process?.thaw()
    await world.advance('0s')
    expect(healthText('livez', await said)).toMatch(
      /^\[-\]leaderElection failed: .*\n\[\+\]ping ok\nlivez check failed/,
    )
  })
})
