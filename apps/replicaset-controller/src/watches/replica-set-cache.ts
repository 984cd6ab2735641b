import { type Cached, type OwnerReference, ReplicaSet } from '@rxkube/meta'
import type { Manager } from '@rxkube/controller'
import { controllerUid, controllerUidIndex } from '../decide/related.ts'

/** Finds ReplicaSets for the events of pods. */
export interface ReplicaSetCache {
  /** The one that a reference means: of the kind, of the name, and with the uid. Upstream: resolveControllerRef. */
  resolve(namespace: string, reference: Readonly<OwnerReference> | undefined): Cached<ReplicaSet> | undefined
  ofNamespace(namespace: string): readonly Cached<ReplicaSet>[]
}

/** The ReplicaSets that a manager knows, with the index that the controller reads. */
export function replicaSetCache(manager: Manager): ReplicaSetCache {
  // Never given back: the manager stops its caches itself, after its controllers.
  const { informer } = manager.informers.acquire(ReplicaSet, 'full', { [controllerUidIndex]: controllerUid })
  return {
    resolve: (namespace, reference) => {
      if (reference?.kind !== ReplicaSet.kind) return undefined
      const replicaSet = informer.indexer.getByKey(`${namespace}/${reference.name}`)
      return replicaSet?.metadata.uid === reference.uid ? replicaSet : undefined
    },
    ofNamespace: (namespace) => informer.indexer.byIndex('namespace', namespace),
  }
}
