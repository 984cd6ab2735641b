import { Backoff, type BackoffOptions } from './backoff.ts'
import type { Clock } from './clock.ts'
import type { Random } from './random.ts'
import { sleep, type WaitOptions } from './sleep.ts'
import { WaitTimeoutError } from './wait-timeout-error.ts'

/** How `exponentialBackoff` waits. */
export interface ExponentialBackoffOptions extends BackoffOptions, WaitOptions {
  /** Where jitter comes from. */
  readonly random?: Random | undefined
}

/**
 * Tries until `condition` is true: at most `steps` times, with a growing delay in between. A delay that reaches the
 * cap is the last one, and no try follows it.
 *
 * Rejects with WaitTimeoutError when no try is left, with what `condition` throws, and with `signal.reason`.
 */
export async function exponentialBackoff(
  clock: Clock,
  options: ExponentialBackoffOptions,
  condition: () => boolean | Promise<boolean>,
): Promise<void> {
  const { signal } = options
  const backoff = new Backoff(options, options.random)
  let attempts = 0
  while (backoff.steps > 0) {
    signal?.throwIfAborted()
    attempts++
    if (await condition()) return
    if (backoff.steps === 1) break
    await sleep(clock, backoff.step(), { signal })
  }
  throw new WaitTimeoutError(attempts)
}
