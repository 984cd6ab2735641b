import {
  ApiError,
  errorChain,
  isConnectionRefused,
  isForbidden,
  isNotFound,
  isUnauthorized,
  TransportError,
} from '@rxkube/client'
import type { InformerStatus } from './informer-status.ts'

/** Why one informer has not synced: a member of `CacheSyncError.errors`. */
export class InformerNotSyncedError extends Error {
  override readonly name = 'InformerNotSyncedError'
  /** What the informer watches. */
  readonly informer: string
  /** A Status' reason (`Forbidden`, `NotFound`, …), a connection's (`refused`, `tls`, …), or what it waits for. */
  readonly reason: string
  /** HTTP status of the last refusal, if there was one. */
  readonly code: number | undefined
  /** Lists and watches that failed, since the informer started. */
  readonly attempts: number
  /** The informer as it was when waiting ended. */
  readonly status: InformerStatus

  constructor(status: InformerStatus) {
    const { reason, code, advice } = explain(status)
    const tried = status.attempts > 0 ? ` after ${status.attempts} failed ${plural(status.attempts)}` : ''
    const said = status.lastError ? `: ${status.lastError.message}` : ''
    super(
      `the informer of ${status.description} has not synced (${reason}${tried})${said}; ${advice}`,
      status.lastError ? { cause: status.lastError } : undefined,
    )
    this.informer = status.description
    this.reason = reason
    this.code = code
    this.attempts = status.attempts
    this.status = status
  }
}

/** Thrown by `waitForCacheSync`: one InformerNotSyncedError in `errors` for each informer that lags, sorted by name. */
export class CacheSyncError extends AggregateError {
  override readonly name = 'CacheSyncError'
  override readonly errors: InformerNotSyncedError[]

  constructor(errors: readonly InformerNotSyncedError[], options?: ErrorOptions) {
    const lagging = errors.map((error) => error.message).join('\n  ')
    super(errors, `caches have not synced:\n  ${lagging}`, options)
    this.errors = [...errors]
  }
}

function plural(attempts: number): string {
  return attempts === 1 ? 'attempt' : 'attempts'
}

interface Explanation {
  readonly reason: string
  readonly code?: number
  readonly advice: string
}

function explain({ phase, lastError, description }: InformerStatus): Explanation {
  if (phase === 'new')
    return { reason: 'not started', advice: 'call its start(), call run(), or start() of its factory' }
  if (phase === 'stopped') return { reason: 'stopped', advice: 'make a new informer' }
  if (!lastError) return { reason: 'still listing', advice: 'wait longer, or look at the API server' }
  for (const link of errorChain(lastError)) {
    if (link instanceof ApiError) {
      return { reason: link.reason || String(link.code), code: link.code, advice: advise(link, description) }
    }
    if (link instanceof TransportError) return { reason: link.kind, advice: advise(link, description) }
  }
  return { reason: lastError.name, advice: advise(lastError, description) }
}

function advise(error: Error, description: string): string {
  if (isForbidden(error)) return `grant the verbs list and watch on ${description} (RBAC)`
  if (isUnauthorized(error)) return 'check the credentials of the client'
  if (isNotFound(error)) {
    return 'the server does not serve it: check group and version, or install its CustomResourceDefinition'
  }
  if (isConnectionRefused(error)) return 'check that the API server is up and its address right'
  return 'it goes on trying; see the cause'
}
