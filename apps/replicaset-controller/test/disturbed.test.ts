import { env as environment } from 'node:process'
import { Pod, ReplicaSet } from '@rxkube/meta'
import { sieveCluster, TestEnv } from '@rxkube/testing'
import { expect, it } from 'vitest'
import { replicaSet } from './support/objects.ts'
import { World } from './support/world.ts'

// One plan of four, or all of them when asked for.
const every = environment['RXKUBE_ALL_PLANS'] ? 1 : 4

const web = { namespace: 'default', name: 'web' }

/** As somebody may who wants it to start anew. */
async function deleteOne(env: TestEnv): Promise<void> {
  const { items } = await env.client.list(Pod, { namespace: 'default', labelSelector: 'app=web' })
  const name = items.find(({ metadata }) => metadata.deletionTimestamp === undefined)?.metadata.name
  if (name !== undefined) await env.client.delete(Pod, { namespace: 'default', name })
}

it('X-9 whatever goes wrong, there are as many pods in the end, and none of others is touched', async () => {
  const world = (env: TestEnv) => new World({ env, idle: true })
  const none = world(new TestEnv())
  let plans = 0
  const report = await sieveCluster({
    env: { start: '2025-01-01T00:00:00Z', server: { nodes: 2 } },
    setUp: (env) =>
      env.client.create(Pod, {
        metadata: { namespace: 'default', name: 'of-nobody', labels: { app: 'db' } },
        spec: { containers: [{ name: 'db', image: 'db:1' }] },
      }),
    processes: { controller: { main: none.main } },
    steps: [
      (env) => env.client.create(ReplicaSet, { metadata: web, spec: replicaSet('web', 3).spec }),
      deleteOne,
      (env) => world(env).scale('web', 6),
      (env) => world(env).scale('web', 2),
    ],
    settle: '70s',
    outcome: async (env) => {
      const [pods, { status }] = [await world(env).pods(), await world(env).set('web')]
      const owned = pods.filter(({ metadata }) => metadata.ownerReferences !== undefined)
      return {
        owned: owned.map((pod) => pod.status?.phase),
        others: pods.length - owned.length,
        status: { ...status, observedGeneration: undefined },
      }
    },
    only: () => plans++ % every === 0,
  })
  await none.env.stop()
  expect(report.outcome).toMatchObject({
    owned: ['Running', 'Running'],
    others: 1,
    status: { replicas: 2, availableReplicas: 2 },
  })
  expect(report.findings).toEqual([])
  console.log(`${plans} plans, of which tried:`, Object.fromEntries(report.plans))
}, 600_000)
