import type { Cached, Node } from '@rxkube/meta'

import { isOverloaded, type HintsByZone } from '../decide/hints/allocations.ts'
import { cpuRatios, type CpuRatios } from '../decide/hints/cpu-ratios.ts'
import type { Topology } from '../decide/hints/plan-hints.ts'

/**
 * Remembers the CPUs of zones and the hints that Services have, so that nodes which come and go lead to the Services whose
 * hints are no longer fair. Upstream: TopologyCache.
 */
export class TopologyCache {
  readonly #nodes: () => Iterable<Cached<Node>>
  #ratios: CpuRatios | undefined
  #current = false
  /** By Service, by address type. */
  readonly #hints = new Map<string, Map<string, HintsByZone>>()
  readonly #populated = new Set<string>()

  /** `nodes` are those of the cache. */
  constructor(nodes: () => Iterable<Cached<Node>>) {
    this.#nodes = nodes
  }

  /** The number of Services that have hints. */
  get size(): number {
    return this.#hints.size
  }

  /** What hints of a Service depend on. */
  topologyFor(key: string): Topology {
    return { ratios: this.#ratiosNow(), populated: this.#populated.has(key) }
  }

  /** The hints that a Service has got, or none any more. */
  remember(key: string, addressType: string, hints: HintsByZone | undefined): void {
    const all = this.#hints.get(key) ?? new Map<string, HintsByZone>()
    if (hints) {
      this.#hints.set(key, all.set(addressType, hints))
      this.#populated.add(key)
      return
    }
    all.delete(addressType)
    if (all.size === 0) this.#hints.delete(key)
    this.#populated.delete(key)
  }

  /** Forgets a Service that is gone. */
  deleteService(key: string): void {
    this.#hints.delete(key)
    this.#populated.delete(key)
  }

  /** A node came, went, or changed its zone or readiness. Gives the Services in which a zone has too few hints now. */
  nodesChanged(): string[] {
    this.#current = false
    if (this.#hints.size === 0) return []
    const ratios = this.#ratiosNow()
    return [...this.#hints]
      .filter(([, types]) => [...types.values()].some((hints) => isOverloaded(hints, ratios)))
      .map(([key]) => key)
  }

  // Worked out when it is asked for: a thousand nodes that come at once cost one pass.
  #ratiosNow(): CpuRatios | undefined {
    if (!this.#current) {
      this.#ratios = cpuRatios(this.#nodes())
      this.#current = true
    }
    return this.#ratios
  }
}
