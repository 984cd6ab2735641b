import type { Status, StatusDetails } from '@rxkube/meta'

/** What is known of an error response besides its Status. */
export interface ApiErrorFacts {
  readonly method?: string
  /** A query string is cut off: it may hold what nobody should read. */
  readonly path?: string
  /** HTTP status; without it the Status' own `code` counts. */
  readonly code?: number
  /** From the `Retry-After` header, in seconds; without it the Status' own counts. */
  readonly retryAfterSeconds?: number
  readonly cause?: unknown
}

/**
 * The API server refused a request, or ended a watch with an ERROR event: a `Status` as an error.
 *
 * Ask what it means with `isNotFound`, `isConflict`, `isExpired` and their kin. client-go: `errors.StatusError`.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  /** HTTP status code, 0 when unknown. */
  readonly code: number
  /** Such as `NotFound`; empty when the server gave none. */
  readonly reason: string
  /** The server's own words, without what this class puts around them. */
  readonly statusMessage: string
  readonly details: StatusDetails
  readonly causes: NonNullable<StatusDetails['causes']>
  readonly retryAfterSeconds: number | undefined
  readonly method: string | undefined
  /** Without its query string. */
  readonly path: string | undefined
  /** The Status as the server sent it. */
  readonly status: Status

  constructor(status: Status, facts: ApiErrorFacts = {}) {
    const { reason, message, details } = wellFormed(status)
    const code = facts.code ?? (typeof status.code === 'number' ? status.code : 0)
    const path = facts.path?.split('?', 1)[0]
    const request = path === undefined ? '' : `${facts.method ?? 'GET'} ${path}: `
    const said = [code || undefined, reason].filter(Boolean).join(' ')
    super(
      `${request}${said || 'error'}: ${message || 'the server gave no message'}`,
      facts.cause === undefined ? undefined : { cause: facts.cause },
    )
    this.code = code
    this.reason = reason
    this.statusMessage = message
    this.details = details
    this.causes = details.causes ?? []
    this.retryAfterSeconds = facts.retryAfterSeconds ?? details.retryAfterSeconds
    this.method = facts.method
    this.path = path
    this.status = status
  }
}

/** What of a Status is of the types it should have: whatever answers in a server's stead may send anything. */
function wellFormed({ reason, message, details }: Status): {
  readonly reason: string
  readonly message: string
  readonly details: StatusDetails
} {
  return {
    reason: typeof reason === 'string' ? reason : '',
    message: typeof message === 'string' ? message : '',
    details: isObject(details) ? wellFormedDetails(details) : {},
  }
}

function wellFormedDetails(details: StatusDetails): StatusDetails {
  const { causes, retryAfterSeconds, ...rest } = details
  return {
    ...rest,
    ...(Array.isArray(causes) && {
      causes: causes.filter(isObject),
    }),
    ...(typeof retryAfterSeconds === 'number' && { retryAfterSeconds }),
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
