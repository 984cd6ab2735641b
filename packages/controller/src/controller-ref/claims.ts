import { Pod, ReplicaSet, type Cached } from '@rxkube/meta'
import {
  ControllerRefManager,
  type ClaimOptions,
  type ControllerRefManagerOptions,
} from './controller-ref-manager.ts'

/** Whose pods or replica sets are claimed in one sync. */
export type ClaimParts<T extends Pod | ReplicaSet> = Omit<ControllerRefManagerOptions<T>, 'resource'> &
  ClaimOptions

/**
 * The pods that are the owner's now, after adopting and releasing; only those that all `filters` let through count as
 * matching. As `ControllerRefManager.claim`, with a manager for this one call. Upstream: `ClaimPods`.
 */
export function claimPods(
  pods: Iterable<Cached<Pod>>,
  { signal, ...options }: ClaimParts<Pod>,
  ...filters: readonly ((pod: Cached<Pod>) => boolean)[]
): Promise<Cached<Pod>[]> {
  return new ControllerRefManager<Pod>({ ...options, resource: Pod }).claim(pods, filters, { signal })
}

/** As `claimPods`, for replica sets. Upstream: `ClaimReplicaSets`. */
export function claimReplicaSets(
  sets: Iterable<Cached<ReplicaSet>>,
  { signal, ...options }: ClaimParts<ReplicaSet>,
): Promise<Cached<ReplicaSet>[]> {
  const manager = new ControllerRefManager<ReplicaSet>({ ...options, resource: ReplicaSet })
  return manager.claim(sets, [], { signal })
}
