import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { definitions, fields, gadget, gadgets, Gadgets } from './support/definitions.ts'

let server: ApiServer
let own: Gadgets

beforeEach(() => {
  const clock = new TestClock()
  server = new ApiServer({ clock })
  own = new Gadgets(server, clock)
})
afterEach(async () => server.close())

const stored = async (spec: unknown) => (await own.dry(spec)).body.spec
const string = { type: 'string' }
const integer = { type: 'integer' }

describe('pruning', () => {
  it('drops what the schema does not know, and warns of it', async () => {
    await own.define(
      fields({ list: { type: 'array', items: { type: 'object', ...fields({ a: integer }) } } }),
    )
    const { body, headers } = await own.create({ list: [{ a: 1, b: { c: 1 } }], x: 1 })
    expect(body.spec).toEqual({ list: [{ a: 1 }] })
    expect(headers['warning']).toEqual([
      '299 - "unknown field \\"spec.list[0].b\\""',
      '299 - "unknown field \\"spec.x\\""',
    ])
  })

  it('keeps what a preserving object has, but not what a known field of it has too much', async () => {
    const known = { type: 'object', ...fields({ a: integer }) }
    await own.define({ 'x-kubernetes-preserve-unknown-fields': true, ...fields({ known }) })
    expect(await stored({ free: { x: [1] }, known: { a: 1, b: 2 } })).toEqual({
      free: { x: [1] },
      known: { a: 1 },
    })
  })

  it('keeps every key of a map', async () => {
    await own.define(fields({ map: { type: 'object', additionalProperties: integer } }))
    expect(await stored({ map: { a: 1, b: 2 } })).toEqual({ map: { a: 1, b: 2 } })
  })

  it('leaves type and metadata of an embedded resource, whose metadata is pruned as any', async () => {
    const embedded = { type: 'object', 'x-kubernetes-embedded-resource': true, ...fields({ a: integer }) }
    await own.define(fields({ embedded }))
    const resource = { apiVersion: 'v1', kind: 'X', metadata: { name: 'n', bogus: 1 }, a: 1, b: 1 }
    expect(await stored({ embedded: resource })).toEqual({
      embedded: { apiVersion: 'v1', kind: 'X', metadata: { name: 'n', creationTimestamp: null }, a: 1 },
    })
    expect(await own.problems({ embedded: { a: 1 } })).toEqual([
      'spec.embedded.apiVersion: Required value',
      'spec.embedded.kind: Required value',
    ])
  })

  it('refuses unknown and duplicate fields from who is strict', async () => {
    await own.define(fields({ a: integer }))
    const text = JSON.stringify(gadget('g', { a: 1, b: 1 })).replace('"a":1', '"a":1,"a":1')
    const { status, body } = await own.api.post(`${gadgets}?fieldValidation=Strict`, text)
    expect(status).toBe(400)
    expect(body.message).toContain('strict decoding error: duplicate field "spec.a", unknown field "spec.b"')
  })
})

describe('defaults', () => {
  it('fill in what is absent, at any depth', async () => {
    const inner = { type: 'object', default: {}, ...fields({ a: { type: 'integer', default: 1 } }) }
    const list = {
      type: 'array',
      items: { type: 'object', ...fields({ b: { type: 'string', default: 'x' } }) },
    }
    await own.define(fields({ inner, list }))
    expect(await stored({ list: [{}] })).toEqual({ inner: { a: 1 }, list: [{ b: 'x' }] })
  })

  it('are there when an object is read that was stored before there was one', async () => {
    await own.define(fields({ a: integer }))
    await own.create({ a: 1 })
    const path = '/spec/versions/0/schema/openAPIV3Schema/properties/spec/properties/b'
    const change = [{ op: 'add', path, value: { type: 'string', default: 'late' } }]
    await own.api.jsonPatch(`${definitions}/gadgets.ex.io`, change)
    expect((await own.api.get(`${gadgets}/g`)).body.spec).toEqual({ a: 1, b: 'late' })
    expect((await own.api.get(gadgets)).body.items[0]?.spec).toEqual({ a: 1, b: 'late' })
    const before = server.resourceVersion
    await own.api.merge(`${gadgets}/g`, { spec: { a: 1 } })
    expect(server.resourceVersion).toBe(before)
  })

  it('take the place of null unless null is a value, and null without a default goes', async () => {
    await own.define(
      fields({
        plain: string,
        nullable: { type: 'string', nullable: true },
        defaulted: { type: 'string', default: 'd' },
        both: { type: 'string', nullable: true, default: 'd' },
      }),
    )
    const nulls = { plain: null, nullable: null, defaulted: null, both: null }
    expect(await stored(nulls)).toEqual({ nullable: null, defaulted: 'd', both: null })
  })
})

describe('validation', () => {
  const cases: readonly [name: string, schema: object, value: unknown, problems: readonly string[]][] = [
    [
      'a type',
      string,
      5,
      ['spec.v: Invalid value: "integer": spec.v in body must be of type string: "integer"'],
    ],
    [
      'a number where whole ones are wanted',
      integer,
      1.5,
      ['spec.v: Invalid value: "number": spec.v in body must be of type integer: "number"'],
    ],
    ['a whole number', { type: 'number' }, 5, []],
    [
      'the largest value',
      { type: 'integer', maximum: 9 },
      10,
      ['spec.v: Invalid value: 10: spec.v in body should be less than or equal to 9'],
    ],
    [
      'what is below the largest value',
      { type: 'integer', maximum: 9, exclusiveMaximum: true },
      9,
      ['spec.v: Invalid value: 9: spec.v in body should be less than 9'],
    ],
    [
      'the smallest value',
      { type: 'integer', minimum: 1 },
      0,
      ['spec.v: Invalid value: 0: spec.v in body should be greater than or equal to 1'],
    ],
    [
      'what is above the smallest value',
      { type: 'number', minimum: 1, exclusiveMinimum: true },
      1,
      ['spec.v: Invalid value: 1: spec.v in body should be greater than 1'],
    ],
    [
      'a multiple',
      { type: 'integer', multipleOf: 3 },
      4,
      ['spec.v: Invalid value: 4: spec.v in body should be a multiple of 3'],
    ],
    [
      'the length of a text',
      { type: 'string', maxLength: 2, pattern: '^b' },
      'aaa',
      ['spec.v: Too long: may not be more than 2 bytes'],
    ],
    ['the length of a text in characters', { type: 'string', maxLength: 2 }, '😀😀', []],
    [
      'a text that is too short',
      { type: 'string', minLength: 2 },
      'a',
      ['spec.v: Invalid value: "a": spec.v in body should be at least 2 chars long'],
    ],
    [
      'a pattern',
      { type: 'string', pattern: '^[a-z]+$' },
      'A',
      [`spec.v: Invalid value: "A": spec.v in body should match '^[a-z]+$'`],
    ],
    [
      'a format',
      { type: 'string', format: 'ipv4' },
      'x',
      ['spec.v: Invalid value: "x": spec.v in body must be of type ipv4: "x"'],
    ],
    ['a time', { type: 'string', format: 'date-time' }, '2026-01-01T00:00:00Z', []],
    ['a format that nobody knows', { type: 'string', format: 'nonsense' }, 'x', []],
    [
      'one of some values',
      { type: 'string', enum: ['a', 'b'] },
      'c',
      ['spec.v: Unsupported value: "c": supported values: "a", "b"'],
    ],
    [
      'how many items there are',
      { type: 'array', items: integer, maxItems: 1 },
      [1, 2],
      ['spec.v: Too many: 2: must have at most 1 items'],
    ],
    [
      'that there are items',
      { type: 'array', items: integer, minItems: 1 },
      [],
      ['spec.v: Invalid value: 0: spec.v in body should have at least 1 items'],
    ],
    [
      'items',
      { type: 'array', items: integer },
      [1, 'x'],
      ['spec.v[1]: Invalid value: "string": spec.v[1] in body must be of type integer: "string"'],
    ],
    [
      'how many properties there are',
      { type: 'object', additionalProperties: integer, maxProperties: 1 },
      { a: 1, b: 2 },
      ['spec.v: Too many: 2: must have at most 1 items'],
    ],
    [
      'the values of a map',
      { type: 'object', additionalProperties: integer },
      { a: 'x' },
      ['spec.v.a: Invalid value: "string": spec.v.a in body must be of type integer: "string"'],
    ],
    [
      'what is required',
      { type: 'object', required: ['a'], ...fields({ a: integer }) },
      {},
      ['spec.v.a: Required value'],
    ],
    [
      'a number or a text',
      { 'x-kubernetes-int-or-string': true },
      true,
      ['spec.v: Invalid value: "boolean": spec.v in body must be of type integer,string: "boolean"'],
    ],
    ['a text as a number or a text', { 'x-kubernetes-int-or-string': true }, '5%', []],
    [
      'not',
      { type: 'integer', not: { minimum: 5 } },
      6,
      ['<nil>: Invalid value: "": "spec.v" must not validate the schema (not)'],
    ],
    [
      'any of several',
      { type: 'integer', anyOf: [{ minimum: 5 }, { maximum: 1 }] },
      3,
      [
        '<nil>: Invalid value: "": "spec.v" must validate at least one schema (anyOf)',
        'spec.v: Invalid value: 3: spec.v in body should be greater than or equal to 5',
      ],
    ],
    [
      'one of several',
      { type: 'integer', oneOf: [{ minimum: 1 }, { maximum: 9 }] },
      5,
      [
        '<nil>: Invalid value: "": "spec.v" must validate one and only one schema (oneOf). Found 2 valid alternatives',
      ],
    ],
    [
      'all of several',
      { type: 'integer', allOf: [{ minimum: 5 }, { maximum: 9 }] },
      3,
      [
        'spec.v: Invalid value: 3: spec.v in body should be greater than or equal to 5',
        '<nil>: Invalid value: "": "spec.v" must validate all the schemas (allOf)',
      ],
    ],
    [
      'a set',
      { type: 'array', items: string, 'x-kubernetes-list-type': 'set' },
      ['a', 'b', 'a', 'a'],
      ['spec.v[2]: Duplicate value: "a"'],
    ],
  ]
  it.each(cases)('of %s', async (_name, schema, value, problems) => {
    expect(await own.define(fields({ v: schema }))).toMatchObject({ status: 201 })
    expect(await own.problems({ v: value })).toEqual(problems)
  })

  it('of lists with keys, of which each stands once', async () => {
    const items = {
      type: 'object',
      required: ['id'],
      ...fields({ id: string, n: { type: 'integer', default: 1 } }),
    }
    const list = {
      type: 'array',
      items,
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['id', 'n'],
    }
    await own.define(fields({ list }))
    expect(await own.problems({ list: [{ id: 'a' }, { id: 'a', n: 2 }] })).toEqual([])
    expect(await own.problems({ list: [{ id: 'a' }, { id: 'a', n: 1 }] })).toEqual([
      'spec.list[1]: Duplicate value: map[string]interface {}{"id":"a", "n":1}',
    ])
  })

  it('leaves alone what was wrong before and did not change', async () => {
    await own.define(fields({ a: integer, b: integer }))
    await own.create({ a: 10, b: 1 })
    const path = '/spec/versions/0/schema/openAPIV3Schema/properties/spec/properties/a/maximum'
    await own.api.jsonPatch(`${definitions}/gadgets.ex.io`, [{ op: 'add', path, value: 5 }])
    expect((await own.api.merge(`${gadgets}/g`, { spec: { b: 2 } })).status).toBe(200)
    const changed = await own.api.merge(`${gadgets}/g`, { spec: { a: 11 } })
    expect(changed.body.details?.causes).toMatchObject([{ field: 'spec.a', reason: 'FieldValueInvalid' }])
  })
})

describe('of any value', () => {
  const schema = fields({
    a: { type: 'integer', default: 1 },
    m: {
      type: 'object',
      additionalProperties: { type: 'object', ...fields({ x: { type: 'string', default: 's' } }) },
    },
    l: {
      type: 'array',
      items: { type: 'object', ...fields({ y: { type: 'integer', nullable: true, default: 2 } }) },
    },
    free: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
  })
  const key = fc.constantFrom('a', 'm', 'l', 'x', 'y', 'free', '__proto__', 'constructor', 'z')
  const { spec } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, 1, 's', true),
      tie('spec'),
      fc.array(tie('value'), { maxLength: 3 }),
    ),
    spec: fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  }))

  it('pruning and defaulting once is pruning and defaulting twice', async () => {
    await own.define(schema)
    await fc.assert(
      fc.asyncProperty(spec, async (given) => {
        const first = await own.dry(given)
        if (first.status !== 201) return
        const second = await own.dry(first.body.spec)
        expect(JSON.stringify(second.body.spec)).toBe(JSON.stringify(first.body.spec))
      }),
      { numRuns: 300 },
    )
  })
})
