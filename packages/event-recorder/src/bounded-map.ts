import { LRUCache } from 'lru-cache'

/** A map of so many entries at most: what was not used for the longest time makes room. */
export class BoundedMap<V extends object> {
  readonly #cache: LRUCache<string, V>

  constructor(max: number, onEvict?: (value: V, key: string) => void) {
    this.#cache = new LRUCache<string, V>({
      max,
      ...(onEvict && {
        dispose: (value, key, reason) => {
          if (reason === 'evict') onEvict(value, key)
        },
      }),
    })
  }

  get size(): number {
    return this.#cache.size
  }

  get(key: string): V | undefined {
    return this.#cache.get(key)
  }

  set(key: string, value: V): void {
    this.#cache.set(key, value)
  }

  delete(key: string): void {
    this.#cache.delete(key)
  }

  /** The entries, as they are now. */
  entries(): readonly (readonly [key: string, value: V])[] {
    return [...this.#cache.entries()]
  }
}
