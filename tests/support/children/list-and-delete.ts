import { Client, HttpTransport, listWatch } from '@rxkube/client'
import { systemClock } from '@rxkube/clock'
import { ConfigMap } from '@rxkube/meta'
import { SharedInformer } from '@rxkube/shared-informer'

/** Caches a big list, sees most of it deleted, and tells what memory is left at each time. */
await using client = new Client({
  transport: new HttpTransport({ server: process.argv[2] ?? '', proxy: false }),
  qps: -1,
})
const informer = new SharedInformer(listWatch(client, ConfigMap, { watchListUnsupported: true }))
const megabyte = 1 << 20
const live = () => {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / megabyte
}
const before = live()
informer.start()
await informer.synced
const full = live() - before
const left = Number(process.argv[3])
while (informer.indexer.size > left) await systemClock.yield()
// What was deleted may wait in a batch that is being worked off.
for (let turn = 0; turn < 10; turn += 1) await systemClock.yield()
process.stdout.write(JSON.stringify({ full, left: live() - before, objects: informer.indexer.size }))
await informer.stop()
