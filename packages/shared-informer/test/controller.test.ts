import { QueueClosedError, RealFIFO, type PopProcess } from '@rxkube/delta-fifo'
import { TestClock } from '@rxkube/clock'
import { Reflector, type Deliver } from '@rxkube/reflector'
import { describe, expect, it } from 'vitest'
import { Controller, ControllerAlreadyRunError, type ControllerOptions } from '../src/controller.ts'
import { thing, type Thing } from './support/deltas.ts'
import { fresh, sourceOf } from './support/source.ts'

function start(process: PopProcess<Thing>, options: Partial<ControllerOptions<Thing>> = {}) {
  const { clock, source } = sourceOf('a')
  const queue = new RealFIFO<Thing>({ clock })
  const reflector = new Reflector<Thing>(source, { clock, random: clock.random })
  const controller = new Controller<Thing>({ queue, reflector, process, clock, ...options })
  const stop = new AbortController()
  const running = controller.run(stop)
  running.catch(() => undefined)
  return { clock, source, queue, controller, stop, running }
}

const nothing = (): void => undefined

describe('Controller', () => {
  it('CTL-1 pumps the reflector into the queue and works it off; both end when it is stopped', async () => {
    const types: string[] = []
    const { clock, source, controller, stop, running } = start(
      (deltas) => void types.push(...deltas.map(({ type }) => type)),
    )
    expect(controller.hasSynced()).toBe(false)
    expect(controller.lastSyncResourceVersion).toBe('')
    await clock.settle()
    source.modify(fresh('a', '1'))
    await clock.settle()
    await controller.synced
    expect(types.filter((type) => type !== 'Bookmark')).toEqual(['ReplacedAll', 'Updated'])
    expect(controller.lastSyncResourceVersion).toBe(source.resourceVersion)
    stop.abort()
    await running
    expect([source.streams, clock.pending]).toEqual([0, 0])
  })

  it('INV-I11 works nothing off after it was stopped, and gives up what waits', async () => {
    const gate = Promise.withResolvers<void>()
    let calls = 0
    const { clock, source, queue, stop, running } = start(() => {
      calls++
      return gate.promise
    })
    await clock.settle()
    source.add(fresh('b'))
    await clock.settle()
    expect([calls, queue.size]).toEqual([1, 1])
    stop.abort()
    gate.resolve()
    await running
    await clock.settle()
    expect(calls).toBe(1)
    await expect(queue.pop(nothing)).resolves.toBeUndefined()
    await expect(queue.pop(nothing)).rejects.toThrow(QueueClosedError)
  })

  it('resolves only when the call under way has ended', async () => {
    const gate = Promise.withResolvers<void>()
    const { clock, stop, running } = start(() => gate.promise)
    await clock.settle()
    let ended = false
    void running.then(() => (ended = true))
    stop.abort()
    await clock.settle()
    expect(ended).toBe(false)
    gate.resolve()
    await running
  })

  it('can be stopped before it has begun', async () => {
    const stop = new AbortController()
    stop.abort()
    const { source } = sourceOf('a')
    const reflector = new Reflector<Thing>(source, { clock: new TestClock() })
    await new Controller<Thing>({ queue: new RealFIFO(), reflector, process: nothing }).run(stop)
    expect(source.requests).toEqual([])
  })

  it('ends when its queue is closed', async () => {
    const { clock, source, queue, running } = start(nothing)
    await clock.settle()
    queue.close()
    await running
    expect(source.streams).toBe(0)
  })

  it('CTL-3 ends with what processing throws when nobody takes it', async () => {
    const failure = new Error('cannot write')
    const { source, running } = start(() => Promise.reject(failure))
    await expect(running).rejects.toBe(failure)
    expect(source.streams).toBe(0)
  })

  it('FEAT-D10 goes on when processing fails and somebody takes it; the delta is not tried again', async () => {
    const failures: unknown[] = []
    let calls = 0
    const { clock, source, stop, running } = start(
      () => {
        calls++
        throw new Error(`failure ${calls}`)
      },
      { onProcessError: (error) => failures.push(error) },
    )
    await clock.settle()
    source.add(fresh('b'))
    await clock.settle()
    expect(failures.map(String)).toEqual(['Error: failure 1', 'Error: failure 2'])
    stop.abort()
    await running
  })

  it('ends with what the reflector rejects with', async () => {
    const failure = new Error('caches differ')
    const reflector = { lastSyncResourceVersion: '', run: () => Promise.reject(failure) }
    const { running } = start(nothing, { reflector })
    await expect(running).rejects.toBe(failure)
  })

  it('runs once', async () => {
    const { controller, stop, running } = start(nothing)
    await expect(controller.run(stop)).rejects.toThrow(ControllerAlreadyRunError)
    stop.abort()
    await running
  })

  it('FEAT-D4 works off what is of different keys together, when it can', async () => {
    const batches: number[] = []
    const reflector = {
      lastSyncResourceVersion: '',
      async run(deliver: Deliver<Thing>, call: { readonly signal: AbortSignal }) {
        await deliver(
          ['a', 'b', 'c'].map((name) => ({ type: 'added', object: thing(name, 1) })),
          call,
        )
        await new Promise((resolve) => call.signal.addEventListener('abort', resolve))
      },
    }
    const { clock, stop, running } = start(nothing, {
      reflector,
      processBatch: (deltas) => void batches.push(deltas.length),
    })
    await clock.settle()
    expect(batches).toEqual([3])
    stop.abort()
    await running
  })

  it('FEAT-D5 holds the reflector back while 2000 deltas wait', async () => {
    const gate = Promise.withResolvers<void>()
    let delivered = 0
    const reflector = {
      lastSyncResourceVersion: '',
      async run(deliver: Deliver<Thing>, call: { readonly signal: AbortSignal }) {
        while (delivered < 5000) {
          delivered += 100
          const events = Array.from({ length: 100 }, (_, index) => thing(`a${index}`, delivered + index))
          await deliver(
            events.map((object) => ({ type: 'modified', object })),
            call,
          )
        }
      },
    }
    const { clock, queue, running } = start(() => gate.promise, { reflector })
    await clock.settle()
    expect(delivered).toBe(2100)
    gate.resolve()
    await running
    expect(delivered).toBe(5000)
    expect(queue.isClosed).toBe(true)
  })

  it('lets the event loop turn while it works off a long backlog', async () => {
    const { clock, source } = sourceOf()
    const queue = new RealFIFO<Thing>({ clock })
    for (let index = 0; index < 5000; index++) queue.add(thing('a', index))
    const reflector = new Reflector<Thing>(source, { clock, random: clock.random })
    let worked = 0
    const controller = new Controller<Thing>({ queue, reflector, process: () => void worked++, clock })
    const stop = new AbortController()
    const running = controller.run(stop)
    await clock.yield()
    expect(worked).toBeGreaterThan(0)
    expect(worked).toBeLessThan(5000)
    await clock.settle()
    expect(worked).toBeGreaterThanOrEqual(5000)
    stop.abort()
    await running
  })
})
