import { beforeEach, afterEach, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api, maps, shown } from './support/api.ts'

let clock: TestClock
let server: ApiServer
let api: Api

beforeEach(() => {
  clock = new TestClock()
  server = new ApiServer({ clock })
  api = new Api(server.transport())
})
afterEach(async () => server.close())

const create = (name: string, labels?: Record<string, string>) =>
  api.post(maps, { metadata: { name, labels } })
const version = (plus = 0) => String(Number(server.resourceVersion) + plus)

describe('a watch', () => {
  it('without a version begins with the state in key order', async () => {
    await create('b')
    await create('a')
    const watch = await api.watch(maps)
    expect((await watch.take(2)).map((line) => line.split('@')[0])).toEqual(['ADDED a', 'ADDED b'])
    await create('c')
    expect(shown(await watch.next())).toBe(`ADDED c@${version()}`)
    await watch.stop()
  })

  it('shows kind and apiVersion on each object', async () => {
    const watch = await api.watch(`${maps}?resourceVersion=${version()}`)
    await create('a')
    expect((await watch.next())?.object).toMatchObject({
      kind: 'ConfigMap',
      apiVersion: 'v1',
      metadata: { name: 'a' },
    })
    await watch.stop()
  })

  it('from a version of the future is silent until it has passed', async () => {
    const watch = await api.watch(`${maps}?resourceVersion=${version(2)}`)
    for (const name of ['a', 'b', 'c']) await create(name)
    expect(shown(await watch.next())).toBe(`ADDED c@${version()}`)
    await watch.stop()
  })

  it('shows an object that leaves a selector as DELETED, as it last was, with the version of the change', async () => {
    await create('a', { g: 'x' })
    await create('b', { g: 'y' })
    const watch = await api.watch(`${maps}?labelSelector=g%3Dx&resourceVersion=${version()}`)
    await api.merge(`${maps}/b`, { metadata: { labels: { g: 'x' } } })
    const left = await api.merge(`${maps}/a`, { metadata: { labels: { g: 'y' } } })
    await api.merge(`${maps}/a`, { metadata: { labels: { k: '1' } } })
    await api.merge(`${maps}/b`, { metadata: { labels: { k: '1' } } })
    await api.delete(`${maps}/b`)
    const lines = [await watch.next(), await watch.next(), await watch.next(), await watch.next()]
    expect(lines.map((line) => `${line?.type} ${line?.object.metadata?.name}`)).toEqual([
      'ADDED b',
      'DELETED a',
      'MODIFIED b',
      'DELETED b',
    ])
    expect(lines[1]?.object.metadata).toMatchObject({
      labels: { g: 'x' },
      resourceVersion: left.body.metadata?.resourceVersion,
    })
    await watch.stop()
  })

  it('of one name sees that object alone', async () => {
    const watch = await api.watch(`${maps}?fieldSelector=metadata.name%3Da&resourceVersion=${version()}`)
    await create('a-1')
    await create('a')
    expect(shown(await watch.next())).toBe(`ADDED a@${version()}`)
    await watch.stop()
  })

  it('of all namespaces sees each of them', async () => {
    const watch = await api.watch(`/api/v1/configmaps?resourceVersion=${version()}`)
    await api.post('/api/v1/namespaces/kube-system/configmaps', { metadata: { name: 's' } })
    expect(shown(await watch.next())).toBe(`ADDED s@${version()}`)
    await watch.stop()
  })

  it('is served on the old /watch/ paths', async () => {
    await create('a')
    const watch = await api.watch('/api/v1/watch/namespaces/default/configmaps/a')
    expect(shown(await watch.next())).toBe(`ADDED a@${version()}`)
    await watch.stop()
  })

  it('ends cleanly at its timeout, without an event', async () => {
    const watch = await api.watch(`${maps}?timeoutSeconds=20&resourceVersion=${version()}`)
    const rest = watch.rest()
    await clock.advance('20s')
    expect(await rest).toEqual([])
  })

  it('ends with the server, and leaves no timer', async () => {
    const watch = await api.watch(`${maps}?allowWatchBookmarks=true`)
    const rest = watch.rest()
    await server.close()
    await rest
    expect(clock.pending).toBe(0)
  })

  it('ends when closeWatches is called', async () => {
    const watch = await api.watch(`${maps}?resourceVersion=${version()}`)
    server.closeWatches()
    expect(await watch.next()).toBeUndefined()
  })

  it('of a reader that does not read is ended, and no write waits for it', async () => {
    await using small = new ApiServer({ clock, watchBufferSize: 3 })
    const other = new Api(small.transport())
    const watch = await other.watch(`${maps}?resourceVersion=${small.resourceVersion}`)
    for (let i = 0; i < 5; i++) await other.post(maps, { metadata: { name: `m${i}` } })
    expect(await watch.next()).toBeUndefined()
  })

  it('that is abandoned leaves no timer and no listener', async () => {
    const watch = await api.watch(`${maps}?allowWatchBookmarks=true&resourceVersion=${version()}`)
    await watch.stop()
    expect(clock.pending).toBe(0)
  })

  it('rejects with the reason of its signal', async () => {
    const abort = new AbortController()
    const response = await server.transport().request({
      method: 'GET',
      path: `${maps}?watch=true&resourceVersion=${version()}`,
      headers: {},
      signal: abort.signal,
    })
    const reading = Array.fromAsync(response.body)
    abort.abort(new Error('enough'))
    await expect(reading).rejects.toThrow('enough')
    expect(clock.pending).toBe(0)
  })
})

describe('bookmarks', () => {
  it('come each minute and shortly before the timeout, when the version has moved', async () => {
    const watch = await api.watch(
      `${maps}?allowWatchBookmarks=true&timeoutSeconds=200&resourceVersion=${version()}`,
    )
    const secrets = '/api/v1/namespaces/default/secrets'
    await api.post(secrets, { metadata: { name: 'one' } })
    const first = version()
    await clock.advance('130s')
    await api.post(secrets, { metadata: { name: 'two' } })
    await clock.advance('70s')
    const lines = await watch.rest()
    expect(lines.map(({ type, object }) => [type, object.kind, object.metadata?.resourceVersion])).toEqual([
      ['BOOKMARK', 'ConfigMap', first],
      ['BOOKMARK', 'ConfigMap', version()],
    ])
  })

  it('are not sent to those who did not ask', async () => {
    const watch = await api.watch(`${maps}?timeoutSeconds=100&resourceVersion=${version()}`)
    await api.post('/api/v1/namespaces/default/secrets', { metadata: { name: 'one' } })
    await clock.advance('100s')
    expect(await watch.rest()).toEqual([])
  })
})

describe('initial events', () => {
  const asked = 'sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true'

  it('FAULT-J1 end with a bookmark that says so and carries the version of the state', async () => {
    await create('a')
    const watch = await api.watch(`${maps}?${asked}`)
    expect(shown(await watch.next())).toBe(`ADDED a@${version()}`)
    expect((await watch.next())?.object).toEqual({
      kind: 'ConfigMap',
      apiVersion: 'v1',
      metadata: {
        resourceVersion: version(),
        creationTimestamp: null,
        annotations: {
          'k8s.io/initial-events-end': 'true',
          'kubernetes.io/initial-events-list-blueprint':
            'eyJraW5kIjoiQ29uZmlnTWFwTGlzdCIsImFwaVZlcnNpb24iOiJ2MSIsIm1ldGFkYXRhIjp7fSwiaXRlbXMiOm51bGx9Cg==',
        },
      },
    })
    await create('b')
    expect(shown(await watch.next())).toBe(`ADDED b@${version()}`)
    await watch.stop()
  })

  it('FAULT-J1 end with the bookmark also when nothing matches', async () => {
    const watch = await api.watch(`${maps}?${asked}&labelSelector=nope`)
    expect((await watch.next())?.type).toBe('BOOKMARK')
    await watch.stop()
  })

  it('without bookmarks have no end mark', async () => {
    const watch = await api.watch(`${maps}?sendInitialEvents=true&resourceVersionMatch=NotOlderThan`)
    await create('a')
    expect(shown(await watch.next())).toBe(`ADDED a@${version()}`)
    await watch.stop()
  })

  it('can be declined: the watch begins now', async () => {
    await create('a')
    const watch = await api.watch(`${maps}?sendInitialEvents=false&resourceVersionMatch=NotOlderThan`)
    await create('b')
    expect(shown(await watch.next())).toBe(`ADDED b@${version()}`)
    await watch.stop()
  })

  it('of a version of the future are an ERROR of 504 after 3 s', async () => {
    const opening = api.watch(`${maps}?${asked}&resourceVersion=999999999`)
    await clock.advance('3s')
    const lines = await (await opening).rest()
    expect(lines.map(({ type, object }) => [type, object.code, object.reason])).toEqual([
      ['ERROR', 504, 'Timeout'],
    ])
  })

  it.each([
    [
      'sendInitialEvents=true',
      'resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
    ],
    [
      'sendInitialEvents=true&resourceVersionMatch=Exact',
      '[resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan, resourceVersionMatch: Unsupported value: "Exact": supported values: "NotOlderThan"]',
    ],
    [
      'resourceVersionMatch=NotOlderThan',
      'resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided',
    ],
  ])('FAULT-J1 are refused with 422, never ignored: %s', async (query, why) => {
    const { body } = await api.get(`${maps}?watch=true&${query}`)
    expect(body).toMatchObject({ code: 422, message: `ListOptions.meta.k8s.io "" is invalid: ${why}` })
  })
})

describe('a version whose events are forgotten', () => {
  it('FAULT-J2 is a 200 and one ERROR event of 410, also for tables', async () => {
    await create('a')
    const old = version()
    await create('b')
    server.compact()
    for (const accept of ['application/json', 'application/json;as=Table;g=meta.k8s.io;v=v1']) {
      const watch = await api.watch(`${maps}?resourceVersion=${old}`, { accept })
      expect(watch.status).toBe(200)
      expect(await watch.rest()).toEqual([
        {
          type: 'ERROR',
          object: {
            kind: 'Status',
            apiVersion: 'v1',
            metadata: {},
            status: 'Failure',
            message: `too old resource version: ${old} (${version()})`,
            reason: 'Expired',
            code: 410,
          },
        },
      ])
    }
  })

  it('does not concern a resource that was quiet while others churned', async () => {
    await using small = new ApiServer({ clock, historySize: 2 })
    const other = new Api(small.transport())
    const start = small.resourceVersion
    await other.post(maps, { metadata: { name: 'quiet' } })
    for (let i = 0; i < 9; i++)
      await other.post('/api/v1/namespaces/default/secrets', { metadata: { name: `s${i}` } })
    const watch = await other.watch(`${maps}?resourceVersion=${start}`)
    expect(shown(await watch.next())).toMatch(/^ADDED quiet/)
    await watch.stop()
  })
})
