/** Why an item was added: what all who added it said, up to a bound. */
export class Causes {
  readonly #limit: number
  readonly #causes: unknown[] = []
  #dropped = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  get all(): readonly unknown[] {
    return this.#causes
  }

  /** How many were left out because there was no room. */
  get dropped(): number {
    return this.#dropped
  }

  /** Once for each cause, however often it is given. */
  add(cause: unknown): void {
    if (cause === undefined || this.#causes.includes(cause)) return
    if (this.#causes.length < this.#limit) this.#causes.push(cause)
    else this.#dropped++
  }

  addAll(others: Causes): void {
    for (const cause of others.all) this.add(cause)
    this.#dropped += others.dropped
  }
}
