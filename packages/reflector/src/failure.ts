import {
  ApiError,
  isConnectionRefused,
  isExpired,
  isInternalError,
  isTooLargeResourceVersion,
  isTooManyRequests,
  retryAfterSeconds,
} from '@rxkube/client'
import type { Status } from '@rxkube/meta'

/** What a failure means to a reflector. */
export type FailureKind =
  | 'expired'
  | 'tooLargeResourceVersion'
  | 'tooManyRequests'
  | 'connectionRefused'
  | 'internalError'
  /** A frame of a stream that could not be read: nothing after it may be taken for seen. */
  | 'undecodable'
  | 'other'

/** An error, and what of it decides the next step. */
export interface Failure {
  readonly kind: FailureKind
  readonly error: Error
  /** Milliseconds that the server asked to wait; 0 when it did not ask. */
  readonly retryAfter: number
}

/** Whatever was thrown, sorted. */
export function failureOf(thrown: unknown): Failure {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  return { kind: kindOf(error), error, retryAfter: (retryAfterSeconds(error) ?? 0) * 1000 }
}

/** The object of an ERROR event, sorted. */
export function failureOfStatus(status: Status): Failure {
  const failure = failureOf(new ApiError(status))
  const undecodable = status.details?.causes?.some(({ reason }) => reason === 'ClientWatchDecoding') ?? false
  return undecodable ? { ...failure, kind: 'undecodable' } : failure
}

function kindOf(error: Error): FailureKind {
  if (isExpired(error)) return 'expired'
  if (isTooLargeResourceVersion(error)) return 'tooLargeResourceVersion'
  if (isTooManyRequests(error)) return 'tooManyRequests'
  if (isConnectionRefused(error)) return 'connectionRefused'
  return isInternalError(error) ? 'internalError' : 'other'
}
