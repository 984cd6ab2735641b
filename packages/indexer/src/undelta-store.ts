import type { Cached, DeletedFinalStateUnknown, KeyFunc, KubernetesObject } from '@rxkube/meta'
import { Indexer } from './indexer.ts'
import type { Selector } from './selector.ts'
import type { Replacement, Store } from './store.ts'

/**
 * A store that gives its whole content to `push` after each write that succeeded: for consumers that know only whole
 * states. What `push` throws reaches the writer, whose write is done. Upstream: `UndeltaStore`.
 */
export class UndeltaStore<T extends KubernetesObject = KubernetesObject> implements Store<T> {
  readonly #store: Indexer<T>
  readonly #push: (objects: readonly Cached<T>[]) => void

  constructor(
    push: (objects: readonly Cached<T>[]) => void,
    options: { readonly keyFunc?: KeyFunc<T> } = {},
  ) {
    this.#push = push
    this.#store = new Indexer<T>(options)
  }

  add(object: T): void {
    this.#store.add(object)
    this.#push(this.#store.list())
  }

  update(object: T): void {
    this.#store.update(object)
    this.#push(this.#store.list())
  }

  delete(object: T | DeletedFinalStateUnknown<T>): void {
    this.#store.delete(object)
    this.#push(this.#store.list())
  }

  replace(objects: Replacement<T>, resourceVersion: string): void {
    this.#store.replace(objects, resourceVersion)
    this.#push(this.#store.list())
  }

  get(object: T): Cached<T> | undefined {
    return this.#store.get(object)
  }

  getByKey(key: string): Cached<T> | undefined {
    return this.#store.getByKey(key)
  }

  list(selector?: Selector): Cached<T>[] {
    return this.#store.list(selector)
  }

  listKeys(): string[] {
    return this.#store.listKeys()
  }

  resync(): void {
    this.#store.resync()
  }
}
