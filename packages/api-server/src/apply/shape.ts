import { isObject } from '../codec/json.ts'
import { schema, type Field, type FieldType, type MergeFacts, type Message } from '../codec/schema.ts'
import { keyElement, valueElement, type PathElement } from './path-element.ts'

/**
 * How a value is owned and merged: as one (`leaf`), field by field, key by key, or item by item. Upstream: schema.Atom.
 */
export type Shape =
  | { readonly at: 'leaf'; readonly expect: Expectation }
  | { readonly at: 'struct'; readonly message: Message }
  /** A struct of a custom resource; `others` is there when it may have more fields than are known. */
  | {
      readonly at: 'object'
      readonly fields: ReadonlyMap<string, Shape>
      readonly others: Shape | undefined
    }
  | { readonly at: 'map'; readonly of: Shape }
  /** Without keys it is a set of scalars. */
  | {
      readonly at: 'list'
      readonly keys: readonly string[]
      /** What keys that are left out stand for. */
      readonly defaults?: ReadonlyMap<string, unknown>
      readonly of: Shape
    }
  /** No schema: objects are granular, everything else is one value. */
  | { readonly at: 'any' }

/** What JSON a value that is owned as one may be; `items` and `fields` are checked inside as well. */
export type Expectation =
  | 'string'
  | 'number'
  | 'boolean'
  | 'scalar'
  | { readonly items: Shape }
  | { readonly fields: Shape }

const any: Shape = { at: 'any' }
const noFacts: MergeFacts = { patchKey: undefined, listKeys: undefined, atomic: undefined }

/** The shape of a kind; kinds without a type are of any shape. */
export function shapeOf(apiVersion: string, kind: string): Shape {
  const message = schema.root(apiVersion, kind)
  return message === undefined ? any : { at: 'struct', message }
}

/** Whether a struct names a field, so that it is there without being owned by itself. */
export function declares(shape: Shape, key: string): boolean {
  if (shape.at === 'object') return shape.fields.has(key)
  return shape.at === 'struct' && shape.message.fields.has(key)
}

const shapes = new WeakMap<Field, Shape>()

/** The shape of what is at a key of an object; undefined for a field that a struct does not have. */
export function childShape(shape: Shape, key: string): Shape | undefined {
  if (shape.at === 'map') return shape.of
  if (shape.at === 'object') return shape.fields.get(key) ?? shape.others
  if (shape.at !== 'struct') return any
  const field = shape.message.fields.get(key)
  if (field === undefined) return undefined
  const known = shapes.get(field)
  if (known !== undefined) return known
  const made = fieldShape(field.type, field.merge)
  shapes.set(field, made)
  return made
}

function fieldShape(type: FieldType, facts: MergeFacts): Shape {
  switch (type.at) {
    case 'pointer':
      return fieldShape(type.of, facts)
    case 'message': {
      const message = schema.message(type.index)
      const struct: Shape = { at: 'struct', message }
      return (facts.atomic ?? message.atomic) ? { at: 'leaf', expect: { fields: struct } } : struct
    }
    case 'map': {
      const map: Shape = { at: 'map', of: fieldShape(type.of, noFacts) }
      return facts.atomic === true ? { at: 'leaf', expect: { fields: map } } : map
    }
    case 'list': {
      const of = fieldShape(type.of, noFacts)
      if (facts.listKeys === undefined) return { at: 'leaf', expect: { items: of } }
      return { at: 'list', keys: facts.listKeys, of }
    }
    case 'strings':
      return { at: 'leaf', expect: { items: { at: 'leaf', expect: 'string' } } }
    case 'raw':
      return any
    case 'bool':
      return { at: 'leaf', expect: 'boolean' }
    case 'int32':
    case 'int64':
    case 'float64':
      return { at: 'leaf', expect: 'number' }
    case 'quantity':
    case 'int-or-string':
      return { at: 'leaf', expect: 'scalar' }
    case 'string':
    case 'bytes':
    case 'time':
    case 'micro-time':
    case 'duration':
      break
  }
  return { at: 'leaf', expect: 'string' }
}

/** The shape that a value has where the schema leaves it open. */
export function deduced(shape: Shape, ...values: readonly unknown[]): Shape {
  if (shape.at !== 'any') return shape
  return values.some(isObject) ? { at: 'map', of: any } : { at: 'leaf', expect: 'scalar' }
}

/** A list whose items are told apart. */
export type ListShape = Pick<Shape & { at: 'list' }, 'keys' | 'defaults'>

// Keys that are left out stand for their default; no other key of a built-in list has one.
const keyDefaults: ReadonlyMap<string, unknown> = new Map([['protocol', 'TCP']])

/** How an item of a list is told from others; undefined when it has none of its keys. */
export function itemElement(
  { keys, defaults = keyDefaults }: ListShape,
  item: unknown,
): PathElement | undefined {
  if (keys.length === 0) return isObject(item) || item === null ? undefined : valueElement(item)
  if (!isObject(item)) return undefined
  const found = keys
    .map((key) => [key, item[key] ?? defaults.get(key)] as const)
    .filter(([, value]) => value !== undefined)
  return found.length === 0 ? undefined : keyElement(found)
}

/** The items of a list by what tells them apart; those that nothing does are left out. */
export function itemsOf(shape: ListShape, list: unknown): ReadonlyMap<PathElement, readonly unknown[]> {
  const items = new Map<PathElement, unknown[]>()
  for (const item of Array.isArray(list) ? list : []) {
    const element = itemElement(shape, item)
    if (element === undefined) continue
    const same = items.get(element)
    if (same === undefined) items.set(element, [item])
    else same.push(item)
  }
  return items
}
