import { HeapClosedError, HeapKeyNotFoundError } from './heap-errors.ts'

interface Slot<T> {
  readonly key: string
  object: T
  at: number
}

interface Waiter<T> {
  readonly resolve: (object: T) => void
  readonly reject: (reason: unknown) => void
}

/** How a heap takes keys, and which of two objects comes first: that of a negative result, as in `sort`. */
export interface HeapOptions<T> {
  readonly keyFunc: (object: T) => string
  readonly compare: (a: T, b: T) => number
}

/** A priority queue with one object per key, and a `pop` that waits. Upstream: `cache.Heap`. */
export class Heap<T> {
  readonly #keyFunc: (object: T) => string
  readonly #compare: (a: T, b: T) => number
  readonly #slots: Slot<T>[] = []
  readonly #byKey = new Map<string, Slot<T>>()
  // Bounded by those who wait.
  readonly #waiters = new Set<Waiter<T>>()
  #closed = false

  constructor({ keyFunc, compare }: HeapOptions<T>) {
    this.#keyFunc = keyFunc
    this.#compare = compare
  }

  get isClosed(): boolean {
    return this.#closed
  }

  get size(): number {
    return this.#slots.length
  }

  /** Puts `object` in, in the place of the one with its key, if any. Throws `HeapClosedError`. */
  add(object: T): void {
    this.bulkAdd([object])
  }

  /** As `add`. */
  update(object: T): void {
    this.bulkAdd([object])
  }

  /** As `add` for each; whoever waits gets the least of all of them. */
  bulkAdd(objects: Iterable<T>): void {
    this.#requireOpen()
    for (const object of objects) this.#put(object)
    this.#wake()
  }

  /** Puts `object` in unless there is one with its key. Throws `HeapClosedError`. */
  addIfNotPresent(object: T): void {
    this.#requireOpen()
    if (!this.#byKey.has(this.#keyFunc(object))) this.#put(object)
    this.#wake()
  }

  /** Takes out the one with the key of `object`. Throws `HeapKeyNotFoundError`. */
  delete(object: T): void {
    const key = this.#keyFunc(object)
    const slot = this.#byKey.get(key)
    if (slot === undefined) throw new HeapKeyNotFoundError(key)
    this.#take(slot)
  }

  /**
   * Takes out the least, waiting until there is one; those who wait are served in turn. Rejects with
   * `HeapClosedError` once closed and empty, and with `signal.reason`.
   */
  pop({ signal }: { readonly signal?: AbortSignal } = {}): Promise<T> {
    if (signal?.aborted === true) return Promise.reject(signal.reason as Error)
    const least = this.#slots[0]
    if (least !== undefined) return Promise.resolve(this.#take(least))
    if (this.#closed) return Promise.reject(new HeapClosedError())
    return this.#wait(signal)
  }

  /** Nothing can be added from now on; what is in can be popped. */
  close(): void {
    this.#closed = true
    for (const waiter of this.#waiters) waiter.reject(new HeapClosedError())
    this.#waiters.clear()
  }

  get(object: T): T | undefined {
    return this.getByKey(this.#keyFunc(object))
  }

  getByKey(key: string): T | undefined {
    return this.#byKey.get(key)?.object
  }

  /** All objects, in no order that one may count on. */
  list(): T[] {
    return this.#slots.map(({ object }) => object)
  }

  listKeys(): string[] {
    return [...this.#byKey.keys()]
  }

  #requireOpen(): void {
    if (this.#closed) throw new HeapClosedError()
  }

  #wait(signal: AbortSignal | undefined): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>()
    const settle = (act: () => void) => {
      signal?.removeEventListener('abort', abort)
      act()
    }
    const waiter: Waiter<T> = {
      resolve: (object) => settle(() => resolve(object)),
      reject: (reason) => settle(() => reject(reason)),
    }
    const abort = () => {
      this.#waiters.delete(waiter)
      waiter.reject(signal?.reason)
    }
    signal?.addEventListener('abort', abort, { once: true })
    this.#waiters.add(waiter)
    return promise
  }

  #wake(): void {
    for (const waiter of this.#waiters) {
      const least = this.#slots[0]
      if (least === undefined) return
      this.#waiters.delete(waiter)
      waiter.resolve(this.#take(least))
    }
  }

  #put(object: T): void {
    const key = this.#keyFunc(object)
    let slot = this.#byKey.get(key)
    if (slot === undefined) {
      slot = { key, object, at: this.#slots.length }
      this.#byKey.set(key, slot)
      this.#slots.push(slot)
    }
    slot.object = object
    this.#sift(slot)
  }

  #take(slot: Slot<T>): T {
    this.#byKey.delete(slot.key)
    const last = this.#slots.pop()
    if (last !== undefined && last !== slot) {
      this.#place(last, slot.at)
      this.#sift(last)
    }
    return slot.object
  }

  #sift(slot: Slot<T>): void {
    let parent = this.#slots[(slot.at - 1) >> 1]
    while (parent !== undefined && parent !== slot && this.#compare(slot.object, parent.object) < 0) {
      this.#swap(slot, parent)
      parent = this.#slots[(slot.at - 1) >> 1]
    }
    let child = this.#lesserChild(slot.at)
    while (child !== undefined && this.#compare(child.object, slot.object) < 0) {
      this.#swap(slot, child)
      child = this.#lesserChild(slot.at)
    }
  }

  #lesserChild(at: number): Slot<T> | undefined {
    const left = this.#slots[2 * at + 1]
    const right = this.#slots[2 * at + 2]
    if (left === undefined || right === undefined) return left
    return this.#compare(right.object, left.object) < 0 ? right : left
  }

  #swap(a: Slot<T>, b: Slot<T>): void {
    const at = a.at
    this.#place(a, b.at)
    this.#place(b, at)
  }

  #place(slot: Slot<T>, at: number): void {
    slot.at = at
    this.#slots[at] = slot
  }
}
