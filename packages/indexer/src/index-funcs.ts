import { type Observer, Subject } from 'rxjs'
import type { Cached } from '@rxkube/meta'
import { IndexFuncError, IndexerConflictError, UnknownIndexError } from './errors.ts'
import type { IndexFunc, Indexers } from './index-func.ts'
import { noValues } from './index-table.ts'

/** The index functions of one indexer. What they throw or return wrongly is counted and told, and stops nothing. */
export class IndexFuncs<T> {
  readonly #funcs = new Map<string, IndexFunc<T>>()
  // A subject, because RxJS reports an observer that throws without letting it interrupt the write.
  readonly #errors = new Subject<IndexFuncError>()
  #failures = 0

  get failures(): number {
    return this.#failures
  }

  get all(): ReadonlyMap<string, IndexFunc<T>> {
    return this.#funcs
  }

  observe(observer: Observer<IndexFuncError>['next']): void {
    this.#errors.subscribe(observer)
  }

  /** Throws `IndexerConflictError`, having added nothing, when a name is taken. */
  add(indexers: Indexers<T>): string[] {
    const added = Object.entries(indexers)
    const conflicts = added.map(([name]) => name).filter((name) => this.#funcs.has(name))
    if (conflicts.length > 0) throw new IndexerConflictError(conflicts)
    for (const [name, func] of added) this.#funcs.set(name, func)
    return added.map(([name]) => name)
  }

  /** Throws `UnknownIndexError`. */
  require(name: string): IndexFunc<T> {
    const func = this.#funcs.get(name)
    if (func === undefined) throw new UnknownIndexError(name, this.#funcs.keys())
    return func
  }

  /** The values of `object`, each once. Throws `IndexFuncError`. */
  evaluate(name: string, key: string, object: T): readonly string[] {
    const func = this.require(name)
    let values: readonly string[] | undefined
    try {
      values = distinctStrings(func(object as Cached<T>))
    } catch (cause) {
      throw new IndexFuncError(name, key, { cause })
    }
    if (values === undefined) throw new IndexFuncError(name, key)
    return values
  }

  /** As `evaluate`, but an object whose values cannot be told has none. */
  file(name: string, key: string, object: T): readonly string[] {
    try {
      return this.evaluate(name, key, object)
    } catch (error) {
      if (!(error instanceof IndexFuncError)) throw error
      this.#failures++
      this.#errors.next(error)
      return noValues
    }
  }
}

/** A copy without duplicates, since the function may go on to change its array; undefined for anything else. */
function distinctStrings(values: unknown): readonly string[] | undefined {
  if (!Array.isArray(values)) return undefined
  const distinct = new Set<string>()
  for (const value of values as unknown[]) {
    if (typeof value !== 'string') return undefined
    distinct.add(value)
  }
  return distinct.size === 0 ? noValues : [...distinct]
}
