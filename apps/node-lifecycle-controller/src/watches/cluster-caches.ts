import { podNodeIndex, podsByNode, type Manager } from '@rxkube/controller'
import { Lease, Node, Pod, objectNameToString } from '@rxkube/meta'
import type { ClusterView } from '../surroundings.ts'

const leaseNamespace = 'kube-node-lease'

/** What the caches of a manager know of the cluster. */
export function clusterCaches({ informers }: Manager): ClusterView {
  const nodes = informers.acquire(Node).informer.indexer
  const pods = informers.acquire(Pod, 'full', podsByNode).informer.indexer
  const leases = informers.acquire(Lease).informer.indexer
  return {
    nodes: () => nodes.list(),
    node: (name) => nodes.getByKey(name),
    pod: (name) => pods.getByKey(objectNameToString(name)),
    podsOn: (nodeName) => pods.byIndex(podNodeIndex, nodeName),
    lease: (nodeName) => leases.getByKey(`${leaseNamespace}/${nodeName}`),
  }
}
