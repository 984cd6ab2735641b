/** What an elector counts. client-go: `leaderelection.LeaderMetric`. */
export interface LeaderMetric {
  /** `leader_election_master_status` of this name is 1. */
  on(name: string): void
  /** `leader_election_master_status` of this name is 0. */
  off(name: string): void
  /** `leader_election_slowpath_total` of this name: the lease had to be read before it was renewed. */
  slowpathExercised(name: string): void
}

/** Makes the metrics of an elector. client-go: `leaderelection.MetricsProvider`. */
export interface LeaderMetricsProvider {
  newLeaderMetric(): LeaderMetric
}

export const noMetrics: LeaderMetric = {
  on: () => undefined,
  off: () => undefined,
  slowpathExercised: () => undefined,
}
