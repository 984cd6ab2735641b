import { parseDuration, systemClock, type Clock, type Timer } from '@rxkube/clock'
import { CacheSyncError, InformerNotSyncedError } from './cache-sync-error.ts'
import type { InformerStatus } from './informer-status.ts'
import type { CacheSyncOptions } from './shared-informer-options.ts'
import { Waiters } from './waiters.ts'

/** What can be waited for. */
export interface SyncingInformer {
  hasSynced(): boolean
  /** Resolves when `hasSynced()` turns true; rejects when it cannot any more. */
  readonly synced: Promise<void>
  readonly status: InformerStatus
}

/**
 * Resolves when all of them have synced. Rejects with a CacheSyncError, one cause for each that lags, when the time is
 * over, one of them cannot sync any more, or one is not started by the next turn of the event loop; and with
 * `signal.reason`.
 */
export async function waitForInformers(
  informers: readonly SyncingInformer[],
  { timeout, signal }: CacheSyncOptions = {},
  clock: Clock = systemClock,
): Promise<void> {
  signal?.throwIfAborted()
  const { promise: over, resolve, reject } = Promise.withResolvers<void>()
  const giveUp = (cause?: unknown): void => reject(notSynced(informers, cause))
  const abort = (): void => reject(signal?.reason)
  let timer: Timer | undefined
  if (timeout !== undefined) timer = clock.setTimer(parseDuration(timeout), giveUp)
  signal?.addEventListener('abort', abort, { once: true })
  let missing = informers.length
  if (missing === 0) resolve()
  const forget = informers.map(({ synced }) =>
    Waiters.of(synced).add((failure) => {
      if (failure) giveUp(failure.error)
      else if (--missing === 0) resolve()
    }),
  )
  // It may be started in the turn in which the wait begins.
  const unstarted = (): boolean => informers.some((informer) => !isStarted(informer))
  if (unstarted()) void clock.yield().then(() => unstarted() && giveUp())
  try {
    await over
  } finally {
    timer?.cancel()
    signal?.removeEventListener('abort', abort)
    for (const each of forget) each()
  }
}

/** Whether it runs, by `start`, by `run` or for a stream, or did until it was stopped. */
export function isStarted(informer: SyncingInformer): boolean {
  return informer.hasSynced() || informer.status.phase !== 'new'
}

function notSynced(informers: readonly SyncingInformer[], cause: unknown): CacheSyncError {
  const lagging = informers.filter((informer) => !informer.hasSynced()).map((informer) => informer.status)
  const sorted = lagging.toSorted((a, b) => (a.description < b.description ? -1 : 1))
  return new CacheSyncError(
    sorted.map((status) => new InformerNotSyncedError(status)),
    cause === undefined ? undefined : { cause },
  )
}
