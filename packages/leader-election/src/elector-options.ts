import type { Clock, Duration, Random } from '@rxkube/clock'
import { parseDuration } from '@rxkube/clock'
import type { ElectorSettings } from './elector-state.ts'
import { LeaderElectionConfigError } from './errors.ts'
import type { LeaderHealthAdaptor } from './leader-health.ts'
import type { LeaderMetricsProvider } from './metrics.ts'
import { jitterFactor } from './pause.ts'
import type { ResourceLock } from './resource-lock.ts'

/** What the work of a leader is given. */
export interface LeaderWork {
  /**
   * Aborts when the work has to end: with a `LeadershipLostError`, or with the reason of the signal that `run` was
   * given.
   */
  readonly signal: AbortSignal
  /** `leaseTransitions` of the lease: larger for each later leader. Write it beside what you write, to fence. */
  readonly leaderTransitions: number
}

/** What an elector calls. */
export interface LeaderCallbacks {
  /**
   * The work of a leader. It leads on until the signal aborts, also when this has returned; the lease is released only
   * after this has settled. When it throws, leading ends, and `run` rejects with what it threw.
   */
  readonly onStartedLeading: (work: LeaderWork) => void | Promise<void>
  /**
   * Called once for each time that `onStartedLeading` was, after it has settled, and once by a run that never led. The
   * lease is kept, while that is possible, until this has settled.
   */
  readonly onStoppedLeading: () => void | Promise<void>
  /** Told of each leader that is seen, this process among them, and of none (`''`). Never waited for. */
  readonly onNewLeader?: ((identity: string) => void) | undefined
}

/** How an elector is made. client-go: `LeaderElectionConfig`, whose usual durations are 15 s, 10 s and 2 s. */
export interface LeaderElectorOptions {
  readonly lock: ResourceLock
  /** How long others wait after the last renewal they saw. Told them in whole seconds: what is beyond is cut off. */
  readonly leaseDuration: Duration
  /** How long after it was sent the last successful renewal lets a leader work. Less than `leaseDuration`. */
  readonly renewDeadline: Duration
  /** The pause between renewals; between tries of who does not lead, 1 to 2.2 times as much. */
  readonly retryPeriod: Duration
  readonly callbacks: LeaderCallbacks
  /** For metrics and messages; the lock's description unless told. */
  readonly name?: string | undefined
  /**
   * Whether the lease is given up when leading ends on purpose or for good, so that others need not wait for its end;
   * true unless told. It never is before the work has stopped.
   */
  readonly releaseOnCancel?: boolean | undefined
  /** When the lease is lost: `end` rejects `run`, as unless told; `contend` tries to become leader again. */
  readonly onLost?: 'end' | 'contend' | undefined
  /** How long work, and then `onStoppedLeading`, may take to end; 30 s unless told. */
  readonly stopTimeout?: Duration | undefined
  /** The longest that one request may take; half of `renewDeadline`, and 1 s at least, unless told. */
  readonly requestTimeout?: Duration | undefined
  /** A controller of the cluster chooses the leader among `LeaseCandidate`s: the lease is renewed, never taken. */
  readonly coordinated?: boolean | undefined
  readonly watchDog?: LeaderHealthAdaptor | undefined
  readonly metricsProvider?: LeaderMetricsProvider | undefined
  /** Told what went wrong without ending anything: requests, and `onNewLeader`. Also on `rxkube.leader-election.error`. */
  readonly onError?: ((error: unknown) => void) | undefined
  readonly clock?: Clock | undefined
  readonly random?: Random | undefined
}

/** The settings that the options amount to. Throws a `LeaderElectionConfigError` for what cannot work. */
export function electorSettings(options: LeaderElectorOptions): ElectorSettings {
  const given: Partial<LeaderElectorOptions> = options
  const { lock, releaseOnCancel = true, onLost = 'end', coordinated = false } = options
  const leaseDuration = parseDuration(options.leaseDuration)
  const renewDeadline = parseDuration(options.renewDeadline)
  const retryPeriod = parseDuration(options.retryPeriod)
  const stopTimeout = parseDuration(options.stopTimeout ?? '30s')
  for (const [option, duration] of Object.entries({
    leaseDuration,
    renewDeadline,
    retryPeriod,
    stopTimeout,
  })) {
    if (duration <= 0) throw new LeaderElectionConfigError(option, 'has to be greater than zero')
    if (duration === Infinity) throw new LeaderElectionConfigError(option, 'has to be finite')
  }
  const leaseDurationSeconds = Math.floor(leaseDuration / 1000)
  if (leaseDurationSeconds * 1000 <= renewDeadline) {
    const told = `which others are told as ${leaseDurationSeconds} whole seconds`
    throw new LeaderElectionConfigError('leaseDuration', `${told}, has to be greater than renewDeadline`)
  }
  if (renewDeadline <= jitterFactor * retryPeriod) {
    throw new LeaderElectionConfigError(
      'renewDeadline',
      `has to be greater than ${jitterFactor} times retryPeriod`,
    )
  }
  required('callbacks.onStartedLeading', given.callbacks?.onStartedLeading)
  required('callbacks.onStoppedLeading', given.callbacks?.onStoppedLeading)
  required('lock', lock)
  if (lock.identity === '') throw new LeaderElectionConfigError('lock', 'has an empty identity')
  return {
    identity: lock.identity,
    leaseDurationSeconds,
    renewDeadline,
    retryPeriod,
    stopTimeout,
    releaseOnCancel,
    onLost,
    coordinated,
  }
}

/** How long one request may take. Throws a `LeaderElectionConfigError` when that is no time. */
export function requestTimeoutOf({ requestTimeout, renewDeadline }: LeaderElectorOptions): number {
  // One request that hangs must leave time for another.
  if (requestTimeout === undefined) return Math.max(1000, parseDuration(renewDeadline) / 2)
  const timeout = parseDuration(requestTimeout)
  if (timeout <= 0) throw new LeaderElectionConfigError('requestTimeout', 'has to be greater than zero')
  return timeout
}

// JavaScript's callers are held by no types.
function required(option: string, value: unknown): void {
  if (value === undefined || value === null) throw new LeaderElectionConfigError(option, 'is missing')
}
