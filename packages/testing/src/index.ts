export { Exchange, type RecordedRequest, type Reply, type WriteOptions } from './exchange.ts'
export {
  script,
  type ScriptKind,
  scriptObject,
  scriptStatus,
  type ScriptStep,
  ScriptSyntaxError,
  type WatchEnd,
  type WatchStep,
} from './notation.ts'
export { type RawReply, RawServer } from './raw-server.ts'
export { replies } from './replies.ts'
export {
  type RequestMatch,
  ScriptedServer,
  type ScriptedServerOptions,
  ScriptNotFollowedError,
} from './scripted-server.ts'
export { CacheMonitor } from './cache-monitor.ts'
export { type HandlerEvent, HandlerMonitor, type HandlerView } from './handler-monitor.ts'
export { InvariantMonitor } from './invariant-monitor.ts'
export { type InvariantId, invariants, InvariantViolation } from './invariant-violation.ts'
export { type ObservedRequest, type RequestBudget, RequestMonitor } from './request-monitor.ts'
export type { ServerWrite } from './server-states.ts'
export { ObservedSource, type SourceObserver } from './observed-source.ts'
export { NeverTrueError, until } from './until.ts'
export { seededRandom, TestClock, type TestClockOptions } from '@rxkube/clock'
export {
  FakeControllerSource,
  type FakeControllerSourceOptions,
  faults,
  statuses,
} from '@rxkube/client/testing'
export { type ContractObject } from './contracts/contract-object.ts'
export {
  ContractCache,
  type ContractDelta,
  type ContractProcess,
  type ContractQueue,
} from './contracts/contract-queue.ts'
export { type ContractCollection, passesListerWatcher } from './contracts/passes-lister-watcher.ts'
export { passesQueue } from './contracts/passes-queue.ts'
export { type ContractStore, passesStore } from './contracts/passes-store.ts'
export { type ContractServer, passesTransport } from './contracts/passes-transport.ts'
export type { TestRegistrar } from './contracts/test-registrar.ts'
export {
  assertConverged,
  assertHolds,
  assertSynced,
  type Listing,
  type Syncing,
} from './matchers/assertions.ts'
export { type Matcher, matcherOf, matchers } from './matchers/matchers.ts'
export { recordWatch, type RecordingSink, type RecordWatchOptions } from './recording/record-watch.ts'
export { RecordingSyntaxError } from './recording/recorded-line.ts'
export { replay, type Replay, ReplayMismatchError, type ReplayOptions } from './recording/replay.ts'
export {
  sieve,
  type SieveController,
  type SieveFinding,
  type SieveOptions,
  type SieveReport,
  type SieveWorld,
} from './sieve/sieve.ts'
export { clusterOutcome } from './sieve/cluster-outcome.ts'
export type { ClusterPlan } from './sieve/cluster-plan.ts'
export {
  sieveCluster,
  type ClusterFinding,
  type SieveClusterOptions,
  type SieveClusterReport,
} from './sieve/sieve-cluster.ts'
export type { SievePlan } from './sieve/sieve-plan.ts'
export { SieveCrashError, type SieveWriter } from './sieve/sieve-writer.ts'
export type { KillPoint, ProcessEffect } from './env/effect.ts'
export { InformerJournal, type JournaledInformer, JournalError } from './env/informer-journal.ts'
export { type ClockErrors, ProcessClock } from './env/process-clock.ts'
export { ProcessFailedError, TestEnv, type TestEnvOptions } from './env/test-env.ts'
export {
  type ProcessContext,
  type ProcessMain,
  type ProcessOptions,
  TestProcess,
} from './env/test-process.ts'
export { faultNames } from './simulate/fault-vocabulary.ts'
export { UnknownMoveError } from './simulate/run-steps.ts'
export type { Scenario, ScenarioProcess } from './simulate/scenario.ts'
export { replaySteps, simulate, type SimulateOptions, type SimulationReport } from './simulate/simulate.ts'
export { SimulationFailedError } from './simulate/simulation-failed-error.ts'
export type { FaultName, SimulationStep } from './simulate/step.ts'
export { accessText, type Access, type PathAccess, type ResourceAccess } from './observed-rbac/access.ts'
export { accessesOf, type AnsweredRequest } from './observed-rbac/accesses-of.ts'
export { compareRbac, type RbacComparison, rbacReport, type TooWide } from './observed-rbac/compare-rbac.ts'
export {
  type ObservableServer,
  observeAccess,
  type ObserveAccessOptions,
  ObservedAccess,
} from './observed-rbac/observed-access.ts'
export type { PolicyRule } from './observed-rbac/policy-rules.ts'
export {
  type RbacManifests,
  rbacManifests,
  type RbacManifestsOptions,
} from './observed-rbac/rbac-manifests.ts'
