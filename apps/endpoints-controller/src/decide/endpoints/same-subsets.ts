import { deepEqual, type Cached } from '@rxkube/meta'

import type { EndpointAddress, EndpointSubset } from './address-of.ts'
import { comparePorts, sortSubsets } from './order.ts'

/**
 * Whether two lists of subsets say the same. The version of a pod that an address was made of does not count, nor does
 * the order of ports and subsets, which other writers choose differently.
 */
export function sameSubsets(
  a: readonly Cached<EndpointSubset>[] | null | undefined,
  b: readonly Cached<EndpointSubset>[] | null | undefined,
): boolean {
  return deepEqual(comparable(a ?? []), comparable(b ?? []))
}

function comparable(subsets: readonly Cached<EndpointSubset>[]): unknown {
  const ordered = subsets.map((subset) => ({ ...subset, ports: (subset.ports ?? []).toSorted(comparePorts) }))
  return sortSubsets(ordered).map(({ addresses, notReadyAddresses, ports }) => ({
    addresses: (addresses ?? []).map(withoutVersion),
    notReadyAddresses: (notReadyAddresses ?? []).map(withoutVersion),
    ports,
  }))
}

function withoutVersion(address: Cached<EndpointAddress>): unknown {
  if (address.targetRef?.resourceVersion === undefined) return address
  const { resourceVersion: _version, ...targetRef } = address.targetRef
  return { ...address, targetRef }
}
