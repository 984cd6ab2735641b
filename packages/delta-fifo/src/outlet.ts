import { channel } from 'node:diagnostics_channel'
import type { Clock } from '@rxkube/clock'
import { QueueClosedError } from './errors.ts'
import { MetricsGuard } from './metrics-guard.ts'
import type { QueueMetrics } from './metrics.ts'
import { Population } from './population.ts'
import { Wakeup } from './wakeup.ts'

const slowProcess = channel('rxkube:delta-fifo:slow-process')
const slowMilliseconds = 100
const slowestMilliseconds = 1000
const worthReporting = 10

/** What was taken off a queue at once: how many pops of the first population it is, and what works it off. */
export interface Taken {
  readonly count: number
  readonly run: () => void | Promise<void>
  /** Called when that has ended, whichever way. */
  readonly settled?: () => void
}

export interface OutletOptions {
  /** The deltas that wait. */
  readonly size: () => number
  readonly clock: Clock
  readonly metrics?: QueueMetrics | undefined
  /** Producers wait while this many deltas do. */
  readonly highWaterMark: number
  /** Producers wait also while a pop is worked off. */
  readonly holdWhileProcessing?: boolean
}

/** The consumer's side of every queue: one pop at a time, back-pressure, the first population, closing. */
export class Outlet {
  readonly population = new Population()
  readonly #options: OutletOptions
  readonly #metricsGuard = new MetricsGuard()
  readonly #changed = new Wakeup()
  #processing = false
  #closed = false
  #room: PromiseWithResolvers<void> | undefined

  constructor(options: OutletOptions) {
    this.#options = options
  }

  get isClosed(): boolean {
    return this.#closed
  }

  /** To be called whenever something was queued. */
  queued(): void {
    this.#told()
    this.#changed.wake()
  }

  close(): void {
    this.#closed = true
    this.#changed.wake()
    this.#letProducersGoOn()
  }

  ready(): Promise<void> | undefined {
    if (!this.#holdsProducers()) return undefined
    this.#room ??= Promise.withResolvers()
    return this.#room.promise
  }

  /** Waits for something to be queued, has `pick` take it off, and works it off. */
  async take(pick: (isInInitialList: boolean) => Taken, signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted()
    while (this.#processing || this.#options.size() === 0) {
      if (this.#closed && this.#options.size() === 0) throw new QueueClosedError()
      await this.#changed.wait(signal)
    }
    const { count, run, settled } = pick(!this.population.hasSynced)
    this.#processing = true
    this.population.taken(count)
    this.#told()
    this.#letProducersGoOn()
    const { clock } = this.#options
    const began = clock.monotonic()
    try {
      const running = run()
      if (running !== undefined) await running
    } finally {
      this.#processing = false
      settled?.()
      this.population.finished()
      const took = clock.monotonic() - began
      this.#measured((metrics) => metrics.processingLatency(took / 1000))
      this.#reportSlow(took, count)
      this.#letProducersGoOn()
      this.#changed.wake()
    }
  }

  #holdsProducers(): boolean {
    if (this.#closed) return false
    const { highWaterMark, holdWhileProcessing = false, size } = this.#options
    return size() >= highWaterMark || (holdWhileProcessing && this.#processing)
  }

  #letProducersGoOn(): void {
    if (this.#room === undefined || this.#holdsProducers()) return
    this.#room.resolve()
    this.#room = undefined
  }

  #told(): void {
    this.#measured((metrics) => metrics.queuedDeltas(this.#options.size()))
  }

  #measured(tell: (metrics: QueueMetrics) => void): void {
    const { metrics } = this.#options
    if (metrics) this.#metricsGuard.run(() => tell(metrics))
  }

  #reportSlow(milliseconds: number, deltas: number): void {
    const waiting = this.#options.size()
    if (waiting <= worthReporting) return
    if (milliseconds <= Math.min(slowMilliseconds * Math.max(1, deltas), slowestMilliseconds)) return
    slowProcess.publish({ milliseconds, deltas, waiting })
  }
}
