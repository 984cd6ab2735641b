import type { Client } from '@rxkube/client'
import { parseDuration, type Duration, type Timer } from '@rxkube/clock'
import type { Indexers } from '@rxkube/indexer'
import type { KubernetesObject, Resource } from '@rxkube/meta'
import {
  InformerOptionsConflictError,
  SharedInformerFactory,
  type CacheSyncOptions,
  type InformerStatus,
  type PartialObjectMetadata,
  type SharedInformer,
  type SharedInformerFactoryOptions,
} from '@rxkube/shared-informer'

import { asError } from '../errors.ts'
import { grace } from '../reconcile/time-limit.ts'

/** Whether whole objects are cached, or their metadata alone. */
export type Projection = 'full' | 'metadata'

/** How the caches of a manager are filled. */
export interface CacheOptions extends Omit<SharedInformerFactoryOptions, 'linger'> {
  /** How long a cache is kept after the last who used it; 30 s unless told. */
  readonly linger?: Duration | undefined
}

/** A part in a shared informer: it runs while anybody has one. */
export interface InformerLease<T extends KubernetesObject> {
  readonly informer: SharedInformer<T, string>
  /** Gives the part back; may be called again. */
  release(): void
}

interface Pooled {
  readonly resource: Resource
  readonly projection: Projection
  readonly factory: SharedInformerFactory
  readonly informer: SharedInformer<KubernetesObject, string>
  held: number
  lingering: Timer | undefined
}

/** What a cache of a pool is, for `inspect()` and health. */
export interface PooledInformer {
  readonly resource: Resource
  readonly projection: Projection
  readonly held: number
  readonly status: InformerStatus
}

/**
 * The informers of a manager: one for each resource, shared, started when they are first wanted and stopped some time
 * after nobody wants them.
 */
export class InformerPool {
  readonly #client: Client
  readonly #options: CacheOptions
  readonly #linger: number
  readonly #report: (thrown: unknown) => void
  readonly #pooled = new Map<string, Pooled>()
  readonly #stopping = new Set<Promise<void>>()
  #running = false
  #over = false

  /** `report` is told of caches that do not end in time. */
  constructor(
    client: Client,
    options: CacheOptions = {},
    report: (error: Error) => void = (error) => process.emitWarning(error),
  ) {
    this.#client = client
    this.#report = (thrown) => report(asError(thrown))
    this.#options = options
    this.#linger = parseDuration(options.linger ?? '30s')
  }

  /** All of them, whatever their state. */
  get informers(): readonly PooledInformer[] {
    return [...this.#pooled.values()].map(({ resource, projection, held, informer }) => ({
      resource,
      projection,
      held,
      status: informer.status,
    }))
  }

  /** A part in the informer of the resource, which is made and started where there is none. */
  acquire<T extends KubernetesObject>(
    resource: Resource<T>,
    projection: Projection = 'full',
    indexers?: Indexers<T>,
  ): InformerLease<T> {
    const pooled = indexers ? this.#indexed(resource, projection, indexers) : this.#pool(resource, projection)
    pooled.held += 1
    pooled.lingering?.cancel()
    pooled.lingering = undefined
    if (this.#running) pooled.factory.start()
    let released = false
    return {
      informer: pooled.informer as unknown as SharedInformer<T, string>,
      release: () => {
        if (released) return
        released = true
        pooled.held -= 1
        if (pooled.held === 0) this.#leave(pooled)
      },
    }
  }

  /** Starts those that are there, and from now on each as it is wanted. */
  start(): void {
    this.#running = true
    for (const { factory } of this.#pooled.values()) factory.start()
  }

  /** Resolves when all that are there now have synced; rejects with a `CacheSyncError` that says why not. */
  async waitForCacheSync(options: CacheSyncOptions = {}): Promise<void> {
    await Promise.all([...this.#pooled.values()].map(({ informer }) => informer.waitForCacheSync(options)))
  }

  /** Stops all of them; resolves when nothing of them runs. */
  async stop(): Promise<void> {
    this.#over = true
    for (const pooled of this.#pooled.values()) this.#drop(pooled)
    await Promise.all(this.#stopping)
  }

  #pool(resource: Resource, projection: Projection): Pooled {
    const key = poolKey(resource, projection)
    const known = this.#pooled.get(key)
    if (known) return known
    const { linger: _, ...options } = this.#options
    const factory = new SharedInformerFactory(this.#client, options)
    const informer =
      projection === 'metadata'
        ? factory.informerFor(resource, { projection })
        : factory.informerFor(resource)
    const made: Pooled = {
      resource,
      projection,
      factory,
      informer: informer as unknown as Pooled['informer'],
      held: 0,
      lingering: undefined,
    }
    this.#pooled.set(key, made)
    if (this.#over) this.#drop(made)
    return made
  }

  #indexed<T extends KubernetesObject>(
    resource: Resource<T>,
    projection: Projection,
    indexers: Indexers<T>,
  ): Pooled {
    const pooled = this.#pool(resource, projection)
    try {
      this.#index(pooled, resource, projection, indexers)
      return pooled
    } catch (error) {
      // The indices of one that nobody has any more are in nobody's way.
      if (pooled.held > 0 || !(error instanceof InformerOptionsConflictError)) throw error
      this.#drop(pooled)
      return this.#indexed(resource, projection, indexers)
    }
  }

  #index<T extends KubernetesObject>(
    { factory }: Pooled,
    resource: Resource<T>,
    projection: Projection,
    indexers: Indexers<T>,
  ): void {
    if (projection === 'full') factory.informerFor(resource, { indexers })
    else
      factory.informerFor(resource, {
        projection,
        indexers: indexers as unknown as Indexers<PartialObjectMetadata>,
      })
  }

  #leave(pooled: Pooled): void {
    if (this.#over) return
    if (!this.#running) {
      this.#drop(pooled)
      return
    }
    pooled.lingering = this.#client.clock.setTimer(this.#linger, () => this.#drop(pooled))
  }

  #drop(pooled: Pooled): void {
    pooled.lingering?.cancel()
    this.#pooled.delete(poolKey(pooled.resource, pooled.projection))
    // A handler that does not end is left behind.
    const stopped = pooled.factory
      .shutdown({ timeout: grace })
      .catch(this.#report)
      .finally(() => this.#stopping.delete(stopped))
    this.#stopping.add(stopped)
  }
}

function poolKey({ group, version, resource }: Resource, projection: Projection): string {
  return `${group}/${version}/${resource} ${projection}`
}
