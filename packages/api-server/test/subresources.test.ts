import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api } from './support/api.ts'

let server: ApiServer
let api: Api

beforeEach(() => {
  server = new ApiServer({ clock: new TestClock() })
  api = new Api(server.transport())
})
afterEach(async () => server.close())

const containers = [{ name: 'c', image: 'nginx' }]

describe('scale', () => {
  const path = '/apis/apps/v1/namespaces/default/deployments/d'

  beforeEach(async () => {
    const matchExpressions = [{ key: 'z', operator: 'NotIn', values: ['q'] }]
    const template = { metadata: { labels: { a: 'b' } }, spec: { containers } }
    const spec = { replicas: 2, selector: { matchLabels: { a: 'b' }, matchExpressions }, template }
    await api.post('/apis/apps/v1/namespaces/default/deployments', { metadata: { name: 'd' }, spec })
  })

  it('shows replicas and selector', async () => {
    const { metadata } = (await api.get(path)).body
    expect((await api.get(`${path}/scale`)).body).toEqual({
      kind: 'Scale',
      apiVersion: 'autoscaling/v1',
      metadata: {
        name: 'd',
        namespace: 'default',
        uid: metadata?.uid,
        resourceVersion: metadata?.resourceVersion,
        creationTimestamp: metadata?.creationTimestamp,
      },
      spec: { replicas: 2 },
      status: { replicas: 0, selector: 'a=b,z notin (q)' },
    })
  })

  it('changes replicas and with them the generation, by PUT and by PATCH', async () => {
    await api.put(`${path}/scale`, { metadata: { name: 'd' }, spec: { replicas: 5 } })
    expect((await api.get(path)).body).toMatchObject({ spec: { replicas: 5 }, metadata: { generation: 2 } })
    await api.merge(`${path}/scale`, { spec: { replicas: 0 } })
    expect((await api.get(`${path}/scale`)).body.spec).toEqual({})
  })

  it('FAULT-J3 checks the version of its object', async () => {
    const { body } = await api.get(`${path}/scale`)
    await api.merge(path, { metadata: { labels: { x: 'y' } } })
    expect((await api.put(`${path}/scale`, body)).body).toMatchObject({
      code: 409,
      message:
        'Operation cannot be fulfilled on deployments.apps "d": the object has been modified; please apply your changes to the latest version and try again',
    })
  })

  it('is not negative', async () => {
    expect((await api.merge(`${path}/scale`, { spec: { replicas: -3 } })).body.message).toBe(
      'Scale.autoscaling "d" is invalid: spec.replicas: Invalid value: -3: must be greater than or equal to 0',
    )
  })

  it('of what is absent is a 404 of its own', async () => {
    const { body } = await api.get('/apis/apps/v1/namespaces/default/deployments/nope/scale')
    expect(body).toMatchObject({ code: 404, message: 'deployments/scale.apps "nope" not found' })
  })
})

describe('binding', () => {
  const pods = '/api/v1/namespaces/default/pods'
  const target = { kind: 'Node', name: 'node-a' }

  beforeEach(async () => {
    await api.post(pods, { metadata: { name: 'b', finalizers: ['x.y/z'] }, spec: { containers } })
  })

  it('puts a pod on a node and says that it is scheduled', async () => {
    const { status, text } = await api.post(`${pods}/b/binding`, {
      metadata: { name: 'b', annotations: { k: 'v' } },
      target,
    })
    expect([status, text]).toEqual([
      201,
      '{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Success","code":201}\n',
    ])
    const { body } = await api.get(`${pods}/b`)
    expect(body).toMatchObject({ metadata: { annotations: { k: 'v' } }, spec: { nodeName: 'node-a' } })
    expect(body['status']).toMatchObject({ conditions: [{ type: 'PodScheduled', status: 'True' }] })
  })

  it('is also served on /bindings', async () => {
    await api.post('/api/v1/namespaces/default/bindings', { metadata: { name: 'b' }, target })
    expect((await api.get(`${pods}/b`)).body.spec).toMatchObject({ nodeName: 'node-a' })
  })

  it('happens once', async () => {
    const binding = { metadata: { name: 'b' }, target }
    await api.post(`${pods}/b/binding`, binding)
    expect((await api.post(`${pods}/b/binding`, binding)).body).toMatchObject({
      code: 409,
      message:
        'Operation cannot be fulfilled on pods/binding "b": pod b is already assigned to node "node-a"',
    })
  })

  it('does not happen to a pod that is going away, nor to another of the same name', async () => {
    const other = await api.post(`${pods}/b/binding`, { metadata: { name: 'b', uid: 'other' }, target })
    expect(other.body.message).toContain('UID in precondition: other')
    await api.delete(`${pods}/b`)
    expect((await api.post(`${pods}/b/binding`, { metadata: { name: 'b' }, target })).body.message).toBe(
      'Operation cannot be fulfilled on pods/binding "b": pod b is being deleted, cannot be assigned to a host',
    )
  })

  it('needs a node', async () => {
    const { body } = await api.post(`${pods}/b/binding`, { metadata: { name: 'b' }, target: {} })
    expect(body).toMatchObject({ code: 500, message: 'target.name: Required value' })
  })
})
