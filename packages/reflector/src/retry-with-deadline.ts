/** Since when errors of one sort have come, and when the last one did: monotonic milliseconds. */
export interface RetryWindow {
  readonly first: number
  readonly last: number
}

// Errors further apart than this have nothing to do with each other.
const minReset = 60_000

/** The window after a matching error at `now`. Upstream: `RetryWithDeadline.After`. */
export function recordError(window: RetryWindow | undefined, now: number): RetryWindow {
  return window === undefined || now - window.last >= minReset
    ? { first: now, last: now }
    : { first: window.first, last: now }
}

/**
 * Whether to try again in place, which is allowed for `maxDuration` ms since the first error (0: never), and the
 * window afterwards: one that ran out is forgotten. Upstream: `RetryWithDeadline.ShouldRetry`.
 */
export function shouldRetry(
  window: RetryWindow | undefined,
  now: number,
  maxDuration: number,
): readonly [boolean, RetryWindow | undefined] {
  if (maxDuration <= 0) return [false, window]
  return window !== undefined && now - window.first <= maxDuration ? [true, window] : [false, undefined]
}
