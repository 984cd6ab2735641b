import type { Clock } from '@rxkube/clock'
import { constants, type ClientHttp2Stream, type IncomingHttpHeaders } from 'node:http2'
import type { Socket } from 'node:net'
import { TransportError } from '../errors/transport-error.ts'
import type { TransportRequest, TransportResponse } from '../transport.ts'
import type { Connector } from './connector.ts'
import { Http2Session } from './http2-session.ts'
import { ResponseBody } from './response-body.ts'

/** How HTTP/2 requests are sent. */
export interface Http2Options {
  readonly clock: Clock
  /** Milliseconds from the request to the response's headers. */
  readonly headersTimeout: number
}

/** As few HTTP/2 connections as the server's limit of streams allows; a new one after GOAWAY or a lost PING. */
export class Http2 {
  readonly #connector: Connector
  readonly #options: Http2Options
  readonly #sessions = new Set<Http2Session>()
  #opening: Promise<void> | undefined

  constructor(connector: Connector, options: Http2Options) {
    this.#connector = connector
    this.#options = options
  }

  /** Takes a connection that is open and has agreed on HTTP/2. */
  async adopt(socket: Socket): Promise<void> {
    const { authority } = this.#connector.endpoint
    const session = new Http2Session(socket, authority, this.#options.clock, (ended) =>
      this.#sessions.delete(ended),
    )
    this.#sessions.add(session)
    await session.ready
    if (session.allowsNone) {
      const error = new TransportError('protocol', authority, 'the server allows no streams')
      session.destroy(error)
      throw error
    }
    if (session.closed)
      throw new TransportError('reset', authority, 'the connection ended before it was used')
  }

  async send(request: TransportRequest): Promise<TransportResponse> {
    try {
      return await this.#begin(request)
    } catch (error) {
      // The server said that it has not begun with it: any request may be repeated.
      if (error instanceof TransportError && isRefusedStream(error.cause)) {
        return this.#begin(request)
      }
      throw error
    }
  }

  /** True when no connection is open. */
  get idle(): boolean {
    return this.#sessions.size === 0
  }

  /** Lets what is under way finish. */
  retire(): void {
    for (const session of this.#sessions) session.retire()
  }

  close(): void {
    this.#connector.close()
    for (const session of this.#sessions) session.destroy(this.#connector.closedError())
  }

  async #begin(request: TransportRequest): Promise<TransportResponse> {
    for (;;) {
      // Nothing is awaited between looking for room and taking it.
      for (const session of this.#sessions) if (session.hasRoom) return this.#attempt(session, request)
      this.#opening ??= this.#open().finally(() => {
        this.#opening = undefined
      })
      await this.#opening
      request.signal?.throwIfAborted()
    }
  }

  async #open(): Promise<void> {
    const { endpoint } = this.#connector
    const socket = await this.#connector.open(['h2'])
    if (endpoint.secure && !('alpnProtocol' in socket && socket.alpnProtocol === 'h2')) {
      socket.destroy()
      throw new TransportError('protocol', endpoint.authority, 'the server does not speak HTTP/2')
    }
    await this.adopt(socket)
  }

  async #attempt(session: Http2Session, request: TransportRequest): Promise<TransportResponse> {
    const { signal, method, path, headers, body } = request
    const { authority: target, secure } = this.#connector.endpoint
    signal?.throwIfAborted()
    const { promise, resolve, reject } = Promise.withResolvers<TransportResponse>()
    const stream = session.request(
      {
        ':method': method,
        ':path': path,
        ':scheme': secure ? 'https' : 'http',
        ':authority': target,
        ...(headers as Record<string, string>),
      },
      body === undefined,
    )
    const abort = (): void => {
      reject(signal?.reason)
      stream.close(constants.NGHTTP2_CANCEL)
      stream.destroy()
    }
    signal?.addEventListener('abort', abort, { once: true })
    const { clock, headersTimeout } = this.#options
    const deadline = clock.setTimer(headersTimeout, () => {
      stream.destroy(new TransportError('timeout', target, `no answer within ${headersTimeout / 1000} s`))
    })
    stream.once('response', (received: IncomingHttpHeaders & { ':status'?: number }) => {
      deadline.cancel()
      resolve({
        status: received[':status'] ?? 0,
        headers: plainHeaders(received),
        body: new ResponseBody(stream, {
          target,
          signal,
          encoding: received['content-encoding'],
          cutOff: () => wasCutOff(stream),
        }),
      })
    })
    stream.on('error', (error) => reject(TransportError.from(error, target)))
    stream.once('close', () => {
      deadline.cancel()
      signal?.removeEventListener('abort', abort)
      reject(new TransportError('reset', target, 'the stream closed without an answer'))
    })
    if (body !== undefined) stream.end(body)
    return promise
  }
}

function wasCutOff(stream: ClientHttp2Stream): boolean {
  return stream.aborted || ![undefined, constants.NGHTTP2_NO_ERROR].includes(stream.rstCode)
}

function isRefusedStream(error: unknown): boolean {
  return error instanceof Error && error.message.includes('NGHTTP2_REFUSED_STREAM')
}

function plainHeaders(received: IncomingHttpHeaders): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {}
  for (const [name, value] of Object.entries(received)) {
    if (!name.startsWith(':') && value !== undefined) headers[name] = value
  }
  return headers
}
