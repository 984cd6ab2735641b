import { ApiServer } from '@rxkube/api-server'
import { Client, Pod } from '@rxkube/client'
import { SharedInformerFactory } from '@rxkube/shared-informer'
import { distinctUntilChanged, map } from 'rxjs'

await using server = new ApiServer() // for a cluster: Client.fromKubeConfig(await loadKubeConfig())
await using client = new Client({ transport: server.transport() })
await using factory = new SharedInformerFactory(client, { namespace: 'default' })
const pods = factory.informerFor(Pod, { indexers: { node: (pod) => [pod.spec.nodeName ?? ''] } })
const web1 = { namespace: 'default', name: 'web-1' }
const done = Promise.withResolvers<void>()

pods.addEventHandler({
  async added(pod, { initial }) {
    console.log(initial ? 'found' : 'added', pod.metadata.name)
    if (!initial) await client.patchStatus(Pod, web1, { status: { phase: 'Running' } })
  },
  async updated(before, pod) {
    if (before.status?.phase === pod.status?.phase) return
    console.log('updated', pod.metadata.name, before.status?.phase, '→', pod.status?.phase)
    await client.delete(Pod, web1)
  },
  deleted: (pod) => done.resolve(console.log('deleted', pod.metadata.name)),
})
pods
  .select$({ index: 'node', value: 'node-1' })
  .pipe(map((answer) => answer.map((pod) => `${pod.metadata.name} ${pod.status?.phase}`).join(', ')))
  .pipe(distinctUntilChanged())
  .subscribe((answer) => console.log('  on node-1:', answer))

await client.create(Pod, web('web-0'))
factory.start()
await factory.waitForCacheSync({ timeout: '1m' }) // rejects saying why, for each informer that lags
await client.create(Pod, web('web-1'))
await done.promise

function web(name: string): Pod {
  const containers = [{ name: 'web', image: 'web:1' }]
  const spec = { nodeName: 'node-1', terminationGracePeriodSeconds: 0, containers }
  return { metadata: { name, namespace: 'default' }, spec }
}
