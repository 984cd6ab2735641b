import { Client, HttpTransport, Pod, proxyFromEnvironment } from '@rxkube/client'
import { systemClock } from '@rxkube/clock'
import { createServer } from 'node:http'
import { createSecureServer } from 'node:http2'
import { connect, createServer as createTcpServer } from 'node:net'
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { Authority } from './support/certificates.ts'
import { json, listen, serve, type TestServer } from './support/http-server.ts'
import { names, podList } from './support/objects.ts'

/** A proxy that tunnels, and keeps what it was asked. */
async function proxy(
  status = 200,
): Promise<TestServer & { asked: { to: string | undefined; as: string | undefined }[] }> {
  const asked: { to: string | undefined; as: string | undefined }[] = []
  const server = createServer()
  server.on('connect', (request, near) => {
    asked.push({ to: request.url, as: request.headers['proxy-authorization'] })
    near.write(`HTTP/1.1 ${status} Whatever\r\n\r\n`)
    if (status !== 200) return near.end()
    const [host, port] = String(request.url).split(':')
    const far = connect(Number(port), host)
    far.on('error', () => near.destroy())
    near.on('error', () => far.destroy())
    return near.pipe(far).pipe(near)
  })
  return { ...(await listen(server, 'http')), asked }
}

describe('a proxy', () => {
  it('is tunnelled through to a plain and to a TLS server, over HTTP/1.1 and HTTP/2, with its own credentials', async () => {
    const ca = await Authority.make('ca')
    await using between = await proxy()
    const handle = (_: unknown, response: Parameters<typeof json>[0]): void => json(response, podList(['a']))
    await using plain = await serve(handle)
    await using secure = await listen(
      createSecureServer({ ...(await ca.issue('api')), allowHTTP1: true }, (_, response) =>
        response.end(JSON.stringify(podList(['a']))),
      ),
      'https',
    )
    const url = between.url.replace('//', '//me:p%40ss@')
    const credentials = {
      headers: () => Promise.resolve({}),
      tls: () => Promise.resolve(tls),
      refresh: () => Promise.resolve(false),
    }
    const tls = { ca: ca.cert }
    for (const server of [plain, secure]) {
      await using client = new Client({
        transport: new HttpTransport({ server: server.url, proxy: url, credentials }),
      })
      expect(names(await client.list(Pod))).toEqual(['a'])
      expect(names(await client.list(Pod))).toEqual(['a'])
      expect(between.asked.at(-1)).toEqual({ to: `127.0.0.1:${server.port}`, as: `Basic ${btoa('me:p@ss')}` })
    }
    expect(between.asked).toHaveLength(2)
  })

  it('that refuses or is not there is a TransportError without its password', async () => {
    await using between = await proxy(407)
    for (const url of [
      between.url.replace('//', '//me:canary@'),
      'http://me:canary@127.0.0.1:1',
      'socks5://x:1',
    ]) {
      await using client = new Client({
        transport: new HttpTransport({ server: 'http://127.0.0.1:9', proxy: url }),
      })
      const error = await client.list(Pod).catch((each: unknown) => each)
      expect(error).toMatchObject({ name: 'TransportError', kind: 'proxy' })
      expect(inspect(error, { depth: 10 })).not.toContain('canary')
    }
  })

  it('that answers garbage, or whose URL is junk, is a TransportError of its kind', async () => {
    await using babbling = await listen(
      createTcpServer((socket) => {
        socket.on('error', () => socket.destroy())
        socket.end('hello, this is no proxy\r\n\r\n')
      }),
      'http',
    )
    for (const url of [babbling.url, '', '://', 'h:x:y', 'http://', 'ftp://h:1', 'p:1']) {
      await using client = new Client({
        transport: new HttpTransport({ server: 'http://127.0.0.1:9', proxy: url }),
      })
      await expect(client.delete(Pod, { name: 'a', namespace: 'b' })).rejects.toMatchObject({ kind: 'proxy' })
    }
  })

  it('that goes away leaves no call waiting for its turn', async () => {
    const between = await proxy()
    await using server = await serve(() => undefined)
    const transport = new HttpTransport({ server: server.url, proxy: between.url, maxSockets: 1 })
    await using client = new Client({ transport, qps: -1 })
    const call = (): Promise<unknown> =>
      client.delete(Pod, { name: 'a', namespace: 'b' }).catch((error: unknown) => error)
    const first = call()
    while (server.sockets.size === 0) await systemClock.yield()
    const others = Array.from({ length: 5 }, call)
    await systemClock.yield()
    await between[Symbol.asyncDispose]()
    for (const socket of server.sockets) socket.destroy()
    for (const outcome of await Promise.all([first, ...others]))
      expect(outcome).toMatchObject({ name: 'TransportError' })
  })

  it.each([
    ['https', 'api.example.com', {}, undefined],
    ['https', 'api.example.com', { HTTPS_PROXY: 'http://p:1' }, 'http://p:1'],
    ['https', 'api.example.com', { https_proxy: 'p:1' }, 'http://p:1'],
    ['https', 'api.example.com', { HTTP_PROXY: 'http://p:1' }, undefined],
    ['http', 'api.example.com', { HTTP_PROXY: 'http://p:1' }, 'http://p:1'],
    ['https', 'api.example.com', { HTTPS_PROXY: 'http://p:1', NO_PROXY: '*' }, undefined],
    ['https', 'api.example.com', { HTTPS_PROXY: 'http://p:1', no_proxy: 'x, example.com' }, undefined],
    ['https', 'api.example.com', { HTTPS_PROXY: 'http://p:1', NO_PROXY: '.example.com' }, undefined],
    ['https', 'api.example.com', { HTTPS_PROXY: 'http://p:1', NO_PROXY: 'ample.com' }, 'http://p:1'],
    [
      'https',
      'api.example.com',
      { HTTPS_PROXY: 'http://p:1', NO_PROXY: 'api.example.com:444' },
      'http://p:1',
    ],
    ['https', 'api.example.com', { HTTPS_PROXY: 'http://p:1', NO_PROXY: 'api.example.com:443' }, undefined],
    ['https', '10.96.0.1', { HTTPS_PROXY: 'http://p:1', NO_PROXY: '10.96.0.0/12' }, undefined],
    ['https', '10.200.0.1', { HTTPS_PROXY: 'http://p:1', NO_PROXY: '10.96.0.0/12' }, 'http://p:1'],
    ['http', '127.0.0.1', { HTTP_PROXY: 'http://p:1' }, undefined],
    ['http', 'localhost', { HTTP_PROXY: 'http://p:1' }, undefined],
  ])('for %s://%s with %j is %s', (scheme, host, environment, expected) => {
    const endpoint = { host, port: 443, secure: scheme === 'https', basePath: '', authority: host }
    expect(proxyFromEnvironment(endpoint, environment)).toBe(expected)
  })
})
