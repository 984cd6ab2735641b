import { TestClock } from '@rxkube/clock'
import { ConfigMap, Pod, Secret } from '@rxkube/meta'
import { identity, SharedInformerFactory, stripManagedFields } from '@rxkube/shared-informer'
import { describe, expect, it } from 'vitest'
import { FakeCluster } from './support/fake-cluster.ts'

describe('a factory', () => {
  it('asks its client to drop managedFields before parsing where they are stripped anyway, and only there', async () => {
    const clock = new TestClock()
    const { client } = new FakeCluster(clock)
    const asked = new Map<string, unknown>()
    const factory = new SharedInformerFactory(
      {
        listParts: client.listParts.bind(client),
        watch: (resource, options) => {
          asked.set(resource.resource, options?.managedFields)
          return client.watch(resource, options)
        },
      },
      { clock, random: clock.random },
    )
    factory.informerFor(Pod)
    factory.informerFor(ConfigMap, { transform: stripManagedFields })
    factory.informerFor(Secret, { transform: identity })
    factory.start()
    await clock.settle()
    expect(Object.fromEntries(asked)).toEqual({ pods: 'drop', configmaps: 'drop', secrets: undefined })
    await factory.shutdown()
  })
})
