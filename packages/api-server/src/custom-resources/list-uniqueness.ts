import { isObject, setOwn, type JsonObject } from '../codec/json.ts'
import type { FieldError } from '../status.ts'
import { sortedJson } from './sorted-json.ts'
import { fieldError } from './field-errors.ts'
import type { Schema } from './schema.ts'

/** Items that lists with keys and sets have more than once. Upstream: ValidateListSetsAndMaps. */
export function duplicateErrors(value: unknown, schema: Schema, path = ''): readonly FieldError[] {
  const errors: FieldError[] = []
  visit(value, schema, path, errors)
  return errors
}

function visit(value: unknown, schema: Schema | undefined, path: string, errors: FieldError[]): void {
  if (schema === undefined) return
  if (Array.isArray(value)) {
    if (schema.listType === 'set') repeated(value, value, path, errors)
    if (schema.listType === 'map') repeatedKeys(value, schema.listKeys, path, errors)
    for (const [at, item] of value.entries()) visit(item, schema.items, `${path}[${at}]`, errors)
    return
  }
  if (!isObject(value)) return
  const { additional } = schema
  for (const key of Object.keys(value)) {
    const property = schema.properties.get(key)
    if (property !== undefined) visit(value[key], property, path === '' ? key : `${path}.${key}`, errors)
    else if (typeof additional === 'object') visit(value[key], additional, `${path}[${key}]`, errors)
  }
}

function repeatedKeys(
  list: readonly unknown[],
  keys: readonly string[],
  path: string,
  errors: FieldError[],
): void {
  const stray = list.findIndex((item) => item !== null && !isObject(item))
  if (stray !== -1) {
    const why = 'must be an object for an array of list-type map'
    errors.push(fieldError.invalid(`${path}[${stray}]`, list[stray], why))
    return
  }
  const identities = list.map((item) => {
    const identity: JsonObject = {}
    for (const key of keys) {
      if (isObject(item) && Object.hasOwn(item, key)) setOwn(identity, key, item[key])
    }
    return identity
  })
  repeated(list, identities, path, errors)
}

/** Reports the second of equal identities, however many there are. */
function repeated(
  list: readonly unknown[],
  identities: readonly unknown[],
  path: string,
  errors: FieldError[],
): void {
  const seen = new Map<string, number>()
  for (const at of list.keys()) {
    const text = sortedJson(identities[at])
    const times = seen.get(text) ?? 0
    seen.set(text, times + 1)
    if (times === 1) errors.push(fieldError.duplicate(`${path}[${at}]`, identities[at]))
  }
}
