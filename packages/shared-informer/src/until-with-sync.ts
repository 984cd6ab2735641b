import type { ListerWatcher, WatchEvent } from '@rxkube/client'
import { parseDuration, systemClock, type Timer } from '@rxkube/clock'
import type { Indexer } from '@rxkube/indexer'
import type { KubernetesObject } from '@rxkube/meta'
import {
  UntilTimeoutError,
  untilWithoutRetry,
  type UntilOptions,
  type WatchCondition,
} from '@rxkube/reflector'
import { InformerWatcher, type InformerWatcherOptions } from './informer-watcher.ts'
import { Waiters } from './waiters.ts'

/** What `untilWithSync` waits for, and how. */
export interface UntilWithSyncOptions<T extends KubernetesObject>
  extends Omit<InformerWatcherOptions<T>, 'signal' | 'clock' | 'highWaterMark'>, UntilOptions {
  /** Asked once, of the cache when it has synced: true ends the wait at once. */
  readonly precondition?: ((store: Indexer<T>) => boolean) | undefined
}

/** The cache had not synced when the time was over. `cause`: the UntilTimeoutError. */
export class UntilSyncError extends Error {
  override readonly name = 'UntilSyncError'
  /** What was listed. */
  readonly informer: string
  /** The last list or watch that failed, if any did. */
  readonly lastError: Error | undefined

  constructor(informer: string, lastError: Error | undefined, options: { readonly cause: unknown }) {
    const why = lastError === undefined ? 'no list was complete' : lastError.message
    super(`the cache of ${informer} had not synced when the time was over: ${why}`, options)
    this.informer = informer
    this.lastError = lastError
  }
}

/**
 * Waits until each of the conditions was met by what an informer tells: first each object there is, as ADDED, then
 * changes. It goes on whatever happens, also when the history is gone (410); it may miss what came and went in between, so
 * ask for states, not for changes. Resolves with the last event, with undefined when the precondition held.
 *
 * Rejects as `untilWithoutRetry` does, with what the precondition threw, and with UntilSyncError when there is a
 * precondition and the cache did not sync in time. Settles when the informer has stopped. Upstream: `UntilWithSync`.
 */
export async function untilWithSync<T extends KubernetesObject>(
  listerWatcher: ListerWatcher<T>,
  conditions: WatchCondition<T> | readonly WatchCondition<T>[],
  { precondition, signal, timeout, clock = systemClock, reflector, ...rest }: UntilWithSyncOptions<T> = {},
): Promise<WatchEvent<T> | undefined> {
  signal?.throwIfAborted()
  const began = clock.monotonic()
  const limit = timeout === undefined ? undefined : parseDuration(timeout)
  let lastError: Error | undefined
  const watch = new InformerWatcher<T>(listerWatcher, {
    ...rest,
    clock,
    reflector: {
      ...reflector,
      watchErrorHandler: (error) => {
        lastError = error
        reflector?.watchErrorHandler?.(error)
      },
    },
  })
  try {
    if (precondition) {
      try {
        await synced(watch, { signal, timeout, clock })
      } catch (error) {
        if (error instanceof UntilTimeoutError)
          throw new UntilSyncError(listerWatcher.description, lastError, { cause: error })
        throw error
      }
      if (precondition(watch.store)) return undefined
    }
    const left = limit === undefined ? undefined : limit - (clock.monotonic() - began)
    return await untilWithoutRetry(watch, conditions, { signal, timeout: left, clock })
  } catch (error) {
    // It was given what was left of the time.
    if (error instanceof UntilTimeoutError && timeout !== undefined)
      throw new UntilTimeoutError(timeout, error.lastEvent)
    throw error
  } finally {
    watch.stop()
    await watch.done
  }
}

async function synced<T extends KubernetesObject>(
  watch: InformerWatcher<T>,
  { signal, timeout, clock = systemClock }: UntilOptions,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const abort = (): void => reject(signal?.reason)
  let timer: Timer | undefined
  if (timeout !== undefined)
    timer = clock.setTimer(parseDuration(timeout), () => reject(new UntilTimeoutError(timeout, undefined)))
  signal?.addEventListener('abort', abort, { once: true })
  const forget = Waiters.of(watch.synced).add((failure) => (failure ? reject(failure.error) : resolve()))
  // What ends the informer ends the wait.
  watch.done.then(resolve, reject)
  try {
    await promise
  } finally {
    timer?.cancel()
    signal?.removeEventListener('abort', abort)
    forget()
  }
}
