import { describe, expect, it } from 'vitest'
import { ApiServer } from '@rxkube/api-server'
import { ApiError, Client, InvalidPathSegmentError, isInternalError, TransportError } from '@rxkube/client'
import { seededRandom, TestClock } from '@rxkube/clock'
import { ClientEventRecorder, EventBroadcaster, EventNotSentError } from '@rxkube/event-recorder'
import type { Event } from '@rxkube/meta'
import { podNamed } from './support/events.ts'
import { RecordingSink } from './support/recording-sink.ts'

const status = (code: number, reason: string): ApiError => new ApiError({ code, reason, message: 'no' })

/** Records one event with a sink that fails so often, and waits as long as it takes. */
async function tries(
  error: Error,
  failures = 1000,
): Promise<{ tries: number; errors: Error[]; at: number[] }> {
  const clock = new TestClock()
  const broadcaster = new EventBroadcaster({ clock, random: seededRandom(1) })
  const errors: Error[] = []
  broadcaster.error$.subscribe((each) => errors.push(each))
  const sink = new RecordingSink<Event>()
  const at: number[] = []
  sink.answer = () => {
    at.push(clock.monotonic())
    if (sink.requests.length <= failures) throw error
  }
  broadcaster.startRecordingToSink(sink)
  broadcaster.newRecorder({ component: 'test' }).event(podNamed('web-0'), 'Normal', 'Happened', 'secret-note')
  await clock.runUntilIdle()
  await broadcaster.shutdown()
  expect(broadcaster.stats).toMatchObject({ queued: 0, offered: 1 })
  return { tries: sink.requests.length, errors, at }
}

describe('an event that cannot be sent', () => {
  it('EV-3 FEAT-I5 is given up at once when no request can be made of it', async () => {
    const outcome = await tries(new InvalidPathSegmentError('namespace', '..', 'it would climb'))
    expect(outcome.tries).toBe(1)
    expect(outcome.errors).toEqual([expect.any(EventNotSentError)])
  })

  it('EV-3 FEAT-I5 is given up at once when the server refuses it', async () => {
    const outcome = await tries(status(500, 'InternalError'))
    expect(outcome.tries).toBe(1)
    expect(outcome.errors).toMatchObject([{ object: 'default/web-0', reason: 'Happened', tries: 1 }])
  })

  it('EV-3 FEAT-I5 is tried 12 times when the answer is no event', async () => {
    expect((await tries(new TransportError('protocol', 'POST /x', 'no JSON'))).tries).toBe(12)
  })

  it('EV-3 FEAT-I5 is tried 12 times when no answer comes, and told once', async () => {
    const outcome = await tries(new Error('a weird error'))
    expect(outcome.tries).toBe(12)
    expect(outcome.errors).toMatchObject([{ name: 'EventNotSentError', tries: 12 }])
  })

  it('EV-3 FEAT-I5 is sent by the second try when that succeeds', async () => {
    const outcome = await tries(new Error('a weird error'), 1)
    expect(outcome).toMatchObject({ tries: 2, errors: [] })
  })

  it('FEAT-I5 pauses for some of 10 s first, and then for 10 s each', async () => {
    const { at } = await tries(new Error('a weird error'))
    const pauses = at.slice(1).map((time, index) => Math.round(time - (at[index] ?? 0)))
    expect(pauses[0]).toBeGreaterThan(0)
    expect(pauses[0]).toBeLessThan(10_000)
    expect(pauses.slice(1)).toEqual(Array.from({ length: 10 }, () => 10_000))
  })

  it('is dropped without a word when it is there already, or its namespace is going away', async () => {
    const terminating = new ApiError({
      code: 403,
      reason: 'Forbidden',
      details: { causes: [{ reason: 'NamespaceTerminating' }] },
    })
    for (const error of [status(409, 'AlreadyExists'), terminating])
      expect(await tries(error)).toMatchObject({ tries: 1, errors: [] })
  })

  it('is given up at once when the client was closed', async () => {
    expect((await tries(new TransportError('closed', 'client', 'the client was closed'))).tries).toBe(1)
  })

  it('says which one it was, and nothing of what it says', async () => {
    const { errors } = await tries(status(422, 'Invalid'))
    expect(errors.map(({ message }) => message)).toEqual([
      'the event Happened about default/web-0 was given up after 1 try: see the cause',
    ])
    expect(JSON.stringify(errors)).not.toContain('secret-note')
  })
})

describe('a patch', () => {
  it('EV-3 FEAT-I2 becomes a create without a version when the server forgot the event', async () => {
    const clock = new TestClock()
    const broadcaster = new EventBroadcaster({ clock })
    const sink = new RecordingSink<Event>()
    sink.answer = ({ verb, event }) => {
      if (verb === 'patch') throw status(404, 'NotFound')
      return { ...event, metadata: { ...event.metadata, resourceVersion: '7', uid: 'a' } }
    }
    broadcaster.startRecordingToSink(sink)
    const recorder = broadcaster.newRecorder({ component: 'test' })
    for (let at = 0; at < 2; at++) recorder.event(podNamed('web-0'), 'Normal', 'Happened', 'again')
    await clock.settle()
    const [, patched, created] = sink.requests
    expect(sink.requests.map(({ verb }) => verb)).toEqual(['create', 'patch', 'create'])
    expect(patched?.event.metadata.resourceVersion).toBe('7')
    expect(created?.event).toMatchObject({ count: 2, metadata: { name: patched?.event.metadata.name } })
    expect(broadcaster.stats).toMatchObject({ sent: 2, dropped: 0 })
  })

  it('is not made a create by any other refusal', async () => {
    const clock = new TestClock()
    const broadcaster = new EventBroadcaster({ clock, onError: () => undefined })
    const sink = new RecordingSink<Event>()
    sink.answer = ({ verb }) => {
      if (verb === 'patch') throw status(403, 'Forbidden')
    }
    broadcaster.startRecordingToSink(sink)
    const recorder = broadcaster.newRecorder({ component: 'test' })
    for (let at = 0; at < 2; at++) recorder.event(podNamed('web-0'), 'Normal', 'Happened', 'again')
    await clock.settle()
    expect(sink.requests.map(({ verb }) => verb)).toEqual(['create', 'patch'])
    expect(broadcaster.stats.drops).toMatchObject({ rejected: 1 })
  })
})

describe('many events', () => {
  it('EV-3 1000 recorded at once are each sent by their fifth try, and none is lost', async () => {
    const clock = new TestClock()
    const broadcaster = new EventBroadcaster({ clock, sleepDuration: 0 })
    const sink = new RecordingSink<Event>()
    const attempts = new Map<string, number>()
    sink.answer = ({ event: { message = '' } }) => {
      const attempt = (attempts.get(message) ?? 0) + 1
      attempts.set(message, attempt)
      if (attempt < 5) throw new Error('fake error')
    }
    broadcaster.startRecordingToSink(sink)
    let logged = 0
    broadcaster.startLogging(() => void logged++)
    const recorder = broadcaster.newRecorder({ component: 'test' })
    for (let at = 0; at < 1000; at++)
      recorder.event(podNamed(`foo-${at}`), 'Normal', `Reason-${at}`, String(at))
    await clock.runUntilIdle()
    expect(new Set(attempts.values())).toEqual(new Set([5]))
    expect(attempts.size).toBe(1000)
    expect(logged).toBe(1000)
    expect(broadcaster.stats).toMatchObject({ offered: 1000, sent: 1000, retries: 4000, queued: 0 })
  })
})

describe('FAULT-I4 a sink that is down', () => {
  it('never holds up who records, and gets 12 requests for the first event at most', async () => {
    const clock = new TestClock()
    await using server = new ApiServer({ clock, controllers: [] })
    await using client = new Client({ transport: server.transport(), clock, qps: -1 })
    const fault = server.faults.drop({ resource: 'events' })
    const errors: Error[] = []
    const recorder = new ClientEventRecorder(client, {
      component: 'test',
      onError: (error) => void errors.push(error),
    })
    let turns = 0
    for (let at = 0; at < 3; at++) {
      recorder.event(podNamed(`web-${at}`), 'Normal', 'Happened', 'once')
      turns++
    }
    expect([turns, recorder.stats.queued]).toEqual([3, 3])
    await clock.advance('119s')
    expect(fault.strikes).toBeGreaterThanOrEqual(12)
    expect(errors).toMatchObject([{ name: 'EventNotSentError', tries: 12, object: 'default/web-0' }])
    fault.remove()
    await clock.advance('20s')
    expect(recorder.stats).toMatchObject({ sent: 2, dropped: 1, queued: 0 })
    await recorder.shutdown()
    expect(clock.pending).toBe(0)
  })

  it('that never answers is asked 12 times, also one that does not listen to its signal', async () => {
    const clock = new TestClock()
    const errors: Error[] = []
    const broadcaster = new EventBroadcaster({
      clock,
      requestTimeout: '30s',
      onError: (error) => void errors.push(error),
    })
    const sink = new RecordingSink<Event>()
    sink.answer = () => new Promise(() => undefined)
    broadcaster.startRecordingToSink(sink)
    const recorder = broadcaster.newRecorder({ component: 'test' })
    for (const name of ['web-0', 'web-1']) recorder.event(podNamed(name), 'Normal', 'Happened', 'once')
    await clock.advance('10m')
    expect(sink.requests.filter(({ event }) => event.involvedObject.name === 'web-0')).toHaveLength(12)
    expect(errors).toMatchObject([{ tries: 12, cause: { name: 'TransportError', kind: 'timeout' } }])
    const shutdown = broadcaster.shutdown()
    await clock.advance('5s')
    await shutdown
    expect(broadcaster.stats).toMatchObject({ queued: 0, dropped: 2 })
    expect(errors.map(({ name }) => name)).not.toContain('EventHandlerError')
    expect(clock.pending).toBe(0)
  })

  it('that answers 500 is asked once for each event', async () => {
    const clock = new TestClock()
    await using server = new ApiServer({ clock, controllers: [] })
    await using client = new Client({ transport: server.transport(), clock, qps: -1 })
    const fault = server.faults.respond({ verb: 'create', resource: 'events' }, 500)
    const errors: Error[] = []
    await using recorder = new ClientEventRecorder(client, {
      component: 'test',
      onError: (error) => void errors.push(error),
    })
    for (let at = 0; at < 3; at++) recorder.event(podNamed(`web-${at}`), 'Normal', 'Happened', 'once')
    await clock.advance('10m')
    expect(fault.strikes).toBe(3)
    expect(recorder.stats).toMatchObject({ sent: 0, dropped: 3 })
    expect(errors.every(({ cause }) => isInternalError(cause))).toBe(true)
  })

  it('of which only the answer was lost has the event once, and it counts as sent', async () => {
    const clock = new TestClock()
    await using server = new ApiServer({ clock, controllers: [] })
    await using client = new Client({ transport: server.transport(), clock, qps: -1 })
    server.faults.drop({ verb: 'create', resource: 'events', count: 1 }, 'after')
    await using recorder = new ClientEventRecorder(client, { component: 'test' })
    recorder.event(podNamed('web-0'), 'Normal', 'Happened', 'once')
    await clock.advance('10s')
    expect(recorder.stats).toMatchObject({ sent: 1, dropped: 0, retries: 1 })
  })
})
