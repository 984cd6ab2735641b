import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { definition, definitions, fields, gadget, gadgets, Gadgets } from './support/definitions.ts'

let server: ApiServer
let own: Gadgets

beforeEach(() => {
  const clock = new TestClock()
  server = new ApiServer({ clock })
  own = new Gadgets(server, clock)
})
afterEach(async () => server.close())

const nested = (depth: number, leaf: string, open: string, close: string) =>
  `${open.repeat(depth)}${leaf}${close.repeat(depth)}`

describe('hostile schemas and objects', () => {
  it('have keys like __proto__ that are keys like any other', async () => {
    const text = JSON.stringify(definition(fields({ XX: { type: 'integer', default: 1 } }))).replaceAll(
      'XX',
      '__proto__',
    )
    expect((await own.api.post(definitions, text)).status).toBe(201)
    const created = await own.api.post(gadgets, JSON.stringify(gadget('g', {})))
    expect(created.text).toContain('"spec":{"__proto__":1}')
    const other = await own.api.post(
      gadgets,
      '{"apiVersion":"ex.io/v1","kind":"Gadget","metadata":{"name":"h"},"spec":{"__proto__":{"polluted":true}}}',
    )
    expect(other.status).toBe(422)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect((await own.api.get('/healthz')).text).toBe('ok')
  })

  it('that nest deeply are refused or read, and never break the server', async () => {
    for (const depth of [150, 900, 20_000]) {
      const schema = nested(depth, '{"type":"string"}', '{"type":"object","properties":{"a":', '}}')
      const body = JSON.stringify(definition({})).replace(
        '"properties":{"spec":{"type":"object"}',
        `"properties":{"spec":${schema}`,
      )
      const { status } = await own.api.post(definitions, body)
      expect(status).toBe(depth < 400 ? 201 : 400)
      expect((await own.api.get('/healthz')).text).toBe('ok')
    }
    const value = nested(400, '1', '{"a":', '}')
    const text = JSON.stringify(gadget('g', 0)).replace('"spec":0', `"spec":${value}`)
    expect([201, 422]).toContain((await own.api.post(gadgets, text)).status)
  })

  it('that patches make deeper and deeper are refused at some depth', async () => {
    await own.define(fields({ free: { 'x-kubernetes-preserve-unknown-fields': true } }))
    await own.create({ free: 0 })
    const deep = JSON.parse(nested(800, '0', '{"a":', '}')) as unknown
    const first = await own.api.merge(`${gadgets}/g`, { spec: { free: deep } })
    expect(first.status).toBe(200)
    const path = `/spec/free${'/a'.repeat(800)}`
    const second = await own.api.jsonPatch(`${gadgets}/g`, [{ op: 'replace', path, value: deep }])
    expect(second.status).toBe(400)
    expect((await own.api.get(`${gadgets}/g`)).status).toBe(200)
  })

  it('with many fields cost as many steps', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 5000 }, (_none, at) => [`f${at}`, { type: 'integer', default: at }]),
    )
    expect((await own.define(fields(many))).status).toBe(201)
    const { body } = await own.create({})
    expect(Object.keys(body.spec as object)).toHaveLength(5000)
  })

  it('of the wrong form are a 400 or a 422, whatever they are', async () => {
    for (const spec of [
      null,
      1,
      'x',
      [],
      { versions: 1 },
      { versions: [null] },
      { names: [] },
      { versions: [{ schema: 1 }] },
    ]) {
      const { status } = await own.api.post(definitions, { ...definition({}), spec })
      expect([400, 422]).toContain(status)
    }
    for (const schema of [
      null,
      [],
      { properties: [] },
      { properties: { a: null } },
      { items: [] },
      { required: [1] },
    ]) {
      const { status } = await own.define({}, { schema: { openAPIV3Schema: schema } })
      expect([400, 422]).toContain(status)
    }
    for (const items of [1, 'x', [], { properties: 1, type: 'object', items: 5 }]) {
      const { status } = await own.define(
        fields({ a: { type: 'array', items, 'x-kubernetes-list-type': 'map' } }),
      )
      expect([400, 422]).toContain(status)
    }
  })
})

describe('a body for a custom resource', () => {
  beforeEach(async () => own.define(fields({ a: { type: 'integer' } })))

  it('may be YAML', async () => {
    const text = 'apiVersion: ex.io/v1\nkind: Gadget\nmetadata:\n  name: yaml\nspec:\n  a: 1\n'
    const { status, body } = await own.api.post(gadgets, text, { 'content-type': 'application/yaml' })
    expect(status).toBe(201)
    expect(body.spec).toEqual({ a: 1 })
  })

  it('is no protobuf', async () => {
    const headers = { 'content-type': 'application/vnd.kubernetes.protobuf' }
    expect((await own.api.post(gadgets, 'k8s', headers)).status).toBe(415)
  })

  it('names its version', async () => {
    const other = await own.api.post(gadgets, { ...gadget('g', {}), apiVersion: 'ex.io/v2' })
    expect(other.body.message).toBe(
      'the API version in the data (ex.io/v2) does not match the expected API version (ex.io/v1)',
    )
    const none = await own.api.post(gadgets, { kind: 'Gadget', metadata: { name: 'g' } })
    expect(none.body.message).toContain("Object 'apiVersion' is missing in")
  })

  it('has metadata that can be read', async () => {
    expect((await own.api.post(gadgets, { ...gadget('g', {}), metadata: 'x' })).status).toBe(400)
    const labels = { ...gadget('g', {}), metadata: { name: 'g', labels: { a: 1 } } }
    expect((await own.api.post(gadgets, labels)).status).toBe(400)
    expect((await own.api.post(gadgets, gadget('Bad_Name', {}))).status).toBe(422)
  })
})
