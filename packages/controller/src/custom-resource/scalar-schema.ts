import { z } from 'zod'
import { goPattern } from './go-pattern.ts'
import type { SchemaProblems } from './schema-problems.ts'
import type { StructuralSchema } from './structural-schema.ts'
import { checksOf, defOf } from './zod-parts.ts'

/** Formats of zod that servers check too, and what they call them. */
const served = new Map<unknown, string>([
  ['email', 'email'],
  ['url', 'uri'],
  ['uuid', 'uuid'],
  ['ipv4', 'ipv4'],
  ['ipv6', 'ipv6'],
  ['cidrv4', 'cidr'],
  ['cidrv6', 'cidr'],
  ['hostname', 'hostname'],
  ['mac', 'mac'],
  ['date', 'date'],
  ['datetime', 'date-time'],
  ['base64', 'byte'],
])
/** Those of which the server's format alone says less. */
const withPattern = new Set<unknown>(['cidrv4', 'cidrv6'])
const numberFormats = new Map<unknown, string>([
  ['safeint', 'int64'],
  ['int32', 'int32'],
  ['float32', 'float'],
  ['float64', 'double'],
])

interface FormatDef {
  readonly check?: string
  readonly format?: string
  readonly pattern?: RegExp
  readonly protocol?: RegExp
  readonly hostname?: RegExp
  readonly version?: string
}

/** A text, a number, a truth value, or one of some values. */
export function scalarSchema(
  schema: z.core.$ZodType,
  path: string,
  problems: SchemaProblems,
): StructuralSchema {
  const def = defOf(schema)
  if (def.type === 'string') return textSchema(schema, path, problems)
  if (def.type === 'number') return numberSchema(schema)
  if (def.type === 'enum')
    return enumSchema(Object.values(z.core.util.getEnumValues(def.entries)), path, problems)
  if (def.type === 'literal') return enumSchema(def.values, path, problems)
  const { type, pattern } = derive(schema)
  return {
    type: type ?? 'string',
    ...(pattern === undefined ? {} : patternOf([pattern], new Map(), path, problems)),
  }
}

function derive(schema: z.core.$ZodType): StructuralSchema {
  return z.toJSONSchema(schema, {
    target: 'openapi-3.0',
    io: 'input',
    metadata: z.registry(),
  }) as StructuralSchema
}

function formatsOf(schema: z.core.$ZodType): readonly FormatDef[] {
  return ([defOf(schema), ...checksOf(schema)] as readonly FormatDef[]).filter(
    (def) => def.check === 'string_format' || def.check === 'number_format',
  )
}

function textSchema(schema: z.core.$ZodType, path: string, problems: SchemaProblems): StructuralSchema {
  const { minLength, maxLength, pattern, allOf } = derive(schema)
  const formats = formatsOf(schema)
  const result: StructuralSchema = { type: 'string' }
  const flags = new Map<string, string>()
  const left = new Set(
    [pattern, ...(allOf ?? []).map((each) => each.pattern)].filter((each) => each !== undefined),
  )
  for (const def of formats) {
    if (def.pattern !== undefined) flags.set(def.pattern.source, def.pattern.flags)
    const lax = 'local' in def && (def.local === true || ('precision' in def && def.precision === -1))
    const name = lax ? undefined : served.get(def.format)
    if (def.protocol !== undefined || def.hostname !== undefined) {
      problems.add(path, 'restricts the protocol or host of a URL: use z.url() with .regex()')
    } else if (name !== undefined) {
      if (result.format !== undefined && result.format !== name) {
        problems.add(path, `has two formats, ${result.format} and ${name}; a schema has one`)
      }
      result.format = name
      const exact = withPattern.has(def.format) || def.version !== undefined
      if (!exact && def.pattern !== undefined)
        left.delete(def.format === 'base64' ? base64 : def.pattern.source)
    } else if (def.format === 'jwt') {
      problems.add(path, 'is a JWT, which servers do not check: use z.string(), with a pattern if need be')
    }
  }
  if (minLength !== undefined) result.minLength = minLength
  if (maxLength !== undefined) result.maxLength = maxLength
  return { ...result, ...patternOf([...left], flags, path, problems) }
}

// What zod emits for base64 is not the pattern that it checks with.
const base64 = z.core.regexes.base64.source

function patternOf(
  sources: readonly string[],
  flags: ReadonlyMap<string, string>,
  path: string,
  problems: SchemaProblems,
): Pick<StructuralSchema, 'pattern' | 'allOf'> {
  const patterns: string[] = []
  for (const source of sources) {
    const said = goPattern(source, flags.get(source))
    if ('pattern' in said) patterns.push(said.pattern)
    else problems.add(path, said.problem)
  }
  const [only, ...others] = patterns
  if (only === undefined) return {}
  return others.length === 0 ? { pattern: only } : { allOf: patterns.map((pattern) => ({ pattern })) }
}

function numberSchema(schema: z.core.$ZodType): StructuralSchema {
  const derived = derive(schema)
  const { type, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, allOf } = derived
  const format = formatsOf(schema)
    .map((def) => numberFormats.get(def.format))
    .find((name) => name !== undefined)
  const result: StructuralSchema = { type: type ?? 'number' }
  if (format !== undefined) result.format = format
  if (minimum !== undefined && !isBoundOfFormat(minimum, format)) result.minimum = minimum
  if (exclusiveMinimum !== undefined) result.exclusiveMinimum = exclusiveMinimum
  if (maximum !== undefined && !isBoundOfFormat(maximum, format)) result.maximum = maximum
  if (exclusiveMaximum !== undefined) result.exclusiveMaximum = exclusiveMaximum
  if (multipleOf !== undefined) result.multipleOf = multipleOf
  if (allOf !== undefined) result.allOf = allOf
  return result
}

/** Bounds that only say what the format says; those of int32 stay, for servers do not check that format. */
function isBoundOfFormat(bound: number, format: string | undefined): boolean {
  if (format === 'int64') return Math.abs(bound) === Number.MAX_SAFE_INTEGER
  return (format === 'float' || format === 'double') && Math.abs(bound) > 1e38
}

function enumSchema(all: readonly unknown[], path: string, problems: SchemaProblems): StructuralSchema {
  const values = all.filter((value) => value !== null)
  const nullable = values.length < all.length
  const types = new Set(values.map((value) => typeof value))
  const [type] = types
  if (types.size !== 1 || (type !== 'string' && type !== 'number' && type !== 'boolean')) {
    problems.add(path, `may be one of ${all.length} values of several types, or of none that JSON has`)
    return { type: 'string' }
  }
  const whole = type === 'number' && values.every((value) => Number.isInteger(value))
  return {
    type: whole ? 'integer' : type,
    enum: [...values, ...(nullable ? [null] : [])],
    ...(nullable ? { nullable } : {}),
  }
}
