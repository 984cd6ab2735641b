export { appliedObjects } from './applied-objects.ts'
export {
  defaultBackoff,
  newBackoff,
  nextDelay,
  type BackoffParameters,
  type BackoffState,
} from './backoff.ts'
export { changedObjects } from './changed-objects.ts'
export { consistencyListOptions, ConsistencyError, type ConsistencyDifference } from './consistency-check.ts'
export type { ReflectorDiagnostic } from './diagnostics.ts'
export { differenceAt } from './difference.ts'
export type { ReflectorEffect, ReflectorReport, TimerName } from './effect.ts'
export {
  AlreadyRunningError,
  BookmarkViolationError,
  DeliveryError,
  ListFailedError,
  SkippedError,
  StaleListError,
  UnusableListError,
  VeryShortWatchError,
  WatchFailedError,
  WatchListBrokenError,
  WatchListTimeoutError,
} from './errors.ts'
export type { InitReason, ReflectorEvent } from './event.ts'
export {
  expectedTypeOf,
  expectedTypeOfResource,
  isTable,
  typeDescription,
  type ExpectedType,
} from './expected-type.ts'
export { failureOf, failureOfStatus, type Failure, type FailureKind } from './failure.ts'
export type { Moment, ReflectorHappening, ReflectorInput } from './input.ts'
export { modify } from './modify.ts'
export { onError } from './on-error.ts'
export type { ReflectorBackoffOptions, ReflectorOptions } from './options.ts'
export { predicateFilter, type PredicateFilterOptions } from './predicate-filter.ts'
export {
  annotations,
  combine,
  fallback,
  finalizers,
  generation,
  labels,
  resourceVersion,
  type Predicate,
} from './predicates.ts'
export { reflect, StoreInUseError, type ReflectorStore } from './reflect.ts'
export { reflector, type ReflectorClient } from './reflector-stream.ts'
export { Reflector } from './reflector.ts'
export { retryWatcher } from './retry-watcher-stream.ts'
export {
  InitialResourceVersionError,
  RetryWatcher,
  WatchReadTwiceError,
  type RetryWatcherOptions,
} from './retry-watcher.ts'
export { recordError, shouldRetry, type RetryWindow } from './retry-with-deadline.ts'
export type { Deliver } from './run.ts'
export {
  emptyMemory,
  idle,
  type ReflectorMemory,
  type ReflectorSettings,
  type ReflectorState,
} from './state.ts'
export type { ReflectorPhase, ReflectorStatus } from './status.ts'
export { step } from './step.ts'
export { stripManagedFields } from './strip-managed-fields.ts'
export { touchedObjects } from './touched-objects.ts'
export { watchTimeout, type Step } from './transitions.ts'
export { ConditionError, UntilTimeoutError, WatchClosedError } from './until-errors.ts'
export { until, untilWithoutRetry, type UntilOptions, type WatchCondition } from './until.ts'
export { prepareWatchListOptions } from './watch-list-options.ts'
export { watchObject } from './watch-object.ts'
