export type { BarrierOptions } from './barrier.ts'
export { CacheSyncError, InformerNotSyncedError } from './cache-sync-error.ts'
export type { Change } from './change.ts'
export { Controller, ControllerAlreadyRunError, type ControllerOptions } from './controller.ts'
export {
  FactoryShutDownError,
  InformerAlreadyRunError,
  InformerOptionsConflictError,
  InformerStartedError,
  InformerStoppedError,
  NotARegistrationError,
  ResyncIgnoredError,
} from './errors.ts'
export type { EventHandlerOptions, ResourceEventHandlerRegistration } from './event-handler-options.ts'
export type { EventFilter } from './filtered.ts'
export { filteringHandler } from './filtering-handler.ts'
export { HandlerError } from './handler-error.ts'
export { HandlersBusyError } from './handlers-busy-error.ts'
export {
  callHandler,
  DeletedObject,
  nameForHandler,
  type AddedInfo,
  type CallInfo,
  type DeletedInfo,
  type ResourceEventHandler,
  type UpdatedInfo,
} from './handlers.ts'
export {
  DuplicateInformerError,
  InformerName,
  informerMetrics,
  InformerNameError,
  MetricsProviderError,
  setInformerMetricsProvider,
  unnamedInformer,
  type GroupVersionResource,
  type InformerIdentity,
  type InformerMetrics,
  type InformerMetricsProvider,
} from './informer-name.ts'
export type { InformerPhase } from './informer-phase.ts'
export type { InformerReport } from './informer-reports.ts'
export type { InformerSource, PartialObjectMetadata } from './informer-source.ts'
export type { HandlerStatus, InformerStatus } from './informer-status.ts'
export type { InformerView } from './informer-view.ts'
export {
  MailboxOverflowError,
  type CoalesceMailboxOptions,
  type EveryMailboxOptions,
  type MailboxOptions,
  type OnOverflow,
} from './mailbox-options.ts'
export { Informer, type InformerOptions } from './informer.ts'
export { informerWatcher } from './informer-watcher-stream.ts'
export { InformerWatcher, type InformerWatcherOptions } from './informer-watcher.ts'
export { Lazy } from './lazy.ts'
export { Mailbox } from './mailbox.ts'
export {
  CacheMutationDetector,
  CacheMutationError,
  mutationDetectionWanted,
  type CacheMutationDetectorOptions,
} from './mutation-detector.ts'
export type { Notification } from './notification.ts'
export type { HandlerCall } from './own-call.ts'
export {
  processDeltas,
  processDeltasInBatch,
  type DeltaStore,
  type Distributor,
  type DroppedDelta,
  type ProcessDeltasOptions,
} from './process-deltas.ts'
export { QueueSink, SkippedObjectError, type QueueSinkOptions } from './queue-sink.ts'
export { HandlerRemovedError } from './registration-errors.ts'
export { type FactoryClient, SharedInformerFactory } from './shared-informer-factory.ts'
export type { InformerForOptions, SharedInformerFactoryOptions } from './shared-informer-factory-options.ts'
export type {
  CacheSyncOptions,
  ChangesOptions,
  InformerReflectorOptions,
  SharedInformerOptions,
} from './shared-informer-options.ts'
export { SharedInformer } from './shared-informer.ts'
export { AsyncTracker, SingleFileTracker, SyncTrackerError } from './sync-tracker.ts'
export { identity, stripManagedFields, TransformFailedError, type Transform } from './transform.ts'
export { untilWithSync, UntilSyncError, type UntilWithSyncOptions } from './until-with-sync.ts'
export {
  NotSyncedError,
  SyncResult,
  waitFor,
  waitForCacheSync,
  type SyncChecker,
  type WaitForCacheSyncOptions,
  type WaitForOptions,
} from './wait.ts'
