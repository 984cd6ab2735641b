import { ApiError, type WatchEvent } from '@rxkube/client'
import { type Duration } from '@rxkube/clock'
import type { KubernetesObject } from '@rxkube/meta'

/** The watch ended before the conditions were met. `cause`: the ERROR event it ended with, or how its connection broke. */
export class WatchClosedError<T extends KubernetesObject = KubernetesObject> extends Error {
  override readonly name = 'WatchClosedError'
  /** The last event that came, if any. */
  readonly lastEvent: WatchEvent<T> | undefined

  constructor(lastEvent: WatchEvent<T> | undefined, broken?: { readonly error: unknown }) {
    const cause = broken?.error ?? (lastEvent?.type === 'ERROR' ? new ApiError(lastEvent.object) : undefined)
    const why = cause instanceof Error ? `: ${cause.message}` : ''
    super(`the watch ended before the condition was met${why}`, cause === undefined ? undefined : { cause })
    this.lastEvent = lastEvent
  }
}

/** The time was over before the conditions were met. */
export class UntilTimeoutError<T extends KubernetesObject = KubernetesObject> extends Error {
  override readonly name = 'UntilTimeoutError'
  /** The last event that came, if any. */
  readonly lastEvent: WatchEvent<T> | undefined
  /** How long it was waited, as it was given. */
  readonly timeout: Duration

  constructor(timeout: Duration, lastEvent: WatchEvent<T> | undefined) {
    const shown = typeof timeout === 'number' ? `${timeout} ms` : timeout
    const came = lastEvent === undefined ? 'no event came' : `the last event was ${lastEvent.type}`
    super(`timed out after ${shown} waiting for the condition; ${came}`)
    this.timeout = timeout
    this.lastEvent = lastEvent
  }
}

/** A condition threw: `cause`. */
export class ConditionError<T extends KubernetesObject = KubernetesObject> extends Error {
  override readonly name = 'ConditionError'
  /** The event it was asked about. */
  readonly lastEvent: WatchEvent<T>

  constructor(lastEvent: WatchEvent<T>, cause: unknown) {
    super(`a condition failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.lastEvent = lastEvent
  }
}
