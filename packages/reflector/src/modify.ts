import type { KubernetesObject } from '@rxkube/meta'
import { map, type MonoTypeOperatorFunction } from 'rxjs'
import { SkippedError } from './errors.ts'
import type { ReflectorEvent } from './event.ts'

/**
 * Changes each object once, before anyone else sees it: in place, or by giving back another. kube-rs: `modify`.
 *
 * An object that `change` throws at is left out, and an `error` event tells so; a deletion passes as it came.
 */
export function modify<T extends KubernetesObject>(
  change: (object: T) => T | void,
): MonoTypeOperatorFunction<readonly ReflectorEvent<T>[]> {
  return map((events) => {
    const changed: ReflectorEvent<T>[] = []
    for (const event of events) {
      if (event.type === 'initApply') {
        const objects = event.objects.flatMap((object) => apply(change, object, changed) ?? [])
        changed.push({ type: 'initApply', objects })
      } else if ('object' in event) {
        const object = apply(change, event.object, changed)
        const gone = event.type === 'deleted' || event.type === 'initDelete'
        if (object !== undefined) changed.push({ type: event.type, object })
        else if (gone) changed.push(event)
      } else {
        changed.push(event)
      }
    }
    return changed
  })
}

function apply<T extends KubernetesObject>(
  change: (object: T) => T | void,
  object: T,
  reports: ReflectorEvent<T>[],
): T | undefined {
  try {
    return change(object) ?? object
  } catch (cause) {
    const why = `modify threw: ${cause instanceof Error ? cause.message : String(cause)}`
    reports.push({ type: 'error', error: new SkippedError('ITEM', why, cause), retryIn: 0 })
    return undefined
  }
}
