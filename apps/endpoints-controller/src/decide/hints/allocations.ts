import type { CpuRatios } from './cpu-ratios.ts'

/** How many endpoints a zone should have hints for. */
export interface Allocation {
  readonly minimum: number
  readonly maximum: number
  readonly desired: number
}

/** How many hints each zone has. */
export type HintsByZone = ReadonlyMap<string, number>

// No endpoint should get more than 20 % more traffic than it would without hints.
const overload = 1 / (1 + 0.2)

const tooFewNodes =
  'Insufficient Node information: allocatable CPU or zone not specified on one or more nodes'
const tooFewEndpoints = 'Insufficient number of endpoints'
const cannotShare =
  'Unable to allocate minimum required endpoints to each zone without exceeding overload threshold'

/** What each zone should get of so many ready endpoints, or why it cannot be done. */
export function allocate(
  ratios: CpuRatios | undefined,
  endpoints: number,
): ReadonlyMap<string, Allocation> | string {
  if (!ratios) return tooFewNodes
  const counts = `(${endpoints} endpoints, ${ratios.size} zones)`
  if (ratios.size > endpoints) return `${tooFewEndpoints} ${counts}`
  const minimums = new Map<string, { readonly minimum: number; readonly desired: number }>()
  let spare = endpoints
  for (const [zone, ratio] of ratios) {
    const share = ratio * endpoints
    const minimum = Math.ceil(share * overload)
    minimums.set(zone, { minimum, desired: Math.max(share, minimum) })
    spare -= minimum
  }
  if (spare < 0) return `${cannotShare} ${counts}`
  const allocations = new Map<string, Allocation>()
  for (const [zone, { minimum, desired }] of minimums) {
    allocations.set(zone, { minimum, desired, maximum: minimum + spare })
  }
  return allocations
}

/** Whether a zone has fewer hints than its share of the CPUs allows, now that nodes have changed. */
export function isOverloaded(hints: HintsByZone, ratios: CpuRatios | undefined): boolean {
  if (hints.size === 0) return false
  if (!ratios) return true
  const total = [...hints.values()].reduce((sum, count) => sum + count, 0)
  for (const [zone, ratio] of ratios) {
    const count = hints.get(zone)
    if (count === undefined || count < Math.ceil(total * ratio * overload)) return true
  }
  return false
}
