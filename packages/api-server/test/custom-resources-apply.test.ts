import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { fields, gadgets, Gadgets } from './support/definitions.ts'

let server: ApiServer
let own: Gadgets

beforeEach(() => {
  const clock = new TestClock()
  server = new ApiServer({ clock })
  own = new Gadgets(server, clock)
})
afterEach(async () => server.close())

const integer = { type: 'integer' }
const string = { type: 'string' }
const keyed = (properties: object, keys: readonly string[]) => ({
  type: 'array',
  items: { type: 'object', required: keys.slice(0, 1), properties },
  'x-kubernetes-list-type': 'map',
  'x-kubernetes-list-map-keys': keys,
})
const schema = fields({
  n: integer,
  set: { type: 'array', items: string, 'x-kubernetes-list-type': 'set' },
  list: { type: 'array', items: string },
  parts: keyed({ id: string, v: integer }, ['id']),
  ports: keyed({ port: integer, protocol: { type: 'string', default: 'UDP' }, name: string }, [
    'port',
    'protocol',
  ]),
  atomic: { type: 'object', 'x-kubernetes-map-type': 'atomic', additionalProperties: string },
  free: { 'x-kubernetes-preserve-unknown-fields': true },
  replicas: integer,
})
const apply = async (manager: string, spec: object, force = false) =>
  own.api.apply(`${gadgets}/g?fieldManager=${manager}${force ? '&force=true' : ''}`, {
    apiVersion: 'ex.io/v1',
    kind: 'Gadget',
    metadata: { name: 'g' },
    spec,
  })
const owned = async () => {
  const { body } = await own.api.get(`${gadgets}/g`)
  return Object.fromEntries(
    (body.metadata?.managedFields ?? []).map((each) => [each.manager ?? '', each.fieldsV1]),
  )
}

describe('server-side apply of a custom resource', () => {
  beforeEach(async () => own.define(schema))

  it('merges lists with keys item by item, sets value by value, and nothing else', async () => {
    await apply('a', { parts: [{ id: 'x', v: 1 }], set: ['a'], list: ['a'] })
    const { body } = await apply('b', { parts: [{ id: 'y' }], set: ['b'] })
    expect(body.spec).toEqual({ parts: [{ id: 'x', v: 1 }, { id: 'y' }], set: ['a', 'b'], list: ['a'] })
    const conflict = await apply('b', { list: ['b'] })
    expect(conflict).toMatchObject({ status: 409, body: { details: { causes: [{ field: '.spec.list' }] } } })
  })

  it('takes out what its manager no longer says', async () => {
    await apply('a', { parts: [{ id: 'x' }], n: 1 })
    await apply('b', { parts: [{ id: 'y' }] })
    expect((await apply('a', { parts: [] })).body.spec).toEqual({ parts: [{ id: 'y' }] })
  })

  it('knows items by keys that have defaults', async () => {
    await apply('a', { ports: [{ port: 1, name: 'one' }] })
    const { body } = await apply('b', { ports: [{ port: 1, protocol: 'TCP' }] })
    expect(body.spec).toEqual({
      ports: [
        { port: 1, protocol: 'UDP', name: 'one' },
        { port: 1, protocol: 'TCP' },
      ],
    })
    expect(await owned()).toMatchObject({
      a: { 'f:spec': { 'f:ports': { 'k:{"port":1,"protocol":"UDP"}': {} } } },
    })
  })

  it('owns an atomic map as one value, and an unknown one field by field', async () => {
    await apply('a', { atomic: { x: '1' }, free: { x: { y: 1 } } })
    expect(await owned()).toEqual({
      a: { 'f:spec': { 'f:atomic': {}, 'f:free': { 'f:x': { '.': {}, 'f:y': {} } } } },
    })
    expect((await apply('b', { atomic: { z: '1' } })).status).toBe(409)
  })

  it('costs nothing when it changes nothing', async () => {
    await apply('a', { n: 1, parts: [{ id: 'x' }] })
    const before = server.resourceVersion
    await apply('a', { n: 1, parts: [{ id: 'x' }] })
    expect(server.resourceVersion).toBe(before)
  })

  it('says where a value is of another type', async () => {
    const { status, body } = await apply('a', { n: 'x' })
    expect(status).toBe(500)
    expect(body.message).toBe(
      'failed to create typed patch object (/g; ex.io/v1, Kind=Gadget): .spec.n: expected numeric (int or float), got string',
    )
  })
})

describe('generation', () => {
  it('counts changes of anything but metadata where status is no subresource', async () => {
    await own.define(schema)
    await own.create({ n: 1 })
    const generation = async (patch: object) =>
      (await own.api.merge(`${gadgets}/g`, patch)).body.metadata?.generation
    expect(await generation({ metadata: { labels: { a: 'b' } } })).toBe(1)
    expect(await generation({ status: { x: 1 } })).toBe(2)
    expect(await generation({ spec: { n: 2 } })).toBe(3)
  })

  it('counts changes of the spec alone where it is', async () => {
    await own.define(schema, { subresources: { status: {} } })
    await own.create({ n: 1 })
    const status = await own.api.merge(`${gadgets}/g/status`, { status: { x: 1 }, spec: { n: 9 } })
    expect(status.body).toMatchObject({ metadata: { generation: 1 }, spec: { n: 1 }, status: { x: 1 } })
    const gone = await own.api.merge(`${gadgets}/g/status`, { status: null })
    expect(gone.body).not.toHaveProperty('status')
    const main = await own.api.merge(`${gadgets}/g`, { spec: { n: 2 }, status: { x: 2 } })
    expect(main.body).toMatchObject({ metadata: { generation: 2 }, spec: { n: 2 } })
    expect(main.body).not.toHaveProperty('status')
  })
})

describe('the scale of a custom resource', () => {
  const scale = { specReplicasPath: '.spec.replicas', statusReplicasPath: '.status.n' }
  beforeEach(async () => own.define(schema, { subresources: { status: {}, scale } }))

  it('is wherever its definition says', async () => {
    await own.create({ replicas: 2 })
    await own.api.merge(`${gadgets}/g/status`, { status: { n: 1 } })
    const { body } = await own.api.get(`${gadgets}/g/scale`)
    expect(body).toMatchObject({ kind: 'Scale', spec: { replicas: 2 }, status: { replicas: 1 } })
    const put = await own.api.put(`${gadgets}/g/scale`, { ...body, spec: { replicas: 3 } })
    expect(put.body.spec).toEqual({ replicas: 3 })
    expect((await own.api.get(`${gadgets}/g`)).body).toMatchObject({
      spec: { replicas: 3 },
      metadata: { generation: 2 },
    })
    const stale = await own.api.put(`${gadgets}/g/scale`, { ...body, spec: { replicas: 4 } })
    expect(stale.status).toBe(409)
  })

  it('is never negative', async () => {
    await own.create({ replicas: 2 })
    const { status, body } = await own.api.merge(`${gadgets}/g/scale`, { spec: { replicas: -1 } })
    expect(status).toBe(422)
    expect(body.details?.causes).toMatchObject([
      { message: 'Invalid value: -1: should be a non-negative integer' },
    ])
  })

  it('owned by who scales, is taken over by an apply only by force', async () => {
    await apply('a', { replicas: 2 })
    const config = { apiVersion: 'autoscaling/v1', kind: 'Scale', spec: { replicas: 5 } }
    const path = `${gadgets}/g/scale?fieldManager=b`
    expect((await own.api.apply(path, config)).status).toBe(409)
    expect((await own.api.apply(`${path}&force=true`, config)).body.spec).toEqual({ replicas: 5 })
    expect(await owned()).toMatchObject({ b: { 'f:spec': { 'f:replicas': {} } } })
  })
})

describe('a table of custom resources', () => {
  it('has a column for each path', async () => {
    const columns = [
      ['N', 'integer', '.spec.n'],
      ['First', 'string', '.spec.parts[0].id'],
      ['Y', 'integer', '.spec.parts[?(@.id=="y")].v'],
      ['Parts', 'string', '.spec.parts'],
      ['Dotted', 'string', ".spec.atomic['a.b']"],
      ['Last', 'string', '.spec.set[-1]'],
      ['Each', 'string', '.spec.parts[*].id'],
      ['Missing', 'string', '.spec.free.a.b'],
      ['Age', 'date', '.metadata.creationTimestamp'],
    ].map(([name, type, jsonPath]) => ({ name, type, jsonPath }))
    await own.define(schema, { additionalPrinterColumns: columns })
    await own.create({
      n: 1,
      parts: [{ id: 'x' }, { id: 'y', v: 2 }],
      atomic: { 'a.b': 'c' },
      set: ['p', 'q'],
    })
    const { body } = await own.api.get(gadgets, { accept: 'application/json;as=Table;v=v1;g=meta.k8s.io' })
    expect(body.columnDefinitions?.map(({ name }) => name)).toEqual([
      'Name',
      ...columns.map(({ name }) => name),
    ])
    expect(body.rows?.[0]?.cells).toEqual([
      'g',
      1,
      'x',
      2,
      '[{"id":"x"},{"id":"y","v":2}]',
      'c',
      'q',
      'x',
      null,
      '0s',
    ])
  })
})

describe('a field selector', () => {
  it('finds custom resources by selectable fields', async () => {
    await own.define(schema, { selectableFields: [{ jsonPath: '.spec.n' }] })
    for (const n of [1, 2, 2]) await own.create({ n }, `g${(await own.api.get(gadgets)).body.items.length}`)
    const { body } = await own.api.get(`${gadgets}?fieldSelector=spec.n%3D2`)
    expect(body.items.map(({ metadata }) => metadata?.name)).toEqual(['g1', 'g2'])
    const watch = await own.api.watch(
      `${gadgets}?fieldSelector=spec.n%3D2&resourceVersion=${server.resourceVersion}`,
    )
    await own.api.merge(`${gadgets}/g1`, { spec: { n: 3 } })
    expect((await watch.next())?.type).toBe('DELETED')
    await watch.stop()
  })
})

describe('patches of a custom resource', () => {
  beforeEach(async () => {
    await own.define(schema)
    await own.create({ n: 1 })
  })

  it('are no strategic merge patches', async () => {
    expect((await own.api.strategic(`${gadgets}/g`, { spec: { n: 2 } })).status).toBe(415)
  })

  it('do not change its kind', async () => {
    const { status, body } = await own.api.merge(`${gadgets}/g`, { kind: 'Other' })
    expect(status).toBe(422)
    expect(body.details?.causes).toMatchObject([
      { field: 'kind', message: 'Invalid value: "Other": must be Gadget' },
    ])
  })
})
