import { TestClock } from '@rxkube/clock'
import { IndexerConflictError, metaNamespaceIndexFunc, namespaceIndex } from '@rxkube/indexer'
import { ConfigMap, Pod, type KubernetesObject } from '@rxkube/meta'
import {
  CacheSyncError,
  HandlersBusyError,
  InformerName,
  SharedInformer,
  SharedInformerFactory,
  type InformerView,
} from '@rxkube/shared-informer'
import { describe, expect, it } from 'vitest'
import { FakeCluster } from './support/fake-cluster.ts'
import { gate, podOf } from './support/informer.ts'

function setUp() {
  const clock = new TestClock()
  const cluster = new FakeCluster(clock)
  const name = new InformerName('lifecycle')
  const factory = new SharedInformerFactory(cluster.client, { clock, random: clock.random, name })
  return { clock, cluster, factory }
}

describe('waitForCacheSync of a factory', () => {
  it('FEAT-F3 rejects, naming start(), when there are informers and none was started', async () => {
    const { factory } = setUp()
    factory.informerFor(Pod)
    factory.informerFor(ConfigMap)
    const failure = await factory.waitForCacheSync().catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(CacheSyncError)
    expect((failure as CacheSyncError).errors.map(({ informer, reason }) => [informer, reason])).toEqual([
      ['configmaps', 'not started'],
      ['pods', 'not started'],
    ])
    expect(String(failure)).toMatch(/start\(\)/)
    await factory.shutdown()
  })

  it('FEAT-F3 resolves when there are no informers, and waits when they are started in the same turn', async () => {
    const { factory } = setUp()
    await factory.waitForCacheSync()
    const pods = factory.informerFor(Pod)
    const waiting = factory.waitForCacheSync()
    factory.start()
    await waiting
    expect(pods.hasSynced()).toBe(true)
    await factory.shutdown()
  })
})

describe('shutdown of a factory', () => {
  it('FEAT-F4 rejects with the names of all handlers that have not returned when the timeout is over', async () => {
    const { factory, cluster, clock } = setUp()
    const running = gate()
    for (const resource of [Pod, ConfigMap]) {
      cluster.source(resource).add({ metadata: { name: 'a', namespace: 'default' } })
      const informer = factory.informerFor<{ metadata: object }>(resource as never)
      informer.addEventHandler({ added: () => running.closed }, { name: `of ${resource.resource}` })
    }
    factory.start()
    await clock.settle()
    const failure = factory.shutdown({ timeout: '3s' }).catch((error: unknown) => error)
    await clock.advance('3s')
    expect(await failure).toBeInstanceOf(HandlersBusyError)
    expect(((await failure) as HandlersBusyError).calls.map(({ handler }) => handler)).toEqual([
      'of pods',
      'of configmaps',
    ])
    running.open()
    await factory.shutdown()
    expect(clock.pending).toBe(0)
  })

  it('FEAT-F4 rejects with the reason of its signal', async () => {
    const { factory, cluster, clock } = setUp()
    const running = gate()
    cluster.source(Pod).add(podOf('a'))
    factory.informerFor(Pod).addEventHandler({ added: () => running.closed })
    factory.start()
    await clock.settle()
    const reason = new Error('enough')
    await expect(factory.shutdown({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    running.open()
    await factory.shutdown()
  })

  it('FAULT-F2 may be awaited by handlers of several informers at once', async () => {
    const { factory, cluster, clock } = setUp()
    for (const resource of [Pod, ConfigMap]) {
      cluster.source(resource).add({ metadata: { name: 'a', namespace: 'default' } })
      factory.informerFor<{ metadata: object }>(resource as never).addEventHandler({
        added: () => clock.yield().then(() => factory.shutdown()),
      })
    }
    factory.start()
    await clock.settle()
    await factory.shutdown()
    expect(factory.informers.map((informer) => informer.isStopped())).toEqual([true, true])
  })
})

describe('informers as types', () => {
  it('FEAT-F5 of any resource give index functions the type of their objects, and are views whatever their indices', async () => {
    const { factory } = setUp()
    const named = factory.forResource(
      { group: '', version: 'v1', resource: 'pods' },
      { indexers: { name: (object) => [object.metadata?.name ?? ''] } },
    )
    const descriptionOf = <T extends KubernetesObject>(view: InformerView<T>): string => view.description
    const ofPods = (view: InformerView<Pod>): string => descriptionOf(view)
    const pods = factory.informerFor(Pod, { indexers: { node: (pod) => [pod.spec.nodeName ?? ''] } })
    expect([descriptionOf(named), ofPods(pods)]).toEqual(['pods', 'pods'])
    expect(named.indexer.indexKeys('name', 'a')).toEqual([])
    await factory.shutdown()
  })

  it('have the index by namespace, and refuse another one of its name', () => {
    const { cluster } = setUp()
    const source = cluster.source(Pod)
    const indexers = { [namespaceIndex]: () => ['mine'] }
    expect(() => new SharedInformer(source, { indexers })).toThrow(IndexerConflictError)
    expect(
      () => new SharedInformer(source, { indexers: { [namespaceIndex]: metaNamespaceIndexFunc } }),
    ).not.toThrow()
  })
})
