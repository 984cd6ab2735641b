/**
 * When a queue has synced: the first verb was a change, or what the first replace brought was worked off. For good.
 *
 * It waits for the end of processing, not for the pop: who sees it finds the whole first list in the cache.
 */
export class Population {
  readonly #synced = Promise.withResolvers<void>()
  #populated = false
  #hasSynced = false
  #remaining = 0
  /** Whether what is worked off now belongs to it. */
  #working = false

  get hasSynced(): boolean {
    return this.#hasSynced
  }

  get synced(): Promise<void> {
    return this.#synced.promise
  }

  /** Pops of the first population that are still to come. */
  get remaining(): number {
    return this.#remaining
  }

  /** A change came in. */
  changed(): void {
    this.#populate(0)
  }

  /** A replace came in; `count` pops work off what is queued with it. */
  replaced(count: number): void {
    this.#populate(count)
  }

  /** What was left of the first population was thrown away for `count` other pops. */
  restarted(count: number): void {
    if (this.#hasSynced || !this.#populated) return
    this.#remaining = count
    this.#check()
  }

  /** `count` pops begin to be worked off; what was taken before the first population came is not part of it. */
  taken(count: number): void {
    this.#working = this.#remaining > 0
    this.#remaining = Math.max(0, this.#remaining - count)
  }

  /** What was taken is worked off. */
  finished(): void {
    this.#working = false
    this.#check()
  }

  /** `count` pops will not come. */
  spared(count: number): void {
    this.#remaining = Math.max(0, this.#remaining - count)
    this.#check()
  }

  #populate(count: number): void {
    if (this.#populated) return
    this.#populated = true
    this.#remaining = count
    this.#check()
  }

  #check(): void {
    if (this.#hasSynced || !this.#populated || this.#working || this.#remaining > 0) return
    this.#hasSynced = true
    this.#synced.resolve()
  }
}
