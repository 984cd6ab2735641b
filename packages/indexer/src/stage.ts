import type { Admission } from './admission.ts'
import type { IndexFuncs } from './index-funcs.ts'
import { World } from './world.ts'

/**
 * The next content of an indexer while it is put together: indexed object by object, seen by nobody until
 * `indexer.replace(stage, resourceVersion)` puts it in place. Let the event loop turn between slices of `add`.
 */
export interface Stage<T> {
  /** Objects staged so far. */
  readonly size: number
  /**
   * Stages `object` under `key`; the last one of a key wins. Throws `TransformError`, having staged nothing, and
   * `StageError` once the stage was put in place.
   */
  add(key: string, object: T): void
}

/** Thrown when a stage is used after it was put in place, or in an indexer that did not prepare it. */
export class StageError extends Error {
  override readonly name = 'StageError'
}

/** The stage that an indexer prepares. */
export class StagedWorld<T> implements Stage<T> {
  readonly #funcs: IndexFuncs<T>
  readonly #admission: Admission<T>
  #world: World<T> | undefined

  constructor(funcs: IndexFuncs<T>, admission: Admission<T>) {
    this.#funcs = funcs
    this.#admission = admission
    this.#world = new World(funcs)
  }

  get size(): number {
    return this.#world?.items.size ?? 0
  }

  add(key: string, object: T): void {
    this.#open().set(key, this.#admission.admit(key, object))
  }

  /** The world that was staged, once. */
  take(funcs: IndexFuncs<T>): World<T> {
    const world = this.#open()
    if (funcs !== this.#funcs) throw new StageError('the stage was prepared by another indexer; use that one')
    this.#world = undefined
    // Indexers that were added since the stage was prepared.
    world.index(funcs.all.keys())
    return world
  }

  #open(): World<T> {
    if (this.#world === undefined) throw new StageError('the stage is in place already; prepare another one')
    return this.#world
  }
}
