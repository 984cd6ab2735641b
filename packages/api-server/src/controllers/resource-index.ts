import type { Registry } from '../registry/registry.ts'
import type { ServedResource } from '../registry/resource.ts'

/** Finds resources by their kind or by their collection in the store. */
export class ResourceIndex {
  readonly #registry: Registry
  readonly #byKind = new Map<string, ServedResource>()
  readonly #byCollection = new Map<string, ServedResource>()

  constructor(registry: Registry) {
    this.#registry = registry
  }

  /** Any served version of a group will do: an owner may be named in one that is no longer preferred. */
  ofKind(apiVersion: string, kind: string): ServedResource | undefined {
    const slash = apiVersion.indexOf('/')
    const key = `${slash === -1 ? '' : apiVersion.slice(0, slash)}/${kind}`
    return this.#find(this.#byKind, key, (each) => `${each.group}/${each.kind}`)
  }

  ofCollection(name: string): ServedResource | undefined {
    return this.#find(this.#byCollection, name, (each) => each.storage)
  }

  /** What is served may change; what was found is asked for again. */
  #find(
    index: Map<string, ServedResource>,
    key: string,
    keyOf: (resource: ServedResource) => string,
  ): ServedResource | undefined {
    const known = index.get(key)
    // What a definition made goes with it, and may come back as something else.
    if (known !== undefined && this.#registry.get(known.group, known.version, known.resource) === known)
      return known
    index.delete(key)
    for (const resource of this.#registry.all()) {
      if (keyOf(resource) !== key || !resource.verbs.includes('get')) continue
      index.set(key, resource)
      return resource
    }
    return undefined
  }
}
