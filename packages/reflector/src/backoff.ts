/** How delays grow. Durations are milliseconds. Upstream: `wait.Backoff` and the reset rule around it. */
export interface BackoffParameters {
  /** The first delay. */
  readonly duration: number
  /** What a delay is multiplied with for the next one; 0 or less: all are the same. */
  readonly factor: number
  /** A delay is drawn from [d, d·(1+jitter)). */
  readonly jitter: number
  /** The largest delay before jitter. */
  readonly cap: number
  /** The delays begin anew when one is asked for this long after they last did. */
  readonly resetAfter: number
  /**
   * What `resetAfter` counts from: the last beginning (client-go since 1.36; a long outage restarts the ramp every two
   * minutes), or the last delay asked for (before 1.36).
   */
  readonly resetRule: 'sinceReset' | 'sinceStep'
}

/** Where the delays are. */
export interface BackoffState {
  /** The next delay before jitter. */
  readonly delay: number
  /** When the delays last began, or the last one was asked for, as the rule says. */
  readonly since: number
}

// An API server that is down sees a client come back every 30–60 s: 0.22 requests a second for ten informers.
/** The reflector's own: 0.8 s, doubling to 30 s, up to as much again in jitter, anew after two minutes. */
export const defaultBackoff: BackoffParameters = {
  duration: 800,
  factor: 2,
  jitter: 1,
  cap: 30_000,
  resetAfter: 120_000,
  resetRule: 'sinceReset',
}

/** The beginning of the delays. */
export function newBackoff(parameters: BackoffParameters, now: number): BackoffState {
  return { delay: Math.min(parameters.duration, parameters.cap), since: now }
}

/** The next delay in milliseconds, and the state after it. `random` is in [0, 1). */
export function nextDelay(
  parameters: BackoffParameters,
  state: BackoffState,
  now: number,
  random: number,
): readonly [number, BackoffState] {
  const { factor, jitter, cap, resetAfter, resetRule } = parameters
  const current = factor > 0 && now - state.since > resetAfter ? newBackoff(parameters, now) : state
  const next = factor > 0 ? Math.min(current.delay * factor, cap) : current.delay
  return [
    current.delay * (1 + jitter * random),
    { delay: next, since: resetRule === 'sinceStep' ? now : current.since },
  ]
}
