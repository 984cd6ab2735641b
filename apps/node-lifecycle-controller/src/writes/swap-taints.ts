import { addOrUpdateTaintOnNode, removeTaintOffNode, type NodeClient } from '@rxkube/controller'
import { timestamp, type Cached, type Node } from '@rxkube/meta'
import type { TaintChange } from '../decide/condition-taints.ts'
import { lifecycleTaints } from '../decide/lifecycle-taints.ts'
import type { Surroundings } from '../surroundings.ts'

type Writing = Pick<Surroundings, 'clock' | 'signal'> & { readonly client: NodeClient }

/**
 * Puts taints on a node, with the time, and takes others off it; in this order, so that it is never without. Two patches; none where
 * nothing changes. Upstream: `SwapNodeControllerTaint`.
 */
export async function swapTaints(
  node: Cached<Node>,
  { add, remove }: TaintChange,
  { client, clock, signal }: Writing,
): Promise<void> {
  const name = node.metadata.name ?? ''
  const timeAdded = timestamp(clock.now())
  const options = { clock, signal }
  if (add.length > 0) {
    const stamped = add.map(({ key, effect }) => ({ key, effect, timeAdded }))
    await addOrUpdateTaintOnNode(client, name, stamped, options)
  }
  if (remove.length > 0) await removeTaintOffNode(client, name, remove, { ...options, node })
}

/**
 * Takes both lifecycle taints off a node; sends nothing when the node as it is given has none. `live`: whatever a cache
 * says about it.
 */
export async function clearLifecycleTaints(
  node: Cached<Node>,
  { client, clock, signal }: Writing,
  live = false,
): Promise<void> {
  const options = { clock, signal, ...(!live && { node }) }
  await removeTaintOffNode(client, node.metadata.name ?? '', lifecycleTaints, options)
}
