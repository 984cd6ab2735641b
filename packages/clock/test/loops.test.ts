import { getEventListeners } from 'node:events'

import { jitterUntil, pollUntil, seededRandom, sleep, TestClock, WaitTimeoutError } from '@rxkube/clock'
import { describe, expect, it } from 'vitest'

describe('jitterUntil', () => {
  const run = async (options: { sliding?: boolean; jitter?: number }, max: string) => {
    const clock = new TestClock()
    const controller = new AbortController()
    const { signal } = controller
    const at: number[] = []
    const loop = jitterUntil(
      clock,
      { period: 100, random: seededRandom(5), signal, ...options },
      async () => {
        at.push(clock.monotonic())
        await sleep(clock, 30)
      },
    )
    await clock.runUntilIdle({ max })
    controller.abort()
    await clock.runUntilIdle()
    await loop
    return { at, clock, signal }
  }

  it('pauses after the body when it slides', async () => {
    expect((await run({}, '400ms')).at).toEqual([0, 130, 260, 390])
  })

  it('pauses from the start of the body when it does not', async () => {
    expect((await run({ sliding: false }, '350ms')).at).toEqual([0, 100, 200, 300])
  })

  it('draws each pause from the period to the period with jitter', async () => {
    const { at } = await run({ jitter: 0.5, sliding: false }, '2s')
    const pauses = at.slice(1).map((time, index) => time - (at[index] ?? 0))
    for (const pause of pauses) {
      expect(pause).toBeGreaterThanOrEqual(100)
      expect(pause).toBeLessThan(150)
    }
    expect(new Set(pauses).size).toBe(pauses.length)
  })

  it('resolves when the signal aborts, and leaves no timer and no listener', async () => {
    const { clock, signal } = await run({}, '90ms')
    expect(clock.pending).toBe(0)
    expect(getEventListeners(signal, 'abort')).toHaveLength(0)
  })

  it('resolves only when the running body is done, and starts it no more', async () => {
    const clock = new TestClock()
    const controller = new AbortController()
    let runs = 0
    let done = false
    const loop = jitterUntil(clock, { period: 10, signal: controller.signal }, () => {
      runs++
      return sleep(clock, 50)
    }).then(() => (done = true))
    controller.abort()
    await clock.advance(49)
    expect(done).toBe(false)
    await clock.advance(1)
    await loop
    expect(runs).toBe(1)
  })

  it('never runs the body when the signal has aborted already', async () => {
    const signal = AbortSignal.abort()
    await jitterUntil(new TestClock(), { period: 10, signal }, () => expect.unreachable())
  })

  it('takes the reason of the signal for an end, and any other error for an error', async () => {
    const controller = new AbortController()
    const clock = new TestClock()
    const ends = jitterUntil(clock, { period: 1, signal: controller.signal }, (signal) =>
      sleep(clock, '1h', { signal }),
    )
    controller.abort(new Error('over'))
    await ends
    const { signal } = new AbortController()
    const fails = jitterUntil(clock, { period: 1, signal }, () => Promise.reject(new Error('failed')))
    await expect(fails).rejects.toThrow('failed')
  })
})

describe('pollUntil', () => {
  it('asks after each interval until it is true', async () => {
    const clock = new TestClock()
    const at: number[] = []
    const polling = pollUntil(clock, { interval: '1s' }, () => at.push(clock.monotonic()) === 3)
    await clock.runUntilIdle()
    await polling
    expect(at).toEqual([1000, 2000, 3000])
  })

  it('measures the interval from the start of the question', async () => {
    const clock = new TestClock()
    const at: number[] = []
    const polling = pollUntil(clock, { interval: 100, immediate: true }, async () => {
      const count = at.push(clock.monotonic())
      await sleep(clock, count === 2 ? 250 : 30)
      return count === 4
    })
    await clock.runUntilIdle()
    await polling
    expect(at).toEqual([0, 100, 350, 450])
  })

  it('says so when the time is over, and aborts the signal of the question', async () => {
    const clock = new TestClock()
    let question: AbortSignal | undefined
    const polling = pollUntil(clock, { interval: '1s', timeout: '2.5s', immediate: true }, (signal) => {
      question = signal
      return clock.monotonic() < 2000 ? false : new Promise(() => {})
    }).catch((error: unknown) => error)
    await clock.runUntilIdle()
    expect(await polling).toBeInstanceOf(WaitTimeoutError)
    expect(await polling).toMatchObject({ attempts: 3 })
    expect(clock.monotonic()).toBe(2500)
    expect(question?.aborted).toBe(true)
    expect(clock.pending).toBe(0)
  })

  it('rejects with the reason of the signal, and leaves no timer and no listener', async () => {
    const clock = new TestClock()
    const controller = new AbortController()
    const { signal } = controller
    const polling = pollUntil(clock, { interval: '1s', timeout: '1m', signal }, () => false)
    controller.abort('stopped')
    await expect(polling).rejects.toBe('stopped')
    expect(clock.pending).toBe(0)
    expect(getEventListeners(signal, 'abort')).toHaveLength(0)
  })

  it('asks once when it is immediate, although the signal has aborted already', async () => {
    const clock = new TestClock()
    const options = { interval: 10, immediate: true, signal: AbortSignal.abort('before') }
    await pollUntil(clock, options, () => true)
    await expect(pollUntil(clock, options, () => false)).rejects.toBe('before')
    await expect(pollUntil(clock, { ...options, immediate: false }, () => expect.unreachable())).rejects.toBe(
      'before',
    )
    expect(clock.pending).toBe(0)
  })

  it('rejects with what the question throws', async () => {
    const clock = new TestClock()
    const polling = pollUntil(clock, { interval: 10, timeout: 100, immediate: true }, () => {
      throw new Error('failed')
    })
    await expect(polling).rejects.toThrow('failed')
    expect(clock.pending).toBe(0)
  })
})
