import type { Cached } from '@rxkube/meta'

import type { EndpointAddress, EndpointSubset } from './address-of.ts'

/** One port of a subset. */
export type EndpointPort = NonNullable<EndpointSubset['ports']>[number]

/** Less, equal or greater, by UTF-16 code unit: the order of bytes for IPs and names. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** What tells two addresses apart: IP and pod, for pods on the host's network share an IP. */
export function addressKey({ ip, targetRef }: Cached<EndpointAddress>): string {
  return `${ip}\n${targetRef?.uid ?? ''}`
}

/** By IP as text ("10.0.0.10" before "10.0.0.2"), then by the pod's uid. */
export function compareAddresses(a: Cached<EndpointAddress>, b: Cached<EndpointAddress>): number {
  return compare(a.ip, b.ip) || compare(a.targetRef?.uid ?? '', b.targetRef?.uid ?? '')
}

/** What tells two ports apart. */
export function portKey({ name, port, protocol, appProtocol }: Cached<EndpointPort>): string {
  return JSON.stringify([name ?? '', port, protocol ?? '', appProtocol ?? null])
}

/** By number, then by all the rest. */
export function comparePorts(a: Cached<EndpointPort>, b: Cached<EndpointPort>): number {
  return a.port - b.port || compare(portKey(a), portKey(b))
}

/** The one order in which subsets are written, so that equal ones can be told from changed ones. */
export function sortSubsets<S extends Cached<EndpointSubset>>(subsets: readonly S[]): S[] {
  return subsets
    .map((subset) => ({ subset, key: subsetKey(subset) }))
    .toSorted((a, b) => compareFirstPort(a.subset, b.subset) || compare(a.key, b.key))
    .map(({ subset }) => subset)
}

function compareFirstPort(a: Cached<EndpointSubset>, b: Cached<EndpointSubset>): number {
  return (a.ports?.[0]?.port ?? 0) - (b.ports?.[0]?.port ?? 0)
}

function subsetKey({ ports, addresses, notReadyAddresses }: Cached<EndpointSubset>): string {
  const [first, other] = [addresses?.[0], notReadyAddresses?.[0]]
  return [...(ports ?? []).map(portKey), first ? addressKey(first) : '', other ? addressKey(other) : ''].join(
    '\n',
  )
}
