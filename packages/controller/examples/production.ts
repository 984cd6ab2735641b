import { ApiServer } from '@rxkube/api-server'
import { Client, Event } from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import {
  installCustomResources,
  logTo,
  Manager,
  managerHealth,
  ManagerMetrics,
  serveOperations,
} from '@rxkube/controller'
import { Bucket, setUpBuckets, type Storage } from './bucket-controller.ts'

// In production: const client = Client.fromKubeConfig(await loadKubeConfig())
const clock = new TestClock()
await using server = new ApiServer({ clock })
await using client = new Client({ transport: server.transport(), clock, fieldManager: 'bucket-controller' })
const installed = installCustomResources(client, [Bucket])
await clock.advance('1s')
await installed

const buckets = new Map<string, number>()
const storage: Storage = {
  async ensure(bucket) {
    const since = buckets.get(bucket) ?? clock.now()
    buckets.set(bucket, since)
    return clock.now() - since < 15_000 ? 'Creating' : 'Ready'
  },
  async remove(bucket) {
    buckets.delete(bucket)
  },
}

const metrics = new ManagerMetrics()
const manager = new Manager({
  client,
  name: 'bucket-controller',
  metrics,
  leaderElection: { leaseName: 'bucket-controller', leaseNamespace: 'default' },
})
setUpBuckets(manager, storage)
const operations = serveOperations({ manager, metrics, health: managerHealth(manager), port: 0 })
manager.add(operations)
const failures = (fields: object, message: string): void => console.log(message, fields)
const nothing = (): void => undefined
logTo({ debug: nothing, info: nothing, warn: failures, error: failures }, manager, {
  describe: ({ message }) => message,
})

const stop = new AbortController() // in production: process.once('SIGTERM', () => stop.abort())
const running = manager.start({ signal: stop.signal })
await clock.advance('5s')

const { port } = await operations.listening
const get = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text()
console.log('readyz:', await get('/readyz'))

const photos = { namespace: 'default', name: 'photos' }
await client.create(Bucket, { metadata: photos, spec: { region: 'north' } })
for (const wait of ['1s', '30s']) {
  await clock.advance(wait)
  console.log('photos:', (await client.get(Bucket, photos)).status?.phase)
}
await client.delete(Bucket, photos)
await clock.advance('1s')
console.log('buckets left:', buckets.size)
console.log(/controller_runtime_reconcile_total\{.*success.*/.exec(await get('/metrics'))?.[0])

stop.abort()
await clock.advance('10s')
await running
const { items } = await client.list(Event, { namespace: 'default' })
console.log('events:', items.map(({ reason, message }) => `${reason}: ${message}`).join())
