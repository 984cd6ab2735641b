import { addTaint, removeTaint, type Cached, type Node, type Taint } from '@rxkube/meta'
import { patchNode, type NodeClient, type NodePatchOptions } from './patch-node.ts'

/**
 * Puts taints on a node, each in the place of the one with its key and effect. Resolves with the node as it is then, and
 * sends no patch when they are there as they are. A conflict is tried five times in all. Upstream: `AddOrUpdateTaintOnNode`.
 */
export function addOrUpdateTaintOnNode(
  client: NodeClient,
  name: string,
  taints: Taint | readonly Taint[],
  options: NodePatchOptions = {},
): Promise<Node> {
  return patchTaints(client, name, options, (before) => listOf(taints).reduce(addTaint<Taint>, before))
}

/** What taking taints off takes. */
export interface RemoveTaintOptions extends NodePatchOptions {
  /** The node as a cache has it: when it has none of the taints, nothing at all is sent. */
  readonly node?: Cached<Node> | undefined
}

/**
 * Takes the taints with these keys and effects off a node. Resolves with the node as it is then. As
 * `addOrUpdateTaintOnNode`. Upstream: `RemoveTaintOffNode`.
 */
export async function removeTaintOffNode(
  client: NodeClient,
  name: string,
  taints: Taint | readonly Taint[],
  { node, ...options }: RemoveTaintOptions = {},
): Promise<Cached<Node>> {
  const without = (before: readonly Taint[]): readonly Taint[] =>
    listOf(taints).reduce(removeTaint<Taint>, before)
  if (node !== undefined) {
    const cached = node.spec?.taints ?? []
    if (without(cached) === cached) return node
  }
  return patchTaints(client, name, options, without)
}

function patchTaints(
  client: NodeClient,
  name: string,
  options: NodePatchOptions,
  change: (before: readonly Taint[]) => readonly Taint[],
): Promise<Node> {
  return patchNode(
    client,
    name,
    ({ metadata, spec }) => {
      const before = spec?.taints ?? []
      const after = change(before)
      if (after === before) return undefined
      // Lists are replaced whole: the version makes it a conflict when another one was faster.
      return {
        metadata: { resourceVersion: metadata.resourceVersion },
        spec: { taints: after.length > 0 ? after : null },
      }
    },
    options,
  )
}

function listOf(taints: Taint | readonly Taint[]): readonly Taint[] {
  return 'key' in taints ? [taints] : taints
}
