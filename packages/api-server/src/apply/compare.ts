import { equalJson, getOwn, isObject } from '../codec/json.ts'
import { FieldSet } from './field-set.ts'
import { fieldElement, type PathElement } from './path-element.ts'
import { childShape, deduced, itemsOf, type Shape } from './shape.ts'

/** Which paths a new value has that the old one has not, has with another value, or no longer has. */
export interface Comparison {
  readonly added: FieldSet
  readonly modified: FieldSet
  readonly removed: FieldSet
}

const same: Comparison = { added: FieldSet.empty, modified: FieldSet.empty, removed: FieldSet.empty }

/** Compares two values of one shape; undefined is absence and null is a value. Upstream: TypedValue.Compare. */
export function compare(open: Shape, before: unknown, after: unknown): Comparison {
  if (before === after) return same
  const shape = deduced(open, after ?? before, before)
  const leaf = shape.at === 'leaf' || (isHollow(before) && isHollow(after)) ? FieldSet.leaf : undefined
  if (leaf !== undefined) {
    if (before === undefined) return { ...same, added: leaf }
    if (after === undefined) return { ...same, removed: leaf }
    return equalJson(before, after) ? same : { ...same, modified: leaf }
  }
  const found = shape.at === 'list' ? items(shape, before, after) : fields(shape, before, after)
  const here = gather(found)
  if (before === undefined) return { ...here, added: here.added.union(FieldSet.leaf) }
  return after === undefined ? { ...here, removed: here.removed.union(FieldSet.leaf) } : here
}

/** Excludes paths and what lies below them from a comparison. */
export function ignoring({ added, modified, removed }: Comparison, ignored: FieldSet): Comparison {
  return {
    added: added.without(ignored),
    modified: modified.without(ignored),
    removed: removed.without(ignored),
  }
}

type Found = readonly (readonly [PathElement, Comparison])[]

function fields(shape: Shape, before: unknown, after: unknown): Found {
  const left = isObject(before) ? before : {}
  const right = isObject(after) ? after : {}
  const found: [PathElement, Comparison][] = []
  const visit = (key: string): void => {
    const child = childShape(shape, key) ?? { at: 'any' }
    const comparison = compare(child, getOwn(left, key), getOwn(right, key))
    if (comparison !== same) found.push([fieldElement(key), comparison])
  }
  for (const key of Object.keys(left)) visit(key)
  for (const key of Object.keys(right)) if (!Object.hasOwn(left, key)) visit(key)
  return found
}

function items(shape: Shape & { at: 'list' }, before: unknown, after: unknown): Found {
  const left = itemsOf(shape, before)
  const right = itemsOf(shape, after)
  return [...new Set([...left.keys(), ...right.keys()])].map((element) => {
    const [old, ...olds] = left.get(element) ?? []
    const [now, ...nows] = right.get(element) ?? []
    if (olds.length === 0 && nows.length === 0) return [element, compare(shape.of, old, now)]
    // Items with the same key are compared as one value.
    if (olds.length > 0 && nows.length > 0) {
      const equal = equalJson(left.get(element), right.get(element))
      return [element, equal ? same : { ...same, modified: FieldSet.leaf }]
    }
    if (olds.length > 0) {
      const fresh = now === undefined ? same : compare(shape.of, undefined, now)
      return [element, { ...fresh, removed: FieldSet.leaf }]
    }
    const gone = old === undefined ? same : compare(shape.of, old, undefined)
    return [element, { ...gone, added: FieldSet.leaf }]
  })
}

function gather(found: Found): Comparison {
  if (found.every(([, comparison]) => comparison === same)) return same
  const part = (name: keyof Comparison): FieldSet => {
    const children = found
      .map(([element, comparison]) => [element, comparison[name]] as const)
      .filter(([, set]) => !set.isEmpty)
    return children.length === 0 ? FieldSet.empty : new FieldSet(false, new Map(children))
  }
  return { added: part('added'), modified: part('modified'), removed: part('removed') }
}

/** Absent, null, or an empty list or object. */
function isHollow(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (Array.isArray(value)) return value.length === 0
  return isObject(value) && Object.keys(value).length === 0
}
