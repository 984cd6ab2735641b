import { describe, expect, it } from 'vitest'
import { ApiServer } from '@rxkube/api-server'
import { Client, Event, EventsV1Event } from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import {
  EventBroadcasterAdapter,
  getFieldSelector,
  UnknownEventsVersionError,
  type Regarding,
} from '@rxkube/event-recorder'
import { podNamed } from './support/events.ts'

const groupPath = '/apis/events.k8s.io/v1'

async function scene() {
  const clock = new TestClock()
  const server = new ApiServer({ clock, controllers: [] })
  const client = new Client({ transport: server.transport(), clock, qps: -1 })
  return {
    clock,
    server,
    client,
    async [Symbol.asyncDispose]() {
      await client.close()
      await server.close()
    },
  }
}

describe('the adapter', () => {
  it('FEAT-I8 EV-6 records events.k8s.io/v1 where the server has it', async () => {
    await using world = await scene()
    const { client, clock } = world
    const adapter = await EventBroadcasterAdapter.fromClient(client, { hostname: 'host-1' })
    adapter.startRecordingToSink()
    adapter
      .newRecorder('test')
      .annotatedEventf(podNamed('a'), podNamed('b'), { c: 'd' }, 'Normal', 'Why', 'Doing', 'note')
    await clock.settle()
    await adapter.shutdown()
    expect((await client.list(EventsV1Event, { namespace: 'default' })).items).toMatchObject([
      {
        metadata: { annotations: { c: 'd' } },
        action: 'Doing',
        related: { name: 'b' },
        reportingInstance: 'test-host-1',
      },
    ])
    expect(clock.pending).toBe(0)
  })

  it('FEAT-I8 EV-6 falls back to core/v1 where the group is absent', async () => {
    await using world = await scene()
    const { client, clock, server } = world
    server.faults.respond({ path: groupPath }, 404)
    const requests: string[] = []
    server.requests((record) => requests.push(`${record.method} ${record.path}`))
    await using adapter = await EventBroadcasterAdapter.fromClient(client)
    expect([adapter.eventsV1, adapter.discoveryError]).toEqual([undefined, undefined])
    adapter.startRecordingToSink()
    const recorder = adapter.newRecorder('test')
    recorder.eventf(podNamed('a'), podNamed('b'), 'Warning', 'Why', 'Doing', 'note')
    recorder.annotatedEventf(podNamed('a'), undefined, { c: 'd' }, 'Warning', 'Other', 'Doing', 'note')
    await clock.settle()
    expect(requests.slice(1)).toEqual(
      Array.from({ length: 2 }, () => 'POST /api/v1/namespaces/default/events'),
    )
    expect((await client.list(Event, { namespace: 'default' })).items).toMatchObject([
      { reason: 'Why', message: 'note', type: 'Warning', source: { component: 'test' }, count: 1 },
      { reason: 'Other', metadata: { annotations: { c: 'd' } } },
    ])
  })

  it('FEAT-I8 offers a legacy recorder as well', async () => {
    await using world = await scene()
    const { client, clock } = world
    await using adapter = await EventBroadcasterAdapter.fromClient(client)
    adapter.startRecordingToSink()
    adapter.newLegacyRecorder('test').event(podNamed('a'), 'Normal', 'Why', 'message')
    await clock.settle()
    expect((await client.list(Event, { namespace: 'default' })).items).toMatchObject([
      { source: { component: 'test' }, count: 1 },
    ])
  })

  it('takes core/v1 when the server cannot be asked, and says why', async () => {
    await using world = await scene()
    const { client, server } = world
    server.faults.respond({ path: groupPath }, 403)
    await using adapter = await EventBroadcasterAdapter.fromClient(client)
    expect(adapter.eventsV1).toBeUndefined()
    expect(adapter.discoveryError).toMatchObject({ name: 'ApiError', code: 403 })
  })

  it('rejects with the reason of its signal', async () => {
    await using world = await scene()
    const reason = new Error('no more')
    const signal = AbortSignal.abort(reason)
    await expect(EventBroadcasterAdapter.fromClient(world.client, { signal })).rejects.toBe(reason)
  })

  it('tells the errors of both, and completes when both are shut down', async () => {
    await using world = await scene()
    const adapter = await EventBroadcasterAdapter.fromClient(world.client)
    const told: unknown[] = []
    adapter.error$.subscribe({ next: ({ name }) => told.push(name), complete: () => told.push('end') })
    adapter.newRecorder('test').eventf(podNamed('a'), undefined, 'Normal', 'Why', 'Doing', '')
    adapter.newLegacyRecorder('test').event(podNamed('a'), 'Normal', 'Why', '')
    await world.clock.settle()
    await adapter.shutdown()
    expect(told).toEqual(['EventsDroppedError', 'EventsDroppedError', 'end'])
  })
})

const whole: Regarding = {
  name: 'test-deployment',
  kind: 'Deployment',
  apiVersion: 'apps/v1',
  uid: '2c55cad7-ee4e-11e9-abe1-525400e7bc6b',
}
const beta = { group: 'events.k8s.io', version: 'v1beta1' }
const written = (prefix: string): string =>
  `${prefix}.name=test-deployment,${prefix}.kind=Deployment,${prefix}.apiVersion=apps/v1,` +
  `${prefix}.uid=2c55cad7-ee4e-11e9-abe1-525400e7bc6b`

describe('the field selector of an object', () => {
  it('EV-6 FEAT-I8 speaks of regarding or of involvedObject', () => {
    expect(getFieldSelector(EventsV1Event, whole).toString()).toBe(written('regarding'))
    expect(getFieldSelector(beta, whole).toString()).toBe(written('regarding'))
    expect(getFieldSelector(Event, whole).toString()).toBe(written('involvedObject'))
  })

  it('EV-6 FEAT-I8 has only what is given', () => {
    for (const events of [EventsV1Event, beta, Event])
      expect(getFieldSelector(events, {}).toString()).toBe('')
    expect(getFieldSelector(Event, { name: 'a', uid: '' }).toString()).toBe('involvedObject.name=a')
  })

  it('EV-6 FEAT-I8 throws for a version that has no events', () => {
    expect(() => getFieldSelector({ group: 'apps', version: 'v1' }, whole)).toThrow(UnknownEventsVersionError)
  })

  it('FEAT-I8 chooses the events of an object on a server, in both groups', async () => {
    await using world = await scene()
    const { client, clock } = world
    await using adapter = await EventBroadcasterAdapter.fromClient(client)
    adapter.startRecordingToSink()
    for (const name of ['a', 'b'])
      adapter.newRecorder('test').eventf(podNamed(name), undefined, 'Normal', 'Why', 'Doing', name)
    await clock.settle()
    const regarding = { kind: 'Pod', name: 'b' }
    const fieldSelector = getFieldSelector(EventsV1Event, regarding).toString()
    const events = await client.list(EventsV1Event, { namespace: 'default', fieldSelector })
    expect(events.items.map(({ note }) => note)).toEqual(['b'])
    const core = await client.list(Event, {
      namespace: 'default',
      fieldSelector: getFieldSelector(Event, regarding).toString(),
    })
    expect(core.items.map(({ message }) => message)).toEqual(['b'])
  })
})
