import {
  BackoffManager,
  seededRandom,
  TestClock,
  type BackoffManagerOptions,
  type BackoffOptions,
} from '@rxkube/clock'
import { describe, expect, it } from 'vitest'

/** Fails `count` times in a row, waiting in between, and tells the delays. */
const fail = async (
  count: number,
  options: BackoffManagerOptions,
  clock = new TestClock(),
): Promise<number[]> => {
  const manager = new BackoffManager({ clock, random: seededRandom(7), ...options })
  const delays: number[] = []
  const failing = (async () => {
    for (let failure = 0; failure < count; failure++) {
      const before = clock.monotonic()
      await manager.wait()
      delays.push(clock.monotonic() - before)
    }
  })()
  await clock.runUntilIdle({ max: '1000h' })
  await failing
  return delays
}

const expectWithin = (delays: readonly number[], lows: readonly number[], factor = 2): void => {
  expect(delays).toHaveLength(lows.length)
  for (const [index, low] of lows.entries()) {
    expect(delays[index]).toBeGreaterThanOrEqual(low)
    expect(delays[index]).toBeLessThan(low * factor)
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

describe('BackoffManager', () => {
  it('FEAT-B16 waits in the reflector’s intervals: from 0.8 s, doubling to 30 s, with jitter', async () => {
    const delays = await fail(9, { resetAfter: Infinity })
    expectWithin(delays, [800, 1600, 3200, 6400, 12_800, 25_600, 30_000, 30_000, 30_000])
    expect(new Set(delays).size).toBe(9)
  })

  const small: BackoffOptions = { duration: 1, factor: 2, jitter: 1, cap: 50, steps: 1000 }

  it('BO-1 five refusals take the sum of the growing delays', async () => {
    const delays = await fail(5, { backoff: small, resetAfter: Infinity })
    expectWithin(delays, [1, 2, 4, 8, 16])
    expect(sum(delays)).toBeGreaterThanOrEqual(31)
    expect(sum(delays)).toBeLessThan(62)
  })

  it('BO-1 delays flatten at the cap however many refusals there are', async () => {
    const delays = await fail(40, { backoff: small, resetAfter: Infinity })
    expectWithin(delays, [1, 2, 4, 8, 16, 32, ...Array.from({ length: 34 }, () => 50)])
    expect(sum(delays)).toBeGreaterThanOrEqual(63 + 34 * 50)
    expect(sum(delays)).toBeLessThan(2 * (63 + 34 * 50))
  })

  it('BO-2 FEAT-B16 a custom back-off without jitter sums to 250 ms for five failures', async () => {
    const delays = await fail(5, { backoff: { duration: 10, factor: 2, cap: 100, steps: 100 } })
    expect(delays).toEqual([10, 20, 40, 80, 100])
    expect(sum(delays)).toBe(250)
  })

  const steady: BackoffOptions = { duration: '10s', factor: 2, cap: '40s' }

  it('FEAT-B16 begins anew two minutes after it last began, also in the middle of an outage', async () => {
    const delays = await fail(9, { backoff: steady })
    // 10+20+40+40 = 110 s is not yet two minutes, 150 s is.
    expect(delays.map((delay) => delay / 1000)).toEqual([10, 20, 40, 40, 40, 10, 20, 40, 40])
  })

  it('FEAT-B16 begins anew only after two quiet minutes under the older rule', async () => {
    const clock = new TestClock()
    const manager = new BackoffManager({ clock, backoff: steady, resetRule: 'sinceStep' })
    const delays: number[] = []
    for (let failure = 0; failure < 9; failure++) {
      delays.push(manager.step() / 1000)
      await clock.advance('40s')
    }
    expect(delays).toEqual([10, 20, 40, 40, 40, 40, 40, 40, 40])
    await clock.advance('1m20s')
    expect(manager.step()).toBe(40_000)
    await clock.advance(120_001)
    expect(manager.step()).toBe(10_000)
  })

  it('sees a permanent outage about 0.053 times a second, and 0.022 times under the older rule', async () => {
    const newer = await fail(2000, {})
    const older = await fail(2000, { resetRule: 'sinceStep' })
    expect(2_000_000 / sum(newer)).toBeCloseTo(0.053, 2)
    expect(2_000_000 / sum(older)).toBeCloseTo(0.022, 2)
  })

  it('has nothing to begin anew when delays do not grow', async () => {
    const clock = new TestClock()
    const manager = new BackoffManager({ clock, backoff: { duration: 5, steps: 1 } })
    expect(manager.step()).toBe(5)
    await clock.advance('1h')
    expect(manager.step()).toBe(5)
  })

  it('begins anew when told to, and stops waiting when the signal aborts', async () => {
    const clock = new TestClock()
    const manager = new BackoffManager({ clock, backoff: steady })
    manager.step()
    manager.reset()
    expect(manager.step()).toBe(10_000)
    const controller = new AbortController()
    const waiting = manager.wait({ signal: controller.signal })
    controller.abort('stopped')
    await expect(waiting).rejects.toBe('stopped')
    expect(clock.pending).toBe(0)
  })
})
