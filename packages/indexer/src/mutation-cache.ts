import { LRUCache } from 'lru-cache'
import { type Clock, type Duration, parseDuration, systemClock } from '@rxkube/clock'
import {
  type Cached,
  compareResourceVersion,
  DeletedFinalStateUnknown,
  type KeyFunc,
  type KubernetesObject,
  metaNamespaceKey,
} from '@rxkube/meta'
import { MissingIndexerError } from './errors.ts'
import type { IndexFunc } from './index-func.ts'
import { keyOf } from './keys.ts'

/** What a mutation cache lies over: the store of an informer, and its indexer where `byIndex` is wanted. */
export interface MutationCacheBacking<T> {
  getByKey(key: string): Cached<T> | undefined
  indexKeys?(name: string, value: string): string[]
  getIndexers?(): ReadonlyMap<string, IndexFunc<T>>
}

/** What a mutation cache can be made with. */
export interface MutationCacheOptions<T> {
  readonly backing: MutationCacheBacking<T>
  /** Also answer with objects that the store does not have yet, such as those just created. Default: no. */
  readonly includeAdds?: boolean
  /** How long a write is remembered. Default: 5 minutes. */
  readonly ttl?: Duration
  /** Writes that are remembered; the least recently used goes first. Default: 100. */
  readonly capacity?: number
  readonly keyFunc?: KeyFunc<T>
  readonly clock?: Clock
}

/** A write that is newer than the store, or an instance that is known to be gone. */
type Entry<T> =
  | {
      readonly type: 'object'
      readonly object: Cached<T>
      readonly resourceVersion: string
      readonly uid: string
    }
  | { readonly type: 'tombstone'; readonly resourceVersion: string; readonly uid: string }

/**
 * One's own writes laid over a store until its informer has caught up: read what you wrote.
 *
 * Entries can be evicted; answers are then older, never wrong. Versions are compared as decimals:
 * `InvalidResourceVersionError` for others. Upstream: `MutationCache`.
 */
export class MutationCache<T extends KubernetesObject = KubernetesObject> {
  readonly #backing: MutationCacheBacking<T>
  readonly #includeAdds: boolean
  readonly #keyFunc: KeyFunc<T>
  readonly #overlay: LRUCache<string, Entry<T>>

  constructor(options: MutationCacheOptions<T>) {
    this.#backing = options.backing
    this.#includeAdds = options.includeAdds ?? false
    this.#keyFunc = options.keyFunc ?? metaNamespaceKey
    const clock = options.clock ?? systemClock
    const ttl = Math.ceil(parseDuration(options.ttl ?? '5m'))
    this.#overlay = new LRUCache<string, Entry<T>>({
      max: options.capacity ?? 100,
      // To lru-cache, 0 is for ever.
      ttl: Number.isFinite(ttl) ? ttl : 0,
      // It would set timers of its own to remember the time in between.
      ttlResolution: 0,
      // It takes a start at 0 for none.
      perf: { now: () => clock.monotonic() + 1 },
    })
  }

  /** Remembers what a write gave back. Ignored when something newer is remembered, or its instance known as gone. */
  mutation(object: T | Cached<T>): void {
    const key = this.#key(object)
    const { resourceVersion, uid } = versionOf(object)
    const known = this.#overlay.get(key)
    if (known !== undefined) {
      const order = compareResourceVersion(known.resourceVersion, resourceVersion)
      if (order > 0) return
      if (known.type === 'tombstone' && (order === 0 || known.uid === uid)) return
    }
    this.#overlay.set(key, { type: 'object', object: object as Cached<T>, resourceVersion, uid })
  }

  /** The newer of what the store has and what was written. */
  getByKey(key: string): Cached<T> | undefined {
    const stored = this.#backing.getByKey(key)
    if (stored !== undefined) return this.#newer(key, stored)
    if (!this.#includeAdds) return undefined
    const known = this.#overlay.get(key)
    return known?.type === 'object' ? known.object : undefined
  }

  /**
   * What the store has filed under `value`, each the newer of the two; with `includeAdds` also what was written and is
   * not among it. Throws `MissingIndexerError`, `UnknownIndexError`.
   */
  byIndex(name: string, value: string): Cached<T>[] {
    const filed = this.#backing.indexKeys?.(name, value)
    if (filed === undefined) throw new MissingIndexerError(name)
    const keys = new Set(filed)
    const found: Cached<T>[] = []
    for (const key of keys) {
      const stored = this.#backing.getByKey(key)
      if (stored !== undefined) found.push(this.#newer(key, stored))
    }
    const func = this.#backing.getIndexers?.().get(name)
    if (!this.#includeAdds || func === undefined) return found
    // Least recent first, so that looking at each leaves their order as it was.
    for (const key of Array.from(this.#overlay.rkeys())) {
      const known = keys.has(key) ? undefined : this.#overlay.get(key)
      if (known?.type === 'object' && func(known.object).includes(value)) found.push(known.object)
    }
    return found
  }

  /** To be called with what the informer added or updated: what is no newer is forgotten. */
  onAddOrUpdate(object: T | Cached<T>): void {
    const key = this.#key(object)
    const known = this.#overlay.get(key)
    if (known === undefined) return
    if (compareResourceVersion(versionOf(object).resourceVersion, known.resourceVersion) >= 0)
      this.#overlay.delete(key)
  }

  /**
   * To be called with what the informer deleted, or its tombstone: remembers that this instance is gone, so that a late
   * answer to a write of it does not bring it back. A newer instance of that name is kept.
   */
  onDelete(deleted: T | Cached<T> | DeletedFinalStateUnknown<T>): void {
    const object = deleted instanceof DeletedFinalStateUnknown ? deleted.object : deleted
    const key = deleted instanceof DeletedFinalStateUnknown ? deleted.key : this.#key(deleted)
    if (object === undefined) {
      this.#overlay.delete(key)
      return
    }
    const { resourceVersion, uid } = versionOf(object)
    const known = this.#overlay.get(key)
    if (
      known !== undefined &&
      known.uid !== uid &&
      compareResourceVersion(resourceVersion, known.resourceVersion) < 0
    ) {
      return
    }
    this.#overlay.set(key, { type: 'tombstone', resourceVersion, uid })
  }

  #key(object: T | Cached<T>): string {
    return keyOf(this.#keyFunc, object as T)
  }

  #newer(key: string, stored: Cached<T>): Cached<T> {
    const known = this.#overlay.get(key)
    if (known === undefined) return stored
    if (compareResourceVersion(known.resourceVersion, versionOf(stored).resourceVersion) > 0) {
      return known.type === 'object' ? known.object : stored
    }
    this.#overlay.delete(key)
    return stored
  }
}

function versionOf(object: unknown): { resourceVersion: string; uid: string } {
  const { resourceVersion = '', uid = '' } = (object as KubernetesObject).metadata ?? {}
  return { resourceVersion, uid }
}
