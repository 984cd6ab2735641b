import type { NodeSpec } from './node-spec.ts'
import type { Stage } from './stage.ts'

/** Which fake nodes a server begins with, and how they live. */
export interface FakeNodesOptions {
  /** How many nodes, named `node-0`, `node-1` and so on, or what each is like. Default: none. */
  readonly nodes?: number | readonly NodeSpec[] | undefined
  /** The rules that nodes, pods and other objects live by. Default: {@link defaultStages}. */
  readonly stages?: readonly Stage[] | undefined
  /** Where nodes' ranges of pod addresses come from. Default `10.64.0.0/10`. */
  readonly podRange?: string | undefined
  /** Where nodes' own addresses come from. Default `172.16.0.0/12`. */
  readonly nodeRange?: string | undefined
}

/** What the option `nodes` of a server means. */
export function fakeNodesOptions(
  given: number | readonly NodeSpec[] | FakeNodesOptions = {},
): FakeNodesOptions {
  return typeof given === 'number' || isList(given) ? { nodes: given } : given
}

const isList = (given: readonly NodeSpec[] | FakeNodesOptions): given is readonly NodeSpec[] =>
  Array.isArray(given)

/** The specs of nodes that were asked for by their number. */
export function nodeSpecs(nodes: number | readonly NodeSpec[] = []): readonly NodeSpec[] {
  if (typeof nodes !== 'number') return nodes
  return Array.from({ length: Math.max(0, Math.floor(nodes)) }, (_none, at) => ({ name: `node-${at}` }))
}
