import { addOrUpdateLabelsOnNode, type NodeClient } from '@rxkube/controller'
import type { Cached, Node } from '@rxkube/meta'
import { betaLabelChange } from '../decide/beta-labels.ts'
import { conditionTaintChange } from '../decide/condition-taints.ts'
import type { Surroundings } from '../surroundings.ts'
import { swapTaints } from './swap-taints.ts'

/** Gives a node the NoSchedule taints and the old labels that it should have; writes nothing when it has them. */
export async function reconcileNode(
  node: Cached<Node>,
  around: Pick<Surroundings, 'clock' | 'signal'> & { readonly client: NodeClient },
): Promise<void> {
  const change = conditionTaintChange(node)
  if (change.add.length > 0 || change.remove.length > 0) await swapTaints(node, change, around)
  const labels = betaLabelChange(node)
  if (Object.keys(labels).length === 0) return
  const { client, clock, signal } = around
  await addOrUpdateLabelsOnNode(client, node.metadata.name ?? '', labels, { clock, signal })
}
