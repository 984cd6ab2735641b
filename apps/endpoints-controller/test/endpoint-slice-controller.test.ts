import { EndpointSlice, Node, Pod, type Service } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'

import { Cluster, type ClusterOptions } from './support/cluster.ts'

const started = (options: ClusterOptions = {}) => Cluster.started({ only: 'slices', ...options })
const names = async (cluster: Cluster) =>
  (await cluster.slices()).map(({ metadata }) => metadata.name ?? '').toSorted((a, b) => (a < b ? -1 : 1))
const touch = (key: string, value: string) => (service: Service) => ({
  ...service,
  metadata: { ...service.metadata, annotations: { [key]: value } },
})

describe('slices of a Service', () => {
  it('S-11 begin with a placeholder, which the first pod takes over, and come to rest', async () => {
    await using cluster = await started()
    await cluster.service()
    expect(cluster.writes()).toEqual(['POST endpointslices'])
    const before = await cluster.slices()
    expect(before).toMatchObject([
      {
        addressType: 'IPv4',
        metadata: {
          generateName: 'foo-',
          labels: {
            'kubernetes.io/service-name': 'foo',
            'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io',
          },
          ownerReferences: [{ kind: 'Service', name: 'foo', controller: true }],
        },
      },
    ])
    await cluster.pod(0)
    expect(cluster.writes()).toEqual(['PUT endpointslices'])
    expect([await names(cluster), await cluster.sizes()]).toEqual([[before[0]?.metadata.name], [1]])
    await cluster.env.advance('1h')
    expect(cluster.writes()).toEqual([])
  })

  it('S-2 S-4 of 250 pods are three, and a second pass writes nothing', async () => {
    await using cluster = await started()
    await cluster.pods(250)
    await cluster.service()
    expect(await cluster.sizes()).toEqual([100, 100, 50])
    expect(cluster.writes()).toEqual(['POST endpointslices', 'POST endpointslices', 'POST endpointslices'])
    await cluster.start()
    await cluster.env.advance('1h')
    expect(cluster.writes()).toEqual([])
  })

  it('S-3 S-13 are updated in place for another target port and for other labels', async () => {
    await using cluster = await started({ maxEndpointsPerSlice: 2 })
    await cluster.pods(5)
    await cluster.service()
    const before = await names(cluster)
    cluster.writes()
    await cluster.change('foo', (service) => ({
      ...service,
      spec: { ...service.spec, ports: [{ port: 80, targetPort: 9090, protocol: 'TCP' }] },
    }))
    expect(cluster.writes()).toEqual(['PUT endpointslices', 'PUT endpointslices', 'PUT endpointslices'])
    await cluster.change('foo', (service) => ({
      ...service,
      metadata: { ...service.metadata, labels: { app: 'x', 'service.kubernetes.io/headless': 'yes' } },
    }))
    expect(cluster.writes()).toHaveLength(3)
    const slices = await cluster.slices()
    expect(slices.map(({ ports, metadata }) => [ports?.[0]?.port, metadata.labels?.['app']])).toEqual(
      [1, 2, 3].map(() => [9090, 'x']),
    )
    expect(await names(cluster)).toEqual(before)
    await cluster.env.advance('1m')
    expect(cluster.writes()).toEqual([])
  })

  it('S-1 S-5 follow named ports and pods that come', async () => {
    await using cluster = await started({ maxEndpointsPerSlice: 3 })
    const port = (containerPort: number) => [{ name: 'web', containerPort }]
    for (let n = 0; n < 4; n++) await cluster.pod(n, { ports: port(n < 2 ? 8080 : 8081) })
    await cluster.service({ ports: [{ port: 80, targetPort: 'web', protocol: 'TCP' }] })
    expect(await cluster.sizes()).toEqual([2, 2])
    cluster.writes()
    await cluster.pod(4, { ports: port(8081) })
    expect(await cluster.sizes()).toEqual([3, 2])
    expect(cluster.writes()).toEqual(['PUT endpointslices'])
  })

  it('S-6 of both families; foreign slices are let be', async () => {
    await using cluster = await started()
    const foreign: EndpointSlice = {
      metadata: { namespace: 'default', name: 'hand-made', labels: { 'kubernetes.io/service-name': 'foo' } },
      addressType: 'IPv4',
      endpoints: [],
    }
    await cluster.env.client.create(EndpointSlice, foreign)
    await cluster.pod(0, { ips: ['1.2.3.4', '2000::4'] })
    await cluster.service({
      ipFamilies: ['IPv4', 'IPv6'],
      ipFamilyPolicy: 'RequireDualStack',
      clusterIP: 'None',
    })
    const found = await cluster.slices()
    expect(
      found
        .filter(({ metadata }) => metadata.name !== 'hand-made')
        .map(({ addressType, endpoints }) => `${addressType} ${endpoints?.[0]?.addresses.join(',')}`)
        .toSorted((a, b) => (a < b ? -1 : 1)),
    ).toEqual(['IPv4 1.2.3.4', 'IPv6 2000::4'])
    expect(found).toHaveLength(3)
  })

  it('S-6 of a former Service of the same name are replaced', async () => {
    await using cluster = await started()
    await cluster.pod(0)
    await cluster.service()
    const [old] = await names(cluster)
    await cluster.deleteService()
    expect(await names(cluster)).toEqual([old])
    cluster.writes()
    await cluster.service()
    expect(cluster.writes()).toEqual(['POST endpointslices', 'DELETE endpointslices'])
    expect(await cluster.sizes()).toEqual([1])
    expect(await names(cluster)).not.toContain(old)
  })

  it('S-6 go with their Service by way of the garbage collector', async () => {
    await using cluster = await started({ server: ['garbage-collector'] })
    await cluster.pod(0)
    await cluster.service()
    await cluster.deleteService()
    await cluster.env.advance('10s')
    expect(await names(cluster)).toEqual([])
    expect(cluster.writes()).not.toContain('DELETE endpointslices')
  })

  it('S-7 are not created for a Service that is being deleted, but updated, recycled and deleted', async () => {
    await using cluster = await started({ maxEndpointsPerSlice: 1 })
    await cluster.pods(2)
    await cluster.service({}, { finalizers: ['example.com/keep'] })
    await cluster.deleteService()
    cluster.writes()
    await cluster.pod(2)
    expect([await cluster.sizes(), cluster.writes()]).toEqual([[1, 1], []])
    await cluster.ready(0, false)
    expect(cluster.writes()).toEqual(['PUT endpointslices'])
    // Each pod is terminating first. The slice of the one that goes is taken over by the one that had no place.
    await cluster.deletePod(1)
    expect([await cluster.sizes(), cluster.writes()]).toEqual([
      [1, 1],
      ['PUT endpointslices', 'PUT endpointslices'],
    ])
    await cluster.deletePod(2)
    expect([await cluster.sizes(), cluster.writes()]).toEqual([
      [1],
      ['PUT endpointslices', 'DELETE endpointslices'],
    ])
  })

  it('S-8 leave out a pod whose node is missing, tell so, and take it in when the node is there', async () => {
    await using cluster = await started()
    await cluster.pod(0)
    await cluster.pod(1, { node: 'late' })
    await cluster.service()
    expect(await cluster.sizes()).toEqual([1])
    expect(cluster.events[0]).toBe(
      'Service FailedToUpdateEndpointSlices: Error updating Endpoint Slices for Service default/foo: ' +
        'skipping Pod pod1 for Service default/foo: Node late Not Found',
    )
    await cluster.node('late')
    await cluster.env.advance('1m')
    expect(await cluster.sizes()).toEqual([2])
  })

  it('S-8 publish a pod whose node is missing where the Service publishes all', async () => {
    await using cluster = await started()
    await cluster.pod(0)
    await cluster.pod(1, { node: 'late', ready: false })
    await cluster.service({ publishNotReadyAddresses: true })
    expect([await cluster.sizes(), cluster.events]).toEqual([[2], []])
    cluster.writes()
    await cluster.env.advance('1m')
    expect(cluster.writes()).toEqual([])
  })

  it('S-12 keep a pod that is terminating and still serves, and drop it when it is gone', async () => {
    await using cluster = await started()
    await cluster.pods(2)
    await cluster.service()
    await cluster.deletePod(0, 30)
    const conditions = async () =>
      (await cluster.slices()).flatMap(({ endpoints }) => endpoints ?? []).map((each) => each.conditions)
    expect(await conditions()).toContainEqual({ ready: false, serving: true, terminating: true })
    await cluster.deletePod(0, 0)
    expect(await conditions()).toEqual([{ ready: true, serving: true, terminating: false }])
  })

  it('S-9 are counted', async () => {
    const counted: unknown[] = []
    const metrics = {
      sync: (result: string) => counted.push(['sync', result]),
      change: (operation: string) => counted.push(['change', operation]),
      endpointsAdded: (count: number) => counted.push(['added', count]),
      endpointsRemoved: (count: number) => counted.push(['removed', count]),
      slicesChanged: (count: number, labels: unknown) => counted.push(['changed', count, labels]),
      totals: (totals: unknown) => counted.push(totals),
    }
    await using cluster = await started({ metrics, updatesBatchPeriod: '1s' })
    await cluster.pods(20)
    await cluster.service()
    const totals = {
      numEndpointSlices: 1,
      desiredEndpointSlices: 1,
      servicesByTrafficDistribution: new Map(),
    }
    const labels = { topology: 'Disabled', trafficDistribution: '' }
    expect(counted).toEqual([
      { endpointsDesired: 20, ...totals },
      ['added', 20],
      ['removed', 0],
      ['change', 'create'],
      ['changed', 1, labels],
      ['sync', 'success'],
    ])
    await cluster.env.advance('10s')
    counted.length = 0
    for (let n = 10; n < 20; n++)
      await cluster.env.client.delete(
        Pod,
        { namespace: 'default', name: `pod${n}` },
        { gracePeriodSeconds: 0 },
      )
    await cluster.env.advance('10s')
    expect(counted.slice(0, 6)).toEqual([
      { endpointsDesired: 10, ...totals },
      ['added', 0],
      ['removed', 10],
      ['change', 'update'],
      ['changed', 1, labels],
      ['sync', 'success'],
    ])
    counted.length = 0
    await cluster.deleteService()
    expect(counted).toEqual([
      { ...totals, endpointsDesired: 0, numEndpointSlices: 0, desiredEndpointSlices: 0 },
    ])
  })
})

describe('slices and others', () => {
  it('S-10 a slice that somebody edits or deletes is put right within two seconds', async () => {
    await using cluster = await started()
    await cluster.pods(2)
    await cluster.service()
    const [slice] = await cluster.slices()
    if (!slice) throw new Error('no slice')
    await cluster.env.client.update(EndpointSlice, { ...slice, endpoints: [] })
    await cluster.env.advance('2s')
    expect(await cluster.sizes()).toEqual([2])
    await cluster.env.client.delete(EndpointSlice, { namespace: 'default', name: slice.metadata.name ?? '' })
    await cluster.env.advance('2s')
    expect(await cluster.sizes()).toEqual([2])
    cluster.writes()
    await cluster.env.advance('1h')
    expect(cluster.writes()).toEqual([])
  })

  it('S-10 a slice that somebody takes over is replaced', async () => {
    await using cluster = await started()
    await cluster.pods(2)
    await cluster.service()
    const [slice] = await cluster.slices()
    if (!slice) throw new Error('no slice')
    const labels = { ...slice.metadata.labels, 'endpointslice.kubernetes.io/managed-by': 'me' }
    await cluster.env.client.update(EndpointSlice, { ...slice, metadata: { ...slice.metadata, labels } })
    await cluster.env.advance('10s')
    expect(await cluster.sizes()).toEqual([2, 2])
  })

  it('S-14 nothing is decided by a cache that lags behind its own writes', async () => {
    const syncs: string[] = []
    const nothing = () => undefined
    const metrics = {
      sync: (result: string) => void syncs.push(result),
      change: nothing,
      endpointsAdded: nothing,
      endpointsRemoved: nothing,
      slicesChanged: nothing,
      totals: nothing,
    }
    await using cluster = await started({ metrics })
    await cluster.pod(0)
    using lag = cluster.env.faults.pauseEvents({
      view: 'controllers',
      resource: 'endpointslices.discovery.k8s.io',
    })
    await cluster.service()
    cluster.writes()
    await cluster.pod(1)
    await cluster.env.advance('10m')
    expect(cluster.writes()).toEqual([])
    expect(new Set(syncs.slice(1))).toEqual(new Set(['stale']))
    lag.remove()
    await cluster.env.advance('2s')
    expect(await cluster.sizes()).toEqual([2])
    expect([cluster.writes(), syncs.at(-1)]).toEqual([['PUT endpointslices'], 'success'])
  })

  it('S-14 a slice that is being deleted and kept by a finalizer is replaced', async () => {
    await using cluster = await started()
    await cluster.pod(0)
    await cluster.service()
    const [slice] = await cluster.slices()
    if (!slice) throw new Error('no slice')
    await cluster.env.client.update(EndpointSlice, {
      ...slice,
      metadata: { ...slice.metadata, finalizers: ['example.com/keep'] },
    })
    await cluster.env.client.delete(EndpointSlice, { namespace: 'default', name: slice.metadata.name ?? '' })
    await cluster.env.advance('10s')
    const live = (await cluster.slices()).filter(({ metadata }) => !metadata.deletionTimestamp)
    expect(live.map(({ endpoints }) => endpoints?.length)).toEqual([1])
  })
})

describe('hints', () => {
  it('follow the CPUs of zones, and nodes that come', async () => {
    await using cluster = await started()
    await cluster.node('node-a', 'a')
    await cluster.node('node-b', 'b')
    await cluster.env.client.delete(Node, { name: 'node-1' })
    for (let n = 0; n < 6; n++) await cluster.pod(n, { node: n < 3 ? 'node-a' : 'node-b' })
    await cluster.service({}, { annotations: { 'service.kubernetes.io/topology-mode': 'Auto' } })
    const hints = async () =>
      (await cluster.slices())
        .flatMap(({ endpoints }) => endpoints ?? [])
        .map((each) => each.hints?.forZones?.[0]?.name)
        .toSorted((a = '', b = '') => (a < b ? -1 : 1))
    expect(await hints()).toEqual(['a', 'a', 'a', 'b', 'b', 'b'])
    expect(cluster.events).toEqual([
      'Service TopologyAwareHintsEnabled: Topology Aware Hints has been enabled, addressType: IPv4',
    ])
    await cluster.node('node-c', 'c')
    await cluster.env.advance('5s')
    expect(await hints()).toEqual(['a', 'a', 'b', 'b', 'c', 'c'])
    await cluster.change('foo', touch('other', 'x'))
    expect(await hints()).toEqual([1, 2, 3, 4, 5, 6].map(() => undefined))
  })

  it('go to each endpoint’s own zone with trafficDistribution', async () => {
    await using cluster = await started()
    await cluster.node('node-a', 'a')
    await cluster.pod(0, { node: 'node-a' })
    await cluster.service({ trafficDistribution: 'PreferClose' })
    expect((await cluster.slices())[0]?.endpoints?.[0]?.hints).toEqual({ forZones: [{ name: 'a' }] })
  })
})
