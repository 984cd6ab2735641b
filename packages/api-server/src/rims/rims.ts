import type { Transport } from '@rxkube/client'
import type { Clock } from '@rxkube/clock'
import type { IncomingMessage } from 'node:http'
import { ConnectionError } from '../faults/connection-error.ts'
import { kubeconfig } from '../kubeconfig.ts'
import type { Listening, ListenOptions } from '../listening.ts'
import type { ApiRequest, ApiResponse } from '../verbs/request.ts'
import { FairTurns } from './fair-turns.ts'
import { HttpServer } from './http-server.ts'
import { InProcessTransport } from './in-process-transport.ts'
import { prepareTls } from './tls.ts'

/** What rims need of their server. */
export interface RimsContext {
  readonly handle: (request: ApiRequest, view: string) => Promise<ApiResponse>
  readonly bodyLimit: number
  readonly clock: Clock
  /** Aborted when the server closes. */
  readonly closing: AbortSignal
  readonly report: (error: unknown, request?: IncomingMessage) => void
}

/** Connections that are refused. */
export interface Refusal {
  /** How many requests in this process were; those over HTTP are refused by the system, which does not count. */
  count(): number
  /** Lets connections in again; resolves when servers listen. */
  release(): Promise<void>
}

/** Every way in: transports in this process and servers on loopback, each to one view of the server. */
export class Rims {
  readonly #context: RimsContext
  readonly #servers = new Map<HttpServer, string>()
  readonly #refusals = new Set<{ readonly view: string | undefined; count: number }>()
  readonly #turns: FairTurns
  #life = new AbortController()

  constructor(context: RimsContext) {
    this.#context = context
    this.#turns = new FairTurns(context.clock)
  }

  transport(view: string): Transport {
    const connect = () => {
      this.#context.closing.throwIfAborted()
      for (const refusal of this.#refusals) {
        if ((refusal.view ?? view) !== view) continue
        refusal.count++
        throw new ConnectionError('refused')
      }
      return this.#life.signal
    }
    const handle = async (request: ApiRequest): Promise<ApiResponse> => {
      const turn = this.#turns.next()
      if (turn !== undefined) await turn
      return this.#context.handle(request, view)
    }
    return new InProcessTransport(handle, connect)
  }

  async listen(view: string, { port = 0, tls: asked = false }: ListenOptions): Promise<Listening> {
    const { handle, bodyLimit, clock, closing, report } = this.#context
    closing.throwIfAborted()
    const tls = asked === false ? undefined : await prepareTls(asked)
    const served = (request: ApiRequest) => handle(request, view)
    const server = new HttpServer({ handle: served, bodyLimit, clock, report, tls })
    await server.listen(port)
    this.#servers.set(server, view)
    // It may have closed while the certificates were made.
    if (closing.aborted) await this.#end(server)
    closing.throwIfAborted()
    if (this.#isRefused(view)) server.suspend()
    const { url } = server
    const certificateAuthority = tls?.certificateAuthority
    return {
      url,
      port: server.port,
      certificateAuthority,
      clientCertificate: async (user) => {
        if (tls?.clients !== undefined) return tls.clients.forUser(user)
        throw new TypeError(
          'listen({ tls: { clientCertificates: true } }) makes an authority for client certificates',
        )
      },
      kubeconfig: (user = {}) => kubeconfig({ ...user, url, certificateAuthority }),
      close: async () => this.#end(server),
    }
  }

  /** Breaks every connection off, as the death of the process would. */
  disconnect(): void {
    this.#life.abort(new ConnectionError('reset'))
    this.#life = new AbortController()
    for (const server of this.#servers.keys()) server.disconnect()
  }

  /** Refuses connections to a view, or to every one, until they are released. */
  refuse(view: string | undefined): Refusal {
    const refusal = { view, count: 0 }
    this.#refusals.add(refusal)
    for (const [server, of] of this.#servers) if ((view ?? of) === of) server.suspend()
    return {
      count: () => refusal.count,
      release: async () => {
        this.#refusals.delete(refusal)
        const again = [...this.#servers].filter(([, of]) => !this.#isRefused(of))
        await Promise.all(again.map(async ([server]) => server.resume()))
      },
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#servers.keys()].map(async (server) => this.#end(server)))
  }

  #isRefused(view: string): boolean {
    return [...this.#refusals].some((refusal) => (refusal.view ?? view) === view)
  }

  async #end(server: HttpServer): Promise<void> {
    this.#servers.delete(server)
    await server.close()
  }
}
