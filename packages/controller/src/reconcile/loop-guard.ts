import { parseDuration, type Duration } from '@rxkube/clock'

/** When a controller counts as working for itself. */
export interface LoopGuardOptions {
  /** How often a request may be woken by nothing but the controller's own writes, and write again; 20 unless told. */
  readonly max?: number | undefined
  /** Within this time; a minute unless told. */
  readonly within?: Duration | undefined
  /** The first pause of a request that loops; it doubles each time. 1 s unless told. */
  readonly pause?: Duration | undefined
  /** The longest; 5 minutes unless told. */
  readonly maxPause?: Duration | undefined
}

interface Loop {
  windowBegan: number
  count: number
  pauses: number
  pausedUntil: number
  told: boolean
}

/** What the guard says of a request that is due. */
export interface Admission {
  /** Not before so many milliseconds; 0 is now. */
  readonly delay: number
  /** It loops, and that was not said yet. */
  readonly firstTime: boolean
}

const go: Admission = { delay: 0, firstTime: false }

/**
 * Notices requests that only their own writes wake, and that write each time: they would never end. They are slowed down,
 * further each time, until somebody else changes something or they come to rest.
 */
export class LoopGuard {
  /** How often a request was put off. */
  pauses = 0
  readonly #max: number
  readonly #within: number
  readonly #pause: number
  readonly #maxPause: number
  readonly #loops = new Map<string, Loop>()
  #pruneAt = 1024

  constructor({ max = 20, within = '1m', pause = '1s', maxPause = '5m' }: LoopGuardOptions = {}) {
    this.#max = max
    this.#within = parseDuration(within)
    this.#pause = parseDuration(pause)
    this.#maxPause = parseDuration(maxPause)
  }

  /** How many requests are watched. */
  get size(): number {
    return this.#loops.size
  }

  /** Whether the request may run now. */
  admit(request: string, now: number): Admission {
    const loop = this.#loops.get(request)
    if (!loop || loop.pausedUntil <= now) return go
    this.pauses += 1
    const firstTime = !loop.told
    loop.told = true
    return { delay: loop.pausedUntil - now, firstTime }
  }

  /** A run that was woken by own writes alone has written again. */
  ran(request: string, now: number): void {
    const loop = this.#loops.get(request)
    if (!loop) {
      this.#prune(now)
      this.#loops.set(request, { windowBegan: now, count: 1, pauses: 0, pausedUntil: 0, told: false })
      return
    }
    if (loop.pauses === 0 && now - loop.windowBegan > this.#within) {
      loop.windowBegan = now
      loop.count = 0
    }
    loop.count += 1
    if (loop.count <= this.#max) return
    loop.pausedUntil = now + Math.min(this.#pause * 2 ** loop.pauses, this.#maxPause)
    loop.pauses += 1
    loop.windowBegan = now
  }

  /** Somebody else woke it, or a run that own writes woke wrote nothing: the loop is over. */
  rested(request: string): void {
    this.#loops.delete(request)
  }

  // A request that writes once after its own echo is remembered; those whose window has passed are let go in bulk.
  #prune(now: number): void {
    if (this.#loops.size < this.#pruneAt) return
    for (const [request, loop] of this.#loops) {
      if (now - loop.windowBegan > this.#within && loop.pausedUntil <= now) this.#loops.delete(request)
    }
    this.#pruneAt = Math.max(1024, this.#loops.size * 2)
  }
}
