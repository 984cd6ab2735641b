import { type FakeFault, faults, FakeControllerSource, statuses } from '@rxkube/client/testing'
import { seededRandom, sleep, TestClock } from '@rxkube/clock'
import { type Cached, deepCopy, type KubernetesObject, metaNamespaceKey } from '@rxkube/meta'
import { type ResourceEventHandlerRegistration, SharedInformer } from '@rxkube/shared-informer'
import { type HandlerMonitor, InvariantMonitor, ObservedSource } from '@rxkube/testing'
import type { Command, HandlerShape, Setup } from './commands.ts'

const selected = (object: KubernetesObject) => object.metadata?.labels?.['app'] === 'web'
const nodeOf = (object: KubernetesObject | Cached<KubernetesObject>) => [
  object.metadata?.labels?.['node'] ?? '',
]

/** An informer, the model server and a clock; every command is done to them and every invariant looked at. */
export class InformerWorld {
  readonly clock: TestClock
  readonly source: FakeControllerSource
  readonly monitor = new InvariantMonitor()
  readonly #setup: Setup
  readonly #informer: SharedInformer<KubernetesObject, 'node'>
  readonly #handlers: {
    readonly registration: ResourceEventHandlerRegistration
    readonly monitor: HandlerMonitor
  }[] = []
  readonly #received = new WeakMap<KubernetesObject, number>()
  readonly #named = new Map<FakeFault, string>()
  readonly #done = new Map<string, number>()
  #counted = 0
  #written = 0
  #repeated = false

  constructor(setup: Setup) {
    this.#setup = setup
    this.clock = new TestClock()
    this.source = new FakeControllerSource({
      clock: this.clock,
      watchList: setup.watchList,
      watchCache: setup.watchCache,
      expiredWatch: setup.expiredWatch,
      matches: selected,
    })
    this.source.latency = setup.latency
    const { requests } = this.monitor
    const observed = new ObservedSource(this.source, {
      requested: (verb, { resourceVersion, continue: token }) => {
        const applied = this.#informer.status.resourceVersion.reflector
        requests.observe({
          verb,
          resourceVersion,
          continue: token,
          at: this.clock.monotonic(),
          applied,
          newest: this.source.resourceVersion,
        })
      },
      received: (object) => this.#received.set(object, 0),
      disturbed: () => requests.reasonToList(),
    })
    this.#informer = new SharedInformer<KubernetesObject, 'node'>(observed, {
      clock: this.clock,
      random: seededRandom(setup.seed),
      queue: setup.queue,
      resyncPeriod: '2s',
      reflector: { expectedType: { apiVersion: 'v1', kind: 'Pod' } },
      indexers: { node: nodeOf },
      // Handlers that throw on purpose are no news.
      onHandlerError: () => undefined,
      transform: (object) => {
        const calls = (this.#received.get(object) ?? 1) + 1
        this.#received.set(object, calls)
        this.monitor.cache.transformed(1, calls)
        return object
      },
    })
  }

  /** How often each kind of fault really happened. */
  get fired(): ReadonlyMap<string, number> {
    const fired = new Map(this.#done)
    for (const { fault } of this.source.requests) {
      const name = fault && this.#named.get(fault)
      if (name !== undefined) fired.set(name, (fired.get(name) ?? 0) + 1)
    }
    return fired
  }

  /** What the cache holds, by key. */
  get cached(): Map<string, KubernetesObject> {
    const objects = this.#informer.indexer.list() as unknown as KubernetesObject[]
    return new Map(objects.map((object) => [metaNamespaceKey(object), object]))
  }

  start(): void {
    this.#informer.start()
  }

  async run(command: Command): Promise<void> {
    await this.#run(command)
    await this.clock.settle()
    this.look()
  }

  /** Looks at everything that can be read from outside. */
  look(): void {
    this.#learn()
    const { cache, requests } = this.monitor
    const cached = this.cached
    // Compression by key shows states of different moments side by side; so does an event told once more.
    if (this.#setup.queue === 'RealFIFO' && !this.#repeated) {
      cache.snapshot(cached)
      cache.synced(this.#informer.hasSynced(), cached)
    }
    for (const node of ['n1', 'n2']) {
      const filtered = [...cached.values()].filter((object) => nodeOf(object)[0] === node)
      cache.index(
        node,
        this.#informer.indexer.byIndex('node', node) as unknown as KubernetesObject[],
        filtered,
      )
    }
    for (const { registration } of this.#handlers) {
      requests.buffered('backlog', registration.backlog, this.source.writes.length + 100)
    }
  }

  /** Ends all faults, lets everything come to rest, and compares. */
  async heal(): Promise<void> {
    this.source.heal()
    this.source.latency = 0
    // A silent stream ends after its timeout of up to 10 minutes, a back-off after one.
    await this.clock.advance('13m')
    this.look()
    this.monitor.quiet(this.cached)
  }

  async stop(): Promise<void> {
    const stopping = this.#informer.stop()
    this.monitor.stop()
    await this.clock.advance('1m')
    await stopping
    this.source.add(this.#object('late', 'n1', 'web'))
    await this.clock.advance('20m')
  }

  async #run(command: Command): Promise<void> {
    switch (command.type) {
      case 'write': {
        const object = this.#object(command.name, command.node, command.app)
        if (this.source.objects.has(`default/${command.name}`)) this.source.modify(object)
        else this.source.add(object)
        break
      }
      case 'recreate':
      case 'delete': {
        const object = this.source.objects.get(`default/${command.name}`)
        if (object === undefined) break
        this.source.delete(object)
        if (command.type === 'recreate') this.source.add(this.#object(command.name, 'n1', 'web'))
        break
      }
      case 'cut':
        this.#cut(command.how)
        break
      case 'failList':
        this.#fail('list', command.fault, faults[command.fault]())
        break
      case 'failWatch':
        this.#repeated ||= command.fault === 'repeat'
        this.#fail('watch', command.fault, watchFault(command.fault, command.after))
        break
      case 'compact':
        this.source.compact()
        this.#count('compact')
        break
      case 'bookmark':
        this.source.sendBookmark()
        break
      case 'lag':
        this.source.view(command.view).lag = command.revisions
        this.#count('lag')
        break
      case 'useView':
        this.source.useView(command.view)
        break
      case 'advance':
        await this.clock.advance(command.milliseconds)
        break
      case 'addHandler':
        this.addHandler(command.handler)
        break
      case 'removeHandler': {
        const removed = this.#handlers.pop()
        removed?.monitor.stop()
        void removed?.registration.remove()
        break
      }
    }
    this.#learn()
  }

  addHandler({ slow, resync, mailbox, throws }: HandlerShape): void {
    const name = `handler ${(this.#counted += 1)}`
    const monitor = this.monitor.handler(name, {
      get: (key) => this.#informer.indexer.getByKey(key) as unknown as KubernetesObject | undefined,
      selects: selected,
    })
    let calls = 0
    const after = async (object?: KubernetesObject) => {
      if (object !== undefined) this.monitor.cache.seal(object)
      calls += 1
      if (slow > 0) await sleep(this.clock, slow)
      if (throws > 0 && calls % throws === 0) throw new Error('a handler that throws')
    }
    const registration = this.#informer.addEventHandler(
      {
        added: (cached, { initial }) => {
          const object = cached as unknown as KubernetesObject
          monitor.observe({ type: 'added', key: metaNamespaceKey(object), object, initial })
          if (initial) monitor.duringInitial(registration.hasSynced())
          return after(object)
        },
        updated: (cachedBefore, cached, facts) => {
          const [before, object] = [cachedBefore, cached] as unknown as KubernetesObject[]
          if (before === undefined || object === undefined) return undefined
          monitor.observe({ type: 'updated', key: metaNamespaceKey(object), before, object, ...facts })
          return after(object)
        },
        deleted: (cached, { key, finalStateUnknown }) => {
          const object = cached as unknown as KubernetesObject
          monitor.observe({ type: 'deleted', key, object, finalStateUnknown })
          return after()
        },
      },
      {
        name,
        // A mailbox that keeps everything, of a handler slower than the resyncs, would never be empty.
        resyncPeriod: mailbox === 'every' ? 0 : resync,
        mailbox: mailbox === 'every' ? { mode: 'every' } : { annihilate: mailbox === 'annihilate' },
      },
    )
    this.#handlers.push({ registration, monitor })
  }

  #fail(verb: 'list' | 'watch', name: string, fault: FakeFault): void {
    this.#named.set(fault, `${verb} ${name}`)
    this.source.failNext(verb, fault)
  }

  #cut(how: Extract<Command, { type: 'cut' }>['how']): void {
    const { source } = this
    if (source.streams > 0) this.#count(`cut ${how}`)
    if (how === 'close') source.closeStreams()
    else if (how === 'interrupt') source.interruptStreams()
    else if (how === 'silence') source.silenceStreams()
    else source.sendError(statuses[how]())
  }

  #count(what: string): void {
    this.#done.set(what, (this.#done.get(what) ?? 0) + 1)
  }

  /** Tells the monitor what was written since, as those see it who select. */
  #learn(): void {
    const { writes } = this.source
    for (const { type, key, object, before } of writes.slice(this.#written)) {
      const was = before !== undefined && selected(before)
      if (type !== 'DELETED' && selected(object)) this.monitor.wrote({ type, key, object })
      else if (was) this.monitor.wrote({ type: 'DELETED', key, object })
    }
    this.#written = writes.length
  }

  #object(name: string, node: string, app: string): KubernetesObject {
    return deepCopy<KubernetesObject>({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace: 'default', labels: { node, app } },
    })
  }
}

const atOnce = ['expired', 'tooLarge', 'tooManyRequests', 'forbidden', 'notFound'] as const

function watchFault(fault: Extract<Command, { type: 'failWatch' }>['fault'], after: number) {
  if (fault === 'repeat') return faults.repeat(1, after + 1)
  if (
    fault === 'internalError' ||
    fault === 'refused' ||
    fault === 'reset' ||
    fault === 'noInitialEventsEnd'
  ) {
    return faults[fault]()
  }
  const refusal = atOnce.find((name) => name === fault)
  return refusal === undefined ? faults[fault as 'close'](after) : faults[refusal]()
}
