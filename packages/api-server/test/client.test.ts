import { describe, expect, it } from 'vitest'
import {
  Client,
  HttpTransport,
  isAlreadyExists,
  isConflict,
  isNotFound,
  type WatchEvent,
} from '@rxkube/client'
import { systemClock, type Clock } from '@rxkube/clock'
import { ConfigMap, Deployment, EndpointSlice, Lease, Pod } from '@rxkube/meta'
import { ApiServer } from '@rxkube/api-server'

const transports = [
  ['in process', async (server: ApiServer) => server.transport()],
  ['over HTTP', async (server: ApiServer) => new HttpTransport({ server: (await server.listen()).url })],
] as const

const labels = { app: 'web' }
const spec = { containers: [{ name: 'c', image: 'nginx' }] }

describe.each(transports)('the client %s', (_, transport) => {
  const using = async (test: (client: Client) => Promise<void>) => {
    await using server = new ApiServer()
    await using client = new Client({ transport: await transport(server), qps: -1 })
    await test(client)
  }

  it('creates, reads, lists, updates and deletes', () =>
    using(async (client) => {
      const address = { namespace: 'default', name: 'a' }
      const created = await client.create(ConfigMap, { metadata: address, data: { k: 'v' } })
      expect(await client.get(ConfigMap, address)).toEqual(created)
      await client.update(ConfigMap, { ...created, data: { k: 'w' } })
      const { items } = await client.list(ConfigMap, { namespace: 'default' })
      expect(items.map(({ data }) => data)).toEqual([{ k: 'w' }])
      await client.delete(ConfigMap, address)
      await expect(client.get(ConfigMap, address)).rejects.toSatisfy(isNotFound)
    }))

  it('pages through a list', () =>
    using(async (client) => {
      for (let i = 0; i < 7; i++) {
        await client.create(Lease, { metadata: { namespace: 'default', name: `l${i}` } })
      }
      const { items } = await client.list(Lease, { pageSize: 3 })
      expect(items.map(({ metadata }) => metadata.name)).toEqual(['l0', 'l1', 'l2', 'l3', 'l4', 'l5', 'l6'])
    }))

  it('watches what it lists', () =>
    using(async (client) => {
      const template = { metadata: { labels }, spec }
      const { metadata } = await client.list(Deployment)
      const watch = await client.watch(Deployment, { resourceVersion: metadata.resourceVersion ?? '' })
      const seen: WatchEvent<unknown>['type'][] = []
      const reading = (async () => {
        for await (const events of watch) {
          for (const { type } of events) seen.push(type)
          if (seen.length >= 3) watch.stop()
        }
      })()
      const address = { namespace: 'default', name: 'web' }
      await client.create(Deployment, {
        metadata: address,
        spec: { selector: { matchLabels: labels }, template },
      })
      await client.patch(Deployment, address, { spec: { replicas: 2 } })
      await client.delete(Deployment, address)
      await reading
      expect(seen).toEqual(['ADDED', 'MODIFIED', 'DELETED'])
    }))

  it('writes status by itself', () =>
    using(async (client) => {
      const address = { namespace: 'default', name: 'p' }
      await client.create(Pod, { metadata: address, spec })
      const pod = await client.patchStatus(Pod, address, { status: { phase: 'Running' } })
      expect(pod.status?.phase).toBe('Running')
    }))

  it('fails with the errors that it knows', () =>
    using(async (client) => {
      const metadata = { namespace: 'default', name: 's' }
      const slice = { metadata, addressType: 'IPv4', endpoints: [] }
      const created = await client.create(EndpointSlice, slice)
      await expect(client.create(EndpointSlice, slice)).rejects.toSatisfy(isAlreadyExists)
      await client.update(EndpointSlice, { ...created, metadata: { ...created.metadata, labels } })
      const stale = { ...created, metadata: { ...created.metadata, labels: { other: 'x' } } }
      await expect(client.update(EndpointSlice, stale)).rejects.toSatisfy(isConflict)
    }))
})

describe('requests of this process', () => {
  it('give the event loop its turn by time, however many follow each other', async () => {
    let milliseconds = 0
    let turns = 0
    // Time that only work moves: each look at it costs one.
    const clock: Clock = {
      ...systemClock,
      monotonic: () => milliseconds++,
      yield: () => (turns++, Promise.resolve()),
    }
    await using server = new ApiServer({ clock, controllers: [] })
    const transport = server.transport()
    const before = milliseconds
    for (let at = 0; at < 200; at++) await transport.request({ method: 'GET', path: '/healthz', headers: {} })
    expect(turns).toBeGreaterThanOrEqual(Math.floor((milliseconds - before) / 20))
    expect(turns).toBeGreaterThan(5)
  })
})
