import { resourcesFacts } from '../facts/resources.ts'
import type { DocumentSource } from '../openapi/document-source.ts'
import { autoscalerConversion } from './autoscaler-conversion.ts'
import { eventConversion } from './event-conversion.ts'
import type { Conversion, ServedResource, Subresource } from './resource.ts'
import { strategyOf } from './strategies.ts'

const conversions = new Map<string, Conversion>([
  ['events.k8s.io/v1', eventConversion],
  ['autoscaling/v1', autoscalerConversion],
])

/** Every resource that is served, in the order of discovery. */
export class Registry {
  /** Where documents of OpenAPI come from beside the built-in ones. */
  readonly documentSources = new Set<DocumentSource>()
  /** Takes up definitions that were written since it was called last. */
  catchUp: () => void = () => undefined
  readonly #resources = new Map<string, ServedResource>()
  readonly #groups = new Map<string, string[]>()
  readonly #builtIn = new Set<string>()
  #custom: readonly ServedResource[] = []

  constructor(resources: Iterable<ServedResource> = builtIn()) {
    for (const resource of resources) {
      this.add(resource)
      this.#builtIn.add(`${resource.group}/${resource.version}`)
    }
  }

  add(resource: ServedResource): void {
    this.#resources.set(`${resource.group}/${resource.version}/${resource.resource}`, resource)
    const versions = this.#groups.get(resource.group) ?? []
    this.#groups.set(resource.group, versions)
    if (!versions.includes(resource.version)) versions.push(resource.version)
  }

  /** Whether a version of a group is there without any definition. */
  isBuiltIn(group: string, version: string): boolean {
    return this.#builtIn.has(`${group}/${version}`)
  }

  /** Replaces everything that definitions made, in the order of discovery. */
  setCustom(resources: readonly ServedResource[]): void {
    const key = ({ group, version, resource }: ServedResource) => `${group}/${version}/${resource}`
    for (const old of this.#custom) {
      this.#resources.delete(key(old))
      const versions = this.#groups.get(old.group)?.filter((each) => this.isBuiltIn(old.group, each)) ?? []
      if (versions.length === 0) this.#groups.delete(old.group)
      else this.#groups.set(old.group, versions)
    }
    this.#custom = resources
    for (const resource of resources) this.add(resource)
  }

  get(group: string, version: string, resource: string): ServedResource | undefined {
    return this.#resources.get(`${group}/${version}/${resource}`)
  }

  /** Groups with their versions, the preferred one first; the core group is `''`. */
  groups(): ReadonlyMap<string, readonly string[]> {
    return this.#groups
  }

  all(): Iterable<ServedResource> {
    return this.#resources.values()
  }

  /** The resources of one version of a group. */
  of(group: string, version: string): readonly ServedResource[] {
    return [...this.all()].filter((each) => each.group === group && each.version === version)
  }
}

function* builtIn(): Generator<ServedResource> {
  const split = (text = '-') => (text === '-' ? [] : text.split(','))
  let subresources = new Map<string, Subresource>()
  for (const line of resourcesFacts.trim().split('\n')) {
    if (line.startsWith('/')) {
      const [name = '', group = '', version = '', kind = '', verbs] = line.slice(1).split(' ')
      const foreign = { group: group === '-' ? '' : group, version: version === '-' ? '' : version }
      subresources.set(name, { name, ...foreign, kind, verbs: split(verbs) })
      continue
    }
    const [
      first = '',
      version = '',
      resource = '',
      singular = '',
      kind = '',
      scope,
      verbs,
      short,
      categories,
      hash,
    ] = line.split(' ')
    const group = first === 'core' ? '' : first
    const apiVersion = group === '' ? version : `${group}/${version}`
    subresources = new Map()
    const conversion = conversions.get(apiVersion)
    yield {
      group,
      version,
      apiVersion,
      resource,
      singular: singular === '-' ? '' : singular,
      kind,
      namespaced: scope === 'N',
      verbs: split(verbs),
      shortNames: split(short),
      categories: split(categories),
      storageVersionHash: hash === undefined || hash === '-' ? '' : hash,
      subresources,
      storage: group === '' || conversion === eventConversion ? resource : `${resource}.${group}`,
      strategy: strategyOf(group, resource),
      conversion,
    }
  }
}
