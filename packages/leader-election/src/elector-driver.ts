import { errorChain } from '@rxkube/client'
import { systemClock, systemRandom, type Clock, type Random, type Timer } from '@rxkube/clock'
import { channel } from 'node:diagnostics_channel'
import { requestTimeoutOf, type LeaderElectorOptions } from './elector-options.ts'
import type { ElectorEffect, ElectorHappening, ElectorState, ElectorTimer } from './elector-state.ts'
import { step } from './elector-step.ts'
import { LeadershipLostError, type LeadershipLostReason } from './errors.ts'
import { LockRequests } from './lock-requests.ts'
import { noMetrics, type LeaderMetric } from './metrics.ts'

/** What a driver needs of its elector. */
export interface DriverParts {
  readonly name: string
  readonly options: LeaderElectorOptions
  readonly state: ElectorState
  /** Called after a step. */
  readonly onChange: () => void
  /** Called when a run has ended. */
  readonly onEnd: () => void
  /** Why work that has not lost the lease is to end. */
  readonly reason: () => unknown
}

type EffectOf<T extends ElectorEffect['type']> = Extract<ElectorEffect, { readonly type: T }>

const errors = channel('rxkube.leader-election.error')

/** Feeds `step` with what happens and does what it asks for: everything about an elector that is not pure. */
export class ElectorDriver {
  state: ElectorState
  /** Why the last request failed. */
  lastError: unknown
  /** Aborts when the lease is lost or given up. */
  lease: AbortController | undefined
  readonly clock: Clock
  readonly #parts: DriverParts
  readonly #random: Random
  readonly #requests: LockRequests
  readonly #metric: LeaderMetric
  readonly #timers = new Map<ElectorTimer, Timer>()
  #inputs: ElectorHappening[] = []
  #stepping = false
  #work: AbortController | undefined
  #run = 0

  constructor(parts: DriverParts) {
    const { clock = systemClock, random = systemRandom, lock, metricsProvider } = parts.options
    this.state = parts.state
    this.clock = clock
    this.#parts = parts
    this.#random = random
    this.#requests = new LockRequests(lock, clock, requestTimeoutOf(parts.options))
    this.#metric = metricsProvider?.newLeaderMetric() ?? noMetrics
    this.#metric.off(parts.name)
  }

  /** One thing after the other: what effects set off waits until they are done. */
  happen(happening: ElectorHappening): void {
    this.#inputs.push(happening)
    if (this.#stepping) return
    this.#stepping = true
    while (this.#inputs.length > 0) {
      const inputs = this.#inputs
      this.#inputs = []
      for (const each of inputs) this.#step(each)
    }
    this.#stepping = false
    this.#parts.onChange()
  }

  lost(reason: LeadershipLostReason): LeadershipLostError {
    const { lock } = this.#parts.options
    return new LeadershipLostError(lock.describe(), lock.identity, reason, this.lastError)
  }

  #step(happening: ElectorHappening): void {
    const moment = { at: this.clock.monotonic(), now: this.clock.now(), random: this.#random.next() }
    const [state, effects] = step(this.state, { ...happening, ...moment })
    this.state = state
    for (const effect of effects) this.#do(effect)
  }

  #do(effect: ElectorEffect): void {
    switch (effect.type) {
      case 'get':
      case 'create':
      case 'update':
        this.#requests.send(effect, (reply) => {
          this.lastError = reply.type === 'failed' && reply.failure === 'other' ? reply.error : undefined
          if (this.lastError !== undefined) this.#report(this.lastError)
          this.happen({ type: 'reply', reply })
        })
        break
      case 'abandon':
        this.#requests.abandon(this.lost('notLeading'))
        break
      case 'setTimer':
        this.#setTimer(effect.timer, effect.delay)
        break
      case 'cancelTimer':
        this.#timers.get(effect.timer)?.cancel()
        this.#timers.delete(effect.timer)
        break
      case 'end':
        this.#run++
        this.#parts.onEnd()
        break
      case 'startWork':
      case 'stopWork':
      case 'stoppedLeading':
        this.#command(effect)
        break
      case 'newLeader':
        void this.#telling(effect.identity)
        break
      case 'event':
      case 'leader':
      case 'slowpath':
        this.#observing(() => this.#tell(effect))
    }
  }

  #command(effect: EffectOf<'startWork' | 'stopWork' | 'stoppedLeading'>): void {
    const { options, reason } = this.#parts
    const { onStartedLeading, onStoppedLeading } = options.callbacks
    if (effect.type === 'startWork') {
      const { signal } = (this.#work = new AbortController())
      const { leaderTransitions } = effect
      void this.#calling('workSettled', () => onStartedLeading({ signal, leaderTransitions }), signal)
    } else if (effect.type === 'stopWork') {
      this.#work?.abort(effect.lost ? this.lost(effect.lost) : reason())
    } else {
      void this.#calling('stoppedSettled', onStoppedLeading)
    }
  }

  #tell(effect: EffectOf<'event' | 'leader' | 'slowpath'>): void {
    const { name, options } = this.#parts
    if (effect.type === 'event') options.lock.recordEvent(effect.event)
    else if (effect.type === 'slowpath') this.#metric.slowpathExercised(name)
    else if (effect.on) {
      this.lease = new AbortController()
      this.#metric.on(name)
    } else {
      this.lease?.abort(this.lost('notLeading'))
      this.#metric.off(name)
    }
  }

  #setTimer(name: ElectorTimer, delay: number): void {
    this.#timers.get(name)?.cancel()
    const timer = this.clock.setTimer(delay, () => {
      this.#timers.delete(name)
      this.happen({ type: 'timer', timer: name })
    })
    this.#timers.set(name, timer)
  }

  async #calling(
    type: 'workSettled' | 'stoppedSettled',
    callback: () => void | Promise<void>,
    signal?: AbortSignal,
  ): Promise<void> {
    const run = this.#run
    let failure: { readonly error: unknown } | undefined
    try {
      // Never within a step.
      await Promise.resolve()
      await callback()
    } catch (error) {
      const isAsked = signal?.aborted === true && [...errorChain(error)].includes(signal.reason)
      if (!isAsked) failure = { error }
    }
    if (run === this.#run) this.happen({ type, failure })
    else if (failure) this.#report(failure.error)
  }

  async #telling(identity: string): Promise<void> {
    await Promise.resolve()
    this.#observing(() => this.#parts.options.callbacks.onNewLeader?.(identity))
  }

  /** What only looks on must not end anything. */
  #observing(tell: () => void): void {
    try {
      tell()
    } catch (error) {
      this.#report(error)
    }
  }

  #report(error: unknown): void {
    errors.publish({ name: this.#parts.name, error })
    this.#parts.options.onError?.(error)
  }
}
