import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'

/** Creates of ConfigMaps of 500 bytes, from so many clients that each wait for their answers: writes in a second. */
async function writesPerSecond(clients: number, total: number, data: string | undefined): Promise<number> {
  await using server = new ApiServer({ controllers: [], ...(data === undefined ? {} : { data }) })
  const transport = server.transport()
  const path = '/api/v1/namespaces/default/configmaps'
  const headers = { 'content-type': 'application/json' }
  const write = async (client: number) => {
    for (let at = client; at < total; at += clients) {
      const body = JSON.stringify({ metadata: { name: `map-${at}` }, data: { text: 'x'.repeat(500) } })
      const answer = await transport.request({ method: 'POST', path, headers, body })
      await Array.fromAsync(answer.body)
      if (answer.status !== 201) throw new Error(`answered ${answer.status}`)
    }
  }
  const start = systemClock.monotonic()
  await Promise.all(Array.from({ length: clients }, (_, client) => write(client)))
  return total / ((systemClock.monotonic() - start) / 1000)
}

const folder = await mkdtemp(join(tmpdir(), 'bench-'))
await writesPerSecond(16, 3000, undefined)
for (const clients of [1, 16, 64]) {
  const memory = await writesPerSecond(clients, 6400, undefined)
  const kept = await writesPerSecond(clients, clients === 1 ? 1600 : 6400, join(folder, String(clients)))
  console.log(`${clients} clients: ${Math.round(memory)} writes/s in memory, ${Math.round(kept)} with data`)
}
await rm(folder, { recursive: true })
