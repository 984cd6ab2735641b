import type { Clock } from '@rxkube/clock'

/** How a call under a time limit ended. */
export type Limited<R> =
  | { readonly ended: true; readonly result: R }
  | { readonly ended: true; readonly error: unknown }
  /** It was told to end and did not. */
  | { readonly ended: false }

/** How long a call that was told to end may take over it, in milliseconds. */
export const grace = 5000

/**
 * Calls, and resolves when it has ended, or when its signal has been aborted for longer than the grace. What is left
 * behind may end whenever it likes; `late` is told what it threw.
 */
export function limited<R>(
  call: () => Promise<R> | R,
  signal: AbortSignal,
  clock: Clock,
  late: (error: unknown) => void,
): Promise<Limited<R>> {
  return new Promise((resolve) => {
    let left = false
    const begun = async (): Promise<R> => call()
    const aborted = (): void => {
      const timer = clock.setTimer(grace, () => {
        left = true
        resolve({ ended: false })
      })
      ended = () => timer.cancel()
    }
    let ended = (): void => undefined
    const end = (how: Limited<R>): void => {
      ended()
      signal.removeEventListener('abort', aborted)
      resolve(how)
    }
    begun().then(
      (result) => end({ ended: true, result }),
      (error: unknown) => {
        if (left) late(error)
        end({ ended: true, error })
      },
    )
    if (signal.aborted) aborted()
    else signal.addEventListener('abort', aborted, { once: true })
  })
}
