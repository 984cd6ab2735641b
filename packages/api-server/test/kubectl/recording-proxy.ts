import { once } from 'node:events'
import {
  createServer,
  request as send,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import type { Exchange } from './normal-form.ts'

/** Something that others in the cluster do once a request was answered. */
export type Meddle = (exchange: Exchange) => Promise<unknown> | undefined

/** What a request waits for, given those that were answered so far. */
export type Before = (path: string, answered: readonly Exchange[]) => Promise<void>

export interface ProxyOptions {
  readonly token: string | undefined
  readonly after: Meddle
  readonly before: Before | undefined
}

/** Stands before an API server and remembers what kubectl asked of it. */
export class RecordingProxy implements AsyncDisposable {
  readonly exchanges: Exchange[] = []
  readonly #target: URL
  readonly #options: ProxyOptions
  readonly #server: Server
  readonly #sockets = new Set<Socket>()

  private constructor(target: string, options: ProxyOptions) {
    this.#target = new URL(target)
    this.#options = options
    this.#server = createServer((request, response) => {
      this.#forward(request, response).catch((error: unknown) =>
        response.destroy(error instanceof Error ? error : undefined),
      )
    })
    this.#server.on('upgrade', (request, socket: Socket, head) => this.#upgrade(request, socket, head))
    this.#server.on('connection', (socket) => this.#keep(socket))
  }

  static async before(target: string, options: ProxyOptions): Promise<RecordingProxy> {
    const proxy = new RecordingProxy(target, options)
    proxy.#server.listen(0, '127.0.0.1')
    await once(proxy.#server, 'listening')
    return proxy
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.#server, 'close')
    this.#server.close()
    for (const socket of this.#sockets) socket.destroy()
    await closed
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket)
    // Either side may go away first; the other then hears of it.
    socket.on('error', () => socket.destroy())
    socket.on('close', () => this.#sockets.delete(socket))
  }

  async #forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Uint8Array>))
    const { method = '', url: path = '', headers } = request
    // Some distributions have a kubectl in front that asks for the version and then runs the one of that version.
    const isKubectl = headers['user-agent']?.startsWith('kubectl-dispatcher') !== true
    if (isKubectl) await this.#options.before?.(path, this.exchanges)
    // kubectl sends no token over plain HTTP; here it is who it would be over TLS.
    const { token } = this.#options
    const identity = token === undefined ? {} : { authorization: `Bearer ${token}` }
    const { hostname, port } = this.#target
    const forwarded = send({
      hostname,
      port,
      method,
      path,
      headers: { ...headers, ...identity },
      agent: false,
    })
    forwarded.on('socket', (socket) => this.#keep(socket))
    response.on('close', () => forwarded.destroy())
    const answered = once(forwarded, 'response') as Promise<[IncomingMessage]>
    forwarded.end(body)
    const [answer] = await answered
    const status = answer.statusCode ?? 0
    if (isKubectl) await this.#record(request, status, body.toString())
    response.writeHead(status, answer.rawHeaders)
    response.flushHeaders()
    answer.pipe(response)
  }

  async #record(
    { method = '', url: path = '', headers }: IncomingMessage,
    status: number,
    text = '',
  ): Promise<void> {
    const { accept } = headers
    const contentType = headers['content-type']
    const exchange: Exchange = {
      method,
      path,
      status,
      ...(accept === undefined ? {} : { accept }),
      ...(contentType === undefined ? {} : { contentType }),
      ...(/^[[{]/.test(text) ? { body: JSON.parse(text) as unknown } : {}),
    }
    this.exchanges.push(exchange)
    await this.#options.after(exchange)
  }

  /** Passes an upgraded connection on as it is; its status is not looked at. */
  #upgrade(request: IncomingMessage, socket: Socket, head: Buffer): void {
    void this.#record(request, 101)
    const { hostname, port } = this.#target
    const target = connect(Number(port), hostname)
    this.#keep(target)
    const lines = [`${request.method} ${request.url} HTTP/1.1`]
    for (const [at, name] of request.rawHeaders.entries()) {
      if (at % 2 === 0) lines.push(`${name}: ${request.rawHeaders[at + 1]}`)
    }
    target.write(`${lines.join('\r\n')}\r\n\r\n`)
    target.write(head)
    target.pipe(socket).pipe(target)
  }
}
