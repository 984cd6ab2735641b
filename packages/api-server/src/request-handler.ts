import { answer } from './answer.ts'
import type { RequestRecord } from './api-server-options.ts'
import { authenticate, denied, isAlwaysAllowed, nameAskedFor } from './auth.ts'
import type { FaultRules } from './faults/fault-rules.ts'
import { ConnectionError } from './faults/connection-error.ts'
import type { FaultSubject } from './faults/fault.ts'
import { StruckRequest } from './faults/struck-request.ts'
import { impersonated } from './impersonation.ts'
import type { Instance } from './instance.ts'
import type { OpenWatches } from './open-watches.ts'
import { badRequest, internalError, methodNotAllowed, StatusError, tooLarge } from './status.ts'
import type { Tokens } from './tokens.ts'
import { wantsPretty } from './verbs/negotiate.ts'
import {
  requestInfo,
  type ApiRequest,
  type ApiResponse,
  type RequestInfo,
  type User,
} from './verbs/request.ts'
import { compressed, represented } from './verbs/represent.ts'
import { prettified, statusResponse } from './verbs/respond.ts'
import { WatchStream } from './verbs/watch-stream.ts'

/** The largest body that a write may have, in bytes. */
export const bodyLimit = 3 * 1024 * 1024

const methods = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])

/** What a handler needs of its server. */
export interface HandlerContext {
  /** The server's present life. */
  readonly instance: () => Instance
  readonly version: string
  readonly tokens: Tokens
  readonly faults: FaultRules
  readonly watches: OpenWatches
  /** Aborted when the server closes. */
  readonly closing: AbortSignal
  /** Is told of each request that was answered; undefined when nobody listens. */
  /** Waits until an answer tells nothing that could still be lost. */
  readonly durable: (response: ApiResponse) => Promise<ApiResponse> | ApiResponse
  readonly record: () => ((record: RequestRecord) => void) | undefined
}

/** What became known of a request on its way. */
interface Progress {
  info?: RequestInfo
  user?: User
  error?: unknown
}

/** Takes requests from the rims to the verbs: who asks, whether they may, what goes wrong on purpose, what is answered. */
export class RequestHandler {
  readonly #context: HandlerContext

  constructor(context: HandlerContext) {
    this.#context = context
  }

  /** Answers a request to a view of the server; what goes wrong is an answer too, unless the connection is to break. */
  async handle(request: ApiRequest, view: string): Promise<ApiResponse> {
    const progress: Progress = {}
    let response: ApiResponse
    try {
      const struck = await this.#admit(request, view, progress)
      response = await this.#respond(request, view, progress, struck)
    } catch (error) {
      if (request.signal.aborted) throw error
      if (error instanceof ConnectionError) {
        this.#record(request, progress, 0)
        throw error
      }
      if (!(error instanceof StatusError)) progress.error = error
      response = statusResponse(error instanceof StatusError ? error : internalError(error))
      response = shaped(response, request, progress.info)
    }
    this.#record(request, progress, response.status)
    return response
  }

  /** Finds out who asks for what, and what faults the request meets. */
  async #admit(request: ApiRequest, view: string, progress: Progress): Promise<StruckRequest | undefined> {
    const { tokens, faults, closing } = this.#context
    const { backend } = this.#context.instance()
    const { authorize, clock } = backend
    const info = parse(request)
    progress.info = info
    if (request.body.length > bodyLimit) throw tooLarge(bodyLimit)
    const user = impersonated(request, authenticate(request, tokens, backend), authorize)
    progress.user = user
    const rules = faults.strike({ ...info, user, view })
    if (rules.length === 0) return undefined
    return new StruckRequest(rules, clock, request.signal, closing)
  }

  async #respond(
    request: ApiRequest,
    view: string,
    { info, user }: Progress,
    struck: StruckRequest | undefined,
  ): Promise<ApiResponse> {
    if (info === undefined || user === undefined) throw new TypeError('the request was not admitted')
    const instead = await struck?.before(info)
    if (instead !== undefined) return shaped(instead, request, info)
    const { instance, version, tokens } = this.#context
    const backend = instance().views.backend(view)
    const { authorize } = backend
    const subject: FaultSubject = { ...info, user, view }
    const asked = { ...subject, name: nameAskedFor(info) }
    if (authorize !== undefined && !isAlwaysAllowed(info) && !authorize(asked)) throw denied(asked)
    if (!methods.has(request.method)) throw methodNotAllowed()
    const response = await answer({ backend, request, info, user, version, authorize, tokens })
    this.#watch(response, subject)
    const kept = await this.#context.durable(shaped(response, request, info))
    return struck === undefined ? kept : struck.after(kept)
  }

  #watch({ body }: ApiResponse, subject: FaultSubject): void {
    if (!(body instanceof WatchStream)) return
    this.#context.watches.add(body, subject)
    if (this.#context.closing.aborted) body.end()
  }

  #record(request: ApiRequest, { info, user, error }: Progress, status: number): void {
    this.#context.record()?.({
      method: request.method,
      path: request.path,
      verb: info?.verb ?? '',
      user: user?.name ?? '',
      userAgent: request.headers['user-agent'] ?? '',
      status,
      ...(error === undefined ? {} : { error }),
    })
  }
}

/** An answer in the form that the client asked for. */
function shaped(response: ApiResponse, request: ApiRequest, info: RequestInfo | undefined): ApiResponse {
  const { headers, method } = request
  const pretty = info !== undefined && wantsPretty(info.query, headers['user-agent'])
  const shown = compressed(represented(pretty ? prettified(response) : response, headers), headers)
  return method === 'HEAD' ? { ...shown, body: '' } : shown
}

function parse(request: ApiRequest): RequestInfo {
  try {
    return requestInfo(request.method, request.path)
  } catch (error) {
    if (!(error instanceof URIError)) throw error
    throw Object.assign(badRequest('the path is not valid percent-encoding'), { cause: error })
  }
}
