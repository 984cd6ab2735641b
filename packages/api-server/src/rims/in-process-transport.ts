import { TransportError, type Transport, type TransportRequest, type TransportResponse } from '@rxkube/client'
import { ConnectionError, type ConnectionFailure } from '../faults/connection-error.ts'
import type { ApiRequest, ApiResponse } from '../verbs/request.ts'

type Handler = (request: ApiRequest) => Promise<ApiResponse>

const nothing = new Uint8Array()

/** Reaches a server in this process by a function call; what goes either way is bytes, as over a socket. */
export class InProcessTransport implements Transport {
  readonly #handle: Handler
  readonly #closed = new AbortController()
  readonly #connection: () => AbortSignal

  /**
   * `connection` gives the signal of the server's present life: what is under way when it is aborted breaks off. It
   * throws when there is no connection to be had.
   */
  constructor(handle: Handler, connection: () => AbortSignal) {
    this.#handle = handle
    this.#connection = connection
  }

  async request(request: TransportRequest): Promise<TransportResponse> {
    const { method, path, headers, signal: own } = request
    const signals = [this.#connect(), this.#closed.signal, ...(own === undefined ? [] : [own])]
    // A signal of its own, so that nothing stays with the caller's when the request is over.
    const ended = new AbortController()
    const release = follow(ended, signals)
    try {
      ended.signal.throwIfAborted()
      const body = typeof request.body === 'string' ? new TextEncoder().encode(request.body) : request.body
      const response = await this.#handle({
        method,
        path,
        ...linesOf(headers),
        body: body ?? nothing,
        signal: ended.signal,
      })
      ended.signal.throwIfAborted()
      return {
        status: response.status,
        headers: response.headers,
        body: read(response.body, ended.signal, release),
      }
    } catch (error) {
      release()
      throw asTransport(ended.signal.aborted ? ended.signal.reason : error)
    }
  }

  #connect(): AbortSignal {
    try {
      return this.#connection()
    } catch (error) {
      throw asTransport(error)
    }
  }

  async close(): Promise<void> {
    this.#closed.abort(new Error('the transport is closed'))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }
}

/** What a socket would have reported. */
function asTransport(error: unknown): unknown {
  if (!(error instanceof ConnectionError)) return error
  const codes: Record<ConnectionFailure, string> = {
    refused: 'ECONNREFUSED',
    reset: 'ECONNRESET',
    cut: 'ECONNRESET',
  }
  const code = codes[error.failure]
  const cause = Object.assign(new Error(`${code}: ${error.message}`, { cause: error }), { code })
  return TransportError.from(cause, 'the in-process API server')
}

/** Header lines of one name joined as a server sees them, and by themselves. */
function linesOf(headers: TransportRequest['headers']): Pick<ApiRequest, 'headers' | 'repeated'> {
  const lines = Object.entries(headers)
  const repeated = new Map<string, readonly string[]>()
  for (const [name, value] of lines) if (typeof value !== 'string') repeated.set(name, value)
  const joined = lines.map(([name, value]) => [name, typeof value === 'string' ? value : value.join(', ')])
  return { headers: Object.fromEntries(joined) as Record<string, string>, repeated }
}

/** Aborts `target` with the first of the signals that aborts; the result lets go of them. */
function follow(target: AbortController, signals: readonly AbortSignal[]): () => void {
  const listeners = signals.map((signal) => {
    const listener = () => target.abort(signal.reason)
    if (signal.aborted) listener()
    else signal.addEventListener('abort', listener)
    return () => signal.removeEventListener('abort', listener)
  })
  return () => {
    for (const remove of listeners) remove()
  }
}

function read(
  body: ApiResponse['body'],
  signal: AbortSignal,
  release: () => void,
): AsyncIterableIterator<Uint8Array> {
  const source = (typeof body === 'string' ? once(body) : body)[Symbol.asyncIterator]()
  return {
    async next() {
      try {
        signal.throwIfAborted()
        const result = await source.next()
        // A watch ends when its signal is aborted; the reader is to see why.
        signal.throwIfAborted()
        if (result.done === true) release()
        return result
      } catch (error) {
        release()
        throw asTransport(error)
      }
    },
    async return() {
      release()
      await source.return?.()
      return { done: true, value: undefined }
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}

async function* once(body: string): AsyncGenerator<Uint8Array> {
  if (body !== '') yield new TextEncoder().encode(body)
}
