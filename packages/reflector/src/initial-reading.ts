import type { WatchEvent } from '@rxkube/client'
import type { KubernetesObject } from '@rxkube/meta'
import { SkippedError, UnusableListError } from './errors.ts'
import type { ReflectorEvent } from './event.ts'
import { failureOf, failureOfStatus, type Failure } from './failure.ts'
import { endsInitialEvents, skipReason, statusOf } from './reading.ts'
import type { ReflectorSettings } from './state.ts'

/** What a batch of initial events comes to. */
export interface InitialReading<T extends KubernetesObject> {
  readonly emit: ReflectorEvent<T>[]
  /** Events that were accepted. */
  readonly count: number
  readonly skipped: readonly SkippedError[]
  readonly failure: Failure | undefined
  /** The version of the snapshot, once its end was seen; `next` is then the first event that is not of it. */
  readonly snapshot: string | undefined
  readonly next: number
}

/** Initial events, up to the bookmark that ends them. */
export function readInitial<T extends KubernetesObject>(
  events: readonly WatchEvent<T>[],
  settings: ReflectorSettings,
): InitialReading<T> {
  const emit: ReflectorEvent<T>[] = []
  const skipped: SkippedError[] = []
  let objects: T[] = []
  let count = 0
  let failure: Failure | undefined
  let snapshot: string | undefined
  let next = 0

  // Runs of objects travel as one event; a deletion keeps its place among them.
  const flush = (): void => {
    if (objects.length > 0) emit.push({ type: 'initApply', objects })
    objects = []
  }
  for (; next < events.length && snapshot === undefined; next++) {
    const event = events[next] as WatchEvent<T>
    if (event.type === 'ERROR') {
      failure = failureOfStatus(statusOf(event.object))
      break
    }
    const reason = skipReason(event, settings)
    if (reason !== undefined) {
      const error = new SkippedError(event.type, reason)
      skipped.push(error)
      flush()
      emit.push({ type: 'error', error, retryIn: 0 })
      continue
    }
    count++
    if (event.type === 'ADDED' || event.type === 'MODIFIED') {
      objects.push(event.object)
    } else if (event.type === 'DELETED') {
      flush()
      emit.push({ type: 'initDelete', object: event.object })
    } else if (endsInitialEvents(event)) {
      snapshot = event.object.metadata?.resourceVersion ?? ''
      if (snapshot === '') {
        failure = failureOf(new UnusableListError('the bookmark at its end has no resourceVersion'))
        break
      }
    }
  }
  flush()
  return { emit, count, skipped, failure, snapshot: failure ? undefined : snapshot, next }
}
