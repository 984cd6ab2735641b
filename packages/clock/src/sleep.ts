import type { Clock } from './clock.ts'
import { parseDuration, type Duration } from './duration.ts'

/** What can end waiting early. */
export interface WaitOptions {
  /** Aborting it rejects the wait with `signal.reason`. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Resolves after `duration`. Rejects with `signal.reason` when the signal aborts first; the timer and the listener
 * are gone then.
 */
export function sleep(clock: Clock, duration: Duration, { signal }: WaitOptions = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const delay = parseDuration(duration)
    signal?.throwIfAborted()
    const abort = (): void => {
      timer.cancel()
      reject(signal?.reason)
    }
    const timer = clock.setTimer(delay, () => {
      signal?.removeEventListener('abort', abort)
      resolve()
    })
    signal?.addEventListener('abort', abort, { once: true })
  })
}
