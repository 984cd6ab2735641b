import { isSameTaint, type Cached, type Node, type Taint } from '@rxkube/meta'
import { noExecute, notReady, unreachable } from './lifecycle-taints.ts'
import type { TaintChange } from './condition-taints.ts'

/** What becomes of a node's NoExecute taint after a look at its health. */
export type NoExecutePlan =
  /** It has one of the two: the other takes its place at once, for that costs no pod anything. */
  | { readonly type: 'swap'; readonly change: TaintChange }
  /** It waits in its zone's queue. `fresh`: whatever the queue remembers of it is out of date. */
  | { readonly type: 'queue'; readonly fresh: boolean }
  /** It is well: it leaves the queue, and its taints go. */
  | { readonly type: 'clear' }

/** Decides by the Ready status that the pass found, and not by what it made of it. */
export function noExecutePlan(node: Cached<Node>, observed: string): NoExecutePlan {
  if (observed === 'True') return { type: 'clear' }
  const change = noExecuteChange(observed)
  if (change === undefined) return { type: 'clear' }
  if (change.remove.some((taint) => hasTaint(node, taint))) return { type: 'swap', change }
  return { type: 'queue', fresh: !change.add.some((taint) => hasTaint(node, taint)) }
}

/** The taints of a node with this Ready status, to put on and to take off; undefined for a node that is ready. */
export function noExecuteChange(status: string): TaintChange | undefined {
  if (status === 'False') return { add: [noExecute(notReady)], remove: [noExecute(unreachable)] }
  if (status === 'Unknown') return { add: [noExecute(unreachable)], remove: [noExecute(notReady)] }
  return undefined
}

/** Whether a node has a taint of this key and effect. */
export function hasTaint(node: Cached<Node>, taint: Taint): boolean {
  return node.spec?.taints?.some((each) => isSameTaint(each, taint)) ?? false
}
