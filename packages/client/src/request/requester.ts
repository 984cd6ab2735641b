import { sleep, TokenBucket, type Clock } from '@rxkube/clock'
import { channel } from 'node:diagnostics_channel'
import type { ApiError } from '../errors/api-error.ts'
import { isConnectionLost } from '../errors/classification.ts'
import { InvalidRequestValueError, KubeConfigError } from '../errors/errors.ts'
import { TransportError } from '../errors/transport-error.ts'
import type { Transport, TransportRequest, TransportResponse } from '../transport.ts'
import { errorResponse, retryAfter } from './error-response.ts'
import { singleLine } from './header-value.ts'
import { idleDeadline } from './idle-deadline.ts'
import { impersonationHeaders, type Impersonation } from './impersonation.ts'
import { linkedAbort, type LinkedAbort } from './linked-abort.ts'
import { withQuery, type Query } from './path.ts'
import { Warnings } from './warnings.ts'

/** What all requests of a client have in common. */
export interface RequesterOptions {
  readonly transport: Transport
  readonly clock: Clock
  readonly userAgent: string
  readonly qps: number
  readonly burst: number
  readonly impersonate?: Impersonation | undefined
  readonly onWarning?: ((text: string) => void) | undefined
}

/** One request, as a method of the client asks for it. */
export interface RequestOptions {
  readonly method: TransportRequest['method']
  readonly path: string
  readonly query?: Query | undefined
  readonly accept?: string | undefined
  readonly contentType?: string | undefined
  readonly body?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** Throws when it may not leave now. */
  readonly guard?: (() => void) | undefined
  readonly watch?: boolean | undefined
  /** Milliseconds of silence within the body after which the connection counts as dead; 60 s unless told. */
  readonly idleAfter?: number | undefined
}

/** A response of success. */
export interface Answer {
  readonly headers: TransportResponse['headers']
  /** To be read to its end, or left. */
  readonly body: AsyncIterable<Uint8Array>
  /** Ends the body, frees its connection, and lets go of the caller's signal. */
  abort(reason: unknown): void
}

const retries = channel('rxkube.client.retry')
const mostRetries = 10
const lostConnectionPause = 1000
const defaultIdleAfter = 60_000
// In seconds. Who is told to come back in an hour decides better for itself, by the error, than by waiting unawares.
const longestWait = 10 * 60

/** Sends requests: throttled, retried where the server asked for it, with errors as `ApiError`s. */
export class Requester {
  readonly #options: RequesterOptions
  readonly #throttle: TokenBucket | undefined
  readonly #warnings: Warnings
  readonly #headers: TransportRequest['headers']
  readonly #waits = new Set<LinkedAbort>()
  #closed = false

  constructor(options: RequesterOptions) {
    this.#options = options
    const { qps, burst, clock } = options
    // client-go: a rate of 0 or less is none.
    if (qps > 0 && qps < Infinity) this.#throttle = new TokenBucket({ qps, burst: Math.max(1, burst), clock })
    this.#warnings = new Warnings(options.onWarning)
    this.#headers = {
      'user-agent': singleLine('user-agent', options.userAgent),
      ...impersonationHeaders(options.impersonate),
    }
  }

  /** Resolves with a response of success. Throws an `ApiError`, a `TransportError`, or `signal.reason`. */
  async send(request: RequestOptions): Promise<Answer> {
    const { clock } = this.#options
    for (let attempt = 0; ; attempt++) {
      if (this.#closed) throw closedError()
      const throttle = request.watch ? undefined : this.#throttle
      if (throttle) await this.#waiting(request.signal, (signal) => throttle.wait({ signal }))
      request.guard?.()
      const outcome = await this.#attempt(request)
      if ('body' in outcome) return outcome
      const { error, pause } = outcome
      if (pause === undefined || attempt >= mostRetries) throw error
      retries.publish({ method: request.method, path: request.path, attempt, error, pause })
      await this.#waiting(request.signal, (signal) => sleep(clock, pause, { signal }))
    }
  }

  /** Ends every wait for a turn or for a repetition; what is on its way is the transport's to end. */
  close(): void {
    this.#closed = true
    for (const wait of this.#waits) wait.abort(closedError())
  }

  /** A wait that the caller's signal ends, and `close` as well. */
  async #waiting(
    outer: AbortSignal | undefined,
    wait: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    if (this.#closed) throw closedError()
    const link = linkedAbort(outer)
    this.#waits.add(link)
    try {
      await wait(link.signal)
    } finally {
      link.release()
      this.#waits.delete(link)
    }
  }

  /** A response of success, or an error and, where it is worth repeating, after how many milliseconds. */
  async #attempt(request: RequestOptions): Promise<Answer | { error: Error; pause: number | undefined }> {
    const link = linkedAbort(request.signal)
    try {
      const response = await this.#options.transport.request(this.#onTheWire(request, link.signal))
      this.#warnings.read(response.headers['warning'])
      const body = this.#guarded(response.body, request, link)
      if (response.status >= 200 && response.status < 300) {
        const abort = (reason: unknown): void => {
          link.release()
          link.abort(reason)
        }
        return { headers: response.headers, body, abort }
      }
      const error = await errorResponse(response, body, { ...request, clock: this.#options.clock })
      return { error, pause: this.#pauseAfter(response, error) }
    } catch (error) {
      link.release()
      request.signal?.throwIfAborted()
      const isOurs = error instanceof KubeConfigError || error instanceof InvalidRequestValueError
      const failure = isOurs ? error : TransportError.from(error, pathOf(request))
      return { error: failure, pause: isWorthRepeating(failure, request) ? lostConnectionPause : undefined }
    }
  }

  #pauseAfter(response: TransportResponse, { code }: ApiError): number | undefined {
    const seconds = retryAfter(response, this.#options.clock)
    const asked = seconds !== undefined && seconds <= longestWait && (code === 429 || code >= 500)
    return asked ? seconds * 1000 : undefined
  }

  #onTheWire(request: RequestOptions, signal: AbortSignal): TransportRequest {
    const { method, path, query, accept = 'application/json', contentType, body, watch } = request
    return {
      method,
      path: withQuery(path, query),
      headers: {
        accept,
        ...this.#headers,
        ...(body !== undefined && { 'content-type': contentType ?? 'application/json' }),
      },
      signal,
      ...(body !== undefined && { body }),
      ...(watch === true && { watch }),
    }
  }

  async *#guarded(
    body: AsyncIterable<Uint8Array>,
    request: RequestOptions,
    link: LinkedAbort,
  ): AsyncGenerator<Uint8Array, undefined> {
    const after = request.idleAfter ?? defaultIdleAfter
    try {
      yield* idleDeadline(body, {
        clock: this.#options.clock,
        after,
        onSilence: () => {
          const error = new SilenceError(pathOf(request), after)
          link.abort(error)
          return error
        },
      })
    } catch (error) {
      if (link.signal.aborted && error === link.signal.reason) throw error
      throw TransportError.from(error, pathOf(request))
    } finally {
      link.release()
    }
  }
}

function closedError(): TransportError {
  return new TransportError('closed', 'client', 'the client was closed')
}

/** The body of a response fell silent past its deadline. */
export class SilenceError extends TransportError {
  readonly silence: number

  constructor(path: string, silence: number) {
    super('timeout', path, `not a byte for ${silence / 1000} s`)
    this.silence = silence
  }
}

function pathOf({ method, path }: RequestOptions): string {
  return `${method} ${path}`
}

// client-go: connections that end early are tried again for reads. A deadline is not: ten of them take a quarter of an
// hour, in which a reflector could have fallen back.
function isWorthRepeating(error: unknown, { method }: RequestOptions): boolean {
  return method === 'GET' && isConnectionLost(error)
}
