import { ApiServer } from '@rxkube/api-server'
import { Client } from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import { Manager } from '@rxkube/controller'
import { findCondition, Node, Pod } from '@rxkube/meta'
import { setup } from '@rxkube/node-lifecycle-controller'

const clock = new TestClock()
const server = new ApiServer({ clock, random: clock.random, nodes: 3 })
const client = new Client({ transport: server.transport(), clock, random: clock.random })
const pod: Pod = {
  metadata: { name: 'web', namespace: 'default' },
  spec: { nodeName: 'node-0', containers: [{ name: 'web', image: 'web' }] },
}

async function show(what: string): Promise<void> {
  const node = await client.get(Node, { name: 'node-0' })
  const { status } = await client.get(Pod, { namespace: 'default', name: 'web' })
  const taints = (node.spec?.taints ?? []).map(({ key, effect }) => `${key.split('/')[1]}:${effect}`)
  const [ofNode, ofPod] = [node, { status }].map(
    (object) => findCondition(object.status?.conditions, 'Ready')?.status,
  )
  console.log(`${what}: node ready ${ofNode}, pod ready ${ofPod}, taints [${taints.join(' ')}]`)
}

await clock.advance('1s')
await client.create(Pod, pod)
const manager = new Manager({ client })
setup(manager)
void manager.start()
await clock.advance('10s')
await show('all is well')

server.nodes.get('node-0')?.stop()
for (const second of [45, 55, 65]) {
  await clock.advance(second === 45 ? '45s' : '10s')
  await show(`${second} s of silence`)
}
server.nodes.get('node-0')?.start()
await clock.advance('5s')
await show('back again')

const stopped = manager.stop()
await clock.advance('1s')
await stopped
await server.close()
