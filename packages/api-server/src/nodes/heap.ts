/** Items of which the first one, by an order of its own, can always be had: a binary heap. */
export class Heap<T> {
  readonly #before: (a: T, b: T) => boolean
  #items: T[] = []

  constructor(before: (a: T, b: T) => boolean) {
    this.#before = before
  }

  get size(): number {
    return this.#items.length
  }

  peek(): T | undefined {
    return this.#items[0]
  }

  push(item: T): void {
    this.#items.push(item)
    let at = this.#items.length - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!this.#swapIfBefore(at, parent)) return
      at = parent
    }
  }

  pop(): T | undefined {
    const first = this.#items[0]
    const last = this.#items.pop()
    if (last === undefined || this.#items.length === 0) return first
    this.#items[0] = last
    for (let at = 0; ;) {
      const [left, right] = [this.#items[2 * at + 1], this.#items[2 * at + 2]]
      if (left === undefined) return first
      const child = right !== undefined && this.#before(right, left) ? 2 * at + 2 : 2 * at + 1
      if (!this.#swapIfBefore(child, at)) return first
      at = child
    }
  }

  /** Keeps these items alone. */
  keep(items: Iterable<T>): void {
    this.#items = [...items].toSorted((a, b) => (this.#before(a, b) ? -1 : 1))
  }

  #swapIfBefore(one: number, other: number): boolean {
    const [a, b] = [this.#items[one], this.#items[other]]
    if (a === undefined || b === undefined || !this.#before(a, b)) return false
    this.#items[one] = b
    this.#items[other] = a
    return true
  }
}
