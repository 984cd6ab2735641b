import {
  Client,
  Deployment,
  InvalidPathSegmentError,
  listerWatcherFrom,
  listWatch,
  Namespace,
  NamespaceScopeError,
  Pod,
  type ListWatchOptions,
} from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import { describe, expect, it } from 'vitest'
import { FakeTransport } from './support/fake-transport.ts'
import { podList } from './support/objects.ts'

const signal = new AbortController().signal

function setup(): { client: Client; transport: FakeTransport } {
  const clock = new TestClock()
  const transport = new FakeTransport((request) => ({ body: request.watch ? '' : podList(['a']) }))
  return { client: new Client({ transport, clock, random: clock.random }), transport }
}

async function asked(options: ListWatchOptions): Promise<URLSearchParams[]> {
  const { client, transport } = setup()
  const source = listWatch(client, Pod, options)
  await Array.fromAsync(source.list({ resourceVersion: '0' }, { signal }))
  await Array.fromAsync(source.list({ resourceVersion: '10' }, { signal }))
  ;(await source.watch({ resourceVersion: '10', timeoutSeconds: 300 }, { signal })).stop()
  const initial = {
    sendInitialEvents: true,
    resourceVersionMatch: 'NotOlderThan',
    allowWatchBookmarks: true,
  } as const
  ;(await source.watch({ ...initial, timeoutSeconds: 300 }, { signal })).stop()
  return transport.paths.map((path) => new URLSearchParams(path.split('?')[1]))
}

describe('listWatch', () => {
  it('FEAT-A1 sends the tweaked selector with list, relist, watch and WatchList', async () => {
    const queries = await asked({ tweakListOptions: (options) => ({ ...options, labelSelector: 'app=web' }) })
    expect(queries.map((query) => query.get('labelSelector'))).toEqual(Array(4).fill('app=web'))
    expect(Object.fromEntries(queries[3] ?? [])).toMatchObject({
      sendInitialEvents: 'true',
      resourceVersionMatch: 'NotOlderThan',
      allowWatchBookmarks: 'true',
      watch: 'true',
    })
  })

  it('FEAT-A1 lets the tweak override what the reflector and the selectors say', async () => {
    const queries = await asked({
      labelSelector: 'a',
      fieldSelector: 'b',
      tweakListOptions: ({ labelSelector, ...options }) => ({
        ...options,
        fieldSelector: `${labelSelector},c`,
        timeoutSeconds: 9,
      }),
    })
    for (const query of queries) {
      expect([query.get('labelSelector'), query.get('fieldSelector'), query.get('timeoutSeconds')]).toEqual([
        null,
        'a,c',
        '9',
      ])
    }
  })

  it('LW-1 says that WatchList is unsupported only when told', () => {
    const { client } = setup()
    expect(listWatch(client, Pod).watchListUnsupported).toBeUndefined()
    expect(listWatch(client, Pod, { watchListUnsupported: false }).watchListUnsupported).toBe(false)
    expect(listWatch(client, Pod, { watchListUnsupported: true }).watchListUnsupported).toBe(true)
  })

  it('asks for metadata alone in list and watch', async () => {
    const { client, transport } = setup()
    const source = listWatch(client, Pod, { projection: 'metadata' })
    await Array.fromAsync(source.list({}, { signal }))
    ;(await source.watch({}, { signal })).stop()
    expect(transport.requests.map(({ headers }) => String(headers['accept']).split(';')[1])).toEqual([
      'as=PartialObjectMetadataList',
      'as=PartialObjectMetadata',
    ])
  })

  it('lists in one request, whatever it holds, and passes the token on', async () => {
    const transport = new FakeTransport(() => ({
      body: podList(['a'], { resourceVersion: '1', continue: 'more' }),
    }))
    const parts = await Array.fromAsync(
      listWatch(new Client({ transport }), Pod).list({ limit: 1 }, { signal }),
    )
    expect(parts.at(-1)).toMatchObject({ type: 'end', metadata: { continue: 'more' } })
    expect(transport.paths).toEqual(['/api/v1/pods?limit=1'])
  })

  it('names what it lists', () => {
    const { client } = setup()
    const named = [
      listWatch(client, Pod, { namespace: 'default' }),
      listWatch(client, Deployment),
      listWatch(client, Namespace),
    ]
    expect(named.map(({ description }) => description)).toEqual([
      'pods in namespace default',
      'deployments.apps',
      'namespaces',
    ])
  })

  it('FEAT-A1 takes the empty namespace for all of them', async () => {
    const { client, transport } = setup()
    const source = listWatch(client, Pod, { namespace: '' })
    await Array.fromAsync(source.list({}, { signal }))
    ;(await source.watch({}, { signal })).stop()
    expect(transport.paths.map((path) => path.split('?')[0])).toEqual(['/api/v1/pods', '/api/v1/pods'])
    expect(source.description).toBe('pods')
  })

  it('refuses at once what no server has, which would be tried again and again', () => {
    const { client } = setup()
    expect(() => listWatch(client, Namespace, { namespace: 'a' })).toThrow(NamespaceScopeError)
    expect(() => listWatch(client, Pod, { namespace: 'a/b' })).toThrow(InvalidPathSegmentError)
  })
})

describe('listerWatcherFrom', () => {
  it('makes a ListerWatcher of two functions', async () => {
    const { client } = setup()
    const source = listWatch(client, Pod)
    const made = listerWatcherFrom({
      list: (options, call) => source.list(options, call),
      watch: (options, call) => source.watch(options, call),
      watchListUnsupported: true,
    })
    expect(await Array.fromAsync(made.list({}, { signal }))).toHaveLength(2)
    expect([made.description, made.watchListUnsupported]).toEqual(['objects', true])
  })
})
