import type { ListerWatcher } from '@rxkube/client'
import { parseDuration, systemClock, systemRandom, type Clock } from '@rxkube/clock'
import { Indexer, lister, type Indexers, type Lister, type Selection } from '@rxkube/indexer'
import type { Cached, KubernetesObject } from '@rxkube/meta'
import type { Observable } from 'rxjs'
import type { BarrierOptions } from './barrier.ts'
import { waitForInformers } from './cache-sync.ts'
import type { Change } from './change.ts'
import { InformerAlreadyRunError, InformerStartedError, NotARegistrationError } from './errors.ts'
import type { EventHandlerOptions, ResourceEventHandlerRegistration } from './event-handler-options.ts'
import { unfiltered } from './filtering-handler.ts'
import { handlerConsumer } from './handler-consumer.ts'
import { HandlerError } from './handler-error.ts'
import { EventHandlerRegistration } from './handler-registration.ts'
import { nameForHandler, type ResourceEventHandler } from './handlers.ts'
import { withNamespaceIndex, type NamespaceIndex } from './informer-indexers.ts'
import { InformerLife } from './informer-life.ts'
import { InformerReports } from './informer-reports.ts'
import { checkReflectorOptions, InformerSession } from './informer-session.ts'
import { StatusSource } from './informer-status-source.ts'
import { readStatus, type InformerStatus } from './informer-status.ts'
import { changes$, iterateChanges, live$, type StreamSource } from './informer-streams.ts'
import { mutationDetectionWanted } from './mutation-detector.ts'
import { Registrations } from './registrations.ts'
import type { CacheSyncOptions, ChangesOptions, SharedInformerOptions } from './shared-informer-options.ts'
import { stripManagedFields, type Transform } from './transform.ts'

/**
 * One watch and one cache of a collection, and any number of handlers, streams and live queries on it.
 *
 * It starts with `run` or `start` and then runs until it is stopped, for good. Used only through its streams it starts
 * with the first of them, and stops some time (`linger`) after the last. Upstream: `SharedIndexInformer`.
 */
export class SharedInformer<
  T extends KubernetesObject = KubernetesObject,
  IndexName extends string = never,
> implements AsyncDisposable {
  readonly name: string
  /** What is watched, such as `pods`. */
  readonly description: string
  /** The cache with its indices; there is one by namespace. Read it, but do not write it. */
  readonly indexer: Indexer<T, IndexName | NamespaceIndex>
  /** The cache by namespace and name. */
  readonly lister: Lister<T>
  /** What went wrong with nobody waiting for it: handlers, transforms, index functions, misuse. */
  readonly error$: Observable<Error>
  /** How it is doing, now and after each change. Watching this starts nothing. */
  readonly status$: Observable<InformerStatus>
  readonly #clock: Clock
  readonly #reports: InformerReports
  readonly #registrations: Registrations<T>
  readonly #life: InformerLife<T, InformerSession<T>>
  readonly #status: StatusSource
  readonly #streams: StreamSource<T>
  readonly #handlers = new Map<ResourceEventHandlerRegistration, () => void>()
  /** Somebody is given what ends it by `run`. */
  #isRun = false
  #transform: Transform<T>
  #watchErrorHandler: ((error: Error) => void) | undefined

  constructor(listerWatcher: ListerWatcher<T>, options: SharedInformerOptions<T, IndexName> = {}) {
    const { description } = listerWatcher
    const { clock = systemClock, random = systemRandom, name = description, onHandlerError } = options
    checkReflectorOptions(listerWatcher, options.reflector)
    this.name = name
    this.description = description
    this.#clock = clock
    this.#transform = options.transform ?? stripManagedFields
    this.#watchErrorHandler = options.watchErrorHandler
    this.#reports = new InformerReports(description, onHandlerError)
    this.error$ = this.#reports.error$
    const report = (error: Error, heard?: boolean): void => this.#reports.report(error, heard)
    this.indexer = new Indexer<T, IndexName | NamespaceIndex>({
      indexers: withNamespaceIndex(options.indexers),
      onIndexError: report,
      ...(options.freeze && { freeze: options.freeze }),
    })
    const resource = options.resource ?? { group: '', resource: description }
    this.lister = lister<T>(this.indexer, resource)
    this.#status = new StatusSource(() => this.status, clock)
    this.status$ = this.#status.status$
    const onChange = (): void => this.#status.changed()
    this.#registrations = new Registrations<T>({
      informer: description,
      clock,
      indexer: this.indexer,
      resyncPeriod: parseDuration(options.resyncPeriod ?? 0),
      pauseAfterError: parseDuration(options.pauseAfterHandlerError ?? 1000),
      report,
      fail: (failure) => void this.#life.stop({ failure }),
      onChange,
    })
    this.#life = new InformerLife<T, InformerSession<T>>({
      description,
      clock,
      linger: options.linger ?? '30s',
      registrations: this.#registrations,
      session: (synced) =>
        new InformerSession<T>({
          name,
          listerWatcher,
          indexer: this.indexer,
          registrations: this.#registrations,
          queue: options.queue ?? 'RealFIFO',
          transform: this.#transform,
          watchErrorHandler: this.#watchErrorHandler,
          reflector: options.reflector ?? {},
          metrics: options.metrics,
          detectsMutations: options.detectMutations ?? mutationDetectionWanted(),
          clock,
          random,
          synced,
          report,
          onChange,
        }),
      isHeld: () => this.#handlers.size > 0,
      release: () => void this.indexer.replace(new Map(), ''),
      onChange,
      onBusy: report,
      onOver: (failure) => {
        // What a handler threw was told when it threw.
        if (failure && !this.#isRun && !(failure instanceof HandlerError)) report(failure)
        this.#status.end()
        this.#reports.end()
      },
    })
    this.#streams = {
      indexer: this.indexer,
      registrations: this.#registrations,
      leases: this.#life.leases,
      assertAlive: () => this.#life.assertAlive('no stream was opened'),
      synced: () => this.#life.synced,
      onStop: (stopped) => this.#life.onStop(stopped),
    }
  }

  /**
   * Lists and watches until it is stopped. Resolves when it was, by `signal` or `stop()`, and nothing of it runs any
   * more; rejects with the HandlerError of a handler with `failFast`. A second run does nothing but report an
   * InformerAlreadyRunError. Upstream: `RunWithContext`.
   */
  async run({ signal }: { readonly signal?: AbortSignal } = {}): Promise<void> {
    if (this.#life.state !== 'new') {
      this.#reports.report(new InformerAlreadyRunError(this.description, this.isStopped()))
      return
    }
    this.#isRun = true
    this.#life.start()
    await this.#life.until(signal)
  }

  /**
   * Runs without being waited for. When it runs already, it goes on, and stops with the signal of each start. Throws
   * InformerStoppedError after a stop.
   */
  start({ signal }: { readonly signal?: AbortSignal } = {}): void {
    this.#life.assertAlive('it was not started again')
    if (this.#life.state === 'new') this.#life.start()
    // What ended it is reported when nobody runs it.
    this.#life.until(signal).catch(() => undefined)
  }

  /**
   * Stops for good, and aborts the signals of handlers. Resolves when no callback, request or timer is left; calls of
   * handlers that wait for the one that asks are left out. Rejects with HandlersBusyError when the timeout is over, and
   * with `signal.reason`, the informer being stopped all the same; without a limit, `error$` tells after 10 s which
   * handlers are waited for.
   */
  stop(options?: BarrierOptions): Promise<void> {
    return this.#life.stop({ timeout: options?.timeout, signal: options?.signal })
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop()
  }

  isStopped(): boolean {
    return this.#life.state === 'stopped'
  }

  /** True once the first state of the collection is in the cache. Handlers may still be behind: ask their own. */
  hasSynced(): boolean {
    return this.#life.hasSynced
  }

  /** Resolves when `hasSynced()` turns true; rejects with InformerStoppedError when it cannot any more. */
  get synced(): Promise<void> {
    return this.#life.synced
  }

  /** Rejects with a CacheSyncError that says why it has not synced, when the time is over; and with `signal.reason`. */
  waitForCacheSync(options?: CacheSyncOptions): Promise<void> {
    return waitForInformers([this], options, this.#clock)
  }

  /** The newest version that the reflector has handed over; `''` before the first. */
  get lastSyncResourceVersion(): string {
    return this.#life.session?.resourceVersion ?? ''
  }

  /**
   * Calls `handler` for each object there is, as an initial `added`, and for each change from then on; never within
   * this call, and never twice at once. Throws InformerStoppedError. Upstream: `AddEventHandlerWithOptions`.
   */
  addEventHandler(
    handler: ResourceEventHandler<T>,
    options: EventHandlerOptions<T> = {},
  ): ResourceEventHandlerRegistration {
    const {
      filter,
      name = nameForHandler(unfiltered(handler) as unknown as ResourceEventHandler<never>),
      ...rest
    } = options
    this.#life.assertAlive(`handler "${name}" was not added to shared informer`)
    const registration = this.#registrations.join({
      ...rest,
      name,
      consumer: handlerConsumer(handler, filter),
      onEnd: () => {
        this.#handlers.delete(handle)
        this.#life.handlerLeft()
      },
    })
    const handle = new EventHandlerRegistration(registration)
    this.#handlers.set(handle, () => registration.end())
    return handle
  }

  /**
   * Takes a handler off: it is not called any more; a call that is under way goes on (`registration.remove()` waits
   * for it). Harmless for one that is off already or belongs elsewhere; throws NotARegistrationError for anything else.
   */
  removeEventHandler(registration: ResourceEventHandlerRegistration): void {
    if (!(registration instanceof EventHandlerRegistration)) throw new NotARegistrationError()
    this.#handlers.get(registration)?.()
  }

  /** Adds indices and fills them before it returns. Throws InformerStoppedError and IndexerConflictError. */
  addIndexers<More extends string>(indexers: Indexers<T, More>): SharedInformer<T, IndexName | More> {
    this.#life.assertAlive('indexers were not added')
    this.indexer.addIndexers(indexers)
    return this
  }

  /** Sets what becomes of objects before they are stored. Throws InformerStartedError once it runs. */
  setTransform(transform: Transform<T>): void {
    this.#assertNew('the transform was not set')
    this.#transform = transform
  }

  /** Sets who is told of failed lists and watches. Throws InformerStartedError once it runs. */
  setWatchErrorHandler(handler: (error: Error) => void): void {
    this.#assertNew('the watch error handler was not set')
    this.#watchErrorHandler = handler
  }

  /** How it is doing at this moment. */
  get status(): InformerStatus {
    return readStatus(this, this.#life, this.#registrations)
  }

  /**
   * The cache as a stream: each object as an initial `added`, then `synced`, then each change, with no gap. Keeps the
   * informer running. Completes when the informer stops; fails with MailboxOverflowError, InformerStoppedError. An
   * Observable has no back-pressure: a slow reader takes `events()`. What a subscriber throws is RxJS's to report.
   */
  changes(options: ChangesOptions = {}): Observable<Change<T>> {
    return changes$(this.#streams, options)
  }

  /** As `changes`, for `for await`. A slow reader costs its own mailbox alone; `break` and the signal end it. */
  events(
    options: ChangesOptions & { readonly signal?: AbortSignal } = {},
  ): AsyncIterable<Change<T>, undefined> {
    return iterateChanges(this.#streams, options)
  }

  /** The object of a key, once the cache is whole and after each change. Keeps the informer running. */
  observe$(
    key: string | { readonly namespace?: string; readonly name: string },
  ): Observable<Cached<T> | undefined> {
    return live$(this.#streams, this.indexer.observe$(key))
  }

  /** What a selection selects, once the cache is whole and when the answer changes. Keeps the informer running. */
  select$(selection: Selection<IndexName | NamespaceIndex>): Observable<readonly Cached<T>[]> {
    return live$(this.#streams, this.indexer.select$(selection))
  }

  #assertNew(refused: string): void {
    this.#life.assertAlive(refused)
    if (this.#life.state !== 'new' || this.#life.isRunning)
      throw new InformerStartedError(this.description, refused)
  }
}
