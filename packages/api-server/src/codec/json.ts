import type { ObjectMeta } from '@rxkube/meta'

/** A JSON object whose keys may be anything, `__proto__` included. */
export type JsonObject = Record<string, unknown>

/** An object as the store holds it: no kind and no apiVersion, as items of a list. Never mutated once stored. */
export interface ApiObject extends JsonObject {
  metadata: ObjectMeta
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The object itself, or an empty one for anything else. */
export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {}
}

export function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function asString(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function asNumber(value: unknown): number {
  return typeof value === 'number' ? value : 0
}

/**
 * Sets an own property; an assignment to `__proto__` would change the prototype instead, and one to `constructor` fails
 * where prototypes are frozen.
 */
export function setOwn(target: JsonObject, key: string, value: unknown): void {
  if (key in Object.prototype) {
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true })
  } else target[key] = value
}

export function getOwn(target: JsonObject, key: string): unknown {
  return Object.hasOwn(target, key) ? target[key] : undefined
}

/** Whether two JSON values are the same; walks with a stack of its own, so depth does not matter. */
export function equalJson(left: unknown, right: unknown): boolean {
  const pairs: [unknown, unknown][] = [[left, right]]
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    const [a, b] = pair
    if (a === b) continue
    if (Array.isArray(a)) {
      if (!Array.isArray(b) || a.length !== b.length) return false
      for (let at = 0; at < a.length; at++) pairs.push([a[at], b[at]])
    } else {
      if (!isObject(a) || !isObject(b)) return false
      const keys = Object.keys(a)
      if (keys.length !== Object.keys(b).length) return false
      for (const key of keys) {
        if (!Object.hasOwn(b, key)) return false
        pairs.push([a[key], b[key]])
      }
    }
  }
  return true
}
