import { TestClock } from '@rxkube/clock'
import { isExpired } from '@rxkube/client'
import { FakeControllerSource } from '@rxkube/client/testing'
import {
  ConditionError,
  InitialResourceVersionError,
  until,
  UntilTimeoutError,
  untilWithoutRetry,
  WatchClosedError,
  type WatchCondition,
} from '@rxkube/reflector'
import { describe, expect, it } from 'vitest'
import { ControlledStream } from './support/controlled-stream.ts'
import { statuses } from './support/failures.ts'
import { added, deleted, errorEvent, modified, pod, type Pod } from './support/objects.ts'
import { ScriptedListerWatcher } from './support/scripted-lister-watcher.ts'

const is =
  (type: string): WatchCondition<Pod> =>
  (event) =>
    event.type === type

const failureOf = (waiting: Promise<unknown>): Promise<unknown> => waiting.catch((error: unknown) => error)

describe('untilWithoutRetry', () => {
  it('TW-4 FEAT-J2 resolves with the event that meets the condition, and stops the watch', async () => {
    const watch = new ControlledStream().send(added('a@1'), modified('a@2'), deleted('a@3'))
    expect(await untilWithoutRetry(watch, is('MODIFIED'))).toEqual(modified('a@2'))
    expect(watch.isOpen).toBe(false)
  })

  it('TW-4 FEAT-J2 meets conditions one after the other', async () => {
    const watch = new ControlledStream().send(added('a@1')).send(modified('a@2'), deleted('a@3'))
    expect(await untilWithoutRetry(watch, [is('MODIFIED'), is('DELETED')])).toEqual(deleted('a@3'))
  })

  it('TW-4 FEAT-J2 lets one event meet two conditions', async () => {
    const asked: string[] = []
    const condition =
      (name: string): WatchCondition<Pod> =>
      ({ type }) => {
        asked.push(`${name} ${type}`)
        return type === 'MODIFIED'
      }
    const watch = new ControlledStream().send(added('a@1'), modified('a@2'), deleted('a@3'))
    expect(await untilWithoutRetry(watch, [condition('one'), condition('two')])).toEqual(modified('a@2'))
    expect(asked).toEqual(['one ADDED', 'one MODIFIED', 'two MODIFIED'])
  })

  it('TW-4 FEAT-J2 rejects with the last event when the watch ends', async () => {
    const watch = new ControlledStream().send(added('a@1'), modified('a@2')).end()
    const failure = await failureOf(untilWithoutRetry(watch, [is('ADDED'), is('ADDED'), is('DELETED')]))
    expect(failure).toBeInstanceOf(WatchClosedError)
    expect(failure).toMatchObject({ lastEvent: modified('a@2') })
  })

  it('TW-4 keeps what broke the watch as a cause', async () => {
    const broken = new Error('connection reset')
    const failure = await failureOf(untilWithoutRetry(new ControlledStream().fail(broken), is('ADDED')))
    expect(failure).toMatchObject({ name: 'WatchClosedError', lastEvent: undefined, cause: broken })
  })

  it('TW-4 FEAT-J2 rejects with the last event when the time is over', async () => {
    const clock = new TestClock()
    const watch = new ControlledStream().send(added('a@1'))
    const waiting = failureOf(untilWithoutRetry(watch, is('DELETED'), { timeout: '10s', clock }))
    await clock.advance('10s')
    const failure = await waiting
    expect(failure).toBeInstanceOf(UntilTimeoutError)
    expect(failure).toMatchObject({ lastEvent: added('a@1'), timeout: '10s' })
    expect([watch.isOpen, clock.pending]).toEqual([false, 0])
  })

  it('TW-4 FEAT-J2 has no last event when the time is over before one came', async () => {
    const clock = new TestClock()
    const waiting = failureOf(untilWithoutRetry(new ControlledStream(), is('ADDED'), { timeout: 5, clock }))
    await clock.advance(5)
    expect(await waiting).toMatchObject({ name: 'UntilTimeoutError', lastEvent: undefined })
  })

  it('TW-4 FEAT-J2 rejects with the event that a condition throws at', async () => {
    const watch = new ControlledStream().send(added('a@1'), modified('a@2'))
    const cause = new Error('not this one')
    const failure = await failureOf(
      untilWithoutRetry(watch, () => {
        throw cause
      }),
    )
    expect(failure).toBeInstanceOf(ConditionError)
    expect(failure).toMatchObject({ lastEvent: added('a@1'), cause })
    expect(watch.isOpen).toBe(false)
  })

  it('rejects with the reason of the signal, and asks no condition after that', async () => {
    const clock = new TestClock()
    const stop = new AbortController()
    const watch = new ControlledStream()
    let asked = 0
    const condition: WatchCondition<Pod> = () => ++asked > 9
    const waiting = failureOf(untilWithoutRetry(watch, condition, { signal: stop.signal }))
    await clock.settle()
    stop.abort('enough')
    watch.send(added('a@1'))
    expect(await waiting).toBe('enough')
    await clock.settle()
    expect([asked, watch.isOpen]).toEqual([0, false])
    const late = new ControlledStream()
    expect(await failureOf(untilWithoutRetry(late, condition, { signal: stop.signal }))).toBe('enough')
    expect([late.isOpen, late.iterations]).toEqual([false, 0])
  })

  it('has nothing to wait for without conditions', async () => {
    const watch = new ControlledStream().send(added('a@1'))
    expect(await untilWithoutRetry(watch, [])).toBeUndefined()
    expect([watch.isOpen, watch.iterations]).toEqual([false, 0])
  })
})

describe('until', () => {
  it('TW-4 FEAT-J2 sees every event over watches that end', async () => {
    const clock = new TestClock()
    const source = new FakeControllerSource<Pod>({ clock })
    source.add(pod('a'))
    const seen: unknown[] = []
    const waiting = until(
      source,
      source.resourceVersion,
      ({ type, object }) => {
        seen.push(`${type} ${(object as Pod).metadata?.name}`)
        return type === 'DELETED'
      },
      { clock },
    )
    await clock.settle()
    source.add(pod('b'))
    source.closeStreams()
    source.modify(pod('b'))
    await clock.advance('1s')
    source.interruptStreams()
    source.delete(pod('b'))
    await clock.advance('1s')
    expect((await waiting)?.type).toBe('DELETED')
    expect(seen).toEqual(['ADDED b', 'MODIFIED b', 'DELETED b'])
    expect([source.streams, clock.pending]).toEqual([0, 0])
  })

  it('TW-4 FEAT-J2 fails when the history is gone, and says so', async () => {
    const clock = new TestClock()
    const stream = new ControlledStream().send(added('a@6'), errorEvent(statuses.gone))
    const server = new ScriptedListerWatcher({ watches: [stream] })
    const failure = await failureOf(until(server, '5', is('DELETED'), { clock }))
    expect(failure).toMatchObject({ name: 'WatchClosedError', lastEvent: { type: 'ERROR' } })
    expect(isExpired(failure)).toBe(true)
    expect([server.openStreams, clock.pending]).toEqual([0, 0])
  })

  it('TW-4 leaves nothing behind when the time is over, between two watches as well', async () => {
    const clock = new TestClock()
    const server = new ScriptedListerWatcher({ watches: [new Error('no'), new Error('no')] })
    const waiting = failureOf(until(server, '5', is('ADDED'), { timeout: '1500ms', clock }))
    await clock.advance('1500ms')
    expect(await waiting).toBeInstanceOf(UntilTimeoutError)
    expect([server.count('watch'), server.openStreams, clock.pending]).toEqual([2, 0, 0])
  })

  it('is refused a version that nothing can be continued from', async () => {
    const waiting = until(new ScriptedListerWatcher({}), '0', is('ADDED'))
    await expect(waiting).rejects.toThrow(InitialResourceVersionError)
  })

  it('leaves nothing behind when it is met in the middle of a batch, or ended by its signal', async () => {
    const clock = new TestClock()
    const stream = new ControlledStream().send(added('a@6'), modified('a@7'))
    const server = new ScriptedListerWatcher({ watches: [stream, 'hang'] })
    expect(await until(server, '5', is('ADDED'), { clock })).toEqual(added('a@6'))
    const stop = new AbortController()
    const waiting = failureOf(until(server, '5', is('ADDED'), { clock, signal: stop.signal }))
    await clock.settle()
    stop.abort('enough')
    expect(await waiting).toBe('enough')
    expect([server.openStreams, server.underWay, clock.pending]).toEqual([0, 0, 0])
  })
})
