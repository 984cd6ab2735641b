import { collectionOf, nowOf, type Backend } from '../backend.ts'
import { asArray, asObject, type ApiObject } from '../codec/json.ts'
import { arrange } from '../codec/metadata.ts'
import type { ServedResource } from '../registry/resource.ts'
import { forbidden, notFound } from '../status.ts'

/** Namespaces that are there from the start and cannot be deleted (the last one can). */
export const systemNamespaces = ['default', 'kube-system', 'kube-public', 'kube-node-lease'] as const
const immortal = new Set<string>(systemNamespaces.slice(0, 3))

export function namespacesOf({ registry }: Backend): ServedResource {
  const resource = registry.get('', 'v1', 'namespaces')
  if (resource === undefined) throw new TypeError('the registry serves no namespaces')
  return resource
}

/** Throws a 404 when a namespace does not exist and a 403 when it is being deleted. */
export function requireNamespace(
  backend: Backend,
  resource: ServedResource,
  namespace: string,
  name: string,
): void {
  const namespaces = namespacesOf(backend)
  const found = collectionOf(backend, namespaces).get(namespace)
  if (found === undefined) throw notFound(namespaces, namespace)
  if (found.metadata.deletionTimestamp === undefined) return
  const why = `unable to create new content in namespace ${namespace} because it is being terminated`
  const message = `namespace ${namespace} is being terminated`
  throw forbidden(resource, name, why, [
    { reason: 'NamespaceTerminating', message, field: 'metadata.namespace' },
  ])
}

/** Throws a 403 for a namespace that the cluster cannot be without. */
export function requireMortal(backend: Backend, name: string): void {
  if (immortal.has(name)) throw forbidden(namespacesOf(backend), name, 'this namespace may not be deleted')
}

/** A namespace that is about to go: its content has to go before. */
export function terminating(backend: Backend, namespace: ApiObject): ApiObject {
  const { metadata } = namespace
  return {
    ...namespace,
    metadata: arrange({ ...metadata, deletionTimestamp: metadata.deletionTimestamp ?? nowOf(backend) }),
    status: { ...asObject(namespace['status']), phase: 'Terminating' },
  }
}

/**
 * Does what the namespace controller does: deletes what is in a terminating namespace and, once it is empty, takes the
 * `kubernetes` finalizer off. Called after the namespace was deleted and after anything in it went.
 */
export function emptyNamespace(
  backend: Backend,
  name: string,
  remove: (resource: ServedResource, object: ApiObject) => void,
): void {
  const namespaces = namespacesOf(backend)
  const collection = collectionOf(backend, namespaces)
  if (collection.get(name)?.metadata.deletionTimestamp === undefined) return
  let left = 0
  const seen = new Set<string>()
  for (const resource of backend.registry.all()) {
    if (!resource.namespaced || seen.has(resource.storage)) continue
    seen.add(resource.storage)
    const content = collectionOf(backend, resource)
    const { keys, get } = content.list(`${name}/`)
    for (const key of keys) {
      const object = get(key)
      if (object !== undefined && object.metadata.deletionTimestamp === undefined) remove(resource, object)
    }
    left += content.list(`${name}/`).keys.length
  }
  const namespace = collection.get(name)
  if (left > 0 || namespace === undefined) return
  const spec = asObject(namespace['spec'])
  const finalizers = asArray(spec['finalizers']).filter((each) => each !== 'kubernetes')
  const { finalizers: _old, ...rest } = spec
  if (finalizers.length === 0 && (namespace.metadata.finalizers ?? []).length === 0) collection.delete(name)
  else if (finalizers.length !== asArray(spec['finalizers']).length) {
    collection.set(name, { ...namespace, spec: finalizers.length === 0 ? rest : { ...rest, finalizers } })
  }
}
