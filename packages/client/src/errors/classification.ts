import { ApiError } from './api-error.ts'
import { errorChain } from './error-chain.ts'
import { TransportError } from './transport-error.ts'

// What a server may say that this list does not hold counts as "no reason": then the HTTP status decides.
const knownReasons = new Set([
  'AlreadyExists',
  'BadRequest',
  'Conflict',
  'Expired',
  'Forbidden',
  'Gone',
  'InternalError',
  'Invalid',
  'MethodNotAllowed',
  'NotAcceptable',
  'NotFound',
  'RequestEntityTooLarge',
  'ServerTimeout',
  'ServiceUnavailable',
  'StorageReadError',
  'Timeout',
  'TooManyRequests',
  'Unauthorized',
  'UnsupportedMediaType',
])

function someApiError(error: unknown, test: (error: ApiError) => boolean): boolean {
  for (const link of errorChain(error)) if (link instanceof ApiError && test(link)) return true
  return false
}

/** What an error has to have to count as an answer of a server. client-go: `errors.APIStatus`. */
interface ApiStatus {
  readonly reason: string
  readonly code: number
}

function hasReason(error: ApiStatus, reason: string, code: number): boolean {
  return error.reason === reason || (!knownReasons.has(error.reason) && error.code === code)
}

/** The object, or the kind itself, is not there (404); also of the error with which a lister says so. */
export function isNotFound(error: unknown): boolean {
  for (const link of errorChain(error)) if (isApiStatus(link) && hasReason(link, 'NotFound', 404)) return true
  return false
}

function isApiStatus(error: unknown): error is ApiStatus {
  if (!(error instanceof Error) || !('reason' in error) || !('code' in error)) return false
  return typeof error.reason === 'string' && typeof error.code === 'number'
}

/** An object of that name is there already (409 with reason `AlreadyExists`). */
export function isAlreadyExists(error: unknown): boolean {
  return someApiError(error, (each) => each.reason === 'AlreadyExists')
}

/** Somebody else wrote the object first: read it again and repeat (409, other than `AlreadyExists`). */
export function isConflict(error: unknown): boolean {
  return someApiError(error, (each) => hasReason(each, 'Conflict', 409))
}

/** The server knows who asks and does not let it (403). */
export function isForbidden(error: unknown): boolean {
  return someApiError(error, (each) => hasReason(each, 'Forbidden', 403))
}

/** The server does not know who asks (401). */
export function isUnauthorized(error: unknown): boolean {
  return someApiError(error, (each) => hasReason(each, 'Unauthorized', 401))
}

/** The object breaks the rules of its kind (422); `causes` names the fields. */
export function isInvalid(error: unknown): boolean {
  return someApiError(error, (each) => hasReason(each, 'Invalid', 422))
}

/** The request makes no sense to the server (400). */
export function isBadRequest(error: unknown): boolean {
  return someApiError(error, (each) => hasReason(each, 'BadRequest', 400))
}

/** The path is served, but not with this method (405). */
export function isMethodNotAllowed(error: unknown): boolean {
  return someApiError(error, (each) => hasReason(each, 'MethodNotAllowed', 405))
}

/** The server cannot answer in the asked form (406), such as WatchList on an old one. */
export function isNotAcceptable(error: unknown): boolean {
  return someApiError(error, (each) => hasReason(each, 'NotAcceptable', 406))
}

/** The server, or what it depends on, is not up (503). */
export function isServiceUnavailable(error: unknown): boolean {
  return someApiError(error, (each) => hasReason(each, 'ServiceUnavailable', 503))
}

/** The request took the server too long (504), or took longer than a deadline of this side. */
export function isTimeout(error: unknown): boolean {
  for (const link of errorChain(error)) {
    if (link instanceof TransportError && link.kind === 'timeout') return true
    if (link instanceof ApiError && hasReason(link, 'Timeout', 504)) return true
  }
  return false
}

/** The server could not finish in time and says so without having begun (500 with reason `ServerTimeout`). */
export function isServerTimeout(error: unknown): boolean {
  return someApiError(error, (each) => each.reason === 'ServerTimeout')
}

/** The history that was asked for is compacted away: list again (410; reasons `Expired` and `Gone`). */
export function isExpired(error: unknown): boolean {
  return someApiError(error, (each) => each.reason === 'Expired' || hasReason(each, 'Gone', 410))
}

/** The server asks for patience (429, whatever the reason). */
export function isTooManyRequests(error: unknown): boolean {
  return someApiError(error, (each) => each.reason === 'TooManyRequests' || each.code === 429)
}

/** Something broke inside the server (500); a 500 with another known reason is not meant. */
export function isInternalError(error: unknown): boolean {
  return someApiError(error, (each) => hasReason(each, 'InternalError', 500))
}

const tooLarge = 'Too large resource version'

/** The server has not yet seen the resourceVersion that was asked for: it lags behind another replica. */
export function isTooLargeResourceVersion(error: unknown): boolean {
  return someApiError(error, (each) => {
    if (each.causes.some((cause) => cause.reason === 'ResourceVersionTooLarge')) return true
    if (!hasReason(each, 'Timeout', 504)) return false
    return each.causes.some((cause) => cause.message === tooLarge) || each.statusMessage.includes(tooLarge)
  })
}

/** Nothing listens at the server's address; nothing has been sent. */
export function isConnectionRefused(error: unknown): boolean {
  for (const link of errorChain(error)) {
    if (link instanceof TransportError && link.kind === 'refused') return true
    if (typeof link === 'object' && link !== null && 'code' in link && link.code === 'ECONNREFUSED')
      return true
  }
  return false
}

/** The connection ended under a request: reset, closed early, GOAWAY. client-go: `net.IsProbableEOF`. */
export function isConnectionLost(error: unknown): boolean {
  for (const link of errorChain(error))
    if (link instanceof TransportError && link.kind === 'reset') return true
  return false
}

/** Seconds the server asked to wait, from the first error in the chain that names any. */
export function retryAfterSeconds(error: unknown): number | undefined {
  for (const link of errorChain(error)) {
    if (link instanceof ApiError && link.retryAfterSeconds !== undefined) return link.retryAfterSeconds
  }
  return undefined
}
