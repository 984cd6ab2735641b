import { ConfigMap, Secret } from '@rxkube/client'
import { Manager, type ReconcileContext } from '@rxkube/controller'
import { newControllerRef } from '@rxkube/meta'
import { sieveCluster, type ProcessMain, type TestEnv } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { configMap } from './support/controller-world.ts'

const a = { name: 'a', namespace: 'default' }
const label = { owned: 'true' }

/** Keeps as many Secrets as the ConfigMap asks for, each with a number in it, and counts them in its data. */
async function keepSecrets(
  { name, namespace }: { name: string; namespace: string },
  context: ReconcileContext<ConfigMap>,
): Promise<void> {
  const { object, client } = context
  const wanted = Number(object?.data?.['wanted'] ?? Number.NaN)
  if (!object || Number.isNaN(wanted)) return
  const all = context.lister(Secret, 'metadata').namespace(namespace).list('owned=true')
  const owned = all.filter(({ metadata }) => metadata.ownerReferences?.[0]?.uid === object.metadata.uid)
  const ownerReferences = [newControllerRef(object, ConfigMap)]
  for (let there = owned.length; there < wanted; there += 1) {
    const metadata = { generateName: `${name}-`, namespace, labels: label, ownerReferences }
    // oxlint-disable-next-line no-await-in-loop -- one after another
    await client.create(Secret, { metadata })
  }
  for (const { metadata } of owned.slice(wanted)) {
    const { uid = '', name: surplus = '' } = metadata
    // oxlint-disable-next-line no-await-in-loop -- one after another
    await client.delete(Secret, { namespace, name: surplus }, { preconditions: { uid } })
  }
  if (object.data?.['count'] === String(wanted)) return
  const { resourceVersion } = object.metadata
  await client.patch(
    ConfigMap,
    { name, namespace },
    { metadata: { resourceVersion }, data: { count: String(wanted) } },
  )
}

const main: ProcessMain = async ({ client, signal }) => {
  const manager = new Manager({ client, recorder: false })
  manager.controller('keeper', ConfigMap).owns(Secret).reconcile(keepSecrets)
  await manager.start({ signal })
}

const scale = (wanted: number) => (env: TestEnv) =>
  env.client.patch(ConfigMap, a, { data: { wanted: String(wanted) } })

describe('a controller under the plans of Sieve', () => {
  it('INV-C2, INV-C3, INV-C4, FAULT-G9, FAULT-G10 ends alike after a crash or a lost answer at any write, with a stale view and states it never saw', async () => {
    const report = await sieveCluster({
      // As in production: a stale view of an owner must not be an endless fight with the garbage collector.
      processes: { keeper: { main, qps: 5 } },
      steps: [
        (env) => env.client.create(ConfigMap, configMap('a', { wanted: '3' })),
        scale(1),
        scale(4),
        async (env) => {
          await env.client.delete(ConfigMap, a)
          await env.client.create(ConfigMap, configMap('a', { wanted: '2' }))
        },
      ],
      settle: '1m',
    })
    expect(report.findings).toEqual([])
    expect(Object.fromEntries(report.plans)).toEqual({
      crashBefore: report.writes,
      crashAfter: report.writes,
      loseAnswer: report.writes,
      stale: 3,
      unobserved: 3,
      slow: 6,
    })
    expect(report.writes).toBeGreaterThanOrEqual(14)
    expect(String(report.outcome)).toContain('"count":"2"')
  }, 120_000)

  it('finds out a controller that reads no cache again after its own writes', async () => {
    const careless: ProcessMain = async ({ client, signal }) => {
      const manager = new Manager({ client, recorder: false })
      manager
        .controller('careless', ConfigMap)
        .options({ readYourWrites: 'off' })
        .reconcile(async ({ name }, { client: own, object }) => {
          const { count = '0', wanted } = object?.data ?? {}
          if (name !== 'a' || count === wanted) return
          await own.create(Secret, { metadata: { generateName: 'a-', namespace: 'default' } })
          await own.patch(ConfigMap, a, { data: { count: String(Number(count) + 1) } })
        })
      await manager.start({ signal })
    }
    const report = await sieveCluster({
      processes: { careless: { main: careless } },
      steps: [(env) => env.client.create(ConfigMap, configMap('a', { wanted: '2' }))],
      settle: '1m',
    })
    expect(report.findings.map(({ plan }) => plan.kind)).toContain('crashAfter')
  }, 60_000)
})
