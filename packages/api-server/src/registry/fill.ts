import { isObject, type JsonObject } from '../codec/json.ts'

/** Sets what is absent (or null); what the client sent stays. */
export function fill(target: JsonObject, values: JsonObject): void {
  for (const [key, value] of Object.entries(values)) {
    if (target[key] === undefined || target[key] === null) target[key] = value
  }
}

/** The object at `key`, made when it is absent. */
export function inside(target: JsonObject, key: string): JsonObject {
  const found = target[key]
  if (isObject(found)) return found
  const made: JsonObject = {}
  target[key] = made
  return made
}
