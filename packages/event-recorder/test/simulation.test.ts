import { expect, it } from 'vitest'
import { Event } from '@rxkube/client'
import {
  ClientEventRecorder,
  clientEventsV1Sink,
  EventsV1Broadcaster,
  type EventStats,
  type EventsV1Recorder,
} from '@rxkube/event-recorder'
import { simulate, type ProcessMain } from '@rxkube/testing'
import { podNamed } from './support/events.ts'

/** What the process that was started last records with, and all that were. */
interface World {
  recorder: ClientEventRecorder | undefined
  eventsV1: EventsV1Recorder | undefined
  readonly all: { readonly stats: EventStats }[]
}

let world: World

const main: ProcessMain = async ({ client, clock, random, signal }) => {
  await using recorder = new ClientEventRecorder(client, { component: 'core', onError: () => undefined })
  await using broadcaster = new EventsV1Broadcaster({ clock, random, onError: () => undefined })
  broadcaster.startRecordingToSink(clientEventsV1Sink(client))
  world.recorder = recorder
  world.eventsV1 = broadcaster.newRecorder('events')
  world.all.push(recorder, broadcaster)
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
}

it('INV-E5 holds whatever goes wrong with servers, networks, clocks and processes, and recording goes on after it', async () => {
  const report = await simulate({
    seeds: 25,
    scenario: {
      env: { server: { controllers: [] } },
      setUp: () => {
        world = { recorder: undefined, eventsV1: undefined, all: [] }
      },
      processes: { recorder: { main, latency: 50 } },
      moves: {
        repeat: () => {
          for (let at = 0; at < 30; at++)
            world.recorder?.event(podNamed('web-0'), 'Warning', 'BackOff', 'again')
        },
        vary: (_env, random) =>
          world.recorder?.event(podNamed('web-1'), 'Normal', 'Pulled', `${random.next()}`),
        series: (_env, random) => {
          const pod = podNamed(`web-${Math.floor(random.next() * 3)}`)
          world.eventsV1?.eventf(pod, undefined, 'Normal', 'Scaled', 'Scaling', 'again')
        },
      },
      always: () => {
        for (const { stats } of world.all)
          expect(stats.dropped).toBe(stats.offered - stats.sent - stats.combined - stats.queued)
      },
      finally: async ({ client, clock, audit }) => {
        world.recorder?.event(podNamed('last'), 'Normal', 'Happened', 'last')
        world.eventsV1?.eventf(podNamed('last'), undefined, 'Normal', 'Happened', 'Happening', 'last, too')
        await clock.advance('5m')
        const { items } = await client.list(Event, { namespace: 'default' })
        const messages = items.map(({ message }) => message)
        expect(messages).toEqual(expect.arrayContaining(['last', 'last, too']))
        expect(world.recorder?.stats.queued).toBe(0)
        expect(audit.filter(({ method }) => method === 'GET')).toEqual([])
      },
    },
  })
  expect(report.requests).toBeGreaterThan(300)
}, 120_000)
