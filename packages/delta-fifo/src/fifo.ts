import { systemClock } from '@rxkube/clock'
import {
  metaNamespaceKey,
  type DeletedFinalStateUnknown,
  type KubernetesObject,
  type KeyFunc,
} from '@rxkube/meta'
import { byKey } from './by-key.ts'
import { HeadQueue } from './head-queue.ts'
import { keyOf } from './key-of.ts'
import { Outlet } from './outlet.ts'
import type { Delta, Deltas, PopProcess, Queue, Replacement } from './queue.ts'
import type { QueueOptions, Transformer } from './queue-options.ts'

// Spent places in the line are dropped when they are most of it.
const worthCompacting = 1024

/** Delivers the latest object of each key, keys in the order of first touch; never a deletion. Upstream: `FIFO`. */
export class FIFO<T extends KubernetesObject = KubernetesObject> implements Queue<T> {
  readonly #items = new Map<string, Delta<T>>()
  /** Keys by place; a key whose object was deleted keeps its place until it is popped or the line is compacted. */
  #order = new HeadQueue<string>()
  readonly #inOrder = new Set<string>()
  readonly #outlet: Outlet
  readonly #keyFunc: KeyFunc<T>
  readonly #transformer: Transformer<T> | undefined

  constructor(options: QueueOptions<T> = {}) {
    this.#keyFunc = options.keyFunc ?? metaNamespaceKey
    this.#transformer = options.transformer
    this.#outlet = new Outlet({
      size: () => this.#items.size,
      clock: options.clock ?? systemClock,
      metrics: options.metrics,
      highWaterMark: 2 * (options.batchSize ?? 1000),
    })
  }

  get size(): number {
    return this.#items.size
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

  /** Forgets what waits of that key. */
  delete(object: T | DeletedFinalStateUnknown<T>): void {
    this.#items.delete(keyOf(this.#keyFunc, object))
    this.#outlet.population.changed()
    this.#compact()
    this.#outlet.queued()
  }

  /** Forgets all that waits. */
  replace(objects: Replacement<T>, _resourceVersion: string): void {
    const list = byKey(objects, this.#keyFunc, this.#transformer)
    this.#items.clear()
    this.#order.clear()
    this.#inOrder.clear()
    for (const [key, object] of list) this.#put(key, { type: 'Replaced', object })
    this.#outlet.population.restarted(list.size)
    this.#outlet.population.replaced(list.size)
    this.#outlet.queued()
  }

  /** Nothing: what it has is in line already. */
  resync(): void {}

  /** Nothing: it has objects alone. */
  bookmark(_resourceVersion: string): void {}

  pop(process: PopProcess<T>, options?: { readonly signal?: AbortSignal }): Promise<void> {
    return this.#outlet.take((isInInitialList) => {
      const { deltas, places } = this.#take()
      return { count: places, run: () => process(deltas, isInInitialList) }
    }, options?.signal)
  }

  popBatch(
    _batch: PopProcess<T>,
    single: PopProcess<T>,
    options?: { readonly signal?: AbortSignal },
  ): Promise<void> {
    return this.pop(single, options)
  }

  close(): void {
    this.#outlet.close()
  }

  ready(): Promise<void> | undefined {
    return this.#outlet.ready()
  }

  #change(type: 'Added' | 'Updated', object: T): void {
    const transformed = this.#transformer ? this.#transformer(object) : object
    this.#put(keyOf(this.#keyFunc, object), { type, object: transformed })
    this.#outlet.population.changed()
    this.#outlet.queued()
  }

  #put(key: string, delta: Delta<T>): void {
    this.#items.set(key, delta)
    if (this.#inOrder.has(key)) return
    this.#inOrder.add(key)
    this.#order.push(key)
  }

  /** The first object in line, and how many places that took: those of deleted objects are popped with it. */
  #take(): { readonly deltas: Deltas<T>; readonly places: number } {
    let places = 0
    for (let key = this.#order.shift(); key !== undefined; key = this.#order.shift()) {
      places++
      this.#inOrder.delete(key)
      const delta = this.#items.get(key)
      if (delta === undefined) continue
      this.#items.delete(key)
      return { deltas: [delta], places }
    }
    return { deltas: [], places }
  }

  /** Closes the line up where objects were deleted. */
  #compact(): void {
    const spent = this.#order.length - this.#items.size
    if (this.#items.size > 0 && (spent < worthCompacting || spent < this.#items.size)) return
    const initial = this.#outlet.population.remaining
    const order = new HeadQueue<string>()
    let place = 0
    let spentInitial = 0
    for (const key of this.#order) {
      if (this.#items.has(key)) order.push(key)
      else {
        this.#inOrder.delete(key)
        if (place < initial) spentInitial++
      }
      place++
    }
    this.#order = order
    this.#outlet.population.spared(spentInitial)
  }
}
