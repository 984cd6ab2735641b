/** A number that goes up and down. */
export interface GaugeMetric {
  inc(): void
  dec(): void
}

/** A number that is set. */
export interface SettableGaugeMetric {
  set(value: number): void
}

/** A number that goes up. */
export interface CounterMetric {
  inc(): void
}

/** What observes seconds. */
export interface HistogramMetric {
  observe(seconds: number): void
}

/** Makes the metrics of a queue by its name. client-go: `workqueue.MetricsProvider`, whose names these are. */
export interface MetricsProvider {
  /** `workqueue_depth` */
  newDepthMetric(name: string): GaugeMetric
  /** `workqueue_adds_total` */
  newAddsMetric(name: string): CounterMetric
  /** `workqueue_queue_duration_seconds`: from the first add until it is handed out. */
  newLatencyMetric(name: string): HistogramMetric
  /** `workqueue_work_duration_seconds`: from then until done. */
  newWorkDurationMetric(name: string): HistogramMetric
  /** `workqueue_unfinished_work_seconds`: the sum over all that is worked on. */
  newUnfinishedWorkSecondsMetric(name: string): SettableGaugeMetric
  /** `workqueue_longest_running_processor_seconds` */
  newLongestRunningProcessorSecondsMetric(name: string): SettableGaugeMetric
  /** `workqueue_retries_total`: adds with a delay. */
  newRetriesMetric(name: string): CounterMetric
}
