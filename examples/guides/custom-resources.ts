import { ApiServer } from '@rxkube/api-server'
import { Client, defineResource, RESTMapper, type KubernetesObject, type ObjectMeta } from '@rxkube/client'
import { SharedInformerFactory } from '@rxkube/shared-informer'

/** A type and a value of one name, as the built-in resources are. */
interface Election extends KubernetesObject {
  metadata: ObjectMeta
  spec: { holderIdentity?: string }
}
const Election = defineResource<Election>({
  group: 'coordination.k8s.io',
  version: 'v1',
  kind: 'Lease',
  resource: 'leases',
  namespaced: true,
})

await using server = new ApiServer()
await using client = new Client({ transport: server.transport() })
await client.create(Election, {
  metadata: { name: 'scheduler', namespace: 'default' },
  spec: { holderIdentity: 'node-1' },
})

await using factory = new SharedInformerFactory(client)
// With a type: indices, handlers and listers know the fields.
const elections = factory.informerFor(Election, {
  indexers: { holder: ({ spec }) => [spec.holderIdentity ?? ''] },
})
// Without one: what somebody names, and the server knows.
const named = await new RESTMapper(client).resourceFor('sa')
const anything = factory.forResource(named)
await client.create(named, { metadata: { name: 'robot', namespace: 'default' } })

factory.start()
await factory.waitForCacheSync({ timeout: '1m' })
for (const { metadata } of elections.indexer.byIndex('holder', 'node-1')) console.log('held:', metadata.name)
for (const { kind, metadata } of anything.lister.list()) console.log(kind, metadata?.name)
