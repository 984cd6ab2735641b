import { UnknownIndexError } from './errors.ts'
import { metaNamespaceIndexFunc, namespaceIndex } from './index-func.ts'
import type { IndexFuncs } from './index-funcs.ts'
import { IndexTable, noValues } from './index-table.ts'

/** Told what a key was like before each write, while it is there. */
export interface Recorder<T> {
  record(key: string, world: World<T>): void
}

/** The objects and their indices as they stand between two replacements. User code never runs while they differ. */
export class World<T> {
  readonly items: Map<string, T>
  readonly #funcs: IndexFuncs<T>
  readonly #tables = new Map<string, IndexTable>()
  // Weak, so that a snapshot nobody holds costs nothing.
  #recorder: WeakRef<Recorder<T>> | undefined

  constructor(funcs: IndexFuncs<T>, items = new Map<string, T>()) {
    this.#funcs = funcs
    this.items = items
    this.index(funcs.all.keys())
  }

  /** Throws `UnknownIndexError`. */
  table(name: string): IndexTable {
    const table = this.#tables.get(name)
    if (table === undefined) throw new UnknownIndexError(name, this.#tables.keys())
    return table
  }

  get tables(): ReadonlyMap<string, IndexTable> {
    return this.#tables
  }

  /** True when the index `namespace` is the usual one; a function of the user's under that name may file otherwise. */
  get isFiledByNamespace(): boolean {
    return this.#funcs.all.get(namespaceIndex) === metaNamespaceIndexFunc
  }

  /** Files everything under the indices of these names, where that has not been done. */
  index(names: Iterable<string>): void {
    for (const name of names) {
      if (this.#tables.has(name)) continue
      const table = new IndexTable()
      for (const [key, object] of this.items) table.file(key, this.#funcs.file(name, key, object))
      this.#tables.set(name, table)
    }
  }

  set(key: string, object: T): void {
    const filings: (readonly string[])[] = []
    for (const name of this.#tables.keys()) filings.push(this.#funcs.file(name, key, object))
    this.#recorder?.deref()?.record(key, this)
    this.items.set(key, object)
    let place = 0
    for (const table of this.#tables.values()) table.file(key, filings[place++] ?? noValues)
  }

  delete(key: string): void {
    if (!this.items.has(key)) return
    this.#recorder?.deref()?.record(key, this)
    this.items.delete(key)
    for (const table of this.#tables.values()) table.file(key, noValues)
  }

  recorder(): Recorder<T> | undefined {
    return this.#recorder?.deref()
  }

  setRecorder(recorder: Recorder<T>): void {
    this.#recorder = new WeakRef(recorder)
  }
}
