import type { Clock } from '@rxkube/clock'

/** When silence is too long, and what happens then. */
export interface IdleDeadlineOptions {
  readonly clock: Clock
  /** Milliseconds without a byte. */
  readonly after: number
  /** The error of it; called once, and has to free the connection. */
  readonly onSilence: () => Error
}

/**
 * The same bytes, with an end to silence. Only time in which somebody waits for bytes counts, so a reader may be as
 * slow as it likes.
 */
export async function* idleDeadline(
  body: AsyncIterable<Uint8Array>,
  { clock, after, onSilence }: IdleDeadlineOptions,
): AsyncGenerator<Uint8Array, undefined> {
  const reading = body[Symbol.asyncIterator]()
  const state = { silent: false }
  try {
    for (;;) {
      const { promise: silence, reject } = Promise.withResolvers<never>()
      const timer = clock.setTimer(after, () => {
        state.silent = true
        reject(onSilence())
      })
      const result = await Promise.race([reading.next(), silence]).finally(() => timer.cancel())
      if (result.done) return
      yield result.value
    }
  } finally {
    // A read that is still pending would never let `return` through.
    if (!state.silent) await reading.return?.()
  }
}
