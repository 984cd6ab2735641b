import { ApiServer } from '@rxkube/api-server'
import { Client } from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import { Manager } from '@rxkube/controller'
import { Pod, ReplicaSet } from '@rxkube/meta'
import { setup } from '@rxkube/replicaset-controller'

const clock = new TestClock()
const server = new ApiServer({ clock, random: clock.random, nodes: 2 })
const client = new Client({ transport: server.transport(), clock, random: clock.random, qps: -1 })

const manager = new Manager({ client })
setup(manager)
void manager.start()

const web = { namespace: 'default', name: 'web' }
await client.create(ReplicaSet, {
  metadata: web,
  spec: {
    replicas: 3,
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'web', image: 'web:1' }] },
    },
  },
})
for (const replicas of [3, 1]) {
  await client.patchScale(ReplicaSet, web, { spec: { replicas } })
  await clock.advance('1m')
  const { status } = await client.get(ReplicaSet, web)
  const { items } = await client.list(Pod, { namespace: 'default' })
  console.log(`${replicas} wanted, ${items.length} there, ${status?.readyReplicas} ready`)
}

const stopped = manager.stop()
await clock.advance('1s')
await stopped
await server.close()
