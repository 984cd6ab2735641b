import {
  Client,
  Deployment,
  InvalidPathSegmentError,
  Namespace,
  NamespaceScopeError,
  Pod,
  type ClientOptions,
} from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { FakeTransport, type Reply } from './support/fake-transport.ts'
import { failure, names, podList } from './support/objects.ts'

function setup(
  answer: (count: number) => Reply,
  options: Partial<ClientOptions> = {},
): { client: Client; transport: FakeTransport; clock: TestClock } {
  const clock = new TestClock()
  const transport = new FakeTransport((_, count) => answer(count))
  return { client: new Client({ transport, clock, random: clock.random, ...options }), transport, clock }
}

const pod = { metadata: { name: 'web-0', namespace: 'default' }, spec: { containers: [] } }
const ok = (): Reply => ({ body: { kind: 'Pod', apiVersion: 'v1', ...pod } })

describe('Client', () => {
  it('asks for what each verb is about', async () => {
    const { client, transport } = setup(ok, { fieldManager: 'tester', qps: -1 })
    const at = { name: 'web-0', namespace: 'default' }
    await client.get(Pod, at, { resourceVersion: '0' })
    await client.create(Pod, pod, { dryRun: true })
    await client.update(Pod, pod)
    await client.patch(Pod, at, [], { type: 'json' })
    await client.patch(Pod, at, {}, { type: 'strategic' })
    await client.patchStatus(Pod, at, {})
    await client.apply(Pod, pod, { force: true, fieldManager: 'me' })
    await client.updateStatus(Pod, pod)
    await client.getScale(Deployment, at)
    await client.evict(at, { gracePeriodSeconds: 3 })
    await client.bind(at, 'node-1')
    await client.delete(Pod, at, { propagationPolicy: 'Foreground', preconditions: { uid: 'u' } })
    await client.deleteCollection(Pod, { namespace: 'default', labelSelector: 'a=b' })
    const base = '/api/v1/namespaces/default/pods'
    expect(
      transport.requests.map(({ method, path, headers }) => [method, path, headers['content-type']]),
    ).toEqual([
      ['GET', `${base}/web-0?resourceVersion=0`, undefined],
      ['POST', `${base}?dryRun=All&fieldManager=tester`, 'application/json'],
      ['PUT', `${base}/web-0?fieldManager=tester`, 'application/json'],
      ['PATCH', `${base}/web-0?fieldManager=tester`, 'application/json-patch+json'],
      ['PATCH', `${base}/web-0?fieldManager=tester`, 'application/strategic-merge-patch+json'],
      ['PATCH', `${base}/web-0/status?fieldManager=tester`, 'application/merge-patch+json'],
      ['PATCH', `${base}/web-0?fieldManager=me&force=true`, 'application/apply-patch+yaml'],
      ['PUT', `${base}/web-0/status?fieldManager=tester`, 'application/json'],
      ['GET', '/apis/apps/v1/namespaces/default/deployments/web-0/scale', undefined],
      ['POST', `${base}/web-0/eviction?fieldManager=tester`, 'application/json'],
      ['POST', `${base}/web-0/binding?fieldManager=tester`, 'application/json'],
      ['DELETE', `${base}/web-0`, 'application/json'],
      ['DELETE', `${base}?labelSelector=a%3Db`, 'application/json'],
    ])
    const bodies = transport.requests.map(({ body }) => body && (JSON.parse(body as string) as object))
    expect(bodies[6]).toEqual({ apiVersion: 'v1', kind: 'Pod', ...pod })
    expect(bodies[9]).toMatchObject({ kind: 'Eviction', deleteOptions: { gracePeriodSeconds: 3 } })
    expect(bodies[10]).toMatchObject({ kind: 'Binding', target: { kind: 'Node', name: 'node-1' } })
    expect(bodies[11]).toMatchObject({ propagationPolicy: 'Foreground', preconditions: { uid: 'u' } })
  })

  it('FAULT-B14 gives listed objects the kind that watched ones have', async () => {
    const { client } = setup(() => ({ body: podList(['a']) }))
    const { items, metadata } = await client.list(Pod)
    expect(items).toEqual([{ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' } }])
    expect(metadata.resourceVersion).toBe('10')
  })

  it('says which namespace is missing or too much, before anything is sent', async () => {
    const { client, transport } = setup(ok)
    await expect(client.get(Pod, { name: 'a' })).rejects.toThrow('pods is namespaced: a namespace is missing')
    await expect(client.list(Namespace, { namespace: 'x' })).rejects.toThrow(NamespaceScopeError)
    await expect(client.create(Pod, { ...pod, metadata: {} })).rejects.toThrow(NamespaceScopeError)
    expect(transport.requests).toEqual([])
  })

  it('refuses names that would ask for another path', async () => {
    const { client, transport } = setup(ok)
    for (const name of ['', '.', '..', 'a/b', '%2e%2e', '/']) {
      await expect(client.get(Pod, { name, namespace: 'default' })).rejects.toThrow(InvalidPathSegmentError)
    }
    for (const name of ['.', '..', 'a/b', '%2e%2e', '/']) {
      await expect(client.list(Pod, { namespace: name })).rejects.toThrow(InvalidPathSegmentError)
    }
    expect(transport.requests).toEqual([])
  })

  it('FEAT-A4 waits as long as 429 and 5xx with Retry-After say, without the caller noticing', async () => {
    const busy = { status: 429, headers: { 'retry-after': '1' }, body: failure(429, 'TooManyRequests') }
    const { client, transport, clock } = setup((count) => (count <= 2 ? busy : { body: podList(['a']) }))
    const list = client.list(Pod)
    await clock.advance(1999)
    expect(transport.requests).toHaveLength(2)
    await clock.advance(1)
    expect(names(await list)).toEqual(['a'])
  })

  it('FEAT-A4 gives up after ten repetitions, and does not repeat without Retry-After', async () => {
    const refusal = (headers: Record<string, string>): Reply => ({
      status: 503,
      headers,
      body: failure(503, 'ServiceUnavailable'),
    })
    const { client, transport, clock } = setup(() => refusal({ 'retry-after': '2' }))
    const outcome = client.list(Pod).catch((error: unknown) => error)
    await clock.advance('1m')
    expect(await outcome).toMatchObject({ code: 503, retryAfterSeconds: 2 })
    expect(transport.requests).toHaveLength(11)
    const once = setup(() => refusal({}))
    await expect(once.client.list(Pod)).rejects.toMatchObject({ code: 503 })
    expect(once.transport.requests).toHaveLength(1)
  })

  it('FAULT-C7 stops waiting for Retry-After at once when its signal says so', async () => {
    const { client, clock } = setup(() => ({ status: 429, headers: { 'retry-after': '30' }, body: '' }))
    const controller = new AbortController()
    const outcome = client.list(Pod, { signal: controller.signal }).catch((error: unknown) => error)
    await clock.advance('1s')
    controller.abort('stop')
    expect(await outcome).toBe('stop')
    expect(clock.pending).toBe(0)
  })

  it('makes an ApiError of a refusal without a Status', async () => {
    const { client } = setup(() => ({
      status: 403,
      headers: { 'content-type': 'text/html' },
      body: '<html>canary',
    }))
    const error = await client.get(Pod, { name: 'a', namespace: 'b' }).catch((each: unknown) => each)
    expect(error).toMatchObject({
      name: 'ApiError',
      code: 403,
      reason: 'Forbidden',
      path: '/api/v1/namespaces/b/pods/a',
    })
    expect(JSON.stringify(error) + inspect(error)).not.toContain('canary')
  })

  it('tells success that is no JSON as a TransportError', async () => {
    const { client } = setup(() => ({ body: '<html>' }))
    await expect(client.get(Pod, { name: 'a', namespace: 'b' })).rejects.toMatchObject({ kind: 'protocol' })
  })

  it('lets a burst through and then so many requests a second', async () => {
    const { client, transport, clock } = setup(ok)
    const calls = Array.from({ length: 15 }, () => client.get(Pod, { name: 'a', namespace: 'b' }))
    await clock.settle()
    expect(transport.requests).toHaveLength(10)
    await clock.advance('400ms')
    expect(transport.requests).toHaveLength(12)
    await clock.advance('600ms')
    await Promise.all(calls)
    const unlimited = setup(ok, { qps: -1 })
    await Promise.all(
      Array.from({ length: 100 }, () => unlimited.client.get(Pod, { name: 'a', namespace: 'b' })),
    )
  })

  it('passes each warning on once', async () => {
    const heard: string[] = []
    const warning = ['299 - "old \\"thing\\", use b"', '299 - "two"']
    const { client } = setup(() => ({ body: { kind: 'Pod' }, headers: { warning } }), {
      onWarning: (text) => heard.push(text),
    })
    await client.get(Pod, { name: 'a', namespace: 'b' })
    await client.get(Pod, { name: 'a', namespace: 'b' })
    expect(heard).toEqual(['old "thing", use b', 'two'])
  })

  it('asks as somebody else', async () => {
    const impersonate = {
      userName: 'jane',
      groups: ['dev', 'ops'],
      extra: new Map([['example.com/scope', ['x']]]),
    }
    const { client, transport } = setup(ok, { impersonate, userAgent: 'mine/1' })
    await client.get(Pod, { name: 'a', namespace: 'b' })
    expect(transport.requests[0]?.headers).toEqual({
      accept: 'application/json',
      'user-agent': 'mine/1',
      'impersonate-user': 'jane',
      'impersonate-group': ['dev', 'ops'],
      'impersonate-extra-example.com%2fscope': ['x'],
    })
  })

  it('reads in pages, each after the one before, with the version on the first alone', async () => {
    const { client, transport } = setup((count) => ({
      body: podList([`p${count}`], {
        resourceVersion: `${count}`,
        ...(count < 3 && { continue: `t${count}` }),
      }),
    }))
    const list = await client.list(Pod, { pageSize: 1, resourceVersion: '5', labelSelector: 'a' })
    expect(names(list)).toEqual(['p1', 'p2', 'p3'])
    expect(list.metadata).toEqual({ resourceVersion: '1' })
    expect(transport.paths.map((path) => path.split('?')[1])).toEqual([
      'resourceVersion=5&labelSelector=a&limit=1',
      'labelSelector=a&limit=1&continue=t1',
      'labelSelector=a&limit=1&continue=t2',
    ])
  })

  it('asks for everything at once when the server forgot a later page, unless pages are what is wanted', async () => {
    const { client, transport } = setup((count) =>
      count === 2 || count === 5
        ? { status: 410, body: failure(410, 'Expired') }
        : {
            body: podList([`p${count}`], {
              resourceVersion: `${count}`,
              ...(count !== 3 && { continue: 't' }),
            }),
          },
    )
    expect(names(await client.list(Pod, { pageSize: 1 }))).toEqual(['p3'])
    expect(transport.paths.at(-1)).not.toContain('limit=')
    const pages = client.listPages(Pod, { pageSize: 1 })[Symbol.asyncIterator]()
    expect((await pages.next()).done).toBe(false)
    await expect(pages.next()).rejects.toMatchObject({ reason: 'Expired' })
  })

  it('asks for metadata alone', async () => {
    const { client, transport } = setup(() => ({
      body: { ...podList(['a']), kind: 'PartialObjectMetadataList' },
    }))
    await client.list(Pod, { projection: 'metadata' })
    expect(transport.requests[0]?.headers['accept']).toBe(
      'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json',
    )
  })

  it('ends a body that falls silent', async () => {
    const { client, clock, transport } = setup(() => ({ body: hanging() }))
    const outcome = client.list(Pod).catch((error: unknown) => error)
    await clock.advance('61s')
    expect(await outcome).toMatchObject({ name: 'TransportError', kind: 'timeout' })
    expect(transport.requests[0]?.signal?.aborted).toBe(true)
  })

  it('requests any path', async () => {
    const { client, transport } = setup(() => ({ headers: { 'content-type': 'text/plain' }, body: 'ok' }))
    expect(await client.request({ path: '/healthz', query: { verbose: true } })).toBe('ok')
    expect(transport.paths).toEqual(['/healthz?verbose=true'])
  })
})

async function* hanging(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('{')
  await new Promise(() => undefined)
}

describe('integers above 2^53', () => {
  it('FAULT-B13 are left as they are by a patch of other fields', async () => {
    const text = '{"kind":"Pod","metadata":{"name":"a"},"spec":{"id":9007199254740993}}'
    const { client, transport } = setup(() => ({ body: text }))
    await client.patch(Pod, { name: 'a', namespace: 'b' }, { metadata: { labels: { a: 'b' } } })
    expect(transport.requests[0]?.body).toBe('{"metadata":{"labels":{"a":"b"}}}')
  })
})
