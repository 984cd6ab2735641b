import type { Clock } from '@rxkube/clock'
import { Deadlines } from '../nodes/deadlines.ts'
import { Heap } from '../nodes/heap.ts'

/** A pod that waits for a node. */
export interface QueuedPod {
  readonly key: string
  readonly uid: string
  readonly priority: number
}

interface Entry extends QueuedPod {
  readonly order: number
}

interface Parked {
  readonly pod: QueuedPod
  /** When it may be tried again, by the monotonic clock. */
  readonly until: number
  /** What the cluster was like when it did not fit. */
  readonly generation: number
}

const firstBackoff = 1000
const longestBackoff = 10_000
/** The least time between two looks at all parked pods. */
const pause = 1000

/**
 * Pods in the order in which they are scheduled: by priority, then by age. One that fits nowhere is parked until
 * something changes, and at least for its back-off: a second, then twice as long each time, ten at most.
 */
export class SchedulingQueue {
  readonly #clock: Clock
  readonly #ready: () => void
  readonly #active = new Map<string, Entry>()
  readonly #heap = new Heap(before)
  readonly #parked = new Map<string, Parked>()
  readonly #attempts = new Map<string, number>()
  readonly #deadlines: Deadlines
  #order = 0
  #generation = 0
  #looked = -Infinity

  /** `ready` is called when there is something to pop. */
  constructor(clock: Clock, ready: () => void) {
    this.#clock = clock
    this.#ready = ready
    this.#deadlines = new Deadlines(clock, (key) => (key === '' ? this.#look() : this.#unpark(key)))
  }

  /** Counts changes after which pods may fit that did not before. */
  get generation(): number {
    return this.#generation
  }

  get size(): number {
    return this.#active.size
  }

  has(key: string): boolean {
    return this.#active.has(key) || this.#parked.has(key)
  }

  /** Puts a pod in line; one that was changed gets another try at once. */
  add(pod: QueuedPod): void {
    this.#unparked(pod.key)
    const known = this.#active.get(pod.key)
    if (known?.priority === pod.priority && known.uid === pod.uid) return
    const entry: Entry = { ...pod, order: this.#order++ }
    this.#active.set(pod.key, entry)
    this.#heap.push(entry)
    this.#ready()
  }

  /** The next pod. */
  pop(): QueuedPod | undefined {
    for (let first = this.#heap.pop(); first !== undefined; first = this.#heap.pop()) {
      if (this.#active.get(first.key) !== first) continue
      this.#active.delete(first.key)
      return first
    }
    return undefined
  }

  /** Parks a pod that did not fit when the cluster was as it was at `generation`. */
  park(pod: QueuedPod, generation: number): void {
    const attempts = (this.#attempts.get(pod.key) ?? 0) + 1
    this.#attempts.set(pod.key, attempts)
    const wait = Math.min(longestBackoff, firstBackoff * 2 ** Math.min(attempts - 1, 10))
    this.#parked.set(pod.key, { pod, until: this.#clock.monotonic() + wait, generation })
    if (generation !== this.#generation) this.#deadlines.set(pod.key, wait)
  }

  /** Forgets a pod that was placed or is gone. */
  delete(key: string): void {
    this.#unparked(key)
    this.#active.delete(key)
    this.#attempts.delete(key)
  }

  /** Something changed: parked pods are tried again. */
  moved(): void {
    this.#generation++
    if (this.#parked.size === 0 || this.#deadlines.has('')) return
    this.#deadlines.set('', Math.max(0, this.#looked + pause - this.#clock.monotonic()))
  }

  stop(): void {
    this.#deadlines.clear()
    this.#active.clear()
    this.#parked.clear()
    this.#heap.keep([])
  }

  #look(): void {
    const now = this.#clock.monotonic()
    this.#looked = now
    // Taking one out does not disturb the walk.
    for (const [key, { until }] of this.#parked) {
      if (until <= now) this.#unpark(key)
      else if (!this.#deadlines.has(key)) this.#deadlines.set(key, until - now)
    }
  }

  #unpark(key: string): void {
    const parked = this.#parked.get(key)
    if (parked !== undefined) this.add(parked.pod)
  }

  #unparked(key: string): void {
    this.#parked.delete(key)
    this.#deadlines.delete(key)
  }
}

function before(a: Entry, b: Entry): boolean {
  return a.priority === b.priority ? a.order < b.order : a.priority > b.priority
}
