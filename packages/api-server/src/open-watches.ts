import type { BodyEnd } from './faults/effect.ts'
import { ConnectionError } from './faults/connection-error.ts'
import { errorFrame } from './faults/faulty-body.ts'
import { fits, type FaultMatch, type FaultSubject } from './faults/fault.ts'
import { utf8 } from './verbs/encode.ts'
import type { WatchStream } from './verbs/watch-stream.ts'

/** The beginning of a frame whose end never comes. */
const halfFrame = utf8('{"type":"MODIFIED","object":{"kind":"')

/** The watches that are open, and who asked for what. */
export class OpenWatches {
  readonly #watches = new Map<WatchStream, FaultSubject>()

  add(watch: WatchStream, subject: FaultSubject): void {
    if (watch.ended) return
    this.#watches.set(watch, subject)
    watch.onEnd(() => this.#watches.delete(watch))
  }

  /** Ends those that fit, and says how many. */
  end(match: FaultMatch = {}, end: BodyEnd = 'close'): number {
    const ended = [...this.#watches].filter(([, subject]) => fits(match, subject))
    for (const [watch] of ended) {
      if (end === 'cut') watch.push(halfFrame)
      if (typeof end === 'object') watch.push(errorFrame(end))
      if (end === 'reset' || end === 'cut') watch.fail(new ConnectionError(end))
      else watch.end()
    }
    return ended.length
  }
}
