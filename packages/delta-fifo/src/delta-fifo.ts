import { systemClock } from '@rxkube/clock'
import { DeletedFinalStateUnknown, metaNamespaceKey, type KubernetesObject, type KeyFunc } from '@rxkube/meta'
import { byKey } from './by-key.ts'
import { compress } from './compress.ts'
import { HeadQueue } from './head-queue.ts'
import { keyOf, lastKnown, type ObjectDelta } from './key-of.ts'
import { isKnown, knownObject, type KnownObjects } from './known-objects.ts'
import { Outlet } from './outlet.ts'
import type { Delta, PopProcess, Queue, Replacement } from './queue.ts'
import type { QueueOptions, Transformer } from './queue-options.ts'

/** How a DeltaFIFO works. Upstream: `DeltaFIFOOptions`. */
export interface DeltaFIFOOptions<T> extends QueueOptions<T> {
  /** The cache: what a replace finds missing, what a resync shows, and which deletions matter. */
  readonly knownObjects?: KnownObjects<T> | undefined
  /** A replace queues `Replaced`; with false `Sync`, as old client-go did. True unless told. */
  readonly emitReplaced?: boolean | undefined
}

/**
 * Delivers, key by key in the order of first touch, all that happened since the key was popped last.
 *
 * Verbs throw what the key function or the transformer throws and then queue nothing. Upstream: `DeltaFIFO`.
 */
export class DeltaFIFO<T extends KubernetesObject = KubernetesObject> implements Queue<T> {
  readonly #items = new Map<string, ObjectDelta<T>[]>()
  /** The keys of `#items`, each once. */
  readonly #order = new HeadQueue<string>()
  /** The newest delta of each key that is worked off now: the cache may be behind it. */
  #inFlight: ReadonlyMap<string, ObjectDelta<T>> = new Map()
  readonly #outlet: Outlet
  readonly #keyFunc: KeyFunc<T>
  readonly #transformer: Transformer<T> | undefined
  readonly #known: KnownObjects<T> | undefined
  readonly #replaced: 'Replaced' | 'Sync'
  readonly #batchSize: number
  #size = 0

  constructor(options: DeltaFIFOOptions<T> = {}) {
    this.#known = options.knownObjects
    this.#replaced = (options.emitReplaced ?? true) ? 'Replaced' : 'Sync'
    this.#keyFunc = options.keyFunc ?? metaNamespaceKey
    this.#transformer = options.transformer
    this.#batchSize = options.batchSize ?? 1000
    this.#outlet = new Outlet({
      size: () => this.#size,
      clock: options.clock ?? systemClock,
      metrics: options.metrics,
      highWaterMark: 2 * this.#batchSize,
    })
  }

  get size(): number {
    return this.#size
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
    this.#change('Added', object)
  }

  update(object: T): void {
    this.#change('Updated', object)
  }

  delete(object: T | DeletedFinalStateUnknown<T>): void {
    const key = keyOf(this.#keyFunc, object)
    if (this.#exists(key)) {
      const last = object instanceof DeletedFinalStateUnknown ? object : this.#transformed(object)
      this.#push(key, { type: 'Deleted', object: last })
    }
    this.#outlet.population.changed()
    this.#outlet.queued()
  }

  replace(objects: Replacement<T>, _resourceVersion: string): void {
    const list = byKey(objects, this.#keyFunc, this.#transformer)
    for (const [key, object] of list) this.#push(key, { type: this.#replaced, object })
    const missing = this.#missing(list)
    for (const object of missing) this.#push(object.key, { type: 'Deleted', object })
    this.#outlet.population.replaced(list.size + missing.length)
    this.#outlet.queued()
  }

  resync(): void {
    if (this.#known === undefined) return
    for (const key of this.#known.listKeys()) {
      // A Sync behind a pending change would bring back the older state.
      if (this.#items.has(key)) continue
      const newest = this.#inFlight.get(key)
      if (newest?.type === 'Deleted') continue
      const object = newest?.object ?? knownObject(this.#known, key)
      if (object !== undefined) this.#push(key, { type: 'Sync', object })
    }
    this.#outlet.queued()
  }

  /** Nothing: only the in-order queue keeps bookmarks, since this one cannot say what came before them. */
  bookmark(_resourceVersion: string): void {}

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
      const keys = this.#batchLength()
      const deltas = this.#take(keys)
      const process = keys === 1 ? single : batch
      return { count: keys, run: () => process(deltas, isInInitialList), settled: this.#settled }
    }, options?.signal)
  }

  close(): void {
    this.#outlet.close()
  }

  ready(): Promise<void> | undefined {
    return this.#outlet.ready()
  }

  #change(type: 'Added' | 'Updated', object: T): void {
    this.#push(keyOf(this.#keyFunc, object), { type, object: this.#transformed(object) })
    this.#outlet.population.changed()
    this.#outlet.queued()
  }

  #push(key: string, delta: ObjectDelta<T>): void {
    const pending = this.#items.get(key)
    if (pending === undefined) {
      this.#items.set(key, [delta])
      this.#order.push(key)
      this.#size++
    } else this.#size += compress(pending, delta)
  }

  /** The keys that go together: those with one delta each, as many as the first population and the size allow. */
  #batchLength(): number {
    const initial = this.#outlet.population.remaining
    const limit = Math.min(this.#batchSize, this.#order.length, initial > 0 ? initial : Infinity)
    let length = 0
    while (length < limit && this.#items.get(this.#order.at(length) ?? '')?.length === 1) length++
    return Math.max(1, length)
  }

  #take(keys: number): Delta<T>[] {
    const taken: Delta<T>[] = []
    const inFlight = new Map<string, ObjectDelta<T>>()
    for (let count = 0; count < keys; count++) {
      const key = this.#order.shift()
      if (key === undefined) break
      for (const delta of this.#items.get(key) ?? []) {
        taken.push(delta)
        inFlight.set(key, delta)
      }
      this.#items.delete(key)
    }
    this.#inFlight = inFlight
    this.#size -= taken.length
    return taken
  }

  readonly #settled = (): void => {
    this.#inFlight = new Map()
  }

  /** Whether there is, or will be, something of this key for a deletion to take away. */
  #exists(key: string): boolean {
    if (this.#items.has(key)) return true
    const newest = this.#inFlight.get(key)
    if (newest !== undefined) return newest.type !== 'Deleted'
    return this.#known !== undefined && isKnown(this.#known, key)
  }

  #transformed(object: T): T {
    return this.#transformer ? this.#transformer(object) : object
  }

  /** Tombstones for what the list no longer has. */
  #missing(list: ReadonlyMap<string, T>): DeletedFinalStateUnknown<T>[] {
    const tombstones: DeletedFinalStateUnknown<T>[] = []
    for (const [key, deltas] of this.#items) {
      if (list.has(key)) continue
      const newest = deltas.at(-1)
      tombstones.push(new DeletedFinalStateUnknown(key, newest && lastKnown(newest.object)))
    }
    for (const [key, { type, object }] of this.#inFlight) {
      if (list.has(key) || this.#items.has(key) || type === 'Deleted') continue
      tombstones.push(new DeletedFinalStateUnknown(key, lastKnown(object)))
    }
    if (this.#known === undefined) return tombstones
    for (const key of this.#known.listKeys()) {
      if (list.has(key) || this.#items.has(key) || this.#inFlight.has(key)) continue
      tombstones.push(new DeletedFinalStateUnknown(key, knownObject(this.#known, key)))
    }
    return tombstones
  }
}
