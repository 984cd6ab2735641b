import { once } from 'node:events'
import { Agent, request, type IncomingMessage } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Client, HttpTransport, isConnectionRefused } from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import { ConfigMap } from '@rxkube/meta'
import { ApiServer, type Listening } from '@rxkube/api-server'
import { maps } from './support/api.ts'

let clock: TestClock
let server: ApiServer
let listening: Listening
let client: Client

beforeEach(async () => {
  clock = new TestClock()
  server = new ApiServer({ clock })
  listening = await server.listen()
  client = new Client({ transport: new HttpTransport({ server: listening.url }), qps: -1 })
})
afterEach(async () => {
  await client.close()
  await server.close()
})

async function open(path: string, agent?: Agent): Promise<IncomingMessage> {
  const sent = request(`${listening.url}${path}`, { agent: agent ?? false })
  sent.end()
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  // What breaks later is told by the response, too.
  sent.on('error', () => undefined)
  return response
}

const a = { metadata: { namespace: 'default', name: 'a' } }
const code = (value: string) => ({ code: value })

describe('over sockets', () => {
  it('a dropped connection is reset, after the write as well', async () => {
    server.faults.drop({ verb: 'get', count: 1 })
    await expect(open(`${maps}/a`)).rejects.toMatchObject(code('ECONNRESET'))
    server.faults.drop({ verb: 'create', count: 1 }, 'after')
    await expect(client.create(ConfigMap, a)).rejects.toMatchObject({ kind: 'reset' })
    expect((await client.get(ConfigMap, a.metadata)).metadata.name).toBe('a')
  })

  it('a watch is reset, or cut in the middle of a frame', async () => {
    const path = `${maps}?watch=true&resourceVersion=${server.resourceVersion}`
    const response = await open(path)
    await client.create(ConfigMap, a)
    const [first] = (await once(response, 'data')) as [Buffer]
    expect(first.toString()).toMatch(/^\{"type":"ADDED".*\}\n$/)
    let rest = ''
    response.on('data', (chunk: Buffer) => (rest += chunk.toString()))
    const ended = once(response, 'error')
    server.faults.endWatches({}, 'cut')
    expect(await ended).toMatchObject([code('ECONNRESET')])
    expect(rest).toBe('{"type":"MODIFIED","object":{"kind":"')
    const other = await open(path)
    other.resume()
    const failed = once(other, 'error')
    server.faults.endWatches({}, 'reset')
    expect(await failed).toMatchObject([code('ECONNRESET')])
  })

  it('refused connections are refused by the system, those that are idle end, and later the port is the same', async () => {
    const agent = new Agent({ keepAlive: true })
    await Array.fromAsync(await open('/healthz', agent))
    const fault = server.faults.refuseConnections()
    await expect
      .poll(async () => open('/healthz', agent).catch((error: unknown) => error))
      .toMatchObject(code('ECONNREFUSED'))
    await expect(client.get(ConfigMap, a.metadata)).rejects.toSatisfy(isConnectionRefused)
    fault.remove()
    await expect.poll(async () => (await open('/healthz').catch(() => undefined))?.statusCode).toBe(200)
    agent.destroy()
  })

  it('a restart breaks every connection and listens on the same port again', async () => {
    const response = await open(`${maps}?watch=true`)
    response.resume()
    const failed = once(response, 'error')
    await server.restart({ data: 'lost' })
    expect(await failed).toMatchObject([code('ECONNRESET')])
    expect((await open('/healthz')).statusCode).toBe(200)
  })

  it('a server may close while it refuses connections', async () => {
    const fault = server.faults.refuseConnections()
    fault.remove()
    server.faults.refuseConnections()
    await server.close()
    await expect(open('/healthz')).rejects.toMatchObject(code('ECONNREFUSED'))
  })

  it('a view listens by itself', async () => {
    const other = await server.view('b').listen()
    const view = new Client({ transport: new HttpTransport({ server: other.url }), qps: -1 })
    server.faults.freeze({ view: 'b' })
    await client.create(ConfigMap, a)
    const items = async (from: Client) =>
      (await from.list(ConfigMap, { resourceVersion: '0' })).items.map(({ metadata }) => metadata.name)
    expect([(await items(client)).includes('a'), (await items(view)).includes('a')]).toEqual([true, false])
    await view.close()
  })
})
