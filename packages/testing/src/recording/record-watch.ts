import { type Transport, TransportError, type TransportRequest, type TransportResponse } from '@rxkube/client'
import { type Clock, systemClock } from '@rxkube/clock'
import type { RecordedLine } from './recorded-line.ts'

/** Where a recording goes: a stream of `node:fs`, or anything that takes text. */
export interface RecordingSink {
  write(text: string): unknown
}

/** How `recordWatch` records. */
export interface RecordWatchOptions {
  readonly clock?: Clock
  /** Secrets are passed on unrecorded unless this is true: their values would be in the recording. */
  readonly secrets?: boolean
}

/** Parameters of lists and watches; any other is left out of a recording. */
const parameters = new Set([
  'allowWatchBookmarks',
  'continue',
  'fieldSelector',
  'labelSelector',
  'limit',
  'resourceVersion',
  'resourceVersionMatch',
  'sendInitialEvents',
  'shardSelector',
  'timeoutSeconds',
  'watch',
])

/** Headers of answers that decide what a client does with them; no other is recorded. */
const headersToKeep = ['content-type', 'retry-after']

/**
 * A transport that passes everything on to `transport`, and writes the lists and watches that it sees to `sink`, byte
 * by byte, one JSON line for each thing that happens. `replay` turns that into a transport again.
 *
 * No header of a request is recorded, so that no credential is; of answers only `content-type` and `retry-after` are,
 * of queries only the parameters of lists and watches. Objects are recorded whole. Single objects and writes are not.
 */
export function recordWatch(
  transport: Transport,
  sink: RecordingSink,
  options: RecordWatchOptions = {},
): Transport {
  const recorder = new Recorder(sink, options.clock ?? systemClock)
  const isRecorded = (request: TransportRequest): boolean =>
    request.method === 'GET' && (options.secrets === true || !/\/secrets(?:[/?]|$)/.test(request.path))
  return {
    request: async (request) => {
      if (!isRecorded(request)) return transport.request(request)
      const id = recorder.asked(request)
      try {
        return recorder.answered(id, await transport.request(request))
      } catch (error) {
        recorder.over(id, error)
        throw error
      }
    },
    close: () => transport.close(),
    [Symbol.asyncDispose]: () => transport[Symbol.asyncDispose](),
  }
}

class Recorder {
  readonly #sink: RecordingSink
  readonly #clock: Clock
  readonly #begin: number
  #requests = 0

  constructor(sink: RecordingSink, clock: Clock) {
    this.#sink = sink
    this.#clock = clock
    this.#begin = clock.monotonic()
  }

  asked({ path, watch = false }: TransportRequest): number {
    const id = ++this.#requests
    this.#write({ at: this.#now(), id, path: withoutForeignParameters(path), watch })
    return id
  }

  answered(id: number, { status, headers, body }: TransportResponse): TransportResponse {
    const kept = headersToKeep.flatMap((name) => {
      const value = headers[name]
      return typeof value === 'string' ? [[name, value] as const] : []
    })
    this.#write({ at: this.#now(), id, status, headers: Object.fromEntries(kept) })
    return { status, headers, body: this.#read(id, body) }
  }

  over(id: number, error: unknown): void {
    this.#write({ at: this.#now(), id, over: error instanceof TransportError ? error.kind : 'left' })
  }

  async *#read(id: number, body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, undefined> {
    let over: 'end' | 'left' = 'left'
    let failed = false
    try {
      for await (const chunk of body) {
        this.#write({ at: this.#now(), id, bytes: Buffer.from(chunk).toString('base64') })
        yield chunk
      }
      over = 'end'
    } catch (error) {
      failed = true
      this.over(id, error)
      throw error
    } finally {
      if (!failed) this.#write({ at: this.#now(), id, over })
    }
  }

  #now(): number {
    return Math.round(this.#clock.monotonic() - this.#begin)
  }

  #write(line: RecordedLine): void {
    this.#sink.write(`${JSON.stringify(line)}\n`)
  }
}

function withoutForeignParameters(path: string): string {
  const [bare = '', query = ''] = path.split('?')
  const kept = [...new URLSearchParams(query)].filter(([name]) => parameters.has(name))
  return kept.length === 0 ? bare : `${bare}?${new URLSearchParams(kept).toString()}`
}
