import type { Clock, Random } from '@rxkube/clock'
import type { Authorizer } from './auth.ts'
import type { ControllerName } from './controllers/controller-name.ts'
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
  /** Bearer tokens and whose they are; any other token gets a 401. Default: tokens are not looked at. */
  readonly tokens?: ReadonlyMap<string, User>
  /** Says who may do what; a no is a 403. Default: everyone may do everything. */
  readonly authorize?: Authorizer
  /** Controllers that run inside of the server. Default: all; none makes it what a bare kube-apiserver is. */
  readonly controllers?: readonly ControllerName[]
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
