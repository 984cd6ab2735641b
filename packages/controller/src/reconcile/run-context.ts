import type { Cached, KubernetesObject, Resource } from '@rxkube/meta'
import type { SharedInformer } from '@rxkube/shared-informer'
import type { Cause } from '../cause.ts'
import { NoInformerError } from '../errors.ts'
import type { Projection } from '../informers/informer-pool.ts'
import { Overlay, type ReadSource } from '../read-your-writes/overlay.ts'
import type { OwnWrite } from '../read-your-writes/own-write.ts'
import { ReconcileClient } from '../read-your-writes/reconcile-client.ts'
import { objectOf, type WriteTracker } from '../read-your-writes/write-tracker.ts'
import { requestKey, type Request } from '../request.ts'
import { cacheReader, type CacheReader } from '../tracked-reads/cache-reader.ts'
import type { ReadingRun } from '../tracked-reads/read-tracker.ts'
import { resourceKey, type Cache, type Caches } from './caches.ts'
import type { CatchUp } from './catch-up.ts'
import type { Surroundings } from './controller-parts.ts'
import type { ReadYourWrites, ReconcileContext } from './reconciler.ts'

/** What a run is made of. */
export interface RunParts {
  readonly controller: string
  readonly resource: Resource | undefined
  readonly request: Request
  readonly causes: readonly Cause[]
  readonly attempt: number
  readonly signal: AbortSignal
  readonly caches: Caches
  readonly tracker: WriteTracker
  readonly catchUp: CatchUp
  readonly mode: ReadYourWrites
  readonly reading: ReadingRun | undefined
  readonly wrote: (resource: Resource, write: OwnWrite, base: string | undefined) => void
}

/** What a reconcile is given, and what is known of its run. */
export class RunContext {
  /** Writes that the server took. */
  writes = 0
  /** Those of them that changed nothing. */
  noopWrites = 0
  /** The caches that were asked for with `informer()`. */
  readonly used = new Set<string>()
  readonly client: ReconcileClient
  /** What was cached of the objects when writing began. */
  readonly #before = new Map<string, Pick<OwnWrite, 'uid' | 'resourceVersion'>>()
  readonly #parts: RunParts
  readonly #around: Surroundings

  constructor(parts: RunParts, around: Surroundings) {
    this.#parts = parts
    this.#around = around
    const { signal } = parts
    this.client = new ReconcileClient(around.client, {
      signal,
      guard: () => {
        signal.throwIfAborted()
        around.guard()
      },
      begin: (resource, key) => this.#begin(resourceKey(resource), key),
      wrote: (resource, write, base) => this.#wrote(resource, write, base),
      unknown: (resource) => parts.tracker.unknown(requestKey(parts.request), resourceKey(resource)),
    })
  }

  /** The object of the request, as the cache has it. */
  object(): Cached<KubernetesObject> | undefined {
    const { resource, request, caches } = this.#parts
    const cache = resource && caches.get(resource, 'full')
    return cache && this.#source(cache).getByKey(requestKey(request))
  }

  context<T extends KubernetesObject>(): ReconcileContext<T> {
    const { client: server, recorder } = this.#around
    const { signal, causes, attempt, caches, request } = this.#parts
    const object = this.object() as Cached<T> | undefined
    const lister = (resource: Resource, projection: Projection = 'full') => this.#lister(resource, projection)
    return {
      object,
      client: this.client,
      signal,
      clock: server.clock,
      random: server.random,
      causes,
      attempt,
      lister: lister as ReconcileContext<T>['lister'],
      informer: async <U extends KubernetesObject>(resource: Resource<U>) => {
        signal.throwIfAborted()
        const cache = caches.use(resource, requestKey(request))
        this.used.add(cache.key)
        await cache.informer.waitForCacheSync({ signal })
        return this.#reader(cache) as unknown as CacheReader<U>
      },
      caughtUp: () => this.#parts.catchUp.caughtUp(request, signal),
      event: (type, reason, message, about) => {
        const subject = (about as Cached<KubernetesObject> | undefined) ?? object
        if (subject) recorder?.recordEvent(subject, type, reason, message)
      },
    }
  }

  #lister(resource: Resource, projection: Projection): CacheReader<KubernetesObject> {
    const { caches, controller, request } = this.#parts
    const cache = caches.get(resource, projection)
    if (cache?.informer.hasSynced() !== true) throw new NoInformerError(controller, resourceKey(resource))
    // One that is there because another request asked for it stays as long as this one reads it.
    if (projection === 'full') caches.use(resource, requestKey(request))
    this.used.add(cache.key)
    return this.#reader(cache)
  }

  #reader(cache: Cache): CacheReader<KubernetesObject> {
    const { reading } = this.#parts
    return cacheReader(
      this.#source(cache),
      cache.resource,
      reading && ((read) => reading.record(cache.key, cache.informer, read)),
    )
  }

  #source({ informer, resource }: Cache): ReadSource<KubernetesObject> {
    if (this.#parts.mode === 'overlay')
      return new Overlay(informer, resourceKey(resource), this.#parts.tracker)
    return plain(informer)
  }

  #begin(resource: string, key: string): () => void {
    // The echo of a write may be there before its answer: what it changed is told by what was cached before.
    const cached = this.#parts.caches.of(resource)[0]?.informer.indexer.getByKey(key)
    const { uid, resourceVersion } = cached?.metadata ?? {}
    this.#before.set(objectOf(resource, key), { uid, resourceVersion })
    return this.#around.writeLog.begin(resource, key)
  }

  #wrote(resource: Resource, write: OwnWrite, base: string | undefined): void {
    const { tracker, request, wrote } = this.#parts
    const name = resourceKey(resource)
    const { resourceVersion } = write
    const cached = this.#before.get(objectOf(name, write.key))
    const before = base ?? cached?.resourceVersion
    this.writes += 1
    // An eviction's answer does not say whose it was: a namesake that comes after it must not be taken for the same pod.
    tracker.wrote(requestKey(request), name, { ...write, uid: write.uid ?? cached?.uid })
    // A version that was there before is not this run's, whoever wrote it.
    if (resourceVersion !== undefined && resourceVersion === before) this.noopWrites += 1
    else wrote(resource, write, base)
  }
}

function plain(informer: SharedInformer<KubernetesObject, string>): ReadSource<KubernetesObject> {
  const { indexer } = informer
  return {
    getByKey: (key) => indexer.getByKey(key),
    list: (selector) => indexer.list(selector),
    index: (name, object) => indexer.index(name, object),
    byIndex: (name, value) => indexer.byIndex(name, value),
  }
}
