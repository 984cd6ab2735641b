import { TestClock } from '@rxkube/clock'
import { describe, expect, it } from 'vitest'
import { AsyncTracker } from '../src/sync-tracker.ts'
import { NotSyncedError, SyncResult, waitFor, waitForCacheSync, type SyncChecker } from '../src/wait.ts'

/** Something that syncs when it is told to. */
function checker(name: string, synced = false): SyncChecker & { sync(): void } {
  const tracker = new AsyncTracker()
  if (synced) tracker.upstreamHasSynced()
  return {
    name,
    hasSynced: () => tracker.hasSynced(),
    synced: tracker.synced,
    sync: () => tracker.upstreamHasSynced(),
  }
}

describe('waitFor', () => {
  it('SI-14 FEAT-E15 is true at once for nothing, and for what has synced even when it is aborted', async () => {
    const log: string[] = []
    const options = { log: (line: string) => void log.push(line), signal: AbortSignal.abort() }
    expect(await waitFor('nothing', [], options)).toBe(true)
    expect(await waitFor('caches', [checker('pods', true)], options)).toBe(true)
    expect(log).toEqual([])
  })

  it('SI-14 FEAT-E15 says what it waits for, and each that completes, as it does', async () => {
    const log: string[] = []
    const [pods, nodes] = [checker('pods'), checker('nodes')]
    const waiting = waitFor('caches', [pods, nodes], { log: (line) => void log.push(line) })
    expect(log).toEqual(['waiting for caches'])
    nodes.sync()
    await nodes.synced
    await Promise.resolve()
    expect(log).toEqual(['waiting for caches', 'caches: nodes has synced'])
    pods.sync()
    expect(await waiting).toBe(true)
    expect(log.at(-1)).toBe('caches: pods has synced')
  })

  it('SI-14 needs no log', async () => {
    const pods = checker('pods')
    const waiting = waitFor('caches', [pods])
    pods.sync()
    expect(await waiting).toBe(true)
  })

  it.each([
    ['a cause', new Error('shutting down'), 'shutting down'],
    ['a timeout', new DOMException('timed out', 'TimeoutError'), 'timed out'],
  ])(
    'SI-14 FEAT-E15 is false when it is aborted with %s, and names in order what is incomplete',
    async (_, reason, said) => {
      const log: string[] = []
      const stop = new AbortController()
      const checkers = [checker('pods'), checker('nodes'), checker('leases')]
      const waiting = waitFor('caches', checkers, { signal: stop.signal, log: (line) => void log.push(line) })
      checkers[2]?.sync()
      await checkers[2]?.synced
      stop.abort(reason)
      expect(await waiting).toBe(false)
      expect(log.at(-1)).toBe(`caches: gave up (${said}) on nodes, pods`)
    },
  )

  it('counts what synced in the turn of the abort', async () => {
    const stop = new AbortController()
    const pods = checker('pods')
    const waiting = waitFor('caches', [pods], stop)
    stop.abort()
    pods.sync()
    expect(await waiting).toBe(true)
  })

  it('rejects when one of them cannot sync any more', async () => {
    const failure = new Error('handler was removed')
    const gone: SyncChecker = { name: 'gone', hasSynced: () => false, synced: Promise.reject(failure) }
    await expect(waitFor('caches', [gone])).rejects.toBe(failure)
  })
})

describe('waitForCacheSync', () => {
  it('FEAT-E15 asks at once, then every 100 ms, until all say yes in the same round', async () => {
    const clock = new TestClock()
    const asked: number[] = []
    const answers = [true, false, true]
    const waiting = waitForCacheSync(
      [
        () => {
          asked.push(clock.monotonic())
          return answers.shift() ?? true
        },
        () => clock.monotonic() >= 200,
      ],
      { clock },
    )
    await clock.runUntilIdle()
    expect(await waiting).toBe(true)
    expect(asked).toEqual([0, 100, 200])
  })

  it('FEAT-E15 is false when it is stopped before that', async () => {
    const clock = new TestClock()
    const stop = new AbortController()
    const waiting = waitForCacheSync([() => false], { clock, signal: stop.signal })
    await clock.advance(250)
    stop.abort()
    expect(await waiting).toBe(false)
    expect(clock.pending).toBe(0)
    expect(await waitForCacheSync([() => true], { signal: stop.signal })).toBe(false)
  })
})

describe('SyncResult', () => {
  const synced = new Map([
    ['pods', true],
    ['nodes', false],
    ['leases', false],
  ])

  it('SI-14 is no error when waiting did not end early', () => {
    expect(new SyncResult(synced).asError()).toBeUndefined()
  })

  it('SI-14 FEAT-E15 names what has not synced, in order, and why waiting ended', () => {
    const cause = new Error('context deadline exceeded')
    const error = new SyncResult(synced, cause).asError()
    expect(error).toBeInstanceOf(NotSyncedError)
    expect(error).toMatchObject({ unsynced: ['leases', 'nodes'], cause })
    expect(error?.message).toContain('leases, nodes (context deadline exceeded)')
  })
})
