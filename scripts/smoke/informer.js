// What a user's first program does, on the packed packages: an API server over HTTP, an informer, a write, a delete.
import { ApiServer } from '@rxkube/api-server'
import { Client, HttpTransport, Pod } from '@rxkube/client'
import { SharedInformerFactory } from '@rxkube/shared-informer'
import process from 'node:process'

const server = new ApiServer()
const { url } = await server.listen({ port: 0 })
const client = new Client({ transport: new HttpTransport({ server: url }) })
const factory = new SharedInformerFactory(client)
const pods = factory.informerFor(Pod, { indexers: { node: (pod) => [pod.spec.nodeName ?? ''] } })
const seen = []
const deleted = Promise.withResolvers()
pods.addEventHandler({
  added: (pod) => seen.push(`added ${pod.metadata.name}`),
  deleted: (pod) => deleted.resolve(seen.push(`deleted ${pod.metadata.name}`)),
})
factory.start()
await factory.waitForCacheSync({ timeout: '20s' })
const containers = [{ name: 'web', image: 'web:1' }]
await client.create(Pod, { metadata: { name: 'web-0', namespace: 'default' }, spec: { containers } })
await client.delete(Pod, { name: 'web-0', namespace: 'default' }, { gracePeriodSeconds: 0 })
await deleted.promise
await factory.shutdown()
await client.close()
await server.close()
console.log(`${process.version} ${seen.join(', ')}`)
