import {
  Client,
  HttpTransport,
  type HttpTransportOptions,
  listWatch,
  type Transport,
  type TransportRequest,
} from '@rxkube/client'
import { seededRandom, systemClock, TestClock } from '@rxkube/clock'
import { ConfigMap } from '@rxkube/meta'
import { SharedInformer, type SharedInformerOptions } from '@rxkube/shared-informer'
import { ScriptedServer, type ScriptedServerOptions } from '@rxkube/testing'
import { labelOf, Recorder } from './recorder.ts'

/** A request as it left the client, on the test's clock. */
export interface SentRequest {
  readonly at: number
  readonly path: string
  readonly watch: boolean
  readonly body: TransportRequest['body']
}

/** What a scripted informer is made with besides its script. */
export interface ScriptedInformerOptions {
  readonly server?: ScriptedServerOptions
  readonly informer?: SharedInformerOptions<ConfigMap>
  readonly transport?: Partial<HttpTransportOptions>
  readonly maxFrameBytes?: number
  readonly clock?: TestClock
  /** Ask for WatchList first; off unless told, so that scripts begin with a list. */
  readonly watchList?: boolean
  readonly wrap?: (transport: Transport) => Transport
}

/** A real informer with a real client on a real socket; the server follows a script and time is the test's. */
export class ScriptedInformer implements AsyncDisposable {
  readonly server: ScriptedServer
  readonly clock: TestClock
  readonly client: Client
  readonly informer: SharedInformer<ConfigMap, string>
  readonly recorder = new Recorder<ConfigMap>()
  readonly sent: SentRequest[] = []
  /** What was reported without anybody waiting for it. */
  readonly errors: Error[] = []
  readonly watchErrors: Error[] = []

  constructor(server: ScriptedServer, options: ScriptedInformerOptions) {
    this.server = server
    this.clock = options.clock ?? new TestClock()
    const http = new HttpTransport({
      server: server.url,
      clock: this.clock,
      proxy: false,
      ...options.transport,
    })
    this.client = new Client({
      transport: this.#observed(options.wrap?.(http) ?? http),
      clock: this.clock,
      random: seededRandom(7),
      qps: -1,
      ...(options.maxFrameBytes !== undefined && { maxFrameBytes: options.maxFrameBytes }),
    })
    const source = listWatch(this.client, ConfigMap, { watchListUnsupported: options.watchList !== true })
    this.informer = new SharedInformer<ConfigMap, string>(source, {
      clock: this.clock,
      random: seededRandom(7),
      watchErrorHandler: (error) => void this.watchErrors.push(error),
      ...options.informer,
    })
    this.informer.error$.subscribe((error) => this.errors.push(error))
    this.informer.addEventHandler(this.recorder)
  }

  /** What the recorder was told, without updates of objects that had not changed. */
  get log(): readonly string[] {
    return this.recorder.log.filter((told) => !told.startsWith('='))
  }

  /** What the cache holds: uid and version of each, sorted. */
  get cached(): readonly string[] {
    return this.informer.indexer.list().map(labelOf).toSorted()
  }

  /** The versions that lists asked for. */
  get lists(): readonly string[] {
    return this.server.of('list').map(({ query }) => query.get('resourceVersion') ?? '')
  }

  /** The versions that plain watches asked for. */
  get watches(): readonly string[] {
    return this.server.of('watch').map(({ query }) => query.get('resourceVersion') ?? '')
  }

  /**
   * Resolves when `condition` holds. While bytes are on their way time stands still; when nothing moves it goes on in
   * steps of 250 ms, so that back-offs pass and no deadline fires for a slow machine.
   */
  async pass(condition: () => boolean): Promise<void> {
    for (let steps = 0; !condition(); steps += 1) {
      if (steps > 8000) throw new Error(`it never came true: ${condition.toString()}`)
      // oxlint-disable-next-line no-await-in-loop -- one step after another
      await this.#quiet(condition)
      // oxlint-disable-next-line no-await-in-loop -- one step after another
      if (!condition()) await this.clock.advance(250)
    }
  }

  /** Resolves when `condition` holds; time stands still, so it can only come true by what needs none. */
  async arrive(condition: () => boolean): Promise<void> {
    for (let turns = 0; !condition(); turns += 1) {
      if (turns > 1_000_000) throw new Error(`it does not come true without time: ${condition.toString()}`)
      // oxlint-disable-next-line no-await-in-loop -- turn after turn
      await systemClock.yield()
    }
  }

  /** Plays the whole script: resolves when the last answer was taken and `condition` holds. */
  async play(condition: () => boolean): Promise<this> {
    this.informer.start()
    await this.pass(condition)
    return this
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.recorder.release()
    await this.informer.stop()
    await this.client.close()
    await this.server.stop()
  }

  async #quiet(condition: () => boolean): Promise<void> {
    const picture = () =>
      `${this.server.requests.length} ${this.sent.length} ${this.server.sockets} ${this.log.length}`
    let last = picture()
    for (let quiet = 0; quiet < 200; quiet += 1) {
      // oxlint-disable-next-line no-await-in-loop -- turn after turn
      await systemClock.yield()
      if (condition()) return
      const now = picture()
      if (now !== last || readsFiles()) quiet = 0
      last = now
    }
  }

  #observed(transport: Transport): Transport {
    return {
      request: (request) => {
        const { path, body, watch = false } = request
        this.sent.push({ at: this.clock.monotonic(), path, watch, body })
        return transport.request(request)
      },
      close: () => transport.close(),
      [Symbol.asyncDispose]: () => transport[Symbol.asyncDispose](),
    }
  }
}

/** Whether a file is read or written, as credentials are before a request is sent. */
const readsFiles = () => process.getActiveResourcesInfo().some((resource) => resource.startsWith('FSReq'))

/** A server with that script and an informer that has not started. */
export async function scriptedInformer(
  script: string,
  options: ScriptedInformerOptions = {},
): Promise<ScriptedInformer> {
  const server = await ScriptedServer.start(options.server)
  return new ScriptedInformer(server.play(script), options)
}
