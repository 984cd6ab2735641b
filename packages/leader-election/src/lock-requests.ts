import { isAlreadyExists, isConflict, isNotFound } from '@rxkube/client'
import type { Clock, Timer } from '@rxkube/clock'
import type { ElectorEffect, LockReply } from './elector-state.ts'
import { LockTimeoutError } from './errors.ts'
import type { LockSnapshot, ResourceLock } from './resource-lock.ts'

/** A request about a lock, as the step asks for it. */
export type LockEffect = Extract<ElectorEffect, { readonly type: 'get' | 'create' | 'update' }>

interface Pending {
  readonly controller: AbortController
  readonly timer: Timer
}

/** The requests of an elector, one at a time, each answered in time or given up. Those given up are not heard of again. */
export class LockRequests {
  readonly #lock: ResourceLock
  readonly #clock: Clock
  readonly #timeout: number
  #pending: Pending | undefined

  constructor(lock: ResourceLock, clock: Clock, timeout: number) {
    this.#lock = lock
    this.#clock = clock
    this.#timeout = timeout
  }

  send(effect: LockEffect, tell: (reply: LockReply) => void): void {
    const controller = new AbortController()
    const answered = (reply: LockReply): void => {
      if (this.#pending !== pending) return
      this.#pending = undefined
      timer.cancel()
      tell(reply)
    }
    // Not by its signal alone: a request that does not heed it must not hold leadership up.
    const timer = this.#clock.setTimer(this.#timeout, () => {
      const error = new LockTimeoutError(this.#lock.describe(), effect.type, this.#timeout)
      answered({ type: 'failed', failure: 'other', error })
      controller.abort(error)
    })
    const pending = { controller, timer }
    this.#pending = pending
    void this.#call(effect, controller.signal).then(answered)
  }

  abandon(reason: unknown): void {
    const pending = this.#pending
    if (pending === undefined) return
    this.#pending = undefined
    pending.timer.cancel()
    pending.controller.abort(reason)
  }

  async #call(effect: LockEffect, signal: AbortSignal): Promise<LockReply> {
    try {
      return { type: 'succeeded', snapshot: await this.#answer(effect, signal) }
    } catch (error) {
      return { type: 'failed', failure: failureOf(error), error }
    }
  }

  #answer(effect: LockEffect, signal: AbortSignal): Promise<LockSnapshot> {
    if (effect.type === 'get') return this.#lock.get({ signal })
    if (effect.type === 'create') return this.#lock.create(effect.record, { signal })
    return this.#lock.update(effect.record, { signal, version: effect.version })
  }
}

function failureOf(error: unknown): 'notFound' | 'conflict' | 'other' {
  if (isNotFound(error)) return 'notFound'
  return isConflict(error) || isAlreadyExists(error) ? 'conflict' : 'other'
}
