import type { IncomingMessage } from 'node:http'
import type { Clock } from '@rxkube/clock'
import { StatusError, tooLarge } from '../status.ts'

/** How long a body may take to come, in milliseconds. */
const patience = 60_000
/** How many times its limit is read of a body that is refused, so that a client that sends first sees the answer. */
const courtesy = 4

/** Reads a body. Throws a 413 for one above the limit, in bytes, and a 504 for one that is not there after a minute. */
export async function readBody(request: IncomingMessage, limit: number, clock: Clock): Promise<Uint8Array> {
  const { headers } = request
  if (headers['transfer-encoding'] === undefined && (headers['content-length'] ?? '0') === '0') {
    request.resume()
    return new Uint8Array()
  }
  const late = Promise.withResolvers<never>()
  const timer = clock.setTimer(patience, () => late.reject(timedOut()))
  try {
    return await Promise.race([read(request, limit), late.promise])
  } finally {
    timer.cancel()
  }
}

async function read(request: IncomingMessage, limit: number): Promise<Uint8Array> {
  let chunks: Uint8Array[] = []
  let size = 0
  // The socket is still needed when the body is refused half way.
  const body = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>
  for await (const chunk of body) {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
    else chunks = []
    if (size > limit * courtesy) break
  }
  if (size > limit) throw tooLarge(limit)
  return chunks.length === 1 ? (chunks[0] ?? new Uint8Array()) : Buffer.concat(chunks)
}

function timedOut(): StatusError {
  const message = 'Timeout: request did not complete within the allotted timeout'
  return new StatusError(504, 'Timeout', message, {})
}
