import { sleep, systemClock, systemRandom, type Clock, type Random } from '@rxkube/clock'
import { isConflict } from './errors/classification.ts'

/** Pauses between attempts. client-go: `wait.Backoff`. */
export interface Backoff {
  /** Attempts in all. */
  readonly steps: number
  /** The first pause, in milliseconds. */
  readonly duration: number
  /** What a pause is multiplied with for the next one; 0 keeps it. */
  readonly factor: number
  /** Each pause is longer by a random share of itself, up to this one. */
  readonly jitter: number
  /** The longest pause before jitter; reaching it ends the attempts. */
  readonly cap?: number
}

/** Five attempts, 10 ms apart: for conflicts with others who write once. client-go: `retry.DefaultRetry`. */
export const defaultRetry: Backoff = { steps: 5, duration: 10, factor: 1, jitter: 0.1 }

/** Four attempts after 10, 50 and 250 ms: for conflicts with others who write often. client-go: `retry.DefaultBackoff`. */
export const defaultBackoff: Backoff = { steps: 4, duration: 10, factor: 5, jitter: 0.1 }

/** How often and when something is tried again. */
export interface RetryOptions {
  readonly backoff?: Backoff
  readonly clock?: Clock
  readonly random?: Random
  readonly signal?: AbortSignal | undefined
}

/**
 * Calls `attempt` until it succeeds. Rejects at once with an error that is not retriable, with the last one when the
 * attempts run out, and with `signal.reason`.
 */
export async function retryOnError<R>(
  isRetriable: (error: unknown) => boolean,
  attempt: () => Promise<R>,
  { backoff = defaultRetry, clock = systemClock, random = systemRandom, signal }: RetryOptions = {},
): Promise<R> {
  let { steps, duration } = backoff
  for (;;) {
    signal?.throwIfAborted()
    let failure: unknown
    try {
      return await attempt()
    } catch (error) {
      if (!isRetriable(error)) throw error
      failure = error
    }
    if (--steps <= 0) throw failure
    const pause = duration * (1 + backoff.jitter * random.next())
    duration *= backoff.factor || 1
    if (backoff.cap !== undefined && duration > backoff.cap) {
      duration = backoff.cap
      steps = 0
    }
    await sleep(clock, pause, { signal })
    if (steps <= 0) throw failure
  }
}

/**
 * `retryOnError` for conflicts. `attempt` must read the object anew each time: repeating the same write only repeats the
 * conflict.
 */
export function retryOnConflict<R>(attempt: () => Promise<R>, options?: RetryOptions): Promise<R> {
  return retryOnError(isConflict, attempt, options)
}
