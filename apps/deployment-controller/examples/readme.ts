import { ApiServer } from '@rxkube/api-server'
import { Client } from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import { Manager } from '@rxkube/controller'
import { setup } from '@rxkube/deployment-controller'
import { Deployment, Event } from '@rxkube/meta'
import { setup as setupReplicaSets } from '@rxkube/replicaset-controller'

const clock = new TestClock()
const server = new ApiServer({ clock, random: clock.random, nodes: 2 })
const client = new Client({ transport: server.transport(), clock, random: clock.random, qps: -1 })

const manager = new Manager({ client })
setup(manager)
setupReplicaSets(manager)
void manager.start()

const web = { namespace: 'default', name: 'web' }
const template = (image: string) => ({
  metadata: { labels: { app: 'web' } },
  spec: { containers: [{ name: 'web', image }] },
})
const rollingUpdate = { maxSurge: 1, maxUnavailable: 0 }
await client.create(Deployment, {
  metadata: web,
  spec: {
    replicas: 3,
    selector: { matchLabels: { app: 'web' } },
    strategy: { type: 'RollingUpdate', rollingUpdate },
    template: template('web:1'),
  },
})
await clock.advance('1m')
await client.patch(Deployment, web, { spec: { template: template('web:2') } })
await clock.advance('1m')

const { items } = await client.list(Event, { namespace: 'default' })
for (const { reason, message } of items) {
  if (reason === 'ScalingReplicaSet') console.log(message?.replace('replica set ', ''))
}
const { metadata, status } = await client.get(Deployment, web)
console.log('revision', metadata.annotations?.['deployment.kubernetes.io/revision'])
for (const { type, status: is, reason } of status?.conditions ?? []) console.log(type, is, reason)

const stopped = manager.stop()
await clock.advance('1s')
await stopped
await server.close()
