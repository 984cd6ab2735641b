import { decode, DecodeError } from '../codec/decode.ts'
import { asObject, asString, isObject, type JsonObject } from '../codec/json.ts'
import { schema as builtIn, type Message } from '../codec/schema.ts'
import { metadataErrors } from '../registry/metadata-validation.ts'
import { nameErrors } from '../registry/names.ts'
import type { FieldError } from '../status.ts'
import { fieldError } from './field-errors.ts'
import { mapFields, mapItems } from './prune.ts'
import { schemaAt, type Schema } from './schema.ts'

/** The type of metadata, which all kinds share. */
export function metadataMessage(): Message {
  const type = builtIn.root('v1', 'ConfigMap')?.fields.get('metadata')?.type
  if (type?.at !== 'message') throw new TypeError('the schema facts have no metadata')
  return builtIn.message(type.index)
}

/**
 * A value in which the metadata of embedded resources is as that of any resource: what is no metadata goes, and its path
 * is added to `unknown`. Metadata that cannot be read is left for validation. Upstream: objectmeta.Coerce.
 */
export function withEmbeddedMetadata(
  value: unknown,
  schema: Schema | undefined,
  unknown: string[],
  path = '',
): unknown {
  if (schema === undefined) return value
  if (Array.isArray(value)) {
    return mapItems(value, (item, at) => withEmbeddedMetadata(item, schema.items, unknown, `${path}[${at}]`))
  }
  if (!isObject(value)) return value
  return mapFields(value, (key, item) => {
    const at = path === '' ? key : `${path}.${key}`
    if (schema.embedded && key === 'metadata') return metadata(item, at, unknown)
    return withEmbeddedMetadata(item, schemaAt(schema, key), unknown, at)
  })
}

function metadata(value: unknown, path: string, unknown: string[]): unknown {
  if (!isObject(value)) return value
  try {
    const decoded = decode(metadataMessage(), value)
    for (const field of decoded.unknown) unknown.push(`${path}.${field}`)
    return decoded.object
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error
    return value
  }
}

/** What is wrong with apiVersion, kind and metadata of embedded resources. Upstream: objectmeta.Validate. */
export function embeddedErrors(value: unknown, schema: Schema, path = ''): readonly FieldError[] {
  const errors: FieldError[] = []
  visit(value, schema, path, errors)
  return errors
}

function visit(value: unknown, schema: Schema | undefined, path: string, errors: FieldError[]): void {
  if (schema === undefined) return
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) visit(item, schema.items, `${path}[${at}]`, errors)
    return
  }
  if (!isObject(value)) return
  if (schema.embedded) resourceErrors(value, path, errors)
  for (const key of Object.keys(value)) {
    const at = path === '' ? key : `${path}.${key}`
    visit(value[key], schemaAt(schema, key), at, errors)
  }
}

function resourceErrors(value: JsonObject, path: string, errors: FieldError[]): void {
  for (const key of ['apiVersion', 'kind']) {
    const field = `${path}.${key}`
    const given = value[key]
    if (given === undefined) errors.push(fieldError.required(field))
    else if (typeof given !== 'string') errors.push(fieldError.invalid(field, given, 'must be a string'))
    else if (given === '') errors.push(fieldError.invalid(field, given, 'must not be empty'))
  }
  const apiVersion = asString(value['apiVersion'])
  if (apiVersion.split('/').length > 2) {
    const why = `unexpected GroupVersion string: ${apiVersion}`
    errors.push(fieldError.invalid(`${path}.apiVersion`, apiVersion, why))
  }
  const kind = asString(value['kind'])
  if (kind !== '') {
    const [wrong] = nameErrors('label-1035', kind.toLowerCase(), '')
    const why = wrong?.message.replace(/^Invalid value: "[^"]*": /, '')
    if (why !== undefined) {
      const full = `may have mixed case, but should otherwise match: ${why}`
      errors.push(fieldError.invalid(`${path}.kind`, kind, full))
    }
  }
  if (value['metadata'] !== undefined) errors.push(...embeddedMetadataErrors(value['metadata'], path))
}

function embeddedMetadataErrors(value: unknown, path: string): readonly FieldError[] {
  const field = `${path}.metadata`
  try {
    decode(metadataMessage(), value)
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error
    return [fieldError.invalid(field, value, error.message)]
  }
  const own = { name: 'fakename', ...asObject(value) }
  const errors = metadataErrors(own, { names: 'path', freeFinalizers: true })
  return errors.map(({ field: at, reason, message }) => ({ field: `${path}.${at}`, reason, message }))
}
