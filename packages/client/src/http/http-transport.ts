import { systemClock, type Clock } from '@rxkube/clock'
import { anonymous, type Credentials } from '../credentials/credentials.ts'
import { InvalidRequestValueError, KubeConfigError } from '../errors/errors.ts'
import { TransportError } from '../errors/transport-error.ts'
import { headersOnTheWire } from '../request/header-value.ts'
import type { Transport, TransportRequest, TransportResponse } from '../transport.ts'
import { Connections } from './connections.ts'
import { endpointOf, isLoopback, type Endpoint, type TlsMaterial } from './endpoint.ts'
import { untilAborted } from './until-aborted.ts'
import { proxyFromEnvironment, type ProxyEnvironment } from './proxy.ts'

/** How an API server is reached over HTTP. */
export interface HttpTransportOptions {
  /** `https://host:6443`, with a path where the API is served below one. */
  readonly server: string
  readonly credentials?: Credentials | undefined
  /** `'auto'` (unless told) asks the server by ALPN, and is HTTP/1.1 without TLS. */
  readonly http2?: boolean | 'auto' | undefined
  /** Ask for gzip of everything but watches. Unless told: not on loopback and not inside the cluster. */
  readonly compression?: boolean | undefined
  /** The URL of an http(s) proxy, or false for none. Unless told: by the environment. */
  readonly proxy?: string | false | undefined
  readonly environment?: ProxyEnvironment | undefined
  /** Milliseconds for a connection, TLS included; 30 s. client-go: the dialer's timeout. */
  readonly connectTimeout?: number | undefined
  /** Milliseconds for the response's headers; 75 s, as API servers give up a call after 60 s. */
  readonly headersTimeout?: number | undefined
  /** HTTP/1.1 connections that calls share; 64. Watches are not counted. */
  readonly maxSockets?: number | undefined
  readonly clock?: Clock | undefined
}

/**
 * Requests over HTTP/1.1 or HTTP/2 with one pool of connections for one server and one credential.
 *
 * Follows no redirects. Sends a request again once after a 401 or a TLS failure if the credentials, read anew, have
 * changed. Throws a `TransportError` for everything that is no answer.
 */
export class HttpTransport implements Transport {
  /** True when the server's certificate is not verified: whoever sits in between reads everything. */
  readonly insecure: boolean
  readonly #options: HttpTransportOptions
  readonly #endpoint: Endpoint
  readonly #credentials: Credentials
  readonly #compression: boolean
  #current: { readonly tls: TlsMaterial; readonly connections: Connections } | undefined
  readonly #retired = new Set<Connections>()
  #closed = false

  constructor(options: HttpTransportOptions) {
    this.#options = options
    this.#endpoint = endpointOf(options.server)
    this.#credentials = options.credentials ?? anonymous
    const inCluster = this.#endpoint.host === process.env['KUBERNETES_SERVICE_HOST']
    this.#compression = options.compression ?? !(inCluster || isLoopback(this.#endpoint.host))
    this.insecure = this.#endpoint.secure && this.#credentials.insecure === true
    if (this.insecure) {
      const what = `the certificate of ${this.#endpoint.authority} is not verified: credentials can be read on the way`
      process.emitWarning(what, { code: 'RXKUBE_INSECURE_TLS' })
    }
  }

  request(request: TransportRequest): Promise<TransportResponse> {
    return untilAborted(this.#request(request), request.signal)
  }

  close(): Promise<void> {
    this.#closed = true
    this.#current?.connections.close()
    for (const connections of this.#retired) connections.close()
    this.#retired.clear()
    return Promise.resolve()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  async #request(request: TransportRequest): Promise<TransportResponse> {
    try {
      const response = await this.#send(request)
      if (response.status !== 401 || !(await this.#changedAfter(response))) return response
      await discard(response)
    } catch (error) {
      request.signal?.throwIfAborted()
      const failure = TransportError.from(error, this.#endpoint.authority)
      const maySendAgain = failure.kind === 'tls' && (await this.#credentials.refresh())
      if (!maySendAgain) throw isOurs(error) ? error : failure
    }
    return this.#send(request)
  }

  async #changedAfter(response: TransportResponse): Promise<boolean> {
    try {
      return await this.#credentials.refresh()
    } catch (error) {
      await discard(response)
      throw error
    }
  }

  async #send(request: TransportRequest): Promise<TransportResponse> {
    const { signal, watch } = request
    signal?.throwIfAborted()
    const [tls, headers] = await Promise.all([this.#credentials.tls(), this.#credentials.headers()])
    signal?.throwIfAborted()
    if (this.#closed) throw new TransportError('closed', this.#endpoint.authority, 'the transport was closed')
    const response = await this.#connections(tls).send({
      ...request,
      path: this.#endpoint.basePath + request.path,
      headers: headersOnTheWire({
        ...(this.#compression && !watch && { 'accept-encoding': 'gzip' }),
        ...request.headers,
        ...headers,
      }),
    })
    if (response.status < 300 || response.status > 399 || response.status === 304) return response
    await discard(response)
    throw new TransportError(
      'redirect',
      this.#endpoint.authority,
      `redirected with ${response.status}${whither(response)}`,
    )
  }

  #connections(tls: TlsMaterial): Connections {
    if (this.#current?.tls === tls) return this.#current.connections
    // Watches that are open stay on the connections they have; they end by themselves within minutes.
    const old = this.#current?.connections
    if (old) {
      old.retire()
      for (const done of this.#retired) if (done.idle) this.#retired.delete(done)
      this.#retired.add(old)
    }
    const { proxy, environment = process.env, http2 = 'auto' } = this.#options
    const connections = new Connections({
      endpoint: this.#endpoint,
      tls,
      proxy: proxy === false ? undefined : (proxy ?? proxyFromEnvironment(this.#endpoint, environment)),
      http2,
      clock: this.#options.clock ?? systemClock,
      timeout: this.#options.connectTimeout ?? 30_000,
      headersTimeout: this.#options.headersTimeout ?? 75_000,
      maxSockets: this.#options.maxSockets ?? 64,
    })
    this.#current = { tls, connections }
    return connections
  }
}

function isOurs(error: unknown): boolean {
  return error instanceof KubeConfigError || error instanceof InvalidRequestValueError
}

/** Leaves a body unread, which frees its connection. */
async function discard(response: TransportResponse): Promise<void> {
  await response.body[Symbol.asyncIterator]().return?.()
}

function whither({ headers }: TransportResponse): string {
  const location = headers['location']
  if (typeof location !== 'string' || !URL.canParse(location, 'http://relative')) return ''
  const { host, pathname } = new URL(location, 'http://relative')
  return ` to ${host === 'relative' ? '' : host}${pathname}`
}
