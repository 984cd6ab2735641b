import { Client, HttpTransport, Pod, type HttpTransportOptions } from '@rxkube/client'
import { systemClock, TestClock } from '@rxkube/clock'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { inspect } from 'node:util'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { json, listen, serve } from './support/http-server.ts'
import { all, event, failure, names, podList } from './support/objects.ts'

function client(server: string, options: Partial<HttpTransportOptions> = {}): Client {
  return new Client({ transport: new HttpTransport({ server, environment: {}, ...options }), qps: -1 })
}

const settled = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await systemClock.yield()
}

describe('HttpTransport', () => {
  it('lists over one connection that it keeps', async () => {
    await using server = await serve((_, response) => json(response, podList(['a', 'b'])))
    await using pods = client(server.url)
    for (let at = 0; at < 5; at++) expect(names(await pods.list(Pod))).toEqual(['a', 'b'])
    expect(server.connections()).toBe(1)
  })

  it('holds 100 watches open at once, and calls do not wait for them', async () => {
    await using server = await serve((request, response) => {
      if (!request.url?.includes('watch')) return json(response, podList([]))
      response.write(event('ADDED', 'a'))
      return undefined
    })
    await using pods = client(server.url, { maxSockets: 2 })
    const watches = await Promise.all(Array.from({ length: 100 }, () => pods.watch(Pod)))
    expect(names(await pods.list(Pod))).toEqual([])
    for (const watch of watches) watch.stop()
    await settled(() => server.sockets.size <= 1)
  })

  it('FAULT-C10 holds no more connections than its pool after 300 errors', async () => {
    await using server = await serve((_, response) => json(response, failure(500, 'InternalError'), 500))
    await using pods = client(server.url, { maxSockets: 4 })
    const outcomes = await Promise.allSettled(Array.from({ length: 300 }, () => pods.list(Pod)))
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true)
    expect(server.connections()).toBeLessThanOrEqual(4)
  })

  it('FAULT-C10 leaves no connection behind when watches are refused', async () => {
    await using server = await serve((_, response) => json(response, failure(500, 'InternalError'), 500))
    await using pods = client(server.url)
    for (let at = 0; at < 1000; at++) await expect(pods.watch(Pod)).rejects.toMatchObject({ code: 500 })
    expect(server.connections()).toBe(1)
  })

  it('FEAT-A3 tells refusal, unknown names and hang-ups apart', async () => {
    const server = await serve((request) => request.socket.destroy())
    await using pods = client(server.url)
    const at = { name: 'a', namespace: 'b' }
    await expect(pods.delete(Pod, at)).rejects.toMatchObject({ kind: 'reset' })
    await server[Symbol.asyncDispose]()
    await expect(pods.list(Pod)).rejects.toMatchObject({ name: 'TransportError', kind: 'refused' })
    await expect(client('http://nowhere.invalid').list(Pod)).rejects.toMatchObject({ kind: 'dns' })
  })

  it('FAULT-C2 gives up on headers that never come, at a deadline of their own', async () => {
    await using server = await serve(() => undefined)
    const clock = new TestClock()
    await using transport = new HttpTransport({
      server: server.url,
      clock,
      headersTimeout: 75_000,
      environment: {},
    })
    const outcome = transport
      .request({ method: 'GET', path: '/', headers: {} })
      .catch((error: unknown) => error)
    await settled(() => server.sockets.size === 1 && clock.pending === 1)
    await clock.advance('76s')
    expect(await outcome).toMatchObject({ name: 'TransportError', kind: 'timeout' })
    await settled(() => server.sockets.size === 0)
    expect(clock.pending).toBe(0)
  })

  it('does not count the time of an open watch against the deadline of headers', async () => {
    const clock = new TestClock()
    await using server = await serve((_, response) => void response.write(event('ADDED', 'a')))
    await using transport = new HttpTransport({ server: server.url, clock, environment: {} })
    const pods = new Client({ transport, clock })
    const reading = (await pods.watch(Pod, { timeoutSeconds: 600 }))[Symbol.asyncIterator]()
    expect((await reading.next()).value).toHaveLength(1)
    await clock.advance('9m')
    expect(server.sockets.size).toBe(1)
    await reading.return?.()
    await settled(() => server.sockets.size === 0)
  })

  it('follows no redirect, and names where it leads without the query', async () => {
    const asked: (string | undefined)[] = []
    await using server = await serve((request, response) => {
      asked.push(request.url)
      response.writeHead(302, { location: 'https://login.example/sso?token=canary' }).end('moved')
    })
    await using pods = client(server.url)
    const error = await pods.list(Pod).catch((each: unknown) => inspect(each))
    expect(error).toContain("kind: 'redirect'")
    expect(error).toContain('302 to login.example/sso')
    expect(error).not.toContain('canary')
    expect(asked).toHaveLength(1)
  })

  it('FAULT-B15 asks for gzip only when told to on loopback, never for watches, and reads it', async () => {
    const asked: (string | undefined)[] = []
    await using server = await serve((request, response) => {
      asked.push(request.headers['accept-encoding'])
      if (request.url?.includes('watch') || !request.headers['accept-encoding'])
        return json(response, podList(['a']))
      response.writeHead(200, { 'content-encoding': 'gzip' })
      return response.end(gzipSync(JSON.stringify(podList(['zipped']))))
    })
    await using plain = client(server.url)
    await using zipped = client(server.url, { compression: true })
    expect(names(await plain.list(Pod))).toEqual(['a'])
    expect(names(await zipped.list(Pod))).toEqual(['zipped'])
    ;(await zipped.watch(Pod)).stop()
    expect(asked).toEqual([undefined, 'gzip', undefined])
  })

  it('FAULT-B2 tells a list that the connection cuts off as an error', async () => {
    await using server = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write(JSON.stringify(podList(['a'])), () => response.destroy())
    })
    await using pods = client(server.url)
    await expect(pods.list(Pod)).rejects.toMatchObject({ name: 'TransportError', kind: 'reset' })
  })

  it('tells a reset watch as interrupted after its events', async () => {
    await using server = await serve((request, response) => {
      response.write(event('ADDED', 'a'), () => request.socket.resetAndDestroy())
    })
    await using pods = client(server.url)
    await expect(all(await pods.watch(Pod))).rejects.toMatchObject({ name: 'WatchInterruptedError' })
  })

  it('sends a GET again on a new connection when the kept one was closed meanwhile', async () => {
    let closeNext = false
    await using server = await serve((request, response) => {
      if (closeNext) {
        closeNext = false
        return request.socket.destroy()
      }
      return json(response, podList(['a']))
    })
    await using pods = client(server.url)
    await pods.list(Pod)
    closeNext = true
    expect(names(await pods.list(Pod))).toEqual(['a'])
    expect(server.connections()).toBe(2)
  })

  it('rejects with the reason of its signal before, during and after the headers', async () => {
    await using server = await serve((request, response) => {
      if (request.url === '/body') response.write('x')
    })
    await using transport = new HttpTransport({ server: server.url, environment: {} })
    const ask = (path: string, signal: AbortSignal): Promise<unknown> =>
      transport
        .request({ method: 'GET', path, headers: {}, signal })
        .then(({ body }) => Array.fromAsync(body))
    await expect(ask('/', AbortSignal.abort('early'))).rejects.toBe('early')
    for (const path of ['/', '/body']) {
      const controller = new AbortController()
      const outcome = ask(path, controller.signal).catch((error: unknown) => error)
      await settled(() => server.sockets.size === 1)
      controller.abort(path)
      expect(await outcome).toBe(path)
      await settled(() => server.sockets.size === 0)
    }
  })

  it('leaves no connection and no timer after close, and refuses what comes later', async () => {
    await using server = await serve((_, response) => void response.write(event('ADDED', 'a')))
    const clock = new TestClock()
    const transport = new HttpTransport({ server: server.url, clock, environment: {} })
    const pods = new Client({ transport, clock })
    const events = all(await pods.watch(Pod)).catch((error: unknown) => error)
    await pods.close()
    expect(await events).toMatchObject({ name: 'WatchInterruptedError' })
    await settled(() => server.sockets.size === 0)
    expect(clock.pending).toBe(0)
    await expect(pods.list(Pod)).rejects.toMatchObject({ kind: 'closed' })
  })

  it('gives up connecting to what accepts and says nothing in TLS', async () => {
    const mute = createServer()
    await using server = await listen(mute, 'https')
    const clock = new TestClock()
    await using transport = new HttpTransport({ server: server.url, clock, environment: {} })
    const outcome = transport
      .request({ method: 'GET', path: '/', headers: {} })
      .catch((error: unknown) => error)
    await once(mute, 'connection')
    await clock.advance('31s')
    expect(await outcome).toMatchObject({ kind: 'timeout' })
  })

  it('FAULT-C7 stops connecting at once when the signal says so', async () => {
    const mute = createServer()
    await using server = await listen(mute, 'https')
    await using transport = new HttpTransport({ server: server.url, clock: new TestClock(), environment: {} })
    const controller = new AbortController()
    const request = { method: 'GET', path: '/', headers: {}, signal: controller.signal } as const
    const outcome = transport.request(request).catch((error: unknown) => error)
    await once(mute, 'connection')
    controller.abort('stop')
    expect(await outcome).toBe('stop')
  })

  it('reaches a server below a path, and over IPv6', async () => {
    const asked: (string | undefined)[] = []
    await using server = await serve((request, response) => {
      asked.push(request.url)
      json(response, podList([]))
    })
    await using pods = client(`${server.url}/k8s/clusters/c-1/`)
    await pods.list(Pod)
    expect(asked).toEqual(['/k8s/clusters/c-1/api/v1/pods'])
    await expect(client('http://[::1]:1').list(Pod)).rejects.toThrow('[::1]:1')
  })
})
