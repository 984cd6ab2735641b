import { describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import {
  BroadcasterShutDownError,
  EventBroadcaster,
  EventsV1Broadcaster,
  type EventBroadcasterOptions,
  type EventStats,
} from '@rxkube/event-recorder'
import type { Event, EventsV1Event } from '@rxkube/meta'
import { podNamed } from './support/events.ts'
import { never, RecordingSink } from './support/recording-sink.ts'

function scene(options: EventBroadcasterOptions = {}) {
  const clock = new TestClock()
  const errors: Error[] = []
  const broadcaster = new EventBroadcaster({
    clock,
    onError: (error) => void errors.push(error),
    ...options,
  })
  const sink = new RecordingSink<Event>()
  broadcaster.startRecordingToSink(sink)
  const recorder = broadcaster.newRecorder({ component: 'test' })
  const record = (name: string): void => recorder.event(podNamed(name), 'Normal', 'Happened', 'once')
  return { clock, broadcaster, sink, record, errors }
}

describe('shutting down', () => {
  it('EV-1 leaves nothing running when the signal aborts', async () => {
    const stop = new AbortController()
    const { clock, broadcaster, record } = scene({ signal: stop.signal })
    broadcaster.startStructuredLogging(() => undefined)
    record('web-0')
    stop.abort(new Error('time to stop'))
    await clock.settle()
    expect(clock.pending).toBe(0)
    expect(broadcaster.stats).toMatchObject({ sent: 1, queued: 0 })
    await broadcaster.shutdown()
    expect(clock.pending).toBe(0)
  })

  it('EV-1 leaves nothing running when it is called', async () => {
    const { clock, broadcaster } = scene()
    broadcaster.startStructuredLogging(() => undefined)
    await broadcaster.shutdown()
    expect(clock.pending).toBe(0)
  })

  it('EV-1 is safe right after recording: what was taken is sent', async () => {
    const { broadcaster, record, sink } = scene()
    for (let at = 0; at < 100; at++) record(`web-${at}`)
    await broadcaster.shutdown()
    expect(sink.requests).toHaveLength(100)
    expect(broadcaster.stats).toMatchObject({ offered: 100, sent: 100, queued: 0 })
  })

  it('EV-1 delivers to watchers all that was taken before it', async () => {
    const { broadcaster, record } = scene()
    const seen: (string | undefined)[] = []
    broadcaster.startEventWatcher(({ involvedObject }) => void seen.push(involvedObject.name))
    for (const name of ['a', 'b', 'c']) record(name)
    await broadcaster.shutdown()
    record('d')
    expect(seen).toEqual(['a', 'b', 'c'])
  })

  it('EV-3 tries an event once more at most, and then gives it up', async () => {
    const { clock, broadcaster, sink, record } = scene()
    sink.answer = () => {
      throw new Error('a weird error')
    }
    for (const name of ['a', 'b']) record(name)
    await clock.settle()
    expect(sink.requests).toHaveLength(1)
    await broadcaster.shutdown()
    expect(sink.requests.map(({ event }) => event.involvedObject.name)).toEqual(['a', 'b'])
    expect(broadcaster.stats).toMatchObject({ sent: 0, dropped: 2, drops: { shutDown: 2 } })
    expect(clock.pending).toBe(0)
  })

  it('ends requests and drops what waits when the time to drain is over', async () => {
    const { clock, broadcaster, sink, record, errors } = scene()
    sink.answer = (_request, options) => never(options)
    for (const name of ['a', 'b', 'c']) record(name)
    await clock.settle()
    let ended = false
    const shutdown = broadcaster.shutdown().then(() => (ended = true))
    await clock.advance(4999)
    expect(ended).toBe(false)
    await clock.advance(1)
    await shutdown
    expect(sink.requests).toHaveLength(1)
    expect(broadcaster.stats).toMatchObject({ dropped: 3, queued: 0, drops: { shutDown: 3 } })
    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringContaining('2 events were dropped'),
      expect.stringContaining('1 event was dropped'),
    ])
    expect(clock.pending).toBe(0)
  })

  it('takes a shorter time, also from a second call, and none at all', async () => {
    const { clock, broadcaster, sink, record } = scene()
    sink.answer = (_request, options) => never(options)
    record('a')
    await clock.settle()
    const first = broadcaster.shutdown({ timeout: '1h' })
    await broadcaster.shutdown({ timeout: 0 })
    await first
    expect(clock.pending).toBe(0)
  })

  it('rejects with the reason of a signal, when all has stopped', async () => {
    const { clock, broadcaster, sink, record } = scene()
    sink.answer = (_request, options) => never(options)
    record('a')
    await clock.settle()
    const reason = new Error('no more time')
    await expect(broadcaster.shutdown({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    expect(broadcaster.stats).toMatchObject({ dropped: 1, queued: 0 })
    expect(clock.pending).toBe(0)
  })

  it('does not wait for a watcher that does not end', async () => {
    const { clock, broadcaster, record, errors } = scene()
    broadcaster.startEventWatcher(() => new Promise(() => undefined))
    record('a')
    const shutdown = broadcaster.shutdown()
    await clock.advance('6s')
    await shutdown
    expect(errors).toMatchObject([{ name: 'EventHandlerError' }])
    expect(clock.pending).toBe(0)
  })

  it('completes error$ and stats$, with the last stats', async () => {
    const { broadcaster, record } = scene()
    const told: string[] = []
    broadcaster.error$.subscribe({ complete: () => told.push('no more errors') })
    let last: EventStats | undefined
    broadcaster.stats$.subscribe({
      next: (stats) => (last = stats),
      complete: () => told.push('no more stats'),
    })
    record('a')
    await broadcaster.shutdown()
    expect(told.toSorted()).toEqual(['no more errors', 'no more stats'])
    expect(last).toMatchObject({ offered: 1, sent: 1 })
  })
})

describe('after the shutdown', () => {
  it('FAULT-I3 FEAT-I1 recording throws nothing, sends nothing and is counted', async () => {
    const { clock, broadcaster, sink, record } = scene()
    await broadcaster.shutdown()
    for (let at = 0; at < 3; at++) record('late')
    await clock.settle()
    expect(sink.requests).toEqual([])
    expect(broadcaster.stats).toMatchObject({ offered: 3, dropped: 3, drops: { shutDown: 3 }, queued: 0 })
    expect(clock.pending).toBe(0)
  })

  it('FAULT-I3 recording in events.k8s.io/v1 throws nothing either', async () => {
    const clock = new TestClock()
    const broadcaster = new EventsV1Broadcaster({ clock })
    const sink = new RecordingSink<EventsV1Event>()
    broadcaster.startRecordingToSink(sink)
    const recorder = broadcaster.newRecorder('test')
    await broadcaster.shutdown()
    recorder.eventf(podNamed('late'), undefined, 'Normal', 'Happened', 'Doing', 'once')
    await clock.advance('1h')
    expect(sink.requests).toEqual([])
    expect(broadcaster.stats).toMatchObject({ dropped: 1, drops: { shutDown: 1 } })
    expect(clock.pending).toBe(0)
  })

  it('FAULT-I3 nothing can be started any more', async () => {
    const stop = AbortSignal.abort()
    const broadcaster = new EventBroadcaster({ clock: new TestClock(), signal: stop })
    expect(() => broadcaster.startRecordingToSink(new RecordingSink())).toThrow(BroadcasterShutDownError)
    expect(() => broadcaster.startEventWatcher(() => undefined)).toThrow(BroadcasterShutDownError)
    const eventsV1 = new EventsV1Broadcaster({ clock: new TestClock(), signal: stop, drainTimeout: 0 })
    expect(() => eventsV1.startRecordingToSink(new RecordingSink())).toThrow(BroadcasterShutDownError)
    await eventsV1.shutdown()
  })

  it('FAULT-I3 a signal that lives on holds nothing of the broadcaster', async () => {
    const stop = new AbortController()
    const { broadcaster, clock } = scene({ signal: stop.signal })
    await broadcaster.shutdown()
    stop.abort()
    await clock.settle()
    expect(clock.pending).toBe(0)
  })
})

describe('stopping a watcher', () => {
  it('ends its request, drops what waits for it, and leaves the others alone', async () => {
    const clock = new TestClock()
    const broadcaster = new EventBroadcaster({ clock, onError: () => undefined })
    const [stuck, fine] = [new RecordingSink<Event>(), new RecordingSink<Event>()]
    stuck.answer = (_request, options) => never(options)
    const watcher = broadcaster.startRecordingToSink(stuck)
    broadcaster.startRecordingToSink(fine)
    const recorder = broadcaster.newRecorder({ component: 'test' })
    for (const name of ['a', 'b', 'c']) recorder.event(podNamed(name), 'Normal', 'Happened', 'once')
    await clock.settle()
    await watcher.stop()
    recorder.event(podNamed('d'), 'Normal', 'Happened', 'once')
    await clock.settle()
    expect([stuck.requests.length, fine.requests.length]).toEqual([1, 4])
    expect(broadcaster.stats).toMatchObject({ offered: 7, sent: 4, dropped: 3, queued: 0 })
    expect(clock.pending).toBe(0)
  })
})
