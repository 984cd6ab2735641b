import type { Node } from '@rxkube/meta'
import { patchNode, type NodeClient, type NodePatchOptions } from './patch-node.ts'

/**
 * Sets labels of a node; others stay. Resolves with the node as it is then, and sends no patch when they are set already.
 * Upstream: `AddOrUpdateLabelsOnNode`.
 */
export function addOrUpdateLabelsOnNode(
  client: NodeClient,
  name: string,
  labels: Readonly<Record<string, string>>,
  options: NodePatchOptions = {},
): Promise<Node> {
  return patchNode(
    client,
    name,
    ({ metadata }) => {
      const before = new Map(Object.entries(metadata.labels ?? {}))
      const changed = Object.entries(labels).filter(([key, value]) => before.get(key) !== value)
      // Each label is a field of its own: no version is needed, others may write at the same time.
      return changed.length === 0 ? undefined : { metadata: { labels: Object.fromEntries(changed) } }
    },
    options,
  )
}
