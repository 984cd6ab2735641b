/** A timer in the heap: when it is due, the order in which it was set, and where in the heap it is (−1: not). */
export interface HeapTimer {
  readonly due: number
  readonly order: number
  readonly fire: () => void
  at: number
}

/** Timers by due time, then by the order in which they were set. Adding and taking back are O(log n). */
export class TimerHeap {
  readonly #timers: HeapTimer[] = []

  get size(): number {
    return this.#timers.length
  }

  peek(): HeapTimer | undefined {
    return this.#timers[0]
  }

  add(timer: HeapTimer): void {
    this.#timers.push(timer)
    this.#up(timer, this.#timers.length - 1)
  }

  /** False when it is not in the heap any more. */
  delete(timer: HeapTimer): boolean {
    const { at } = timer
    if (this.#timers[at] !== timer) return false
    const last = this.#timers.pop()
    timer.at = -1
    if (last !== undefined && last !== timer) {
      this.#up(last, at)
      this.#down(last, last.at)
    }
    return true
  }

  #up(timer: HeapTimer, start: number): void {
    let at = start
    while (at > 0) {
      const parent = this.#timers[(at - 1) >> 1]
      if (parent === undefined || before(parent, timer)) break
      this.#put(parent, at)
      at = (at - 1) >> 1
    }
    this.#put(timer, at)
  }

  #down(timer: HeapTimer, start: number): void {
    let at = start
    for (;;) {
      const left = this.#timers[2 * at + 1]
      const right = this.#timers[2 * at + 2]
      const child = left && right && before(right, left) ? right : left
      if (child === undefined || before(timer, child)) break
      const next = child.at
      this.#put(child, at)
      at = next
    }
    this.#put(timer, at)
  }

  #put(timer: HeapTimer, at: number): void {
    this.#timers[at] = timer
    timer.at = at
  }
}

function before(a: HeapTimer, b: HeapTimer): boolean {
  return a.due === b.due ? a.order < b.order : a.due < b.due
}
