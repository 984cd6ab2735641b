import { ApiServer } from '@rxkube/api-server'
import { Client } from '@rxkube/client'
import { seededRandom, sleep, TestClock } from '@rxkube/clock'
import { type Manager, parseFlags, programFlags, programManager } from '@rxkube/controller'
import { controllers } from '@rxkube/controller-manager'
import { Deployment, EndpointSlice, Event, Node, Pod, ReplicaSet } from '@rxkube/meta'
import { SharedInformerFactory } from '@rxkube/shared-informer'
import { stages } from './bad-image.ts'

/** What a scene waited for did not come. */
export class StoryStuckError extends Error {
  override readonly name = 'StoryStuckError'
  /** What was waited for. */
  readonly awaited: string

  constructor(awaited: string, seconds: number) {
    super(`the story is stuck: it waited ${seconds} s of its time for ${awaited}`)
    this.awaited = awaited
  }
}

const name = 'playground'
const patience = 200

/** A server with fake nodes and a scheduler, all controllers, and caches to look at; on a clock of its own. */
export class PlayCluster {
  readonly clock: TestClock
  readonly server: ApiServer
  /** The user's. */
  readonly client: Client
  readonly manager: Manager
  readonly #began: number
  #failure: { readonly error: unknown } | undefined
  readonly #factory: SharedInformerFactory
  readonly #viewer: Client
  readonly deployments
  readonly replicaSets
  readonly pods
  readonly nodes
  readonly slices
  readonly events

  /** `start` is when it begins, in milliseconds since 1970. */
  constructor(seed: number, start: number) {
    const random = seededRandom(seed)
    this.clock = new TestClock({ start, random })
    this.#began = this.clock.monotonic()
    this.server = new ApiServer({ clock: this.clock, random, nodes: { nodes: 4, stages } })
    const clientOf = (userAgent: string): Client =>
      new Client({ transport: this.server.transport(), clock: this.clock, random, qps: -1, userAgent })
    this.client = clientOf('playground-user')
    this.#viewer = clientOf('playground-viewer')
    const own = programFlags(name)
    const flags = Object.assign({}, ...controllers.map((each) => each.flags), own) as typeof own
    const values = parseFlags(flags, ['--leader-elect=false'])
    this.manager = programManager({ name, client: clientOf(name), controllers, values })
    this.#factory = new SharedInformerFactory(this.#viewer)
    this.deployments = this.#factory.informerFor(Deployment)
    this.replicaSets = this.#factory.informerFor(ReplicaSet)
    this.pods = this.#factory.informerFor(Pod)
    this.nodes = this.#factory.informerFor(Node)
    this.slices = this.#factory.informerFor(EndpointSlice)
    this.events = this.#factory.informerFor(Event)
  }

  /** Seconds of the story so far. */
  get elapsed(): number {
    return (this.clock.monotonic() - this.#began) / 1000
  }

  /** Resolves when everything runs. Rejects with why it cannot. */
  async start(signal: AbortSignal): Promise<void> {
    this.#factory.start({ signal })
    await this.#factory.waitForCacheSync({ timeout: '30s', signal })
    this.manager.start({ signal }).catch((error: unknown) => {
      this.#failure = { error }
    })
    await this.until('the controllers to start', () => this.manager.phase === 'working', signal)
  }

  /**
   * Lets time pass until the condition holds. Rejects with a `StoryStuckError` after 200 seconds of it, and with what the
   * controllers ended with.
   */
  async until(awaited: string, condition: () => boolean, signal: AbortSignal): Promise<void> {
    const end = this.elapsed + patience
    while (!condition()) {
      if (this.#failure) throw this.#failure.error
      if (this.elapsed > end) throw new StoryStuckError(awaited, patience)
      // oxlint-disable-next-line no-await-in-loop -- time passes look by look
      await sleep(this.clock, 200, { signal })
    }
  }

  /** Ends the controllers, then the caches, then the server. */
  async stop(): Promise<void> {
    await this.manager.stop()
    await this.#factory.shutdown()
    await Promise.all([this.client, this.#viewer, this.manager.client].map((client) => client.close()))
    await this.server.close()
  }
}
