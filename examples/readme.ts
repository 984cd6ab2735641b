import { ApiServer } from '@rxkube/api-server'
import { Client, Pod } from '@rxkube/client'
import { SharedInformerFactory } from '@rxkube/shared-informer'

await using server = new ApiServer() // for a cluster: Client.fromKubeConfig(await loadKubeConfig())
await using client = new Client({ transport: server.transport() })
await using factory = new SharedInformerFactory(client, { namespace: 'default' })

const done = Promise.withResolvers<void>()

const pods = factory.informerFor(Pod, { indexers: { node: (pod) => [pod.spec.nodeName ?? ''] } })
pods.addEventHandler({
  added: (pod, { initial }) => console.log(initial ? 'found' : 'added', pod.metadata.name),
  updated: (before, pod) =>
    console.log('updated', pod.metadata.name, before.status?.phase, '→', pod.status?.phase),
  deleted: (pod) => done.resolve(console.log('deleted', pod.metadata.name)),
})
pods.select$({ index: 'node', value: 'node-1' }).subscribe((answer) => {
  console.log('  on node-1:', answer.map((pod) => `${pod.metadata.name} ${pod.status?.phase}`).join(', '))
})

await client.create(Pod, web('web-0'))
factory.start()
await factory.waitForCacheSync({ timeout: '1m' }) // rejects saying why, for each informer that lags
await client.create(Pod, web('web-1'))
await client.patchStatus(Pod, { namespace: 'default', name: 'web-0' }, { status: { phase: 'Running' } })
await client.delete(Pod, { namespace: 'default', name: 'web-1' })
await done.promise

function web(name: string): Pod {
  const containers = [{ name: 'web', image: 'web:1' }]
  const spec = { nodeName: 'node-1', terminationGracePeriodSeconds: 0, containers }
  return { metadata: { name, namespace: 'default' }, spec }
}
