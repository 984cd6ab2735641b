import type { Manager } from '@rxkube/controller'
import {
  Deployment,
  ReplicaSet,
  type Cached,
  type KubernetesObject,
  type OwnerReference,
  type Resource,
} from '@rxkube/meta'

/** Finds owners for the events of what they own. */
export interface OwnerCaches {
  readonly deployments: OwnerCache<Deployment>
  readonly replicaSets: OwnerCache<ReplicaSet>
}

/** Finds objects of one kind. */
interface OwnerCache<T extends KubernetesObject> {
  /** The one that a reference means: of the kind, of the name, and with the uid. Upstream: resolveControllerRef. */
  resolve(namespace: string, reference: Readonly<OwnerReference> | undefined): Cached<T> | undefined
  ofNamespace(namespace: string): readonly Cached<T>[]
}

/** The owners that a manager knows. */
export function ownerCaches(manager: Manager): OwnerCaches {
  return { deployments: cacheOf(manager, Deployment), replicaSets: cacheOf(manager, ReplicaSet) }
}

function cacheOf<T extends KubernetesObject>(manager: Manager, resource: Resource<T>): OwnerCache<T> {
  // Never given back: the manager stops its caches itself, after its controllers.
  const { informer } = manager.informers.acquire(resource)
  return {
    resolve: (namespace, reference) => {
      if (reference?.kind !== resource.kind) return undefined
      const owner = informer.indexer.getByKey(`${namespace}/${reference.name}`)
      return (owner as Cached<KubernetesObject> | undefined)?.metadata?.uid === reference.uid
        ? owner
        : undefined
    },
    ofNamespace: (namespace) => informer.indexer.byIndex('namespace', namespace),
  }
}
