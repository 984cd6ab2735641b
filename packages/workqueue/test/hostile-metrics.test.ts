import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { systemClock, TestClock } from '@rxkube/clock'
import { DelayingQueue, type MetricsProvider, type WorkItem } from '@rxkube/workqueue'
import { config } from 'rxjs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { work } from './support/work.ts'

const channel = 'rxkube:workqueue:metrics-failed'

/** Every number that is given to it ends in `tell`, by its name. */
function providerOf(tell: (metric: string) => void): MetricsProvider {
  const metric = (name: string) => () => ({
    inc: () => tell(`${name} inc`),
    dec: () => tell(`${name} dec`),
    set: () => tell(`${name} set`),
    observe: () => tell(`${name} observe`),
  })
  return {
    newDepthMetric: metric('depth'),
    newAddsMetric: metric('adds'),
    newLatencyMetric: metric('latency'),
    newWorkDurationMetric: metric('work'),
    newUnfinishedWorkSecondsMetric: metric('unfinished'),
    newLongestRunningProcessorSecondsMetric: metric('longest'),
    newRetriesMetric: metric('retries'),
  }
}

/** A queue whose metrics call `hook` once, at the first number of that name. */
function hooked(at: string, hook: (queue: DelayingQueue<string>) => void) {
  const clock = new TestClock()
  let left = 1
  const metricsProvider = providerOf((metric) => {
    if (metric === at && left-- > 0) hook(queue)
  })
  const queue: DelayingQueue<string> = new DelayingQueue<string>({ clock, name: 'test', metricsProvider })
  return { clock, queue }
}

describe('a queue whose metrics throw', () => {
  it('FAULT-G2 loses nothing by it, goes on, and tells of it once', async () => {
    const clock = new TestClock()
    const failures: unknown[] = []
    const hear = (message: unknown): unknown => failures.push(message)
    subscribe(channel, hear)
    onTestFinished(() => void unsubscribe(channel, hear))
    const error = new Error('no metrics today')
    const metricsProvider = providerOf(() => {
      throw error
    })
    const queue = new DelayingQueue<string>({ clock, name: 'test', metricsProvider })
    const waiting = queue.get()
    queue.add('a')
    queue.add('a')
    queue.addAfter('b', '1s')
    queue.addAfter('c', '1s')
    const first = await waiting
    expect(first?.item).toBe('a')
    await clock.advance('2s')
    first?.done()
    expect([await work(queue), await work(queue), await work(queue)]).toEqual(['b', 'c', 'a'])
    await queue.shutDownWithDrain()
    expect([queue.stats.processing, queue.size, clock.pending]).toEqual([0, 0, 0])
    expect(failures).toEqual([{ name: 'test', error }])
  })
})

describe('a queue whose metrics call it', () => {
  it.for(['adds inc', 'depth inc'])('FAULT-G2 adds an item once that %s adds again', async (at) => {
    const { queue } = hooked(at, (each) => each.add('a'))
    queue.add('a')
    expect([queue.size, queue.stats.adds]).toEqual([1, 1])
    expect(await work(queue)).toBe('a')
    expect(queue.size).toBe(0)
  })

  it.for([true, false])(
    'FAULT-G2 INV-Q1 never has an item twice that is added as its work ends (and before: %s)',
    async (before) => {
      const { queue } = hooked('work observe', (each) => each.add('a'))
      queue.add('a')
      const first = await queue.get()
      if (before) queue.add('a')
      first?.done()
      expect(queue.size).toBe(1)
      const second = await queue.get()
      expect([second?.item, queue.size, queue.stats.processing]).toEqual(['a', 0, 1])
    },
  )

  it('FAULT-G2 INV-Q3 hands an item out once more that is added as its work begins', async () => {
    const { queue } = hooked('depth dec', (each) => each.add('a'))
    queue.add('a')
    const first = await queue.get()
    expect(queue.size).toBe(0)
    first?.done()
    expect(await work(queue)).toBe('a')
    expect(queue.size).toBe(0)
  })

  it('FAULT-G1 INV-Q5 loses no item that is handed out in the turn of a shutdown', async () => {
    const { queue } = hooked('depth dec', (each) => each.shutDown())
    const waiting = [queue.get(), queue.get()]
    queue.add('a')
    const got = await Promise.all(waiting)
    expect(got.map((each) => each?.item)).toEqual(['a', undefined])
    got[0]?.done()
    expect(queue.stats.processing).toBe(0)
  })

  it('FAULT-G1 leaves no timer behind that was shut down as something was delayed', () => {
    const { clock, queue } = hooked('retries inc', (each) => each.shutDown())
    queue.addAfter('a', '1s')
    expect([queue.stats.delayed, clock.pending]).toEqual([0, 0])
  })

  it('FAULT-G2 serves each of those who wait, whoever adds in between', async () => {
    const { queue } = hooked('adds inc', (each) => each.add('b'))
    const got: (string | undefined)[] = []
    const take = async (): Promise<WorkItem<string> | undefined> => {
      const next = await queue.get()
      got.push(next?.item)
      return next
    }
    const waiting = [take(), take()]
    queue.add('a')
    await Promise.all(waiting)
    expect(got).toEqual(['a', 'b'])
  })
})

describe('a queue with a subscriber that throws', () => {
  it('tells the others, and goes on', async () => {
    const thrown: unknown[] = []
    config.onUnhandledError = (error) => thrown.push(error)
    onTestFinished(() => {
      config.onUnhandledError = null
    })
    const clock = new TestClock()
    const queue = new DelayingQueue<string>({ clock })
    const depths: number[] = []
    const error = new Error('not today')
    queue.stats$.subscribe(() => {
      throw error
    })
    const subscription = queue.stats$.subscribe(({ depth }) => depths.push(depth))
    queue.add('a')
    await clock.settle()
    queue.add('b')
    await clock.settle()
    subscription.unsubscribe()
    expect(depths).toEqual([0, 1, 2])
    // RxJS throws them on a timer of its own.
    while (thrown.length < depths.length) await systemClock.yield()
    expect(thrown).toEqual([error, error, error])
  })
})
