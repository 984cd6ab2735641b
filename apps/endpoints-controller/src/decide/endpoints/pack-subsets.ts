import type { EndpointAddress, EndpointSubset } from './address-of.ts'
import {
  addressKey,
  compareAddresses,
  comparePorts,
  portKey,
  sortSubsets,
  type EndpointPort,
} from './order.ts'

/** One address that serves one port, or none. */
export interface PortedAddress {
  readonly address: EndpointAddress
  readonly port: EndpointPort | undefined
  readonly ready: boolean
}

interface Group {
  readonly port: EndpointPort | undefined
  readonly addresses: Map<string, { readonly address: EndpointAddress; ready: boolean }>
}

/**
 * The fewest subsets that say which address serves which port: ports that the same addresses serve, equally ready,
 * share one. An address that is ready and not ready on the same port is not ready.
 *
 * A port that is no positive number is none. Upstream: endpoints.RepackSubsets.
 */
export function packSubsets(entries: Iterable<PortedAddress>): EndpointSubset[] {
  const merged = new Map<string, { readonly ports: EndpointPort[]; readonly members: Member[] }>()
  for (const { port, addresses } of groupByPort(entries).values()) {
    const members = [...addresses.values()].toSorted((a, b) => compareAddresses(a.address, b.address))
    const key = members.map(({ address, ready }) => `${addressKey(address)}\n${ready}`).join('\n')
    const same = merged.get(key) ?? { ports: [], members }
    if (port && port.port > 0) same.ports.push(port)
    merged.set(key, same)
  }
  return sortSubsets([...merged.values()].map(({ ports, members }) => subsetOf(ports, members)))
}

interface Member {
  readonly address: EndpointAddress
  readonly ready: boolean
}

function groupByPort(entries: Iterable<PortedAddress>): Map<string, Group> {
  const groups = new Map<string, Group>()
  for (const { address, port, ready } of entries) {
    const key = port ? portKey(port) : ''
    let group = groups.get(key)
    if (!group) groups.set(key, (group = { port, addresses: new Map() }))
    const known = group.addresses.get(addressKey(address))
    if (known) known.ready &&= ready
    else group.addresses.set(addressKey(address), { address, ready })
  }
  return groups
}

function subsetOf(ports: readonly EndpointPort[], members: readonly Member[]): EndpointSubset {
  const ready = members.filter((member) => member.ready).map(({ address }) => address)
  const notReady = members.filter((member) => !member.ready).map(({ address }) => address)
  return {
    ...(ready.length > 0 ? { addresses: ready } : {}),
    ...(notReady.length > 0 ? { notReadyAddresses: notReady } : {}),
    ...(ports.length > 0 ? { ports: ports.toSorted(comparePorts) } : {}),
  }
}
