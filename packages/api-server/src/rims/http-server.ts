import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { systemClock } from '@rxkube/clock'
import { StatusError, tooLarge } from '../status.ts'
import type { ApiRequest, ApiResponse } from '../verbs/request.ts'
import { statusResponse } from '../verbs/respond.ts'

type Handler = (request: ApiRequest) => Promise<ApiResponse>

/** Is told what no answer can tell any more; without a request when it concerns the server. */
type Report = (error: unknown, request?: IncomingMessage) => void

/** Turns of the event loop that answers under way get when the server closes. */
const farewellTurns = 20

/** Where to listen. */
export interface ListenOptions {
  /** 0, the default, takes a port that is free. */
  readonly port?: number
}

/** A server that listens. */
export interface Listening {
  readonly url: string
  readonly port: number
  /** Stops listening and closes every connection. */
  close(): Promise<void>
}

/** Node's HTTP server in front of a handler; on loopback only. */
export class HttpServer {
  readonly #server: Server
  readonly #handle: Handler
  readonly #report: Report
  readonly #bodyLimit: number
  readonly #sockets = new Set<Socket>()
  readonly #serving = new Set<ServerResponse>()

  constructor(handle: Handler, bodyLimit: number, report: Report) {
    this.#handle = handle
    this.#report = report
    this.#bodyLimit = bodyLimit
    this.#server = createServer({ requestTimeout: 0, keepAliveTimeout: 60_000 }, (request, response) => {
      void this.#serve(request, response)
    })
    this.#server.on('error', (error) => this.#report(error))
    this.#server.on('connection', (socket: Socket) => {
      socket.setNoDelay(true)
      this.#sockets.add(socket)
      socket.on('close', () => this.#sockets.delete(socket))
    })
  }

  async listen({ port = 0 }: ListenOptions): Promise<Listening> {
    this.#server.listen(port, '127.0.0.1')
    await once(this.#server, 'listening')
    const { port: taken } = this.#server.address() as AddressInfo
    return { url: `http://127.0.0.1:${taken}`, port: taken, close: async () => this.close() }
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return
    const closed = once(this.#server, 'close')
    this.#server.close()
    // Watches were told to end: their readers are to see the end of the body, not of the connection.
    for (let turn = 0; turn < farewellTurns && this.#serving.size > 0; turn++) {
      // oxlint-disable-next-line no-await-in-loop
      await systemClock.yield()
    }
    for (const socket of this.#sockets) socket.destroy()
    await closed
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#serving.add(response)
    const gone = new AbortController()
    response.on('close', () => gone.abort(new Error('the client closed the connection')))
    try {
      const answer = await this.#answer(request, gone.signal)
      await send(response, answer, request.method === 'HEAD')
    } catch (error) {
      // The answer broke while it was sent: the connection is all that can tell its client.
      response.destroy()
      if (!gone.signal.aborted) this.#report(error, request)
    } finally {
      this.#serving.delete(response)
    }
  }

  async #answer(request: IncomingMessage, signal: AbortSignal): Promise<ApiResponse> {
    let body: Uint8Array
    try {
      body = await readBody(request, this.#bodyLimit)
    } catch (error) {
      if (!(error instanceof StatusError)) throw error
      const answer = statusResponse(error)
      return { ...answer, headers: { ...answer.headers, connection: 'close' } }
    }
    const headers: Record<string, string> = {}
    for (const [name, value] of Object.entries(request.headers)) {
      if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value
    }
    return this.#handle({
      method: request.method ?? 'GET',
      path: request.url ?? '/',
      headers,
      body,
      signal,
    })
  }
}

async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  // The socket is still needed when the body is refused half way.
  const body = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>
  for await (const chunk of body) {
    size += chunk.length
    if (size > limit) throw tooLarge(limit)
    chunks.push(chunk)
  }
  return chunks.length === 1 ? (chunks[0] ?? new Uint8Array()) : Buffer.concat(chunks)
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
