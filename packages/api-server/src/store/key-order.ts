/** Keys in ascending order, sorted when they are read: a write costs nothing, a read after writes one merge. */
export class KeyOrder {
  #sorted: readonly string[] = []
  readonly #added = new Set<string>()
  readonly #removed = new Set<string>()

  add(key: string): void {
    // A key that comes back before the next read is still in its place.
    if (!this.#removed.delete(key)) this.#added.add(key)
  }

  delete(key: string): void {
    if (!this.#added.delete(key)) this.#removed.add(key)
  }

  /** Every key, sorted; the array is not changed by later writes. */
  keys(): readonly string[] {
    if (this.#added.size === 0 && this.#removed.size === 0) return this.#sorted
    const kept =
      this.#removed.size === 0 ? this.#sorted : this.#sorted.filter((key) => !this.#removed.has(key))
    this.#sorted = this.#added.size === 0 ? kept : mergeSorted(kept, [...this.#added].toSorted(byCode))
    this.#added.clear()
    this.#removed.clear()
    return this.#sorted
  }
}

/** Two ascending lists as one. */
export function mergeSorted(left: readonly string[], right: readonly string[]): readonly string[] {
  const merged: string[] = []
  let l = 0
  let r = 0
  while (l < left.length || r < right.length) {
    const a = left[l]
    const b = right[r]
    if (b === undefined || (a !== undefined && a < b)) {
      merged.push(a ?? '')
      l++
    } else {
      merged.push(b)
      r++
    }
  }
  return merged
}

export function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Where `key` is or would be in sorted `keys`. */
export function lowerBound(keys: readonly string[], key: string): number {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] ?? '') < key) low = middle + 1
    else high = middle
  }
  return low
}
