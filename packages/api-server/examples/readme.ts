import { ApiServer } from '@rxkube/api-server'
import { Client } from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import { ConfigMap } from '@rxkube/meta'

const clock = new TestClock()
const server = new ApiServer({ clock })
const client = new Client({ transport: server.transport(), clock })

const created = await client.create(ConfigMap, { metadata: { name: 'greeting', namespace: 'default' } })
const watch = await client.watch(ConfigMap, { resourceVersion: `${created.metadata.resourceVersion}` })

await client.patch(ConfigMap, { name: 'greeting', namespace: 'default' }, { data: { text: 'hello' } })
await client.delete(ConfigMap, { name: 'greeting', namespace: 'default' })
server.closeWatches()

for await (const events of watch) {
  for (const { type, object } of events) {
    if (type !== 'ERROR') console.log(type, object.metadata?.name, object.metadata?.resourceVersion)
  }
}

await server.close()
await client.close()
console.log(clock.pending, 'timers left')
