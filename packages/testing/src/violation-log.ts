import { type InvariantId, invariants, InvariantViolation } from './invariant-violation.ts'

const kept = 40

/** What all parts of a monitor write to: observations by key, how often each invariant was looked at, and violations. */
export class ViolationLog {
  readonly violations: InvariantViolation[] = []
  /** How often the condition of each invariant was met, so that it was really checked. */
  readonly checked = new Map<InvariantId, number>(
    Object.keys(invariants).map((id) => [id as InvariantId, 0] as const),
  )
  readonly #histories = new Map<string, string[]>()

  note(key: string, what: string): void {
    const history = this.#histories.get(key) ?? []
    history.push(what)
    this.#histories.set(key, history.length > 2 * kept ? history.slice(-kept) : history)
  }

  /** Counts one check of an invariant and, unless `holds`, one violation of it. */
  check(id: InvariantId, holds: boolean, key: string, what: () => string): void {
    this.checked.set(id, (this.checked.get(id) ?? 0) + 1)
    if (holds) return
    this.violations.push(new InvariantViolation(id, key, what(), this.#histories.get(key)?.slice(-kept)))
  }
}
