import { isObject, setOwn, type JsonObject } from '../codec/json.ts'
import { canonicalElement, compareElements, type PathElement } from './path-element.ts'
import { Recent } from './recent.ts'

const none: ReadonlyMap<PathElement, FieldSet> = new Map()

/**
 * A set of paths into an object, as a tree: what a manager owns. Never changed once made. Upstream: fieldpath.Set.
 */
export class FieldSet {
  /** Whether the path that leads here is in the set. */
  readonly member: boolean
  /** Sets of what lies below; none of them is empty. */
  readonly children: ReadonlyMap<PathElement, FieldSet>
  #written: JsonObject | undefined

  constructor(member: boolean, children: ReadonlyMap<PathElement, FieldSet> = none) {
    this.member = member
    this.children = children
  }

  // Getters: what the compiler makes of a static field that calls its own class fails when it is loaded.
  static get empty(): FieldSet {
    return empty
  }

  static get leaf(): FieldSet {
    return leaf
  }

  /** The set of these paths. */
  static of(...paths: readonly (readonly PathElement[])[]): FieldSet {
    return paths.reduce((set, path) => set.union(chain(path)), FieldSet.empty)
  }

  get isEmpty(): boolean {
    return !this.member && this.children.size === 0
  }

  has(path: readonly PathElement[]): boolean {
    return path.reduce<FieldSet>((set, element) => set.at(element), this).member
  }

  at(element: PathElement): FieldSet {
    return this.children.get(element) ?? FieldSet.empty
  }

  union(other: FieldSet): FieldSet {
    if (other.isEmpty) return this
    if (this.isEmpty) return other
    const children = new Map(this.children)
    for (const [element, child] of other.children) {
      children.set(element, children.get(element)?.union(child) ?? child)
    }
    return new FieldSet(this.member || other.member, children)
  }

  /** The paths of this set that are not in the other one. */
  difference(other: FieldSet): FieldSet {
    if (this.isEmpty || other.isEmpty) return this
    return this.#filtered(this.member && !other.member, (element, child) =>
      child.difference(other.at(element)),
    )
  }

  /** As `difference`, but a path of the other set takes away everything below it. */
  without(other: FieldSet): FieldSet {
    if (other.isEmpty) return this
    if (other.member) return FieldSet.empty
    return this.#filtered(this.member, (element, child) => child.without(other.at(element)))
  }

  intersection(other: FieldSet): FieldSet {
    return this.#filtered(this.member && other.member, (element, child) =>
      child.intersection(other.at(element)),
    )
  }

  equals(other: FieldSet): boolean {
    if (this === other) return true
    if (this.member !== other.member || this.children.size !== other.children.size) return false
    return this.children.entries().every(([element, child]) => child.equals(other.at(element)))
  }

  /** Every path: those that end at a level before those that go deeper, else in the order of FieldsV1. */
  *paths(prefix: readonly PathElement[] = []): Generator<readonly PathElement[]> {
    const sorted = this.#sorted()
    for (const [element, child] of sorted) if (child.member) yield [...prefix, element]
    for (const [element, child] of sorted) yield* child.paths([...prefix, element])
  }

  /** The set as an entry of managedFields holds it. The same object each time, not to be changed. */
  toFieldsV1(): JsonObject {
    return (this.#written ??= this.#write())
  }

  #write(): JsonObject {
    const fields: JsonObject = {}
    for (const [element, child] of this.#sorted()) {
      const inner = child.toFieldsV1()
      setOwn(fields, element, child.member && child.children.size > 0 ? { '.': {}, ...inner } : inner)
    }
    return fields
  }

  #sorted(): readonly (readonly [PathElement, FieldSet])[] {
    return [...this.children].toSorted(([a], [b]) => compareElements(a, b))
  }

  #filtered(member: boolean, keep: (element: PathElement, child: FieldSet) => FieldSet): FieldSet {
    const children = new Map<PathElement, FieldSet>()
    for (const [element, child] of this.children) {
      const kept = keep(element, child)
      if (!kept.isEmpty) children.set(element, kept)
    }
    return member || children.size > 0 ? new FieldSet(member, children) : FieldSet.empty
  }
}

const empty = new FieldSet(false)
const leaf = new FieldSet(true)

function chain(path: readonly PathElement[]): FieldSet {
  return path.reduceRight((child, element) => new FieldSet(false, new Map([[element, child]])), FieldSet.leaf)
}

/** Reads what `toFieldsV1` writes, from any client; undefined when it is something else. */
export function fromFieldsV1(value: unknown): FieldSet | undefined {
  if (!isObject(value)) return undefined
  const known = sets.get(value)
  if (known !== undefined) return known
  const set = read(value, true)
  if (set !== undefined) sets.set(value, set)
  return set
}

// Every write asks for what the one before it left, and stored objects that own the same share one value.
const sets = new Recent<JsonObject, FieldSet>(256)

function read(value: unknown, root = false): FieldSet | undefined {
  if (!isObject(value)) return undefined
  const children = new Map<PathElement, FieldSet>()
  // A path with nothing below it is in the set; one with something below it says so with a dot.
  let member = Object.keys(value).length === 0 && !root
  for (const key of Object.keys(value)) {
    if (key === '.') {
      member = true
      continue
    }
    const element = canonicalElement(key)
    const child = read(value[key])
    if (element === undefined || child === undefined) return undefined
    children.set(element, child)
  }
  return new FieldSet(member, children)
}
