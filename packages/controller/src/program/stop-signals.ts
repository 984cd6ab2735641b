import { constants } from 'node:os'
import process from 'node:process'
import { systemClock } from '@rxkube/clock'

type StopSignal = 'SIGTERM' | 'SIGINT'

/** One Ctrl-C may come twice at once: from the terminal, and from npm, which hands on what it gets. */
const echo = 1000

/** Aborts its signal on the first SIGTERM or SIGINT. A later one ends the process at once: who asks twice does not want to wait. */
export class StopSignals {
  readonly #stop = new AbortController()
  #firstAt = 0

  readonly #heard = (signal: StopSignal): void => {
    const now = systemClock.monotonic()
    if (!this.signal.aborted) {
      this.#firstAt = now
      this.#stop.abort(signal)
    } else if (now - this.#firstAt > echo) process.exit(128 + constants.signals[signal])
  }

  constructor() {
    process.on('SIGTERM', this.#heard).on('SIGINT', this.#heard)
  }

  /** Its reason is the name of what came. */
  get signal(): AbortSignal {
    return this.#stop.signal
  }

  /** As when one had come. */
  stop(reason: string): void {
    this.#stop.abort(reason)
  }

  /** Listens no more. */
  ignore(): void {
    process.off('SIGTERM', this.#heard).off('SIGINT', this.#heard)
  }
}
