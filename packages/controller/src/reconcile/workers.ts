import { parseDuration, type Clock } from '@rxkube/clock'
import type { KubernetesObject, Resource } from '@rxkube/meta'
import type { RateLimitingQueue, WorkItem } from '@rxkube/workqueue'
import type { Cause } from '../cause.ts'
import { asError, ReconcileTimeoutError } from '../errors.ts'
import type { OwnWrite } from '../read-your-writes/own-write.ts'
import type { WriteTracker } from '../read-your-writes/write-tracker.ts'
import { requestKey, type Request } from '../request.ts'
import type { ReadTracker } from '../tracked-reads/read-tracker.ts'
import { resourceKey, type Caches } from './caches.ts'
import type { CatchUp } from './catch-up.ts'
import { classify, type Verdict } from './classify.ts'
import type { Surroundings } from './controller-parts.ts'
import { ReconcileLoopError } from './loop-error.ts'
import type { LoopGuard } from './loop-guard.ts'
import type { Outcome } from './outcome.ts'
import type { ControllerOptions, Reconciler } from './reconciler.ts'
import { RunContext } from './run-context.ts'
import { limited } from './time-limit.ts'
import { RunSpan } from './tracing.ts'
import { WorkTurn } from './work-turn.ts'
import { isByItself, isByOthers } from './woken-by.ts'

/** What workers need of their controller. */
export interface WorkerParts {
  readonly name: string
  readonly resource: Resource | undefined
  readonly reconciler: Reconciler
  readonly options: ControllerOptions
  readonly queue: RateLimitingQueue<Request>
  readonly caches: Caches
  readonly tracker: WriteTracker
  readonly catchUp: CatchUp
  readonly reads: ReadTracker | undefined
  readonly loopGuard: LoopGuard | undefined
  readonly report: (error: Error) => void
  readonly told: (outcome: Outcome) => void
}

/** What ends workers. */
export interface WorkSignals {
  /** Takes no more requests. */
  readonly signal: AbortSignal
  /** Ends the runs that are under way. */
  readonly abort: AbortSignal
}

/** Takes requests out of the queue and has them reconciled, so many at once. */
export class Workers {
  readonly #parts: WorkerParts
  readonly #around: Surroundings
  readonly #clock: Clock
  readonly #timeout: number
  #active = 0

  constructor(parts: WorkerParts, around: Surroundings) {
    this.#parts = parts
    this.#around = around
    this.#clock = around.client.clock
    this.#timeout = parseDuration(parts.options.reconcileTimeout ?? '5m')
  }

  /** How many runs are under way. */
  get active(): number {
    return this.#active
  }

  /** How often the loop guard has put a request off. */
  get loopPauses(): number {
    return this.#parts.loopGuard?.pauses ?? 0
  }

  /** Resolves when `signal` has aborted and no run is under way. */
  async work(signals: WorkSignals): Promise<void> {
    const { maxConcurrentReconciles = 1 } = this.#parts.options
    await Promise.all(Array.from({ length: maxConcurrentReconciles }, () => this.#loop(signals)))
  }

  async #loop(signals: WorkSignals): Promise<void> {
    const turn = new WorkTurn(this.#clock)
    while (!signals.signal.aborted) {
      // oxlint-disable-next-line no-await-in-loop -- one request after another
      await turn.shared()
      // oxlint-disable-next-line no-await-in-loop -- one request after another
      const item = await this.#next(signals.signal)
      if (!item) return
      try {
        // oxlint-disable-next-line no-await-in-loop -- one request after another
        await this.#process(item, signals.abort)
      } catch (error) {
        // Whatever failed about one request must end neither the others nor the request.
        this.#parts.report(asError(error))
        this.#parts.queue.addRateLimited(item.item, { priority: item.priority, cause: this.#cause('retry') })
      } finally {
        item.done()
      }
    }
  }

  async #next(signal: AbortSignal): Promise<WorkItem<Request> | undefined> {
    try {
      return await this.#parts.queue.get({ signal })
    } catch (error) {
      if (signal.aborted) return undefined
      throw error
    }
  }

  async #process(item: WorkItem<Request>, abort: AbortSignal): Promise<void> {
    const { queue, catchUp, loopGuard } = this.#parts
    const causes = (item.causes as readonly Cause[]).map((cause) => this.#attributed(cause))
    const { item: request, priority } = item
    try {
      if (!(await catchUp.admit({ request, priority, causes }, abort))) return
    } catch (error) {
      // The server could not say what became of a write: without knowing, nothing may be written.
      if (abort.aborted) queue.add(request, { priority })
      else {
        this.#parts.report(asError(error))
        queue.addRateLimited(request, { priority, cause: this.#cause('retry') })
      }
      return
    }
    const key = requestKey(request)
    if (isByOthers(causes)) loopGuard?.rested(key)
    const admission = loopGuard?.admit(key, this.#clock.monotonic())
    if (admission && admission.delay > 0) {
      if (admission.firstTime) this.#tellOfLoop(request)
      queue.addAfter(request, admission.delay, { priority, causes })
      return
    }
    await this.#run(item, causes, abort)
  }

  async #run(item: WorkItem<Request>, causes: readonly Cause[], abort: AbortSignal): Promise<void> {
    const { name, reconciler, resource, queue, caches, tracker, catchUp, reads, options } = this.#parts
    const request = item.item
    const key = requestKey(request)
    const attempt = queue.numRequeues(request)
    const span = new RunSpan(name, request, { causes, attempt, waited: item.waited })
    const ends = this.#endOfRun(key, abort)
    const reading = reads?.begin(key)
    const run = new RunContext(
      {
        controller: name,
        resource,
        request,
        causes,
        attempt,
        signal: ends.signal,
        caches,
        tracker,
        catchUp,
        mode: options.readYourWrites ?? 'wait',
        reading,
        wrote: (of, write, base) => this.#log(of, write, base, span),
      },
      this.#around,
    )
    const began = this.#clock.monotonic()
    this.#active += 1
    const ended = await span.run(() =>
      limited(
        async () => reconciler(request, run.context()),
        ends.signal,
        this.#clock,
        (late) => this.#parts.report(asError(late)),
      ),
    )
    this.#active -= 1
    const aborted = ends.signal.aborted ? (ends.signal.reason as unknown) : undefined
    const verdict = classify(ended, { controller: name, request: key, aborted })
    ends.over()
    const succeeded = verdict.error === undefined
    reading?.end(succeeded)
    catchUp.ended(key)
    if (succeeded) caches.keep(key, run.used)
    this.#guardLoops(item, causes, run)
    this.#follow(item, verdict)
    span.end(verdict, run.writes)
    this.#parts.told({
      controller: name,
      request,
      result: verdict.result,
      error: verdict.error,
      duration: this.#clock.monotonic() - began,
      waited: item.waited,
      causes,
      droppedCauses: item.droppedCauses,
      priority: item.priority,
      attempt,
      requeueAfter: verdict.requeueAfter,
      writes: run.writes,
      noopWrites: run.noopWrites,
    })
  }

  /** What comes next for the request. */
  #follow({ item: request, priority }: WorkItem<Request>, verdict: Verdict): void {
    const { queue } = this.#parts
    switch (verdict.result) {
      case 'error':
      case 'timeout':
        queue.addRateLimited(request, { priority, cause: this.#cause('retry') })
        return
      case 'aborted':
        // Whoever works on after this finds it where it was.
        queue.add(request, { priority, cause: this.#cause('retry') })
        return
      case 'requeue_after':
        queue.forget(request)
        queue.addAfter(request, verdict.requeueAfter ?? 0, {
          priority: verdict.priority ?? priority,
          cause: this.#cause('requeue'),
        })
        return
      case 'success':
      case 'terminal':
      case 'namespace_terminating':
        queue.forget(request)
    }
  }

  #guardLoops(
    { item: request, droppedCauses }: WorkItem<Request>,
    causes: readonly Cause[],
    { writes, noopWrites }: RunContext,
  ): void {
    const { loopGuard } = this.#parts
    if (!isByItself(causes, droppedCauses)) return
    const key = requestKey(request)
    if (writes > noopWrites) loopGuard?.ran(key, this.#clock.monotonic())
    else loopGuard?.rested(key)
  }

  #tellOfLoop(request: Request): void {
    const error = new ReconcileLoopError(this.#parts.name, requestKey(request))
    const object = this.#object(request)
    if (object) this.#around.recorder?.recordEvent(object, 'Warning', 'ReconcileLoop', error.message)
    this.#parts.report(error)
  }

  #endOfRun(key: string, abort: AbortSignal): { signal: AbortSignal; over: () => void } {
    const { name } = this.#parts
    const end = new AbortController()
    const stop = (): void => end.abort(abort.reason)
    const timer = this.#clock.setTimer(this.#timeout, () =>
      end.abort(new ReconcileTimeoutError(name, key, this.#timeout, true)),
    )
    if (abort.aborted) stop()
    else abort.addEventListener('abort', stop, { once: true })
    return {
      signal: end.signal,
      over: () => {
        timer.cancel()
        abort.removeEventListener('abort', stop)
        end.abort(new RunOverError(name, key))
      },
    }
  }

  #log(resource: Resource, { resourceVersion }: OwnWrite, base: string | undefined, span: RunSpan): void {
    if (resourceVersion === undefined) return
    const { name: controller } = this.#parts
    this.#around.writeLog.add(resourceKey(resource), resourceVersion, {
      controller,
      base,
      span: span.context,
    })
  }

  #object(request: Request): KubernetesObject | undefined {
    const { resource, caches } = this.#parts
    const cache = resource && caches.get(resource, 'full')
    return cache?.informer.indexer.getByKey(requestKey(request)) as KubernetesObject | undefined
  }

  /** The cause with whose write it was: by now that is known, for the run that wrote has ended. */
  #attributed(cause: Cause): Cause {
    const written = this.#around.writeLog.get(cause.source, cause.resourceVersion)
    if (!written) return cause
    // A deletion shows the last version, whoever wrote that, and so does a resync.
    const own = cause.type !== 'deleted' && cause.type !== 'resync' && written.controller === this.#parts.name
    return { ...cause, ...(own && { own }), ...(written.span && { span: written.span }) }
  }

  #cause(type: Cause['type']): Cause {
    return { type, source: this.#parts.name }
  }
}

/** Something of a run went on after the run had ended. */
export class RunOverError extends Error {
  override readonly name = 'RunOverError'

  constructor(controller: string, request: string) {
    super(`the run of ${controller} over "${request}" has ended: await everything that it begins`)
  }
}
