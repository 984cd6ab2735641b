import type { Client } from '@rxkube/client'
import { parseDuration, systemClock, type Clock } from '@rxkube/clock'
import type { Indexers } from '@rxkube/indexer'
import type { KubernetesObject, Resource } from '@rxkube/meta'
import { expectedTypeOfResource } from '@rxkube/reflector'
import type { BarrierOptions } from './barrier.ts'
import { isStarted, waitForInformers } from './cache-sync.ts'
import { FactoryShutDownError, InformerOptionsConflictError } from './errors.ts'
import { busyTogether } from './handlers-busy-error.ts'
import { informerMetrics, type GroupVersionResource } from './informer-name.ts'
import {
  clientSource,
  informerKey,
  type InformerSource,
  type PartialObjectMetadata,
} from './informer-source.ts'
import type { InformerForOptions, SharedInformerFactoryOptions } from './shared-informer-factory-options.ts'
import type { CacheSyncOptions } from './shared-informer-options.ts'
import { SharedInformer } from './shared-informer.ts'
import { stripManagedFields, type Transform } from './transform.ts'

/** What a factory needs of a client. */
export type FactoryClient = Pick<Client, 'listParts' | 'watch'> & Partial<Pick<Client, 'clock' | 'random'>>

interface Made {
  readonly informer: SharedInformer
  readonly transform: Transform<never> | undefined
  readonly resyncPeriod: number
}

/**
 * At most one informer for each resource, made on demand; started, waited for and stopped together.
 *
 * Namespace and selectors are the factory's: two different filters need two factories. Upstream:
 * `SharedInformerFactory`, and its dynamic and metadata forms.
 */
export class SharedInformerFactory implements AsyncDisposable {
  readonly #options: SharedInformerFactoryOptions
  readonly #source: InformerSource
  readonly #clock: Clock
  readonly #customResync: ReadonlyMap<string, number>
  readonly #made = new Map<string, Made>()
  readonly #started = new Set<SharedInformer>()
  #isShutDown = false

  /** Time and randomness are the client's where the options have none. */
  constructor(client: FactoryClient, options: SharedInformerFactoryOptions = {}) {
    const { clock = client.clock ?? systemClock, random = client.random } = options
    this.#options = { ...options, clock, random }
    this.#source = options.source ?? clientSource(client)
    this.#clock = clock
    this.#customResync = new Map(
      [...(options.customResync ?? [])].map(([resource, period]) => [
        informerKey(resource, 'full'),
        parseDuration(period),
      ]),
    )
  }

  /**
   * The informer of a resource: always the same one. New indexers are added to one that exists already; other options
   * that contradict it throw InformerOptionsConflictError. Throws FactoryShutDownError after shutdown.
   */
  informerFor<T extends KubernetesObject, IndexName extends string = never>(
    resource: Resource<T>,
    options: InformerForOptions<PartialObjectMetadata, IndexName> & { readonly projection: 'metadata' },
  ): SharedInformer<PartialObjectMetadata, IndexName>
  informerFor<T extends KubernetesObject, IndexName extends string = never>(
    resource: Resource<T>,
    options?: InformerForOptions<T, IndexName>,
  ): SharedInformer<T, IndexName>
  informerFor<T extends KubernetesObject, IndexName extends string = never>(
    resource: Resource<T>,
    options: InformerForOptions<T, IndexName> = {},
  ): SharedInformer<T, IndexName> {
    const key = informerKey(resource, options.projection ?? 'full')
    if (this.#isShutDown) throw new FactoryShutDownError()
    const made = this.#made.get(key) ?? this.#make(key, resource, options)
    reconcile(made, options)
    return made.informer as unknown as SharedInformer<T, IndexName>
  }

  /**
   * The informer of any resource that the server has, custom ones too, with objects of no particular type.
   * `namespaced` is true unless told; it matters for a factory of one namespace. Upstream: `dynamicinformer`.
   */
  forResource<IndexName extends string = never>(
    gvr: GroupVersionResource & Partial<Pick<Resource, 'kind' | 'namespaced'>>,
    options?: InformerForOptions<KubernetesObject, IndexName>,
  ): SharedInformer<KubernetesObject, IndexName> {
    return this.informerFor<KubernetesObject, IndexName>({ kind: '', namespaced: true, ...gvr }, options)
  }

  /** Every informer so far, started or not. */
  get informers(): readonly SharedInformer[] {
    return [...this.#made.values()].map(({ informer }) => informer)
  }

  /**
   * Starts every informer that is not started yet and returns at once: call it again after making more. Does nothing
   * after shutdown. The signal stops those that this call starts.
   */
  start(options: { readonly signal?: AbortSignal } = {}): void {
    if (this.#isShutDown) return
    for (const { informer } of this.#made.values()) {
      if (this.#started.has(informer)) continue
      this.#started.add(informer)
      if (!informer.isStopped()) informer.start(options)
    }
  }

  /**
   * Resolves when every informer that was started has synced; one that was not is not waited for. Rejects with a
   * CacheSyncError, one cause for each that lags, when the time is over, or when there are informers and none of them
   * is started by the next turn of the event loop; and with `signal.reason`.
   */
  async waitForCacheSync(options: CacheSyncOptions = {}): Promise<void> {
    options.signal?.throwIfAborted()
    if (!this.informers.some(isStarted)) await this.#clock.yield()
    const started = this.informers.filter(isStarted)
    await waitForInformers(started.length > 0 ? started : this.informers, options, this.#clock)
  }

  /**
   * Forbids further starts and stops all informers. Resolves when nothing of them runs; may be called at any time.
   * Rejects with a HandlersBusyError for all of them when the timeout is over, and with `signal.reason`.
   */
  async shutdown(options?: BarrierOptions): Promise<void> {
    this.#isShutDown = true
    const stops = await Promise.allSettled(this.informers.map((informer) => informer.stop(options)))
    this.#options.name?.release()
    const failures = stops.flatMap((stop) => (stop.status === 'rejected' ? [stop.reason as unknown] : []))
    if (failures.length > 0) throw busyTogether('shutdown() of the factory', failures)
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.shutdown()
  }

  #make<T extends KubernetesObject, IndexName extends string>(
    key: string,
    resource: Resource<T>,
    options: InformerForOptions<T, IndexName>,
  ): Made {
    const { namespace, tweakListOptions, defaultResync = 0, name, metricsProvider } = this.#options
    const { clock, random, freeze, queue, watchErrorHandler, onHandlerError, linger, reflector } =
      this.#options
    const transform = options.transform ?? (this.#options.transform as Transform<T> | undefined)
    const resyncPeriod = parseDuration(
      options.resyncPeriod ?? this.#customResync.get(informerKey(resource, 'full')) ?? defaultResync,
    )
    const listerWatcher = this.#source(resource, {
      ...(resource.namespaced && { namespace }),
      tweakListOptions,
      projection: options.projection,
      // What is stripped anyway need not be parsed first.
      ...((transform === undefined || transform === stripManagedFields) && {
        managedFields: 'drop' as const,
      }),
    })
    // A dynamic informer may not know its kind; then any will do.
    const expected = resource.kind !== '' && {
      expectedType: expectedTypeOfResource(resource, options.projection),
    }
    const informer = new SharedInformer<T>(listerWatcher, {
      resource,
      resyncPeriod,
      transform,
      clock,
      random,
      freeze,
      queue,
      watchErrorHandler,
      onHandlerError,
      linger,
      reflector: { ...expected, ...reflector },
      metrics: name && informerMetrics(name.withResource(resource), metricsProvider),
    })
    const made: Made = {
      informer: informer as unknown as SharedInformer,
      transform: options.transform as Transform<never> | undefined,
      resyncPeriod,
    }
    this.#made.set(key, made)
    return made
  }
}

/** Adds what a later call asks for, or refuses what contradicts the first one. */
function reconcile<T extends KubernetesObject>(made: Made, options: InformerForOptions<T, string>): void {
  const { informer } = made
  const conflict = (option: string): never => {
    throw new InformerOptionsConflictError(informer.description, option)
  }
  if (options.transform && (options.transform as unknown) !== made.transform) conflict('transform')
  const { resyncPeriod } = options
  if (resyncPeriod !== undefined && parseDuration(resyncPeriod) !== made.resyncPeriod)
    conflict('resyncPeriod')
  const known = informer.indexer.getIndexers()
  const more = Object.entries((options.indexers ?? {}) as unknown as Indexers<KubernetesObject>).filter(
    ([name, func]) => {
      const present = known.get(name)
      if (present && present !== func) conflict(`index function "${name}"`)
      return !present
    },
  )
  if (more.length > 0) informer.addIndexers(Object.fromEntries(more))
}
