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

const sliceLength = 128 * 1024
/** What fits in this is sent as one string, with its length in front. */
const wholeLength = 1024 * 1024
/** Items that are looked at before other work has its turn. */
const turn = 2000

/**
 * Joins `head`, the items and `tail`: as one string when it is short, else as a stream. Other work has its turn after
 * each slice, and no more than a slice is held. Items that are undefined are passed over.
 */
export async function listBody<T>(
  clock: Clock,
  head: string,
  items: Iterable<T | undefined>,
  encode: (item: T) => string,
  tail: string,
): Promise<string | AsyncIterable<Uint8Array>> {
  const slices = slicesOf(head, items, encode, tail)
  let whole = ''
  let next = slices.next()
  for (; next.done !== true; next = slices.next()) {
    whole += next.value
    if (whole.length > wholeLength) return stream(clock, whole, slices)
    // oxlint-disable-next-line no-await-in-loop
    await clock.yield()
  }
  return whole + next.value
}

/** Slices of some length, or as much as came of a turn's items; the last one is returned. */
function* slicesOf<T>(
  head: string,
  items: Iterable<T | undefined>,
  encode: (item: T) => string,
  tail: string,
): Generator<string, string> {
  let slice = head
  let comma = ''
  let looked = 0
  for (const item of items) {
    looked++
    if (item !== undefined) {
      slice += comma + encode(item)
      comma = ','
    }
    if (slice.length < sliceLength && looked < turn) continue
    yield slice
    slice = ''
    looked = 0
  }
  return slice + tail
}

async function* stream(
  clock: Clock,
  first: string,
  slices: Iterator<string, string>,
): AsyncGenerator<Uint8Array> {
  yield utf8(first)
  for (let done = false; !done;) {
    // oxlint-disable-next-line no-await-in-loop
    await clock.yield()
    const next = slices.next()
    done = next.done === true
    if (next.value !== '') yield utf8(next.value)
  }
}
