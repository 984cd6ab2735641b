import { TestClock } from '@rxkube/clock'
import { FifoStorage, PriorityStorage, WorkQueue, type Queued, type WorkItem } from '@rxkube/workqueue'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heldOf } from './support/collected.ts'
import { work } from './support/work.ts'

describe('a work queue', () => {
  it('WQ-2 FEAT-G1 collapses what is added while it waits, first come, first served', async () => {
    const queue = new WorkQueue<string>()
    for (const item of ['a', 'b', 'a', 'c', 'b']) queue.add(item)
    expect(queue.size).toBe(3)
    const seen = [await work(queue), await work(queue), await work(queue)]
    expect(seen).toEqual(['a', 'b', 'c'])
    expect(queue.size).toBe(0)
  })

  it('WQ-2 FEAT-G1 FAULT-G2 hands what is added twice while it is worked on out once more, after done', async () => {
    const queue = new WorkQueue<{ namespace: string; name: string }>()
    queue.add({ namespace: 'one', name: 'a' })
    const first = await queue.get()
    queue.add({ name: 'a', namespace: 'one' })
    queue.add({ namespace: 'one', name: 'a' })
    expect(queue.size).toBe(0)
    let second: WorkItem<unknown> | undefined
    const other = queue.get().then((item) => (second = item))
    await Promise.resolve()
    expect(second).toBeUndefined()
    first?.done()
    await other
    expect(second?.item).toEqual({ name: 'a', namespace: 'one' })
    second?.done()
    expect(queue.size).toBe(0)
  })

  it('FEAT-G1 tells a string from the object that reads like it, and takes a key of its own', async () => {
    const queue = new WorkQueue<unknown>()
    queue.add({ a: 1 })
    queue.add('{"a":1}')
    expect(queue.size).toBe(2)
    const byName = new WorkQueue<{ name: string; seen: number }>({ keyOf: ({ name }) => name })
    byName.add({ name: 'a', seen: 1 })
    byName.add({ name: 'a', seen: 2 })
    expect(byName.size).toBe(1)
  })

  it('WQ-2 FEAT-G4 touches its storage for a duplicate that waits, and for no other', async () => {
    const touched: string[] = []
    const items: Queued<string>[] = []
    const storage = {
      get size() {
        return items.length
      },
      push: (queued: Queued<string>) => void items.push(queued),
      touch: ({ item }: Queued<string>) => void touched.push(item),
      pop: () => items.shift(),
    }
    const queue = new WorkQueue({ storage })
    queue.add('a')
    queue.add('a')
    expect(touched).toEqual(['a'])
    const first = await queue.get()
    queue.add('a')
    queue.add('a')
    expect(touched).toEqual(['a'])
    first?.done()
    expect(items).toHaveLength(1)
  })

  it.for(['first in, first out', 'priorities'])(
    'WQ-4 holds no item that was worked off (%s)',
    async (order) => {
      const storage = order === 'priorities' ? new PriorityStorage<object>() : new FifoStorage<object>()
      const queue = new WorkQueue<object>({ storage, keyOf: (item) => item })
      const items = Array.from({ length: 100 }, (_, key) => {
        const item = { key }
        queue.add(item)
        return new WeakRef(item)
      })
      expect(await heldOf(items)).toBe(100)
      while (queue.size > 0) await work(queue)
      expect(await heldOf(items)).toBe(0)
    },
  )

  it('done is said once: again, or late, it ends no work of others', async () => {
    const queue = new WorkQueue<string>()
    queue.add('a')
    const first = await queue.get()
    queue.add('a')
    first?.done()
    const second = await queue.get()
    first?.done()
    queue.add('a')
    expect(queue.size).toBe(0)
    second?.done()
    expect(queue.size).toBe(1)
    queue.done('never taken')
    expect(queue.size).toBe(1)
  })

  it('merges the causes of repeats, each once, up to the bound, and keeps the highest priority', async () => {
    const queue = new WorkQueue<string>({ causesLimit: 2 })
    queue.add('a', { cause: 'pod web-0', priority: -1 })
    queue.add('a', { cause: 'pod web-0', priority: 5 })
    queue.add('a', { cause: 'pod web-1' })
    queue.add('a', { cause: 'pod web-2' })
    const item = await queue.get()
    expect(item).toMatchObject({ priority: 5, causes: ['pod web-0', 'pod web-1'], droppedCauses: 1 })
    queue.add('a', { cause: 'pod web-3' })
    item?.done()
    expect(await queue.get()).toMatchObject({ priority: 0, causes: ['pod web-3'], droppedCauses: 0 })
  })

  it('ends the wait of whoever gives up, and loses nothing by it', async () => {
    const queue = new WorkQueue<string>()
    const gone = new AbortController()
    const first = queue.get({ signal: gone.signal })
    const second = queue.get()
    gone.abort(new Error('gone'))
    await expect(first).rejects.toThrow('gone')
    queue.add('a')
    expect((await second)?.item).toBe('a')
    await expect(queue.get({ signal: gone.signal })).rejects.toThrow('gone')
  })

  it('tells its stats now and once a turn when they change', async () => {
    const clock = new TestClock()
    const queue = new WorkQueue<string>({ clock })
    const depths: [number, number, number][] = []
    const subscription = queue.stats$.subscribe(({ depth, processing, adds }) =>
      depths.push([depth, processing, adds]),
    )
    queue.add('a')
    queue.add('b')
    await clock.settle()
    const item = await queue.get()
    await clock.settle()
    item?.done()
    await clock.settle()
    expect(depths).toEqual([
      [0, 0, 0],
      [2, 0, 2],
      [1, 1, 2],
      [1, 0, 2],
    ])
    subscription.unsubscribe()
    queue.add('c')
    await clock.settle()
    expect(depths).toHaveLength(4)
  })

  it('FEAT-G1 FAULT-G2 never has a key with two workers, hands out every add at least once after it, and in order (WQ1–WQ5)', async () => {
    const key = fc.constantFrom('a', 'b', 'c')
    const command = fc.oneof(
      fc.record({ type: fc.constant('add' as const), key }),
      fc.record({ type: fc.constant('get' as const) }),
      fc.record({ type: fc.constant('done' as const), at: fc.nat(5) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 60 }), async (commands) => {
        const queue = new WorkQueue<string>()
        const waiting: string[] = []
        const again = new Set<string>()
        const working: WorkItem<string>[] = []
        const taken: unknown[] = []
        const expected: unknown[] = []
        for (const each of commands) {
          if (each.type === 'add') {
            queue.add(each.key)
            const isWorkedOn = working.some(({ item }) => item === each.key)
            if (isWorkedOn) again.add(each.key)
            else if (!waiting.includes(each.key)) waiting.push(each.key)
          } else if (each.type === 'get' && queue.size > 0) {
            // oxlint-disable-next-line no-await-in-loop
            const item = await queue.get()
            taken.push(item?.item)
            expected.push(waiting.shift())
            if (item) working.push(item)
          } else if (each.type === 'done' && working.length > 0) {
            const [item] = working.splice(each.at % working.length, 1)
            item?.done()
            if (item && again.delete(item.item)) waiting.push(item.item)
          }
          expect(queue.size).toBe(waiting.length)
          expect(queue.stats.processing).toBe(working.length)
        }
        expect(taken).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })
})
