import { parseDuration, type Duration, type Timer } from '@rxkube/clock'
import type { Causes } from './causes.ts'
import { IndexedHeap, type HeapNode } from './indexed-heap.ts'
import type { ItemKey } from './item-key.ts'
import type { QueueStats } from './queue-stats.ts'
import { priorityOf, type AddOptions } from './work-queue-options.ts'
import { WorkQueue } from './work-queue.ts'

interface Delayed<T> extends HeapNode {
  readonly key: ItemKey
  readonly item: T
  readonly causes: Causes
  readonly order: number
  priority: number
  readyAt: number
}

// A hundred thousand that are due at once must not hold up the event loop: leases are renewed on it.
const mostAtOnce = 5000

/** A queue to which items can be added later. client-go: `workqueue.TypedDelayingInterface`. */
export class DelayingQueue<T> extends WorkQueue<T> {
  readonly #delayed = new Map<ItemKey, Delayed<T>>()
  readonly #heap = new IndexedHeap<Delayed<T>>(
    (a, b) => a.readyAt < b.readyAt || (a.readyAt === b.readyAt && a.order < b.order),
  )
  #timer: Timer | undefined
  #timerAt = Infinity
  #retries = 0
  #order = 0

  override get stats(): QueueStats {
    return { ...super.stats, delayed: this.#delayed.size, retries: this.#retries }
  }

  /**
   * Adds `item` when `delay` is over, at once for 0 or less, never for Infinity. An item that waits already is added
   * once, at the earlier time. What still waits when the queue shuts down is dropped.
   */
  addAfter(item: T, delay: Duration, options: AddOptions = {}): void {
    const wait = parseDuration(delay)
    const priority = priorityOf(options)
    if (this.shuttingDown) return
    this.#retries++
    if (wait <= 0) this.add(item, options)
    else if (wait < Infinity)
      this.#wait(item, this.clock.monotonic() + wait, priority, this.causesOf(options))
    this.changed()
    this.metrics?.retry()
  }

  /** Takes an item back that waits for its time, whose object is gone, say; false when it does not wait. */
  forgetDelayed(item: T): boolean {
    const key = this.keyOf(item)
    const delayed = this.#delayed.get(key)
    if (!delayed) return false
    this.#delayed.delete(key)
    this.#heap.remove(delayed)
    this.#arm()
    this.changed()
    return true
  }

  protected override stopped(): void {
    this.#timer?.cancel()
    this.#timer = undefined
    this.#delayed.clear()
    this.#heap.clear()
  }

  #wait(item: T, readyAt: number, priority: number, causes: Causes): void {
    const key = this.keyOf(item)
    const known = this.#delayed.get(key)
    if (known) {
      known.causes.addAll(causes)
      known.priority = Math.max(known.priority, priority)
      if (readyAt >= known.readyAt) return
      known.readyAt = readyAt
      this.#heap.update(known)
    } else {
      const delayed: Delayed<T> = { item, key, causes, priority, readyAt, order: this.#order++, at: -1 }
      this.#delayed.set(key, delayed)
      this.#heap.push(delayed)
    }
    this.#arm()
  }

  /** One timer, for the first that is due. */
  #arm(): void {
    const first = this.#heap.peek()
    if (this.#timer && this.#timerAt === first?.readyAt) return
    this.#timer?.cancel()
    this.#timer = undefined
    if (!first) return
    this.#timerAt = first.readyAt
    this.#timer = this.clock.setTimer(first.readyAt - this.clock.monotonic(), () => this.#fire())
  }

  #fire(): void {
    this.#timer = undefined
    // What a clock adds up may fall short of the time asked for by a rounding error: it would be asked again for ever.
    const now = Math.max(this.clock.monotonic(), this.#timerAt)
    try {
      for (let added = 0; added < mostAtOnce; added++) {
        const first = this.#heap.peek()
        if (!first || first.readyAt > now) break
        this.#heap.pop()
        this.#delayed.delete(first.key)
        this.put(first.item, first.priority, first.causes)
      }
    } finally {
      this.#arm()
    }
  }
}
