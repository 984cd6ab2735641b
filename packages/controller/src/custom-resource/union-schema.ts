import { deepEqual } from '@rxkube/meta'
import type { z } from 'zod'
import { objectUnionSchema } from './object-union-schema.ts'
import type { Derivation } from './schema-from-zod.ts'
import { structurePart, valuePart, type StructuralSchema } from './structural-schema.ts'
import { defOf } from './zod-parts.ts'

const anyJson = ['array', 'boolean', 'null', 'number', 'record', 'string']

/** One of several: null, numbers or texts, values of an enum, variants of an object. */
export function unionSchema(
  def: z.core.$ZodUnionDef,
  path: string,
  derivation: Derivation,
): StructuralSchema {
  const options = def.options.flatMap(flat)
  const types = options.map(typeOf)
  if (deepEqual(types.toSorted(), anyJson))
    return { 'x-kubernetes-preserve-unknown-fields': true, nullable: true }
  const rest = options.filter((option) => typeOf(option) !== 'null')
  const nullable = rest.length < options.length
  const parts = rest.map((option) => derivation.derive(option, path))
  const joined = join(parts, def, path, derivation)
  if (!nullable && !parts.some((part) => part.nullable === true)) return joined
  return { ...joined, ...(joined.enum === undefined ? {} : { enum: [...joined.enum, null] }), nullable: true }
}

function flat(option: z.core.$ZodType): readonly z.core.$ZodType[] {
  const def = defOf(option)
  // A union with checks or a discriminator of its own says more than its options.
  return def.type === 'union' && !('discriminator' in def) && (def.checks ?? []).length === 0
    ? def.options.flatMap(flat)
    : [option]
}

function typeOf(option: z.core.$ZodType): string {
  const def = defOf(option)
  return def.type === 'literal' && def.values.length === 1 && def.values[0] === null ? 'null' : def.type
}

function join(
  nullables: readonly StructuralSchema[],
  def: z.core.$ZodUnionDef,
  path: string,
  derivation: Derivation,
): StructuralSchema {
  const parts = nullables.map((part) => withoutNull(part, derivation))
  const [first = {}, ...others] = parts
  if (others.every((part) => deepEqual(part, first))) return first
  const rules = parts.some((part) => part['x-kubernetes-validations'] !== undefined)
  if (rules || parts.some((part) => Object.hasOwn(part, 'default'))) {
    derivation.problems.add(path, 'is a union of which a part has rules or a default: say them of the union')
    return first
  }
  if (parts.every((part) => part.type === 'object')) {
    return objectUnionSchema(parts, {
      isExclusive: 'discriminator' in def || def.inclusive === false,
      path,
      derivation,
    })
  }
  const types = new Set(parts.map((part) => part.type))
  if (
    parts.length === 2 &&
    types.has('integer') &&
    types.has('string') &&
    parts.every((part) => !part.enum)
  ) {
    return intOrString(parts)
  }
  const numeric = [...types].every((type) => type === 'integer' || type === 'number')
  const scalar = first.type === 'string' || first.type === 'boolean' || numeric
  if ((types.size > 1 && !numeric) || !scalar) {
    const known = 'Kubernetes knows one type a field, an integer or a string, or null'
    derivation.problems.add(path, `is a union of ${[...types].join(' and ')}: ${known}`)
    return first
  }
  return scalars(types.size > 1 ? 'number' : (first.type ?? 'string'), parts)
}

function withoutNull(original: StructuralSchema, { strict }: Derivation): StructuralSchema {
  const { nullable: _nullable, ...part } = original
  const plain = part.enum === undefined ? part : { ...part, enum: part.enum.filter((each) => each !== null) }
  if (strict.has(original)) strict.add(plain)
  return plain
}

/** Upstream: intstr.IntOrString, as controller-gen writes it. */
function intOrString(parts: readonly StructuralSchema[]): StructuralSchema {
  const values = parts.map((part) => {
    const { format: _format, ...rest } = valuePart(part)
    return rest
  })
  return Object.assign({ 'x-kubernetes-int-or-string': true }, ...values, {
    anyOf: [{ type: 'integer' }, { type: 'string' }],
  }) as StructuralSchema
}

function scalars(type: string, parts: readonly StructuralSchema[]): StructuralSchema {
  const values = parts.map(valuePart)
  const enums = values.map((value) => value.enum ?? [])
  if (values.every((value) => deepEqual(Object.keys(value), ['enum']))) {
    return { type, enum: [...new Set(enums.flat())] }
  }
  const { description } = structurePart(parts[0] ?? {})
  const anything = values.some((value) => Object.keys(value).length === 0)
  return {
    type,
    ...(description === undefined ? {} : { description }),
    ...(anything ? {} : { anyOf: values }),
  }
}
