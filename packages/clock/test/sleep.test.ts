import { getEventListeners } from 'node:events'

import { InvalidDurationError, sleep, TestClock } from '@rxkube/clock'
import { describe, expect, it } from 'vitest'

describe('sleep', () => {
  it('resolves after the duration, and lets go of the signal', async () => {
    const clock = new TestClock()
    const { signal } = new AbortController()
    let awake = false
    const sleeping = sleep(clock, '1m', { signal }).then(() => (awake = true))
    await clock.advance(59_999)
    expect(awake).toBe(false)
    await clock.advance(1)
    await sleeping
    expect(getEventListeners(signal, 'abort')).toHaveLength(0)
  })

  it('rejects with the reason of the signal; timer and listener are gone', async () => {
    const clock = new TestClock()
    const controller = new AbortController()
    const sleeping = sleep(clock, '1m', { signal: controller.signal })
    expect(clock.pending).toBe(1)
    const reason = new Error('shutting down')
    controller.abort(reason)
    await expect(sleeping).rejects.toBe(reason)
    expect(clock.pending).toBe(0)
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0)
  })

  it('sets no timer when the signal has aborted already', async () => {
    const clock = new TestClock()
    await expect(sleep(clock, 10, { signal: AbortSignal.abort('over') })).rejects.toBe('over')
    expect(clock.pending).toBe(0)
  })

  it('can be ended although it is for ever', async () => {
    const controller = new AbortController()
    const sleeping = sleep(new TestClock(), Infinity, { signal: controller.signal })
    controller.abort('enough')
    await expect(sleeping).rejects.toBe('enough')
  })

  it('rejects for what is no duration', async () => {
    await expect(sleep(new TestClock(), 'a while')).rejects.toThrow(InvalidDurationError)
  })
})
