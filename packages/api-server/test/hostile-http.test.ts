import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer, type Listening } from '@rxkube/api-server'
import { maps } from './support/api.ts'
import { head, post, rawRequest, RawSocket } from './support/raw-socket.ts'

let clock: TestClock
let server: ApiServer
let listening: Listening
let port: number

beforeEach(async () => {
  clock = new TestClock()
  server = new ApiServer({ clock })
  listening = await server.listen()
  port = listening.port
})
afterEach(async () => server.close())

const statusOf = async (request: string | Uint8Array) => (await rawRequest(port, request))?.status
const healthy = async () => expect(await statusOf(head('GET', '/healthz'))).toBe(200)

describe('paths that are meant to confuse', () => {
  it.each([
    ['/api/v1/namespaces/default/configmaps/%2e%2e', 400],
    ['/api/v1/namespaces/default/configmaps/..', 400],
    ['/api/v1/namespaces/default/configmaps/.', 400],
    ['/api/v1/namespaces/default/configmaps/a%25b', 400],
    ['/api/v1/namespaces/%2e%2e/%2e%2e/etc/passwd', 404],
    ['/api/v1/../../etc/passwd', 404],
    ['//api/v1/pods', 404],
    ['/api//v1/pods', 404],
    ['/api/v1//pods', 404],
    ['/api/v1/namespaces//pods', 404],
    ['/api%2fv1%2fpods', 200],
    ['/api/v1/namespaces/default%2fconfigmaps', 200],
    ['/api/v1/namespaces/default/configmaps/%00', 404],
    ['/api/v1/pods%00', 404],
    ['/api/v1/%c0%af/pods', 400],
    ['/api/v1/%ff', 400],
    ['/api/v1/pods%', 400],
    ['/api/v1/pods;a=b', 404],
    ['/apis/__proto__/constructor/toString', 404],
    ['/api/constructor/__proto__', 404],
    ['/api/v1/namespaces/default/configmaps/__proto__', 404],
    [`/api/v1/namespaces/default/configmaps/${'a'.repeat(5000)}`, 404],
    [`/${'a/'.repeat(5000)}`, 404],
    ['/api/v1/pods?labelSelector=%ff&fieldSelector=%', 400],
    ['/api/v1/pods?labelSelector=__proto__,constructor', 200],
    [`/api/v1/pods?labelSelector=${'a,'.repeat(20_000)}a`, 200],
    [`/api/v1/pods?limit=${'9'.repeat(400)}`, 400],
    ['/api/v1/pods?watch=true&resourceVersion=-1', 500],
    ['/api/v1/pods?continue=AAAA', 400],
    [
      `/api/v1/pods?continue=${Buffer.from('{"v":"meta.k8s.io/v1","rv":1e999,"start":"a"}').toString('base64url')}`,
      400,
    ],
  ])('%s is a %i', async (path, status) => {
    expect(await statusOf(head('GET', path))).toBe(status)
    await healthy()
  })

  it('with the scheme and the host in them are what a proxy sends', async () => {
    expect(await statusOf(head('GET', `http://elsewhere:1/api/v1/namespaces/default`))).toBe(200)
    expect(await statusOf(head('GET', 'http://elsewhere'))).toBe(200)
  })
})

describe('requests that are no HTTP, or two kinds of it', () => {
  it.each([
    ['a method that there is not', head('FOO', '/api/v1/pods'), 400],
    ['a method that nothing serves', head('PURGE', '/api/v1/pods'), 405],
    ['OPTIONS of everything', head('OPTIONS', '*'), 405],
    ['a NUL in the target', head('GET', '/api/v1/po\u0000ds'), 400],
    ['no host', 'GET /healthz HTTP/1.1\r\n\r\n', 400],
    ['another version', 'GET /healthz HTTP/9.9\r\nHost: a\r\n\r\n', 400],
    ['another host than ours', 'GET /healthz HTTP/1.1\r\nHost: evil.example:99999\r\n\r\n', 200],
    ['two lengths', head('POST', maps, 'Content-Length: 2', 'Content-Length: 4') + '{}  ', 400],
    [
      'a length and chunks',
      head('POST', maps, 'Content-Length: 4', 'Transfer-Encoding: chunked') + '0\r\n\r\n',
      400,
    ],
    ['an encoding that is not chunked', head('POST', maps, 'Transfer-Encoding: xchunked') + '{}', 400],
    ['chunks twice', head('POST', maps, 'Transfer-Encoding: chunked, chunked') + '0\r\n\r\n', 400],
    ['a negative length', `${head('POST', maps, 'Content-Length: -1')}{}`, 400],
    ['a length that is none', `${head('POST', maps, 'Content-Length: 1e3')}{}`, 400],
    ['a chunk with a bad size', `${head('POST', maps, 'Transfer-Encoding: chunked')}zz\r\n{}\r\n`, 400],
    ['a header folded over lines', head('GET', '/healthz', 'X-A: 1\r\n 2'), 400],
    ['a header without a name', head('GET', '/healthz', ': 1'), 400],
    ['headers above a mebibyte', head('GET', '/healthz', `X-A: ${'a'.repeat(1_100_000)}`), 431],
    ['an expectation that is none', head('GET', '/healthz', 'Expect: miracles'), 417],
  ])('%s', async (_, request, status) => {
    expect(await statusOf(request)).toBe(status)
    await healthy()
  })

  it('two hundred at once are answered in their order', async () => {
    const socket = await RawSocket.open(port)
    const names = Array.from({ length: 200 }, (_, at) => `m${at}`)
    socket.write(names.map((name) => head('GET', `${maps}/${name}`)).join(''))
    for (const name of names)
      expect((await socket.answer())?.body).toContain(`configmaps \\"${name}\\" not found`)
    socket.destroy()
  })

  it('a client that asks first is told to go on', async () => {
    const socket = await RawSocket.open(port)
    const body = '{"metadata":{"name":"a"}}'
    socket.write(
      head(
        'POST',
        maps,
        'Content-Type: application/json',
        `Content-Length: ${body.length}`,
        'Expect: 100-continue',
      ),
    )
    expect((await socket.answer())?.status).toBe(100)
    expect((await socket.write(body).answer())?.status).toBe(201)
    socket.destroy()
  })
})

describe('bodies that are too much', () => {
  it('are a 413 above 3 MiB, and the connection is closed', async () => {
    const socket = await RawSocket.open(port)
    const answer = await socket.write(post(maps, 'x'.repeat(3 * 1024 * 1024 + 1))).answer()
    expect(answer?.status).toBe(413)
    expect(answer?.headers).toMatch(/^connection: close$/im)
    expect(answer?.body).toContain('Request entity too large: limit is 3145728')
    await socket.closed()
    await healthy()
  })

  it('without an end are a 413 too, long before memory ends', async () => {
    const socket = await RawSocket.open(port)
    socket.write(head('POST', maps, 'Content-Type: application/json', 'Transfer-Encoding: chunked'))
    const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`
    let sent = 0
    for (let open = true; open && sent < 100_000_000; sent += chunk.length) open = await socket.flushed(chunk)
    expect(sent).toBeLessThan(100_000_000)
    await healthy()
  })

  it('that are packed are not unpacked', async () => {
    const bomb = gzipSync(' '.repeat(50_000_000))
    expect(await statusOf(post(maps, bomb, 'Content-Encoding: gzip'))).toBe(400)
    await healthy()
  })

  it('that are shorter than they said are waited for no longer than a minute', async () => {
    const socket = await RawSocket.open(port)
    socket.write(`${head('POST', maps, 'Content-Type: application/json', 'Content-Length: 1000')}{`)
    await expect.poll(() => clock.pending).toBeGreaterThan(0)
    // The headers are there, so that it is the body that is waited for.
    await expect.poll(async () => (await clock.advance('20s'), clock.monotonic())).toBeGreaterThan(60_000)
    const answer = await socket.answer()
    expect([answer?.status, answer?.body]).toEqual([
      504,
      expect.stringContaining('request did not complete within the allotted timeout'),
    ])
    await socket.closed()
    expect(clock.pending).toBe(0)
  })
})

describe('connections that take their time', () => {
  it('have half a minute for the headers of their first request', async () => {
    const socket = await RawSocket.open(port)
    socket.write('GET /healthz HTTP/1.1\r\nHost: a\r\nX-Slow: ')
    await expect.poll(() => clock.pending).toBe(1)
    await clock.advance('29s')
    socket.write('a')
    await clock.advance('1s')
    expect((await socket.answer())?.status).toBe(408)
    await socket.closed()
    expect(clock.pending).toBe(0)
    await healthy()
  })

  it('that say nothing do no harm by the thousand, and are gone when the server closes', async () => {
    const sockets = await Promise.all(Array.from({ length: 1000 }, () => RawSocket.open(port)))
    await healthy()
    await server.close()
    await Promise.all(sockets.map((socket) => socket.closed()))
    expect(clock.pending).toBe(0)
    expect(process.getActiveResourcesInfo().filter((name) => name.startsWith('TCP'))).toEqual([])
  })

  it('that read nothing of a watch are closed when too much waits for them', async () => {
    const small = new ApiServer({ clock, watchBufferBytes: 1_000_000 })
    const { port: other } = await small.listen()
    const reader = await RawSocket.open(other)
    reader.socket.pause()
    reader.write(head('GET', `${maps}?watch=true&resourceVersion=${small.resourceVersion}`))
    const writer = await RawSocket.open(other)
    const data = { x: 'y'.repeat(900_000) }
    let open = true
    reader.socket.on('close', () => (open = false))
    for (let at = 0; at < 40; at++) {
      await writer.write(post(maps, JSON.stringify({ metadata: { name: `m${at}` }, data }))).answer()
    }
    reader.socket.resume()
    await reader.closed()
    expect(open).toBe(false)
    writer.destroy()
    await small.close()
  })
})
