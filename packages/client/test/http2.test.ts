import { Client, HttpTransport, Pod } from '@rxkube/client'
import { systemClock, TestClock, type Clock } from '@rxkube/clock'
import {
  constants,
  createServer,
  type Http2Server,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2'
import { connect, createServer as createTcpServer, type Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { listen, type TestServer } from './support/http-server.ts'
import { all, event, names, podList } from './support/objects.ts'

const settled = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await systemClock.yield()
}

interface Http2TestServer extends TestServer {
  readonly server: Http2Server
  readonly sessions: ServerHttp2Session[]
  pings: number
}

/** Lists one pod; a watch tells one event and stays open. */
async function serveHttp2(
  answer?: (stream: ServerHttp2Stream, path: string) => boolean,
  settings = {},
): Promise<Http2TestServer> {
  const server = createServer({ settings })
  const sessions: ServerHttp2Session[] = []
  server.on('session', (session) => {
    sessions.push(session)
    session.on('ping', () => result.pings++)
    session.on('error', () => 'the client went away')
  })
  server.on('stream', (stream, headers) => {
    const path = String(headers[':path'])
    stream.on('error', () => 'the client went away')
    if (answer?.(stream, path)) return
    stream.respond({ ':status': 200, 'content-type': 'application/json' })
    if (path.includes('watch')) stream.write(event('ADDED', 'a'))
    else stream.end(JSON.stringify(podList(['a'])))
  })
  const result = { ...(await listen(server, 'http')), server, sessions, pings: 0 }
  return result
}

function clientOf(server: string, clock: Clock = systemClock): Client {
  return new Client({
    transport: new HttpTransport({ server, http2: true, clock, environment: {} }),
    clock,
    qps: -1,
  })
}

describe('HTTP/2', () => {
  it('carries calls and 100 watches over one connection', async () => {
    await using server = await serveHttp2(undefined, { maxConcurrentStreams: 250 })
    await using client = clientOf(server.url)
    await client.list(Pod)
    const watches = await Promise.all(Array.from({ length: 100 }, () => client.watch(Pod)))
    expect(names(await client.list(Pod))).toEqual(['a'])
    expect(server.connections()).toBe(1)
    for (const watch of watches) watch.stop()
  })

  it('opens another connection where the server limits the streams of one', async () => {
    await using server = await serveHttp2(undefined, { maxConcurrentStreams: 10 })
    await using client = clientOf(server.url)
    await client.list(Pod)
    const watches = await Promise.all(Array.from({ length: 25 }, () => client.watch(Pod)))
    expect(names(await client.list(Pod))).toEqual(['a'])
    expect(server.connections()).toBe(3)
    for (const watch of watches) watch.stop()
  })

  it('raises the windows', async () => {
    await using server = await serveHttp2()
    await using client = clientOf(server.url)
    await client.list(Pod)
    expect(server.sessions[0]?.remoteSettings.initialWindowSize).toBe(16 * 1024 * 1024)
    await settled(() => (server.sessions[0]?.state.remoteWindowSize ?? 0) > 31 * 1024 * 1024)
  })

  it('FEAT-A6 FAULT-C1 takes a connection whose PING stays unanswered for dead', async () => {
    await using server = await serveHttp2()
    const pipes: Socket[] = []
    const relay = createTcpServer((near) => {
      const far = connect(server.port, '127.0.0.1')
      near.pipe(far).pipe(near)
      pipes.push(near, far)
      for (const socket of [near, far]) socket.on('error', () => socket.destroy())
    })
    await using between = await listen(relay, 'http')
    const clock = new TestClock()
    await using client = clientOf(between.url, clock)
    const reading = (await client.watch(Pod, { timeoutSeconds: 600 }))[Symbol.asyncIterator]()
    await reading.next()
    const outcome = reading.next().catch((error: unknown) => error)
    for (const socket of pipes) socket.unpipe().pause()
    await clock.advance('46s')
    expect(await outcome).toMatchObject({
      name: 'WatchInterruptedError',
      message: expect.stringContaining('PING') as string,
    })
    for (const socket of pipes) socket.destroy()
  })

  it('FEAT-A7 keeps a quiet connection whose PING is answered', async () => {
    await using server = await serveHttp2()
    const clock = new TestClock()
    await using client = clientOf(server.url, clock)
    const watch = await client.watch(Pod, { timeoutSeconds: 600 })
    const events = all(watch)
    for (let pings = 1; pings <= 4; pings++) {
      await clock.advance('30s')
      await settled(() => server.pings === pings)
      // The answer to the PING came before the one to this.
      await client.list(Pod)
    }
    await clock.advance('20s')
    expect(server.connections()).toBe(1)
    watch.stop()
    expect(await events).toHaveLength(1)
  })

  it('moves to a new connection after GOAWAY, and lets the streams of the old one finish', async () => {
    const open: ServerHttp2Stream[] = []
    await using server = await serveHttp2((stream, path) => {
      if (!path.includes('watch')) return false
      stream.respond({ ':status': 200 })
      stream.write(event('ADDED', 'before'))
      open.push(stream)
      return true
    })
    await using client = clientOf(server.url)
    const reading = (await client.watch(Pod))[Symbol.asyncIterator]()
    await reading.next()
    server.sessions[0]?.goaway(constants.NGHTTP2_NO_ERROR)
    for (let at = 0; server.connections() < 2 && at < 1000; at++) await client.list(Pod)
    expect(server.connections()).toBe(2)
    open[0]?.end(event('ADDED', 'after'))
    expect(await reading.next()).toMatchObject({ value: [{ object: { metadata: { name: 'after' } } }] })
    expect((await reading.next()).done).toBe(true)
  })

  it('tells a stream that the server resets as interrupted', async () => {
    await using server = await serveHttp2((stream, path) => {
      if (!path.includes('watch')) return false
      stream.respond({ ':status': 200 })
      stream.write(event('ADDED', 'a'), () => stream.destroy(new Error('crash')))
      return true
    })
    await using client = clientOf(server.url)
    await expect(all(await client.watch(Pod))).rejects.toMatchObject({ name: 'WatchInterruptedError' })
  })

  it('tells a connection that breaks as interrupted, and connects anew', async () => {
    await using server = await serveHttp2()
    await using client = clientOf(server.url)
    const events = all(await client.watch(Pod)).catch((error: unknown) => error)
    for (const socket of server.sockets) socket.resetAndDestroy()
    expect(await events).toMatchObject({ name: 'WatchInterruptedError' })
    expect(names(await client.list(Pod))).toEqual(['a'])
  })

  it('FAULT-B2 tells a list that is cut off as an error', async () => {
    await using server = await serveHttp2((stream) => {
      stream.respond({ ':status': 200 })
      stream.write('{"kind":"PodList"', () => stream.destroy(new Error('crash')))
      return true
    })
    await using client = clientOf(server.url)
    await expect(client.list(Pod)).rejects.toMatchObject({ name: 'TransportError' })
  })

  it('ends a stream when its watch is stopped, and keeps the connection', async () => {
    const closed: string[] = []
    await using server = await serveHttp2((stream, path) => {
      stream.on('close', () => closed.push(path))
      return false
    })
    await using client = clientOf(server.url)
    const watch = await client.watch(Pod)
    watch.stop()
    await settled(() => closed.length === 1)
    await client.list(Pod)
    expect(server.connections()).toBe(1)
  })

  it('leaves no connection and no timer after close', async () => {
    await using server = await serveHttp2()
    const clock = new TestClock()
    const client = clientOf(server.url, clock)
    const events = all(await client.watch(Pod)).catch((error: unknown) => error)
    await client.close()
    expect(await events).toMatchObject({ name: 'WatchInterruptedError' })
    await settled(() => server.sockets.size === 0)
    expect(clock.pending).toBe(0)
    await expect(client.list(Pod)).rejects.toMatchObject({ kind: 'closed' })
  })

  it('sends bodies', async () => {
    const received: string[] = []
    await using server = await serveHttp2((stream) => {
      stream.on('data', (chunk: Buffer) => received.push(chunk.toString()))
      return false
    })
    await using client = clientOf(server.url)
    await client.request({ method: 'POST', path: '/x', body: { a: 1 } })
    expect(received.join('')).toBe('{"a":1}')
  })
})
