/**
 * What was worked out of the last objects that were looked at. It forgets: what is kept for every object that is stored
 * would be many times the objects themselves.
 */
export class Recent<K extends object, V> {
  readonly #capacity: number
  #young = new Map<K, V>()
  #old: ReadonlyMap<K, V> = new Map()

  /** Between `capacity` and twice as many are known. */
  constructor(capacity: number) {
    this.#capacity = capacity
  }

  get(key: K): V | undefined {
    const young = this.#young.get(key)
    if (young !== undefined) return young
    const old = this.#old.get(key)
    if (old !== undefined) this.set(key, old)
    return old
  }

  set(key: K, value: V): void {
    this.#young.set(key, value)
    if (this.#young.size < this.#capacity) return
    this.#old = this.#young
    this.#young = new Map()
  }
}
