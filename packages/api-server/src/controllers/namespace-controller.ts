import { nowOf, type Backend } from '../backend.ts'
import { asArray, asObject, isObject, type ApiObject } from '../codec/json.ts'
import type { ServedResource } from '../registry/resource.ts'
import type { StoreEvent } from '../store/history.ts'
import { settled } from '../verbs/body.ts'
import type { DeleteOptions } from '../verbs/delete-options.ts'
import { deleteObject, plain } from '../verbs/deleter.ts'
import { namespacesOf } from '../verbs/namespaces.ts'
import { commitUpdate, isFinished } from '../verbs/writer.ts'
import { terminationConditions, type Remaining } from './termination-conditions.ts'
import { Turns } from './turns.ts'

/** Objects that are deleted before requests have their turn. */
const sliceSize = 100

const background: DeleteOptions = { ...plain, propagationPolicy: 'Background' }

/**
 * Empties namespaces that are being deleted, then lets them go. What waits for a finalizer or for its grace is waited
 * for, and the namespace says so. Upstream: the namespace controller.
 */
export class NamespaceController {
  readonly #backend: Backend
  readonly #namespaces: ServedResource
  readonly #failed: (error: unknown) => void
  readonly #turns: Turns
  /** Namespaces that are on their way out, and whether everything in them was told to go. */
  readonly #terminating = new Map<string, { swept: boolean }>()
  readonly #unsubscribe: () => void

  constructor(backend: Backend, failed: (error: unknown) => void) {
    this.#backend = backend
    this.#namespaces = namespacesOf(backend)
    this.#failed = failed
    this.#turns = new Turns(backend.clock, (name) => this.#work(name), failed, 1)
    this.#unsubscribe = backend.store.subscribe((collection, event) => this.#follow(collection, event))
    for (const [name, namespace] of backend.store.collection(this.#namespaces.storage).list().entries()) {
      this.#look(name, namespace)
    }
  }

  stop(): void {
    this.#unsubscribe()
    this.#turns.stop()
    this.#terminating.clear()
  }

  #follow(collection: string, { type, key, object }: StoreEvent): void {
    if (collection === this.#namespaces.storage) {
      if (type === 'DELETED') this.#terminating.delete(key)
      else this.#look(key, object)
      return
    }
    // Only what leaves a namespace that is to go brings it on; with none of these an event costs nothing.
    if (this.#terminating.size === 0) return
    const slash = key.indexOf('/')
    if (slash === -1) return
    const found = this.#terminating.get(key.slice(0, slash))
    if (found === undefined) return
    // What comes all the same, from a write that was under way, is told to go as well.
    if (type === 'ADDED') found.swept = false
    if (type !== 'MODIFIED') this.#turns.add(key.slice(0, slash))
  }

  #look(name: string, { metadata }: ApiObject): void {
    if (metadata.deletionTimestamp === undefined) return
    if (!this.#terminating.has(name)) this.#terminating.set(name, { swept: false })
    this.#turns.add(name)
  }

  #work(name: string): void {
    const state = this.#terminating.get(name)
    const namespace = this.#backend.store.collection(this.#namespaces.storage).get(name)
    if (state === undefined || namespace === undefined) return
    if (!state.swept) {
      if (!this.#sweep(name)) {
        this.#turns.add(name)
        return
      }
      state.swept = true
      if (!this.#isEmpty(name)) {
        this.#say(namespace, this.#remaining(name))
        return
      }
    }
    if (this.#isEmpty(name)) this.#finalize(namespace)
  }

  /** Tells the next slice of content to go; false while there may be more. */
  #sweep(name: string): boolean {
    let left = sliceSize
    for (const resource of this.#content()) {
      for (const [, object] of this.#backend.store.collection(resource.storage).list(`${name}/`).entries()) {
        if (object.metadata.deletionTimestamp !== undefined) continue
        if (left-- === 0) return false
        try {
          deleteObject(this.#backend, resource, object, background)
        } catch (error) {
          this.#failed(error)
        }
      }
    }
    return true
  }

  #isEmpty(name: string): boolean {
    for (const { storage } of this.#content()) {
      const [first] = this.#backend.store.collection(storage).list(`${name}/`).entries()
      if (first !== undefined) return false
    }
    return true
  }

  #remaining(name: string): Remaining {
    const resources = new Map<string, number>()
    const finalizers = new Map<string, number>()
    for (const { resource, group, storage } of this.#content()) {
      for (const [, { metadata }] of this.#backend.store.collection(storage).list(`${name}/`).entries()) {
        const kind = `${resource}.${group}`
        resources.set(kind, (resources.get(kind) ?? 0) + 1)
        for (const each of metadata.finalizers ?? []) finalizers.set(each, (finalizers.get(each) ?? 0) + 1)
      }
    }
    return { resources, finalizers }
  }

  /** What is served in namespaces, each collection once. */
  *#content(): Generator<ServedResource> {
    const seen = new Set<string>()
    for (const resource of this.#backend.registry.all()) {
      if (!resource.namespaced || seen.has(resource.storage) || !resource.verbs.includes('delete')) continue
      seen.add(resource.storage)
      yield resource
    }
  }

  #say(namespace: ApiObject, remaining: Remaining): void {
    const status = asObject(namespace['status'])
    const next = terminationConditions(remaining, nowOf(this.#backend))
    const types = new Set(next.map(({ type }) => type))
    const others = asArray(status['conditions']).filter(
      (each) => isObject(each) && !types.has(String(each['type'])),
    )
    const after = settled(this.#namespaces, {
      ...namespace,
      status: { ...status, conditions: [...others, ...next] },
    })
    commitUpdate(this.#backend, this.#namespaces, namespace, after, false)
  }

  /** Takes off the finalizer that held the namespace; others may hold it on. */
  #finalize(namespace: ApiObject): void {
    const { finalizers: had, ...spec } = asObject(namespace['spec'])
    const finalizers = asArray(had).filter((each) => each !== 'kubernetes')
    if (finalizers.length === asArray(had).length && finalizers.length > 0) return
    const after = { ...namespace, spec: finalizers.length === 0 ? spec : { ...spec, finalizers } }
    const collection = this.#backend.store.collection(this.#namespaces.storage)
    const name = namespace.metadata.name ?? ''
    // The last finalizer is gone with this write: it is the deletion.
    if (isFinished(after)) collection.delete(name)
    else if (had !== undefined) collection.set(name, after)
  }
}
