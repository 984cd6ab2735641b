import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer, type Listening } from '@rxkube/api-server'
import { maps } from './support/api.ts'

let clock: TestClock
let server: ApiServer
let listening: Listening

beforeEach(async () => {
  clock = new TestClock()
  server = new ApiServer({ clock })
  listening = await server.listen()
})
afterEach(async () => server.close())

async function open(method: string, path: string, body?: string): Promise<IncomingMessage> {
  const sent = request(`${listening.url}${path}`, { method, agent: false })
  sent.end(body)
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  return response
}

async function read(response: IncomingMessage): Promise<string> {
  return Buffer.concat(await Array.fromAsync(response as AsyncIterable<Uint8Array>)).toString()
}

const create = async (name: string) => read(await open('POST', maps, JSON.stringify({ metadata: { name } })))

describe('over HTTP', () => {
  it('listens on loopback, on a port of its own choice', () => {
    expect(listening.url).toBe(`http://127.0.0.1:${listening.port}`)
    expect(listening.port).toBeGreaterThan(0)
  })

  it('answers with a length, and a line feed at the end', async () => {
    const response = await open('GET', '/api/v1/namespaces/default')
    const text = await read(response)
    expect(response.headers['content-length']).toBe(String(text.length))
    expect(text.endsWith('}\n')).toBe(true)
  })

  it('sends the headers of a watch at once, before any event', async () => {
    const response = await open('GET', `${maps}?watch=true&resourceVersion=${server.resourceVersion}`)
    expect(response.statusCode).toBe(200)
    expect(response.headers['transfer-encoding']).toBe('chunked')
    await create('a')
    const [chunk] = (await once(response, 'data')) as [Buffer]
    expect(chunk.toString()).toMatch(/^\{"type":"ADDED".*\}\n$/)
    response.destroy()
  })

  it('ends a watch cleanly at its timeout', async () => {
    const response = await open('GET', `${maps}?watch=true&timeoutSeconds=5`)
    const text = read(response)
    await clock.advance('5s')
    expect(await text).toBe('')
  })

  it('lets go of a watch when its client goes away', async () => {
    const response = await open('GET', `${maps}?watch=true&allowWatchBookmarks=true&resourceVersion=1`)
    expect(clock.pending).toBeGreaterThan(0)
    response.destroy()
    await expect.poll(() => clock.pending).toBe(0)
  })

  it('answers HEAD with 405 and no body', async () => {
    const response = await open('HEAD', `${maps}/a`)
    expect([response.statusCode, await read(response)]).toEqual([405, ''])
  })

  it('refuses a body above 3 MiB and closes the connection', async () => {
    const response = await open('POST', maps, 'x'.repeat(4 * 1024 * 1024))
    expect(response.statusCode).toBe(413)
    expect(response.headers.connection).toBe('close')
    expect(await read(response)).toContain('"reason":"RequestEntityTooLarge"')
  })

  it('sends one Warning line for each warning', async () => {
    const body = '{"metadata":{"name":"w"},"foo":1,"bar":2}'
    const response = await open('POST', maps, body)
    await read(response)
    const lines = response.rawHeaders.filter((_, at, all) => all[at - 1]?.toLowerCase() === 'warning')
    expect(lines).toEqual(['299 - "unknown field \\"foo\\""', '299 - "unknown field \\"bar\\""'])
  })

  it('stays up when a client sends no HTTP at all', async () => {
    const socket = connect(listening.port, '127.0.0.1')
    socket.end('\u0000\u0001 nonsense\r\n\r\n')
    await once(socket.resume(), 'close')
    expect(await read(await open('GET', '/healthz'))).toBe('ok')
  })

  it('says that a port is taken', async () => {
    await expect(server.listen({ port: listening.port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  it('ends watches and closes sockets when it closes', async () => {
    const response = await open('GET', `${maps}?watch=true`)
    response.resume()
    const ended = once(response, 'close')
    await server.close()
    await ended
    await expect(open('GET', '/healthz')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    expect(clock.pending).toBe(0)
  })

  it('does not listen again once it is closed', async () => {
    await server.close()
    await expect(server.listen()).rejects.toThrow('the API server is closed')
    await expect(server.transport().request({ method: 'GET', path: '/', headers: {} })).rejects.toThrow(
      'the API server is closed',
    )
  })
})
