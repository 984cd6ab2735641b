import {
  defineCustomResource,
  InvalidCustomResourceDefinitionError,
  structuralSchemaOf,
} from '@rxkube/controller'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const refined = z.string().refine((value) => value !== 'x')
const rules = [{ rule: 'self != "x"' }]

const refused: Record<string, readonly [schema: z.ZodType, says: RegExp]> = {
  bigint: [z.bigint(), /z\.bigint\(\).*z\.int\(\)/],
  date: [z.date(), /z\.iso\.datetime\(\)/],
  map: [z.map(z.string(), z.int()), /z\.record\(\)/],
  set: [z.set(z.string()), /list-type/],
  tuple: [z.tuple([z.string(), z.int()]), /one schema for all items/],
  undefined: [z.undefined(), /\.optional\(\)/],
  void: [z.void(), /\.optional\(\)/],
  null: [z.null(), /\.nullable\(\)/],
  never: [z.never(), /leave it out/],
  nan: [z.nan(), /NaN/],
  symbol: [z.symbol(), /no type of JSON/],
  function: [z.function(), /no type of JSON/],
  file: [z.file(), /no type of JSON/],
  promise: [z.promise(z.string()), /no type of JSON/],
  transform: [z.string().transform(Number), /transform nothing/],
  preprocess: [z.preprocess(String, z.string()), /transform nothing/],
  stringbool: [z.stringbool(), /transform nothing/],
  codec: [z.codec(z.string(), z.int(), { decode: Number, encode: String }), /transform nothing/],
  catch: [z.string().catch('x'), /\.default\(\)/],
  coerce: [z.coerce.number(), /coerced/],
  trim: [z.string().trim(), /changes the value/],
  refine: [refined, /x-kubernetes-validations/],
  'more refinements than rules': [
    refined.meta({ 'x-kubernetes-validations': rules }).refine(Boolean),
    /x-kubernetes-validations/,
  ],
  superRefine: [z.string().superRefine(() => undefined), /x-kubernetes-validations/],
  custom: [z.custom<string>(), /openAPIV3Schema/],
  instanceof: [z.instanceof(URL), /openAPIV3Schema/],
  jwt: [z.jwt(), /JWT/],
  'URL of some protocols': [z.httpUrl(), /protocol or host/],
  'duration of ISO 8601': [z.iso.duration(), /lookaround/],
  lookahead: [z.string().regex(/^(?!a)/), /lookaround/],
  lookbehind: [z.string().regex(/(?<=a)b/), /lookaround/],
  backreference: [z.string().regex(/(a)\1/), /backreference/],
  'named backreference': [z.string().regex(/(?<a>b)\k<a>/), /backreference/],
  'empty class': [z.string().regex(/[^]/), /empty class/],
  'sticky flag': [z.string().regex(/a/y), /flag y/],
  emoji: [z.emoji(), /lookaround/],
  'two formats': [z.email().check(z.url()), /two formats/],
  'union of string and boolean': [z.union([z.string(), z.boolean()]), /union of string and boolean/],
  'union of a string and an object': [z.union([z.string(), z.object({})]), /union of string and object/],
  'union of lists': [z.union([z.array(z.string()), z.array(z.int())]), /union of array/],
  'union with a default in it': [z.union([z.string().default('a'), z.int()]), /rules or a default/],
  'union of records': [z.union([z.record(z.string(), z.int()), z.object({})]), /record/],
  'mixed enum': [z.literal([1, 'a']), /several types/],
  'empty enum': [z.enum([]), /several types/],
  'restricted keys': [z.record(z.string().min(2), z.int()), /restricts its keys/],
  'keys that are numbers': [z.record(z.number(), z.int()), /keys in JSON are strings/],
  'loose record': [z.looseRecord(z.string().startsWith('a'), z.int()), /lets keys pass/],
  'fields and a catchall': [z.object({ a: z.int() }).catchall(z.string()), /catchall/],
  'default that its schema refuses': [z.int().min(3).default(1), /its own schema refuses/],
  'default that is another each time': [z.number().default(() => Math.random()), /another each time/],
  'default that is no JSON': [z.unknown().default(() => new Date(0)), /not JSON/],
  'default that refers to itself': [z.unknown().default(cyclic()), /not JSON/],
  'unknown word of Kubernetes': [z.string().meta({ 'x-kubernetes-validation': [] }), /does not know/],
  'structure in meta': [z.string().meta({ type: 'integer' }), /say it with zod/],
}

describe('what servers cannot express', () => {
  it.each(Object.entries(refused))('%s is refused, with words for what to do', (_, [schema, says]) => {
    expect(() =>
      structuralSchemaOf(z.object({ list: z.array(z.object({ field: schema })) }), 'v1 spec'),
    ).toThrow(says)
  })

  it('every problem is told at once, each with the path of the field', () => {
    const define = () =>
      defineCustomResource({
        group: 'example.com',
        kind: 'Widget',
        scope: 'Namespaced',
        versions: [
          {
            name: 'v1',
            spec: z.object({ at: z.date(), sizes: z.array(z.object({ exact: z.bigint() })) }),
            status: z.object({ by: z.record(z.string(), z.tuple([z.string()])) }),
          },
        ],
      })
    const paths = ['v1 spec.at', 'v1 spec.sizes[].exact', 'v1 status.by.*']
    const problems = paths.map((path): unknown => expect.objectContaining({ path }))
    expect(define).toThrow(expect.objectContaining({ definition: 'widgets.example.com', problems }))
    expect(define).toThrow(InvalidCustomResourceDefinitionError)
  })

  it('recursion is refused where it begins again', () => {
    const tree = z.object({
      name: z.string(),
      get children() {
        return z.array(tree).optional()
      },
    })
    expect(() => structuralSchemaOf(tree, 'spec')).toThrow(/spec\.children\[\]: is recursive.*z\.unknown\(\)/)
  })

  it('fields that variants of an object disagree on are refused by their names', () => {
    const schema = z.union([
      z.object({ value: z.int(), extra: z.string().default('a') }),
      z.object({ value: z.string() }),
    ])
    expect(() => structuralSchemaOf(schema, 'spec')).toThrow(
      /spec\.value: is said in different ways.*spec\.extra: has a default/,
    )
  })

  const spec = z.object({ replicas: z.int(), labels: z.record(z.string(), z.string()), any: z.unknown() })
  const v1 = { name: 'v1', spec } as const
  const base = { group: 'example.com', kind: 'Widget', scope: 'Namespaced' } as const

  it.each([
    ['a spec that is no object', [{ name: 'v1', spec: z.string() }], /v1 spec: is not an object/],
    ['two versions and no storage', [v1, { ...v1, name: 'v2' }], /versions: exactly one/],
    ['two versions of a name', [v1, { ...v1, storage: true }], /same name/],
    ['a storage version that is not served', [{ ...v1, served: false }], /not served/],
    [
      'a column of a field that is not there',
      [{ ...v1, printerColumns: [{ name: 'Size', type: 'integer', jsonPath: '.spec.size' }] as const }],
      /printerColumns\[Size\]: the schema has nothing at \.spec\.size/,
    ],
    [
      'a selector without its dot',
      [{ ...v1, selectableFields: ['spec.replicas'] }],
      /does not begin with a dot/,
    ],
    [
      'a scale of fields in the wrong place',
      [{ ...v1, scale: { specReplicasPath: '.replicas', statusReplicasPath: '.spec.replicas' } }],
      /specReplicasPath: "\.replicas" is not under \.spec.*statusReplicasPath: "\.spec\.replicas" is not under/,
    ],
    [
      'a scale of fields that are not there',
      [{ ...v1, scale: { specReplicasPath: '.spec.replicas', statusReplicasPath: '.status.replicas' } }],
      /scale\.statusReplicasPath: the schema has nothing at \.status\.replicas/,
    ],
  ])('%s is refused', (_, versions, says) => {
    expect(() => defineCustomResource({ ...base, versions })).toThrow(says)
  })

  it('columns may look at metadata, into maps, into what is open, and by filters', () => {
    const paths = [
      '.metadata.creationTimestamp',
      '.spec.labels.app',
      '.spec.any.thing',
      '.spec.any[?(@.a=="b")].c',
    ]
    const printerColumns = paths.map(
      (jsonPath, at) => ({ name: `C${at}`, type: 'string', jsonPath }) as const,
    )
    expect(() => defineCustomResource({ ...base, versions: [{ ...v1, printerColumns }] })).not.toThrow()
  })
})

function cyclic(): object {
  const self: Record<string, unknown> = {}
  self['self'] = self
  return self
}
