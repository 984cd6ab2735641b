import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { Exchange, type RecordedRequest, type Reply } from './exchange.ts'
import { script, type ScriptKind, scriptKind, type ScriptStep, watchEvent } from './notation.ts'
import { replies } from './replies.ts'

/** Which requests an answer is for. */
export type RequestMatch = 'list' | 'watch' | 'watchlist' | ((request: RecordedRequest) => boolean)

/** How a `ScriptedServer` begins. */
export interface ScriptedServerOptions {
  /** Bytes a write: 1 sends everything byte by byte. */
  readonly chunk?: number
  readonly kind?: ScriptKind
}

/** Thrown by `verify` when requests were not those that the script expects. */
export class ScriptNotFollowedError extends Error {
  override readonly name = 'ScriptNotFollowedError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`the script was not followed: ${problems.join('; ')}`)
    this.problems = problems
  }
}

interface Expectation {
  readonly matches: (request: RecordedRequest) => boolean
  readonly asked: string | undefined
  readonly label: string
  readonly reply: Reply
}

const verbOf = ({ watch, query }: RecordedRequest) =>
  !watch ? 'list' : query.get('sendInitialEvents') === 'true' ? 'watchlist' : 'watch'

/**
 * A real HTTP server on a loopback port that answers what a script says, byte by byte where asked to.
 *
 * Each request takes the first waiting answer that is for it. A watch with initial events that no answer is for gets
 * 422, as from a server that does not know them; any other is left without an answer.
 */
export class ScriptedServer implements AsyncDisposable {
  /** Every request, in order of arrival. */
  readonly requests: RecordedRequest[] = []
  /** Bytes a write of answers from now on. */
  chunk: number | undefined
  readonly #kind: ScriptKind
  readonly #waiting: Expectation[] = []
  readonly #problems: string[] = []
  readonly #open = new Set<Exchange>()
  readonly #sockets = new Map<Socket, number>()
  #server: Server
  #port = 0
  #connections = 0
  #otherwise: Reply | undefined
  #awaited: { readonly condition: () => boolean; readonly resolve: () => void }[] = []

  constructor({ chunk, kind = scriptKind }: ScriptedServerOptions = {}) {
    this.chunk = chunk
    this.#kind = kind
    this.#server = this.#make()
  }

  /** A server that listens. */
  static async start(options: ScriptedServerOptions = {}): Promise<ScriptedServer> {
    const server = new ScriptedServer(options)
    await server.listen()
    return server
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  /** Connections that are open now. */
  get sockets(): number {
    return this.#sockets.size
  }

  /** Connections so far. */
  get connections(): number {
    return this.#connections
  }

  /** Watches that are open now. */
  get streams(): number {
    return this.watches.length
  }

  /** The open watches, oldest first. */
  get watches(): readonly Exchange[] {
    return [...this.#open].filter(({ request }) => request.watch)
  }

  /** The requests of one verb. */
  of(verb: 'list' | 'watch' | 'watchlist'): readonly RecordedRequest[] {
    return this.requests.filter((request) => verbOf(request) === verb)
  }

  /** Adds answers in the notation of `script`. */
  play(steps: string | readonly ScriptStep[]): this {
    for (const step of typeof steps === 'string' ? script(steps, this.#kind) : steps) {
      this.#waiting.push({
        matches: (request) => verbOf(request) === step.verb,
        asked: step.asked,
        label: step.verb,
        reply: replies.step(step, this.#kind),
      })
    }
    return this
  }

  /** Adds an answer to the next `times` requests that `match`. */
  answer(match: RequestMatch, reply: Reply, times = 1): this {
    const matches =
      typeof match === 'string' ? (request: RecordedRequest) => verbOf(request) === match : match
    const label = typeof match === 'string' ? match : 'a request'
    for (let left = times; left > 0; left -= 1) {
      this.#waiting.push({ matches, asked: undefined, label, reply })
    }
    return this
  }

  /** What becomes of requests that no answer is for. */
  otherwise(reply: Reply): this {
    this.#otherwise = reply
    return this
  }

  /** Sends events in the notation (`+a11 *12`) to every open watch. */
  async push(events: string): Promise<void> {
    for (const token of events.split(/\s+/)) {
      const step = watchEvent(token, events, this.#kind)
      const text = step.type === 'raw' ? step.text : `${JSON.stringify(step.event)}\n`
      await Promise.all(this.watches.map((exchange) => exchange.write(text)))
    }
  }

  /** Resolves as soon as `condition` holds; it is looked at whenever a request, an answer or a connection ends or begins. */
  until(condition: (server: ScriptedServer) => boolean): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#awaited.push({ condition: () => condition(this), resolve })
    this.#look()
    return promise
  }

  /** Throws `ScriptNotFollowedError` when a request carried another version than expected, or an answer was not asked for. */
  verify(): void {
    const left = this.#waiting.map(({ label }) => `no ${label} came for an answer that waits`)
    if (this.#problems.length + left.length > 0)
      throw new ScriptNotFollowedError([...this.#problems, ...left])
  }

  /** Listens, on the same port as before if there was one. */
  async listen(): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#server.once('error', reject)
    this.#server.listen(this.#port, '127.0.0.1', resolve)
    await promise
    this.#port = (this.#server.address() as AddressInfo).port
  }

  /** Resets every connection and refuses new ones, until `listen`. */
  async refuse(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#server.close(() => resolve())
    for (const socket of this.#sockets.keys()) socket.resetAndDestroy()
    await promise
    // A socket tells its own close a turn after the server counts it as closed.
    await this.until(({ sockets }) => sockets === 0)
    this.#server = this.#make()
  }

  /** Ends everything; resolves when no connection is left. */
  async stop(): Promise<void> {
    if (this.#server.listening) await this.refuse()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop()
  }

  #make(): Server {
    const server = createServer(
      { keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0 },
      (message, response) => {
        message.resume()
        this.#take(message, response)
      },
    )
    server.on('connection', (socket) => {
      this.#connections += 1
      this.#sockets.set(socket, this.#connections)
      socket.on('error', () => undefined)
      socket.once('close', () => {
        this.#sockets.delete(socket)
        this.#look()
      })
      this.#look()
    })
    return server
  }

  #take(message: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(message.url ?? '/', this.url)
    const request: RecordedRequest = {
      method: message.method ?? 'GET',
      path: pathname,
      query: new Map(searchParams),
      headerNames: Object.keys(message.headers),
      watch: ['true', '1'].includes(searchParams.get('watch') ?? ''),
      socket: this.#sockets.get(message.socket) ?? 0,
      hasHeader: (name, value) => message.headers[name] === value,
    }
    this.requests.push(request)
    const exchange = new Exchange(request, message, response, this.chunk)
    this.#open.add(exchange)
    void exchange.closed.then(() => {
      this.#open.delete(exchange)
      return this.#look()
    })
    void Promise.resolve(this.#replyTo(request)(exchange)).then(() => this.#look())
    this.#look()
  }

  #replyTo(request: RecordedRequest): Reply {
    const at = this.#waiting.findIndex(({ matches }) => matches(request))
    const [found] = at < 0 ? [] : this.#waiting.splice(at, 1)
    if (found === undefined) {
      return verbOf(request) === 'watchlist' ? replies.status(422) : (this.#otherwise ?? replies.hang())
    }
    const carried = request.query.get('resourceVersion') ?? ''
    if (found.asked !== undefined && found.asked !== carried) {
      this.#problems.push(`a ${found.label} came with version "${carried}" instead of "${found.asked}"`)
    }
    return found.reply
  }

  #look(): void {
    const still = []
    for (const each of this.#awaited) {
      if (each.condition()) each.resolve()
      else still.push(each)
    }
    this.#awaited = still
  }
}
