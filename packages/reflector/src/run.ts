import type { ListerWatcher } from '@rxkube/client'
import type { Clock, Random, Timer } from '@rxkube/clock'
import type { KubernetesObject } from '@rxkube/meta'
import type { ReflectorEffect, ReflectorReport, TimerName } from './effect.ts'
import { publish } from './diagnostics.ts'
import type { ReflectorEvent } from './event.ts'
import { DeliveryError } from './errors.ts'
import type { ReflectorHappening } from './input.ts'
import { listOperation, watchOperation, type Operation, type OperationContext } from './operation.ts'
import type { ReflectorState } from './state.ts'
import type { StatusBoard } from './status.ts'
import { step } from './step.ts'

/** Takes the events of a reflector; nothing more is read until the promise resolves. Must settle once stopped. */
export type Deliver<T extends KubernetesObject = KubernetesObject> = (
  events: readonly ReflectorEvent<T>[],
  call: { readonly signal: AbortSignal },
) => void | Promise<void>

/** What a run is made of. */
export interface RunOptions<T extends KubernetesObject> {
  readonly listerWatcher: ListerWatcher<T>
  readonly deliver: Deliver<T>
  readonly clock: Clock
  readonly random: Random
  readonly status: StatusBoard
  readonly state: ReflectorState
  readonly signal: AbortSignal
  readonly shouldResync: () => boolean
  readonly watchErrorHandler: (error: Error) => void
  /** Errors of the consumer that end the run. */
  readonly isFatal: (error: unknown) => boolean
}

/** Drives `step`: one input at a time, its effects in order, and what the consumer takes before anything else. */
export class ReflectorRun<T extends KubernetesObject> implements OperationContext<T> {
  readonly listerWatcher: ListerWatcher<T>
  readonly clock: Clock
  readonly status: StatusBoard
  readonly #options: RunOptions<T>
  readonly #timers = new Map<TimerName, Timer>()
  readonly #underWay = new Set<Promise<void>>()
  readonly #over = Promise.withResolvers<void>()
  #state: ReflectorState
  #operation: Operation | undefined
  #last: Promise<void> = Promise.resolve()
  #random: number
  #stopped = false

  constructor(options: RunOptions<T>) {
    this.#options = options
    this.listerWatcher = options.listerWatcher
    this.clock = options.clock
    this.status = options.status
    this.#state = options.state
    this.#random = options.random.next()
  }

  get state(): ReflectorState {
    return this.#state
  }

  /** Resolves when it was stopped and nothing is left; rejects for a fatal error of the consumer. */
  async run(): Promise<void> {
    const { signal } = this.#options
    const stop = (): void => this.#stop()
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) stop()
    else void this.#enqueue({ type: 'start' })
    try {
      await this.#over.promise
    } finally {
      signal.removeEventListener('abort', stop)
      await this.#last
      await Promise.all(this.#underWay)
    }
  }

  async happened(happening: ReflectorHappening<T>, operation: Operation): Promise<void> {
    // What was let go of in the meantime has nothing to say any more.
    await this.#enqueue(happening, () => operation === this.#operation)
  }

  // All that is under way ends at once, even while the consumer takes its time with what it was given.
  #stop(failure?: unknown): void {
    if (this.#stopped) return
    this.#stopped = true
    const [state, effects] = step<T>(this.#state, { type: 'stop', at: this.clock.monotonic(), random: 0 })
    for (const timer of this.#timers.values()) timer.cancel()
    this.#timers.clear()
    for (const effect of effects) this.#apply(effect)
    this.#state = state
    this.status.moved(state)
    if (failure === undefined) this.#over.resolve()
    else this.#over.reject(failure)
  }

  /** Takes `happening` when the consumer is done with what came before, if it `counts` then. */
  #enqueue(happening: ReflectorHappening<T>, counts: () => boolean = () => true): Promise<void> {
    const taken = this.#last.then(() => this.#take(happening, counts))
    this.#last = taken
    return taken
  }

  async #take(happening: ReflectorHappening<T>, counts: () => boolean): Promise<void> {
    if (this.#stopped || !counts()) return
    try {
      const [state, effects] = this.#step(happening)
      // Changes are as good a sign of health as a snapshot, and so is a watch that opens: a quiet cluster has no changes.
      const isHealthy = happening.type === 'events' || happening.type === 'watchOpened'
      if (isHealthy && state.phase === 'watching') this.status.recovered()
      const [first, ...others] = effects
      if (first?.type !== 'emit') return this.#enter(state, effects)
      const failure = await this.#deliver(first.events)
      if (this.#isStopped()) return
      if (failure === undefined) return this.#enter(state, others)
      if (this.#options.isFatal(failure.error)) return this.#stop(failure.error)
      this.status.count('consumerErrors')
      const error = failure.error instanceof Error ? failure.error : new Error(String(failure.error))
      this.#enter(...this.#step({ type: 'deliveryFailed', error }))
    } catch (error) {
      this.#stop(error)
    }
  }

  #isStopped(): boolean {
    return this.#stopped
  }

  #step(happening: ReflectorHappening<T>) {
    return step<T>(this.#state, { ...happening, at: this.clock.monotonic(), random: this.#random })
  }

  async #deliver(events: readonly ReflectorEvent<T>[]): Promise<{ readonly error: unknown } | undefined> {
    try {
      await this.#options.deliver(events, { signal: this.#options.signal })
      return undefined
    } catch (error) {
      return { error }
    }
  }

  #enter(state: ReflectorState, effects: readonly ReflectorEffect<T>[]): void {
    this.#state = state
    // A number is drawn for each use, not for each input: how a stream is cut into batches changes nothing.
    if (effects.some(usesRandom)) this.#random = this.#options.random.next()
    for (const effect of effects) {
      // The watch error handler may have stopped it: nothing begins any more, though what failed is told.
      if (!this.#stopped || effect.type === 'report') this.#apply(effect)
    }
    this.status.moved(this.#state)
  }

  #apply(effect: ReflectorEffect<T>): void {
    switch (effect.type) {
      case 'list':
        return this.#begin(listOperation(this, effect.options))
      case 'openWatch':
        return this.#begin(watchOperation(this, effect.options))
      case 'abortList':
      case 'closeWatch':
        this.#operation?.stop()
        this.#operation = undefined
        return
      case 'setTimer':
        return this.#setTimer(effect.timer, effect.delay)
      case 'cancelTimer':
        this.#timers.get(effect.timer)?.cancel()
        this.#timers.delete(effect.timer)
        return
      case 'handleError':
        return this.#handleError(effect.error)
      case 'report':
        return this.#report(effect.report)
      case 'emit':
    }
  }

  #begin(operation: Operation): void {
    this.#operation?.stop()
    this.#operation = operation
    const gone = operation.done.finally(() => this.#underWay.delete(gone))
    this.#underWay.add(gone)
  }

  #setTimer(name: TimerName, delay: number): void {
    this.#timers.get(name)?.cancel()
    const timer = this.clock.setTimer(delay, () => {
      const due = name === 'resyncDue' ? { type: name, wanted: this.#wantsResync() } : { type: name }
      // It may be set anew, or taken back, while the consumer is busy.
      void this.#enqueue(due, () => this.#timers.get(name) === timer && this.#timers.delete(name))
    })
    this.#timers.set(name, timer)
    if (name === 'backoffElapsed') this.status.update({ retryAt: this.clock.now() + delay })
  }

  // Functions of the user that throw must not end what they belong to.
  #handleError(error: Error): void {
    try {
      const told: unknown = this.#options.watchErrorHandler(error)
      if (told instanceof Promise) void this.#heard(told)
    } catch (thrown) {
      this.#consumerFailed(thrown)
    }
  }

  // What an asynchronous one rejects with would end the process.
  async #heard(told: Promise<unknown>): Promise<void> {
    try {
      await told
    } catch (thrown) {
      this.#consumerFailed(thrown)
    }
  }

  #wantsResync(): boolean {
    try {
      return this.#options.shouldResync()
    } catch (thrown) {
      this.#consumerFailed(thrown)
      return true
    }
  }

  #consumerFailed(thrown: unknown): void {
    this.status.count('consumerErrors')
    this.#report({ type: 'failed', error: new DeliveryError(thrown), retryIn: 0 })
  }

  #report(report: ReflectorReport): void {
    const { status } = this
    publish(() => ({ ...report, name: status.current.name }))
    switch (report.type) {
      case 'failed':
        return status.update({ lastError: report.error, attempts: status.current.attempts + 1 })
      case 'watchListFellBack':
        return status.update({ watchListError: report.error })
      case 'skipped':
        return status.count('skipped', report.errors.length)
      case 'replayed':
        return status.count('replayed', report.events)
      case 'violated':
        return status.count('violations')
      case 'bookmarkOverdue':
        return status.update({ silentFor: report.silentFor })
      case 'synced':
        status.update(report.by === 'watchList' ? { watchListError: undefined } : {})
        return status.update({ lastError: undefined, attempts: 0 })
    }
  }
}

function usesRandom<T extends KubernetesObject>(effect: ReflectorEffect<T>): boolean {
  return effect.type === 'openWatch' || (effect.type === 'setTimer' && effect.timer === 'backoffElapsed')
}
