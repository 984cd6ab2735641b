import { systemClock, type Clock } from '@rxkube/clock'
import { Waiters } from './waiters.ts'

/** Something that syncs once: an informer, the registration of a handler, a tracker. Upstream: `DoneChecker`. */
export interface SyncChecker {
  readonly name: string
  hasSynced(): boolean
  /** Resolves when `hasSynced()` turns true; rejects when it cannot any more. */
  readonly synced: Promise<void>
}

/** How `waitFor` waits. */
export interface WaitForOptions {
  readonly signal?: AbortSignal | undefined
  /** Told in words when waiting begins, as each one completes, and what is incomplete when waiting ends early. */
  readonly log?: ((line: string) => void) | undefined
}

/** How `waitForCacheSync` waits. */
export interface WaitForCacheSyncOptions {
  readonly signal?: AbortSignal | undefined
  readonly clock?: Clock | undefined
}

/** Thrown for a SyncResult that is not one of success: the names of what has not synced are sorted. */
export class NotSyncedError extends Error {
  override readonly name = 'NotSyncedError'
  readonly unsynced: readonly string[]

  constructor(unsynced: readonly string[], options: { readonly cause: unknown }) {
    super(
      `caches have not synced: ${unsynced.join(', ')} (${reasonOf(options.cause)}); wait longer, or see why`,
      options,
    )
    this.unsynced = unsynced
  }
}

const pollMilliseconds = 100

/**
 * Waits until all of them have synced, without polling. False when the signal ended it first; what had synced before
 * counts even if the signal is aborted. Rejects when one of them cannot sync any more. Upstream: `cache.WaitFor`.
 */
export async function waitFor(
  what: string,
  checkers: Iterable<SyncChecker>,
  { signal, log }: WaitForOptions = {},
): Promise<boolean> {
  const incomplete = new Set<SyncChecker>()
  for (const checker of checkers) if (!checker.hasSynced()) incomplete.add(checker)
  if (incomplete.size === 0) return true
  log?.(`waiting for ${what}`)
  const ended = Promise.withResolvers<void>()
  const end = (): void => ended.resolve()
  const forgetting: (() => void)[] = []
  signal?.addEventListener('abort', end, { once: true })
  if (signal?.aborted === true) end()
  try {
    for (const checker of incomplete) {
      const forget = Waiters.of(checker.synced).add((failure) => {
        if (failure) return ended.reject(failure.error)
        incomplete.delete(checker)
        log?.(`${what}: ${checker.name} has synced`)
        if (incomplete.size === 0) ended.resolve()
      })
      forgetting.push(forget)
    }
    await ended.promise
  } finally {
    for (const forget of forgetting) forget()
    signal?.removeEventListener('abort', end)
  }
  // What synced in the turn of the abort counts.
  for (const checker of incomplete) if (checker.hasSynced()) incomplete.delete(checker)
  if (incomplete.size === 0) return true
  const names = Array.from(incomplete, ({ name }) => name).toSorted()
  log?.(`${what}: gave up (${reasonOf(signal?.reason)}) on ${names.join(', ')}`)
  return false
}

/**
 * Asks every 100 ms until all say yes in the same round; the first time at once. False when the signal ended it.
 * `waitFor` needs no polling; `waitForCacheSync` of a factory says why. Upstream: `cache.WaitForCacheSync`.
 */
export async function waitForCacheSync(
  synced: readonly (() => boolean)[],
  { signal, clock = systemClock }: WaitForCacheSyncOptions = {},
): Promise<boolean> {
  for (;;) {
    if (signal?.aborted === true) return false
    if (synced.every((hasSynced) => hasSynced())) return true
    const rest = Promise.withResolvers<void>()
    const timer = clock.setTimer(pollMilliseconds, () => rest.resolve())
    const stop = (): void => rest.resolve()
    signal?.addEventListener('abort', stop, { once: true })
    await rest.promise
    signal?.removeEventListener('abort', stop)
    timer.cancel()
  }
}

/** What came of waiting for several informers, by their names. Upstream: `cache.SyncResult`. */
export class SyncResult {
  readonly synced: ReadonlyMap<string, boolean>
  /** Why waiting ended early; undefined when it did not. */
  readonly cause: unknown

  constructor(synced: ReadonlyMap<string, boolean>, cause?: unknown) {
    this.synced = synced
    this.cause = cause
  }

  /** Undefined when waiting did not end early. */
  asError(): NotSyncedError | undefined {
    if (this.cause === undefined) return undefined
    const unsynced = [...this.synced].filter(([, done]) => !done).map(([name]) => name)
    return new NotSyncedError(unsynced.toSorted(), { cause: this.cause })
  }
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
