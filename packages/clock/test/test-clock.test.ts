import { ClockStuckError, InvalidDurationError, seededRandom, sleep, TestClock } from '@rxkube/clock'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('TestClock', () => {
  it.each(['2024-02-29T12:00:00Z', new Date('2024-02-29T12:00:00Z'), Date.UTC(2024, 1, 29, 12)])(
    'starts at %j and stands still',
    async (start) => {
      const clock = new TestClock({ start })
      await clock.settle()
      expect(clock.now()).toBe(Date.UTC(2024, 1, 29, 12))
      expect(clock.monotonic()).toBe(0)
    },
  )

  it('refuses a start that is no date', () => {
    expect(() => new TestClock({ start: 'soon' })).toThrow(RangeError)
  })

  it('carries the same randomness each time, or the one it is given', () => {
    expect(new TestClock().random.next()).toBe(new TestClock().random.next())
    const random = seededRandom(3)
    expect(new TestClock({ random }).random).toBe(random)
  })

  it('fires by due time, then by the order of setting, and tells each its due time', async () => {
    const clock = new TestClock()
    const fired: string[] = []
    const set = (name: string, delay: number) =>
      clock.setTimer(delay, () => fired.push(`${name} ${clock.monotonic()}`))
    set('b', 20)
    set('c', 20)
    set('a', 10)
    set('late', 31)
    await clock.advance(30)
    expect(fired).toEqual(['a 10', 'b 20', 'c 20'])
    expect(clock.monotonic()).toBe(30)
    expect(clock.pending).toBe(1)
  })

  it('agrees with a sorted list after any history of setting and taking back', async () => {
    const history = fc.array(fc.record({ delay: fc.nat(20), cancel: fc.option(fc.nat(40)) }), {
      maxLength: 60,
    })
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const clock = new TestClock()
        const fired: number[] = []
        const model = new Map<number, number>()
        const timers = steps.map(({ delay, cancel }, index, all) => {
          model.set(index, delay)
          const timer = clock.setTimer(delay, () => fired.push(index))
          return { timer, victim: cancel === null ? undefined : cancel % all.length }
        })
        for (const { victim } of timers) {
          if (victim === undefined) continue
          timers[victim]?.timer.cancel()
          model.delete(victim)
        }
        expect(clock.pending).toBe(model.size)
        await clock.runUntilIdle()
        const expected = [...model].toSorted(([a, x], [b, y]) => x - y || a - b).map(([index]) => index)
        expect(fired).toEqual(expected)
      }),
      { numRuns: 30 },
    )
  })

  it('lets promise chains and yielding loops go on between two timers', async () => {
    const clock = new TestClock()
    const seen: string[] = []
    const work = async (): Promise<void> => {
      await sleep(clock, 10)
      for (let turn = 0; turn < 50; turn++) await clock.yield()
      for (let turn = 0; turn < 1000; turn++) await Promise.resolve()
      seen.push(`worked at ${clock.monotonic()}`)
      await sleep(clock, 5)
      seen.push(`slept till ${clock.monotonic()}`)
    }
    clock.setTimer(11, () => seen.push('next timer'))
    const done = work()
    await clock.advance(20)
    await done
    expect(seen).toEqual(['worked at 10', 'next timer', 'slept till 15'])
  })

  it('fires timers set by timers within one advance', async () => {
    const clock = new TestClock()
    let ticks = 0
    const tick = (): void => {
      ticks++
      clock.setTimer(10, tick)
    }
    clock.setTimer(10, tick)
    await clock.advance('1s')
    expect(ticks).toBe(100)
  })

  it.each([2 ** 31 - 1, 2 ** 31, 1e12])('fires a timer of %d ms then and not before', async (delay) => {
    const clock = new TestClock()
    let fired = false
    clock.setTimer(delay, () => (fired = true))
    await clock.advance(delay - 1)
    expect(fired).toBe(false)
    await clock.advance(1)
    expect(fired).toBe(true)
  })

  it('takes a negative delay and NaN as 0, though never within the call', async () => {
    const clock = new TestClock()
    let fired = 0
    for (const delay of [-1, Number.NaN, 0]) clock.setTimer(delay, () => fired++)
    expect(fired).toBe(0)
    await clock.advance(0)
    expect(fired).toBe(3)
  })

  it('never fires a timer of Infinity, and does not count it', async () => {
    const clock = new TestClock()
    const timer = clock.setTimer(Infinity, () => expect.unreachable())
    expect(clock.pending).toBe(0)
    timer.cancel()
    await clock.advance('1000000h')
  })

  it('takes a timer back, once and again, before and after it fired', async () => {
    const clock = new TestClock()
    const timer = clock.setTimer(1, () => expect.unreachable())
    timer.cancel()
    timer.cancel()
    const other = clock.setTimer(1, () => {})
    await clock.advance(1)
    other.cancel()
    expect(clock.pending).toBe(0)
  })

  it('runs until no timer is left, and stands at the last one', async () => {
    const clock = new TestClock()
    clock.setTimer(10, () => clock.setTimer(25, () => {}))
    await clock.runUntilIdle()
    expect(clock.monotonic()).toBe(35)
    expect(clock.pending).toBe(0)
  })

  it('stops running after max when timers never end', async () => {
    const clock = new TestClock()
    const tick = () => clock.setTimer(60_000, tick)
    tick()
    await clock.runUntilIdle({ max: '10m30s' })
    expect(clock.monotonic()).toBe(630_000)
    expect(clock.pending).toBe(1)
    await clock.runUntilIdle()
    expect(clock.monotonic()).toBe(630_000 + 3_600_000)
  })

  it('jumps wall time either way without moving monotonic time or firing', async () => {
    const clock = new TestClock({ start: 0 })
    let fired = false
    clock.setTimer(1000, () => (fired = true))
    clock.jump(3_600_000)
    expect(clock.now()).toBe(3_600_000)
    clock.jump(-7_200_000)
    expect(clock.now()).toBe(-3_600_000)
    expect(clock.monotonic()).toBe(0)
    await clock.advance(999)
    expect(fired).toBe(false)
    await clock.advance(1)
    expect(fired).toBe(true)
  })

  it('runs overlapping calls one after another', async () => {
    const clock = new TestClock()
    const at: number[] = []
    for (const delay of [5, 15]) clock.setTimer(delay, () => at.push(clock.monotonic()))
    await Promise.all([clock.advance(10), clock.advance(10)])
    expect(at).toEqual([5, 15])
    expect(clock.monotonic()).toBe(20)
  })

  it('rejects with what a timer throws, and goes on afterwards', async () => {
    const clock = new TestClock()
    let fired = false
    clock.setTimer(1, () => {
      throw new Error('a timer failed')
    })
    clock.setTimer(2, () => (fired = true))
    await expect(clock.advance(5)).rejects.toThrow('a timer failed')
    await clock.advance(5)
    expect(fired).toBe(true)
  })

  it.each([Infinity, Number.NaN, 'soon'])('refuses to advance by %s', async (duration) => {
    await expect(new TestClock().advance(duration)).rejects.toThrow(InvalidDurationError)
  })

  it('says so when time cannot get on', async () => {
    const clock = new TestClock()
    const again = () => clock.setTimer(0, again)
    again()
    await expect(clock.advance(1)).rejects.toThrow(ClockStuckError)
  })

  it('says so when a loop yields without an end', async () => {
    const clock = new TestClock()
    const ended = new AbortController()
    const loop = async (): Promise<void> => {
      while (!ended.signal.aborted) await clock.yield()
    }
    const looping = loop()
    await expect(clock.settle()).rejects.toThrow(ClockStuckError)
    ended.abort()
    await looping
  })
})
