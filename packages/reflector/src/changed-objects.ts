import type { KubernetesObject } from '@rxkube/meta'
import { Observable, mergeMap, type OperatorFunction } from 'rxjs'
import type { ReflectorEvent } from './event.ts'
import { keyOf } from './predicate-filter.ts'
import type { Predicate } from './predicates.ts'

interface Seen {
  readonly uid: string | undefined
  readonly value: string | number | undefined
}

/**
 * `appliedObjects` and `predicateFilter` in one: as it sees deletions and snapshots, it remembers the objects that
 * are there, and no others.
 */
export function changedObjects<T extends KubernetesObject>(
  predicate: Predicate<NoInfer<T>>,
): OperatorFunction<readonly ReflectorEvent<T>[], T> {
  return (source) =>
    new Observable((subscriber) => {
      let known = new Map<string, Seen>()
      let snapshot = new Map<string, Seen>()
      const isNew = (object: T, into: Map<string, Seen>): boolean => {
        const key = keyOf(object)
        const before = into.get(key) ?? known.get(key)
        const now = { uid: object.metadata?.uid, value: predicate(object) }
        into.set(key, now)
        return (
          before === undefined ||
          now.value === undefined ||
          before.uid !== now.uid ||
          before.value !== now.value
        )
      }
      const changed = (events: readonly ReflectorEvent<T>[]): T[] => {
        const objects: T[] = []
        for (const event of events) {
          if (event.type === 'init') snapshot = new Map()
          else if (event.type === 'initApply') {
            for (const object of event.objects) if (isNew(object, snapshot)) objects.push(object)
          } else if (event.type === 'initDelete') snapshot.delete(keyOf(event.object))
          else if (event.type === 'initDone') {
            known = snapshot
            snapshot = new Map()
          } else if (event.type === 'deleted') known.delete(keyOf(event.object))
          else if ('object' in event && isNew(event.object, known)) objects.push(event.object)
        }
        return objects
      }
      return source.pipe(mergeMap(changed)).subscribe(subscriber)
    })
}
