import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { shown } from './support/api.ts'
import { definition, definitions, fields, gadget, gadgets, Gadgets } from './support/definitions.ts'

let server: ApiServer
let clock: TestClock
let own: Gadgets

beforeEach(() => {
  clock = new TestClock()
  server = new ApiServer({ clock })
  own = new Gadgets(server, clock)
})
afterEach(async () => server.close())

const size = fields({ size: { type: 'integer' } })
const one = `${definitions}/gadgets.ex.io`
const conditions = async () => {
  const { body } = await own.api.get(one)
  const { conditions: list = [] } = body['status'] as {
    conditions?: { type: string; status: string; reason: string }[]
  }
  return list.map(({ type, status, reason }) => `${type}=${status} ${reason}`)
}
const version = (name: string, storage = false, schema: object = {}) => ({
  name,
  served: true,
  storage,
  schema: { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true, ...schema } },
})

describe('a custom resource definition', () => {
  it('is established in two steps, each of which a watch sees', async () => {
    const watch = await own.api.watch(`${definitions}?resourceVersion=${server.resourceVersion}`)
    const created = await own.define(size)
    expect(created.body['status']).toEqual({
      conditions: null,
      acceptedNames: { plural: '', kind: '' },
      storedVersions: ['v1'],
    })
    const first = await watch.next()
    const second = await watch.next()
    const third = await watch.next()
    expect([first, second, third].map((line) => line?.type)).toEqual(['ADDED', 'MODIFIED', 'MODIFIED'])
    expect(second?.object['status']).toMatchObject({
      conditions: [{ type: 'NamesAccepted' }, { type: 'Established', status: 'False', reason: 'Installing' }],
    })
    expect(await conditions()).toEqual([
      'NamesAccepted=True NoConflicts',
      'Established=True InitialNamesAccepted',
    ])
    expect(await own.api.get(gadgets)).toMatchObject({ status: 200, body: { kind: 'GadgetList', items: [] } })
  })

  it('is in both forms of discovery, versions in the order of preference', async () => {
    const versions = ['v1beta1', 'v1', 'v2alpha1', 'v10', 'foo'].map((name) => version(name, name === 'v1'))
    await own.define({}, {}, { versions })
    const { body } = await own.api.get('/apis/ex.io')
    const names = (body['versions'] as { version: string }[]).map((each) => each.version)
    expect(names).toEqual(['v10', 'v1', 'v1beta1', 'v2alpha1', 'foo'])
    expect(body['preferredVersion']).toMatchObject({ version: 'v10' })
    const accept = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList'
    const aggregated = await own.api.get('/apis', { accept })
    const group = aggregated.body.items.find(({ metadata }) => metadata?.name === 'ex.io')
    expect(group).toMatchObject({
      versions: [
        {
          version: 'v10',
          resources: [{ resource: 'gadgets', responseKind: { group: 'ex.io', version: 'v10' } }],
        },
        {},
        {},
        {},
        {},
      ],
    })
  })

  it('whose names are taken waits until they are free', async () => {
    await own.define(size)
    const rival = definition(
      size,
      {},
      { names: { plural: 'gizmos', kind: 'Gadget', shortNames: ['gadget'] } },
    )
    const { body } = await own.api.post(definitions, { ...rival, metadata: { name: 'gizmos.ex.io' } })
    expect(body.metadata?.name).toBe('gizmos.ex.io')
    const waiting = await own.api.get(`${definitions}/gizmos.ex.io`)
    expect(waiting.body['status']).toMatchObject({
      acceptedNames: { plural: 'gizmos' },
      conditions: [
        {
          type: 'NamesAccepted',
          status: 'False',
          reason: 'ShortNamesConflict',
          message: '"gadget" is already in use',
        },
        { type: 'Established', status: 'False', reason: 'NotAccepted' },
      ],
    })
    expect((await own.api.get('/apis/ex.io/v1/namespaces/default/gizmos')).status).toBe(404)
    await own.api.delete(one)
    await clock.advance(1000)
    const granted = await own.api.get(`${definitions}/gizmos.ex.io`)
    expect(granted.body['status']).toMatchObject({ conditions: [{ status: 'True' }, { status: 'True' }] })
    expect((await own.api.get('/apis/ex.io/v1/namespaces/default/gizmos')).status).toBe(200)
  })

  it('takes its resources with it when it is deleted, and answers 404 afterwards', async () => {
    await own.define(size)
    await own.create({ size: 1 }, 'a')
    const watch = await own.api.watch(`${gadgets}?resourceVersion=0`)
    expect(await watch.take(1)).toEqual([expect.stringMatching(/^ADDED a@/)])
    const deleted = await own.api.delete(one)
    expect(deleted).toMatchObject({
      status: 200,
      body: { metadata: { finalizers: ['customresourcecleanup.apiextensions.k8s.io'] } },
    })
    expect((await conditions()).at(-1)).toBe('Terminating=True InstanceDeletionPending')
    const { resources } = (await own.api.get('/apis/ex.io/v1')).body as unknown as {
      resources: { verbs: string[] }[]
    }
    expect(resources[0]?.verbs).toEqual(['delete', 'deletecollection', 'get', 'list', 'watch'])
    const late = await own.create({ size: 1 }, 'late')
    expect(late).toMatchObject({ status: 405, body: { reason: 'MethodNotAllowed' } })
    await clock.advance(1000)
    expect((await watch.rest()).map(shown)).toEqual([expect.stringMatching(/^DELETED a@/)])
    expect((await own.api.get(gadgets)).text).toBe('404 page not found\n')
    expect((await own.api.get('/apis/ex.io')).status).toBe(404)
    expect((await own.api.get(one)).status).toBe(404)
  })

  it('that is deleted waits for finalizers of its resources', async () => {
    await own.define(size)
    await own.api.post(
      gadgets,
      gadget('held', {}, { metadata: { name: 'held', finalizers: ['ex.io/hold'] } }),
    )
    await own.api.delete(one)
    await clock.advance(60_000)
    expect((await conditions()).at(-1)).toBe('Terminating=True InstanceDeletionInProgress')
    expect((await own.api.merge(`${gadgets}/held`, { metadata: { finalizers: null } })).status).toBe(200)
    await clock.advance(1000)
    expect((await own.api.get(one)).status).toBe(404)
  })

  it('that is changed ends the watches of its resources', async () => {
    await own.define(size)
    const watch = await own.api.watch(`${gadgets}?resourceVersion=0`)
    await own.api.jsonPatch(one, [{ op: 'add', path: '/spec/versions/-', value: version('v2') }])
    expect(await watch.rest()).toEqual([])
    const again = await own.api.watch(`${gadgets}?resourceVersion=0`)
    await own.api.merge(one, { metadata: { labels: { a: 'b' } } })
    await own.create({ size: 1 })
    expect(await again.take(1)).toEqual([expect.stringMatching(/^ADDED g@/)])
    await again.stop()
  })

  it('survives a restart of the server together with its resources', async () => {
    await own.define(size)
    await own.create({ size: 1 })
    const copy = new ApiServer({ clock })
    await copy.restore(server.snapshot())
    const other = new Gadgets(copy, clock)
    expect((await other.api.get(`${gadgets}/g`)).body).toMatchObject({ spec: { size: 1 } })
    await copy.close()
  })
})

describe('several versions', () => {
  it('show one object, each with its own fields and defaults', async () => {
    const properties = { spec: { type: 'object', properties: { color: { type: 'string', default: 'red' } } } }
    const second = { ...version('v2'), schema: { openAPIV3Schema: { type: 'object', properties } } }
    await own.define({}, {}, { versions: [version('v1', true), second] })
    await own.create({ size: 1 })
    const v2 = await own.api.get(gadgets.replace('/v1/', '/v2/') + '/g')
    expect(v2.body).toMatchObject({ apiVersion: 'ex.io/v2', spec: { color: 'red' } })
    expect(v2.body.spec).toEqual({ color: 'red' })
    expect((await own.api.get(`${gadgets}/g`)).body.spec).toEqual({ size: 1 })
  })

  it('that are deprecated warn every request', async () => {
    const old = { ...version('v1beta1'), deprecated: true }
    await own.define({}, {}, { versions: [version('v1', true), old] })
    const { headers } = await own.api.get('/apis/ex.io/v1beta1/gadgets')
    expect(headers['warning']).toEqual(['299 - "ex.io/v1beta1 Gadget is deprecated; use ex.io/v1 Gadget"'])
    expect((await own.api.get('/apis/ex.io/v1/gadgets')).headers['warning']).toBeUndefined()
  })

  it('that are not served are not there, nor is a group without any', async () => {
    await own.define({}, {}, { versions: [{ ...version('v1', true), served: false }] })
    expect(await own.api.get(gadgets)).toMatchObject({ status: 404, text: '404 page not found\n' })
    expect((await own.api.get('/apis/ex.io')).status).toBe(404)
  })
})

describe('a warning', () => {
  it('names a finalizer that others may have as well', async () => {
    await own.define(size)
    const finalizers = ['hold', 'ex.io', 'ex.io/hold']
    const { headers } = await own.api.post(gadgets, gadget('g', {}, { metadata: { name: 'g', finalizers } }))
    expect(headers['warning']).toEqual([
      '299 - "metadata.finalizers: \\"ex.io\\": prefer a domain-qualified finalizer name including a path (/) to avoid accidental conflicts with other finalizer writers"',
      '299 - "metadata.finalizers: \\"hold\\": prefer a domain-qualified finalizer name to avoid accidental conflicts with other finalizer writers"',
    ])
    expect((await own.api.merge(`${gadgets}/g`, { spec: { size: 1 } })).headers['warning']).toBeUndefined()
  })

  it('names a webhook that nobody calls', async () => {
    const webhook = { clientConfig: { url: 'https://example.com' }, conversionReviewVersions: ['v1'] }
    const { headers } = await own.define(size, {}, { conversion: { strategy: 'Webhook', webhook } })
    expect(headers['warning']).toEqual([
      '299 - "spec.conversion: webhooks are not called by this API server: versions differ in apiVersion alone"',
    ])
  })
})

describe('a cluster-scoped custom resource', () => {
  it('has no namespace in its path', async () => {
    await own.define(size, {}, { scope: 'Cluster' })
    expect((await own.api.post('/apis/ex.io/v1/gadgets', gadget('g', { size: 1 }))).status).toBe(201)
    expect((await own.api.get('/apis/ex.io/v1/gadgets/g')).body.metadata).not.toHaveProperty('namespace')
    expect((await own.api.get(gadgets)).status).toBe(404)
  })
})

describe('a namespace', () => {
  it('is emptied of custom resources when it is deleted', async () => {
    await own.define(size)
    await own.api.post('/api/v1/namespaces', { metadata: { name: 'gone' } })
    await own.api.post(gadgets.replace('/default/', '/gone/'), gadget('g', {}))
    await own.api.delete('/api/v1/namespaces/gone')
    await clock.advance(1000)
    expect((await own.api.get('/apis/ex.io/v1/gadgets')).body.items).toEqual([])
    expect((await own.api.get('/api/v1/namespaces/gone')).status).toBe(404)
  })
})
