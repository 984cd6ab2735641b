import type { ReflectorEvent } from '@rxkube/reflector'
import { keys, label, nothing, revisionOf, type Collection, type Held } from './api-model.ts'
import type { Violation } from './violation.ts'

/** A cache with one handler, as small as it can be: what an informer does with the events of a reflector. */
export interface CacheModel {
  readonly store: Collection
  /** What the handler was told and holds for true. */
  readonly told: Collection
  /** What came of a snapshot that is not over. */
  readonly gathered: Collection
  /** The newest version that was applied. */
  readonly version: number
}

export const emptyCache: CacheModel = { store: nothing, told: nothing, gathered: nothing, version: 0 }

/** A cache that took something, and what was wrong with that. */
export type Taken = readonly [CacheModel, Violation | undefined]

/** Takes one emission. `consistent`: the snapshot in it was asked for with `""`, so that versions may go back. */
export function take(cache: CacheModel, events: readonly ReflectorEvent[], consistent: boolean): Taken {
  let taken: Taken = [cache, undefined]
  for (const event of events) {
    const [next, violation] = takeOne(taken[0], event, consistent)
    taken = [next, taken[1] ?? violation]
  }
  return taken
}

function takeOne(cache: CacheModel, event: ReflectorEvent, consistent: boolean): Taken {
  switch (event.type) {
    case 'init':
      return [{ ...cache, gathered: nothing }, undefined]
    case 'initApply': {
      const gathered = [...cache.gathered]
      for (const object of event.objects) {
        const { key, held } = revisionOf(object)
        gathered[key] = held
      }
      return [{ ...cache, gathered }, undefined]
    }
    case 'initDelete':
      return [{ ...cache, gathered: cache.gathered.with(revisionOf(event.object).key, undefined) }, undefined]
    case 'initDone':
      return replace(cache, Number(event.resourceVersion), consistent)
    case 'added':
    case 'modified':
    case 'deleted':
      return change(cache, event.type, revisionOf(event.object))
    case 'bookmark':
      return [{ ...cache, version: Math.max(cache.version, Number(event.resourceVersion)) }, undefined]
    case 'resync':
    case 'error':
  }
  return [cache, undefined]
}

function replace(cache: CacheModel, version: number, consistent: boolean): Taken {
  const { store, gathered } = cache
  const back = keys.findIndex((_, key) => {
    const [held, next] = [store[key], gathered[key]]
    return held !== undefined && next !== undefined && held.uid === next.uid && next.version < held.version
  })
  const next = { ...cache, store: gathered, gathered: nothing, version }
  const violation: Violation | undefined =
    (back >= 0 || version < cache.version) && !consistent
      ? { id: 'I2', what: `a list at ${version} took a cache at ${cache.version} back` }
      : undefined
  const [heard, misheard] = tell(next, store)
  return [heard, violation ?? misheard]
}

/** Tells the handler the difference between what the cache held and what it holds. */
function tell(cache: CacheModel, before: Collection): Taken {
  let taken: Taken = [cache, undefined]
  for (const key of keys.keys()) {
    const [held, next] = [before[key], cache.store[key]]
    if (held?.uid === next?.uid && held?.version === next?.version) continue
    const [heard, violation] = notify(taken[0], key, held, next)
    taken = [heard, taken[1] ?? violation]
  }
  return taken
}

/** One notification: added, updated or deleted, by what the cache held before. */
function notify(cache: CacheModel, key: number, before: Held | undefined, next: Held | undefined): Taken {
  const known = cache.told[key]
  const fits = known?.uid === before?.uid && known?.version === before?.version
  return [
    { ...cache, told: cache.told.with(key, next) },
    fits ? undefined : { id: 'I3', what: `"before" of ${keys[key]} is not what the handler was told last` },
  ]
}

// What comes at a version that was applied was seen already: servers repeat events. All else must fit exactly.
function change(
  cache: CacheModel,
  type: 'added' | 'modified' | 'deleted',
  { key, held }: { readonly key: number; readonly held: Held },
): Taken {
  if (held.version <= cache.version) return [cache, undefined]
  const before = cache.store[key]
  const isThere = before !== undefined && before.uid === held.uid
  const violation: Violation | undefined =
    isThere === (type !== 'added') && (type !== 'added' || before === undefined)
      ? undefined
      : {
          id: 'I3',
          what: `${type} ${label(key, held)} while the cache has ${before ? label(key, before) : 'nothing'}`,
        }
  const next = {
    ...cache,
    store: cache.store.with(key, type === 'deleted' ? undefined : held),
    version: held.version,
  }
  const [heard, misheard] = tell(next, cache.store)
  return [heard, violation ?? misheard]
}
