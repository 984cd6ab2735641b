import type { Clock, Timer } from '@rxkube/clock'
import { Heap } from './heap.ts'

interface Entry {
  readonly key: string
  readonly due: number
  /** Where of two with the same due time the earlier one stands. */
  readonly order: number
  dead: boolean
}

/** Keys that are told when their time has come: any number of them behind one timer of the clock. */
export class Deadlines {
  readonly #clock: Clock
  readonly #due: (key: string) => void
  readonly #entries = new Map<string, Entry>()
  readonly #heap = new Heap(before)
  #timer: Timer | undefined
  #armedFor = Infinity
  #order = 0

  constructor(clock: Clock, due: (key: string) => void) {
    this.#clock = clock
    this.#due = due
  }

  get size(): number {
    return this.#entries.size
  }

  has(key: string): boolean {
    return this.#entries.has(key)
  }

  /** Tells `key` in `delay` milliseconds, and no longer when it was told to before. */
  set(key: string, delay: number): void {
    this.delete(key)
    const due = this.#clock.monotonic() + Math.max(0, delay)
    const entry: Entry = { key, due, order: this.#order++, dead: false }
    this.#entries.set(key, entry)
    this.#heap.push(entry)
    this.#arm()
  }

  delete(key: string): void {
    const entry = this.#entries.get(key)
    if (entry === undefined) return
    entry.dead = true
    this.#entries.delete(key)
    // Dead entries leave with the first ones; when they are the most, they all leave.
    if (this.#heap.size > 64 && this.#heap.size > 2 * this.#entries.size)
      this.#heap.keep(this.#entries.values())
  }

  clear(): void {
    this.#entries.clear()
    this.#heap.keep([])
    this.#timer?.cancel()
    this.#timer = undefined
    this.#armedFor = Infinity
  }

  #arm(): void {
    const first = this.#first()
    const due = first?.due ?? Infinity
    if (due >= this.#armedFor && first !== undefined) return
    this.#timer?.cancel()
    this.#timer = undefined
    this.#armedFor = due
    if (first === undefined) return
    this.#timer = this.#clock.setTimer(due - this.#clock.monotonic(), () => this.#fire())
  }

  #fire(): void {
    this.#timer = undefined
    this.#armedFor = Infinity
    const now = this.#clock.monotonic()
    for (let first = this.#first(); first !== undefined && first.due <= now; first = this.#first()) {
      this.#heap.pop()
      this.#entries.delete(first.key)
      this.#due(first.key)
    }
    this.#arm()
  }

  /** The earliest entry that is alive. */
  #first(): Entry | undefined {
    while (this.#heap.peek()?.dead === true) this.#heap.pop()
    return this.#heap.peek()
  }
}

function before(a: Entry, b: Entry): boolean {
  return a.due === b.due ? a.order < b.order : a.due < b.due
}
