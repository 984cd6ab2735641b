import { channel } from 'node:diagnostics_channel'

const metricsFailed = channel('rxkube:workqueue:metrics-failed')

/**
 * Keeps metrics that fail from ending what they measure. The first failure is told, on the diagnostics channel
 * `rxkube:workqueue:metrics-failed` or, where nobody listens there, as a warning of the process.
 */
export class MetricsGuard {
  readonly #name: string
  #failed = false

  /** `name`: of the queue. */
  constructor(name: string) {
    this.#name = name
  }

  /** Calls `tell`, which gives numbers to metrics. */
  run(tell: () => void): void {
    try {
      tell()
    } catch (error) {
      this.#report(error)
    }
  }

  #report(error: unknown): void {
    if (this.#failed) return
    this.#failed = true
    const name = this.#name
    if (metricsFailed.hasSubscribers) return metricsFailed.publish({ name, error })
    const reason = error instanceof Error ? error.message : String(error)
    process.emitWarning(
      `metrics of the queue "${name}" failed, their numbers are wrong from here on: ${reason}`,
      { code: 'RXKUBE_METRICS' },
    )
  }
}
