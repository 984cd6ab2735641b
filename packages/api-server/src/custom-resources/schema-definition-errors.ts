import { asArray, asObject, asString, isObject, type JsonObject } from '../codec/json.ts'
import type { FieldError } from '../status.ts'
import { fieldError } from './field-errors.ts'
import { goStrings } from './go-value.ts'

/** Why a schema may have no default somewhere below; undefined where it may. */
interface Context {
  readonly noDefaults: string | undefined
  readonly insideMetadata: boolean
}

const types = ['array', 'boolean', 'integer', 'number', 'object', 'string']
const unsupported = ['id', 'additionalItems', 'patternProperties', 'definitions', 'dependencies', '$ref']
const typeAndMetadata = new Set(['metadata', 'kind', 'apiVersion'])

/** What Kubernetes does not allow in a schema. Upstream: ValidateCustomResourceDefinitionOpenAPISchema. */
export function schemaDefinitionErrors(schema: JsonObject, path: string): readonly FieldError[] {
  const errors: FieldError[] = []
  visit(schema, path, { noDefaults: undefined, insideMetadata: false }, true, errors)
  return errors
}

function visit(
  schema: JsonObject,
  path: string,
  context: Context,
  root: boolean,
  errors: FieldError[],
): void {
  plain(schema, path, context, errors)
  if (schema['uniqueItems'] === true) {
    const why = 'uniqueItems cannot be set to true since the runtime complexity becomes quadratic'
    errors.push(fieldError.forbidden(`${path}.uniqueItems`, why))
  }
  const properties = asObject(schema['properties'])
  const additional = schema['additionalProperties']
  if (Object.keys(properties).length > 0 && (isObject(additional) || additional === false)) {
    const why = 'additionalProperties and properties are mutual exclusive'
    errors.push(fieldError.forbidden(`${path}.additionalProperties`, why))
  }
  if (isObject(additional)) {
    const inner = context.insideMetadata
      ? { ...context, noDefaults: 'inside additionalProperties applying to object metadata' }
      : context
    visit(additional, `${path}.additionalProperties`, inner, false, errors)
  }
  const embedded = schema['x-kubernetes-embedded-resource'] === true
  for (const key of Object.keys(properties)) {
    let inner = context
    if ((root || embedded) && typeAndMetadata.has(key)) {
      inner = { noDefaults: root ? `in top-level ${key}` : context.noDefaults, insideMetadata: true }
    }
    visit(asObject(properties[key]), `${path}.properties[${key}]`, inner, false, errors)
  }
  if (isObject(schema['not'])) visit(schema['not'], `${path}.not`, context, false, errors)
  for (const name of ['allOf', 'oneOf', 'anyOf']) {
    for (const [at, each] of asArray(schema[name]).entries()) {
      visit(asObject(each), `${path}.${name}[${at}]`, context, false, errors)
    }
  }
  if (isObject(schema['items'])) visit(schema['items'], `${path}.items`, context, false, errors)
  if (schema['x-kubernetes-preserve-unknown-fields'] === false) {
    const field = `${path}.x-kubernetes-preserve-unknown-fields`
    errors.push(fieldError.invalid(field, false, 'must be true or undefined'))
  }
  mapType(schema, path, errors)
  listType(schema, path, errors)
  if (schema['x-kubernetes-list-type'] === 'map') listKeys(schema, path, errors)
  uniqueListItems(schema, path, errors)
  rules(schema, path, errors)
}

function plain(schema: JsonObject, path: string, context: Context, errors: FieldError[]): void {
  const type = asString(schema['type'])
  if (type !== '' && !types.includes(type)) {
    errors.push(fieldError.unsupported(`${path}.type`, type, types))
  }
  if (schema['default'] !== undefined && context.noDefaults !== undefined) {
    errors.push(fieldError.forbidden(`${path}.default`, `must not be set ${context.noDefaults}`))
  }
  for (const key of unsupported) {
    const value = schema[key]
    const empty = value === undefined || value === null || value === ''
    if (!empty) errors.push(fieldError.forbidden(`${path}.${key}`, `${key} is not supported`))
  }
  if (type === 'null') {
    const why = 'type cannot be set to null, use nullable as an alternative'
    errors.push(fieldError.forbidden(`${path}.type`, why))
  }
  if (Array.isArray(schema['items']) && schema['items'].length > 0) {
    const why = 'items must be a schema object and not an array'
    errors.push(fieldError.forbidden(`${path}.items`, why))
  }
  if (context.insideMetadata && schema['x-kubernetes-embedded-resource'] === true) {
    const field = `${path}.x-kubernetes-embedded-resource`
    errors.push(fieldError.forbidden(field, 'must not be used inside of resource meta'))
  }
}

/** The type that an extension needs. */
function needs(schema: JsonObject, wanted: string, extension: string, path: string): readonly FieldError[] {
  const type = asString(schema['type'])
  if (type === wanted) return []
  const why = `must be ${wanted} if ${extension} is specified`
  return [
    type === '' ? fieldError.required(`${path}.type`, why) : fieldError.invalid(`${path}.type`, type, why),
  ]
}

function mapType(schema: JsonObject, path: string, errors: FieldError[]): void {
  const type = schema['x-kubernetes-map-type']
  if (type === undefined) return
  errors.push(...needs(schema, 'object', 'x-kubernetes-map-type', path))
  if (type === 'atomic' || type === 'granular') return
  errors.push(fieldError.unsupported(`${path}.x-kubernetes-map-type`, type, ['atomic', 'granular']))
}

function listType(schema: JsonObject, path: string, errors: FieldError[]): void {
  const type = schema['x-kubernetes-list-type']
  const keys = asArray(schema['x-kubernetes-list-map-keys'])
  const field = `${path}.x-kubernetes-list-type`
  if (type !== undefined) {
    const wrong = needs(schema, 'array', 'x-kubernetes-list-type', path)
    errors.push(...wrong)
    if (wrong.length === 0 && type === 'set') atomicItems(asObject(schema['items']), path, errors)
    if (type !== 'atomic' && type !== 'set' && type !== 'map') {
      errors.push(fieldError.unsupported(field, type, ['atomic', 'set', 'map']))
    }
  }
  if (keys.length === 0 || type === 'map') return
  const why = 'must be map if x-kubernetes-list-map-keys is non-empty'
  errors.push(type === undefined ? fieldError.required(field, why) : fieldError.invalid(field, type, why))
}

function atomicItems(items: JsonObject, path: string, errors: FieldError[]): void {
  const why = 'must be atomic as item of a list with x-kubernetes-list-type=set'
  const list = items['x-kubernetes-list-type']
  if (items['type'] === 'array' && list !== undefined && list !== 'atomic') {
    errors.push(fieldError.invalid(`${path}.items.x-kubernetes-list-type`, list, why))
  }
  if (items['type'] === 'object' && items['x-kubernetes-map-type'] !== 'atomic') {
    errors.push(fieldError.invalid(`${path}.items.x-kubernetes-map-type`, list ?? null, why))
  }
}

function listKeys(schema: JsonObject, path: string, errors: FieldError[]): void {
  const keys = asArray(schema['x-kubernetes-list-map-keys']).map(asString)
  const field = `${path}.x-kubernetes-list-map-keys`
  if (keys.length === 0) {
    errors.push(fieldError.required(field, 'must not be empty if x-kubernetes-list-type is map'))
  }
  const { items } = schema
  if (items === undefined || items === null) {
    const why = 'must have a schema if x-kubernetes-list-type is map'
    errors.push(fieldError.required(`${path}.items`, why))
    return
  }
  const type = asString(asObject(items)['type'])
  if (type !== 'object') {
    const why = "must be object if parent array's x-kubernetes-list-type is map"
    errors.push(fieldError.invalid(`${path}.items.type`, type, why))
    return
  }
  const properties = asObject(asObject(items)['properties'])
  const seen = new Set<string>()
  for (const key of keys) {
    const property = Object.hasOwn(properties, key) ? asObject(properties[key]) : undefined
    const report = (why: string) => errors.push(fieldError.invalidAs(field, goStrings(keys), why))
    if (property === undefined) report('entries must all be names of item properties')
    else if (property['type'] === 'array' || property['type'] === 'object') {
      const why = "must be a scalar type if parent array's x-kubernetes-list-type is map"
      errors.push(fieldError.invalid(`${path}.items.properties[${key}].type`, type, why))
    }
    if (seen.has(key)) report('must not contain duplicate entries')
    seen.add(key)
  }
}

function uniqueListItems(schema: JsonObject, path: string, errors: FieldError[]): void {
  const type = schema['x-kubernetes-list-type']
  const { items } = schema
  if ((type !== 'set' && type !== 'map') || !isObject(items)) return
  if (items['nullable'] === true) {
    const why = `cannot be nullable when x-kubernetes-list-type is ${type}`
    errors.push(fieldError.forbidden(`${path}.items.nullable`, why))
  }
  if (type !== 'map') return
  const required = new Set(asArray(items['required']))
  const properties = asObject(items['properties'])
  for (const key of asArray(schema['x-kubernetes-list-map-keys']).map(asString)) {
    const property = Object.hasOwn(properties, key) ? asObject(properties[key]) : undefined
    if (property === undefined) continue
    const at = `${path}.items.properties[${key}]`
    const listed = 'this property is in x-kubernetes-list-map-keys, so it'
    if (!required.has(key) && property['default'] === undefined) {
      errors.push(
        fieldError.required(`${at}.default`, `${listed} must have a default or be a required property`),
      )
    }
    if (property['nullable'] === true) {
      errors.push(fieldError.forbidden(`${at}.nullable`, `${listed} cannot be nullable`))
    }
  }
}

const reasons = ['FieldValueDuplicate', 'FieldValueForbidden', 'FieldValueInvalid', 'FieldValueRequired']

/** What can be said of CEL rules without reading them. */
function rules(schema: JsonObject, path: string, errors: FieldError[]): void {
  for (const [at, each] of asArray(schema['x-kubernetes-validations']).entries()) {
    const json = asObject(each)
    const [rule, message, expression] = ['rule', 'message', 'messageExpression'].map((key) =>
      asString(json[key]),
    )
    const field = `${path}.x-kubernetes-validations[${at}]`
    const breaks = (text = '') => /[\n\r]/.test(text.trim())
    if (rule?.trim() === '') errors.push(fieldError.required(`${field}.rule`, 'rule is not specified'))
    else if (message !== '' && message?.trim() === '') {
      errors.push(fieldError.invalid(`${field}.message`, message, 'message must be non-empty if specified'))
    } else if (breaks(message)) {
      errors.push(fieldError.invalid(`${field}.message`, message, 'message must not contain line breaks'))
    } else if (breaks(rule) && message === '') {
      const why = 'message must be specified if rule contains line breaks'
      errors.push(fieldError.required(`${field}.message`, why))
    }
    if (expression !== '' && expression?.trim() === '') {
      const why = 'messageExpression must be non-empty if specified'
      errors.push(fieldError.required(`${field}.messageExpression`, why))
    }
    const { reason } = json
    if (typeof reason === 'string' && !reasons.includes(reason)) {
      errors.push(fieldError.unsupported(`${field}.reason`, reason, reasons))
    }
  }
}
