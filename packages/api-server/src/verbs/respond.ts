import type { Clock } from '@rxkube/clock'
import type { StatusError } from '../status.ts'
import { utf8 } from './encode.ts'
import type { ApiResponse } from './request.ts'

const json = { 'content-type': 'application/json' }
const text = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' }

/** An answer of JSON; every body ends with a line feed. */
export function jsonResponse(body: string, status = 200, headers: ApiResponse['headers'] = {}): ApiResponse {
  return { status, headers: { ...json, ...headers }, body: body.endsWith('\n') ? body : `${body}\n` }
}

export function textResponse(body: string, status = 200): ApiResponse {
  return { status, headers: text, body }
}

export function statusResponse(error: StatusError): ApiResponse {
  return jsonResponse(JSON.stringify(error.status), error.code, error.headers)
}

/** One `Warning` header for each text. */
export function warningHeaders(warnings: readonly string[]): ApiResponse['headers'] {
  if (warnings.length === 0) return {}
  return { warning: warnings.map((warning) => `299 - ${JSON.stringify(warning)}`) }
}

/** The same JSON with an indentation of two, for people. */
export function prettified(response: ApiResponse): ApiResponse {
  const { body, headers } = response
  if (typeof body !== 'string' || headers['content-type'] !== 'application/json') return response
  return { ...response, body: `${JSON.stringify(JSON.parse(body), undefined, 2)}\n` }
}

const sliceLength = 64 * 1024

/** Joins `head`, the items and `tail`: as one string when it is short, else in slices that yield to other work. */
export function listBody<T>(
  clock: Clock,
  head: string,
  items: readonly T[],
  encode: (item: T) => string,
  tail: string,
): string | AsyncIterable<Uint8Array> {
  if (items.length > 500) return slices(clock, head, items, encode, tail)
  return head + items.map((item) => encode(item)).join(',') + tail
}

async function* slices<T>(
  clock: Clock,
  head: string,
  items: readonly T[],
  encode: (item: T) => string,
  tail: string,
): AsyncGenerator<Uint8Array> {
  let slice = head
  for (const [at, item] of items.entries()) {
    slice += at === 0 ? encode(item) : `,${encode(item)}`
    if (slice.length < sliceLength) continue
    yield utf8(slice)
    slice = ''
    // oxlint-disable-next-line no-await-in-loop
    await clock.yield()
  }
  yield utf8(slice + tail)
}
