import { structuralSchemaOf } from '@rxkube/controller'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Verdicts, type SchemaRow } from './custom-resource/verdicts.ts'

const texts: Record<string, SchemaRow> = {
  string: { schema: z.string(), structural: { type: 'string' }, good: ['', 'a'], bad: [1, true, {}, ['a']] },
  'lengths of a string': {
    schema: z.string().min(2).max(3),
    structural: { type: 'string', minLength: 2, maxLength: 3 },
    good: ['ab', 'abc'],
    bad: ['a', 'abcd'],
  },
  'one length': {
    schema: z.string().length(2),
    structural: { type: 'string', minLength: 2, maxLength: 2 },
    good: ['ab'],
    bad: ['a', 'abc'],
  },
  regex: {
    schema: z.string().regex(/^[a-z]+$/),
    structural: { type: 'string', pattern: '^[a-z]+$' },
    good: ['abc'],
    bad: ['', 'A', 'a1'],
  },
  'regex with flags': {
    schema: z.string().regex(/^caf\u00e9$/i),
    structural: { type: 'string', pattern: '(?i)^caf\\x{00e9}$' },
    good: ['café', 'CAFé'],
    bad: ['cafe', 'x'],
  },
  'several patterns': {
    schema: z.string().startsWith('a.').endsWith('z').includes('-'),
    structural: { type: 'string', allOf: [{ pattern: '^a\\..*' }, { pattern: '.*z$' }, { pattern: '-' }] },
    good: ['a.-z'],
    bad: ['a.z', 'a.-', 'a-z'],
  },
  'template literal': {
    schema: z.templateLiteral(['v', z.int()]),
    structural: { type: 'string', pattern: expect.stringMatching(/^\^v/) },
    good: ['v1', 'v20'],
    bad: ['1', 'vx'],
  },
  email: {
    schema: z.email(),
    structural: { type: 'string', format: 'email' },
    good: ['a@b.co'],
    bad: ['a', '@b'],
  },
  url: {
    schema: z.url(),
    structural: { type: 'string', format: 'uri' },
    good: ['https://a.b/c'],
    bad: ['a b'],
  },
  uuid: {
    schema: z.uuid(),
    structural: { type: 'string', format: 'uuid' },
    good: ['0d9b4f6e-8a3c-4e0e-9d1a-2f6d3c1b7a55'],
    bad: ['0d9b4f6e', ''],
  },
  'uuid of one version': {
    schema: z.uuidv4(),
    structural: { type: 'string', format: 'uuid', pattern: expect.stringContaining('-4[0-9a-fA-F]{3}-') },
    good: ['0d9b4f6e-8a3c-4e0e-9d1a-2f6d3c1b7a55'],
    bad: ['0d9b4f6e-8a3c-1e0e-9d1a-2f6d3c1b7a55'],
  },
  ipv4: {
    schema: z.ipv4(),
    structural: { type: 'string', format: 'ipv4' },
    good: ['10.0.0.1'],
    bad: ['10.0.0', '::1'],
  },
  ipv6: {
    schema: z.ipv6(),
    structural: { type: 'string', format: 'ipv6' },
    good: ['::1'],
    bad: ['10.0.0.1', 'x'],
  },
  cidr: {
    schema: z.cidrv4(),
    structural: { type: 'string', format: 'cidr', pattern: expect.any(String) },
    good: ['10.0.0.0/8'],
    bad: ['10.0.0.0', '10.0.0.0/64', '::/8'],
  },
  mac: {
    schema: z.mac(),
    structural: { type: 'string', format: 'mac' },
    good: ['00:1b:44:11:3a:b7'],
    bad: ['00:1b:44'],
  },
  hostname: {
    schema: z.hostname(),
    structural: { type: 'string', format: 'hostname' },
    good: ['a.example.com'],
    bad: ['-a', 'a_b'],
  },
  base64: {
    schema: z.base64(),
    structural: { type: 'string', format: 'byte' },
    good: ['aGk='],
    bad: ['?', 'aGk'],
  },
  base64url: {
    schema: z.base64url(),
    structural: { type: 'string', pattern: expect.any(String) },
    good: ['aGk_'],
    bad: ['a+b/'],
  },
  date: {
    schema: z.iso.date(),
    structural: { type: 'string', format: 'date' },
    good: ['2026-02-28'],
    bad: ['2026-02-30', 'today'],
  },
  'date and time': {
    schema: z.iso.datetime(),
    structural: { type: 'string', format: 'date-time' },
    good: ['2026-02-28T10:00:00Z'],
    bad: ['2026-02-28', '10:00'],
  },
  time: {
    schema: z.iso.time(),
    structural: { type: 'string', pattern: expect.any(String) },
    good: ['10:30:00'],
    bad: ['25:00:00', '10'],
  },
  ulid: {
    schema: z.ulid(),
    structural: { type: 'string', pattern: expect.any(String) },
    good: ['01ARZ3NDEKTSV4RRFFQ69G5FAV'],
    bad: ['01ARZ3'],
  },
  'a format of meta': {
    schema: z.string().meta({ format: 'duration' }),
    structural: { type: 'string', format: 'duration' },
    good: ['5m', '1h'],
    bad: [],
  },
}

const numbers: Record<string, SchemaRow> = {
  number: { schema: z.number(), structural: { type: 'number' }, good: [1, -1.5], bad: ['1', true] },
  int: { schema: z.int(), structural: { type: 'integer', format: 'int64' }, good: [0, -3], bad: [1.5, '1'] },
  'number().int()': {
    schema: z.number().int().positive(),
    structural: { type: 'integer', format: 'int64', minimum: 0, exclusiveMinimum: true },
    good: [1],
    bad: [0, 1.5],
  },
  int32: {
    schema: z.int32(),
    structural: { type: 'integer', format: 'int32', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
    good: [2 ** 31 - 1],
    bad: [2 ** 31],
  },
  float: { schema: z.float64(), structural: { type: 'number', format: 'double' }, good: [1.5], bad: ['1'] },
  bounds: {
    schema: z.number().min(1).max(3),
    structural: { type: 'number', minimum: 1, maximum: 3 },
    good: [1, 3],
    bad: [0.9, 3.1],
  },
  'bounds that are left out': {
    schema: z.number().gt(1).lt(3),
    structural: { type: 'number', minimum: 1, exclusiveMinimum: true, maximum: 3, exclusiveMaximum: true },
    good: [2],
    bad: [1, 3],
  },
  'multiple of': {
    schema: z.int().multipleOf(4),
    structural: { type: 'integer', format: 'int64', multipleOf: 4 },
    good: [8],
    bad: [6],
  },
}

const choices: Record<string, SchemaRow> = {
  boolean: { schema: z.boolean(), structural: { type: 'boolean' }, good: [true, false], bad: ['true', 0] },
  enum: {
    schema: z.enum(['a', 'b']),
    structural: { type: 'string', enum: ['a', 'b'] },
    good: ['a'],
    bad: ['c', 1],
  },
  'enum of numbers': {
    schema: z.enum({ One: 1, Two: 2 }),
    structural: { type: 'integer', enum: [1, 2] },
    good: [2],
    bad: [3, 'One'],
  },
  literal: { schema: z.literal('a'), structural: { type: 'string', enum: ['a'] }, good: ['a'], bad: ['b'] },
  literals: {
    schema: z.literal([1, 2.5]),
    structural: { type: 'number', enum: [1, 2.5] },
    good: [2.5],
    bad: [2],
  },
  'literal true': {
    schema: z.literal(true),
    structural: { type: 'boolean', enum: [true] },
    good: [true],
    bad: [false],
  },
  nullable: {
    schema: z.string().nullable(),
    structural: { type: 'string', nullable: true },
    good: [null, 'a'],
    bad: [1],
  },
  'enum or null': {
    schema: z.enum(['a', 'b']).nullable(),
    structural: { type: 'string', enum: ['a', 'b', null], nullable: true },
    good: ['a', null],
    bad: ['c'],
  },
  'union of literals': {
    schema: z.union([z.literal('a'), z.literal('b'), z.null()]),
    structural: { type: 'string', enum: ['a', 'b', null], nullable: true },
    good: ['a', 'b', null],
    bad: ['c'],
  },
  'integer or string': {
    schema: z.union([z.int().min(1), z.string().regex(/^\d+%$/)]),
    structural: {
      'x-kubernetes-int-or-string': true,
      minimum: 1,
      pattern: '^\\d+%$',
      anyOf: [{ type: 'integer' }, { type: 'string' }],
    },
    good: [1, '25%'],
    bad: [0, '25', true],
  },
  'one of two kinds of text': {
    schema: z.union([z.string().max(1), z.string().regex(/^long/)]),
    structural: { type: 'string', anyOf: [{ maxLength: 1 }, { pattern: '^long' }] },
    good: ['a', 'longer'],
    bad: ['ab'],
  },
  anything: {
    schema: z.unknown(),
    structural: { 'x-kubernetes-preserve-unknown-fields': true, nullable: true },
    good: [null, 1, 'a', { b: [1] }],
    bad: [],
  },
  'any JSON': {
    schema: z.json(),
    structural: { 'x-kubernetes-preserve-unknown-fields': true, nullable: true },
    good: [null, 1, 'a', { b: [1] }],
    bad: [],
  },
}

describe('schemas of texts, numbers and choices', () => {
  const verdicts = new Verdicts()
  afterAll(() => verdicts[Symbol.asyncDispose]())

  const rows = Object.entries({ ...texts, ...numbers, ...choices })
  it.each(rows)('%s becomes what a server has for it', (_, { schema, structural }) => {
    expect(structuralSchemaOf(schema)).toEqual(structural)
  })

  it.each(rows)('%s: a server takes what zod takes and refuses what zod refuses', async (_, row) => {
    const values = [...row.good, ...row.bad]
    const expected = [...row.good.map(() => true), ...row.bad.map(() => false)]
    expect(values.map((value) => row.schema.safeParse(value).success)).toEqual(expected)
    expect(await verdicts.of(row.schema, values)).toEqual(expected)
  })
})
