import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Transport } from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import { ApiServer, type WatchBehaviour } from '@rxkube/api-server'
import { Api, maps, type Watching } from './support/api.ts'

let clock: TestClock
let server: ApiServer
/** The revision before any test wrote. */
let base: number
let transport: Transport
let api: Api

beforeEach(() => {
  clock = new TestClock()
  server = new ApiServer({ clock })
  base = Number(server.resourceVersion)
  transport = server.transport()
  api = new Api(transport)
})
afterEach(async () => {
  await server.close()
  await clock.settle()
  if (clock.pending > 0) throw new Error(`${clock.pending} timers are left`)
})

const at = (writes: number) => base + writes
const create = async (name: string) => api.post(maps, { metadata: { name } })
const open = async (query = `?resourceVersion=${server.resourceVersion}`) => api.watch(`${maps}${query}`)
const reset = { name: 'TransportError', kind: 'reset' }

/** The bytes of a watch as they come: each chunk as text. */
async function chunksOf(behaviour: WatchBehaviour, count: number): Promise<string[]> {
  const fault = server.faults.watch({}, behaviour)
  const path = `${maps}?watch=true&resourceVersion=${server.resourceVersion}`
  const { body } = await transport.request({ method: 'GET', path, headers: {} })
  await create('a')
  const reading = body[Symbol.asyncIterator]()
  const chunks: string[] = []
  while (chunks.length < count) {
    const { value } = await reading.next()
    chunks.push(Buffer.from(value ?? []).toString())
  }
  await reading.return?.()
  fault.remove()
  return chunks
}

describe('a watch that was opened under a fault', () => {
  it('comes one byte at a time', async () => {
    const chunks = await chunksOf({ chunk: 1 }, 15)
    expect(chunks.map((chunk) => chunk.length)).toEqual(Array.from({ length: 15 }, () => 1))
    expect(chunks.join('')).toBe('{"type":"ADDED"')
  })

  it('comes slowly, on the injected clock', async () => {
    server.faults.watch({}, { pace: '20s' })
    const watch = await open()
    await create('a')
    const next = watch.take(1)
    let done = false
    void next.finally(() => (done = true))
    await clock.advance('19s')
    expect(done).toBe(false)
    await clock.advance('1s')
    expect(await next).toEqual([`ADDED a@${server.resourceVersion}`])
    await watch.stop()
  })

  it('ends at once', async () => {
    const fault = server.faults.watch({ count: 2 }, { end: 'close' })
    expect([await (await open()).rest(), await (await open()).rest(), fault.strikes]).toEqual([[], [], 2])
  })

  it('ends cleanly after so many events', async () => {
    server.faults.watch({}, { after: 1, end: 'close' })
    const watch = await open()
    await create('a')
    await create('b')
    expect((await watch.rest()).map(({ object }) => object.metadata?.name)).toEqual(['a'])
  })

  it('is reset after so many events', async () => {
    server.faults.watch({}, { after: 1, end: 'reset' })
    const watch = await open()
    await create('a')
    expect(await watch.take(1)).toEqual([`ADDED a@${at(1)}`])
    await expect(watch.next()).rejects.toMatchObject(reset)
  })

  it('is cut in the middle of the next frame', async () => {
    server.faults.watch({}, { after: 1, end: 'cut' })
    const path = `${maps}?watch=true&resourceVersion=${server.resourceVersion}`
    const { body } = await transport.request({ method: 'GET', path, headers: {} })
    await create('a')
    await create('b')
    const reading = body[Symbol.asyncIterator]()
    const { value } = await reading.next()
    const [first = '', second = ''] = Buffer.from(value ?? [])
      .toString()
      .split('\n')
    expect(JSON.parse(first)).toMatchObject({ object: { metadata: { name: 'a' } } })
    expect(second.startsWith('{"type":"ADDED","object":')).toBe(true)
    expect(() => JSON.parse(second) as unknown).toThrow(SyntaxError)
    await expect(reading.next()).rejects.toMatchObject(reset)
  })

  it('gets an ERROR event: 410 unless told', async () => {
    server.faults.watchError({ count: 1 })
    const [line, ...more] = await (await open()).rest()
    expect([line?.type, line?.object.code, line?.object.reason, more]).toEqual(['ERROR', 410, 'Expired', []])
    server.faults.watchError({}, { status: 500, message: 'etcd is gone' })
    const [other] = await (await open()).rest()
    expect([other?.type, other?.object.code, other?.object.message]).toEqual(['ERROR', 500, 'etcd is gone'])
  })

  it('goes silent, past its timeout, and goes on when the fault is removed', async () => {
    const fault = server.faults.watch({}, { after: 1, end: 'hang' })
    const watch = await open(`?resourceVersion=${server.resourceVersion}&timeoutSeconds=60`)
    await create('a')
    await create('b')
    expect(await watch.take(1)).toEqual([`ADDED a@${at(1)}`])
    const next = watch.rest()
    let done = false
    void next.finally(() => (done = true))
    await clock.advance('10m')
    expect(done).toBe(false)
    fault.remove()
    expect((await next).map(({ object }) => object.metadata?.name)).toEqual(['b'])
  })

  it('gets no bookmarks, not even that of the initial events', async () => {
    await create('a')
    server.faults.watch({}, { skipBookmarks: true })
    const watch = await open(
      '?allowWatchBookmarks=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&timeoutSeconds=300',
    )
    const all = watch.rest()
    await clock.advance('1m')
    await create('b')
    await clock.advance('5m')
    expect((await all).map(({ type }) => type)).toEqual(['ADDED', 'ADDED'])
  })
})

describe('a watch that says something else', () => {
  const names = async (rewrite: NonNullable<WatchBehaviour['rewrite']>): Promise<string[]> => {
    const fault = server.faults.watch({}, { rewrite, after: 3, end: 'close' })
    const watch = await open()
    for (const name of ['a', 'b', 'c']) await create(name)
    const lines = (await watch.rest()).map(({ type, object }) => `${type} ${object.metadata?.name}`)
    fault.remove()
    return lines
  }

  it('loses an event, has one twice, or one of another type', async () => {
    const isB = (frame: string) => frame.includes('"name":"b"')
    server.faults.endWatches()
    expect(await names((frame) => (isB(frame) ? [frame, frame] : frame))).toEqual([
      'ADDED a',
      'ADDED b',
      'ADDED b',
    ])
    for (const name of ['a', 'b', 'c']) await api.delete(`${maps}/${name}`)
    expect(await names((frame) => frame.replace('ADDED', 'SYNC'))).toEqual(['SYNC a', 'SYNC b', 'SYNC c'])
    for (const name of ['a', 'b', 'c']) await api.delete(`${maps}/${name}`)
    server.faults.watch({}, { rewrite: (frame) => (isB(frame) ? [] : frame), after: 2, end: 'close' })
    const watch = await open()
    for (const name of ['a', 'b', 'c']) await create(name)
    expect((await watch.rest()).map(({ object }) => object.metadata?.name)).toEqual(['a', 'c'])
  })

  it('or a list does', async () => {
    server.faults.rewrite({ verb: 'list' }, (body) => body.replace('"items":[]', '"items":null'))
    expect((await api.get(maps)).text).toContain('"items":null')
    const watch = await open()
    await create('a')
    expect((await watch.next())?.type).toBe('ADDED')
    await watch.stop()
  })
})

describe('watches that are open', () => {
  it('are ended as told: those that fit, and no others', async () => {
    const open1 = await open()
    const pods = await api.watch(`/api/v1/pods?resourceVersion=${server.resourceVersion}`)
    expect(server.faults.endWatches({ resource: 'configmaps' })).toBe(1)
    expect(await open1.next()).toBeUndefined()
    expect(server.faults.endWatches({}, 'reset')).toBe(1)
    await expect(pods.next()).rejects.toMatchObject(reset)
    expect(server.faults.endWatches()).toBe(0)
  })

  it('get what was written before they are cut', async () => {
    const path = `${maps}?watch=true&resourceVersion=${server.resourceVersion}`
    const { body } = await transport.request({ method: 'GET', path, headers: {} })
    const reading = body[Symbol.asyncIterator]()
    await create('a')
    server.faults.endWatches({}, 'cut')
    const { value } = await reading.next()
    expect(Buffer.from(value ?? []).toString()).toMatch(/^\{"type":"ADDED".*\}\n\{"type":"MODIFIED"[^\n]*$/)
    await expect(reading.next()).rejects.toMatchObject(reset)
  })

  it('get an ERROR event', async () => {
    const watch = await open()
    server.faults.endWatches({}, { status: 410 })
    const [line, ...more] = await watch.rest()
    expect([line?.type, line?.object.code, more]).toEqual(['ERROR', 410, []])
  })
})

describe('expired history', () => {
  it('is 410 for older watches and pages', async () => {
    const before = server.resourceVersion
    await create('a')
    await create('b')
    const page = await api.get(`${maps}?limit=1`)
    await create('c')
    server.faults.expireHistory()
    const [line] = await (await open(`?resourceVersion=${before}`)).rest()
    expect([line?.type, line?.object.code]).toEqual(['ERROR', 410])
    const next = await api.get(`${maps}?limit=1&continue=${page.body.metadata?.continue ?? ''}`)
    expect([next.status, next.body.reason]).toEqual([410, 'Expired'])
    const now: Watching = await open()
    await create('d')
    expect(await now.take(1)).toEqual([`ADDED d@${server.resourceVersion}`])
    await now.stop()
  })
})
