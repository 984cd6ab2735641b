import { TestClock } from '@rxkube/clock'
import { DelayingQueue, WorkQueue } from '@rxkube/workqueue'
import { describe, expect, it } from 'vitest'
import { work } from './support/work.ts'

/** Whether a promise has settled by the next turns. */
async function settled(promise: Promise<unknown>): Promise<boolean> {
  let over = false
  void promise.then(() => (over = true))
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
  return over
}

describe('a queue that shuts down', () => {
  it('WQ-1 FEAT-G2 refuses adds and hands out what waits, then tells every worker that it is over', async () => {
    const queue = new WorkQueue<string>()
    queue.add('a')
    queue.shutDown()
    queue.add('b')
    expect(queue.shuttingDown).toBe(true)
    expect(await work(queue)).toBe('a')
    expect(await queue.get()).toBeUndefined()
  })

  it('WQ-1 FAULT-G1 wakes all who wait', async () => {
    const queue = new WorkQueue<string>()
    const all = [queue.get(), queue.get(), queue.get()]
    queue.shutDown()
    expect(await Promise.all(all)).toEqual([undefined, undefined, undefined])
  })

  it.for(['shutDown', 'shutDownWithDrain'] as const)(
    'WQ-1 FEAT-G2 with 50 producers and 10 workers, after %s nothing appears that was added later',
    async (how) => {
      const queue = new WorkQueue<string>()
      const seen: string[] = []
      const worker = async (): Promise<void> => {
        for (;;) {
          using item = await queue.get()
          if (!item) return
          seen.push(item.item)
          await Promise.resolve()
        }
      }
      const workers = Array.from({ length: 10 }, worker)
      const producer = async (number: number): Promise<void> => {
        for (let turn = 0; turn < 20; turn++) {
          queue.add(`${number}-${turn}`)
          // oxlint-disable-next-line no-await-in-loop
          await Promise.resolve()
        }
      }
      await Promise.all(Array.from({ length: 50 }, (_, number) => producer(number)))
      await queue[how]()
      queue.add('late')
      await Promise.all(workers)
      expect(seen).toHaveLength(1000)
      expect(new Set(seen).size).toBe(1000)
    },
  )

  it('WQ-3 FEAT-G3 with a drain waits for what is worked on', async () => {
    const queue = new WorkQueue<string>()
    queue.add('a')
    const item = await queue.get()
    const drained = queue.shutDownWithDrain()
    expect(await settled(drained)).toBe(false)
    item?.done()
    await drained
  })

  it('WQ-3 FEAT-G3 without a drain waits for nobody', async () => {
    const queue = new WorkQueue<string>()
    queue.add('a')
    await queue.get()
    queue.shutDown()
    expect(await queue.get()).toBeUndefined()
  })

  it('WQ-3 FEAT-G3 ends a drain when it is told to shut down after all', async () => {
    const queue = new WorkQueue<string>()
    queue.add('a')
    await queue.get()
    const drained = queue.shutDownWithDrain()
    queue.shutDown()
    await expect(drained).resolves.toBeUndefined()
  })

  it('WQ-3 FEAT-G3 drains what was added again while it was worked on, and what waits behind it', async () => {
    const queue = new WorkQueue<string>()
    queue.add('a')
    queue.add('b')
    const first = await queue.get()
    queue.add('a')
    const drained = queue.shutDownWithDrain()
    first?.done()
    expect(await settled(drained)).toBe(false)
    expect([await work(queue), await work(queue)]).toEqual(['b', 'a'])
    await drained
    expect(await queue.get()).toBeUndefined()
  })

  it('WQ-3 FEAT-G3 has nothing to drain where nobody works, and gives up with the signal', async () => {
    const idle = new WorkQueue<string>()
    idle.add('a')
    await idle.shutDownWithDrain()
    expect(await work(idle)).toBe('a')
    const busy = new WorkQueue<string>()
    busy.add('a')
    await busy.get()
    const gone = new AbortController()
    const drained = busy.shutDownWithDrain({ signal: gone.signal })
    gone.abort(new Error('too long'))
    await expect(drained).rejects.toThrow('too long')
  })

  it('leaves no timer behind, and drops what waited for its time', async () => {
    const clock = new TestClock()
    const queue = new DelayingQueue<string>({ clock })
    queue.addAfter('a', '1m')
    expect([clock.pending, queue.stats.delayed]).toEqual([1, 1])
    queue.shutDown()
    expect([clock.pending, queue.stats.delayed]).toEqual([0, 0])
    queue.addAfter('b', '1m')
    expect(clock.pending).toBe(0)
  })
})
