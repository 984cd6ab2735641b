import { endpointsOf, hintAt, withEndpoints, type Endpoint, type Slice } from '../slices/slice.ts'
import type { Allocation, HintsByZone } from './allocations.ts'

/** How many endpoints zones give away, and how many they get. */
export interface Exchange {
  readonly giving: Map<string, number>
  readonly receiving: Map<string, number>
}

/**
 * Moves endpoints one by one from the zone that has most too many to the one that lacks most, while both sides differ by
 * half an endpoint and one of them by a whole one.
 */
export function exchange(allocations: ReadonlyMap<string, Allocation>, hints: HintsByZone): Exchange {
  const surplus = new Map<string, number>()
  const need = new Map<string, number>()
  for (const [zone, { desired }] of allocations) {
    const difference = (hints.get(zone) ?? 0) - desired
    if (difference > 0) surplus.set(zone, difference)
    if (difference < 0) need.set(zone, -difference)
  }
  const giving = new Map<string, number>()
  const receiving = new Map<string, number>()
  for (;;) {
    const [from, most] = greatest(surplus)
    const [to, least] = greatest(need)
    if (from === undefined || to === undefined) break
    if (Math.max(most, least) < 1 || Math.min(most, least) < 0.5) break
    giving.set(from, (giving.get(from) ?? 0) + 1)
    surplus.set(from, most - 1)
    receiving.set(to, (receiving.get(to) ?? 0) + 1)
    need.set(to, least - 1)
  }
  return { giving, receiving }
}

/** Slices whose ready endpoints hint at other zones where the exchange says so, and by how much that changes each zone. */
export function redistribute(
  slices: readonly Slice[],
  { giving, receiving }: Exchange,
): { readonly slices: Slice[]; readonly moved: Map<string, number> } {
  const toGive = new Map(giving)
  const toReceive = new Map(receiving)
  const moved = new Map<string, number>()
  const move = (endpoint: Endpoint): Endpoint => {
    const from = endpoint.zone
    if (!from || endpoint.conditions?.ready !== true || !((toGive.get(from) ?? 0) > 0)) return endpoint
    const [to] = toReceive.keys()
    if (to === undefined) return endpoint
    takeOne(toGive, from)
    takeOne(toReceive, to)
    moved.set(to, (moved.get(to) ?? 0) + 1)
    moved.set(from, (moved.get(from) ?? 0) - 1)
    return hintAt(endpoint, to)
  }
  return { slices: slices.map((slice) => withEndpoints(slice, endpointsOf(slice).map(move))), moved }
}

function takeOne(counts: Map<string, number>, zone: string): void {
  const left = (counts.get(zone) ?? 0) - 1
  if (left > 0) counts.set(zone, left)
  else counts.delete(zone)
}

function greatest(zones: ReadonlyMap<string, number>): readonly [string | undefined, number] {
  let zone: string | undefined
  let most = 0
  for (const [each, count] of zones) {
    if (count > most) {
      zone = each
      most = count
    }
  }
  return [zone, most]
}
