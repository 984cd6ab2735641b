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

  get hasSynced(): boolean {
    return this.#hasSynced
  }

  get synced(): Promise<void> {
    return this.#synced.promise
  }

  /** Pops until the first population is over. */
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

  /** `count` pops were worked off. */
  finished(count: number): void {
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
    if (this.#hasSynced || !this.#populated || this.#remaining > 0) return
    this.#hasSynced = true
    this.#synced.resolve()
  }
}
