import { ApiError, isExpired, isForbidden, isUnauthorized, type WatchEvent } from '@rxkube/client'
import type { KubernetesObject, Status } from '@rxkube/meta'

/** What one batch of a watch means to a RetryWatcher. */
export interface RetryReading<T extends KubernetesObject> {
  /** What the reader gets. */
  readonly events: readonly WatchEvent<T>[]
  /** The version that counts once the reader has taken them. */
  readonly resourceVersion: string
  /** Whether the stream goes on, is opened anew from there, or was the last. */
  readonly next: 'read' | 'reopen' | 'end'
  /** Why it is opened anew. */
  readonly error?: Error
}

/**
 * Reads a batch. Bookmarks move the version and are kept back. What leaves no version to go on from, and what says that
 * the history is gone, ends the watch with an ERROR event.
 */
export function readBatch<T extends KubernetesObject>(
  batch: readonly WatchEvent<T>[],
  resourceVersion: string,
): RetryReading<T> {
  const events: WatchEvent<T>[] = []
  let version = resourceVersion
  const ended = (status: Status): RetryReading<T> => ({
    events: [...events, { type: 'ERROR', object: status }],
    resourceVersion: version,
    next: 'end',
  })
  for (const event of batch) {
    switch (event.type) {
      case 'ADDED':
      case 'MODIFIED':
      case 'DELETED':
      case 'BOOKMARK': {
        const read = versionOf(event.object)
        if (read === undefined) return ended(internalError(`${event.type} without a resourceVersion`))
        if (event.type !== 'BOOKMARK') events.push(event)
        version = read
        break
      }
      case 'ERROR': {
        const status: unknown = event.object
        if (isStatus(status) && isGone(status)) return ended(status)
        const error = isStatus(status) ? new ApiError(status) : new Error('an ERROR event without a Status')
        return { events, resourceVersion: version, next: 'reopen', error }
      }
      default:
        return ended(internalError(`an event of unknown type ${String((event as { type: unknown }).type)}`))
    }
  }
  return { events, resourceVersion: version, next: 'read' }
}

/** The Status that ends the watch when opening it fails like this; undefined where it is worth another try. */
export function lastStatus(error: Error): Status | undefined {
  if (!isForbidden(error) && !isUnauthorized(error)) return undefined
  for (let link: unknown = error; link instanceof Error; link = link.cause) {
    if (link instanceof ApiError) return link.status
  }
  return undefined
}

function versionOf(object: unknown): string | undefined {
  if (typeof object !== 'object' || object === null) return undefined
  // Whatever serves in a server's stead may send anything.
  const { metadata } = object as { readonly metadata?: { readonly resourceVersion?: unknown } | null }
  const version = metadata?.resourceVersion
  return typeof version === 'string' && version !== '' ? version : undefined
}

function isStatus(object: unknown): object is Status {
  if (typeof object !== 'object' || object === null) return false
  const { kind } = object as { readonly kind?: unknown }
  return kind === undefined || kind === 'Status'
}

function isGone(status: Status): boolean {
  return status.code === 410 || isExpired(new ApiError(status))
}

function internalError(what: string): Status {
  const message = `the watch cannot be continued without a gap: the server sent ${what}`
  return { apiVersion: 'v1', kind: 'Status', status: 'Failure', code: 500, reason: 'InternalError', message }
}
