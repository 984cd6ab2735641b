import type { Client } from '@rxkube/client'
import type { Clock } from '@rxkube/clock'
import type { Cached, Lease, Node, ObjectName, Pod } from '@rxkube/meta'

/** What is known of the cluster: the caches. */
export interface ClusterView {
  nodes(): readonly Cached<Node>[]
  node(name: string): Cached<Node> | undefined
  pod(name: ObjectName): Cached<Pod> | undefined
  podsOn(nodeName: string): readonly Cached<Pod>[]
  /** The lease that the kubelet of a node renews. */
  lease(nodeName: string): Cached<Lease> | undefined
}

/** Told of what is worth an Event. */
export type TellEvent = (
  about: Cached<Node> | Cached<Pod>,
  type: 'Normal' | 'Warning',
  reason: string,
  message: string,
) => void

/** Told of numbers. */
export interface NodeLifecycleMetrics {
  /** `percent` of the zone's nodes are healthy. */
  zone(zone: string, size: number, unhealthy: number, percent: number): void
  /** `nodes` of the zone were tainted; 0 for a zone that is new. */
  evictions(zone: string, nodes: number): void
  updateNodeHealth(seconds: number): void
  updateAllNodesHealth(seconds: number): void
}

/** What of a client is used. */
type NodeLifecycleClient = Pick<Client, 'get' | 'patch' | 'updateStatus'>

/** What the parts of the controller have in common. */
export interface Surroundings {
  readonly client: NodeLifecycleClient
  readonly clock: Clock
  readonly view: ClusterView
  readonly tell: TellEvent
  readonly metrics: NodeLifecycleMetrics
  /** Told of what went wrong and will be tried again by itself. */
  readonly report: (error: unknown) => void
  /** Aborts when the controller stops. */
  readonly signal: AbortSignal
}
