export { ApiServer, type ServerView } from './api-server.ts'
export type { ApiServerOptions, RequestRecord, RestartOptions } from './api-server-options.ts'
export type { Authorizer, RequestAttributes } from './auth.ts'
export type { ControllerName } from './controllers/controller-name.ts'
export type { BodyEnd, FaultPoint, WatchBehaviour } from './faults/effect.ts'
export type { FaultAnswer } from './faults/fault-answer.ts'
export type { Fault, FaultMatch } from './faults/fault.ts'
export type { Faults } from './faults/faults.ts'
export type { LagScope } from './faults/lag-fault.ts'
export type {
  Kubeconfig,
  KubeconfigCluster,
  KubeconfigCredentials,
  KubeconfigOptions,
  KubeconfigUser,
} from './kubeconfig.ts'
export type { Listening, ListenOptions } from './listening.ts'
export { AddressesExhaustedError } from './nodes/address-pool.ts'
export type { FakeNode } from './nodes/fake-node.ts'
export { defaultStages, type FakeNodes } from './nodes/fake-nodes.ts'
export type { FakeNodesOptions } from './nodes/fake-nodes-options.ts'
export type { NodeSpec } from './nodes/node-spec.ts'
export {
  InvalidStageError,
  type Stage,
  type StageContext,
  type StageDelay,
  type StageExpressionFrom,
  type StageMatchExpression,
  type StageNext,
  type StagePatch,
  type StageTemplate,
} from './nodes/stage.ts'
export { DataDirectoryError, type DataDirectoryProblem } from './persistence/data-directory-error.ts'
export type { Certificate } from './rims/certificate-authority.ts'
export type { TlsOptions } from './rims/tls.ts'
export {
  InvalidSnapshotError,
  type CollectionSnapshot,
  type ServerSnapshot,
  type SnapshotEvent,
} from './snapshot/snapshot.ts'
export type { ServiceAccountOptions } from './service-accounts/service-account-options.ts'
export type { SnapshotOptions } from './snapshot/take-snapshot.ts'
export type { Tokens } from './tokens.ts'
export type { Admit, AdmissionRequest, AdmissionResponse } from './verbs/admit.ts'
export type { LogRequest, Logs } from './verbs/log-request.ts'
export type { User } from './verbs/request.ts'
