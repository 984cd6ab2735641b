import type { Clock } from './clock.ts'
import { parseDuration, type Duration } from './duration.ts'
import { systemRandom, type Random } from './random.ts'
import { sleep } from './sleep.ts'

/** How `jitterUntil` goes round. */
export interface JitterUntilOptions {
  /** The pause. */
  readonly period: Duration
  /** A pause p is drawn evenly from [p, p·(1+jitter)); 0 unless told. */
  readonly jitter?: number | undefined
  /** Whether the pause starts when the body is done, as it does unless told, or when the body starts. */
  readonly sliding?: boolean | undefined
  /** Ends the loop. */
  readonly signal: AbortSignal
  /** Where jitter comes from. */
  readonly random?: Random | undefined
}

/**
 * Runs `body` again and again, with a pause in between, until the signal aborts; then it resolves, once the body, which
 * is given the signal, is done. The body never starts after the abort. Rejects with what the body throws.
 * Upstream: wait.JitterUntilWithContext, wait.UntilWithContext.
 */
export async function jitterUntil(
  clock: Clock,
  { period, jitter = 0, sliding = true, signal, random = systemRandom }: JitterUntilOptions,
  body: (signal: AbortSignal) => void | Promise<void>,
): Promise<void> {
  const shortest = parseDuration(period)
  while (!signal.aborted) {
    const started = clock.monotonic()
    try {
      await body(signal)
      const pause = shortest * (1 + jitter * random.next())
      const spent = sliding ? 0 : clock.monotonic() - started
      await sleep(clock, pause - spent, { signal })
    } catch (error) {
      if (!isReason(signal, error)) throw error
    }
  }
}

function isReason(signal: AbortSignal, error: unknown): boolean {
  return signal.aborted && error === signal.reason
}
