/**
 * A process that serves `pods` pods of about 7 kB: LIST (paged and whole), WATCH and WatchList.
 *
 * Made to cost little beside its clients, so it knows one collection and nothing else. Its parent asks for events by
 * IPC; every open watch gets each of them.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { argv } from 'node:process'
import { podJson } from './pods.ts'

/** What the parent may ask for. */
export type LoadServerRequest = { readonly type: 'events'; readonly count: number }

/** What the parent is told. */
export type LoadServerMessage = { readonly type: 'listening'; readonly port: number }

const total = Number(argv[2] ?? '10000')
let version = total + 1
const versions = new Int32Array(total).map((_, index) => index + 1)
const watches = new Set<ServerResponse>()
const watched = Promise.withResolvers<void>()

async function write(response: ServerResponse, chunk: string): Promise<void> {
  if (response.write(chunk) || response.destroyed) return
  await new Promise<void>((resolve) => {
    const goOn = (): void => {
      response.off('drain', goOn)
      response.off('close', goOn)
      resolve()
    }
    response.on('drain', goOn)
    response.on('close', goOn)
  })
}

async function list(response: ServerResponse, query: URLSearchParams): Promise<void> {
  const begin = Number(query.get('continue') ?? 0)
  // A watch cache answers resourceVersion=0 whole, whatever the limit.
  const limit = query.get('resourceVersion') === '0' ? 0 : Number(query.get('limit') ?? 0)
  const end = limit > 0 ? Math.min(total, begin + limit) : total
  const token = end < total ? `,"continue":"${end}","remainingItemCount":${total - end}` : ''
  response.writeHead(200, { 'content-type': 'application/json' })
  await write(
    response,
    `{"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"${version}"${token}},"items":[`,
  )
  for (let index = begin; index < end && !response.destroyed; index += 16) {
    const items = []
    for (let next = index; next < Math.min(end, index + 16); next++)
      items.push(podJson(next, versions[next] ?? 0, true))
    await write(response, (index > begin ? ',' : '') + items.join(','))
  }
  response.end(']}\n')
}

async function watch(response: ServerResponse, query: URLSearchParams): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.flushHeaders()
  response.on('close', () => watches.delete(response))
  if (query.get('sendInitialEvents') === 'true') {
    for (let index = 0; index < total && !response.destroyed; index += 16) {
      let chunk = ''
      for (let next = index; next < Math.min(total, index + 16); next++) {
        chunk += `{"type":"ADDED","object":${podJson(next, versions[next] ?? 0, false)}}\n`
      }
      await write(response, chunk)
    }
    await write(
      response,
      `{"type":"BOOKMARK","object":{"kind":"Pod","apiVersion":"v1","metadata":{"resourceVersion":"${version}","creationTimestamp":null,"annotations":{"k8s.io/initial-events-end":"true"}},"spec":{"containers":null},"status":{}}}\n`,
    )
  }
  watches.add(response)
  watched.resolve()
}

async function sendEvents(count: number): Promise<void> {
  // No history is kept: who lists first has synced before its watch is open.
  await watched.promise
  for (let sent = 0; sent < count; sent += 16) {
    let chunk = ''
    for (let next = sent; next < Math.min(count, sent + 16); next++) {
      const index = (next * 7919) % total
      versions[index] = ++version
      chunk += `{"type":"MODIFIED","object":${podJson(index, version, false)}}\n`
    }
    await Promise.all([...watches].map(async (response) => await write(response, chunk)))
  }
}

const server = createServer((request: IncomingMessage, response: ServerResponse) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  if (pathname !== '/api/v1/pods') {
    response.writeHead(404, { 'content-type': 'application/json' })
    response.end('{"kind":"Status","apiVersion":"v1","status":"Failure","reason":"NotFound","code":404}\n')
  } else if (searchParams.get('watch') === 'true' || searchParams.get('watch') === '1') {
    void watch(response, searchParams)
  } else void list(response, searchParams)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address === 'object') {
    process.send?.({ type: 'listening', port: address.port } satisfies LoadServerMessage)
  }
})
process.on('message', (message: LoadServerRequest) => void sendEvents(message.count))
process.on('disconnect', () => process.exit(0))
