import type { IncomingMessage, ServerResponse } from 'node:http'
import { TLSSocket } from 'node:tls'
import type { Clock } from '@rxkube/clock'
import { systemClock } from '@rxkube/clock'
import { ConnectionError } from '../faults/connection-error.ts'
import { StatusError } from '../status.ts'
import type { ApiRequest, ApiResponse, ClientIdentity } from '../verbs/request.ts'
import { statusResponse } from '../verbs/respond.ts'
import { cutSlowReader } from './cut-slow-reader.ts'
import { readBody } from './read-body.ts'
import { identityOf } from './tls.ts'

export type Handler = (request: ApiRequest) => Promise<ApiResponse>

/** Who a connection belongs to does not change while it lasts. */
const identities = new WeakMap<TLSSocket, ClientIdentity | 'none'>()

/** Reads one request and writes its answer. Rejects with what broke the answer while it was sent. */
export async function exchange(
  request: IncomingMessage,
  response: ServerResponse,
  handle: Handler,
  bodyLimit: number,
  clock: Clock,
): Promise<void> {
  const gone = new AbortController()
  response.on('close', () => gone.abort(new Error('the client closed the connection')))
  try {
    const answer = await answered(request, handle, { bodyLimit, clock, signal: gone.signal })
    await send(response, answer, request.method === 'HEAD')
  } catch (error) {
    // The connection is all that can tell its client.
    const { socket } = request
    const failure = error instanceof ConnectionError ? error.failure : undefined
    // Node keeps the last chunk until the turn is over.
    if (failure === 'cut') await systemClock.yield()
    if (failure === 'reset' && !(socket instanceof TLSSocket)) socket.resetAndDestroy()
    else response.destroy()
    if (!gone.signal.aborted && !(error instanceof ConnectionError)) throw error
  }
}

async function answered(
  request: IncomingMessage,
  handle: Handler,
  {
    bodyLimit,
    clock,
    signal,
  }: { readonly bodyLimit: number; readonly clock: Clock; readonly signal: AbortSignal },
): Promise<ApiResponse> {
  let body: Uint8Array
  try {
    body = await readBody(request, bodyLimit, clock)
  } catch (error) {
    if (!(error instanceof StatusError)) throw error
    const answer = statusResponse(error)
    return { ...answer, headers: { ...answer.headers, connection: 'close' } }
  }
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value
  }
  const client = clientOf(request)
  return handle({
    method: request.method ?? 'GET',
    path: originForm(request.url ?? '/'),
    headers,
    repeated: repeated(request),
    ...(client === undefined ? {} : { client }),
    body,
    signal,
  })
}

/** A target without the scheme and host that it may have, as one for a proxy has. */
function originForm(target: string): string {
  return target.startsWith('/') ? target : target.replace(/^https?:\/\/[^/?]*/i, '') || '/'
}

function repeated({ headersDistinct }: IncomingMessage): ReadonlyMap<string, readonly string[]> {
  const lines = new Map<string, readonly string[]>()
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    if (values.length > 1) lines.set(name, values)
  }
  return lines
}

function clientOf({ socket }: IncomingMessage): ClientIdentity | undefined {
  if (!(socket instanceof TLSSocket)) return undefined
  const known = identities.get(socket) ?? identityOf(socket) ?? 'none'
  identities.set(socket, known)
  return known === 'none' ? undefined : known
}

async function send(response: ServerResponse, answer: ApiResponse, headOnly: boolean): Promise<void> {
  const { status, headers, body } = answer
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (typeof body === 'string') {
    const bytes = Buffer.from(body)
    if (status !== 304) response.setHeader('content-length', bytes.length)
    response.writeHead(status)
    await ended(response, headOnly ? undefined : bytes)
    return
  }
  response.writeHead(status)
  // Without this Node holds the headers back until the first event, and clients wait for them.
  response.flushHeaders()
  cutSlowReader(response, body)
  for await (const chunk of body) {
    if (response.destroyed) break
    if (!response.write(chunk)) await drained(response)
  }
  await ended(response)
}

/** Ends a response and waits until it was handed to the system, or its client is gone. */
async function ended(response: ServerResponse, bytes?: Uint8Array): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  response.once('close', () => resolve(undefined))
  response.end(bytes, () => resolve(undefined))
  if (response.destroyed) resolve(undefined)
  await promise
}

async function drained(response: ServerResponse): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  const done = () => resolve(undefined)
  response.once('drain', done)
  response.once('close', done)
  await promise
  response.off('drain', done)
  response.off('close', done)
}
