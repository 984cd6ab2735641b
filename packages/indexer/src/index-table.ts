/** No value: what an object that is not in an index has. */
export const noValues: readonly string[] = []

const noKeys: ReadonlySet<string> = new Set()

/** One index: keys by value and values by key, always each other's inverse, never an empty bucket. */
export class IndexTable {
  readonly #buckets = new Map<string, Set<string>>()
  // Kept, not recomputed from the old object: an impure function would otherwise leave its key behind in a bucket.
  readonly #values = new Map<string, readonly string[]>()

  bucket(value: string): ReadonlySet<string> {
    return this.#buckets.get(value) ?? noKeys
  }

  valuesOf(key: string): readonly string[] {
    return this.#values.get(key) ?? noValues
  }

  values(): string[] {
    return [...this.#buckets.keys()]
  }

  /** Files `key` under `after`, which has no duplicates, and nowhere else. */
  file(key: string, after: readonly string[]): void {
    const before = this.valuesOf(key)
    if (before.length === 1 && after.length === 1 && before[0] === after[0]) return
    for (const value of before) this.#leave(key, value)
    for (const value of after) this.#enter(key, value)
    if (after.length > 0) this.#values.set(key, after)
    else this.#values.delete(key)
  }

  #enter(key: string, value: string): void {
    const bucket = this.#buckets.get(value)
    if (bucket === undefined) this.#buckets.set(value, new Set([key]))
    else bucket.add(key)
  }

  #leave(key: string, value: string): void {
    const bucket = this.#buckets.get(value)
    if (bucket?.delete(key) === true && bucket.size === 0) this.#buckets.delete(value)
  }
}
