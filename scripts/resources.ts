/**
 * Writes packages/meta/src/resources/ from what an API server says it serves, and lists the names in index.ts:
 *
 *     node scripts/resources.ts <directory>
 *
 * The directory holds the aggregated discovery documents as an API server answers them to
 * `Accept: application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList`:
 * `api.aggregated.v2.json` from `/api` and `apis.aggregated.v2.json` from `/apis`.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

interface Served {
  resource: string
  scope: string
  responseKind?: { kind: string; group: string; version: string }
  subresources?: { responseKind?: { kind: string; group: string; version: string } }[]
}

interface Discovery {
  items: { metadata: { name?: string }; versions: { version: string; resources: Served[] }[] }[]
}

interface Kind {
  group: string
  version: string
  kind: string
  name: string
  model: string
  /** Not there for a kind that is only the body of a subresource. */
  place: { resource: string; namespaced: boolean } | undefined
}

const directory = process.argv[2]
if (directory === undefined) throw new Error('give the directory of the discovery documents')

const meta = join(import.meta.dirname, '../packages/meta/src')
const models = new Set(
  readdirSync(join(dirname(fileURLToPath(import.meta.resolve('@kubernetes/client-node'))), 'gen/models')).map(
    (file) => file.replace(/\..*$/, ''),
  ),
)

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const shortGroup = (group: string): string => (group === '' ? 'core' : (group.split('.')[0] ?? group))

function modelOf(group: string, version: string, kind: string): string | undefined {
  const name = capitalized(version) + kind
  return [name, capitalized(shortGroup(group)) + name].find((model) => models.has(model))
}

function read(file: string): Discovery {
  return JSON.parse(readFileSync(join(directory ?? '', file), 'utf8')) as Discovery
}

/** The first to come has the plain name: core comes before groups, the preferred version before others. */
function kindsOf(groups: Discovery['items']): Kind[] {
  const kinds = new Map<string, Kind>()
  const names = new Map<string, string>()
  const add = (group: string, version: string, kind: string, place: Kind['place']): void => {
    const model = modelOf(group, version, kind)
    const key = `${group}/${version}/${kind}`
    if (kinds.has(key)) return
    // What only opens a connection (PodExecOptions) is no object and has no model.
    if (model === undefined && place === undefined) return
    if (model === undefined) throw new Error(`@kubernetes/client-node has no class for ${key}`)
    const owner = names.get(kind)
    const name =
      owner === undefined
        ? kind
        : owner === group
          ? kind + capitalized(version)
          : capitalized(shortGroup(group)) + capitalized(version) + kind
    names.set(kind, owner ?? group)
    kinds.set(key, { group, version, kind, name, model, place })
  }
  const versions = groups.flatMap(({ metadata, versions: served }) =>
    served.map(({ version, resources }) => ({ group: metadata.name ?? '', version, resources })),
  )
  for (const { group, version, resources } of versions) {
    for (const { resource, scope, responseKind } of resources) {
      if (responseKind)
        add(group, version, responseKind.kind, { resource, namespaced: scope === 'Namespaced' })
    }
  }
  for (const { group, version, resources } of versions) {
    for (const { responseKind } of resources.flatMap(({ subresources = [] }) => subresources)) {
      // An empty group and version stand for those of the document.
      if (!responseKind) continue
      const inherits = responseKind.version === ''
      add(
        inherits ? group : responseKind.group,
        responseKind.version || version,
        responseKind.kind,
        undefined,
      )
    }
  }
  return [...kinds.values()]
}

function declaration({ group, version, kind, name, model, place }: Kind): string {
  const apiVersion = group === '' ? version : `${group}/${version}`
  const type = `/** The kind ${kind} of ${apiVersion}, as it is on the wire. */\nexport interface ${name} extends Raw<k8s.${model}> {}\n`
  if (place === undefined) return type
  const fields = JSON.stringify({ group, version, kind, ...place })
  return `${type}\n/** Where API servers serve ${place.resource} of ${apiVersion}. */\nexport const ${name}: Resource<${name}> = defineResource(${fields})\n`
}

const generated = '// Written by scripts/resources.ts.\n'
const target = join(meta, 'resources')
rmSync(target, { recursive: true, force: true })
mkdirSync(target)

const kinds = kindsOf([...read('api.aggregated.v2.json').items, ...read('apis.aggregated.v2.json').items])
const groups = [...Map.groupBy(kinds, ({ group }) => shortGroup(group))].toSorted(([a], [b]) =>
  a < b ? -1 : 1,
)
const list = (names: string[]): string => names.toSorted().join(', ')
const placed = (members: Kind[]): string[] => members.filter(({ place }) => place).map(({ name }) => name)

for (const [group, members] of groups) {
  const imports = [
    `import type * as k8s from '@kubernetes/client-node'\n`,
    `import type { Raw } from '../raw.ts'`,
    ...(placed(members).length > 0 ? [`import { defineResource, type Resource } from '../resource.ts'`] : []),
  ]
  const text = [generated, imports.join('\n'), '', ...members.map(declaration)].join('\n')
  writeFileSync(join(target, `${group}.ts`), text)
}

writeFileSync(
  join(target, 'built-in-resources.ts'),
  [
    generated,
    "import type { Resource } from '../resource.ts'",
    ...groups.map(([group, members]) => `import { ${list(placed(members))} } from './${group}.ts'`),
    '',
    '/** Every resource that comes with Kubernetes. Some can only be created: Binding and the reviews. */',
    `export const builtInResources: readonly Resource[] = [${groups.flatMap(([, members]) => placed(members)).join(', ')}]`,
    '',
  ].join('\n'),
)

const index = join(meta, 'index.ts')
const exportsOf = ([group, members]: readonly [string, Kind[]]): string => {
  const names = members.map(({ name, place }) => (place ? name : `type ${name}`))
  return `export { ${names.join(', ')} } from './resources/${group}.ts'`
}
writeFileSync(
  index,
  [
    readFileSync(index, 'utf8')
      .replaceAll(/export \{[^}]*\} from '\.\/resources\/[^']*'\n/g, '')
      .trimEnd(),
    "export { builtInResources } from './resources/built-in-resources.ts'",
    ...groups.map(exportsOf),
    '',
  ].join('\n'),
)

execFileSync('npx', ['oxfmt', target, index], { stdio: 'inherit' })
