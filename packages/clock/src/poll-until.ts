import { abortable } from './abortable.ts'
import type { Clock } from './clock.ts'
import { parseDuration, type Duration } from './duration.ts'
import { sleep, type WaitOptions } from './sleep.ts'
import { WaitTimeoutError } from './wait-timeout-error.ts'

/** How `pollUntil` asks. */
export interface PollUntilOptions extends WaitOptions {
  /** From the start of one question to the start of the next; a question that takes longer is followed at once. */
  readonly interval: Duration
  /** How long it may take in all; for ever unless told. */
  readonly timeout?: Duration | undefined
  /** Whether to ask at once, even when the signal has aborted already, instead of after the first interval. */
  readonly immediate?: boolean | undefined
}

/**
 * Asks again and again until `condition` is true. The condition is given a signal that aborts at the end of `timeout`.
 *
 * Rejects with WaitTimeoutError when the time is over, with what the condition throws, and with `signal.reason`.
 * Upstream: wait.PollUntilContextTimeout.
 */
export async function pollUntil(
  clock: Clock,
  { interval, timeout = Infinity, immediate = false, signal }: PollUntilOptions,
  condition: (signal: AbortSignal) => boolean | Promise<boolean>,
): Promise<void> {
  const pause = parseDuration(interval)
  let attempts = 0
  const ended = new AbortController()
  const abort = (): void => ended.abort(signal?.reason)
  if (signal?.aborted) abort()
  signal?.addEventListener('abort', abort, { once: true })
  const timer = clock.setTimer(parseDuration(timeout), () => ended.abort(new WaitTimeoutError(attempts)))

  const ask = (): Promise<boolean> => {
    attempts++
    return Promise.resolve(condition(ended.signal))
  }
  try {
    if (!immediate) await sleep(clock, pause, { signal: ended.signal })
    else if (ended.signal.aborted && (await ask())) return
    for (;;) {
      ended.signal.throwIfAborted()
      const started = clock.monotonic()
      if (await abortable(ask(), ended.signal)) return
      await sleep(clock, pause - (clock.monotonic() - started), { signal: ended.signal })
    }
  } finally {
    timer.cancel()
    signal?.removeEventListener('abort', abort)
  }
}
