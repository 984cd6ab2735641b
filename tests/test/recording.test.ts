import { Client, HttpTransport, listWatch, type Transport } from '@rxkube/client'
import { seededRandom, TestClock } from '@rxkube/clock'
import { ConfigMap } from '@rxkube/meta'
import { SharedInformer } from '@rxkube/shared-informer'
import {
  recordWatch,
  RecordingSyntaxError,
  replay,
  ReplayMismatchError,
  ScriptedServer,
} from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { Recorder } from '../support/recorder.ts'
import { scriptedInformer } from '../support/scripted-informer.ts'

const canary = 'canary-8c41d'

/** An incident: a watch that breaks inside a frame, another that expires, and a relist that misses an object. */
const incident = `
  L(0)10[a5 b7] W10: +c11 ~a12 cut
  W12: -b13 *14 E410
  L(14)20[a12 d18] W20: +e21`
const expected = ['+a5*', '+b7*', '+c11', '~a5>a12', '-b13', '-c11?', '+d18', '+e21']

/** What an informer made of the incident, and the recording of it. */
async function recorded(): Promise<{ readonly log: readonly string[]; readonly text: string }> {
  const lines: string[] = []
  const clock = new TestClock()
  await using world = await scriptedInformer(incident, {
    clock,
    wrap: (transport) =>
      recordWatch(withToken(transport), { write: (line: string) => lines.push(line) }, { clock }),
  })
  await world.play(() => world.log.includes('+e21'))
  return { log: world.log, text: lines.join('') }
}

function withToken(transport: Transport): Transport {
  return {
    request: (request) => {
      const headers = { ...request.headers, authorization: `Bearer ${canary}`, cookie: canary }
      return transport.request({ ...request, headers })
    },
    close: () => transport.close(),
    [Symbol.asyncDispose]: () => transport[Symbol.asyncDispose](),
  }
}

/** What an informer makes of a recording, without a socket. */
async function replayed(text: string, chunk?: number) {
  const clock = new TestClock()
  const transport = replay(text, chunk === undefined ? {} : { chunk })
  const client = new Client({ transport, clock, random: seededRandom(7), qps: -1 })
  const source = listWatch(client, ConfigMap, { watchListUnsupported: true })
  const informer = new SharedInformer<ConfigMap>(source, { clock, random: seededRandom(7) })
  const recorder = new Recorder<ConfigMap>()
  informer.addEventHandler(recorder)
  informer.start()
  await clock.advance('5m')
  await informer.stop()
  await client.close()
  return { log: recorder.log, transport }
}

describe('a recorded incident', { timeout: 60_000 }, () => {
  it.each([undefined, 1, 2, 3, 7])(
    'is told the same when it is replayed, in chunks of %s bytes',
    async (chunk) => {
      const { log, text } = await recorded()
      expect(log).toEqual(expected)
      const again = await replayed(text, chunk)
      expect(again.log.filter((told) => !told.startsWith('='))).toEqual(expected)
      expect(() => again.transport.verify()).not.toThrow()
    },
  )

  it('holds no credential and no header of a request', async () => {
    const { text } = await recorded()
    expect(text).not.toContain(canary)
    expect(text.toLowerCase()).not.toMatch(/authorization|cookie|user-agent/)
    const bytes = text
      .split('\n')
      .filter((line) => line.includes('"bytes"'))
      .map((line) => Buffer.from((JSON.parse(line) as { bytes: string }).bytes, 'base64').toString())
    expect(bytes.join('')).not.toContain(canary)
  })

  it('has no secrets in it, unless they are asked for, and no parameter that lists and watches do not know', async () => {
    const lines: string[] = []
    await using server = await ScriptedServer.start()
    server.play('L5[] L5[] L5[]')
    const http = new HttpTransport({ server: server.url, proxy: false })
    const sink = { write: (line: string) => lines.push(line) }
    const ask = async (transport: Transport, path: string) => {
      const { body } = await transport.request({ method: 'GET', path, headers: {} })
      await Array.fromAsync(body)
    }
    await ask(recordWatch(http, sink), '/api/v1/secrets')
    expect(lines).toEqual([])
    await ask(recordWatch(http, sink, { secrets: true }), '/api/v1/secrets')
    await ask(recordWatch(http, sink), `/api/v1/configmaps?limit=3&token=${canary}`)
    expect(lines.join('')).toContain('/api/v1/secrets')
    expect(lines.join('')).toContain('/api/v1/configmaps?limit=3"')
    expect(lines.join('')).not.toContain(canary)
    await http.close()
  })

  it('keeps its pauses on a clock', async () => {
    const clock = new TestClock()
    const line = (value: object) => JSON.stringify(value)
    const text = [
      line({ at: 100, id: 1, path: '/x?watch=true', watch: true }),
      line({ at: 400, id: 1, status: 200, headers: {} }),
      line({ at: 1400, id: 1, bytes: Buffer.from('hello').toString('base64') }),
      line({ at: 1500, id: 1, over: 'reset' }),
    ].join('\n')
    const transport = replay(text, { clock })
    const began = clock.monotonic()
    const asking = transport.request({ method: 'GET', path: '/x?watch=true', headers: {} })
    await clock.advance('300ms')
    const { body } = await asking
    const reading = Array.fromAsync(body).catch(
      (error: unknown) => `${String(error)} at ${clock.monotonic() - began}`,
    )
    await clock.advance('2s')
    expect(await reading).toMatch(/TransportError.*at 1400$/)
  })

  it('says what a client asked for that was not recorded, and what it did not ask for', async () => {
    const { text } = await recorded()
    const transport = replay(text)
    const stop = new AbortController()
    const asking = transport.request({
      method: 'GET',
      path: '/api/v1/pods',
      headers: {},
      signal: stop.signal,
    })
    stop.abort(new Error('enough'))
    await expect(asking).rejects.toThrow('enough')
    expect(() => transport.verify()).toThrow(ReplayMismatchError)
    expect(() => transport.verify()).toThrow('not recorded: /api/v1/pods')
  })

  it('may be cut off in its last line, but nowhere else', async () => {
    const { text } = await recorded()
    expect(() => replay(text.slice(0, -20))).not.toThrow()
    expect(() => replay(`{"at":\n${text}`)).toThrow(RecordingSyntaxError)
    expect(() => replay('{"hello":1}\n{"at":0,"id":1}')).toThrow('line 1')
  })
})
