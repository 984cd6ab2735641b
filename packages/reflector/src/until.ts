import type { ListerWatcher, WatchEvent, WatchStream } from '@rxkube/client'
import { parseDuration, systemClock, type Clock, type Duration, type Timer } from '@rxkube/clock'
import type { KubernetesObject } from '@rxkube/meta'
import { RetryWatcher, type RetryWatcherOptions } from './retry-watcher.ts'
import { ConditionError, UntilTimeoutError, WatchClosedError } from './until-errors.ts'

/** Whether what is waited for has come about; what it throws ends the wait. ERROR events are shown to it as well. */
export type WatchCondition<T extends KubernetesObject> = (event: WatchEvent<T>) => boolean

/** How long is waited. */
export interface UntilOptions {
  readonly signal?: AbortSignal | undefined
  /** Without it there is no limit. */
  readonly timeout?: Duration | undefined
  readonly clock?: Clock | undefined
}

/**
 * Reads `watch` until each of the conditions was met, one after the other, and stops it. A condition is first asked
 * about the event that met the one before it. Resolves with the last event; undefined when there are no conditions.
 *
 * Rejects with ConditionError, WatchClosedError and UntilTimeoutError, which hold the last event, and with
 * `signal.reason`. An ordinary watch ends after some minutes: `until` goes on. Upstream: `UntilWithoutRetry`.
 */
export async function untilWithoutRetry<T extends KubernetesObject>(
  watch: WatchStream<T>,
  conditions: WatchCondition<T> | readonly WatchCondition<T>[],
  { signal, timeout, clock = systemClock }: UntilOptions = {},
): Promise<WatchEvent<T> | undefined> {
  const waiting = new Waiting(typeof conditions === 'function' ? [conditions] : conditions)
  const ended = Promise.withResolvers<WatchEvent<T> | undefined>()
  const abort = (): void => ended.reject(signal?.reason)
  let timer: Timer | undefined
  try {
    signal?.throwIfAborted()
    signal?.addEventListener('abort', abort, { once: true })
    if (timeout !== undefined) {
      timer = clock.setTimer(parseDuration(timeout), () =>
        ended.reject(new UntilTimeoutError(timeout, waiting.lastEvent)),
      )
    }
    // Whatever comes first counts; a watch that was stopped ends by itself.
    waiting.read(watch).then(ended.resolve, ended.reject)
    return await ended.promise
  } finally {
    timer?.cancel()
    signal?.removeEventListener('abort', abort)
    waiting.isOver = true
    watch.stop()
  }
}

/**
 * Waits as `untilWithoutRetry` does for what happens after `resourceVersion`, whatever becomes of connections and
 * servers: each event is seen, in order. Only when the history is gone (410), or nobody may watch, a WatchClosedError says
 * so. Rejects with InitialResourceVersionError for `''` and `'0'`. Settles when nothing of its watch is left. Upstream:
 * `Until`.
 */
export async function until<T extends KubernetesObject>(
  watcher: Pick<ListerWatcher<T>, 'watch'>,
  resourceVersion: string,
  conditions: WatchCondition<T> | readonly WatchCondition<T>[],
  options: UntilOptions & Omit<RetryWatcherOptions, 'signal'> = {},
): Promise<WatchEvent<T> | undefined> {
  // The signal ends the wait, and the wait the watch.
  const watch = new RetryWatcher(watcher, resourceVersion, { ...options, signal: undefined })
  try {
    return await untilWithoutRetry(watch, conditions, options)
  } finally {
    await watch.done
  }
}

/** Conditions that are met one after the other. */
class Waiting<T extends KubernetesObject> {
  lastEvent: WatchEvent<T> | undefined
  /** Nobody waits any more: no condition is asked. */
  isOver = false
  readonly #conditions: readonly WatchCondition<T>[]
  #met = 0

  constructor(conditions: readonly WatchCondition<T>[]) {
    this.#conditions = conditions
  }

  async read(watch: WatchStream<T>): Promise<WatchEvent<T> | undefined> {
    if (this.#conditions.length === 0) return undefined
    const batches = watch[Symbol.asyncIterator]()
    try {
      for (;;) {
        // oxlint-disable-next-line no-await-in-loop -- one batch after the other
        const next = await nextOf(batches, this.lastEvent)
        if (this.isOver) return undefined
        for (const event of next) if (this.#isMetBy(event)) return event
      }
    } finally {
      watch.stop()
      await batches.return?.()
    }
  }

  #isMetBy(event: WatchEvent<T>): boolean {
    this.lastEvent = event
    try {
      while (this.#conditions[this.#met]?.(event) === true) this.#met++
    } catch (error) {
      throw new ConditionError(event, error)
    }
    return this.#met >= this.#conditions.length
  }
}

/** The next batch. */
async function nextOf<T extends KubernetesObject>(
  batches: AsyncIterator<readonly WatchEvent<T>[]>,
  lastEvent: WatchEvent<T> | undefined,
): Promise<readonly WatchEvent<T>[]> {
  let next: IteratorResult<readonly WatchEvent<T>[], unknown>
  try {
    next = await batches.next()
  } catch (error) {
    throw new WatchClosedError(lastEvent, { error })
  }
  if (next.done === true) throw new WatchClosedError(lastEvent)
  return next.value
}
