import { get } from 'node:http'
import { RawServer, replies, script, scriptObject, ScriptedServer, ScriptSyntaxError } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'

const list = '/api/v1/configmaps'
const watch = (version: string) => `${list}?watch=true&resourceVersion=${version}`

async function fetchText(url: string): Promise<string> {
  const answer = await fetch(url)
  return answer.text()
}

/** How many pieces the body came in. */
async function pieces(url: string): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>()
  get(url, { agent: false }, (response) => {
    let count = 0
    response.on('data', () => (count += 1))
    response.on('end', () => resolve(count))
  })
  return promise
}

describe('script', () => {
  it('reads lists, refusals, watches and their ends', () => {
    expect(
      script(`L10[a5 b'7]>more L(10)/410; L("")20[] W10: +a11 ~a12 *14! E410 rst W/429(RA=3) S:`),
    ).toEqual([
      {
        verb: 'list',
        resourceVersion: '10',
        items: [scriptObject('a5'), scriptObject("b'7")],
        continue: 'more',
      },
      { verb: 'list', asked: '10', refusal: { code: 410 }, resourceVersion: '', items: [] },
      { verb: 'list', asked: '', resourceVersion: '20', items: [] },
      expect.objectContaining({ verb: 'watch', asked: '10', end: 'rst' }),
      { verb: 'watch', refusal: { code: 429, retryAfter: 3 }, steps: [], end: 'hang' },
      { verb: 'watchlist', steps: [], end: 'hang' },
    ])
  })

  it('says which token it cannot read', () => {
    expect(() => script('L10[a5] W10: !11')).toThrow(ScriptSyntaxError)
    expect(() => script('+a5')).toThrow('"+a5"')
  })
})

describe('ScriptedServer', () => {
  it('answers in the order of the script and says when it was not followed', async () => {
    await using server = await ScriptedServer.start()
    server.play('L10[a5] W10: +a11 eof')
    expect(JSON.parse(await fetchText(server.url + list))).toMatchObject({ kind: 'ConfigMapList' })
    expect(() => server.verify()).toThrow('no watch came')
    expect(await fetchText(server.url + watch('9'))).toContain('"resourceVersion":"11"')
    expect(() => server.verify()).toThrow('came with version "9" instead of "10"')
  })

  it('sends bodies in pieces of any size', async () => {
    await using server = await ScriptedServer.start({ chunk: 1 })
    server.play('W10: *11 eof W10: *11 eof')
    const single = await pieces(server.url + watch('10'))
    server.chunk = undefined
    const length = (await fetchText(server.url + watch('10'))).length
    expect(single).toBeGreaterThan(length / 2)
  })

  it('cuts, resets, and stays silent', async () => {
    await using server = await ScriptedServer.start()
    server.play('W1: +a2 cut W1: +a2 rst W1: +a2')
    await expect(fetchText(server.url + watch('1'))).rejects.toThrow('terminated')
    await expect(fetchText(server.url + watch('1'))).rejects.toThrow('terminated')
    const open = await fetch(server.url + watch('1'))
    await server.push('~a3 garbage')
    const { value } = (await open.body?.getReader().read()) ?? {}
    expect(Buffer.from(value ?? []).toString()).toContain('"resourceVersion":"2"')
    expect(server.streams).toBe(1)
  })

  it('gives named answers', async () => {
    await using server = await ScriptedServer.start()
    server
      .answer('list', replies.html())
      .answer('list', replies.gzip({ kind: 'List' }))
      .answer('list', replies.status(429, 3))
      .answer('list', replies.truncated('{"kind'))
      .answer(({ path }) => path === '/other', replies.reset())
      .otherwise(replies.json({ kind: 'Status' }, 200))
    expect(await fetchText(server.url + list)).toContain('log in')
    expect(await fetchText(server.url + list)).toBe('{"kind":"List"}')
    expect((await fetch(server.url + list)).headers.get('retry-after')).toBe('3')
    await expect(fetchText(server.url + list)).rejects.toThrow('terminated')
    await expect(fetchText(`${server.url}/other`)).rejects.toThrow('fetch failed')
    expect(await fetchText(server.url + list)).toBe('{"kind":"Status"}')
    expect(server.requests).toHaveLength(6)
  })

  it('refuses connections, listens again on the same port, and leaves nothing behind', async () => {
    const server = await ScriptedServer.start()
    server.otherwise(replies.json({}))
    const { url } = server
    await server.refuse()
    await expect(fetchText(url)).rejects.toThrow('fetch failed')
    await server.listen()
    expect(await fetchText(url)).toBe('{}')
    await server.stop()
    expect(server.sockets).toBe(0)
  })

  it('keeps names of headers and never their values', async () => {
    await using server = await ScriptedServer.start()
    server.otherwise(replies.json({}))
    await fetch(server.url, { headers: { authorization: 'Bearer canary' } })
    expect(server.requests[0]?.headerNames).toContain('authorization')
    expect(server.requests[0]?.hasHeader('authorization', 'Bearer canary')).toBe(true)
    expect(JSON.stringify(server.requests)).not.toContain('canary')
  })

  it('resolves until() when a request has come', async () => {
    await using server = await ScriptedServer.start()
    const came = server.until(({ requests }) => requests.length === 1)
    server.otherwise(replies.json({}))
    await fetch(server.url)
    await expect(came).resolves.toBeUndefined()
  })

  it('writes an endless line until the other side has gone', async () => {
    await using server = await ScriptedServer.start()
    server.answer('watch', replies.endlessLine())
    const gone = new AbortController()
    await fetch(server.url + watch('1'), { signal: gone.signal })
    gone.abort()
    await expect(server.until(({ streams }) => streams === 0)).resolves.toBeUndefined()
  })
})

describe('RawServer', () => {
  it('answers with bytes that no HTTP server would send', async () => {
    await using server = await RawServer.start((socket) => void socket.end('HTTP/1.1 200 OK\r\n\r\nhello'))
    expect(await fetchText(server.url)).toBe('hello')
    expect(server.requestLines).toEqual(['GET / HTTP/1.1'])
  })
})
