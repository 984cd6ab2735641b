export { awaitCondition, type AwaitConditionOptions } from './await-condition/await-condition.ts'
export { ConditionNotMetError, type ConditionNotMetFacts } from './await-condition/condition-not-met-error.ts'
export {
  exists,
  hasCondition,
  isDeleted,
  ObjectCondition,
  type AnyObject,
} from './await-condition/object-condition.ts'
export { polledObjects, watchedObjects, type ObjectSource } from './await-condition/object-source.ts'
export { ConsistencyError } from './consistency/consistency-error.ts'
export { ConsistencyStore, type VersionedStore } from './consistency/consistency-store.ts'
export { AdoptionRefusedError, recheckOwner, type CanAdopt } from './controller-ref/can-adopt.ts'
export { ClaimError } from './controller-ref/claim-error.ts'
export { claimPods, claimReplicaSets, type ClaimParts } from './controller-ref/claims.ts'
export {
  ControllerRefManager,
  type ClaimOptions,
  type ControllerRefManagerOptions,
} from './controller-ref/controller-ref-manager.ts'
export {
  type CustomObject,
  type CustomObjectOf,
  type CustomObjectParts,
  type CustomResource,
  type CustomResourceOf,
  type CustomResourceVersion,
  type Installable,
  type SpecInputOf,
  type StorageVersionOf,
} from './custom-resource/custom-resource.ts'
export type {
  CustomResourceOptions,
  CustomResourceVersionOptions,
  PrinterColumn,
  ScalePaths,
  WebhookConversion,
} from './custom-resource/custom-resource-options.ts'
export { defineCustomResource } from './custom-resource/define-custom-resource.ts'
export {
  CustomResourceNotReadyError,
  type CustomResourceProblem,
  InvalidCustomResourceDefinitionError,
  InvalidCustomResourceError,
  StoredVersionsError,
} from './custom-resource/errors.ts'
export {
  installCustomResources,
  type InstallCustomResourcesOptions,
} from './custom-resource/install-custom-resources.ts'
export { parseCustomResource } from './custom-resource/parse-custom-resource.ts'
export type { SchemaProblem } from './custom-resource/schema-problems.ts'
export { structuralSchemaOf } from './custom-resource/structural-schema-of.ts'
export type { StructuralSchema, ValidationRule } from './custom-resource/structural-schema.ts'
export { toManifest } from './custom-resource/to-manifest.ts'
export {
  waitForCustomResource,
  type CustomResourceClient,
  type WaitForCustomResourceOptions,
} from './custom-resource/wait-for-custom-resource.ts'
export {
  customResourceGone$,
  watchCustomResource,
  type CustomResourceSignal,
  type WatchCustomResourceOptions,
} from './custom-resource/watch-custom-resource.ts'
export type { EventRecorderLike } from './event-sink.ts'
export {
  ControllerExpectations,
  type ControllerExpectationsOptions,
  type Expectations,
} from './expectations/controller-expectations.ts'
export {
  UIDTrackingControllerExpectations,
  type ClobberedExpectations,
} from './expectations/uid-tracking-controller-expectations.ts'
export { addFinalizer, containsFinalizer, removeFinalizer } from './finalizers/finalizer-patches.ts'
export { finalizer, type FinalizerOptions, type FinalizerRun } from './finalizers/finalizer.ts'
export {
  ControllerHistory,
  RevisionHasControllerError,
  type ControllerHistoryOptions,
  type CreatedRevision,
} from './history/controller-history.ts'
export {
  compareControllerRevisions,
  controllerRevisionHashLabel,
  controllerRevisionName,
  equalControllerRevisions,
  findEqualControllerRevisions,
  hashControllerRevision,
  newControllerRevision,
  type ControllerRevisionParts,
} from './history/controller-revision.ts'
export { addOrUpdateLabelsOnNode } from './nodes/node-labels.ts'
export { addOrUpdateTaintOnNode, removeTaintOffNode, type RemoveTaintOptions } from './nodes/node-taints.ts'
export { nodePatchBackoff, type NodeClient, type NodePatchOptions } from './nodes/patch-node.ts'
export { podDeletionCost } from './pods/deletion-cost.ts'
export { CreateLimitError, FakePodControl } from './pods/fake-pod-control.ts'
export {
  isPodAvailable,
  isPodReady,
  podCondition,
  podReadyTime,
  type PodCondition,
} from './pods/pod-conditions.ts'
export {
  InvalidControllerRefError,
  isNamespaceTerminating,
  MissingPodLabelsError,
  PodControlError,
} from './pods/pod-control-errors.ts'
export {
  RealPodControl,
  type CreatePodOptions,
  type DeletePodOptions,
  type PodCallOptions,
  type PodControl,
  type RealPodControlOptions,
} from './pods/pod-control.ts'
export {
  countTerminatingPods,
  filterActivePods,
  filterTerminatingPods,
  isPodActive,
  isPodTerminating,
  podKey,
} from './pods/pod-filters.ts'
export { compareActivePods, comparePodsForLogging, sortActivePodsWithRanks } from './pods/pod-ranking.ts'
export { podFromTemplate, type PodTemplateSpec } from './pods/pod-template.ts'
export { podNodeIndex, podsByNode } from './pods/pods-by-node.ts'
export { getPodsToDelete } from './pods/pods-to-delete.ts'
export {
  compareReplicaSetsByCreation,
  compareReplicaSetsBySizeNewer,
  compareReplicaSetsBySizeOlder,
  filterActiveReplicaSets,
} from './replica-sets/replica-sets.ts'
export { slowStartBatch, type SlowStartOptions, type SlowStartResult } from './slow-start-batch.ts'
export { StaleObjectError } from './stale-object-error.ts'
export type { Cause, CauseType } from './cause.ts'
export { ControllerBuilder, type OwnsOptions, type WatchOptions } from './builder/controller-builder.ts'
export type { Cleanup } from './builder/under-finalizer.ts'
export {
  InvalidControllerError,
  InvalidResultError,
  ManagerStateError,
  NoInformerError,
  ReconcileTimeoutError,
  TerminalError,
  ThrownValueError,
} from './errors.ts'
export {
  InformerPool,
  type CacheOptions,
  type InformerLease,
  type PooledInformer,
  type Projection,
} from './informers/informer-pool.ts'
export type { ManagerLeaderElection, ManagerOptions } from './manager/manager-options.ts'
export { Manager, type ManagerPhase } from './manager/manager.ts'
export type { Runnable } from './manager/runnable.ts'
export { whileEstablished } from './manager/while-established.ts'
export { WorkNotStoppedError } from './manager/work-group.ts'
export {
  annotationChangedPredicate,
  changedPredicate,
  generationChangedPredicate,
  ignoreOwnWritesPredicate,
  labelChangedPredicate,
  labelSelectorPredicate,
  resourceVersionChangedPredicate,
} from './predicates/changed.ts'
export {
  and,
  matches,
  not,
  or,
  type AddedEvent,
  type DeletedEvent,
  type Predicate,
  type UpdatedEvent,
  type WatchedEvent,
} from './predicates/predicate.ts'
export { ReconcileClient } from './read-your-writes/reconcile-client.ts'
export { ReadYourWritesTimeoutError } from './reconcile/catch-up.ts'
export { Controller, type ControllerPhase, type ControllerStatus } from './reconcile/controller.ts'
export { ReconcileLoopError } from './reconcile/loop-error.ts'
export type { LoopGuardOptions } from './reconcile/loop-guard.ts'
export type { Outcome, OutcomeResult } from './reconcile/outcome.ts'
export type {
  ControllerOptions,
  ReadYourWrites,
  ReconcileContext,
  Reconciler,
} from './reconcile/reconciler.ts'
export { lowPriority } from './reconcile/triggers.ts'
export { RunOverError } from './reconcile/workers.ts'
export { requestFor, requestKey, type Request } from './request.ts'
export type { Result } from './result.ts'
export {
  enqueueOnIndex,
  enqueueRequestForObject,
  enqueueRequestForOwner,
  enqueueRequestsFromMapFunc,
  type MapFunc,
  type OwnerOptions,
} from './sources/enqueue.ts'
export {
  HealthCheckExistsError,
  HealthChecks,
  UnhealthyError,
  type HealthCheck,
  type HealthChecksOptions,
  type HealthCheckSource,
  type HealthRequest,
} from './operations/health-checks.ts'
export { healthText, type HealthCheckResult, type HealthReport } from './operations/health-report.ts'
export type {
  InspectedController,
  InspectedEdge,
  InspectedElector,
  InspectedHandler,
  InspectedInformer,
  InspectedNode,
  InspectedQueue,
  InspectedRecorder,
  InspectedSource,
  Inspection,
} from './operations/inspection.ts'
export { logTo, type LogOptions, type StructuredLogger } from './operations/log-to.ts'
export { managerHealth, type ManagerHealthOptions } from './operations/manager-health.ts'
export { ManagerMetrics } from './operations/manager-metrics.ts'
export { MeteredTransport, type MeteredTransportOptions } from './operations/metered-transport.ts'
export {
  serveOperations,
  type OperationsOptions,
  type OperationsServer,
} from './operations/operations-server.ts'
export type { EventHandler, RequestQueue } from './sources/event-handler.ts'
export { InvalidRequestError, SourceFailedError } from './sources/stream-source.ts'
export type { CacheReader } from './tracked-reads/cache-reader.ts'
export {
  type ControllerDescriptor,
  type DescriptorParts,
  enabledControllers,
} from './program/controller-descriptor.ts'
export {
  choiceFlag,
  countFlag,
  durationFlag,
  type Flag,
  FlagValueError,
  type Flags,
  type FlagValues,
  listFlag,
  numberFlag,
  switchFlag,
  textFlag,
} from './program/flag.ts'
export { flagsText, parseFlags, UsageError } from './program/parse-flags.ts'
export { type LogLevel, programFlags } from './program/program-flags.ts'
export { programManager, type ProgramManagerOptions, type ProgramValues } from './program/program-manager.ts'
export { runProgram, type Program } from './program/run-program.ts'
export { StopSignals } from './program/stop-signals.ts'
