import type { KubernetesObject } from '@rxkube/meta'
import { mergeMap, type OperatorFunction } from 'rxjs'
import type { ReflectorEvent } from './event.ts'

/** The objects that are there, and those that were just deleted. kube-rs: `touched_objects`. */
export function touchedObjects<T extends KubernetesObject>(): OperatorFunction<
  readonly ReflectorEvent<T>[],
  T
> {
  return mergeMap((events) => {
    const objects: T[] = []
    for (const event of events) {
      if (event.type === 'initApply') for (const object of event.objects) objects.push(object)
      else if ('object' in event) objects.push(event.object)
    }
    return objects
  })
}
