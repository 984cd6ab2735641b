import { schema as builtIn } from '../codec/schema.ts'
import { childShape, type Shape } from '../apply/shape.ts'
import type { Schema } from './schema.ts'

const any: Shape = { at: 'any' }
const text: Shape = { at: 'leaf', expect: 'string' }

/** How custom resources of a schema are owned and merged. */
export function resourceShape(schema: Schema): Shape {
  return withTypeAndMetadata(schema)
}

function withTypeAndMetadata(schema: Schema): Shape {
  const fields = new Map<string, Shape>()
  for (const [key, property] of schema.properties) fields.set(key, shapeOf(property))
  fields.set('apiVersion', text).set('kind', text).set('metadata', metadataShape())
  return { at: 'object', fields, others: othersOf(schema) }
}

/** Metadata is that of any object. */
function metadataShape(): Shape {
  const message = builtIn.root('v1', 'ConfigMap')
  return message === undefined ? any : (childShape({ at: 'struct', message }, 'metadata') ?? any)
}

function othersOf({ additional, preserve }: Schema): Shape | undefined {
  if (typeof additional === 'object') return shapeOf(additional)
  return preserve || additional === true ? any : undefined
}

function shapeOf(schema: Schema): Shape {
  if (schema.intOrString) return { at: 'leaf', expect: 'scalar' }
  switch (schema.type) {
    case 'object': {
      const shape = objectShape(schema)
      return schema.mapType === 'atomic' ? { at: 'leaf', expect: { fields: shape } } : shape
    }
    case 'array': {
      const of = schema.items === undefined ? any : shapeOf(schema.items)
      if (schema.listType === 'set') return { at: 'list', keys: [], of }
      if (schema.listType === 'map')
        return { at: 'list', keys: schema.listKeys, defaults: keyDefaults(schema), of }
      return { at: 'leaf', expect: { items: of } }
    }
    case 'string':
      return text
    case 'boolean':
      return { at: 'leaf', expect: 'boolean' }
    case 'integer':
    case 'number':
      return { at: 'leaf', expect: 'number' }
    default:
      return any
  }
}

/** Keys that the items of a list may leave out. */
function keyDefaults({ listKeys, items }: Schema): ReadonlyMap<string, unknown> {
  const defaults = listKeys.map((key) => [key, items?.properties.get(key)?.default] as const)
  return new Map(defaults.filter(([, value]) => value !== undefined))
}

function objectShape(schema: Schema): Shape {
  if (schema.embedded) return withTypeAndMetadata(schema)
  const others = othersOf(schema)
  if (schema.properties.size === 0 && others !== undefined) return { at: 'map', of: others }
  const fields = new Map<string, Shape>()
  for (const [key, property] of schema.properties) fields.set(key, shapeOf(property))
  return { at: 'object', fields, others }
}
