import type { Client } from '@rxkube/client'
import { deepCopy, ReplicaSet, type Cached } from '@rxkube/meta'
import { sameStatus, type ReplicaSetStatus } from '../decide/status.ts'

/**
 * Writes the status when it says anything new, and resolves with the ReplicaSet as it is then. A write that fails is tried once
 * more on the newest version, with the same status: what was counted for one generation must not be said of the next.
 */
export async function updateStatus(
  client: Pick<Client, 'get' | 'updateStatus'>,
  replicaSet: Cached<ReplicaSet>,
  status: ReplicaSetStatus,
): Promise<Cached<ReplicaSet>> {
  if (sameStatus(replicaSet.status, status)) return replicaSet
  const { namespace = '', name = '' } = replicaSet.metadata
  try {
    return await client.updateStatus(ReplicaSet, withStatus(replicaSet, status))
  } catch {
    // Whatever it was: if it was not that the version was old, the second write says it again.
    const newest = await client.get(ReplicaSet, { namespace, name })
    return client.updateStatus(ReplicaSet, withStatus(newest, status))
  }
}

function withStatus(replicaSet: Cached<ReplicaSet>, status: ReplicaSetStatus): ReplicaSet {
  return { ...deepCopy(replicaSet), status: status as NonNullable<ReplicaSet['status']> }
}
