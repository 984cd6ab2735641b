import type { ListerSource, Selector } from '@rxkube/indexer'
import { listAll } from '@rxkube/indexer'
import type { Cached, KubernetesObject } from '@rxkube/meta'
import type { SharedInformer } from '@rxkube/shared-informer'
import { indexValues } from '../tracked-reads/index-values.ts'
import type { OwnWrite } from './own-write.ts'
import type { WriteTracker } from './write-tracker.ts'

/** What a reconcile reads: a cache, with its indices. */
export interface ReadSource<T> extends ListerSource<T> {
  byIndex(name: string, value: string): Cached<T>[]
}

/** A cache with what was written to the server and has not come back yet put over it. */
export class Overlay<T extends KubernetesObject> implements ReadSource<T> {
  readonly #informer: SharedInformer<T, string>
  readonly #resource: string
  readonly #tracker: WriteTracker

  constructor(informer: SharedInformer<T, string>, resource: string, tracker: WriteTracker) {
    this.#informer = informer
    this.#resource = resource
    this.#tracker = tracker
  }

  getByKey(key: string): Cached<T> | undefined {
    const { indexer } = this.#informer
    const write = this.#tracker.unseenOf(this.#resource, key, indexer)
    return write ? this.#shown(write, indexer.getByKey(key)) : indexer.getByKey(key)
  }

  list(selector?: Selector): Cached<T>[] {
    const { indexer } = this.#informer
    const unseen = this.#tracker.unseen(this.#resource, indexer)
    if (unseen.size === 0) return indexer.list(selector)
    const all = indexer.listKeys().flatMap((key) => (unseen.has(key) ? [] : some(indexer.getByKey(key))))
    return listAll({ list: () => [...all, ...this.#written(unseen)] }, selector)
  }

  index(name: string, object: T): Cached<T>[] {
    const func = this.#informer.indexer.getIndexers().get(name)
    const unseen = this.#tracker.unseen(this.#resource, this.#informer.indexer)
    if (!func || unseen.size === 0) return this.#informer.indexer.index(name, object)
    return [...new Set(func(object as Cached<T>).flatMap((value) => this.byIndex(name, value)))]
  }

  byIndex(name: string, value: string): Cached<T>[] {
    const { indexer } = this.#informer
    const found = indexer.byIndex(name, value)
    const unseen = this.#tracker.unseen(this.#resource, indexer)
    if (unseen.size === 0) return found
    const keys = indexer.indexKeys(name, value)
    const rest = keys.flatMap((key) => (unseen.has(key) ? [] : some(indexer.getByKey(key))))
    return [
      ...rest,
      ...this.#written(unseen).filter((object) => indexValues(indexer, name, object).includes(value)),
    ]
  }

  #written(unseen: ReadonlyMap<string, OwnWrite>): Cached<T>[] {
    const { indexer } = this.#informer
    return [...unseen].flatMap(([key, write]) => some(this.#shown(write, indexer.getByKey(key))))
  }

  /** What the write made of the object; the cached one where its answer did not have the object. */
  #shown({ deleted, object }: OwnWrite, cached: Cached<T> | undefined): Cached<T> | undefined {
    if (deleted) return undefined
    return (object as Cached<T> | undefined) ?? cached
  }
}

function some<T>(object: T | undefined): readonly T[] {
  return object === undefined ? [] : [object]
}
