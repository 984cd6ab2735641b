import {
  ApiError,
  Client,
  Deployment,
  HttpTransport,
  isTooLargeResourceVersion,
  Pod,
  type ClientOptions,
  type HttpTransportOptions,
} from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import { createServer as createHttpServer, type IncomingHttpHeaders } from 'node:http'
import { createServer as createHttp2Server } from 'node:http2'
import { createServer, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { FakeTransport, type Reply } from './support/fake-transport.ts'
import { listen, serve } from './support/http-server.ts'
import { failure, names, podList } from './support/objects.ts'

const at = { name: 'a', namespace: 'b' }

function over(server: string, options: Partial<HttpTransportOptions> = {}): Client {
  return new Client({ transport: new HttpTransport({ server, environment: {}, ...options }), qps: -1 })
}

function fake(
  answer: (count: number) => Reply,
  options: Partial<ClientOptions> = {},
): { client: Client; transport: FakeTransport; clock: TestClock } {
  const clock = new TestClock({ start: '2025-01-01T00:00:00Z' })
  const transport = new FakeTransport((_, count) => answer(count))
  return { client: new Client({ transport, clock, ...options }), transport, clock }
}

/** A server of raw bytes. */
const raw = (answer: (socket: Socket) => void): ReturnType<typeof listen> =>
  listen(
    createServer((socket) => {
      socket.on('error', () => socket.destroy())
      socket.on('data', () => answer(socket))
    }),
    'http',
  )

const body = JSON.stringify(podList(['a']))

describe('Retry-After', () => {
  const pauses = async (header: string): Promise<number | 'none'> => {
    const { client, transport, clock } = fake((count) =>
      count === 1
        ? { status: 429, headers: { 'retry-after': header }, body: failure(429, 'TooManyRequests') }
        : { body },
    )
    const outcome = client.list(Pod).then(
      () => 'retried' as const,
      () => 'none' as const,
    )
    await clock.settle()
    if (transport.requests.length === 2) return 0
    const from = clock.now()
    await clock.runUntilIdle()
    return (await outcome) === 'none' ? 'none' : clock.now() - from
  }

  it('is seconds or an HTTP date; garbage, negative and huge values are left to the caller', async () => {
    expect(await pauses('3')).toBe(3000)
    expect(await pauses('Wed, 01 Jan 2025 00:00:07 GMT')).toBe(7000)
    expect(await pauses('Tue, 31 Dec 2024 00:00:00 GMT')).toBe(0)
    for (const header of [
      '-5',
      'soon 5',
      '',
      '1.5',
      '0x10',
      '601',
      '9'.repeat(400),
      'Wed, 01 Jan 2125 00:00:00 GMT',
    ])
      expect([header, await pauses(header)]).toEqual([header, 'none'])
  })
})

describe('an answer that is no Status, or a strange one', () => {
  it('is an ApiError with what can be told', async () => {
    const strange: Reply[] = [
      { status: 500, body: 'null' },
      { status: 500, body: '5' },
      { status: 500, body: '[]' },
      { status: 500, body: { kind: 'Pod', message: 'x' } },
      { status: 500, body: { kind: 'Status', reason: {}, message: 5, details: 'x', code: 'y' } },
      { status: 500, body: { kind: 'Status', details: { causes: 'x', retryAfterSeconds: 'y' } } },
      { status: 500, body: { kind: 'Status', details: { causes: [null, 5] } } },
      { status: 304, headers: {}, body: '' },
    ]
    for (const reply of strange) {
      const error = await fake(() => reply)
        .client.get(Pod, at)
        .catch((each: unknown) => each)
      expect(error).toBeInstanceOf(ApiError)
      expect(isTooLargeResourceVersion(error)).toBe(false)
    }
  })

  it('of 204, or of JSON that is no object, is a TransportError where an object is wanted', async () => {
    for (const reply of [{ status: 204, body: '' }, { body: '5' }, { body: 'null' }])
      await expect(fake(() => reply).client.get(Pod, at)).rejects.toMatchObject({ kind: 'protocol' })
  })
})

describe('an answer over HTTP/1.1', () => {
  it('may be announced by 1xx, come in chunks with a trailer, or be followed by garbage', async () => {
    const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n'
    const answers = [
      `HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n${head}content-length: ${body.length}\r\n\r\n${body}`,
      `${head}transfer-encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\nx-trailer: 1\r\n\r\n`,
      `${head}content-length: ${body.length}\r\n\r\n${body}and then some`,
    ]
    for (const answer of answers) {
      await using server = await raw((socket) => socket.write(answer))
      await using client = over(server.url)
      expect(names(await client.list(Pod))).toEqual(['a'])
      expect(names(await client.list(Pod))).toEqual(['a'])
    }
  })

  it('that is shorter than it said, cut in its gzip, of another compression or no HTTP is an error', async () => {
    const zipped = gzipSync(body)
    const answers: [string, Buffer | string, string][] = [
      [`content-length: ${body.length + 1}\r\n`, body, 'reset'],
      [
        `content-encoding: gzip\r\ncontent-length: ${zipped.length - 9}\r\n`,
        zipped.subarray(0, -9),
        'protocol',
      ],
      [`content-encoding: GZIP\r\ncontent-length: ${body.length}\r\n`, body, 'protocol'],
      [`content-encoding: br\r\ncontent-length: ${body.length}\r\n`, body, 'protocol'],
      ['nonsense\r\n', body, 'protocol'],
    ]
    for (const [headers, bytes, kind] of answers) {
      await using server = await raw((socket) => {
        socket.write(`HTTP/1.1 200 OK\r\n${headers}\r\n`)
        socket.end(bytes)
      })
      await using client = over(server.url)
      await expect(client.list(Pod)).rejects.toMatchObject({ name: 'TransportError', kind })
    }
  })

  it('is not followed where it redirects, with a Location or without', async () => {
    for (const location of [
      undefined,
      '',
      '::',
      'https://me:canary@elsewhere/x?canary',
      '/relative?canary',
    ]) {
      await using server = await serve((_, response) => {
        if (location !== undefined) response.setHeader('location', location)
        response.writeHead(307).end()
      })
      await using client = over(server.url)
      const error = await client.list(Pod).catch((each: unknown) => each)
      expect(error).toMatchObject({ kind: 'redirect' })
      expect(String(error)).not.toContain('canary')
    }
  })
})

describe('warnings', () => {
  it('that are malformed are left out, and an onWarning that throws fails no request', async () => {
    const heard: string[] = []
    const warned: string[] = []
    const told = (warning: Error): unknown => warned.push(warning.message)
    process.on('warning', told)
    const warning = [
      '',
      '299',
      '299 -',
      '299 - unquoted',
      '299 - "open',
      '199 - "other"',
      '299 - "good"',
      '"',
      ',,,',
    ]
    const headers = { warning, 'content-type': 'application/json' }
    const { client } = fake(() => ({ body: { kind: 'Pod' }, headers }), {
      onWarning: (text) => {
        heard.push(text)
        throw new Error('canary')
      },
    })
    expect(await client.get(Pod, at)).toEqual({ kind: 'Pod' })
    expect(heard).toEqual(['good'])
    await new Promise((resolve) => process.nextTick(resolve))
    process.off('warning', told)
    expect(warned).toEqual(['onWarning threw Error'])
  })
})

describe('what is sent', () => {
  it('holds no line break in any header, and says which value had one without the value', async () => {
    for (const bad of ['canary\r\nx-evil: 1', 'canary\n', 'canary\0', 'canary\ud800']) {
      const options: Partial<ClientOptions>[] = [
        { userAgent: bad },
        { fieldManager: bad },
        { impersonate: { userName: bad } },
        { impersonate: { userName: 'a', uid: bad } },
        { impersonate: { userName: 'a', groups: ['b', bad] } },
        { impersonate: { userName: 'a', extra: new Map([['k', [bad]]]) } },
        { impersonate: { userName: 'a', extra: new Map([[bad, ['v']]]) } },
      ]
      for (const option of options) {
        const made = (): unknown => fake(() => ({ body: '' }), option)
        expect(made).toThrow(expect.objectContaining({ name: 'InvalidRequestValueError' }))
        expect(made).not.toThrow('canary')
      }
      const { client, transport } = fake(() => ({ body: '' }))
      await expect(client.patch(Pod, at, {}, { fieldManager: bad })).rejects.toMatchObject({
        what: 'fieldManager',
      })
      expect(transport.requests).toEqual([])
    }
    expect(() => fake(() => ({ body: '' }), { impersonate: { userName: '' } })).toThrow('impersonate-user')
  })

  it.each([false, true])('goes as UTF-8 where it is beyond ASCII (HTTP/2: %s)', async (http2) => {
    const seen: string[] = []
    const handle = (
      { headers }: { headers: IncomingHttpHeaders },
      response: { end(text: string): unknown },
    ): void => {
      seen.push(Buffer.from(String(headers['impersonate-user']), 'latin1').toString())
      response.end(JSON.stringify(podList([])))
    }
    const plain = createHttpServer((request, response) => handle(request, response))
    const second = createHttp2Server((request, response) => handle(request, response))
    await using server = await listen(http2 ? second : plain, 'http')
    const transport = new HttpTransport({ server: server.url, http2, environment: {} })
    await using client = new Client({ transport, impersonate: { userName: 'Jürgen 李' } })
    await client.list(Pod)
    expect(seen).toEqual(['Jürgen 李'])
  })

  it('is the path that was meant, or nothing', async () => {
    const { client, transport } = fake(() => ({ body: { kind: 'Pod' } }), { qps: -1 })
    for (const name of ['ä €?#&=+ ', '😀', 'x'.repeat(5000)]) await client.get(Pod, { name, namespace: 'b' })
    for (const name of ['%', '..', '\ud800', 'a/b']) {
      const asked = client.get(Pod, { name, namespace: 'b' })
      await expect(asked).rejects.toMatchObject({ name: 'InvalidPathSegmentError' })
    }
    const sent = transport.paths.map((path) => new URL(path, 'http://h'))
    expect(sent.map(({ pathname }) => decodeURIComponent(pathname.split('/').at(-1) ?? ''))).toEqual([
      'ä €?#&=+ ',
      '😀',
      'x'.repeat(5000),
    ])
    for (const path of ['x', '', '/a b', '/a?b', '/a#b', '/a\r\nb', '/ä'])
      await expect(client.request({ path })).rejects.toMatchObject({ name: 'InvalidPathSegmentError' })
    expect(transport.requests).toHaveLength(3)
  })

  it('keeps every character of selectors', async () => {
    const { client, transport } = fake(() => ({ body: podList([]) }))
    const labelSelector = 'a in (b,c),!d,e!=f&g=h i+j%20'
    const fieldSelector = 'metadata.name=ä,spec.nodeName!=#1'
    await client.list(Deployment, { labelSelector, fieldSelector })
    const query = new URLSearchParams(transport.paths[0]?.split('?')[1])
    expect([query.get('labelSelector'), query.get('fieldSelector')]).toEqual([labelSelector, fieldSelector])
  })
})

describe('HTTP/2', () => {
  it('of a server that allows no streams is an error, not connections without end', async () => {
    await using server = await listen(createHttp2Server({ settings: { maxConcurrentStreams: 0 } }), 'http')
    await using client = over(server.url, { http2: true })
    await expect(client.list(Pod)).rejects.toMatchObject({ kind: 'protocol' })
    expect(server.connections()).toBe(1)
  })
})
