import { parseDuration, systemClock, type Clock, type Duration } from '@rxkube/clock'
import type { KubernetesObject } from '@rxkube/meta'
import { Observable, filter, type MonoTypeOperatorFunction } from 'rxjs'
import type { Predicate } from './predicates.ts'

/** How long `predicateFilter` remembers. */
export interface PredicateFilterOptions {
  /**
   * An object that was not seen for this long is forgotten, at the latest after twice as long, and passes when it
   * comes again; one hour. It is how deleted objects are forgotten: `changedObjects` sees them go.
   */
  readonly ttl?: Duration | undefined
  readonly clock?: Clock | undefined
}

interface Seen {
  readonly uid: string | undefined
  readonly value: string | number
}

/**
 * Lets an object pass when what `predicate` says of it is not what it last said of that object. An object of the same
 * name with another uid is another object. kube-rs: `predicate_filter`.
 */
export function predicateFilter<T extends KubernetesObject>(
  predicate: Predicate<NoInfer<T>>,
  { ttl = '1h', clock = systemClock }: PredicateFilterOptions = {},
): MonoTypeOperatorFunction<T> {
  const generationOf = parseDuration(ttl)
  return (source) =>
    new Observable((subscriber) => {
      // Two generations instead of a time for each entry: forgetting costs nothing.
      let recent = new Map<string, Seen>()
      let older = new Map<string, Seen>()
      let since = clock.monotonic()
      const passes = (object: T): boolean => {
        const now = clock.monotonic()
        if (now - since >= generationOf) {
          older = now - since >= 2 * generationOf ? new Map() : recent
          recent = new Map()
          since = now
        }
        const key = keyOf(object)
        const value = predicate(object)
        const before = recent.get(key) ?? older.get(key)
        const { uid } = object.metadata ?? {}
        if (value === undefined) return true
        recent.set(key, { uid, value })
        return before === undefined || before.uid !== uid || before.value !== value
      }
      return source.pipe(filter(passes)).subscribe(subscriber)
    })
}

/** Names an object within its kind, for as long as nothing else counts. */
export function keyOf({ metadata }: KubernetesObject): string {
  return `${metadata?.namespace ?? ''}/${metadata?.name ?? ''}`
}
