import { createHash } from 'node:crypto'
import type { ApiObject } from '../codec/json.ts'
import type { ServedResource, Subresource } from '../registry/resource.ts'
import type { Strategy } from '../registry/strategy.ts'
import type { CustomKind } from './custom-kind.ts'
import type { Definition, DefinitionVersion } from './definition.ts'
import { valueAt } from './scale-paths.ts'

const allVerbs = ['delete', 'deletecollection', 'get', 'list', 'patch', 'create', 'update', 'watch']
const lastVerbs = ['delete', 'deletecollection', 'get', 'list', 'watch']
const subresourceVerbs = ['get', 'patch', 'update']

/** A version of a definition as a resource that is served. */
export function servedResource(
  definition: Definition,
  version: DefinitionVersion,
  custom: CustomKind,
): ServedResource {
  const { group, accepted, namespaced } = definition
  return {
    group,
    version: version.name,
    apiVersion: custom.apiVersion,
    resource: accepted.plural,
    singular: accepted.singular,
    kind: accepted.kind,
    namespaced,
    // What is deleted is shown as if it could not be written; the finalizers of its resources can still be taken off.
    verbs: definition.terminating ? lastVerbs : allVerbs,
    shortNames: accepted.shortNames,
    categories: accepted.categories,
    storageVersionHash: storageVersionHash(definition),
    subresources: subresourcesOf(custom),
    storage: `${accepted.plural}.${group}`,
    strategy: strategyOf(definition, version, custom),
    conversion: { toStorage: (object) => object, fromStorage: (object) => custom.read(object) },
    custom,
  }
}

function subresourcesOf(custom: CustomKind): ReadonlyMap<string, Subresource> {
  const found = new Map<string, Subresource>()
  const verbs = subresourceVerbs
  const { kind } = custom
  if (custom.hasStatus) found.set('status', { name: 'status', group: '', version: '', kind, verbs })
  if (custom.scale !== undefined) {
    found.set('scale', { name: 'scale', group: 'autoscaling', version: 'v1', kind: 'Scale', verbs })
  }
  return found
}

function strategyOf(definition: Definition, version: DefinitionVersion, custom: CustomKind): Strategy {
  const fields = version.selectableFields.map(
    (path) => [path.replace(/^\./, ''), selected(path, custom)] as const,
  )
  return {
    generation: custom.hasStatus ? 'spec' : 'content',
    status: custom.hasStatus ? 'split' : 'none',
    createOnUpdate: false,
    versionRequired: true,
    returnsDeleted: false,
    names: 'subdomain',
    freeFinalizers: true,
    selectable: new Map(fields),
    unselectable: (field) => `field label not supported: ${field}`,
    defaults: undefined,
    prepare: () => undefined,
    validate: (object, before) => custom.errors(object, before),
  }
}

function selected(path: string, custom: CustomKind): (object: ApiObject) => string {
  return (object) => {
    const value = valueAt(custom.read(object), path)
    if (typeof value === 'string') return value
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
  }
}

/** Upstream: discovery.StorageVersionHash. */
function storageVersionHash({ group, accepted, versions }: Definition): string {
  const stored = versions.find(({ storage, served }) => storage && served)
  if (stored === undefined) return ''
  const hash = createHash('sha256').update(`${group}/${stored.name}/${accepted.kind}`).digest()
  return hash.subarray(0, 8).toString('base64')
}
