import type { Cached, Pod } from '@rxkube/meta'
import type { NodeHealth } from '../decide/node-health.ts'
import type { Surroundings } from '../surroundings.ts'
import { markPodsNotReady } from './mark-pods-not-ready.ts'

/** Thrown for a pod whose node the cache does not have: it is looked at again. */
export class NodeNotCachedError extends Error {
  override readonly name = 'NodeNotCachedError'
  readonly node: string

  constructor(node: string, pod: string) {
    super(`the pod ${pod} is on node ${node}, which the cache does not have: it is looked at again`)
    this.node = node
  }
}

/**
 * Marks a pod that came to a node that does not answer, which the pass over all nodes may have missed. Nothing is done where
 * the node's health is not known yet. Throws what has to be tried again.
 */
export async function processPod(
  pod: Cached<Pod>,
  health: NodeHealth | undefined,
  around: Pick<Surroundings, 'client' | 'clock' | 'signal' | 'tell' | 'view'>,
): Promise<void> {
  const { nodeName = '' } = pod.spec
  if (health === undefined) return
  if (around.view.node(nodeName) === undefined)
    throw new NodeNotCachedError(nodeName, pod.metadata.name ?? '')
  if (health.ready === undefined || health.ready.status === 'True') return
  await markPodsNotReady(nodeName, [pod], around)
}
