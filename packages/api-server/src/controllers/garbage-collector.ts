import type { OwnerReference } from '@rxkube/meta'
import type { Backend } from '../backend.ts'
import type { ApiObject } from '../codec/json.ts'
import { arrange } from '../codec/metadata.ts'
import { keyOf, type ServedResource } from '../registry/resource.ts'
import type { StoreEvent } from '../store/history.ts'
import { deleteObject, plain } from '../verbs/deleter.ts'
import { foregroundDeletion, orphanDependents } from '../verbs/propagation.ts'
import { commitUpdate } from '../verbs/writer.ts'
import { DependencyGraph, owners, placeOf, placeText, type Place } from './dependency-graph.ts'
import { ResourceIndex } from './resource-index.ts'
import { Turns } from './turns.ts'

/** What became of an owner: it is there, it is gone, or it waits for its dependents to go. */
type OwnerState = 'solid' | 'dangling' | 'waiting'

/**
 * Deletes objects whose owners are all gone, and does what owners that are being deleted wait for: deletes their
 * dependents first (`foregroundDeletion`) or frees them (`orphan`). Upstream: the garbage collector of
 * kube-controller-manager, which does the same through informers.
 */
export class GarbageCollector {
  readonly #backend: Backend
  readonly #resources: ResourceIndex
  readonly #graph = new DependencyGraph()
  readonly #turns: Turns
  readonly #unsubscribe: () => void

  constructor(backend: Backend, failed: (error: unknown) => void) {
    this.#backend = backend
    this.#resources = new ResourceIndex(backend.registry)
    this.#turns = new Turns(backend.clock, (text) => this.#collect(placeOf(text)), failed)
    this.#unsubscribe = backend.store.subscribe((collection, event) => this.#follow(collection, event))
  }

  stop(): void {
    this.#unsubscribe()
    this.#turns.stop()
  }

  #follow(collection: string, event: StoreEvent): void {
    this.#graph.apply(collection, event)
    const { type, key, object, previous } = event
    const place = { collection, key }
    const { uid = '', deletionTimestamp } = object.metadata
    // A dependent that is gone or changed may be what its owners wait for.
    for (const owner of new Set([...owners(object), ...owners(previous)])) this.#addOwner(object, owner)
    if (type === 'DELETED') this.#addAll(this.#graph.dependents(uid))
    else {
      const waits = deletionTimestamp !== undefined && waitsFor(object) !== undefined
      if (waits || owners(object).length > 0) this.#turns.add(placeText(place))
      if (waits && waitsFor(previous) === undefined) this.#addAll(this.#graph.dependents(uid))
    }
  }

  #addAll(places: readonly Place[]): void {
    for (const place of places) this.#turns.add(placeText(place))
  }

  #addOwner(dependent: ApiObject, reference: OwnerReference): void {
    const found = this.#owner(dependent, reference)
    if (found === undefined || found.object === undefined || waitsFor(found.object) === undefined) return
    this.#turns.add(placeText(found.place))
  }

  /** Does for one object what there is to do. */
  #collect(place: Place): void {
    const resource = this.#resources.ofCollection(place.collection)
    const object = this.#backend.store.collection(place.collection).get(place.key)
    if (resource === undefined || object === undefined) return
    if (object.metadata.deletionTimestamp !== undefined) {
      const waiting = waitsFor(object)
      if (waiting === orphanDependents) this.#orphan(resource, object)
      if (waiting === foregroundDeletion) this.#deleteInForeground(resource, object)
      if (waiting !== foregroundDeletion) return
    }
    this.#deleteUnowned(resource, object)
  }

  #deleteUnowned(resource: ServedResource, object: ApiObject): void {
    const states = owners(object).map((owner) => this.#state(object, owner))
    if (states.length === 0) return
    const { uid = '', finalizers = [] } = object.metadata
    if (states.includes('solid')) {
      const kept = owners(object).filter((_owner, at) => states[at] === 'solid')
      if (kept.length < states.length) this.#write(resource, object, { ownerReferences: kept })
      return
    }
    const foreground = states.includes('waiting') && this.#graph.dependents(uid).length > 0
    if (object.metadata.deletionTimestamp !== undefined) return
    const own = finalizers.includes(orphanDependents)
      ? 'Orphan'
      : finalizers.includes(foregroundDeletion)
        ? 'Foreground'
        : 'Background'
    // Two that wait for each other would wait for ever: this one no longer holds its owners up.
    if (foreground && this.#isAwaited(uid)) {
      const unblocked = owners(object).map((owner) => Object.assign({}, owner, { blockOwnerDeletion: false }))
      this.#write(resource, object, { ownerReferences: unblocked })
    }
    const propagationPolicy = foreground ? 'Foreground' : own
    const current = this.#backend.store
      .collection(resource.storage)
      .get(keyOf(resource, object.metadata.namespace ?? '', object.metadata.name ?? ''))
    if (current === undefined) return
    deleteObject(this.#backend, resource, current, { ...plain, propagationPolicy, preconditions: { uid } })
  }

  /** Whether one of an object's dependents waits for its own dependents to go. */
  #isAwaited(uid: string): boolean {
    return this.#graph
      .dependents(uid)
      .some(
        ({ collection, key }) =>
          waitsFor(this.#backend.store.collection(collection).get(key)) === foregroundDeletion,
      )
  }

  #state(dependent: ApiObject, reference: OwnerReference): OwnerState {
    const found = this.#owner(dependent, reference)
    // Of an owner that cannot be looked up nothing is known: nothing is deleted for it.
    if (found === undefined) return 'solid'
    if (found.object?.metadata.uid !== reference.uid) return 'dangling'
    const { deletionTimestamp } = found.object.metadata
    const waits = deletionTimestamp !== undefined && waitsFor(found.object) === foregroundDeletion
    return waits ? 'waiting' : 'solid'
  }

  /** Takes the finalizer off an owner that no dependent blocks any longer. */
  #deleteInForeground(resource: ServedResource, owner: ApiObject): void {
    const { uid = '' } = owner.metadata
    const blocking = this.#graph.dependents(uid).some((place) => {
      const dependent = this.#backend.store.collection(place.collection).get(place.key)
      return owners(dependent).some((each) => each.uid === uid && each.blockOwnerDeletion === true)
    })
    if (!blocking) this.#removeFinalizer(resource, owner, foregroundDeletion)
  }

  #orphan(resource: ServedResource, owner: ApiObject): void {
    const { uid = '' } = owner.metadata
    for (const { collection, key } of this.#graph.dependents(uid)) {
      const dependent = this.#backend.store.collection(collection).get(key)
      const of = this.#resources.ofCollection(collection)
      if (dependent === undefined || of === undefined) continue
      const ownerReferences = owners(dependent).filter((each) => each.uid !== uid)
      this.#write(of, dependent, { ownerReferences })
    }
    this.#removeFinalizer(resource, owner, orphanDependents)
  }

  #removeFinalizer(resource: ServedResource, object: ApiObject, name: string): void {
    const finalizers = (object.metadata.finalizers ?? []).filter((each) => each !== name)
    this.#write(resource, object, { finalizers })
  }

  #write(resource: ServedResource, object: ApiObject, metadata: Partial<ApiObject['metadata']>): void {
    const after = { ...object, metadata: arrange({ ...object.metadata, ...metadata }) }
    commitUpdate(this.#backend, resource, object, after, false)
  }

  /** The object that a reference names now, whatever its uid; undefined when it cannot be looked up. */
  #owner(
    dependent: ApiObject,
    reference: OwnerReference,
  ): { readonly place: Place; readonly object: ApiObject | undefined } | undefined {
    const resource = this.#resources.ofKind(reference.apiVersion, reference.kind)
    const { namespace = '' } = dependent.metadata
    if (resource === undefined || (resource.namespaced && namespace === '')) return undefined
    const place = { collection: resource.storage, key: keyOf(resource, namespace, reference.name) }
    return { place, object: this.#backend.store.collection(place.collection).get(place.key) }
  }
}

/** The finalizer through which an object waits for the garbage collector. */
function waitsFor(object: ApiObject | undefined): string | undefined {
  if (object?.metadata.deletionTimestamp === undefined) return undefined
  return object.metadata.finalizers?.find((each) => each === orphanDependents || each === foregroundDeletion)
}
