import { ApiServer } from '@rxkube/api-server'
import { Client, Pod } from '@rxkube/client'
import { SharedInformerFactory } from '@rxkube/shared-informer'

await using server = new ApiServer() // for a cluster: Client.fromKubeConfig(await loadKubeConfig())
await using client = new Client({ transport: server.transport() })
await using factory = new SharedInformerFactory(client, { namespace: 'default' })
const informer = factory.informerFor(Pod)
const deleted = Promise.withResolvers<void>()
informer.addEventHandler({
  added: (pod) => console.log('add', pod.metadata.name),
  updated: (_before, pod) => console.log('update', pod.metadata.name, pod.status?.phase),
  deleted: (pod) => deleted.resolve(console.log('delete', pod.metadata.name)),
})
factory.start()
await factory.waitForCacheSync({ timeout: '1m' })

const web = { namespace: 'default', name: 'web-0' }
const spec = { terminationGracePeriodSeconds: 0, containers: [{ name: 'web', image: 'web:1' }] }
await client.create(Pod, { metadata: web, spec })
await client.delete(Pod, web)
await deleted.promise
console.log('left:', informer.lister.list().length)
