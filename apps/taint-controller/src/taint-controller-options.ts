import type { EventRecorderLike } from '@rxkube/controller'

/** Told of what is counted. */
export interface TaintControllerMetrics {
  /** A pod was deleted. kube-controller-manager: `taint_eviction_controller_pod_deletions_total`. */
  podDeleted(): void
  /**
   * So many seconds after it was due. kube-controller-manager:
   * `taint_eviction_controller_pod_deletion_duration_seconds`, with `podDeletionDurationBuckets`.
   */
  podDeletionDuration(seconds: number): void
}

/** The bounds that kube-controller-manager's histogram of deletion durations has, in seconds. */
export const podDeletionDurationBuckets: readonly number[] = [
  0.005, 0.025, 0.1, 0.5, 1, 2.5, 10, 30, 60, 120, 180, 240,
]

/** How the controller works; all of it is optional. */
export interface TaintControllerOptions {
  /** Where events go; to the API server unless told, from `taint-eviction-controller`; nowhere with `false`. */
  readonly recorder?: EventRecorderLike | false | undefined
  readonly metrics?: TaintControllerMetrics | undefined
  /** Told when a pod could not be evicted in five attempts; it is tried again after 10 s. */
  readonly onError?: ((error: unknown) => void) | undefined
}
