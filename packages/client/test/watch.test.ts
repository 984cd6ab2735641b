import { Client, Pod, WatchInterruptedError, type ClientOptions, type Decoder } from '@rxkube/client'
import { watchBody } from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import type { KubernetesObject } from '@rxkube/meta'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chunkedBody } from './support/chunked.ts'
import { FakeTransport, Pipe, type Reply } from './support/fake-transport.ts'
import { all, event, failure } from './support/objects.ts'

function setup(
  answer: (count: number) => Reply,
  options: Partial<ClientOptions> = {},
): { client: Client; transport: FakeTransport; clock: TestClock } {
  const clock = new TestClock()
  const transport = new FakeTransport((_, count) => answer(count))
  return { client: new Client({ transport, clock, random: clock.random, ...options }), transport, clock }
}

const reset = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })

describe('a watch', () => {
  it('FAULT-B1 tells the same events for every chunking of its bytes', async () => {
    const bytes = Buffer.from(event('ADDED', 'ä€😀\u2028') + event('MODIFIED', 'b') + event('DELETED', 'c'))
    const events = bytes
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }), async (sizes) => {
        const { client } = setup(() => ({ body: chunkedBody(bytes, sizes) }))
        expect(await all(await client.watch(Pod))).toEqual(events)
      }),
    )
  })

  it('sends its events in batches, one a chunk', async () => {
    const { client } = setup(() => ({
      body: chunkedBody(event('ADDED', 'a') + event('ADDED', 'b'), [10_000]),
    }))
    expect(await Array.fromAsync(await client.watch(Pod))).toHaveLength(1)
  })

  it('FAULT-B2 leaves out a last frame that was cut off, and takes one that only lacks its line end', async () => {
    const [a, b] = [event('ADDED', 'a'), event('ADDED', 'b').trim()]
    const { client } = setup((count) => ({ body: chunkedBody(a + (count === 1 ? b.slice(0, -1) : b), [7]) }))
    expect(await all(await client.watch(Pod))).toHaveLength(1)
    expect(await all(await client.watch(Pod))).toHaveLength(2)
  })

  it('tells a garbage line as one ERROR event of code 500 and ends, giving none of it away', async () => {
    const { client } = setup(() => ({
      body: chunkedBody(`${event('ADDED', 'a')}{canary\n${event('ADDED', 'b')}`, [9]),
    }))
    const events = await all(await client.watch(Pod))
    expect(events.map(({ type }) => type)).toEqual(['ADDED', 'ERROR'])
    expect(events[1]).toMatchObject({
      object: {
        code: 500,
        reason: 'InternalError',
        details: { causes: [{}, { reason: 'ClientWatchDecoding' }] },
      },
    })
    expect(JSON.stringify(events)).not.toContain('canary')
  })

  it('FAULT-B11 ends at a frame over the limit with an ERROR event that names the size', async () => {
    let chunks = 0
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        chunks++
        yield Buffer.alloc(1000, 'x')
      }
    }
    const { client } = setup(() => ({ body: endless() }), { maxFrameBytes: 10_000 })
    const [only] = await all(await client.watch(Pod))
    expect(only?.object).toMatchObject({
      code: 500,
      message: expect.stringContaining('11000 bytes') as string,
    })
    expect(chunks).toBeLessThanOrEqual(12)
  })

  it('gives the bytes of each object to a decoder of one’s own, however the event is written', async () => {
    const decode: Decoder<KubernetesObject> = (bytes) => ({ kind: Buffer.from(bytes).toString() })
    const lines = [
      '{"type":"ADDED","object":{"a":"}"} }',
      '{"object":{"a":1},"type":"MODIFIED"}',
      '{"type":"DELETED","object":{},"more":1}',
    ]
    const events = await Array.fromAsync(
      watchBody(chunkedBody(lines.join('\n'), [5]), { decode, clock: new TestClock() }),
    )
    expect(events.flat().map(({ type, object }) => [type, object.kind])).toEqual([
      ['ADDED', '{"a":"}"}'],
      ['MODIFIED', '{"a":1}'],
      ['DELETED', '{}'],
    ])
  })

  it('asks to be ended after 5 to 10 minutes unless told', async () => {
    const { client, transport } = setup(() => ({ body: '' }))
    await client.watch(Pod, { allowWatchBookmarks: true })
    const query = new URLSearchParams(transport.paths[0]?.split('?')[1])
    expect(Number(query.get('timeoutSeconds'))).toSatisfy(
      (seconds: number) => seconds >= 300 && seconds <= 600,
    )
    expect([query.get('watch'), query.get('allowWatchBookmarks')]).toEqual(['true', 'true'])
  })

  it('FAULT-C1 FAULT-C4 FEAT-A6 is interrupted when nothing comes until 5 s past its timeout', async () => {
    const pipe = new Pipe()
    const { client, clock, transport } = setup(() => ({ body: pipe }))
    const stream = await client.watch(Pod, { timeoutSeconds: 300 })
    const outcome = all(stream).catch((error: unknown) => error)
    pipe.write(event('ADDED', 'a'))
    await clock.advance('304s')
    expect(transport.requests[0]?.signal?.aborted).toBe(false)
    await clock.advance('2s')
    expect(await outcome).toBeInstanceOf(WatchInterruptedError)
    expect(await outcome).toMatchObject({ silence: 305_000, path: '/api/v1/pods' })
    expect(transport.requests[0]?.signal?.aborted).toBe(true)
    expect(clock.pending).toBe(0)
  })

  it('FAULT-C3 FEAT-A7 lives through silence shorter than its deadline, and single bytes begin it anew', async () => {
    const pipe = new Pipe()
    const { client, clock } = setup(() => ({ body: pipe }))
    const events = all(await client.watch(Pod, { timeoutSeconds: 300 }))
    const line = event('ADDED', 'a')
    for (let at = 0; at < 10; at++) {
      pipe.write(line.slice(at, at + 1))
      await clock.advance('4m')
    }
    pipe.write(line.slice(10))
    pipe.end()
    expect(await events).toHaveLength(1)
  })

  it('FAULT-C3 does not count the time that its reader takes', async () => {
    const pipe = new Pipe()
    const { client, clock } = setup(() => ({ body: pipe }))
    const reading = (await client.watch(Pod, { timeoutSeconds: 10 }))[Symbol.asyncIterator]()
    pipe.write(event('ADDED', 'a'))
    await reading.next()
    await clock.advance('1h')
    pipe.write(event('ADDED', 'b'))
    expect((await reading.next()).done).toBe(false)
  })

  it('reads no further than its reader', async () => {
    const pipe = new Pipe()
    for (let at = 0; at < 100; at++) pipe.write(event('ADDED', `p${at}`))
    const { client } = setup(() => ({ body: pipe }))
    const reading = (await client.watch(Pod))[Symbol.asyncIterator]()
    await reading.next()
    expect(pipe.taken).toBeLessThanOrEqual(2)
  })

  it('tells a broken connection as WatchInterruptedError, after the events that came', async () => {
    const pipe = new Pipe()
    const { client } = setup(() => ({ body: pipe }))
    pipe.write(event('ADDED', 'a'))
    pipe.fail(reset)
    const reading = (await client.watch(Pod))[Symbol.asyncIterator]()
    expect((await reading.next()).value).toHaveLength(1)
    await expect(reading.next()).rejects.toMatchObject({ name: 'WatchInterruptedError', silence: undefined })
  })

  it('ends at once and for good when it is stopped while it is read', async () => {
    const { client, transport, clock } = setup(() => ({ body: new Pipe() }))
    const stream = await client.watch(Pod)
    const events = all(stream)
    await clock.settle()
    stream.stop()
    stream.stop()
    expect(await events).toEqual([])
    expect(transport.requests[0]?.signal?.aborted).toBe(true)
    expect(clock.pending).toBe(0)
  })

  it('rejects with the reason of its signal', async () => {
    const { client, clock } = setup(() => ({ body: new Pipe() }))
    const controller = new AbortController()
    const events = all(await client.watch(Pod, { signal: controller.signal }))
    const outcome = events.catch((error: unknown) => error)
    await clock.settle()
    controller.abort('enough')
    expect(await outcome).toBe('enough')
  })

  it('is opened again ten times, a second apart, and is then empty and over', async () => {
    const { client, transport, clock } = setup(() => reset)
    const events = client.watch(Pod).then(all)
    await clock.advance('9s')
    expect(transport.requests).toHaveLength(10)
    await clock.advance('2s')
    expect(await events).toEqual([])
    expect(transport.requests).toHaveLength(11)
  })

  it('rejects at once with what else the server says', async () => {
    const { client, transport } = setup(() => ({ status: 410, body: failure(410, 'Expired') }))
    await expect(client.watch(Pod)).rejects.toMatchObject({ reason: 'Expired', code: 410 })
    expect(transport.requests).toHaveLength(1)
  })

  it('FAULT-C8 waits as long as Retry-After says, and asks for nothing else meanwhile', async () => {
    const busy = { status: 429, headers: { 'retry-after': '3' }, body: failure(429, 'TooManyRequests') }
    const { client, transport, clock } = setup((count) => (count <= 5 ? busy : { body: event('ADDED', 'a') }))
    const events = client.watch(Pod, { resourceVersion: '7' }).then(all)
    await clock.advance(14_999)
    expect(transport.requests).toHaveLength(5)
    await clock.advance(1)
    expect(await events).toHaveLength(1)
    expect(transport.requests.every(({ watch, path }) => watch && path.includes('resourceVersion=7'))).toBe(
      true,
    )
  })

  it('is not throttled', async () => {
    const { client, transport } = setup(() => ({ body: '' }), { qps: 1, burst: 1 })
    await Promise.all(Array.from({ length: 100 }, () => client.watch(Pod)))
    expect(transport.requests).toHaveLength(100)
  })
})
