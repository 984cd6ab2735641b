import type { Clock } from '@rxkube/clock'
import type { DisruptionPlan } from '../decide/disruption-plan.ts'
import type { ZoneState } from '../decide/zone-state.ts'
import { RateLimitedQueue } from './rate-limited-queue.ts'

/** The zones with their states, and with the queues of nodes that wait for their taint. */
export class Zones {
  readonly #clock: Clock
  readonly #rate: number
  readonly #states = new Map<string, ZoneState>()
  readonly #queues = new Map<string, RateLimitedQueue>()
  #filled = Promise.withResolvers<void>()

  /** `rate`: nodes per second of a new zone. */
  constructor(clock: Clock, rate: number) {
    this.#clock = clock
    this.#rate = rate
  }

  get states(): ReadonlyMap<string, ZoneState> {
    return this.#states
  }

  get queues(): ReadonlyMap<string, RateLimitedQueue> {
    return this.#queues
  }

  /** Whether nodes were counted in it, or could be. */
  has(zone: string): boolean {
    return this.#states.has(zone)
  }

  /** Begins a zone that has no state, with an empty queue; true when it had none. */
  begin(zone: string): boolean {
    if (this.#states.has(zone)) return false
    this.#states.set(zone, 'Initial')
    const added = (): void => this.#filled.resolve()
    this.#queues.set(zone, new RateLimitedQueue({ clock: this.#clock, rate: this.#rate, added }))
    return true
  }

  /** The queue of a zone. */
  queue(zone: string): RateLimitedQueue {
    const queue = this.#queues.get(zone)
    if (queue) return queue
    this.begin(zone)
    return this.queue(zone)
  }

  /** Resolves when a node waits for a turn that may come, or when the signal aborts. */
  async filled(signal: AbortSignal): Promise<void> {
    if (signal.aborted || [...this.#queues.values()].some(({ waiting, rate }) => waiting > 0 && rate > 0))
      return
    const filled = Promise.withResolvers<void>()
    this.#filled = filled
    const end = (): void => filled.resolve()
    signal.addEventListener('abort', end, { once: true })
    await filled.promise
    signal.removeEventListener('abort', end)
  }

  /** Sets rates and states as the plan says. Queues stay: a zone without a state begins with a new one. */
  apply({ states, rates }: DisruptionPlan): void {
    for (const [zone, rate] of rates) this.queue(zone).swapLimiter(rate)
    if (rates.size > 0) this.#filled.resolve()
    this.#states.clear()
    for (const [zone, state] of states) this.#states.set(zone, state)
  }
}
