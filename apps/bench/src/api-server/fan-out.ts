import { ApiServer } from '@rxkube/api-server'
import { measured, type Figure, type Sizes } from './figure.ts'
import { PodWriter } from './pod-writer.ts'
import { Reader } from './reader.ts'
import { watchers } from './watchers.ts'

const pods = 200

/** Events that many watchers are told of, within the process and over HTTP, each on a connection of its own. */
export async function fanOut({ events, watchers: many }: Sizes): Promise<Figure[]> {
  const count = Math.max(20, Math.floor(events / 10))
  await using server = new ApiServer()
  const writer = new PodWriter(server)
  await writer.createNamespaces()
  await writer.createMany(0, pods)
  let turn = 0
  const write = async (): Promise<void> => {
    for (let at = 0; at < count; at++, turn++) await writer.annotate(turn % pods, String(turn))
  }
  const inside = await watchers(server, many, () => '')
  const told = await measured(`tell ${many} watchers in the process`, 'events', async () => {
    await write()
    while (inside.lines() < many * count) await new Promise((resolve) => setImmediate(resolve))
    return many * count
  })
  await inside.stop()
  const { url } = await server.listen()
  using reader = new Reader()
  const watched = `${url}/api/v1/pods?watch=true&resourceVersion=${server.resourceVersion}`
  await reader.ask({ type: 'watch', url: watched, watches: many, lines: many * count })
  const overHttp = await measured(`tell ${many} watchers over HTTP`, 'events', async () => {
    const seen = reader.next()
    await write()
    await seen
    return many * count
  })
  return [told, overHttp]
}
