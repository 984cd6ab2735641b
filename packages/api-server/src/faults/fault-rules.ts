import type { Random } from '@rxkube/clock'
import { isFinal, type Effect } from './effect.ts'
import { fits, type Fault, type FaultMatch, type FaultSubject } from './fault.ts'

/** A fault that strikes requests. */
export class FaultRule implements Fault {
  readonly effect: Effect
  readonly #match: FaultMatch
  readonly #rules: Set<FaultRule>
  /** Those whose count is used up and that still hold requests back. */
  readonly #spent: Set<FaultRule>
  readonly #removed = new AbortController()
  #holding = 0
  #passed = 0
  #strikes = 0

  constructor(match: FaultMatch, effect: Effect, rules: Set<FaultRule>, spent: Set<FaultRule>) {
    this.effect = effect
    this.#match = match
    this.#rules = rules
    this.#spent = spent
  }

  get strikes(): number {
    return this.#strikes
  }

  get active(): boolean {
    return this.#rules.has(this)
  }

  /** Aborted when it is removed: what it holds back goes on then. */
  get removed(): AbortSignal {
    return this.#removed.signal
  }

  remove(): void {
    this.#rules.delete(this)
    this.#spent.delete(this)
    this.#removed.abort(new Error('the fault was removed'))
  }

  [Symbol.dispose](): void {
    this.remove()
  }

  /** Whether it strikes this request; counts when it does. */
  hits(subject: FaultSubject, random: Random): boolean {
    const { probability, skip = 0, count = Infinity } = this.#match
    if (!fits(this.#match, subject)) return false
    if (probability !== undefined && random.next() >= probability) return false
    if (this.#passed < skip) {
      this.#passed++
      return false
    }
    if (++this.#strikes >= count) this.#rules.delete(this)
    return true
  }

  /** It holds a request back, until the result is called. */
  hold(): () => void {
    this.#holding++
    if (!this.active && !this.#removed.signal.aborted) this.#spent.add(this)
    return () => {
      if (--this.#holding === 0) this.#spent.delete(this)
    }
  }
}

/** Every fault that strikes requests, the oldest first. */
export class FaultRules {
  readonly #rules = new Set<FaultRule>()
  readonly #spent = new Set<FaultRule>()
  readonly #random: Random

  constructor(random: Random) {
    this.#random = random
  }

  add(match: FaultMatch, effect: Effect): Fault {
    const rule = new FaultRule(match, effect, this.#rules, this.#spent)
    if ((match.count ?? 1) > 0) this.#rules.add(rule)
    return rule
  }

  /** The faults that strike a request, up to the first that answers in its place. */
  strike(subject: FaultSubject): readonly FaultRule[] {
    const struck: FaultRule[] = []
    for (const rule of this.#rules) {
      if (!rule.hits(subject, this.#random)) continue
      struck.push(rule)
      if (isFinal(rule.effect)) break
    }
    return struck
  }

  clear(): void {
    for (const rule of [...this.#rules, ...this.#spent]) rule.remove()
  }
}
