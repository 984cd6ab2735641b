import type { Clock } from '@rxkube/clock'
import { cachedRevision, type Backend } from '../backend.ts'
import type { ServedResource } from '../registry/resource.ts'
import { tooLargeResourceVersion } from '../status.ts'

/** How long a read waits for a revision that is still to come, in milliseconds. */
const patience = 3000
const step = 50

/** Waits until the store has reached a revision. Throws a 504 when it did not in 3 s, and signal.reason when aborted. */
export async function waitForRevision(
  { store, clock }: { readonly store: { readonly revision: number }; readonly clock: Clock },
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

/** Waits until the cache of a resource has reached a revision, for a read that may be stale. Throws as {@link waitForRevision} does. */
export async function waitForCache(
  backend: Backend,
  resource: ServedResource,
  revision: number,
  asked: string,
  signal: AbortSignal,
): Promise<void> {
  const cache = {
    get revision() {
      return cachedRevision(backend, resource, 'reads')
    },
  }
  await waitForRevision({ store: cache, clock: backend.clock }, revision, asked, signal)
}
