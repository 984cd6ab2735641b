import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/*
 * Writes packages/api-server/src/facts from dumps of a real API server: discovery documents, table columns and the
 * fields of Kubernetes' Go types. Run: node scripts/api-server-facts.ts <folder with the dumps>
 */

interface Field {
  j: string
  t: string
  n?: string
  o?: boolean
  i?: boolean
  ps?: string
  pk?: string
}
interface Topology {
  schema: string
  path: string
  listType: unknown
  mapKeys: string[] | null
  mapType: unknown
}
interface GoType {
  f?: Field[]
  alias?: string
}
interface ResponseKind {
  group: string
  version: string
  kind: string
}
interface DiscoveryResource {
  resource: string
  responseKind: ResponseKind
  scope: string
  singularResource: string
  verbs: string[]
  shortNames?: string[]
  categories?: string[]
  subresources?: { subresource: string; responseKind: ResponseKind; verbs: string[] }[]
}
interface Aggregated {
  items: {
    metadata: { name?: string }
    versions: { version: string; resources: DiscoveryResource[] }[]
  }[]
}
interface Column {
  name: string
  type: string
  format: string
  priority: number
}

const [, , from] = process.argv
if (from === undefined) throw new Error('usage: node scripts/api-server-facts.ts <folder with the dumps>')
const read = (path: string): unknown => JSON.parse(readFileSync(join(from, path), 'utf8'))
const write = (name: string, comment: string, lines: readonly string[]): void => {
  const path = join(import.meta.dirname, '../packages/api-server/src/facts', `${name}.ts`)
  const head = `// Written by scripts/api-server-facts.ts from Kubernetes 1.32; do not edit.\n\n/** ${comment} */\n`
  writeFileSync(path, `${head}export const ${name}Facts = \`\n${lines.join('\n')}\n\`\n`)
}

/** Group, version, plural, singular, kind, scope, verbs, short names, categories, hash; then its subresources. */
const resourceLines: string[] = []
const roots = new Map<string, string>()
for (const file of ['api', 'apis']) {
  for (const item of (read(`discovery/${file}.aggregated.v2.json`) as Aggregated).items) {
    const group = item.metadata.name ?? ''
    for (const { version, resources } of item.versions) {
      const legacy = read(
        group === '' ? 'discovery/api__v1.json' : `discovery/apis__${group}__${version}.json`,
      ) as { resources: { name: string; storageVersionHash?: string }[] }
      const hashes = new Map(
        legacy.resources.map(({ name, storageVersionHash }) => [name, storageVersionHash]),
      )
      for (const each of resources) {
        const list = (values: string[] | undefined) => values?.join(',') || '-'
        resourceLines.push(
          [
            group || 'core',
            version,
            each.resource,
            each.singularResource || '-',
            each.responseKind.kind,
            each.scope === 'Namespaced' ? 'N' : 'C',
            list(each.verbs),
            list(each.shortNames),
            list(each.categories),
            hashes.get(each.resource) ?? '-',
          ].join(' '),
        )
        roots.set(`${group === '' ? version : `${group}/${version}`}/${each.responseKind.kind}`, '')
        for (const sub of each.subresources ?? []) {
          const { group: g, version: v, kind } = sub.responseKind
          resourceLines.push(`/${sub.subresource} ${g || '-'} ${v || '-'} ${kind} ${list(sub.verbs)}`)
          if (v !== '') roots.set(`${g}/${v}/${kind}`, '')
        }
      }
    }
  }
}
for (const root of ['meta.k8s.io/v1/DeleteOptions', 'v1/Binding']) roots.set(root, '')

const columnLines = Object.entries(read('table-columns.json') as Record<string, Column[]>).map(
  ([resource, columns]) =>
    `${resource} ${columns
      .map(({ name, type, format, priority }) => `${name}|${type}|${format}|${priority}`)
      .join(';')}`,
)

const types = read('go-types-v1.json') as Record<string, GoType>
/** How lists and maps are merged, by `<Go type>.<field>`, or by `<Go type>.` for a type as a whole. */
const topologies = new Map<string, Topology>()
for (const each of (read('merge-keys.json') as { lists: Topology[] }).lists) {
  const parts = each.schema
    .replace('io.k8s.apiextensions-apiserver', 'apiextensions-apiserver')
    .replace('io.k8s.kube-aggregator', 'kube-aggregator')
    .replace('io.k8s.', '')
    .split('.')
  topologies.set(`${parts.slice(0, -1).join('/')}.${parts.at(-1)}${each.path || '.'}`, each)
}
/** m=key or m: strategic merge; k=keys, s, a, g: list of maps, set, atomic or granular for server-side apply. */
const marks = (owner: string, { j, ps = '', pk = '' }: Field): string => {
  const merges = ps.split(',').includes('merge')
  const strategy = merges ? [pk === '' ? 'm' : `m=${pk}`] : []
  const topology = topologies.get(`${owner}.${j}`)
  if (topology?.listType === 'set') return [...strategy, 's'].join(';')
  if (topology?.listType === 'map') return [...strategy, `k=${topology.mapKeys?.join(',')}`].join(';')
  if (topology?.mapType === 'atomic') return [...strategy, 'a'].join(';')
  if (topology?.mapType === 'granular') return [...strategy, 'g'].join(';')
  // Upstream derives the topology from the strategy where there is no other mark.
  if (topology?.listType !== 'atomic' && merges) strategy.push(pk === '' ? 's' : `k=${pk}`)
  return strategy.join(';')
}
const special = new Map([
  ['apimachinery/pkg/apis/meta/v1.Time', 'T'],
  ['apimachinery/pkg/apis/meta/v1.MicroTime', 'M'],
  ['apimachinery/pkg/apis/meta/v1.Duration', 'D'],
  ['apimachinery/pkg/apis/meta/v1.FieldsV1', 'R'],
  ['apimachinery/pkg/api/resource.Quantity', 'Q'],
  ['apimachinery/pkg/util/intstr.IntOrString', 'I'],
  ['apimachinery/pkg/runtime.RawExtension', 'R'],
  ['apiextensions-apiserver/pkg/apis/apiextensions/v1.JSON', 'R'],
  ['apiextensions-apiserver/pkg/apis/apiextensions/v1.JSONSchemaPropsOrArray', 'R'],
  ['apiextensions-apiserver/pkg/apis/apiextensions/v1.JSONSchemaPropsOrBool', 'R'],
  ['apiextensions-apiserver/pkg/apis/apiextensions/v1.JSONSchemaPropsOrStringArray', 'R'],
  ['apiextensions-apiserver/pkg/apis/apiextensions/v1.CustomResourceSubresourceStatus', 'R'],
  ['api/authentication/v1.ExtraValue', 'W'],
  ['api/authorization/v1.ExtraValue', 'W'],
  ['api/certificates/v1.ExtraValue', 'W'],
  ['string', 's'],
  ['bool', 'b'],
  ['int32', 'i'],
  ['int64', 'l'],
  ['float64', 'f'],
])
const indices = new Map<string, number>()
const queue: string[] = []
const indexOf = (type: string): number => {
  let index = indices.get(type)
  if (index === undefined) {
    index = indices.size
    indices.set(type, index)
    queue.push(type)
  }
  return index
}
const encode = (type: string): string => {
  if (type === '[]byte') return 'y'
  if (type.startsWith('*')) return `*${encode(type.slice(1))}`
  if (type.startsWith('[]')) return `[${encode(type.slice(2))}`
  const map = /^map\[[^\]]+\](.+)$/.exec(type)
  if (map) return `{${encode(map[1] ?? '')}`
  const known = special.get(type)
  if (known !== undefined) return known
  const found = types[type]
  if (found?.alias !== undefined) return encode(found.alias)
  if (found?.f !== undefined) return `#${indexOf(type).toString(36)}`
  // A type of another package that the dump left out is a named string.
  return 's'
}
for (const root of roots.keys()) {
  const [kind = '', version = '', group = ''] = root.split('/').toReversed()
  const folder = group.replace(/\..*/, '') || 'core'
  const name = Object.keys(types).find(
    (type) => type.endsWith(`/${folder}/${version}.${kind}`) && types[type]?.f !== undefined,
  )
  if (name !== undefined) roots.set(root, name)
  if (name !== undefined) indexOf(name)
}
/** The owner that OpenAPI names for the fields of structs that only ever are embedded. */
const embedders = new Map([['api/core/v1.EphemeralContainerCommon', 'api/core/v1.EphemeralContainer']])
/** A message a line, in order: its Go name (! atomic), fields as name:type:number:flags (o omitempty, > inlined):marks. */
const schemaLines: string[] = []
for (let at = 0; at < queue.length; at++) {
  const name = queue[at] ?? ''
  const owner = embedders.get(name) ?? name
  const flat = (type: string): string[] =>
    (types[type]?.f ?? []).flatMap((field) => {
      if (field.t.endsWith('.TypeMeta')) return ['kind:s::o', 'apiVersion:s::o']
      if (field.i === true && field.n === undefined) return flat(field.t)
      const flags = `${field.o === true ? 'o' : ''}${field.i === true ? '>' : ''}`
      const parts = [field.j, encode(field.t), field.n ?? '', flags, marks(owner, field)]
      return [parts.join(':').replace(/:+$/, '')]
    })
  const atomic = topologies.get(`${name}.`)?.mapType === 'atomic' ? '!' : ''
  schemaLines.push(`${name.slice(name.lastIndexOf('.') + 1)}${atomic} ${flat(name).join(' ')}`.trimEnd())
}
const rootLines = [...roots]
  .filter(([, name]) => name !== '')
  .map(([root, name]) => `=${root} ${indexOf(name).toString(36)}`)

/*
 * OpenAPI: a schema a line, in JSON with short keys and with words for the most frequent schemas; openapi/schemas.ts
 * reads it. The dump has no descriptions, so the facts have no prose.
 */
type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
const shortKeys = new Map([
  ['properties', 'p'],
  ['required', 'r'],
  ['additionalProperties', 'a'],
  ['items', 'i'],
  ['type', 't'],
  ['default', 'd'],
  ['enum', 'e'],
  ['format', 'f'],
  ['x-kubernetes-list-type', 'lt'],
  ['x-kubernetes-list-map-keys', 'lk'],
  ['x-kubernetes-map-type', 'mt'],
  ['x-kubernetes-patch-merge-key', 'mk'],
  ['x-kubernetes-patch-strategy', 'ps'],
  ['x-kubernetes-group-version-kind', 'gvk'],
  ['x-kubernetes-unions', 'u'],
])
const words = new Map([
  ['{"type":"string"}', 's'],
  ['{"default":"","type":"string"}', 'S'],
  ['{"type":"boolean"}', 'b'],
  ['{"format":"int32","type":"integer"}', 'i'],
  ['{"default":0,"format":"int32","type":"integer"}', 'I'],
  ['{"format":"int64","type":"integer"}', 'l'],
  ['{"type":"object"}', 'o'],
])
const prefix = '#/components/schemas/io.k8s.'
const sortedText = (value: object): string =>
  JSON.stringify(Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))))
const shortSchema = (schema: Record<string, Json>): Json => {
  const word = words.get(sortedText(schema))
  if (word !== undefined) return word
  const { $ref, allOf, default: byDefault } = schema
  const only =
    Array.isArray(allOf) && allOf.length === 1 ? (allOf[0] as Record<string, Json>)['$ref'] : undefined
  const keys = Object.keys(schema).length
  if (keys === 1 && typeof $ref === 'string') return `$${$ref.slice(prefix.length)}`
  if (keys === 1 && typeof only === 'string') return `@${only.slice(prefix.length)}`
  if (keys === 2 && typeof only === 'string' && JSON.stringify(byDefault) === '{}') {
    return `!${only.slice(prefix.length)}`
  }
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [shortKeys.get(key) ?? key, shortValue(key, value)]),
  )
}
const shortValue = (key: string, value: Json): Json => {
  const isSchema = typeof value === 'object' && value !== null && !Array.isArray(value)
  if ((key === 'items' || key === 'additionalProperties') && isSchema) return shortSchema(value)
  if (key === 'allOf' || key === 'oneOf') {
    return (value as Record<string, Json>[]).map((each) => shortSchema(each))
  }
  if (key !== 'properties') return value
  return Object.fromEntries(
    Object.entries(value as Record<string, Record<string, Json>>).map(([name, each]) => [
      name,
      shortSchema(each),
    ]),
  )
}
const openapiLines = Object.entries(
  read('v3-schemas-unique-nodesc.json') as Record<string, Record<string, Json>>,
)
  .map(([name, schema]) => {
    const line = `${name.replace(/^io\.k8s\./, '')} ${JSON.stringify(shortSchema(schema))}`
    if (/[\\`]|\$\{/.test(line)) throw new Error(`${name} would need escapes`)
    return line
  })
  .toSorted()

write('openapi', 'Schemas of OpenAPI: a name and its schema in short JSON a line.', openapiLines)
write(
  'resources',
  'What the server serves: a line for each resource, each followed by its subresources.',
  resourceLines,
)
write('columns', 'Columns of tables: name|type|format|priority for each resource.', columnLines)
write('schema', 'Fields of the built-in types, with their protobuf numbers and how they are merged.', [
  ...rootLines,
  ...schemaLines,
])
