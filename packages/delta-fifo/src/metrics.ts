/** Where a queue tells how it fares; what these throw ends nothing, see MetricsGuard. Upstream: `queued_deltas` and `processing_latency` of `FIFOMetricsProvider`. */
export interface QueueMetrics {
  /** The deltas that wait, whenever that changed. */
  queuedDeltas(count: number): void
  /** How long one pop or batch was worked off. */
  processingLatency(seconds: number): void
}
