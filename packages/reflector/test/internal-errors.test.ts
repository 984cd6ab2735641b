import { describe, expect, it } from 'vitest'
import { recordError, shouldRetry } from '@rxkube/reflector'
import { ControlledStream } from './support/controlled-stream.ts'
import { statuses } from './support/failures.ts'
import { errorEvent, page } from './support/objects.ts'
import { Running } from './support/running.ts'
import { ScriptedListerWatcher } from './support/scripted-lister-watcher.ts'

/** Watches that take a second each, and end by an internal error; `pauses` makes some of them take longer. */
async function retries(window: number, total: number, pauses: Readonly<Record<number, number>> = {}) {
  const streams = Array.from({ length: total }, () => new ControlledStream())
  const server = new ScriptedListerWatcher({ lists: [page('10')], watches: streams })
  const running = new Running(server, { useWatchList: false, maxInternalErrorRetryDuration: window })
  await running.settle()
  const isWatching = (): boolean => running.reflector.status.phase === 'watching'
  for (let at = 0; at < total && isWatching(); at++) {
    streams[server.count('watch') - 1]?.send(errorEvent(statuses.internalError))
    await running.settle()
    if (isWatching()) await running.clock.advance(pauses[at] ?? 1000)
  }
  return server.count('watch') - 1
}

describe('internal errors in a stream', () => {
  it('REF-9 FEAT-B15 are never answered by a new watch when there is no window', async () => {
    expect(await retries(0, 50)).toBe(0)
  })

  it('REF-9 FEAT-B15 are answered by a new watch at once for the length of the window: 31 times in 30 s', async () => {
    expect(await retries(30_000, 50)).toBe(31)
  })

  it('REF-9 FEAT-B15 begin another window after a minute without one: 40 times', async () => {
    expect(await retries(30_000, 50, { 8: 60_000 })).toBe(40)
  })
})

describe('RetryWithDeadline', () => {
  it('REF-9 is off without a duration, and before any error', () => {
    expect(shouldRetry(recordError(undefined, 0), 0, 0)).toEqual([false, { first: 0, last: 0 }])
    expect(shouldRetry(undefined, 0, 1000)).toEqual([false, undefined])
  })

  it('REF-9 lasts to the very end of its duration, and is then forgotten', () => {
    const window = recordError(recordError(undefined, 5), 900)
    expect(window).toEqual({ first: 5, last: 900 })
    expect(shouldRetry(window, 1005, 1000)).toEqual([true, window])
    expect(shouldRetry(window, 1006, 1000)).toEqual([false, undefined])
  })

  it('REF-9 starts over when the last error was a minute ago', () => {
    const window = recordError(undefined, 0)
    expect(recordError(window, 59_999)).toEqual({ first: 0, last: 59_999 })
    expect(recordError(window, 60_000)).toEqual({ first: 60_000, last: 60_000 })
  })
})
