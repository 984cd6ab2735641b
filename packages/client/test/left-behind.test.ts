import { Client, HttpTransport, Pod } from '@rxkube/client'
import { systemClock, TestClock } from '@rxkube/clock'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { getEventListeners } from 'node:events'
import { describe, expect, it } from 'vitest'
import { moodyServer, type MoodyServer } from './support/moody-server.ts'

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await systemClock.yield()
}

interface World {
  readonly server: MoodyServer
  readonly client: Client
  readonly clock: TestClock
  readonly controller: AbortController
  readonly signal: AbortSignal
}

type Scenario = (world: World) => Promise<void>

const caught = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error)

/** Resolves when a client has begun to wait for its next attempt. */
function backingOff(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const told = (): void => {
    unsubscribe('rxkube.client.retry', told)
    resolve()
  }
  subscribe('rxkube.client.retry', told)
  return promise
}

const scenarios: Record<string, Scenario> = {
  'a call that is over': async ({ client, signal }) => {
    await client.list(Pod, { signal })
  },
  'a list that is left early': async ({ client, signal }) => {
    for await (const part of client.listParts(Pod, { namespace: 'long', signal })) {
      expect(part.type).toBe('items')
      break
    }
  },
  'a list that is never begun': async ({ client, signal }) => {
    await client.listParts(Pod, { signal })[Symbol.asyncIterator]().return?.()
  },
  'a watch that is left early': async ({ client, signal }) => {
    for await (const events of await client.watch(Pod, { signal })) {
      expect(events).toHaveLength(1)
      break
    }
  },
  'a watch that is stopped without having been read': async ({ client, signal }) => {
    ;(await client.watch(Pod, { signal })).stop()
  },
  'a watch whose iterator is let go before its first event': async ({ client, signal }) => {
    await (await client.watch(Pod, { signal }))[Symbol.asyncIterator]().return?.()
  },
  'a watch whose iterator is let go while an event is waited for': async ({ client, signal }) => {
    const reading = (await client.watch(Pod, { signal }))[Symbol.asyncIterator]()
    await reading.next()
    const next = reading.next()
    await reading.return?.()
    expect((await next).done).toBe(true)
  },
  'a body that nobody reads, once it is aborted': async ({ client, controller, signal }) => {
    const request = { method: 'GET', path: '/api/v1/namespaces/slow/pods', headers: {}, signal } as const
    await client.transport.request(request)
    controller.abort()
  },
  'a body that nobody reads, once it is left': async ({ client, signal }) => {
    const request = { method: 'GET', path: '/api/v1/namespaces/slow/pods', headers: {}, signal } as const
    const { body } = await client.transport.request(request)
    await body[Symbol.asyncIterator]().return?.()
  },
  'an abort before anything is sent': async ({ client, controller, signal, server }) => {
    controller.abort('early')
    for (const call of [client.list(Pod, { signal }), client.watch(Pod, { signal })])
      expect(await caught(call)).toBe('early')
    expect(server.asked).toBe(0)
  },
  'an abort while headers are waited for': async ({ client, controller, signal, server }) => {
    const outcomes = [
      client.list(Pod, { namespace: 'hang', signal }),
      client.watch(Pod, { namespace: 'hang', signal }),
    ].map(caught)
    await until(() => server.open.size === 2)
    controller.abort('enough')
    expect(await Promise.all(outcomes)).toEqual(['enough', 'enough'])
  },
  'an abort within a body': async ({ client, controller, signal, clock }) => {
    const list = caught(client.list(Pod, { namespace: 'slow', signal }))
    const reading = (await client.watch(Pod, { signal }))[Symbol.asyncIterator]()
    await reading.next()
    const next = caught(reading.next())
    await clock.settle()
    controller.abort('enough')
    expect(await Promise.all([list, next])).toEqual(['enough', 'enough'])
  },
  'an abort while Retry-After is waited for': async ({ client, controller, signal, clock }) => {
    const waiting = backingOff()
    const outcome = caught(client.list(Pod, { namespace: 'busy', signal }))
    await waiting
    await clock.settle()
    expect(clock.pending).toBe(1)
    controller.abort('enough')
    expect(await outcome).toBe('enough')
  },
  'closing while Retry-After is waited for': async ({ client, signal, clock }) => {
    const waiting = backingOff()
    const outcome = caught(client.list(Pod, { namespace: 'busy', signal }))
    await waiting
    await clock.settle()
    expect(clock.pending).toBe(1)
    await client.close()
    expect(await outcome).toMatchObject({ kind: 'closed' })
    expect(clock.pending).toBe(0)
  },
  'closing while calls wait for headers, for the pool and in bodies': async ({ client, signal, server }) => {
    const outcomes = Array.from({ length: 6 }, (_, at) =>
      caught(client.list(Pod, { namespace: at % 2 ? 'slow' : 'hang', signal })),
    )
    await until(() => server.open.size >= 2)
    const { asked } = server
    await client.close()
    for (const outcome of outcomes) expect(await outcome).toMatchObject({ name: 'TransportError' })
    expect(server.asked).toBe(asked)
  },
  'closing while the connection is made': async ({ client, signal }) => {
    const outcome = caught(client.list(Pod, { signal }))
    await client.close()
    expect(await outcome).toMatchObject({ name: 'TransportError' })
  },
  'closing with a watch that nobody reads': async ({ client, signal }) => {
    const watch = await client.watch(Pod, { signal })
    await client.close()
    await caught(Array.fromAsync(watch))
  },
  'closing twice, and a call after it': async ({ client, signal }) => {
    await client.list(Pod, { signal })
    await Promise.all([client.close(), client.close()])
    await client.close()
    for (const call of [client.list(Pod, { signal }), client.watch(Pod, { signal })])
      expect(await caught(call)).toMatchObject({ kind: 'closed' })
  },
}

/** What keeps a process alive, but for the immediates of a test that waits. */
const resources = (): string[] =>
  process.getActiveResourcesInfo().filter((each) => /TCP|TLS|Timeout|HTTP/.test(each))

describe.each([
  ['HTTP/1.1', false],
  ['HTTP/2', true],
])('nothing is left behind over %s by', (_, http2) => {
  it.each(Object.entries(scenarios))('%s', async (_name, scenario) => {
    const clock = new TestClock()
    const before = resources().length
    const controller = new AbortController()
    const { signal } = controller
    {
      await using server = await moodyServer(http2)
      const transport = new HttpTransport({
        server: server.url,
        http2,
        maxSockets: 2,
        clock,
        environment: {},
      })
      await using client = new Client({ transport, clock, qps: -1 })
      await scenario({ server, client, clock, controller, signal })
      await until(() => server.open.size === 0)
      await until(() => clock.pending === 0)
      expect(getEventListeners(signal, 'abort')).toEqual([])
      await client.close()
      await until(() => server.sockets.size === 0)
      expect(clock.pending).toBe(0)
    }
    await until(() => resources().length <= before)
  })

  it('a thousand calls with one signal, nor does Node warn of listeners', async () => {
    const warnings: string[] = []
    const heard = (warning: Error): unknown => warnings.push(warning.name)
    process.on('warning', heard)
    await using server = await moodyServer(http2)
    const transport = new HttpTransport({ server: server.url, http2, environment: {} })
    await using client = new Client({ transport, qps: -1 })
    const { signal } = new AbortController()
    await Promise.all(Array.from({ length: 500 }, () => client.list(Pod, { signal })))
    for (let at = 0; at < 500; at++) await client.list(Pod, { signal })
    await systemClock.yield()
    process.off('warning', heard)
    expect(warnings).toEqual([])
    await until(() => getEventListeners(signal, 'abort').length === 0)
  })
})
