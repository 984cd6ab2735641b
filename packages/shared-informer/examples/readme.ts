import { FakeControllerSource } from '@rxkube/client/testing'
import type { KubernetesObject } from '@rxkube/meta'
import { SharedInformer } from '@rxkube/shared-informer'

interface Pod extends KubernetesObject {
  spec: { nodeName: string }
}
const podOn = (nodeName: string, name: string): Pod => ({
  metadata: { namespace: 'default', name },
  spec: { nodeName },
})

// An API server in memory; `listWatch(client, Pod)` lists and watches a real one.
const server = new FakeControllerSource<Pod>({ description: 'pods' })
server.add(podOn('node-1', 'web-0'))
server.add(podOn('node-2', 'web-1'))

const pods = new SharedInformer(server, { indexers: { node: (pod) => [pod.spec.nodeName] } })
const registration = pods.addEventHandler({
  added: (pod, { initial }) => console.log(initial ? 'there is' : 'new', pod.metadata?.name),
  updated: (before, pod) => console.log('moved', pod.metadata?.name, 'from', before.spec.nodeName),
  deleted: (pod, { finalStateUnknown }) => console.log('gone', pod.metadata?.name, { finalStateUnknown }),
})
pods.start()
await pods.waitForCacheSync({ timeout: '10s' }) // rejects saying why
await registration.synced

pods.select$({ index: 'node', value: 'node-1' }).subscribe((found) => {
  console.log('on node-1:', found.map((pod) => pod.metadata?.name).join(', ') || 'none')
})
const changed = pods.events()[Symbol.asyncIterator]()
for (let seen = 0; seen < 3; seen++) await changed.next() // two pods, and that these were all

server.modify(podOn('node-2', 'web-0'))
await changed.next()
server.delete(podOn('node-2', 'web-1'))
await changed.next()
console.log('cached:', pods.lister.namespace('default').get('web-0').spec.nodeName)
await pods.stop()
