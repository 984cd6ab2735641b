import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { EventBroadcaster, EventsV1Broadcaster, type EventType } from '@rxkube/event-recorder'
import type { Event, EventsV1Event } from '@rxkube/meta'
import { podNamed } from './support/events.ts'
import { never, RecordingSink } from './support/recording-sink.ts'

function scene(queueSize?: number) {
  const clock = new TestClock()
  const errors: Error[] = []
  const broadcaster = new EventBroadcaster({ clock, queueSize, onError: (error) => void errors.push(error) })
  const recorder = broadcaster.newRecorder({ component: 'test' })
  const record = (name: string): void => recorder.event(podNamed(name), 'Normal', 'Happened', 'once')
  return { clock, broadcaster, recorder, record, errors }
}

describe('FEAT-I1 a recorder', () => {
  it('drops what a full queue has no room for, and says so', async () => {
    const { clock, broadcaster, record, errors } = scene()
    const sink = new RecordingSink<Event>()
    sink.answer = (_request, options) => never(options)
    broadcaster.startRecordingToSink(sink)
    for (let at = 0; at < 1500; at++) record(`web-${at}`)
    expect(broadcaster.stats).toMatchObject({ offered: 1500, queued: 1000, dropped: 500 })
    await clock.settle()
    expect(errors).toMatchObject([{ name: 'EventsDroppedError', reason: 'queueFull' }])
    await broadcaster.shutdown({ timeout: 0 })
    const reported = errors.map((error) => ('count' in error ? Number(error.count) : 0))
    expect(reported.reduce((sum, count) => sum + count, 0)).toBe(1500)
  })

  it('says of one reason each 10 s at most that events were dropped, and how many', async () => {
    const { clock, broadcaster, record, errors } = scene(1)
    const sink = new RecordingSink<Event>()
    sink.answer = (_request, options) => never(options)
    broadcaster.startRecordingToSink(sink)
    record('first')
    await clock.settle()
    for (let second = 0; second < 20; second++) {
      for (let at = 0; at < 10; at++) record(`web-${at}`)
      await clock.advance('1s')
    }
    expect(errors).toMatchObject([{ count: 1 }, { count: 99 }])
    expect(broadcaster.stats.drops.queueFull).toBe(199)
  })

  it('runs neither sinks nor watchers nor onError before it returns', async () => {
    const { clock, broadcaster, record, errors } = scene(1)
    const sink = new RecordingSink<Event>()
    broadcaster.startRecordingToSink(sink)
    let seen = 0
    broadcaster.startEventWatcher(() => void seen++)
    record('a')
    record('b')
    expect([sink.requests.length, seen, errors.length]).toEqual([0, 0, 0])
    await clock.settle()
    expect([sink.requests.length, seen, errors.length]).toEqual([1, 1, 1])
  })

  it('keeps a slow watcher from making others miss events', async () => {
    const { clock, broadcaster, record } = scene(10)
    const slow = broadcaster.startEventWatcher((_event, options) => never(options))
    const seen: unknown[] = []
    const fast = broadcaster.startEventWatcher(({ involvedObject }) => void seen.push(involvedObject.name))
    for (let at = 0; at < 15; at++) {
      record(`web-${at}`)
      await clock.settle()
    }
    expect([slow.dropped, fast.dropped, seen.length]).toEqual([4, 0, 15])
    await broadcaster.shutdown({ timeout: 0 })
  })

  it('throws nothing for what is no event, counts it, and says why', async () => {
    const { clock, broadcaster, recorder, errors } = scene()
    broadcaster.startRecordingToSink(new RecordingSink())
    const hostile = {
      get metadata(): never {
        throw new Error('not today')
      },
    }
    recorder.event({ metadata: { name: 'no-kind' } }, 'Normal', 'Happened', '')
    recorder.event(podNamed('web-0'), 'Error' as EventType, 'Happened', '')
    recorder.event(undefined as unknown as object, 'Normal', 'Happened', '')
    recorder.event(podNamed('web-0'), 'Normal', 'Happened', undefined as unknown as string)
    recorder.event(hostile, 'Normal', 'Happened', '')
    await clock.settle()
    expect(broadcaster.stats).toMatchObject({ offered: 5, dropped: 5, drops: { invalid: 5 } })
    expect(errors).toMatchObject([{ reason: 'invalid', cause: { name: 'UnreferencableObjectError' } }])
  })

  it('leaves out a related object that cannot be referred to, and drops the event of one that is not regarded', async () => {
    const clock = new TestClock()
    const broadcaster = new EventsV1Broadcaster({ clock, onError: () => undefined })
    const sink = new RecordingSink<EventsV1Event>()
    broadcaster.startRecordingToSink(sink)
    const recorder = broadcaster.newRecorder('test')
    recorder.eventf(podNamed('web-0'), { metadata: {} }, 'Normal', 'Happened', 'Doing', 'once')
    recorder.eventf({ metadata: {} }, podNamed('web-0'), 'Normal', 'Happened', 'Doing', 'once')
    await clock.settle()
    expect(sink.requests).toHaveLength(1)
    expect(sink.requests[0]?.event).not.toHaveProperty('related')
    expect(broadcaster.stats).toMatchObject({ sent: 1, drops: { invalid: 1 } })
    await broadcaster.shutdown()
  })

  it('drops what nobody is there to send', async () => {
    const { clock, broadcaster, record, errors } = scene()
    record('early')
    await clock.settle()
    expect(broadcaster.stats).toMatchObject({ offered: 1, drops: { noSink: 1 } })
    expect(errors).toMatchObject([{ reason: 'noSink' }])
  })

  it('goes on when a watcher, a key function or onError throws', async () => {
    const clock = new TestClock()
    const told: string[] = []
    const broadcaster = new EventBroadcaster({
      clock,
      correlator: {
        keyFunc: ({ message }) => {
          if (message === 'bad') throw new Error('no key')
          return { aggregateKey: 'all', localKey: 'all' }
        },
      },
      onError: (error) => {
        told.push(error.name)
        throw new Error('onError failed')
      },
    })
    let failures = 0
    broadcaster.error$.subscribe(({ message }) => (failures += Number(message.startsWith('onError threw'))))
    const sink = new RecordingSink<Event>()
    broadcaster.startRecordingToSink(sink)
    broadcaster.startEventWatcher(() => Promise.reject(new Error('a watcher failed')))
    const recorder = broadcaster.newRecorder({ component: 'test' })
    for (const message of ['bad', 'good']) recorder.event(podNamed('web-0'), 'Normal', 'Happened', message)
    await clock.settle()
    expect(sink.requests).toHaveLength(1)
    expect(told.toSorted()).toEqual(['EventHandlerError', 'EventHandlerError', 'EventsDroppedError'])
    expect(failures).toBe(3)
    expect(broadcaster.stats).toMatchObject({ offered: 2, sent: 1, drops: { invalid: 1 }, queued: 0 })
  })

  it('tells errors on a diagnostics channel as well', async () => {
    const { clock, record } = scene()
    const heard: unknown[] = []
    const hear = (message: unknown): void => void heard.push(message)
    subscribe('rxkube:event-recorder:error', hear)
    record('early')
    await clock.settle()
    unsubscribe('rxkube:event-recorder:error', hear)
    expect(heard).toMatchObject([{ error: { reason: 'noSink' } }])
  })

  it('tells stats once a turn, however many events there are', async () => {
    const { clock, broadcaster, record } = scene()
    broadcaster.startRecordingToSink(new RecordingSink())
    const offered: number[] = []
    broadcaster.stats$.subscribe((stats) => offered.push(stats.offered))
    for (let at = 0; at < 50; at++) record(`web-${at}`)
    await clock.settle()
    expect(offered[0]).toBe(0)
    expect(offered.at(-1)).toBe(50)
    expect(offered.length).toBeLessThan(5)
  })
})
