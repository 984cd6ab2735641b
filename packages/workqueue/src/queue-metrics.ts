import type { Clock, Timer } from '@rxkube/clock'
import type { ItemKey } from './item-key.ts'
import { MetricsGuard } from './metrics-guard.ts'
import type { MetricsProvider } from './metrics.ts'

// client-go's period.
const period = 500

/** Keeps the metrics of one queue. Nothing is timed unless something is worked on. */
export class QueueMetrics {
  readonly #clock: Clock
  readonly #guard: MetricsGuard
  readonly #depth
  readonly #adds
  readonly #latency
  readonly #workDuration
  readonly #unfinished
  readonly #longest
  readonly #retries
  readonly #addedAt = new Map<ItemKey, number>()
  readonly #startedAt = new Map<ItemKey, number>()
  #timer: Timer | undefined
  #stopped = false

  constructor(name: string, provider: MetricsProvider, clock: Clock) {
    this.#clock = clock
    this.#guard = new MetricsGuard(name)
    this.#depth = provider.newDepthMetric(name)
    this.#adds = provider.newAddsMetric(name)
    this.#latency = provider.newLatencyMetric(name)
    this.#workDuration = provider.newWorkDurationMetric(name)
    this.#unfinished = provider.newUnfinishedWorkSecondsMetric(name)
    this.#longest = provider.newLongestRunningProcessorSecondsMetric(name)
    this.#retries = provider.newRetriesMetric(name)
  }

  add(key: ItemKey): void {
    this.#addedAt.set(key, this.#clock.monotonic())
    this.#guard.run(() => {
      this.#adds.inc()
      this.#depth.inc()
    })
  }

  get(key: ItemKey): void {
    const now = this.#clock.monotonic()
    this.#startedAt.set(key, now)
    const added = this.#addedAt.get(key)
    this.#addedAt.delete(key)
    this.#arm()
    this.#guard.run(() => {
      this.#depth.dec()
      if (added !== undefined) this.#latency.observe((now - added) / 1000)
    })
  }

  done(key: ItemKey): void {
    const started = this.#startedAt.get(key)
    this.#startedAt.delete(key)
    this.#guard.run(() => {
      if (started !== undefined) this.#workDuration.observe((this.#clock.monotonic() - started) / 1000)
    })
    if (this.#startedAt.size === 0) this.#update()
  }

  retry(): void {
    this.#guard.run(() => this.#retries.inc())
  }

  stop(): void {
    this.#stopped = true
    this.#timer?.cancel()
    this.#timer = undefined
  }

  #arm(): void {
    if (this.#stopped || this.#startedAt.size === 0) return
    this.#timer ??= this.#clock.setTimer(period, () => {
      this.#timer = undefined
      this.#update()
      this.#arm()
    })
  }

  #update(): void {
    if (this.#stopped) return
    const now = this.#clock.monotonic()
    let total = 0
    let longest = 0
    for (const started of this.#startedAt.values()) {
      total += now - started
      longest = Math.max(longest, now - started)
    }
    this.#guard.run(() => {
      this.#unfinished.set(total / 1000)
      this.#longest.set(longest / 1000)
    })
    if (this.#startedAt.size > 0) return
    this.#timer?.cancel()
    this.#timer = undefined
  }
}
