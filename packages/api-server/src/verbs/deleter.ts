import { collectionOf, nowOf, type Backend } from '../backend.ts'
import type { ApiObject } from '../codec/json.ts'
import { arrange } from '../codec/metadata.ts'
import { timestamp } from '../codec/time.ts'
import { terminateDefinition } from '../custom-resources/definition-deletion.ts'
import { definitionStorage } from '../custom-resources/definition.ts'
import { keyOf, type ServedResource } from '../registry/resource.ts'
import type { DeleteOptions } from './delete-options.ts'
import { graceOf, shortened } from './grace.ts'
import { requireMortal, terminating } from './namespaces.ts'
import { checkPreconditions } from './preconditions.ts'
import { finalizersFor } from './propagation.ts'

/** A deletion that nobody had a wish about. */
export const plain: DeleteOptions = {
  gracePeriodSeconds: undefined,
  propagationPolicy: undefined,
  dryRun: false,
  preconditions: {},
  asynchronous: false,
}

/** What a deletion left: the object that still waits for its finalizers, or the last state of one that is gone. */
export interface Deletion {
  readonly object: ApiObject
  readonly gone: boolean
}

/** Deletes an object, or marks it as terminating when finalizers or its grace hold it. Throws a 409 when a precondition fails. */
export function deleteObject(
  backend: Backend,
  resource: ServedResource,
  object: ApiObject,
  options: DeleteOptions = plain,
): Deletion {
  checkPreconditions(resource, object, options)
  if (resource.storage === 'namespaces') return deleteNamespace(backend, resource, object, options)
  if (resource.storage === 'pods') return deletePod(backend, resource, object, options)
  if (resource.storage === definitionStorage) {
    return { object: terminateDefinition(backend, resource, object, options.dryRun), gone: false }
  }
  const finalizers = finalizersFor(resource, object.metadata.finalizers ?? [], options)
  if (finalizers.length === 0) return remove(backend, resource, object, options)
  return {
    object: store(backend, resource, object, marked(backend, object, finalizers), options),
    gone: false,
  }
}

/** An object that is only there until its finalizers are gone. */
function marked(backend: Backend, object: ApiObject, finalizers: readonly string[]): ApiObject {
  const { metadata } = object
  const { generation = 0 } = metadata
  const first = metadata.deletionGracePeriodSeconds === undefined
  return {
    ...object,
    metadata: arrange({
      ...metadata,
      generation: first && generation > 0 ? generation + 1 : metadata.generation,
      deletionTimestamp: metadata.deletionTimestamp ?? nowOf(backend),
      deletionGracePeriodSeconds: 0,
      finalizers: [...finalizers],
    }),
  }
}

/** Writes what changed; what did not costs no revision. */
function store(
  backend: Backend,
  resource: ServedResource,
  before: ApiObject,
  after: ApiObject,
  { dryRun }: DeleteOptions,
): ApiObject {
  const { namespace = '', name = '' } = before.metadata
  if (JSON.stringify(before.metadata) === JSON.stringify(after.metadata)) return before
  return dryRun ? after : collectionOf(backend, resource).set(keyOf(resource, namespace, name), after)
}

function remove(
  backend: Backend,
  resource: ServedResource,
  object: ApiObject,
  { dryRun }: DeleteOptions,
): Deletion {
  const { namespace = '', name = '' } = object.metadata
  if (dryRun) return { object, gone: true }
  const last = collectionOf(backend, resource).delete(keyOf(resource, namespace, name)) ?? object
  return { object: last, gone: true }
}

/** A pod gets time to end: it is first seen with its grace, then with none, then it is gone. */
function deletePod(
  backend: Backend,
  resource: ServedResource,
  pod: ApiObject,
  options: DeleteOptions,
): Deletion {
  const { metadata } = pod
  const pending = metadata.deletionTimestamp !== undefined
  const asked = options.gracePeriodSeconds
  const due = shortened(pod, asked)
  if (pending && due === undefined) return { object: pod, gone: false }
  const grace = pending ? Math.max(0, asked ?? 0) : graceOf(pod, asked)
  const finalizers = finalizersFor(resource, metadata.finalizers ?? [], options)
  const after: ApiObject = {
    ...pod,
    metadata: arrange({
      ...metadata,
      deletionTimestamp: timestamp(due ?? backend.clock.now() + grace * 1000),
      deletionGracePeriodSeconds: grace,
      finalizers: [...finalizers],
    }),
  }
  const stored = store(backend, resource, pod, after, options)
  if (grace > 0 || finalizers.length > 0) return { object: stored, gone: false }
  return remove(backend, resource, stored, options)
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
  const after = terminating(backend, object)
  if (options.dryRun) return { object: after, gone: false }
  const stored = collection.set(name, after)
  return { object: stored, gone: false }
}
