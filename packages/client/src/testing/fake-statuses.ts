import type { Status } from '@rxkube/meta'

/** The three ways in which servers have said that a resourceVersion is newer than what they have. */
export type TooLargeEncoding = 'cause' | 'causeMessage' | 'message'

function failure(code: number, reason: string, message: string): Status {
  return { apiVersion: 'v1', kind: 'Status', metadata: {}, status: 'Failure', code, reason, message }
}

/** The Status bodies that an API server answers with, each as a fresh object. */
export const statuses = {
  expired: (reason: 'Expired' | 'Gone' = 'Expired'): Status =>
    failure(410, reason, 'too old resource version'),
  tooLarge(encoding: TooLargeEncoding = 'cause'): Status {
    const text = 'Too large resource version'
    if (encoding === 'message') return failure(504, 'Timeout', `${text}: 1000, current: 10`)
    const type = encoding === 'cause' ? { reason: 'ResourceVersionTooLarge' } : {}
    return {
      ...failure(504, 'Timeout', encoding === 'cause' ? `Timeout: ${text}` : 'Timeout: the server is behind'),
      details: { causes: [{ ...type, message: text }], retryAfterSeconds: 1 },
    }
  },
  tooManyRequests: (): Status => failure(429, 'TooManyRequests', 'too many requests, please try again later'),
  forbidden: (what = 'pods'): Status =>
    failure(403, 'Forbidden', `${what} is forbidden: User "test" cannot list resource "${what}"`),
  unauthorized: (): Status => failure(401, 'Unauthorized', 'Unauthorized'),
  notFound: (): Status => failure(404, 'NotFound', 'the server could not find the requested resource'),
  invalid: (message = 'sendInitialEvents is forbidden for watch'): Status => failure(422, 'Invalid', message),
  badRequest: (message: string): Status => failure(400, 'BadRequest', message),
  internalError: (message = 'an error on the server'): Status => failure(500, 'InternalError', message),
  unavailable: (): Status => failure(503, 'ServiceUnavailable', 'apiserver not ready'),
  /** What becomes of an object that the server cannot decode and that was deleted nevertheless. */
  storageReadError: (): Status =>
    failure(500, 'StorageReadError', 'data from the storage is not transformable'),
  /** What a client makes of a watch frame that it cannot decode. */
  undecodable(): Status {
    return {
      ...failure(500, 'InternalError', 'unable to decode an event from the watch stream'),
      details: { causes: [{ reason: 'ClientWatchDecoding', message: 'unexpected token' }] },
    }
  },
} as const
