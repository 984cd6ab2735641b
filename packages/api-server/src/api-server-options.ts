import type { Clock, Duration, Random } from '@rxkube/clock'
import type { Authorizer } from './auth.ts'
import type { ControllerName } from './controllers/controller-name.ts'
import type { FakeNodesOptions } from './nodes/fake-nodes-options.ts'
import type { NodeSpec } from './nodes/node-spec.ts'
import type { ServiceAccountOptions } from './service-accounts/service-account-options.ts'
import type { Admit } from './verbs/admit.ts'
import type { Logs } from './verbs/log-request.ts'
import type { ServerSnapshot } from './snapshot/snapshot.ts'
import type { User } from './verbs/request.ts'

/** How an ApiServer behaves; every field has a default that fits a test. */
export interface ApiServerOptions {
  /** Where time comes from: timestamps, bookmarks, timeouts. Default: the system's. */
  readonly clock?: Clock
  /** Where uids and generated names come from. Default: the system's. */
  readonly random?: Random
  /** What `/version` says. Default `1.32.0`, the version whose behaviour this is. */
  readonly version?: string
  /** Writes of one resource that can be watched again; older ones are answered with 410. Default 10,000. */
  readonly historySize?: number
  /** Events that a watch may leave unread before it is ended. Default 10,000. */
  readonly watchBufferSize?: number
  /** Bytes of events that a watch may leave unread before it is ended. Default 64 MiB. */
  readonly watchBufferBytes?: number
  /**
   * Milliseconds after which states of the past are compacted, again and again: tokens of lists (`continue`) and exact
   * versions live between one and two of it. Default: five minutes, as etcd is compacted; 0 is never.
   */
  readonly compactionInterval?: number
  /** What the server begins with; with a data directory that is not new, what is in there counts. Default: an empty cluster. */
  readonly snapshot?: ServerSnapshot
  /** A directory that keeps what the server holds, made when it is not there. Default: nothing is kept. */
  readonly data?: string
  /** Bearer tokens and whose they are; any other token gets a 401. Default: tokens are not looked at. */
  readonly tokens?: ReadonlyMap<string, User>
  /**
   * Says who may do what; a no is a 403. `'rbac'` lets the roles and bindings in the store decide, and puts those in that
   * every cluster begins with. Default: everyone may do everything.
   */
  readonly authorize?: Authorizer | 'rbac'
  /**
   * Controllers that run inside of the server; none makes it what a bare kube-apiserver is. Default: all that have
   * something to do; the scheduler has when there are fake nodes.
   */
  readonly controllers?: readonly ControllerName[]
  /** Fake nodes: how many, what each is like, or how they live. Default: none, and no scheduler. */
  readonly nodes?: number | readonly NodeSpec[] | FakeNodesOptions
  /** Whether pods get service accounts and their tokens, as on a whole cluster, and how. Default: no. */
  readonly serviceAccounts?: boolean | ServiceAccountOptions
  /** Where the addresses of services come from, as `--service-cluster-ip-range`. Default `10.0.0.0/16`. */
  readonly serviceAddressRange?: string
  /**
   * Whether watches may begin with the state and bookmark its end (`sendInitialEvents`). False answers as a server whose
   * etcd is too old for it does: an ERROR event, at which clients fall back to list and watch. Default: true.
   */
  readonly watchList?: boolean
  /** Is asked about each write, as an admission webhook would be, but within the process. */
  readonly admit?: Admit
  /** Gives the text for `kubectl logs`. Default: the 500 of a server that does not reach the pod's node. */
  readonly logs?: Logs
}

/** How a server restarts. */
export interface RestartOptions {
  /** What is there afterwards: what was, nothing, or an older state. Default `kept`. */
  readonly data?: 'kept' | 'lost' | 'older'
  /** The older state; unless told, the last snapshot that was taken. */
  readonly snapshot?: ServerSnapshot
  /** How long connections are refused. Default: not at all. */
  readonly downtime?: Duration
}

/** A request that was answered, as listeners of {@link ApiServer.requests} see it. */
export interface RequestRecord {
  readonly method: string
  readonly path: string
  readonly verb: string
  readonly user: string
  readonly userAgent: string
  /** Of a watch, the status it opened with; 0 when an answer broke while it was sent. */
  readonly status: number
  /** What a handler threw by mistake; the client got a 500. */
  readonly error?: unknown
}
