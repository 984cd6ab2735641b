import { compareResourceVersion, isComparableResourceVersion } from '@rxkube/meta'
import type { ViolationLog } from './violation-log.ts'

/** A request as it left the informer. */
export interface ObservedRequest {
  readonly verb: 'list' | 'watch'
  /** As sent; absent and `''` are the same. */
  readonly resourceVersion?: string | undefined
  readonly continue?: string | undefined
  /** Monotonic milliseconds. */
  readonly at: number
  /** The version that the informer had applied last, `''` before the first. */
  readonly applied: string
  /** The newest version that the server has given to anything; not looked at when absent. */
  readonly newest?: string | undefined
}

/** Most requests in a minute: in the first one of trouble, and once the back-off is at its cap. */
export interface RequestBudget {
  readonly firstMinute: number
  readonly perMinute: number
}

const economical: RequestBudget = { firstMinute: 12, perMinute: 4 }

/** Follows what one informer asks of the server. */
export class RequestMonitor {
  readonly #log: ViolationLog
  readonly #budget: RequestBudget
  #times: number[] = []
  #reason = true
  #stopped = false
  #troubleSince: number | undefined
  #deadline: { readonly at: number; readonly fault: string } | undefined

  constructor(log: ViolationLog, budget: RequestBudget = economical) {
    this.#log = log
    this.#budget = budget
  }

  /** From now on no request may leave. */
  stop(): void {
    this.#stopped = true
  }

  /** Something gave the informer a reason to list: an error, 410, a very short watch, its own start. */
  reasonToList(): void {
    this.#reason = true
  }

  /** From `at` on every request fails. */
  trouble(at: number): void {
    this.#troubleSince = at
    this.#times = []
  }

  calm(): void {
    this.#troubleSince = undefined
  }

  /** A single fault happened at `at`; progress is due within `within` ms. */
  fault(fault: string, at: number, within: number): void {
    this.#deadline = { at: at + within, fault }
  }

  /** The informer applied something new, or is level with the server. */
  progress(at: number): void {
    const due = this.#deadline
    if (due === undefined) return
    this.#log.check('I13', at <= due.at, '', () => `${at - due.at} ms late after ${due.fault}`)
    this.#deadline = undefined
  }

  /** Bytes that wait, or a backlog, beside the most that may. */
  buffered(what: string, amount: number, most: number): void {
    this.#log.check('I16', amount <= most, '', () => `${what}: ${amount}, at most ${most} allowed`)
  }

  observe(request: ObservedRequest): void {
    const { verb, at, applied } = request
    const version = request.resourceVersion ?? ''
    this.#log.check('I11', !this.#stopped, '', () => `a ${verb} left after the stop`)
    // "0" is any state, however old: good enough for those alone that have none.
    const known = version === '' || version === applied || (version === '0' && applied === '')
    this.#log.check('I10', known || request.continue !== undefined, '', () => {
      return `a ${verb} asks for "${version}" although "${applied}" was applied last`
    })
    if (request.newest !== undefined && isComparableResourceVersion(version)) {
      const there = compareResourceVersion(version, request.newest) <= 0
      this.#log.check('I10', there, '', () => `a ${verb} asks for "${version}", which the server never gave`)
    }
    if (verb === 'list' && request.continue === undefined) {
      this.#log.check('I14', this.#reason, '', () => `a list at ${at} ms without a reason`)
      // The list answers the reason; what fails it gives another.
      this.#reason = false
    }
    if (this.#troubleSince === undefined) return
    this.#times.push(at)
    const since = this.#troubleSince
    const first = this.#times.filter((time) => time < since + 60_000).length
    const last = this.#times.filter((time) => time > at - 60_000).length
    const settled = at > since + 180_000
    this.#log.check(
      'I15',
      first <= this.#budget.firstMinute,
      '',
      () => `${first} requests in the first minute`,
    )
    if (settled)
      this.#log.check('I15', last <= this.#budget.perMinute, '', () => `${last} requests in a minute`)
  }
}
