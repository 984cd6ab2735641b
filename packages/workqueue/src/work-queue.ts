import { systemClock, type Clock } from '@rxkube/clock'
import { Observable } from 'rxjs'
import { Causes } from './causes.ts'
import type { Entry } from './entry.ts'
import { FifoStorage } from './fifo-storage.ts'
import { itemKey, type ItemKey } from './item-key.ts'
import { QueueMetrics } from './queue-metrics.ts'
import type { QueueStats } from './queue-stats.ts'
import type { QueueStorage } from './queued.ts'
import { Waiters } from './waiters.ts'
import type { WorkItem } from './work-item.ts'
import { priorityOf, type AddOptions, type GetOptions, type WorkQueueOptions } from './work-queue-options.ts'

/**
 * Hands each distinct item to one worker at a time and collapses repeats; an item that is added while it is worked on
 * is handed out once more after that. client-go: `workqueue.Typed`.
 *
 * Nothing is bounded but by the number of distinct items. After `shutDown` what waits is still handed out, and nothing
 * is added any more.
 */
export class WorkQueue<T> {
  protected readonly clock: Clock
  protected readonly metrics: QueueMetrics | undefined
  readonly #keyOf: (item: T) => ItemKey
  readonly #causesLimit: number
  readonly #storage: QueueStorage<T>
  /** What has to be worked on: in the storage, or, while it is worked on, not yet. */
  readonly #dirty = new Map<ItemKey, Entry<T>>()
  readonly #processing = new Map<ItemKey, Entry<T>>()
  readonly #getters = new Waiters<WorkItem<T> | undefined>()
  readonly #drained = new Waiters<undefined>()
  readonly #watchers = new Set<() => void>()
  #adds = 0
  #shuttingDown = false
  #telling = false

  constructor(options: WorkQueueOptions<T> = {}) {
    const { name, metricsProvider, clock = systemClock, keyOf = itemKey, causesLimit = 10 } = options
    this.clock = clock
    this.metrics =
      name !== undefined && metricsProvider ? new QueueMetrics(name, metricsProvider, clock) : undefined
    this.#keyOf = keyOf
    this.#causesLimit = causesLimit
    this.#storage = options.storage ?? new FifoStorage()
  }

  /** How many items wait to be handed out. client-go: `Len`. */
  get size(): number {
    return this.#storage.size
  }

  get shuttingDown(): boolean {
    return this.#shuttingDown
  }

  get stats(): QueueStats {
    return {
      depth: this.size,
      processing: this.#processing.size,
      delayed: 0,
      adds: this.#adds,
      retries: 0,
      shuttingDown: this.#shuttingDown,
    }
  }

  /** The stats now and, at most once a turn of the event loop, when they have changed; completes never. */
  get stats$(): Observable<QueueStats> {
    return new Observable((subscriber) => {
      const tell = () => subscriber.next(this.stats)
      this.#watchers.add(tell)
      subscriber.add(() => this.#watchers.delete(tell))
      tell()
    })
  }

  /**
   * Says that `item` needs work. Does nothing once the queue shuts down. Throws RangeError for a priority that is no
   * number, and what `keyOf` throws, such as ItemKeyError; nothing is added then.
   */
  add(item: T, options: AddOptions = {}): void {
    this.put(item, priorityOf(options), this.causesOf(options))
  }

  /**
   * The next item: at once, or when there is one; those who wait are served in turn. Resolves with undefined when the
   * queue shuts down and nothing waits any more. Rejects with `signal.reason`; then no item is taken.
   */
  async get({ signal }: GetOptions = {}): Promise<WorkItem<T> | undefined> {
    signal?.throwIfAborted()
    const next = this.#next()
    if (next) return next
    return this.#shuttingDown ? undefined : this.#getters.wait(signal)
  }

  /** Says that the work on `item` is over, whatever became of it. Does nothing for one that is not worked on. */
  done(item: T): void {
    const entry = this.#processing.get(this.#keyOf(item))
    if (entry) this.#done(entry)
  }

  /** Refuses further items and ends those who wait. Does not wait for anybody; ends a drain. */
  shutDown(): void {
    this.#stop()
    this.metrics?.stop()
    this.#drained.resolveAll(undefined)
  }

  /**
   * Refuses further items and resolves when all that waits is worked off, what was added again meanwhile too, or when
   * `shutDown` is called; at once when nothing is worked on, for then there may be nobody to do it. Workers have to go
   * on until `get` resolves with undefined. Rejects with `signal.reason`; the queue stays shut down.
   */
  async shutDownWithDrain({ signal }: GetOptions = {}): Promise<void> {
    signal?.throwIfAborted()
    this.#stop()
    if (this.#processing.size === 0) this.metrics?.stop()
    else await this.#drained.wait(signal)
  }

  protected keyOf(item: T): ItemKey {
    return this.#keyOf(item)
  }

  protected causesOf({ cause, causes = [] }: AddOptions): Causes {
    const all = new Causes(this.#causesLimit)
    all.add(cause)
    for (const one of causes) all.add(one)
    return all
  }

  protected put(item: T, priority: number, causes: Causes): void {
    if (this.#shuttingDown) return
    const key = this.#keyOf(item)
    const waiting = this.#dirty.get(key)
    if (waiting) {
      waiting.causes.addAll(causes)
      waiting.priority = Math.max(waiting.priority, priority)
      if (!this.#processing.has(key)) this.#storage.touch(waiting)
      return
    }
    this.#adds++
    const entry: Entry<T> = { item, key, priority, causes, addedAt: this.clock.monotonic() }
    this.#dirty.set(key, entry)
    if (!this.#processing.has(key)) this.#storage.push(entry)
    // Metrics are others' code: what they call finds the queue as it is.
    this.metrics?.add(key)
    this.#serve()
    this.changed()
  }

  /** Tells those who follow `stats$`, once a turn. */
  protected changed(): void {
    if (this.#watchers.size === 0 || this.#telling) return
    this.#telling = true
    void this.#tellWatchers()
  }

  /** What ends with the queue; called once. */
  protected stopped(): void {
    return
  }

  /** Gives the next item to who waits for one. */
  #serve(): void {
    if (!this.#getters.waiting) return
    const entry = this.#storage.pop() as Entry<T> | undefined
    if (!entry) return
    const work = this.#begin(entry)
    this.#getters.resolveFirst(work)
    this.#begun(entry)
  }

  #next(): WorkItem<T> | undefined {
    const entry = this.#storage.pop() as Entry<T> | undefined
    if (!entry) return undefined
    const work = this.#begin(entry)
    this.#begun(entry)
    return work
  }

  #begin(entry: Entry<T>): WorkItem<T> {
    this.#dirty.delete(entry.key)
    this.#processing.set(entry.key, entry)
    const done = () => this.#done(entry)
    return {
      item: entry.item,
      priority: entry.priority,
      causes: entry.causes.all,
      droppedCauses: entry.causes.dropped,
      waited: this.clock.monotonic() - entry.addedAt,
      done,
      [Symbol.dispose]: done,
    }
  }

  #begun({ key }: Entry<T>): void {
    this.metrics?.get(key)
    this.changed()
  }

  #done(entry: Entry<T>): void {
    // Handed out again since: that work has its own end.
    if (this.#processing.get(entry.key) !== entry) return
    this.#processing.delete(entry.key)
    const again = this.#dirty.get(entry.key)
    if (again) this.#storage.push(again)
    this.metrics?.done(entry.key)
    this.#serve()
    this.changed()
    if (!this.#shuttingDown || this.#processing.size > 0 || this.size > 0) return
    this.metrics?.stop()
    this.#drained.resolveAll(undefined)
  }

  async #tellWatchers(): Promise<void> {
    await this.clock.yield()
    this.#telling = false
    for (const tell of this.#watchers) tell()
  }

  #stop(): void {
    if (this.#shuttingDown) return
    this.#shuttingDown = true
    this.stopped()
    // Whoever waits found nothing.
    this.#getters.resolveAll(undefined)
    this.changed()
  }
}
