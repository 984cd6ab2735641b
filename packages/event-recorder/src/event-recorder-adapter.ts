import type { EventRecorder, EventsV1Recorder } from './event-recorder.ts'

/**
 * A recorder of core/v1 in the shape of one of events.k8s.io/v1: what was done, and to which other object, is left out.
 * client-go: `NewEventRecorderAdapter`.
 */
export function eventRecorderAdapter(recorder: EventRecorder): EventsV1Recorder {
  return {
    eventf: (regarding, _related, type, reason, _action, note) =>
      recorder.event(regarding, type, reason, note),
    annotatedEventf: (regarding, _related, annotations, type, reason, _action, note) =>
      recorder.annotatedEvent(regarding, annotations, type, reason, note),
  }
}
