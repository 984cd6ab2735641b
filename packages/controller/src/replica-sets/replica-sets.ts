import type { Cached, ReplicaSet } from '@rxkube/meta'

/** Replica sets that want pods. Upstream: `FilterActiveReplicaSets`. */
export function filterActiveReplicaSets<R extends Cached<ReplicaSet>>(sets: Iterable<R | undefined>): R[] {
  return [...sets].filter((set) => set !== undefined && size(set) > 0) as R[]
}

/** Oldest first, then by name. For `sort`. Upstream: `ReplicaSetsByCreationTimestamp`. */
export function compareReplicaSetsByCreation(a: Cached<ReplicaSet>, b: Cached<ReplicaSet>): number {
  return created(a) - created(b) || byName(a, b)
}

/** Largest first, then oldest first. For `sort`. Upstream: `ReplicaSetsBySizeOlder`. */
export function compareReplicaSetsBySizeOlder(a: Cached<ReplicaSet>, b: Cached<ReplicaSet>): number {
  return size(b) - size(a) || compareReplicaSetsByCreation(a, b)
}

/** Largest first, then newest first. For `sort`. Upstream: `ReplicaSetsBySizeNewer`. */
export function compareReplicaSetsBySizeNewer(a: Cached<ReplicaSet>, b: Cached<ReplicaSet>): number {
  return size(b) - size(a) || compareReplicaSetsByCreation(b, a)
}

/** A server fills in 1 where nothing is said. */
function size({ spec }: Cached<ReplicaSet>): number {
  return spec.replicas ?? 1
}

function created({ metadata }: Cached<ReplicaSet>): number {
  return Date.parse(metadata.creationTimestamp ?? '') || 0
}

function byName(a: Cached<ReplicaSet>, b: Cached<ReplicaSet>): number {
  const [x, y] = [a.metadata.name ?? '', b.metadata.name ?? '']
  return x < y ? -1 : Number(x > y)
}
