import { asArray, asObject, asString, equalJson, isObject, type JsonObject } from '../codec/json.ts'
import type { FieldError } from '../status.ts'
import { fieldError } from './field-errors.ts'
import { Pattern } from './pattern.ts'
import { PatternSyntaxError } from './pattern-syntax-error.ts'

type Level = 'root' | 'item' | 'field'

const emptyAt: Record<Level, string> = {
  root: 'must not be empty at the root',
  item: 'must not be empty for specified array items',
  field: 'must not be empty for specified object fields',
}

/** What keeps a schema from being structural: types everywhere, and nothing hidden in anyOf and its like. */
export function structuralErrors(schema: JsonObject, path: string): readonly FieldError[] {
  const errors: FieldError[] = []
  structureErrors(schema, 'root', path, errors)
  complete(schema, schema, path, path, errors)
  const text = ({ field, message }: FieldError) => `${field}: ${message}`
  return errors.toSorted((a, b) => (text(a) < text(b) ? -1 : 1))
}

function structureErrors(schema: JsonObject, level: Level, path: string, errors: FieldError[]): void {
  const type = asString(schema['type'])
  const { items, additionalProperties: additional } = schema
  const embedded = schema['x-kubernetes-embedded-resource'] === true
  const preserve = schema['x-kubernetes-preserve-unknown-fields'] === true
  const intOrString = schema['x-kubernetes-int-or-string'] === true
  if (type === 'array' && !isObject(items))
    errors.push(fieldError.required(`${path}.items`, 'must be specified'))
  if (isObject(items)) structureErrors(items, 'item', `${path}.items`, errors)
  const properties = asObject(schema['properties'])
  for (const key of Object.keys(properties)) {
    structureErrors(asObject(properties[key]), 'field', `${path}.properties[${key}]`, errors)
  }
  const hasAdditional = additional !== undefined && additional !== null
  if (hasAdditional && level === 'root') {
    errors.push(fieldError.forbidden(`${path}.additionalProperties`, 'must not be used at the root'))
  }
  if (isObject(additional)) structureErrors(additional, 'field', `${path}.additionalProperties`, errors)
  if (intOrString && preserve) {
    const why = 'must be false if x-kubernetes-int-or-string is true'
    errors.push(fieldError.invalid(`${path}.x-kubernetes-preserve-unknown-fields`, true, why))
  }
  if (intOrString && embedded) {
    const why = 'must be false if x-kubernetes-int-or-string is true'
    errors.push(fieldError.invalid(`${path}.x-kubernetes-embedded-resource`, true, why))
  }
  valueErrors(schema, path, errors, intOrStringPattern(schema))
  typeOf(schema, level, path, errors)
  if (embedded && hasAdditional) {
    const why = 'must not be used if x-kubernetes-embedded-resource is set'
    errors.push(fieldError.forbidden(`${path}.additionalProperties`, why))
  }
  metadata(properties, level, embedded, path, errors)
  if (embedded && !preserve && Object.keys(properties).length === 0) {
    const why =
      'must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields'
    errors.push(fieldError.required(`${path}.properties`, why))
  }
}

function typeOf(schema: JsonObject, level: Level, path: string, errors: FieldError[]): void {
  const type = asString(schema['type'])
  const open =
    schema['x-kubernetes-int-or-string'] === true || schema['x-kubernetes-preserve-unknown-fields'] === true
  if (schema['x-kubernetes-embedded-resource'] === true && type !== 'object') {
    const why = 'must be object if x-kubernetes-embedded-resource is true'
    const field = `${path}.type`
    errors.push(type === '' ? fieldError.required(field, why) : fieldError.invalid(field, type, why))
  } else if (type === '' && !open) errors.push(fieldError.required(`${path}.type`, emptyAt[level]))
  if (level === 'root' && type !== '' && type !== 'object') {
    errors.push(fieldError.invalid(`${path}.type`, type, 'must be object at the root'))
  }
}

/** Metadata is always that of any object; at the root its names alone may be restricted. */
function metadata(
  properties: JsonObject,
  level: Level,
  embedded: boolean,
  path: string,
  errors: FieldError[],
): void {
  if (level !== 'root' && !embedded) return
  for (const [key, wanted] of [
    ['kind', 'string'],
    ['apiVersion', 'string'],
    ['metadata', 'object'],
  ] as const) {
    const property = properties[key]
    if (!isObject(property) || property['type'] === wanted) continue
    const field = `${path}.properties[${key}].type`
    errors.push(fieldError.invalid(field, asString(property['type']), `must be ${wanted}`))
  }
  const own = properties['metadata']
  if (level !== 'root' || !isObject(own)) return
  const { type: _type, properties: named, description: _description, ...others } = own
  const names = Object.keys(asObject(named)).filter((key) => key !== 'name' && key !== 'generateName')
  if (names.length === 0 && Object.keys(others).length === 0) return
  const why =
    'must not specify anything other than name and generateName, but metadata is implicitly specified'
  errors.push(fieldError.forbidden(`${path}.properties[metadata]`, why))
}

const intOrString = [{ type: 'integer' }, { type: 'string' }]

/** The two ways to say "a number or a text" that may name types in anyOf. */
function intOrStringPattern(schema: JsonObject): 'anyOf' | 'allOf' | undefined {
  if (equalJson(schema['anyOf'], intOrString)) return 'anyOf'
  return equalJson(asObject(asArray(schema['allOf'])[0])['anyOf'], intOrString) ? 'allOf' : undefined
}

/** The junctors and the pattern of a schema; `skip` names the junctor that may have types. */
function valueErrors(
  schema: JsonObject,
  path: string,
  errors: FieldError[],
  skip: 'anyOf' | 'allOf' | undefined,
): void {
  if (skip !== 'anyOf') {
    for (const [at, each] of asArray(schema['anyOf']).entries()) {
      nested(asObject(each), `${path}.anyOf[${at}]`, errors)
    }
  }
  for (const [at, each] of asArray(schema['allOf']).entries()) {
    nested(asObject(each), `${path}.allOf[${at}]`, errors, skip === 'allOf' && at === 0 ? 'anyOf' : undefined)
  }
  for (const [at, each] of asArray(schema['oneOf']).entries()) {
    nested(asObject(each), `${path}.oneOf[${at}]`, errors)
  }
  if (isObject(schema['not'])) nested(schema['not'], `${path}.not`, errors)
  const pattern = asString(schema['pattern'])
  const problem = pattern === '' ? undefined : patternProblem(pattern)
  if (problem !== undefined) {
    const why = `must be a valid regular expression, but isn't: ${problem}`
    errors.push(fieldError.invalid(`${path}.pattern`, pattern, why))
  }
}

function patternProblem(text: string): string | undefined {
  try {
    void new Pattern(text)
    return undefined
  } catch (error) {
    if (!(error instanceof PatternSyntaxError)) throw error
    return error.message
  }
}

const onlyOutside = [
  ['type', 'must be empty to be structural'],
  ['additionalProperties', 'must be undefined to be structural'],
  ['default', 'must be undefined to be structural'],
  ['title', 'must be empty to be structural'],
  ['description', 'must be empty to be structural'],
  ['nullable', 'must be false to be structural'],
  ['x-kubernetes-preserve-unknown-fields', 'must be false to be structural'],
  ['x-kubernetes-embedded-resource', 'must be false to be structural'],
  ['x-kubernetes-int-or-string', 'must be false to be structural'],
  ['x-kubernetes-list-map-keys', 'must be empty to be structural'],
  ['x-kubernetes-list-type', 'must be undefined to be structural'],
  ['x-kubernetes-map-type', 'must be undefined to be structural'],
  ['x-kubernetes-validations', 'must be empty to be structural'],
] as const

/** What stands in a junctor may say of values, not of the structure. */
function nested(schema: JsonObject, path: string, errors: FieldError[], skip?: 'anyOf'): void {
  valueErrors(schema, path, errors, skip)
  if (isObject(schema['items'])) nested(schema['items'], `${path}.items`, errors)
  const properties = asObject(schema['properties'])
  for (const key of Object.keys(properties)) {
    nested(asObject(properties[key]), `${path}.properties[${key}]`, errors)
  }
  for (const [key, why] of onlyOutside) {
    const value = schema[key]
    const empty = value === undefined || value === null || value === false || value === ''
    if (!empty && !(Array.isArray(value) && value.length === 0)) {
      errors.push(fieldError.forbidden(`${path}.${key}`, why))
    }
  }
  if (Object.hasOwn(properties, 'metadata')) {
    const why = 'must not be specified in a nested context'
    errors.push(fieldError.forbidden(`${path}.properties[metadata]`, why))
  }
}

/** What a junctor says something of has to be specified outside of it as well. */
function complete(
  values: JsonObject,
  structure: unknown,
  structurePath: string,
  path: string,
  errors: FieldError[],
): void {
  if (!isObject(structure)) {
    errors.push(fieldError.required(structurePath, `because it is defined in ${path}`))
    return
  }
  const junctors = [['not', [values['not']].filter(isObject)] as const]
  const inner = (each: JsonObject, at: string) => {
    complete(each, structure, structurePath, at, errors)
    if (isObject(each['items'])) {
      complete(each['items'], structure['items'], `${structurePath}.items`, `${at}.items`, errors)
    }
    const properties = asObject(each['properties'])
    const known = asObject(structure['properties'])
    for (const key of Object.keys(properties)) {
      const place = `properties[${key}]`
      const found = Object.hasOwn(known, key) ? known[key] : undefined
      complete(asObject(properties[key]), found, `${structurePath}.${place}`, `${at}.${place}`, errors)
    }
  }
  for (const [name, list] of junctors) for (const each of list) inner(each, `${path}.${name}`)
  for (const name of ['allOf', 'anyOf', 'oneOf']) {
    for (const [at, each] of asArray(values[name]).entries()) inner(asObject(each), `${path}.${name}[${at}]`)
  }
}
