import { waitFor } from '@rxkube/shared-informer'
import { describe, expect, it } from 'vitest'
import { Waiters } from '../src/waiters.ts'
import { setUp, started } from './support/informer.ts'

describe('who waits for a sync that does not come', () => {
  it('FAULT-F12 is forgotten when waiting ended with a timeout or a signal, however often', async () => {
    const { informer, clock, source } = setUp()
    source.failNext('watch', { type: 'hang' })
    source.failNext('list', { type: 'hang' })
    informer.start()
    const outcomes = new Set<unknown>()
    for (let round = 0; round < 100; round++) {
      const stop = new AbortController()
      const waits = Promise.allSettled([
        informer.waitForCacheSync({ timeout: 0 }),
        informer.waitForCacheSync({ signal: stop.signal }),
        waitFor('caches', [informer], { signal: stop.signal }),
      ])
      stop.abort(new Error('enough'))
      // oxlint-disable-next-line no-await-in-loop -- the timers of this round
      await clock.advance(1)
      // oxlint-disable-next-line no-await-in-loop -- one round after the other
      for (const { status } of await waits) outcomes.add(status)
      informer.select$({}).subscribe().unsubscribe()
    }
    expect([...outcomes]).toEqual(['rejected', 'fulfilled'])
    expect(Waiters.of(informer.synced).size).toBe(0)
    await informer.stop()
  })

  it('is told of the outcome, also when it comes after it', async () => {
    const { informer } = await started(setUp())
    const told: unknown[] = []
    Waiters.of(informer.synced).add((failure) => told.push(failure))
    await informer.synced
    Waiters.of(informer.synced).add((failure) => told.push(failure))
    const broken = Promise.reject(new Error('no'))
    Waiters.of(broken).add((failure) => told.push(failure))
    await broken.catch(() => undefined)
    expect(told).toEqual([undefined, undefined, { error: new Error('no') }])
    await informer.stop()
  })
})
