import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** An answer as it came over a socket. */
export interface RawAnswer {
  readonly status: number
  readonly headers: string
  readonly body: string
}

/** A connection on which tests write what no client would. */
export class RawSocket {
  readonly socket: Socket
  #received = Buffer.alloc(0)
  #closed = false
  #wake: () => void = () => undefined

  private constructor(socket: Socket) {
    this.socket = socket
    // A server that closes while we write resets the connection; what it said before still counts.
    socket.on('error', () => this.#wake())
    socket.on('data', (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk])
      this.#wake()
    })
    socket.on('close', () => {
      this.#closed = true
      this.#wake()
    })
  }

  static async open(port: number): Promise<RawSocket> {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    return new RawSocket(socket)
  }

  write(bytes: string | Uint8Array): this {
    this.socket.write(bytes)
    return this
  }

  /** Writes and waits until it has gone; false when the other side has closed the connection. */
  async flushed(bytes: string): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    this.socket.write(bytes, (error) => resolve(error === undefined || error === null))
    return promise
  }

  /** The next answer, with a body of its length or of its chunks; undefined when the connection closes first. */
  async answer(): Promise<RawAnswer | undefined> {
    for (;;) {
      const parsed = this.#parse()
      if (parsed !== undefined) return parsed
      if (this.#closed) return undefined
      await this.#more()
    }
  }

  /** Waits until the other side has closed the connection. */
  async closed(): Promise<void> {
    while (!this.#closed) await this.#more()
  }

  destroy(): void {
    this.socket.destroy()
  }

  async #more(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<undefined>()
    this.#wake = () => resolve(undefined)
    await promise
  }

  #parse(): RawAnswer | undefined {
    const text = this.#received.toString('latin1')
    const end = text.indexOf('\r\n\r\n')
    if (end === -1) return undefined
    const headers = text.slice(0, end)
    const status = Number(/^HTTP\/1\.1 (\d+)/.exec(headers)?.[1])
    const length = /^content-length: (\d+)/im.exec(headers)?.[1]
    const chunked = /^transfer-encoding: chunked/im.test(headers)
    const start = end + 4
    const last = chunked ? text.indexOf('0\r\n\r\n', start) : start + Number(length ?? 0)
    if (last === -1 || last > text.length) return undefined
    this.#received = this.#received.subarray(chunked ? last + 5 : last)
    return { status, headers, body: text.slice(start, last) }
  }
}

/** One request on a connection of its own. */
export async function rawRequest(port: number, request: string | Uint8Array): Promise<RawAnswer | undefined> {
  const socket = await RawSocket.open(port)
  const answer = await socket.write(request).answer()
  socket.destroy()
  return answer
}

/** The text of a request with these header lines. */
export function head(method: string, path: string, ...lines: readonly string[]): string {
  return [`${method} ${path} HTTP/1.1`, 'Host: localhost', ...lines, '', ''].join('\r\n')
}

/** The text of a request with a body of JSON. */
export function post(path: string, body: string | Uint8Array, ...lines: readonly string[]): Uint8Array {
  const bytes = Buffer.from(body)
  const type = lines.some((line) => /^content-type:/i.test(line)) ? [] : ['Content-Type: application/json']
  return Buffer.concat([
    Buffer.from(head('POST', path, ...type, `Content-Length: ${bytes.length}`, ...lines)),
    bytes,
  ])
}
