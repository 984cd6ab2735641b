import { faults, FakeControllerSource, statuses } from '@rxkube/client/testing'
import { TestClock } from '@rxkube/clock'
import type { KubernetesObject } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'
import type { ListOptions, ListPart, WatchEvent, WatchStream } from '@rxkube/client'

const pod = (name: string, labels?: Record<string, string>): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'default', ...(labels && { labels }) },
})

const call = () => ({ signal: new AbortController().signal })

async function list(source: FakeControllerSource, options: ListOptions) {
  const items: KubernetesObject[] = []
  let end: Extract<ListPart<KubernetesObject>, { type: 'end' }> | undefined
  for await (const part of source.list(options, call())) {
    if (part.type === 'end') end = part
    else items.push(...part.items)
  }
  return { names: items.map(({ metadata }) => metadata?.name), items, end, ...end?.metadata }
}

async function next(stream: AsyncIterator<readonly WatchEvent<KubernetesObject>[]>) {
  const { done, value } = await stream.next()
  if (done === true) return 'end'
  return value.map(({ type, object }) => `${type} ${nameOf(object)}@${object.metadata?.['resourceVersion']}`)
}

const nameOf = ({ metadata }: KubernetesObject) => metadata?.name ?? ''

const read = (stream: WatchStream<KubernetesObject>) =>
  stream[Symbol.asyncIterator]() as AsyncIterator<readonly WatchEvent<KubernetesObject>[], undefined>

describe('FakeControllerSource', () => {
  it('counts each write as one resourceVersion and lists with the counter', async () => {
    const source = new FakeControllerSource()
    source.add(pod('b'))
    source.add(pod('a'))
    source.modify(pod('a'))
    source.delete(pod('b'))
    expect(await list(source, {})).toMatchObject({ names: ['a'], resourceVersion: '5' })
    expect(source.objects.get('default/a')?.metadata).toMatchObject({ resourceVersion: '4', uid: 'uid-2' })
  })

  it('hands out fresh deep copies, of any depth', async () => {
    const source = new FakeControllerSource<KubernetesObject & { spec?: unknown }>()
    let deep: unknown = 'bottom'
    for (let level = 0; level < 10_000; level += 1) deep = [deep]
    source.add({ ...pod('a'), spec: deep })
    const { items } = await list(source, {})
    expect(items[0]?.metadata).not.toBe(source.objects.get('default/a')?.metadata)
  })

  it('replays what came after the resourceVersion of a watch, then goes on live', async () => {
    const source = new FakeControllerSource()
    source.add(pod('a'))
    source.modify(pod('a'))
    const stream = read(await source.watch({ resourceVersion: '2' }, call()))
    expect(await next(stream)).toEqual(['MODIFIED a@3'])
    source.delete(pod('a'))
    expect(await next(stream)).toEqual(['DELETED a@4'])
    expect(source.streams).toBe(1)
    source.closeStreams()
    expect(await next(stream)).toBe('end')
    expect(source.streams).toBe(0)
  })

  it('answers 410 to a watch from before a compaction, by status or by event', async () => {
    const byStatus = new FakeControllerSource()
    byStatus.add(pod('a'))
    byStatus.resetWatch()
    await expect(byStatus.watch({ resourceVersion: '1' }, call())).rejects.toMatchObject({ code: 410 })
    const byEvent = new FakeControllerSource({ expiredWatch: 'event' })
    byEvent.add(pod('a'))
    byEvent.compact()
    const stream = read(await byEvent.watch({ resourceVersion: '1' }, call()))
    expect((await stream.next()).value?.[0]).toMatchObject({ type: 'ERROR', object: { code: 410 } })
    expect(await next(stream)).toBe('end')
  })

  it('does not tell open watches of a dropped write, but replays it to the next one', async () => {
    const source = new FakeControllerSource()
    const live = read(await source.watch({ resourceVersion: '1' }, call()))
    source.addDropWatch(pod('a'))
    source.add(pod('b'))
    expect(await next(live)).toEqual(['ADDED b@3'])
    const later = read(await source.watch({ resourceVersion: '1' }, call()))
    expect(await next(later)).toEqual(['ADDED a@2', 'ADDED b@3'])
  })

  it('pages by limit and continue at one revision, and expires tokens by compaction', async () => {
    const source = new FakeControllerSource()
    for (const name of ['a', 'b', 'c']) source.add(pod(name))
    const first = await list(source, { limit: 2 })
    expect(first).toMatchObject({ names: ['a', 'b'], remainingItemCount: 1 })
    source.add(pod('d'))
    const token = { limit: 2, ...(first.continue !== undefined && { continue: first.continue }) }
    expect(await list(source, token)).toMatchObject({ names: ['c'], resourceVersion: '4' })
    source.compact()
    await expect(list(source, token)).rejects.toMatchObject({ code: 410 })
    expect((await list(source, { limit: 1, resourceVersion: '0' })).names).toHaveLength(4)
  })

  it('lets views lag: "0" and a known version read the view, "" reads the store', async () => {
    const source = new FakeControllerSource()
    source.add(pod('a'))
    source.view(1).lag = Infinity
    source.useView(1)
    source.add(pod('b'))
    expect(await list(source, { resourceVersion: '0' })).toMatchObject({ names: ['a'], resourceVersion: '2' })
    expect(await list(source, {})).toMatchObject({ names: ['a', 'b'], resourceVersion: '3' })
    await expect(list(source, { resourceVersion: '3' })).rejects.toMatchObject({ code: 504 })
    const stream = read(await source.watch({ resourceVersion: '2' }, call()))
    source.view(1).lag = 0
    expect(await next(stream)).toEqual(['ADDED b@3'])
  })

  it('streams initial events and marks their end for WatchList', async () => {
    const source = new FakeControllerSource()
    source.add(pod('a'))
    const options = {
      sendInitialEvents: true,
      resourceVersionMatch: 'NotOlderThan',
      allowWatchBookmarks: true,
    } as const
    const stream = read(await source.watch(options, call()))
    const { value } = await stream.next()
    expect(value?.[1]).toEqual({
      type: 'BOOKMARK',
      object: { metadata: { resourceVersion: '2', annotations: { 'k8s.io/initial-events-end': 'true' } } },
    })
    source.sendBookmark()
    expect(await next(stream)).toEqual(['BOOKMARK @2'])
    const old = new FakeControllerSource({ watchList: false })
    await expect(old.watch(options, call())).rejects.toMatchObject({ code: 422 })
  })

  it('turns what enters and leaves a selection into ADDED and DELETED', async () => {
    const source = new FakeControllerSource({
      matches: ({ metadata }, { labelSelector }) =>
        labelSelector === undefined || metadata?.labels?.['app'] === 'web',
    })
    const stream = read(await source.watch({ resourceVersion: '1', labelSelector: 'app=web' }, call()))
    source.add(pod('a'))
    source.modify(pod('a', { app: 'web' }))
    source.modify(pod('a'))
    expect(await next(stream)).toEqual(['ADDED a@3', 'DELETED a@4'])
  })

  it('takes its latency and the timeout of watches from the clock', async () => {
    const clock = new TestClock()
    const source = new FakeControllerSource({ clock })
    source.latency = 100
    const opening = source.watch({ resourceVersion: '1', timeoutSeconds: 60 }, call())
    await clock.advance(100)
    const stream = read(await opening)
    const ended = next(stream)
    await clock.advance('1m')
    expect(await ended).toBe('end')
    expect(clock.pending).toBe(0)
    expect(source.requests).toMatchObject([
      { verb: 'watch', at: 0, view: 0, options: { timeoutSeconds: 60 } },
    ])
  })

  it('lets the next request suffer each fault that is fatal to it', async () => {
    const source = new FakeControllerSource()
    source.add(pod('a'))
    for (const [fault, expected] of [
      [faults.tooManyRequests(3), { code: 429 }],
      [faults.tooLarge('message'), { code: 504 }],
      [faults.forbidden(), { code: 403 }],
      [faults.refused(), { name: 'TransportError' }],
      [faults.reset(), { name: 'TransportError' }],
      [faults.html(), { name: 'InvalidListError' }],
      [faults.truncated(), { name: 'InvalidListError' }],
    ] as const) {
      source.failNext('list', fault)
      await expect(list(source, {})).rejects.toMatchObject(expected)
    }
    source.failNext('list', faults.tableList())
    expect((await list(source, {})).end?.kind).toBe('Table')
    source.failNext('list', faults.noResourceVersion())
    expect((await list(source, {})).resourceVersion).toBeUndefined()
    const gone = new AbortController()
    source.failNext('watch', faults.hang())
    const hanging = source.watch({}, { signal: gone.signal })
    gone.abort(new Error('given up'))
    await expect(hanging).rejects.toThrow('given up')
  })

  it('lets the next watch suffer each fault that comes in a stream', async () => {
    const source = new FakeControllerSource()
    source.add(pod('a'))
    source.add(pod('b'))
    const after = async (fault: Parameters<typeof source.failNext>[1]) => {
      source.failNext('watch', fault)
      const stream = read(await source.watch({ resourceVersion: '1' }, call()))
      return { stream, first: await next(stream) }
    }
    expect((await after(faults.close())).first).toBe('end')
    expect((await after(faults.repeat(1))).first).toEqual(['ADDED a@2', 'ADDED a@2', 'ADDED b@3'])
    expect((await after(faults.replay(2))).first).toEqual(['ADDED a@2', 'ADDED b@3'])
    expect((await after(faults.error(statuses.internalError(), 1))).first).toEqual([
      'ADDED a@2',
      'ERROR @undefined',
    ])
    expect((await after(faults.undecodable(1))).first).toHaveLength(2)
    expect((await after(faults.wrongType())).first).toHaveLength(3)
    expect((await after(faults.table())).first).toHaveLength(3)
    expect((await after(faults.unknownType())).first).toHaveLength(3)
    const { stream, first } = await after(faults.interrupt(1))
    expect(first).toEqual(['ADDED a@2'])
    await expect(next(stream)).rejects.toMatchObject({ name: 'WatchInterruptedError' })
  })

  it('breaks, silences and restores streams and state on call', async () => {
    const source = new FakeControllerSource()
    source.add(pod('a'))
    const stream = read(await source.watch({ resourceVersion: '2' }, call()))
    source.silenceStreams()
    source.add(pod('b'))
    source.interruptStreams()
    await expect(next(stream)).rejects.toMatchObject({ name: 'WatchInterruptedError' })
    source.restore(2)
    expect(await list(source, {})).toMatchObject({ names: ['a'], resourceVersion: '2' })
    expect(source.writes).toHaveLength(1)
  })

  it('ends a stream whose signal aborts, with the reason', async () => {
    const source = new FakeControllerSource()
    const over = new AbortController()
    const stream = read(await source.watch({ resourceVersion: '1' }, { signal: over.signal }))
    const reading = next(stream)
    over.abort(new Error('stopped'))
    await expect(reading).rejects.toThrow('stopped')
    expect(source.streams).toBe(0)
  })
})
