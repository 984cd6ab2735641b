import { findCondition, Node, Pod } from '@rxkube/meta'
import type { KillPoint } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { NodeCluster } from './support/node-cluster.ts'

/** What goes wrong: the controller dies at one of its requests, or the answer to it gets lost. */
interface Plan {
  readonly effect: number
  readonly point: KillPoint | 'lost'
}

interface Story {
  readonly end: string[]
  /** The numbers of requests that write anything but events. */
  readonly writes: number[]
}

/** A node dies, another one returns from the dead as a sick one. Tells what became of nodes and pods. */
async function story(plan?: Plan): Promise<Story> {
  await using cluster = new NodeCluster(5)
  await cluster.start()
  cluster.env.processes.get('lifecycle')?.kill()
  for (const node of [0, 1, 2]) await cluster.pod(`p-${node}`, `node-${node}`)
  const process = await cluster.start()
  if (plan && plan.point !== 'lost') process.killAt(plan.effect, plan.point)
  if (plan?.point === 'lost') {
    const isIt = (): boolean => process.effects.length === plan.effect
    cluster.env.faults.drop({ view: 'lifecycle', where: isIt, count: 1 }, 'after')
  }
  cluster.silence('node-0', 'node-1')
  for (let moment = 0; moment < 30; moment++) {
    await cluster.env.advance('5s')
    if (!process.running && cluster.env.processes.get('lifecycle') === process) await cluster.start()
    if (moment === 20) {
      const labels = { 'node-not-ready.stage.kwok.x-k8s.io': 'true' }
      await cluster.env.client.patch(Node, { name: 'node-1' }, { metadata: { labels } })
      cluster.wake('node-1')
    }
  }
  await cluster.env.advance('30s')
  const nodes = await cluster.env.client.list(Node)
  const pods = await cluster.env.client.list(Pod, { namespace: 'default' })
  const end = [...nodes.items, ...pods.items].map(({ metadata, spec, status }) => {
    const taints = 'taints' in (spec ?? {}) ? (spec as Node['spec'])?.taints : undefined
    const conditions = status?.conditions?.map(({ type, status: value }) => `${type}=${value}`).toSorted()
    return [
      metadata.name,
      ...(conditions ?? []),
      ...(taints ?? []).map(({ key, effect }) => `${key}:${effect}`).toSorted(),
    ].join(' ')
  })
  const writes = process.effects.filter(({ method, path }) => method !== 'GET' && !path.includes('/events'))
  return { end, writes: writes.map(({ number }) => number) }
}

describe('a controller that dies', () => {
  it(
    'N-4 N-6 X-9: at any of its writes, before or after it, or does not hear of one, comes to the same end',
    { timeout: 60_000 },
    async () => {
      const undisturbed = await story()
      const [dead, sick, well] = undisturbed.end
      const doubts = 'DiskPressure=Unknown MemoryPressure=Unknown PIDPressure=Unknown Ready=Unknown'
      const unreachable = 'node.kubernetes.io/unreachable'
      expect(dead).toBe(`node-0 ${doubts} ${unreachable}:NoExecute ${unreachable}:NoSchedule`)
      expect(sick).toContain(
        'Ready=False node.kubernetes.io/not-ready:NoExecute node.kubernetes.io/not-ready:NoSchedule',
      )
      expect(well).toContain('Ready=True')
      expect(undisturbed.end.find((line) => line.startsWith('p-0'))).toContain(' Ready=False')
      expect(undisturbed.writes.length).toBeGreaterThanOrEqual(12)
      for (const effect of undisturbed.writes) {
        for (const point of ['before', 'after', 'lost'] as const) {
          const { end } = await story({ effect, point })
          expect({ effect, point, end }).toEqual({ effect, point, end: undisturbed.end })
        }
      }
    },
  )

  it('N-5 X-9: says of no node that it is lost because its own cache lags behind', async () => {
    await using cluster = new NodeCluster(2)
    await cluster.env.client.create(Node, { metadata: { name: 'late' } })
    await cluster.start()
    cluster.env.processes.get('lifecycle')?.kill()
    const frozen = cluster.env.faults.freeze({ view: 'lifecycle' })
    await cluster.env.advance('2m')
    await cluster.conditions('late', { Ready: 'True' })
    await cluster.renew('late')
    cluster.forgetWrites()
    await cluster.start()
    await cluster.env.advance('20s')
    const statuses = cluster.writes().filter((write) => write.includes('/status'))
    expect(await readiness(cluster, ['late', 'node-0', 'node-1'])).toEqual(['True', 'True', 'True'])
    expect(statuses.length, 'it tried, and was told better').toBeGreaterThan(0)
    frozen.remove()
    await cluster.env.advance('20s')
    expect(await readiness(cluster, ['late', 'node-0', 'node-1'])).toEqual(['True', 'True', 'True'])
  })
})

function readiness(cluster: NodeCluster, names: readonly string[]): Promise<(string | undefined)[]> {
  return Promise.all(
    names.map(async (name) => findCondition((await cluster.node(name)).status?.conditions, 'Ready')?.status),
  )
}
