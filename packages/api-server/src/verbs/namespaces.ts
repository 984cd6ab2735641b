import { collectionOf, nowOf, type Backend } from '../backend.ts'
import { asObject, type ApiObject } from '../codec/json.ts'
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
