import { managedOnUpdate, withManagers } from '../apply/tracking.ts'
import { collectionOf, nowOf, type Backend } from '../backend.ts'
import { asObject, type ApiObject, type JsonObject } from '../codec/json.ts'
import { Turns } from '../controllers/turns.ts'
import type { ServedResource } from '../registry/resource.ts'
import { settled } from '../verbs/body.ts'
import { CustomKind } from './custom-kind.ts'
import { nextStatus } from './definition-conditions.ts'
import { cleanupFinalizer, definitionStorage, readDefinition, type Definition } from './definition.ts'
import { DefinitionFinalizer } from './definition-finalizer.ts'
import { CustomDocuments } from './openapi-documents.ts'
import { servedResource } from './served-resource.ts'
import { compareVersions } from './version-order.ts'

/** What a definition made. */
interface Registered {
  readonly definition: Definition
  /** Changes when its kinds have to be made anew. */
  readonly signature: string
  readonly kinds: ReadonlyMap<string, CustomKind>
  /** Its versions, whether they are served or not. */
  readonly resources: readonly ServedResource[]
}

/** More than the steps that a definition takes from nothing to being established. */
const mostSteps = 8

/**
 * Serves what CustomResourceDefinitions define, and does to them what the controllers of a real server do: grants names,
 * establishes, and empties what is deleted.
 */
export class CustomResources {
  readonly #backend: Backend
  readonly #definitions: ServedResource
  readonly #registered = new Map<string, Registered>()
  readonly #pending = new Set<string>()
  readonly #turns: Turns
  readonly #finalizer: DefinitionFinalizer
  readonly #unsubscribe: () => void

  /** `failed` hears of what goes wrong between two requests. */
  constructor(backend: Backend, failed: (error: unknown) => void) {
    const definitions = backend.registry.get('apiextensions.k8s.io', 'v1', 'customresourcedefinitions')
    if (definitions === undefined) throw new TypeError('the registry serves no definitions')
    this.#backend = backend
    this.#definitions = definitions
    this.#turns = new Turns(backend.clock, () => this.settle(), failed)
    this.#finalizer = new DefinitionFinalizer(backend, definitions, {
      write: (object, status) => this.#write(object, status),
      resourceOf: (name) => this.#registered.get(name)?.resources[0],
      failed,
    })
    this.#unsubscribe = backend.store.subscribe((collection, event) => {
      if (event.type === 'DELETED') this.#finalizer.removedFrom(collection)
      if (collection !== definitionStorage) return
      this.#pending.add(event.key)
      // Whoever writes within a request settles at its end, before this turn comes.
      this.#turns.add(event.key)
    })
    backend.registry.documentSources.add(new CustomDocuments(() => this.#served()))
    backend.registry.catchUp = () => this.settle()
    this.resync()
  }

  /** Takes up all definitions of the store, whatever was known of them. */
  resync(): void {
    for (const name of this.#registered.keys()) this.#pending.add(name)
    for (const name of collectionOf(this.#backend, this.#definitions).list().keys) this.#pending.add(name)
    this.settle()
  }

  /** Does what is due after definitions were written. */
  settle(): void {
    for (const name of this.#pending) {
      this.#pending.delete(name)
      this.#reconcile(name)
    }
  }

  stop(): void {
    this.#unsubscribe()
    this.#turns.stop()
    this.#finalizer.stop()
  }

  #reconcile(name: string): void {
    const collection = collectionOf(this.#backend, this.#definitions)
    let object = collection.get(name)
    if (object === undefined) {
      this.#unregister(name)
      return
    }
    if (object.metadata.deletionTimestamp === undefined) {
      for (let step = 0; step < mostSteps; step++) {
        const status = nextStatus(object, this.#others(object), nowOf(this.#backend))
        if (status === undefined) break
        object = this.#write(object, status)
      }
    } else if (object.metadata.finalizers?.includes(cleanupFinalizer) === true) this.#finalizer.start(name)
    this.#register(object)
  }

  #others(object: ApiObject): readonly Definition[] {
    const { name, group } = readDefinition(object)
    const others: Definition[] = []
    const { keys, get } = collectionOf(this.#backend, this.#definitions).list()
    for (const key of keys) {
      const other = key === name ? undefined : get(key)
      if (other !== undefined && asObject(other['spec'])['group'] === group)
        others.push(readDefinition(other))
    }
    return others
  }

  /** Writes a status as the server itself. */
  #write(before: ApiObject, status: JsonObject): ApiObject {
    const resource = this.#definitions
    const next = settled(resource, { ...before, status })
    const { apiVersion } = resource
    const time = nowOf(this.#backend)
    const writer = { manager: 'kube-apiserver', apiVersion, subresource: 'status', time }
    const managers = managedOnUpdate(resource, before, next, undefined, writer)
    const after = withManagers(before, next, managers)
    return after === before
      ? before
      : collectionOf(this.#backend, resource).set(before.metadata.name ?? '', after)
  }

  #register(object: ApiObject): void {
    const definition = readDefinition(object)
    const { name, group, versions } = definition
    const known = this.#registered.get(name)
    if (!definition.established) return
    const signature = JSON.stringify([object['spec'], definition.accepted, object.metadata.uid])
    if (known?.signature === signature && known.definition.terminating === definition.terminating) return
    const same = known?.signature === signature ? known : undefined
    const kinds = new Map(
      versions.map((version) => {
        const id = `${object.metadata.uid}/${object.metadata.resourceVersion}`
        return [version.name, same?.kinds.get(version.name) ?? new CustomKind(definition, version, id)]
      }),
    )
    const { registry } = this.#backend
    const resources = versions.flatMap((version) => {
      const kind = kinds.get(version.name)
      const builtIn = kind === undefined || registry.isBuiltIn(group, version.name)
      return builtIn ? [] : [servedResource(definition, version, kind)]
    })
    this.#registered.set(name, { definition, signature, kinds, resources })
    this.#publish()
    if (same === undefined) for (const kind of known?.kinds.values() ?? []) kind.end()
  }

  #unregister(name: string): void {
    const known = this.#registered.get(name)
    if (known === undefined) return
    this.#registered.delete(name)
    this.#publish()
    for (const kind of known.kinds.values()) kind.end()
    // Somebody else in the group may have waited for its names.
    const { keys, get } = collectionOf(this.#backend, this.#definitions).list()
    for (const key of keys) {
      if (asObject(get(key)?.['spec'])['group'] === known.definition.group) this.#pending.add(key)
    }
  }

  #publish(): void {
    this.#backend.registry.setCustom(this.#served())
  }

  /** What is served, by group, the preferred version first. */
  #served(): readonly ServedResource[] {
    return [...this.#registered.values()]
      .flatMap(({ definition, resources }) => {
        const served = new Set(definition.versions.filter((each) => each.served).map((each) => each.name))
        return resources.filter(({ version }) => served.has(version))
      })
      .toSorted(
        (a, b) =>
          compareText(a.group, b.group) ||
          compareVersions(a.version, b.version) ||
          compareText(a.resource, b.resource),
      )
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
