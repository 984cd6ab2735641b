import { parseDuration, type Duration } from '@rxkube/clock'
import type { Refusal } from '../rims/rims.ts'
import type { Tokens } from '../tokens.ts'
import type { BodyEnd, Effect, FaultPoint, WatchBehaviour } from './effect.ts'
import { tooManyRequestsText, type FaultAnswer } from './fault-answer.ts'
import { FaultRules } from './fault-rules.ts'
import type { Fault, FaultMatch } from './fault.ts'
import { LagFault, type LagScope } from './lag-fault.ts'
import { Switch } from './switch.ts'

/** What faults do to a server beyond single requests. */
export interface FaultTarget {
  readonly rules: FaultRules
  readonly lags: Set<LagFault>
  readonly tokens: Tokens
  /** Called after the faults in `lags` changed. */
  lagsChanged(): void
  endWatches(match: FaultMatch, end: BodyEnd): number
  /** Refuses connections to a view, or to all, until the result is called. */
  refuse(view: string | undefined): Refusal
  report(error: unknown): void
  compact(resource: string | undefined): void
}

/**
 * What can go wrong with a server, on purpose: each method switches a fault on and gives a handle that counts how often
 * it struck and switches it off.
 *
 * Faults strike in the order in which they were switched on. Delays are on the server's clock and chance is from its
 * `random`, so that under a `TestClock` and a seed a run can be had again.
 */
export class Faults {
  readonly #target: FaultTarget
  readonly #others = new Set<Fault>()

  constructor(target: FaultTarget) {
    this.#target = target
  }

  /** Answers in place of the server: with a status code and the Status that goes with it, or with anything else. */
  respond(match: FaultMatch, answer: FaultAnswer | number): Fault {
    return this.#rule(match, {
      type: 'respond',
      answer: typeof answer === 'number' ? { status: answer } : answer,
    })
  }

  /** Answers 429 as API Priority and Fairness does: in plain text, with `Retry-After` in seconds. */
  tooManyRequests(match: FaultMatch, retryAfter = 1): Fault {
    return this.respond(match, tooManyRequestsText(retryAfter))
  }

  /** Refuses the next update or patch that fits with the 409 of an object that somebody else has changed. */
  conflict(match: FaultMatch): Fault {
    return this.#rule({ verb: ['update', 'patch'], count: 1, ...match }, { type: 'conflict' })
  }

  /** Keeps requests waiting before anything is done about them, or their answers when all is done. */
  delay(match: FaultMatch, duration: Duration, point: FaultPoint = 'before'): Fault {
    // What is no duration is to be told here and not by a request.
    parseDuration(duration)
    return this.#rule(match, { type: 'delay', duration, point })
  }

  /** Resets the connection, before anything was done or in place of the answer: the client cannot tell which. */
  drop(match: FaultMatch, point: FaultPoint = 'before'): Fault {
    return this.#rule(match, { type: 'drop', point })
  }

  /** Answers nothing at all, until the fault is removed, the client gives up or the server closes. */
  hang(match: FaultMatch, point: FaultPoint = 'before'): Fault {
    return this.#rule(match, { type: 'hang', point })
  }

  /** Cuts the connection after so many bytes of the body. */
  truncate(match: FaultMatch, bytes: number): Fault {
    return this.#rule(match, { type: 'truncate', bytes })
  }

  /** Changes the text of bodies; those of watches are changed by {@link watch}. */
  rewrite(match: FaultMatch, rewrite: (body: string) => string): Fault {
    return this.#rule(match, { type: 'rewrite', rewrite })
  }

  /** Makes watches that are opened from now on behave badly: slow, silent, split, without bookmarks, ending. */
  watch(match: FaultMatch, behaviour: WatchBehaviour): Fault {
    if (behaviour.pace !== undefined) parseDuration(behaviour.pace)
    return this.#rule({ verb: 'watch', ...match }, { type: 'watch', behaviour })
  }

  /** Ends watches that are open now, and says how many. Chance and counts of the match do not matter. */
  endWatches(match: FaultMatch = {}, end: BodyEnd = 'close'): number {
    return this.#target.endWatches(match, end)
  }

  /** Answers watches that are opened from now on with an ERROR event: 410 unless told. */
  watchError(match: FaultMatch = {}, answer: FaultAnswer = expiredWatch): Fault {
    return this.watch(match, { end: answer })
  }

  /** Holds the events of watches back, open ones too; lists show what is new. They come, in order, when it is removed. */
  pauseEvents(scope: LagScope = {}): Fault {
    return this.#lag(scope, Infinity, false)
  }

  /**
   * Stops the watch cache of a view: events, lists and reads at version 0 stay what they are, while reads that must be
   * fresh, and writes, go on. It is what a client sees of one API server of several that lost touch with etcd.
   */
  freeze(scope: LagScope = {}): Fault {
    return this.#lag(scope, Infinity, true)
  }

  /** Lets the watch cache of a view lag behind by so much, events and stale reads alike. */
  lag(scope: LagScope, by: Duration): Fault {
    return this.#lag(scope, parseDuration(by), true)
  }

  /** Refuses connections, and requests in process, of a view or of all. Connections that are open stay. */
  refuseConnections(view?: string): Fault {
    const refusal = this.#target.refuse(view)
    return this.#switch(
      () => refusal.count(),
      () => void refusal.release().catch((error: unknown) => this.#target.report(error)),
    )
  }

  /** Refuses tokens with a 401, all or those that `which` picks, as if they had been rotated. */
  rejectTokens(which: (token: string) => boolean = () => true): Fault {
    let struck = 0
    const release = this.#target.tokens.reject((token) => {
      const rejected = which(token)
      if (rejected) struck++
      return rejected
    })
    return this.#switch(() => struck, release)
  }

  /** Forgets the history of a resource (`pods`, `deployments.apps`) or of all: older watches and pages get a 410. */
  expireHistory(resource?: string): void {
    this.#target.compact(resource)
  }

  /** Removes every fault. */
  clear(): void {
    this.#target.rules.clear()
    for (const fault of this.#others) fault.remove()
    this.#others.clear()
  }

  #rule(match: FaultMatch, effect: Effect): Fault {
    return this.#target.rules.add(match, effect)
  }

  #lag(scope: LagScope, by: number, reads: boolean): Fault {
    const { lags } = this.#target
    const fault = new LagFault(scope, by, reads, () => {
      lags.delete(fault)
      this.#others.delete(fault)
      this.#target.lagsChanged()
    })
    lags.add(fault)
    this.#others.add(fault)
    this.#target.lagsChanged()
    return fault
  }

  #switch(count: () => number, release: () => void): Fault {
    const fault = new Switch(count, () => {
      this.#others.delete(fault)
      release()
    })
    this.#others.add(fault)
    return fault
  }
}

const expiredWatch: FaultAnswer = {
  status: 410,
  reason: 'Expired',
  message: 'too old resource version: 1 (2)',
}
