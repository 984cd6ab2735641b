import type { ElectorEffect, LeaderElectionRecord, LockReply } from '@rxkube/leader-election'

/** A request about the lease. */
export type LockEffect = Extract<ElectorEffect, { readonly type: 'get' | 'create' | 'update' }>

/** The lease on the server. Each write gives it the next version. */
export interface LeaseModel {
  readonly record: LeaderElectionRecord
  readonly version: number
}

/** What the server has after a request, and what it answers. */
export function answerOf(
  lease: LeaseModel | undefined,
  effect: LockEffect,
): readonly [LeaseModel | undefined, LockReply] {
  if (effect.type === 'get') return [lease, lease ? succeeded(lease) : refused('notFound')]
  if (effect.type === 'create') {
    if (lease) return [lease, refused('conflict')]
    const made = { record: effect.record, version: 1 }
    return [made, succeeded(made)]
  }
  if (lease === undefined) return [lease, refused('notFound')]
  if (effect.version !== String(lease.version)) return [lease, refused('conflict')]
  const written = { record: effect.record, version: lease.version + 1 }
  return [written, succeeded(written)]
}

function succeeded({ record, version }: LeaseModel): LockReply {
  // Every write has another renewTime, so a record is told apart from another by its version.
  const text = String(version)
  return { type: 'succeeded', snapshot: { record, raw: text, version: text, garbled: false } }
}

function refused(failure: 'notFound' | 'conflict'): LockReply {
  return { type: 'failed', failure }
}

/** An answer that did not come. */
export const noAnswer: LockReply = { type: 'failed', failure: 'other' }
