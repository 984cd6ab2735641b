import type { Clock } from '@rxkube/clock'
import type { Status } from '@rxkube/meta'
import { ApiError } from '../errors/api-error.ts'
import type { TransportResponse } from '../transport.ts'
import { readAtMost } from './read-whole.ts'

// A Status has a few hundred bytes; of a proxy's page nothing is wanted.
const mostBytes = 1024 * 1024

const reasons = new Map([
  [400, 'BadRequest'],
  [401, 'Unauthorized'],
  [403, 'Forbidden'],
  [404, 'NotFound'],
  [405, 'MethodNotAllowed'],
  [406, 'NotAcceptable'],
  [409, 'Conflict'],
  [410, 'Gone'],
  [413, 'RequestEntityTooLarge'],
  [415, 'UnsupportedMediaType'],
  [422, 'Invalid'],
  [429, 'TooManyRequests'],
  [500, 'InternalError'],
  [503, 'ServiceUnavailable'],
  [504, 'Timeout'],
])

/** Reads the body of an error response to its end, or to 1 MiB, and makes an `ApiError` of it. */
export async function errorResponse(
  response: TransportResponse,
  body: AsyncIterable<Uint8Array>,
  request: { readonly method: string; readonly path: string; readonly clock: Clock },
): Promise<ApiError> {
  const { method, path, clock } = request
  const bytes = await readAtMost(body, mostBytes)
  const status = statusIn(bytes) ?? madeUp(response.status)
  const seconds = retryAfter(response, clock)
  return new ApiError(status, {
    method,
    path,
    code: response.status,
    ...(seconds !== undefined && { retryAfterSeconds: seconds }),
  })
}

/** Seconds of the `Retry-After` header; undefined without one, or where it is neither a number nor an HTTP date. */
export function retryAfter({ headers }: TransportResponse, clock: Clock): number | undefined {
  const header = headers['retry-after']
  if (typeof header !== 'string') return undefined
  const text = header.trim()
  if (/^\d{1,10}$/.test(text)) return Number(text)
  // Date.parse alone makes a date of nearly anything, "-5" included.
  const date = /^\w{3,9}, .+ GMT$/.test(text) ? Date.parse(text) : NaN
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - clock.now()) / 1000))
}

function statusIn(bytes: Buffer): Status | undefined {
  try {
    const body = JSON.parse(bytes.toString('utf8')) as Status | null
    return body?.kind === 'Status' ? body : undefined
  } catch {
    return undefined
  }
}

function madeUp(code: number): Status {
  const reason = reasons.get(code)
  return {
    kind: 'Status',
    apiVersion: 'v1',
    status: 'Failure',
    message: 'the answer had no Status in it, so it may come from a proxy in between',
    code,
    ...(reason !== undefined && { reason }),
  }
}
