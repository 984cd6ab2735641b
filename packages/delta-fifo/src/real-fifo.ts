import { systemClock } from '@rxkube/clock'
import { DeletedFinalStateUnknown, metaNamespaceKey, type KubernetesObject, type KeyFunc } from '@rxkube/meta'
import { batchLength } from './batch.ts'
import { byKey, entries } from './by-key.ts'
import { HeadQueue } from './head-queue.ts'
import { isObjectDelta, keyOf, type ObjectDelta } from './key-of.ts'
import { knownObject, type KnownObjects } from './known-objects.ts'
import { Outlet } from './outlet.ts'
import type { Delta, Deltas, PopProcess, Queue, Replacement } from './queue.ts'
import type { Transformer } from './queue-options.ts'
import { realFIFOMode, type RealFIFOOptions } from './real-fifo-options.ts'
import { reconcile } from './reconcile.ts'

/**
 * Delivers every delta once, in the order of arrival, uncompressed: what informers use.
 *
 * Verbs throw what the key function or the transformer throws and then queue nothing. Above the high-water mark
 * (2000 deltas) `ready()` is a promise that producers are to await. Upstream: `RealFIFO`.
 */
export class RealFIFO<T extends KubernetesObject = KubernetesObject> implements Queue<T> {
  readonly #items = new HeadQueue<Delta<T>>()
  readonly #outlet: Outlet
  readonly #keyFunc: KeyFunc<T>
  readonly #transformer: Transformer<T> | undefined
  readonly #known: KnownObjects<T> | undefined
  readonly #emitBookmark: boolean
  readonly #batchSize: number
  #syncAllWaits = false
  /** What is worked off now: the cache may be behind it. */
  #inFlight: Deltas<T> = []

  constructor(options: RealFIFOOptions<T> = {}) {
    const { knownObjects, unlockWhileProcessing, emitBookmark } = realFIFOMode(options)
    this.#known = knownObjects
    this.#emitBookmark = emitBookmark
    this.#keyFunc = options.keyFunc ?? metaNamespaceKey
    this.#transformer = options.transformer
    this.#batchSize = options.batchSize ?? 1000
    this.#outlet = new Outlet({
      size: () => this.#items.length,
      clock: options.clock ?? systemClock,
      metrics: options.metrics,
      highWaterMark: 2 * this.#batchSize,
      holdWhileProcessing: !unlockWhileProcessing,
    })
  }

  get size(): number {
    return this.#items.length
  }

  get isClosed(): boolean {
    return this.#outlet.isClosed
  }

  get synced(): Promise<void> {
    return this.#outlet.population.synced
  }

  hasSynced(): boolean {
    return this.#outlet.population.hasSynced
  }

  add(object: T): void {
    this.#change({ type: 'Added', object: this.#transformed(object) })
  }

  update(object: T): void {
    this.#change({ type: 'Updated', object: this.#transformed(object) })
  }

  delete(object: T | DeletedFinalStateUnknown<T>): void {
    const last = object instanceof DeletedFinalStateUnknown ? object : this.#transformed(object)
    this.#change({ type: 'Deleted', object: last })
  }

  replace(objects: Replacement<T>, resourceVersion: string): void {
    if (this.#known) this.#replaceOneByOne(objects, this.#known)
    else
      this.#items.push({
        type: 'ReplacedAll',
        resourceVersion,
        objects: byKey(objects, this.#keyFunc, this.#transformer),
      })
    this.#outlet.population.replaced(this.#items.length)
    this.#outlet.queued()
  }

  resync(): void {
    if (this.#known) this.#resyncOneByOne(this.#known)
    else if (!this.#syncAllWaits) {
      // One that waits will show all there is when it is worked off: a second one would show the same again.
      this.#syncAllWaits = true
      this.#items.push({ type: 'SyncAll' })
    }
    this.#outlet.queued()
  }

  bookmark(resourceVersion: string): void {
    if (!this.#emitBookmark) return
    this.#items.push({ type: 'Bookmark', resourceVersion })
    this.#outlet.queued()
  }

  pop(process: PopProcess<T>, options?: { readonly signal?: AbortSignal }): Promise<void> {
    return this.#outlet.take((isInInitialList) => {
      const deltas = this.#take(1)
      return { count: 1, run: () => process(deltas, isInInitialList), settled: this.#settled }
    }, options?.signal)
  }

  popBatch(
    batch: PopProcess<T>,
    single: PopProcess<T>,
    options?: { readonly signal?: AbortSignal },
  ): Promise<void> {
    return this.#outlet.take((isInInitialList) => {
      const deltas = this.#take(
        batchLength(this.#items, {
          keyFunc: this.#keyFunc,
          size: this.#batchSize,
          initial: this.#outlet.population.remaining,
        }),
      )
      const process = deltas.length === 1 ? single : batch
      return {
        count: deltas.length,
        run: () => process(deltas, isInInitialList),
        settled: this.#settled,
      }
    }, options?.signal)
  }

  close(): void {
    this.#outlet.close()
  }

  ready(): Promise<void> | undefined {
    return this.#outlet.ready()
  }

  #change(delta: Delta<T>): void {
    this.#items.push(delta)
    this.#outlet.population.changed()
    this.#outlet.queued()
  }

  #take(count: number): Deltas<T> {
    const deltas: Delta<T>[] = []
    for (let taken = 0; taken < count; taken++) {
      const delta = this.#items.shift()
      if (delta === undefined) break
      if (delta.type === 'SyncAll') this.#syncAllWaits = false
      deltas.push(delta)
    }
    this.#inFlight = deltas
    return deltas
  }

  readonly #settled = (): void => {
    this.#inFlight = []
  };

  /** What the cache does not show yet, oldest first. */
  *#pending(): Generator<Delta<T>> {
    yield* this.#inFlight
    yield* this.#items
  }

  #transformed(object: T): T {
    return this.#transformer ? this.#transformer(object) : object
  }

  #replaceOneByOne(objects: Replacement<T>, known: KnownObjects<T>): void {
    const keys = new Set<string>()
    const replaced: Delta<T>[] = []
    for (const [key, object] of entries(objects, this.#keyFunc)) {
      keys.add(key)
      replaced.push({ type: 'Replaced', object: this.#transformed(object) })
    }
    for (const object of reconcile(keys, this.#pending(), known, this.#keyFunc))
      this.#items.push({ type: 'Deleted', object })
    for (const delta of replaced) this.#items.push(delta)
  }

  #resyncOneByOne(known: KnownObjects<T>): void {
    const queued = new Set<string>()
    const inFlight = new Map<string, ObjectDelta<T>>()
    for (const delta of this.#items) if (isObjectDelta(delta)) queued.add(keyOf(this.#keyFunc, delta.object))
    for (const delta of this.#inFlight)
      if (isObjectDelta(delta)) inFlight.set(keyOf(this.#keyFunc, delta.object), delta)
    for (const key of known.listKeys()) {
      // A Sync behind a pending change would bring back the older state.
      if (queued.has(key)) continue
      const newest = inFlight.get(key)
      if (newest?.type === 'Deleted') continue
      const object = newest?.object ?? knownObject(known, key)
      if (object !== undefined) this.#items.push({ type: 'Sync', object })
    }
  }
}
