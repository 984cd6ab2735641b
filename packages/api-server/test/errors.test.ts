import { beforeEach, afterEach, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer, type RequestRecord } from '@rxkube/api-server'
import { Api, maps } from './support/api.ts'

let server: ApiServer
let api: Api

beforeEach(() => {
  server = new ApiServer({ clock: new TestClock() })
  api = new Api(server.transport())
})
afterEach(async () => server.close())

const status = (code: number, reason: string, message: string, details?: unknown) =>
  `${JSON.stringify({ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason, ...(details === undefined ? {} : { details }), code })}\n`

describe('what is not found', () => {
  it('names the object, its group and its resource', async () => {
    expect((await api.get(`${maps}/nope`)).text).toBe(
      status(404, 'NotFound', 'configmaps "nope" not found', { name: 'nope', kind: 'configmaps' }),
    )
    expect((await api.get('/apis/apps/v1/namespaces/default/deployments/nope')).text).toBe(
      status(404, 'NotFound', 'deployments.apps "nope" not found', {
        name: 'nope',
        group: 'apps',
        kind: 'deployments',
      }),
    )
  })

  it.each([
    '/api/v1/nosuchresource',
    '/apis/apps/v1/nosuch',
    `${maps}/x/nosuchsub`,
    '/apis/apps/v9',
    '/api/v2',
  ])('is a Status without names for a resource that is not served: %s', async (path) => {
    expect((await api.get(path)).text).toBe(
      status(404, 'NotFound', 'the server could not find the requested resource', {}),
    )
  })

  it.each(['/nothere', '/apis/nosuch', '/apis/nosuch/v1'])(
    'is plain text for other paths: %s',
    async (path) => {
      const { headers, text } = await api.get(path)
      expect([headers['content-type'], text]).toEqual(['text/plain; charset=utf-8', '404 page not found\n'])
    },
  )
})

it.each([
  ['POST', `${maps}/e1`],
  ['PUT', maps],
  ['PATCH', maps],
  ['POST', '/api/v1/configmaps'],
  ['DELETE', '/api/v1/configmaps'],
  ['DELETE', '/api/v1/namespaces'],
] as const)('%s %s is a 405', async (method, path) => {
  expect((await api.call(method, path, {})).text).toBe(
    status(405, 'MethodNotAllowed', 'the server does not allow this method on the requested resource', {}),
  )
})

describe('a body that does not fit', () => {
  it.each([
    [
      '{bad json',
      "the object provided is unrecognized (must be of type ConfigMap): couldn't get version/kind; json parse error: invalid character 'b' looking for beginning of object key string ({bad json)",
    ],
    [
      '',
      "the object provided is unrecognized (must be of type ConfigMap): couldn't get version/kind; json parse error: unexpected end of JSON input (<empty>)",
    ],
    [
      '{"apiVersion": "v1", "kind": "Secret"}',
      'Secret in version "v1" cannot be handled as a ConfigMap: converting (v1.Secret) to (core.ConfigMap): unknown conversion',
    ],
    [
      '{"apiVersion": "v1", "kind": "Nope"}',
      'Nope in version "v1" cannot be handled as a ConfigMap: no kind "Nope" is registered for version "v1" in scheme "k8s.io/kubernetes/pkg/api/legacyscheme/scheme.go:30"',
    ],
    [
      '{"metadata": {"name": "e3", "namespace": "other"}}',
      'the namespace of the provided object does not match the namespace sent on the request',
    ],
    [
      '{"metadata": {"name": "e4"}, "data": {"a": 1}}',
      'ConfigMap in version "v1" cannot be handled as a ConfigMap: json: cannot unmarshal number into Go struct field ConfigMap.data of type string',
    ],
  ])('is a 400: %s', async (body, message) => {
    expect((await api.post(maps, body)).text).toBe(status(400, 'BadRequest', message))
  })

  it('has values of the wrong type at any depth', async () => {
    const { body } = await api.post('/apis/apps/v1/namespaces/default/deployments', {
      spec: { replicas: 'x' },
    })
    expect(body.message).toBe(
      'Deployment in version "v1" cannot be handled as a Deployment: json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32',
    )
  })

  it('has a secret that is not base64', async () => {
    const { body } = await api.post('/api/v1/namespaces/default/secrets', { data: { a: 'not base64!' } })
    expect(body.message).toBe(
      'Secret in version "v1" cannot be handled as a Secret: illegal base64 data at input byte 3',
    )
  })

  it.each([
    [
      { metadata: {} },
      'ConfigMap "" is invalid: metadata.name: Required value: name or generateName is required',
    ],
    [
      { metadata: { name: 'e4' }, data: { 'bad/key': 'x' } },
      `ConfigMap "e4" is invalid: data[bad/key]: Invalid value: "bad/key": a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')`,
    ],
    [
      { metadata: { name: 'Bad_Name' } },
      `ConfigMap "Bad_Name" is invalid: metadata.name: Invalid value: "Bad_Name": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')`,
    ],
  ])('is a 422 with its causes: %j', async (object, message) => {
    const { body } = await api.post(maps, object)
    expect(body).toMatchObject({ code: 422, reason: 'Invalid', message, details: { kind: 'ConfigMap' } })
    expect(body.details?.causes).toHaveLength(1)
  })

  it('is a 500 when a creation names a version', async () => {
    const { body } = await api.post(maps, { metadata: { name: 'e4', resourceVersion: '1' } })
    expect(body).toEqual({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: 'resourceVersion should not be set on objects to be created',
      code: 500,
    })
  })
})

describe('unknown and duplicate fields', () => {
  const body = '{"metadata":{"name":"e6","bogus":1},"dataa":{"a":"b"},"data":{"a":"1","a":"2"}}'

  it('are refused by Strict', async () => {
    expect((await api.post(`${maps}?fieldValidation=Strict`, body)).body.message).toBe(
      'ConfigMap in version "v1" cannot be handled as a ConfigMap: strict decoding error: unknown field "metadata.bogus", unknown field "dataa", duplicate field "data.a"',
    )
  })

  it('are dropped with a warning each by default, and silently by Ignore', async () => {
    const warned = await api.post(`${maps}?dryRun=All`, body)
    expect(warned.body.data).toEqual({ a: '2' })
    expect(warned.headers['warning']).toEqual([
      '299 - "unknown field \\"metadata.bogus\\""',
      '299 - "unknown field \\"dataa\\""',
      '299 - "duplicate field \\"data.a\\""',
    ])
    const silent = await api.post(`${maps}?dryRun=All&fieldValidation=Ignore`, body)
    expect(silent.headers).not.toHaveProperty('warning')
  })

  it('are nothing that other values of fieldValidation mean', async () => {
    const { body: answer } = await api.post(`${maps}?fieldValidation=Bogus`, body)
    expect(answer.message).toBe(
      'CreateOptions.meta.k8s.io "" is invalid: fieldValidation: Unsupported value: "Bogus": supported values: "", "Ignore", "Strict", "Warn"',
    )
  })
})

describe('hostile input', () => {
  it('keeps keys that mean something to JavaScript as they are', async () => {
    const labels = JSON.parse('{"constructor":"a","toString":"b"}') as Record<string, string>
    const data = JSON.parse('{"__proto__":"x","constructor":"y","then":"z"}') as Record<string, string>
    await api.post(maps, { metadata: { name: 'constructor', labels }, data })
    const { text, body } = await api.get(`${maps}/constructor`)
    expect(text).toContain('"data":{"__proto__":"x","constructor":"y","then":"z"}')
    expect(body.metadata?.labels).toEqual(labels)
    const patched = await api.call('PATCH', `${maps}/constructor`, '{"data":{"__proto__":"changed"}}', {
      'content-type': 'application/merge-patch+json',
    })
    expect(patched.text).toContain('"__proto__":"changed"')
    expect((await api.get(`${maps}?labelSelector=hasOwnProperty`)).body.items).toEqual([])
  })

  it.each([
    ['/api/v1/namespaces/default/configmaps/..%2f..%2fsecrets', 404],
    ['/api/v1/namespaces/../../etc/passwd', 404],
    ['//api/v1', 404],
    ['/api/v1/namespaces/%00/configmaps', 200],
    ['/api/v1/namespaces/default/configmaps/__proto__', 404],
    ['/api/v1/__proto__', 404],
    ['/apis/constructor/v1', 404],
    ['/api/v1/namespaces/%zz', 400],
    ['/%', 400],
  ])('%s is answered with %i', async (path, code) => {
    expect((await api.get(path)).status).toBe(code)
  })

  it('refuses bodies that nest too deep, and stays up', async () => {
    const deep = `{"metadata":{"name":"d"},"data":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`
    expect((await api.post(maps, deep)).body).toMatchObject({ code: 400 })
    expect((await api.post(maps, '['.repeat(100_000))).body).toMatchObject({ code: 400 })
    expect((await api.get('/readyz')).text).toBe('ok')
  })

  it('refuses bodies above 3 MiB and a config map above 1 MiB', async () => {
    const map = (size: number) => ({ metadata: { name: 'huge' }, data: { a: 'x'.repeat(size) } })
    expect((await api.post(maps, map(1_100_000))).body.message).toBe(
      'ConfigMap "huge" is invalid: []: Too long: may not be more than 1048576 bytes',
    )
    expect((await api.post(maps, map(3_200_000))).text).toBe(
      status(413, 'RequestEntityTooLarge', 'Request entity too large: limit is 3145728'),
    )
  })
})

it('tells listeners of each request, with who and what came of it', async () => {
  const seen: RequestRecord[] = []
  const stop = server.requests((record) => seen.push(record))
  await api.get(`${maps}/nope`, { 'user-agent': 'test/1' })
  stop()
  await api.get(maps)
  expect(seen).toEqual([
    {
      method: 'GET',
      path: `${maps}/nope`,
      verb: 'get',
      user: 'system:anonymous',
      userAgent: 'test/1',
      status: 404,
    },
  ])
})
