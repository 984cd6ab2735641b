import type { Clock } from '@rxkube/clock'
import { Agent, request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { TransportError } from '../errors/transport-error.ts'
import type { TransportRequest, TransportResponse } from '../transport.ts'
import type { Connector } from './connector.ts'
import { ResponseBody } from './response-body.ts'

/** How HTTP/1.1 requests are sent. */
export interface Http1Options {
  readonly clock: Clock
  /** Milliseconds from the request's first byte to the response's headers. */
  readonly headersTimeout: number
  /** Connections that calls share; watches have their own. */
  readonly maxSockets: number
}

/** A pool of kept-alive connections; watches are outside of its limit, so that any number of them is open at once. */
export class Http1 {
  readonly #connector: Connector
  readonly #options: Http1Options
  readonly #calls: ConnectorAgent
  readonly #watches: ConnectorAgent
  readonly #pending = new Set<Pending>()

  constructor(connector: Connector, options: Http1Options) {
    this.#connector = connector
    this.#options = options
    const failed = (agent: Agent, error: Error): void => {
      // The agent goes on with its queue only when a connection of its own closes.
      for (const each of this.#pending) if (each.agent === agent && !each.sent.socket) each.fail(error)
    }
    this.#calls = new ConnectorAgent(connector, options.maxSockets, failed)
    this.#watches = new ConnectorAgent(connector, Infinity, failed)
  }

  /** Takes a connection that was made for another reason; the next request uses it. */
  adopt(socket: Socket): Promise<void> {
    this.#calls.adopt(socket)
    return Promise.resolve()
  }

  async send(request: TransportRequest): Promise<TransportResponse> {
    try {
      return await this.#attempt(request)
    } catch (error) {
      // A kept-alive connection that the server closed a moment ago: nothing of the request was answered.
      if (error instanceof StaleConnectionError && request.method === 'GET') return this.#attempt(request)
      throw error instanceof StaleConnectionError ? error.cause : error
    }
  }

  /** Lets what is under way finish; idle connections close now, the others when they become idle. */
  retire(): void {
    this.#calls.retire()
    this.#watches.retire()
  }

  /** True when no connection is in use. */
  get idle(): boolean {
    return this.#calls.idle && this.#watches.idle
  }

  close(): void {
    this.#connector.close()
    // An agent that is destroyed leaves its queue waiting.
    for (const each of this.#pending) each.fail(this.#connector.closedError())
    this.#calls.destroy()
    this.#watches.destroy()
  }

  async #attempt(request: TransportRequest): Promise<TransportResponse> {
    const { signal } = request
    signal?.throwIfAborted()
    const target = this.#connector.endpoint.authority
    const { promise, resolve, reject } = Promise.withResolvers<TransportResponse>()
    const agent = request.watch ? this.#watches : this.#calls
    const sent = httpRequest({
      agent,
      method: request.method,
      path: request.path,
      headers: { host: target, ...request.headers, ...contentLength(request.body) } as Record<string, string>,
      setHost: false,
    })
    const abort = (): void => {
      this.#pending.delete(pending)
      deadline.cancel()
      sent.destroy(signal?.reason instanceof Error ? signal.reason : undefined)
      reject(signal?.reason)
    }
    signal?.addEventListener('abort', abort, { once: true })
    const deadline = this.#deadline(sent, target)
    const pending: Pending = {
      agent,
      sent,
      fail: (error) => {
        this.#pending.delete(pending)
        deadline.cancel()
        signal?.removeEventListener('abort', abort)
        reject(TransportError.from(error, target))
        sent.destroy(error)
      },
    }
    this.#pending.add(pending)
    sent.once('response', (response: IncomingMessage) => {
      this.#pending.delete(pending)
      deadline.cancel()
      const { statusCode: status = 0, headers } = response
      const encoding = headers['content-encoding']
      const body = new ResponseBody(response, { target, encoding, signal })
      resolve({ status, headers: { ...headersOf(headers) }, body })
    })
    sent.once('close', () => {
      this.#pending.delete(pending)
      deadline.cancel()
      signal?.removeEventListener('abort', abort)
      reject(new TransportError('reset', target, 'the connection closed without an answer'))
    })
    sent.on('error', (error: Error & { code?: string }) => {
      const failure = TransportError.from(error, target)
      reject(sent.reusedSocket && failure.kind === 'reset' ? new StaleConnectionError(failure) : failure)
    })
    sent.end(request.body)
    return promise
  }

  #deadline(sent: ClientRequest, target: string): { cancel(): void } {
    const { clock, headersTimeout } = this.#options
    let timer: { cancel(): void } | undefined
    // Waiting for a free connection of the pool does not count.
    sent.once('socket', () => {
      timer = clock.setTimer(headersTimeout, () => {
        sent.destroy(new TransportError('timeout', target, `no answer within ${headersTimeout / 1000} s`))
      })
    })
    return { cancel: () => timer?.cancel() }
  }
}

/** A request whose headers have not come. */
interface Pending {
  readonly agent: Agent
  readonly sent: ClientRequest
  fail(error: Error): void
}

class StaleConnectionError extends Error {
  override readonly name = 'StaleConnectionError'

  constructor(cause: TransportError) {
    super('a kept-alive connection was closed by the server', { cause })
  }
}

class ConnectorAgent extends Agent {
  #spare: Socket | undefined
  readonly #connector: Connector
  readonly #failed: (agent: Agent, error: Error) => void

  constructor(connector: Connector, maxSockets: number, failed: (agent: Agent, error: Error) => void) {
    super({ keepAlive: true, maxSockets, maxFreeSockets: 16, scheduling: 'lifo' })
    this.#connector = connector
    this.#failed = failed
  }

  adopt(socket: Socket): void {
    this.#spare = socket.unref()
    // Until a request takes it, nobody else would hear of its end.
    socket.on('error', () => socket.destroy())
  }

  override createConnection(
    _options: object,
    done?: (error: Error | null, socket: Duplex) => void,
  ): Duplex | undefined {
    const spare = this.#spare
    this.#spare = undefined
    if (spare && !spare.destroyed) return spare.ref()
    const socket = this.#connector.connect()
    if (!(socket instanceof Promise)) return socket
    void this.#tell(socket, done)
    return undefined
  }

  async #tell(socket: Promise<Socket>, done?: (error: Error | null, socket: Duplex) => void): Promise<void> {
    try {
      const connected = await socket
      done?.(null, connected)
    } catch (error) {
      done?.(error as Error, undefined as unknown as Duplex)
      this.#failed(this, error as Error)
    }
  }

  get idle(): boolean {
    return Object.keys(this.sockets).length === 0 && Object.keys(this.requests).length === 0
  }

  retire(): void {
    this.maxFreeSockets = 0
    for (const sockets of Object.values(this.freeSockets))
      for (const socket of sockets ?? []) socket.destroy()
    this.#spare?.destroy()
  }

  override destroy(): void {
    super.destroy()
    this.#spare?.destroy()
  }
}

function contentLength(body: Uint8Array | string | undefined): Record<string, string> {
  return body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
}

function headersOf(headers: NodeJS.Dict<string | string[]>): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string | string[]] => entry[1] !== undefined),
  )
}
