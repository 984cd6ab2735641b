import { env as environment } from 'node:process'
import { Pod } from '@rxkube/meta'
import { seededRandom, sieveCluster, TestEnv } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { imageOf, World } from './support/world.ts'

const revision = 'deployment.kubernetes.io/revision'

const every = environment['RXKUBE_ALL_PLANS'] ? 1 : 3

interface Kill {
  readonly process: 'deployments' | 'replicasets'
  readonly effect: number
  readonly point: 'before' | 'after'
}

/** What is left in the end, without names and times. */
async function outcome(world: World) {
  const { metadata, status } = await world.get()
  const { conditions, ...counts } = status ?? {}
  const sets = (await world.sets()).map((set) => ({
    image: imageOf(set),
    size: set.spec.replicas,
    annotations: set.metadata.annotations,
    status: { ...set.status, observedGeneration: undefined },
  }))
  return {
    sets,
    annotations: metadata.annotations,
    counts: { ...counts, observedGeneration: undefined },
    conditions: conditions?.map(({ type, status: is, reason }) => `${type} ${is} ${reason}`),
    pods: (await world.pods()).map((pod) => `${pod.spec.containers[0]?.image} ${pod.status?.phase}`),
  }
}

/** A Deployment is created, and its template changed. A process that is killed comes back five seconds later. */
async function run(kill?: Kill): Promise<{ readonly end: unknown; readonly world: World }> {
  const world = new World({ server: { nodes: 2 } })
  await world.env.settle()
  if (kill) world.env.processes.get(kill.process)?.killAt(kill.effect, kill.point)
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 5) {
      await world.env.advance('5s')
      if (!world.env.processes.get('deployments')?.running) world.start()
      if (!world.env.processes.get('replicasets')?.running) world.startReplicaSets()
    }
  }
  await world.create({ replicas: 2, maxSurge: 1, maxUnavailable: 0 })
  await pass(15)
  await world.setImage('web:2')
  await pass(80)
  return { end: await outcome(world), world }
}

describe('a process that dies', () => {
  it('X-9 at any of its writes, before or after, leaves what it would have left, and no pod or set more', async () => {
    const undisturbed = await run()
    await undisturbed.world.env.stop()
    expect(undisturbed.end).toMatchObject({
      annotations: { [revision]: '2' },
      pods: ['web:2 Running', 'web:2 Running'],
    })
    const kills = (['deployments', 'replicasets'] as const).flatMap((process) =>
      undisturbed.world.env.audit
        .filter((effect) => effect.process === process && !effect.watch && effect.method !== 'GET')
        .flatMap(({ number }) =>
          (['before', 'after'] as const).map((point): Kill => ({ process, effect: number, point })),
        ),
    )
    expect(kills.length).toBeGreaterThan(40)
    for (const kill of kills) {
      const { end, world } = await run(kill)
      await world.env.stop()
      expect({ kill, end }).toEqual({ kill, end: undisturbed.end })
    }
  }, 120_000)
})

/** What users have in the end: history left out, for a state that nobody saw has none. */
async function result(env: TestEnv): Promise<unknown> {
  const { sets, counts, conditions, pods } = await outcome(new World({ env, idle: true, alone: true }))
  return {
    sets: sets.filter(({ size }) => size !== 0).map(({ image, size }) => [image, size]),
    counts,
    conditions: new Set(conditions),
    pods,
  }
}

describe('processes that are disturbed', () => {
  it('X-9 by lost answers, old views, states that they never saw, and one cache behind the others, come to the same end', async () => {
    let plans = 0
    const world = (env: TestEnv) => new World({ env, idle: true, alone: true })
    const none = world(new TestEnv())
    const report = await sieveCluster({
      env: { start: '2025-01-01T00:00:00Z', server: { nodes: 2 } },
      processes: { deployments: { main: none.main }, replicasets: { main: none.replicaSetsMain } },
      steps: [
        (env) => world(env).create({ replicas: 2, maxSurge: 1, maxUnavailable: 0 }),
        (env) => world(env).setImage('web:2'),
        (env) => world(env).scale(4),
        (env) => world(env).scale(1),
      ],
      settle: '70s',
      outcome: result,
      // Crashes are above. One lost answer of three, or all of them when asked for.
      only: ({ kind }) => !kind.startsWith('crash') && (plans++ % every === 0 || kind !== 'loseAnswer'),
    })
    await none.env.stop()
    expect(report.outcome).toMatchObject({ sets: [['web:2', 1]], pods: ['web:2 Running'] })
    expect(report.findings).toEqual([])
    console.log(`${plans} plans, of which tried:`, Object.fromEntries(report.plans))
  }, 600_000)
})

describe('whatever users do', () => {
  it.each([1, 2, 3])(
    'D-38 a rollout comes to its end (seed %i)',
    async (seed) => {
      const random = seededRandom(seed)
      const pick = (most: number) => Math.floor(random.next() * most)
      await using world = new World({ seed, server: { nodes: 2 } })
      await world.create({ replicas: 6, spec: { progressDeadlineSeconds: 30 } })
      const moves: readonly (() => Promise<unknown>)[] = [
        () => world.setImage(`web:${pick(100)}`),
        () => world.patch({ metadata: { annotations: { 'deprecated.deployment.rollback.to': '0' } } }),
        () => world.scale(1 + pick(8)),
        async () => world.patch({ spec: { paused: !((await world.get()).spec.paused ?? false) } }),
        async () => {
          for (const { metadata } of (await world.pods()).slice(0, pick(4))) {
            await world.client.delete(Pod, { namespace: 'default', name: metadata.name ?? '' })
          }
        },
      ]
      for (let step = 0; step < 20; step++) {
        await world.env.advance(pick(5000))
        await moves[pick(moves.length)]?.()
      }
      await world.patch({ spec: { paused: false } })
      await world.env.advance('5m')
      const { spec, status } = await world.get()
      expect(await world.condition('Progressing')).toBe('True NewReplicaSetAvailable')
      expect(status).toMatchObject({
        replicas: spec.replicas,
        updatedReplicas: spec.replicas,
        availableReplicas: spec.replicas,
      })
      expect(world.errors).toEqual([])
    },
    60_000,
  )
})
