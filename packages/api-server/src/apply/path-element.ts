import { asString, isObject } from '../codec/json.ts'

/**
 * One step into an object, as FieldsV1 writes it: `f:spec` for a field, `k:{"name":"c"}` for an item of a list of maps,
 * `v:"x"` for an item of a set.
 */
export type PathElement = string

export function fieldElement(name: string): PathElement {
  return `f:${name}`
}

/** The element of an item that is told apart by some of its fields, given in any order. */
export function keyElement(keys: readonly (readonly [string, unknown])[]): PathElement {
  return `k:${JSON.stringify(Object.fromEntries(keys.toSorted(([a], [b]) => compareText(a, b))))}`
}

export function valueElement(value: unknown): PathElement {
  return `v:${JSON.stringify(value)}`
}

/** An element as some client wrote it, in the form that this server writes; undefined for what is none. */
export function canonicalElement(text: string): PathElement | undefined {
  if (text.startsWith('f:')) return text
  const value = parse(text.slice(2))
  if (text.startsWith('k:')) return isObject(value) ? keyElement(Object.entries(value)) : undefined
  if (text.startsWith('v:')) return value === undefined ? undefined : valueElement(value)
  return text.startsWith('i:') ? text : undefined
}

/** A path for people: `.spec.containers[name="c"].image`. */
export function displayPath(path: readonly PathElement[]): string {
  return path.map(display).join('')
}

function display(element: PathElement): string {
  const rest = element.slice(2)
  if (element.startsWith('f:')) return `.${rest}`
  if (element.startsWith('v:')) return `[=${rest}]`
  if (element.startsWith('i:')) return `[${rest}]`
  const keys = Object.entries(asObjectOf(parse(rest)))
  return `[${keys.map(([key, value]) => `${key}=${JSON.stringify(value)}`).join(',')}]`
}

const order = ['f', 'k', 'v', 'i']

/** The order in which FieldsV1 lists elements. */
export function compareElements(a: PathElement, b: PathElement): number {
  const kinds = order.indexOf(a.slice(0, 1)) - order.indexOf(b.slice(0, 1))
  if (kinds !== 0) return kinds
  if (a.startsWith('f:')) return compareText(a, b)
  const left = parse(a.slice(2))
  const right = parse(b.slice(2))
  if (!a.startsWith('k:')) return compareScalars(left, right)
  const lefts = Object.entries(asObjectOf(left))
  const rights = Object.entries(asObjectOf(right))
  for (const [at, [key, value]] of lefts.entries()) {
    const [otherKey, otherValue] = rights[at] ?? []
    if (otherKey === undefined) return 1
    const difference = compareText(key, otherKey) || compareScalars(value, otherValue)
    if (difference !== 0) return difference
  }
  return lefts.length - rights.length
}

const ranks = ['number', 'string', 'boolean']

function compareScalars(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return ranks.indexOf(typeof a) - ranks.indexOf(typeof b) || compareText(asString(a), asString(b))
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function asObjectOf(value: unknown): Record<string, unknown> {
  return isObject(value) ? value : {}
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON is no element: every caller has an answer to that.
    return undefined
  }
}
