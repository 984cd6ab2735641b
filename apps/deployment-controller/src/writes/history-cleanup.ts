import { isNotFound } from '@rxkube/client'
import { ReplicaSet, type Cached } from '@rxkube/meta'
import { replicaSetsToCleanUp } from '../decide/history-cleanup.ts'
import type { Pass } from './pass.ts'

/** Deletes old ReplicaSets beyond those that the Deployment keeps. One that is gone already is as good. */
export async function cleanUpHistory(pass: Pass, oldSets: readonly Cached<ReplicaSet>[]): Promise<void> {
  for (const { metadata } of replicaSetsToCleanUp(pass.deployment, oldSets)) {
    const { namespace = '', name = '' } = metadata
    try {
      // oxlint-disable-next-line no-await-in-loop -- the oldest first
      await pass.context.client.delete(ReplicaSet, { namespace, name })
    } catch (error) {
      if (!isNotFound(error)) throw error
    }
  }
}
