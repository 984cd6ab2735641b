import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ApiServer } from '@rxkube/api-server'
import { Client, Event, EventsV1Event, Namespace, Pod } from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import { ClientEventRecorder, clientEventsV1Sink, EventsV1Broadcaster } from '@rxkube/event-recorder'
import { TestEnv } from '@rxkube/testing'
import { podNamed } from './support/events.ts'

let clock: TestClock
let server: ApiServer
let client: Client
let requests: string[]

beforeEach(() => {
  clock = new TestClock({ start: '2025-01-01T00:00:00Z' })
  server = new ApiServer({ clock, controllers: [], compactionInterval: 0 })
  client = new Client({ transport: server.transport(), clock, qps: -1 })
  requests = []
  server.requests(({ method, status }) => requests.push(`${method} ${status}`))
})
afterEach(async () => {
  await client.close()
  await server.close()
})

const core = async () => (await client.list(Event, { namespace: 'default' })).items
const eventsV1 = async () => (await client.list(EventsV1Event, { namespace: 'default' })).items

describe('on an API server', () => {
  it('FEAT-I2 an event of core/v1 appears in both groups, and counts up by patches', async () => {
    const pod = await client.create(Pod, {
      metadata: { name: 'web-0', namespace: 'default' },
      spec: { containers: [{ name: 'web', image: 'web:1' }] },
    })
    const recorder = new ClientEventRecorder(client, { component: 'web-controller', host: 'node-1' })
    requests.length = 0
    for (let second = 0; second < 3; second++) {
      recorder.event(pod, 'Warning', 'BackOff', 'restarting')
      await clock.advance('1s')
    }
    expect(requests).toEqual(['POST 201', 'PATCH 200', 'PATCH 200'])
    const { uid, resourceVersion } = pod.metadata
    expect(await core()).toMatchObject([
      {
        count: 3,
        firstTimestamp: '2025-01-01T00:00:00Z',
        lastTimestamp: '2025-01-01T00:00:02Z',
        involvedObject: { apiVersion: 'v1', kind: 'Pod', name: 'web-0', uid, resourceVersion },
        source: { component: 'web-controller', host: 'node-1' },
      },
    ])
    expect(await eventsV1()).toMatchObject([
      { note: 'restarting', deprecatedCount: 3, reportingController: 'web-controller' },
    ])
    await recorder.shutdown()
  })

  it('FEAT-I7 a series of events.k8s.io/v1 appears in both groups', async () => {
    const broadcaster = new EventsV1Broadcaster({ clock })
    broadcaster.startRecordingToSink(clientEventsV1Sink(client))
    const recorder = broadcaster.newRecorder('web-controller')
    for (let at = 0; at < 3; at++) {
      recorder.eventf(podNamed('web-0'), undefined, 'Normal', 'Scaled', 'Scaling', 'to 3')
      await clock.advance('1s')
    }
    expect(requests).toEqual(['POST 201', 'PATCH 200'])
    await clock.advance('12m')
    expect(await eventsV1()).toMatchObject([{ note: 'to 3', series: { count: 3 } }])
    expect(await core()).toMatchObject([{ message: 'to 3', action: 'Scaling', series: { count: 3 } }])
    await broadcaster.shutdown()
  })

  it('EV-6 two events in one turn end as one object with a series', async () => {
    const broadcaster = new EventsV1Broadcaster({ clock })
    broadcaster.startRecordingToSink(clientEventsV1Sink(client))
    const recorder = broadcaster.newRecorder('test')
    for (let at = 0; at < 2; at++) recorder.eventf({}, undefined, 'Normal', 'Reason', 'Action', '')
    await clock.advance('30s')
    expect(await eventsV1()).toMatchObject([{ series: { count: 2 } }])
    await broadcaster.shutdown()
  })

  it('FEAT-I2 an event that the server forgot after an hour is created again, with its count', async () => {
    const recorder = new ClientEventRecorder(client, { component: 'test' })
    recorder.event(podNamed('web-0'), 'Normal', 'Happened', 'again')
    await clock.advance('61m')
    recorder.event(podNamed('other'), 'Normal', 'Happened', 'once')
    await clock.settle()
    expect((await core()).map(({ message }) => message)).toEqual(['once'])
    requests.length = 0
    recorder.event(podNamed('web-0'), 'Normal', 'Happened', 'again')
    await clock.settle()
    expect(requests).toEqual(['PATCH 404', 'POST 201'])
    expect(await core()).toMatchObject([{ message: 'once' }, { message: 'again', count: 2 }])
    await recorder.shutdown()
  })

  it('FEAT-I7 a series that goes on is kept by its refreshes', async () => {
    const broadcaster = new EventsV1Broadcaster({ clock })
    broadcaster.startRecordingToSink(clientEventsV1Sink(client))
    const recorder = broadcaster.newRecorder('test')
    for (let minute = 0; minute < 130; minute += 5) {
      recorder.eventf(podNamed('web-0'), undefined, 'Normal', 'Reason', 'Action', 'on and on')
      recorder.eventf(podNamed(`other-${minute}`), undefined, 'Normal', 'Reason', 'Action', 'once')
      await clock.advance('5m')
    }
    const kept = (await eventsV1()).filter(({ note }) => note === 'on and on')
    expect(kept).toMatchObject([{ series: { count: 24 } }])
    expect(requests.filter((request) => request.endsWith('404'))).toEqual([])
    await broadcaster.shutdown()
  })

  it('FEAT-I3 ten similar events end in one that says so', async () => {
    await using recorder = new ClientEventRecorder(client, { component: 'test' })
    for (let at = 0; at < 12; at++) {
      recorder.event(podNamed('web-0'), 'Normal', 'Pulled', `image ${at}`)
      await clock.advance('1s')
    }
    const messages = (await core()).map(({ message, count }) => [message, count])
    expect(messages).toHaveLength(10)
    expect(messages.at(-1)).toEqual(['(combined from similar events): image 11', 3])
  })

  it('FEAT-I4 the 26th of the same event at once is held back, and shows in a later count', async () => {
    await using recorder = new ClientEventRecorder(client, { component: 'test' })
    for (let at = 0; at < 30; at++) recorder.event(podNamed('web-0'), 'Normal', 'Happened', 'again')
    await clock.settle()
    expect(await core()).toMatchObject([{ count: 25 }])
    expect(requests.filter((request) => request !== 'GET 200')).toHaveLength(25)
    await clock.advance('300s')
    recorder.event(podNamed('web-0'), 'Normal', 'Happened', 'again')
    await clock.settle()
    expect(await core()).toMatchObject([{ count: 31 }])
    expect(recorder.stats).toMatchObject({ offered: 31, sent: 26, drops: { spam: 5 } })
  })

  it('FEAT-I6 replicas that record about one object in one millisecond do not take each other for one', async () => {
    await using env = new TestEnv({ server: { controllers: [] } })
    for (const name of ['one', 'two']) {
      env.start(name, async ({ client: own, signal }) => {
        await using recorder = new ClientEventRecorder(own, { component: 'test', host: name })
        for (let at = 0; at < 5; at++)
          recorder.event(podNamed('web-0'), 'Normal', 'Happened', `message ${at}`)
        await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
      })
    }
    await env.advance('10s')
    env.verify()
    const { items } = await env.client.list(Event, { namespace: 'default' })
    expect(items.map(({ source, message }) => `${source?.host} ${message}`)).toHaveLength(10)
  })

  it('a namespace that goes away refuses events, and nobody is alarmed', async () => {
    await client.create(Namespace, { metadata: { name: 'going', finalizers: ['example.com/stay'] } })
    await client.delete(Namespace, { name: 'going' })
    const errors: Error[] = []
    await using recorder = new ClientEventRecorder(client, {
      component: 'test',
      onError: (error) => void errors.push(error),
    })
    requests.length = 0
    recorder.event(podNamed('web-0', { namespace: 'going' }), 'Normal', 'Happened', 'once')
    await clock.advance('5m')
    expect(requests).toEqual(['POST 403'])
    expect(errors).toEqual([])
    expect(recorder.stats.drops.rejected).toBe(1)
  })
})
