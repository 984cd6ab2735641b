import type { Controller, Manager } from '@rxkube/controller'
import { Deployment, Pod, ReplicaSet } from '@rxkube/meta'
import { replicaSetOwner, replicaSetOwnerIndex } from './decide/replica-set-owner.ts'
import { reconcileDeployment } from './reconcile-deployment.ts'
import { ownerCaches } from './watches/caches.ts'
import { podEvents } from './watches/pod-events.ts'
import { replicaSetEvents } from './watches/replica-set-events.ts'

/** How the controller works; all of it is optional. */
export interface DeploymentControllerOptions {
  /** How many Deployments are worked on at once; 5 unless told. kube-controller-manager: `--concurrent-deployment-syncs`. */
  readonly concurrentSyncs?: number | undefined
}

/** Puts the Deployment controller into a manager: it rolls out what each Deployment asks for, by means of ReplicaSets. */
export function setup(
  manager: Manager,
  { concurrentSyncs = 5 }: DeploymentControllerOptions = {},
): Controller {
  const { client } = manager
  const caches = ownerCaches(manager)
  // Never given back, as those of its owners.
  const { informer } = manager.informers.acquire(Pod)
  const pods = (namespace: string) => informer.indexer.byIndex('namespace', namespace)
  return manager
    .controller('deployment-controller', Deployment)
    .watches(ReplicaSet, replicaSetEvents(caches), { indexers: { [replicaSetOwnerIndex]: replicaSetOwner } })
    .watches(Pod, podEvents({ ...caches, client, pods }))
    .options({ maxConcurrentReconciles: concurrentSyncs })
    .reconcile(reconcileDeployment)
}
