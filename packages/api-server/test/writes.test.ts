import { beforeEach, afterEach, describe, expect, it } from 'vitest'
import { TestClock, seededRandom } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api, maps } from './support/api.ts'

let clock: TestClock
let server: ApiServer
let api: Api

beforeEach(() => {
  clock = new TestClock({ start: '2026-11-23T17:57:25Z' })
  server = new ApiServer({ clock, random: seededRandom(1) })
  api = new Api(server.transport())
})
afterEach(async () => server.close())

const deployments = '/apis/apps/v1/namespaces/default/deployments'
const deployment = {
  metadata: { name: 'd' },
  spec: {
    selector: { matchLabels: { a: 'b' } },
    template: { metadata: { labels: { a: 'b' } }, spec: { containers: [{ name: 'c', image: 'nginx' }] } },
  },
}
const generation = async (path: string) => (await api.get(path)).body.metadata?.generation

describe('create', () => {
  it('answers 201 with uid, creationTimestamp and the next version', async () => {
    const { status, body, text } = await api.post(maps, { metadata: { name: 'e1' }, data: { a: 'b' } })
    expect(status).toBe(201)
    expect(body.metadata?.uid).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
    expect(text).toBe(
      `{"kind":"ConfigMap","apiVersion":"v1","metadata":{"name":"e1","namespace":"default","uid":"${body.metadata?.uid}","resourceVersion":"${server.resourceVersion}","creationTimestamp":"2026-11-23T17:57:25Z","managedFields":[{"manager":"unknown","operation":"Update","apiVersion":"v1","time":"2026-11-23T17:57:25Z","fieldsType":"FieldsV1","fieldsV1":{"f:data":{".":{},"f:a":{}}}}]},"data":{"a":"b"}}\n`,
    )
  })

  it('ignores system fields that the client sends', async () => {
    const metadata = {
      name: 'e5',
      uid: 'abc',
      creationTimestamp: '2020-01-01T00:00:00Z',
      selfLink: '/x',
      generation: 7,
      deletionTimestamp: '2020-01-01T00:00:00Z',
    }
    const { body } = await api.post(maps, { metadata })
    expect(body.metadata).toEqual({
      name: 'e5',
      namespace: 'default',
      uid: expect.not.stringMatching('abc') as string,
      resourceVersion: server.resourceVersion,
      generation: 7,
      creationTimestamp: '2026-11-23T17:57:25Z',
    })
  })

  it('makes a name of generateName, cut to 63 characters', async () => {
    expect((await api.post(maps, { metadata: { generateName: 'gn-' } })).body.metadata?.name).toMatch(
      /^gn-[bcdfghjklmnpqrstvwxz2456789]{5}$/,
    )
    const { body } = await api.post(maps, { metadata: { generateName: 'g'.repeat(80) } })
    expect(body.metadata?.name).toHaveLength(63)
  })

  it('says so when no unique name was found', async () => {
    await using stuck = new ApiServer({ clock, random: { next: () => 0.5 } })
    const other = new Api(stuck.transport())
    await other.post(maps, { metadata: { generateName: 'gn-' } })
    const { body } = await other.post(maps, { metadata: { generateName: 'gn-' } })
    expect(body).toMatchObject({ code: 409, reason: 'AlreadyExists' })
    expect(body.message).toMatch(/the server was not able to generate a unique name for the object$/)
  })

  it('FAULT-J3 of what exists is a 409, of what is going away too', async () => {
    await api.post(maps, { metadata: { name: 'e1', finalizers: ['x.y/z'] } })
    expect((await api.post(maps, { metadata: { name: 'e1' } })).text).toBe(
      '{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"configmaps \\"e1\\" already exists","reason":"AlreadyExists","details":{"name":"e1","kind":"configmaps"},"code":409}\n',
    )
    await api.delete(`${maps}/e1`)
    const { body } = await api.post(maps, { metadata: { name: 'e1' } })
    expect(body.message).toBe('object is being deleted: configmaps "e1" already exists')
  })

  it('needs a namespace that exists', async () => {
    const { body } = await api.post('/api/v1/namespaces/nonexist/configmaps', { metadata: { name: 'x' } })
    expect(body).toMatchObject({
      code: 404,
      message: 'namespaces "nonexist" not found',
      details: { kind: 'namespaces' },
    })
  })

  it('with dryRun stores nothing and shows no version', async () => {
    const before = server.resourceVersion
    const { status, body } = await api.post(`${maps}?dryRun=All`, { metadata: { name: 'dry' } })
    expect(status).toBe(201)
    expect(body.metadata).not.toHaveProperty('resourceVersion')
    expect(server.resourceVersion).toBe(before)
    expect((await api.get(`${maps}/dry`)).status).toBe(404)
  })

  it('fills in what Kubernetes defaults', async () => {
    const { body } = await api.post(deployments, deployment)
    expect(body.spec).toEqual({
      replicas: 1,
      selector: { matchLabels: { a: 'b' } },
      template: {
        metadata: { creationTimestamp: null, labels: { a: 'b' } },
        spec: {
          containers: [
            {
              name: 'c',
              image: 'nginx',
              resources: {},
              terminationMessagePath: '/dev/termination-log',
              terminationMessagePolicy: 'File',
              imagePullPolicy: 'Always',
            },
          ],
          restartPolicy: 'Always',
          terminationGracePeriodSeconds: 30,
          dnsPolicy: 'ClusterFirst',
          securityContext: {},
          schedulerName: 'default-scheduler',
        },
      },
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' } },
      revisionHistoryLimit: 10,
      progressDeadlineSeconds: 600,
    })
    expect(body['status']).toEqual({})
  })

  it('gives a pod its phase, tolerations and priority', async () => {
    const spec = { containers: [{ name: 'c', image: 'a:1' }], priorityClassName: 'system-node-critical' }
    const { body } = await api.post('/api/v1/namespaces/default/pods', { metadata: { name: 'p' }, spec })
    expect(body['status']).toEqual({ phase: 'Pending', qosClass: 'BestEffort' })
    expect(body.spec).toMatchObject({
      priority: 2_000_001_000,
      tolerations: [
        {
          key: 'node.kubernetes.io/not-ready',
          operator: 'Exists',
          effect: 'NoExecute',
          tolerationSeconds: 300,
        },
        {
          key: 'node.kubernetes.io/unreachable',
          operator: 'Exists',
          effect: 'NoExecute',
          tolerationSeconds: 300,
        },
      ],
    })
  })
})

describe('update', () => {
  it('that changes nothing costs no version and tells no watcher', async () => {
    const { body } = await api.post(deployments, deployment)
    const { body: same } = await api.put(`${deployments}/d`, body)
    expect(same.metadata).toEqual(body.metadata)
    await api.merge(`${deployments}/d`, { spec: { replicas: 1 } })
    expect(server.resourceVersion).toBe(body.metadata?.resourceVersion)
  })

  it('FAULT-J3 of another version than the stored one is a 409', async () => {
    await api.post(maps, { metadata: { name: 'e1' } })
    for (const resourceVersion of ['1', '999999999']) {
      const { text } = await api.put(`${maps}/e1`, {
        metadata: { name: 'e1', resourceVersion },
        data: { z: '1' },
      })
      expect(text).toBe(
        '{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"Operation cannot be fulfilled on configmaps \\"e1\\": the object has been modified; please apply your changes to the latest version and try again","reason":"Conflict","details":{"name":"e1","kind":"configmaps"},"code":409}\n',
      )
    }
  })

  it('without a version replaces whatever there is, but for kinds that insist on one', async () => {
    await api.post(maps, { metadata: { name: 'e1' } })
    expect((await api.put(`${maps}/e1`, { metadata: { name: 'e1' }, data: { a: '1' } })).status).toBe(200)
    const leases = '/apis/coordination.k8s.io/v1/namespaces/default/leases'
    await api.post(leases, { metadata: { name: 'l' } })
    const { body } = await api.put(`${leases}/l`, { metadata: { name: 'l' }, spec: { holderIdentity: 'x' } })
    expect(body.message).toBe(
      'leases.coordination.k8s.io "l" is invalid: metadata.resourceVersion: Invalid value: 0x0: must be specified for an update',
    )
  })

  it('FAULT-J3 with the uid of another object is a 409', async () => {
    await api.post(maps, { metadata: { name: 'e1' } })
    const { body } = await api.put(`${maps}/e1`, { metadata: { name: 'e1', uid: 'other' } })
    expect(body).toMatchObject({ code: 409, reason: 'Conflict' })
    expect(body.message).toContain('Precondition failed: UID in precondition: other')
  })

  it('creates what is absent where Kubernetes does, and is a 404 elsewhere', async () => {
    const leases = '/apis/coordination.k8s.io/v1/namespaces/default/leases'
    expect((await api.put(`${leases}/new`, { metadata: { name: 'new' } })).status).toBe(201)
    expect((await api.put(`${maps}/nope`, { metadata: { name: 'nope' } })).body).toMatchObject({ code: 404 })
  })

  it('keeps the metadata of the server whatever the body says', async () => {
    const { body: before } = await api.post(deployments, deployment)
    const metadata = { name: 'd', generation: 99, creationTimestamp: '2020-01-01T00:00:00Z' }
    const { body } = await api.put(`${deployments}/d`, { ...deployment, metadata })
    expect(body.metadata).toEqual(before.metadata)
  })
})

describe('generation', () => {
  it('of a deployment counts changes of spec and annotations, not of labels or status', async () => {
    await api.post(deployments, deployment)
    expect(await generation(`${deployments}/d`)).toBe(1)
    await api.merge(`${deployments}/d`, { metadata: { labels: { x: '1' } } })
    await api.merge(`${deployments}/d/status`, { status: { replicas: 1 } })
    expect(await generation(`${deployments}/d`)).toBe(1)
    await api.merge(`${deployments}/d`, { metadata: { annotations: { k: 'v' } } })
    expect(await generation(`${deployments}/d`)).toBe(2)
    await api.merge(`${deployments}/d`, { spec: { replicas: 3 } })
    expect(await generation(`${deployments}/d`)).toBe(3)
  })

  it('of a replica set counts changes of spec alone', async () => {
    const sets = '/apis/apps/v1/namespaces/default/replicasets'
    await api.post(sets, deployment)
    await api.merge(`${sets}/d`, { metadata: { annotations: { k: 'v' } } })
    expect(await generation(`${sets}/d`)).toBe(1)
    await api.merge(`${sets}/d`, { spec: { replicas: 3 } })
    expect(await generation(`${sets}/d`)).toBe(2)
  })
})

describe('status', () => {
  it('is written through /status alone, and /status writes nothing else', async () => {
    const { body: created } = await api.post(deployments, { ...deployment, status: { replicas: 7 } })
    expect(created['status']).toEqual({})
    const { body: main } = await api.merge(`${deployments}/d`, { status: { replicas: 9 } })
    expect(main['status']).toEqual({})
    const patch = { metadata: { labels: { x: '1' } }, spec: { replicas: 5 }, status: { replicas: 2 } }
    const { body } = await api.merge(`${deployments}/d/status`, patch)
    expect(body['status']).toEqual({ replicas: 2 })
    expect(body.spec).toMatchObject({ replicas: 1 })
    expect(body.metadata).not.toHaveProperty('labels')
    expect((await api.get(`${deployments}/d/status`)).body.spec).toMatchObject({ replicas: 1 })
  })

  it('FAULT-J3 checks the version too', async () => {
    const { body } = await api.post(deployments, deployment)
    await api.merge(`${deployments}/d`, { spec: { replicas: 3 } })
    const stale = await api.put(`${deployments}/d/status`, { ...body, status: { replicas: 1 } })
    expect(stale.body).toMatchObject({ code: 409 })
  })

  it('of a node may come with its creation', async () => {
    const status = { conditions: [{ type: 'Ready', status: 'True' }] }
    const { body } = await api.post('/api/v1/nodes', { metadata: { name: 'n' }, status })
    expect(body['status']).toMatchObject({ conditions: [{ type: 'Ready', status: 'True' }] })
    expect(body.spec).toEqual({ taints: [{ key: 'node.kubernetes.io/not-ready', effect: 'NoSchedule' }] })
  })
})

it('events are one set of objects in two groups', async () => {
  await api.post('/api/v1/namespaces/default/events', {
    metadata: { name: 'e' },
    involvedObject: { kind: 'Pod', name: 'p', namespace: 'default' },
    reason: 'Started',
    message: 'it runs',
    type: 'Normal',
  })
  const { body } = await api.get(
    '/apis/events.k8s.io/v1/namespaces/default/events?fieldSelector=regarding.name%3Dp',
  )
  expect(body.items[0]).toMatchObject({
    note: 'it runs',
    regarding: { kind: 'Pod', name: 'p' },
    reason: 'Started',
  })
})
