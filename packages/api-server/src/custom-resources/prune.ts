import { isObject, setOwn, type JsonObject } from '../codec/json.ts'
import type { Schema } from './schema.ts'

const typeAndMetadata = new Set(['apiVersion', 'kind', 'metadata'])

/**
 * A resource without the fields that its schema does not know; what changes nothing is returned as it is. The paths of
 * what went are added to `unknown`. Upstream: structural pruning.
 */
export function pruned(resource: JsonObject, schema: Schema, unknown: string[] = []): JsonObject {
  const root = schema.embedded ? schema : { ...schema, embedded: true }
  return prune(resource, root, '', unknown) as JsonObject
}

function prune(value: unknown, schema: Schema | undefined, path: string, unknown: string[]): unknown {
  if (Array.isArray(value)) {
    return mapItems(value, (item, at) => {
      const inside = `${path}[${at}]`
      if (schema?.preserve !== true) return prune(item, schema?.items, inside, unknown)
      return keepUnknown(item, schema.items, inside, unknown)
    })
  }
  if (!isObject(value)) return value
  return mapFields(value, (key, item) => {
    if (schema === undefined) {
      unknown.push(joined(path, key))
      return undefined
    }
    if (schema.embedded && typeAndMetadata.has(key)) return item
    const property = schema.properties.get(key)
    if (property !== undefined) return prune(item, property, joined(path, key), unknown)
    if (schema.additional !== undefined) {
      const inner = typeof schema.additional === 'object' ? schema.additional : undefined
      return prune(item, inner, joined(path, key), unknown)
    }
    if (schema.preserve) return item
    unknown.push(joined(path, key))
    return undefined
  })
}

/** An item of a list that keeps what it does not know: so do its items. */
function keepUnknown(item: unknown, schema: Schema | undefined, path: string, unknown: string[]): unknown {
  return schema === undefined ? item : prune(item, { ...schema, preserve: true }, path, unknown)
}

function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}

/** The list with its items changed, or the list itself when none was. */
export function mapItems(
  list: readonly unknown[],
  change: (item: unknown, at: number) => unknown,
): readonly unknown[] {
  let copy: unknown[] | undefined
  for (const [at, item] of list.entries()) {
    const next = change(item, at)
    if (next !== item) {
      copy ??= [...list]
      copy[at] = next
    }
  }
  return copy ?? list
}

/** The object with its fields changed, those left out that become undefined; the object itself when none was. */
export function mapFields(object: JsonObject, change: (key: string, item: unknown) => unknown): JsonObject {
  let changed = false
  const fields: [string, unknown][] = []
  for (const key of Object.keys(object)) {
    const next = change(key, object[key])
    if (next !== object[key]) changed = true
    if (next !== undefined) fields.push([key, next])
  }
  if (!changed) return object
  const copy: JsonObject = {}
  for (const [key, item] of fields) setOwn(copy, key, item)
  return copy
}
