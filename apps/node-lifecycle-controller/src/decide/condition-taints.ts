import { isSameTaint, type Cached, type Node, type Taint } from '@rxkube/meta'
import { notReady, unreachable } from './lifecycle-taints.ts'

/** For each condition and status the key of the taint that keeps new pods away. */
const keysByCondition: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  [
    'Ready',
    new Map([
      ['False', notReady],
      ['Unknown', unreachable],
    ]),
  ],
  ['MemoryPressure', new Map([['True', 'node.kubernetes.io/memory-pressure']])],
  ['DiskPressure', new Map([['True', 'node.kubernetes.io/disk-pressure']])],
  ['PIDPressure', new Map([['True', 'node.kubernetes.io/pid-pressure']])],
  ['NetworkUnavailable', new Map([['True', 'node.kubernetes.io/network-unavailable']])],
])

const unschedulable = 'node.kubernetes.io/unschedulable'

const ownKeys = new Set([unschedulable])
for (const keys of keysByCondition.values()) for (const key of keys.values()) ownKeys.add(key)

/** Taints to put on a node and to take off it. */
export interface TaintChange {
  readonly add: readonly Taint[]
  readonly remove: readonly Taint[]
}

/** The NoSchedule taints that the node's conditions, and its being unschedulable, ask for. */
function conditionTaints({ spec, status }: Cached<Node>): readonly Taint[] {
  const keys: string[] = []
  for (const { type, status: value } of status?.conditions ?? []) {
    const key = keysByCondition.get(type)?.get(value)
    if (key !== undefined) keys.push(key)
  }
  if (spec?.unschedulable === true) keys.push(unschedulable)
  return keys.map((key) => ({ key, effect: 'NoSchedule' }))
}

/** What has to change for the node to have these taints; taints with other keys and other effects do not count. */
export function conditionTaintChange(node: Cached<Node>): TaintChange {
  const wanted = conditionTaints(node)
  const there = (node.spec?.taints ?? []).filter(
    ({ key, effect }) => effect === 'NoSchedule' && ownKeys.has(key),
  )
  return { add: without(wanted, there), remove: without(there, wanted) }
}

function without(taints: readonly Taint[], others: readonly Taint[]): readonly Taint[] {
  return taints.filter((taint) => !others.some((other) => isSameTaint(taint, other)))
}
