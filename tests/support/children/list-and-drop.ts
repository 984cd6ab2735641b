import { Client, HttpTransport } from '@rxkube/client'
import { ConfigMap } from '@rxkube/meta'

/** Reads a list part by part, keeps nothing, and tells the most memory that lived at any part. */
await using client = new Client({
  transport: new HttpTransport({ server: process.argv[2] ?? '', proxy: false }),
  qps: -1,
})
const megabyte = 1 << 20
const live = () => {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / megabyte
}
const before = live()
let items = 0
let most = 0
let nextLook = 0
for await (const part of client.listParts(ConfigMap)) {
  if (part.type === 'end') continue
  items += part.items.length
  if (items < nextLook) continue
  nextLook = items + 20_000
  most = Math.max(most, live() - before)
}
process.stdout.write(JSON.stringify({ items, most }))
