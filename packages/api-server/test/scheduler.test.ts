import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer, type ApiServerOptions } from '@rxkube/api-server'
import { Api } from './support/api.ts'
import { conditionOf, pods, podsOf, status } from './support/pods.ts'

let clock: TestClock
let server: ApiServer
let api: Api

beforeEach(() => {
  clock = new TestClock()
})
afterEach(async () => server.close())

async function begin(nodes: NonNullable<ApiServerOptions['nodes']>): Promise<void> {
  server = new ApiServer({ clock, random: clock.random, nodes, compactionInterval: 0 })
  api = new Api(server.transport())
  await clock.settle()
}

interface PodOptions {
  readonly cpu?: string
  readonly memory?: string
  readonly spec?: object
  readonly name?: string
}

async function run({ name = 'p', cpu, memory, spec }: PodOptions = {}): Promise<void> {
  const requests = { ...(cpu && { cpu }), ...(memory && { memory }) }
  const containers = [{ name: 'c', image: 'a', resources: { requests } }]
  const { status: code, text } = await api.post(pods, { metadata: { name }, spec: { containers, ...spec } })
  expect([code, text]).toEqual([201, text])
  await clock.settle()
}

async function placeOf(name = 'p'): Promise<string | undefined> {
  const { body } = await api.get(`${pods}/${name}`)
  return (body.spec as { nodeName?: string }).nodeName
}

async function reason(name = 'p'): Promise<unknown> {
  const condition = conditionOf((await api.get(`${pods}/${name}`)).body, 'PodScheduled')
  expect(condition).toMatchObject({ status: 'False', reason: 'Unschedulable' })
  return condition['message']
}

const useless = (count: number) =>
  `preemption: 0/${count} nodes are available: ${count} Preemption is not helpful for scheduling.`

describe('the scheduler', () => {
  it('binds pods, says so in a condition and in an event, and spreads them', async () => {
    await begin(3)
    for (const name of ['a', 'b', 'c']) await run({ name, cpu: '1' })
    expect(new Set([await placeOf('a'), await placeOf('b'), await placeOf('c')]).size).toBe(3)
    expect(conditionOf((await podsOf(api))[0], 'PodScheduled')['status']).toBe('True')
    const events = '/apis/events.k8s.io/v1/namespaces/default/events?fieldSelector=reason=Scheduled'
    const [event] = (await api.get(events)).body.items as unknown as Record<string, unknown>[]
    expect(event).toMatchObject({
      action: 'Binding',
      reportingController: 'default-scheduler',
      type: 'Normal',
      note: `Successfully assigned default/a to ${await placeOf('a')}`,
      regarding: { kind: 'Pod', name: 'a' },
    })
  })

  it('honours what pods ask for, and says what is missing', async () => {
    await begin([
      { name: 'small', capacity: { cpu: '1', memory: '1Gi' } },
      { name: 'full', capacity: { pods: '0' } },
      { name: 'tainted', taints: [{ key: 'k', value: 'v', effect: 'NoSchedule' }] },
    ])
    await run({ cpu: '1500m', memory: '2Gi' })
    expect(await placeOf()).toBeUndefined()
    const tail =
      'preemption: 0/3 nodes are available: 1 Preemption is not helpful for scheduling, 2 No preemption victims found for incoming pod.'
    expect(await reason()).toBe(
      `0/3 nodes are available: 1 Insufficient cpu, 1 Insufficient memory, 1 Too many pods, 1 node(s) had untolerated taint {k: v}. ${tail}`,
    )
    const events = '/api/v1/namespaces/default/events?fieldSelector=reason=FailedScheduling'
    expect((await api.get(events)).body.items).toMatchObject([{ type: 'Warning', action: 'Scheduling' }])
  })

  it('says that there are no nodes at all', async () => {
    await begin(0)
    await run()
    expect(await reason()).toBe('no nodes available to schedule pods')
  })

  it('counts a pod at its worst moment: init containers, sidecars and overhead', async () => {
    await begin([{ name: 'n', capacity: { cpu: '3' } }])
    const of = (cpu: string, more = {}) => ({
      name: `c${cpu}`,
      image: 'a',
      resources: { requests: { cpu } },
      ...more,
    })
    const spec = {
      containers: [of('1')],
      initContainers: [of('500m', { restartPolicy: 'Always' }), of('2600m')],
    }
    await run({ name: 'much', spec })
    expect(await placeOf('much')).toBeUndefined()
    await run({ name: 'fits', spec: { containers: [of('1')], initContainers: [of('2900m')] } })
    expect(await placeOf('fits')).toBe('n')
  })

  it('honours extended resources', async () => {
    await begin([{ name: 'plain' }, { name: 'gpu', capacity: { 'nvidia.com/gpu': '1' } }])
    const resources = { requests: { 'nvidia.com/gpu': '1' }, limits: { 'nvidia.com/gpu': '1' } }
    const spec = { containers: [{ name: 'c', image: 'a', resources }] }
    await run({ name: 'one', spec })
    await run({ name: 'two', spec })
    expect(await placeOf('one')).toBe('gpu')
    expect(await reason('two')).toContain('2 Insufficient nvidia.com/gpu')
  })

  it('honours nodeSelector and required node affinity', async () => {
    await begin([
      { name: 'a', zone: 'a', labels: { size: '3' } },
      { name: 'b', zone: 'b', labels: { size: '7' } },
    ])
    await run({ name: 'selects', spec: { nodeSelector: { 'topology.kubernetes.io/zone': 'b' } } })
    expect(await placeOf('selects')).toBe('b')
    const affine = (...matchExpressions: object[]) => ({
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions }] },
        },
      },
    })
    await run({ name: 'greater', spec: affine({ key: 'size', operator: 'Gt', values: ['5'] }) })
    expect(await placeOf('greater')).toBe('b')
    await run({ name: 'not', spec: affine({ key: 'size', operator: 'NotIn', values: ['7'] }) })
    expect(await placeOf('not')).toBe('a')
    await run({ name: 'nowhere', spec: affine({ key: 'none', operator: 'Exists' }) })
    expect(await reason('nowhere')).toBe(
      `0/2 nodes are available: 2 node(s) didn't match Pod's node affinity/selector. ${useless(2)}`,
    )
  })

  it('prefers what a pod prefers', async () => {
    await begin([{ name: 'a' }, { name: 'b', labels: { disk: 'ssd' } }])
    const preference = { matchExpressions: [{ key: 'disk', operator: 'In', values: ['ssd'] }] }
    const nodeAffinity = { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, preference }] }
    for (const name of ['p', 'q', 'r']) {
      await run({ name, spec: { affinity: { nodeAffinity } } })
      expect(await placeOf(name)).toBe('b')
    }
  })

  it('honours taints that a pod does not tolerate, and nodes that are cordoned', async () => {
    await begin([
      { name: 'a', taints: [{ key: 'k', effect: 'NoExecute' }] },
      { name: 'b', unschedulable: true },
    ])
    await run()
    expect(await reason()).toBe(
      `0/2 nodes are available: 1 node(s) had untolerated taint {k: }, 1 node(s) were unschedulable. ${useless(2)}`,
    )
    await run({ name: 'tolerant', spec: { tolerations: [{ key: 'k', operator: 'Exists' }] } })
    expect(await placeOf('tolerant')).toBe('a')
  })

  it('tries again when a node changes', async () => {
    await begin([{ name: 'a', unschedulable: true }])
    await run()
    expect(await placeOf()).toBeUndefined()
    await api.merge('/api/v1/nodes/a', { spec: { unschedulable: null } })
    await clock.advance('2s')
    expect(await placeOf()).toBe('a')
  })

  it('tries again when a pod leaves', async () => {
    await begin([{ name: 'a', capacity: { cpu: '1' } }])
    await run({ name: 'first', cpu: '1' })
    await run({ name: 'second', cpu: '1' })
    expect(await placeOf('second')).toBeUndefined()
    await api.delete(`${pods}/first`)
    await clock.advance('15s')
    expect(await placeOf('second')).toBe('a')
  })

  it('counts what it says again in one event', async () => {
    await begin([{ name: 'a', unschedulable: true }])
    await run()
    for (const label of ['one', 'two']) {
      await api.merge('/api/v1/nodes/a', { metadata: { labels: { label } } })
      await clock.advance('15s')
    }
    const events = '/api/v1/namespaces/default/events?fieldSelector=reason=FailedScheduling'
    expect((await api.get(events)).body.items).toMatchObject([
      { series: { count: 3, lastObservedTime: '2025-01-01T00:00:15.000000Z' } },
    ])
  })

  it('serves the most important pods first', async () => {
    await begin([{ name: 'a', unschedulable: true, capacity: { cpu: '1' } }])
    await api.post('/apis/scheduling.k8s.io/v1/priorityclasses', { metadata: { name: 'high' }, value: 10 })
    await run({ name: 'low', cpu: '1' })
    await run({ name: 'high', cpu: '1', spec: { priorityClassName: 'high' } })
    await api.merge('/api/v1/nodes/a', { spec: { unschedulable: null } })
    await clock.advance('15s')
    expect([await placeOf('high'), await placeOf('low')]).toEqual(['a', undefined])
  })

  it('makes room for a pod that matters more, by deleting the fewest that matter less', async () => {
    await begin([{ name: 'a', capacity: { cpu: '2' } }])
    await api.post('/apis/scheduling.k8s.io/v1/priorityclasses', { metadata: { name: 'high' }, value: 10 })
    await run({ name: 'one', cpu: '1500m' })
    await run({ name: 'two', cpu: '200m' })
    await clock.advance('3s')
    await run({ name: 'high', cpu: '1500m', spec: { priorityClassName: 'high' } })
    const high = (await api.get(`${pods}/high`)).body
    expect(status(high)['nominatedNodeName']).toBe('a')
    expect(conditionOf(high, 'PodScheduled')['message']).toBe('0/1 nodes are available: 1 Insufficient cpu.')
    const victim = (await api.get(`${pods}/one`)).body
    expect(victim.metadata?.deletionTimestamp).toBeDefined()
    expect(conditionOf(victim, 'DisruptionTarget')).toMatchObject({
      reason: 'PreemptionByScheduler',
      message: 'default-scheduler: preempting to accommodate a higher priority pod',
    })
    await clock.advance('15s')
    expect([await placeOf('high'), await placeOf('two')]).toEqual(['a', 'a'])
  })

  it("leaves pods alone that are gated, or another scheduler's", async () => {
    await begin(1)
    await run({ name: 'gated', spec: { schedulingGates: [{ name: 'wait' }] } })
    await run({ name: 'foreign', spec: { schedulerName: 'mine' } })
    await clock.advance('1m')
    expect([await placeOf('gated'), await placeOf('foreign')]).toEqual([undefined, undefined])
    await api.jsonPatch(`${pods}/gated`, [{ op: 'remove', path: '/spec/schedulingGates' }])
    await clock.settle()
    expect(await placeOf('gated')).toBe('node-0')
  })

  it('costs no write when nothing changes for a pod that fits nowhere', async () => {
    await begin([{ name: 'a', unschedulable: true }])
    await run()
    const { resourceVersion } = (await api.get(`${pods}/p`)).body.metadata ?? {}
    await clock.advance('20m')
    expect((await api.get(`${pods}/p`)).body.metadata?.resourceVersion).toBe(resourceVersion)
  })

  it('is off without fake nodes unless it is named', async () => {
    server = new ApiServer({ clock, compactionInterval: 0 })
    api = new Api(server.transport())
    await run()
    expect(conditionOf((await podsOf(api))[0], 'PodScheduled')).toEqual({})
    await server.close()
    server = new ApiServer({ clock, controllers: ['scheduler'], compactionInterval: 0 })
    api = new Api(server.transport())
    await run()
    expect(await reason()).toBe('no nodes available to schedule pods')
  })

  it('places many pods on many nodes evenly', async () => {
    await begin(50)
    for (let at = 0; at < 500; at++) {
      await api.post(pods, {
        metadata: { name: `p${at}` },
        spec: { containers: [{ name: 'c', image: 'a' }] },
      })
    }
    await clock.advance('10s')
    const counts = new Map<string, number>()
    for (const pod of await podsOf(api)) {
      expect(status(pod)['phase']).toBe('Running')
      const { nodeName = '' } = pod['spec'] as { nodeName?: string }
      counts.set(nodeName, (counts.get(nodeName) ?? 0) + 1)
    }
    expect(counts.size).toBe(50)
    expect(Math.max(...counts.values())).toBe(10)
  })
})
