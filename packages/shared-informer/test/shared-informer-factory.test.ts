import { TestClock } from '@rxkube/clock'
import { ConfigMap, Pod, defineResource, type KubernetesObject, type Resource } from '@rxkube/meta'
import {
  CacheSyncError,
  FactoryShutDownError,
  InformerName,
  InformerOptionsConflictError,
  SharedInformerFactory,
  type SharedInformerFactoryOptions,
} from '@rxkube/shared-informer'
import { describe, expect, it } from 'vitest'
import { FakeCluster } from './support/fake-cluster.ts'
import { gate, nameOf, podOf } from './support/informer.ts'

interface Widget extends KubernetesObject {
  spec?: { size: number }
}

const widgets = defineResource<Widget>({
  group: 'example.com',
  version: 'v1',
  kind: 'Widget',
  resource: 'widgets',
  namespaced: true,
})

function setUp(options: SharedInformerFactoryOptions = {}) {
  const clock = new TestClock()
  const cluster = new FakeCluster(clock)
  const factory = new SharedInformerFactory(cluster.client, { clock, random: clock.random, ...options })
  return { clock, cluster, factory }
}

const watches = ({ cluster }: ReturnType<typeof setUp>, { resource }: Resource = Pod) =>
  cluster.asked.filter((asked) => asked.verb === 'watch' && asked.resource === resource).length

describe('a shared informer factory', () => {
  it('FAC-3 FEAT-F1 has one informer, and one watch, for each resource', async () => {
    const setup = setUp()
    const { factory, clock } = setup
    const informer = factory.informerFor(Pod)
    expect(factory.informerFor(Pod)).toBe(informer)
    expect(factory.informerFor(ConfigMap)).not.toBe(informer)
    factory.start()
    await clock.settle()
    expect([watches(setup), watches(setup, ConfigMap)]).toEqual([1, 1])
    await factory.shutdown()
    expect(() => factory.informerFor(Pod)).toThrow(FactoryShutDownError)
  })

  it('takes the time of its client where it is given none', async () => {
    const { cluster, clock } = setUp()
    const factory = new SharedInformerFactory({ ...cluster.client, clock, random: clock.random })
    const pods = factory.informerFor(Pod, { resyncPeriod: '1m' })
    const updates: string[] = []
    pods.addEventHandler({ updated: (_, pod) => void updates.push(nameOf(pod)) })
    cluster.source(Pod).add(podOf('a'))
    factory.start()
    await clock.settle()
    await clock.advance('61s')
    expect(updates).toEqual(['a'])
    await factory.shutdown()
    expect(clock.pending).toBe(0)
  })

  it('FAC-3 FEAT-F2 starts each informer once, and later ones with the next start', async () => {
    const setup = setUp()
    const { factory, clock } = setup
    factory.informerFor(Pod)
    factory.start()
    factory.start()
    await clock.settle()
    factory.informerFor(ConfigMap)
    await clock.settle()
    expect([watches(setup), watches(setup, ConfigMap)]).toEqual([1, 0])
    factory.start()
    await clock.settle()
    expect([watches(setup), watches(setup, ConfigMap)]).toEqual([1, 1])
    await factory.shutdown()
  })

  it('FAC-3 FEAT-F3 waits only for informers that were started', async () => {
    const { factory, clock } = setUp()
    const pods = factory.informerFor(Pod)
    factory.start()
    const configMaps = factory.informerFor(ConfigMap)
    const synced = factory.waitForCacheSync({ timeout: '1m' })
    await clock.settle()
    await synced
    expect([pods.hasSynced(), configMaps.hasSynced(), clock.pending > 0]).toEqual([true, false, true])
    await factory.shutdown()
    expect(clock.pending).toBe(0)
  })

  it('FEAT-F3 says of each informer that lags why, sorted', async () => {
    const { factory, cluster, clock } = setUp()
    for (const resource of [Pod, ConfigMap]) {
      factory.informerFor(resource as Resource)
      const source = cluster.source(resource)
      source.failNext('watch', { type: 'hang' })
      source.failNext('list', { type: 'hang' })
    }
    factory.start()
    const failure = factory.waitForCacheSync({ timeout: '10s' }).catch((error: unknown) => error)
    await clock.advance('10s')
    const error = (await failure) as CacheSyncError
    expect(error).toBeInstanceOf(CacheSyncError)
    expect(error.errors.map(({ informer }) => informer)).toEqual(['configmaps', 'pods'])
    await factory.shutdown()
  })

  it('FAC-3 FEAT-F4 shuts down when nothing runs any more, as often as it is asked, and starts nothing after', async () => {
    const setup = setUp()
    const { factory, cluster, clock } = setup
    cluster.source(Pod).add(podOf('a'))
    const running = gate()
    const pods = factory.informerFor(Pod)
    factory.informerFor(ConfigMap)
    pods.addEventHandler({ added: () => running.closed })
    factory.start()
    await clock.settle()
    let down = 0
    const shutdowns = [factory.shutdown(), factory.shutdown()].map((shutdown) => shutdown.then(() => down++))
    await clock.settle()
    expect(down).toBe(0)
    running.open()
    await Promise.all(shutdowns)
    const asked = cluster.asked.length
    factory.start()
    await clock.advance('1h')
    expect([cluster.asked.length, clock.pending]).toEqual([asked, 0])
    expect(() => factory.informerFor(widgets)).toThrow(FactoryShutDownError)
  })

  it('FEAT-F4 stops with the signal of its start, and shutdown waits for that', async () => {
    const { factory, clock } = setUp()
    const pods = factory.informerFor(Pod)
    const stop = new AbortController()
    factory.start({ signal: stop.signal })
    await clock.settle()
    stop.abort()
    await factory.shutdown()
    expect([pods.isStopped(), clock.pending]).toEqual([true, 0])
  })

  it('FAC-3 FEAT-F1 gives each informer the resync period of its own, of its resource, or the common one', async () => {
    const { factory, cluster, clock } = setUp({ defaultResync: '10s', customResync: [[Pod, '2s']] })
    const counts = new Map<string, number>()
    for (const [resource, options] of [
      [Pod, {}],
      [ConfigMap, {}],
      [widgets, { resyncPeriod: '5s' }],
    ] as [Resource, { resyncPeriod?: string }][]) {
      cluster.source(resource).add({ metadata: { name: 'one', namespace: 'default' } })
      factory.informerFor(resource, options).addEventHandler({
        updated: () => void counts.set(resource.resource, (counts.get(resource.resource) ?? 0) + 1),
      })
    }
    factory.start()
    await clock.advance('20s')
    expect(Object.fromEntries(counts)).toEqual({ configmaps: 2, pods: 10, widgets: 4 })
    await factory.shutdown()
  })

  it('has the index by namespace always, others by name, and refuses what contradicts the first time', async () => {
    const { factory, cluster, clock } = setUp()
    const byNode = (pod: { readonly spec?: { readonly nodeName?: string } }) => [pod.spec?.nodeName ?? '']
    const pods = factory.informerFor(Pod, { indexers: { node: byNode } })
    expect(factory.informerFor(Pod, { indexers: { node: byNode } })).toBe(pods)
    expect(() => factory.informerFor(Pod, { indexers: { node: () => [] } })).toThrow(
      InformerOptionsConflictError,
    )
    expect(() => factory.informerFor(Pod, { transform: (pod) => pod })).toThrow(InformerOptionsConflictError)
    expect(() => factory.informerFor(Pod, { resyncPeriod: '1m' })).toThrow(InformerOptionsConflictError)
    const more = factory.informerFor(Pod, { indexers: { name: (pod) => [nameOf(pod)] } })
    cluster.source(Pod).add(podOf('a', { nodeName: 'n1' }))
    factory.start()
    await clock.settle()
    expect(pods.indexer.indexKeys('node', 'n1')).toEqual(['default/a'])
    expect(pods.indexer.indexKeys('namespace', 'default')).toEqual(['default/a'])
    expect(more.indexer.indexKeys('name', 'a')).toEqual(['default/a'])
    await factory.shutdown()
  })

  it('transforms the objects of all informers, unless one has a transform of its own', async () => {
    const { factory, cluster, clock } = setUp({
      transform: (object) => ({ ...object, metadata: { ...object.metadata, labels: { by: 'factory' } } }),
    })
    const labels = () =>
      factory.informers.map(({ indexer }) => indexer.getByKey('default/one')?.metadata?.labels?.['by'])
    for (const resource of [ConfigMap, widgets])
      cluster.source(resource).add({ metadata: { name: 'one', namespace: 'default' } })
    factory.informerFor(ConfigMap)
    factory.informerFor(widgets, {
      transform: (object) => ({ ...object, metadata: { ...object.metadata, labels: { by: 'own' } } }),
    })
    factory.start()
    await clock.settle()
    expect(labels()).toEqual(['factory', 'own'])
    await factory.shutdown()
  })

  it('frees the name that its informers have in metrics when it is shut down', async () => {
    const name = new InformerName('of this test')
    const counts: number[] = []
    const { factory, clock } = setUp({
      name,
      metricsProvider: {
        queuedDeltas: (_, count) => counts.push(count),
        processingLatency: () => undefined,
        storeResourceVersion: () => undefined,
      },
    })
    factory.informerFor(Pod)
    factory.start()
    await clock.settle()
    expect(counts.length).toBeGreaterThan(0)
    await factory.shutdown()
    new InformerName('of this test').release()
  })
})

describe('informers of any resource', () => {
  const widget = (name: string, namespace: string, labels: Record<string, string> = {}) => ({
    apiVersion: 'example.com/v1',
    kind: 'Widget',
    metadata: { name, namespace, labels },
    spec: { size: 1 },
  })

  it('FAC-1 FEAT-F5 tell of adds, updates and deletes in the one namespace of the factory', async () => {
    const { factory, cluster, clock } = setUp({ namespace: 'one' })
    const { group, version, resource } = widgets
    const informer = factory.forResource({ group, version, resource })
    const seen: string[] = []
    informer.addEventHandler({
      added: (object) => void seen.push(`added ${nameOf(object)}`),
      updated: (_, object) => void seen.push(`updated ${nameOf(object)}`),
      deleted: (object) => void seen.push(`deleted ${nameOf(object)}`),
    })
    const source = cluster.source(widgets)
    source.add(widget('there', 'one'))
    source.add(widget('elsewhere', 'two'))
    factory.start()
    await clock.settle()
    source.add(widget('here', 'one'))
    source.add(widget('other', 'two'))
    await clock.settle()
    source.modify(widget('here', 'one'))
    await clock.settle()
    source.delete(widget('here', 'one'))
    await clock.settle()
    expect(seen).toEqual(['added there', 'added here', 'updated here', 'deleted here'])
    expect(informer.lister.namespace('one').list().map(nameOf)).toEqual(['there'])
    await factory.shutdown()
  })

  it('FAC-1 FEAT-F5 send selectors with lists and with watches', async () => {
    const { factory, cluster, clock } = setUp({
      tweakListOptions: (options) => ({
        ...options,
        labelSelector: 'app=web',
        fieldSelector: 'metadata.name=a',
      }),
      reflector: { useWatchList: false },
    })
    const source = cluster.source(widgets)
    source.add(widget('a', 'one', { app: 'web' }))
    source.add(widget('b', 'one', { app: 'web' }))
    source.add(widget('a', 'two', { app: 'db' }))
    const informer = factory.forResource(widgets)
    factory.start()
    await clock.settle()
    expect(informer.indexer.listKeys()).toEqual(['one/a'])
    source.add(widget('c', 'one', { app: 'web' }))
    await clock.settle()
    expect(informer.indexer.listKeys()).toEqual(['one/a'])
    expect(new Set(cluster.asked.map(({ verb }) => verb))).toEqual(new Set(['list', 'watch']))
    for (const { labelSelector, fieldSelector } of cluster.asked)
      expect([labelSelector, fieldSelector]).toEqual(['app=web', 'metadata.name=a'])
    await factory.shutdown()
  })

  it('FAC-2 FEAT-F6 of metadata alone neither ask for nor hold the rest, and are transformed too', async () => {
    const { factory, cluster, clock } = setUp()
    const source = cluster.source(widgets)
    const informer = factory.informerFor(widgets, {
      projection: 'metadata',
      transform: (object) => ({ ...object, metadata: { ...object.metadata, annotations: { seen: 'yes' } } }),
    })
    expect(factory.informerFor(widgets)).not.toBe(informer)
    const seen: string[] = []
    informer.addEventHandler({
      added: (object) => void seen.push(`added ${nameOf(object)} ${object.kind}`),
      updated: (_, object) => void seen.push(`updated ${nameOf(object)}`),
      deleted: (object) => void seen.push(`deleted ${nameOf(object)}`),
    })
    source.add(widget('a', 'one'))
    informer.start()
    await clock.settle()
    expect(informer.lister.list()).toEqual([
      {
        apiVersion: 'meta.k8s.io/v1',
        kind: 'PartialObjectMetadata',
        metadata: expect.objectContaining({ name: 'a', annotations: { seen: 'yes' } }),
      },
    ])
    source.modify(widget('a', 'one'))
    await clock.settle()
    source.delete(widget('a', 'one'))
    await clock.settle()
    expect(seen).toEqual(['added a PartialObjectMetadata', 'updated a', 'deleted a'])
    expect(cluster.wholeObjects).toBe(0)
    expect(new Set(cluster.asked.map(({ projection }) => projection))).toEqual(new Set(['metadata']))
    await factory.shutdown()
  })
})
