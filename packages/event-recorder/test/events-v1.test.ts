import { describe, expect, it } from 'vitest'
import { ApiError } from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import {
  AlreadyRecordingError,
  EventsV1Broadcaster,
  type EventsV1BroadcasterOptions,
} from '@rxkube/event-recorder'
import type { EventsV1Event } from '@rxkube/meta'
import { podNamed } from './support/events.ts'
import { never, RecordingSink, type SinkRequest } from './support/recording-sink.ts'

const start = '2025-01-01T00:00:00Z'

function scene(options: EventsV1BroadcasterOptions = {}) {
  const clock = new TestClock({ start })
  const errors: Error[] = []
  const broadcaster = new EventsV1Broadcaster({
    clock,
    random: { next: () => 0 },
    hostname: 'host-1',
    onError: (error) => void errors.push(error),
    ...options,
  })
  const sink = new RecordingSink<EventsV1Event>()
  broadcaster.startRecordingToSink(sink)
  const recorder = broadcaster.newRecorder('eventTest')
  const record = (action = 'started', name = 'foo', note = 'note'): void =>
    recorder.eventf(podNamed(name), undefined, 'Normal', 'Test', action, note)
  return { clock, broadcaster, sink, recorder, record, errors }
}

const brief = ({ verb, event }: SinkRequest<EventsV1Event>): unknown => [verb, event.series?.count]
const status = (code: number, reason: string): ApiError => new ApiError({ code, reason, message: 'no' })

describe('a recorder of events.k8s.io/v1', () => {
  it('EV-6 records all fields, related object and annotations', async () => {
    const { clock, recorder, sink } = scene()
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'pod1', namespace: 'ns1', uid: '12345' } }
    const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'node1', uid: '67890' } }
    const note = 'Pod failed to schedule on node1'
    recorder.annotatedEventf(pod, node, { a: 'b' }, 'Warning', 'FailedScheduling', 'scheduling', note)
    await clock.settle()
    expect(sink.requests).toEqual([
      {
        verb: 'create',
        event: {
          metadata: {
            name: `pod1.${(BigInt(Date.parse(start)) * 1_000_000n).toString(16)}`,
            namespace: 'ns1',
            annotations: { a: 'b' },
          },
          eventTime: '2025-01-01T00:00:00.000000Z',
          reportingController: 'eventTest',
          reportingInstance: 'eventTest-host-1',
          action: 'scheduling',
          reason: 'FailedScheduling',
          regarding: { apiVersion: 'v1', kind: 'Pod', name: 'pod1', namespace: 'ns1', uid: '12345' },
          related: { apiVersion: 'v1', kind: 'Node', name: 'node1', uid: '67890' },
          note,
          type: 'Warning',
        },
      },
    ])
  })

  it('EV-6 puts events without a namespace into default, and no instance above what servers take', async () => {
    const { clock, sink, recorder } = scene({ hostname: 'h'.repeat(200) })
    recorder.eventf({ kind: 'Node', name: 'n', apiVersion: 'v1' }, undefined, 'Normal', 'Test', 'go', '')
    await clock.settle()
    expect(sink.requests[0]?.event.metadata.namespace).toBe('default')
    expect(sink.requests[0]?.event.reportingInstance).toHaveLength(128)
  })
})

describe('a series', () => {
  it('EV-6 begins with a patch of count 2; another action is another event', async () => {
    const { clock, sink, record } = scene()
    record()
    await clock.advance('1s')
    record()
    await clock.settle()
    record('stopped')
    await clock.settle()
    expect(sink.requests.map(brief)).toEqual([
      ['create', undefined],
      ['patch', 2],
      ['create', undefined],
    ])
    const series = { count: 2, lastObservedTime: '2025-01-01T00:00:01.000000Z' }
    expect(sink.requests[1]?.patch).toEqual({ series })
  })

  it('EV-6 FEAT-I7 of three is a create and one patch, and is told whole when it is over', async () => {
    const { clock, sink, record, broadcaster } = scene()
    for (let at = 0; at < 3; at++) {
      record('started', 'foo', `note ${at}`)
      await clock.advance('1s')
    }
    expect(sink.requests.map(brief)).toEqual([
      ['create', undefined],
      ['patch', 2],
    ])
    expect(broadcaster.stats).toMatchObject({ offered: 3, sent: 2, combined: 1, queued: 0 })
    await clock.advance('12m')
    expect(sink.requests.map(brief)).toEqual([
      ['create', undefined],
      ['patch', 2],
      ['patch', 3],
    ])
    record()
    await clock.settle()
    expect(sink.requests.map(({ verb }) => verb)).toEqual(['create', 'patch', 'patch', 'create'])
  })

  it('EV-6 FEAT-I7 is finished after six minutes without an event, and single events are forgotten', async () => {
    const { clock, sink, record } = scene()
    record('single')
    for (let minute = 0; minute < 15; minute++) {
      record()
      await clock.advance('1m')
    }
    record('single')
    await clock.settle()
    const singles = sink.requests.filter(({ event }) => event.action === 'single')
    expect(singles.map(brief)).toEqual([
      ['create', undefined],
      ['create', undefined],
    ])
    const patches = sink.requests.filter(({ verb }) => verb === 'patch')
    expect(patches.map(brief)).toEqual([['patch', 2]])
    await clock.advance('12m')
    expect(sink.requests.filter(({ verb }) => verb === 'patch').map(brief)).toEqual([
      ['patch', 2],
      ['patch', 15],
    ])
  })

  it('EV-6 FEAT-I7 is sent again each 30 minutes while it goes on', async () => {
    const { clock, sink, record } = scene()
    for (let minute = 0; minute < 65; minute++) {
      record()
      await clock.advance('1m')
    }
    expect(sink.requests.map(brief)).toEqual([
      ['create', undefined],
      ['patch', 2],
      ['patch', 30],
      ['patch', 60],
    ])
  })

  it('EV-6 goes on from what the server answered to a refresh, and from its own when that failed', async () => {
    const { clock, sink, record, errors } = scene()
    sink.answer = ({ verb, event }) => {
      const count = event.series?.count
      if (count === 60) throw status(500, 'InternalError')
      return verb === 'patch'
        ? { ...event, metadata: { ...event.metadata, labels: { at: `${count}` } } }
        : undefined
    }
    for (let minute = 0; minute < 95; minute++) {
      record()
      await clock.advance('1m')
    }
    const refreshes = sink.requests.slice(2)
    expect(refreshes.map(({ event }) => [event.series?.count, event.metadata.labels])).toEqual([
      [30, undefined],
      [60, { at: '30' }],
      [90, { at: '30' }],
    ])
    expect(errors).toMatchObject([{ name: 'EventNotSentError', tries: 1 }])
  })

  it('keeps what came while its refresh was under way', async () => {
    const { clock, sink, record } = scene()
    const refreshing = Promise.withResolvers<void>()
    sink.answer = ({ event }) => (event.series?.count === 6 ? refreshing.promise : undefined)
    for (let at = 0; at < 6; at++) {
      record()
      await clock.advance('5m')
    }
    expect(sink.requests.map(brief).at(-1)).toEqual(['patch', 6])
    record()
    refreshing.resolve()
    await clock.advance('14m')
    expect(sink.requests.map(brief).at(-1)).toEqual(['patch', 7])
  })

  it('stays when its end has to be told again, and goes when the server refuses it', async () => {
    const { clock, sink, record } = scene()
    let failures = 2
    sink.answer = ({ event }) => {
      if (event.series?.count !== 3 || failures === 0) return
      failures--
      throw new Error('no answer')
    }
    for (let at = 0; at < 3; at++) record()
    await clock.advance('29m')
    expect(sink.requests.map(brief)).toEqual([
      ['create', undefined],
      ['patch', 2],
      ['patch', 3],
      ['patch', 3],
      ['patch', 3],
    ])
  })

  it('of two events that race becomes one object, whichever request comes first', async () => {
    const { clock, sink, record, broadcaster } = scene()
    const stored = new Map<string, EventsV1Event>()
    const slow = Promise.withResolvers<void>()
    sink.answer = async ({ verb, event }) => {
      const name = event.metadata.name ?? ''
      if (verb === 'create' && !event.series) await slow.promise
      if (verb === 'patch' && !stored.has(name)) throw status(404, 'NotFound')
      if (verb === 'create' && stored.has(name)) throw status(409, 'AlreadyExists')
      stored.set(name, event)
    }
    record()
    record()
    await clock.settle()
    slow.resolve()
    await clock.settle()
    expect([...stored.values()].map(({ series }) => series?.count)).toEqual([2])
    expect(broadcaster.stats).toMatchObject({ offered: 2, sent: 2, dropped: 0 })
  })

  it('EV-6 whose create is still under way is patched when that is done', async () => {
    const { clock, sink, record, broadcaster } = scene()
    const stored = new Map<string, EventsV1Event>()
    sink.answer = ({ verb, event }) => {
      const name = event.metadata.name ?? ''
      const first = sink.requests.length === 2
      if (verb === 'patch' && first) throw status(404, 'NotFound')
      if (verb === 'create' && event.series) throw status(409, 'AlreadyExists')
      stored.set(name, event)
    }
    record()
    record()
    await clock.settle()
    expect(sink.requests.map(brief)).toEqual([
      ['create', undefined],
      ['patch', 2],
      ['create', 2],
    ])
    await clock.advance('12500ms')
    expect([...stored.values()].map(({ series }) => series?.count)).toEqual([2])
    expect(broadcaster.stats).toMatchObject({ sent: 2, retries: 1 })
  })
})

describe('a broadcaster of events.k8s.io/v1', () => {
  it('FEAT-I7 makes eight requests at once at most, and drops what has no room', async () => {
    const { clock, sink, record, broadcaster } = scene({ queueSize: 10 })
    let open = 0
    let most = 0
    const answered = Promise.withResolvers<void>()
    sink.answer = async () => {
      most = Math.max(most, ++open)
      await answered.promise
      open--
    }
    for (let at = 0; at < 30; at++) {
      record('started', `web-${at}`)
      await clock.settle()
    }
    expect(broadcaster.stats).toMatchObject({ offered: 30, queued: 18, drops: { queueFull: 12 } })
    answered.resolve()
    await clock.settle()
    expect(most).toBe(8)
    expect(broadcaster.stats).toMatchObject({ sent: 18, queued: 0 })
  })

  it('FEAT-I7 tries 12 times, 10 s apart or a quarter more', async () => {
    const { clock, sink, record, broadcaster, errors } = scene({ random: { next: () => 0.5 } })
    const at: number[] = []
    sink.answer = () => {
      at.push(clock.monotonic())
      throw new Error('no answer')
    }
    record()
    await clock.advance('5m')
    const pauses = at.slice(1).map((time, index) => time - (at[index] ?? 0))
    expect(pauses).toEqual(Array.from({ length: 11 }, () => 11_250))
    expect(broadcaster.stats.drops.retriesExhausted).toBe(1)
    expect(errors).toMatchObject([{ tries: 12 }])
  })

  it('records to one sink', () => {
    const { broadcaster } = scene()
    expect(() => broadcaster.startRecordingToSink(new RecordingSink())).toThrow(AlreadyRecordingError)
  })

  it('EV-1 sends what waits and the last counts of series when it is shut down, and leaves nothing running', async () => {
    const { clock, sink, record, broadcaster } = scene()
    for (let at = 0; at < 5; at++) record()
    record('another')
    await broadcaster.shutdown()
    expect(sink.requests.map(brief)).toEqual([
      ['create', undefined],
      ['patch', 2],
      ['create', undefined],
      ['patch', 5],
    ])
    expect(broadcaster.stats).toMatchObject({ offered: 6, sent: 3, combined: 3, queued: 0 })
    expect(clock.pending).toBe(0)
  })

  it('EV-1 ends its requests when the time to drain is over', async () => {
    const { clock, sink, record, broadcaster } = scene()
    sink.answer = (_request, options) => never(options)
    for (let at = 0; at < 20; at++) record('started', `web-${at}`)
    const shutdown = broadcaster.shutdown()
    await clock.advance('5s')
    await shutdown
    expect(sink.requests).toHaveLength(8)
    expect(broadcaster.stats).toMatchObject({ offered: 20, queued: 0, drops: { shutDown: 20 } })
    expect(clock.pending).toBe(0)
  })

  it('remembers so many series at most, and tells the last count of one that has to go', async () => {
    const { clock, sink, record } = scene({ maxSeries: 2 })
    for (let at = 0; at < 5; at++) record('first')
    for (const action of ['second', 'third']) record(action)
    await clock.settle()
    expect(sink.requests.map(brief)).toContainEqual(['patch', 5])
    record('first')
    await clock.settle()
    expect(sink.requests.at(-1)?.verb).toBe('create')
  })

  it('takes another version of an object for the same object', async () => {
    const { clock, sink, recorder } = scene()
    for (const resourceVersion of ['1', '2', '3'])
      recorder.eventf(podNamed('web', { resourceVersion }), undefined, 'Normal', 'Test', 'go', '')
    await clock.settle()
    expect(sink.requests.map(({ verb }) => verb)).toEqual(['create', 'patch'])
  })

  it('logs events with fields', async () => {
    const { clock, broadcaster, record } = scene()
    const entries: unknown[] = []
    broadcaster.startStructuredLogging((message, fields) => void entries.push([message, fields]))
    record()
    await clock.settle()
    const fields = {
      object: 'default/foo',
      kind: 'Pod',
      apiVersion: 'v1',
      type: 'Normal',
      reason: 'Test',
      action: 'started',
      note: 'note',
    }
    expect(entries).toEqual([['Event occurred', fields]])
  })
})
