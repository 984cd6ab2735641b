import type { Transport } from '@rxkube/client'
import { systemClock, systemRandom, type Clock } from '@rxkube/clock'
import type { ApiServerOptions, RequestRecord } from './api-server-options.ts'
import { authenticate, denied, type Authorizer } from './auth.ts'
import type { Backend } from './backend.ts'
import { bootstrap } from './bootstrap.ts'
import { allControllers } from './controllers/controller-name.ts'
import { startControllers, type Controllers } from './controllers/controllers.ts'
import { kubeconfig, type Kubeconfig } from './kubeconfig.ts'
import { Registry } from './registry/registry.ts'
import { ServiceAllocator } from './registry/service-allocator.ts'
import { HttpServer, type Listening, type ListenOptions } from './rims/http-server.ts'
import { InProcessTransport } from './rims/in-process-transport.ts'
import {
  badRequest,
  internalError,
  methodNotAllowed,
  resourceNotFound,
  StatusError,
  tooLarge,
} from './status.ts'
import { Store } from './store/store.ts'
import { isAccessReview, reviewAccess } from './verbs/access-reviews.ts'
import { handleNonResource } from './verbs/non-resource.ts'
import { wantsPretty } from './verbs/negotiate.ts'
import {
  requestInfo,
  type ApiRequest,
  type ApiResponse,
  type RequestInfo,
  type User,
} from './verbs/request.ts'
import { handleResource } from './verbs/resource-handler.ts'
import { prettified, statusResponse } from './verbs/respond.ts'
import { WatchStream } from './verbs/watch-stream.ts'

/** The largest body that a write may have, in bytes. */
const bodyLimit = 3 * 1024 * 1024

const methods = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])

/**
 * A Kubernetes API server in this process: resources, watches and errors as a real one has them, in memory.
 *
 * Clients reach it through {@link transport} without a socket, or over HTTP after {@link listen}. It keeps nothing when
 * it is closed, and it is no security boundary: it listens on loopback only.
 */
export class ApiServer implements AsyncDisposable {
  readonly #backend: Backend
  readonly #version: string
  readonly #tokens: ReadonlyMap<string, User> | undefined
  readonly #authorize: Authorizer | undefined
  readonly #watches = new Set<WatchStream>()
  readonly #listeners = new Set<(record: RequestRecord) => void>()
  readonly #servers = new Set<HttpServer>()
  readonly #closing = new AbortController()
  readonly #controllers: Controllers

  constructor(options: ApiServerOptions = {}) {
    this.#version = options.version ?? '1.32.0'
    this.#tokens = options.tokens
    this.#authorize = options.authorize
    const store = new Store({ historySize: options.historySize ?? 10_000 })
    const random = options.random ?? systemRandom
    this.#backend = {
      store,
      registry: new Registry(),
      clock: options.clock ?? systemClock,
      random,
      watchBufferSize: options.watchBufferSize ?? 10_000,
      controllers: new Set(options.controllers ?? allControllers),
      serviceAllocator: new ServiceAllocator(store, random),
    }
    bootstrap(this.#backend)
    this.#controllers = startControllers(this.#backend, (error) => this.#tell(internal(error)))
  }

  /** The clock that the server was made with. */
  get clock(): Clock {
    return this.#backend.clock
  }

  /** The resourceVersion of the last write. */
  get resourceVersion(): string {
    return String(this.#backend.store.revision)
  }

  /** A transport for clients in this process: no sockets, but bytes all the way. */
  transport(): Transport {
    return new InProcessTransport((request) => this.handle(request), this.#closing.signal)
  }

  /** Serves HTTP on 127.0.0.1; port 0 takes a free one. Rejects when the port is taken. */
  async listen(options: ListenOptions = {}): Promise<Listening> {
    this.#closing.signal.throwIfAborted()
    const server = new HttpServer(
      (request) => this.handle(request),
      bodyLimit,
      (error, request) =>
        this.#tell({ ...internal(error), method: request?.method ?? '', path: request?.url ?? '' }),
    )
    const listening = await server.listen(options)
    this.#servers.add(server)
    return {
      ...listening,
      close: async () => {
        this.#servers.delete(server)
        await server.close()
      },
    }
  }

  /** A kubeconfig for the server at `url`, as an object and as YAML. */
  kubeconfig(options: { readonly url: string; readonly token?: string }): Kubeconfig {
    return kubeconfig(options)
  }

  /** Tells `listener` of each request that was answered, until the result is called. */
  requests(listener: (record: RequestRecord) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Forgets history, of one resource (`pods`, `deployments.apps`) or of all: older watches and pages get a 410. */
  compact(resource?: string): void {
    this.#backend.store.compact(resource)
  }

  /** Ends every open watch as a timeout would. */
  closeWatches(): void {
    for (const watch of this.#watches) watch.end()
  }

  /** Answers a request; what goes wrong is an answer too. The rims call this. */
  async handle(request: ApiRequest): Promise<ApiResponse> {
    let info: RequestInfo | undefined
    let user: User | undefined
    let thrown: unknown
    let response: ApiResponse
    try {
      info = parse(request)
      if (request.body.length > bodyLimit) throw tooLarge(bodyLimit)
      user = authenticate(request.headers['authorization'], this.#tokens)
      const attributes = { ...info, user }
      if (this.#authorize !== undefined && !this.#authorize(attributes)) throw denied(attributes)
      if (!methods.has(request.method)) throw methodNotAllowed()
      response = await this.#answer(request, info, user)
    } catch (error) {
      if (request.signal.aborted) throw error
      if (!(error instanceof StatusError)) thrown = error
      response = statusResponse(error instanceof StatusError ? error : internalError(error))
    }
    if (info !== undefined && wantsPretty(info.query, request.headers['user-agent'])) {
      response = prettified(response)
    }
    if (request.method === 'HEAD') response = { ...response, body: '' }
    this.#record(request, info, user, response.status, thrown)
    return response
  }

  /** Ends watches, closes sockets and clears timers. */
  async close(): Promise<void> {
    this.#closing.abort(new Error('the API server is closed'))
    this.#controllers.stop()
    this.closeWatches()
    await Promise.all([...this.#servers].map(async (server) => server.close()))
    this.#servers.clear()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  async #answer(request: ApiRequest, info: RequestInfo, user: User): Promise<ApiResponse> {
    if (!info.isResource) {
      return handleNonResource(this.#backend.registry, this.#version, {
        ...info,
        ...request,
        path: info.path,
      })
    }
    if (isAccessReview(info)) {
      const resource = this.#backend.registry.get(info.group, info.version, info.resource)
      if (resource === undefined) throw resourceNotFound()
      return reviewAccess(this.#backend, resource, request, info, user, this.#authorize)
    }
    const response = await handleResource(this.#backend, request, info)
    const { body } = response
    if (body instanceof WatchStream && !body.ended) {
      this.#watches.add(body)
      body.onEnd(() => this.#watches.delete(body))
      if (this.#closing.signal.aborted) body.end()
    }
    return response
  }

  #tell(record: RequestRecord): void {
    for (const listener of this.#listeners) listener(record)
  }

  #record(
    request: ApiRequest,
    info: RequestInfo | undefined,
    user: User | undefined,
    status: number,
    error: unknown,
  ): void {
    if (this.#listeners.size === 0) return
    const record: RequestRecord = {
      method: request.method,
      path: request.path,
      verb: info?.verb ?? '',
      user: user?.name ?? '',
      userAgent: request.headers['user-agent'] ?? '',
      status,
      ...(error === undefined ? {} : { error }),
    }
    this.#tell(record)
  }
}

/** What went wrong outside of any request that could be answered. */
function internal(error: unknown): RequestRecord {
  return { method: '', path: '', verb: '', user: '', userAgent: '', status: 0, error }
}

function parse(request: ApiRequest): RequestInfo {
  try {
    return requestInfo(request.method, request.path)
  } catch (error) {
    if (!(error instanceof URIError)) throw error
    throw Object.assign(badRequest('the path is not valid percent-encoding'), { cause: error })
  }
}
