import type { Backend } from '../backend.ts'
import { asObject, type ApiObject } from '../codec/json.ts'
import { microTime } from '../codec/time.ts'
import { decodeObject } from '../verbs/body.ts'
import { createObject } from '../verbs/writer.ts'

const namespace = 'kube-node-lease'

/** How long a lease is good for, in seconds. */
const leaseDurationSeconds = 40

/** How often it is renewed, in milliseconds. Both are the kubelet's. */
export const renewInterval = 10_000

/** Says through the lease of a node that its kubelet lives. A namespace that is not there gets none. */
export function renewLease(backend: Backend, node: ApiObject): void {
  const leases = backend.registry.get('coordination.k8s.io', 'v1', 'leases')
  const { name = '', uid = '' } = node.metadata
  if (leases === undefined) return
  const collection = backend.store.collection(leases.storage)
  const key = `${namespace}/${name}`
  const renewTime = microTime(backend.clock.now())
  const lease = collection.get(key)
  if (lease !== undefined) {
    const spec = { ...asObject(lease['spec']), holderIdentity: name, leaseDurationSeconds, renewTime }
    collection.set(key, { ...lease, spec })
    return
  }
  const where = backend.store.collection('namespaces').get(namespace)
  if (where === undefined || where.metadata.deletionTimestamp !== undefined) return
  const given = {
    metadata: { name, namespace, ownerReferences: [{ apiVersion: 'v1', kind: 'Node', name, uid }] },
    spec: { holderIdentity: name, leaseDurationSeconds, renewTime },
  }
  const { object } = decodeObject(leases, given, { dryRun: false, fieldValidation: 'Ignore' }, [])
  createObject(backend, leases, namespace, object)
}
