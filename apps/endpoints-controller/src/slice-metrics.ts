/** What all slices of the controller come to. */
export interface SliceTotals {
  /** kube-controller-manager: `endpoint_slice_controller_endpoints_desired`. */
  readonly endpointsDesired: number
  /** kube-controller-manager: `endpoint_slice_controller_num_endpoint_slices`. */
  readonly numEndpointSlices: number
  /** As few slices as would do. kube-controller-manager: `endpoint_slice_controller_desired_endpoint_slices`. */
  readonly desiredEndpointSlices: number
  /** kube-controller-manager: `endpoint_slice_controller_services_count_by_traffic_distribution`. */
  readonly servicesByTrafficDistribution: ReadonlyMap<string, number>
}

/** Told of what is counted. */
export interface EndpointSliceMetrics {
  /** A sync ended. kube-controller-manager: `endpoint_slice_controller_syncs`. */
  sync(result: 'success' | 'stale' | 'error'): void
  /** A slice was written. kube-controller-manager: `endpoint_slice_controller_changes`. */
  change(operation: 'create' | 'update' | 'delete'): void
  /** kube-controller-manager: `endpoint_slice_controller_endpoints_added_per_sync`, for each family. */
  endpointsAdded(count: number): void
  /** kube-controller-manager: `endpoint_slice_controller_endpoints_removed_per_sync`, for each family. */
  endpointsRemoved(count: number): void
  /** kube-controller-manager: `endpoint_slice_controller_endpointslices_changed_per_sync`, for each family. */
  slicesChanged(
    count: number,
    labels: { readonly topology: 'Auto' | 'Disabled'; readonly trafficDistribution: string },
  ): void
  /** The totals have changed. */
  totals(totals: SliceTotals): void
}

/** The bounds of the histograms of endpoints per sync: 2 to 32,768, each twice the last. */
export const endpointsPerSyncBuckets: readonly number[] = Array.from({ length: 15 }, (_, n) => 2 ** (n + 1))
