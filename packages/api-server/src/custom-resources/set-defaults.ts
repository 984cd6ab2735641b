import { isObject, setOwn, type JsonObject } from '../codec/json.ts'
import { mapFields, mapItems } from './prune.ts'
import { schemaAt, type Schema } from './schema.ts'

/**
 * A value with the defaults of its schema wherever a field is absent, or null where null is no value. Nulls that have
 * neither a default nor permission go. What changes nothing is returned as it is. Upstream: structural defaulting.
 */
export function withDefaults(value: unknown, schema: Schema | undefined): unknown {
  if (schema === undefined) return value
  if (Array.isArray(value)) {
    const { items } = schema
    return mapItems(value, (item) => withDefaults(filled(item, items), items))
  }
  if (!isObject(value)) return value
  const present = mapFields(value, (key, item) => {
    const inner = schemaAt(schema, key)
    if (item === null && inner !== undefined && !inner.nullable && inner.default === undefined) {
      return undefined
    }
    return withDefaults(filled(item, inner), inner)
  })
  let copy: JsonObject | undefined
  for (const [key, property] of schema.properties) {
    if (property.default === undefined || Object.hasOwn(present, key)) continue
    copy ??= { ...present }
    setOwn(copy, key, withDefaults(structuredClone(property.default), property))
  }
  return copy ?? present
}

function filled(item: unknown, schema: Schema | undefined): unknown {
  if (item !== null || schema === undefined || schema.nullable) return item
  return schema.default === undefined ? item : structuredClone(schema.default)
}
