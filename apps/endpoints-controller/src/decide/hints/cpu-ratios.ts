import { isConditionTrue, nanoValue, type Cached, type Node } from '@rxkube/meta'

import { zoneLabel } from '../../well-known.ts'

/** The share of each zone in the CPUs of the cluster, between 0 and 1. */
export type CpuRatios = ReadonlyMap<string, number>

const excluded = ['node-role.kubernetes.io/control-plane', 'node-role.kubernetes.io/master']

/**
 * The ratios of the ready nodes that are no control plane's, or undefined where hints cannot be given: one of those
 * nodes has no zone or no CPUs, or there is one zone only.
 */
export function cpuRatios(nodes: Iterable<Cached<Node>>): CpuRatios | undefined {
  const byZone = new Map<string, number>()
  let total = 0
  for (const node of nodes) {
    const labels = node.metadata.labels ?? {}
    if (excluded.some((label) => Object.hasOwn(labels, label))) continue
    if (!isConditionTrue(node.status?.conditions, 'Ready')) continue
    const cpu = milliCores(node)
    const zone = labels[zoneLabel]
    if (!zone || cpu === 0) return undefined
    byZone.set(zone, (byZone.get(zone) ?? 0) + cpu)
    total += cpu
  }
  if (byZone.size < 2) return undefined
  return new Map(
    [...byZone].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([zone, cpu]) => [zone, cpu / total]),
  )
}

/** In thousandths, rounded up, as upstream counts; what cannot be read counts as none. */
function milliCores({ status }: Cached<Node>): number {
  const nano = nanoValue(status?.allocatable?.['cpu']) ?? 0n
  return Number((nano + 999_999n) / 1_000_000n)
}
