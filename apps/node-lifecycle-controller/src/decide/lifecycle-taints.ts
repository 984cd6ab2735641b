import type { Taint } from '@rxkube/meta'

/** The taint of nodes that say they are not ready. */
export const notReady = 'node.kubernetes.io/not-ready'

/** The taint of nodes that say nothing any more. */
export const unreachable = 'node.kubernetes.io/unreachable'

/** The NoExecute taint of a key, which makes pods leave. */
export function noExecute(key: string): Taint {
  return { key, effect: 'NoExecute' }
}

/** The two taints that follow from a node's health. A node has at most one of them. */
export const lifecycleTaints: readonly Taint[] = [noExecute(notReady), noExecute(unreachable)]
