/** Keeps the values of a label few: what comes when there are as many as may be is `other`. */
export class BoundedLabel {
  readonly #max: number
  readonly #known = new Set<string>()

  constructor(max: number) {
    this.#max = max
  }

  of(value: string): string {
    if (this.#known.has(value)) return value
    if (this.#known.size >= this.#max) return 'other'
    this.#known.add(value)
    return value
  }
}
