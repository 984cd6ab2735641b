import { Indexer } from '@rxkube/indexer'
import type { Cached, KubernetesObject } from '@rxkube/meta'

interface Pod extends KubernetesObject {
  spec: { nodeName?: string }
}

const pod = (name: string, nodeName: string): Pod => ({
  metadata: { namespace: 'default', name },
  spec: { nodeName },
})
const names = (pods: readonly Cached<Pod>[]) => pods.map(({ metadata }) => metadata?.name).join(' ') || 'none'

const pods = new Indexer({ indexers: { node: ({ spec }: Cached<Pod>) => [spec.nodeName ?? ''] } })

pods
  .select$({ index: 'node', value: 'node-1' })
  .subscribe((answer) => console.log('on node-1:', names(answer)))

pods.replace([pod('web-0', 'node-1'), pod('web-1', 'node-2')], '100')
pods.add(pod('web-2', 'node-3')) // Not on node-1: nobody is told.
pods.update(pod('web-1', 'node-1'))
pods.delete(pod('web-0', 'node-1'))

console.log('keys:', pods.indexKeys('node', 'node-1').join(' '))
