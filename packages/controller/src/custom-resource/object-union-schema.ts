import { deepEqual } from '@rxkube/meta'
import type { Derivation } from './schema-from-zod.ts'
import { structurePart, valuePart, type StructuralSchema } from './structural-schema.ts'

interface ObjectUnion {
  /** Whether an object is of one variant at most. */
  readonly isExclusive: boolean
  readonly path: string
  readonly derivation: Derivation
}

type Schemas = Record<string, StructuralSchema>

/**
 * Variants of an object. Structure has to stand outside of `oneOf`: all fields of all variants do, and the variants say
 * which of them are required and what a field that tells them apart is.
 */
export function objectUnionSchema(
  variants: readonly StructuralSchema[],
  { isExclusive, path, derivation }: ObjectUnion,
): StructuralSchema {
  const { problems, strict } = derivation
  if (
    variants.some((each) => each.additionalProperties !== undefined || each.allOf || each.anyOf || each.oneOf)
  ) {
    problems.add(path, 'is a union of which a part is a record, or a union with rules of its own')
    return { type: 'object' }
  }
  const names = new Set(variants.flatMap((each) => Object.keys(each.properties ?? {})))
  const properties = new Map<string, StructuralSchema>()
  const apart = variants.map((): Schemas => ({}))
  for (const name of names) {
    const all = variants.map((each) => own(each.properties, name))
    const [first = {}, ...others] = all.filter((each) => each !== undefined)
    const everywhere = others.length + 1 === variants.length
    if (!everywhere && Object.hasOwn(first, 'default')) {
      problems.add(`${path}.${name}`, 'has a default in some parts of a union; servers would set it in all')
    }
    if (others.every((each) => deepEqual(each, first))) properties.set(name, first)
    else if (others.every((each) => isScalar(each) && each.type === first.type) && isScalar(first)) {
      properties.set(name, together([first, ...others]))
      for (const [at, each] of all.entries()) {
        const branch = apart[at]
        if (each !== undefined && branch !== undefined) branch[name] = valuePart(each)
      }
    } else problems.add(`${path}.${name}`, 'is said in different ways by parts of a union')
  }
  const required = [...names].filter((name) =>
    variants.every((each) => each.required?.includes(name) === true),
  )
  const branches = variants.map((each, at): StructuralSchema => {
    const foreign = strict.has(each)
      ? [...names].filter((name) => own(each.properties, name) === undefined)
      : []
    const values = apart[at] ?? {}
    return {
      ...(Object.keys(values).length === 0 ? {} : { properties: values }),
      ...(each.required === undefined ? {} : { required: each.required }),
      ...(foreign.length === 0 ? {} : { not: { anyOf: foreign.map((name) => ({ required: [name] })) } }),
    }
  })
  const preserve = variants.some((each) => each['x-kubernetes-preserve-unknown-fields'] === true)
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length === 0 ? {} : { required }),
    ...(preserve ? { 'x-kubernetes-preserve-unknown-fields': true } : {}),
    ...(branches.some((branch) => Object.keys(branch).length === 0)
      ? {}
      : { [isExclusive ? 'oneOf' : 'anyOf']: branches }),
  }
}

function own(properties: Schemas | undefined, name: string): StructuralSchema | undefined {
  return properties !== undefined && Object.hasOwn(properties, name) ? properties[name] : undefined
}

function isScalar(schema: StructuralSchema): boolean {
  const plain = schema['x-kubernetes-validations'] === undefined && !Object.hasOwn(schema, 'default')
  return plain && ['string', 'integer', 'number', 'boolean'].includes(schema.type ?? '')
}

/** What is so in all variants, and the values of any. */
function together(schemas: readonly StructuralSchema[]): StructuralSchema {
  const [first = {}] = schemas
  const nullable = schemas.some((each) => each.nullable === true)
  const enums = schemas.map((each) => each.enum)
  const values = enums.every((each) => each !== undefined) ? { enum: [...new Set(enums.flat())] } : {}
  return { ...structurePart(first), ...values, ...(nullable ? { nullable } : {}) }
}
