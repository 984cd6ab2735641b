import type { ApiObject } from '../codec/json.ts'

/** Keys by the value that a field of their objects has. */
export class FieldIndex {
  readonly #read: (object: ApiObject) => string
  readonly #keys = new Map<string, Set<string>>()

  constructor(read: (object: ApiObject) => string) {
    this.#read = read
  }

  /** Follows a write: what an object was and what it is; undefined where there was or is none. */
  apply(key: string, before: ApiObject | undefined, after: ApiObject | undefined): void {
    const was = before === undefined ? undefined : this.#read(before)
    const is = after === undefined ? undefined : this.#read(after)
    if (was === is) return
    if (was !== undefined) {
      const keys = this.#keys.get(was)
      keys?.delete(key)
      if (keys?.size === 0) this.#keys.delete(was)
    }
    if (is !== undefined) {
      const keys = this.#keys.get(is) ?? new Set()
      this.#keys.set(is, keys)
      keys.add(key)
    }
  }

  keys(value: string): ReadonlySet<string> {
    return this.#keys.get(value) ?? new Set()
  }
}
