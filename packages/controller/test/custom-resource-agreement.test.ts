import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { z } from 'zod'
import { Verdicts } from './custom-resource/verdicts.ts'

const scalars = fc.oneof(
  fc.constantFrom(
    z.string(),
    z.boolean(),
    z.int(),
    z.number(),
    z.enum(['a', 'b']),
    z.literal('b'),
    z.literal([1, 2]),
    z.union([z.int(), z.string()]),
    z.string().regex(/^[ab]{2,}$/),
    z.unknown(),
  ),
  fc.tuple(fc.nat(3), fc.nat(3)).map(([min, more]) =>
    z
      .string()
      .min(min)
      .max(min + more),
  ),
  fc.tuple(fc.nat(3), fc.nat(3)).map(([min, more]) =>
    z
      .number()
      .min(min)
      .lt(min + more + 1),
  ),
)

/** Schemas of all shapes, two levels deep. */
const schemas: fc.Arbitrary<z.ZodType> = fc.letrec<{ any: z.ZodType; object: z.ZodType }>((tie) => ({
  object: fc
    .tuple(tie('any'), tie('any'), fc.boolean(), fc.boolean())
    .map(([a, b, isOptional, isLoose]) =>
      (isLoose ? z.looseObject : z.object)({ a: isOptional ? a.optional() : a, b: b.optional() }),
    ),
  any: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    scalars,
    scalars.map((schema) => schema.nullable()),
    tie('object'),
    tie('object').map((schema) => schema.nullable()),
    fc.tuple(tie('any'), fc.nat(2)).map(([item, max]) => z.array(item).max(max + 1)),
    tie('any').map((value) => z.record(z.string(), value)),
    fc
      .tuple(tie('any'), tie('any'))
      .map(([a, b]) =>
        z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('a'), forA: a }),
          z.strictObject({ kind: z.literal('b'), forB: b.optional() }),
        ]),
      ),
  ),
})).any

const atoms = ['', 'a', 'b', 'ab', 'long text', 0, 1, 2, 1.5, -1, true, [], {}]
// Servers take null within for absent where a field is not nullable, and zod does not: null stands alone here.
const nested = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.constantFrom<unknown>(...atoms),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.record({ a: tie('any'), b: tie('any') }, { requiredKeys: [] }),
    // Servers want fields of one variant to have their type in another one too, where zod drops them.
    fc.record({ kind: fc.constantFrom('a', 'c'), forA: tie('any') }, { requiredKeys: [] }),
    fc.record({ kind: fc.constant('b'), forA: tie('any'), forB: tie('any') }, { requiredKeys: [] }),
  ),
})).any
const value = fc.oneof({ arbitrary: nested, weight: 9 }, fc.constant(null))

const verdicts = new Verdicts()
afterAll(() => verdicts[Symbol.asyncDispose]())

it('whatever the schema, a server takes a value exactly when zod does', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(schemas, fc.array(value, { minLength: 8, maxLength: 8 }), async (schema, values) => {
      const ours = values.map((each) => schema.safeParse(each).success)
      expect(await verdicts.of(schema, values)).toEqual(ours)
    }),
    { numRuns: 100, seed: 7 },
  )
})
