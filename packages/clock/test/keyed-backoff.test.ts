import { KeyedBackoff, seededRandom, TestClock, type KeyedBackoffOptions } from '@rxkube/clock'
import { describe, expect, it } from 'vitest'

const setUp = (options: Partial<KeyedBackoffOptions> = {}) => {
  const clock = new TestClock()
  return { clock, backoff: new KeyedBackoff({ initial: '1s', max: '5s', clock, ...options }) }
}

/** Fails once a second until the ceiling is reached. */
const failToTheTop = async ({ clock, backoff }: ReturnType<typeof setUp>): Promise<void> => {
  for (let failure = 0; failure <= 5; failure++) {
    await clock.advance('1s')
    backoff.next('a')
  }
}

describe('KeyedBackoff', () => {
  it('FEAT-G11 BO-3 doubles the delay of an id up to the ceiling, and forgets it on reset', async () => {
    const { clock, backoff } = setUp({ max: '50s' })
    const delays: number[] = []
    for (let failure = 0; failure < 10; failure++) {
      await clock.advance('1s')
      delays.push(backoff.get('a') / 1000)
      backoff.next('a')
    }
    expect(delays).toEqual([0, 1, 2, 4, 8, 16, 32, 50, 50, 50])
    expect(backoff.get('b')).toBe(0)
    backoff.reset('a')
    expect(backoff.get('a')).toBe(0)
  })

  it('FEAT-G11 BO-3 is not in back-off after more than twice the ceiling of silence', async () => {
    const { clock, backoff } = setUp()
    await failToTheTop({ clock, backoff })
    expect(backoff.isInBackOffSince('a', clock.monotonic())).toBe(true)
    const last = clock.monotonic()
    await clock.advance('11s')
    expect(backoff.isInBackOffSince('a', last)).toBe(false)
    backoff.next('a')
    expect(backoff.get('a')).toBe(1000)
  })

  it('FEAT-G11 BO-3 stays at the ceiling after a shorter silence', async () => {
    const { clock, backoff } = setUp()
    await failToTheTop({ clock, backoff })
    await clock.advance('6s')
    backoff.next('a')
    expect(backoff.get('a')).toBe(5000)
  })

  it('is in back-off for the delay since an event', async () => {
    const { clock, backoff } = setUp()
    backoff.next('a')
    const event = clock.monotonic()
    await clock.advance(999)
    expect(backoff.isInBackOffSince('a', event)).toBe(true)
    await clock.advance(1)
    expect(backoff.isInBackOffSince('a', event)).toBe(false)
    expect(backoff.isInBackOffSince('b', event)).toBe(false)
  })

  it('FEAT-G11 BO-4 forgets expired ids when asked, and keeps the others', async () => {
    const { clock, backoff } = setUp()
    await failToTheTop({ clock, backoff })
    await clock.advance('6s')
    backoff.gc()
    expect(backoff.size).toBe(1)
    await clock.advance('6s')
    backoff.gc()
    expect(backoff.size).toBe(0)
  })

  it('FEAT-G11 BO-4 asks the rule it is given what has expired', async () => {
    const { clock, backoff } = setUp({ hasExpired: (event, last) => event - last >= 200_000 })
    backoff.next('a')
    await clock.advance('101s')
    backoff.gc()
    expect(backoff.size).toBe(1)
    await clock.advance('100s')
    backoff.gc()
    expect(backoff.size).toBe(0)
  })

  it('FEAT-G11 BO-5 follows the timeline of failures whenever it is not in back-off', async () => {
    const { clock, backoff } = setUp({ max: '10s' })
    const timeline = new Map<number, number>()
    for (let second = 0; second <= 57; second++) {
      // Silent from 36 to 55: more than twice the ceiling since the failure at 35.
      if (second < 36 || second > 55) {
        const held = backoff.isInBackOffSinceUpdate('a', clock.monotonic())
        timeline.set(second, held ? backoff.get('a') / 1000 : 0)
        if (!held) backoff.next('a')
      }
      await clock.advance('1s')
    }
    const free = [...timeline].filter(([, delay]) => delay === 0).map(([second]) => second)
    expect(free).toEqual([0, 1, 3, 7, 15, 25, 35, 56, 57])
    const delays = [2, 4, 8, 16, 26, 34].map((second) => timeline.get(second))
    expect(delays).toEqual([2, 4, 8, 10, 10, 10])
  })

  it('FEAT-G11 BO-6 adds jitter of the delay before, up to the ceiling', () => {
    const jitter = 0.4
    const { backoff } = setUp({ max: '50s', jitter, random: seededRandom(3) })
    backoff.next('a')
    const delays = [backoff.get('a')]
    expect(delays[0]).toBeGreaterThan(1000)
    expect(delays[0]).toBeLessThan(1400)
    for (let failure = 0; failure < 10; failure++) {
      backoff.next('a')
      delays.push(backoff.get('a'))
    }
    for (const [index, delay] of delays.slice(1).entries()) {
      const previous = delays[index] ?? 0
      expect(delay).toBeGreaterThan(Math.min(2 * previous, 49_999))
      expect(delay).toBeLessThanOrEqual(Math.min((2 + jitter) * previous, 50_000))
    }
    expect(delays.at(-1)).toBe(50_000)
  })
})
