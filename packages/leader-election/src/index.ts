export { leaseSpecFromRecord, recordFromLeaseSpec, type LeaderElectionRecord } from './election-record.ts'
export type { LeaderCallbacks, LeaderElectorOptions, LeaderWork } from './elector-options.ts'
export { electorAgain, idleElector, mayWrite } from './elector-state.ts'
export type {
  ElectorEffect,
  ElectorFailure,
  ElectorHappening,
  ElectorInput,
  ElectorPhase,
  ElectorSettings,
  ElectorState,
  ElectorTimer,
  LockReply,
  LockRequest,
  Moment,
  ObservedLock,
  Stepped,
} from './elector-state.ts'
export { step } from './elector-step.ts'
export {
  ElectorRunningError,
  ElectorStoppedError,
  InvalidLeaseError,
  LeaderElectionConfigError,
  LeadershipLostError,
  type LeadershipLostReason,
  LeaderUnhealthyError,
  LeaderWorkNotStoppedError,
  LockNotReadError,
  LockTimeoutError,
} from './errors.ts'
export { LeaderElector, type RunOptions } from './leader-elector.ts'
export { LeaderHealthAdaptor, type HealthChecked } from './leader-health.ts'
export type { LeaderStatus } from './leader-status.ts'
export { LeaseLock, type LeaseLockOptions } from './lease-lock.ts'
export type { LeaderMetric, LeaderMetricsProvider } from './metrics.ts'
export type { LockCall, LockEventRecorder, LockSnapshot, ResourceLock } from './resource-lock.ts'
export { LeaseCandidate, type LeaseCandidateOptions } from './lease-candidate.ts'
export { LeaseCandidates, type LeaseCandidateObject } from './lease-candidates.ts'
