import type { Transport } from '@rxkube/client'
import { parseDuration, sleep, systemClock, systemRandom, type Clock } from '@rxkube/clock'
import type { ApiServerOptions, RequestRecord, RestartOptions } from './api-server-options.ts'
import { FaultRules } from './faults/fault-rules.ts'
import { Faults } from './faults/faults.ts'
import type { LagFault } from './faults/lag-fault.ts'
import { startInstance, type Instance } from './instance.ts'
import { kubeconfig, type Kubeconfig, type KubeconfigOptions } from './kubeconfig.ts'
import type { Listening, ListenOptions } from './listening.ts'
import type { FakeNodes } from './nodes/fake-nodes.ts'
import { OpenWatches } from './open-watches.ts'
import { durable } from './persistence/durable.ts'
import { Persistence } from './persistence/persistence.ts'
import { bodyLimit, RequestHandler } from './request-handler.ts'
import { Rims } from './rims/rims.ts'
import { checkSnapshot } from './snapshot/load-snapshot.ts'
import type { ServerSnapshot } from './snapshot/snapshot.ts'
import { takeSnapshot, type SnapshotOptions } from './snapshot/take-snapshot.ts'
import { Tokens } from './tokens.ts'
import type { ApiRequest, ApiResponse } from './verbs/request.ts'
import { defaultView } from './views.ts'

/** One of several ways to reach a server, as if each were an API server of its own in front of the same etcd. */
export interface ServerView {
  readonly name: string
  /** As {@link ApiServer.transport}. */
  transport(): Transport
  /** As {@link ApiServer.listen}. */
  listen(options?: ListenOptions): Promise<Listening>
}

/**
 * A Kubernetes API server in this process: resources, watches and errors as a real one has them, in memory.
 *
 * Clients reach it through {@link transport} without a socket, or over HTTP after {@link listen}. It keeps nothing when
 * it is closed unless it has a data directory, and it is no security boundary: it listens on loopback only.
 */
export class ApiServer implements AsyncDisposable {
  /** Who is let in with which token; changes count from the next request on. */
  readonly tokens: Tokens
  /** What goes wrong on purpose. */
  readonly faults: Faults
  readonly #options: ApiServerOptions
  readonly #watches = new OpenWatches()
  readonly #lags = new Set<LagFault>()
  readonly #listeners = new Set<(record: RequestRecord) => void>()
  readonly #closing = new AbortController()
  readonly #persistence: Persistence | undefined
  readonly #handler: RequestHandler
  readonly #rims: Rims
  #instance: Instance
  #lastSnapshot: ServerSnapshot | undefined

  /** Throws a DataDirectoryError for a data directory that cannot be used, and an InvalidSnapshotError. */
  constructor(options: ApiServerOptions = {}) {
    this.#options = options
    this.tokens = new Tokens(options.tokens)
    const { data, random = systemRandom, clock = systemClock } = options
    this.#persistence = data === undefined ? undefined : new Persistence(data, clock)
    try {
      const kept = this.#persistence?.load()
      this.#instance = this.#start(kept ?? options.snapshot)
      this.#keep(kept)
    } catch (error) {
      // A directory that stays locked would outlive a server that never was.
      this.#persistence?.close()
      throw error
    }
    const rules = new FaultRules(random)
    this.#handler = this.#makeHandler(rules)
    this.#rims = new Rims({
      handle: async (request, view) => this.#handler.handle(request, view),
      bodyLimit,
      clock,
      closing: this.#closing.signal,
      report: (error, request) =>
        this.#tell({ ...internal(error), method: request?.method ?? '', path: request?.url ?? '' }),
    })
    this.faults = new Faults({
      rules,
      lags: this.#lags,
      tokens: this.tokens,
      lagsChanged: () => this.#instance.views.changed(),
      endWatches: (match, end) => this.#watches.end(match, end),
      refuse: (view) => this.#rims.refuse(view),
      report: (error) => this.#tell(internal(error)),
      compact: (resource) => this.compact(resource),
    })
  }

  /** The clock that the server was made with. */
  get clock(): Clock {
    return this.#instance.backend.clock
  }

  /** The fake nodes of this server; more can be added at any time. */
  get nodes(): FakeNodes {
    return this.#instance.nodes()
  }

  /** The resourceVersion of the last write. */
  get resourceVersion(): string {
    return String(this.#instance.backend.store.revision)
  }

  /** A transport for clients in this process: no sockets, but bytes all the way. */
  transport(): Transport {
    return this.#rims.transport(defaultView)
  }

  /** Serves HTTP or HTTPS on 127.0.0.1; port 0 takes a free one. Rejects when the port is taken. */
  async listen(options: ListenOptions = {}): Promise<Listening> {
    return this.#rims.listen(defaultView, options)
  }

  /** Another way to reach this server, which faults can let lag behind or cut off by itself; `default` is the server's own. */
  view(name: string): ServerView {
    this.#instance.views.open(name)
    return {
      name,
      transport: () => this.#rims.transport(name),
      listen: async (options = {}) => this.#rims.listen(name, options),
    }
  }

  /** A kubeconfig for the server at `url`, as an object and as YAML. */
  kubeconfig(options: KubeconfigOptions): Kubeconfig {
    return kubeconfig(options)
  }

  /** Tells `listener` of each request that was answered, until the result is called. */
  requests(listener: (record: RequestRecord) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Forgets history, of one resource (`pods`, `deployments.apps`) or of all: older watches and pages get a 410. */
  compact(resource?: string): void {
    this.#instance.backend.store.compact(resource)
  }

  /** Ends every open watch as a timeout would. */
  closeWatches(): void {
    this.#watches.end()
  }

  /** Everything that the server holds now, as a plain value that can be written as JSON. */
  snapshot(options?: SnapshotOptions): ServerSnapshot {
    this.#lastSnapshot = takeSnapshot(this.#instance.backend.store, options)
    return this.#lastSnapshot
  }

  /**
   * Puts the server back to a snapshot, as a cluster is restored from a backup of etcd: connections break off, watches
   * end, and the revision is that of the snapshot, so it may go back. Rejects with an InvalidSnapshotError.
   */
  async restore(snapshot: ServerSnapshot): Promise<void> {
    checkSnapshot(snapshot)
    await this.#restart(snapshot, 0)
  }

  /**
   * Restarts the server: connections break off, nothing is to be had for the `downtime`, and then it goes on with its
   * data, without, or with older. Without data revisions begin anew. Rejects when the server closes meanwhile.
   */
  async restart({ data = 'kept', snapshot, downtime = 0 }: RestartOptions = {}): Promise<void> {
    if (data !== 'older') return this.#restart(data, downtime)
    const older = snapshot ?? this.#lastSnapshot
    if (older === undefined) {
      throw new TypeError("restart({ data: 'older' }) needs a snapshot: give one, or take one before")
    }
    return this.#restart(older, downtime)
  }

  /** Answers a request; what goes wrong is an answer too. Rejects with a ConnectionError when a fault breaks the connection. */
  async handle(request: ApiRequest): Promise<ApiResponse> {
    return this.#handler.handle(request, defaultView)
  }

  /** Ends watches, closes sockets and clears timers. Rejects with a DataDirectoryError when the last writes cannot be kept. */
  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return
    this.#closing.abort(new Error('the API server is closed'))
    this.#instance.stop()
    this.closeWatches()
    await this.#rims.close()
    this.#persistence?.close()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  #start(snapshot: ServerSnapshot | undefined): Instance {
    if (snapshot !== undefined) checkSnapshot(snapshot)
    const failed = (error: unknown) => this.#tell(internal(error))
    return startInstance(this.#options, failed, this.#lags, snapshot)
  }

  /** Keeps what the present life holds and writes; `kept` is what the data directory has of it. */
  #keep(kept?: ServerSnapshot): void {
    const { store } = this.#instance.backend
    this.#persistence?.attach(store, store.revision === kept?.revision)
  }

  async #restart(data: 'kept' | 'lost' | ServerSnapshot, downtime: NonNullable<RestartOptions['downtime']>) {
    const closing = this.#closing.signal
    closing.throwIfAborted()
    const pause = parseDuration(downtime)
    // What cannot be loaded is to be told while everything still is as it was.
    const next = data === 'kept' ? undefined : this.#start(data === 'lost' ? undefined : data)
    this.#watches.end({}, 'reset')
    this.#rims.disconnect()
    const down = this.#rims.refuse(undefined)
    try {
      if (next === undefined) {
        // What kube-apiserver forgets is its watch cache: older versions cannot be watched any more.
        this.compact()
        this.#instance.views.restart()
      } else {
        const views = this.#instance.views.names()
        this.#instance.stop()
        this.#instance = next
        this.#keep()
        for (const name of views) next.views.open(name)
      }
      if (pause > 0) await sleep(this.clock, pause, { signal: closing })
    } finally {
      await down.release()
    }
  }

  #makeHandler(faults: FaultRules): RequestHandler {
    return new RequestHandler({
      instance: () => this.#instance,
      version: this.#options.version ?? '1.32.0',
      tokens: this.tokens,
      faults,
      watches: this.#watches,
      closing: this.#closing.signal,
      durable: (response) =>
        this.#persistence === undefined ? response : durable(response, this.#persistence),
      record: () => (this.#listeners.size === 0 ? undefined : (record) => this.#tell(record)),
    })
  }

  #tell(record: RequestRecord): void {
    for (const listener of this.#listeners) listener(record)
  }
}

/** What went wrong outside of any request that could be answered. */
function internal(error: unknown): RequestRecord {
  return { method: '', path: '', verb: '', user: '', userAgent: '', status: 0, error }
}
