import { TestClock } from '@rxkube/clock'
import {
  DelayingQueue,
  ItemExponentialFailureRateLimiter,
  ItemFastSlowRateLimiter,
  MaxOfRateLimiter,
  PriorityStorage,
  WithMaxWaitRateLimiter,
  WorkQueue,
  type RateLimiter,
} from '@rxkube/workqueue'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heldOf } from './support/collected.ts'
import { work } from './support/work.ts'

// More of them in the long run of all tests.
const many = process.env['RXKUBE_FULL'] === undefined ? 10_000 : 1_000_000

describe('delays of a queue, whatever they are', { timeout: 60_000 }, () => {
  it('INV-Q4 FAULT-G3 end at the earliest of a key, to the millisecond; 0 and less are now, Infinity is never', async () => {
    const day = 86_400_000
    const delay = fc.constantFrom(
      -5,
      -Infinity,
      0,
      1,
      2,
      3,
      7,
      20,
      day,
      2 ** 31 - 1,
      2 ** 31,
      2 ** 31 + 1,
      Infinity,
    )
    const ask = fc.record({ key: fc.constantFrom('a', 'b', 'c'), delay, pause: fc.nat(9) })
    await fc.assert(
      fc.asyncProperty(fc.array(ask, { maxLength: 15 }), async (asks) => {
        const clock = new TestClock()
        const queue = new DelayingQueue<string>({ clock })
        const seen: string[] = []
        const expected: string[] = []
        const due = new Map<string, number>()
        const worker = (async () => {
          for (let item = await work(queue); item !== undefined; item = await work(queue))
            seen.push(`${item} ${clock.monotonic()}`)
        })()
        const expire = (now: number): void => {
          for (const [key, at] of due) {
            if (at > now) continue
            expected.push(`${key} ${at}`)
            due.delete(key)
          }
        }
        for (const { key, delay: wait, pause } of asks) {
          queue.addAfter(key, wait)
          const now = clock.monotonic()
          if (wait <= 0) expected.push(`${key} ${now}`)
          else if (wait < Infinity) due.set(key, Math.min(due.get(key) ?? Infinity, now + wait))
          // oxlint-disable-next-line no-await-in-loop -- one after the other
          await clock.advance(pause)
          expire(clock.monotonic())
        }
        await clock.advance(2 ** 32)
        expire(Infinity)
        expect(seen.toSorted()).toEqual(expected.toSorted())
        expect([clock.pending, queue.stats.delayed]).toEqual([0, 0])
        queue.shutDown()
        await worker
      }),
      { numRuns: 150 },
    )
  })
})

/** A limiter, and the longest that it may ask for. */
const limiters: fc.Arbitrary<(clock: TestClock) => { limiter: RateLimiter<string>; cap: number }> = fc.oneof(
  fc.record({ base: fc.nat(1000), max: fc.nat(1_000_000) }).map(({ base, max }) => (clock: TestClock) => ({
    limiter: new ItemExponentialFailureRateLimiter<string>(base, max, { clock }),
    cap: max,
  })),
  fc
    .record({ fast: fc.nat(100), more: fc.nat(10_000), attempts: fc.nat(5) })
    .map(({ fast, more, attempts }) => (clock: TestClock) => ({
      limiter: new ItemFastSlowRateLimiter<string>(fast, fast + more, attempts, { clock }),
      cap: fast + more,
    })),
  fc.record({ base: fc.nat(1000), max: fc.nat(10_000) }).map(({ base, max }) => (clock: TestClock) => ({
    limiter: new WithMaxWaitRateLimiter(
      new MaxOfRateLimiter<string>(
        new ItemExponentialFailureRateLimiter(base, Infinity, { clock }),
        new ItemFastSlowRateLimiter(1, 50, 3, { clock }),
      ),
      max,
    ),
    cap: max,
  })),
)

describe('rate limiters, whatever fails', { timeout: 60_000 }, () => {
  it('INV-Q8 FAULT-G4 ask for no less with each failure, never for more than their maximum, and begin anew after forget', () => {
    const step = fc.record({
      item: fc.constantFrom('a', 'b'),
      forget: fc.boolean(),
      times: fc.integer({ min: 1, max: 80 }),
    })
    fc.assert(
      fc.property(limiters, fc.array(step, { maxLength: 12 }), (make, steps) => {
        const { limiter, cap } = make(new TestClock())
        const first = make(new TestClock()).limiter.when('a')
        const last = new Map<string, number>()
        const wrong: string[] = []
        for (const { item, forget, times } of steps) {
          if (forget) {
            limiter.forget(item)
            last.delete(item)
            if (limiter.numRequeues(item) !== 0) wrong.push(`${item} is not forgotten`)
          }
          for (let time = 0; time < times; time++) {
            const delay = limiter.when(item)
            const before = last.get(item)
            if (before === undefined && delay !== first) wrong.push(`${item} begins with ${delay}`)
            if (before !== undefined && delay < before) wrong.push(`${delay} after ${before}`)
            if (!(delay <= cap)) wrong.push(`${delay} is more than ${cap}`)
            last.set(item, delay)
          }
        }
        expect(wrong).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('INV-Q8 FAULT-G4 a thousand failures of a base of any size have a delay that is a number', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e300, noNaN: true }),
        fc.double({ min: 0, noNaN: true }),
        (base, max) => {
          const limiter = new ItemExponentialFailureRateLimiter<string>(base, max, { clock: new TestClock() })
          const delays = Array.from({ length: 1200 }, () => limiter.when('a'))
          expect(delays.filter((delay) => !(delay >= 0 && delay <= max))).toEqual([])
        },
      ),
      { numRuns: 30 },
    )
  })

  it('INV-Q8 FAULT-G4 hold no item that failed once, of as many as there may be, two hours later', async () => {
    const clock = new TestClock()
    const limiter = new ItemExponentialFailureRateLimiter<object>('1ms', '1m', {
      clock,
      keyOf: (item) => item,
    })
    const failed = Array.from({ length: many }, (_, key) => {
      const item = { key }
      limiter.when(item)
      return new WeakRef(item)
    })
    expect(await heldOf(failed)).toBe(many)
    await clock.advance('61m')
    limiter.forget({})
    await clock.advance('61m')
    limiter.forget({})
    expect(await heldOf(failed)).toBe(0)
  })
})

describe('a queue with priorities and a key that comes back at once', { timeout: 60_000 }, () => {
  it('INV-Q6 FAULT-G12 runs every cold key when it has waited a second for each step of priority', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 1, max: 60 }),
        async (steps, cold) => {
          const clock = new TestClock()
          const queue = new WorkQueue<string>({ clock, storage: new PriorityStorage({ ageing: '1s' }) })
          queue.add('hot', { priority: steps })
          for (let key = 0; key < cold; key++) queue.add(`cold ${key}`)
          const waited = new Map<string, number>()
          for (let run = 0; waited.size < cold; run++) {
            // oxlint-disable-next-line no-await-in-loop -- one after the other
            using item = await queue.get()
            if (item && item.item !== 'hot') waited.set(item.item, clock.monotonic())
            queue.add('hot', { priority: steps })
            // oxlint-disable-next-line no-await-in-loop
            await clock.advance(100)
            if (run > 10 * steps + 2 * cold + 2) break
          }
          expect(waited.size).toBe(cold)
        },
      ),
      { numRuns: 25 },
    )
  })
})
