import type { Cached, Service } from '@rxkube/meta'

import { endpointKey, sameEndpoint } from './endpoint-of.ts'
import { newSlice } from './new-slice.ts'
import { labelsDiffer, sliceLabels } from './slice-labels.ts'
import { endpointsOf, type AddressType, type Endpoint, type Slice, type SlicePort } from './slice.ts'

/** What is to be written for the endpoints that share one list of ports. */
export interface Packing {
  readonly create: readonly Slice[]
  readonly update: readonly Slice[]
  readonly delete: readonly Slice[]
  /** Endpoints that were in no slice before, and those that are in none any more. */
  readonly added: number
  readonly removed: number
}

/** What is packed, and into what. */
export interface PackOptions {
  readonly service: Cached<Service>
  readonly addressType: AddressType
  readonly ports: readonly SlicePort[]
  readonly desired: readonly Endpoint[]
  /** The slices of the Service with these ports. */
  readonly existing: readonly Slice[]
  readonly maxEndpointsPerSlice: number
}

/**
 * Fits the desired endpoints into slices with the fewest writes. Endpoints stay where they are; what is left over goes
 * into slices that are written anyway, the fullest first; then into one untouched slice that can take all of it; then
 * into new ones. Slices are never packed tighter for its own sake.
 */
export function pack(options: PackOptions): Packing {
  const { service, existing, maxEndpointsPerSlice: max } = options
  const desired = new Map(options.desired.map((endpoint) => [endpointKey(endpoint), endpoint]))
  const { unchanged, update, emptied, removed } = keepDesired(existing, desired, service)
  const added = desired.size
  const waiting = new Waiting([...desired.values()])

  const fullestFirst = update.toSorted((a, b) => b.endpoints.length - a.endpoints.length)
  for (const slice of fullestFirst) waiting.fill(slice.endpoints, max)

  const create: Slice[] = []
  while (waiting.size > 0) {
    const roomy = waiting.size < max ? sliceToFill(unchanged, waiting.size, max) : undefined
    const endpoints = roomy ? [...endpointsOf(roomy)] : []
    waiting.fill(endpoints, max)
    if (roomy) {
      update.push({ before: roomy, endpoints, labels: roomy.metadata.labels })
      unchanged.delete(roomy)
    } else create.push(newSlice(service, options.addressType, options.ports, endpoints))
  }
  return { create, update: update.map(updated), delete: emptied, added, removed }
}

interface Update {
  readonly before: Slice
  readonly endpoints: Endpoint[]
  readonly labels: Slice['metadata']['labels']
}

/** Takes what slices have already out of `desired`, and says which slices that leaves alone. */
function keepDesired(existing: readonly Slice[], desired: Map<string, Endpoint>, service: Cached<Service>) {
  const unchanged = new Set<Slice>()
  const update: Update[] = []
  const emptied: Slice[] = []
  let removed = 0
  for (const slice of existing) {
    const before = endpointsOf(slice)
    const endpoints: Endpoint[] = []
    let changed = false
    for (const endpoint of before) {
      const key = endpointKey(endpoint)
      const wanted = desired.get(key)
      if (!wanted) continue
      desired.delete(key)
      endpoints.push(wanted)
      changed ||= !sameEndpoint(wanted, endpoint)
    }
    removed += before.length - endpoints.length
    if (before.length > 0 && endpoints.length === 0) emptied.push(slice)
    else if (changed || endpoints.length < before.length) {
      update.push({ before: slice, endpoints, labels: sliceLabels(service) })
    } else if (labelsDiffer(slice, service)) {
      update.push({ before: slice, endpoints: [...before], labels: sliceLabels(service) })
    } else unchanged.add(slice)
  }
  return { unchanged, update, emptied, removed }
}

/** The slice that would be closest to full with `count` more, if any can take them all. */
function sliceToFill(slices: Iterable<Slice>, count: number, max: number): Slice | undefined {
  let closest: Slice | undefined
  let least = max
  for (const slice of slices) {
    const room = max - count - endpointsOf(slice).length
    if (room >= 0 && room < least) {
      closest = slice
      least = room
    }
  }
  return closest
}

function updated({ before, endpoints, labels }: Update): Slice {
  return { ...before, metadata: { ...before.metadata, ...(labels ? { labels } : {}) }, endpoints }
}

/** The endpoints that have no place yet, in order. */
class Waiting {
  readonly #endpoints: readonly Endpoint[]
  #placed = 0

  constructor(endpoints: readonly Endpoint[]) {
    this.#endpoints = endpoints
  }

  get size(): number {
    return this.#endpoints.length - this.#placed
  }

  fill(slice: Endpoint[], max: number): void {
    const end = this.#placed + Math.max(0, max - slice.length)
    for (const endpoint of this.#endpoints.slice(this.#placed, end)) {
      slice.push(endpoint)
      this.#placed++
    }
  }
}
