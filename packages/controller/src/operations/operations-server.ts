import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { channel } from 'node:diagnostics_channel'
import type { Manager } from '../manager/manager.ts'
import type { Runnable } from '../manager/runnable.ts'
import { errorFacts } from './error-facts.ts'
import type { HealthChecks } from './health-checks.ts'
import type { ManagerMetrics } from './manager-metrics.ts'
import { answer } from './operations-routes.ts'

/** What is served, and where. */
export interface OperationsOptions {
  readonly manager: Manager
  /** At `/metrics`, where given. */
  readonly metrics?: Pick<ManagerMetrics, 'text' | 'contentType'> | undefined
  /** At `/livez`, `/readyz` and `/healthz`, where given. */
  readonly health?: HealthChecks | undefined
  /** Whether `/inspect` shows what `manager.inspect()` returns; it does not unless told. */
  readonly inspect?: boolean | undefined
  /** Who may connect: this machine alone with `127.0.0.1`, as unless told; everybody who reaches the Pod with `0.0.0.0`. */
  readonly host?: string | undefined
  /** 0 takes a free one. */
  readonly port: number
}

// Who connects and stays is not waited for any longer.
const grace = 1000
const slowest = 10_000
const failed = channel('rxkube:controller:operations-error')

/**
 * Serves health and metrics over HTTP, from before the caches are filled until everything else has ended, whether this
 * process leads or not: `manager.add(serveOperations({ manager, metrics, health, port: 8080 }))`. There is no
 * authentication. When it cannot listen, the manager ends.
 */
export function serveOperations(options: OperationsOptions): OperationsServer {
  return new OperationsServer(options)
}

/** Made by `serveOperations`. */
export class OperationsServer implements Runnable {
  readonly name = 'operations'
  readonly needLeaderElection = false
  readonly beforeCaches = true
  readonly #options: OperationsOptions
  readonly #listening = Promise.withResolvers<AddressInfo>()

  constructor(options: OperationsOptions) {
    this.#options = options
    // Nobody has to ask: `start` rejects with the same.
    this.#listening.promise.catch(() => undefined)
  }

  /** Where it listens, once it does. Rejects when it cannot. */
  get listening(): Promise<AddressInfo> {
    return this.#listening.promise
  }

  /** Listens until the signal aborts, and resolves when no connection is left. Rejects when it cannot listen. */
  async start(signal: AbortSignal): Promise<void> {
    const server = createServer({ requestTimeout: slowest, headersTimeout: slowest }, (request, response) => {
      response.once('close', () => {
        if (signal.aborted) server.closeIdleConnections()
      })
      void this.#serve(request, response)
    })
    const stopped = Promise.withResolvers<void>()
    const stop = (): void => stopped.resolve()
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) stop()
    try {
      await this.#listen(server)
      await stopped.promise
    } finally {
      signal.removeEventListener('abort', stop)
      await this.#close(server)
    }
  }

  #listen(server: Server): Promise<void> {
    const { host = '127.0.0.1', port } = this.#options
    return new Promise((resolve, reject) => {
      server.on('error', (error) => {
        failed.publish({ error })
        this.#listening.reject(error)
        reject(error)
      })
      server.listen({ host, port }, () => {
        this.#listening.resolve(server.address() as AddressInfo)
        resolve()
      })
    })
  }

  #close(server: Server): Promise<void> {
    const timer = this.#options.manager.client.clock.setTimer(grace, () => server.closeAllConnections())
    return new Promise((resolve) => {
      server.close(() => {
        timer.cancel()
        resolve()
      })
      server.closeIdleConnections()
    })
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let status = 500
    let body = 'internal server error'
    let contentType = 'text/plain; charset=utf-8'
    try {
      const reply = await answer(request.method ?? 'GET', request.url ?? '/', this.#options)
      ;({ status, body } = reply)
      contentType = reply.contentType ?? contentType
    } catch (error) {
      body = `internal server error: ${errorFacts(error)}\n`
      failed.publish({ path: request.url, error })
    }
    response.writeHead(status, {
      'content-type': contentType,
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  }
}
