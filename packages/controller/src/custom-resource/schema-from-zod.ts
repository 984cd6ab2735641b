import { z } from 'zod'
import { inspectChecks, rulesOf } from './checks.ts'
import { defaultedSchema } from './defaulted-schema.ts'
import { intersectionSchema } from './intersection-schema.ts'
import { recordSchema } from './record-schema.ts'
import { scalarSchema } from './scalar-schema.ts'
import { givenSchema, withMeta } from './schema-meta.ts'
import type { SchemaProblems } from './schema-problems.ts'
import type { StructuralSchema } from './structural-schema.ts'
import { unionSchema } from './union-schema.ts'
import { checksOf, defOf, mayBeAbsent } from './zod-parts.ts'

/** What parts of the derivation ask each other for. */
export interface Derivation {
  readonly problems: SchemaProblems
  readonly derive: (schema: z.core.$ZodType, path: string) => StructuralSchema
  /** Marks an object that takes no other keys. */
  readonly strict: WeakSet<StructuralSchema>
}

const inexpressible: Readonly<Record<string, string>> = {
  bigint: 'JSON numbers are read as doubles: use z.int(), or a string',
  date: 'JSON has no dates: use z.iso.datetime()',
  map: 'JSON has no maps: use z.record()',
  set: "JSON has no sets: use z.array().meta({ 'x-kubernetes-list-type': 'set' })",
  tuple: 'lists of servers have one schema for all items: use z.array() or z.object()',
  undefined: 'JSON has no undefined: use .optional()',
  void: 'JSON has no undefined: use .optional()',
  never: 'a field that takes no value cannot be described: leave it out',
  nan: 'JSON has no NaN',
  null: 'Kubernetes has no type for null alone: use .nullable()',
  pipe: 'servers transform nothing: say the type that is on the wire',
  transform: 'servers transform nothing: say the type that is on the wire',
  catch: 'servers replace no invalid values: use .default() for absent ones',
  custom: 'what only TypeScript knows cannot be derived: give it as .meta({ openAPIV3Schema: { … } })',
}

/** The structural schema of a zod schema. What Kubernetes cannot express is told to `problems`, with its path. */
export function schemaFromZod(
  schema: z.core.$ZodType,
  path: string,
  problems: SchemaProblems,
): StructuralSchema {
  const open = new Set<z.core.$ZodType>()
  const derivation: Derivation = {
    problems,
    strict: new WeakSet(),
    derive(part, at) {
      const given = givenSchema(part)
      if (given === undefined && open.has(part)) {
        problems.add(at, 'is recursive, which servers do not allow: end it somewhere with z.unknown()')
        return anything()
      }
      inspectChecks(part, at, problems)
      open.add(part)
      const derived = given ?? shape(part, at, derivation)
      open.delete(part)
      const described = withMeta(part, derived, at, problems)
      if (derivation.strict.has(derived)) derivation.strict.add(described)
      return described
    },
  }
  return derivation.derive(schema, path)
}

/** Any value at all. */
function anything(): StructuralSchema {
  return { 'x-kubernetes-preserve-unknown-fields': true, nullable: true }
}

function shape(schema: z.core.$ZodType, path: string, derivation: Derivation): StructuralSchema {
  const def = defOf(schema)
  switch (def.type) {
    case 'string':
    case 'number':
    case 'enum':
    case 'literal':
    case 'template_literal':
      return scalarSchema(schema, path, derivation.problems)
    case 'boolean':
      return { type: 'boolean' }
    case 'any':
    case 'unknown':
      return anything()
    case 'object':
      return objectSchema(def, path, derivation)
    case 'array': {
      const { minItems, maxItems } = listBounds(schema)
      const items = derivation.derive(def.element, `${path}[]`)
      return { type: 'array', items, ...bound('minItems', minItems), ...bound('maxItems', maxItems) }
    }
    case 'record':
      return recordSchema(def, path, derivation, rulesOf(schema) > 0)
    case 'union':
      return unionSchema(def, path, derivation)
    case 'intersection':
      return intersectionSchema(def, path, derivation)
    case 'nullable': {
      const inner = derivation.derive(def.innerType, path)
      const withNull =
        inner.enum === undefined ? {} : { enum: [...inner.enum.filter((each) => each !== null), null] }
      return { ...inner, ...withNull, nullable: true }
    }
    case 'default':
    case 'prefault':
      return defaultedSchema(def, path, derivation)
    case 'optional':
    case 'nonoptional':
    case 'readonly':
      return derivation.derive(def.innerType, path)
    case 'lazy':
      return derivation.derive(def.getter(), path)
    case 'bigint':
    case 'catch':
    case 'custom':
    case 'date':
    case 'file':
    case 'function':
    case 'map':
    case 'nan':
    case 'never':
    case 'null':
    case 'pipe':
    case 'promise':
    case 'set':
    case 'success':
    case 'symbol':
    case 'transform':
    case 'tuple':
    case 'undefined':
    case 'void':
      break
  }
  const why = inexpressible[def.type] ?? 'it is no type of JSON'
  derivation.problems.add(path, `is z.${def.type}(), which no schema of Kubernetes expresses: ${why}`)
  return anything()
}

function objectSchema(
  { shape: fields, catchall }: z.core.$ZodObjectDef,
  path: string,
  derivation: Derivation,
): StructuralSchema {
  const entries = Object.entries(fields)
  const properties = entries.map(([key, field]) => [key, derivation.derive(field, `${path}.${key}`)] as const)
  const required = entries.filter(([, field]) => !mayBeAbsent(field)).map(([key]) => key)
  const object: StructuralSchema = {
    type: 'object',
    ...(properties.length === 0 ? {} : { properties: Object.fromEntries(properties) }),
    ...(required.length === 0 ? {} : { required }),
  }
  const others = catchall === undefined ? undefined : defOf(catchall).type
  if (others === undefined) return object
  if (others === 'never') {
    derivation.strict.add(object)
    return object
  }
  if (others === 'unknown' || others === 'any')
    return { ...object, 'x-kubernetes-preserve-unknown-fields': true }
  if (properties.length > 0) {
    derivation.problems.add(
      path,
      'has fields and a catchall, which Kubernetes does not allow beside each other',
    )
    return object
  }
  return { ...object, additionalProperties: derivation.derive(catchall as z.core.$ZodType, `${path}.*`) }
}

function listBounds(schema: z.core.$ZodType): StructuralSchema {
  const bounds: StructuralSchema = {}
  for (const def of checksOf(schema)) {
    if (def.check === 'min_length') bounds.minItems = Math.max(def.minimum, bounds.minItems ?? 0)
    if (def.check === 'max_length') bounds.maxItems = Math.min(def.maximum, bounds.maxItems ?? Infinity)
    if (def.check === 'length_equals') Object.assign(bounds, { minItems: def.length, maxItems: def.length })
  }
  return bounds
}

function bound(key: 'minItems' | 'maxItems', value: number | undefined): StructuralSchema {
  return value === undefined ? {} : { [key]: value }
}
