import type { ApiObject } from '../codec/json.ts'

/** A write as a snapshot keeps it. */
export interface SnapshotEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED'
  readonly revision: number
  readonly key: string
  /** Of a deletion, the last state. */
  readonly object: ApiObject
}

/** One resource in a snapshot. */
export interface CollectionSnapshot {
  /** `pods`, `deployments.apps`. */
  readonly name: string
  /** Objects with their keys, `namespace/name` or `name`: as they are, or with a history as they were before it. */
  readonly objects: readonly (readonly [key: string, object: ApiObject])[]
  /** The writes since `floor`, oldest first. */
  readonly history?: { readonly floor: number; readonly events: readonly SnapshotEvent[] }
}

/**
 * Everything that a server holds, as a plain value: it can be written as JSON and read again.
 *
 * It shares its objects with the server that it is from: read it, keep it, write it, but change nothing in it.
 */
export interface ServerSnapshot {
  readonly format: 'rxkube-api-server/1'
  /** The revision of the last write. */
  readonly revision: number
  readonly collections: readonly CollectionSnapshot[]
}

/** Thrown when something is given as a snapshot and is none. */
export class InvalidSnapshotError extends Error {
  override readonly name = 'InvalidSnapshotError'

  constructor(why: string) {
    super(`this is no snapshot of an API server: ${why}`)
  }
}
