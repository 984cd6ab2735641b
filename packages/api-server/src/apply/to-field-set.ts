import { isObject } from '../codec/json.ts'
import { FieldSet } from './field-set.ts'
import { fieldElement, type PathElement } from './path-element.ts'
import { childShape, declares, deduced, itemsOf, type Shape } from './shape.ts'

/** The paths that a value sets: its leaves, its items, and what is empty. Upstream: TypedValue.ToFieldSet. */
export function toFieldSet(open: Shape, value: unknown): FieldSet {
  const shape = deduced(open, value)
  if (shape.at === 'leaf') return FieldSet.leaf
  const children = new Map<PathElement, FieldSet>()
  if (shape.at === 'list') {
    for (const [element, [item, ...more]] of itemsOf(shape, value)) {
      // Items with the same key are owned as one.
      const inner = more.length > 0 ? FieldSet.leaf : toFieldSet(shape.of, item)
      children.set(element, inner.union(FieldSet.leaf))
    }
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      const item = value[key]
      const inner = toFieldSet(childShape(shape, key) ?? { at: 'any' }, item)
      const empty = item === null || (isObject(item) && Object.keys(item).length === 0)
      const named = declares(shape, key)
      const set = empty || !named ? inner.union(FieldSet.leaf) : inner
      if (!set.isEmpty) children.set(fieldElement(key), set)
    }
  }
  return children.size === 0 ? FieldSet.empty : new FieldSet(false, children)
}
