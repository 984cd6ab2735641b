import { asArray, asObject, asString, isObject, type ApiObject } from '../codec/json.ts'
import { AddressPool, addressRange, cidrOf, RangePool, type AddressRange } from './address-pool.ts'
import type { FakeNodesOptions } from './fake-nodes-options.ts'

interface NodeAddress {
  readonly ip: string
  readonly range: AddressRange
  readonly pods: AddressPool
}

/** Which addresses nodes have, and which they may give their pods. */
export class NodeAddresses {
  readonly #ranges: RangePool
  readonly #ips: AddressPool
  readonly #nodes = new Map<string, NodeAddress>()

  /** Throws a RangeError for a range that is none. */
  constructor({ podRange = '10.64.0.0/10', nodeRange = '172.16.0.0/12' }: FakeNodesOptions) {
    this.#ranges = new RangePool(parsed(podRange))
    this.#ips = new AddressPool(parsed(nodeRange))
  }

  /** The range for the pods of one node: the one that is wanted, or a free one. Throws an AddressesExhaustedError or a RangeError. */
  podCIDR(size: number, wanted?: string): string {
    if (wanted !== undefined) return cidrOf(parsed(wanted))
    const range = this.#ranges.take(size)
    this.#ranges.give(range)
    return cidrOf(range)
  }

  /** Notes what a node says of its addresses; one that says nothing gets some. */
  know(name: string, node: ApiObject): void {
    if (this.#nodes.has(name)) return
    const addresses = asArray(asObject(node['status'])['addresses']).filter(isObject)
    const own = asString(addresses.find((each) => each['type'] === 'InternalIP')?.['address'])
    const range = addressRange(asString(asObject(node['spec'])['podCIDR'])) ?? this.#ranges.take(256)
    this.#ranges.reserve(range)
    if (own !== '') this.#ips.reserve(own)
    this.#nodes.set(name, { ip: own === '' ? this.#ips.take() : own, range, pods: new AddressPool(range) })
  }

  forget(name: string): void {
    const node = this.#nodes.get(name)
    if (node === undefined) return
    this.#nodes.delete(name)
    this.#ips.give(node.ip)
    this.#ranges.give(node.range)
  }

  nodeIP(name: string): string {
    return this.#nodes.get(name)?.ip ?? ''
  }

  /** The addresses of a node's pods; undefined for a node that is no fake one. */
  podsOf(name: string): AddressPool | undefined {
    return this.#nodes.get(name)?.pods
  }
}

function parsed(cidr: string): AddressRange {
  const range = addressRange(cidr)
  if (range === undefined) throw new RangeError(`"${cidr}" is no IPv4 range; write it like 10.64.0.0/10`)
  return range
}
