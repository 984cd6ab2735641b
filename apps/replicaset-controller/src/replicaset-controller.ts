import {
  ControllerExpectations,
  UIDTrackingControllerExpectations,
  type Controller,
  type Manager,
} from '@rxkube/controller'
import { Pod, ReplicaSet } from '@rxkube/meta'
import { burstReplicas as defaultBurst } from './decide/plan.ts'
import { podOwner, podOwnerIndex } from './decide/related.ts'
import { reconcileReplicaSet, type PassParts } from './reconcile-replica-set.ts'
import { podEvents } from './watches/pod-events.ts'
import { replicaSetCache } from './watches/replica-set-cache.ts'
import { replicaSetEvents } from './watches/replica-set-events.ts'

/** How the controller works; all of it is optional. */
export interface ReplicaSetControllerOptions {
  /** How many ReplicaSets are worked on at once; 5 unless told. kube-controller-manager: `--concurrent-replicaset-syncs`. */
  readonly concurrentSyncs?: number | undefined
  /** How many pods of one are created or deleted in one pass at most; 500 unless told. Upstream: `BurstReplicas`. */
  readonly burstReplicas?: number | undefined
  /** Where `replicaset_controller_sorting_deletion_age_ratio` is counted. */
  readonly deletionAgeRatio?: PassParts['deletionAgeRatio']
}

/** Puts the ReplicaSet controller into a manager: it keeps as many pods as each ReplicaSet asks for. */
export function setup(manager: Manager, options: ReplicaSetControllerOptions = {}): Controller {
  const { concurrentSyncs = 5, burstReplicas = defaultBurst, deletionAgeRatio } = options
  const { clock } = manager.client
  const expectations = new UIDTrackingControllerExpectations(new ControllerExpectations({ clock }))
  const parts: PassParts = { expectations, burstReplicas, deletionAgeRatio }
  return (
    manager
      .controller('replicaset-controller', ReplicaSet)
      .watches(ReplicaSet, replicaSetEvents(expectations))
      .watches(Pod, podEvents(replicaSetCache(manager), expectations), {
        indexers: { [podOwnerIndex]: podOwner },
      })
      // Expectations are what keeps it from acting on a cache that lags behind; all that waits is what became of a write
      // whose answer was lost.
      .options({ maxConcurrentReconciles: concurrentSyncs, readYourWrites: 'overlay' })
      .reconcile((request, context) => reconcileReplicaSet(request, context, parts))
  )
}
