import type { Status } from '@rxkube/meta'
import { ApiError } from '../errors/api-error.ts'
import { InvalidListError, WatchInterruptedError } from '../errors/errors.ts'
import { TransportError } from '../errors/transport-error.ts'

export function apiError(status: Status, retryAfterSeconds?: number): ApiError {
  return new ApiError(status, { ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) })
}

function socketError(code: string): Error {
  return Object.assign(new Error(code), { code })
}

export function refused(what: string): TransportError {
  return TransportError.from(socketError('ECONNREFUSED'), what)
}

export function reset(what: string): TransportError {
  return TransportError.from(socketError('ECONNRESET'), what)
}

export function loginPage(): InvalidListError {
  return new InvalidListError('html', 'text/html', 0)
}

export function truncated(bytes: number): InvalidListError {
  return new InvalidListError('truncated', 'the body ends in the middle', bytes)
}

export function interrupted(what: string): WatchInterruptedError {
  return new WatchInterruptedError(what, { cause: socketError('ECONNRESET') })
}
