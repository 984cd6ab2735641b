import { describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import {
  EventBroadcaster,
  type EventBroadcasterOptions,
  type EventRecorder,
  type EventType,
} from '@rxkube/event-recorder'
import type { Event } from '@rxkube/meta'
import { podNamed } from './support/events.ts'
import { RecordingSink, type SinkRequest } from './support/recording-sink.ts'

const clockAt = '2025-01-01T00:00:00Z'

interface Scene {
  readonly clock: TestClock
  readonly broadcaster: EventBroadcaster
  readonly recorder: EventRecorder
  readonly sink: RecordingSink<Event>
}

function scene(options: EventBroadcasterOptions = {}): Scene {
  const clock = new TestClock({ start: clockAt })
  const broadcaster = new EventBroadcaster({ clock, random: { next: () => 0 }, ...options })
  const sink = new RecordingSink<Event>()
  broadcaster.startRecordingToSink(sink)
  const recorder = broadcaster.newRecorder({ component: 'eventTest', host: 'node-1' })
  return { clock, broadcaster, recorder, sink }
}

const brief = ({ verb, event, patch }: SinkRequest<Event>): unknown => [verb, event.message, patch]

describe('an event broadcaster', () => {
  it('EV-2 creates an event with all its fields', async () => {
    const { clock, recorder, sink } = scene()
    const pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'foo', namespace: 'baz', uid: 'bar', resourceVersion: '7', labels: { a: 'b' } },
    }
    recorder.annotatedEvent(pod, { note: 'well' }, 'Normal', 'Started', 'some verbose message: 1')
    await clock.settle()
    expect(sink.requests).toEqual([
      {
        verb: 'create',
        event: {
          metadata: {
            name: `foo.${(BigInt(Date.parse(clockAt)) * 1_000_000n).toString(16)}`,
            namespace: 'baz',
            annotations: { note: 'well' },
          },
          involvedObject: {
            kind: 'Pod',
            namespace: 'baz',
            name: 'foo',
            uid: 'bar',
            apiVersion: 'v1',
            resourceVersion: '7',
          },
          reason: 'Started',
          message: 'some verbose message: 1',
          source: { component: 'eventTest', host: 'node-1' },
          firstTimestamp: clockAt,
          lastTimestamp: clockAt,
          count: 1,
          type: 'Normal',
          reportingComponent: 'eventTest',
          reportingInstance: 'node-1',
        },
      },
    ])
  })

  it('EV-2 FEAT-I2 patches count, time and message of an event that repeats', async () => {
    const { clock, recorder, sink, broadcaster } = scene()
    recorder.event(podNamed('foo'), 'Normal', 'Started', 'again')
    await clock.advance('1s')
    recorder.event(podNamed('foo'), 'Normal', 'Started', 'again')
    await clock.advance('1s')
    recorder.event(podNamed('foo'), 'Normal', 'Started', 'again')
    await clock.settle()
    expect(sink.requests.map(brief)).toEqual([
      ['create', 'again', undefined],
      ['patch', 'again', { count: 2, lastTimestamp: '2025-01-01T00:00:01Z', message: 'again' }],
      ['patch', 'again', { count: 3, lastTimestamp: '2025-01-01T00:00:02Z', message: 'again' }],
    ])
    const names = sink.requests.map(({ event }) => event.metadata.name)
    expect(new Set(names).size).toBe(1)
    expect(sink.requests[2]?.event.firstTimestamp).toBe(clockAt)
    expect(broadcaster.stats).toMatchObject({ offered: 3, sent: 3, queued: 0, dropped: 0 })
  })

  it('EV-2 creates events anew that differ in reason, message, type, part or uid', async () => {
    const { clock, recorder, sink } = scene()
    const foo = podNamed('foo')
    const record = (type: EventType, reason: string, message: string, object = foo): void =>
      recorder.event(object, type, reason, message)
    record('Normal', 'Started', 'one')
    record('Normal', 'Killed', 'one')
    record('Normal', 'Started', 'two')
    record('Warning', 'Started', 'one')
    record('Normal', 'Started', 'one', { ...foo, fieldPath: 'spec.containers[2]' })
    record('Normal', 'Started', 'one', { ...foo, uid: 'other' })
    record('Normal', 'Started', 'one', { ...foo, resourceVersion: '9' })
    await clock.settle()
    expect(sink.requests.map(({ verb }) => verb)).toEqual([
      ...Array.from({ length: 6 }, () => 'create'),
      'patch',
    ])
  })

  it('EV-2 puts an event about an object without a namespace into default', async () => {
    const { clock, recorder, sink } = scene()
    recorder.event({ kind: 'Node', name: 'n', apiVersion: 'v1' }, 'Normal', 'Started', 'one')
    await clock.settle()
    expect(sink.requests[0]?.event.metadata.namespace).toBe('default')
    expect(sink.requests[0]?.event.involvedObject).toEqual({ kind: 'Node', name: 'n', apiVersion: 'v1' })
  })

  it('EV-2 begins with an empty cache for each sink', async () => {
    const { clock, broadcaster, recorder, sink } = scene()
    recorder.event(podNamed('foo'), 'Normal', 'Started', 'again')
    await clock.settle()
    const second = new RecordingSink<Event>()
    broadcaster.startRecordingToSink(second)
    recorder.event(podNamed('foo'), 'Normal', 'Started', 'again')
    await clock.settle()
    expect(sink.requests.map(({ verb }) => verb)).toEqual(['create', 'patch'])
    expect(second.requests.map(({ verb }) => verb)).toEqual(['create'])
  })

  it('EV-2 logs each event as a line, and with fields', async () => {
    const { clock, broadcaster, recorder } = scene()
    const lines: string[] = []
    const entries: unknown[] = []
    broadcaster.startLogging((line) => void lines.push(line))
    broadcaster.startStructuredLogging((message, fields) => void entries.push([message, fields]))
    const pod = { kind: 'Pod', namespace: 'baz', name: 'foo', uid: 'bar', apiVersion: 'v1' }
    recorder.event({ ...pod, fieldPath: 'spec.containers[2]' }, 'Normal', 'Started', 'message: 1')
    await clock.settle()
    expect(lines).toEqual([
      `Event(v1.ObjectReference{Kind:"Pod", Namespace:"baz", Name:"foo", UID:"bar", APIVersion:"v1", ResourceVersion:"", FieldPath:"spec.containers[2]"}): type: 'Normal' reason: 'Started' message: 1`,
    ])
    const fields = {
      object: 'baz/foo',
      fieldPath: 'spec.containers[2]',
      kind: 'Pod',
      apiVersion: 'v1',
      type: 'Normal',
      reason: 'Started',
      message: 'message: 1',
    }
    expect(entries).toEqual([['Event occurred', fields]])
  })

  it('hands an event to those who watch at that time, each on its own', async () => {
    const { clock, broadcaster, recorder } = scene()
    const seen: string[] = []
    recorder.event(podNamed('foo'), 'Normal', 'Before', '')
    const early = broadcaster.startEventWatcher(({ reason }) => void seen.push(`early ${reason}`))
    recorder.event(podNamed('foo'), 'Normal', 'Between', '')
    broadcaster.startEventWatcher(({ reason }) => void seen.push(`late ${reason}`))
    recorder.event(podNamed('foo'), 'Normal', 'After', '')
    await clock.settle()
    await early.stop()
    recorder.event(podNamed('foo'), 'Normal', 'Last', '')
    await clock.settle()
    expect(seen.toSorted()).toEqual(['early After', 'early Between', 'late After', 'late Last'])
  })

  it('cuts messages off that are longer than a server takes, between characters', async () => {
    const { clock, recorder, sink } = scene()
    recorder.event(podNamed('foo'), 'Normal', 'Long', 'ä'.repeat(4000))
    recorder.event(podNamed('foo'), 'Normal', 'Fits', 'ä'.repeat(512))
    await clock.settle()
    const messages = sink.requests.map(({ event }) => event.message ?? '')
    expect(messages[0]).toMatch(/^ä{510}…$/)
    expect(messages.map((message) => Buffer.byteLength(message))).toEqual([1023, 1024])
  })

  it('keeps the object of an event out of the reach of whoever recorded it', async () => {
    const { clock, recorder, sink } = scene()
    const object = podNamed('foo')
    const annotations = { a: 'b' }
    recorder.annotatedEvent(object, annotations, 'Normal', 'Started', 'one')
    object.name = 'changed'
    annotations.a = 'changed'
    await clock.settle()
    expect(sink.requests[0]?.event.involvedObject.name).toBe('foo')
    expect(sink.requests[0]?.event.metadata.annotations).toEqual({ a: 'b' })
  })
})
