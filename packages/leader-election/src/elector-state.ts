import type { LeadershipLostReason } from './errors.ts'
import type { LeaderElectionRecord } from './election-record.ts'
import type { LockSnapshot } from './resource-lock.ts'

/** What an elector goes by; durations are milliseconds. */
export interface ElectorSettings {
  readonly identity: string
  readonly leaseDurationSeconds: number
  readonly renewDeadline: number
  readonly retryPeriod: number
  readonly stopTimeout: number
  readonly releaseOnCancel: boolean
  readonly onLost: 'end' | 'contend'
  readonly coordinated: boolean
}

/** Where an elector is. */
export type ElectorPhase =
  | 'idle'
  /** Tries to get the lease. */
  | 'contending'
  | 'leading'
  /** Leads no more, or is about to: its work was told to stop. */
  | 'stopping'
  /** The work has ended, `onStoppedLeading` is under way. */
  | 'stopped'
  | 'releasing'
  | 'ended'

/** The record as it was last seen, and when it was first seen so, by the monotonic clock. */
export interface ObservedLock extends LockSnapshot {
  readonly at: number
}

/** The request that is under way; there is one at most. */
export interface LockRequest {
  readonly type: 'get' | 'create' | 'update'
  readonly sentAt: number
  /** An update without a get before it. */
  readonly fast: boolean
}

/** All that an elector knows. Times are those of its monotonic clock, in milliseconds. */
export interface ElectorState {
  readonly phase: ElectorPhase
  readonly settings: ElectorSettings
  readonly observed: ObservedLock | undefined
  /** The holder that `onNewLeader` was last told of. */
  readonly reported: string
  readonly request: LockRequest | undefined
  /** When the last successful write of our lease was sent. */
  readonly renewedAt: number
  /** The lease is held and renewed: from the first success until it is lost or given up. */
  readonly renewing: boolean
  /** From the call of `onStartedLeading` until `onStoppedLeading` has settled. */
  readonly inTerm: boolean
  /** Whether `onStartedLeading` has settled. */
  readonly workSettled: boolean
  /** `onStoppedLeading` was, or will be, called in this run. */
  readonly told: boolean
  /** Nothing is contended for any more. */
  readonly ending: boolean
  /** A write was given up whose fate is not known; it may have made us the holder. */
  readonly doubtful: boolean
  /** A callback did not end in time: the lease must not be released. */
  readonly stuck: boolean
  /** Records written; see `leaseTime`. */
  readonly writes: number
  readonly failure: ElectorFailure | undefined
}

/** Why a run ends other than by its signal. */
export type ElectorFailure =
  | { readonly type: 'lost'; readonly reason: LeadershipLostReason }
  | { readonly type: 'threw'; readonly error: unknown }
  | { readonly type: 'stuck'; readonly callback: 'onStartedLeading' | 'onStoppedLeading' }

/** `attempt`: the next try or renewal. `deadline`: leading ends. `stop`: callbacks are late. `release`: it takes too long. */
export type ElectorTimer = 'attempt' | 'deadline' | 'stop' | 'release'

/** What became of a request. */
export type LockReply =
  | { readonly type: 'succeeded'; readonly snapshot: LockSnapshot }
  | { readonly type: 'failed'; readonly failure: 'notFound' | 'conflict' | 'other'; readonly error?: unknown }

/** Something that happens to an elector. */
export type ElectorHappening =
  | { readonly type: 'start' }
  | { readonly type: 'stop' }
  | { readonly type: 'timer'; readonly timer: ElectorTimer }
  /** Of the request under way; of those given up nothing is told. */
  | { readonly type: 'reply'; readonly reply: LockReply }
  /** `failure` when it threw. */
  | {
      readonly type: 'workSettled' | 'stoppedSettled'
      readonly failure?: { readonly error: unknown } | undefined
    }

/** When it happens. */
export interface Moment {
  /** By the monotonic clock. */
  readonly at: number
  /** By the wall clock: only ever written, never compared. */
  readonly now: number
  /** From [0, 1). */
  readonly random: number
}

export type ElectorInput = ElectorHappening & Moment

/** What is to be done, in order. */
export type ElectorEffect =
  | { readonly type: 'get' }
  | { readonly type: 'create'; readonly record: LeaderElectionRecord }
  | { readonly type: 'update'; readonly record: LeaderElectionRecord; readonly version: string }
  /** Gives up the request under way. */
  | { readonly type: 'abandon' }
  /** Sets it anew when it is set. */
  | { readonly type: 'setTimer'; readonly timer: ElectorTimer; readonly delay: number }
  | { readonly type: 'cancelTimer'; readonly timer: ElectorTimer }
  | { readonly type: 'startWork'; readonly leaderTransitions: number }
  /** Aborts the signal of the work; without a reason because the run is to end. */
  | { readonly type: 'stopWork'; readonly lost: LeadershipLostReason | undefined }
  | { readonly type: 'stoppedLeading' }
  | { readonly type: 'newLeader'; readonly identity: string }
  | { readonly type: 'event'; readonly event: 'became leader' | 'stopped leading' }
  | { readonly type: 'leader'; readonly on: boolean }
  | { readonly type: 'slowpath' }
  | { readonly type: 'end' }

export type Stepped = readonly [ElectorState, readonly ElectorEffect[]]

/** An elector before anything happened. */
export function idleElector(settings: ElectorSettings): ElectorState {
  return {
    phase: 'idle',
    settings,
    observed: undefined,
    reported: '',
    request: undefined,
    renewedAt: 0,
    renewing: false,
    inTerm: false,
    workSettled: true,
    told: false,
    ending: false,
    doubtful: false,
    stuck: false,
    writes: 0,
    failure: undefined,
  }
}

/** The elector for another run: it knows what it has seen. */
export function electorAgain({ settings, observed, reported, writes }: ElectorState): ElectorState {
  return { ...idleElector(settings), observed, reported, writes }
}

/** Whether a guarded write may leave now: the last successful renewal was sent less than renewDeadline ago. */
export function mayWrite({ renewing, renewedAt, settings }: ElectorState, at: number): boolean {
  return renewing && at < renewedAt + settings.renewDeadline
}
