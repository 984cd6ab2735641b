import { parseDuration, type Duration } from '@rxkube/clock'
import type { EventRecorderLike } from '@rxkube/controller'
import type { NodeLifecycleMetrics } from './surroundings.ts'

/** How the controller behaves; everything has kube-controller-manager's default. */
export interface NodeLifecycleOptions {
  /** How often the health of all nodes is looked at; 5 s unless told. */
  readonly nodeMonitorPeriod?: Duration | undefined
  /** How long a node may be silent; 50 s unless told. Several times the period at which kubelets renew their leases. */
  readonly nodeMonitorGracePeriod?: Duration | undefined
  /** The same for a node that never posted a status; 60 s unless told. */
  readonly nodeStartupGracePeriod?: Duration | undefined
  /** How many nodes of a zone are tainted each second; 0.1 unless told. */
  readonly nodeEvictionRate?: number | undefined
  /** The same for a large zone that is partly disrupted; 0.01 unless told. In a small one nothing is tainted then. */
  readonly secondaryNodeEvictionRate?: number | undefined
  /** A zone with more nodes is large; 50 unless told. */
  readonly largeClusterSizeThreshold?: number | undefined
  /** The share of nodes that do not answer from which on a zone is partly disrupted; 0.55 unless told. */
  readonly unhealthyZoneThreshold?: number | undefined
  /** Where events go; to the API server unless told, from `node-controller`; nowhere with `false`. */
  readonly recorder?: EventRecorderLike | false | undefined
  readonly metrics?: NodeLifecycleMetrics | undefined
  /** Told of what went wrong and will be tried again by itself. */
  readonly onError?: ((error: unknown) => void) | undefined
}

/** The options as they are used; times are milliseconds. */
export interface NodeLifecycleSettings {
  readonly nodeMonitorPeriod: number
  readonly nodeMonitorGracePeriod: number
  readonly nodeStartupGracePeriod: number
  readonly nodeEvictionRate: number
  readonly secondaryNodeEvictionRate: number
  readonly largeClusterSizeThreshold: number
  readonly unhealthyZoneThreshold: number
}

/** The options, with defaults for what is left out. Throws `InvalidDurationError`. */
export function settingsOf(options: NodeLifecycleOptions = {}): NodeLifecycleSettings {
  return {
    nodeMonitorPeriod: parseDuration(options.nodeMonitorPeriod ?? '5s'),
    nodeMonitorGracePeriod: parseDuration(options.nodeMonitorGracePeriod ?? '50s'),
    nodeStartupGracePeriod: parseDuration(options.nodeStartupGracePeriod ?? '60s'),
    nodeEvictionRate: options.nodeEvictionRate ?? 0.1,
    secondaryNodeEvictionRate: options.secondaryNodeEvictionRate ?? 0.01,
    largeClusterSizeThreshold: options.largeClusterSizeThreshold ?? 50,
    unhealthyZoneThreshold: options.unhealthyZoneThreshold ?? 0.55,
  }
}
