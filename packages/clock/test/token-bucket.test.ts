import { ThrottledError, TestClock, TokenBucket } from '@rxkube/clock'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const setUp = (qps: number, burst: number) => {
  const clock = new TestClock()
  return { clock, bucket: new TokenBucket({ qps, burst, clock }) }
}

describe('TokenBucket', () => {
  it('FEAT-G11 BO-7 lets the burst through at once, then one for each period', async () => {
    const { clock, bucket } = setUp(1, 3)
    expect([1, 2, 3, 4].map(() => bucket.tryAccept())).toEqual([true, true, true, false])
    await clock.advance(999)
    expect(bucket.tryAccept()).toBe(false)
    await clock.advance(1)
    expect([1, 2].map(() => bucket.tryAccept())).toEqual([true, false])
  })

  it('FEAT-G11 BO-7 never holds more than the burst', async () => {
    const { clock, bucket } = setUp(1, 2)
    await clock.advance('1h')
    expect([1, 2, 3].map(() => bucket.tryAccept())).toEqual([true, true, false])
  })

  it('FEAT-G11 BO-7 queues up those who come while it is empty, each one period later', async () => {
    const { clock, bucket } = setUp(10, 5)
    const at: number[] = []
    const all = Array.from({ length: 15 }, () => bucket.accept().then(() => at.push(clock.monotonic())))
    await clock.runUntilIdle()
    await Promise.all(all)
    expect(at).toEqual([0, 0, 0, 0, 0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000])
  })

  it('FEAT-G11 BO-7 tells the delay of a reservation', () => {
    const { bucket } = setUp(2, 1)
    expect([1, 2, 3].map(() => bucket.reserve())).toEqual([0, 500, 1000])
  })

  it('FEAT-G11 BO-7 says at once when the wait would be too long, and takes no token for it', async () => {
    const { clock, bucket } = setUp(1, 1)
    await bucket.wait({ timeout: 0 })
    await expect(bucket.wait({ timeout: '999ms' })).rejects.toThrow(ThrottledError)
    await expect(bucket.wait({ timeout: '999ms' })).rejects.toMatchObject({ delay: 1000, timeout: 999 })
    expect(clock.pending).toBe(0)
    await clock.advance('1s')
    expect(bucket.tryAccept()).toBe(true)
  })

  it('FEAT-G11 BO-7 stops waiting when the signal aborts, and gives the token back', async () => {
    const { clock, bucket } = setUp(1, 1)
    bucket.tryAccept()
    const controller = new AbortController()
    const waiting = bucket.wait({ signal: controller.signal })
    await clock.advance(500)
    controller.abort('stopped')
    await expect(waiting).rejects.toBe('stopped')
    expect(clock.pending).toBe(0)
    expect(bucket.reserve()).toBe(500)
    await expect(bucket.wait({ signal: AbortSignal.abort('before') })).rejects.toBe('before')
  })

  it('gives no token again that others wait behind', async () => {
    const { clock, bucket } = setUp(1, 1)
    bucket.tryAccept()
    const controller = new AbortController()
    const first = bucket.wait({ signal: controller.signal })
    const second = bucket.wait()
    controller.abort('stopped')
    await expect(first).rejects.toBe('stopped')
    expect(bucket.reserve()).toBe(3000)
    await clock.advance('2s')
    await second
  })

  it('FEAT-G11 BO-7 has a token after each period, however odd the rate', async () => {
    const { clock, bucket } = setUp(1000 / 1031.425, 1)
    for (let round = 0; round < 100; round++) {
      expect(bucket.tryAccept()).toBe(true)
      expect(bucket.tryAccept()).toBe(false)
      await clock.advance(1031.425)
    }
  })

  it('FEAT-G11 BO-7 lets through as much as the rate says at high rates', async () => {
    const { clock, bucket } = setUp(100_000, 1)
    let accepted = 0
    for (let tick = 0; tick < 1000; tick++) {
      if (bucket.tryAccept()) accepted++
      await clock.advance(0.01)
    }
    expect(accepted).toBe(1000)
  })

  it('never lets more through than burst and rate allow, in any history', async () => {
    const pauses = fc.array(fc.nat(400), { maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(pauses, async (history) => {
        const { clock, bucket } = setUp(10, 4)
        let accepted = 0
        for (const pause of history) {
          if (bucket.tryAccept()) accepted++
          expect(accepted).toBeLessThanOrEqual(4 + clock.monotonic() / 100)
          await clock.advance(pause)
        }
      }),
      { numRuns: 20 },
    )
  })

  it('waits for ever without a rate, until the signal aborts', async () => {
    const { clock, bucket } = setUp(0, 1)
    await bucket.accept()
    const controller = new AbortController()
    const waiting = bucket.wait({ signal: controller.signal })
    await clock.advance('100h')
    controller.abort('stopped')
    await expect(waiting).rejects.toBe('stopped')
  })

  it.each([
    [-1, 1],
    [Number.NaN, 1],
    [1, 0],
  ])('refuses %d tokens a second with a burst of %d', (qps, burst) => {
    expect(() => new TokenBucket({ qps, burst })).toThrow(RangeError)
  })
})
