import { TestClock } from '@rxkube/clock'
import { DelayingQueue, type MetricsProvider } from '@rxkube/workqueue'
import { describe, expect, it } from 'vitest'

/** A provider that remembers the last value of each metric, and every observation. */
function recorder() {
  const values = new Map<string, number>()
  const observed = new Map<string, number[]>()
  const change = (name: string, by: number) => values.set(name, (values.get(name) ?? 0) + by)
  const gauge = (metric: string) => (name: string) => ({
    inc: () => void change(`${name} ${metric}`, 1),
    dec: () => void change(`${name} ${metric}`, -1),
    set: (value: number) => void values.set(`${name} ${metric}`, value),
  })
  const histogram = (metric: string) => (name: string) => ({
    observe: (seconds: number) => {
      const key = `${name} ${metric}`
      observed.set(key, [...(observed.get(key) ?? []), seconds])
    },
  })
  const provider: MetricsProvider = {
    newDepthMetric: gauge('depth'),
    newAddsMetric: gauge('adds'),
    newLatencyMetric: histogram('latency'),
    newWorkDurationMetric: histogram('work'),
    newUnfinishedWorkSecondsMetric: gauge('unfinished'),
    newLongestRunningProcessorSecondsMetric: gauge('longest'),
    newRetriesMetric: gauge('retries'),
  }
  return { provider, values, observed }
}

describe('metrics of a queue', () => {
  it('WQ-8 FEAT-G9 count depth, adds and retries, and time waits and work', async () => {
    const { provider, values, observed } = recorder()
    const clock = new TestClock()
    const queue = new DelayingQueue<string>({ name: 'test', metricsProvider: provider, clock })
    queue.add('foo')
    await clock.advance('50ms')
    queue.add('foo')
    expect([values.get('test adds'), values.get('test depth')]).toEqual([1, 1])
    const item = await queue.get()
    expect(observed.get('test latency')).toEqual([0.05])
    expect(values.get('test depth')).toBe(0)
    queue.add('foo')
    expect([values.get('test adds'), values.get('test depth')]).toEqual([2, 1])
    await clock.advance('25ms')
    item?.done()
    expect(observed.get('test work')).toEqual([0.025])
    queue.addAfter('bar', '1s')
    expect(values.get('test retries')).toBe(1)
  })

  it('WQ-8 FEAT-G9 tell each half second how much work is unfinished, and no more after shutdown', async () => {
    const { provider, values } = recorder()
    const clock = new TestClock()
    const queue = new DelayingQueue<string>({ name: 'test', metricsProvider: provider, clock })
    queue.add('a')
    queue.add('b')
    const first = await queue.get()
    await clock.advance('1s')
    const second = await queue.get()
    await clock.advance('500ms')
    expect([values.get('test unfinished'), values.get('test longest')]).toEqual([2, 1.5])
    first?.done()
    await clock.advance('500ms')
    expect([values.get('test unfinished'), values.get('test longest')]).toEqual([1, 1])
    queue.shutDown()
    await clock.advance('5s')
    expect([values.get('test unfinished'), clock.pending]).toEqual([1, 0])
    second?.done()
    expect(values.get('test unfinished')).toBe(1)
  })

  it('WQ-8 set no timer while nothing is worked on, nor for a queue without a name', async () => {
    const { provider, values } = recorder()
    const clock = new TestClock()
    const named = new DelayingQueue<string>({ name: 'test', metricsProvider: provider, clock })
    named.add('a')
    expect(clock.pending).toBe(0)
    const item = await named.get()
    expect(clock.pending).toBe(1)
    item?.done()
    expect([clock.pending, values.get('test unfinished')]).toEqual([0, 0])
    const unnamed = new DelayingQueue<string>({ metricsProvider: provider, clock })
    unnamed.add('a')
    await unnamed.get()
    expect(clock.pending).toBe(0)
    expect(values.get('test adds')).toBe(1)
  })
})
