import { isObject } from '../codec/json.ts'
import type { Schema } from './schema.ts'
import { sortedJson } from './sorted-json.ts'

/** Finds what an item of a list was before: by its keys, in lists that have keys; in others nobody knows. */
export function correlated(schema: Schema, before: unknown): (item: unknown) => unknown {
  if (schema.listType !== 'map' || !Array.isArray(before)) return () => undefined
  const identity = (item: unknown): string | undefined =>
    isObject(item) ? sortedJson(schema.listKeys.map((key) => item[key] ?? null)) : undefined
  const known = new Map<string, unknown>()
  for (const item of before) {
    const key = identity(item)
    if (key !== undefined && !known.has(key)) known.set(key, item)
  }
  return (item) => {
    const key = identity(item)
    return key === undefined ? undefined : known.get(key)
  }
}
