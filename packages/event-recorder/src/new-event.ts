import { microTimestamp, timestamp, type Event, type EventsV1Event, type ObjectMeta } from '@rxkube/meta'
import type { Clock } from '@rxkube/clock'
import { cutText } from './cut-text.ts'
import { InvalidEventTypeError } from './errors.ts'
import type { EventNames } from './event-names.ts'
import type { EventAnnotations, EventType } from './event-recorder.ts'
import { getReference, type ObjectReference, type Referencable } from './object-reference.ts'

/** What events are made with. */
export interface EventMaker {
  readonly clock: Clock
  readonly names: EventNames
  readonly messageLimit: number
}

/** Who records events. client-go: `v1.EventSource`. */
export interface EventSource {
  /** The name of the controller. */
  readonly component: string
  /** The node, or the instance, that it runs on. */
  readonly host?: string | undefined
}

/** Who records events of events.k8s.io/v1. */
export interface EventReporter {
  readonly reportingController: string
  readonly reportingInstance: string
}

/** What happened, in core/v1. */
export interface Happening {
  readonly object: Referencable
  readonly annotations: EventAnnotations | undefined
  readonly type: EventType
  readonly reason: string
  readonly message: string
}

/** What was done, in events.k8s.io/v1. */
export interface Doing {
  readonly regarding: Referencable
  readonly related: Referencable | undefined
  readonly annotations: EventAnnotations | undefined
  readonly type: EventType
  readonly reason: string
  readonly action: string
  readonly note: string
}

/** An event of core/v1. Throws when it cannot be one. */
export function newEvent(maker: EventMaker, { component, host }: EventSource, happening: Happening): Event {
  const { type, reason, message } = happening
  const involvedObject = getReference(happening.object)
  checkType(type)
  const now = timestamp(maker.clock.now())
  return {
    metadata: metadataOf(maker, involvedObject, happening.annotations),
    involvedObject,
    reason,
    message: cutText(message, maker.messageLimit),
    source: { component, ...(host !== undefined && { host }) },
    firstTimestamp: now,
    lastTimestamp: now,
    count: 1,
    type,
    reportingComponent: component,
    reportingInstance: host ?? '',
  }
}

/** An event of events.k8s.io/v1. Throws when it cannot be one; a `related` that cannot be referred to is left out. */
export function newEventsV1Event(maker: EventMaker, reporter: EventReporter, doing: Doing): EventsV1Event {
  const { type, reason, action, note } = doing
  const regarding = getReference(doing.regarding)
  checkType(type)
  const related = doing.related && referenceIfAny(doing.related)
  return {
    metadata: metadataOf(maker, regarding, doing.annotations),
    eventTime: microTimestamp(maker.clock.now()),
    ...reporter,
    action,
    reason,
    regarding,
    ...(related && { related }),
    note: cutText(note, maker.messageLimit),
    type,
  }
}

function metadataOf(
  { names }: EventMaker,
  { name = '', namespace = 'default' }: ObjectReference,
  annotations: EventAnnotations | undefined,
): ObjectMeta {
  return { name: names.next(name), namespace, ...(annotations && { annotations: { ...annotations } }) }
}

function checkType(type: string): void {
  if (type !== 'Normal' && type !== 'Warning') throw new InvalidEventTypeError()
}

function referenceIfAny(related: Referencable): ObjectReference | undefined {
  try {
    return getReference(related)
  } catch {
    // What happened is worth telling without the other object.
    return undefined
  }
}
