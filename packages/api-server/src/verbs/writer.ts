import type { ManagedFieldsEntry, ObjectMeta } from '@rxkube/meta'
import { collectionOf, newName, newUid, nowOf, type Backend } from '../backend.ts'
import { asArray, asObject, equalJson, type ApiObject } from '../codec/json.ts'
import { arrange } from '../codec/metadata.ts'
import { metadataErrors } from '../registry/metadata-validation.ts'
import { keyOf, type ServedResource } from '../registry/resource.ts'
import { addressed } from '../registry/service-addresses.ts'
import { alreadyExists, badRequest, invalid, rawError } from '../status.ts'
import { settled } from './body.ts'
import { admitCreate } from './admission.ts'
import { requireNamespace } from './namespaces.ts'

const noUniqueName = ', the server was not able to generate a unique name for the object'

/** Checks the namespace of an object against the one of the request, and returns it. */
function namespaceOf(resource: ServedResource, metadata: ObjectMeta, namespace: string): string | undefined {
  if (!resource.namespaced) return undefined
  const own = metadata.namespace ?? ''
  if (own !== '' && own !== namespace) {
    throw badRequest('the namespace of the provided object does not match the namespace sent on the request')
  }
  return namespace
}

/** Creates an object: system fields, strategy, validation, store. Throws the StatusError that refuses it. */
export function createObject(
  backend: Backend,
  resource: ServedResource,
  namespace: string,
  given: ApiObject,
  dryRun = false,
  managers?: (given: ApiObject) => ManagedFieldsEntry[],
  hook?: (object: ApiObject) => ApiObject,
): ApiObject {
  const { strategy } = resource
  const { metadata } = given
  const inNamespace = namespaceOf(resource, metadata, namespace)
  if ((metadata.resourceVersion ?? '') !== '') {
    throw rawError('resourceVersion should not be set on objects to be created')
  }
  const collection = collectionOf(backend, resource)
  const generated = (metadata.name ?? '') === '' && (metadata.generateName ?? '') !== ''
  let name = metadata.name ?? ''
  if (generated) {
    for (let tries = 0; tries < 8; tries++) {
      name = newName(backend, metadata.generateName ?? '')
      if (collection.get(keyOf(resource, namespace, name)) === undefined) break
    }
  }
  if (resource.namespaced) requireNamespace(backend, resource, namespace, name)
  let object: ApiObject = {
    ...given,
    metadata: arrange({
      name,
      generateName: metadata.generateName,
      namespace: inNamespace,
      uid: newUid(backend),
      resourceVersion: '',
      generation: strategy.generation === 'none' ? metadata.generation : 1,
      creationTimestamp: nowOf(backend),
      labels: metadata.labels,
      annotations: metadata.annotations,
      ownerReferences: metadata.ownerReferences,
      finalizers: metadata.finalizers,
      // What admission and the strategy add below is nobody's.
      managedFields: managers?.({ ...given, metadata: ownMetadata(resource, name, metadata) }),
    }),
  }
  if (strategy.status === 'split') delete object['status']
  strategy.prepare(object)
  admitCreate(backend, resource, object)
  object = settled(resource, object)
  if (hook !== undefined) object = settled(resource, hook(object))
  const errors = [...metadataErrors(object.metadata, strategy), ...strategy.validate(object)]
  if (errors.length === 0) {
    const allocated = addressed(backend.serviceAllocator, resource, object)
    errors.push(...allocated.errors)
    if (allocated.object !== object) object = settled(resource, allocated.object)
  }
  if (errors.length > 0) throw invalid(reported(resource), name, errors)
  const existing = collection.get(keyOf(resource, namespace, name))
  if (existing !== undefined) {
    if (generated) throw alreadyExists(resource, name, '', noUniqueName)
    const terminating = existing.metadata.deletionTimestamp !== undefined
    throw alreadyExists(resource, name, terminating ? 'object is being deleted: ' : '')
  }
  if (!dryRun) return collection.set(keyOf(resource, namespace, name), object)
  delete object.metadata.resourceVersion
  return object
}

/** What a client may say of a new object, with what is set on it before anybody writes down who set what. */
function ownMetadata({ storage }: ServedResource, name: string, metadata: ObjectMeta): ObjectMeta {
  const { deletionTimestamp: _deletion, deletionGracePeriodSeconds: _grace, ...own } = metadata
  if (storage === 'daemonsets.apps') {
    const generation = { 'deprecated.daemonset.template.generation': '0' }
    return { ...own, annotations: { ...own.annotations, ...generation } }
  }
  // Namespaces are labelled with their names; one whose name is generated gets its label later.
  if (storage !== 'namespaces' || (metadata.name ?? '') === '') return own
  return { ...own, labels: { ...own.labels, 'kubernetes.io/metadata.name': name } }
}

/** Errors of a kind that two groups show name the one that it is stored in. */
function reported(resource: ServedResource): ServedResource {
  return resource.storage === 'events' ? { ...resource, group: '' } : resource
}

/** Which part of an object a write may change. */
export type Part = 'main' | 'status' | 'finalize'

/** What an update would store: system fields from before, the part that may change from `given`. */
export function merged(resource: ServedResource, before: ApiObject, given: ApiObject, part: Part): ApiObject {
  return mergeParts(resource, before, settled(resource, given), part)
}

function mergeParts(resource: ServedResource, before: ApiObject, given: ApiObject, part: Part): ApiObject {
  if (part === 'status') {
    const { status: _status, ...rest } = before
    if (resource.custom !== undefined && given['status'] === undefined)
      return { ...rest, metadata: before.metadata }
    const after = { ...before, status: given['status'] ?? {} }
    // Its controller writes the revision of a Deployment together with its status.
    return resource.storage === 'deployments.apps' ? withAnnotationsOf(after, given) : after
  }
  if (part === 'finalize') {
    const spec = { ...asObject(before['spec']), finalizers: asArray(asObject(given['spec'])['finalizers']) }
    return { ...before, spec: spec.finalizers.length === 0 ? withoutFinalizers(spec) : spec }
  }
  const { strategy } = resource
  const was = before.metadata
  const is = given.metadata
  const object: ApiObject = {
    ...given,
    metadata: arrange({
      ...is,
      name: was.name,
      namespace: was.namespace,
      uid: (is.uid ?? '') === '' ? was.uid : is.uid,
      resourceVersion: was.resourceVersion,
      generation: strategy.generation === 'none' ? (is.generation ?? was.generation) : was.generation,
      creationTimestamp: was.creationTimestamp,
      deletionTimestamp: is.deletionTimestamp ?? was.deletionTimestamp,
      deletionGracePeriodSeconds: is.deletionGracePeriodSeconds ?? was.deletionGracePeriodSeconds,
      managedFields: was.managedFields,
    }),
  }
  if (strategy.status !== 'none') {
    if (before['status'] === undefined) delete object['status']
    else object['status'] = before['status']
  }
  if (resource.storage === 'namespaces') {
    const finalizers = asObject(before['spec'])['finalizers']
    object['spec'] = finalizers === undefined ? {} : { ...asObject(object['spec']), finalizers }
  }
  strategy.prepareUpdate?.(object, before)
  if (changesGeneration(strategy.generation, before, object)) {
    object.metadata.generation = (was.generation ?? 0) + 1
  }
  return object
}

function withAnnotationsOf(object: ApiObject, { metadata: { annotations } }: ApiObject): ApiObject {
  const { annotations: _annotations, ...metadata } = object.metadata
  return { ...object, metadata: arrange({ ...metadata, ...(annotations && { annotations }) }) }
}

function withoutFinalizers({ finalizers: _finalizers, ...spec }: Record<string, unknown>) {
  return spec
}

function changesGeneration(rule: string, before: ApiObject, after: ApiObject): boolean {
  if (rule === 'none' || rule === 'once') return false
  if (rule === 'content' && !equalJson(before['status'], after['status'])) return true
  const content = ({ metadata: _metadata, status: _status, ...rest }: ApiObject) => rest
  if (!equalJson(content(before), content(after))) return true
  const annotations = (object: ApiObject) => object.metadata.annotations ?? {}
  return rule === 'spec-or-annotations' && !equalJson(annotations(before), annotations(after))
}

/** Stores what an update made of an object. What changes nothing costs no revision. */
export function commitUpdate(
  backend: Backend,
  resource: ServedResource,
  before: ApiObject,
  given: ApiObject,
  dryRun: boolean,
): ApiObject {
  const { strategy } = resource
  const allocated = addressed(backend.serviceAllocator, resource, given, before)
  const after = allocated.object === given ? given : settled(resource, allocated.object)
  const name = before.metadata.name ?? ''
  const errors = [
    ...metadataErrors(after.metadata, strategy, before.metadata),
    ...strategy.validate(after, before),
    ...allocated.errors,
  ]
  if (errors.length > 0) throw invalid(reported(resource), name, errors)
  if (equalJson(before, after)) return before
  if (dryRun) return after
  const collection = collectionOf(backend, resource)
  const key = keyOf(resource, before.metadata.namespace ?? '', name)
  if (!isFinished(after)) return collection.set(key, after)
  // The last finalizer is gone: this write is the deletion, and answers with the version before it.
  collection.delete(key)
  return after
}

/** Whether nothing holds a terminating object any longer. */
export function isFinished(object: ApiObject): boolean {
  const { deletionTimestamp, deletionGracePeriodSeconds = 0, finalizers = [] } = object.metadata
  const inSpec = asArray(asObject(object['spec'])['finalizers'])
  return (
    deletionTimestamp !== undefined &&
    deletionGracePeriodSeconds === 0 &&
    finalizers.length === 0 &&
    inSpec.length === 0
  )
}
