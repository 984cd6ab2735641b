import type { Cached, Node } from '@rxkube/meta'

import { SliceCounts } from './slice-counts.ts'
import { SliceTracker } from './slice-tracker.ts'
import { TopologyCache } from './topology-cache.ts'
import { TriggerTimeTracker } from './trigger-times.ts'

/** How the memory of slices begins. */
export interface SliceMemoryOptions {
  readonly maxEndpointsPerSlice: number
  /** Those of the cache. */
  readonly nodes: () => Iterable<Cached<Node>>
}

/** All that the controller of slices remembers from one sync to the next; lost with the process, and found again. */
export class SliceMemory {
  readonly tracker = new SliceTracker()
  readonly triggerTimes = new TriggerTimeTracker()
  readonly topology: TopologyCache
  readonly counts: SliceCounts

  constructor({ maxEndpointsPerSlice, nodes }: SliceMemoryOptions) {
    this.topology = new TopologyCache(nodes)
    this.counts = new SliceCounts(maxEndpointsPerSlice)
  }

  /** Forgets a Service that is gone. */
  deleteService(key: string): void {
    this.tracker.deleteService(key)
    this.triggerTimes.delete(key)
    this.topology.deleteService(key)
    this.counts.delete(key)
  }
}
