import {
  ApiError,
  defaultBackoff,
  defaultRetry,
  isConflict,
  retryOnConflict,
  retryOnError,
} from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import { describe, expect, it } from 'vitest'

const conflict = new ApiError({ reason: 'Conflict', code: 409, message: 'modified' })
const random = { next: () => 0.5 }

describe('retryOnConflict', () => {
  it('BO-8 FEAT-G10 repeats conflicts and then succeeds', async () => {
    const clock = new TestClock()
    let attempts = 0
    const result = retryOnConflict(
      () =>
        ++attempts < 3 ? Promise.reject(new Error('wrapped', { cause: conflict })) : Promise.resolve('done'),
      { clock, random },
    )
    await clock.advance('1s')
    expect([await result, attempts]).toEqual(['done', 3])
  })

  it('BO-8 FEAT-G10 rejects with the last conflict when its attempts run out, after 10, 50 and 250 ms', async () => {
    const clock = new TestClock()
    const at: number[] = []
    const outcome = retryOnConflict(
      () => {
        at.push(clock.monotonic())
        return Promise.reject(conflict)
      },
      { clock, random, backoff: { ...defaultBackoff, jitter: 0 } },
    ).catch((error: unknown) => error)
    await clock.advance('10s')
    expect(await outcome).toBe(conflict)
    expect(at).toEqual([0, 10, 60, 310])
  })

  it('BO-8 FEAT-G10 rejects at once with anything else', async () => {
    const other = new ApiError({ reason: 'Forbidden', code: 403 })
    let attempts = 0
    await expect(
      retryOnConflict(() => (attempts++, Promise.reject(other)), { clock: new TestClock() }),
    ).rejects.toBe(other)
    expect(attempts).toBe(1)
  })

  it('BO-8 FEAT-G10 keeps the reason of an abort that comes before any conflict, and stops waiting on one', async () => {
    const clock = new TestClock()
    const never = (): Promise<never> => Promise.reject(conflict)
    await expect(retryOnConflict(never, { clock, signal: AbortSignal.abort('early') })).rejects.toBe('early')
    const controller = new AbortController()
    const outcome = retryOnConflict(never, { clock, signal: controller.signal }).catch(
      (error: unknown) => error,
    )
    await clock.settle()
    controller.abort('late')
    expect(await outcome).toBe('late')
    expect(clock.pending).toBe(0)
  })

  it('lengthens each pause at random and ends after the first pause at the cap', async () => {
    const clock = new TestClock()
    const at: number[] = []
    const attempt = (): Promise<never> => {
      at.push(clock.monotonic())
      return Promise.reject(conflict)
    }
    const backoff = { ...defaultRetry, steps: 9, factor: 2, cap: 25, jitter: 1 }
    const outcome = retryOnError(isConflict, attempt, { clock, random, backoff }).catch(
      (error: unknown) => error,
    )
    await clock.advance('1s')
    expect(await outcome).toBe(conflict)
    expect(at).toEqual([0, 15])
  })
})
