import { isObject, type JsonObject } from '../codec/json.ts'
import { badRequest, rawError, type StatusError } from '../status.ts'

/** A JSON value as Go prints it: `map[a:1 b:[x y]]`. */
export function goText(value: unknown): string {
  if (value === null || value === undefined) return '<nil>'
  if (Array.isArray(value)) return `[${value.map(goText).join(' ')}]`
  if (typeof value === 'string') return value
  if (!isObject(value)) return JSON.stringify(value)
  const keys = Object.keys(value).toSorted()
  return `map[${keys.map((key) => `${key}:${goText(value[key])}`).join(' ')}]`
}

export function noMergeKey(item: JsonObject, key: string): StatusError {
  return rawError(`map: ${goText(item)} does not contain declared merge key: ${key}`)
}

export function unknownDirective(directive: unknown, map: JsonObject): StatusError {
  return rawError(`unknown patch type: ${goText(directive)} in map: ${goText(map)}`)
}

/** For a directive such as `$retainKeys` whose value is of no use. */
export function badDirective(of: 'retainKeys' | 'setElementOrder list' | 'primitive list'): StatusError {
  return badRequest(`invalid patch format of ${of}`)
}

export function notAList(value: unknown): StatusError {
  const type = isObject(value) ? 'map[string]interface {}' : typeof value
  return rawError(`expected a []interface {}, but received a ${type}`)
}

export function mixedList(...lists: readonly (readonly unknown[])[]): StatusError {
  return rawError(`list element types are not identical: ${goText(lists)}`)
}

export function orderMismatch(patch: readonly unknown[], order: readonly unknown[]): StatusError {
  return rawError(
    `The order in patch list:\n${goText(patch)}\n doesn't match $setElementOrder list:\n${goText(order)}\n`,
  )
}
