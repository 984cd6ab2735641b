import { Pod, ReplicaSet } from '@rxkube/meta'
import { TestEnv } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { webTemplate } from './support/pods.ts'
import { tinyReplicaSets, type Gate } from './support/tiny-replica-set.ts'

const namespace = 'default'
const replicas = 7

/** Runs the controller on a cache of pods that is so late, and counts what it asked for. */
async function run(gates: readonly Gate[], lag: string, from: number, to: number) {
  const env = new TestEnv({ seed: 9, server: { controllers: [] } })
  const web = await env.client.create(ReplicaSet, {
    metadata: { name: 'web', namespace },
    spec: {
      replicas: from,
      selector: { matchLabels: { app: 'web' } },
      template: { ...webTemplate, metadata: { labels: { app: 'web' } } },
    },
  })
  const tally = { syncs: 0, held: 0 }
  env.start('controller', tinyReplicaSets(gates, tally))
  await env.advance('30s')
  const before = await pods(env)
  env.audit.length = 0
  env.faults.lag({ view: 'controller', resource: 'pods' }, lag)
  await env.client.patch(ReplicaSet, { namespace, name: 'web' }, { spec: { replicas: to } })
  await env.settle()
  Object.assign(tally, { syncs: 0, held: 0 })
  return {
    env,
    before,
    uid: web.metadata.uid,
    tally,
    /** Requests with this method since the lag began. */
    sent: (method: string) => env.audit.filter((request) => request.method === method).length,
    pods: () => pods(env),
    [Symbol.asyncDispose]: () => env.stop(),
  }
}

async function pods(env: TestEnv): Promise<number> {
  return (await env.client.list(Pod, { namespace })).items.length
}

describe('a controller on a cache that lags behind', () => {
  it('CH-9 without a gate creates far too much', async () => {
    await using world = await run([], '10s', 0, replicas)
    await world.env.advance('9s')
    expect(await world.pods()).toBeGreaterThan(5 * replicas)
  })

  it.each<[string, Gate]>([
    ['FEAT-K1', 'expectations'],
    ['FEAT-K7', 'consistency'],
  ])(
    'CH-9 FAULT-G7 %s with %s creates exactly what is wanted, in 100 syncs on a cache that is 10 s late',
    async (_, gate) => {
      await using world = await run([gate], '10s', 0, replicas)
      await world.env.advance('10s')
      expect(world.tally.syncs).toBeGreaterThanOrEqual(99)
      expect(world.tally.held).toBeGreaterThanOrEqual(90)
      expect([world.before, await world.pods(), world.sent('POST')]).toEqual([0, replicas, replicas])
      await world.env.advance('10m')
      expect([await world.pods(), world.sent('POST'), world.sent('DELETE')]).toEqual([replicas, replicas, 0])
      world.env.verify()
    },
  )

  it('CH-9 FEAT-K2 deletes exactly what is too much, each pod once', async () => {
    await using world = await run(['expectations'], '10s', replicas, 2)
    await world.env.advance('10m')
    expect([world.before, await world.pods()]).toEqual([replicas, 2])
    expect([world.sent('DELETE'), world.sent('POST')]).toEqual([replicas - 2, 0])
    world.env.verify()
  })

  it('FAULT-G7 FEAT-K7 expectations that expire make no duplicates when versions are compared as well', async () => {
    await using alone = await run(['expectations'], '12m', 0, 2)
    await alone.env.advance('11m')
    expect(await alone.pods()).toBeGreaterThan(2)
    await using both = await run(['expectations', 'consistency'], '12m', 0, 2)
    await both.env.advance('30m')
    expect([await both.pods(), both.sent('POST'), both.sent('DELETE')]).toEqual([2, 2, 0])
  })

  it('CH-9 FEAT-K1 makes up for creations that were refused, and creates no more than that', async () => {
    await using world = await run(['expectations'], '10s', 0, replicas)
    world.env.faults.respond({ verb: 'create', resource: 'pods', view: 'controller', count: 3 }, 403)
    await world.env.advance('10m')
    expect(await world.pods()).toBe(replicas)
    world.env.verify()
  })
})
