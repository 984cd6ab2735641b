import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api } from './support/api.ts'

let clock: TestClock
let server: ApiServer
let api: Api

beforeEach(() => {
  clock = new TestClock()
  server = new ApiServer({ clock })
  api = new Api(server.transport())
})
afterEach(async () => server.close())

interface Operation {
  readonly 'x-kubernetes-group-version-kind': { group: string; version: string; kind: string }
  readonly parameters: readonly { name: string }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> }
}
interface Schema {
  readonly type?: string
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly [field: string]: unknown
}
interface Document {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

async function urls(): Promise<Map<string, string>> {
  const { text } = await api.get('/openapi/v3')
  const { paths } = JSON.parse(text) as { paths: Record<string, { serverRelativeURL: string }> }
  return new Map(Object.entries(paths).map(([path, { serverRelativeURL }]) => [path, serverRelativeURL]))
}

async function document(path: string): Promise<Document> {
  return (await api.get((await urls()).get(path) ?? '')).body as unknown as Document
}

describe('the index of OpenAPI v3', () => {
  it('has a document for each version of each group, and for discovery', async () => {
    const found = await urls()
    const wanted = ['api', 'api/v1', 'apis', 'apis/apps', 'apis/apps/v1', 'apis/autoscaling/v2', 'version']
    expect([...found.keys()]).toEqual(expect.arrayContaining(wanted))
    for (const [path, url] of found)
      expect(url).toMatch(new RegExp(`^/openapi/v3/${path}\\?hash=[0-9A-F]{128}$`))
    expect(new Set([...found.values()].map((url) => url.split('=')[1])).size).toBe(found.size)
  })

  it('says that it is text and was made now, as upstream does', async () => {
    const { headers } = await api.get('/openapi/v3')
    const now = new Date(clock.now()).toUTCString()
    expect(headers).toMatchObject({ 'content-type': 'text/plain; charset=utf-8', 'last-modified': now })
    expect(await api.get('/openapi/v3', { 'if-modified-since': now })).toMatchObject({
      status: 304,
      text: '',
    })
    await clock.advance('2s')
    expect((await api.get('/openapi/v3', { 'if-modified-since': now })).status).toBe(200)
  })
})

describe('a document of OpenAPI v3', () => {
  it('is for ever when it is asked for by its hash, and revalidated by it', async () => {
    const url = (await urls()).get('apis/apps/v1') ?? ''
    const etag = `"${url.split('=')[1]}"`
    const expires = new Date(clock.now() + 365 * 86_400_000).toUTCString()
    const { headers } = await api.get(url)
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'public, immutable',
      vary: 'Accept',
      expires,
      etag,
    })
    expect(await api.get(url, { 'if-none-match': etag })).toMatchObject({ status: 304, text: '' })
  })

  it('without a hash has no time to live, and with an old one moved', async () => {
    expect((await api.get('/openapi/v3/apis/apps/v1')).headers).not.toHaveProperty('cache-control')
    const moved = await api.get('/openapi/v3/apis/apps/v1?hash=0')
    expect([moved.status, moved.headers['location']]).toEqual([301, (await urls()).get('apis/apps/v1')])
  })

  it('is JSON only, and absent for what is not served', async () => {
    const protobuf = 'application/com.github.proto-openapi.spec.v3@v1.0+protobuf'
    expect((await api.get('/openapi/v3/api/v1', { accept: protobuf })).status).toBe(406)
    expect((await api.get('/openapi/v3/apis/absent/v1')).status).toBe(404)
  })

  it('has the operations of a resource, with what kubectl looks for in patches', async () => {
    const { paths } = await document('apis/apps/v1')
    const item = paths['/apis/apps/v1/namespaces/{namespace}/deployments/{name}']
    expect(Object.keys(item ?? {}).toSorted()).toEqual(['delete', 'get', 'patch', 'put'])
    expect(item?.['patch']).toMatchObject({
      'x-kubernetes-group-version-kind': { group: 'apps', version: 'v1', kind: 'Deployment' },
    })
    expect(item?.['patch']?.parameters.map(({ name }) => name)).toContain('fieldValidation')
    expect(Object.keys(item?.['patch']?.requestBody?.content ?? {})).toContain(
      'application/strategic-merge-patch+json',
    )
    const scale = paths['/apis/apps/v1/namespaces/{namespace}/deployments/{name}/scale']
    expect(scale?.['get']?.['x-kubernetes-group-version-kind']).toMatchObject({ kind: 'Scale' })
  })

  it('has the schemas of its kinds: requirements, enumerations, merge keys, no prose', async () => {
    const { components } = await document('api/v1')
    expect(components.schemas['io.k8s.api.core.v1.ContainerPort']).toMatchObject({
      required: ['containerPort'],
      properties: { protocol: { default: 'TCP', enum: ['SCTP', 'TCP', 'UDP'] } },
    })
    expect(components.schemas['io.k8s.api.core.v1.PodSpec']?.properties?.['containers']).toMatchObject({
      'x-kubernetes-patch-merge-key': 'name',
      'x-kubernetes-patch-strategy': 'merge',
      'x-kubernetes-list-map-keys': ['name'],
    })
    expect(JSON.stringify(components)).not.toContain('"description":"')
  })

  it('refers to nothing that it does not have, in any group, and knows every kind that is patched', async () => {
    for (const path of (await urls()).keys()) {
      const text = JSON.stringify(await document(path))
      const { components, paths } = JSON.parse(text) as Document
      const named = new Set(text.match(/(?<="#\/components\/schemas\/)[^"]+/g))
      expect([...named].filter((name) => components.schemas[name] === undefined)).toEqual([])
      const kinds = new Set(JSON.stringify(components).match(/(?<="kind":")[^"]+/g))
      const patched = Object.values(paths).flatMap(({ patch }) => patch ?? [])
      const wanted = patched.map((patch) => patch['x-kubernetes-group-version-kind'].kind)
      // What is proxied has options, and no schema upstream either.
      expect(wanted.filter((kind) => !kinds.has(kind) && !kind.endsWith('ProxyOptions'))).toEqual([])
    }
  })
})
