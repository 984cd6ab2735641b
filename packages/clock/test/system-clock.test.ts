import { systemClock } from '@rxkube/clock'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

describe('systemClock', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const setTimer = (delay: number) => {
    const fire = vi.fn<() => void>()
    return { fire, timer: systemClock.setTimer(delay, fire) }
  }

  it.each([1, 2 ** 31 - 1, 2 ** 31, 2 ** 32 + 5, 1e12])(
    'FAULT-G3 fires a timer of %d ms then and not before',
    (delay) => {
      const { fire } = setTimer(delay)
      vi.advanceTimersByTime(delay - 1)
      expect(fire).not.toHaveBeenCalled()
      vi.advanceTimersByTime(1)
      expect(fire).toHaveBeenCalledOnce()
      expect(vi.getTimerCount()).toBe(0)
    },
  )

  it('rounds a fraction of a millisecond up, so as not to be early', () => {
    const { fire } = setTimer(1.5)
    vi.advanceTimersByTime(1)
    expect(fire).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(fire).toHaveBeenCalledOnce()
  })

  it('takes a negative delay and NaN as 0, though never within the call', () => {
    const fired = [-1, -Infinity, Number.NaN, 0].map((delay) => setTimer(delay).fire)
    for (const fire of fired) expect(fire).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    for (const fire of fired) expect(fire).toHaveBeenCalledOnce()
  })

  it('never fires a timer of Infinity, and holds nothing for it', () => {
    const { timer } = setTimer(Infinity)
    expect(vi.getTimerCount()).toBe(0)
    timer.cancel()
  })

  it('takes a timer back, also between the links of a chain', () => {
    const one = setTimer(10)
    const chained = setTimer(2 ** 33)
    one.timer.cancel()
    vi.advanceTimersByTime(2 ** 32)
    chained.timer.cancel()
    expect(vi.getTimerCount()).toBe(0)
    expect(one.fire).not.toHaveBeenCalled()
    expect(chained.fire).not.toHaveBeenCalled()
  })

  it('tells wall time and monotonic time', () => {
    const wall = systemClock.now()
    const monotonic = systemClock.monotonic()
    vi.advanceTimersByTime(1000)
    expect(systemClock.now() - wall).toBe(1000)
    expect(systemClock.monotonic() - monotonic).toBe(1000)
  })

  it('yields to the event loop', async () => {
    vi.useRealTimers()
    const order: string[] = []
    setImmediate(() => order.push('what was waiting'))
    await systemClock.yield()
    expect(order).toEqual(['what was waiting'])
  })
})
