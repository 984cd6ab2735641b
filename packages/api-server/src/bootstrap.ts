import { managedOnCreate } from './apply/tracking.ts'
import { collectionOf, nowOf, type Backend } from './backend.ts'
import type { JsonObject } from './codec/json.ts'
import { keyOf } from './registry/resource.ts'
import { decodeObject } from './verbs/body.ts'
import { systemNamespaces } from './verbs/namespaces.ts'
import { createObject } from './verbs/writer.ts'
import { bootstrapRoles } from './rbac/bootstrap-roles.ts'

const options = { dryRun: false, fieldValidation: 'Strict' } as const

/** What the API server is called as a client of itself. */
const apiServerManager = 'kube-apiserver'

/** Puts in what every cluster has from the start. */
export function bootstrap(backend: Backend): void {
  for (const name of systemNamespaces) put(backend, '', 'v1', 'namespaces', '', { metadata: { name } })
  for (const each of priorityClasses) {
    put(backend, 'scheduling.k8s.io', 'v1', 'priorityclasses', '', each)
  }
  put(backend, '', 'v1', 'services', 'default', ownService(backend.serviceAllocator.range.at(1)))
  // Where components that serve themselves look up whom to trust: nobody yet.
  put(backend, '', 'v1', 'configmaps', 'kube-system', {
    metadata: { name: 'extension-apiserver-authentication' },
  })
  if (backend.rbac !== undefined) bootstrapRoles(backend)
}

const priorityClasses: readonly JsonObject[] = [
  {
    metadata: { name: 'system-cluster-critical' },
    value: 2_000_000_000,
    description: 'Pods that the cluster cannot do without, wherever they run.',
  },
  {
    metadata: { name: 'system-node-critical' },
    value: 2_000_001_000,
    description: 'Pods that their node cannot do without.',
  },
]

/** The service by which pods reach the API server. */
function ownService(clusterIP: string): JsonObject {
  const labels = { component: 'apiserver', provider: 'kubernetes' }
  const ports = [{ name: 'https', protocol: 'TCP', port: 443, targetPort: 6443 }]
  const spec = { ports, clusterIP, type: 'ClusterIP', sessionAffinity: 'None', ipFamilyPolicy: 'SingleStack' }
  return { metadata: { name: 'kubernetes', labels }, spec }
}

function put(
  backend: Backend,
  group: string,
  version: string,
  resource: string,
  namespace: string,
  given: JsonObject,
): void {
  const served = backend.registry.get(group, version, resource)
  if (served === undefined) return
  const { object } = decodeObject(served, given, options, [])
  // It may have been loaded from an earlier life.
  if (collectionOf(backend, served).get(keyOf(served, namespace, object.metadata.name ?? ''))) return
  const writer = {
    manager: apiServerManager,
    apiVersion: served.apiVersion,
    subresource: '',
    time: nowOf(backend),
  }
  createObject(backend, served, namespace, object, false, (of) => managedOnCreate(served, of, writer))
}
