/** A timer that was set and can be taken back. */
export interface Timer {
  /** Takes the timer back; harmless when it has fired. */
  cancel(): void
}

/**
 * Where every package takes time from, so that a test can turn it by hand.
 *
 * Delays are milliseconds. A delay of any size is honoured (Node's own timers fire at once above 2^31−1 ms);
 * negative and `NaN` are 0; `Infinity` never fires.
 */
export interface Clock {
  /** Wall-clock time in milliseconds since 1970; may jump either way. */
  now(): number
  /** Milliseconds since some fixed instant; never goes back. Measure durations with this one. */
  monotonic(): number
  /** Calls `fire` once, `delay` ms from now, never within this call. */
  setTimer(delay: number, fire: () => void): Timer
  /** Resolves after pending I/O had its turn: what long loops await between slices. */
  yield(): Promise<void>
}

/** The delay that a clock honours for the one asked for: negative and `NaN` are 0. */
export function honouredDelay(delay: number): number {
  return delay > 0 ? delay : 0
}

/** What setting a timer that never fires gives. */
export const neverFires: Timer = { cancel() {} }
