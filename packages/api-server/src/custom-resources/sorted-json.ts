import { isObject, setOwn, type JsonObject } from '../codec/json.ts'

/** JSON with the keys of every object in order, as Go writes what has no type. */
export function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => sortedJson(item ?? null)).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  let text = ''
  for (const key of Object.keys(value).toSorted()) {
    const item = value[key]
    if (item !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${sortedJson(item)}`
  }
  return `{${text}}`
}

/** The value with the keys of every object in order. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => sorted(item))
  if (!isObject(value)) return value
  const copy: JsonObject = {}
  for (const key of Object.keys(value).toSorted()) setOwn(copy, key, sorted(value[key]))
  return copy
}
