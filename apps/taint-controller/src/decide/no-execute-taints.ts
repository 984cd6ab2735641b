import type { Cached, Node, Taint } from '@rxkube/meta'

/** The taints of a node that make pods leave. Those that only keep new pods away are the scheduler's business. */
export function noExecuteTaints(node: Cached<Node>): readonly Taint[] {
  return node.spec?.taints?.filter(({ effect }) => effect === 'NoExecute') ?? []
}
