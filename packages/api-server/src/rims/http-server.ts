import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { systemClock, type Clock } from '@rxkube/clock'
import { expectFirstRequest } from './first-request.ts'
import { exchange, type Handler } from './http-exchange.ts'
import type { Tls } from './tls.ts'

/** Is told what no answer can tell any more; without a request when it concerns the server. */
type Report = (error: unknown, request?: IncomingMessage) => void

/** Turns of the event loop that answers under way get when the server closes. */
const farewellTurns = 20

/**
 * What Node itself looks after, by the system's time: how long requests that follow on a connection may take, in
 * milliseconds, and how large their headers may be, in bytes, which is as much as Go takes.
 */
const limits = {
  headersTimeout: 30_000,
  requestTimeout: 90_000,
  keepAliveTimeout: 60_000,
  maxHeaderSize: 1024 * 1024,
}

/** What a server does with its requests and with what goes wrong in it. */
export interface HttpServerOptions {
  readonly handle: Handler
  /** Largest body in bytes. */
  readonly bodyLimit: number
  /** Where the patience with slow clients takes its time from. */
  readonly clock: Clock
  readonly report: Report
  readonly tls?: Tls | undefined
}

/** Node's HTTP or HTTPS server in front of a handler; on loopback only. */
export class HttpServer {
  readonly #server: Server
  readonly #options: HttpServerOptions
  readonly #sockets = new Set<Socket>()
  readonly #serving = new Set<ServerResponse>()
  #port = 0
  #closed = false
  #suspended = false
  #resuming: Promise<void> | undefined

  constructor(options: HttpServerOptions) {
    this.#options = options
    const serve = (request: IncomingMessage, response: ServerResponse) => void this.#serve(request, response)
    const { tls } = options
    this.#server =
      tls === undefined
        ? createServer(limits, serve)
        : createSecureServer({ ...limits, ...tls.options }, serve)
    expectFirstRequest(this.#server, tls !== undefined, options.clock)
    this.#server.on('error', (error) => options.report(error))
    this.#server.on('connection', (socket: Socket) => {
      socket.setNoDelay(true)
      this.#sockets.add(socket)
      socket.on('close', () => this.#sockets.delete(socket))
    })
  }

  get port(): number {
    return this.#port
  }

  /** Where it is reached. */
  get url(): string {
    return `${this.#options.tls === undefined ? 'http' : 'https'}://127.0.0.1:${this.#port}`
  }

  async listen(port: number): Promise<void> {
    this.#server.listen(port, '127.0.0.1')
    await once(this.#server, 'listening')
    this.#port = (this.#server.address() as AddressInfo).port
  }

  /** Ends every connection without a word, as a process that dies does. */
  disconnect(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  /** Stops listening, so that connections are refused, until {@link resume}. Connections that are open stay. */
  suspend(): void {
    if (this.#closed || this.#suspended) return
    this.#suspended = true
    // Ends idle connections, too: their clients are refused when they come back.
    if (this.#resuming === undefined) this.#server.close()
  }

  /** Listens again where it did. */
  async resume(): Promise<void> {
    if (!this.#closed && this.#suspended) {
      this.#suspended = false
      this.#resuming ??= this.#listenAgain()
    }
    await this.#resuming
  }

  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    // Why it failed, if it did, is told to whoever resumed it.
    await Promise.allSettled([this.#resuming])
    const closed = this.#server.listening ? once(this.#server, 'close') : undefined
    this.#server.close()
    // Watches were told to end: their readers are to see the end of the body, not of the connection.
    for (let turn = 0; turn < farewellTurns && this.#serving.size > 0; turn++) {
      // oxlint-disable-next-line no-await-in-loop
      await systemClock.yield()
    }
    this.disconnect()
    await closed
  }

  async #listenAgain(): Promise<void> {
    try {
      await this.listen(this.#port)
    } finally {
      this.#resuming = undefined
    }
    // Somebody may have changed their mind meanwhile.
    if (this.#suspended) this.#server.close()
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { handle, bodyLimit, clock, report } = this.#options
    this.#serving.add(response)
    try {
      await exchange(request, response, handle, bodyLimit, clock)
    } catch (error) {
      report(error, request)
    } finally {
      this.#serving.delete(response)
    }
  }
}
