import { deepEqual } from '@rxkube/meta'
import type { z } from 'zod'
import type { Derivation } from './schema-from-zod.ts'
import type { StructuralSchema } from './structural-schema.ts'

/** Two objects that are one. */
export function intersectionSchema(
  def: z.core.$ZodIntersectionDef,
  path: string,
  { problems, derive }: Derivation,
): StructuralSchema {
  const left = derive(def.left, path)
  const right = derive(def.right, path)
  if (left.type !== 'object' || right.type !== 'object' || !isPlain(left) || !isPlain(right)) {
    problems.add(path, 'is an intersection of other things than plain objects')
    return left
  }
  const properties = new Map(Object.entries(left.properties ?? {}))
  for (const [key, property] of Object.entries(right.properties ?? {})) {
    const before = properties.get(key)
    if (before !== undefined && !deepEqual(before, property)) {
      problems.add(`${path}.${key}`, 'is said in two ways by an intersection')
    }
    properties.set(key, property)
  }
  const required = [...new Set([...(left.required ?? []), ...(right.required ?? [])])]
  const rules = [...(left['x-kubernetes-validations'] ?? []), ...(right['x-kubernetes-validations'] ?? [])]
  const parts = [left, right].filter((part) => part.anyOf !== undefined || part.oneOf !== undefined)
  const { properties: _left, required: _required, anyOf: _any, oneOf: _one, ...rest } = { ...right, ...left }
  return {
    ...rest,
    properties: Object.fromEntries(properties),
    ...(required.length === 0 ? {} : { required }),
    ...(rules.length === 0 ? {} : { 'x-kubernetes-validations': rules }),
    ...(parts.length === 0 ? {} : { allOf: parts.map(junctorsOf) }),
  }
}

function isPlain(schema: StructuralSchema): boolean {
  return schema.additionalProperties === undefined && schema.allOf === undefined
}

function junctorsOf({ anyOf, oneOf }: StructuralSchema): StructuralSchema {
  return { ...(anyOf === undefined ? {} : { anyOf }), ...(oneOf === undefined ? {} : { oneOf }) }
}
