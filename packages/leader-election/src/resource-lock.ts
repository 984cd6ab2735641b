import type { KubernetesObject } from '@rxkube/meta'
import type { LeaderElectionRecord } from './election-record.ts'

/** What a lock's object said at one version. */
export interface LockSnapshot {
  readonly record: LeaderElectionRecord
  /** The record as it was on the wire; it changed when this text did. */
  readonly raw: string
  /** The resourceVersion of the object. */
  readonly version: string
  /** The object says something else than a record: who holds it cannot be known. */
  readonly garbled: boolean
}

/** How a lock is called. */
export interface LockCall {
  /** Aborting it ends the call, which then rejects with `signal.reason`. */
  readonly signal?: AbortSignal | undefined
}

/** An object on an API server that says who leads. client-go: `resourcelock.Interface`. */
export interface ResourceLock {
  /** Of this process among all that contend. Two that share one would both lead. */
  readonly identity: string
  /** Rejects with what `isNotFound` knows when there is no object. */
  get(call: LockCall): Promise<LockSnapshot>
  create(record: LeaderElectionRecord, call: LockCall): Promise<LockSnapshot>
  /** Writes over the object of that version, and rejects with what `isConflict` knows when it has another by now. */
  update(record: LeaderElectionRecord, call: LockCall & { readonly version: string }): Promise<LockSnapshot>
  /** Tells in an Event that the holder "became leader" or "stopped leading". */
  recordEvent(event: string): void
  /** `namespace/name`, for messages. */
  describe(): string
}

/** Takes what a lock has to tell. An `EventRecorder` is one. It must not throw, and is not waited for. */
export interface LockEventRecorder {
  recordEvent(object: KubernetesObject, type: 'Normal', reason: string, message: string): void
}
