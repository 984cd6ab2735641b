export type { BroadcasterOptions, ShutdownOptions, StructuredLog } from './broadcaster-options.ts'
export { Broadcaster } from './broadcaster.ts'
export { ClientEventRecorder, type ClientEventRecorderOptions } from './client-event-recorder.ts'
export type { EventCorrelatorOptions } from './correlator-options.ts'
export {
  AlreadyRecordingError,
  BroadcasterShutDownError,
  EventHandlerError,
  EventNotSentError,
  EventsDroppedError,
  InvalidEventTypeError,
  type EventFacts,
} from './errors.ts'
export { EventBroadcasterAdapter, type EventBroadcasterAdapterOptions } from './event-broadcaster-adapter.ts'
export { EventBroadcaster, type EventBroadcasterOptions } from './event-broadcaster.ts'
export { EventCorrelator, type EventCorrelateResult } from './event-correlator.ts'
export {
  aggregateByReason,
  aggregateMessage,
  spamKey,
  spamKeyByReason,
  type AggregateKey,
} from './event-keys.ts'
export type { EventPatch } from './event-log.ts'
export { EventNames } from './event-names.ts'
export { eventRecorderAdapter } from './event-recorder-adapter.ts'
export type { EventAnnotations, EventRecorder, EventsV1Recorder, EventType } from './event-recorder.ts'
export { clientEventSink, clientEventsV1Sink, type EventSink, type EventSinkOptions } from './event-sink.ts'
export type { DropReason, EventStats } from './event-stats.ts'
export type { EventHandler, EventHandlerOptions, EventWatcher } from './event-watcher.ts'
export { EventsV1Broadcaster, type EventsV1BroadcasterOptions } from './events-v1-broadcaster.ts'
export { getFieldSelector, UnknownEventsVersionError, type Regarding } from './get-field-selector.ts'
export type { EventSource } from './new-event.ts'
export {
  getPartialReference,
  getReference,
  UnreferencableObjectError,
  type ObjectReference,
  type Referencable,
} from './object-reference.ts'
export { SeriesCache, type SeriesCacheOptions, type SeriesSnapshot } from './series-cache.ts'
export { tupleKey } from './tuple-key.ts'
