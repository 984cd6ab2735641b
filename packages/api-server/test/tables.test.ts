import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api, maps } from './support/api.ts'

let clock: TestClock
let server: ApiServer
let api: Api

beforeEach(() => {
  clock = new TestClock()
  server = new ApiServer({ clock })
  api = new Api(server.transport())
})
afterEach(async () => server.close())

const table = {
  accept:
    'application/json;as=Table;v=v1;g=meta.k8s.io,application/json;as=Table;v=v1beta1;g=meta.k8s.io,application/json',
}
const cells = async (path: string) => (await api.get(path, table)).body.rows?.map((row) => row.cells)
const columns = async (path: string) =>
  (await api.get(path, table)).body.columnDefinitions?.map((column) => column.name)

const template = {
  metadata: { labels: { app: 'web' } },
  spec: { containers: [{ name: 'c', image: 'nginx' }] },
}

describe('a table', () => {
  it('has the columns and cells of its kind, ages and all', async () => {
    await api.post(maps, { metadata: { name: 'a' }, data: { x: '1', y: '2' } })
    await clock.advance('5m30s')
    expect(await columns(maps)).toEqual(['Name', 'Data', 'Age'])
    expect(await cells(maps)).toEqual([['a', 2, '5m30s']])
    expect(await cells('/api/v1/namespaces/default')).toEqual([['default', 'Active', '5m30s']])
  })

  it('of pods', async () => {
    const pods = '/api/v1/namespaces/default/pods'
    await api.post(pods, { metadata: { name: 'p' }, spec: { ...template.spec, nodeName: 'n1' } })
    expect(await cells(pods)).toEqual([
      ['p', '0/1', 'Pending', '0', '0s', '<none>', 'n1', '<none>', '<none>'],
    ])
    const containerStatuses = [
      { name: 'c', ready: true, restartCount: 2, state: { running: {} }, image: '', imageID: '' },
    ]
    await api.merge(`${pods}/p/status`, {
      status: { phase: 'Running', podIP: '10.0.0.1', containerStatuses },
    })
    expect(await cells(pods)).toEqual([
      ['p', '1/1', 'Running', '2', '0s', '10.0.0.1', 'n1', '<none>', '<none>'],
    ])
    const waiting = { waiting: { reason: 'CrashLoopBackOff' } }
    const crashed = [{ name: 'c', ready: false, restartCount: 3, state: waiting, image: '', imageID: '' }]
    await api.merge(`${pods}/p/status`, { status: { containerStatuses: crashed } })
    expect((await cells(pods))?.[0]?.slice(1, 4)).toEqual(['0/1', 'CrashLoopBackOff', '3'])
  })

  it('of deployments, services and nodes', async () => {
    const spec = { replicas: 2, selector: { matchLabels: { app: 'web' } }, template }
    await api.post('/apis/apps/v1/namespaces/default/deployments', { metadata: { name: 'web' }, spec })
    expect(await cells('/apis/apps/v1/deployments')).toEqual([
      ['web', '0/2', 0, 0, '0s', 'c', 'nginx', 'app=web'],
    ])
    const ports = [{ port: 80, nodePort: 30_080 }]
    const service = { clusterIP: '10.0.0.9', type: 'NodePort', ports, selector: { app: 'web' } }
    await api.post('/api/v1/namespaces/default/services', { metadata: { name: 'web' }, spec: service })
    expect(await cells('/api/v1/namespaces/default/services/web')).toEqual([
      ['web', 'NodePort', '10.0.0.9', '<none>', '80:30080/TCP', '0s', 'app=web'],
    ])
    await api.post('/api/v1/nodes', {
      metadata: { name: 'n', labels: { 'node-role.kubernetes.io/worker': '' } },
      spec: { unschedulable: true },
      status: { conditions: [{ type: 'Ready', status: 'True' }], nodeInfo: { kubeletVersion: 'v1.32.0' } },
    })
    expect((await cells('/api/v1/nodes'))?.[0]?.slice(0, 5)).toEqual([
      'n',
      'Ready,SchedulingDisabled',
      'worker',
      '0s',
      'v1.32.0',
    ])
  })

  it('of a kind without columns of its own shows name and creation', async () => {
    await api.post('/apis/rbac.authorization.k8s.io/v1/clusterroles', { metadata: { name: 'r' } })
    const path = '/apis/rbac.authorization.k8s.io/v1/clusterroles'
    expect(await columns(path)).toEqual(['Name', 'Created At'])
    expect(await cells(path)).toEqual([['r', '2025-01-01T00:00:00Z']])
  })

  it('carries as much of each object as was asked for', async () => {
    await api.post(maps, { metadata: { name: 'a' }, data: { x: '1' } })
    const object = async (include: string) => {
      const { rows = [] } = (await api.get(`${maps}?includeObject=${include}`, table)).body
      return rows[0]?.object
    }
    expect(await object('None')).toBeNull()
    expect(await object('Metadata')).toMatchObject({ kind: 'PartialObjectMetadata', metadata: { name: 'a' } })
    expect(await object('Object')).toMatchObject({ kind: 'ConfigMap', data: { x: '1' } })
    expect((await api.get(`${maps}?includeObject=Bogus`, table)).body).toMatchObject({ code: 400 })
  })

  it('is sent row by row in a watch, with columns in the first only', async () => {
    const watch = await api.watch(`${maps}?resourceVersion=${server.resourceVersion}`, table)
    await api.post(maps, { metadata: { name: 'a' } })
    await api.post(maps, { metadata: { name: 'b' } })
    const lines = [await watch.next(), await watch.next()]
    expect(
      lines.map((line) => [line?.object.rows?.[0]?.cells[0], line?.object.columnDefinitions === null]),
    ).toEqual([
      ['a', false],
      ['b', true],
    ])
    await watch.stop()
  })
})

describe('metadata alone', () => {
  const one = { accept: 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1' }
  const many = { accept: 'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1' }

  it('is shown of objects, lists and watches', async () => {
    await api.post(maps, { metadata: { name: 'a' }, data: { x: '1' } })
    const { body } = await api.get(`${maps}/a`, one)
    expect(Object.keys(body)).toEqual(['kind', 'apiVersion', 'metadata'])
    const list = (await api.get(maps, many)).body
    expect(list.kind).toBe('PartialObjectMetadataList')
    expect(list.items[0]).not.toHaveProperty('data')
    const watch = await api.watch(maps, one)
    expect((await watch.next())?.object.kind).toBe('PartialObjectMetadata')
    await watch.stop()
  })

  it('of a list in the form of an object is a 406', async () => {
    expect((await api.get(maps, one)).body).toMatchObject({
      code: 406,
      message:
        'you requested PartialObjectMetadata, but the requested object is a list (*core.ConfigMapList)',
    })
  })
})

it('indents for people', async () => {
  expect((await api.get(`${maps}?pretty=true`)).text).toMatch(/^\{\n {2}"kind"/)
  expect((await api.get(maps, { 'user-agent': 'curl/8' })).text).toMatch(/^\{\n {2}"kind"/)
  expect((await api.get(maps)).text).not.toContain('\n ')
})
