import { asArray, asString, isObject, type JsonObject } from '../codec/json.ts'
import { openapiFacts } from '../facts/openapi.ts'

/** A schema of a document, as OpenAPI 3.0 writes it. */
export type Schema = JsonObject

const words = new Map<string, Schema>([
  ['s', { type: 'string' }],
  ['S', { type: 'string', default: '' }],
  ['b', { type: 'boolean' }],
  ['i', { type: 'integer', format: 'int32' }],
  ['I', { type: 'integer', format: 'int32', default: 0 }],
  ['l', { type: 'integer', format: 'int64' }],
  ['o', { type: 'object' }],
])

const longKeys = new Map([
  ['p', 'properties'],
  ['r', 'required'],
  ['a', 'additionalProperties'],
  ['i', 'items'],
  ['t', 'type'],
  ['d', 'default'],
  ['e', 'enum'],
  ['f', 'format'],
  ['lt', 'x-kubernetes-list-type'],
  ['lk', 'x-kubernetes-list-map-keys'],
  ['mt', 'x-kubernetes-map-type'],
  ['mk', 'x-kubernetes-patch-merge-key'],
  ['ps', 'x-kubernetes-patch-strategy'],
  ['gvk', 'x-kubernetes-group-version-kind'],
  ['u', 'x-kubernetes-unions'],
])

const lines = new Map(
  openapiFacts
    .trim()
    .split('\n')
    .map((line) => {
      const space = line.indexOf(' ')
      return [line.slice(0, space), line.slice(space + 1)] as const
    }),
)

/** The names of the schemas that say they are of one kind, by group, version and kind, separated by slashes. */
export const schemaNames: ReadonlyMap<string, string> = new Map(
  [...lines].flatMap(([name, line]) => {
    const kinds = /"gvk":(\[.*?\])/.exec(line)?.[1]
    const parsed = kinds === undefined ? [] : (JSON.parse(kinds) as readonly Record<string, string>[])
    // Options are of every group; that of a document is found by its name.
    if (parsed.length !== 1) return []
    return parsed.map(({ group, version, kind }) => [`${group}/${version}/${kind}`, name] as const)
  }),
)

/** `names` and whatever they refer to, as `components.schemas` has them. */
export function schemasFor(names: Iterable<string>): Record<string, Schema> {
  const found = new Map<string, Schema>()
  const queue = [...names]
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const line = lines.get(name)
    if (line === undefined || found.has(name)) continue
    found.set(
      name,
      expand(JSON.parse(line) as unknown, (other) => queue.push(other)),
    )
  }
  const sorted = [...found].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(sorted.map(([name, schema]) => [`io.k8s.${name}`, schema]))
}

/** A reference to a schema by its name. */
export function reference(name: string): Schema {
  return { $ref: `#/components/schemas/io.k8s.${name}` }
}

/** Undoes what the facts do to keep schemas short; they are at most a few levels deep. */
function expand(short: unknown, refersTo: (name: string) => void): Schema {
  if (typeof short === 'string') {
    const word = words.get(short)
    if (word !== undefined) return word
    const name = short.slice(1)
    refersTo(name)
    if (short.startsWith('$')) return reference(name)
    const allOf = [reference(name)]
    return short.startsWith('!') ? { allOf, default: {} } : { allOf }
  }
  const schema: Record<string, unknown> = {}
  for (const [shortKey, value] of Object.entries(isObject(short) ? short : {})) {
    const key = longKeys.get(shortKey) ?? shortKey
    schema[key] = expandValue(key, value, refersTo)
  }
  return schema
}

function expandValue(key: string, value: unknown, refersTo: (name: string) => void): unknown {
  if (key === 'items' || key === 'additionalProperties') {
    return typeof value === 'boolean' ? value : expand(value, refersTo)
  }
  if (key === 'allOf' || key === 'oneOf') return asArray(value).map((each) => expand(each, refersTo))
  if (key !== 'properties') return value
  const properties = Object.entries(isObject(value) ? value : {})
  return Object.fromEntries(properties.map(([name, each]) => [asString(name), expand(each, refersTo)]))
}
