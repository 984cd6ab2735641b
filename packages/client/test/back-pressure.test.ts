import { Client, HttpTransport, Pod } from '@rxkube/client'
import { systemClock } from '@rxkube/clock'
import { createServer as createHttp2Server } from 'node:http2'
import { createServer } from 'node:http'
import { describe, expect, it } from 'vitest'
import { listen, type TestServer } from './support/http-server.ts'
import { event, names, podList } from './support/objects.ts'

const line = Buffer.from(event('ADDED', 'x'.repeat(100_000)))
const mebibyte = 1024 * 1024

interface Writable {
  write(chunk: Uint8Array): boolean
  end(chunk?: string): unknown
  once(event: 'drain', listener: () => void): unknown
  on(event: 'error' | 'close', listener: () => void): unknown
}

interface Flood extends TestServer {
  /** Lines taken by the server's side of all watches. */
  written: number
  watches: number
}

/** Writes to each watch as long as its socket takes more; lists one pod. */
async function flood(isHttp2: boolean): Promise<Flood> {
  const state = { written: 0, watches: 0 }
  const handle = ({ url }: { readonly url?: string | undefined }, response: Writable): void => {
    if (!url?.includes('watch')) return void response.end(JSON.stringify(podList(['a'])))
    state.watches++
    const stream = { open: true }
    response.on('close', () => (stream.open = false))
    response.on('error', () => (stream.open = false))
    const fill = (): void => {
      for (let more = true; more && stream.open; state.written++) more = response.write(line)
      if (stream.open) response.once('drain', fill)
    }
    fill()
    return undefined
  }
  const server = isHttp2
    ? createHttp2Server({ settings: { maxConcurrentStreams: 250 } }, (request, response) =>
        handle(request, response.stream as unknown as Writable),
      )
    : createServer(handle)
  return Object.assign(state, await listen(server, 'http'))
}

function clientOf(server: TestServer, http2: boolean): Client {
  return new Client({
    transport: new HttpTransport({ server: server.url, http2, environment: {} }),
    qps: -1,
  })
}

/** Resolves when the server's writing has come to a stand. */
async function standstill(server: Flood): Promise<number> {
  let before = -1
  while (before !== server.written) {
    before = server.written
    for (let at = 0; at < 300; at++) await systemClock.yield()
  }
  return server.written
}

describe.each([
  ['HTTP/1.1', false, 12 * mebibyte],
  ['HTTP/2', true, 20 * mebibyte],
])('back-pressure over %s', (_, http2, most) => {
  it('stops the server’s writing while nobody reads, and lets it go on as fast as somebody does', async () => {
    await using server = await flood(http2)
    await using client = clientOf(server, http2)
    const watch = await client.watch(Pod)
    const idle = await standstill(server)
    expect(idle * line.length).toBeLessThan(most)
    const reading = watch[Symbol.asyncIterator]()
    let read = 0
    while (read < 3 * idle) {
      const { done, value } = await reading.next()
      if (done !== true) read += value.length
    }
    const after = await standstill(server)
    expect(after).toBeGreaterThan(idle)
    expect((after - read) * line.length).toBeLessThan(most)
    watch.stop()
  })

  it('of watches that nobody reads does not hold up a call', async () => {
    await using server = await flood(http2)
    await using client = clientOf(server, http2)
    const watches = await Promise.all(Array.from({ length: 4 }, () => client.watch(Pod)))
    await standstill(server)
    expect(server.watches).toBe(4)
    expect(names(await client.list(Pod))).toEqual(['a'])
    for (const watch of watches) watch.stop()
  })
})
