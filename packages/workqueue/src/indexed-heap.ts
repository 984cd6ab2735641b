/** What a heap can hold: values that know where in it they are. */
export interface HeapNode {
  /** Set by the heap; −1 for a value that is in none. */
  at: number
}

/** A binary heap whose values know their places, so that one whose rank has changed finds its new one in O(log n). */
export class IndexedHeap<T extends HeapNode> {
  readonly #values: T[] = []
  readonly #comesBefore: (a: T, b: T) => boolean

  constructor(comesBefore: (a: T, b: T) => boolean) {
    this.#comesBefore = comesBefore
  }

  get size(): number {
    return this.#values.length
  }

  /** The first; it stays in. */
  peek(): T | undefined {
    return this.#values[0]
  }

  push(value: T): void {
    this.#place(value, this.#values.length)
    this.#rise(value)
  }

  /** Finds the place of a value that is in and whose rank has changed. */
  update(value: T): void {
    this.#rise(value)
    this.#sink(value)
  }

  /** Takes out the first. */
  pop(): T | undefined {
    const first = this.#values[0]
    if (first) this.remove(first)
    return first
  }

  /** Takes out a value that is in. */
  remove(value: T): void {
    const { at } = value
    const last = this.#values.pop()
    value.at = -1
    if (!last || last === value) return
    this.#place(last, at)
    this.update(last)
  }

  clear(): void {
    for (const value of this.#values) value.at = -1
    this.#values.length = 0
  }

  #place(value: T, at: number): void {
    this.#values[at] = value
    value.at = at
  }

  #rise(value: T): void {
    let { at } = value
    while (at > 0) {
      const above = (at - 1) >> 1
      const parent = this.#values[above]
      if (parent === undefined || !this.#comesBefore(value, parent)) break
      this.#place(parent, at)
      at = above
    }
    this.#place(value, at)
  }

  #sink(value: T): void {
    let { at } = value
    for (;;) {
      const left = this.#values[2 * at + 1]
      const right = this.#values[2 * at + 2]
      if (left === undefined) break
      const child = right !== undefined && this.#comesBefore(right, left) ? right : left
      if (!this.#comesBefore(child, value)) break
      const below = child.at
      this.#place(child, at)
      at = below
    }
    this.#place(value, at)
  }
}
