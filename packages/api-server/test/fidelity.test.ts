import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer, type ApiServerOptions } from '@rxkube/api-server'
import { Api, maps } from './support/api.ts'

let server: ApiServer
let api: Api

const start = (options: ApiServerOptions = {}) => {
  server = new ApiServer({ clock: new TestClock(), controllers: [], ...options })
  api = new Api(server.transport())
}
beforeEach(() => start())
afterEach(async () => server.close())

const pods = '/api/v1/namespaces/default/pods'
const pod = { metadata: { name: 'p' }, spec: { containers: [{ name: 'c', image: 'i' }] } }

describe('from the start', () => {
  it('there is the service of the API server, the first address of the range', async () => {
    const { body } = await api.get('/api/v1/namespaces/default/services/kubernetes')
    expect(body).toMatchObject({
      metadata: { labels: { component: 'apiserver', provider: 'kubernetes' } },
      spec: { clusterIP: '10.0.0.1', ports: [{ name: 'https', port: 443 }] },
    })
    expect(body.metadata?.managedFields?.[0]?.manager).toBe('kube-apiserver')
  })

  it('there is the config map in which components look up whom to trust', async () => {
    const path = '/api/v1/namespaces/kube-system/configmaps/extension-apiserver-authentication'
    expect((await api.get(path)).status).toBe(200)
  })
})

describe('ephemeral containers', () => {
  const path = `${pods}/p/ephemeralcontainers`
  const added = (name: string) => ({ spec: { ephemeralContainers: [{ name, image: 'busybox' }] } })

  it('are added to a pod that runs, with their defaults', async () => {
    await api.post(pods, pod)
    const { status, body } = await api.strategic(path, added('debug'))
    expect(status).toBe(200)
    expect(body.spec).toMatchObject({
      ephemeralContainers: [{ name: 'debug', image: 'busybox', terminationMessagePolicy: 'File' }],
    })
    await api.strategic(path, added('second'))
    expect((await api.get(path)).body.spec).toHaveProperty('ephemeralContainers.length', 2)
  })

  it('are neither changed nor removed', async () => {
    await api.post(pods, pod)
    await api.strategic(path, added('debug'))
    const removed = await api.merge(path, { spec: { ephemeralContainers: [] } })
    expect(removed.body.message).toContain(
      'spec.ephemeralContainers: Forbidden: existing ephemeral containers "debug" may not be removed',
    )
    const changed = await api.merge(path, { spec: { ephemeralContainers: [{ name: 'debug', image: 'x' }] } })
    expect(changed.body.message).toContain('may not be changed')
  })
})

describe('errors about what may not change', () => {
  it('show a difference the way Go does', async () => {
    await api.post(pods, pod)
    const { body } = await api.merge(`${pods}/p`, { spec: { nodeName: 'n1' } })
    expect(body.message).toContain(
      [
        '  core.PodSpec{',
        '  \t... // 9 identical fields',
        '  \tServiceAccountName:           "",',
        '  \tAutomountServiceAccountToken: nil,',
        '- \tNodeName:                     "",',
        '+ \tNodeName:                     "n1",',
        '  \tSecurityContext:              &{},',
        '  \tImagePullSecrets:             nil,',
        '  \t... // 20 identical fields',
        '  }',
        '',
      ].join('\n'),
    )
  })

  it('do not count what may change', async () => {
    await api.post(pods, pod)
    const containers = [{ name: 'c', image: 'other', env: [{ name: 'a', value: 'b' }] }]
    const { body } = await api.strategic(`${pods}/p`, { spec: { containers, activeDeadlineSeconds: 5 } })
    expect(body.message).toContain('+ \t\t\tEnv:          []core.EnvVar{{Name: "a", Value: "b"}},\n')
    expect(body.message).not.toContain('Image:')
    expect(body.message).not.toContain('ActiveDeadlineSeconds')
  })

  it('show whole values the way Go does', async () => {
    const owner = { apiVersion: 'v1', kind: 'X', name: 'n', uid: 'u', controller: true }
    const ownerReferences = [owner, { ...owner, name: 'm', uid: 'w' }]
    const { body } = await api.post(maps, { metadata: { name: 'm', ownerReferences } })
    expect(body.message).toContain(
      'Invalid value: []v1.OwnerReference{v1.OwnerReference{APIVersion:"v1", Kind:"X", Name:"n", UID:"u", Controller:(*bool)(0xc',
    )
  })
})

describe('a scale', () => {
  it('is a table of replicas', async () => {
    const template = { metadata: { labels: { a: 'b' } }, spec: pod.spec }
    const path = '/apis/apps/v1/namespaces/default/deployments'
    const spec = { replicas: 2, selector: { matchLabels: { a: 'b' } }, template }
    await api.post(path, { metadata: { name: 'd' }, spec })
    const accept = 'application/json;as=Table;v=v1;g=meta.k8s.io'
    const { body } = await api.get(`${path}/d/scale`, { accept })
    expect(body.columnDefinitions?.map(({ name }) => name)).toEqual(['Name', 'Desired', 'Available', 'Age'])
    expect(body.rows?.[0]?.cells.slice(0, 3)).toEqual(['d', 2, 0])
  })
})

describe('a patch into an older version of the group', () => {
  it('is one of the version that is served, with the labels that this version gave', async () => {
    const path = '/apis/apps/v1/namespaces/default/deployments'
    const template = { metadata: { labels: { a: 'b' } }, spec: pod.spec }
    await api.post(path, {
      metadata: { name: 'd' },
      spec: { selector: { matchLabels: { a: 'b' } }, template },
    })
    const { status, body } = await api.merge(`${path}/d`, { apiVersion: 'apps/v1beta1' })
    expect(status).toBe(200)
    expect(body).toMatchObject({ apiVersion: 'apps/v1', metadata: { labels: { a: 'b' } } })
    expect((await api.merge(`${path}/d`, { apiVersion: 'apps/v9' })).status).toBe(422)
  })
})

describe('options', () => {
  it('without watch lists, watches that begin with the state are refused as with an old etcd', async () => {
    start({ watchList: false })
    const query = 'sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true'
    const [line, ...more] = await (await api.watch(`${maps}?${query}`)).rest()
    expect(line).toMatchObject({
      type: 'ERROR',
      object: {
        code: 500,
        reason: 'InternalError',
        message: expect.stringContaining('RequestWatchProgress') as string,
      },
    })
    expect(more).toEqual([])
    const plain = await api.watch(`${maps}?resourceVersion=0`)
    expect(plain.status).toBe(200)
    await plain.stop()
  })

  it('services get addresses of the range that is given', async () => {
    start({ serviceAddressRange: '172.20.0.0/28' })
    const services = '/api/v1/namespaces/default/services'
    const of = (name: string, clusterIP?: string) => ({
      metadata: { name },
      spec: { ports: [{ port: 80 }], ...(clusterIP === undefined ? {} : { clusterIP }) },
    })
    const own = await api.get(`${services}/kubernetes`)
    expect(own.body.spec).toMatchObject({ clusterIP: '172.20.0.1' })
    const { body } = await api.post(services, of('a'))
    expect((body.spec as { clusterIP: string }).clusterIP).toMatch(/^172\.20\.0\.(?:[2-9]|1[0-4])$/)
    const outside = await api.post(services, of('b', '10.0.0.5'))
    expect(outside.body.message).toContain('The range of valid IPs is 172.20.0.0/28')
  })

  it.each(['10.0.0.0', '10.0.0.0/33', '300.0.0.0/16', 'fd00::/108'])('no range is %s', (range) => {
    expect(() => new ApiServer({ serviceAddressRange: range })).toThrow(RangeError)
  })
})

describe('documents', () => {
  it('of OpenAPI v2 say nothing, in JSON and in protobuf', async () => {
    expect((await api.get('/openapi/v2')).body).toMatchObject({ swagger: '2.0', definitions: {} })
    const accept = 'application/com.github.proto-openapi.spec.v2@v1.0+protobuf'
    expect((await api.get('/openapi/v2', { accept })).text).toContain('Kubernetes')
    expect((await api.get('/openapi/v2', { accept: 'text/html' })).status).toBe(406)
  })

  it('of metrics count objects', async () => {
    const { text, headers } = await api.get('/metrics')
    expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/)
    expect(text).toContain('apiserver_storage_objects{resource="namespaces"} 4\n')
  })

  it('of the issuer of tokens say where its keys are', async () => {
    const { body } = await api.get('/.well-known/openid-configuration')
    expect(body).toMatchObject({
      issuer: 'https://kubernetes.default.svc',
      jwks_uri: expect.stringContaining('/openid/v1/jwks') as string,
    })
    const keys = await api.get('/openid/v1/jwks', { accept: 'application/jwk-set+json' })
    expect(JSON.parse(keys.text)).toMatchObject({ keys: [{ kty: 'EC', use: 'sig', alg: 'ES256' }] })
    expect((await api.get('/openid/v1/jwks')).status).toBe(406)
  })
})

describe('component statuses', () => {
  it('are those of what runs in the server, with a warning', async () => {
    const { body, headers } = await api.get('/api/v1/componentstatuses')
    expect(headers['warning']).toEqual(['299 - "v1 ComponentStatus is deprecated in v1.19+"'])
    const healthy = body.items.map(({ metadata, ...rest }) => [
      metadata?.name,
      JSON.stringify(rest).includes('"True"'),
    ])
    expect(healthy).toEqual([
      ['controller-manager', false],
      ['scheduler', false],
      ['etcd-0', true],
    ])
    expect((await api.get('/api/v1/componentstatuses/etcd-0')).status).toBe(200)
    expect((await api.get('/api/v1/componentstatuses/absent')).status).toBe(404)
  })
})

describe('names that JavaScript has a meaning for', () => {
  const data = '{"__proto__":"1","constructor":"2"}'

  it('are keys like any other, in whatever way they come', async () => {
    const type = { 'content-type': 'application/yaml' }
    await api.post(maps, 'metadata: {name: yaml}\ndata:\n  __proto__: "1"\n  constructor: "2"\n', type)
    expect((await api.get(`${maps}/yaml`)).text).toContain(`"data":${data}`)
    await api.post(maps, { metadata: { name: 'j' }, data: {} })
    await api.jsonPatch(`${maps}/j`, [
      { op: 'add', path: '/data', value: {} },
      { op: 'add', path: '/data/__proto__', value: '1' },
      { op: 'add', path: '/data/constructor', value: '2' },
    ])
    expect((await api.get(`${maps}/j`)).text).toContain(`"data":${data}`)
  })

  it('are keys of what is folded into a secret', async () => {
    await api.post('/api/v1/namespaces/default/secrets', `{"metadata":{"name":"s"},"stringData":${data}}`)
    const { text } = await api.get('/api/v1/namespaces/default/secrets/s')
    expect(text).toContain('"data":{"__proto__":"MQ==","constructor":"Mg=="}')
  })
})
