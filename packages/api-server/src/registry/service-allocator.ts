import type { Random } from '@rxkube/clock'
import { asArray, asNumber, asObject, asString, type ApiObject } from '../codec/json.ts'
import type { Store } from '../store/store.ts'

const portBase = 30_000
const portCount = 2_768
const addressCount = 65_534

/** Addresses of services: 10.0.0.1 to 10.0.255.254; the first one is the API server's own. */
export const serviceRange = '10.0.0.0/16'

/** Which cluster addresses and node ports services have taken. */
export class ServiceAllocator {
  readonly #random: Random
  /** How many services hold each: an update tells of the old and of the new one. */
  readonly #addresses = new Map<string, number>([['10.0.0.1', 1]])
  readonly #ports = new Map<number, number>()

  constructor(store: Store, random: Random) {
    this.#random = random
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
    const at = (index: number) => `10.0.${(index + 1) >> 8}.${(index + 1) & 255}`
    return this.#free(addressCount, at, (address) => this.#addresses.has(address))
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

/** Whether an address is one that services may have. */
export function inServiceRange(address: string): boolean {
  const parts = /^10\.0\.(\d{1,3})\.(\d{1,3})$/.exec(address)
  return parts !== null && Number(parts[1]) < 256 && Number(parts[2]) < 256
}
