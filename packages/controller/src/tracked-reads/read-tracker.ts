import type { KubernetesObject } from '@rxkube/meta'
import type { SharedInformer } from '@rxkube/shared-informer'
import type { Subscription } from 'rxjs'
import { changesOf } from './changes-of.ts'
import { Dependencies, type IndexValues, type ObjectChange, type Read } from './dependencies.ts'
import { indexValues } from './index-values.ts'

interface Tracked {
  readonly dependencies: Dependencies
  readonly subscription: Subscription
}

interface Reads {
  /** The ids of what is read, by cache. */
  readonly ids: Map<string, Set<string>>
}

/** A run of a request, while it reads. */
export interface ReadingRun {
  /** The run reads this, from this cache. */
  record(cache: string, informer: SharedInformer<KubernetesObject, string>, read: Read): void
  /** What it read counts from now on: alone when it succeeded, else beside what was read before. */
  end(succeeded: boolean): void
}

/** What each request read in its last run, and who is to be woken when that changes. */
export class ReadTracker {
  readonly #wake: (request: string, cache: string, change: ObjectChange) => void
  readonly #caches = new Map<string, Tracked>()
  readonly #reads = new Map<string, Reads>()

  constructor(wake: (request: string, cache: string, change: ObjectChange) => void) {
    this.#wake = wake
  }

  /** Begins a run. What it reads counts at once, so that no change between reading and the end of the run is missed. */
  begin(request: string): ReadingRun {
    const before = this.#reads.get(request)
    const now: Reads = { ids: new Map() }
    let over = false
    return {
      record: (cache, informer, read) => {
        if (over) return
        const id = this.#cache(cache, informer).dependencies.add(request, read)
        const ids = now.ids.get(cache) ?? new Set<string>()
        now.ids.set(cache, ids.add(id))
      },
      end: (succeeded) => {
        over = true
        if (!succeeded) merge(now, before)
        else this.#drop(request, before, now)
        if (now.ids.size === 0) this.#reads.delete(request)
        else this.#reads.set(request, now)
      },
    }
  }

  /** The request is of no interest any more. */
  forget(request: string): void {
    this.#drop(request, this.#reads.get(request), { ids: new Map() })
    this.#reads.delete(request)
  }

  /** A cache is not used any more. */
  leave(cache: string): void {
    this.#caches.get(cache)?.subscription.unsubscribe()
    this.#caches.delete(cache)
  }

  /** Hears nothing any more. */
  stop(): void {
    for (const cache of this.#caches.keys()) this.leave(cache)
  }

  #cache(cache: string, informer: SharedInformer<KubernetesObject, string>): Tracked {
    const known = this.#caches.get(cache)
    if (known) return known
    const { indexer } = informer
    const dependencies = new Dependencies()
    const valuesOf: IndexValues = (index, object) => indexValues(indexer, index, object)
    // Not a handler: that would be shown the whole cache first.
    const subscription = indexer.writes$.subscribe((writes) => {
      for (const write of writes) {
        for (const change of changesOf(write, indexer)) {
          for (const request of dependencies.touchedBy(change, valuesOf)) this.#wake(request, cache, change)
        }
      }
    })
    const tracked = { dependencies, subscription }
    this.#caches.set(cache, tracked)
    return tracked
  }

  #drop(request: string, reads: Reads | undefined, except: Reads): void {
    for (const [cache, ids] of reads?.ids ?? []) {
      const dependencies = this.#caches.get(cache)?.dependencies
      const kept = except.ids.get(cache)
      for (const id of ids) if (kept?.has(id) !== true) dependencies?.remove(request, id)
    }
  }
}

function merge(into: Reads, from: Reads | undefined): void {
  for (const [cache, ids] of from?.ids ?? []) {
    const known = into.ids.get(cache)
    if (!known) into.ids.set(cache, ids)
    else for (const id of ids) known.add(id)
  }
}
