import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { TestClock } from '@rxkube/clock'
import { DeltaFIFO, RealFIFO, type QueueMetrics } from '@rxkube/delta-fifo'
import { describe, expect, it } from 'vitest'
import { popAll, thing, type Thing } from './support/things.ts'

function recorder(): { readonly told: string[]; readonly metrics: QueueMetrics } {
  const told: string[] = []
  return {
    told,
    metrics: {
      queuedDeltas: (count) => void told.push(`queued ${count}`),
      processingLatency: (seconds) => void told.push(`took ${seconds} s`),
    },
  }
}

describe('a queue with metrics', () => {
  it('FEAT-E16 tells how many deltas wait and how long each pop took', async () => {
    const clock = new TestClock()
    const { told, metrics } = recorder()
    const queue = new RealFIFO<Thing>({ clock, metrics })
    queue.add(thing('a', 1))
    queue.add(thing('b', 2))
    const slow = Promise.withResolvers<void>()
    const popped = queue.pop(() => slow.promise)
    await clock.advance(1500)
    slow.resolve()
    await popped
    expect(told).toEqual(['queued 1', 'queued 2', 'queued 1', 'took 1.5 s'])
  })

  it('FEAT-E16 counts deltas, not keys, where they are compressed', async () => {
    const { told, metrics } = recorder()
    const queue = new DeltaFIFO<Thing>({ clock: new TestClock(), metrics })
    queue.add(thing('a', 1))
    queue.update(thing('a', 2))
    await popAll(queue)
    expect(told).toEqual(['queued 1', 'queued 2', 'queued 0', 'took 0 s'])
  })

  it('FEAT-E16 goes on when its metrics throw, and tells of the first time on a diagnostics channel', async () => {
    const reports: unknown[] = []
    const note = (report: unknown): void => void reports.push(report)
    subscribe('rxkube:delta-fifo:metrics-failed', note)
    const failure = new Error('no such gauge')
    const fail = (): never => {
      throw failure
    }
    const queue = new RealFIFO<Thing>({ metrics: { queuedDeltas: fail, processingLatency: fail } })
    queue.add(thing('a', 1))
    queue.add(thing('b', 2))
    expect(await popAll(queue)).toEqual([['Added a1'], ['Added b2']])
    queue.add(thing('c', 3))
    const waiting = [queue.pop(() => undefined), queue.pop(() => undefined)]
    queue.add(thing('d', 4))
    await Promise.all(waiting)
    unsubscribe('rxkube:delta-fifo:metrics-failed', note)
    expect(reports).toEqual([{ error: failure }])
  })

  it('FEAT-E16 warns once of metrics that throw where nobody listens for it', async () => {
    const warning = once(process, 'warning') as Promise<[Error]>
    const fail = (): never => {
      throw new Error('no such gauge')
    }
    const queue = new RealFIFO<Thing>({ metrics: { queuedDeltas: fail, processingLatency: fail } })
    queue.add(thing('a', 1))
    expect((await warning)[0].message).toContain('no such gauge')
    expect(await popAll(queue)).toEqual([['Added a1']])
  })

  it('publishes a pop of more than 100 ms while more than 10 deltas wait', async () => {
    const reports: unknown[] = []
    const note = (report: unknown): void => void reports.push(report)
    subscribe('rxkube:delta-fifo:slow-process', note)
    const clock = new TestClock()
    const queue = new RealFIFO<Thing>({ clock })
    for (let index = 0; index < 13; index++) queue.add(thing(`a${index}`, index))
    for (const milliseconds of [100, 101, 101]) await queue.pop(() => clock.advance(milliseconds))
    unsubscribe('rxkube:delta-fifo:slow-process', note)
    expect(reports).toEqual([{ milliseconds: 101, deltas: 1, waiting: 11 }])
  })

  it('keeps its order while thousands come and go', async () => {
    const queue = new RealFIFO<Thing>()
    let added = 0
    let expected = 0
    for (let round = 0; round < 50; round++) {
      for (let count = 0; count < 200; count++) queue.add(thing('a', added++))
      for (let count = 0; count < 150; count++) {
        await queue.pop(([delta]) => {
          expect(delta).toMatchObject({ object: { metadata: { resourceVersion: String(expected) } } })
        })
        expected++
      }
    }
    expect(queue.size).toBe(50 * 50)
  })
})
