import type { Timer } from '@rxkube/clock'
import { collectionOf, nowOf, type Backend } from '../backend.ts'
import { asObject, type ApiObject, type JsonObject } from '../codec/json.ts'
import { arrange } from '../codec/metadata.ts'
import type { ServedResource } from '../registry/resource.ts'
import { deleteObject } from '../verbs/deleter.ts'
import { withCondition } from './definition-conditions.ts'
import { cleanupFinalizer, conditionOf } from './definition.ts'

/** Milliseconds from the deletion of a definition to that of its resources. */
const delay = 30
/** How many resources are deleted at once before others get their turn. */
const sliceSize = 500

interface Hooks {
  readonly write: (object: ApiObject, status: JsonObject) => ApiObject
  readonly resourceOf: (name: string) => ServedResource | undefined
  readonly failed: (error: unknown) => void
}

/** Deletes the resources of definitions that are deleted, and then the definitions. Upstream: CRDFinalizer. */
export class DefinitionFinalizer {
  readonly #backend: Backend
  readonly #definitions: ServedResource
  readonly #hooks: Hooks
  readonly #timers = new Map<string, Timer>()
  /** Definitions that wait for resources which are terminating, by the collection of these. */
  readonly #waiting = new Map<string, string>()

  constructor(backend: Backend, definitions: ServedResource, hooks: Hooks) {
    this.#backend = backend
    this.#definitions = definitions
    this.#hooks = hooks
  }

  /** Begins with a definition, some time from now. */
  start(name: string): void {
    if (!this.#timers.has(name)) this.#schedule(name, delay)
  }

  /** Something was removed from a collection. */
  removedFrom(collection: string): void {
    const name = this.#waiting.get(collection)
    if (name === undefined) return
    this.#waiting.delete(collection)
    this.#schedule(name, 0)
  }

  stop(): void {
    for (const timer of this.#timers.values()) timer.cancel()
    this.#timers.clear()
    this.#waiting.clear()
  }

  #schedule(name: string, after: number): void {
    this.#timers.get(name)?.cancel()
    const run = () => {
      this.#timers.delete(name)
      try {
        this.#finalize(name)
      } catch (error) {
        this.#hooks.failed(error)
      }
    }
    this.#timers.set(name, this.#backend.clock.setTimer(after, run))
  }

  #finalize(name: string): void {
    const collection = collectionOf(this.#backend, this.#definitions)
    const object = collection.get(name)
    if (object?.metadata.finalizers?.includes(cleanupFinalizer) !== true) return
    if (object.metadata.deletionTimestamp === undefined) return
    const current = this.#inProgress(object)
    const resource = this.#hooks.resourceOf(name)
    if (resource !== undefined && !this.#empty(name, resource)) return
    const finalizers = (current.metadata.finalizers ?? []).filter((each) => each !== cleanupFinalizer)
    if (finalizers.length === 0) collection.delete(name)
    else collection.set(name, { ...current, metadata: arrange({ ...current.metadata, finalizers }) })
  }

  #inProgress(object: ApiObject): ApiObject {
    if (conditionOf(object, 'Terminating')['reason'] === 'InstanceDeletionInProgress') return object
    const condition = {
      type: 'Terminating',
      status: 'True',
      reason: 'InstanceDeletionInProgress',
      message: 'CustomResource deletion is in progress',
    }
    const status = withCondition(asObject(object['status']), condition, nowOf(this.#backend))
    return this.#hooks.write(object, status)
  }

  /** Deletes what is left of a resource; false when some of it has to be waited for. */
  #empty(name: string, resource: ServedResource): boolean {
    const collection = collectionOf(this.#backend, resource)
    const { keys, get } = collection.list()
    let deleted = 0
    for (const key of keys) {
      const object = get(key)
      if (object === undefined || object.metadata.deletionTimestamp !== undefined) continue
      deleteObject(this.#backend, resource, object)
      if (++deleted < sliceSize) continue
      this.#schedule(name, 0)
      return false
    }
    if (collection.size === 0) return true
    this.#waiting.set(resource.storage, name)
    return false
  }
}
