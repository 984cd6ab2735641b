import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AsyncTracker, SingleFileTracker, SyncTrackerError } from '../src/sync-tracker.ts'

describe('AsyncTracker', () => {
  it('SI-15 FEAT-E18 has synced when upstream has and every key that was started is finished', async () => {
    const tracker = new AsyncTracker()
    tracker.start('a')
    tracker.start('b')
    tracker.finished('b')
    tracker.upstreamHasSynced()
    expect(tracker.hasSynced()).toBe(false)
    tracker.finished('a')
    expect(tracker.hasSynced()).toBe(true)
    await tracker.synced
  })

  it('SI-15 has not synced before upstream has, and has at once when nothing waits', () => {
    const tracker = new AsyncTracker()
    tracker.start('a')
    tracker.finished('a')
    expect(tracker.hasSynced()).toBe(false)
    tracker.upstreamHasSynced()
    expect(tracker.hasSynced()).toBe(true)
  })

  it('SI-15 takes a key that was not started, and one that is started twice', () => {
    const tracker = new AsyncTracker()
    tracker.finished('stranger')
    tracker.start('a')
    tracker.start('a')
    tracker.upstreamHasSynced()
    tracker.finished('stranger')
    expect(tracker.hasSynced()).toBe(false)
    tracker.finished('a')
    expect(tracker.hasSynced()).toBe(true)
  })

  it('GUAR-G7 stays synced', () => {
    const tracker = new AsyncTracker()
    tracker.upstreamHasSynced()
    tracker.start('late')
    expect(tracker.hasSynced()).toBe(true)
  })

  it('SI-15 FEAT-E18 never syncs early, in whatever order workers finish', () => {
    const keys = ['a', 'b', 'c', 'd']
    const moves = fc.shuffledSubarray([...keys, 'upstream'], { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(moves, (order) => {
        const tracker = new AsyncTracker()
        for (const key of keys) tracker.start(key)
        const synced: boolean[] = []
        for (const move of order) {
          if (move === 'upstream') tracker.upstreamHasSynced()
          else tracker.finished(move)
          synced.push(tracker.hasSynced())
        }
        expect(synced).toEqual([false, false, false, false, true])
      }),
    )
  })
})

describe('SingleFileTracker', () => {
  it('SI-15 FEAT-E18 has synced when upstream has and as many are finished as were started', async () => {
    const tracker = new SingleFileTracker()
    for (let item = 0; item < 100; item++) tracker.start()
    tracker.upstreamHasSynced()
    for (let item = 0; item < 99; item++) tracker.finished()
    expect(tracker.hasSynced()).toBe(false)
    tracker.finished()
    expect(tracker.hasSynced()).toBe(true)
    await tracker.synced
  })

  it('SI-15 has not synced before upstream has', () => {
    const tracker = new SingleFileTracker()
    tracker.start()
    tracker.finished()
    expect(tracker.hasSynced()).toBe(false)
    tracker.upstreamHasSynced()
    expect(tracker.hasSynced()).toBe(true)
  })

  it('SI-15 GUAR-G7 refuses to finish what was not started, and stays synced', () => {
    const tracker = new SingleFileTracker()
    tracker.upstreamHasSynced()
    expect(() => tracker.finished()).toThrow(SyncTrackerError)
    expect(tracker.hasSynced()).toBe(true)
    tracker.start()
    expect(tracker.hasSynced()).toBe(true)
  })
})
