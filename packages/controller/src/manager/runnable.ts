/** Something that a manager starts and stops. controller-runtime: `manager.Runnable`. */
export interface Runnable {
  /** For messages. */
  readonly name?: string | undefined
  /** Whether only the leader runs it; true unless told. */
  readonly needLeaderElection?: boolean | undefined
  /** Whether it starts before the caches are filled and ends last, leader or not, as probes do; false unless told. */
  readonly beforeCaches?: boolean | undefined
  /**
   * Runs until the signal aborts, and resolves, or rejects with the signal's reason, when nothing of it runs. When it
   * rejects with anything else, the manager ends.
   */
  start(signal: AbortSignal): void | Promise<void>
}
