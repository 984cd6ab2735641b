import type { Duration } from '@rxkube/clock'
import { Endpoints, Service } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'

import { Cluster } from './support/cluster.ts'

const started = () => Cluster.started({ only: 'endpoints' })

describe('Endpoints of a Service', () => {
  it('E-1 are made empty for a new Service, and left to those who keep them by hand', async () => {
    await using cluster = await started()
    await cluster.service()
    expect(cluster.writes()).toEqual(['POST endpoints'])
    await cluster.env.client.create(Service, {
      metadata: { namespace: 'default', name: 'mine' },
      spec: { ports: [{ port: 80 }] },
    })
    await cluster.env.client.create(Endpoints, {
      metadata: { namespace: 'default', name: 'mine' },
      subsets: [{ addresses: [{ ip: '9.9.9.9' }], ports: [{ port: 1 }] }],
    })
    await cluster.env.advance('1m')
    expect(cluster.writes()).toEqual([])
    expect(await cluster.addresses('mine')).toEqual(['9.9.9.9:1'])
  })

  it('E-5 E-4 E-2 list pods as they come, and a second pass writes nothing', async () => {
    await using cluster = await started()
    await cluster.service({ selector: { foo: 'bar' } }, { labels: { app: 'x' } })
    await cluster.pods(3)
    await cluster.pod(3, { ready: false })
    await cluster.pod(4, { labels: { foo: 'other' } })
    expect(await cluster.addresses()).toEqual(['1.2.3.4,1.2.3.5,1.2.3.6!1.2.3.7:8080'])
    expect((await cluster.endpoints())?.metadata.labels).toEqual({ app: 'x' })
    cluster.writes()
    await cluster.start()
    await cluster.env.advance('1h')
    expect(cluster.writes()).toEqual([])
  })

  it('E-5 E-7 take the labels of the Service, and say that it is headless', async () => {
    await using cluster = await started()
    await cluster.pod(0)
    await cluster.service({ clusterIP: 'None', ports: [] }, { labels: { app: 'x' } })
    expect(await cluster.addresses()).toEqual(['1.2.3.4'])
    const headless = { 'service.kubernetes.io/headless': '' }
    expect((await cluster.endpoints())?.metadata.labels).toEqual({ app: 'x', ...headless })
    cluster.writes()
    await cluster.change('foo', (service) => ({
      ...service,
      metadata: { ...service.metadata, labels: { app: 'y' } },
    }))
    expect(cluster.writes()).toEqual(['PUT endpoints'])
    expect((await cluster.endpoints())?.metadata.labels).toEqual({ app: 'y', ...headless })
  })

  it('E-6 are not written before all caches are filled', async () => {
    for (const resource of ['services', 'pods', 'endpoints']) {
      await using cluster = new Cluster({ only: 'endpoints' })
      await cluster.service()
      cluster.env.faults.hang({ verb: ['list', 'watch'], resource, view: 'controllers' })
      await cluster.start()
      await cluster.env.advance('1m')
      expect(cluster.writes()).toEqual([])
    }
  })

  it('E-8 E-9 E-18 lose pods that are over or terminating', async () => {
    await using cluster = await started()
    await cluster.service()
    await cluster.pods(3)
    await cluster.status(0, { phase: 'Succeeded', ready: false })
    await cluster.settle()
    expect(await cluster.addresses()).toEqual(['1.2.3.5,1.2.3.6:8080'])
    await cluster.deletePod(1, 30)
    expect(await cluster.addresses()).toEqual(['1.2.3.6:8080'])
  })

  it('E-10 choose the address of the family of the Service', async () => {
    await using cluster = await started()
    await cluster.pod(0, { ips: ['1.2.3.4', '2000::4'] })
    await cluster.service({ ipFamilies: ['IPv6'], ipFamilyPolicy: 'SingleStack', clusterIP: 'None' })
    expect(await cluster.addresses()).toEqual(['2000::4:8080'])
  })

  it('E-11 say when the change happened, and no more when nobody knows', async () => {
    await using cluster = await started()
    const trigger = async () =>
      (await cluster.endpoints())?.metadata.annotations?.['endpoints.kubernetes.io/last-change-trigger-time']
    await cluster.service()
    expect(await trigger()).toBe('2024-01-01T00:00:00Z')
    await cluster.env.advance('10s')
    await cluster.pod(0)
    expect(await trigger()).toBe('2024-01-01T00:00:10Z')
    await cluster.env.advance('10s')
    await cluster.deletePod(0)
    expect(await trigger()).toBeUndefined()
  })

  it(
    'E-13 E-20 hold a thousand addresses at most; a server that changes nothing does not stop the controller',
    { timeout: 60_000 },
    async () => {
      await using cluster = await started()
      await cluster.pods(1001)
      await cluster.service()
      const annotation = async () =>
        (await cluster.endpoints())?.metadata.annotations?.['endpoints.kubernetes.io/over-capacity']
      expect((await cluster.endpoints())?.subsets?.[0]?.addresses).toHaveLength(1000)
      expect(await annotation()).toBe('truncated')
      cluster.writes()
      const touch = (round: string) => (service: Service) => ({
        ...service,
        metadata: { ...service.metadata, annotations: { round } },
      })
      await cluster.change('foo', touch('1'))
      await cluster.change('foo', touch('2'))
      await cluster.change('foo', touch('3'))
      expect(cluster.writes().slice(-2)).toEqual(['PUT endpoints', 'PUT endpoints'])
      await cluster.env.advance('5m')
      expect(cluster.writes()).toEqual([])
      await cluster.deletePod(1000)
      expect(await annotation()).toBeUndefined()
    },
  )

  it('E-14 E-7 copy ports and look up named ones in each pod', async () => {
    await using cluster = await started()
    const port = (containerPort: number) => [{ name: 'web', containerPort }]
    await cluster.pod(0, { ports: port(8080) })
    await cluster.pod(1, { ports: port(8081) })
    await cluster.service({
      ports: [{ name: 'http', port: 80, targetPort: 'web', protocol: 'TCP', appProtocol: 'example.com/x' }],
    })
    expect(await cluster.addresses()).toEqual(['1.2.3.4:8080', '1.2.3.5:8081'])
    expect((await cluster.endpoints())?.subsets?.[0]?.ports).toEqual([
      { name: 'http', port: 8080, protocol: 'TCP', appProtocol: 'example.com/x' },
    ])
  })
})

describe('Services that come and go', () => {
  it('E-3 leftovers of Services that went while nobody looked are deleted, locks of leaders are not', async () => {
    await using cluster = new Cluster({ only: 'endpoints' })
    const leftover = (name: string, annotations: Record<string, string> = {}) =>
      cluster.env.client.create(Endpoints, { metadata: { namespace: 'default', name, annotations } })
    await leftover('orphan')
    await leftover('leader', { 'control-plane.alpha.kubernetes.io/leader': '{}' })
    await cluster.service()
    await cluster.start()
    expect(cluster.writes().toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      'DELETE endpoints',
      'DELETE endpoints',
      'POST endpoints',
    ])
    expect(await cluster.endpoints('orphan')).toBeUndefined()
    expect(await cluster.endpoints('leader')).toBeDefined()
  })

  it('E-15 E-16 Endpoints go with their Service, come back with it, and come back when they are deleted by hand', async () => {
    await using cluster = await started()
    await cluster.service()
    await cluster.pods(2)
    await cluster.deleteService()
    expect(await cluster.endpoints()).toBeUndefined()
    await cluster.service()
    expect(await cluster.addresses()).toEqual(['1.2.3.4,1.2.3.5:8080'])
    await cluster.env.client.delete(Endpoints, { namespace: 'default', name: 'foo' })
    await cluster.settle()
    expect(await cluster.addresses()).toEqual(['1.2.3.4,1.2.3.5:8080'])
  })

  it('E-16 a Service that is deleted and made again before the cache has seen it gets its Endpoints in the end', async () => {
    await using cluster = await started()
    await cluster.service()
    await cluster.pod(0)
    using lag = cluster.env.faults.pauseEvents({ view: 'controllers', resource: 'endpoints' })
    await cluster.deleteService()
    await cluster.service()
    lag.remove()
    await cluster.env.advance('10s')
    expect(await cluster.addresses()).toEqual(['1.2.3.4:8080'])
  })

  it('E-18 annotations of a Service change nothing; ExternalName has none, and has some when it becomes ClusterIP', async () => {
    await using cluster = await started()
    await cluster.pod(0)
    await cluster.service()
    cluster.writes()
    await cluster.change('foo', (service) => ({
      ...service,
      metadata: { ...service.metadata, annotations: { note: 'x' } },
    }))
    await cluster.service({ type: 'ExternalName', externalName: 'example.com' }, { name: 'ext' })
    await cluster.env.advance('1m')
    expect(cluster.writes()).toEqual([])
    await cluster.change('ext', (service) => {
      const { externalName: _gone, ...spec } = service.spec ?? {}
      return { ...service, spec: { ...spec, type: 'ClusterIP' } }
    })
    expect(await cluster.addresses('ext')).toEqual(['1.2.3.4:8080'])
    expect((await cluster.endpoints('ext'))?.metadata.labels ?? {}).toEqual({})
  })
})

describe('a cache that lags behind', () => {
  it('E-17 a pod that turns unready and ready again is not forgotten while the cache of Endpoints is old', async () => {
    await using cluster = await started()
    await cluster.service()
    await cluster.pod(0)
    cluster.writes()
    using lag = cluster.env.faults.pauseEvents({ view: 'controllers', resource: 'endpoints' })
    await cluster.ready(0, false)
    expect(cluster.writes()).toEqual(['PUT endpoints'])
    await cluster.ready(0, true)
    await cluster.env.advance('2s')
    expect(cluster.writes()).toEqual([])
    expect(await cluster.addresses()).toEqual(['!1.2.3.4:8080'])
    lag.remove()
    await cluster.env.advance('5s')
    expect(cluster.writes()).toEqual(['PUT endpoints'])
    expect(await cluster.addresses()).toEqual(['1.2.3.4:8080'])
  })

  it('E-17 a cache that catches up after all retries is noticed', async () => {
    await using cluster = await started()
    await cluster.service()
    await cluster.pod(0)
    using lag = cluster.env.faults.pauseEvents({ view: 'controllers', resource: 'endpoints' })
    await cluster.ready(0, false)
    await cluster.ready(0, true)
    await cluster.env.advance('1h')
    lag.remove()
    await cluster.env.advance('1s')
    expect(await cluster.addresses()).toEqual(['1.2.3.4:8080'])
  })

  it('E-17 ten Services whose pods change again and again end where the pods do', async () => {
    await using cluster = await started()
    for (let n = 0; n < 10; n++) {
      await cluster.service({ selector: { app: `${n}` } }, { name: `svc${n}` })
      await cluster.pod(n, { labels: { app: `${n}` } })
    }
    using lag = cluster.env.faults.lag({ view: 'controllers', resource: 'endpoints' }, '300ms')
    for (const ready of [false, true, false, true]) {
      for (let n = 0; n < 10; n++) await cluster.status(n, { ready })
      await cluster.env.advance('100ms')
    }
    await cluster.env.advance('1m')
    for (let n = 0; n < 10; n++) expect(await cluster.addresses(`svc${n}`)).toEqual([`1.2.3.${n + 4}:8080`])
    lag.remove()
  })
})

describe('E-19 what wakes a Service', () => {
  it('E-19 a pod that changes its labels leaves one Service and comes to another', async () => {
    await using cluster = await started()
    await cluster.service({ selector: { app: 'a' } }, { name: 'a' })
    await cluster.service({ selector: { app: 'b' } }, { name: 'b' })
    await cluster.service({ selector: { tier: 'x' } }, { name: 'both' })
    await cluster.pod(0, { labels: { app: 'a', tier: 'x' } })
    cluster.writes()
    await cluster.relabel(0, { app: 'b', tier: 'x' })
    expect([await cluster.addresses('a'), await cluster.addresses('b')]).toEqual([[], ['1.2.3.4:8080']])
    expect(cluster.writes()).toEqual(['PUT endpoints', 'PUT endpoints'])
  })
})

describe('E-12 batching', () => {
  it.each<[string, Duration, number[], number]>([
    ['no period', '0s', [100, 100], 3],
    ['one batch', '1s', [100, 100], 1],
    ['two batches', '1s', [100, 1000], 2],
  ])('E-12 updates, adds and deletes of pods: %s', async (_name, updatesBatchPeriod, pauses, expected) => {
    for (const kind of ['update', 'add', 'delete']) {
      await using cluster = await Cluster.started({ only: 'endpoints', updatesBatchPeriod })
      if (kind !== 'add') await cluster.pods(3)
      await cluster.service()
      await cluster.env.advance('10s')
      cluster.writes()
      for (const n of [0, 1, 2]) {
        if (kind === 'update') await cluster.status(n, { ready: false })
        if (kind === 'delete') await cluster.deletePod(n)
        if (kind === 'add') await cluster.pod(n)
        await cluster.env.advance(pauses[n] ?? 0)
      }
      await cluster.env.advance('3s')
      expect([kind, cluster.writes().length]).toEqual([kind, expected])
    }
  })
})

describe('what cannot be written', () => {
  it('is told as an event, and tried again', async () => {
    await using cluster = await started()
    using refused = cluster.env.faults.respond({ verb: 'create', resource: 'endpoints', count: 2 }, 500)
    await cluster.service()
    await cluster.env.advance('1s')
    refused.remove()
    expect(await cluster.endpoints()).toBeDefined()
    expect(cluster.events[0]).toMatch(
      /^Endpoints FailedToCreateEndpoint: Failed to create endpoint for service default\/foo: /,
    )
  })

  it('is given up after fifteen retries, until something changes', async () => {
    await using cluster = await started()
    using refused = cluster.env.faults.respond({ verb: 'create', resource: 'endpoints' }, 500)
    await cluster.service()
    await cluster.env.advance('1h')
    expect(cluster.writes()).toHaveLength(16)
    refused.remove()
    await cluster.env.advance('1h')
    expect(cluster.writes()).toEqual([])
    await cluster.pod(0)
    expect(await cluster.addresses()).toEqual(['1.2.3.4:8080'])
  })
})
