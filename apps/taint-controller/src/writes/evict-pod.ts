import { isNotFound, type Client } from '@rxkube/client'
import { sleep, type Clock } from '@rxkube/clock'
import { Pod, type ObjectName, type Toleration } from '@rxkube/meta'
import { disruptionCondition } from '../decide/disruption-condition.ts'

/** The pod that is to go: this one, and no other of the same name. */
export interface EvictedPod extends ObjectName {
  readonly namespace: string
  readonly uid: string
  readonly nodeName: string
  readonly tolerations: readonly Toleration[] | undefined
}

/** What an eviction is done with. */
export interface EvictOptions {
  readonly client: Client
  readonly clock: Clock
  readonly signal?: AbortSignal | undefined
}

const attempts = 5
const pause = 10

/**
 * Says in the pod's status why it goes, then deletes it: up to five times, 10 ms apart, until both went through; then it
 * rejects with the last error. Resolves with false when the pod is gone already. Disruption budgets are not asked: what cannot
 * stay cannot wait.
 */
export async function evictPod(pod: EvictedPod, { client, clock, signal }: EvictOptions): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await markAndDelete(pod, client, clock, signal)
    } catch (error) {
      signal?.throwIfAborted()
      if (isNotFound(error)) return false
      if (attempt === attempts) throw error
      await sleep(clock, pause, { signal })
    }
  }
}

async function markAndDelete(
  { namespace, name, uid }: Pick<EvictedPod, 'namespace' | 'name' | 'uid'>,
  client: Client,
  clock: Clock,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const address = { namespace, name }
  const pod = await client.get(Pod, address, { signal })
  if (pod.metadata.uid !== uid) return false
  const condition = disruptionCondition(pod, clock.now())
  if (condition) {
    const patch = { metadata: { uid }, status: { conditions: [condition] } }
    await client.patchStatus(Pod, address, patch, { type: 'strategic', signal })
  }
  await client.delete(Pod, address, { preconditions: { uid }, signal })
  return true
}
