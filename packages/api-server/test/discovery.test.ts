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

const accept =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json'

describe('discovery', () => {
  it('is legacy for those who ask for plain JSON', async () => {
    expect((await api.get('/api')).body).toMatchObject({ kind: 'APIVersions', versions: ['v1'] })
    const { body } = await api.get('/apis')
    expect(body.kind).toBe('APIGroupList')
    expect(body['groups']).toContainEqual({
      name: 'apps',
      versions: [{ groupVersion: 'apps/v1', version: 'v1' }],
      preferredVersion: { groupVersion: 'apps/v1', version: 'v1' },
    })
    expect((await api.get('/apis/apps', { accept })).text).toBe(
      '{"kind":"APIGroup","apiVersion":"v1","name":"apps","versions":[{"groupVersion":"apps/v1","version":"v1"}],"preferredVersion":{"groupVersion":"apps/v1","version":"v1"}}\n',
    )
  })

  it('lists resources with their subresources', async () => {
    const { body } = await api.get('/apis/apps/v1')
    expect(body['resources']).toContainEqual({
      name: 'deployments',
      singularName: 'deployment',
      namespaced: true,
      kind: 'Deployment',
      verbs: ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'],
      shortNames: ['deploy'],
      categories: ['all'],
      storageVersionHash: '8aSe+NMegvE=',
    })
    expect(body['resources']).toContainEqual({
      name: 'deployments/scale',
      singularName: '',
      namespaced: true,
      group: 'autoscaling',
      version: 'v1',
      kind: 'Scale',
      verbs: ['get', 'patch', 'update'],
    })
  })

  it('is aggregated for those who ask for it, with an ETag', async () => {
    const first = await api.get('/apis', { accept })
    expect(first.headers).toMatchObject({
      'content-type': 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
      vary: 'Accept',
    })
    expect(first.body).toMatchObject({ kind: 'APIGroupDiscoveryList', apiVersion: 'apidiscovery.k8s.io/v2' })
    const again = await api.get('/apis', { accept, 'if-none-match': String(first.headers['etag']) })
    expect([again.status, again.text]).toEqual([304, ''])
  })

  it('is aggregated as v2beta1 for kubectl up to 1.29', async () => {
    const older = 'application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json'
    const { headers, body } = await api.get('/api', { accept: older })
    expect(headers['content-type']).toContain('v=v2beta1')
    expect(body).toMatchObject({
      apiVersion: 'apidiscovery.k8s.io/v2beta1',
      items: [{ versions: [{ version: 'v1', freshness: 'Current' }] }],
    })
  })

  it('has no answer in other formats', async () => {
    const unknown = 'application/json;g=apidiscovery.k8s.io;v=v9;as=APIGroupDiscoveryList'
    expect((await api.get('/apis', { accept: unknown })).body).toMatchObject({
      code: 406,
      message:
        'only the following media types are accepted: application/json, application/yaml, application/vnd.kubernetes.protobuf',
    })
  })
})

it('says its version, and that of the options', async () => {
  expect((await api.get('/version')).body).toMatchObject({ major: '1', minor: '32', gitVersion: 'v1.32.0' })
  await using old = new ApiServer({ clock: new TestClock(), version: '1.29' })
  const { body } = await new Api(old.transport()).get('/version')
  expect(body).toMatchObject({ minor: '29', gitVersion: 'v1.29.0' })
})

it.each(['/healthz', '/livez', '/readyz', '/livez/ping'])('is healthy: %s', async (path) => {
  expect((await api.get(path)).text).toBe('ok')
})
