import { Pod, ReplicaSet } from '@rxkube/client'
import { Manager } from '@rxkube/controller'
import { newControllerRef } from '@rxkube/meta'
import { TestEnv, type ProcessMain } from '@rxkube/testing'

const main: ProcessMain = async ({ client, signal }) => {
  const manager = new Manager({ client, recorder: false })
  manager
    .controller('pod-count', ReplicaSet)
    .owns(Pod)
    .reconcile(async (request, context) => {
      const { object: replicaSet } = context
      if (!replicaSet) return
      const pods = context.lister(Pod, 'metadata').namespace(request.namespace).list('app=web')
      const count = String(pods.length)
      if (replicaSet.metadata.labels?.['pod-count'] === count) return
      await context.client.patch(ReplicaSet, request, { metadata: { labels: { 'pod-count': count } } })
    })
  await manager.start({ signal })
}

await using env = new TestEnv()
env.start('manager', main)
const labels = { app: 'web' }
const spec = { containers: [{ name: 'web', image: 'web:1' }] }
const web = await env.client.create(ReplicaSet, {
  metadata: { name: 'web', namespace: 'default' },
  spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec } },
})
const metadata = { namespace: 'default', labels, ownerReferences: [newControllerRef(web, ReplicaSet)] }
for (const name of ['web-0', 'web-1']) await env.client.create(Pod, { metadata: { ...metadata, name }, spec })
await env.advance('5s')
const counted = await env.client.get(ReplicaSet, { namespace: 'default', name: 'web' })
console.log('pod-count:', counted.metadata.labels?.['pod-count'])
