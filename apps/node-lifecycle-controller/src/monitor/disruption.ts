import { disruptionPlan } from '../decide/disruption-plan.ts'
import type { NodeHealth } from '../decide/node-health.ts'
import { zoneCount, type ZoneCount } from '../decide/zone-state.ts'
import type { NodeLifecycleSettings } from '../node-lifecycle-options.ts'
import type { Surroundings } from '../surroundings.ts'
import type { TaintingPass } from '../tainting/tainting-pass.ts'
import type { Zones } from '../tainting/zones.ts'
import type { FollowUp } from './follow-up.ts'

/** What a pass found: for each zone the Ready status of each node that counts, undefined where there is none. */
export type ZoneStatuses = ReadonlyMap<string, readonly (string | undefined)[]>

/** What disruption has to do with. */
export interface DisruptionParts {
  readonly zones: Zones
  readonly tainting: TaintingPass
  readonly followUp: FollowUp
  readonly health: Map<string, NodeHealth>
  readonly settings: NodeLifecycleSettings
}

/** Counts the zones after a pass, and sets how fast their nodes are tainted. Upstream: `handleDisruption`. */
export async function handleDisruption(
  statuses: ZoneStatuses,
  { zones, tainting, followUp, health, settings }: DisruptionParts,
  { view, clock, metrics }: Surroundings,
): Promise<void> {
  const counts = new Map<string, ZoneCount>()
  for (const [zone, each] of statuses) {
    const count = zoneCount(each, settings.unhealthyZoneThreshold)
    counts.set(zone, count)
    metrics.zone(zone, count.size, count.unhealthy, (100 * (count.size - count.unhealthy)) / count.size)
  }
  const plan = disruptionPlan(zones.states, counts, settings)
  for (const zone of plan.dropped) metrics.zone(zone, 0, 0, 100)
  zones.apply(plan)
  if (plan.mode === 'enter') {
    // No rate is left now: once the taint that is being written is there, none comes after it.
    await tainting.idle()
    for (const node of view.nodes()) await followUp.clear(node)
  }
  if (plan.mode === 'exit') {
    const now = clock.now()
    for (const { metadata } of view.nodes()) {
      const before = health.get(metadata.name ?? '')
      if (before) health.set(metadata.name ?? '', { ...before, probeTime: now, readyTransitionTime: now })
    }
  }
}
