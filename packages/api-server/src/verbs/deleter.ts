import { collectionOf, nowOf, type Backend } from '../backend.ts'
import type { ApiObject } from '../codec/json.ts'
import { arrange } from '../codec/metadata.ts'
import { keyOf, type ServedResource } from '../registry/resource.ts'
import { conflict } from '../status.ts'
import type { DeleteOptions } from './delete-options.ts'
import { emptyNamespace, requireMortal, terminating } from './namespaces.ts'
import { isFinished } from './writer.ts'

const plain: DeleteOptions = {
  gracePeriodSeconds: undefined,
  propagationPolicy: undefined,
  dryRun: false,
  preconditions: {},
}

/** What a deletion left: the object that still waits for its finalizers, or the last state of one that is gone. */
export interface Deletion {
  readonly object: ApiObject
  readonly gone: boolean
}

/** Deletes an object, or marks it as terminating when finalizers hold it. Throws a 409 when a precondition fails. */
export function deleteObject(
  backend: Backend,
  resource: ServedResource,
  object: ApiObject,
  options: DeleteOptions = plain,
): Deletion {
  const { metadata } = object
  const { namespace = '', name = '' } = metadata
  checkPreconditions(resource, object, options)
  const collection = collectionOf(backend, resource)
  const key = keyOf(resource, namespace, name)
  if (resource.storage === 'namespaces') return deleteNamespace(backend, resource, object, options)
  if (metadata.deletionTimestamp !== undefined && !isFinished(object)) return { object, gone: false }
  // Propagation policies put no finalizer on: the garbage collector that takes them off is no part of this server.
  const finalizers = metadata.finalizers ?? []
  if (finalizers.length > 0) {
    const counts = resource.strategy.generation !== 'none' && metadata.generation !== undefined
    const marked: ApiObject = {
      ...object,
      metadata: arrange({
        ...metadata,
        generation: counts ? (metadata.generation ?? 0) + 1 : metadata.generation,
        deletionTimestamp: nowOf(backend),
        deletionGracePeriodSeconds: 0,
        finalizers,
      }),
    }
    return { object: options.dryRun ? marked : collection.set(key, marked), gone: false }
  }
  if (options.dryRun) return { object, gone: true }
  // A pod is first seen with its grace period over, and gone after that.
  if (resource.storage === 'pods') collection.set(key, endOfGrace(backend, object))
  const last = collection.delete(key) ?? object
  afterRemoval(backend, namespace)
  return { object: last, gone: true }
}

/** Lets a terminating namespace go when this was the last thing in it. */
export function afterRemoval(backend: Backend, namespace: string): void {
  if (namespace === '') return
  emptyNamespace(backend, namespace, (resource, object) => void deleteObject(backend, resource, object))
}

function endOfGrace(backend: Backend, object: ApiObject): ApiObject {
  const { metadata } = object
  const deletionTimestamp = nowOf(backend)
  return { ...object, metadata: arrange({ ...metadata, deletionTimestamp, deletionGracePeriodSeconds: 0 }) }
}

function deleteNamespace(
  backend: Backend,
  resource: ServedResource,
  object: ApiObject,
  options: DeleteOptions,
): Deletion {
  const name = object.metadata.name ?? ''
  requireMortal(backend, name)
  const collection = collectionOf(backend, resource)
  if (object.metadata.deletionTimestamp !== undefined) return { object, gone: false }
  const marked = terminating(backend, object)
  if (options.dryRun) return { object: marked, gone: false }
  const stored = collection.set(name, marked)
  afterRemoval(backend, name)
  return { object: stored, gone: false }
}

function checkPreconditions(
  resource: ServedResource,
  { metadata }: ApiObject,
  { preconditions }: DeleteOptions,
): void {
  const { name = '', uid = '', resourceVersion = '' } = metadata
  if (preconditions.uid !== undefined && preconditions.uid !== uid) {
    const why = `the UID in the precondition (${preconditions.uid}) does not match the UID in record (${uid}). The object might have been deleted and then recreated`
    throw conflict(resource, name, why, resource.kind)
  }
  if (preconditions.resourceVersion !== undefined && preconditions.resourceVersion !== resourceVersion) {
    const asked = preconditions.resourceVersion
    const why = `the ResourceVersion in the precondition (${asked}) does not match the ResourceVersion in record (${resourceVersion}). The object might have been modified`
    throw conflict(resource, name, why, resource.kind)
  }
}
