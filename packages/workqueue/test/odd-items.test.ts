import { TestClock } from '@rxkube/clock'
import {
  DelayingQueue,
  ItemKeyError,
  parallelizeUntil,
  PriorityStorage,
  RateLimitingQueue,
  WorkQueue,
  type RateLimiter,
} from '@rxkube/workqueue'
import { describe, expect, it } from 'vitest'
import { work } from './support/work.ts'

class Hidden {
  readonly #name: string

  constructor(name: string) {
    this.#name = name
  }

  get name(): string {
    return this.#name
  }
}

class Request {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

function circle(): object {
  const item: { self?: object } = {}
  item.self = [item]
  return item
}

describe('items that are objects', () => {
  it.for([
    ['a Map', new Map([['name', 'a']])],
    ['a Set', new Set(['a'])],
    ['an object with private fields', new Hidden('a')],
    ['an object in an object', { request: new Hidden('a') }],
    ['a function', { name: () => 'a' }],
    ['a bigint', { generation: 1n }],
    ['a circle', circle()],
  ] as const)('FAULT-G2 that cannot be told apart by their JSON are refused: %s', ([, item]) => {
    const queue = new DelayingQueue<unknown>({ clock: new TestClock() })
    expect(() => queue.add(item)).toThrow(ItemKeyError)
    expect(() => queue.addAfter(item, '1s')).toThrow(ItemKeyError)
    expect([queue.size, queue.stats.adds, queue.stats.delayed]).toEqual([0, 0, 0])
    const keyed = new WorkQueue<unknown>({ keyOf: (each) => each })
    keyed.add(item)
    expect(keyed.size).toBe(1)
  })

  it('FAULT-G2 that can be told apart are, also by what lies deep in them', () => {
    const queue = new WorkQueue<unknown>()
    const same = { name: 'a' }
    const items = [
      {},
      [],
      [{}],
      { name: 'a' },
      new Request('b'),
      { at: new Date(0) },
      { at: new Date(1) },
      { one: same, other: same },
      '\0{}',
      '\0\0{}',
      '{}',
      null,
      undefined,
      Number.NaN,
      0,
      false,
      '0',
    ]
    for (const item of items) queue.add(item)
    expect(queue.size).toBe(items.length)
    for (const item of [new Request('a'), { name: 'b' }, { at: new Date(1) }, -0, Number.NaN]) queue.add(item)
    expect(queue.size).toBe(items.length)
  })

  it('are keyed at any depth', () => {
    const queue = new WorkQueue<unknown>()
    const deep = (end: string): unknown => {
      let item: unknown = end
      for (let level = 0; level < 10_000; level++) item = { item }
      return item
    }
    queue.add(deep('a'))
    queue.add(deep('b'))
    queue.add(deep('a'))
    expect(queue.size).toBe(2)
  })
})

describe('numbers that are none', () => {
  it('FAULT-G3 as a delay are refused, and nothing is added', async () => {
    const clock = new TestClock()
    const queue = new DelayingQueue<string>({ clock })
    expect(() => queue.addAfter('a', Number.NaN)).toThrow('NaN is not a duration')
    expect(() => queue.addAfter('a', 'soon')).toThrow('"soon" is not a duration')
    queue.addAfter('b', -Infinity)
    expect([queue.size, queue.stats.delayed, clock.pending]).toEqual([1, 0, 0])
  })

  it('FAULT-G3 from a rate limiter are refused', () => {
    const broken: RateLimiter<string> = { when: () => Number.NaN, forget() {}, numRequeues: () => 0 }
    const queue = new RateLimitingQueue<string>({ clock: new TestClock(), rateLimiter: broken })
    expect(() => queue.addRateLimited('a')).toThrow('NaN is not a duration')
    expect(queue.stats).toMatchObject({ delayed: 0, retries: 0, adds: 0 })
  })

  it('FAULT-G12 as a priority are refused: among others they would have no place', async () => {
    const clock = new TestClock()
    const queue = new DelayingQueue<string>({ clock, storage: new PriorityStorage() })
    expect(() => queue.add('a', { priority: Number.NaN })).toThrow(RangeError)
    expect(() => queue.addAfter('a', '1s', { priority: Number.NaN })).toThrow(RangeError)
    expect([queue.size, queue.stats.delayed]).toEqual([0, 0])
    queue.add('last', { priority: -Infinity })
    queue.add('first', { priority: Infinity })
    queue.add('middle')
    expect([await work(queue), await work(queue), await work(queue)]).toEqual(['first', 'middle', 'last'])
  })

  it.for([
    [Number.NaN, 3, 1],
    [2, Number.NaN, 1],
    [2, 3, Number.NaN],
    [2, 3, 1.5],
    [2, Infinity, 1],
  ] as const)(
    'are refused by parallelizeUntil: workers %d, pieces %d, chunks of %d',
    async ([workers, pieces, chunkSize]) => {
      let done = 0
      await expect(parallelizeUntil(workers, pieces, () => void done++, { chunkSize })).rejects.toThrow(
        RangeError,
      )
      expect(done).toBe(0)
    },
  )
})

describe('many items that are due at once', () => {
  it('let the event loop turn', async () => {
    const clock = new TestClock()
    const queue = new DelayingQueue<number>({ clock })
    for (let item = 0; item < 20_000; item++) queue.addAfter(item, '1s')
    const sizes = new Set<number>()
    queue.stats$.subscribe(({ depth }) => sizes.add(depth))
    await clock.advance('1s')
    expect(queue.size).toBe(20_000)
    expect([...sizes]).toEqual([0, 5000, 10_000, 15_000, 20_000])
    expect(clock.pending).toBe(0)
    expect([await work(queue), await work(queue)]).toEqual([0, 1])
  })
})
