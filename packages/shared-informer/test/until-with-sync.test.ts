import { isForbidden } from '@rxkube/client'
import { faults, statuses } from '@rxkube/client/testing'
import { ConditionError, UntilTimeoutError, type WatchCondition } from '@rxkube/reflector'
import { UntilSyncError, untilWithSync } from '@rxkube/shared-informer'
import { describe, expect, it } from 'vitest'
import type { Thing } from './support/deltas.ts'
import { fresh, sourceOf } from './support/source.ts'

const named =
  (type: string, name: string): WatchCondition<Thing> =>
  (event) =>
    event.type === type && (event.object as Thing).metadata.name === name

const failureOf = (waiting: Promise<unknown>): Promise<unknown> => waiting.catch((error: unknown) => error)

describe('untilWithSync', () => {
  it('TW-5 FEAT-J2 waits for conditions without a precondition', async () => {
    const { clock, source } = sourceOf('a')
    const waiting = untilWithSync(source, [named('ADDED', 'a'), named('DELETED', 'b')], { clock })
    await clock.settle()
    source.add(fresh('b', '1'))
    source.delete(fresh('b'))
    await clock.settle()
    expect(await waiting).toMatchObject({ type: 'DELETED', object: { node: '1' } })
    expect([source.streams, clock.pending]).toEqual([0, 0])
  })

  it('TW-5 FEAT-J2 waits for nothing more when the precondition holds of the cache', async () => {
    const { clock, source } = sourceOf('a', 'b')
    const asked: number[] = []
    const waiting = untilWithSync(source, () => false, {
      clock,
      precondition: (store) => asked.push(store.size) > 0,
    })
    await clock.settle()
    expect(await waiting).toBeUndefined()
    expect(asked).toEqual([2])
    expect([source.streams, clock.pending]).toEqual([0, 0])
  })

  it('TW-5 FEAT-J2 goes on to the conditions when the precondition does not hold', async () => {
    const { clock, source } = sourceOf('a')
    let asked = 0
    const waiting = untilWithSync(source, named('ADDED', 'b'), { clock, precondition: () => ++asked < 1 })
    await clock.settle()
    source.add(fresh('b'))
    await clock.settle()
    expect(await waiting).toMatchObject({ type: 'ADDED', object: { metadata: { name: 'b' } } })
    expect(asked).toBe(1)
  })

  it('TW-5 FEAT-J2 rejects when the cache cannot sync in time, and says why', async () => {
    const { clock, source } = sourceOf('a')
    source.failNext('list', faults.status(statuses.forbidden()), 100)
    source.failNext('watch', faults.status(statuses.forbidden()), 100)
    const waiting = failureOf(
      untilWithSync(source, () => true, { clock, timeout: '10s', precondition: () => true }),
    )
    await clock.advance('10s')
    const failure = await waiting
    expect(failure).toBeInstanceOf(UntilSyncError)
    expect(failure).toMatchObject({
      informer: 'things',
      cause: { name: 'UntilTimeoutError', timeout: '10s' },
    })
    expect(isForbidden((failure as UntilSyncError).lastError)).toBe(true)
    expect([source.streams, clock.pending]).toEqual([0, 0])
  })

  it('TW-5 FEAT-J2 survives a history that is gone', async () => {
    const { clock, source } = sourceOf('a')
    const waiting = untilWithSync(source, named('DELETED', 'a'), { clock })
    await clock.settle()
    source.deleteDropWatch(fresh('a'))
    source.resetWatch()
    source.sendError(statuses.expired())
    await clock.advance('1m')
    expect((await waiting)?.type).toBe('DELETED')
  })

  it('FEAT-J2 rejects with the last event when the time is over, precondition and conditions together', async () => {
    const { clock, source } = sourceOf('a')
    source.latency = 6000
    const waiting = failureOf(
      untilWithSync(source, named('DELETED', 'a'), { clock, timeout: '10s', precondition: () => false }),
    )
    await clock.advance('9999ms')
    expect(source.streams).toBe(1)
    await clock.advance('1ms')
    const failure = await waiting
    expect(failure).toBeInstanceOf(UntilTimeoutError)
    expect(failure).toMatchObject({ timeout: '10s', lastEvent: { type: 'ADDED' } })
    expect([source.streams, clock.pending]).toEqual([0, 0])
  })

  it('rejects with what a precondition or a condition throws, when the informer has stopped', async () => {
    const cause = new Error('no')
    const fail = (): never => {
      throw cause
    }
    const first = sourceOf('a')
    const one = failureOf(untilWithSync(first.source, () => true, { clock: first.clock, precondition: fail }))
    await first.clock.settle()
    expect(await one).toBe(cause)
    const second = sourceOf('a')
    const two = failureOf(untilWithSync(second.source, fail, { clock: second.clock }))
    await second.clock.settle()
    expect(await two).toBeInstanceOf(ConditionError)
    expect(await two).toMatchObject({ cause })
    expect([first.source.streams, second.source.streams]).toEqual([0, 0])
  })

  it('rejects with the reason of its signal, in either wait', async () => {
    for (const precondition of [undefined, () => false]) {
      const { clock, source } = sourceOf('a')
      if (precondition) source.latency = 1000
      const stop = new AbortController()
      const waiting = failureOf(
        untilWithSync(source, () => false, { clock, signal: stop.signal, precondition }),
      )
      // oxlint-disable-next-line no-await-in-loop -- one case after the other
      await clock.settle()
      stop.abort('enough')
      // oxlint-disable-next-line no-await-in-loop
      expect(await waiting).toBe('enough')
      expect([source.streams, clock.pending]).toEqual([0, 0])
    }
  })
})
