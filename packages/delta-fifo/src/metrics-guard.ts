import { channel } from 'node:diagnostics_channel'

const metricsFailed = channel('rxkube:delta-fifo:metrics-failed')

/**
 * Keeps metrics that fail from ending what they measure. The first failure is told, on the diagnostics channel
 * `rxkube:delta-fifo:metrics-failed` or, where nobody listens there, as a warning of the process.
 */
export class MetricsGuard {
  #failed = false

  /** Calls `tell`, which gives a number to metrics. */
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
    if (metricsFailed.hasSubscribers) return metricsFailed.publish({ error })
    const reason = error instanceof Error ? error.message : String(error)
    process.emitWarning(`metrics of an informer failed, their numbers are wrong from here on: ${reason}`, {
      code: 'RXKUBE_METRICS',
    })
  }
}
