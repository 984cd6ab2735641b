import { ApiServer } from '@rxkube/api-server'
import { Client } from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import { Manager } from '@rxkube/controller'
import { Event, Node, Pod } from '@rxkube/meta'
import { setup } from '@rxkube/taint-controller'

const clock = new TestClock()
const server = new ApiServer({
  clock,
  random: clock.random,
  nodes: ['node-0', 'node-1'].map((name) => ({ name })),
})
const client = new Client({ transport: server.transport(), clock, random: clock.random })
await clock.advance('1s')

const outOfOrder = { key: 'example.com/out-of-order', operator: 'Exists', effect: 'NoExecute' }
for (const [name, tolerations] of [
  ['leaves', []],
  ['lingers', [{ ...outOfOrder, tolerationSeconds: 60 }]],
  ['stays', [outOfOrder]],
] as const) {
  const spec = {
    nodeName: 'node-0',
    tolerations: [...tolerations],
    containers: [{ name: 'web', image: 'web' }],
  }
  await client.create(Pod, { metadata: { name, namespace: 'default' }, spec })
}

const manager = new Manager({ client })
setup(manager)
void manager.start()
await clock.advance('5s')

const taint = { key: 'example.com/out-of-order', effect: 'NoExecute' }
await client.patch(Node, { name: 'node-0' }, { spec: { taints: [taint] } })
for (const time of ['30s', '30s', '30s']) {
  await clock.advance(time)
  const { items } = await client.list(Pod, { namespace: 'default' })
  console.log(`after ${time} more: ${items.map(({ metadata }) => metadata.name).join(', ')}`)
}

const { items } = await client.list(Event, { namespace: 'default' })
for (const { message } of items) console.log(message)
const stopped = manager.stop()
await clock.advance('1s')
await stopped
await server.close()
