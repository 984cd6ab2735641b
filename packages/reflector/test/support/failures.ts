import { ApiError } from '@rxkube/client'
import type { Status } from '@rxkube/meta'

const failed = (code: number, reason: string, message: string, details?: Status['details']): Status => ({
  apiVersion: 'v1',
  kind: 'Status',
  status: 'Failure',
  code,
  reason,
  message,
  ...(details && { details }),
})

/** Statuses as API servers send them. */
export const statuses = {
  expired: failed(410, 'Expired', 'too old resource version: 1 (2)'),
  gone: failed(410, 'Gone', 'the resource version is gone'),
  tooManyRequests: failed(429, 'TooManyRequests', 'try again later'),
  internalError: failed(500, 'InternalError', 'etcd has no leader'),
  storageReadError: failed(500, 'StorageReadError', 'corrupt object has been deleted'),
  undecodable: failed(500, 'InternalError', 'unable to decode an event', {
    causes: [{ reason: 'ClientWatchDecoding', message: 'unexpected token' }],
  }),
  forbidden: failed(403, 'Forbidden', 'pods is forbidden'),
  invalid: failed(422, 'Invalid', 'sendInitialEvents is forbidden'),
  badRequest: failed(400, 'BadRequest', 'unknown field'),
  serverError: failed(503, 'ServiceUnavailable', 'not up'),
  tooLargeByCause: failed(504, 'Timeout', 'Timeout', {
    causes: [{ reason: 'ResourceVersionTooLarge', message: 'Too large resource version' }],
  }),
  tooLargeByCauseMessage: failed(504, 'Timeout', 'Timeout', {
    causes: [{ message: 'Too large resource version' }],
  }),
  tooLargeByMessage: failed(504, 'Timeout', 'Timeout: Too large resource version: 30, current: 20'),
} as const satisfies Record<string, Status>

export const api = (status: Status, retryAfterSeconds?: number): ApiError =>
  new ApiError(status, retryAfterSeconds === undefined ? {} : { retryAfterSeconds })

export const refused = (): Error =>
  new Error('fetch failed', { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) })
