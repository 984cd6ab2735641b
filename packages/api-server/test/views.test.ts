import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isConnectionRefused } from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api, maps } from './support/api.ts'

let clock: TestClock
let server: ApiServer
/** The revision before any test wrote. */
let base: number
/** Two API servers in front of one store. */
let a: Api
let b: Api

beforeEach(() => {
  clock = new TestClock()
  server = new ApiServer({ clock })
  base = Number(server.resourceVersion)
  a = new Api(server.transport())
  b = new Api(server.view('b').transport())
})
afterEach(async () => {
  await server.close()
  if (clock.pending > 0) throw new Error(`${clock.pending} timers are left`)
})

const at = (writes: number) => base + writes
const create = async (name: string) => a.post(maps, { metadata: { name } })
const list = async (api: Api, query = '') => {
  const { status, body } = await api.get(`${maps}${query}`)
  if (status !== 200) return `${status} ${body.message}`
  return `${body.items.map(({ metadata }) => metadata?.name).join(' ')}@${body.metadata?.resourceVersion}`
}
const watch = async (api: Api, version: string | number, more = '') =>
  api.watch(`${maps}?resourceVersion=${version}${more}`)

describe('a view whose cache is frozen', () => {
  it('shows the old state at version 0, and the new one to reads that must be fresh', async () => {
    await create('old')
    const fault = server.faults.freeze({ view: 'b' })
    await create('new')
    await a.delete(`${maps}/old`)
    expect([await list(a, '?resourceVersion=0'), await list(b, '?resourceVersion=0'), await list(b)]).toEqual(
      [`new@${at(3)}`, `old@${at(1)}`, `new@${at(3)}`],
    )
    expect((await b.get(`${maps}/new?resourceVersion=0`)).status).toBe(404)
    expect((await b.get(`${maps}/new`)).status).toBe(200)
    fault.remove()
    expect([await list(b, '?resourceVersion=0'), fault.strikes]).toEqual([`new@${at(3)}`, 2])
  })

  it('answers 504 to who asks for a version that it has not seen', async () => {
    server.faults.freeze({ view: 'b' })
    await create('new')
    const asking = list(b, `?resourceVersion=${at(1)}`)
    await clock.advance('3s')
    expect(await asking).toBe(`504 Timeout: Too large resource version: ${at(1)}, current: ${at(0)}`)
    expect(await list(b, `?resourceVersion=${at(0)}`)).toBe(`@${at(0)}`)
  })

  it('answers who waits as soon as it is level', async () => {
    const fault = server.faults.freeze({ view: 'b' })
    await create('new')
    const asking = list(b, `?resourceVersion=${at(1)}`)
    await clock.advance('1s')
    fault.remove()
    await clock.advance('1s')
    expect(await asking).toBe(`new@${at(1)}`)
  })

  it('holds events back, and sends them in order when it is released', async () => {
    const live = await watch(a, at(0))
    const open = await watch(b, at(0))
    const fault = server.faults.freeze({ view: 'b' })
    await create('x')
    await create('y')
    const late = await watch(b, at(1))
    const initial = await watch(b, 0)
    expect(await live.take(2)).toEqual([`ADDED x@${at(1)}`, `ADDED y@${at(2)}`])
    let seen = 0
    const all = [open.take(2), late.take(1), initial.take(2)]
    for (const each of all) void each.then(() => seen++)
    await clock.advance('1m')
    expect(seen).toBe(0)
    fault.remove()
    expect(await Promise.all(all)).toEqual([
      [`ADDED x@${at(1)}`, `ADDED y@${at(2)}`],
      [`ADDED y@${at(2)}`],
      [`ADDED x@${at(1)}`, `ADDED y@${at(2)}`],
    ])
    for (const each of [live, open, late, initial]) await each.stop()
  })

  it('sends no bookmark beyond what it has sent', async () => {
    server.faults.freeze({ view: 'b' })
    const open = await watch(b, at(0), '&allowWatchBookmarks=true&timeoutSeconds=200')
    const rest = open.rest()
    await create('x')
    await clock.advance('5m')
    expect(await rest).toEqual([])
  })

  it('may be frozen for one resource', async () => {
    server.faults.freeze({ view: 'b', resource: 'pods' })
    await create('x')
    expect(await list(b, '?resourceVersion=0')).toBe(`x@${at(1)}`)
  })

  it('is not thawed by expired history', async () => {
    await create('old')
    server.faults.freeze({ view: 'b' })
    await a.delete(`${maps}/old`)
    server.faults.expireHistory()
    expect(await list(b, '?resourceVersion=0')).toBe(`old@${at(1)}`)
  })
})

describe('events that are paused', () => {
  it('wait while lists show what is new', async () => {
    const open = await watch(a, at(0))
    const pause = server.faults.pauseEvents({ resource: 'configmaps' })
    await create('x')
    expect(await list(a, '?resourceVersion=0')).toBe(`x@${at(1)}`)
    const next = open.take(1)
    let done = false
    void next.then(() => (done = true))
    await clock.advance('1m')
    expect([done, pause.strikes]).toEqual([false, 2])
    pause.remove()
    expect(await next).toEqual([`ADDED x@${at(1)}`])
    await open.stop()
  })

  it('wait for the last of two faults', async () => {
    const open = await watch(a, at(0))
    const faults = [server.faults.pauseEvents(), server.faults.freeze()] as const
    await create('x')
    faults[0].remove()
    expect(await list(a, '?resourceVersion=0')).toBe(`@${at(0)}`)
    faults[1].remove()
    expect(await open.take(1)).toEqual([`ADDED x@${at(1)}`])
    await open.stop()
  })
})

describe('a view that lags', () => {
  it('sees everything so much later, on the injected clock', async () => {
    server.faults.lag({ view: 'b' }, '5s')
    const open = await watch(b, at(0))
    await create('x')
    await clock.advance('3s')
    await create('y')
    expect(await list(b, '?resourceVersion=0')).toBe(`@${at(0)}`)
    await clock.advance('2s')
    expect(await list(b, '?resourceVersion=0')).toBe(`x@${at(1)}`)
    expect(await open.take(1)).toEqual([`ADDED x@${at(1)}`])
    await clock.advance('3s')
    expect(await open.take(1)).toEqual([`ADDED y@${at(2)}`])
    expect(await list(b, '?resourceVersion=0')).toBe(`x y@${at(2)}`)
    await open.stop()
  })
})

describe('a view', () => {
  it('may be cut off by itself', async () => {
    const fault = server.faults.refuseConnections('b')
    await expect(list(b)).rejects.toSatisfy(isConnectionRefused)
    expect([await list(a), fault.strikes]).toEqual([`@${at(0)}`, 1])
    fault.remove()
    expect(await list(b)).toBe(`@${at(0)}`)
  })

  it('lags from when it was told to, not from when it is first asked', async () => {
    server.faults.freeze({ view: 'new' })
    await create('x')
    expect(await list(new Api(server.view('new').transport()), '?resourceVersion=0')).toBe(`@${at(0)}`)
  })

  it('is what faults can be for', async () => {
    server.faults.respond({ view: 'b' }, 503)
    expect([await list(a), (await list(b)).slice(0, 3)]).toEqual([`@${at(0)}`, '503'])
  })
})
