import type { Status } from '@rxkube/meta'
import { ApiError } from '../errors/api-error.ts'
import { TransportError } from '../errors/transport-error.ts'
import { textOf } from '../frames/decoder.ts'
import { readWhole } from './read-whole.ts'
import type { Answer } from './requester.ts'

// The largest single answers are OpenAPI documents of some ten MB.
const mostBytes = 64 * 1024 * 1024

/** The whole body: parsed where the server says it is JSON, text otherwise. */
export async function bodyOf(
  { headers, body }: Answer,
  request: { method: string; path: string },
): Promise<unknown> {
  const text = textOf(await readWhole(body, mostBytes))
  const type = headers['content-type']
  return typeof type === 'string' && type.includes('json') ? parsed(text, request) : text
}

/** The whole body as an object. A Status of failure is thrown as `ApiError`, anything else as `TransportError`. */
export async function objectOf(answer: Answer, request: { method: string; path: string }): Promise<object> {
  const object = parsed(textOf(await readWhole(answer.body, mostBytes)), request)
  if (typeof object !== 'object' || object === null) throw noJson(request)
  if ('kind' in object && object.kind === 'Status' && 'status' in object && object.status === 'Failure') {
    throw new ApiError(object as Status, request)
  }
  return object
}

function parsed(text: string, request: { method: string; path: string }): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The parser's message quotes the body.
    throw noJson(request)
  }
}

function noJson({ method, path }: { method: string; path: string }): TransportError {
  return new TransportError('protocol', `${method} ${path}`, 'success, but the body is no JSON object')
}
