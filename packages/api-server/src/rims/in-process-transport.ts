import type { Transport, TransportRequest, TransportResponse } from '@rxkube/client'
import type { ApiRequest, ApiResponse } from '../verbs/request.ts'

type Handler = (request: ApiRequest) => Promise<ApiResponse>

const nothing = new Uint8Array()

/** Reaches a server in this process by a function call; what goes either way is bytes, as over a socket. */
export class InProcessTransport implements Transport {
  readonly #handle: Handler
  readonly #closed = new AbortController()
  readonly #server: AbortSignal

  constructor(handle: Handler, server: AbortSignal) {
    this.#handle = handle
    this.#server = server
  }

  async request(request: TransportRequest): Promise<TransportResponse> {
    const { method, path, headers, signal: own } = request
    this.#server.throwIfAborted()
    const signals = [this.#closed.signal, ...(own === undefined ? [] : [own])]
    // A signal of its own, so that nothing stays with the caller's when the request is over.
    const ended = new AbortController()
    const release = follow(ended, signals)
    try {
      ended.signal.throwIfAborted()
      const body = typeof request.body === 'string' ? new TextEncoder().encode(request.body) : request.body
      const response = await this.#handle({
        method,
        path,
        headers: joined(headers),
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
      throw error
    }
  }

  async close(): Promise<void> {
    this.#closed.abort(new Error('the transport is closed'))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }
}

/** Header lines of one name joined as a server sees them. */
function joined(headers: TransportRequest['headers']): Record<string, string> {
  const lines = Object.entries(headers)
  return Object.fromEntries(
    lines.map(([name, value]) => [name, typeof value === 'string' ? value : value.join(', ')]),
  )
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
      signal.throwIfAborted()
      const result = await source.next()
      // A watch ends when its signal is aborted; the reader is to see why.
      signal.throwIfAborted()
      if (result.done === true) release()
      return result
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
