import { parseDuration, type Duration } from '@rxkube/clock'

/** What a health check asks of an elector. */
export interface HealthChecked {
  check(maxTolerableExpiredLease: Duration): void
}

/**
 * A health check that can be served before there is an elector: healthy until `setLeaderElection`. It fails when this
 * process still works as leader although its lease ended longer than `timeout` ago. client-go: `HealthzAdaptor`.
 */
export class LeaderHealthAdaptor {
  readonly name = 'leaderElection'
  readonly #timeout: number
  #elector: HealthChecked | undefined

  constructor(timeout: Duration) {
    this.#timeout = parseDuration(timeout)
  }

  setLeaderElection(elector: HealthChecked): void {
    this.#elector = elector
  }

  /** Throws a `LeaderUnhealthyError`. */
  check(): void {
    this.#elector?.check(this.#timeout)
  }
}
