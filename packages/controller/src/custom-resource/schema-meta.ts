import { z } from 'zod'
import type { SchemaProblems } from './schema-problems.ts'
import type { StructuralSchema } from './structural-schema.ts'

const taken = new Set([
  'title',
  'description',
  'example',
  'externalDocs',
  'format',
  'pattern',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'nullable',
  'x-kubernetes-embedded-resource',
  'x-kubernetes-int-or-string',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-list-type',
  'x-kubernetes-map-type',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-validations',
])

const saidByZod = new Set([
  'type',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'default',
  'enum',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'uniqueItems',
  '$ref',
])

/** The whole schema that `.meta({ openAPIV3Schema })` gives in place of what would be derived. */
export function givenSchema(schema: z.core.$ZodType): StructuralSchema | undefined {
  const given = z.globalRegistry.get(schema)?.['openAPIV3Schema']
  return typeof given === 'object' && given !== null ? structuredClone(given) : undefined
}

/** Adds what `.describe()` and `.meta()` say. What others keep in there (`id`, `examples`, …) is left alone. */
export function withMeta(
  schema: z.core.$ZodType,
  derived: StructuralSchema,
  path: string,
  problems: SchemaProblems,
): StructuralSchema {
  const meta = z.globalRegistry.get(schema)
  if (meta === undefined) return derived
  const said: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(meta)) {
    if (value === undefined) continue
    if (taken.has(key)) said[key] = structuredClone(value)
    else if (saidByZod.has(key)) {
      problems.add(path, `has "${key}" in its meta: say it with zod, or give the whole as openAPIV3Schema`)
    } else if (key.startsWith('x-kubernetes-')) {
      problems.add(path, `has "${key}" in its meta, which Kubernetes does not know`)
    }
  }
  return { ...derived, ...said }
}
