import type { Backend } from '../backend.ts'
import { tooLargeResourceVersion } from '../status.ts'

/** How long a read waits for a revision that is still to come, in milliseconds. */
const patience = 3000
const step = 50

/** Waits until the store has reached a revision. Throws a 504 when it did not in 3 s, and signal.reason when aborted. */
export async function waitForRevision(
  { store, clock }: Backend,
  revision: number,
  asked: string,
  signal: AbortSignal,
): Promise<void> {
  const deadline = clock.monotonic() + patience
  while (store.revision < revision) {
    if (clock.monotonic() >= deadline) throw tooLargeResourceVersion(asked, store.revision)
    const { promise, resolve } = Promise.withResolvers<undefined>()
    const finish = () => resolve(undefined)
    const timer = clock.setTimer(Math.min(step, deadline - clock.monotonic()), finish)
    signal.addEventListener('abort', finish)
    // Polling is a loop of waits by nature.
    // oxlint-disable-next-line no-await-in-loop
    await promise
    timer.cancel()
    signal.removeEventListener('abort', finish)
    signal.throwIfAborted()
  }
}
