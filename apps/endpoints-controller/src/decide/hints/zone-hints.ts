import {
  endpointsOf,
  hintAt,
  isReadyEndpoint,
  type AddressType,
  type Endpoint,
  type Slice,
  withEndpoints,
} from '../slices/slice.ts'
import { allocate, type Allocation, type HintsByZone } from './allocations.ts'
import type { CpuRatios } from './cpu-ratios.ts'
import { exchange, redistribute } from './redistribute.ts'
import { withoutHints, type HintableSlices } from './without-hints.ts'

/** Something to tell about a Service. */
export interface PlannedEvent {
  readonly type: 'Normal' | 'Warning'
  readonly reason: string
  readonly message: string
}

/** Slices with hints in them, or without where it cannot be done. */
export interface Hinted extends HintableSlices {
  /** How many hints each zone has now; undefined when there are none. */
  readonly hints: HintsByZone | undefined
  readonly events: readonly PlannedEvent[]
}

/** An event's message for one family: hints are given to each on its own. */
export function forAddressType(message: string, addressType: AddressType): string {
  return `${message}, addressType: ${addressType}`
}

/**
 * Tells each zone which endpoints to use, in proportion to its CPUs. Slices that are right stay as they are. `populated`
 * says whether the Service had hints before: only the first ones are told about. Upstream: TopologyCache.AddHints.
 */
export function zoneHints(
  slices: HintableSlices,
  ratios: CpuRatios | undefined,
  { populated, addressType }: { readonly populated: boolean; readonly addressType: AddressType },
): Hinted {
  const disabled = (message: string): Hinted => ({
    ...withoutHints(slices),
    hints: undefined,
    events: [
      {
        type: 'Warning',
        reason: 'TopologyAwareHintsDisabled',
        message: forAddressType(message, addressType),
      },
    ],
  })
  const all = [...slices.create, ...slices.update, ...slices.unchanged]
  const ready = all.reduce((sum, slice) => sum + endpointsOf(slice).filter(isReadyEndpoint).length, 0)
  const allocations = allocate(ratios, ready)
  if (typeof allocations === 'string') return disabled(allocations)

  const kept = keepHinted(slices.unchanged, allocations)
  const written = [...slices.create, ...slices.update, ...kept.wrong]
  if (written.some((slice) => endpointsOf(slice).some((each) => isReadyEndpoint(each) && !each.zone))) {
    return disabled('One or more endpoints do not have a zone specified')
  }
  const hints = new Map(kept.hints)
  const ownZone = (endpoint: Endpoint): Endpoint => {
    const { zone } = endpoint
    if (!isReadyEndpoint(endpoint) || !zone) return hintAt(endpoint, undefined)
    hints.set(zone, (hints.get(zone) ?? 0) + 1)
    return hintAt(endpoint, zone)
  }
  const sameZone = written.map((slice) => withEndpoints(slice, endpointsOf(slice).map(ownZone)))
  const { slices: shared, moved } = redistribute(sameZone, exchange(allocations, hints))
  for (const [zone, count] of moved) hints.set(zone, (hints.get(zone) ?? 0) + count)
  if (hints.size === 0) return disabled('No hints allocated for zones')
  const enabled: PlannedEvent = {
    type: 'Normal',
    reason: 'TopologyAwareHintsEnabled',
    message: forAddressType('Topology Aware Hints has been enabled', addressType),
  }
  return {
    create: shared.slice(0, slices.create.length),
    update: shared.slice(slices.create.length),
    unchanged: kept.right,
    hints,
    events: populated ? [] : [enabled],
  }
}

/** The slices whose hints may stay, and those that need new ones. */
function keepHinted(unchanged: readonly Slice[], allocations: ReadonlyMap<string, Allocation>) {
  const hints = new Map<string, number>()
  const right: Slice[] = []
  const wrong: Slice[] = []
  for (const slice of unchanged) {
    const own = hintsOf(slice, hints, allocations)
    if (own) {
      right.push(slice)
      for (const [zone, count] of own) hints.set(zone, (hints.get(zone) ?? 0) + count)
    } else wrong.push(slice)
  }
  return { hints, right, wrong }
}

/**
 * How many hints a slice has for each zone, or undefined when it needs new ones: a ready endpoint has none, a zone needs
 * none, or `others` and these together are more than a zone's maximum.
 */
export function hintsOf(
  slice: Slice,
  others: HintsByZone,
  allocations: ReadonlyMap<string, Pick<Allocation, 'maximum'>>,
): Map<string, number> | undefined {
  const own = new Map<string, number>()
  for (const endpoint of endpointsOf(slice)) {
    if (!isReadyEndpoint(endpoint)) continue
    const zones = endpoint.hints?.forZones ?? []
    if (zones.length === 0) return undefined
    for (const { name } of zones) own.set(name, (own.get(name) ?? 0) + 1)
  }
  for (const [zone, count] of own) {
    const allocation = allocations.get(zone)
    if (!allocation || count + (others.get(zone) ?? 0) > allocation.maximum) return undefined
  }
  return own
}
