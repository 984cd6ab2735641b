import type { Clock } from '@rxkube/clock'
import { connect as connectTcp, isIP, type Socket } from 'node:net'
import { connect as connectTls, type ConnectionOptions } from 'node:tls'
import { TransportError } from '../errors/transport-error.ts'
import { linkedAbort } from '../request/linked-abort.ts'
import type { Endpoint, TlsMaterial } from './endpoint.ts'
import { tunnel } from './proxy.ts'

/** How connections to one endpoint are made. */
export interface ConnectorOptions {
  readonly endpoint: Endpoint
  readonly tls: TlsMaterial
  readonly proxy: string | undefined
  readonly clock: Clock
  /** Milliseconds for TCP, proxy and TLS together. */
  readonly timeout: number
}

const keepAlive = { keepAlive: true, keepAliveInitialDelay: 30_000, noDelay: true }

/** Makes connections to one endpoint with one set of TLS material. */
export class Connector {
  readonly endpoint: Endpoint
  readonly #options: ConnectorOptions
  readonly #closed = new AbortController()

  constructor(options: ConnectorOptions) {
    this.endpoint = options.endpoint
    this.#options = options
  }

  /** A socket that may still be connecting, or a promise of one that was tunnelled to; both keep the deadline. */
  connect(protocols?: string[]): Socket | Promise<Socket> {
    const { endpoint, proxy } = this.#options
    if (this.#closed.signal.aborted) return Promise.reject(this.#closed.signal.reason as Error)
    if (proxy !== undefined) return this.#connectThrough(proxy, protocols)
    const { host, port } = endpoint
    const socket = endpoint.secure
      ? connectTls({ host, port, ...keepAlive, ...this.#tlsOptions(protocols) })
      : connectTcp({ host, port, ...keepAlive })
    this.#hurry(socket)
    return socket
  }

  /** As `connect`, for a socket that is ready to be written to. */
  async open(protocols: string[]): Promise<Socket> {
    const socket = await this.connect(protocols)
    const ready = this.#options.endpoint.secure ? 'secureConnect' : 'connect'
    if (!socket.connecting && !this.#options.endpoint.secure) return socket
    const { promise, resolve, reject } = Promise.withResolvers<Socket>()
    const fail = (error: Error): void => reject(TransportError.from(error, endpoint.authority))
    const { endpoint } = this.#options
    socket.once('error', fail)
    socket.once('close', () =>
      fail(new TransportError('reset', endpoint.authority, 'closed while connecting')),
    )
    socket.once(ready, () => {
      socket.off('error', fail)
      resolve(socket)
    })
    return promise
  }

  get closed(): boolean {
    return this.#closed.signal.aborted
  }

  close(): void {
    this.#closed.abort(this.closedError())
  }

  closedError(): TransportError {
    return new TransportError('closed', this.endpoint.authority, 'the transport was closed')
  }

  async #connectThrough(proxy: string, protocols?: string[]): Promise<Socket> {
    const { endpoint, clock, timeout } = this.#options
    const link = linkedAbort(this.#closed.signal)
    const timer = clock.setTimer(timeout, () => link.abort(this.#late()))
    try {
      const raw = await tunnel(proxy, endpoint, link.signal)
      raw.setKeepAlive(true, keepAlive.keepAliveInitialDelay)
      if (!endpoint.secure) return raw
      const socket = connectTls({ socket: raw, host: endpoint.host, ...this.#tlsOptions(protocols) })
      this.#hurry(socket)
      return socket
    } finally {
      link.release()
      timer.cancel()
    }
  }

  #tlsOptions(protocols?: string[]): ConnectionOptions {
    const { endpoint, tls } = this.#options
    return {
      ...(tls.ca !== undefined && { ca: tls.ca }),
      ...(tls.cert !== undefined && { cert: tls.cert }),
      ...(tls.key !== undefined && { key: tls.key }),
      servername: tls.servername ?? (isIP(endpoint.host) ? '' : endpoint.host),
      // Said outright, so that NODE_TLS_REJECT_UNAUTHORIZED changes nothing.
      rejectUnauthorized: tls.insecureSkipVerify !== true,
      ALPNProtocols: protocols ?? ['http/1.1'],
    }
  }

  #hurry(socket: Socket): void {
    const { clock, timeout, endpoint } = this.#options
    const timer = clock.setTimer(timeout, () => socket.destroy(this.#late()))
    const give = (): void => {
      this.#closed.signal.removeEventListener('abort', give)
      timer.cancel()
      if (this.#closed.signal.aborted) socket.destroy(this.#closed.signal.reason as Error)
    }
    socket.once(endpoint.secure ? 'secureConnect' : 'connect', give)
    socket.once('close', give)
    this.#closed.signal.addEventListener('abort', give, { once: true })
  }

  #late(): TransportError {
    const { endpoint, timeout } = this.#options
    return new TransportError('timeout', endpoint.authority, `no connection within ${timeout / 1000} s`)
  }
}
