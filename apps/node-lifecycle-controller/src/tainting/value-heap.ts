/** Something that waits in a queue. Times are milliseconds since 1970. */
export interface TimedValue {
  readonly value: string
  readonly uid: string
  readonly addedAt: number
  readonly processAt: number
}

interface Entry extends TimedValue {
  readonly order: number
}

/** A binary heap of values by due time, then by the order in which they came; each can be found by its name. */
export class ValueHeap {
  readonly #entries: Entry[] = []
  readonly #places = new Map<string, number>()
  #order = 0

  get size(): number {
    return this.#entries.length
  }

  has(value: string): boolean {
    return this.#places.has(value)
  }

  head(): TimedValue | undefined {
    return this.#entries[0]
  }

  push(value: TimedValue): void {
    this.#put({ ...value, order: this.#order++ }, this.#entries.length)
    this.#rise(this.#entries.length - 1)
  }

  /** False when it is not there. */
  delete(value: string): boolean {
    const place = this.#places.get(value)
    const last = this.#entries.at(-1)
    if (place === undefined || last === undefined) return false
    this.#entries.pop()
    this.#places.delete(value)
    if (place < this.#entries.length) {
      this.#put(last, place)
      this.#rise(place)
      this.#sink(place)
    }
    return true
  }

  clear(): void {
    this.#entries.length = 0
    this.#places.clear()
  }

  #rise(from: number): void {
    for (let place = from; place > 0;) {
      const parent = (place - 1) >> 1
      if (!this.#swapUnlessOrdered(parent, place)) return
      place = parent
    }
  }

  #sink(from: number): void {
    for (let place = from; ;) {
      const left = 2 * place + 1
      const [first, second] = [this.#entries[left], this.#entries[left + 1]]
      if (first === undefined) return
      const child = second && isBefore(second, first) ? left + 1 : left
      if (!this.#swapUnlessOrdered(place, child)) return
      place = child
    }
  }

  #swapUnlessOrdered(upper: number, lower: number): boolean {
    const [above, below] = [this.#entries[upper], this.#entries[lower]]
    if (above === undefined || below === undefined || !isBefore(below, above)) return false
    this.#put(below, upper)
    this.#put(above, lower)
    return true
  }

  #put(entry: Entry, place: number): void {
    this.#entries[place] = entry
    this.#places.set(entry.value, place)
  }
}

function isBefore(a: Entry, b: Entry): boolean {
  return a.processAt < b.processAt || (a.processAt === b.processAt && a.order < b.order)
}
