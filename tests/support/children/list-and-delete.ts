import { Client, HttpTransport, listWatch } from '@rxkube/client'
import { systemClock } from '@rxkube/clock'
import { ConfigMap } from '@rxkube/meta'
import { SharedInformer } from '@rxkube/shared-informer'

/** Caches a big list, sees most of it deleted, and tells what memory is left at each time. */
await using client = new Client({
  transport: new HttpTransport({ server: process.argv[2] ?? '', proxy: false }),
  qps: -1,
})
const left = Number(process.argv[3])
const megabyte = 1 << 20
const live = () => {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / megabyte
}
const made = () => new SharedInformer(listWatch(client, ConfigMap, { watchListUnsupported: true }))

async function deleted(informer: ReturnType<typeof made>): Promise<void> {
  while (informer.indexer.size > left) await systemClock.yield()
  // What was deleted may wait in a batch that is being worked off.
  for (let turn = 0; turn < 10; turn += 1) await systemClock.yield()
}

// Compiled code and the connection's buffers are there before anything is measured: they are no objects.
const first = made()
first.start()
await first.synced
await deleted(first)
await first.stop()
await systemClock.yield()

const before = live()
const informer = made()
informer.start()
await informer.synced
const full = live() - before
await deleted(informer)
process.stdout.write(JSON.stringify({ full, left: live() - before, objects: informer.indexer.size }))
await informer.stop()
