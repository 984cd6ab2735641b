import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { TransportError } from '../errors/transport-error.ts'

/** What reading a body needs to know. */
export interface ResponseBodyOptions {
  readonly target: string
  readonly encoding: string | undefined
  readonly signal: AbortSignal | undefined
  /** Asked at the end: true when the body ended without being whole. */
  readonly cutOff?: () => boolean
}

/**
 * The bytes of a body, pulled: nothing is read from the socket beyond the stream's own mark while nobody asks.
 * Leaving early, even before the first byte, destroys the stream.
 */
export class ResponseBody implements AsyncIterableIterator<Uint8Array> {
  readonly #source: Readable
  readonly #options: ResponseBodyOptions
  #reading: AsyncGenerator<Uint8Array, undefined> | undefined

  constructor(source: Readable, options: ResponseBodyOptions) {
    this.#source = source
    this.#options = options
  }

  next(): Promise<IteratorResult<Uint8Array>> {
    this.#reading ??= read(this.#source, this.#options)
    return this.#reading.next()
  }

  return(): Promise<IteratorResult<Uint8Array>> {
    this.#reading ??= nothing()
    this.#source.destroy()
    return this.#reading.return(undefined)
  }

  [Symbol.asyncIterator](): this {
    return this
  }
}

async function* nothing(): AsyncGenerator<Uint8Array, undefined> {}

async function* read(
  source: Readable,
  { target, encoding, signal, cutOff }: ResponseBodyOptions,
): AsyncGenerator<Uint8Array, undefined> {
  const stream = decompressed(source, target, encoding)
  try {
    for await (const chunk of stream) yield chunk as Buffer
  } catch (error) {
    signal?.throwIfAborted()
    throw TransportError.from(error, target)
  }
  signal?.throwIfAborted()
  if (cutOff?.()) throw new TransportError('reset', target, 'the body was cut off')
}

function decompressed(source: Readable, target: string, encoding = 'identity'): Readable {
  switch (encoding.toLowerCase()) {
    case 'identity':
    case '':
      return source
    case 'gzip':
    case 'x-gzip':
      return gunzipped(source)
    default:
      source.destroy()
      throw new TransportError('protocol', target, 'the body is compressed in a way that was not asked for')
  }
}

function gunzipped(source: Readable): Readable {
  const gunzip = createGunzip()
  // An error of either side reaches whoever reads `gunzip`, which pipeline destroys with it.
  return pipeline(source, gunzip, (error) => error && gunzip.destroy(error))
}
