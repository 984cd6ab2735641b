import { asObject, asString, type ApiObject } from '../codec/json.ts'
import type { NodeAddresses } from './node-addresses.ts'

/** Which pods are on which node, and which addresses they hold. */
export class PodsByNode {
  readonly #byNode = new Map<string, Set<string>>()
  readonly #addresses = new Map<string, { readonly node: string; readonly address: string }>()

  set(key: string, pod: ApiObject, addresses: NodeAddresses): void {
    const node = asString(asObject(pod['spec'])['nodeName'])
    if (node === '') return
    const keys = this.#byNode.get(node) ?? new Set()
    this.#byNode.set(node, keys)
    keys.add(key)
    const { podIP, phase } = asObject(pod['status'])
    const over = phase === 'Succeeded' || phase === 'Failed'
    // What is over gives its address back, as a sandbox that is torn down.
    if (over) this.#release(key, addresses)
    else if (typeof podIP === 'string' && podIP !== '' && !this.#addresses.has(key)) {
      const pool = addresses.podsOf(node)
      pool?.reserve(podIP)
      if (pool !== undefined) this.#addresses.set(key, { node, address: podIP })
    }
  }

  delete(key: string, pod: ApiObject | undefined, addresses: NodeAddresses): void {
    const node = asString(asObject(pod?.['spec'])['nodeName'])
    const keys = this.#byNode.get(node)
    keys?.delete(key)
    if (keys?.size === 0) this.#byNode.delete(node)
    this.#release(key, addresses)
  }

  of(node: string): readonly string[] {
    return [...(this.#byNode.get(node) ?? [])]
  }

  /** An address of the node's range, the pod's own from now on; empty on a node that is no fake one. Throws an AddressesExhaustedError. */
  address(key: string, node: string, addresses: NodeAddresses): string {
    const known = this.#addresses.get(key)
    if (known?.node === node) return known.address
    const address = addresses.podsOf(node)?.take() ?? ''
    if (address !== '') this.#addresses.set(key, { node, address })
    return address
  }

  #release(key: string, addresses: NodeAddresses): void {
    const held = this.#addresses.get(key)
    if (held === undefined) return
    this.#addresses.delete(key)
    addresses.podsOf(held.node)?.give(held.address)
  }
}
