import type { WatchEvent } from '@rxkube/client'
import type { KubernetesObject, Status } from '@rxkube/meta'
import { BookmarkViolationError, SkippedError } from './errors.ts'
import type { ReflectorEvent } from './event.ts'
import { misfit } from './expected-type.ts'
import { failureOfStatus, type Failure } from './failure.ts'
import type { ReflectorSettings, StreamProgress } from './state.ts'
import { isOlder, isUnset } from './version-order.ts'

const initialEventsEnd = 'k8s.io/initial-events-end'

/** What a batch of watch events comes to. */
export interface Reading<T extends KubernetesObject> {
  readonly emit: ReflectorEvent<T>[]
  readonly stream: StreamProgress
  /** The version to resume from after this batch. */
  readonly resourceVersion: string
  readonly skipped: readonly SkippedError[]
  /** Events from before the stream began: passed on, but no place to resume from. */
  readonly replayed: number
  /** The server said that something is wrong; nothing after that was read. */
  readonly failure: Failure | undefined
  /** Versions went back; nothing from there on was read. */
  readonly violation: BookmarkViolationError | undefined
}

/** A stream that was just opened. */
export function openedStream(from: string, requestedAt: number): StreamProgress {
  return { from, requestedAt, events: 0, publishes: !isUnset(from), bookmark: '' }
}

/** Why this event cannot be taken, undefined when it can. */
export function skipReason(
  event: WatchEvent<KubernetesObject>,
  settings: ReflectorSettings,
): string | undefined {
  switch (event.type) {
    case 'ADDED':
    case 'MODIFIED':
    case 'DELETED':
      return misfit(event.object, settings.expectedType) ?? nameless(event.object)
    case 'BOOKMARK':
      return misfit(event.object, settings.expectedType)
    case 'ERROR':
      return undefined
    default:
      return 'it is no type of event'
  }
}

/** Objects without a name have no key. */
export function nameless(object: KubernetesObject): string | undefined {
  return object.metadata?.name ? undefined : 'it has no name'
}

/** Whether this is the bookmark that ends the initial events: by the annotation's value, not by its presence. */
export function endsInitialEvents(event: WatchEvent<KubernetesObject>): boolean {
  return event.type === 'BOOKMARK' && event.object.metadata?.annotations?.[initialEventsEnd] === 'true'
}

/** The events of a watch from number `first` on, in order, up to the first that must not be passed. */
export function readWatch<T extends KubernetesObject>(
  events: readonly WatchEvent<T>[],
  first: number,
  opened: StreamProgress,
  known: string,
  settings: ReflectorSettings,
): Reading<T> {
  const emit: ReflectorEvent<T>[] = []
  const skipped: SkippedError[] = []
  let { events: count, publishes, bookmark } = opened
  let resourceVersion = known
  let replayed = 0
  let failure: Failure | undefined
  let violation: BookmarkViolationError | undefined

  for (let at = first; at < events.length; at++) {
    const event = events[at] as WatchEvent<T>
    if (event.type === 'ERROR') {
      failure = failureOfStatus(statusOf(event.object))
      break
    }
    const reason = skipReason(event, settings)
    if (reason !== undefined) {
      const error = new SkippedError(event.type, reason)
      skipped.push(error)
      emit.push({ type: 'error', error, retryIn: 0 })
      continue
    }
    const version = event.object.metadata?.resourceVersion ?? ''
    if (event.type === 'BOOKMARK') {
      if (isOlder(version, resourceVersion)) {
        violation = new BookmarkViolationError('bookmark', version, resourceVersion)
        break
      }
      bookmark = version
      publishes = true
      if (version !== '') emit.push({ type: 'bookmark', resourceVersion: version })
    } else {
      if (isOlder(version, bookmark)) {
        violation = new BookmarkViolationError('event', version, bookmark)
        break
      }
      if (event.type !== 'ADDED') publishes = true
      emit.push({ type: changes[event.type], object: event.object })
    }
    count++
    // A server that repeats what was before the stream must not take the place to resume from back with it.
    if (isOlder(version, opened.from)) replayed++
    else if (publishes && version !== '') resourceVersion = version
  }
  const stream = { ...opened, events: count, publishes, bookmark }
  return { emit, stream, resourceVersion, skipped, replayed, failure, violation }
}

const changes = { ADDED: 'added', MODIFIED: 'modified', DELETED: 'deleted' } as const

/** What an ERROR event carries, whatever a server put there. */
export function statusOf(object: Status | null | undefined): Status {
  return typeof object === 'object' && object !== null
    ? object
    : { message: 'an ERROR event without a Status' }
}
