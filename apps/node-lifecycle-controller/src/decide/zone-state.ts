/** How much of a zone does not answer. `Initial`: nobody has counted yet. */
export type ZoneState = 'Initial' | 'Normal' | 'PartialDisruption' | 'FullDisruption'

/** How many nodes a zone has and what that makes it. */
export interface ZoneCount {
  readonly size: number
  readonly unhealthy: number
  readonly state: ZoneState
}

/** Counts a zone by the Ready statuses of its nodes (undefined: the node has none). */
export function zoneCount(
  statuses: readonly (string | undefined)[],
  unhealthyZoneThreshold: number,
): ZoneCount {
  const size = statuses.length
  const unhealthy = statuses.filter((status) => status !== 'True').length
  return { size, unhealthy, state: stateOf(size, unhealthy, unhealthyZoneThreshold) }
}

function stateOf(size: number, unhealthy: number, threshold: number): ZoneState {
  if (size > 0 && unhealthy === size) return 'FullDisruption'
  // One or two nodes that fail are no sign that something is wrong with the zone.
  return unhealthy > 2 && unhealthy / size >= threshold ? 'PartialDisruption' : 'Normal'
}

/** How fast nodes are tainted; each in nodes per second. */
export interface EvictionRates {
  readonly nodeEvictionRate: number
  readonly secondaryNodeEvictionRate: number
  /** A zone with more nodes than this is large. */
  readonly largeClusterSizeThreshold: number
}

/** How many nodes of a zone in this state are tainted per second. Small zones wait until a partial disruption is over. */
export function zoneEvictionRate(state: ZoneState, size: number, rates: EvictionRates): number {
  if (state !== 'PartialDisruption') return rates.nodeEvictionRate
  return size > rates.largeClusterSizeThreshold ? rates.secondaryNodeEvictionRate : 0
}
