import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'

/** A request as the scripted server keeps it. Values of headers are not kept: they may hold credentials. */
export interface RecordedRequest {
  readonly method: string
  readonly path: string
  readonly query: ReadonlyMap<string, string>
  readonly headerNames: readonly string[]
  /** True for `watch=true` or `watch=1`. */
  readonly watch: boolean
  /** Number of the connection it came over, from 1. */
  readonly socket: number
  /** Did the header of that name have that value? */
  readonly hasHeader: (name: string, value: string) => boolean
}

/** How bytes are given to the socket. */
export interface WriteOptions {
  /** Bytes a chunk; each chunk is its own write to the socket. All at once when absent. */
  readonly chunk?: number | undefined
}

/** One request under way: what a reply does its work with. Nothing throws when the other side has gone. */
export class Exchange {
  readonly request: RecordedRequest
  readonly #response: ServerResponse
  readonly #chunk: number | undefined
  readonly #gone: Promise<void>

  constructor(request: RecordedRequest, message: IncomingMessage, response: ServerResponse, chunk?: number) {
    this.request = request
    this.#response = response
    this.#chunk = chunk
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#gone = promise
    response.once('close', () => resolve())
    // The other side may reset the connection at any time; that is what `closed` tells.
    message.on('error', () => undefined)
    response.on('error', () => undefined)
  }

  /** Resolves when the exchange is over, whoever ended it. */
  get closed(): Promise<void> {
    return this.#gone
  }

  get isOpen(): boolean {
    return !this.#response.closed && !this.#response.destroyed
  }

  /** Sends the status line and headers now. */
  head(status: number, headers: Readonly<Record<string, string>> = {}): void {
    if (this.#response.headersSent) return
    this.#response.writeHead(status, headers)
    this.#response.flushHeaders()
  }

  /** Sends bytes and resolves when the socket has taken them, or is gone. */
  async write(data: string | Uint8Array, { chunk = this.#chunk }: WriteOptions = {}): Promise<void> {
    const bytes = typeof data === 'string' ? Buffer.from(data) : data
    const size = chunk ?? bytes.length
    for (let start = 0; start < bytes.length && this.isOpen; start += size) {
      const { promise, resolve } = Promise.withResolvers<void>()
      this.#response.write(bytes.subarray(start, start + size), () => resolve())
      await Promise.race([promise, this.#gone])
    }
  }

  /** Ends the body as it should be ended. */
  end(): void {
    this.#response.end()
  }

  /** Closes the connection without ending the body. */
  cut(): void {
    this.#response.destroy()
  }

  /** Resets the connection (RST). */
  reset(): void {
    const { socket } = this.#response
    if (socket === null) this.#response.destroy()
    else socket.resetAndDestroy()
  }

  /** A whole answer: JSON unless `body` is text. */
  async answer(
    status: number,
    body: unknown,
    { headers = {}, gzip = false }: { headers?: Readonly<Record<string, string>>; gzip?: boolean } = {},
  ): Promise<void> {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    this.head(status, {
      'content-type': typeof body === 'string' ? 'text/html' : 'application/json',
      ...(gzip && { 'content-encoding': 'gzip' }),
      ...headers,
    })
    await this.write(gzip ? gzipSync(text) : text)
    this.end()
  }
}

/** What the server does with one request. */
export type Reply = (exchange: Exchange) => void | Promise<void>
