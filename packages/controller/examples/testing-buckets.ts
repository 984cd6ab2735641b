import { Secret } from '@rxkube/client'
import { Manager } from '@rxkube/controller'
import { CustomResourceDefinition } from '@rxkube/meta'
import { sieveCluster, simulate, TestEnv, type ProcessMain } from '@rxkube/testing'
import { Bucket, setUpBuckets, type Storage } from './bucket-controller.ts'

const photos = { namespace: 'default', name: 'photos' }
const define = ({ client }: TestEnv) => client.create(CustomResourceDefinition, Bucket.crd)
const create = ({ client }: TestEnv, name = 'photos') =>
  client.create(Bucket, { metadata: { name, namespace: 'default' }, spec: { region: 'north' } })

// The world outside of the cluster: it outlives a controller that crashes.
let buckets = new Set<string>()
const storage: Storage = {
  async ensure(bucket) {
    buckets.add(bucket)
    return 'Ready'
  },
  async remove(bucket) {
    buckets.delete(bucket)
  },
}

const main: ProcessMain = async ({ client, signal }) => {
  const manager = new Manager({ client, recorder: false })
  setUpBuckets(manager, storage)
  manager.outcomes$.subscribe() // what fails here is meant to; nobody else is told
  manager.error$.subscribe()
  await manager.start({ signal })
}

// One case: virtual time, so that a minute takes none.
{
  await using env = new TestEnv()
  await define(env)
  await env.advance('1s')
  env.start('controller', main)
  await create(env)
  await env.advance('1m')
  console.log('phase:', (await env.client.get(Bucket, photos)).status?.phase)
  console.log('writes:', env.audit.filter(({ method }) => method !== 'GET').length)
}

// A crash and a lost answer at each write, stale caches, changes that are never seen: all have to end alike.
const sieved = await sieveCluster({
  processes: { controller: { main } },
  setUp: (env) => {
    buckets = new Set()
    return define(env)
  },
  steps: [
    (env) => create(env, 'photos'),
    ({ client }) => client.delete(Bucket, photos),
    (env) => create(env, 'videos'),
  ],
  outcome: async ({ client }) => ({
    buckets: [...buckets],
    phases: (await client.list(Bucket)).items.map(({ status }) => status?.phase),
  }),
  settle: '1m',
})
const plans = [...sieved.plans.values()].reduce((sum, count) => sum + count, 0)
console.log(`sieve: ${plans} plans, ${sieved.findings.length} findings`)

// Users, faults and time in an order that each seed draws.
const report = await simulate({
  seeds: 20,
  scenario: {
    processes: { controller: { main, latency: 50 } },
    setUp: async (env) => {
      buckets = new Set()
      await define(env)
    },
    moves: {
      create: async (env) => {
        if ((await env.client.list(Bucket)).items.length === 0) await create(env)
      },
      delete: async ({ client }) => {
        for (const { metadata } of (await client.list(Bucket)).items)
          await client.delete(Bucket, { namespace: metadata.namespace ?? '', name: metadata.name ?? '' })
      },
    },
    finally: async ({ client }) => {
      const wanted = (await client.list(Bucket)).items.length
      const secrets = (await client.list(Secret)).items.length
      if (buckets.size !== wanted || secrets !== wanted)
        throw new Error(`${wanted} wanted: ${buckets.size} buckets, ${secrets} Secrets`)
    },
  },
})
console.log(
  `simulate: ${report.seeds} seeds, ${report.faults.size} kinds of faults, none left a bucket behind`,
)
