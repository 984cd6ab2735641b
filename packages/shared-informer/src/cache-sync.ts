import { parseDuration, systemClock, type Clock, type Timer } from '@rxkube/clock'
import { CacheSyncError, InformerNotSyncedError } from './cache-sync-error.ts'
import type { InformerStatus } from './informer-status.ts'
import type { CacheSyncOptions } from './shared-informer-options.ts'

/** What can be waited for. */
export interface SyncingInformer {
  hasSynced(): boolean
  /** Resolves when `hasSynced()` turns true; rejects when it cannot any more. */
  readonly synced: Promise<void>
  readonly status: InformerStatus
}

/**
 * Resolves when all of them have synced. Rejects with a CacheSyncError, one cause for each that lags, when the time is
 * over or one of them cannot sync any more; and with `signal.reason`.
 */
export async function waitForInformers(
  informers: readonly SyncingInformer[],
  { timeout, signal }: CacheSyncOptions = {},
  clock: Clock = systemClock,
): Promise<void> {
  signal?.throwIfAborted()
  const { promise: givenUp, reject } = Promise.withResolvers<never>()
  const giveUp = (cause?: unknown): void => reject(notSynced(informers, cause))
  const abort = (): void => reject(signal?.reason)
  let timer: Timer | undefined
  if (timeout !== undefined) timer = clock.setTimer(parseDuration(timeout), giveUp)
  signal?.addEventListener('abort', abort, { once: true })
  try {
    const all = Promise.all(informers.map((informer) => informer.synced)).catch((cause: unknown) => {
      giveUp(cause)
      return givenUp
    })
    await Promise.race([all, givenUp])
  } finally {
    timer?.cancel()
    signal?.removeEventListener('abort', abort)
  }
}

function notSynced(informers: readonly SyncingInformer[], cause: unknown): CacheSyncError {
  const lagging = informers.filter((informer) => !informer.hasSynced()).map((informer) => informer.status)
  const sorted = lagging.toSorted((a, b) => (a.description < b.description ? -1 : 1))
  return new CacheSyncError(
    sorted.map((status) => new InformerNotSyncedError(status)),
    cause === undefined ? undefined : { cause },
  )
}
