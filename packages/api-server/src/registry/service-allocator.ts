import type { Random } from '@rxkube/clock'
import { asArray, asNumber, asObject, asString, type ApiObject } from '../codec/json.ts'
import type { Store } from '../store/store.ts'
import { AddressRange } from './address-range.ts'

const portBase = 30_000
const portCount = 2_768

/** Which cluster addresses and node ports services have taken. */
export class ServiceAllocator {
  readonly range: AddressRange
  readonly #random: Random
  /** How many services hold each: an update tells of the old and of the new one. */
  readonly #addresses = new Map<string, number>()
  readonly #ports = new Map<number, number>()

  constructor(store: Store, random: Random, range = '10.0.0.0/16') {
    this.#random = random
    this.range = new AddressRange(range)
    store.subscribe((collection, { type, object, previous }) => {
      if (collection !== 'services') return
      if (previous !== undefined) this.#count(previous, -1)
      if (type !== 'DELETED') this.#count(object, 1)
    })
  }

  isTaken(address: string): boolean {
    return this.#addresses.has(address)
  }

  isPortTaken(port: number): boolean {
    return this.#ports.has(port)
  }

  /** A free address; undefined when there is none. */
  address(): string | undefined {
    const at = (index: number) => this.range.at(index + 1)
    // The first address is the API server's own, whether its service is there or not.
    const taken = (address: string) => this.#addresses.has(address) || address === this.range.at(1)
    return this.#free(this.range.size - 2, at, taken)
  }

  /** A free node port that is not among `others` either; undefined when there is none. */
  port(others: ReadonlySet<number>): number | undefined {
    const taken = (port: number) => this.#ports.has(port) || others.has(port)
    return this.#free(portCount, (index) => portBase + index, taken)
  }

  /** A random one first, then the next one that is free. */
  #free<T>(count: number, at: (index: number) => T, taken: (value: T) => boolean): T | undefined {
    const start = Math.floor(this.#random.next() * count)
    for (let step = 0; step < count; step++) {
      const value = at((start + step) % count)
      if (!taken(value)) return value
    }
    return undefined
  }

  #count(service: ApiObject, by: number): void {
    const spec = asObject(service['spec'])
    for (const address of asArray(spec['clusterIPs'])) change(this.#addresses, asString(address), by)
    for (const port of asArray(spec['ports'])) {
      const nodePort = asNumber(asObject(port)['nodePort'])
      if (nodePort !== 0) change(this.#ports, nodePort, by)
    }
  }
}

function change<T>(counts: Map<T, number>, key: T, by: number): void {
  const count = (counts.get(key) ?? 0) + by
  if (count > 0) counts.set(key, count)
  else counts.delete(key)
}
