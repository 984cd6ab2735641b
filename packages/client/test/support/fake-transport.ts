import type { Transport, TransportRequest, TransportResponse } from '@rxkube/client'

/** What a fake answers: an error to throw, or a response with its body in chunks. */
export type Reply =
  | Error
  | {
      readonly status?: number
      readonly headers?: Record<string, string | string[]>
      readonly body?: object | string | AsyncIterable<Uint8Array>
    }

/** A transport that answers by a function, and keeps what it was asked. */
export class FakeTransport implements Transport {
  readonly requests: TransportRequest[] = []
  closed = false
  readonly #answer: (request: TransportRequest, count: number) => Reply | Promise<Reply>

  constructor(answer: (request: TransportRequest, count: number) => Reply | Promise<Reply>) {
    this.#answer = answer
  }

  /** Path and query of each request. */
  get paths(): string[] {
    return this.requests.map(({ path }) => path)
  }

  async request(request: TransportRequest): Promise<TransportResponse> {
    this.requests.push(request)
    const reply = await this.#answer(request, this.requests.length)
    if (reply instanceof Error) throw reply
    const { status = 200, headers = { 'content-type': 'application/json' }, body = '' } = reply
    return {
      status,
      headers,
      body:
        Symbol.asyncIterator in Object(body)
          ? abortable(body as AsyncIterable<Uint8Array>, request.signal)
          : chunks(body),
    }
  }

  close(): Promise<void> {
    this.closed = true
    return Promise.resolve()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }
}

async function* chunks(body: object | string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
}

async function* abortable(
  body: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  aborted.catch(() => 'told to whoever reads')
  const abort = (): void => reject(signal?.reason)
  signal?.addEventListener('abort', abort)
  const reading = body[Symbol.asyncIterator]()
  for (;;) {
    const { done, value } = await Promise.race([reading.next(), aborted])
    if (done) return
    yield value
  }
}

/** A body that a test writes to while it is read. */
export class Pipe implements AsyncIterable<Uint8Array> {
  #waiting: PromiseWithResolvers<void> = Promise.withResolvers()
  readonly #chunks: (Uint8Array | Error | 'end')[] = []
  /** Chunks that were read. */
  taken = 0

  write(chunk: string | Uint8Array): void {
    this.#put(Buffer.from(chunk as string))
  }

  end(): void {
    this.#put('end')
  }

  fail(error: Error): void {
    this.#put(error)
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for (;;) {
      const next = this.#chunks[this.taken]
      if (next === undefined) {
        await this.#waiting.promise
        continue
      }
      this.taken++
      if (next === 'end') return
      if (next instanceof Error) throw next
      yield next
    }
  }

  #put(chunk: Uint8Array | Error | 'end'): void {
    this.#chunks.push(chunk)
    this.#waiting.resolve()
    this.#waiting = Promise.withResolvers()
  }
}
