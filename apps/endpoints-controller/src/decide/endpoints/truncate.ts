import type { Cached } from '@rxkube/meta'

import type { EndpointSubset } from './address-of.ts'

/** The most addresses that one Endpoints object is given; an address in two subsets counts twice. */
export const maxCapacity = 1000

/** How many addresses subsets have, ready or not. */
export function countAddresses(subsets: readonly Cached<EndpointSubset>[] | undefined): number {
  return (subsets ?? []).reduce(
    (sum, { addresses, notReadyAddresses }) =>
      sum + (addresses?.length ?? 0) + (notReadyAddresses?.length ?? 0),
    0,
  )
}

/**
 * At most 1000 addresses of subsets, or undefined when they are no more: ready ones come first, and each subset keeps
 * its share, rounded up while there is room.
 */
export function truncateSubsets(subsets: readonly EndpointSubset[]): EndpointSubset[] | undefined {
  if (countAddresses(subsets) <= maxCapacity) return undefined
  const ready = subsets.reduce((sum, { addresses }) => sum + (addresses?.length ?? 0), 0)
  const kept = ready > maxCapacity ? 'addresses' : 'notReadyAddresses'
  const room = ready > maxCapacity ? maxCapacity : maxCapacity - ready
  const total = ready > maxCapacity ? ready : countAddresses(subsets) - ready
  let left = room
  return subsets.map((subset) => {
    const { notReadyAddresses: _notReady, ...readyOnly } = subset
    const all = subset[kept] ?? []
    const some = all.slice(0, Math.min(left, Math.ceil((all.length / total) * room)))
    left -= some.length
    if (kept === 'addresses') return { ...readyOnly, addresses: some }
    return some.length > 0 ? { ...readyOnly, notReadyAddresses: some } : readyOnly
  })
}
