/** An elector was made with options that cannot work. */
export class LeaderElectionConfigError extends RangeError {
  override readonly name = 'LeaderElectionConfigError'
  /** The option that is wrong. */
  readonly option: string

  constructor(option: string, what: string) {
    super(`${option} ${what}`)
    this.option = option
  }
}

/** Why a process does not lead any more, or not at all. */
export type LeadershipLostReason =
  /** The last successful renewal is `renewDeadline` ago. */
  | 'renewDeadline'
  /** The lease has another holder. */
  | 'taken'
  /** Coordinated election has chosen a next holder. */
  | 'endOfTerm'
  /** It does not lead: it has not begun to, or has ended. */
  | 'notLeading'

const reasons: Record<LeadershipLostReason, string> = {
  renewDeadline: 'it was not renewed within renewDeadline',
  taken: 'it has another holder',
  endOfTerm: 'another process is to lead next',
  notLeading: 'this process does not lead',
}

/**
 * This process does not lead. It is the reason of the work's signal, what a guarded write is refused with, and what
 * `run` rejects with when it is not to contend again.
 */
export class LeadershipLostError extends Error {
  override readonly name = 'LeadershipLostError'
  /** `namespace/name` of the lease. */
  readonly lock: string
  readonly identity: string
  readonly reason: LeadershipLostReason

  constructor(lock: string, identity: string, reason: LeadershipLostReason, cause?: unknown) {
    super(
      `${identity} does not hold the lease ${lock}: ${reasons[reason]}`,
      cause === undefined ? undefined : { cause },
    )
    this.lock = lock
    this.identity = identity
    this.reason = reason
  }
}

/** Work, or `onStoppedLeading`, did not end within `stopTimeout`. The lease was not released; end the process. */
export class LeaderWorkNotStoppedError extends Error {
  override readonly name = 'LeaderWorkNotStoppedError'
  readonly lock: string
  readonly callback: 'onStartedLeading' | 'onStoppedLeading'
  /** Milliseconds it was waited for. */
  readonly timeout: number

  constructor(lock: string, callback: LeaderWorkNotStoppedError['callback'], timeout: number) {
    super(
      `${callback} did not end within ${timeout} ms after leading the lease ${lock} was over: end the process, and let it heed its signal`,
    )
    this.lock = lock
    this.callback = callback
    this.timeout = timeout
  }
}

/** `run` was called while the elector, or the candidate, runs. */
export class ElectorRunningError extends Error {
  override readonly name = 'ElectorRunningError'

  constructor(lock: string) {
    super(`the elector or candidate of ${lock} runs already: stop it first, or make another one`)
  }
}

/** The elector, or the candidate, was stopped: the reason of its work's signal then, and what `run` rejects with after. */
export class ElectorStoppedError extends Error {
  override readonly name = 'ElectorStoppedError'

  constructor(lock: string) {
    super(`the elector or candidate of ${lock} was stopped`)
  }
}

/** A request about the lease had no answer in time. */
export class LockTimeoutError extends Error {
  override readonly name = 'LockTimeoutError'
  /** Milliseconds it was waited for. */
  readonly timeout: number

  constructor(lock: string, verb: string, timeout: number) {
    super(`the ${verb} of the lease ${lock} had no answer within ${timeout} ms`)
    this.timeout = timeout
  }
}

/** A lock was to be updated of which nothing, or another version, was read. */
export class LockNotReadError extends Error {
  override readonly name = 'LockNotReadError'

  constructor(lock: string) {
    super(`the lease ${lock} cannot be updated: call get or create first`)
  }
}

/** The answer to a request about a Lease is none that could be written back without overwriting others. */
export class InvalidLeaseError extends Error {
  override readonly name = 'InvalidLeaseError'

  constructor(lock: string, what: string) {
    super(`the answer about the lease ${lock} cannot be used: ${what}`)
  }
}

/** The elector has not renewed for longer than the lease and the tolerance, although it leads. */
export class LeaderUnhealthyError extends Error {
  override readonly name = 'LeaderUnhealthyError'
  readonly lock: string
  /** Milliseconds since the last successful renewal was sent. */
  readonly age: number

  constructor(lock: string, age: number) {
    super(`failed to renew leadership on the lease ${lock}: last renewed ${age} ms ago`)
    this.lock = lock
    this.age = age
  }
}
