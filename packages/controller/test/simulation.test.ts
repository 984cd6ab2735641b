import { ConfigMap, Secret } from '@rxkube/client'
import { Manager } from '@rxkube/controller'
import { faultNames, simulate, type ProcessMain, type Scenario, type TestEnv } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { configMap } from './support/controller-world.ts'

const seeds = Number(process.env['RXKUBE_SEEDS'] ?? 6)
const a = { name: 'a', namespace: 'default' }

/** A ConfigMap `a` that names its children, a Secret for each, and says when they are there. */
function main(identity: string): ProcessMain {
  return async ({ client, signal }) => {
    for (;;) {
      const leaderElection = { leaseName: 'keeper', leaseNamespace: 'kube-system', identity }
      const manager = new Manager({ client, recorder: false, leaderElection, cacheSyncTimeout: Infinity })
      manager
        .controller('keeper', ConfigMap)
        .reads(Secret, { projection: 'metadata' })
        .options({ trackedReads: true })
        .finalizer('example.com/keeper', async (_request, { client: own, lister }) => {
          for (const { metadata } of lister(Secret, 'metadata').list('keeper=a')) {
            // oxlint-disable-next-line no-await-in-loop -- one after another
            await own.delete(Secret, { name: metadata.name ?? '', namespace: 'default' })
          }
        })
        .reconcile(async (request, { object, client: own, lister }) => {
          if (request.name !== 'a') return
          const wanted = (object?.data?.['names'] ?? '').split(',').filter((name) => name !== '')
          const there = lister(Secret, 'metadata').namespace('default').list('keeper=a')
          for (const name of wanted) {
            if (there.some(({ metadata }) => metadata.name === name)) continue
            const metadata = { name, namespace: 'default', labels: { keeper: 'a' } }
            // oxlint-disable-next-line no-await-in-loop -- one after another
            await own.create(Secret, { metadata })
          }
          for (const { metadata } of there) {
            const { name = '', uid = '' } = metadata
            if (wanted.includes(name)) continue
            // oxlint-disable-next-line no-await-in-loop -- one after another
            await own.delete(Secret, { name, namespace: 'default' }, { preconditions: { uid } })
          }
        })
      try {
        await manager.start({ signal })
        return
      } catch (error) {
        // As a pod that is started again when its program ends.
        if (signal.aborted || (error as Error).name !== 'LeadershipLostError') throw error
      }
    }
  }
}

const secrets = async (env: TestEnv) =>
  (await env.client.list(Secret, { labelSelector: 'keeper=a' })).items.map(
    ({ metadata }) => metadata.name ?? '',
  )

const scenario: Scenario = {
  setUp: (env) => void env.client.create(ConfigMap, configMap('a', { names: 'x,y' })),
  processes: { one: { main: main('one'), latency: 30 }, two: { main: main('two'), latency: 30 } },
  moves: {
    rename: (env, random) =>
      env.client.apply(
        ConfigMap,
        configMap('a', {
          names: ['x', 'y', 'z', 'w'].filter(() => random.next() < 0.5).join(','),
        }),
        { force: true },
      ),
    remove: async (env) => {
      const [name] = await secrets(env)
      if (name !== undefined) await env.client.delete(Secret, { name, namespace: 'default' })
    },
    drop: (env) => env.client.delete(ConfigMap, a).catch(() => undefined),
  },
  finally: async (env) => {
    const object = await env.client.get(ConfigMap, a).catch(() => undefined)
    const wanted = (object?.data?.['names'] ?? '').split(',').filter((name) => name !== '')
    expect((await secrets(env)).toSorted()).toEqual(wanted.toSorted())
  },
}

describe('two managers of which one leads', () => {
  it(`INV-C4, INV-E1, INV-E3 have the world as it is wanted after any faults (${seeds} seeds)`, async () => {
    const report = await simulate({ seeds, scenario, faults: faultNames, steps: 30, healFor: '5m' })
    expect(report.seeds).toBe(seeds)
  }, 300_000)
})
