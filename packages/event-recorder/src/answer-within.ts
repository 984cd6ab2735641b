import { TransportError } from '@rxkube/client'
import type { Clock } from '@rxkube/clock'

/**
 * What `run` resolves with, unless that takes longer than so many milliseconds or `outer` aborts: then it rejects, and
 * the signal that `run` was given aborts, whether anybody listens to it or not.
 */
export async function answerWithin<T>(
  clock: Clock,
  time: number,
  outer: AbortSignal,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  outer.throwIfAborted()
  const over = Promise.withResolvers<never>()
  const inner = new AbortController()
  const end = (reason: unknown): void => {
    inner.abort(reason)
    over.reject(reason)
  }
  const follow = (): void => end(outer.reason)
  const timer = clock.setTimer(time, () =>
    end(new TransportError('timeout', 'the sink of events', `no answer within ${time / 1000} s`)),
  )
  outer.addEventListener('abort', follow, { once: true })
  try {
    return await Promise.race([run(inner.signal), over.promise])
  } finally {
    timer.cancel()
    outer.removeEventListener('abort', follow)
  }
}
