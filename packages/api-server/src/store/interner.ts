import { isObject, setOwn, type ApiObject, type JsonObject } from '../codec/json.ts'

/** Shorter parts cost less than knowing them. */
const shortest = 64
/** How far below `spec` and its like parts are looked for: containers, and what is in them. */
const deepest = 2

/**
 * Lets equal parts of stored objects be one object: pods of one template differ in little more than their names. It takes
 * memory and, above all, work from the garbage collector. Stored objects are never mutated, so nobody can tell.
 *
 * What it knows is bounded: after so many characters of new parts, those that were not seen again are forgotten.
 */
export class Interner {
  readonly #capacity: number
  #young = new Map<string, unknown>()
  #old: ReadonlyMap<string, unknown> = new Map()
  #size = 0

  /** `capacity` is in characters of JSON; twice as many may be known. */
  constructor(capacity = 4 * 1024 * 1024) {
    this.#capacity = capacity
  }

  /** The same object with its parts shared. */
  intern(object: ApiObject): ApiObject {
    const shared = this.#fields(object, (value) =>
      isObject(value) ? this.#section(value) : this.#part(value, deepest),
    )
    return shared as ApiObject
  }

  #section(section: JsonObject): JsonObject {
    return this.#fields(section, (value, key) =>
      // The times in it are always new; what is large are the fields.
      key === 'managedFields' && Array.isArray(value)
        ? value.map((entry: unknown) =>
            isObject(entry) ? this.#fields(entry, (field) => this.#part(field, 0)) : entry,
          )
        : this.#part(value, deepest),
    )
  }

  #fields(object: JsonObject, share: (value: unknown, key: string) => unknown): JsonObject {
    const shared: JsonObject = {}
    for (const key of Object.keys(object)) {
      const value = object[key]
      setOwn(shared, key, typeof value === 'object' && value !== null ? share(value, key) : value)
    }
    return shared
  }

  #part(value: unknown, depth: number): unknown {
    if (typeof value !== 'object' || value === null) return value
    const text = JSON.stringify(value)
    if (text.length < shortest) return value
    const known = this.#young.get(text) ?? this.#old.get(text)
    const part = known ?? this.#inside(value, depth)
    if (!this.#young.has(text)) this.#remember(text, part)
    return part
  }

  #inside(value: object, depth: number): unknown {
    if (depth === 0) return value
    if (Array.isArray(value)) return value.map((item) => this.#part(item, depth - 1))
    return this.#fields({ ...value }, (field) => this.#part(field, depth - 1))
  }

  #remember(text: string, part: unknown): void {
    this.#young.set(text, part)
    this.#size += text.length
    if (this.#size < this.#capacity) return
    this.#old = this.#young
    this.#young = new Map()
    this.#size = 0
  }
}
