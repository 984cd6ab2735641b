import { TestClock } from '@rxkube/clock'
import { DelayingQueue } from '@rxkube/workqueue'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { work } from './support/work.ts'

const count = process.env['RXKUBE_FULL'] === undefined ? 100_000 : 1_000_000

function setUp() {
  const clock = new TestClock()
  return { clock, queue: new DelayingQueue<string>({ clock }) }
}

describe('a delaying queue', () => {
  it('WQ-5 FEAT-G5 adds an item when its time has come, once', async () => {
    const { clock, queue } = setUp()
    queue.addAfter('a', '50ms')
    await clock.advance('49ms')
    expect([queue.size, queue.stats.delayed]).toEqual([0, 1])
    await clock.advance('1ms')
    expect([queue.size, queue.stats.delayed]).toEqual([1, 0])
    expect(await work(queue)).toBe('a')
    await clock.advance('1m')
    expect([queue.size, clock.pending]).toEqual([0, 0])
  })

  it('FAULT-G5 takes an item back that waits for its time', async () => {
    const { clock, queue } = setUp()
    queue.addAfter('a', '1h')
    queue.addAfter('b', '2h')
    expect([queue.forgetDelayed('a'), queue.forgetDelayed('a')]).toEqual([true, false])
    await clock.advance('1h')
    expect(queue.size).toBe(0)
    await clock.advance('1h')
    expect(await work(queue)).toBe('b')
    queue.addAfter('c', '1h')
    queue.forgetDelayed('c')
    expect(clock.pending).toBe(0)
  })

  it.for([
    ['5s', '1s'],
    ['1s', '5s'],
  ] as const)(
    'WQ-5 FEAT-G5 FAULT-G3 adds an item that waits for %s and %s once, at the earlier time',
    async ([first, second]) => {
      const { clock, queue } = setUp()
      queue.addAfter('a', first)
      queue.addAfter('a', second)
      await clock.advance('999ms')
      expect(queue.size).toBe(0)
      await clock.advance('1ms')
      expect(await work(queue)).toBe('a')
      await clock.advance('10s')
      expect(queue.size).toBe(0)
    },
  )

  it('WQ-5 FEAT-G5 FAULT-G3 adds at once for no delay or less, and never for an endless one', async () => {
    const { clock, queue } = setUp()
    queue.addAfter('now', 0)
    queue.addAfter('past', -5)
    queue.addAfter('never', Infinity)
    queue.addAfter('in a month', 2 ** 31 + 1)
    expect(queue.size).toBe(2)
    await clock.advance(2 ** 31)
    expect(queue.size).toBe(2)
    await clock.advance('1000h')
    expect(queue.size).toBe(3)
    expect(clock.pending).toBe(0)
  })

  it('FAULT-G3 does not add at once, on the clock of the machine, what is due in 24.8 days and 2 ms', async () => {
    const queue = new DelayingQueue<string>()
    queue.addAfter('in a month', 2 ** 31 + 1)
    // Node fires a timer of more than 2^31 - 1 ms after one.
    queue.addAfter('soon', 5)
    expect(await work(queue)).toBe('soon')
    expect(queue.stats).toMatchObject({ depth: 0, delayed: 1 })
    queue.shutDown()
  })

  it('WQ-5 adds in the order of the times, and of the adds where these are one', async () => {
    const { clock, queue } = setUp()
    for (const [item, delay] of Object.entries({ c: 30, a: 10, b: 20, d: 30 })) queue.addAfter(item, delay)
    await clock.advance('1s')
    expect([await work(queue), await work(queue), await work(queue), await work(queue)]).toEqual([
      'a',
      'b',
      'c',
      'd',
    ])
  })

  it('keeps causes and the highest priority until then', async () => {
    const { clock, queue } = setUp()
    queue.addAfter('a', '2s', { cause: 'one', priority: 3 })
    queue.addAfter('a', '1s', { cause: 'two' })
    await clock.advance('1s')
    expect(await queue.get()).toMatchObject({ causes: ['one', 'two'], priority: 3 })
  })

  it('FEAT-G5 is never earlier than the least of the delays of an item, nor later, whatever was asked', async () => {
    const ask = fc.record({ item: fc.constantFrom('a', 'b', 'c'), delay: fc.nat(50), pause: fc.nat(20) })
    await fc.assert(
      fc.asyncProperty(fc.array(ask, { maxLength: 20 }), async (asks) => {
        const { clock, queue } = setUp()
        const begin = clock.monotonic()
        const due = new Map<string, number>()
        const expected: string[] = []
        const seen: string[] = []
        const take = async (): Promise<void> => {
          while (queue.size > 0) seen.push(`${await work(queue)}@${clock.monotonic() - begin}`)
        }
        const expire = (): void => {
          for (const [item, at] of due) {
            if (at > clock.monotonic() - begin) continue
            expected.push(`${item}@${at}`)
            due.delete(item)
          }
        }
        const step = async (): Promise<void> => {
          await clock.advance(1)
          expire()
          await take()
        }
        for (const { item, delay, pause } of asks) {
          queue.addAfter(item, delay)
          const now = clock.monotonic() - begin
          if (delay === 0) expected.push(`${item}@${now}`)
          else due.set(item, Math.min(due.get(item) ?? Infinity, now + delay))
          await take()
          for (let turn = 0; turn < pause; turn++) await step()
        }
        for (let turn = 0; turn < 60; turn++) await step()
        expect(seen.toSorted()).toEqual(expected.toSorted())
        expect([clock.pending, queue.stats.delayed]).toEqual([0, 0])
      }),
      { numRuns: 50 },
    )
  })

  it(`holds ${count} delayed items with one timer`, { timeout: 60_000 }, async () => {
    const { clock, queue } = setUp()
    for (let at = 0; at < count; at++) queue.addAfter(String(at), ((at * 7919) % 1000) + 1)
    expect([queue.stats.delayed, clock.pending]).toEqual([count, 1])
    await clock.advance(3)
    expect(queue.size).toBe((3 * count) / 1000)
    await clock.advance('1s')
    expect([queue.size, queue.stats.delayed, clock.pending]).toEqual([count, 0, 0])
  })
})
