import type { KubernetesObject } from '@rxkube/meta'
import { mergeMap, type OperatorFunction } from 'rxjs'
import type { ReflectorEvent } from './event.ts'

/** The objects that are there: of snapshots, added and modified ones. kube-rs: `applied_objects`. */
export function appliedObjects<T extends KubernetesObject>(): OperatorFunction<
  readonly ReflectorEvent<T>[],
  T
> {
  return mergeMap((events) => {
    const objects: T[] = []
    for (const event of events) {
      if (event.type === 'initApply') for (const object of event.objects) objects.push(object)
      else if (event.type === 'added' || event.type === 'modified') objects.push(event.object)
    }
    return objects
  })
}
