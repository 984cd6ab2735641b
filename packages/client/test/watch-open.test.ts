import { Client, HttpTransport, isConnectionRefused, Pod } from '@rxkube/client'
import { systemClock, TestClock } from '@rxkube/clock'
import { createServer as createHttp2Server } from 'node:http2'
import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { FakeTransport } from './support/fake-transport.ts'
import { listen, serve, type TestServer } from './support/http-server.ts'

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await systemClock.yield()
}

async function http2(onStream: () => void): Promise<TestServer> {
  const server = createHttp2Server()
  server.on('stream', (stream) => {
    stream.on('error', () => 'the client gave up')
    onStream()
  })
  return listen(server, 'http')
}

describe('opening a watch', () => {
  it.each([
    ['HTTP/1.1', false],
    ['HTTP/2', true],
  ])(
    'FAULT-C2 INV-I13 rejects after one deadline when no headers come over %s, asking once',
    async (_, isHttp2) => {
      let asked = 0
      const count = (): number => asked++
      await using server = await (isHttp2 ? http2(count) : serve(count))
      const clock = new TestClock()
      const transport = new HttpTransport({ server: server.url, http2: isHttp2, clock, environment: {} })
      await using client = new Client({ transport, clock })
      const outcome = client.watch(Pod).catch((error: unknown) => error)
      await until(() => asked === 1)
      await clock.advance('76s')
      expect(await outcome).toMatchObject({ name: 'TransportError', kind: 'timeout' })
      await clock.advance('20m')
      expect(asked).toBe(1)
    },
  )

  it('FAULT-C2 INV-I13 rejects after one deadline when no connection comes about', async () => {
    let connections = 0
    const mute = createServer(() => connections++)
    await using server = await listen(mute, 'https')
    const clock = new TestClock()
    const transport = new HttpTransport({ server: server.url, clock, environment: {} })
    await using client = new Client({ transport, clock })
    const outcome = client.watch(Pod).catch((error: unknown) => error)
    await until(() => connections === 1)
    await clock.advance('31s')
    expect(await outcome).toMatchObject({ name: 'TransportError', kind: 'timeout' })
    await clock.advance('20m')
    expect(connections).toBe(1)
  })

  it('leaves a refused connection to the caller at once', async () => {
    const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
    const transport = new FakeTransport(() => refused)
    const clock = new TestClock()
    const error = await new Client({ transport, clock }).watch(Pod).catch((each: unknown) => each)
    expect(isConnectionRefused(error)).toBe(true)
    expect([transport.requests.length, clock.pending]).toEqual([1, 0])
  })
})
