import { TestClock } from '@rxkube/clock'
import { PriorityStorage, WorkQueue } from '@rxkube/workqueue'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { work } from './support/work.ts'

const low = -100

function setUp(ageing?: string | number) {
  const clock = new TestClock()
  return { clock, queue: new WorkQueue<string>({ clock, storage: new PriorityStorage({ ageing }) }) }
}

describe('a queue with priorities', () => {
  it('hands out higher priorities first, and first come, first served within one', async () => {
    const { queue } = setUp()
    queue.add('low', { priority: low })
    queue.add('a')
    queue.add('high', { priority: 10 })
    queue.add('b')
    expect([await work(queue), await work(queue), await work(queue), await work(queue)]).toEqual([
      'high',
      'a',
      'b',
      'low',
    ])
  })

  it('moves an item up that is added again with a higher priority, and never down', async () => {
    const { queue } = setUp()
    queue.add('a')
    queue.add('b', { priority: low })
    queue.add('b', { priority: 5 })
    queue.add('b', { priority: low })
    expect([await work(queue), await work(queue)]).toEqual(['b', 'a'])
  })

  it('FAULT-G12 lets nothing starve: who waited a second for each step of priority comes before what is new', async () => {
    const { clock, queue } = setUp('1s')
    queue.add('low', { priority: low })
    const order: (string | undefined)[] = []
    for (let second = 0; second < 105; second++) {
      queue.add(`new ${second}`)
      order.push(await work(queue))
      await clock.advance('1s')
    }
    expect(order.indexOf('low')).toBe(100)
  })

  it('lets priority alone count where age does not', async () => {
    const { clock, queue } = setUp(Infinity)
    queue.add('low', { priority: low })
    await clock.advance('1000h')
    queue.add('new')
    expect(await work(queue)).toBe('new')
    expect(() => new PriorityStorage({ ageing: 0 })).toThrow(RangeError)
  })

  it('agrees with a sort by priority and age, whatever is added, raised and taken', async () => {
    const command = fc.record({
      item: fc.nat(6),
      priority: fc.integer({ min: -3, max: 3 }),
      pause: fc.nat(2000),
      take: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 40 }), async (commands) => {
        const { clock, queue } = setUp('1s')
        const model = new Map<string, { priority: number; at: number; order: number }>()
        let order = 0
        for (const { item, priority, pause, take } of commands) {
          const name = String(item)
          queue.add(name, { priority })
          const known = model.get(name)
          if (known) known.priority = Math.max(known.priority, priority)
          else model.set(name, { priority, at: clock.monotonic(), order: order++ })
          // oxlint-disable-next-line no-await-in-loop
          await clock.advance(pause)
          if (!take) continue
          const [first] = [...model].toSorted(
            ([, a], [, b]) => b.priority * 1000 - b.at - (a.priority * 1000 - a.at) || a.order - b.order,
          )
          expect(await work(queue)).toBe(first?.[0])
          model.delete(first?.[0] ?? '')
        }
      }),
      { numRuns: 200 },
    )
  })
})
