import { listBody, watchBody, type Decoder } from '@rxkube/client'
import type { Clock } from '@rxkube/clock'
import type { KubernetesObject } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import { event, podList } from './support/objects.ts'

/** A clock on which time passes only as it is told to; it counts how often a loop let others have a turn. */
class WorkClock implements Clock {
  time = 0
  yields = 0

  now(): number {
    return this.time
  }
  monotonic(): number {
    return this.time
  }

  setTimer(): never {
    throw new Error('reading a body sets no timer')
  }

  yield(): Promise<void> {
    this.yields++
    return Promise.resolve()
  }
}

const path = '/api/v1/pods'

/** Every object takes a millisecond to decode. */
const slowly =
  (clock: WorkClock): Decoder<KubernetesObject> =>
  (bytes) => {
    clock.time += 1
    return JSON.parse(Buffer.from(bytes).toString()) as KubernetesObject
  }

async function* oneEach(count: number, between: () => void = () => undefined): AsyncGenerator<Buffer> {
  for (let at = 0; at < count; at++) {
    between()
    yield Buffer.from(event('ADDED', `p${at}`))
  }
}

describe('a body that keeps coming', () => {
  it('FAULT-A26 lets others have a turn each 4 ms of work, though every chunk of a watch is a small one', async () => {
    const clock = new WorkClock()
    await Array.fromAsync(watchBody(oneEach(100), { decode: slowly(clock), clock }))
    expect(clock.yields).toBe(25)
  })

  it('FAULT-A26 lets others have a turn each 4 ms of work, however a list is cut into chunks', async () => {
    const names = Array.from({ length: 100 }, (_, at) => `p${at}`)
    const text = Buffer.from(JSON.stringify(podList(names)))
    for (const size of [10, 100, text.length]) {
      const clock = new WorkClock()
      const pieces = function* (): Generator<Buffer> {
        for (let at = 0; at < text.length; at += size) yield text.subarray(at, at + size)
      }
      const body = (async function* (): AsyncGenerator<Buffer> {
        yield* pieces()
      })()
      await Array.fromAsync(listBody(body, { decode: slowly(clock), clock, path }))
      expect(clock.yields).toBe(25)
    }
  })

  it('counts what its reader does with the events of a chunk as work of the same turn', async () => {
    const clock = new WorkClock()
    const decode: Decoder<KubernetesObject> = () => ({})
    for await (const batch of watchBody(oneEach(100), { decode, clock })) clock.time += batch.length
    expect(clock.yields).toBe(20)
  })

  it('does not count the time in which it waits for more', async () => {
    const clock = new WorkClock()
    const body = oneEach(100, () => (clock.time += 1000))
    await Array.fromAsync(watchBody(body, { decode: () => ({}), clock }))
    expect(clock.yields).toBe(0)
  })

  it('lets others have a turn each 500 objects, however fast the clock says they were', async () => {
    const clock = new WorkClock()
    await Array.fromAsync(watchBody(oneEach(2000), { decode: () => ({}), clock }))
    expect(clock.yields).toBe(4)
  })
})
