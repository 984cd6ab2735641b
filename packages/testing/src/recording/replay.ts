import { type Transport, TransportError, type TransportRequest, type TransportResponse } from '@rxkube/client'
import { type Clock, sleep } from '@rxkube/clock'
import { parseRecording } from './recorded-line.ts'
import { type RecordedExchange, exchangesOf } from './recorded-exchange.ts'

/** How `replay` answers. */
export interface ReplayOptions {
  /** Keeps the pauses of the recording, on this clock; without one, everything comes as fast as it is read. */
  readonly clock?: Clock
  /** Bytes a chunk, to see that the way a stream was cut makes no difference; as recorded unless told. */
  readonly chunk?: number
}

/** Thrown by `verify` when a client asked for something else than was recorded, or for less. */
export class ReplayMismatchError extends Error {
  override readonly name = 'ReplayMismatchError'
  /** One line for each request that differs. */
  readonly differences: readonly string[]

  constructor(differences: readonly string[]) {
    super(`the recording was not followed:\n  ${differences.join('\n  ')}`)
    this.differences = differences
  }
}

/** A transport that answers from a recording. */
export interface Replay extends Transport {
  /** Recorded requests that nobody made yet. */
  readonly waiting: number
  /** Throws a `ReplayMismatchError` unless exactly the recorded requests were made. */
  verify(): void
}

/**
 * The transport of a recording: each list or watch gets the next recorded answer for its path and version, byte by byte
 * as it came, to be read by the client's own decoder. An incident becomes a test. What was not recorded stays unanswered
 * until its signal or the transport ends it; so do streams that the recorded client left. Throws RecordingSyntaxError.
 */
export function replay(recording: string, options: ReplayOptions = {}): Replay {
  return new ReplayTransport(exchangesOf(parseRecording(recording)), options)
}

class ReplayTransport implements Replay {
  readonly #exchanges: RecordedExchange[]
  readonly #options: ReplayOptions
  readonly #differences: string[] = []
  readonly #closed = new AbortController()

  constructor(exchanges: readonly RecordedExchange[], options: ReplayOptions) {
    this.#exchanges = [...exchanges]
    this.#options = options
  }

  get waiting(): number {
    return this.#exchanges.length
  }

  async request(request: TransportRequest): Promise<TransportResponse> {
    const { signal, path } = request
    signal?.throwIfAborted()
    if (this.#closed.signal.aborted) throw closed()
    const ended = AbortSignal.any([this.#closed.signal, ...(signal ? [signal] : [])])
    const exchange = this.#take(request)
    if (exchange === undefined) {
      this.#differences.push(`not recorded: ${path}`)
      return forEver(ended)
    }
    await this.#pause(exchange.answeredAfter, ended)
    if (exchange.status === undefined) {
      if (exchange.over === undefined || exchange.over === 'left' || exchange.over === 'end')
        return forEver(ended)
      throw failed(exchange)
    }
    return { status: exchange.status, headers: exchange.headers, body: this.#body(exchange, ended) }
  }

  verify(): void {
    const left = this.#exchanges.map(({ path }) => `not asked for: ${path}`)
    const differences = [...this.#differences, ...left]
    if (differences.length > 0) throw new ReplayMismatchError(differences)
  }

  close(): Promise<void> {
    this.#closed.abort(closed())
    return Promise.resolve()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  #take(request: TransportRequest): RecordedExchange | undefined {
    const asked = identityOf(request.path)
    const at = this.#exchanges.findIndex(({ path }) => identityOf(path) === asked)
    return at < 0 ? undefined : this.#exchanges.splice(at, 1)[0]
  }

  async *#body(exchange: RecordedExchange, ended: AbortSignal): AsyncGenerator<Uint8Array, undefined> {
    let before = exchange.answeredAfter
    for (const { after, bytes } of exchange.chunks) {
      await this.#pause(after - before, ended)
      before = after
      const size = this.#options.chunk ?? bytes.length
      for (let from = 0; from < bytes.length; from += size) {
        ended.throwIfAborted()
        yield bytes.subarray(from, from + size)
      }
    }
    if (exchange.over === undefined || exchange.over === 'left') await forEver(ended)
    await this.#pause(exchange.overAfter - before, ended)
    if (exchange.over !== 'end') throw failed(exchange)
  }

  async #pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    const { clock } = this.#options
    if (clock !== undefined && milliseconds > 0) await sleep(clock, milliseconds, { signal })
  }
}

/** What makes two requests the same: the path, whether it watches, the version, the page and the selectors. */
function identityOf(path: string): string {
  const [bare = '', query = ''] = path.split('?')
  const asked = new URLSearchParams(query)
  const names = [
    'watch',
    'resourceVersion',
    'continue',
    'sendInitialEvents',
    'labelSelector',
    'fieldSelector',
  ]
  return [bare, ...names.map((name) => asked.get(name) ?? '')].join(' ')
}

function failed({ over, path }: RecordedExchange): TransportError {
  const kind = over === undefined || over === 'left' || over === 'end' ? 'other' : over
  return new TransportError(kind, path.split('?')[0] ?? '', 'failed when it was recorded')
}

function closed(): TransportError {
  return new TransportError('closed', 'replay', 'the replay was closed')
}

function forEver(signal: AbortSignal): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>()
  if (signal.aborted) reject(signal.reason)
  signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  return promise
}
