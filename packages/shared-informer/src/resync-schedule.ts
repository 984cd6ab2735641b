/** A resync more often than this is taken for this. In milliseconds. */
const minimumResyncPeriod = 1000

/** The period asked for, at least the minimum; 0 is never. */
export function requestedResyncPeriod(period: number): number {
  return period > 0 ? Math.max(period, minimumResyncPeriod) : 0
}

/** The period a handler gets on an informer that looks every `checkPeriod`: never oftener, and never at all with 0. */
export function grantedResyncPeriod(requested: number, checkPeriod: number): number {
  return requested === 0 || checkPeriod === 0 ? 0 : Math.max(requested, checkPeriod)
}

/** When one handler wants to see the whole cache again. Times are those of `Clock.monotonic`. */
export class ResyncSchedule {
  readonly #requested: number
  #period: number
  #next: number
  // Until the first tick a handler counts as due: with no ticks at all, every unchanged object reaches it.
  #due = true
  /** It was due, and nothing of the cache was shown to it since. */
  #owed = false

  constructor(requested: number, checkPeriod: number, now: number) {
    this.#requested = requested
    this.#period = grantedResyncPeriod(requested, checkPeriod)
    this.#next = now + this.#period
  }

  /** The period in force, in milliseconds; 0 is never. */
  get period(): number {
    return this.#period
  }

  /** Whether updates of unchanged objects are for this handler. */
  get due(): boolean {
    return this.#due || this.#owed
  }

  /** The informer now looks every `checkPeriod`. */
  checkPeriodChanged(checkPeriod: number): void {
    this.#period = grantedResyncPeriod(this.#requested, checkPeriod)
  }

  /**
   * The informer looks: says whether the handler comes to be due. That holds until the next look, and until the cache is
   * shown to it, which may take longer while a slow handler holds the informer.
   */
  tick(now: number): boolean {
    this.#due = this.#period > 0 && now >= this.#next
    if (this.#due) {
      this.#next = now + this.#period
      this.#owed = true
    }
    return this.#due
  }

  /** The whole cache is being shown to it. */
  served(): void {
    this.#owed = false
  }
}
