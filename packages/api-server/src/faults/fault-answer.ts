import type { Status, StatusDetails } from '@rxkube/meta'
import { StatusError } from '../status.ts'
import type { ApiResponse } from '../verbs/request.ts'
import { jsonResponse } from '../verbs/respond.ts'

/**
 * What a request is answered with instead: a status code with the Status that goes with it, or with a text.
 *
 * Clients of Kubernetes try 429 and 5xx again only when they are told when: by `retryAfter`, in seconds.
 */
export interface FaultAnswer {
  /** 100 to 599. */
  readonly status: number
  readonly retryAfter?: number
  /** Of the Status; by its code unless told. */
  readonly reason?: string
  readonly message?: string
  readonly details?: StatusDetails
  /** A body as it stands, in place of a Status. */
  readonly text?: string
  /** Of `text`; default `text/plain; charset=utf-8`. */
  readonly contentType?: string
}

const usual = new Map<number, readonly [reason: string, message: string]>([
  [400, ['BadRequest', 'the server rejected our request for an unknown reason']],
  [401, ['Unauthorized', 'Unauthorized']],
  [403, ['Forbidden', 'forbidden by a fault']],
  [404, ['NotFound', 'the server could not find the requested resource']],
  [405, ['MethodNotAllowed', 'the server does not allow this method on the requested resource']],
  [406, ['NotAcceptable', 'only the following media types are accepted: application/json']],
  [
    409,
    [
      'Conflict',
      'the object has been modified; please apply your changes to the latest version and try again',
    ],
  ],
  [410, ['Expired', 'The resourceVersion for the provided watch is too old.']],
  [422, ['Invalid', 'the object is invalid']],
  [429, ['TooManyRequests', 'the server has received too many requests and has asked us to try again later']],
  [500, ['InternalError', 'Internal error occurred: a fault']],
  [503, ['ServiceUnavailable', 'the server is currently unable to handle the request']],
  [504, ['Timeout', 'the request did not complete within the allotted timeout']],
])

/** The Status that an answer stands for. */
export function statusOf({ status, reason, message, details, retryAfter }: FaultAnswer): Status {
  const [usualReason = '', usualMessage = `a fault answered ${status}`] = usual.get(status) ?? []
  const retry = retryAfter === undefined ? {} : { retryAfterSeconds: retryAfter }
  const all = details === undefined && retryAfter === undefined ? undefined : { ...details, ...retry }
  return new StatusError(status, reason ?? usualReason, message ?? usualMessage, all).status
}

/** The answer as it is sent. */
export function respondWith(answer: FaultAnswer): ApiResponse {
  const { status, retryAfter, text, contentType = 'text/plain; charset=utf-8' } = answer
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
  if (text === undefined) return jsonResponse(JSON.stringify(statusOf(answer)), status, headers)
  return { status, headers: { 'content-type': contentType, ...headers }, body: text }
}

/** What API Priority and Fairness answers when its queues are full: no Status, and one second unless told. */
export function tooManyRequestsText(retryAfter = 1): FaultAnswer {
  return { status: 429, retryAfter, text: 'Too many requests, please try again later.\n' }
}
