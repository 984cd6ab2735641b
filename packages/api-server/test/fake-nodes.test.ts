import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer, type ApiServerOptions } from '@rxkube/api-server'
import { Api } from './support/api.ts'
import { conditionOf, pods, podsOf, status } from './support/pods.ts'

let clock: TestClock
let server: ApiServer
let api: Api
let mistakes: unknown[]

beforeEach(() => {
  clock = new TestClock()
  mistakes = []
})
afterEach(async () => {
  await server.close()
  if (mistakes.length > 0) throw new AggregateError(mistakes, 'a rule made a mistake')
  if (clock.pending > 0) throw new Error(`${clock.pending} timers are left`)
})

async function begin(nodes: ApiServerOptions['nodes'] = 1, options: ApiServerOptions = {}): Promise<void> {
  server = new ApiServer({ clock, random: clock.random, nodes, compactionInterval: 0, ...options })
  server.requests(({ error }) => {
    if (error !== undefined) mistakes.push(error)
  })
  api = new Api(server.transport())
  await clock.settle()
}

const lease = '/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases/node-0'
const node = async (name = 'node-0') => (await api.get(`/api/v1/nodes/${name}`)).body
const spec = { containers: [{ name: 'c', image: 'a' }], nodeName: 'node-0' }

describe('fake nodes', () => {
  it('register, become ready and can be scheduled to', async () => {
    await begin(2)
    const { body } = await api.get('/api/v1/nodes')
    expect(body.items.map(({ metadata }) => metadata?.name)).toEqual(['node-0', 'node-1'])
    const one = await node()
    expect(conditionOf(one, 'Ready')).toMatchObject({ status: 'True', reason: 'KubeletReady' })
    expect(one.spec).toEqual({ podCIDR: '10.64.0.0/24', podCIDRs: ['10.64.0.0/24'] })
    expect(status(one)).toMatchObject({
      allocatable: { cpu: '32', memory: '256Gi', pods: '110' },
      addresses: [
        { type: 'InternalIP', address: '172.16.0.1' },
        { type: 'Hostname', address: 'node-0' },
      ],
    })
    expect((await node('node-1')).spec).toMatchObject({ podCIDR: '10.64.1.0/24' })
  })

  it('renew their leases every ten seconds, for forty', async () => {
    await begin()
    const renewals = async () => ((await api.get(lease)).body.spec as { renewTime: string }).renewTime
    expect((await api.get(lease)).body.spec).toMatchObject({
      holderIdentity: 'node-0',
      leaseDurationSeconds: 40,
    })
    expect((await api.get(lease)).body.metadata?.ownerReferences).toMatchObject([
      { kind: 'Node', name: 'node-0' },
    ])
    const seen = new Set<string>()
    for (let second = 0; second < 60; second++) {
      await clock.advance('1s')
      seen.add(await renewals())
    }
    expect(seen.size).toBeGreaterThanOrEqual(6)
    expect(seen.size).toBeLessThanOrEqual(8)
  })

  it('report their status again every five minutes, without a change of its conditions', async () => {
    await begin()
    const before = conditionOf(await node(), 'Ready')
    await clock.advance('4m50s')
    expect(conditionOf(await node(), 'Ready')).toEqual(before)
    await clock.advance('25s')
    const after = conditionOf(await node(), 'Ready')
    expect(after['lastHeartbeatTime']).not.toBe(before['lastHeartbeatTime'])
    expect(after['lastTransitionTime']).toBe(before['lastTransitionTime'])
  })

  it('fall silent when they are stopped, and report at once when they start again', async () => {
    await begin()
    server.nodes.get('node-0')?.stop()
    const { body } = await api.get(lease)
    await clock.advance('10m')
    expect((await api.get(lease)).body).toEqual(body)
    await api.strategic('/api/v1/nodes/node-0/status', {
      status: { conditions: [{ type: 'Ready', status: 'Unknown' }] },
    })
    await clock.advance('1m')
    expect(conditionOf(await node(), 'Ready')['status']).toBe('Unknown')
    server.nodes.get('node-0')?.start()
    await clock.settle()
    expect(conditionOf(await node(), 'Ready')['status']).toBe('True')
    expect((await api.get(lease)).body.spec).not.toEqual(body.spec)
  })

  it('go with their Node object and their lease', async () => {
    await begin()
    server.nodes.get('node-0')?.remove()
    await clock.settle()
    expect((await api.get('/api/v1/nodes/node-0')).status).toBe(404)
    expect((await api.get(lease)).status).toBe(404)
    expect(server.nodes.size).toBe(0)
    await clock.advance('1m')
    expect((await api.get(lease)).status).toBe(404)
  })

  it('are those that clients create with the annotation of kwok, too', async () => {
    await begin(0)
    const metadata = { name: 'mine', annotations: { 'kwok.x-k8s.io/node': 'fake' } }
    await api.post('/api/v1/nodes', {
      metadata,
      status: { capacity: { cpu: '2', memory: '4Gi', pods: '5' } },
    })
    await api.post('/api/v1/nodes', { metadata: { name: 'real' } })
    await clock.settle()
    expect([...server.nodes].map(({ name }) => name)).toEqual(['mine'])
    expect(status(await node('mine'))).toMatchObject({ allocatable: { cpu: '2', memory: '4Gi', pods: '5' } })
    expect(status(await node('real'))).not.toHaveProperty('conditions')
  })

  it('keep the taints they were given, and lose only the one of a new node', async () => {
    await begin([
      {
        name: 'gpu',
        taints: [{ key: 'gpu', value: 'yes', effect: 'NoSchedule' }],
        zone: 'a',
        capacity: { 'nvidia.com/gpu': '4' },
      },
    ])
    const gpu = await node('gpu')
    expect(gpu.spec).toMatchObject({ taints: [{ key: 'gpu', value: 'yes', effect: 'NoSchedule' }] })
    expect(gpu.metadata?.labels).toMatchObject({
      'topology.kubernetes.io/zone': 'a',
      'kubernetes.io/hostname': 'gpu',
    })
    expect(status(gpu)).toMatchObject({ allocatable: { cpu: '32', 'nvidia.com/gpu': '4' } })
  })

  it('are not ready while they are labelled so', async () => {
    await begin()
    await api.merge('/api/v1/nodes/node-0', {
      metadata: { labels: { 'node-not-ready.stage.kwok.x-k8s.io': 'true' } },
    })
    await clock.settle()
    expect(conditionOf(await node(), 'Ready')).toMatchObject({ status: 'False', reason: 'nodeFailed' })
    await api.merge('/api/v1/nodes/node-0', {
      metadata: { labels: { 'node-not-ready.stage.kwok.x-k8s.io': null } },
    })
    await clock.settle()
    expect(conditionOf(await node(), 'Ready')['status']).toBe('True')
  })
})

describe('a server with fake nodes', () => {
  it('takes them up where they were, after a restart and from a snapshot', async () => {
    await begin(2)
    await api.post(pods, { metadata: { name: 'old' }, spec })
    await clock.settle()
    const before = server.nodes
    await server.restart()
    await clock.advance('5s')
    expect(status((await podsOf(api))[0])).toMatchObject({ phase: 'Running', podIP: '10.64.0.1' })
    const snapshot = server.snapshot()
    await server.restart({ data: 'lost' })
    expect(server.nodes.size).toBe(2)
    expect(() => before.add({ name: 'late' })).toThrow(/closed or restarted/)
    await server.close()
    await begin(0, { snapshot })
    expect(server.nodes.size).toBe(2)
    await api.post(pods, { metadata: { name: 'young' }, spec })
    await clock.advance('5s')
    expect((await podsOf(api)).map((pod) => status(pod)['podIP'])).toEqual(['10.64.0.1', '10.64.0.2'])
  })

  it('is not made with nodes that are not valid, and leaves nothing behind', async () => {
    await begin()
    const { pending } = clock
    const wrong = (nodes: ApiServerOptions['nodes'] & {}) => () =>
      new ApiServer({ clock, nodes, compactionInterval: 0 })
    expect(wrong([{ name: 'Not A Name' }])).toThrow(/metadata.name: Invalid value/)
    expect(wrong([{ name: 'n', podCIDR: 'x' }])).toThrow(/"x" is no IPv4 range/)
    expect(wrong({ podRange: 'nowhere' })).toThrow(/"nowhere" is no IPv4 range/)
    expect(clock.pending).toBe(pending)
  })

  it('has no more nodes than ranges for their pods', async () => {
    await begin({ nodes: 2, podRange: '10.9.0.0/23' })
    expect(() => server.nodes.add({ name: 'third' })).toThrow(/no address is left in 10.9.0.0\/23/)
    server.nodes.get('node-0')?.remove()
    await clock.settle()
    expect(server.nodes.add({ name: 'fourth' }).running).toBe(true)
    expect((await node('fourth')).spec).toMatchObject({ podCIDR: '10.9.0.0/24' })
  })
})

describe('pods on fake nodes', () => {
  it('are created, then ready, with an address of their node', async () => {
    await begin()
    await api.post(pods, { metadata: { name: 'web' }, spec })
    await clock.settle()
    const [created] = await podsOf(api)
    expect(status(created)).toMatchObject({ phase: 'Pending', podIP: '10.64.0.1', hostIP: '172.16.0.1' })
    expect(status(created)['containerStatuses']).toMatchObject([
      { state: { waiting: { reason: 'ContainerCreating' } } },
    ])
    await clock.advance('2s')
    const [ready] = await podsOf(api)
    expect(status(ready)).toMatchObject({ phase: 'Running', podIP: '10.64.0.1' })
    expect(conditionOf(ready, 'Ready')['status']).toBe('True')
    expect(status(ready)['containerStatuses']).toMatchObject([
      { ready: true, started: true, restartCount: 0 },
    ])
  })

  it('get back to a free address only when their own is free again', async () => {
    await begin([{ name: 'node-0', podCIDR: '10.9.0.0/30' }])
    for (const name of ['a', 'b']) await api.post(pods, { metadata: { name }, spec })
    await clock.advance('5s')
    expect((await podsOf(api)).map((pod) => status(pod)['podIP'])).toEqual(['10.9.0.1', '10.9.0.2'])
    await api.delete(`${pods}/a?gracePeriodSeconds=0`)
    await api.post(pods, { metadata: { name: 'c' }, spec })
    await clock.advance('5s')
    expect((await podsOf(api)).map((pod) => status(pod)['podIP'])).toEqual(['10.9.0.2', '10.9.0.1'])
  })

  it('go through their init containers one after another', async () => {
    await begin()
    const initContainers = ['one', 'two'].map((name) => ({ name, image: 'i' }))
    await api.post(pods, { metadata: { name: 'web' }, spec: { ...spec, initContainers } })
    const seen: string[] = []
    for (let at = 0; at < 24; at++) {
      const [pod] = await podsOf(api)
      const states = (status(pod)['initContainerStatuses'] ?? []) as { state: object }[]
      const shown = states.map(({ state }) => Object.keys(state)[0]).join(' ')
      if (seen.at(-1) !== shown) seen.push(shown)
      await clock.advance('250ms')
    }
    expect(seen.slice(-4)).toEqual([
      'waiting waiting',
      'running waiting',
      'terminated running',
      'terminated terminated',
    ])
    expect(status((await podsOf(api))[0])['phase']).toBe('Running')
  })

  it('of a job succeed', async () => {
    await begin()
    const template = { spec: { containers: [{ name: 'c', image: 'a' }], restartPolicy: 'Never' } }
    const job = await api.post('/apis/batch/v1/namespaces/default/jobs', {
      metadata: { name: 'j' },
      spec: { template },
    })
    const owner = {
      apiVersion: 'batch/v1',
      kind: 'Job',
      name: 'j',
      uid: job.body.metadata?.uid,
      controller: true,
    }
    await api.post(pods, {
      metadata: { name: 'j', ownerReferences: [owner] },
      spec: { ...spec, restartPolicy: 'Never' },
    })
    await clock.advance('10s')
    const [pod] = await podsOf(api)
    expect(status(pod)).toMatchObject({
      phase: 'Succeeded',
      containerStatuses: [{ ready: false, state: { terminated: { exitCode: 0, reason: 'Completed' } } }],
    })
    expect(conditionOf(pod, 'Ready')).toMatchObject({ status: 'False', reason: 'PodCompleted' })
  })

  it('crash, back off longer each time and come up again when they are labelled so', async () => {
    await begin()
    const labels = { 'pod-crash.stage.kwok.x-k8s.io': 'true' }
    const annotations = { 'pod-crash.stage.kwok.x-k8s.io/exit-code': '137' }
    await api.post(pods, { metadata: { name: 'web', labels, annotations }, spec })
    const container = async () =>
      (status((await podsOf(api))[0])['containerStatuses'] as Record<string, unknown>[])[0]
    await clock.advance('4s')
    expect(await container()).toMatchObject({
      ready: false,
      restartCount: 0,
      state: { waiting: { reason: 'CrashLoopBackOff' } },
      lastState: { terminated: { exitCode: 137, reason: 'Error' } },
    })
    await clock.advance('10s')
    expect(await container()).toMatchObject({ restartCount: 1 })
    await clock.advance('15s')
    expect(await container()).toMatchObject({ restartCount: 1, state: { waiting: {} } })
    await clock.advance('10s')
    expect(await container()).toMatchObject({ restartCount: 2 })
    const { body } = await api.get('/api/v1/namespaces/default/events?fieldSelector=reason=BackOff')
    expect(body.items.length).toBeGreaterThan(1)
  })

  it('fail with what their annotations say', async () => {
    await begin()
    const stage = 'pod-container-running-failed.stage.kwok.x-k8s.io'
    const annotations = { [`${stage}/reason`]: 'OOMKilled', [`${stage}/exit-code`]: '9' }
    await api.post(pods, { metadata: { name: 'web', labels: { [stage]: 'true' }, annotations }, spec })
    await clock.advance('5s')
    expect(status((await podsOf(api))[0])).toMatchObject({
      phase: 'Failed',
      containerStatuses: [{ state: { terminated: { exitCode: 9, reason: 'OOMKilled' } } }],
    })
  })

  it('end before they go, within their grace', async () => {
    await begin()
    await api.post(pods, { metadata: { name: 'web' }, spec })
    await clock.advance('5s')
    const watch = await api.watch(`${pods}?resourceVersion=${server.resourceVersion}`)
    expect((await api.delete(`${pods}/web`)).status).toBe(200)
    await clock.advance('1s')
    const lines = [await watch.next(), await watch.next(), await watch.next(), await watch.next()]
    expect(lines.map((line) => line?.type)).toEqual(['MODIFIED', 'MODIFIED', 'MODIFIED', 'DELETED'])
    expect(lines.map((line) => line?.object.metadata?.deletionGracePeriodSeconds)).toEqual([30, 30, 0, 0])
    expect(status(lines[1]?.object)).toMatchObject({ phase: 'Succeeded' })
    await watch.stop()
  })

  it('on a stopped node neither begin nor end', async () => {
    await begin()
    await api.post(pods, { metadata: { name: 'old' }, spec })
    await clock.advance('5s')
    server.nodes.get('node-0')?.stop()
    await api.post(pods, { metadata: { name: 'young' }, spec })
    await api.delete(`${pods}/old`)
    await clock.advance('5m')
    const [old, young] = await podsOf(api)
    expect(old?.metadata?.deletionTimestamp).toBeDefined()
    expect(status(young)).not.toHaveProperty('podIP')
    server.nodes.get('node-0')?.start()
    await clock.advance('5s')
    expect((await podsOf(api)).map((pod) => [pod.metadata?.name, status(pod)['phase']])).toEqual([
      ['young', 'Running'],
    ])
  })
})
