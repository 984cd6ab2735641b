import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

/** What a raw server does with one connection, once the head of a request has come over it. */
export type RawReply = (socket: Socket, head: string) => void | Promise<void>

/** A TCP server for answers that no HTTP server would give: each connection gets the next reply, the last one for ever. */
export class RawServer implements AsyncDisposable {
  /** The head of each request, without values of headers that may be secret. */
  readonly requestLines: string[] = []
  readonly #sockets = new Set<Socket>()
  readonly #replies: RawReply[]
  readonly #server = createServer((socket) => this.#accept(socket))
  #next = 0

  constructor(replies: readonly RawReply[]) {
    this.#replies = [...replies]
  }

  /** A server that listens on a loopback port. */
  static async start(...replies: RawReply[]): Promise<RawServer> {
    const server = new RawServer(replies)
    const { promise, resolve } = Promise.withResolvers<void>()
    server.#server.listen(0, '127.0.0.1', resolve)
    await promise
    return server
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Connections that are open now. */
  get sockets(): number {
    return this.#sockets.size
  }

  /** Ends everything; resolves when no connection is left. */
  async stop(): Promise<void> {
    if (!this.#server.listening) return
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#server.close(() => resolve())
    for (const socket of this.#sockets) socket.destroy()
    await promise
    // A socket tells its own close a turn after the server counts it as closed.
    await Promise.all([...this.#sockets].map((socket) => once(socket, 'close')))
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop()
  }

  #accept(socket: Socket): void {
    this.#sockets.add(socket)
    socket.on('error', () => undefined)
    socket.once('close', () => this.#sockets.delete(socket))
    let head = ''
    const read = (chunk: Buffer) => {
      head += chunk.toString('latin1')
      if (!head.includes('\r\n\r\n')) return
      socket.off('data', read)
      socket.resume()
      this.requestLines.push(head.slice(0, head.indexOf('\r\n')))
      const reply = this.#replies[Math.min(this.#next, this.#replies.length - 1)]
      this.#next += 1
      void reply?.(socket, head)
    }
    socket.on('data', read)
  }
}
