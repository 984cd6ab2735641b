import { isContainer } from './container.ts'
import { nanoValue } from './quantity.ts'

// Maps, and structs that the API holds by value: an empty one is as good as none. Elsewhere `{}` says something: `emptyDir: {}`.
const emptyIsNone = new Set([
  'labels',
  'annotations',
  'matchLabels',
  'nodeSelector',
  'limits',
  'requests',
  'overhead',
  'capacity',
  'allocatable',
  'metadata',
  'resources',
  'strategy',
  'status',
])

const quantityMaps = new Set(['limits', 'requests', 'overhead', 'capacity', 'allocatable'])
const quantityFields = new Set(['sizeLimit', 'divisor', 'storage'])

const wholeSeconds = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/

/** A pair of values, the field they stand in and the one around that. */
type Pair = readonly [a: unknown, b: unknown, field: string, around: string]

/**
 * Whether two values mean the same to the API: no value is as good as an empty list or map, quantities are compared by what
 * they amount to and times by their instant. For plain JSON data of any depth. Upstream: `equality.Semantic.DeepEqual`.
 */
export function semanticEqual(a: unknown, b: unknown): boolean {
  const open: Pair[] = [[a, b, '', '']]
  for (let pair = open.pop(); pair; pair = open.pop()) if (!sameHere(pair, open)) return false
  return true
}

/** Compares one level; what is inside of it goes to `open`. */
function sameHere([a, b, field, around]: Pair, open: Pair[]): boolean {
  if (a === b) return true
  const [isNone, otherIsNone] = [saysNothing(a, field), saysNothing(b, field)]
  if (isNone || otherIsNone) return isNone && otherIsNone
  if (!isContainer(a) || !isContainer(b)) return sameScalar(a, b, field, around)
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    for (const [index, element] of a.entries()) open.push([element, b[index], '', field])
    return true
  }
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    open.push([own(a, key), own(b, key), key, field])
  }
  return true
}

/** Whether a value says nothing. */
function saysNothing(value: unknown, field: string): boolean {
  if (value === undefined || value === null) return true
  if (Array.isArray(value)) return value.length === 0
  return (
    emptyIsNone.has(field) &&
    isContainer(value) &&
    Object.values(value).every((member) => member === null || member === undefined)
  )
}

function own(container: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(container, key) ? container[key] : undefined
}

function sameScalar(a: unknown, b: unknown, field: string, around: string): boolean {
  if (quantityMaps.has(around) || quantityFields.has(field)) {
    const value = nanoValue(a)
    return value !== undefined && value === nanoValue(b)
  }
  if (typeof a !== 'string' || typeof b !== 'string') return Object.is(a, b)
  return wholeSeconds.test(a) && wholeSeconds.test(b) && Date.parse(a) === Date.parse(b)
}
