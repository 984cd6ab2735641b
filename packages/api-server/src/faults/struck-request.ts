import { parseDuration, type Clock } from '@rxkube/clock'
import type { RequestInfo } from '../verbs/request.ts'
import type { ApiResponse } from '../verbs/request.ts'
import { conflict, StatusError } from '../status.ts'
import { statusResponse } from '../verbs/respond.ts'
import { ConnectionError } from './connection-error.ts'
import type { Effect, FaultPoint } from './effect.ts'
import { respondWith } from './fault-answer.ts'
import type { FaultRule } from './fault-rules.ts'
import { FaultyBody, rewritten, truncated } from './faulty-body.ts'

/** What faults do to one request: something before it is answered, something to its answer. */
export class StruckRequest {
  readonly #rules: readonly FaultRule[]
  readonly #clock: Clock
  readonly #gone: AbortSignal
  readonly #closing: AbortSignal

  /** `gone` is aborted when the client goes away, `closing` when the server closes. */
  constructor(rules: readonly FaultRule[], clock: Clock, gone: AbortSignal, closing: AbortSignal) {
    this.#rules = rules
    this.#clock = clock
    this.#gone = gone
    this.#closing = closing
  }

  /** Does what comes before the answer, and gives the answer that is to be sent instead, if any. Rejects with a ConnectionError when the connection is to break. */
  async before(info: RequestInfo): Promise<ApiResponse | undefined> {
    await this.#pass('before')
    for (const { effect } of this.#rules) {
      if (effect.type === 'respond') return respondWith(effect.answer)
      if (effect.type === 'conflict') return statusResponse(conflictOf(info))
    }
    return undefined
  }

  /** Does what comes after it, and gives the answer as it is to be sent. Rejects as `before` does. */
  async after(response: ApiResponse): Promise<ApiResponse> {
    let { body } = response
    try {
      await this.#pass('after')
    } catch (error) {
      // Nobody will read it, so nobody else would end it.
      if (typeof body !== 'string') await body[Symbol.asyncIterator]().return?.()
      throw error
    }
    for (const rule of this.#rules) {
      const { effect } = rule
      // oxlint-disable-next-line no-await-in-loop
      if (effect.type === 'rewrite') body = await rewritten(body, effect.rewrite)
      if (effect.type === 'truncate') body = truncated(body, effect.bytes)
      if (effect.type !== 'watch' || typeof body === 'string') continue
      body = new FaultyBody(body, effect.behaviour, (delay) => this.#hold(delay, rule))
    }
    return body === response.body ? response : { ...response, body }
  }

  async #pass(point: FaultPoint): Promise<void> {
    for (const rule of this.#rules) {
      const { effect } = rule
      if (!happensAt(effect, point)) continue
      if (effect.type === 'drop') throw new ConnectionError('reset')
      const delay = effect.type === 'delay' ? parseDuration(effect.duration) : Infinity
      // One after another, as they were switched on.
      // oxlint-disable-next-line no-await-in-loop
      await this.#hold(delay, rule)
    }
  }

  async #hold(delay: number, rule: FaultRule): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<undefined>()
    const timer = this.#clock.setTimer(delay, () => resolve(undefined))
    const forget = [
      rule.hold(),
      on(rule.removed, () => resolve(undefined)),
      on(this.#gone, () => reject(this.#gone.reason as Error)),
      on(this.#closing, () => reject(new ConnectionError('reset'))),
    ]
    try {
      await promise
    } finally {
      timer.cancel()
      for (const each of forget) each()
    }
  }
}

/** Calls `listener` when a signal is aborted, until the result is called. */
function on(signal: AbortSignal, listener: () => void): () => void {
  if (signal.aborted) listener()
  else signal.addEventListener('abort', listener)
  return () => signal.removeEventListener('abort', listener)
}

function happensAt(
  effect: Effect,
  point: FaultPoint,
): effect is Extract<Effect, { readonly point: FaultPoint }> {
  return 'point' in effect && effect.point === point
}

function conflictOf({ group, resource, name }: RequestInfo): StatusError {
  return conflict({ group, resource, kind: '' }, name)
}
