import { measured, type Figure, type Sizes } from './figure.ts'
import { Reader } from './reader.ts'
import { seeded } from './seed.ts'

/** Lists of every pod over HTTP, as JSON and as initial events of a watch; the client is another process. */
export async function http({ pods }: Sizes): Promise<Figure[]> {
  await using server = await seeded(pods)
  const { url } = await server.listen()
  using reader = new Reader()
  const read = async (accept: string): Promise<number> => {
    const message = await reader.ask({ type: 'read', url: `${url}/api/v1/pods`, accept })
    return message.type === 'read' ? message.bytes / 1e6 : Number.NaN
  }
  const watch = async (): Promise<number> => {
    const query =
      'watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true'
    await reader.ask({ type: 'watch', url: `${url}/api/v1/pods?${query}`, watches: 1, lines: pods + 1 })
    const message = await reader.next()
    return message.type === 'lines' ? message.count : Number.NaN
  }
  return [
    await measured(`list ${pods} pods as JSON over HTTP`, 'MB', () => read('application/json')),
    await measured(`list ${pods} pods as Table over HTTP`, 'MB', () =>
      read('application/json;as=Table;g=meta.k8s.io;v=v1'),
    ),
    await measured(`initial events of ${pods} pods over HTTP`, 'events', watch),
  ]
}
