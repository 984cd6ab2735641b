import { structuralSchemaOf } from '@rxkube/controller'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Verdicts, type SchemaRow } from './custom-resource/verdicts.ts'

const integer = { type: 'integer', format: 'int64' }
const text = { type: 'string' }

const shape = z.discriminatedUnion('type', [
  z.object({ type: z.literal('circle'), radius: z.int() }),
  z.strictObject({ type: z.literal('square'), side: z.int().min(1) }),
])

const rows: Record<string, SchemaRow> = {
  object: {
    schema: z.object({ a: z.string(), b: z.int().optional(), c: z.int().exactOptional() }),
    structural: { type: 'object', properties: { a: text, b: integer, c: integer }, required: ['a'] },
    good: [{ a: 'x' }, { a: 'x', b: 1, c: 2 }],
    bad: [{}, { a: 1 }, { a: 'x', b: 'y' }, 'x', []],
  },
  'object of which nothing is required': {
    schema: z.object({ a: z.string() }).partial(),
    structural: { type: 'object', properties: { a: text } },
    good: [{}, { a: 'x' }],
    bad: [{ a: 1 }],
  },
  'object that is open': {
    schema: z.looseObject({ a: z.string() }),
    structural: {
      type: 'object',
      properties: { a: text },
      required: ['a'],
      'x-kubernetes-preserve-unknown-fields': true,
    },
    good: [{ a: 'x', more: { of: 'it' } }],
    bad: [{ more: 1 }],
  },
  'object with a catchall alone': {
    schema: z.object({}).catchall(z.int()),
    structural: { type: 'object', additionalProperties: integer },
    good: [{ a: 1 }],
    bad: [{ a: 'x' }],
  },
  'fields that no object of JavaScript should have': {
    schema: z.object(Object.fromEntries([['constructor', z.string()]])),
    structural: { type: 'object', properties: { constructor: text }, required: ['constructor'] },
    good: [{ constructor: 'x' }],
    bad: [{ constructor: 1 }],
  },
  array: {
    schema: z.array(z.int()).min(1).max(2),
    structural: { type: 'array', items: integer, minItems: 1, maxItems: 2 },
    good: [[1], [1, 2]],
    bad: [[], [1, 2, 3], ['x'], {}],
  },
  'array of one length': {
    schema: z.array(z.string()).length(2),
    structural: { type: 'array', items: text, minItems: 2, maxItems: 2 },
    good: [['a', 'b']],
    bad: [['a']],
  },
  record: {
    schema: z.record(z.string(), z.int()),
    structural: { type: 'object', additionalProperties: integer },
    good: [{}, { a: 1, 'b/c': 2 }],
    bad: [{ a: 'x' }],
  },
  'record whose keys CEL restricts': {
    schema: z
      .record(z.string().max(2), z.int())
      .meta({ 'x-kubernetes-validations': [{ rule: 'self.all(key, size(key) <= 2)' }] }),
    structural: {
      type: 'object',
      additionalProperties: integer,
      'x-kubernetes-validations': [{ rule: 'self.all(key, size(key) <= 2)' }],
    },
    good: [{ ab: 1 }],
    bad: [{ abc: 1 }],
  },
  'record of known keys': {
    schema: z.record(z.enum(['a', 'b']), z.int()),
    structural: { type: 'object', properties: { a: integer, b: integer }, required: ['a', 'b'] },
    good: [{ a: 1, b: 2 }],
    bad: [{ a: 1 }, { a: 1, b: 'x' }],
  },
  'record of some of the known keys': {
    schema: z.partialRecord(z.literal(['a', 'b']), z.int()),
    structural: { type: 'object', properties: { a: integer, b: integer } },
    good: [{}, { a: 1 }],
    bad: [{ a: 'x' }],
  },
  'variants told apart by a field': {
    schema: shape,
    structural: {
      type: 'object',
      properties: {
        type: { type: 'string', enum: ['circle', 'square'] },
        radius: integer,
        side: { ...integer, minimum: 1 },
      },
      required: ['type'],
      oneOf: [
        { properties: { type: { enum: ['circle'] } }, required: ['type', 'radius'] },
        {
          properties: { type: { enum: ['square'] } },
          required: ['type', 'side'],
          not: { anyOf: [{ required: ['radius'] }] },
        },
      ],
    },
    good: [
      { type: 'circle', radius: 1 },
      { type: 'square', side: 2 },
    ],
    bad: [
      { type: 'circle', side: 1 },
      { type: 'square', side: 0 },
      { type: 'square', side: 1, radius: 1 },
      { type: 'star' },
      { radius: 1 },
    ],
  },
  'variants of which one fits': {
    schema: z.union([z.object({ name: z.string().max(3) }), z.object({ name: z.string(), uid: z.string() })]),
    structural: {
      type: 'object',
      properties: { name: text, uid: text },
      required: ['name'],
      anyOf: [
        { properties: { name: { maxLength: 3 } }, required: ['name'] },
        { properties: { name: {} }, required: ['name', 'uid'] },
      ],
    },
    good: [{ name: 'abc' }, { name: 'abcd', uid: 'u' }],
    bad: [{ name: 'abcd' }, { uid: 'u' }],
  },
  'object or null': {
    schema: z.union([z.object({ a: z.int() }), z.null()]),
    structural: { type: 'object', properties: { a: integer }, required: ['a'], nullable: true },
    good: [null, { a: 1 }],
    bad: [{}],
  },
  intersection: {
    schema: z.object({ a: z.int() }).and(z.object({ a: z.int(), b: z.string().optional() })),
    structural: { type: 'object', properties: { a: integer, b: text }, required: ['a'] },
    good: [{ a: 1 }, { a: 1, b: 'x' }],
    bad: [{ b: 'x' }],
  },
  'intersection with variants': {
    schema: z.object({ name: z.string() }).and(shape),
    structural: expect.objectContaining({
      required: ['name', 'type'],
      allOf: [{ oneOf: expect.any(Array) }],
    }),
    good: [{ name: 'x', type: 'circle', radius: 1 }],
    bad: [
      { name: 'x', type: 'circle' },
      { type: 'circle', radius: 1 },
    ],
  },
  'default, prefault and readonly': {
    schema: z.object({
      a: z.int().default(3),
      b: z.object({ c: z.array(z.string()).default(['x']) }).prefault({}),
      d: z.string().readonly(),
    }),
    structural: {
      type: 'object',
      properties: {
        a: { ...integer, default: 3 },
        b: {
          type: 'object',
          properties: { c: { type: 'array', items: text, default: ['x'] } },
          default: {},
        },
        d: text,
      },
      required: ['d'],
    },
    good: [{ d: 'x' }],
    bad: [{}, { d: 'x', a: 'y' }],
  },
  'optional that has to be there after all': {
    schema: z.object({ a: z.int().optional().nonoptional() }),
    structural: { type: 'object', properties: { a: integer }, required: ['a'] },
    good: [{ a: 1 }],
    bad: [{}],
  },
  lazy: {
    schema: z.lazy(() => z.object({ a: z.int() })),
    structural: { type: 'object', properties: { a: integer }, required: ['a'] },
    good: [{ a: 1 }],
    bad: [{}],
  },
  'rules in CEL beside a refinement': {
    schema: z
      .object({ min: z.int(), max: z.int() })
      .refine(({ min, max }) => min <= max)
      .meta({ 'x-kubernetes-validations': [{ rule: 'self.min <= self.max', message: 'max is below min' }] }),
    structural: {
      type: 'object',
      properties: { min: integer, max: integer },
      required: ['min', 'max'],
      'x-kubernetes-validations': [{ rule: 'self.min <= self.max', message: 'max is below min' }],
    },
    good: [{ min: 1, max: 2 }],
    bad: [{ min: 2, max: 1 }],
  },
  'a list by keys': {
    schema: z
      .array(z.object({ name: z.string(), size: z.int() }))
      .meta({ 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['name'] }),
    structural: {
      type: 'array',
      items: { type: 'object', properties: { name: text, size: integer }, required: ['name', 'size'] },
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['name'],
    },
    good: [[{ name: 'a', size: 1 }]],
    bad: [[{ name: 'a' }]],
  },
  'a schema given whole': {
    schema: z
      .custom<string>((value) => typeof value === 'string' && value.length < 3)
      .meta({ openAPIV3Schema: { type: 'string', maxLength: 2 }, description: 'Short.' }),
    structural: { type: 'string', maxLength: 2, description: 'Short.' },
    good: ['ab'],
    bad: ['abc', 1],
  },
  'words for people': {
    schema: z
      .object({ a: z.string().describe('What it is.').optional() })
      .meta({ title: 'A', id: 'ignored' }),
    structural: { type: 'object', title: 'A', properties: { a: { ...text, description: 'What it is.' } } },
    good: [{}],
    bad: [],
  },
}

describe('schemas of objects, lists and unions', () => {
  const verdicts = new Verdicts()
  afterAll(() => verdicts[Symbol.asyncDispose]())

  it.each(Object.entries(rows))('%s becomes what a server has for it', (_, { schema, structural }) => {
    expect(structuralSchemaOf(schema)).toEqual(structural)
  })

  it.each(Object.entries(rows))(
    '%s: a server takes what zod takes, and refuses what zod refuses',
    async (_, row) => {
      const values = [...row.good, ...row.bad]
      const expected = [...row.good.map(() => true), ...row.bad.map(() => false)]
      expect(values.map((value) => row.schema.safeParse(value).success)).toEqual(expected)
      expect(await verdicts.of(row.schema, values)).toEqual(expected)
    },
  )

  it('a schema that stands in several places is written out in each', () => {
    const port = z.int().min(1).describe('A port.')
    const schema = structuralSchemaOf(z.object({ from: port, to: port.max(9) }))
    const { from, to } = schema.properties ?? {}
    expect(from).toEqual({ ...integer, minimum: 1, description: 'A port.' })
    expect(to).toEqual({ ...from, maximum: 9 })
  })
})
