import { ApiServer } from '@rxkube/api-server'
import { Client, Event, Pod } from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import { ClientEventRecorder } from '@rxkube/event-recorder'

const clock = new TestClock({ start: '2025-01-01T00:00:00Z' })
await using server = new ApiServer({ clock, controllers: [] })
await using client = new Client({ transport: server.transport(), clock })
const container = { name: 'web', image: 'web:1' }
const pod = await client.create(Pod, {
  metadata: { name: 'web-0', namespace: 'default' },
  spec: { containers: [container] },
})

const recorder = new ClientEventRecorder(client, { component: 'web-controller' })
for (let second = 0; second < 40; second++) {
  recorder.event(pod, 'Warning', 'BackOff', 'restarting failed container web')
  await clock.advance('1s')
}
await clock.advance('10m')
recorder.event(pod, 'Warning', 'BackOff', 'restarting failed container web')
await recorder.shutdown()

for (const { type, reason, count, message, firstTimestamp, lastTimestamp } of (
  await client.list(Event, { namespace: 'default' })
).items)
  console.log(type, reason, `${count}×`, message, firstTimestamp, lastTimestamp)
const { offered, sent, dropped, drops } = recorder.stats
console.log({ offered, sent, dropped, spam: drops.spam })
