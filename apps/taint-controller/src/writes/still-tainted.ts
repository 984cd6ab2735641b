import { isNotFound, type Client } from '@rxkube/client'
import { Node, type Cached } from '@rxkube/meta'
import { evictionPlan } from '../decide/eviction-plan.ts'
import { noExecuteTaints } from '../decide/no-execute-taints.ts'
import type { EvictedPod } from './evict-pod.ts'

/**
 * Whether the pod's node has a taint, as the server knows it, that the pod does not put up with for ever. A cache that lags
 * behind must not cost a pod its life. A node that is gone cannot take its taints back.
 */
export async function isStillTainted(
  { nodeName, tolerations }: EvictedPod,
  client: Client,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  let node: Cached<Node>
  try {
    node = await client.get(Node, { name: nodeName }, { signal })
  } catch (error) {
    if (isNotFound(error)) return true
    throw error
  }
  const taints = noExecuteTaints(node)
  return evictionPlan({ taints, tolerations, now: 0, countingSince: undefined }).type !== 'stay'
}
