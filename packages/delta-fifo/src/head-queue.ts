// Below this many spent slots, moving what is left costs more than the slots.
const worthCompacting = 1024

/** First in, first out, each in constant time on average: an array and the place of its first element. */
export class HeadQueue<E extends object | string> {
  #elements: (E | undefined)[] = []
  #head = 0

  get length(): number {
    return this.#elements.length - this.#head
  }

  push(element: E): void {
    this.#elements.push(element)
  }

  /** The element at `index` from the head, without taking it. */
  at(index: number): E | undefined {
    return this.#elements[this.#head + index]
  }

  shift(): E | undefined {
    const element = this.#elements[this.#head]
    if (element === undefined) return undefined
    // What was popped must not be kept alive by its slot.
    this.#elements[this.#head] = undefined
    this.#head++
    if (this.#head === this.#elements.length) this.clear()
    else if (this.#head >= worthCompacting && this.#head * 2 >= this.#elements.length) this.#compact()
    return element
  }

  clear(): void {
    this.#elements = []
    this.#head = 0
  }

  *[Symbol.iterator](): Generator<E> {
    for (let index = 0; index < this.length; index++) {
      const element = this.at(index)
      if (element !== undefined) yield element
    }
  }

  #compact(): void {
    this.#elements = this.#elements.slice(this.#head)
    this.#head = 0
  }
}
