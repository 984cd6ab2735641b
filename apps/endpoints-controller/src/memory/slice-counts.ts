import type { PortGroupSize } from '../decide/slices/plan-address-type.ts'
import type { SliceTotals } from '../slice-metrics.ts'

interface ServiceTotals {
  readonly endpoints: number
  readonly slices: number
  readonly desired: number
  readonly trafficDistribution: string | undefined
}

/** Adds up what the slices of all Services come to. Upstream: metrics.Cache. */
export class SliceCounts {
  readonly #maxEndpointsPerSlice: number
  readonly #services = new Map<string, ServiceTotals>()
  readonly #byTrafficDistribution = new Map<string, number>()
  #endpoints = 0
  #slices = 0
  #desired = 0

  constructor(maxEndpointsPerSlice: number) {
    this.#maxEndpointsPerSlice = maxEndpointsPerSlice
  }

  /** What the slices of a Service come to now. */
  update(key: string, groups: readonly PortGroupSize[], trafficDistribution: string | undefined): void {
    const sum = (count: (group: PortGroupSize) => number) =>
      groups.reduce((total, group) => total + count(group), 0)
    this.delete(key)
    const service: ServiceTotals = {
      endpoints: sum(({ endpoints }) => endpoints),
      slices: sum(({ slices }) => slices),
      // A Service without endpoints has a placeholder.
      desired: Math.max(
        1,
        sum(({ endpoints }) => Math.ceil(endpoints / this.#maxEndpointsPerSlice)),
      ),
      trafficDistribution,
    }
    this.#services.set(key, service)
    this.#add(service, 1)
  }

  /** Forgets a Service that is gone. */
  delete(key: string): void {
    const before = this.#services.get(key)
    if (!before) return
    this.#services.delete(key)
    this.#add(before, -1)
  }

  get totals(): SliceTotals {
    return {
      endpointsDesired: this.#endpoints,
      numEndpointSlices: this.#slices,
      desiredEndpointSlices: this.#desired,
      servicesByTrafficDistribution: new Map(this.#byTrafficDistribution),
    }
  }

  #add({ endpoints, slices, desired, trafficDistribution }: ServiceTotals, sign: 1 | -1): void {
    this.#endpoints += sign * endpoints
    this.#slices += sign * slices
    this.#desired += sign * desired
    if (trafficDistribution === undefined) return
    const count = (this.#byTrafficDistribution.get(trafficDistribution) ?? 0) + sign
    if (count > 0) this.#byTrafficDistribution.set(trafficDistribution, count)
    else this.#byTrafficDistribution.delete(trafficDistribution)
  }
}
