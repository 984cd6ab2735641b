import { parseDuration } from '@rxkube/clock'
import type { Resource } from '@rxkube/meta'
import {
  defaultControllerRateLimiter,
  PriorityStorage,
  RateLimitingQueue,
  type AddOptions,
  type QueueStats,
} from '@rxkube/workqueue'
import { Subject, type Observable } from 'rxjs'
import type { Cause } from '../cause.ts'
import { ManagerStateError } from '../errors.ts'
import { WriteTracker } from '../read-your-writes/write-tracker.ts'
import { requestKey, type Request } from '../request.ts'
import { ReadTracker } from '../tracked-reads/read-tracker.ts'
import { Caches, type Cache } from './caches.ts'
import { CatchUp, ReadYourWritesTimeoutError } from './catch-up.ts'
import type { ControllerParts, Surroundings } from './controller-parts.ts'
import { failSafe } from './fail-safe-limiter.ts'
import { jittered } from './jittered.ts'
import { LoopGuard } from './loop-guard.ts'
import { orAborted } from './or-aborted.ts'
import { noResults, type Outcome, type OutcomeResult } from './outcome.ts'
import { Triggers } from './triggers.ts'
import { Workers, type WorkSignals } from './workers.ts'

/** What a controller is doing. */
export type ControllerPhase = 'new' | 'syncing' | 'standby' | 'working' | 'stopped'

/** Where a controller stands. */
export interface ControllerStatus {
  readonly name: string
  readonly phase: ControllerPhase
  readonly queue: QueueStats
  /** Runs under way. */
  readonly active: number
  /** Requests that wait for caches to show what they wrote. */
  readonly waitingForCaches: number
  /** How often the loop guard has put a request off. */
  readonly loopPauses: number
  /** Runs that have ended, by how they ended. */
  readonly results: Readonly<Record<OutcomeResult, number>>
}

/**
 * Keeps the world as objects of one kind ask for: what it watches becomes requests in a queue, and workers hand them to
 * its reconcile, each request to one at a time. Made by `manager.controller()`. controller-runtime: `controller.Controller`.
 */
export class Controller {
  readonly name: string
  /** Whether only the leader works. */
  readonly needLeaderElection: boolean
  readonly #parts: ControllerParts
  readonly #caches: Caches
  readonly #queue: RateLimitingQueue<Request>
  readonly #catchUp: CatchUp
  readonly #reads: ReadTracker | undefined
  readonly #triggers: Triggers
  readonly #workers: Workers
  readonly #outcomes = new Subject<Outcome>()
  readonly #results = noResults()
  readonly #errors = new Subject<Error>()
  #phase: ControllerPhase = 'new'
  readonly #end = new AbortController()
  #working: Promise<void> | undefined
  #stopped: Promise<void> | undefined

  constructor(parts: ControllerParts, around: Surroundings) {
    const { name, options, resource, watches, streams, reconciler } = parts
    const { clock, random } = around.client
    const { readYourWrites = 'wait', readYourWritesTimeout = '5m', loopGuard = {} } = options
    const report = (error: Error): void => this.#errors.next(error)
    this.name = name
    this.needLeaderElection = options.needLeaderElection ?? true
    this.#parts = parts
    this.#caches = new Caches(around.pool, {
      taken: (cache) => this.#catchUp.follow(cache),
      left: (cache) => {
        this.#catchUp.leave(cache)
        this.#reads?.leave(cache.key)
      },
    })
    const usual = defaultControllerRateLimiter<Request>({ clock, keyOf: requestKey })
    const limiter = options.rateLimiter ? failSafe(options.rateLimiter, usual, report) : usual
    const queue = new RateLimitingQueue<Request>({
      name,
      clock,
      keyOf: requestKey,
      metricsProvider: around.queueMetrics,
      storage: new PriorityStorage({ ageing: options.ageing }),
      rateLimiter: jittered(limiter, random),
    })
    this.#queue = queue
    const timeout = parseDuration(readYourWritesTimeout)
    const tracker = new WriteTracker(
      (of) => this.#caches.of(of).map(({ informer }) => informer.indexer),
      readYourWrites === 'overlay'
        ? {
            clock,
            timeout,
            expired: (key, of) => report(new ReadYourWritesTimeoutError(name, key, [of], timeout)),
          }
        : undefined,
    )
    const caughtUp: Cause = { type: 'caughtUp', source: name }
    this.#catchUp = new CatchUp({
      controller: name,
      client: around.client,
      clock,
      mode: readYourWrites,
      timeout,
      tracker,
      cachesOf: (of) => this.#caches.of(of),
      wake: ({ request, priority, causes }, after) => {
        // The same one each time: it must not crowd out why the request is looked at.
        queue.addAfter(request, after, { priority, causes: [caughtUp, ...causes] })
      },
      report,
    })
    this.#reads = options.trackedReads
      ? new ReadTracker((request, cache, { key, object }) =>
          queue.add(requestOf(request), {
            cause: {
              type: 'dependency',
              source: cache.split(' ')[0] ?? cache,
              object: key,
              ...(object?.metadata?.resourceVersion && { resourceVersion: object.metadata.resourceVersion }),
            },
          }),
        )
      : undefined
    this.#caches.declareAll(watches)
    this.#triggers = new Triggers(
      {
        name,
        primary: resource && this.#caches.get(resource, 'full'),
        watches,
        streams,
        caches: this.#caches,
        queue,
        report,
      },
      around,
    )
    this.#workers = new Workers(
      {
        name,
        resource,
        reconciler,
        options,
        queue,
        caches: this.#caches,
        tracker,
        catchUp: this.#catchUp,
        reads: this.#reads,
        loopGuard: loopGuard === false ? undefined : new LoopGuard(loopGuard),
        report,
        told: (outcome) => {
          this.#results[outcome.result] += 1
          const heard = this.#outcomes.observed
          this.#outcomes.next(outcome)
          around.told(outcome, heard)
        },
      },
      around,
    )
  }

  /** What came of each look at a request, as it ends. Completes when the controller has stopped. */
  get outcomes$(): Observable<Outcome> {
    return this.#outcomes.asObservable()
  }

  /** What went wrong beside the reconciles themselves; their own errors are in `outcomes$`. */
  get error$(): Observable<Error> {
    return this.#errors.asObservable()
  }

  /** What its requests are about. */
  get resource(): Resource | undefined {
    return this.#parts.resource
  }

  get status(): ControllerStatus {
    return {
      name: this.name,
      phase: this.#phase,
      queue: this.#queue.stats,
      active: this.#workers.active,
      waitingForCaches: this.#catchUp.waiting,
      loopPauses: this.#workers.loopPauses,
      results: { ...this.#results },
    }
  }

  /** The queue's counts, each time they change. */
  get stats$(): Observable<QueueStats> {
    return this.#queue.stats$
  }

  /** What it watches and what wakes it, for `manager.inspect()`. */
  get parts(): ControllerParts {
    return this.#parts
  }

  /** The caches that it reads. */
  get caches(): readonly Cache[] {
    return this.#caches.all
  }

  /** Has a request looked at, whatever wakes it otherwise. */
  enqueue(request: Request, options?: AddOptions): void {
    this.#queue.add(request, { cause: { type: 'requested', source: 'enqueue' }, ...options })
  }

  /** Fills its queue from what it watches, and works at nothing yet. Resolves when all that there was is in. */
  async warmUp(signal: AbortSignal): Promise<void> {
    // Once more when the first time was broken off: leadership was lost meanwhile, say.
    if (this.#phase !== 'new' && this.#phase !== 'syncing') return
    if (this.#phase === 'new') this.#triggers.attach()
    this.#phase = 'syncing'
    const either = AbortSignal.any([signal, this.#end.signal])
    await Promise.all(this.#caches.all.map(({ informer }) => informer.waitForCacheSync({ signal: either })))
    await orAborted(this.#triggers.synced(), either)
    if (this.status.phase === 'syncing') this.#phase = 'standby'
  }

  /** Works until `signal` aborts, and resolves when no run is under way. It may be called again then. */
  async work(signals: WorkSignals): Promise<void> {
    if (this.#phase !== 'standby') return
    this.#phase = 'working'
    const abort = AbortSignal.any([signals.abort, this.#end.signal])
    this.#working = this.#workers.work({ signal: signals.signal, abort })
    await this.#working
    if (this.status.phase === 'working') this.#phase = 'standby'
  }

  /**
   * Ends what is under way, hears nothing any more and gives its caches back. Resolves when nothing of it runs.
   */
  stop(): Promise<void> {
    this.#stopped ??= this.#stop()
    return this.#stopped
  }

  async #stop(): Promise<void> {
    this.#phase = 'stopped'
    this.#queue.shutDown()
    this.#end.abort(new ManagerStateError(`the controller "${this.name}" is stopped`))
    // What it failed with was told by `work`.
    await Promise.allSettled([this.#working])
    this.#catchUp.stop()
    this.#reads?.stop()
    await this.#triggers.stop()
    this.#caches.release()
    this.#outcomes.complete()
    this.#errors.complete()
  }
}

function requestOf(key: string): Request {
  const slash = key.indexOf('/')
  return slash < 0
    ? { namespace: '', name: key }
    : { namespace: key.slice(0, slash), name: key.slice(slash + 1) }
}
