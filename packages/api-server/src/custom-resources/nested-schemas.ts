import { decode } from '../codec/decode.ts'
import { asArray, asObject, isObject, type JsonObject } from '../codec/json.ts'
import { schema as builtIn, type FieldType, type Message } from '../codec/schema.ts'

/** The type of a schema, of which the type of a definition does not tell that it stands in `items` as well. */
function schemaMessage(): Message {
  const root = builtIn.root('apiextensions.k8s.io/v1', 'CustomResourceDefinition')
  const path = ['spec', 'versions', 'schema', 'openAPIV3Schema']
  const found = path.reduce<Message | undefined>(
    (message, key) => message && inside(message.fields.get(key)?.type),
    root,
  )
  if (found === undefined) throw new TypeError('the schema facts have no schemas of definitions')
  return found
}

function inside(type: FieldType | undefined): Message | undefined {
  if (type?.at === 'message') return builtIn.message(type.index)
  return type?.at === 'pointer' || type?.at === 'list' ? inside(type.of) : undefined
}

const open = ['items', 'additionalProperties'] as const
const lists = ['allOf', 'anyOf', 'oneOf'] as const

/** Reads the schemas in `items` and `additionalProperties`, in place, as all others are. Throws a DecodeError. */
export function readNestedSchemas(definition: JsonObject): void {
  const message = schemaMessage()
  for (const root of schemasOf(definition)) {
    visit(root.schema, root.path, (schema) => {
      for (const key of open) {
        const value = schema[key]
        if (isObject(value)) schema[key] = decode(message, value).object
      }
    })
  }
}

/** The paths of fields that schemas in `items` and `additionalProperties` have too much. */
export function unknownSchemaFields(definition: JsonObject): readonly string[] {
  const known = schemaMessage().fields
  const unknown: string[] = []
  for (const root of schemasOf(definition)) {
    visit(root.schema, root.path, (schema, path, nested) => {
      if (!nested) return
      for (const key of Object.keys(schema)) if (!known.has(key)) unknown.push(`${path}.${key}`)
    })
  }
  return unknown
}

function schemasOf(
  definition: JsonObject,
): readonly { readonly schema: JsonObject; readonly path: string }[] {
  return asArray(asObject(definition['spec'])['versions']).flatMap((version, at) => {
    const schema = asObject(asObject(version)['schema'])['openAPIV3Schema']
    const path = `spec.versions[${at}].schema.openAPIV3Schema`
    return isObject(schema) ? [{ schema, path }] : []
  })
}

/** Calls `see` with a schema and all of its parts, the outer ones first; `nested` are those below an open field. */
function visit(
  root: JsonObject,
  start: string,
  see: (schema: JsonObject, path: string, nested: boolean) => void,
): void {
  const waiting = [{ schema: root, path: start, nested: false }]
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    const { schema, path, nested } = each
    see(schema, path, nested)
    const add = (value: unknown, at: string, below: boolean) => {
      if (isObject(value)) waiting.push({ schema: value, path: at, nested: below })
    }
    for (const key of open) add(schema[key], `${path}.${key}`, true)
    add(schema['not'], `${path}.not`, nested)
    for (const key of lists) {
      for (const [at, item] of asArray(schema[key]).entries()) add(item, `${path}.${key}[${at}]`, nested)
    }
    const properties = asObject(schema['properties'])
    for (const key of Object.keys(properties)) add(properties[key], `${path}.properties.${key}`, nested)
  }
}
