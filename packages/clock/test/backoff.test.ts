import {
  Backoff,
  exponentialBackoff,
  seededRandom,
  TestClock,
  WaitTimeoutError,
  type BackoffOptions,
} from '@rxkube/clock'
import { describe, expect, it } from 'vitest'

const delays = (options: BackoffOptions, count: number): number[] => {
  const backoff = new Backoff(options)
  return Array.from({ length: count }, () => backoff.step())
}

describe('Backoff', () => {
  it('gives the same delay again and again without steps', () => {
    expect(delays({ duration: '10ms', factor: 2, steps: 0 }, 3)).toEqual([10, 10, 10])
  })

  it('grows by the factor until the steps are used up', () => {
    expect(delays({ duration: 1, factor: 3, steps: 3 }, 6)).toEqual([1, 3, 9, 27, 27, 27])
  })

  it('does not grow without a factor', () => {
    expect(delays({ duration: 5, steps: 3 }, 4)).toEqual([5, 5, 5, 5])
  })

  it('has no steps left once a delay would grow above the cap', () => {
    const backoff = new Backoff({ duration: 10, factor: 2, steps: 10, cap: 30 })
    expect([backoff.step(), backoff.step(), backoff.step(), backoff.step()]).toEqual([10, 20, 30, 30])
    expect(backoff.steps).toBe(0)
  })

  it('draws jitter for each delay, and never feeds it back', () => {
    const backoff = new Backoff({ duration: 100, factor: 2, jitter: 0.5 }, seededRandom(1))
    for (const base of [100, 200, 400, 800]) {
      const delay = backoff.step()
      expect(delay).toBeGreaterThan(base)
      expect(delay).toBeLessThan(base * 1.5)
    }
  })
})

describe('exponentialBackoff', () => {
  const attempt = async (options: BackoffOptions, condition: (attempt: number) => boolean) => {
    const clock = new TestClock()
    const at: number[] = []
    const result = exponentialBackoff(clock, options, () => {
      at.push(clock.monotonic())
      return condition(at.length)
    }).then(
      () => 'done',
      (error: unknown) => error,
    )
    await clock.runUntilIdle()
    return { at, result: await result, end: clock.monotonic() }
  }

  it('stops when the condition is true', async () => {
    const { at, result } = await attempt({ duration: 10, factor: 2, steps: 5 }, (count) => count === 3)
    expect(result).toBe('done')
    expect(at).toEqual([0, 10, 30])
  })

  it('gives up when the steps are used up, without a last sleep', async () => {
    const { at, result, end } = await attempt({ duration: 10, factor: 2, steps: 3 }, () => false)
    expect(result).toBeInstanceOf(WaitTimeoutError)
    expect(result).toMatchObject({ attempts: 3 })
    expect(at).toEqual([0, 10, 30])
    expect(end).toBe(30)
  })

  it('gives up after the sleep that reached the cap', async () => {
    const { at, result, end } = await attempt({ duration: 10, factor: 2, steps: 9, cap: 30 }, () => false)
    expect(result).toBeInstanceOf(WaitTimeoutError)
    expect(at).toEqual([0, 10])
    expect(end).toBe(30)
  })

  it('rejects at once with what the condition throws', async () => {
    const failure = new Error('no use')
    const { at, result } = await attempt({ duration: 10, steps: 9 }, () => {
      throw failure
    })
    expect(result).toBe(failure)
    expect(at).toEqual([0])
  })

  it('rejects with the reason of the signal while it sleeps', async () => {
    const clock = new TestClock()
    const controller = new AbortController()
    const waiting = exponentialBackoff(clock, { duration: 10, signal: controller.signal }, () => false)
    await clock.settle()
    controller.abort('stopped')
    await expect(waiting).rejects.toBe('stopped')
    expect(clock.pending).toBe(0)
  })
})
