import { isNotFound } from '@rxkube/client'
import {
  isNamespaceTerminating,
  podKey,
  slowStartBatch,
  ThrownValueError,
  type PodControl,
  type UIDTrackingControllerExpectations,
} from '@rxkube/controller'
import { newControllerRef, ReplicaSet, type Cached, type Pod } from '@rxkube/meta'

/** What creating and deleting pods needs. */
export interface ReplicasWriter {
  readonly podControl: PodControl
  readonly expectations: UIDTrackingControllerExpectations
  readonly signal: AbortSignal
}

/** Creates pods, one, two, four, … at a time, until `count` are there or some fail. Resolves with the first failure. */
export async function createPods(
  replicaSet: Cached<ReplicaSet>,
  key: string,
  count: number,
  { podControl, expectations, signal }: ReplicasWriter,
): Promise<Error | undefined> {
  const { namespace = '' } = replicaSet.metadata
  const reference = newControllerRef(replicaSet, ReplicaSet)
  // Before the first call: what is created may be seen before the call ends.
  expectations.expectCreations(key, count)
  const { successes, errors } = await slowStartBatch(
    count,
    async () => {
      try {
        await podControl.createPod(namespace, replicaSet.spec.template ?? {}, replicaSet, reference, {
          signal,
        })
      } catch (error) {
        // Nothing will ever be created in it again, and nobody needs to try.
        if (!isNamespaceTerminating(error)) throw error
      }
    },
    { signal },
  )
  // What failed or was never tried will not be seen.
  for (let missing = count - successes; missing > 0; missing--) expectations.creationObserved(key)
  return firstOf(errors)
}

/** Deletes pods, all at once. Resolves with the first failure when all calls have ended. */
export async function deletePods(
  replicaSet: Cached<ReplicaSet>,
  key: string,
  pods: readonly Cached<Pod>[],
  { podControl, expectations, signal }: ReplicasWriter,
): Promise<Error | undefined> {
  const { namespace = '' } = replicaSet.metadata
  expectations.expectDeletions(key, pods.map(podKey))
  const failures: unknown[] = []
  await Promise.all(
    pods.map(async (pod) => {
      try {
        await podControl.deletePod(namespace, pod.metadata.name ?? '', replicaSet, { signal })
      } catch (error) {
        expectations.deletionObserved(key, podKey(pod))
        if (!isNotFound(error)) failures.push(error)
      }
    }),
  )
  return firstOf(failures)
}

function firstOf([first]: readonly unknown[]): Error | undefined {
  return first === undefined || first instanceof Error ? first : new ThrownValueError(first)
}
