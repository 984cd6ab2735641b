import type { Client } from '@rxkube/client'
import { parseDuration } from '@rxkube/clock'
import type { ClientEventRecorder } from '@rxkube/event-recorder'
import { LeadershipLostError, type LeaderElector } from '@rxkube/leader-election'
import type { KubernetesObject, Resource } from '@rxkube/meta'
import { Subject, type Observable } from 'rxjs'
import { ControllerBuilder, type WatchOptions } from '../builder/controller-builder.ts'
import { installCustomResources } from '../custom-resource/install-custom-resources.ts'
import { InvalidControllerError, ManagerStateError } from '../errors.ts'
import type { EventRecorderLike } from '../event-sink.ts'
import { InformerPool } from '../informers/informer-pool.ts'
import { inspectManager, type Inspection } from '../operations/inspect.ts'
import { WriteLog } from '../read-your-writes/write-log.ts'
import type { ControllerParts, Surroundings } from '../reconcile/controller-parts.ts'
import { Controller } from '../reconcile/controller.ts'
import type { Outcome } from '../reconcile/outcome.ts'
import { grace } from '../reconcile/time-limit.ts'
import { controllerMember } from './controller-member.ts'
import { managerElector } from './election.ts'
import type { ManagerOptions } from './manager-options.ts'
import { managerRecorder } from './manager-recorder.ts'
import { ManagerReports } from './manager-reports.ts'
import type { Runnable } from './runnable.ts'
import { workAround } from './work-around.ts'
import { WorkGroup, type Member } from './work-group.ts'

/** Where a manager stands. */
export type ManagerPhase = 'new' | 'syncing' | 'standby' | 'working' | 'stopping' | 'stopped'

/**
 * Runs controllers over shared caches, as the one leader of several processes if wanted: `start` fills the caches, waits
 * to lead, works, and ends in order. controller-runtime: `manager.Manager`.
 *
 * A manager that waits to lead has its caches and queues full already: it takes over at once.
 */
export class Manager implements AsyncDisposable {
  readonly client: Client
  readonly #options: ManagerOptions
  readonly #pool: InformerPool
  readonly #around: Surroundings
  readonly #ownRecorder: ClientEventRecorder | undefined
  readonly #elector: LeaderElector | undefined
  readonly #first: WorkGroup
  readonly #everybody: WorkGroup
  readonly #leaders: WorkGroup
  readonly #controllers = new Map<string, Controller>()
  readonly #members = new Map<Controller, { readonly group: WorkGroup; readonly member: Member }>()
  readonly #reports = new ManagerReports()
  readonly #outcomes = new Subject<Outcome>()
  readonly #end = new AbortController()
  #phase: ManagerPhase = 'new'
  #run: Promise<void> | undefined

  /** Throws an `InvalidControllerError` for options that cannot work. */
  constructor(options: ManagerOptions) {
    const { client, cache, leaderElection } = options
    const { clock } = client
    const drain = parseDuration(options.gracefulShutdownTimeout ?? '30s')
    this.#options = options
    this.client = client
    const { report } = this.#reports
    this.#pool = new InformerPool(client, { onHandlerError: report, ...cache }, report)
    const { recorder, own } = managerRecorder(options, report)
    this.#ownRecorder = own
    const group = { clock, drain: (reason: unknown) => (reason instanceof LeadershipLostError ? 0 : drain) }
    this.#first = new WorkGroup(group)
    this.#everybody = new WorkGroup(group)
    this.#leaders = new WorkGroup(group)
    this.#elector =
      leaderElection &&
      managerElector(leaderElection, {
        client,
        eventRecorder: undefined,
        stopTimeout: drain + 2 * grace,
        lead: (signal) => this.#lead(signal),
        onError: report,
        metricsProvider: options.metrics?.elections,
      })
    this.#around = {
      client,
      pool: this.#pool,
      writeLog: new WriteLog(),
      recorder,
      queueMetrics: options.queueMetrics ?? options.metrics?.queues,
      guard: () => undefined,
      told: (outcome, heard) => {
        if (!heard && !this.#outcomes.observed) this.#reports.unheard(outcome)
        this.#outcomes.next(outcome)
      },
    }
    options.metrics?.observe(this)
  }

  /** Where it stands: on `standby` caches are full and another process leads. */
  get phase(): ManagerPhase {
    return this.#phase
  }

  /** Its controllers, by name. */
  get controllers(): ReadonlyMap<string, Controller> {
    return this.#controllers
  }

  /** The caches that its controllers share. */
  get informers(): InformerPool {
    return this.#pool
  }

  /** Who decides whether this process leads; undefined where nobody does. */
  get elector(): LeaderElector | undefined {
    return this.#elector
  }

  /** What it consists of, with counts, as plain JSON: no object of the cluster is in it. */
  inspect(): Inspection {
    return inspectManager(this, this.#options.name, this.#ownRecorder?.stats)
  }

  /** Where events go. */
  get recorder(): EventRecorderLike | undefined {
    return this.#around.recorder
  }

  /** What came of each look at a request, of all its controllers. */
  get outcomes$(): Observable<Outcome> {
    return this.#outcomes.asObservable()
  }

  /** What went wrong without ending anything, with its caches and controllers too. Unheard, it becomes a warning. */
  get error$(): Observable<Error> {
    return this.#reports.error$
  }

  /**
   * Begins a controller, which its `reconcile` completes. The kind is what its requests are about, as with `for()`. One that
   * is made while the manager runs starts at once.
   */
  controller(name: string): ControllerBuilder
  controller<T extends KubernetesObject>(
    name: string,
    resource: Resource<T>,
    options?: WatchOptions<T>,
  ): ControllerBuilder<T>
  controller<T extends KubernetesObject>(
    name: string,
    resource?: Resource<T>,
    options?: WatchOptions<T>,
  ): ControllerBuilder | ControllerBuilder<T> {
    const builder = new ControllerBuilder(name, (parts) => this.#make(parts))
    return resource ? builder.for(resource, options) : builder
  }

  /** Runs something else beside the controllers. controller-runtime: `Add`. */
  add(runnable: Runnable): this {
    this.#assertOpen()
    const { name = 'runnable', needLeaderElection = true, beforeCaches = false } = runnable
    const group = beforeCaches ? this.#first : needLeaderElection ? this.#leaders : this.#everybody
    group.add({ name, work: async ({ signal }) => runnable.start(signal) })
    return this
  }

  /** Ends one controller: it works no more, and its caches go when nobody else has them. Resolves when nothing of it runs. */
  async remove(controller: Controller): Promise<void> {
    const known = this.#members.get(controller)
    if (!known) return
    known.group.delete(known.member)
    // It counts until nothing of it runs: the end of the manager waits for it, and its name is taken.
    await controller.stop()
    this.#members.delete(controller)
    if (this.#controllers.get(controller.name) === controller) this.#controllers.delete(controller.name)
  }

  /**
   * Fills the caches, leads if it is to, and works, until the signal aborts: then it resolves, when what was under way has
   * ended, the lease was given up and nothing runs. Rejects with a `CacheSyncError` that says which cache did not fill and
   * why, a `LeadershipLostError`, what a runnable threw, and a `WorkNotStoppedError` that names what does not end.
   */
  async start({ signal }: { readonly signal?: AbortSignal | undefined } = {}): Promise<void> {
    if (this.#run)
      throw new ManagerStateError('a manager starts once, and not after its end: make another one')
    const run = workAround(this.#first, this.#end, () => this.#start(signal))
    // `stop` waits for it too, and must not be who finds out that it failed.
    run.catch(() => undefined)
    this.#run = run
    return run
  }

  /** As when the signal of `start` aborts. Never rejects. */
  async stop(): Promise<void> {
    this.#end.abort(new ManagerStateError('the manager is stopped'))
    this.#run ??= this.#stop()
    await Promise.allSettled([this.#run])
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop()
  }

  async #start(signal: AbortSignal | undefined): Promise<void> {
    const end = this.#end.signal
    const ended = (): void => this.#end.abort(signal?.reason)
    signal?.addEventListener('abort', ended, { once: true })
    if (signal?.aborted) ended()
    try {
      this.#phase = 'syncing'
      const { customResources = [], cacheSyncTimeout: timeout = '2m' } = this.#options
      if (customResources.length > 0) {
        await installCustomResources(this.client, customResources, { timeout, signal: end })
      }
      end.throwIfAborted()
      this.#pool.start()
      await this.#warmUp(end)
      this.#phase = 'standby'
      await this.#work(end)
    } catch (error) {
      // That it was told to end is no failure.
      if (!(end.aborted && error === end.reason)) throw error
    } finally {
      signal?.removeEventListener('abort', ended)
      await this.#stop()
    }
  }

  async #warmUp(end: AbortSignal): Promise<void> {
    const { cacheSyncTimeout = '2m' } = this.#options
    const all = [...this.#controllers.values()].map((controller) => controller.warmUp(end))
    await Promise.all([this.#pool.waitForCacheSync({ timeout: cacheSyncTimeout, signal: end }), ...all])
  }

  /** Ends when it is told to, or when anything fails; all that works has ended then. */
  async #work(end: AbortSignal): Promise<void> {
    const failed = new AbortController()
    const either = AbortSignal.any([end, failed.signal])
    const parts = [
      this.#everybody.run(either),
      this.#elector ? this.#elector.run({ signal: either }) : this.#lead(either),
    ].map(async (part) => {
      try {
        await part
      } catch (error) {
        failed.abort(error)
        throw error
      }
    })
    const failure = (await Promise.allSettled(parts)).find(({ status }) => status === 'rejected')
    if (failure?.status === 'rejected') throw failed.signal.reason
  }

  async #lead(signal: AbortSignal): Promise<void> {
    this.#phase = 'working'
    try {
      await this.#leaders.run(signal)
    } finally {
      if (this.phase === 'working') this.#phase = 'standby'
    }
  }

  async #stop(): Promise<void> {
    this.#phase = 'stopping'
    const { report } = this.#reports
    // One that cannot end must not keep the others from it.
    await this.#elector?.stop().catch(report)
    await Promise.all([...this.#controllers.values()].map((controller) => controller.stop().catch(report)))
    await this.#pool.stop()
    await this.#ownRecorder?.shutdown({ timeout: '5s' }).catch(report)
    this.#phase = 'stopped'
    this.#outcomes.complete()
    this.#reports.end()
  }

  #make(parts: ControllerParts): Controller {
    this.#assertOpen()
    if (this.#controllers.has(parts.name)) {
      throw new InvalidControllerError(
        `there is a controller "${parts.name}" already: names tell them apart in metrics and logs`,
      )
    }
    const options = { ...this.#options.controllers, ...parts.options }
    const isLeaders = options.needLeaderElection ?? true
    const controller = new Controller({ ...parts, options }, this.#surroundings(parts.name, isLeaders))
    controller.error$.subscribe(this.#reports.report)
    this.#controllers.set(parts.name, controller)
    const group = isLeaders ? this.#leaders : this.#everybody
    const member = controllerMember(controller, this.#phase !== 'new')
    this.#members.set(controller, { group, member })
    group.add(member)
    return controller
  }

  #surroundings(name: string, isLeaders: boolean): Surroundings {
    const elector = this.#elector
    const around = { ...this.#around, recorder: this.#options.recorderFor?.(name) ?? this.#around.recorder }
    return isLeaders && elector ? { ...around, guard: () => elector.assertLeading() } : around
  }

  #assertOpen(): void {
    if (this.#phase === 'stopping' || this.#phase === 'stopped')
      throw new ManagerStateError('this manager is over: make another one')
  }
}
