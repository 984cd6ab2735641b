import { TestClock, TokenBucket } from '@rxkube/clock'
import {
  BucketRateLimiter,
  defaultControllerRateLimiter,
  defaultItemBasedRateLimiter,
  ItemExponentialFailureRateLimiter,
  ItemFastSlowRateLimiter,
  MaxOfRateLimiter,
  RateLimitingQueue,
  WithMaxWaitRateLimiter,
  type RateLimiter,
} from '@rxkube/workqueue'
import { describe, expect, it } from 'vitest'
import { work } from './support/work.ts'

const times = <T>(limiter: RateLimiter<T>, item: T, count: number): number[] =>
  Array.from({ length: count }, () => limiter.when(item))

describe('rate limiters', () => {
  it('WQ-6 FEAT-G7 the exponential one doubles for each failure of an item, up to its maximum', () => {
    const limiter = new ItemExponentialFailureRateLimiter<string>('1ms', '1s')
    expect(times(limiter, 'one', 5)).toEqual([1, 2, 4, 8, 16])
    expect(limiter.numRequeues('one')).toBe(5)
    expect(times(limiter, 'two', 2)).toEqual([1, 2])
    expect(times(limiter, 'one', 7).at(-1)).toBe(1000)
    limiter.forget('one')
    expect([limiter.numRequeues('one'), limiter.when('one')]).toEqual([0, 1])
  })

  it('WQ-6 FEAT-G7 a thousand failures take the maximum, and so do two thousand', () => {
    const limiter = new ItemExponentialFailureRateLimiter<string>('1ms', '1000s')
    expect(times(limiter, 'a', 1000).at(-1)).toBe(1_000_000)
    expect(times(limiter, 'a', 1000).at(-1)).toBe(1_000_000)
    const none = new ItemExponentialFailureRateLimiter<string>(0, '1s')
    expect(new Set(times(none, 'a', 2000))).toEqual(new Set([0]))
    const endless = new ItemExponentialFailureRateLimiter<string>('1000s', Infinity)
    expect(times(endless, 'a', 2000).every((delay) => delay > 0)).toBe(true)
  })

  it('FAULT-G4 forgets items that did not fail for an hour, and twice the longest wait', async () => {
    const clock = new TestClock()
    const limiter = new ItemExponentialFailureRateLimiter<number>('1ms', '1000s', { clock })
    const remembered = () =>
      Array.from({ length: 1000 }, (_, item) => item).filter((item) => limiter.numRequeues(item) > 0).length
    for (let item = 0; item < 1000; item++) limiter.when(item)
    await clock.advance('59m')
    expect([remembered(), limiter.when(0)]).toEqual([1000, 2])
    await clock.advance('90m')
    expect([remembered(), limiter.when(0)]).toEqual([0, 1])
  })

  it('WQ-6 FEAT-G7 items are the same by value', () => {
    const limiter = new ItemExponentialFailureRateLimiter<{ name: string }>('1ms', '1s')
    expect([limiter.when({ name: 'a' }), limiter.when({ name: 'a' })]).toEqual([1, 2])
    limiter.forget({ name: 'a' })
    expect(limiter.numRequeues({ name: 'a' })).toBe(0)
  })

  it('WQ-6 FEAT-G7 the fast and slow one changes after so many failures', () => {
    const limiter = new ItemFastSlowRateLimiter<string>('5ms', '10s', 3)
    expect(times(limiter, 'one', 5)).toEqual([5, 5, 5, 10_000, 10_000])
    expect(limiter.when('two')).toBe(5)
    limiter.forget('one')
    expect([limiter.numRequeues('one'), limiter.when('one')]).toEqual([0, 5])
  })

  it('WQ-6 FEAT-G7 the bucket reserves a token of all items at every call', () => {
    const limiter = new BucketRateLimiter(new TokenBucket({ qps: 10, burst: 2, clock: new TestClock() }))
    expect(Array.from({ length: 4 }, () => limiter.when())).toEqual([0, 0, 100, 200])
    limiter.forget()
    expect(limiter.numRequeues()).toBe(0)
  })

  it('WQ-6 FEAT-G7 the one of the maximum asks every limiter, and takes the longest', () => {
    const fastSlow = new ItemFastSlowRateLimiter<string>('5ms', '3s', 3)
    const exponential = new ItemExponentialFailureRateLimiter<string>('1ms', '1s')
    const limiter = new MaxOfRateLimiter(fastSlow, exponential)
    expect(times(limiter, 'a', 5)).toEqual([5, 5, 5, 3000, 3000])
    expect([fastSlow.numRequeues('a'), exponential.numRequeues('a'), limiter.numRequeues('a')]).toEqual([
      5, 5, 5,
    ])
    limiter.forget('a')
    expect([fastSlow.numRequeues('a'), exponential.numRequeues('a')]).toEqual([0, 0])
    expect(new MaxOfRateLimiter<string>().when('a')).toBe(0)
  })

  it('WQ-6 FEAT-G7 the one with a longest wait cuts off what another says', () => {
    const inner = new ItemFastSlowRateLimiter<string>('5ms', '3s', 1)
    const limiter = new WithMaxWaitRateLimiter(inner, '200ms')
    expect(times(limiter, 'a', 3)).toEqual([5, 200, 200])
    expect(limiter.numRequeues('a')).toBe(3)
    limiter.forget('a')
    expect(limiter.when('a')).toBe(5)
  })

  it('WQ-6 FEAT-G7 the default of controllers is 5 ms doubling, and ten a second past the first hundred', () => {
    const limiter = defaultControllerRateLimiter<string>({ clock: new TestClock() })
    expect(times(limiter, 'a', 3)).toEqual([5, 10, 20])
    const many = Array.from({ length: 100 }, (_, at) => limiter.when(`item ${at}`))
    expect([many[96], many[97], many[99]]).toEqual([5, 100, 300])
    expect(times(defaultItemBasedRateLimiter<string>(), 'a', 3)).toEqual([1, 2, 4])
  })
})

describe('a rate-limiting queue', () => {
  it('WQ-6 FEAT-G6 adds after 1, 2, 4 … ms, and from the beginning after forget', async () => {
    const clock = new TestClock()
    const rateLimiter = new ItemExponentialFailureRateLimiter<string>('1ms', '1s')
    const queue = new RateLimitingQueue({ clock, rateLimiter })
    const delays: number[] = []
    const fail = async (): Promise<void> => {
      const began = clock.monotonic()
      queue.addRateLimited('a')
      while (queue.size === 0) await clock.advance(1)
      delays.push(clock.monotonic() - began)
      await work(queue)
    }
    for (let turn = 0; turn < 4; turn++) await fail()
    expect(queue.numRequeues('a')).toBe(4)
    queue.forget('a')
    expect(queue.numRequeues('a')).toBe(0)
    await fail()
    expect(delays).toEqual([1, 2, 4, 8, 1])
  })

  it('FEAT-G6 has the default of controllers, on its own clock', async () => {
    const clock = new TestClock()
    const queue = new RateLimitingQueue<string>({ clock })
    queue.addRateLimited('a')
    await clock.advance('5ms')
    expect(queue.size).toBe(1)
    expect(queue.stats.retries).toBe(1)
  })
})
