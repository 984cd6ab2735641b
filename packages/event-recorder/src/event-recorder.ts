import type { Referencable } from './object-reference.ts'

/** What events there are. */
export type EventType = 'Normal' | 'Warning'

/** Texts by name that are kept with an event. */
export type EventAnnotations = Readonly<Record<string, string>>

/**
 * Records events of core/v1. It never waits and never throws: see the `stats` and the `error$` of its broadcaster.
 * client-go: `record.EventRecorder`.
 */
export interface EventRecorder {
  /**
   * Says that something happened to an object, or to what a reference refers to. `reason` is short, UpperCamelCase and
   * the same each time; `message` is for people. client-go: `Event`.
   */
  event(object: Referencable, type: EventType, reason: string, message: string): void
  /** As `event`, with annotations. client-go: `AnnotatedEventf`. */
  annotatedEvent(
    object: Referencable,
    annotations: EventAnnotations,
    type: EventType,
    reason: string,
    message: string,
  ): void
}

/**
 * Records events of events.k8s.io/v1, which also say what was done (`action`), and to which other object (`related`).
 * It never waits and never throws. client-go: `events.EventRecorder` and `AnnotatedEventRecorder`.
 */
export interface EventsV1Recorder {
  /** Says what was done about an object, and why. client-go: `Eventf`. */
  eventf(
    regarding: Referencable,
    related: Referencable | undefined,
    type: EventType,
    reason: string,
    action: string,
    note: string,
  ): void
  /** As `eventf`, with annotations. client-go: `AnnotatedEventf`. */
  annotatedEventf(
    regarding: Referencable,
    related: Referencable | undefined,
    annotations: EventAnnotations,
    type: EventType,
    reason: string,
    action: string,
    note: string,
  ): void
}
