import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { seededRandom, TestClock } from '@rxkube/clock'
import { EventBroadcaster, EventsV1Broadcaster, type EventType } from '@rxkube/event-recorder'
import type { Event, EventsV1Event } from '@rxkube/meta'
import { podNamed } from './support/events.ts'
import { RecordingSink } from './support/recording-sink.ts'

describe('FAULT-I1 a flood', () => {
  it('of 10,000 events a second about one object makes 25 requests, and one more each 300 s', async () => {
    const clock = new TestClock()
    const broadcaster = new EventBroadcaster({ clock, onError: () => undefined })
    const sink = new RecordingSink<Event>()
    broadcaster.startRecordingToSink(sink)
    const recorder = broadcaster.newRecorder({ component: 'test' })
    let most = 0
    const record = (): void => {
      for (let at = 0; at < 1000; at++) recorder.event(podNamed('web-0'), 'Warning', 'Flood', 'again')
      most = Math.max(most, broadcaster.stats.queued)
    }
    for (let tenth = 0; tenth < 20; tenth++) {
      record()
      await clock.advance('100ms')
    }
    expect(sink.requests).toHaveLength(25)
    await clock.advance('298s')
    record()
    await clock.settle()
    expect(sink.requests).toHaveLength(26)
    expect(sink.requests.at(-1)?.event.count).toBe(20_001)
    expect(most).toBe(1000)
    expect(broadcaster.stats).toMatchObject({
      offered: 21_000,
      sent: 26,
      drops: { spam: 20_974, queueFull: 0 },
    })
  })

  it('of events that are all different ends in one aggregate that counts', async () => {
    const clock = new TestClock()
    const broadcaster = new EventBroadcaster({ clock, onError: () => undefined })
    const sink = new RecordingSink<Event>()
    broadcaster.startRecordingToSink(sink)
    const recorder = broadcaster.newRecorder({ component: 'test' })
    for (let at = 0; at < 5000; at++) {
      recorder.event(podNamed('web-0'), 'Warning', 'Flood', `message ${at}`)
      if (at % 500 === 499) await clock.settle()
    }
    const names = new Set(sink.requests.map(({ event }) => event.metadata.name))
    expect([sink.requests.length, names.size]).toEqual([25, 10])
  })

  it('of events.k8s.io/v1 is a create, a patch and a count', async () => {
    const clock = new TestClock()
    const broadcaster = new EventsV1Broadcaster({ clock })
    const sink = new RecordingSink<EventsV1Event>()
    broadcaster.startRecordingToSink(sink)
    const recorder = broadcaster.newRecorder('test')
    for (let at = 0; at < 10_000; at++) {
      recorder.eventf(podNamed('web-0'), undefined, 'Normal', 'Flood', 'Flooding', `note ${at}`)
      if (at % 1000 === 999) await clock.settle()
    }
    expect(sink.requests).toHaveLength(2)
    await broadcaster.shutdown()
    expect(sink.requests.map(({ event }) => event.series?.count)).toEqual([undefined, 2, 10_000])
  })

  it('about 20,000 objects leaves no more behind than the caches may hold', async () => {
    const clock = new TestClock()
    const broadcaster = new EventBroadcaster({ clock, onError: () => undefined })
    const sink = new RecordingSink<Event>()
    broadcaster.startRecordingToSink(sink)
    const recorder = broadcaster.newRecorder({ component: 'test' })
    const record = async (from: number, to: number): Promise<void> => {
      for (let at = from; at < to; at++) {
        recorder.event(podNamed(`web-${at}`), 'Warning', 'Flood', 'again')
        if (at % 500 === 499) await clock.settle()
      }
      await clock.settle()
    }
    await record(0, 20_000)
    sink.requests.length = 0
    await record(0, 1)
    await record(19_999, 20_000)
    expect(sink.requests.map(({ verb }) => verb)).toEqual(['create', 'patch'])
  })
})

interface Step {
  readonly wait: number
  readonly burst: number
  readonly object: number
  readonly type: EventType
  readonly reason: string
  readonly message: string
}

const step: fc.Arbitrary<Step> = fc.record({
  wait: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 900_000 })),
  burst: fc.integer({ min: 1, max: 40 }),
  object: fc.integer({ min: 0, max: 1 }),
  type: fc.constantFrom<EventType>('Normal', 'Warning', 'Wrong' as EventType),
  reason: fc.constantFrom('One', 'Two'),
  message: fc.string({ maxLength: 2 }),
})
const histories = fc.record({
  steps: fc.array(step, { maxLength: 40 }),
  failing: fc.double({ min: 0, max: 0.5, noNaN: true }),
  queueSize: fc.constantFrom(5, 1000),
  seed: fc.integer(),
})

describe('INV-E5 in any history', () => {
  it('requests are within budget, nothing is thrown, and what is neither sent nor queued was counted as dropped', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async ({ steps, failing, queueSize, seed }) => {
        const clock = new TestClock()
        const random = seededRandom(seed)
        const broadcaster = new EventBroadcaster({ clock, random, queueSize, onError: () => undefined })
        const sink = new RecordingSink<Event>()
        // Times of the events that were told of an object, each once, however often it was tried.
        const told = new Map<string, Map<string, number>>()
        sink.answer = ({ event: { involvedObject, type, metadata, count } }) => {
          const key = `${type} ${involvedObject.name}`
          const events = told.get(key) ?? new Map<string, number>()
          const event = `${metadata.name} ${count}`
          if (!events.has(event)) events.set(event, clock.monotonic())
          told.set(key, events)
          if (random.next() < failing) throw new Error('no answer')
        }
        broadcaster.startRecordingToSink(sink)
        const recorder = broadcaster.newRecorder({ component: 'test' })
        let recorded = 0
        const check = (): void => {
          const { offered, sent, queued, dropped, drops } = broadcaster.stats
          expect(offered).toBe(recorded)
          expect(dropped).toBe(offered - sent - queued)
          expect(Object.values(drops).reduce((sum, count) => sum + count, 0)).toBe(dropped)
          expect(queued).toBeLessThanOrEqual(queueSize + 1)
        }
        for (const { wait, burst, object, type, reason, message } of steps) {
          for (let at = 0; at < burst; at++) recorder.event(podNamed(`web-${object}`), type, reason, message)
          recorded += burst
          check()
          await clock.advance(wait)
          check()
        }
        await clock.advance('1h')
        for (const events of told.values()) {
          const times = [...events.values()]
          for (const [index, time] of times.entries())
            expect(index + 1).toBeLessThanOrEqual(25 + time / 300_000 + 1e-6)
        }
        await broadcaster.shutdown({ timeout: 0 })
        check()
        expect(broadcaster.stats.queued).toBe(0)
      }),
      { numRuns: 100 },
    )
  }, 60_000)
})
