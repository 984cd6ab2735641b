import { RateLimitingQueue, type AddOptions } from '@rxkube/workqueue'
import type { Duration } from '@rxkube/clock'
import { describe, expect, it } from 'vitest'
import { exploreQueue } from './queue-explore.ts'
import { queueViolationIn } from './queue-invariants.ts'
import { QueueWorld } from './queue-world.ts'

describe('every history of a queue with two keys and two workers', { timeout: 120_000 }, () => {
  // `npm run model` goes to the end of the first, and to 12 in the second.
  it.each([
    ['first in, first out', 7, 5000],
    ['priorities', 6, 5000],
  ] as const)(
    'MODEL-Q1 INV-Q1 INV-Q2 INV-Q3 INV-Q4 INV-Q5 INV-Q6 INV-Q7 INV-Q8 keeps the invariants: %s',
    async (order, depth, fewest) => {
      const { states, counterexample } = await exploreQueue(order, depth)
      expect(counterexample ?? 'nothing').toBe('nothing')
      expect(states).toBeGreaterThan(fewest)
    },
  )
})

class LosesAdds extends RateLimitingQueue<string> {
  override add(item: string, options?: AddOptions): void {
    if (this.stats.processing === 0) super.add(item, options)
  }
}

class AddsEarly extends RateLimitingQueue<string> {
  override addAfter(item: string, delay: Duration, options?: AddOptions): void {
    super.addAfter(item, delay === 3 ? 2 : delay, options)
  }
}

class NeverEnds extends RateLimitingQueue<string> {
  override shutDown(): void {
    void this.stats
  }
}

class NeverForgets extends RateLimitingQueue<string> {
  override forget(item: string): void {
    this.numRequeues(item)
  }
}

const workersGoOn = 'and then the workers go on until nothing is left'

const bugs = [
  ['Q2', LosesAdds, ['add a', 'worker 0: get', 'add a', workersGoOn]],
  ['Q4', AddsEarly, ['addAfter a 3 ms']],
  ['Q5', NeverEnds, ['add a', workersGoOn]],
  ['Q8', NeverForgets, ['addRateLimited a', 'forget a']],
] as const

describe('the model of the queue', () => {
  it.each(bugs)('finds the shortest way to a bug: %s', async (id, Queue, steps) => {
    const { counterexample = '' } = await exploreQueue(
      'first in, first out',
      6,
      Queue as typeof RateLimitingQueue,
    )
    expect(counterexample).toMatch(new RegExp(`^${id} `))
    const told = counterexample.split('\n').slice(1)
    expect(told.map((line) => line.replace(/^ +(\d+\. )?/, ''))).toEqual(steps)
  })

  it('each invariant can fail in it', async () => {
    const world = new QueueWorld('first in, first out')
    await world.run({ type: 'add', key: 'a' })
    await world.run({ type: 'get', worker: 0 })
    await world.run({ type: 'add', key: 'b' })
    await world.run({ type: 'addAfter', key: 'a', delay: 3 })
    const { seen, spec } = world
    expect(queueViolationIn({ seen, spec })).toBeUndefined()
    const id = (other: Partial<typeof seen>): string | undefined =>
      queueViolationIn({ seen: { ...seen, ...other }, spec })?.id
    const at = (key: string) => ({ key })
    expect(id({ workers: [at('a'), at('a')] })).toBe('Q1')
    expect(id({ waiting: [] })).toBe('Q2')
    expect(id({ workers: ['waiting', 'idle'] })).toBe('Q2')
    expect(id({ depth: 2 })).toBe('Q3')
    expect(id({ workers: [at('a'), at('b')] })).toBe('Q3')
    expect(id({ waiting: ['a', 'b'] })).toBe('Q4')
    expect(id({ timers: [2] })).toBe('Q4')
    expect(id({ workers: [at('a'), 'ended'] })).toBe('Q5')
    expect(id({ drain: 'over' })).toBe('Q5')
    expect(id({ workers: [at('b'), 'idle'] })).toBe('Q6')
    expect(id({ processing: 2 })).toBe('Q7')
    expect(id({ requeues: [1, 0] })).toBe('Q8')
  })
})
