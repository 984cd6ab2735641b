import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isConnectionRefused, type Transport } from '@rxkube/client'
import { seededRandom, TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api, maps } from './support/api.ts'

let clock: TestClock
let server: ApiServer
let transport: Transport
let api: Api

beforeEach(() => {
  clock = new TestClock()
  server = new ApiServer({ clock, random: seededRandom(7) })
  transport = server.transport()
  api = new Api(transport)
})
afterEach(async () => {
  await server.close()
  if (clock.pending > 0) throw new Error(`${clock.pending} timers are left`)
})

const create = async (name: string) => (await api.post(maps, { metadata: { name } })).status
const reset = { name: 'TransportError', kind: 'reset' }

describe('a fault that answers', () => {
  it('says 429 in plain text with Retry-After, as API Priority and Fairness does', async () => {
    const fault = server.faults.tooManyRequests({ verb: 'list', resource: 'configmaps' }, 3)
    const { status, headers, text } = await api.get(maps)
    expect([status, headers['retry-after'], headers['content-type'], text]).toEqual([
      429,
      '3',
      'text/plain; charset=utf-8',
      'Too many requests, please try again later.\n',
    ])
    expect((await api.get('/api/v1/pods')).status).toBe(200)
    expect(fault.strikes).toBe(1)
    fault.remove()
    expect([(await api.get(maps)).status, fault.strikes, fault.active]).toEqual([200, 1, false])
  })

  it.each([
    [500, 'InternalError', undefined],
    [503, 'ServiceUnavailable', 2],
    [429, 'TooManyRequests', 1],
    [504, 'Timeout', undefined],
    [410, 'Expired', undefined],
    [418, '', undefined],
  ])('says %i with its Status, and when to come again if told', async (status, reason, retryAfter) => {
    server.faults.respond({}, retryAfter === undefined ? status : { status, retryAfter })
    const { headers, body } = await api.get(maps)
    expect(body).toMatchObject({ kind: 'Status', status: 'Failure', code: status })
    expect([body.reason ?? '', headers['retry-after'], body.details?.retryAfterSeconds]).toEqual([
      reason,
      retryAfter === undefined ? undefined : String(retryAfter),
      retryAfter,
    ])
  })

  it('answers 200 with a page that is no list', async () => {
    const text = '<!DOCTYPE html><title>Log in</title>'
    server.faults.respond({ verb: 'list' }, { status: 200, text, contentType: 'text/html' })
    const answer = await api.get(maps)
    expect([answer.status, answer.headers['content-type'], answer.text]).toEqual([200, 'text/html', text])
  })

  it('does so in place of the server: nothing is written', async () => {
    using fault = server.faults.respond({ verb: 'create' }, 500)
    expect(await create('a')).toBe(500)
    expect((await api.get(`${maps}/a`)).status).toBe(404)
    expect(fault.strikes).toBe(1)
  })

  it('makes a server unready', async () => {
    server.faults.respond({ path: '/readyz' }, { status: 500, text: '[-]etcd failed\n' })
    expect([(await api.get('/readyz')).status, (await api.get('/livez')).status]).toEqual([500, 200])
  })

  it('refuses the next update with the conflict that a real one is', async () => {
    await create('a')
    const fault = server.faults.conflict({ name: 'a' })
    const { status, body } = await api.put(`${maps}/a`, { metadata: { name: 'a' }, data: { k: 'v' } })
    expect([status, body.reason, body.message]).toEqual([
      409,
      'Conflict',
      'Operation cannot be fulfilled on configmaps "a": the object has been modified; please apply your changes to the latest version and try again',
    ])
    expect(fault.active).toBe(false)
    expect((await api.put(`${maps}/a`, { metadata: { name: 'a' }, data: { k: 'v' } })).status).toBe(200)
  })
})

describe('which requests a fault strikes', () => {
  const statuses = async (...paths: string[]) =>
    Promise.all(paths.map(async (path) => (await api.get(path)).status))

  it('is told by verb, resource, subresource, namespace, name, path and a function', async () => {
    const { faults } = server
    faults.respond({ verb: ['get', 'list'], resource: 'deployments.apps', namespace: 'a' }, 501)
    faults.respond({ name: 'x', subresource: '' }, 502)
    faults.respond({ path: /^\/open/ }, 503)
    faults.respond({ where: ({ resource }) => resource === 'nodes' }, 504)
    expect(
      await statuses(
        '/apis/apps/v1/namespaces/a/deployments',
        '/apis/apps/v1/namespaces/b/deployments',
        '/api/v1/namespaces/b/pods/x',
        '/api/v1/namespaces/b/pods/x/status',
        '/openapi/v3',
        '/api/v1/nodes',
      ),
    ).toEqual([501, 200, 502, 404, 503, 504])
  })

  it('is told by user', async () => {
    const known = new ApiServer({ clock, tokens: new Map([['t', { name: 'eve', groups: [] }]]) })
    const eve = new Api(known.transport())
    known.faults.respond({ user: 'eve' }, 500)
    const authorization = 'Bearer t'
    expect([(await eve.get(maps)).status, (await eve.get(maps, { authorization })).status]).toEqual([
      200, 500,
    ])
    await known.close()
  })

  it('is so many, after so many', async () => {
    const fault = server.faults.respond({ skip: 1, count: 2 }, 500)
    const seen: number[] = []
    for (let at = 0; at < 5; at++) seen.push((await api.get(maps)).status)
    expect([seen, fault.strikes, fault.active]).toEqual([[200, 500, 500, 200, 200], 2, false])
  })

  it('is chance, the same for the same seed', async () => {
    const run = async (seed: number) => {
      const one = new ApiServer({ clock, random: seededRandom(seed) })
      one.faults.respond({ probability: 0.5 }, 500)
      const asking = new Api(one.transport())
      const seen: number[] = []
      for (let at = 0; at < 20; at++) seen.push((await asking.get(maps)).status)
      await one.close()
      return seen.join(' ')
    }
    const first = await run(1)
    expect(first).toBe(await run(1))
    expect(first).not.toBe(await run(2))
    expect(new Set(first.split(' '))).toEqual(new Set(['200', '500']))
  })

  it('is no longer any when all are cleared', async () => {
    const { faults } = server
    const all = [
      faults.respond({ verb: 'list' }, 500),
      faults.refuseConnections(),
      faults.rejectTokens(),
      faults.freeze(),
      faults.hang({ verb: 'delete', count: 1 }),
    ]
    all[1]?.remove()
    const held = api.delete(`${maps}/absent`)
    await clock.settle()
    faults.clear()
    expect((await held).status).toBe(404)
    expect([(await api.get(maps)).status, all.some(({ active }) => active)]).toEqual([200, false])
  })
})

describe('a fault in time', () => {
  it('delays requests on the injected clock', async () => {
    const fault = server.faults.delay({ verb: 'create' }, '30s')
    let done = false
    const creating = create('a').finally(() => (done = true))
    await clock.advance('29s')
    expect([done, (await api.get(`${maps}/a`)).status]).toEqual([false, 404])
    await clock.advance('1s')
    expect([await creating, fault.strikes]).toEqual([201, 1])
  })

  it('delays answers when all is done', async () => {
    server.faults.delay({ verb: 'create' }, '30s', 'after')
    const creating = create('a')
    await clock.settle()
    expect((await api.get(`${maps}/a`)).status).toBe(200)
    await clock.advance('30s')
    expect(await creating).toBe(201)
  })

  it('lets go of what it holds when it is removed', async () => {
    const delay = server.faults.delay({ verb: 'create' }, '1h')
    const hang = server.faults.hang({ verb: 'list' })
    const held = Promise.all([create('a'), api.get('/api/v1/pods')])
    await clock.settle()
    delay.remove()
    hang.remove()
    const [created, listed] = await held
    expect([created, listed.status]).toEqual([201, 200])
  })

  it('answers nothing, until the client gives up', async () => {
    server.faults.hang({ verb: 'list' })
    const gone = new AbortController()
    const asking = transport.request({ method: 'GET', path: maps, headers: {}, signal: gone.signal })
    await clock.advance('1h')
    gone.abort(new Error('enough'))
    await expect(asking).rejects.toThrow('enough')
  })

  it('ends what it holds when the server closes', async () => {
    server.faults.hang({ verb: 'list' })
    const asking = api.get(maps).catch((error: unknown) => error)
    await clock.settle()
    await server.close()
    expect(await asking).toMatchObject(reset)
  })

  it('is refused when it is no duration', () => {
    expect(() => server.faults.delay({}, 'soon')).toThrow('not a duration')
    expect(() => server.faults.watch({}, { pace: 'slow' })).toThrow('not a duration')
  })
})

describe('a fault of the connection', () => {
  it('drops it before or after the write: the client cannot tell', async () => {
    using before = server.faults.drop({ verb: 'create', name: '', count: 1 })
    await expect(create('a')).rejects.toMatchObject(reset)
    expect((await api.get(`${maps}/a`)).status).toBe(404)
    using after = server.faults.drop({ verb: 'create', count: 1 }, 'after')
    await expect(create('a')).rejects.toMatchObject(reset)
    expect((await api.get(`${maps}/a`)).status).toBe(200)
    expect([before.strikes, after.strikes]).toEqual([1, 1])
  })

  it('leaves no watch behind that it dropped when it was opened', async () => {
    server.faults.drop({ verb: 'watch' }, 'after')
    await expect(api.watch(maps)).rejects.toMatchObject(reset)
    expect(server.faults.endWatches()).toBe(0)
  })

  it('refuses it until it is removed', async () => {
    const fault = server.faults.refuseConnections()
    await expect(api.get(maps)).rejects.toSatisfy(isConnectionRefused)
    expect(fault.strikes).toBe(1)
    fault.remove()
    expect((await api.get(maps)).status).toBe(200)
  })

  it('cuts a body short', async () => {
    server.faults.truncate({ verb: 'list' }, 20)
    const { status, body } = await transport.request({ method: 'GET', path: maps, headers: {} })
    const read = body[Symbol.asyncIterator]()
    const { value } = await read.next()
    expect([status, Buffer.from(value ?? []).toString()]).toEqual([200, '{"kind":"ConfigMapLi'])
    await expect(read.next()).rejects.toMatchObject(reset)
  })
})

describe('a fault of credentials', () => {
  it('refuses tokens that were good, until it is removed', async () => {
    server.tokens.set('old', { name: 'eve', groups: [] }).set('new', { name: 'eve', groups: [] })
    const status = async (token: string) => (await api.get(maps, { authorization: `Bearer ${token}` })).status
    const fault = server.faults.rejectTokens((token) => token === 'old')
    expect([await status('old'), await status('new'), fault.strikes]).toEqual([401, 200, 1])
    fault.remove()
    expect(await status('old')).toBe(200)
  })
})
