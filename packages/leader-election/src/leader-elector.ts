import type { Transport } from '@rxkube/client'
import { parseDuration, type Duration } from '@rxkube/clock'
import { BehaviorSubject, type Observable } from 'rxjs'
import { ElectorDriver } from './elector-driver.ts'
import { electorSettings, type LeaderElectorOptions } from './elector-options.ts'
import { electorAgain, idleElector, mayWrite } from './elector-state.ts'
import { ElectorRunningError, ElectorStoppedError } from './errors.ts'
import { LeaderUnhealthyError, LeaderWorkNotStoppedError } from './errors.ts'
import { GuardedTransport } from './guarded-transport.ts'
import { sameStatus, statusOf, type LeaderStatus } from './leader-status.ts'

/** What a run takes. */
export interface RunOptions {
  /** Aborting it stops the work, then gives the lease up, then ends the run. */
  readonly signal?: AbortSignal | undefined
}

interface Run {
  readonly signal: AbortSignal | undefined
  readonly ended: PromiseWithResolvers<void>
  readonly over: PromiseWithResolvers<void>
}

/**
 * Makes one of several processes the leader, by a lock that all of them know. client-go: `LeaderElector`.
 *
 * Leadership is a deadline on this process' monotonic clock: it ends `renewDeadline` after the last successful renewal
 * was sent, whatever becomes of the requests since. This does not fence: a request that has left may arrive late.
 */
export class LeaderElector implements AsyncDisposable {
  /** For metrics and messages. */
  readonly name: string
  readonly #lock: string
  readonly #driver: ElectorDriver
  readonly #status: BehaviorSubject<LeaderStatus>
  #run: Run | undefined
  #stopped = false

  /** Throws a `LeaderElectionConfigError` for options that cannot work. */
  constructor(options: LeaderElectorOptions) {
    const settings = electorSettings(options)
    this.#lock = options.lock.describe()
    this.name = options.name ?? this.#lock
    this.#driver = new ElectorDriver({
      name: this.name,
      options,
      state: idleElector(settings),
      onChange: () => this.#changed(),
      onEnd: () => this.#run?.ended.resolve(),
      reason: () => this.#reason(),
    })
    this.#status = new BehaviorSubject(this.status)
    options.watchDog?.setLeaderElection(this)
  }

  /** How it is doing now, and whenever that changes. Completes with `stop`. */
  get leader$(): Observable<LeaderStatus> {
    return this.#status.asObservable()
  }

  /** How it is doing now. */
  get status(): LeaderStatus {
    return statusOf(this.#driver.state, this.#driver.lastError)
  }

  /** Who was last seen to lead; empty when nobody. For people: it may be out of date. */
  getLeader(): string {
    return this.status.leader
  }

  /** Whether this process leads, and its deadline has not passed. True now need not be true after the next `await`. */
  isLeader(): boolean {
    return mayWrite(this.#driver.state, this.#driver.clock.monotonic())
  }

  /** Throws a `LeadershipLostError` unless this process leads and its deadline has not passed. */
  assertLeading(): void {
    if (this.isLeader()) return
    const { renewing, failure } = this.#driver.state
    const known = failure?.type === 'lost' ? failure.reason : 'notLeading'
    throw this.#driver.lost(renewing ? 'renewDeadline' : known)
  }

  /** Calls `write` if this process leads, and rejects with a `LeadershipLostError` if not. */
  async guard<R>(write: () => R | Promise<R>): Promise<R> {
    this.assertLeading()
    return write()
  }

  /**
   * A transport for the client of the leader's work: writes are refused as `guard` does, each time that one is about to
   * leave, and those under way are given up when leading ends. Reads pass. A client rejects with a `TransportError`
   * whose cause is the `LeadershipLostError`.
   */
  guardTransport(transport: Transport): Transport {
    return new GuardedTransport(transport, () => {
      this.assertLeading()
      return this.#driver.lease?.signal
    })
  }

  /**
   * Throws a `LeaderUnhealthyError` when this process still works as leader although its lease ended longer than this
   * ago: its timers do not fire, or its work does not stop.
   */
  check(maxTolerableExpiredLease: Duration): void {
    const { inTerm, renewedAt, settings } = this.#driver.state
    const age = this.#driver.clock.monotonic() - renewedAt
    const most = settings.leaseDurationSeconds * 1000 + parseDuration(maxTolerableExpiredLease)
    if (inTerm && age > most) throw new LeaderUnhealthyError(this.#lock, age)
  }

  /**
   * Contends, leads and renews, until the signal aborts or `stop` is called: then it resolves, when the work has
   * stopped and the lease was given up. Rejects when the lease was lost and `onLost` is `end` (`LeadershipLostError`),
   * with what a callback threw, and with a `LeaderWorkNotStoppedError`.
   */
  async run({ signal }: RunOptions = {}): Promise<void> {
    const driver = this.#driver
    if (this.#run) throw new ElectorRunningError(this.#lock)
    if (this.#stopped) throw new ElectorStoppedError(this.#lock)
    if (driver.state.stuck) throw this.#stuck()
    const run: Run = { signal, ended: Promise.withResolvers(), over: Promise.withResolvers() }
    this.#run = run
    driver.state = electorAgain(driver.state)
    const stop = (): void => driver.happen({ type: 'stop' })
    signal?.addEventListener('abort', stop, { once: true })
    driver.happen({ type: signal?.aborted ? 'stop' : 'start' })
    await run.ended.promise
    signal?.removeEventListener('abort', stop)
    this.#run = undefined
    run.over.resolve()
    const { failure } = driver.state
    if (failure?.type === 'threw') throw failure.error
    if (failure?.type === 'lost') throw driver.lost(failure.reason)
    if (failure) throw this.#stuck()
  }

  /** Ends the run for good, and resolves when it has ended: no callback, request or timer comes after. */
  async stop(): Promise<void> {
    this.#stopped = true
    const run = this.#run
    if (run) this.#driver.happen({ type: 'stop' })
    await run?.over.promise
    this.#status.complete()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop()
  }

  #changed(): void {
    const { status } = this
    if (!sameStatus(status, this.#status.value)) this.#status.next(status)
  }

  #stuck(): LeaderWorkNotStoppedError {
    const { failure, settings } = this.#driver.state
    const callback = failure?.type === 'stuck' ? failure.callback : 'onStartedLeading'
    return new LeaderWorkNotStoppedError(this.#lock, callback, settings.stopTimeout)
  }

  /** Why work that has not lost the lease is to end. */
  #reason(): unknown {
    const { failure } = this.#driver.state
    if (failure?.type === 'threw') return failure.error
    const signal = this.#run?.signal
    return signal?.aborted ? signal.reason : new ElectorStoppedError(this.#lock)
  }
}
