import { isNotFound, type CallOptions, type Client } from '@rxkube/client'
import type { Cached, KubernetesObject, Resource } from '@rxkube/meta'
import { guardedAppend, guardedRemove, guardUid, type JsonPatchOperation } from '../guarded-patch.ts'
import { staleOr } from '../stale-object-error.ts'

const path = '/metadata/finalizers'

/** Whether an object has a finalizer. */
export function containsFinalizer(object: Cached<KubernetesObject>, name: string): boolean {
  return object.metadata?.finalizers?.includes(name) ?? false
}

/**
 * Puts a finalizer on an object: it is then not removed, however it is deleted, before `removeFinalizer`. Resolves with
 * the object as stored; sends nothing when it has the finalizer.
 *
 * The patch does nothing to another object of the same name, and nothing when others have changed the list of finalizers:
 * then it rejects with a `StaleObjectError`.
 */
export async function addFinalizer<T extends KubernetesObject>(
  client: Pick<Client, 'patch'>,
  resource: Resource<T>,
  object: Cached<T>,
  name: string,
  options: CallOptions = {},
): Promise<Cached<T>> {
  if (containsFinalizer(object, name)) return object
  const { metadata } = object as Cached<KubernetesObject>
  const append = guardedAppend(path, metadata?.finalizers, [name])
  return patched(client, resource, object, [...guardUid(metadata?.uid), ...append], options)
}

/**
 * Takes a finalizer off an object. Resolves with the object as stored, which may have been its last state, or with
 * undefined when it was gone before; sends nothing when it does not have the finalizer. Rejects as `addFinalizer` does.
 */
export async function removeFinalizer<T extends KubernetesObject>(
  client: Pick<Client, 'patch'>,
  resource: Resource<T>,
  object: Cached<T>,
  name: string,
  options: CallOptions = {},
): Promise<Cached<T> | undefined> {
  const { metadata } = object as Cached<KubernetesObject>
  const index = metadata?.finalizers?.indexOf(name) ?? -1
  if (index === -1) return object
  const operations = [...guardUid(metadata?.uid), ...guardedRemove(path, index, name)]
  try {
    return await patched(client, resource, object, operations, options)
  } catch (error) {
    if (isNotFound(error)) return undefined
    throw error
  }
}

async function patched<T extends KubernetesObject>(
  client: Pick<Client, 'patch'>,
  resource: Resource<T>,
  object: Cached<KubernetesObject>,
  operations: readonly JsonPatchOperation[],
  { signal }: CallOptions,
): Promise<Cached<T>> {
  const { name = '', namespace = '' } = object.metadata ?? {}
  const address = resource.namespaced ? { name, namespace } : { name }
  try {
    return (await client.patch(resource, address, operations, { type: 'json', signal })) as Cached<T>
  } catch (error) {
    throw staleOr(error, resource, object)
  }
}
