import { parseDuration, type Duration } from '@rxkube/clock'
import { IndexedHeap, type HeapNode } from './indexed-heap.ts'
import type { Queued, QueueStorage } from './queued.ts'

/** How a PriorityStorage weighs priority against time. */
export interface PriorityStorageOptions {
  /** How long an item waits to count as one priority higher; 1 s unless told. Infinity: time never counts. */
  readonly ageing?: Duration | undefined
}

interface Ranked<T> extends HeapNode {
  readonly queued: Queued<T>
  readonly order: number
  rank: number
}

/**
 * Higher priorities first, and first in, first out within one; who waits rises, so that nothing waits for ever behind
 * others that keep coming. controller-runtime: `priorityqueue`, without the ageing.
 */
export class PriorityStorage<T> implements QueueStorage<T> {
  readonly #ageing: number
  readonly #heap = new IndexedHeap<Ranked<T>>(
    (a, b) => a.rank > b.rank || (a.rank === b.rank && a.order < b.order),
  )
  readonly #ranked = new Map<Queued<T>, Ranked<T>>()
  #pushed = 0

  /** Throws RangeError for an ageing of 0: then priority would count nothing. */
  constructor({ ageing = '1s' }: PriorityStorageOptions = {}) {
    this.#ageing = parseDuration(ageing)
    if (!(this.#ageing > 0)) throw new RangeError(`ageing is ${ageing}: expected more than 0, or Infinity`)
  }

  get size(): number {
    return this.#heap.size
  }

  push(queued: Queued<T>): void {
    const ranked = { queued, order: this.#pushed++, rank: this.#rank(queued), at: -1 }
    this.#ranked.set(queued, ranked)
    this.#heap.push(ranked)
  }

  touch(queued: Queued<T>): void {
    const ranked = this.#ranked.get(queued)
    if (!ranked) return
    ranked.rank = this.#rank(queued)
    this.#heap.update(ranked)
  }

  pop(): Queued<T> | undefined {
    const queued = this.#heap.pop()?.queued
    if (queued) this.#ranked.delete(queued)
    return queued
  }

  // All that wait grow older at the same pace, so who is before whom never changes while they wait.
  #rank({ priority, addedAt }: Queued<T>): number {
    return this.#ageing === Infinity ? priority : priority * this.#ageing - addedAt
  }
}
