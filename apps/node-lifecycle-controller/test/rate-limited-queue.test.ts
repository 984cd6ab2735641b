import { TestClock } from '@rxkube/clock'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RateLimitedQueue, type Attempt } from '../src/tainting/rate-limited-queue.ts'
import { ValueHeap } from '../src/tainting/value-heap.ts'

const done: Attempt = { done: true }

function queue(values: readonly string[] = [], rate = Infinity) {
  const clock = new TestClock()
  const made = new RateLimitedQueue({ clock, rate })
  const handled: string[] = []
  for (const value of values) made.add(value, `uid of ${value}`)
  const handle = () =>
    made.try(({ value }) => {
      handled.push(value)
      return Promise.resolve(done)
    })
  return { clock, queue: made, handled, handle }
}

describe('the queue of a zone', () => {
  it('N-14: hands out what was added in that order, and all of it', async () => {
    const { handled, handle, queue: made } = queue(['first', 'second', 'third'])
    await handle()
    expect({ handled, waiting: made.waiting }).toEqual({ handled: ['first', 'second', 'third'], waiting: 0 })
  })

  it.each([
    ['first', ['second', 'third']],
    ['second', ['first', 'third']],
    ['third', ['first', 'second']],
  ])('N-14: does not hand out what was removed: the %s', async (removed, left) => {
    const { handled, handle, queue: made } = queue(['first', 'second', 'third'])
    expect([made.remove(removed), made.remove(removed)]).toEqual([true, false])
    await handle()
    expect(handled).toEqual(left)
  })

  it('N-14: what has to be tried again comes later, behind what was next', async () => {
    const { clock, queue: made } = queue(['first', 'second', 'third'])
    const order: string[] = []
    const attempt = () =>
      made.try(({ value }) => {
        order.push(value)
        const isFirstTryOfSecond = value === 'second' && order.filter((each) => each === value).length === 1
        return Promise.resolve(isFirstTryOfSecond ? { done: false, retryIn: 1000 } : done)
      })
    await attempt()
    expect(order).toEqual(['first', 'second', 'third'])
    await clock.advance('1s')
    await attempt()
    expect(order).toHaveLength(3)
    await clock.advance('1ms')
    await attempt()
    expect(order).toEqual(['first', 'second', 'third', 'second'])
  })

  it('N-14: what is removed while it is handled is not tried again', async () => {
    const { clock, queue: made } = queue(['first', 'second', 'third'])
    const order: string[] = []
    const attempt = () =>
      made.try(({ value }) => {
        order.push(value)
        if (value === 'second') made.remove('second')
        return Promise.resolve(value === 'second' ? { done: false, retryIn: 0 } : done)
      })
    await attempt()
    await clock.advance('1h')
    await attempt()
    expect(order).toEqual(['first', 'second', 'third'])
  })

  it('N-14: is empty and knows nothing once it was cleared', async () => {
    const { handled, handle, queue: made } = queue(['first', 'second'])
    made.clear()
    await handle()
    expect(handled).toEqual([])
    expect(made.add('first', '')).toBe(true)
  })

  it('N-14 N-7: refuses what it handled until that is removed', async () => {
    const { handled, handle, queue: made } = queue(['first', 'second'])
    await handle()
    expect([made.add('first', ''), made.remove('first'), made.add('first', '')]).toEqual([false, true, true])
    await handle()
    expect(handled).toEqual(['first', 'second', 'first'])
  })

  it('N-14: goes as fast as its rate says, from 1 over 0 to 5.5', async () => {
    const { clock, handled, handle, queue: made } = queue(['1', '2', '3', '4', '5'], 1)
    const rates = [made.rate]
    await handle()
    await clock.advance('1s')
    made.swapLimiter(0)
    rates.push(made.rate)
    await clock.advance('1h')
    await handle()
    expect(handled).toEqual(['1'])
    made.swapLimiter(5.5)
    rates.push(made.rate)
    await handle()
    expect(handled, 'who had to wait still has to').toEqual(['1'])
    await clock.advance(1000 / 5.5)
    await handle()
    expect(handled).toEqual(['1', '2'])
    await clock.advance('1h')
    await handle()
    expect(handled, 'no more than one is saved up').toEqual(['1', '2', '3'])
    expect(rates).toEqual([1, 0, 5.5])
  })

  it('N-14: 1 per second after 0 is a rate like any other', async () => {
    const { clock, handled, handle, queue: made } = queue(['1'], 0)
    made.swapLimiter(1)
    await clock.advance('1s')
    await handle()
    expect(handled).toEqual(['1'])
  })

  it('N-14: the same rate again changes nothing', async () => {
    const { handled, handle, queue: made } = queue(['1', '2'], 0.1)
    made.swapLimiter(0.1)
    await handle()
    expect(handled).toEqual(['1'])
  })

  it('N-14: looking at what is not due yet costs a token', async () => {
    const { clock, queue: made } = queue(['1'], 0.1)
    const retry = () => made.try(() => Promise.resolve({ done: false, retryIn: 15_000 }))
    await retry()
    await clock.advance('10s')
    await retry()
    const handled: string[] = []
    const handle = () =>
      made.try(({ value }) => {
        handled.push(value)
        return Promise.resolve(done)
      })
    await clock.advance('9s')
    await handle()
    expect(handled).toEqual([])
    await clock.advance('1s')
    await handle()
    expect(handled).toEqual(['1'])
  })
})

it('N-14: a heap gives back what a sorted list would, whatever is taken out of its middle', () => {
  const step = fc.record({ value: fc.integer({ min: 0, max: 20 }), at: fc.nat(9), remove: fc.boolean() })
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const heap = new ValueHeap()
      const model = new Map<string, readonly [at: number, order: number]>()
      steps.forEach(({ value: number, at, remove }, order) => {
        const value = `${number}`
        expect(heap.delete(value)).toBe(model.delete(value))
        if (remove) return
        heap.push({ value, uid: '', addedAt: 0, processAt: at })
        model.set(value, [at, order])
      })
      const expected = [...model]
        .toSorted(([, a], [, b]) => a[0] - b[0] || a[1] - b[1])
        .map(([value]) => value)
      const given: string[] = []
      for (let head = heap.head(); head; head = heap.head()) {
        given.push(head.value)
        heap.delete(head.value)
      }
      expect(given).toEqual(expected)
    }),
  )
})
