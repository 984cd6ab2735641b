import { Pod } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { imageOf, World } from './support/world.ts'

const revision = 'deployment.kubernetes.io/revision'

describe('a rollout', () => {
  it('D-1 of a new Deployment creates a ReplicaSet and says so twice', async () => {
    await using world = new World({ alone: true })
    await world.create({ spec: { progressDeadlineSeconds: 600 } })
    await world.env.advance('1s')
    expect(world.writes()).toEqual([
      'POST replicasets',
      'PUT deployments/status',
      'PUT deployments/status 409',
      'PUT deployments/status',
    ])
    expect(await world.condition('Progressing')).toBe('True NewReplicaSetCreated')
    expect(world.events[0]).toMatch(
      /^Normal ScalingReplicaSet Scaled up replica set web-[456789bcdf]+ from 0 to 1$/,
    )
    expect(world.errors).toEqual([])
  })

  it('D-18 D-25 makes a ReplicaSet with hash, revision and annotations, and is complete when its pods are', async () => {
    await using world = new World()
    await world.create({
      replicas: 20,
      annotations: { test: 'should-copy', 'kubectl.kubernetes.io/last-applied-configuration': '{}' },
      spec: { minReadySeconds: 4 },
    })
    await world.rollOut(10)
    const [set, ...others] = await world.sets()
    expect(others).toEqual([])
    const hash = set?.metadata.labels?.['pod-template-hash'] ?? 'none'
    expect(set?.metadata.name).toBe(`web-${hash}`)
    expect(set?.metadata.annotations).toEqual({
      test: 'should-copy',
      [revision]: '1',
      'deployment.kubernetes.io/desired-replicas': '20',
      'deployment.kubernetes.io/max-replicas': '25',
    })
    expect(set?.spec.selector.matchLabels?.['pod-template-hash']).toBe(hash)
    for (const pod of await world.pods()) expect(pod.metadata.labels?.['pod-template-hash']).toBe(hash)
    const { metadata, status } = await world.get()
    expect(metadata.annotations?.[revision]).toBe('1')
    expect(status).toMatchObject({
      replicas: 20,
      updatedReplicas: 20,
      readyReplicas: 20,
      availableReplicas: 20,
    })
    expect(status?.unavailableReplicas).toBeUndefined()
    expect(await world.condition('Progressing')).toBe('True NewReplicaSetAvailable')
    expect(await world.condition('Available')).toBe('True MinimumReplicasAvailable')
  })

  it('D-26 keeps to both bounds at every moment, also when it is overtaken twice', async () => {
    await using world = new World()
    await world.create({ replicas: 20, maxSurge: '25%', maxUnavailable: '25%' })
    await world.rollOut(10)
    const looks: (readonly [number, number])[] = []
    const look = async () => {
      const total = (await world.sets()).reduce((sum, { spec }) => sum + (spec.replicas ?? 0), 0)
      const available = (await world.pods()).filter(({ status }) => status?.phase === 'Running').length
      looks.push([total, available])
    }
    for (const [image, seconds] of [
      ['web:2', 1],
      ['web:3', 1],
      ['web:4', 20],
    ] as const) {
      await world.setImage(image)
      await world.rollOut(seconds, [], look)
    }
    expect(Math.max(...looks.map(([total]) => total))).toBe(25)
    expect(Math.min(...looks.map(([, available]) => available))).toBeGreaterThanOrEqual(15)
    expect(await world.sizes()).toEqual({ 'web:1': 0, 'web:2': 0, 'web:3': 0, 'web:4': 20 })
    expect((await world.get()).metadata.annotations?.[revision]).toBe('4')
    expect(await world.condition('Progressing')).toBe('True NewReplicaSetAvailable')
    expect(world.errors).toEqual([])
  })

  it.each([
    [3, '25%', '25%', '3/1 2/1 2/2 1/2 1/3 0/3'],
    [2, '0%', '1%', '2/0 1/0 1/1 0/1 0/2'],
    [1, '25%', '25%', '1/1 0/1'],
    [5, 0, '100%', '5/0 0/0 0/5'],
  ])(
    'D-12 D-13 D-14 D-26 D-31 of %i with surge %s and unavailable %s goes through %s',
    async (replicas, maxSurge, maxUnavailable, expected) => {
      await using world = new World()
      await world.create({ replicas, maxSurge, maxUnavailable })
      await world.rollOut(5)
      world.events.length = 0
      await world.setImage('web:2')
      await world.rollOut(20)
      const sizes = new Map([
        ['web:1', replicas],
        ['web:2', 0],
      ])
      const images = new Map((await world.sets()).map((set) => [set.metadata.name ?? '', imageOf(set)]))
      const steps = maxSurge === 0 || maxSurge === '0%' ? [`${replicas}/0`] : []
      for (const event of world.events) {
        const [, name = '', , to = ''] = /replica set (\S+) from (\d+) to (\d+)/.exec(event) ?? []
        sizes.set(images.get(name) ?? '', Number(to))
        steps.push(`${sizes.get('web:1')}/${sizes.get('web:2')}`)
      }
      expect(steps.join(' ')).toBe(expected)
    },
  )

  it('D-26 stops where new pods never become available', async () => {
    await using world = new World()
    await world.create({ replicas: 10, maxSurge: 3, maxUnavailable: 2 })
    await world.rollOut(5)
    await world.setImage('web:bad')
    await world.rollOut(60, ['web:1'])
    expect(await world.sizes()).toEqual({ 'web:1': 8, 'web:bad': 5 })
    expect((await world.get()).status).toMatchObject({ availableReplicas: 8, unavailableReplicas: 5 })
  })

  it('D-1 that is over makes no more requests, whatever is looked at again', async () => {
    await using world = new World()
    await world.create({ replicas: 3, spec: { progressDeadlineSeconds: 600 } })
    await world.rollOut(10)
    world.writes()
    await world.env.advance('30m')
    world.start()
    world.startReplicaSets()
    await world.env.advance('5m')
    expect(world.writes()).toEqual([])
    expect(world.outcomes.at(-1)).toMatchObject({ result: 'success', writes: 0 })
  })

  it('D-15 takes old pods first that are not available', async () => {
    await using world = new World()
    await world.create({ replicas: 10, maxSurge: 0, maxUnavailable: 2 })
    await world.rollOut(5)
    const pods = await world.pods()
    for (const { metadata } of pods.slice(0, 2)) {
      await world.client.patchStatus(
        Pod,
        { namespace: 'default', name: metadata.name ?? '' },
        { status: { conditions: [{ type: 'Ready', status: 'False' }] } },
        { type: 'strategic' },
      )
    }
    await world.env.settle()
    await world.setImage('web:2')
    await world.env.settle()
    // Two are not available already: those go, and no others before new ones are.
    expect(await world.sizes()).toEqual({ 'web:1': 8, 'web:2': 2 })
    const old = (await world.pods()).filter((pod) => pod.spec.containers[0]?.image === 'web:1')
    const names = new Set(old.map(({ metadata }) => metadata.name))
    expect(pods.slice(0, 2).filter(({ metadata }) => names.has(metadata.name))).toEqual([])
    expect(old).toHaveLength(8)
  })

  it('D-21 says since when it goes well, and when it last moved', async () => {
    await using world = new World()
    await world.create({ replicas: 2, maxSurge: 1, maxUnavailable: 0 })
    await world.rollOut(3)
    const times = async () => {
      const { conditions = [] } = (await world.get()).status ?? {}
      const found = conditions.find(({ type }) => type === 'Progressing')
      return [found?.lastTransitionTime, found?.lastUpdateTime]
    }
    const [since] = await times()
    expect(since).toBe('2025-01-01T00:00:00Z')
    await world.env.advance('10m')
    await world.setImage('web:2')
    await world.rollOut(5)
    const [still, moved = ''] = await times()
    expect(still).toBe(since)
    expect(Date.parse(moved) - Date.parse(since ?? '')).toBeGreaterThanOrEqual(600_000)
  })

  it('D-36 rolls over a template that is stuck, and gives the pods of both to the next one', async () => {
    await using world = new World()
    await world.create({ replicas: 1, maxSurge: 1, maxUnavailable: 0 })
    await world.rollOut(5)
    await world.setImage('web:bad')
    await world.rollOut(10, ['web:1'])
    expect(await world.sizes()).toEqual({ 'web:1': 1, 'web:bad': 1 })
    await world.setImage('web:3')
    await world.rollOut(20, ['web:1', 'web:3'])
    expect(await world.sizes()).toEqual({ 'web:1': 0, 'web:bad': 0, 'web:3': 1 })
    expect((await world.get()).metadata.annotations?.[revision]).toBe('3')
  })

  it('D-40 takes a new size and a new image at once', async () => {
    await using world = new World()
    await world.create({ replicas: 3 })
    await world.rollOut(5)
    await world.patch({
      spec: { replicas: 1, template: { spec: { containers: [{ name: 'web', image: 'web:2' }] } } },
    })
    await world.rollOut(20)
    expect((await world.get()).status).toMatchObject({ readyReplicas: 1, updatedReplicas: 1 })
    expect((await world.get()).status?.unavailableReplicas).toBeUndefined()
    expect(await world.sizes()).toEqual({ 'web:1': 0, 'web:2': 1 })
  })

  it('D-33 waits for minReadySeconds, which reach the ReplicaSet that there is', async () => {
    await using world = new World()
    await world.create({ replicas: 10, spec: { minReadySeconds: 3600 } })
    await world.env.advance('1s')
    const counts = async () => {
      const {
        replicas,
        updatedReplicas,
        readyReplicas = 0,
        availableReplicas = 0,
        unavailableReplicas = 0,
      } = (await world.get()).status ?? {}
      return [replicas, updatedReplicas, readyReplicas, availableReplicas, unavailableReplicas]
    }
    expect(await counts()).toEqual([10, 10, 0, 0, 10])
    expect(await world.condition('Available')).toBe('False MinimumReplicasUnavailable')
    await world.allReady()
    await world.env.advance('1s')
    expect(await counts()).toEqual([10, 10, 10, 0, 10])
    await world.patch({ spec: { minReadySeconds: 1 } })
    await world.env.advance('10s')
    expect(await counts()).toEqual([10, 10, 10, 10, 0])
    expect(await world.condition('Available')).toBe('True MinimumReplicasAvailable')
    expect((await world.sets())[0]?.spec.minReadySeconds).toBe(1)
  })

  it('X-10 with minReadySeconds goes on no sooner than ten seconds after each batch became ready', async () => {
    await using world = new World()
    await world.create({ replicas: 2, maxSurge: 1, maxUnavailable: 0, spec: { minReadySeconds: 10 } })
    await world.rollOut(30)
    const times: number[] = []
    let before = JSON.stringify(await world.sizes())
    await world.setImage('web:2')
    await world.rollOut(60, [], async () => {
      const now = JSON.stringify(await world.sizes())
      if (now !== before) times.push(world.env.clock.now())
      before = now
    })
    expect(await world.sizes()).toEqual({ 'web:1': 0, 'web:2': 2 })
    // Both steps of the old one wait for a new pod to have been ready for ten seconds.
    expect(times.length).toBeGreaterThanOrEqual(3)
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(20_000)
  })
})
