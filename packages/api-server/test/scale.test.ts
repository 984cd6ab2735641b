import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ApiServer } from '@rxkube/api-server'
import { Api, maps } from './support/api.ts'

/** Counts how often work gives way to other work. */
class CountingClock extends TestClock {
  yields = 0

  override async yield(): Promise<void> {
    this.yields++
    await super.yield()
  }
}

const count = 1200
const size = 2000
const asked = 'watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true'

let clock: CountingClock
let server: ApiServer
let api: Api

beforeEach(async () => {
  clock = new CountingClock()
  server = new ApiServer({ clock })
  api = new Api(server.transport())
  for (let at = 0; at < count; at++) {
    const name = `m${String(at).padStart(4, '0')}`
    await api.post(maps, {
      metadata: { name, labels: { odd: String(at % 2) } },
      data: { x: 'y'.repeat(size) },
    })
  }
  clock.yields = 0
})
afterEach(async () => server.close())

const open = async (path: string, headers: Record<string, string> = {}) =>
  (await server.transport().request({ method: 'GET', path, headers, watch: path.includes('watch') })).body

const namesIn = (chunks: readonly Uint8Array[]) =>
  new Set(
    [
      ...Buffer.concat(chunks)
        .toString()
        .matchAll(/"name":"(m\d+)"/g),
    ].map(([, name]) => name),
  )

describe('a list of many', () => {
  it.each([
    ['JSON', 'application/json'],
    ['a table', 'application/json;as=Table;g=meta.k8s.io;v=v1;includeObject=Object'],
  ])('as %s gives way to other work again and again', async (_, accept) => {
    const chunks = await Array.fromAsync(await open(`${maps}?includeObject=Object`, { accept }))
    const bytes = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
    expect(bytes).toBeGreaterThan(count * size)
    expect(clock.yields).toBeGreaterThan(bytes / 200_000)
  })

  it('comes in slices: nothing holds the whole of it', async () => {
    const chunks = await Array.fromAsync(await open(maps))
    expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThan(1_500_000)
    expect(chunks.length).toBeGreaterThan(5)
  })

  it('shows nothing of what is written while it is read', async () => {
    const body = (await open(maps))[Symbol.asyncIterator]()
    const first = (await body.next()).value as Uint8Array
    await api.delete(`${maps}/m1199`)
    await api.merge(`${maps}/m1198`, { data: { x: 'changed' } })
    await api.post(maps, { metadata: { name: 'm1198a' } })
    const rest = await Array.fromAsync({ [Symbol.asyncIterator]: () => body })
    const text = Buffer.concat([first, ...rest]).toString()
    const { items } = JSON.parse(text) as { items: { metadata: { name: string }; data: { x: string } }[] }
    expect(items.length).toBe(count)
    expect(items.at(-1)?.metadata.name).toBe('m1199')
    expect(items.at(-2)?.data.x).toBe('y'.repeat(size))
  })

  it('that few are selected of is looked through in turns', async () => {
    for (let at = 0; at < 1000; at++) await api.post(maps, { metadata: { name: `n${at}` } })
    clock.yields = 0
    expect((await api.get(`${maps}?labelSelector=nope`)).body.items).toEqual([])
    expect(clock.yields).toBeGreaterThan(0)
    clock.yields = 0
    expect((await api.get(`${maps}?labelSelector=nope&limit=5`)).body.items).toEqual([])
    expect(clock.yields).toBeGreaterThan(0)
  })
})

describe('a watch that begins with many', () => {
  it('gives way to other work, and shows each of them once before what is written meanwhile', async () => {
    const body = (await open(`${maps}?${asked}`))[Symbol.asyncIterator]()
    const chunks = [(await body.next()).value as Uint8Array]
    await api.post(maps, { metadata: { name: 'm9999' } })
    while (!Buffer.concat(chunks.slice(-2)).includes('initial-events-end')) {
      chunks.push((await body.next()).value as Uint8Array)
    }
    expect(namesIn(chunks).size).toBe(count)
    expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThan(100_000)
    expect(clock.yields).toBeGreaterThan(20)
    expect(namesIn([(await body.next()).value as Uint8Array])).toEqual(new Set(['m9999']))
    await body.return?.()
  })

  it('from an old version encodes its events as they are read', async () => {
    const version = Number(server.resourceVersion) - 1000
    const body = (await open(`${maps}?watch=true&resourceVersion=${version}`))[Symbol.asyncIterator]()
    const chunk = (await body.next()).value as Uint8Array
    expect(chunk.length).toBeLessThan(100_000)
    expect(clock.yields).toBeGreaterThan(0)
    await body.return?.()
  })
})

describe('an event for many watches', () => {
  const opened = async (number: number, accept = 'application/json') =>
    Promise.all(
      Array.from({ length: number }, async () => {
        const path = `${maps}?watch=true&resourceVersion=${server.resourceVersion}`
        return (await open(path, { accept }))[Symbol.asyncIterator]()
      }),
    )

  it('is encoded once: they get the same bytes, not equal ones', async () => {
    const watches = await opened(50)
    await api.post(maps, { metadata: { name: 'z' } })
    const chunks = await Promise.all(watches.map(async (watch) => (await watch.next()).value as Uint8Array))
    expect(new Set(chunks).size).toBe(1)
    await Promise.all(watches.map(async (watch) => watch.return?.()))
  })

  it('as a table is too, but for the first with its columns', async () => {
    const watches = await opened(20, 'application/json;as=Table;g=meta.k8s.io;v=v1')
    for (const name of ['y', 'z']) await api.post(maps, { metadata: { name } })
    const texts = await Promise.all(
      watches.map(async (watch) => Buffer.from((await watch.next()).value as Uint8Array).toString()),
    )
    expect(new Set(texts).size).toBe(1)
    await api.post(maps, { metadata: { name: 'zz' } })
    const chunks = await Promise.all(watches.map(async (watch) => (await watch.next()).value as Uint8Array))
    expect(new Set(chunks).size).toBe(1)
    await Promise.all(watches.map(async (watch) => watch.return?.()))
  })
})

describe('a watch that is not read', () => {
  it('is ended when too many bytes wait for it, and another that is read goes on', async () => {
    await using small = new ApiServer({ clock, watchBufferBytes: 100_000 })
    const other = new Api(small.transport())
    const path = `${maps}?resourceVersion=${small.resourceVersion}`
    const slow = await other.watch(path)
    const quick = await other.watch(path)
    for (let at = 0; at < 6; at++) {
      await other.post(maps, { metadata: { name: `m${at}` }, data: { x: 'y'.repeat(30_000) } })
      expect((await quick.next())?.object.metadata?.name).toBe(`m${at}`)
    }
    expect(await slow.next()).toBeUndefined()
    await quick.stop()
  })

  it('is ended too while it still has its beginning to read, of which nothing more comes', async () => {
    await using small = new ApiServer({ clock, watchBufferSize: 3 })
    const other = new Api(small.transport())
    for (let at = 0; at < 200; at++)
      await other.post(maps, { metadata: { name: `m${at}` }, data: { x: 'y'.repeat(size) } })
    const watch = await other.watch(`${maps}?${asked}`)
    expect((await watch.next())?.type).toBe('ADDED')
    for (let at = 0; at < 5; at++) await other.post(maps, { metadata: { name: `n${at}` } })
    expect((await watch.rest()).length).toBeLessThan(100)
  })
})

it('finds the pods of a node by an index that follows them', async () => {
  const pods = '/api/v1/namespaces/default/pods'
  const on = async (node: string) =>
    (await api.get(`/api/v1/pods?fieldSelector=spec.nodeName%3D${node}`)).body.items.map(
      ({ metadata }) => metadata?.name,
    )
  const pod = (name: string, nodeName?: string) =>
    api.post(pods, {
      metadata: { name },
      spec: { ...(nodeName === undefined ? {} : { nodeName }), containers: [{ name: 'c', image: 'i' }] },
    })
  await pod('b', 'one')
  await pod('a', 'one')
  await pod('c')
  expect([await on('one'), await on('')]).toEqual([['a', 'b'], ['c']])
  const bound = await api.post(`${pods}/c/binding`, {
    metadata: { name: 'c' },
    target: { kind: 'Node', name: 'one' },
  })
  expect(bound.text).toContain('Success')
  await api.delete(`${pods}/b?gracePeriodSeconds=0`)
  expect([await on('one'), await on('')]).toEqual([['a', 'c'], []])
  await server.restore(server.snapshot())
  expect(await on('one')).toEqual(['a', 'c'])
  expect((await api.get(`${pods}?fieldSelector=spec.nodeName%3Done&limit=1`)).body.items).toHaveLength(1)
})
