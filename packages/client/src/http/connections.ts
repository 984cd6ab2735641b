import { TransportError } from '../errors/transport-error.ts'
import type { TransportRequest, TransportResponse } from '../transport.ts'
import { Connector, type ConnectorOptions } from './connector.ts'
import { Http1, type Http1Options } from './http1.ts'
import { Http2 } from './http2.ts'

/** How connections to one server with one TLS material are made and used. */
export interface ConnectionsOptions extends ConnectorOptions, Http1Options {
  readonly http2: boolean | 'auto'
}

/** The connections to one server, over whichever HTTP it speaks. */
export class Connections {
  readonly #options: ConnectionsOptions
  readonly #connector: Connector
  readonly #http1: Http1
  readonly #http2: Http2
  #protocol: Promise<Http1 | Http2> | undefined

  constructor(options: ConnectionsOptions) {
    this.#options = options
    this.#connector = new Connector(options)
    this.#http1 = new Http1(this.#connector, options)
    this.#http2 = new Http2(this.#connector, options)
  }

  /** True when no connection is in use. */
  get idle(): boolean {
    return this.#http1.idle && this.#http2.idle
  }

  async send(request: TransportRequest): Promise<TransportResponse> {
    try {
      const protocol = await (this.#protocol ??= this.#negotiate())
      if (this.#connector.closed) throw this.#connector.closedError()
      return await protocol.send(request)
    } catch (error) {
      // The server may have been replaced by one that speaks the other protocol.
      if (error instanceof TransportError && ['protocol', 'tls'].includes(error.kind))
        this.#protocol = undefined
      throw error
    }
  }

  retire(): void {
    this.#http1.retire()
    this.#http2.retire()
  }

  close(): void {
    this.#http1.close()
    this.#http2.close()
  }

  async #negotiate(): Promise<Http1 | Http2> {
    const { http2, endpoint } = this.#options
    if (http2 === true) return this.#http2
    if (http2 === false || !endpoint.secure) return this.#http1
    try {
      const socket = await this.#connector.open(['h2', 'http/1.1'])
      // Closed in the moment between: nobody else knows of this socket.
      if (this.#connector.closed) socket.destroy()
      const chosen = 'alpnProtocol' in socket && socket.alpnProtocol === 'h2' ? this.#http2 : this.#http1
      await chosen.adopt(socket)
      return chosen
    } catch (error) {
      this.#protocol = undefined
      throw error
    }
  }
}
